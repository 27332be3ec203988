"""What is shown of what is known: each line of the story can be pressed, and its question is asked again."""

from __future__ import annotations

from datetime import date

import pytest

from bot.channels.knowing import change, known
from bot.dialogue.state import State
from bot.dialogue.told import nest
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


@pytest.mark.parametrize(
    ("path", "asked"), [("english_levels", "first_language"), ("spouse.french_levels", "spouse.language")]
)
def test_levels_are_a_line_of_their_own_whose_change_asks_for_the_test(path: str, asked: str) -> None:
    levels = {"listening": 9, "reading": 9, "writing": 8, "speaking": 9}
    story = nest({"marital_status": "married", path: levels})
    found = known(story, State(), "en", TODAY)
    (line,) = (line for line in found["shown"]["told"] if "level" in line["title"])

    assert "L 9 / R 9 / W 8 / S 9" in line["value"]
    assert line["change"] == asked


def test_levels_stand_beside_the_profile_whose_form_has_none_and_give_the_score() -> None:
    levels = dict.fromkeys(("listening", "reading", "writing", "speaking"), 9)
    found = known({**STORY, "english_levels": levels}, State(), "en", TODAY)

    assert found["profile"] == STORY
    assert found["levels"] == {"english_levels": levels}
    assert "score" in found["shown"]
    assert "score" not in known(STORY, State(), "en", TODAY)["shown"]
