"""Days as people tell them: a day, or a month or a year without its day.

A month stays a month. What follows from it is worked out for its first and its last day: where both say the
same, so does every day between, and where they do not, the day decides and is not known.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, overload

LONGEST_MONTH = 31


@dataclass(frozen=True)
class Period:
    """A day of which only the month or the year was told: one from ``first`` to ``last``."""

    first: date
    last: date

    @classmethod
    def __get_validators__(cls) -> Iterator[Callable[[Any], Any]]:
        """How pydantic takes one: as it is."""
        yield cls._itself

    @classmethod
    def _itself(cls, value: Any) -> Period:
        if not isinstance(value, cls):
            raise TypeError
        return value

    @property
    def is_year(self) -> bool:
        """Whether only the year was told."""
        return (self.last - self.first).days > LONGEST_MONTH

    def isoformat(self) -> str:
        """The month as 2026-03, the year as 2026."""
        return f"{self.first.year:04}" if self.is_year else f"{self.first.year:04}-{self.first.month:02}"


When = date | Period
"""A day, or what was told of it."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_day(text: str) -> date:
    """A day of the form 2026-03-14. Raises ValueError for anything else, also for the other forms of ISO 8601
    (20260314, 2026-W11-6), which ``date.fromisoformat`` reads."""
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


@lru_cache(maxsize=16384)
def read_when(text: str) -> When:
    """A day of the form 2026-03-14, 2026-03 or 2026. Raises ValueError for anything else."""
    parts = text.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not text.isascii():
        raise ValueError(text)
    numbers = [int(part) for part in parts if part.isdecimal()]
    match numbers:
        case [year]:
            return Period(date(year, 1, 1), date(year, 12, 31))
        case [year, month]:
            first = date(year, month, 1)
            return Period(first, first.replace(day=monthrange(year, month)[1]))
        case _:
            return date(*numbers)


def first_day(when: When) -> date:
    """The earliest day that it can be."""
    return when.first if isinstance(when, Period) else when


def last_day(when: When) -> date:
    """The latest day that it can be."""
    return when.last if isinstance(when, Period) else when


def lies_before(on: date, when: When) -> bool | None:
    """Whether the day ``on`` comes before what was told; None where the day that was not told decides."""
    if on < first_day(when):
        return True
    return False if on >= last_day(when) else None


@overload
def years_later(day: date, years: int) -> date: ...
@overload
def years_later(day: Period, years: int) -> Period: ...
def years_later(day: When, years: int) -> When:
    """The same day, ``years`` later, or earlier if negative; 1 March where that year has no 29 February, as
    for birthdays. A month or a year moves with its days."""
    if isinstance(day, Period):
        return Period(_moved(day.first, years), _moved(day.last, years))
    return _moved(day, years)


@lru_cache(maxsize=16384)
def _moved(day: date, years: int) -> date:
    year = min(day.year + years, date.max.year)
    if (day.month, day.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return day.replace(year=year)


def age_on(birth_date: date, on: date) -> int:
    """Completed years on the day ``on``, as the Ministerial Instructions count age; negative before birth."""
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))
