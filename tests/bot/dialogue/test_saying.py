"""What the dialogue decides to say is data; the voice has words for all of it."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from bot.dialogue.answers import occupations
from bot.dialogue.commands import COMMANDS
from bot.dialogue.message import STEERING, Case
from bot.dialogue.questions import question
from bot.dialogue.saying import Explained, Noted, Plain, Say, noted
from bot.dialogue.state import State
from bot.replies import words
from bot.replies.intake import in_words
from express_entry.points import Because

BOTH = pytest.mark.parametrize("lang", ["en", "fr"])
TODAY = date(2026, 11, 23)


def test_every_intent_that_steers_has_a_command_and_no_other_has() -> None:
    assert set(COMMANDS) == STEERING


def test_what_was_told_is_new_changed_or_gone_and_silence_where_nothing_is() -> None:
    told = {"age": 29, "education": "doctorate", "spouse.age": 30}

    assert noted(told, {"age": 30, "noc": "21232"}, ["spouse.age", "spouse.noc"]) == [
        Noted(new={"noc": "21232"}, changed={"age": (29, 30)}, gone=["spouse.age"], turn=0)
    ]
    assert noted(told, {"age": 29}, ["spouse.noc"]) == []


@BOTH
@pytest.mark.parametrize("subject", get_args(Plain))
def test_every_plain_subject_is_said_and_remarks_come_before_it_line_by_line(
    lang: str, subject: Plain
) -> None:
    say = words(lang)
    alone, remarked = in_words(
        lang, [Say(subject), Say(subject, [Because("skipped"), Because("late-button")])]
    )

    assert alone.text or subject == "remarks"
    assert remarked.text.startswith(f"{say('skipped')}\n{say('late-button')}")
    assert remarked.text.endswith(alone.text)


@BOTH
def test_an_answer_missed_twice_is_said_even_where_there_is_no_question_to_explain(lang: str) -> None:
    (reply,) = in_words(lang, [Say("remarks", [Explained(None, after="missed")])])

    assert reply.text == words(lang)("not-understood-twice")


@pytest.mark.parametrize(
    ("title", "holds"),
    [
        ("21232", {"code": "21232"}),
        ("NOC 2173", {"code": "2173"}),
        ("skill level B", {"level": "B"}),
        ("welder", {"matches": True}),
        ("qzxw", {}),
    ],
)
def test_a_title_a_code_and_a_level_are_told_apart(title: str, holds: dict[str, object]) -> None:
    asked = question("noc")
    assert asked is not None
    found = occupations(title, asked, Case("en", {}, State(), TODAY))

    for name in ("code", "level"):
        assert getattr(found, name) == holds.get(name)
    assert bool(found.matches) is holds.get("matches", False)
    assert found.found is bool(holds)
