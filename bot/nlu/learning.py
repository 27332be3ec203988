"""Trains the classifier of labels (:mod:`bot.nlu.classifier`) on sentences.

What only training needs (scikit-learn, SciPy) is imported here and nowhere else: a server that has its model
loads none of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.languages import LANGUAGES
from bot.nlu.classifier import Floats, IntentClassifier, Reader, bare, chances, held_out, terms
from bot.nlu.decision import OUT_OF_SCOPE, Thresholds, same_meaning
from bot.nlu.encoder import Encoder, encoder
from bot.nlu.language import language_of
from bot.nlu.regression import Features, fit, scores
from express_entry.answers import split

WORDS = 4000
"""How many of the most frequent words and pairs of words are features."""
MEANING_WEIGHT, WORDS_WEIGHT = 10.0, 5.0
"""The length of the dense and of the sparse part of a row; found on a split of the training data."""
FEWEST_HELD_OUT = 50
WRONG = 5.0
"""What a wrong answer costs, in offers: a press of a button is a small price beside a wrong belief."""
RIGHT_WHEN_OFFERED = 0.5
"""Share wanted of those offered with about this probability: the right one is among the buttons."""
OFFERED = 3


def learn(
    texts: Sequence[str],
    labels: Sequence[str],
    strangers: Sequence[bool] = (),
    using: Encoder | None = None,
    parts: tuple[float, float] = (MEANING_WEIGHT, WORDS_WEIGHT),
) -> IntentClassifier:
    """A classifier of ``labels`` (one for each text); the same input gives the same model.

    Another encoder and other weights of the two ``parts`` are for comparing (``bench nlu``).

    It is trained twice: without the examples kept out, to measure how sure it may be, then with all. Kept out
    are some of everybody's and all those of ``strangers``: people who come are neither the one nor the other.
    """
    names, numbers = np.unique(np.array(labels), return_inverse=True)
    reader, features = features_of(texts, using or encoder(), parts)
    kept = np.array([held_out(text) for text in texts]) | np.array(strangers or [False] * len(texts))
    often = _often(names, numbers)
    heat, thresholds = 1.0, dict[str, Thresholds]()
    if kept.sum() >= FEWEST_HELD_OUT:
        shown = often[~kept[often]]
        without = fit(features.take(shown), numbers[shown], len(names))
        measured = scores(features.take(np.flatnonzero(kept)), without)
        heat = _heat(measured, numbers[kept])
        found, right = chances(measured / heat), numbers[kept]
        spoken = np.array([language_of(text) for text, here in zip(texts, kept, strict=True) if here])
        thresholds = {
            lang: _thresholds(found[spoken == lang], right[spoken == lang], names)
            for lang in LANGUAGES
            if (spoken == lang).sum() >= FEWEST_HELD_OUT
        }
    weights = fit(features.take(often), numbers[often], len(names))
    return IntentClassifier(reader, weights, list(names), _known(texts, numbers), heat, thresholds)


def _often(names: NDArray[np.str_], numbers: NDArray[np.intp]) -> NDArray[np.intp]:
    """The rows to learn from; all but those of articles that are in scope twice, since the phrasings of these
    are many more than people's wish for them: a score and a stranger's question are asked oftener."""
    twice = np.array([split(name)[1] is None or split(name)[0] == OUT_OF_SCOPE for name in names])
    return np.concatenate([np.arange(len(numbers)), np.flatnonzero(twice[numbers])])


def features_of(texts: Sequence[str], using: Encoder, parts: tuple[float, float]) -> tuple[Reader, Features]:
    """A reader that knows the words of ``texts``, and their features."""
    meaning, weight = map(np.float32, parts)
    words = TfidfVectorizer(analyzer=terms, sublinear_tf=True, max_features=WORDS, dtype=np.float32)
    sparse = words.fit_transform(texts)
    places = {term: int(place) for term, place in words.vocabulary_.items()}
    return Reader(using, places, words.idf_, parts), Features(using.encode(texts) * meaning, sparse * weight)


def _known(texts: Sequence[str], numbers: NDArray[np.intp]) -> dict[str, int]:
    """The examples with the number of their label; not those that stand under several labels."""
    found: dict[str, set[int]] = defaultdict(set)
    for text, number in zip(texts, numbers, strict=True):
        found[bare(text)].add(int(number))
    return {text: meant.pop() for text, meant in found.items() if len(meant) == 1}


def _heat(measured: Floats, right: NDArray[np.intp]) -> float:
    """What to divide scores by so that, of those called 80 % sure, 80 % are right (temperature scaling)."""

    def loss(logarithm: float) -> float:
        found = chances(measured / np.exp(logarithm))[np.arange(len(right)), right]
        return float(-np.log(np.maximum(found, 1e-9)).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-3, 3), method="bounded").x))


def _thresholds(found: Floats, right: NDArray[np.intp], names: NDArray[np.str_]) -> Thresholds:
    """From where acting costs no more than offering, and from where offering helps.

    The first follows from the cost alone, since these are probabilities: a search for it among the sentences
    kept out would follow a few of them. The second is measured on these.
    """
    order = np.argsort(-found, axis=1)[:, :OFFERED]
    hits = np.array(
        [
            [same_meaning(names[guess], names[truth]) for guess in row]
            for row, truth in zip(order, right, strict=True)
        ]
    )
    best, sure = found.max(axis=1), 1 - 1 / WRONG
    edges = [edge for edge in np.arange(0.05, sure, 0.05) if _useful(best, hits, edge)]
    return Thresholds(sure=sure, possible=float(min(edges, default=sure)))


def _useful(best: Floats, hits: NDArray[np.bool_], edge: float) -> bool:
    near = (best >= edge) & (best < edge + 0.1)
    return bool(near.any() and hits[near].any(axis=1).mean() >= RIGHT_WHEN_OFFERED)
