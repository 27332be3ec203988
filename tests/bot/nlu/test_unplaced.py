"""What told something and was not understood is named; pleasantries and other people's facts are not."""

from __future__ import annotations

from datetime import date

import pytest

from bot.facts import KEPT
from bot.nlu.decision import INFORM
from bot.nlu.facts import read
from bot.nlu.unplaced import unplaced

TODAY = date(2026, 11, 29)


def left(text, lang="en", asides=()):
    return unplaced(text, lang, read(text, lang, TODAY, lists=KEPT), (INFORM, *asides), TODAY)


@pytest.mark.parametrize(
    ("lang", "text", "pieces"),
    [
        ("en", "31, single, I breed goldfinches, masters from Ghana", ("I breed goldfinches",)),
        ("en", "I'm 40 and I have a fishing licence", ("I have a fishing licence",)),
        ("fr", "31 ans, célibataire, je tiens une fleuristerie", ("je tiens une fleuristerie",)),
        ("fr", "j'ai 40 ans et j'ai un permis de pêche", ("j'ai un permis de pêche",)),
    ],
)
def test_what_nobody_understood_is_left(lang, text, pieces):
    assert left(text, lang) == pieces


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Good morning, hope all is well! I'm 31 and single, thank you so much"),
        ("en", "I'm 31, my sister runs a flower shop"),
        ("en", "I'm 31, what if I opened a flower shop?"),
        ("en", "I'm 31, originally from Ghana, living in Accra"),
        ("fr", "Bonjour, j'espère que vous allez bien! J'ai 31 ans, merci beaucoup"),
        ("fr", "j'ai 31 ans, ma sœur tient une fleuristerie"),
        ("fr", "j'ai 31 ans, et si j'ouvrais une fleuristerie?"),
        ("fr", "j'ai 31 ans, née au Ghana, vivant à Accra"),
    ],
)
def test_filler_questions_and_other_people_are_not(lang, text):
    assert left(text, lang) == ()


def test_a_statement_that_was_taken_for_a_question_is_answered():
    assert left("I'm 31. My health exam was done last week.", asides=("ask/medical_exam",)) == ()


def test_a_message_that_tells_nothing_leaves_nothing():
    assert unplaced("the flower shop next door", "en", (), ("greet",), TODAY) == ()
