"""What a question about rounds names: a kind of round, a year, a round's number, a score, what is to come."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from bot.nlu.facts.hearing import hear
from bot.nlu.spoken import holds, plain, without
from express_entry.yaml_files import read_yaml

SPOKEN = Path(__file__).parents[2] / "data" / "rounds" / "spoken.yml"
FIRST_YEAR = 2015

LOWEST, HIGHEST = 100, 1200
"""A number between these may be a score."""

_SCORE = re.compile(r"(?<![\d.,])(?<!\d )\b\d{3,4}\b(?![.,]\d)")
_YEAR = re.compile(r"\b20\d\d\b")
_OTHER = re.compile(r"[^\w#°’-]+")
_NUMBER = re.compile(
    r"(?:#|\b(?:round|draw|no|number|ronde|tirage|numéro|nº|n°)\s*(?:#|no|number|numéro|nº|n°)?)\s*(\d{1,3})\b"
)


Extreme = Literal["lowest", "highest"]


@dataclass(frozen=True)
class Asked:
    """What was named; None or False for what was not.

    ``score`` are points that may be enough, ``next`` is the round that comes, and ``ahead`` whether cut-offs
    will fall or rise; ``rounds`` is a word for rounds or their cut-offs; ``extreme`` is the lowest or highest
    cut-off of all. ``held`` tells that the score is the writer's own total, by their own words, and
    ``measured`` that theirs is compared with it.
    """

    category: str | None = None
    year: int | None = None
    number: str | None = None
    score: int | None = None
    held: bool = False
    measured: bool = False
    trend: bool = False
    tie_break: bool = False
    next: bool = False
    ahead: bool = False
    rounds: bool = False
    extreme: Extreme | None = None


@lru_cache(maxsize=1)
def _spoken() -> dict[str, Any]:
    loaded: dict[str, Any] = read_yaml(SPOKEN)
    return loaded


def spoken_words(kind: str) -> Any:
    """The words of a kind of question about rounds (``data/rounds/spoken.yml``)."""
    return _spoken()[kind]


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
    scores = [
        int(found[0])
        for found in _SCORE.finditer(low)
        if LOWEST <= int(found[0]) <= HIGHEST and not _is_mark(low, found)
    ]
    score = scores[0] if scores and not number else None
    return Asked(
        category=max(named)[1] if named else None,
        year=years[0] if years else None,
        number=number[1] if number else None,
        score=score,
        held=score is not None and _is_held(text, score),
        measured=score is not None and _is_measured(text),
        trend=_holds(low, "trend"),
        tie_break=_holds(low, "tie_break"),
        next=_holds(low, "next"),
        ahead=_holds(low, "ahead"),
        rounds=_holds(low, "rounds"),
        extreme=_extreme(low),
    )


def _is_held(text: str, score: int) -> bool:
    """Whether these points are told as the writer's own, "I have 470", and not by somebody else."""
    words = plain(text)
    before = without(words.partition(f" {score} ")[0], _spoken()["before_a_total"]).rstrip()
    return not holds(words, _spoken()["claimed"]) and any(
        before.endswith(f" {each}") for each in _spoken()["of_a_total"]
    )


def _is_measured(text: str) -> bool:
    """Whether the writer's own total is compared with points: "am I above 518", "they say I have 480"."""
    words = plain(text)
    return holds(words, (*_spoken()["measuring"], *_spoken()["claimed"]))


def _is_mark(low: str, found: re.Match[str]) -> bool:
    """Whether a number beside words for a test is one of its marks: nothing near calls it points."""
    if not (_holds(low, "ability") or _holds(low, "test")):
        return False
    before, after = low[: found.start()].split(), low[found.end() :].split()
    beside = (before[-_BESIDE:], after[:_BESIDE])
    if any(_holds(f" {' '.join(words)} ", "ability") for words in beside):
        return True
    near = (before[-_NEAR:], after[:_NEAR])
    return not any(_holds(f" {' '.join(words)} ", "points") for words in near)


_BESIDE, _NEAR = 2, 3
"""Words between a number and the ability that it is the mark of, or what calls it points."""


PROGRAMS = {"cec": "cec", "fsw": "fsw", "fst": "fst", "trades": "fst"}
"""Kinds of rounds whose names are those of a program, too."""


def _program_named(text: str) -> str | None:
    """The program that ``text`` names; None where it names none, or more than one."""
    low = f" {_OTHER.sub(' ', text.lower())} "
    named = {
        program
        for kind, program in PROGRAMS.items()
        if any(f" {word} " in low for word in _spoken()["categories"][kind])
    }
    return named.pop() if len(named) == 1 else None


def asks_of_own_program(text: str) -> bool:
    """Whether ``text`` asks of a program for oneself and nothing else: "so CEC??", "will CEC take me"."""
    low = f" {_OTHER.sub(' ', text.lower())} "
    if _program_named(text) is None or _holds(low, "rounds") or _holds(low, "of_a_round"):
        return False
    names = [name for kind in PROGRAMS for name in _spoken()["categories"][kind]]
    return _is_made_of(text, names, _spoken()["in_a_program"])


def wonders_whether_enough(text: str) -> bool:
    """Whether ``text`` wonders whether one's score is low or enough, and nothing else: "311 is low, no?"."""
    return _is_made_of(text, _spoken()["low_or_enough"], _spoken()["of_my_score"])


def _is_made_of(text: str, some: Collection[str], around: Collection[str]) -> bool:
    """Whether a text has one of ``some``, one word more at least, and nothing but words ``around`` it."""
    words = plain(_SCORE.sub(" # ", text))
    if not holds(words, some):
        return False
    left = without(words, some).strip()
    return bool(left or "#" in text) and not without(left, around).strip(" ’.-")


def _extreme(low: str) -> Extreme | None:
    """Whether the lowest or highest cut-off of all is asked for: "lowest score ever invited"."""
    about = _holds(low, "rounds") or _holds(low, "of_a_round")
    if not about or not _holds(low, "ever"):
        return None
    return "lowest" if _holds(low, "lowest") else "highest" if _holds(low, "highest") else None


def day_named(text: str, lang: str, today: date) -> date | None:
    """The one past day that ``text`` (in the language ``lang``) names; None for a month, or for several."""
    told = hear(text, lang, today, supposed=True).dates
    days = {dated.readings[0] for dated in told if len(dated.readings) == 1 and _is_day(dated.told)}
    return days.pop() if len(days) == 1 and max(days) <= today else None


def month_named(text: str, lang: str, today: date) -> date | None:
    """The first day of the one past or present month that ``text`` names; None for a day, or for several."""
    told = {dated.told for dated in hear(text, lang, today, supposed=True).dates}
    months = {date.fromisoformat(f"{month}-01") for month in told if _is_month(month)}
    return months.pop() if len(told) == len(months) == 1 and max(months) <= today else None


def month_meant(text: str, lang: str, today: date) -> date | None:
    """The month of past rounds that ``text`` names, without a year the last such one: "that August round"."""
    if (named := month_named(text, lang, today)) is not None or not asked(text).rounds:
        return named
    words = hear(text, lang, today, supposed=True).words
    months = {
        int(word["MONTHNAME"])
        for before, word in pairwise(words)
        if "MONTHNAME" in word and before.text in _BEFORE_A_MONTH
    }
    if len(months) != 1:
        return None
    month = months.pop()
    return date(today.year - (month > today.month), month, 1)


_BEFORE_A_MONTH = frozenset({"in", "of", "that", "the", "last", "en", "de", "d'", "du", "le", "la"})


def names_one(text: str, lang: str, today: date) -> bool:
    """Whether ``text`` is about past rounds by number, day or month, or the lowest or highest of all.

    Of somebody's own invitation it is not.
    """
    low = f" {_OTHER.sub(' ', text.lower())} "
    found = asked(text)
    if _holds(low, "mine"):
        return False
    if not found.rounds:
        return found.extreme is not None
    named = found.number or found.extreme
    return named is not None or any(when(text, lang, today) for when in (day_named, month_named))


def asks_for_next(text: str) -> bool:
    """Whether ``text`` asks when the next round of a category comes: "when is the next healthcare round"."""
    low = f" {_OTHER.sub(' ', text.lower().replace(chr(39), '’'))} "
    found = asked(text)
    named = found.rounds and found.next and found.category is not None
    if not named or found.score or found.number or found.year or _holds(low, "for_oneself"):
        return False
    return _holds(low, "when") or len(low.split()) <= _FEW


_FEW = 4
"""Words of "next french draw?"."""


def _is_month(told: str) -> bool:
    return len(told) == len("2026-11")


def _is_day(told: str) -> bool:
    return len(told) == len("2026-11-29")


def _holds(low: str, kind: str) -> bool:
    return any(f" {word} " in low for word in _spoken()[kind])
