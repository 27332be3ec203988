"""Softmax regression on a dense and a sparse part at once, for hundreds of labels in seconds.

scikit-learn's needs minutes and gigabytes for as many labels, and cannot weigh the two parts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from tqdm import trange

from bot.nlu.classifier import Floats, chances

EPOCHS = 10
BATCH = 512
STEP = 0.015
SHRINK = 1e-4
"""Weight of the squared weights in the loss."""
MOMENTUM, SECOND_MOMENT, TINY = 0.9, 0.99, 1e-8
SEED = 17


@dataclass(frozen=True)
class Features:
    """The rows of some sentences: a dense part and a sparse one."""

    dense: Floats
    sparse: csr_matrix

    def take(self, rows: NDArray[np.intp]) -> Features:
        """Only these rows."""
        return Features(self.dense[rows], self.sparse[rows])


def fit(features: Features, labels: NDArray[np.intp], count: int) -> Floats:
    """Weights: a column for each of ``count`` labels, a row for each feature, and a last row of constants.

    ``labels`` has the number of the right label for each row. Adam on batches, the step falling to nothing;
    the same input gives the same weights.
    """
    random = np.random.default_rng(SEED)
    rows, width = features.dense.shape
    weights = np.zeros((width + features.sparse.shape[1] + 1, count), dtype=np.float32)
    descent = _Adam(weights)
    batch = min(BATCH, rows)
    starts = range(0, rows - batch + 1, batch)
    for epoch in trange(EPOCHS, desc="Intents", leave=False, disable=None):
        order = random.permutation(rows)
        for number, start in enumerate(starts):
            chosen = order[start : start + batch]
            part = features.take(chosen)
            error = chances(scores(part, weights))
            error[np.arange(batch), labels[chosen]] -= 1
            error /= batch
            slope = np.concatenate([part.dense.T @ error, part.sparse.T @ error, error.sum(0)[None]])
            slope[:-1] += SHRINK * weights[:-1]
            descent.step(slope, STEP * (1 - (epoch + number / len(starts)) / EPOCHS))
    return weights


class _Adam:
    """Adam, in place: the arrays are large and the steps many."""

    def __init__(self, weights: Floats) -> None:
        self._weights = weights
        self._mean, self._square, self._room = (np.zeros_like(weights) for _ in range(3))

    def step(self, slope: Floats, size: float) -> None:
        """Move the weights down the ``slope``, which is used up."""
        self._mean *= MOMENTUM
        self._mean += np.multiply(slope, 1 - MOMENTUM, out=self._room)
        slope *= slope
        self._square *= SECOND_MOMENT
        self._square += np.multiply(slope, 1 - SECOND_MOMENT, out=self._room)
        np.sqrt(self._square, out=self._room)
        self._room += TINY
        np.divide(self._mean, self._room, out=self._room)
        self._room *= size
        self._weights -= self._room


def scores(features: Features, weights: Floats) -> Floats:
    """A row for each sentence, a column for each label: the higher, the likelier."""
    width = features.dense.shape[1]
    found: Floats = features.dense @ weights[:width] + features.sparse @ weights[width:-1] + weights[-1]
    return found
