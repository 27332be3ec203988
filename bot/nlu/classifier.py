"""Which label (:mod:`bot.nlu.examples`) a sentence has: a linear model on its meaning and its words.

The meaning is the vector of the sentence (:mod:`bot.nlu.encoder`), the words and pairs of words are a small
sparse part. No Rasa in here, so that the classifier can be measured without a server (``bench nlu``).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import joblib
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.decision import Guess, Thresholds, same_meaning
from bot.nlu.encoder import Encoder, encoder
from bot.nlu.regression import Features, Floats, chances, fit, scores

WORDS = 4000
"""How many of the most frequent words and pairs of words are features."""
MEANING_WEIGHT, WORDS_WEIGHT = 10.0, 5.0
"""The length of the dense and of the sparse part of a row; found on a split of the training data."""
HELD_OUT = 10
"""One example in so many is kept out while probabilities are calibrated and the encoder is tuned."""
FEWEST_HELD_OUT = 50
RIGHT_WHEN_SURE = 0.9
"""Share of right ones wanted among the messages that are acted upon."""
RIGHT_WHEN_OFFERED = 0.5
"""Share wanted of those offered with about this probability: the right one is among the buttons."""
OFFERED = 3
KNOWN = 0.9
"""Probability that goes to the label of an example when a message is that example, word for word."""

_NUMBER = re.compile(r"\d+([.,]\d+)?")
_NOT_TEXT = re.compile(r"[^\w\s?'#]", re.UNICODE)
_SPACE = re.compile(r"\s+")


def normalize(text: str) -> str:
    """Lower case, full-width forms folded, every number replaced by ``#``.

    Numbers never decide what a person wants; what they say is read by :mod:`bot.nlu.facts`.
    """
    folded = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("?", " ? ")
    return _SPACE.sub(" ", _NOT_TEXT.sub(" ", _NUMBER.sub(" # ", folded))).strip()


def held_out(text: str) -> bool:
    """Whether this example is kept for calibration: by its words alone, so that every tool agrees."""
    return int.from_bytes(sha256(normalize(text).encode()).digest()[:4], "big") % HELD_OUT == 0


@dataclass(frozen=True)
class _Reader:
    """Turns sentences into features."""

    encoder: Encoder
    words: TfidfVectorizer
    parts: tuple[float, float]

    @classmethod
    def of(cls, encoder: Encoder, texts: Sequence[str], parts: tuple[float, float]) -> _Reader:
        """One that knows the words of ``texts``."""
        words = TfidfVectorizer(
            lowercase=False,
            token_pattern=r"[\w?'#]+",
            ngram_range=(1, 2),
            sublinear_tf=True,
            max_features=WORDS,
            dtype=np.float32,
        )
        return cls(encoder, words.fit([normalize(text) for text in texts]), parts)

    def __call__(self, texts: Sequence[str]) -> Features:
        sparse = self.words.transform([normalize(text) for text in texts])
        meaning, words = self.parts
        return Features(self.encoder.encode(texts) * np.float32(meaning), sparse * np.float32(words))

    def scores(self, text: str, weights: Floats) -> Floats:
        """``scores(self([text]), weights)`` in a third of the time: one row needs no sparse matrix."""
        meaning, words = self.parts
        dense = self.encoder.encode([text])[0] * np.float32(meaning)
        found: Floats = dense @ weights[: dense.size] + weights[-1]
        places = map(self.words.vocabulary_.get, self._terms(normalize(text)))
        counts = Counter(place for place in places if place is not None)
        if counts:
            columns = np.fromiter(counts, dtype=np.intp)
            row = (1 + np.log(np.fromiter(counts.values(), dtype=np.float32))) * self.words.idf_[columns]
            row *= words / np.linalg.norm(row)
            found += row.astype(np.float32) @ weights[dense.size + columns]
        return found

    @cached_property
    def _terms(self) -> Callable[[str], list[str]]:
        terms: Callable[[str], list[str]] = self.words.build_analyzer()
        return terms


class IntentClassifier:
    """Trained on sentences and their labels; gives every label a probability that was measured."""

    def __init__(
        self,
        reader: _Reader,
        weights: Floats,
        labels: Sequence[str],
        known: Mapping[str, int],
        heat: float,
        thresholds: Thresholds,
    ) -> None:
        self._reader, self._weights, self._labels, self._heat = reader, weights, labels, heat
        self._known = known
        self.thresholds = thresholds
        """From which probability a guess is acted upon, and from which it is offered."""

    @classmethod
    def train(
        cls,
        texts: Sequence[str],
        labels: Sequence[str],
        using: Encoder | None = None,
        parts: tuple[float, float] = (MEANING_WEIGHT, WORDS_WEIGHT),
    ) -> IntentClassifier:
        """A classifier of ``labels`` (one for each text); the same input gives the same model.

        Another encoder and other weights of the two ``parts`` are for comparing (``bench nlu``).

        It is trained twice: without the examples kept out, to measure how sure it may be, then with all.
        """
        names, numbers = np.unique(np.array(labels), return_inverse=True)
        reader = _Reader.of(using or encoder(), texts, parts)
        features = reader(texts)
        kept = np.array([held_out(text) for text in texts])
        heat, thresholds = 1.0, Thresholds()
        if kept.sum() >= FEWEST_HELD_OUT:
            without = fit(features.take(np.flatnonzero(~kept)), numbers[~kept], len(names))
            measured = scores(features.take(np.flatnonzero(kept)), without)
            heat = _heat(measured, numbers[kept])
            thresholds = _thresholds(chances(measured / heat), numbers[kept], names)
        weights = fit(features, numbers, len(names))
        return cls(reader, weights, list(names), _known(texts, numbers), heat, thresholds)

    def rank(self, text: str) -> list[Guess]:
        """All labels, the likeliest first."""
        found = chances(self._reader.scores(text, self._weights)[None] / self._heat)[0]
        known = self._known.get(_bare(text))
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
        kept = (reader.encoder.name, reader.words, reader.parts)
        model = (kept, self._weights, self._labels, self._known, self._heat, self.thresholds)
        joblib.dump(model, path, compress=3)

    @classmethod
    def load(cls, path: Path) -> IntentClassifier:
        """Read what :meth:`save` wrote.

        Raises:
            LookupError: it was trained with another encoder than the present one.
        """
        (name, words, parts), *rest = joblib.load(path)
        present = encoder()
        if name != present.name:
            raise LookupError(
                f"trained with the encoder {name}, not with {present.name}: train the model again"
            )
        return cls(_Reader(present, words, parts), *rest)


def _bare(text: str) -> str:
    return normalize(text).rstrip(" ?")


def _known(texts: Sequence[str], numbers: NDArray[np.intp]) -> dict[str, int]:
    """The examples with the number of their label; not those that stand under several labels."""
    found: dict[str, set[int]] = defaultdict(set)
    for text, number in zip(texts, numbers, strict=True):
        found[_bare(text)].add(int(number))
    return {text: meant.pop() for text, meant in found.items() if len(meant) == 1}


def _heat(measured: Floats, right: NDArray[np.intp]) -> float:
    """What to divide scores by so that, of those called 80 % sure, 80 % are right (temperature scaling)."""

    def loss(logarithm: float) -> float:
        found = chances(measured / np.exp(logarithm))[np.arange(len(right)), right]
        return float(-np.log(np.maximum(found, 1e-9)).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-3, 3), method="bounded").x))


def _thresholds(found: Floats, right: NDArray[np.intp], names: NDArray[np.str_]) -> Thresholds:
    """The lowest probabilities that keep the wanted shares, measured on the sentences kept out."""
    order = np.argsort(-found, axis=1)[:, :OFFERED]
    hits = np.array(
        [
            [same_meaning(names[guess], names[truth]) for guess in row]
            for row, truth in zip(order, right, strict=True)
        ]
    )
    best = found.max(axis=1)
    by_chance = np.argsort(-best)
    share = np.cumsum(hits[by_chance, 0]) / np.arange(1, len(best) + 1)
    enough = np.flatnonzero(share >= RIGHT_WHEN_SURE)
    sure = float(best[by_chance[enough[-1]]]) if enough.size else Thresholds.sure
    edges = [edge for edge in np.arange(0.05, sure, 0.05) if _useful(best, hits, edge)]
    return Thresholds(sure=sure, possible=float(min(edges, default=sure)))


def _useful(best: Floats, hits: NDArray[np.bool_], edge: float) -> bool:
    near = (best >= edge) & (best < edge + 0.1)
    return bool(near.any() and hits[near].any(axis=1).mean() >= RIGHT_WHEN_OFFERED)
