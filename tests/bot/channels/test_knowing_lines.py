"""What is shown of what is known: each line of the story can be pressed, and its question is asked again."""

from __future__ import annotations

from datetime import date

import pytest

from bot.channels.knowing import change, known
from bot.dialogue.state import State
from bot.languages import LANGUAGES

TODAY = date(2026, 11, 29)
STORY = {
    "age": 29,
    "marital_status": "never_married",
    "credentials": [{"level": "masters_or_professional", "in_canada": False}],
    "jobs": [{"title": "developer", "years": 3, "in_canada": False, "noc": "21232"}],
    "dependent_children": [{"age": 3}],
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_told_or_counted_can_be_pressed_to_change_it(lang: str) -> None:
    shown = known(STORY, State(), lang, TODAY)["shown"]
    lines = [*shown["told"], *shown["counted"]]
    assert [line["title"] for line in lines if "change" not in line] == []
    assert all(change(line["change"], lang) for line in lines)


@pytest.mark.parametrize(
    ("in_canada", "asked"), [(True, "canadian_work_years"), (False, "foreign_work_years")]
)
def test_a_job_is_asked_about_where_it_was(in_canada: bool, asked: str) -> None:
    story = {"jobs": [{"title": "developer", "years": 2, "in_canada": in_canada, "noc": "21232"}]}
    (line,) = known(story, State(), "en", TODAY)["shown"]["told"]
    assert line["change"] == asked
