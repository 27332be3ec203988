"""DIET, the classifier that Rasa proposes by default, on our examples and labels (``bench diet``).

Only a comparison: nothing of the assistant uses it. It takes most of an hour.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.diet_classifier import DIETClassifier
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.nlu.tokenizers.whitespace_tokenizer import WhitespaceTokenizer
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.bench.nlu import measure, unseen
from bot.nlu.decision import Guess, Thresholds
from bot.nlu.examples import Example, examples

EPOCHS = 12
"""Rasa's default is 300, which would take ten hours with so many examples and labels."""
FEATURES: Sequence[dict[str, Any]] = ({}, {"analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4})
"""The two sparse featurizers of Rasa's default pipeline."""
SETTINGS = {"epochs": EPOCHS, "entity_recognition": False, "random_seed": 17, "ranking_length": 0}


class Diet:
    """Trained on examples; ranks labels as our classifier does."""

    thresholds = Thresholds()

    def __init__(self, learned: Sequence[Example], folder: Path) -> None:
        storage = LocalModelStorage(folder)
        context = ExecutionContext(GraphSchema({}), "bench")

        def made(kind: type[GraphComponent], settings: dict[str, Any], name: str) -> Any:
            return kind.create({**kind.get_default_config(), **settings}, storage, Resource(name), context)

        self._tokenizer = made(WhitespaceTokenizer, {}, "tokenizer")
        self._featurizers = [
            made(CountVectorsFeaturizer, settings, f"features-{number}")
            for number, settings in enumerate(FEATURES)
        ]
        self._diet = made(DIETClassifier, SETTINGS, "diet")
        data = TrainingData([Message.build(row.text, row.label) for row in learned])
        data = self._tokenizer.process_training_data(data)
        for featurizer in self._featurizers:
            featurizer.train(data)
            data = featurizer.process_training_data(data)
        self._diet.train(data)

    def rank(self, text: str) -> list[Guess]:
        """All labels, the likeliest first."""
        messages = [Message({"text": text})]
        for component in (self._tokenizer, *self._featurizers, self._diet):
            messages = component.process(messages)
        return [Guess(each["name"], each["confidence"]) for each in messages[0].get("intent_ranking")]


def diet() -> dict[str, Any]:
    """Measured as the classifiers of :mod:`bot.bench.nlu` are."""
    learned = examples()
    with tempfile.TemporaryDirectory() as folder:
        before = time.process_time()
        classifier = Diet(learned, Path(folder))
        training = round(time.process_time() - before)
    table = [{"": "DIET", "training_cpu_s": training, **measure(classifier, unseen())}]
    return {"epochs": EPOCHS, "table": table, "memory_mb": round(psutil.Process().memory_info().rss / 2**20)}
