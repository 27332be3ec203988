"""Whether a message asks if the person's own test or assessment still counts, and of which day it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.nlu.facts import read
from bot.nlu.facts.hearing import hear
from bot.nlu.language import asks
from bot.nlu.spoken import holds, plain, spoken

Paper = Literal["test", "eca"]
_YEAR = re.compile(r"\b20[12]\d\b")
LISTS = ("credentials",)
_SENTENCE = re.compile(r"(?:[^.!?;\n]|(?<=\d)\.(?=\d))+[.!?;\n]*")


@dataclass(frozen=True)
class Validity:
    """What is asked about: the paper, the test that is named, and its date (as in the profile) where told."""

    paper: Paper
    test: str | None = None
    date: str | None = None


LABELS = {"test": "ask/test_validity", "eca": "ask/eca_validity"}
"""The answers that say how long each of them counts."""


def asked(text: str, lang: str, today: date) -> Validity | None:
    """What ``text`` asks the validity of; None for any other message, and for a question about the rule."""
    words, said = plain(text), spoken()["validity"]
    if not any(map(_asks_of_validity, _SENTENCE.findall(text))):
        return None
    facts = {fact.field: fact for fact in read(text, lang, today, supposed=True, lists=LISTS)}
    named = facts["language_test"].value if "language_test" in facts else {}
    issued = facts["eca_date"].value if "eca_date" in facts else None
    own = holds(words, said["own"])
    if holds(words, spoken()["papers"]["eca_date"]) and (own or issued):
        return Validity("eca", date=issued)
    if not named and not holds(words, said["tests"]):
        return None
    day = named.get("date") or _past_day(text, lang, today)
    return Validity("test", named.get("test"), day) if own or day else None


def _past_day(text: str, lang: str, today: date) -> str | None:
    """The one past day, month or year that a message names."""
    told = {dated.told for dated in hear(text, lang, today, supposed=True).dates}
    told |= set() if told else set(_YEAR.findall(text))
    return next(iter(told)) if len(told) == 1 and min(told) <= today.isoformat() else None


def _asks_of_validity(sentence: str) -> bool:
    words, said = plain(sentence), spoken()["validity"]
    return (asks(sentence) or holds(words, said["certain"])) and holds(words, said["valid"])


def refused_test(text: str, lang: str, today: date) -> str | None:
    """The name of a test that Express Entry does not take, where a message asks about it."""
    if not asks(text):
        return None
    facts = read(text, lang, today, supposed=True)
    return next((str(fact.value) for fact in facts if fact.field == "wrong_test"), None)
