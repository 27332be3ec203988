"""Dates in a message: days, months and years, with every way in which they can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.nlu.facts.patterns import Match
from bot.nlu.facts.words import Word

_LONGEST_MONTH = 31
_LONGEST_AGO = 80
"""Years back that two digits may mean."""
_SHORTEST_YEAR = 10
"""From here on two digits after a month may be a year: 9 may as well be a score."""


_LENGTHS = {"day": 10, "month": 7, "year": 4}
"""Characters of an ISO date that tell as much."""


@dataclass(frozen=True)
class Dated:
    """A date that the words ``first`` to ``last`` tell.

    ``readings`` are the days that may be meant, the likeliest first; of a month or a year, its first day.
    """

    first: int
    last: int
    exact: Literal["day", "month", "year"]
    readings: tuple[date, ...]

    @property
    def told(self) -> str:
        """The likeliest reading as precisely as it was told: "2026-03-14", of a month "2026-03"."""
        day = self.readings[0].isoformat()
        return day[: _LENGTHS[self.exact]]


_ORDER = (
    *("numeric", "day_first", "month_first", "dashed", "year_first"),
    *("short_year", "month", "month_last", "last_year", "this_year", "last_month", "did", "apostrophe"),
)
"""The lists of patterns in the order in which they are tried."""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _numeric(words: Sequence[Word], at: int, today: date) -> Dated | None:
    word = words[at]
    if "MONTHDATE" in word:
        year, month = word["DATE"]
        return Dated(at, at, "month", (date(year, month, 1),))
    year, second, third = word["DATE"]
    if word["ORDER"] == "dmys":
        year = _century(year, today) or 0
    if not 1900 <= year <= 2100:
        return None
    orders = [(second, third)] if word["ORDER"] == "ymd" else [(second, third), (third, second)]
    days = [found for month, day in orders if (found := _day(year, month, day))]
    return Dated(at, at, "day", tuple(dict.fromkeys(days)))


def dates(words: Sequence[Word], matches: Callable[[str], Sequence[Match]], today: date) -> list[Dated]:
    """All dates with a month, in their order; none overlap. ``matches`` tells what a list of patterns finds.

    A date with a day that does not exist ("31 February 1990") has no readings.
    """
    found: list[Dated] = []
    taken: set[int] = set()
    for name in _ORDER:
        for match in matches(f"dates.{name}"):
            first, last = match.start(), match.end() - 1
            if taken & set(range(first, last + 1)):
                continue
            dated = _numeric(words, first, today) if name == "numeric" else _named(words, match, name, today)
            if dated is not None:
                found.append(dated)
                taken |= set(range(first, last + 1))
    return sorted(found, key=lambda dated: dated.first)


def _named(words: Sequence[Word], match: Match, name: str, today: date) -> Dated | None:
    first, last = match.start(), match.end() - 1
    month = int(words[match.start("m")]["MONTHNAME"])
    if "d" not in match:
        told = words[match.start("y")]["NUM"] if "y" in match else None
        year = _year_of(name, month, told, today)
        return None if year is None else Dated(first, last, "month", (date(year, month, 1),))
    year = words[match.start("y")]["NUM"]
    at = match.start("d")
    number = words[at]["NUM"]
    if number != int(number) or not 1 <= number <= _LONGEST_MONTH or is_score_beside_month(words, at):
        return None
    full = _century(year, today) if name == "short_year" else year
    if full is None:
        return None
    day = _day(full, month, int(number))
    return Dated(first, last, "day", (day,) if day else ())


def _year_of(name: str, month: int, told: float | None, today: date) -> int | None:
    """The year of a month that one of the lists found; None where two digits are no year."""
    if name == "apostrophe":
        return None if told is None else _century(told, today)
    if told is not None:
        return int(told)
    back = {"this_year": 0, "last_year": 1}.get(name, int(month >= today.month))
    return today.year - back


def yearless(
    words: Sequence[Word], matches: Callable[[str], Sequence[Match]], today: date, ahead: bool
) -> list[Dated]:
    """The days and months of which no year was told, as the last before ``today`` or, ``ahead``, the next."""
    found: list[Dated] = []
    for name in ("bare_day", "bare_month"):
        for match in matches(f"dates.{name}"):
            dated = _next_to_today(words, match, today, ahead)
            if dated is not None and not any(
                each.first <= dated.last and dated.first <= each.last for each in found
            ):
                found.append(dated)
    return found


def _next_to_today(words: Sequence[Word], match: Match, today: date, ahead: bool) -> Dated | None:
    month = int(words[match.start("m")]["MONTHNAME"])
    if "d" not in match:
        year = today.year + (month < today.month if ahead else -(month > today.month))
        return Dated(match.first, match.last, "month", (date(year, month, 1),))
    number = words[match.start("d")]["NUM"]
    if number != int(number) or is_score_beside_month(words, match.start("d")):
        return None
    days = [day for off in (-1, 0, 1) if (day := _day(today.year + off, month, int(number)))]
    found = [day for day in days if day > today] if ahead else [day for day in days[::-1] if day <= today]
    return Dated(match.first, match.last, "day", (found[0],)) if found else None


def is_score_beside_month(words: Sequence[Word], at: int) -> bool:
    """Whether a number beside a month is a score: "S7 March 2026", "8/7/7/7 March 2026" and "in June 7 each"
    have no day."""
    if any("EACH" in word for word in words[at + 1 : at + 2]):
        return True
    before = words[max(0, at - 3) : at]
    slashed = words[max(0, at - 6) : at]
    if len(slashed) == 6 and all(("NUM", "SLASH")[n % 2] in word for n, word in enumerate(slashed)):
        return True
    named = bool(before) and any(kind in before[-1] for kind in ("ABILITY", "LETTER", "ABBREVIATION"))
    return named or (len(before) == 3 and all("NUM" in word for word in before))


def _century(short: float, today: date) -> int | None:
    """The year that two digits mean: none later than this year; None where they are not a year."""
    if short != int(short) or not _SHORTEST_YEAR <= short <= 99:
        return None
    year = today.year - today.year % 100 + int(short)
    if year > today.year:
        year -= 100
    return year if year >= today.year - _LONGEST_AGO else None
