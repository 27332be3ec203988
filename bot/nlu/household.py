"""The family that a question about fees or funds names ("2 adults and a child", "on est quatre").

It is what is asked about and not told: nothing of it is stored. The words stand in ``data/household.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from express_entry.occupations.title_index import fold

WORDS = Path(__file__).parents[2] / "data" / "household.yml"
LARGEST = 12
"""The largest family that is read; a larger number counts something else."""
COUPLE = 2
LEAST_SAVINGS = 1000
"""Canadian dollars: the least amount that is read as savings."""

_WORD = re.compile(r"[^\W_]+")
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
    return {"numbers": numbers, **sets, **{kind: listed[kind][lang] for kind in ("alone", "size", "enough")}}


def household(text: str, lang: str) -> Household | None:
    """The family that ``text`` names; None where it names none, or only children."""
    said = _said(lang)
    words = [fold(word) for word in _WORD.findall(_AMOUNT.sub(" ", text))]
    low = f" {' '.join(words)} "
    counted = [_number(word, said) for word in words]
    children = 0 if said["expected"] & set(words) else _before(words, counted, said["kids"])
    adults = _before(words, counted, said["adults"]) or (2 if said["couple"] & set(words) else 0)
    size = _size(words, counted, said)
    if adults:
        return Household(min(adults, COUPLE), max(children, size - min(adults, COUPLE)))
    if size:
        adults = min(COUPLE, max(1, size - children))
        return Household(adults, size - adults)
    alone = any(f" {phrase} " in low for phrase in said["alone"])
    return Household(1, children) if alone else None


def savings(text: str) -> int | None:
    """The amount of money that ``text`` names ("15000", "$30,000", "20k"); None for none, or several."""
    found = [
        int(re.sub(r"\D", "", number)) * (1000 if thousands else 1)
        for number, thousands in _AMOUNT.findall(text)
    ]
    return found[0] if len(found) == 1 and found[0] >= LEAST_SAVINGS else None


def asks_whether_enough(text: str, lang: str) -> bool:
    """Whether ``text`` asks if a sum that it names is enough for a family that it names."""
    words = f" {' '.join(fold(word) for word in _WORD.findall(text))} "
    enough = any(f" {phrase} " in words for phrase in _said(lang)["enough"])
    return enough and savings(text) is not None and household(text, lang) is not None


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
