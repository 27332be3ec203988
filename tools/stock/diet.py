"""DIET, the classifier that Rasa proposes by default, behind standard input and output.

The first line read is the examples, pairs of a sentence and its label; what the training took is written.
Each further line is a sentence; all labels with their confidences are written, the likeliest first.
Everything is JSON, one document a line. Started by ``bot/bench/diet.py`` in the environment of this folder.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, TextIO

import psutil
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.diet_classifier import DIETClassifier
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.nlu.tokenizers.whitespace_tokenizer import WhitespaceTokenizer
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

FEATURES: tuple[dict[str, Any], ...] = ({}, {"analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4})
"""The two sparse featurizers of Rasa's default pipeline."""
SETTINGS = {"entity_recognition": False, "random_seed": 17, "ranking_length": 0}


class Diet:
    """Trained on pairs of a sentence and its label."""

    def __init__(self, learned: list[list[str]], epochs: int, folder: Path) -> None:
        storage = LocalModelStorage(folder)
        context = ExecutionContext(GraphSchema({}), "bench")

        def made(kind: type[GraphComponent], settings: dict[str, Any], name: str) -> Any:
            return kind.create({**kind.get_default_config(), **settings}, storage, Resource(name), context)

        tokenizer = made(WhitespaceTokenizer, {}, "tokenizer")
        featurizers = [
            made(CountVectorsFeaturizer, settings, f"features-{number}")
            for number, settings in enumerate(FEATURES)
        ]
        diet = made(DIETClassifier, {**SETTINGS, "epochs": epochs}, "diet")
        data = TrainingData([Message.build(text, label) for text, label in learned])
        data = tokenizer.process_training_data(data)
        for featurizer in featurizers:
            featurizer.train(data)
            data = featurizer.process_training_data(data)
        diet.train(data)
        self._components = [tokenizer, *featurizers, diet]

    def rank(self, text: str) -> list[tuple[str, float]]:
        """All labels with their confidences, the likeliest first."""
        messages = [Message({"text": text})]
        for component in self._components:
            messages = component.process(messages)
        return [(each["name"], float(each["confidence"])) for each in messages[0].get("intent_ranking")]


def main(epochs: int, answers: TextIO) -> None:
    """Train, then answer until the input ends."""

    def answer(document: Any) -> None:
        print(json.dumps(document), file=answers, flush=True)

    learned = json.loads(sys.stdin.readline())
    with tempfile.TemporaryDirectory() as folder:
        before = time.process_time()
        diet = Diet(learned, epochs, Path(folder))
        training = round(time.process_time() - before)
    answer({"training_cpu_s": training, "memory_mb": round(psutil.Process().memory_info().rss / 2**20)})
    for line in sys.stdin:
        answer(diet.rank(json.loads(line)))


if __name__ == "__main__":
    own = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # TensorFlow and Rasa print as they like
    main(int(sys.argv[1]), own)
