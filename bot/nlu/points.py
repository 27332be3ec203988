"""What a question about points names: a fact with its value, a factor, a part of the score, a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.facts import Fact
from bot.nlu.facts import read
from bot.nlu.personal import asked_kinds
from bot.nlu.spoken import YES_NO, factors, holds, named_alone, plain, spoken
from express_entry.studies import canadian_level

_NUMBER = re.compile(r"\b\d{1,3}\b")
_YEARS_OF_AGE = re.compile(r"(\d\d)(?: (?:ans?|years?|yrs?))?")
OF_PARTNER: Mapping[str, str] = {
    "age": "spouse_age",
    "education": "spouse_education",
    "first_language": "spouse_language",
    "second_language": "spouse_language",
    "canadian_work_years": "spouse_canadian_work_years",
    "foreign_work_years": "spouse_foreign_work_years",
}
NUMBERS = frozenset({"age", "canadian_work_years", "foreign_work_years"})
FRENCH = "NCLC"
"""What levels are called where the test is in French; in a French message also where it is in English."""


@dataclass(frozen=True)
class Asked:
    """What was named, in the words of :data:`express_entry.factors.FACTS`.

    Attributes:
        values: facts with a value ("a master's", "CLB 9", "a brother").
        factors: all that were named, with a value or without ("age", "work abroad with language").
        section: a part of the score.
        numbers: points that were quoted ("why 100 for the last part?").
        grid: the 67-point grid of the Federal Skilled Worker class.
        most: the most that there is.
        low: the whole score, as a low one.
        french: the level of a first language that was named is one of French.
        language: the one official language that was named, by itself or by its test.
    """

    values: Mapping[str, Any]
    factors: tuple[str, ...]
    section: str | None
    numbers: tuple[int, ...]
    grid: bool
    most: bool
    low: bool
    french: bool = False
    language: str | None = None


def asked(text: str, lang: str, today: date) -> Asked:
    """What ``text`` (in the language ``lang``) asks the points of."""
    words = plain(text)
    partner = holds(words, spoken()["partner"]) or "partner_counts" in asked_kinds(text)
    named = factors(words)
    values = dict(_values(text, lang, today, partner)) | {name: True for name in named if name in YES_NO}
    owned = tuple(_of(name, partner) for name in named)
    return Asked(
        values=values,
        factors=tuple(dict.fromkeys((*values, *owned))),
        section=next((name for name, said in spoken()["sections"].items() if holds(words, said)), None),
        numbers=tuple(int(number) for number in _NUMBER.findall(words)),
        grid=holds(words, spoken()["grid"]),
        most=holds(words, spoken()["most"]),
        low=holds(words, spoken()["low"]),
        language=_language(words),
    )


def _language(words: str) -> str | None:
    """The official language that is named; None for none or both."""
    named = [
        each
        for each, names in spoken()["languages"].items()
        if holds(words, (*names, *spoken()["tests"][each]))
    ]
    return named[0] if len(named) == 1 else None


def as_first_language(found: Asked) -> Asked:
    """The same of somebody for whom a level of French is one of the first language."""
    if "second_language" not in found.values:
        return found
    values = {
        ("first_language" if name == "second_language" else name): each for name, each in found.values.items()
    }
    return replace(found, values=values, factors=tuple(dict.fromkeys((*values, *found.factors))), french=True)


def _of(name: str, partner: bool) -> str:
    return OF_PARTNER.get(name, name) if partner else name


def _values(text: str, lang: str, today: date, partner: bool) -> Iterator[tuple[str, Any]]:
    """The facts with a value: what is left without the words that ask is read as it would be told."""
    alone = named_alone(text)
    for part in (text, alone):
        facts = read(part, lang, today, supposed=True, lists=("credentials",))
        found = {name: value for fact in facts for name, value in _value(fact, text, partner)}
        if found:
            yield from found.items()
            return
    if age := _YEARS_OF_AGE.fullmatch(alone):
        yield _of("age", partner), int(age[1])


def levels_of(fact: Fact) -> dict[str, Any]:
    """The levels of a ``language_levels`` fact, by ability or for all."""
    return {name: level for name, level in fact.value.items() if name != "framework"}


def is_counted(level: Any) -> bool:
    """Whether a level is one of CLB or NCLC: Express Entry counts no other, such as B2."""
    return isinstance(level, int | float)


def _value(fact: Fact, text: str, partner: bool) -> Iterator[tuple[str, Any]]:
    """A fact in the words of the score."""
    partner, named = partner or fact.person == "partner", factors(plain(text))
    if fact.field == "credential" and "canadian_education" in named:
        if fact.sure:
            yield "canadian_education", canadian_level(fact.readings[0]["level"])
    elif fact.field == "credential":
        yield _of("education", partner), fact.readings[0]["level"]
    elif fact.field == "language_levels" and all(map(is_counted, levels_of(fact).values())):
        french = fact.value["framework"] == FRENCH and "second_language" in named
        level = min(levels_of(fact).values())
        yield _of("second_language" if french else "first_language", partner), int(level)
    elif not isinstance(fact.value, int | float):  # a range, or from one year to another
        return
    elif fact.field == "work_years":
        yield _of("foreign_work_years", partner), int(fact.value)
    elif fact.field in NUMBERS:
        yield _of(fact.field, partner), int(fact.value)
