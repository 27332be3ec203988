"""What people ask about themselves in few words, and what only says something kind."""

from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.personal import program_named, questions, without
from bot.nlu.social import courtesy, introduces

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("4 years as accountant in Lagos. so cec?", "qualify_briefly"),
        ("am i ok for fsw then", "qualify"),
        ("what are my options", "qualify"),
        ("et moi, je peux ?", "qualify_briefly"),
        ("quelles sont mes options ?", "qualify"),
        ("is it enough for me and my daughter", "funds"),
        ("c'est suffisant pour nous trois ?", "funds"),
        ("I have CLB 7, is it enough for express entry", "enough"),
        ("will my 2 years count", "own_years"),
        ("ces années vont compter ?", "own_years"),
        ("when I hit 2 years what happens", "milestone"),
        ("quand j'aurai 2 ans ça change quoi ?", "milestone"),
        ("if we marry next year", "marry"),
        ("si on se marie ça change quelque chose ?", "marry"),
        ("what should I do first", "first_step"),
        ("par quoi je commence ?", "first_step"),
        ("I'm 41, is that too old?", "too_old"),
        ("ma conjointe a un doctorat, ça m'aide ?", "partner_counts"),
        ("can she work there?", "partner_work"),
        ("infirmière c'est en demande ?", "in_demand"),
    ],
)
def test_a_question_about_oneself_is_known_by_its_words(text, kind):
    assert [each.kind for each in questions(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "can I apply from inside Canada with a visitor visa",
        "my friend got invited with 430",
        "I worked 2 years in Dubai as a cashier",
        "is my IELTS too old",
        "can I apply if I lose my job",
        "mon fils a 23 ans, il est trop vieux ?",
        "j'ai 2 ans d'expérience à Dakar",
        "je suis mariée depuis 2 ans",
    ],
)
def test_anything_else_is_none(text):
    assert questions(text) == ()


def test_the_rest_of_a_message_stands_where_it_stood():
    text = "29, single. what are my options? and the fees?"

    rest = without(text, questions(text))

    assert len(rest) == len(text)
    assert rest.split() == ["29,", "single.", "and", "the", "fees?"]


@pytest.mark.parametrize(
    ("text", "program"),
    [("so cec?", "cec"), ("am i ok for FSW", "fsw"), ("fsw or cec?", None), ("la TQF pour moi ?", "fsw")],
)
def test_the_program_that_is_named_is_the_one_asked_about(text, program):
    assert program_named(text) == program


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("I'm Chidi from Enugu", "en", "greet"),
        ("its Ahmed from Karachi", "en", "greet"),
        ("it's me again", "en", "greet"),
        ("Good evening sir", "en", "greet"),
        ("that's very kind of you", "en", "thanks"),
        ("enchanté", "fr", "greet"),
        ("moi c'est Fatou, je vis à Conakry", "fr", "greet"),
        ("merci bcp à vous", "fr", "thanks"),
        ("I am tired", "en", None),
        ("I'm a nurse from Manila", "en", None),
        ("I'm single", "en", None),
        ("hello, what is my score", "en", None),
        ("je suis comptable à Dakar", "fr", None),
        ("je suis célibataire", "fr", None),
        ("c'est bon", "fr", None),
    ],
)
def test_who_only_says_something_kind_is_answered_kindly(text, lang, kind):
    assert courtesy(text, lang, TODAY) == kind


def test_a_name_is_no_occupation():
    assert introduces("my name is Olena and I'm from Kharkiv", "en", TODAY)
    assert not introduces("I'm Ravi, software engineer", "en", TODAY)
