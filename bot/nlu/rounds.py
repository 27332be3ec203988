"""What a question about rounds names: a kind of round, a year, a round's number, a score, what is to come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.nlu.facts.hearing import hear
from express_entry.yaml_files import read_yaml

SPOKEN = Path(__file__).parents[2] / "data" / "rounds" / "spoken.yml"
FIRST_YEAR = 2015

LOWEST, HIGHEST = 100, 1200
"""A number between these may be a score."""

_SCORE = re.compile(r"\b\d{3,4}\b")
_YEAR = re.compile(r"\b20\d\d\b")
_OTHER = re.compile(r"[^\w#°’-]+")
_NUMBER = re.compile(
    r"(?:#|\b(?:round|draw|no|number|ronde|tirage|numéro|nº|n°)\s*(?:#|no|number|numéro|nº|n°)?)\s*(\d{1,3})\b"
)


@dataclass(frozen=True)
class Asked:
    """What was named; None or False for what was not.

    ``score`` are points that may be enough, ``next`` is the round that comes, and ``ahead`` whether cut-offs
    will fall or rise; ``rounds`` is a word for rounds or their cut-offs.
    """

    category: str | None = None
    year: int | None = None
    number: str | None = None
    score: int | None = None
    trend: bool = False
    tie_break: bool = False
    next: bool = False
    ahead: bool = False
    rounds: bool = False


@lru_cache(maxsize=1)
def _spoken() -> dict[str, Any]:
    loaded: dict[str, Any] = read_yaml(SPOKEN)
    return loaded


def asked(text: str) -> Asked:
    """What ``text`` (in either language) names."""
    low = f" {_OTHER.sub(' ', text.lower())} "
    named = [
        (len(word), category)
        for category, words in _spoken()["categories"].items()
        for word in words
        if f" {word} " in low
    ]
    years = [int(year) for year in _YEAR.findall(low) if int(year) >= FIRST_YEAR]
    number = _NUMBER.search(low)
    scores = [int(found) for found in _SCORE.findall(low) if LOWEST <= int(found) <= HIGHEST]
    return Asked(
        category=max(named)[1] if named else None,
        year=years[0] if years else None,
        number=number[1] if number else None,
        score=scores[0] if scores and not number else None,
        trend=_holds(low, "trend"),
        tie_break=_holds(low, "tie_break"),
        next=_holds(low, "next"),
        ahead=_holds(low, "ahead"),
        rounds=_holds(low, "rounds"),
    )


def day_named(text: str, lang: str, today: date) -> date | None:
    """The one past day that ``text`` (in the language ``lang``) names; None for a month, or for several."""
    told = hear(text, lang, today, supposed=True).dates
    days = {dated.readings[0] for dated in told if len(dated.readings) == 1 and _is_day(dated.told)}
    return days.pop() if len(days) == 1 and max(days) <= today else None


def names_one(text: str, lang: str, today: date) -> bool:
    """Whether ``text`` is about one past round, by its number or day, and about nobody's own invitation."""
    low = f" {_OTHER.sub(' ', text.lower())} "
    found = asked(text)
    if not found.rounds or _holds(low, "mine"):
        return False
    return found.number is not None or day_named(text, lang, today) is not None


def _is_day(told: str) -> bool:
    return len(told) == len("2026-11-29")


def _holds(low: str, kind: str) -> bool:
    return any(f" {word} " in low for word in _spoken()[kind])
