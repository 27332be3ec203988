"""What was last reached on the sets of ``unseen/`` (``floors.yml``), beside what is reached now.

``./run bench floors`` tells both. A test fails where more than :data:`SLACK` points have been lost. After a
change that is worth it, ``python -m bot.bench.floors`` writes what is reached now.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from bot.bench import answers, facts, nlu, noc
from bot.languages import LANGUAGES
from bot.nlu.classifier import IntentClassifier
from bot.nlu.model import load
from bot.rasa.training import ensure_model
from express_entry.yaml_files import read_yaml

FILE = Path(__file__).with_name("floors.yml")
HEAD = "# In percent, on the sets of unseen/; `python -m bot.bench.floors` writes what is reached now.\n"
SLACK = 2.0
"""So many points may be lost to chance, or to what a change gains elsewhere."""

Figures = dict[str, dict[str, float]]
"""Figures by name, by the measurement that they come from. More is better in all of them."""


def committed() -> Figures:
    """What was reached when somebody last wrote it down."""
    figures: Figures = read_yaml(FILE)
    return figures


def reached() -> Figures:
    """What is reached now: the cheap part of four measurements, with the trained model."""
    classifier = load(ensure_model())
    return {
        "nlu": _intents(classifier),
        "answers": _answers(classifier),
        "facts": _chosen(facts.measure(), ("precision", "recall", "f1")),
        "noc": _occupations(),
    }


def floors() -> dict[str, Any]:
    """Each figure as committed and as reached now, as a table."""
    now = reached()
    return {
        "slack": SLACK,
        "table": [
            {
                "figure": f"{bench} {name}",
                "committed": before,
                "now": now[bench][name],
                "change": f"{now[bench][name] - before:+.1f}",
            }
            for bench, figures in committed().items()
            for name, before in figures.items()
        ],
    }


def _intents(classifier: IntentClassifier) -> dict[str, float]:
    phrasings = nlu.unseen()
    found = {
        f"{name}_{lang}": share
        for lang in LANGUAGES
        for name, share in nlu.quality(classifier, [row for row in phrasings if row.lang == lang], []).items()
    }
    return _chosen(found, ("top_1", "top_3", "macro_f1", "out_of_scope_recall"))


def _answers(classifier: IntentClassifier) -> dict[str, float]:
    found, _ = answers.shares(classifier)
    return _chosen(found, ("right_first", "right_in_three", "not_answered_out_of_scope", "language_told"))


def _occupations() -> dict[str, float]:
    figures = {}
    for lang in LANGUAGES:
        known = [each for name in noc.SETS for each in noc.titles(name) if each.lang == lang]
        places = [noc.place(each, noc.codes) for each in known]
        figures[f"first_{lang}"] = round(100 * sum(place == 1 for place in places) / len(places), 1)
        figures[f"among_five_{lang}"] = round(100 * sum(place > 0 for place in places) / len(places), 1)
    return figures


def _chosen(numbers: dict[str, Any], names: Iterable[str]) -> dict[str, float]:
    return {f"{name}_{lang}": numbers[f"{name}_{lang}"] for name in names for lang in LANGUAGES}


if __name__ == "__main__":
    FILE.write_text(HEAD + yaml.safe_dump(reached(), sort_keys=False), encoding="utf-8")
