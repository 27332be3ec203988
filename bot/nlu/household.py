"""The family that a question about fees or funds names ("2 adults and a child", "on est quatre").

It is what is asked about and not told: nothing of it is stored. The words stand in ``data/household.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.nlu.facts.hearing import hear
from bot.nlu.language import SENTENCES, asks
from express_entry.occupations.title_index import fold

WORDS = Path(__file__).parents[2] / "data" / "household.yml"
LARGEST = 12
"""The largest family that is read; a larger number counts something else."""
COUPLE = 2
LEAST_SAVINGS = 1000
"""Canadian dollars: the least amount that is read as savings."""

_BETWEEN = re.compile(
    r"[?;]|\b(?:vs|versus|contre|or|ou)\b"
    r"|\b(?:and|et|then|puis)\s+(?=(?:for|if|without|pour|si|sans|famille|family)\b)",
    re.IGNORECASE,
)
"""What stands between two families of one question."""
_WORD = re.compile(r"[^\W_]+")
_WRITTEN = re.compile(r"([12])\+(\d{1,2})\b")
_AMOUNT = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+|\d{4,7}|\d{1,3}(?=\s?k\b))\s?(k\b)?", re.I
)


@dataclass(frozen=True)
class Household:
    """The people whom a question is about: one or two adults, and children."""

    adults: int
    children: int

    @property
    def size(self) -> int:
        """How many they are."""
        return self.adults + self.children

    def written(self) -> str:
        """The same for a button."""
        return f"{self.adults}+{self.children}"

    @classmethod
    def read(cls, written: str) -> Household | None:
        """What a button carries."""
        found = _WRITTEN.match(written)
        return cls(int(found[1]), int(found[2])) if found else None

    def document(self) -> dict[str, Any]:
        """The same as a fragment of the profile's form; a partner comes along."""
        couple = {"marital_status": "married", "spouse": {"accompanying": True}}
        return {
            **(couple if self.adults == COUPLE else {"marital_status": "never_married"}),
            "family_size": self.size,
        }


@lru_cache(maxsize=2)
def _said(lang: str) -> Mapping[str, Any]:
    listed = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    numbers = {word: number for number, words in listed["numbers"][lang].items() for word in words.split()}
    sets = {
        kind: frozenset(listed[kind][lang].split())
        for kind in ("kids", "adults", "couple", "other", "expected")
    }
    return {
        "numbers": numbers,
        **sets,
        **{
            kind: listed[kind][lang]
            for kind in (
                *("alone", "size", "pair", "twins", "enough", "money", "own", "childless", "funds", "again"),
                "no_funds",
                "spent",
            )
        },
    }


def household(text: str, lang: str) -> Household | None:
    """The family that ``text`` names; None where it names none, or only children."""
    said = _said(lang)
    words = [fold(word) for word in _WORD.findall(_AMOUNT.sub(" ", text))]
    low = f" {' '.join(words)} "
    counted = [_number(word, said) for word in words]
    children = 0 if said["expected"] & set(words) else _children(words, counted, said)
    if children and any(f" {phrase} " in low for phrase in said["pair"]):
        return Household(COUPLE, children)
    adults = _before(words, counted, said["adults"]) or (2 if said["couple"] & set(words) else 0)
    size = _size(words, counted, said)
    if adults:
        return Household(min(adults, COUPLE), max(children, size - min(adults, COUPLE)))
    if size:
        adults = min(COUPLE, max(1, size - children))
        return Household(adults, size - adults)
    if any(f" {phrase} " in low for phrase in said["pair"]):
        return Household(COUPLE, 0)
    alone = any(f" {phrase} " in low for phrase in said["alone"])
    return Household(1, children) if alone else None


def households(text: str, lang: str) -> tuple[Household, ...]:
    """Every family that ``text`` names: "for four, and for five?", "with the kids and without them"."""
    found: list[Household] = []
    for part in _BETWEEN.split(text):
        words = f" {' '.join(fold(word) for word in _WORD.findall(part))} "
        if found and any(f" {phrase} " in words for phrase in _said(lang)["childless"]):
            found.append(Household(found[0].adults, 0))
        elif (named := household(part, lang)) is not None:
            found.append(named)
    if len({each.size for each in found}) > 1:
        return tuple({each.size: each for each in found}.values())
    whole = household(text, lang)
    return (whole,) if whole else ()


def asks_again(text: str, lang: str) -> bool:
    """Whether ``text`` says for which family the question before was meant: "sorry, all five of us"."""
    words = [fold(word) for word in _WORD.findall(text)]
    low = f" {' '.join(words)} "
    meant = any(low.startswith(f" {phrase} ") for phrase in _said(lang)["again"])
    pair = any(f" {phrase} " in low for phrase in _said(lang)["pair"])
    return meant and len(words) <= _MOST_WORDS and (pair or household(text, lang) is not None)


_MOST_WORDS = 20
"""Words of a message that hardly says more than for whom something is asked."""


def other_money(text: str, lang: str) -> str | None:
    """The amount in ``text`` in other money than Canadian dollars, as written: "18,000 euros"."""
    words = hear(text, lang, date.today()).words
    for at, word in enumerate(words):
        if word.kinds.get("CURRENCY", "$") in _DOLLARS:
            continue
        before = at - 1
        while (
            before >= 0
            and "NUM" not in words[before]
            and any(kind in words[before] for kind in _BETWEEN_MONEY)
        ):
            before -= 1
        if before >= 0 and "NUM" in words[before]:
            named = at + 1 < len(words) and "NATIONALITY" in words[at + 1]  # "francs suisses"
            return text[words[before].start : words[at + named].end]
        if at + 1 < len(words) and "NUM" in words[at + 1]:
            scaled = at + 2 < len(words) and "SCALEWORD" in words[at + 2]
            return text[word.start : words[at + 1 + scaled].end]
    return None


_DOLLARS = frozenset({"$", "CAD"})
_BETWEEN_MONEY = ("SCALEWORD", "OF", "NATIONALITY", "CURRENCY")
"""What stands between a number and its currency: "4 millions de francs", "25,000 Swiss francs"."""


def _years(text: str, lang: str) -> frozenset[str]:
    """The years of which something is told, a test or what was done in them: these are no sums of money."""
    words = hear(text, lang, date.today()).words
    return frozenset(
        text[word.start : word.end]
        for at, word in enumerate(words)
        if "YEARNUM" in word
        and _FIRST_YEAR <= word["NUM"] <= _LAST_YEAR
        and any(kind in near for near in words[max(0, at - 4) : at + 3] for kind in _DATED)
        and not any("CURRENCY" in near for near in words[max(0, at - 1) : at + 2])
    )


_FIRST_YEAR, _LAST_YEAR = 1990, 2030
_DATED = ("TEST", "ANYTEST", "RESULTS", "ECA", "TAKEN", "TAKE", "DID", "IN", "MONTHNAME", "SINCE")
"""Kinds of words beside which a number like a year is one."""


def savings(text: str, lang: str = "en") -> int | None:
    """The amount of Canadian dollars that ``text`` names ("15000", "$30,000", "20k"); None for none, several,
    or other money."""
    if other_money(text, lang) is not None:
        return None
    years = _years(text, lang)
    found = [
        int(re.sub(r"\D", "", number)) * (1000 if thousands else 1)
        for number, thousands in _AMOUNT.findall(text)
        if thousands or number.strip() not in years
    ]
    return found[0] if len(found) == 1 and found[0] >= LEAST_SAVINGS else None


def asks_funds_of_a_family(text: str, lang: str) -> bool:
    """Whether ``text`` asks about the settlement funds of families that it names.

    Savings in a story ("I took all my savings and came to Ontario") are not asked about, whatever is asked
    beside it and whatever family it tells of.
    """
    return any(asks(each) and _names_funds(each, lang) for each in SENTENCES.findall(text)) and bool(
        households(text, lang)
    )


def _names_funds(sentence: str, lang: str) -> bool:
    said, words = _said(lang), f" {' '.join(fold(word) for word in _WORD.findall(sentence))} "
    funds, *others = (
        any(f" {each} " in words for each in said[kind]) for kind in ("funds", "no_funds", "spent")
    )
    return funds and not any(others)


def asks_whether_enough(text: str, lang: str) -> bool:
    """Whether ``text`` asks if a sum that it names is enough for a family that it names, or for one's own."""
    words = f" {' '.join(fold(word) for word in _WORD.findall(text))} "
    enough = any(f" {phrase} " in words for phrase in _said(lang)["enough"])
    other = other_money(text, lang) is not None
    if not enough or (savings(text, lang) is None and not other):
        return False
    money = other or "$" in text or any(f" {phrase} " in words for phrase in _said(lang)["money"])
    own = any(f" {phrase} " in words for phrase in _said(lang)["own"])
    return household(text, lang) is not None or (money and own)


def _number(word: str, said: Mapping[str, Any]) -> int:
    number: int = int(word) if word.isdigit() else said["numbers"].get(word, 0)
    return number if number <= LARGEST else 0


def _before(words: Sequence[str], counted: Sequence[int], named: frozenset[str]) -> int:
    """The sum of the numbers before the words ``named``; one for each that no number precedes."""
    return sum(
        (counted[at - 1] if at else 0) or 1
        for at, word in enumerate(words)
        if word in named and not (at and words[at - 1] in named)
    )


def _children(words: Sequence[str], counted: Sequence[int], said: Mapping[str, Any]) -> int:
    """How many children are named; twins are two, unless their number is told beside them."""
    named = _before(words, counted, said["kids"])
    together = sum(said["twins"].get(word, 0) for word in words)
    return named if named == together else named + together


def _size(words: Sequence[str], counted: Sequence[int], said: Mapping[str, Any]) -> int:
    """The number of all people, two at least, where one of the phrases for it stands; 0 where none does."""
    not_people = said["other"] | said["kids"] | said["adults"]
    for phrase in said["size"]:
        pattern: list[str] = phrase.split()
        for at in range(len(words) - len(pattern) + 1):
            place = at + pattern.index("n")
            behind = words[at + len(pattern)] if at + len(pattern) < len(words) else ""
            fits = all(part in ("n", word) for part, word in zip(pattern, words[at:], strict=False))
            if fits and counted[place] > 1 and behind not in not_people:
                return counted[place]
    return 0
