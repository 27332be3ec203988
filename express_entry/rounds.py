"""Rounds of invitations and counts of the pool: what was published, in the order in which it happened.

``seed()`` gives the stock in ``data/rounds``. What a refresh adds to it comes in as another :class:`History`.
Scores are CRS points, days are calendar days, tie-breaks are moments in UTC.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from statistics import median

from express_entry.points import Source
from express_entry.yaml_files import read_yaml

ROUNDS = Path(__file__).parents[1] / "data" / "rounds"
OTHER = "other"
"""The category of a round whose published name fits no known kind."""
HIGHEST_SCORE = 1200
NUMBER = re.compile(r"(\d{1,5})([a-z]?)", re.ASCII)
PROGRAMS = {
    "fsw": "federal skilled worker",
    "cec": "canadian experience class",
    "fst": "federal skilled trades",
    "pnp": "provincial nominee",
}
"""The programs that a round may cover, by the words that name them in the official feed."""
BANDS: tuple[tuple[int, int], ...] = (
    (601, 1200),
    (501, 600),
    *((low, low + 9) for low in range(491, 400, -10)),
    (351, 400),
    (301, 350),
    (0, 300),
)
"""The CRS ranges in which candidates are counted, the highest first."""


class RoundsFileError(ValueError):
    """A file of ``data/rounds`` cannot be taken as it stands; the message names file and line."""


def order(number: str) -> tuple[int, str]:
    """The place of a round among all: 91, 91a, 91b, 92."""
    found = NUMBER.fullmatch(number)
    if found is None:
        raise ValueError(f"a round number such as 437 or 91a is needed, not {number!r}")
    return int(found[1]), found[2]


@dataclass(frozen=True)
class Round:
    """One round of invitations.

    Attributes:
        number: its number, which may end in a letter ("91a").
        date: the day of the round.
        name: its kind as published in English; ``name_fr`` in French, "" where only the English is known.
        category: the kind's id (``cec``, ``french``, …), or ``other``.
        programs: the programs that it covered (``fsw``, ``cec``, ``fst``, ``pnp``), where known.
        invitations: how many were issued.
        cutoff: the score of the lowest-ranked candidate who was invited.
        tie_break: of the candidates with exactly that score, those whose profile was submitted before this
            moment were invited; None where it was not published.
    """

    number: str
    date: date
    name: str
    category: str
    programs: tuple[str, ...]
    invitations: int
    cutoff: int
    tie_break: datetime | None
    name_fr: str = ""

    @property
    def order(self) -> tuple[int, str]:
        """Its place among all rounds."""
        return order(self.number)


@dataclass(frozen=True)
class Pool:
    """How many candidates were in the pool on a day, by range of their score in the order of ``BANDS``.

    ``total`` is the published one; once (26 April 2023) it is not quite the sum of its parts.
    """

    as_of: date
    counts: tuple[int, ...]
    total: int

    def bands(self) -> Iterator[tuple[int, int, int]]:
        """(lowest score, highest score, candidates), the highest range first."""
        for (low, high), count in zip(BANDS, self.counts, strict=True):
            yield low, high, count


@dataclass(frozen=True)
class History:
    """All rounds by number and all counts of the pool by day, complete up to ``as_of`` (when last looked)."""

    rounds: tuple[Round, ...]
    pools: tuple[Pool, ...]
    as_of: date
    source: Source

    @cached_property
    def by_number(self) -> Mapping[str, Round]:
        """Every round by its number."""
        return {each.number: each for each in self.rounds}

    def until(self, day: date) -> History:
        """What was known on ``day``: the rounds held by then and the pool counted by then."""
        return replace(
            self,
            rounds=tuple(each for each in self.rounds if each.date <= day),
            pools=tuple(pool for pool in self.pools if pool.as_of <= day),
            as_of=min(self.as_of, day),
        )

    def of(
        self, category: str | None = None, since: date | None = None, year: int | None = None
    ) -> tuple[Round, ...]:
        """The rounds of a category (or of all), from a day on, in one year; the oldest first."""
        return tuple(
            each
            for each in self.rounds
            if (category is None or each.category == category)
            and (since is None or each.date >= since)
            and (year is None or each.date.year == year)
        )

    def latest(self, category: str | None = None) -> Round | None:
        """The last round, of all or of a category; None where there was none."""
        found = self.of(category)
        return found[-1] if found else None

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories that ever had a round, the one with the most recent round first."""
        return tuple(dict.fromkeys(each.category for each in reversed(self.rounds)))

    @property
    def pool(self) -> Pool | None:
        """The newest count of the pool."""
        return self.pools[-1] if self.pools else None


@dataclass(frozen=True)
class Summary:
    """A set of rounds in numbers: how many, the invitations, and the cut-offs' range and middle."""

    rounds: int
    invitations: int
    lowest: int
    median: float
    highest: int


@dataclass(frozen=True)
class Cadence:
    """How many days lay between one round and the next: half of the times at most ``median``."""

    gaps: int
    median: float
    shortest: int
    longest: int


def summary(rounds: Iterable[Round]) -> Summary | None:
    """The numbers of these rounds; None where there are none."""
    found = tuple(rounds)
    if not found:
        return None
    cutoffs = [each.cutoff for each in found]
    return Summary(
        rounds=len(found),
        invitations=sum(each.invitations for each in found),
        lowest=min(cutoffs),
        median=median(cutoffs),
        highest=max(cutoffs),
    )


def by_year(rounds: Iterable[Round]) -> dict[int, Summary]:
    """The numbers of each year that has a round, the latest year first."""
    years: dict[int, list[Round]] = {}
    for each in rounds:
        years.setdefault(each.date.year, []).append(each)
    summaries = {year: summary(found) for year, found in years.items()}
    return {year: found for year, found in sorted(summaries.items(), reverse=True) if found is not None}


def cadence(rounds: Iterable[Round], since: date | None = None) -> Cadence | None:
    """The days between consecutive ``rounds``, both from ``since`` on; None where there are not two."""
    days = [each.date for each in rounds if since is None or each.date >= since]
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return Cadence(len(gaps), median(gaps), min(gaps), max(gaps)) if gaps else None


@dataclass(frozen=True)
class Kind:
    """How rounds of one category are recognised by their published English name."""

    category: str
    pattern: re.Pattern[str]


def category_of(name: str) -> str:
    """The category of a round with this published English name; ``other`` where it fits none."""
    folded = " ".join(name.lower().split())
    return next((kind.category for kind in _kinds() if kind.pattern.search(folded)), OTHER)


def known_categories() -> tuple[str, ...]:
    """The ids of all kinds of rounds that there are names for."""
    return tuple(kind.category for kind in _kinds())


def programs_of(text: str) -> tuple[str, ...]:
    """The programs that the feed names in ``text``."""
    return tuple(program for program, words in PROGRAMS.items() if words in text.lower())


@dataclass(frozen=True)
class About:
    """Where the rounds are published: the page for people, and the feed's address by language."""

    as_of: date
    source: Source
    feed: Mapping[str, str]


@lru_cache(maxsize=1)
def about() -> About:
    """The source of the rounds and the day of the stock."""
    loaded = read_yaml(ROUNDS / "about.yml")
    return About(loaded["as_of"], Source(**loaded["source"]), loaded["feed"])


@lru_cache(maxsize=1)
def seed() -> History:
    """The stock of ``data/rounds``, loaded once per process.

    Raises:
        RoundsFileError: a line cannot be read.
    """
    return History(
        rounds=read_rounds((ROUNDS / "rounds.csv").read_text(encoding="utf-8"), "rounds.csv"),
        pools=read_pools((ROUNDS / "pool.csv").read_text(encoding="utf-8"), "pool.csv"),
        as_of=about().as_of,
        source=about().source,
    )


def read_rounds(text: str, file: str = "") -> tuple[Round, ...]:
    """Read ``rounds.csv``: number, date, name, programs, invitations, cutoff, tie_break.

    Raises:
        RoundsFileError: a line cannot be read, or stands out of order; ``file`` is named in the message.
    """
    found: list[Round] = []
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        try:
            each = Round(
                number=row["number"],
                date=date.fromisoformat(row["date"]),
                name=row["name"],
                category=category_of(row["name"]),
                programs=tuple(row["programs"].split()),
                invitations=int(row["invitations"]),
                cutoff=int(row["cutoff"]),
                tie_break=moment(row["tie_break"]),
            )
            if each.order <= max((other.order for other in found[-1:]), default=(0, "")):
                raise ValueError(f"round {each.number} stands after {found[-1].number}")
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise RoundsFileError(f"{file}:{line}: {error}") from error
        found.append(each)
    return tuple(found)


def read_pools(text: str, file: str = "") -> tuple[Pool, ...]:
    """Read ``pool.csv``: as_of, the ranges of ``BANDS``, total.

    Raises:
        RoundsFileError: a line cannot be read, or stands out of order; ``file`` is named in the message.
    """
    found: list[Pool] = []
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        try:
            counts = tuple(int(row[f"{low}-{high}"]) for low, high in BANDS)
            pool = Pool(date.fromisoformat(row["as_of"]), counts, int(row["total"]))
            if found and pool.as_of <= found[-1].as_of:
                raise ValueError(f"the count of {pool.as_of} stands after that of {found[-1].as_of}")
        except (KeyError, ValueError, TypeError) as error:
            raise RoundsFileError(f"{file}:{line}: {error}") from error
        found.append(pool)
    return tuple(found)


def moment(text: str) -> datetime | None:
    """A moment in UTC as ``2026-08-17T22:09:00Z``; None for an empty text.

    Raises:
        ValueError: it is neither.
    """
    if not text:
        return None
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def moment_text(value: datetime | None) -> str:
    """The reverse of :func:`moment`."""
    return "" if value is None else value.strftime("%Y-%m-%dT%H:%M:%SZ")


@lru_cache(maxsize=1)
def _kinds() -> tuple[Kind, ...]:
    entries = read_yaml(ROUNDS / "categories.yml")
    return tuple(Kind(entry["category"], _pattern(entry)) for entry in entries)


def _pattern(entry: Mapping[str, list[str]]) -> re.Pattern[str]:
    whole = entry.get("exactly", [])
    choices = [rf"^{re.escape(name)}$" for name in whole]
    choices += [rf"\b{re.escape(word)}" for word in entry.get("words", [])]
    return re.compile("|".join(choices))
