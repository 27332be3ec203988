"""Figures as the official fee list and processing times give them (``data/feeds.yml``).

Both files are objects of short texts ("$1,590", "About 6 months") under keys. Reading is strict: a text that
cannot be read is reported, never guessed, and what a key stands for is data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from express_entry.rounds_feed import NotTheFeed
from express_entry.yaml_files import read_yaml

FEEDS = Path(__file__).parents[1] / "data" / "feeds.yml"
MOST_DOLLARS, MOST_MONTHS = 20_000, 240
FEWEST_KEYS = 3
"""The smallest file that is taken for one of these."""
_SLACK = timedelta(days=1)
"""The day turns earlier elsewhere."""
_DOLLARS = {
    "en": re.compile(r"\$(\d{1,3}(?:,\d{3})*|\d+)(?:\.00)?", re.ASCII),
    "fr": re.compile(r"(\d{1,3}(?:[ \u00a0\u202f]\d{3})*|\d+)(?:,00)?[ \u00a0\u202f]?\$", re.ASCII),
}
_MONTHS = re.compile(r"(?:About )?(\d{1,3}) months?", re.ASCII)

Kind = Literal["fees", "processing_times"]


@dataclass(frozen=True)
class FiguresFile:
    """One file: its address, and by key the figures of ``data/rules`` whose sum the key gives."""

    kind: Kind
    address: str
    figures: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Published:
    """What a file gives for ``figures`` together.

    Attributes:
        figures: names of figures in ``data/rules``.
        value: dollars or months.
        since: the file's own day, or where it has none the day on which this value was first seen.
        checked: the day of the last look.
        dated: the file has a day of its own.
    """

    figures: tuple[str, ...]
    value: int
    since: date
    checked: date
    dated: bool


@dataclass(frozen=True)
class Read:
    """A file as far as it can be read: values by key, its own day if it has one, and what was left out."""

    values: Mapping[str, int]
    dated: date | None
    problems: tuple[str, ...]


@lru_cache(maxsize=1)
def feeds() -> tuple[FiguresFile, ...]:
    """The files that are looked at."""
    named: dict[Kind, Any] = read_yaml(FEEDS)
    return tuple(
        FiguresFile(kind, each["address"], {key: tuple(names) for key, names in each["figures"].items()})
        for kind, each in named.items()
    )


def read(feed: FiguresFile, text: str, today: date) -> Read:
    """Read what a file says of the keys that ``feed`` names.

    Raises:
        NotTheFeed: it is not that file, or not all of it.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotTheFeed(f"it is not all of a JSON document: {error}") from error
    if feed.kind == "fees":
        return _read(feed, document, None, _dollars)
    updated = document.get("default-update") if isinstance(document, dict) else None
    dated = _day(updated.get("flpt_lastupdated") if isinstance(updated, dict) else None)
    if dated is None or dated > today + _SLACK:
        raise NotTheFeed("its own day is missing or not possible")
    return _read(feed, document.get("current-flpt"), dated, _months)


def _read(feed: FiguresFile, entries: Any, dated: date | None, value_of: Callable[[Any], int]) -> Read:
    if not isinstance(entries, dict) or len(entries) < FEWEST_KEYS:
        raise NotTheFeed("it has too few entries")
    values, problems = {}, []
    for key in feed.figures:
        try:
            values[key] = value_of(entries.get(key))
        except ValueError as error:
            problems.append(f"{key}: {error}")
    if not values:
        raise NotTheFeed("none of its entries can be read")
    return Read(values, dated, tuple(problems))


def _dollars(entry: Any) -> int:
    """Whole dollars, the same in both languages."""
    texts = [str(entry.get(lang, "")).strip() if isinstance(entry, dict) else "" for lang in _DOLLARS]
    found = set()
    for text, pattern in zip(texts, _DOLLARS.values(), strict=True):
        match = pattern.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is no amount")
        found.add(int(re.sub(r"\D", "", match[1])))
    (value, *others) = found
    if others or not 1 <= value <= MOST_DOLLARS:
        raise ValueError(f"{texts} is not possible")
    return value


def _months(entry: Any) -> int:
    match = _MONTHS.fullmatch(entry.strip()) if isinstance(entry, str) else None
    if match is None or not 1 <= int(match[1]) <= MOST_MONTHS:
        raise ValueError(f"{entry!r} is no number of months")
    return int(match[1])


def _day(text: Any) -> date | None:
    try:
        return datetime.strptime(text.strip(), "%B %d, %Y").date() if isinstance(text, str) else None
    except ValueError:
        return None


def joined(
    feed: FiguresFile, known: Mapping[str, Published], found: Read, today: date
) -> dict[str, Published]:
    """What is known after a look, by key. A value that the file no longer has stays, with its old day."""
    after = dict(known)
    for key, value in found.values.items():
        before = known.get(key)
        same = before is not None and before.value == value
        since = found.dated or (before.since if same and before is not None else today)
        after[key] = Published(feed.figures[key], value, since, today, found.dated is not None)
    return after


def touched(known: Mapping[str, Published], today: date) -> dict[str, Published]:
    """The same, looked up today and unchanged."""
    return {key: replace(each, checked=today) for key, each in known.items()}
