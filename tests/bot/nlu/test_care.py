"""Danger to life is known by words of danger; who is worn out, or writes in another language, gets help."""

import pytest

from bot.nlu.care import COMPLAINT, EMERGENCY, cared_for
from bot.nlu.decision import Guess, Meaning
from bot.nlu.other_languages import wished


def taken_for(label, confidence=0.6, decision="answer"):
    return Meaning(label, confidence, decision, (Guess(label, confidence),))


@pytest.mark.parametrize(
    "text", ["I want to die if they refuse me again", "j'ai envie de mourir", "he beats me", "il me frappe"]
)
def test_words_of_danger_get_the_emergency_numbers_whatever_they_remind_of(text):
    assert cared_for(taken_for("out_of_scope/abuse"), text, ()).label == EMERGENCY


@pytest.mark.parametrize(
    "text", ["I want to die, my permit ends in July", "mon permis finit en juin, j'ai envie de mourir"]
)
def test_words_of_danger_beside_a_statement_about_papers_get_the_emergency_numbers(text):
    assert cared_for(taken_for("ask/pgwp_ending", 0.8), text, ()).label == EMERGENCY


@pytest.mark.parametrize(
    "text", ["nobody helps me, I feel alone with this", "this wait is killing me", "cette attente me tue"]
)
def test_being_worn_out_is_no_emergency_and_gets_a_kind_sentence(text):
    assert cared_for(taken_for(EMERGENCY), text, ()).label == COMPLAINT


def test_what_is_asked_in_fear_is_answered():
    asked = taken_for("ask/test_validity", 0.9)

    assert cared_for(asked, "I'm scared, does my IELTS expire?", ()) == asked


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("¿cuánto cuesta la residencia?", "ask_costs"),
        ("quais documentos eu preciso", "ask_documents"),
        ("abeg wetin be my score", "start"),
        ("gaano katagal po ang process", "ask/total_time"),
    ],
)
def test_a_clear_wish_in_another_language_is_that_wish(text, label):
    assert wished(text) == label


@pytest.mark.parametrize("text", ["how long does it take", "combien de points", "my score is 420"])
def test_english_and_french_are_no_other_language(text):
    assert wished(text) is None
