"""Sentences that read as a person would say them."""

from __future__ import annotations

import pytest

from bot.dialogue.state import Doubt
from bot.replies import words
from bot.replies.describe import about_entry

UNTITLED = {"jobs": [{"years": 3}]}


@pytest.mark.parametrize(
    ("lang", "asked"),
    [("en", "Where was this work"), ("fr", "Où avez-vous fait ce travail")],
)
def test_work_without_a_title_is_asked_about_without_one(lang: str, asked: str) -> None:
    found = about_entry(words(lang), Doubt(path="jobs.0.in_canada", readings=(True, False)), UNTITLED)

    assert found is not None
    assert found[0].startswith(asked)


@pytest.mark.parametrize(("lang", "one"), [("en", "for one person"), ("fr", "pour une personne")])
@pytest.mark.parametrize("message", ["costs-funds", "costs-funds-open"])
def test_one_person_is_no_family(lang: str, one: str, message: str) -> None:
    said = words(lang)(message, amount="15 000 $", size=1, date="2025")

    assert one in said
