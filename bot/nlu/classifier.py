"""Which label (:mod:`bot.nlu.examples`) a sentence has: a linear model on words and character n-grams.

No Rasa in here, so that the classifier can be measured without a server (``bench nlu``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import joblib
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import hstack
from scipy.special import softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import SGDClassifier

from bot.nlu.decision import Guess

MAX_CHARACTER_FEATURES = 30_000
SEED = 17

_NUMBER = re.compile(r"\d+([.,]\d+)?")
_NOT_TEXT = re.compile(r"[^\w\s?'#]", re.UNICODE)
_SPACE = re.compile(r"\s+")


def normalize(text: str) -> str:
    """Lower case, full-width forms folded, every number replaced by ``#``.

    Numbers never decide what a person wants; what they say is read by :mod:`bot.nlu.facts`.
    """
    folded = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("?", " ? ")
    return _SPACE.sub(" ", _NOT_TEXT.sub(" ", _NUMBER.sub(" # ", folded))).strip()


class IntentClassifier:
    """Trained on sentences and their labels; gives every label a probability."""

    def __init__(
        self,
        vectorizers: tuple[TfidfVectorizer, TfidfVectorizer],
        weights: NDArray[np.float32],
        bias: NDArray[np.float32],
        labels: Sequence[str],
    ) -> None:
        self._vectorizers, self._weights, self._bias, self._labels = vectorizers, weights, bias, labels

    @classmethod
    def train(cls, texts: Sequence[str], labels: Sequence[str]) -> IntentClassifier:
        """A classifier of ``labels`` (one for each text); the same input gives the same model."""
        normalized = [normalize(text) for text in texts]
        words = TfidfVectorizer(lowercase=False, token_pattern=r"[\w?'#]+", ngram_range=(1, 2))
        characters = TfidfVectorizer(
            lowercase=False,
            analyzer="char_wb",
            ngram_range=(2, 5),
            sublinear_tf=True,
            max_features=MAX_CHARACTER_FEATURES,
        )
        features = hstack([words.fit_transform(normalized), characters.fit_transform(normalized)]).tocsr()
        model = SGDClassifier(loss="log_loss", alpha=2e-6, max_iter=6, tol=None, random_state=SEED)
        model.fit(features, list(labels))
        weights = np.ascontiguousarray(model.coef_.T, dtype=np.float32)  # a row for each feature
        return cls((words, characters), weights, model.intercept_.astype(np.float32), list(model.classes_))

    def rank(self, text: str) -> list[Guess]:
        """All labels, the likeliest first."""
        normalized = [normalize(text)]
        present = hstack([vectorizer.transform(normalized) for vectorizer in self._vectorizers]).tocsr()
        chances = softmax(present.data.astype(np.float32) @ self._weights[present.indices] + self._bias)
        guesses = [Guess(name, float(chance)) for name, chance in zip(self._labels, chances, strict=True)]
        return sorted(guesses, key=lambda guess: -guess.confidence)

    def save(self, path: Path) -> None:
        """Write the model to one file."""
        joblib.dump((self._vectorizers, self._weights, self._bias, self._labels), path, compress=3)

    @classmethod
    def load(cls, path: Path) -> IntentClassifier:
        """Read what :meth:`save` wrote."""
        return cls(*joblib.load(path))
