"""A question beside facts is heard as well as the facts."""

from datetime import date

import pytest

from bot.facts import KEPT
from bot.nlu.asides import PERHAPS, take
from bot.nlu.decision import Guess, Thresholds
from bot.nlu.facts import read
from bot.nlu.facts.hearing import hear
from bot.nlu.language import comes_to_canada


class Knows:
    """A classifier that is sure about one question."""

    thresholds = Thresholds()

    def __init__(self, piece, label):
        self.piece, self.label = piece, label

    def rank(self, text):
        sure = 0.9 if self.piece in text.lower() else 0.01
        return [Guess(self.label, sure), Guess("inform", 1 - sure)] if sure > 0.5 else [Guess("inform", 0.3)]


def taken(classifier, text, facts, lang="en"):
    return take(classifier, text, facts, hear(text, lang, date(2026, 11, 25)).words)


def heard(text, lang, piece, label="ask/test_validity"):
    facts = read(text, lang, date(2026, 11, 25))
    return taken(Knows(piece, label), text, facts, lang)[1]


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


class Wavers:
    """A classifier that only knows how likely a question is, not which."""

    thresholds = Thresholds(sure=0.8, possible=0.1)

    def __init__(self, *chances):
        self.guesses = [
            Guess(label, chance)
            for label, chance in zip(
                ("ask/spouse_points", "ask_principal", "out_of_scope", "inform"), chances, strict=True
            )
        ]

    def rank(self, text):
        return sorted(self.guesses, key=lambda guess: -guess.confidence)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("my wife has a bachelor, she is coming too, more marks", "en"),
        ("ma femme a une licence, elle vient, plus de points", "fr"),
    ],
)
def test_a_question_without_a_word_that_asks_is_offered_beside_the_facts(text, lang):
    facts = read(text, lang, date(2026, 11, 25))
    meaning, asides = taken(Wavers(0.55, 0.4, 0.02, 0.03), text, facts, lang)

    assert (meaning.label, asides) == ("inform", (f"{PERHAPS}ask/spouse_points", f"{PERHAPS}ask_principal"))


@pytest.mark.parametrize("chances", [(0.3, 0.2, 0.05, 0.45), (0.1, 0.05, 0.75, 0.1)])
def test_what_may_only_be_told_or_be_out_of_scope_asks_nothing(chances):
    text = "my wife has a bachelor, she is coming too, fine"

    assert taken(Wavers(*chances), text, read(text, "en", date(2026, 11, 25)))[1] == ()


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
    meaning, asides = taken(Knows("valid", "ask/test_validity"), text, facts)

    assert facts
    assert (meaning.label, asides) == ("ask/test_validity", ())


def test_facts_within_the_question_itself_are_kept_and_the_question_is_answered():
    text = "am 41 years old married is my test still valid"
    facts = read(text, "en", date(2026, 11, 25))
    meaning, asides = taken(Knows("valid", "ask/test_validity"), text, facts)

    assert (meaning.label, asides) == ("inform", ("ask/test_validity",))


# Where the classifier is not asked


class Asked(Knows):
    """A classifier that notes what it is asked."""

    def __init__(self):
        super().__init__("", "out_of_scope")
        self.texts = []

    def rank(self, text):
        self.texts.append(text)
        return super().rank(text)


def meant(text, lang="en"):
    classifier = Asked()
    meaning, asides = taken(classifier, text, read(text, lang, date(2026, 11, 25), lists=KEPT), lang)
    return meaning.label, asides, classifier.texts


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("29, single, MBA", "en"),
        ("12 May 1997, never married", "en"),
        ("18000 GBP", "en"),
        ("29 ans, célibataire", "fr"),
        ("electrician, 41 years old, from Belgium", "en"),
        ("électricien, 41 ans, Belgique", "fr"),
        ("I am 34 years old, my IELTS is L8 R7.5 W7 S7 and I have a master's", "en"),
        ("j'ai 34 ans et j'ai un master", "fr"),
    ],
)
def test_a_message_that_is_facts_throughout_is_told_whatever_its_words_remind_of(text, lang):
    assert meant(text, lang) == ("inform", (), [])


@pytest.mark.parametrize(
    "text",
    [
        "29, single?",
        "is 29 single",
        "29 and what about you",
        "TOEFL",
        "I have the TOEFL",
        "I am not 29",
        "NOC 63200",
        "nurse",
        "29",
        "nurse Belgium",
    ],
)
def test_where_something_may_be_asked_the_classifier_is_heard(text):
    assert text in meant(text)[2]


def test_what_a_button_stands_for_is_not_understood_as_words():
    assert meant('/inform{"value": "29"}')[1:] == ((), [])


@pytest.mark.parametrize(
    ("text", "lang"), [("is a truck driver eligible?", "en"), ("un camionneur est admissible ?", "fr")]
)
def test_a_question_about_an_occupation_is_one_whatever_its_words_remind_of(text, lang):
    facts = read(text, lang, date(2026, 11, 25))
    assert taken(Knows("il", "ask_eligibility"), text, facts, lang)[0].label == "ask_noc"


def test_whoever_tells_more_than_a_title_tells_it():
    facts = read("I am 46, is a plumber eligible?", "en", date(2026, 11, 25))
    assert (
        taken(Knows("nothing", "ask_eligibility"), "I am 46, is a plumber eligible?", facts)[0].label
        == "inform"
    )


@pytest.mark.parametrize(
    ("text", "lang"), [("total fees 2 adults 1 kid", "en"), ("frais pour un couple avec trois enfants", "fr")]
)
def test_a_family_that_money_is_asked_for_is_not_told(text, lang):
    facts = read(text, lang, date(2026, 11, 25))
    meaning, asides = taken(Knows("f", "ask_costs"), text, facts, lang)
    assert (meaning.label, asides) == ("ask_costs", ())


@pytest.mark.parametrize(
    ("text", "comes"),
    [
        ("can a nurse move to Canada?", True),
        ("comment immigrer au Canada", True),
        ("can a nurse move to Australia?", False),
        ("is Canada cold", False),
    ],
)
def test_coming_to_canada_is_heard(text, comes):
    assert comes_to_canada(text) is comes
