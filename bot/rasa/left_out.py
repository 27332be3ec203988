"""Stands in for what Rasa imports and never runs here, so that none of it has to be installed or loaded.

Rasa 3.6 imports every channel, component and store that it has, whichever are used, and with them
TensorFlow. Each module named here is imported somewhere on the way from start to answer, and nothing of
it is ever called. An empty module takes its place; whoever calls something in it after all is told so.

Why, and what it would take to undo: ``docs/adr/0006-rasa-without-what-never-runs.md``.
"""

from __future__ import annotations

import sys
from collections.abc import MutableSequence, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, NoReturn

CHANNELS = (
    "botframework",
    "callback",
    "console",
    "facebook",
    "hangouts",
    "mattermost",
    "rasa_chat",
    "rest",
    "rocketchat",
    "slack",
    "socketio",
    "telegram",
    "twilio",
    "twilio_voice",
    "webexteams",
)
"""Rasa's own channels: ours are two others, each of which authenticates its callers."""
COMPONENTS = (
    "rasa.core.policies.ted_policy",
    "rasa.core.policies.unexpected_intent_policy",
    "rasa.nlu.classifiers.diet_classifier",
    "rasa.nlu.classifiers.logistic_regression_classifier",
    "rasa.nlu.classifiers.mitie_intent_classifier",
    "rasa.nlu.classifiers.sklearn_intent_classifier",
    "rasa.nlu.extractors.crf_entity_extractor",
    "rasa.nlu.extractors.mitie_entity_extractor",
    "rasa.nlu.extractors.spacy_entity_extractor",
    "rasa.nlu.featurizers.dense_featurizer.convert_featurizer",
    "rasa.nlu.featurizers.dense_featurizer.lm_featurizer",
    "rasa.nlu.featurizers.dense_featurizer.mitie_featurizer",
    "rasa.nlu.featurizers.dense_featurizer.spacy_featurizer",
    "rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer",
    "rasa.nlu.selectors.response_selector",
    "rasa.nlu.tokenizers.jieba_tokenizer",
    "rasa.nlu.tokenizers.mitie_tokenizer",
    "rasa.nlu.tokenizers.spacy_tokenizer",
    "rasa.nlu.utils.mitie_utils",
    "rasa.nlu.utils.spacy_utils",
)
"""Parts of a pipeline that ``config.yml`` does not name."""
TOOLS = (
    "rasa.nlu.test",
    "rasa.utils.tensorflow.model_data",
    "rasa.utils.tensorflow.model_data_utils",
    "rasa.utils.train_utils",
)
"""What those parts are built from, and how Rasa measures them: ``bench`` measures ours."""
LIBRARIES = (
    "aio_pika",
    "aiormq",
    "boto3",
    "botocore",
    "pymongo",
    "randomname",
    "safetensors",
    "sanic_jwt",
)
"""For stores and queues of others, names by chance, features kept between trainings, Rasa's own interface."""
LEFT_OUT = frozenset({*(f"rasa.core.channels.{name}" for name in CHANNELS), *COMPONENTS, *TOOLS, *LIBRARIES})


class NotHere(RuntimeError):
    """Something was called that this installation leaves out."""


class _Nothing(type):
    """The class of every name that a stand-in gives: good for importing, comparing and inheriting only."""

    def __call__(cls, *arguments: Any, **named: Any) -> NoReturn:
        _refuse(cls)

    def __getattr__(cls, name: str) -> Any:
        if _is_special(name):
            raise AttributeError(name)
        _refuse(cls)

    def name(cls) -> str:
        """Rasa lists its channels by their names as soon as it is imported."""
        return cls.__name__


def _refuse(what: type) -> NoReturn:
    raise NotHere(
        f"{what.__module__}.{what.__name__} is left out here, because nothing of this assistant calls it; "
        "bot/rasa/left_out.py says why, and docs/adr/0006 how to have it back"
    )


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


class StandIn(ModuleType):
    """A module in which every name exists and means nothing."""

    __path__: MutableSequence[str] = []  # noqa: RUF012

    def __getattr__(self, name: str) -> Any:
        if _is_special(name):
            raise AttributeError(name)
        made = _Nothing(name, (), {"__module__": self.__name__})
        setattr(self, name, made)
        return made


class _Finder(MetaPathFinder, Loader):
    """Gives stand-ins for the modules left out, and for what is inside them."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        parts = fullname.split(".")
        if any(".".join(parts[:count]) in LEFT_OUT for count in range(1, len(parts) + 1)):
            return ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing to run."""


def stand_in() -> None:
    """From now on importing a module left out gives its stand-in; safe to call twice.

    Raises:
        RuntimeError: Rasa has been imported before, and all that it imports with it.
    """
    if any(isinstance(finder, _Finder) for finder in sys.meta_path):
        return
    if "rasa" in sys.modules:
        raise RuntimeError("bot.rasa has to be imported before rasa")
    sys.meta_path.insert(0, _Finder())
