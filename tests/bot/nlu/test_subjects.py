"""What questions are about, by their words."""

from __future__ import annotations

import pytest

from bot.nlu.counting import hours_for_a_year
from bot.nlu.subjects import is_about, subject
from bot.nlu.supposing import in_letters, supposes_levels


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("44, too late?", "ask/maximum_age"),
        ("je suis trop vieille pour ça ?", "ask/maximum_age"),
        ("le consultant a mon mot de passe", "ask/report_fraud"),
        ("minimum IELTS?", "ask/language_minimum"),
        ("when do celpip results come out", "out_of_scope/book_test"),
    ],
)
def test_the_words_of_a_question_tell_its_subject(text: str, label: str) -> None:
    assert is_about(label, text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("my test from 2024, is it too old?", "ask/maximum_age"),
        ("my kid is 21, is it too late for him", "ask/maximum_age"),
        ("does my consultant need my password?", "ask/report_fraud"),
        ("how much does the IELTS cost", "ask/language_minimum"),
    ],
)
def test_a_question_about_something_else_has_another(text: str, label: str) -> None:
    assert not is_about(label, text)


def test_some_questions_are_only_those_of_messages_that_were_mistaken() -> None:
    assert subject("am I good for skilled trades?") is None
    assert subject("am I good for skilled trades?", "out_of_scope") == "ask_eligibility"


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("25h a week, how long until I have the year?", 25),
        ("à 37,5 heures par semaine combien de temps pour un an", 37.5),
        ("I work 25 hours a week", None),
        ("how long is a year of work", None),
    ],
)
def test_the_hours_of_a_year_that_is_asked_about(text: str, hours: float | None) -> None:
    assert hours_for_a_year(text) == hours


def test_levels_in_letters_are_those_of_a_french_test() -> None:
    assert in_letters("B2 ou C1 au TEF ?") == ("b2", "c1")
    assert in_letters("B2 in English") == ()


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("si j'ai NCLC 10 partout en français et rien en anglais", True),
        ("how many points for NCLC 9 in French", True),
        ("which CLB do I need for the CEC", False),
        ("I have CLB 9 in English", False),
    ],
)
def test_levels_are_supposed_and_not_told_or_asked_for(text: str, supposed: bool) -> None:
    assert supposes_levels(text) is supposed
