"""What was told is confirmed in one line, as a person would say it, with their own word for their partner."""

from __future__ import annotations

import pytest

from bot.dialogue.partner import relation
from bot.dialogue.saying import Noted
from bot.replies import words
from bot.replies.noting import noted

IELTS = {"test": "ielts_gt", "listening": 8, "reading": 7.5, "writing": 7, "speaking": 7}


def said(lang, new=(), changed=(), gone=(), partner="partner", turn=0):
    return noted(words(lang), Noted(dict(new), dict(changed), gone, partner, turn)).replace("\u00a0", " ")


def test_facts_are_told_in_a_row_without_the_names_of_fields():
    new = {
        "first_language": {**IELTS, "date": "2026-03"},
        "age": 29,
        "job_offer": None,
        "marital_status": "never_married",
    }

    assert said("en", new) == (
        "Got it: 29 years old, single, IELTS General L 8 / R 7.5 / W 7 / S 7 from March 2026, no job offer."
    )
    assert said("fr", new) == (
        "C’est noté : 29 ans, célibataire, IELTS General CO 8 / CE 7,5 / EE 7 / EO 7 (mars 2026), "
        "pas d’offre d’emploi."
    )


def test_four_equal_scores_are_said_once():
    even = dict.fromkeys(("listening", "reading", "writing", "speaking"), 7)

    assert "IELTS General 7 in all four" in said("en", {"first_language": {"test": "ielts_gt", **even}})


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_turn_chooses_one_of_three_wordings(lang):
    assert len({said(lang, {"age": 29}, turn=turn) for turn in range(3)}) == 3


def test_a_date_that_is_added_to_a_test_changes_nothing_else():
    dated = {**IELTS, "date": "2026-06"}

    assert said("en", changed={"first_language": (IELTS, dated)}) == "Got it: test results from June 2026."


def test_what_is_changed_is_said_with_what_stood_there_and_what_is_gone_is_named():
    told = said("en", changed={"age": (34, 35)}, gone=["spouse.age"])

    assert told.splitlines() == [
        "Changed: 35 years old (before: 34 years old).",
        "I no longer count what you said before about your partner’s age.",
    ]


@pytest.mark.parametrize(
    ("text", "lang", "line"),
    [
        ("my wife comes with me", "en", "your wife comes with you"),
        ("my husband comes too", "en", "your husband comes with you"),
        ("mon mari vient avec moi", "fr", "votre mari vient avec vous"),
        ("ma femme m'accompagne", "fr", "votre femme vient avec vous"),
        ("my partner is coming", "en", "your partner comes with you"),
    ],
)
def test_a_partner_is_called_what_the_person_calls_them(text, lang, line):
    assert line in said(lang, {"spouse.accompanying": True}, partner=relation(text))


@pytest.mark.parametrize("text", ["a client's wife", "he is married", "je suis mariée"])
def test_the_partner_of_somebody_else_gives_no_word(text):
    assert relation(text) is None
