"""An assessment that one of several diplomas lacks is that diploma's alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.dialogue.reading import read_answers
from bot.facts import KEPT
from bot.nlu.facts import read

TODAY = date(2026, 11, 29)
BACHELOR, MASTER = "bachelors_or_three_year", "masters_or_professional"


def answers(text: str, lang: str, told: dict[str, Any] | None = None) -> dict[str, Any]:
    facts = read(text, lang, TODAY, lists=KEPT)
    return read_answers(facts, None, told or {}, {}, TODAY, lang).answers


def without(found: dict[str, Any]) -> list[str]:
    """The levels of the diplomas that are told to have no assessment."""
    return [each["level"] for each in found["credentials"] if "eca_date" in each and each["eca_date"] is None]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "BSc from Lagos, WES done in 2025. my MBA was never assessed"),
        ("en", "BSc from Ghana, WES says bachelor. I also have an MBA but never gave it to WES"),
        ("fr", "ma licence a une EDE de 2025, mon master n'est pas évalué"),
    ],
)
def test_the_diploma_named_beside_it_has_none(lang: str, text: str) -> None:
    found = answers(text, lang)
    assert without(found) == [MASTER]
    assert found.get("eca_date", "2025") == "2025"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "a bachelor's and a master's from India, no ECA yet"),
        ("fr", "une licence et un master du Sénégal, pas encore d'EDE"),
    ],
)
def test_where_no_other_one_is_assessed_none_is(lang: str, text: str) -> None:
    found = answers(text, lang)
    assert found["eca_date"] is None
    assert without(found) == []


def test_a_diploma_told_later_takes_no_assessment_from_the_first() -> None:
    told = {"credentials": [{"level": BACHELOR, "in_canada": False}], "eca_date": "2025"}
    found = answers("and an MBA, not assessed", "en", told)
    assert without(found) == [MASTER]
    assert "eca_date" not in found
