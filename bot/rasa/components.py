"""The two Rasa graph components of the pipeline; what they do stands in modules without Rasa."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier as RasaIntentClassifier
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.facts import Fact, People
from bot.languages import LANGUAGES
from bot.nlu.classifier import IntentClassifier
from bot.nlu.decision import FACTS, RANKING
from bot.nlu.facts import read
from bot.nlu.fitting import meant
from bot.nlu.model import MODEL_FILE
from bot.nlu.roles import in_roles
from bot.nlu.telling import told
from bot.nlu.unplaced import unplaced
from bot.operating.metrics import counts
from bot.rasa.importer import ANSWER, STRANGERS
from express_entry.answers import join, split

EVERYTHING = "29, 2026-03-01, IELTS 7, 3 PhD"
"""Makes the reader of facts load all that it needs."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class FactsComponent(GraphComponent, EntityExtractorMixin):  # type: ignore[misc]
    """Puts the facts of a message (age, scores, years of work, …) into the message as ``facts``."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FactsComponent:
        """Rasa's way to make a component. The word lists are read now, not with the first message."""
        for lang in LANGUAGES:
            read(EVERYTHING, lang, date.today())
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Read each message in the language, and with the people, that its metadata give."""
        for message in messages:
            given = message.get(METADATA) or {}
            text, lang = message.get(TEXT) or "", given.get("language", "en")
            people = People(**given.get("people", {}))
            facts = told(text, lang, date.today(), people)
            message.set(ENTITIES, [], add_to_output=True)
            message.set(FACTS, [asdict(fact) for fact in facts], add_to_output=True)
        return messages


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentComponent(GraphComponent, RasaIntentClassifier):  # type: ignore[misc]
    """Decides what a message wants, from its words and from the facts already read in it."""

    def __init__(
        self, storage: ModelStorage, resource: Resource, model: IntentClassifier | None = None
    ) -> None:
        self._storage, self._resource, self._model = storage, resource, model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentComponent:
        """Rasa's way to make a component that is going to be trained."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentComponent:
        """Rasa's way to make a component from a trained model."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, IntentClassifier.load(folder / MODEL_FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has an intent; its label is the intent, with the answer if any."""
        from bot.nlu.learning import learn

        examples = training_data.intent_examples
        labels = [join(example.get(INTENT), example.get(ANSWER)) for example in examples]
        strangers = [bool(example.get(STRANGERS)) for example in examples]
        self._model = learn([example.get(TEXT) for example in examples], labels, strangers)
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder / MODEL_FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent, the answer that is asked for, and the ranking of labels of each message."""
        if self._model is None:
            return messages
        for message in messages:
            text, facts = message.get(TEXT) or "", [Fact(**fact) for fact in message.get(FACTS) or ()]
            given = message.get(METADATA) or {}
            lang = given.get("language", "en")
            model = self._model.in_language(lang)
            people = People(**given.get("people", {}))
            spoken = in_roles(text, lang, date.today(), people)
            meaning, asked = meant(model, spoken.text, spoken.moved(facts), lang, date.today())
            intent, answer = split(meaning.label)
            ranking = [{"name": guess.label, "confidence": guess.confidence} for guess in meaning.ranking]
            message.set(INTENT, {"name": intent, "confidence": meaning.confidence}, add_to_output=True)
            message.set(ANSWER, answer, add_to_output=True)
            message.set(RANKING, ranking, add_to_output=True)
            message.set("asides", list(asked), add_to_output=True)
            labels = (meaning.label, *asked)
            left = unplaced(text, lang, facts, labels, date.today(), people)
            message.set("unplaced", list(left), add_to_output=True)
            message.set("decision", meaning.decision, add_to_output=True)
            counts().decisions.labels(meaning.decision).inc()
        return messages
