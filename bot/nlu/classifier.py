"""Which label (:mod:`bot.nlu.examples`) a sentence has: a linear model on its meaning and its words.

The meaning is the vector of the sentence (:mod:`bot.nlu.encoder`), the words and pairs of words are a small
sparse part. It is trained by :mod:`bot.nlu.learning`, of which nothing is loaded where it is only used. No
Rasa in here, so that the classifier can be measured without a server (``bench nlu``).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import joblib
import numpy as np
from numpy.typing import NDArray

from bot.nlu.decision import Guess, Thresholds
from bot.nlu.encoder import Encoder, encoder

HELD_OUT = 10
"""One example in so many is kept out while probabilities are calibrated and the encoder is tuned."""
KNOWN = 0.9
"""Probability that goes to the label of an example when a message is that example, word for word."""

Floats = NDArray[np.float32]

_NUMBER = re.compile(r"\d+([.,]\d+)?")
_NOT_TEXT = re.compile(r"[^\w\s?'#]", re.UNICODE)
_SPACE = re.compile(r"\s+")
_TERM = re.compile(r"[\w?'#]+")


def normalize(text: str) -> str:
    """Lower case, full-width forms folded, every number replaced by ``#``.

    Numbers never decide what a person wants; what they say is read by :mod:`bot.nlu.facts`.
    """
    folded = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("?", " ? ")
    return _SPACE.sub(" ", _NOT_TEXT.sub(" ", _NUMBER.sub(" # ", folded))).strip()


def held_out(text: str) -> bool:
    """Whether this example is kept for calibration: by its words alone, so that every tool agrees."""
    return int.from_bytes(sha256(normalize(text).encode()).digest()[:4], "big") % HELD_OUT == 0


def terms(text: str) -> list[str]:
    """The words of a sentence, and every two that stand side by side."""
    words: list[str] = _TERM.findall(normalize(text))
    return [*words, *map(" ".join, pairwise(words))]


def bare(text: str) -> str:
    """A sentence by which an example is known again."""
    return normalize(text).rstrip(" ?")


@dataclass(frozen=True)
class Reader:
    """Turns a sentence into features, and these into scores.

    Attributes:
        encoder: gives the vector.
        places: the feature that each known word or pair of words is.
        rarity: the weight of each of these (inverse document frequency).
        parts: the lengths of the dense and of the sparse part of a row.
    """

    encoder: Encoder
    places: Mapping[str, int]
    rarity: Floats
    parts: tuple[float, float]

    def scores(self, text: str, weights: Floats) -> Floats:
        """A number for each label, the higher, the likelier. ``weights`` has a column for each."""
        meaning, words = self.parts
        dense = self.encoder.encode([text])[0] * np.float32(meaning)
        found: Floats = dense @ weights[: dense.size] + weights[-1]
        counts = Counter(self.places[term] for term in terms(text) if term in self.places)
        if counts:
            columns = np.fromiter(counts, dtype=np.intp)
            row = (1 + np.log(np.fromiter(counts.values(), dtype=np.float32))) * self.rarity[columns]
            row *= words / np.linalg.norm(row)
            found += row.astype(np.float32) @ weights[dense.size + columns]
        return found


class IntentClassifier:
    """Gives every label a probability that was measured when it was trained."""

    def __init__(
        self,
        reader: Reader,
        weights: Floats,
        labels: Sequence[str],
        known: Mapping[str, int],
        heat: float,
        thresholds: Mapping[str, Thresholds],
    ) -> None:
        self._reader, self._weights, self._labels, self._heat = reader, weights, labels, heat
        self._known = known
        self._by_language = thresholds
        self._ranked: dict[str, list[Guess]] | None = None
        """What was ranked for one message, whose parts are looked at more than once."""
        self.thresholds = next(iter(thresholds.values()), Thresholds())
        """From which probability a guess is acted upon, and from which it is offered."""

    def in_language(self, lang: str) -> IntentClassifier:
        """This classifier for one message, with the thresholds measured on the sentences of a language."""
        found = copy(self)
        found._ranked = {}
        found.thresholds = self._by_language.get(lang, self.thresholds)
        return found

    def rank(self, text: str) -> list[Guess]:
        """All labels, the likeliest first."""
        if self._ranked is None:
            return self._rank(text)
        if text not in self._ranked:
            self._ranked[text] = self._rank(text)
        return self._ranked[text]

    def _rank(self, text: str) -> list[Guess]:
        found = chances(self._reader.scores(text, self._weights)[None] / self._heat)[0]
        known = self._known.get(bare(text))
        if known is not None:
            found *= 1 - KNOWN
            found[known] += KNOWN
        order = np.argsort(-found, kind="stable")
        return [
            Guess(self._labels[at], chance) for at, chance in zip(order, found[order].tolist(), strict=True)
        ]

    def save(self, path: Path) -> None:
        """Write the model to one file; of the encoder only its name."""
        reader = self._reader
        kept = (reader.encoder.name, reader.places, reader.rarity, reader.parts)
        model = (kept, self._weights, self._labels, self._known, self._heat, self._by_language)
        joblib.dump(model, path, compress=3)

    @classmethod
    def load(cls, path: Path) -> IntentClassifier:
        """Read what :meth:`save` wrote.

        Raises:
            LookupError: it was trained with another encoder than the present one.
        """
        (name, *kept), *rest = joblib.load(path)
        present = encoder()
        if name != present.name:
            raise LookupError(
                f"trained with the encoder {name}, not with {present.name}: train the model again"
            )
        return cls(Reader(present, *kept), *rest)


def chances(scored: Floats) -> Floats:
    """Scores as probabilities, row by row."""
    found: Floats = np.exp(scored - scored.max(axis=1, keepdims=True))
    found /= found.sum(axis=1, keepdims=True)
    return found
