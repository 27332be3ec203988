"""A question beside facts is heard as well as the facts."""

from datetime import date

import pytest

from bot.nlu.asides import take
from bot.nlu.decision import Guess, Thresholds
from bot.nlu.facts import read


class Knows:
    """A classifier that is sure about one question."""

    thresholds = Thresholds()

    def __init__(self, piece, label):
        self.piece, self.label = piece, label

    def rank(self, text):
        sure = 0.9 if self.piece in text.lower() else 0.01
        return [Guess(self.label, sure), Guess("inform", 1 - sure)] if sure > 0.5 else [Guess("inform", 0.3)]


def heard(text, lang, piece, label="ask/test_validity"):
    facts = read(text, lang, date(2026, 11, 25))
    return take(Knows(piece, label), text, facts)[1]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("I'm 29 and single. How long is IELTS valid?", "en"),
        ("How long is IELTS valid? I'm 29 and single.", "en"),
        ("im 29 single masters how long is ielts valid", "en"),
        ("J'ai 29 ans, je suis célibataire. Combien de temps le test est-il valide?", "fr"),
        ("j'ai 29 ans combien de temps le test est valide", "fr"),
    ],
)
def test_a_question_beside_facts_is_heard(text, lang):
    assert heard(text, lang, "vali") == ("ask/test_validity",)


def test_facts_about_another_country_are_told_and_not_refused():
    label = "out_of_scope/other_country"
    assert heard("a master's degree from France", "en", "france", label) == ()
    assert heard("J'ai 29 ans. Et pour la France, comment faire?", "fr", "france", label) == (label,)


def test_a_question_that_is_calculated_is_heard_too():
    assert heard("I'm 29. When is the next round?", "en", "round", "ask_latest_round") == (
        "ask_latest_round",
    )


@pytest.mark.parametrize(
    "text", ["I'm 29 and single", "29, IELTS L8 R7 W7 S7, master's", "I'm 29, what about you?"]
)
def test_facts_alone_ask_nothing(text):
    assert heard(text, "en", "valid") == ()


def test_a_question_without_facts_is_no_aside():
    assert heard("How long is IELTS valid?", "en", "valid") == ()


def test_facts_mentioned_in_passing_do_not_hide_the_question():
    text = "as a nurse, how long is my test valid"
    facts = read(text, "en", date(2026, 11, 25))
    meaning, asides = take(Knows("valid", "ask/test_validity"), text, facts)

    assert facts
    assert (meaning.label, asides) == ("ask/test_validity", ())


def test_facts_within_the_question_itself_are_kept_and_the_question_is_answered():
    text = "am 41 years old married is my test still valid"
    facts = read(text, "en", date(2026, 11, 25))
    meaning, asides = take(Knows("valid", "ask/test_validity"), text, facts)

    assert (meaning.label, asides) == ("inform", ("ask/test_validity",))
