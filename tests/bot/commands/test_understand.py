"""A line of messages says in which language, to which question and beside which profile each is meant."""

from __future__ import annotations

import json
from datetime import date

import pytest

from bot.commands.common import WrongInput
from bot.commands.understand import _answer, _line
from bot.nlu.decision import Guess, Thresholds
from express_entry.profile import ProfileError
from express_entry.vocabulary import ABILITIES

TODAY = date(2026, 11, 29)


class InEveryLanguage:
    """A classifier that is equally sure in both languages."""

    thresholds = Thresholds(sure=0.5, possible=0.2)

    def in_language(self, lang):
        return self


class Informs(InEveryLanguage):
    """A classifier to which every message tells something."""

    def rank(self, text):
        return [Guess("inform", 0.9), Guess("ask_chances", 0.05)]


def understood(**line):
    return _answer(Informs(), _line(json.dumps(line).encode()), TODAY)


def test_a_message_answers_the_question_on_the_table():
    partner = {"marital_status": "married"}
    found = understood(text="no", lang="en", asked="spouse.citizen_or_permanent_resident", profile=partner)

    assert found["facts"] == {"spouse": {"citizen_or_permanent_resident": False}}


def test_what_no_longer_holds_is_withdrawn():
    found = understood(text="forget my age", lang="en", profile={"age": 31})

    assert (found["facts"], found["withdrawn"]) == ({}, ["age"])


def test_what_is_not_sure_is_in_doubt_and_no_fact():
    found = understood(text="I'm about 31", lang="en")

    assert found["facts"] == {}
    assert [(doubt["path"], doubt["readings"]) for doubt in found["doubts"]] == [("age", [31])]


def test_what_told_something_and_found_no_place_is_named():
    assert understood(text="31, single, black belt in judo", lang="en")["unplaced"] == ["black belt in judo"]


@pytest.mark.parametrize("line", [{"text": 3}, {"text": "a", "lang": "de"}, {"text": "a", "asked": "color"}])
def test_a_line_that_is_wrong_is_refused(line):
    with pytest.raises(WrongInput):
        _line(json.dumps(line).encode())


def test_a_profile_that_is_wrong_is_refused():
    with pytest.raises(ProfileError):
        _line(b'{"text": "a", "profile": {"age": -2}}')


class Hears(InEveryLanguage):
    """A classifier that knows a question about costs and one about the assessment by a word in each."""

    def rank(self, text):
        asked = [Guess("ask_costs", 0.8)] if "fees" in text else []
        asked += [Guess("ask/eca_needed", 0.7)] if "ECA" in text else []
        return [*asked, Guess("inform", 0.1)]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("29, single, master's. How much are the fees?", ["ask_costs"]),
        ("Do I need an ECA? And how much are the fees?", ["ask_costs", "ask"]),
        ("29, single", []),
    ],
)
def test_every_question_is_named_also_beside_facts(text, asks):
    found = _answer(Hears(), _line(json.dumps({"text": text, "lang": "en"}).encode()), TODAY)

    assert sorted(each["intent"] for each in found["asks"]) == sorted(asks)
    assert all({*each} == {"intent", "answer", "confidence", "decision"} for each in found["asks"])


def test_levels_told_without_scores_stand_beside_the_profiles_form():
    found = understood(text="CLB 9 in all four, 29 years old", lang="en")

    assert found["facts"] == {"age": 29}
    assert found["levels"] == {"english_levels": dict.fromkeys(ABILITIES, 9)}
