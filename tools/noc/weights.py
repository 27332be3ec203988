"""Learns the weights of the search for occupations from the development set: ``data/noc/weights.json``.

    python tools/noc/weights.py

Titles that the classification or ``names.tsv`` has literally are left out: those need no ranking. The
ranking is a multinomial logistic regression over the candidates of each title, kept near weights chosen
by hand; how sure to be is learned from titles that the ranking has not seen (five folds). The held-out set
is never read.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from express_entry.occupations.noc import DATA
from express_entry.occupations.title_ranking import FEATURES, load

DEVELOPMENT = Path(__file__).parents[2] / "bot" / "bench" / "unseen" / "noc" / "development.jsonl"
BY_HAND = {
    "query_covered": 3,
    "title_covered": 2,
    "score": 5,
    "same_words": 1,
    "likelihood": 1,
    "group_title": 2,
    "mean_of_three": 1,
    "illustrative": 0.5,
    "used_by_people": 2,
    "spelled_alike": 2,
    "same_head": 1,
    "manages_not_asked": -1.5,
    "manages_missing": -1,
    "supervises_not_asked": -1.5,
    "supervises_missing": -0.5,
    "size": 0.2,
    "vote": 2,
}
NEAR = 0.02
"""How strongly the weights are kept near those chosen by hand."""
FOLDS = 5

Floats = NDArray[np.float64]
Example = tuple[Floats, NDArray[np.bool_]]
"""The features of each candidate, and which candidates are right."""


def examples() -> list[Example]:
    """The titles of the development set that need ranking."""
    found = []
    for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines():
        known = json.loads(line)
        titles = load(known["lang"])
        if titles.exact(known["title"]):
            continue
        candidates = titles.candidates(titles.read(known["title"]))
        right = np.array([each.code in (known["code"], *known.get("also", ())) for each in candidates])
        if candidates:
            found.append((np.array([each.features for each in candidates]), right))
    return found


def ranking(known: list[Example]) -> Floats:
    """The weights under which the right candidates are likeliest."""
    start = np.array([BY_HAND[name] for name in FEATURES], float)

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = NEAR * float(((weights - start) ** 2).sum()), 2 * NEAR * (weights - start)
        for features, right in known:
            shares = _shares(features @ weights)
            if not right.any():
                continue
            good = float(shares[right].sum())
            total -= np.log(max(good, 1e-12)) / len(known) * 10
            slope -= (features.T @ (shares * right / max(good, 1e-12) - shares)) / len(known) * 10
        return total, slope

    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def sureness(known: list[Example]) -> Floats:
    """Bias and weight of the best candidate's odds, learned from titles that its weights have not seen."""
    inputs, outcomes = [], []
    for fold in range(FOLDS):
        weights = ranking([each for place, each in enumerate(known) if place % FOLDS != fold])
        for features, right in known[fold::FOLDS]:
            shares = _shares(features @ weights)
            top = min(float(shares.max()), 0.999)
            inputs.append((1.0, np.log(top / (1 - top))))
            outcomes.append(bool(right[shares.argmax()]))
    given, right_ones = np.array(inputs), np.array(outcomes)

    def loss(weights: Floats) -> float:
        margin = np.where(right_ones, 1, -1) * (given @ weights)
        return float(np.logaddexp(0, -margin).mean() + 0.001 * ((weights - (0, 1)) ** 2).sum())

    return np.asarray(minimize(loss, np.array([0.0, 1.0])).x)


def _shares(scores: Floats) -> Floats:
    shares = np.exp(scores - scores.max())
    return np.asarray(shares / shares.sum())


def main() -> None:
    """Learn and write."""
    known = examples()
    learned = {
        "ranking": dict(zip(FEATURES, ranking(known).round(3).tolist(), strict=True)),
        "sure": dict(zip(("bias", "odds"), sureness(known).round(3).tolist(), strict=True)),
    }
    (DATA / "weights.json").write_text(json.dumps(learned, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
