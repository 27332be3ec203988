"""What follows for the profile from facts that are no answers of their own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.dialogue.reading import read_answers
from bot.nlu.facts import read

TODAY = date(2026, 11, 23)


def answers(text: str, lang: str, told: dict[str, Any]) -> dict[str, Any]:
    return read_answers(read(text, lang, TODAY), None, told, {}, TODAY).answers


@pytest.mark.parametrize(
    ("text", "lang"), [("my wife is 28", "en"), ("hubby: 33, B.Com", "en"), ("mon mari a 41 ans", "fr")]
)
def test_whoever_speaks_of_a_wife_or_husband_is_married(text: str, lang: str) -> None:
    assert answers(text, lang, {})["marital_status"] == "married"


def test_a_status_that_was_told_stays_when_a_wife_is_spoken_of() -> None:
    assert "marital_status" not in answers("my wife is 28", "en", {"marital_status": "separated"})


@pytest.mark.parametrize("text", ["my ex-wife is 28", "my brother's wife is 28", "what if my wife is 28"])
def test_somebody_else_s_wife_or_a_supposed_one_marries_nobody(text: str) -> None:
    assert answers(text, "en", {}).get("marital_status") != "married"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("she is coming with me and she is a citizen", "en"),
        ("she comes with me and she is a permanent resident", "en"),
        ("ma conjointe m'accompagne et elle est citoyenne canadienne", "fr"),
    ],
)
def test_a_canadian_partner_who_comes_along_is_taken_before_any_marital_status_is_known(
    text: str, lang: str
) -> None:
    reading = read_answers(read(text, lang, TODAY), None, {}, {}, TODAY)

    assert reading.answers["spouse.citizen_or_permanent_resident"] is True
    assert reading.needless == {"spouse.accompanying"}
    assert not reading.doubts
