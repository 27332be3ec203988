"""Whether a message asks if the person's own test or assessment still counts, and of which day it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.nlu.facts import read
from bot.nlu.language import asks
from bot.nlu.spoken import holds, plain, spoken

Paper = Literal["test", "eca"]
LISTS = ("credentials",)


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
    if not (asks(text) or holds(words, said["certain"])) or not holds(words, said["valid"]):
        return None
    facts = {fact.field: fact for fact in read(text, lang, today, supposed=True, lists=LISTS)}
    named = facts["language_test"].value if "language_test" in facts else {}
    issued = facts["eca_date"].value if "eca_date" in facts else None
    own = holds(words, said["own"])
    if holds(words, spoken()["papers"]["eca_date"]) and (own or issued):
        return Validity("eca", date=issued)
    if (named or holds(words, said["tests"])) and (own or "date" in named):
        return Validity("test", named.get("test"), named.get("date"))
    return None


def refused_test(text: str, lang: str, today: date) -> str | None:
    """The name of a test that Express Entry does not take, where a message asks about it."""
    if not asks(text):
        return None
    facts = read(text, lang, today, supposed=True)
    return next((str(fact.value) for fact in facts if fact.field == "wrong_test"), None)
