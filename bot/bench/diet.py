"""DIET, the classifier that Rasa proposes by default, on our examples and labels (``bench diet``).

Only a comparison: it runs in an environment of its own (``tools/stock``) and takes most of an hour.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from bot.bench.nlu import measure, unseen
from bot.bench.stock_environment import command
from bot.nlu.decision import Guess, Thresholds
from bot.nlu.examples import Example, examples

EPOCHS = 12
"""Rasa's default is 300, which would take ten hours with so many examples and labels."""


class Diet:
    """Trained on examples; ranks labels as our classifier does."""

    thresholds = Thresholds()

    def __init__(self, process: subprocess.Popen[str], learned: Sequence[Example]) -> None:
        self._process = process
        self.training: dict[str, int] = self._ask([(row.text, row.label) for row in learned])

    def rank(self, text: str) -> list[Guess]:
        """All labels, the likeliest first."""
        return [Guess(label, confidence) for label, confidence in self._ask(text)]

    def _ask(self, document: Any) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(document), file=self._process.stdin, flush=True)
        return json.loads(self._process.stdout.readline())


@contextmanager
def trained(learned: Sequence[Example], epochs: int = EPOCHS) -> Iterator[Diet]:
    """DIET in a process of its own, which ends with the block."""
    line = command("python", "diet.py", str(epochs))
    with subprocess.Popen(**line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Diet(process, learned)
        finally:
            process.terminate()


def diet() -> dict[str, Any]:
    """Measured as the classifiers of :mod:`bot.bench.nlu` are."""
    with trained(examples()) as classifier:
        memory = classifier.training.pop("memory_mb")
        table = [{"": "DIET", **classifier.training, **measure(classifier, unseen())}]
    return {"epochs": EPOCHS, "table": table, "memory_mb": memory}
