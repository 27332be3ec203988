"""Whether enough is known for a calculation not to mislead (``data/readiness.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from bot.dialogue.state import State
from bot.dialogue.told import TEST_PATHS, Told, levels_for_tests
from express_entry.yaml_files import read_yaml

READINESS = Path(__file__).parents[2] / "data" / "readiness.yml"

Calculation = Literal[
    "score", "improve", "whatif", "age", "standing", "eligibility", "categories", "principal", "costs"
]


LANGUAGE, RESULTS = "language", "results"
"""What is needed of a language: a test, or the results of one that is still to come."""


@lru_cache(maxsize=1)
def needs() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """By calculation: what it needs, each with the facts of which any one tells it."""
    return {
        calculation: {need: tuple(facts) for need, facts in lines.items()}
        for calculation, lines in read_yaml(READINESS).items()
    }


def missing_for(calculation: Calculation, told: Told, state: State) -> tuple[str, ...]:
    """What ``calculation`` still needs, in the order of the file; nothing once the person has gone through
    the questions and left it open knowingly. Levels that were told stand for a test; who has none yet needs
    its results."""
    if state.reviewed:
        return ()
    told = {**told, **levels_for_tests(told)}
    return tuple(
        RESULTS if need == LANGUAGE and TEST_PATHS[0] in state.untested else need
        for need, facts in needs()[calculation].items()
        if not any(path in told for path in facts)
    )
