"""The official feed of rounds (``ee_rounds_123_en.json``): its form, and how it joins what is already known.

The file holds every round since the first as objects of strings, numbers with thousands separators and dates
written by hand. Reading is strict: an entry that cannot be read is reported, never guessed. Joining loses
nothing: a round or a count that is known stays, whatever a later file says or leaves out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from express_entry.days import read_day
from express_entry.rounds import (
    HIGHEST_SCORE,
    OTHER,
    History,
    Pool,
    Round,
    category_of,
    moment_text,
    order,
    programs_of,
)

MOST_INVITATIONS = 100_000
FIRST_DAY = date(2015, 1, 1)
COUNTS = (1, 2, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17)
"""The fields dd1, dd2, … in the order of ``BANDS``; dd3 and dd9 are subtotals, dd18 is the total."""
TOTAL = "dd18"
TAKEN_AS_PUBLISHED = ("name", "programs", "tie_break")
"""What is corrected in old rounds now and then; a changed date, size or cut-off waits for a person."""

_MONTHS = {
    "January": 1,
    "February": 2,
    "March": 3,
    "April": 4,
    "May": 5,
    "June": 6,
    "July": 7,
    "August": 8,
    "September": 9,
    "October": 10,
    "November": 11,
    "December": 12,
}
_DAY = re.compile(r"([A-Z][a-z]+)\s*(\d{1,2})(?:st|nd|rd|th)?[.,]?\s*(\d{4})?", re.ASCII)
_TIME = re.compile(r"(\d{1,2}):(\d{2}):(\d{2})", re.ASCII)
_COUNT = re.compile(r"\d{1,3}(?:[, \u00a0\u202f]\d{3})*|\d+", re.ASCII)
_SLACK = timedelta(days=1)
"""Once or twice a year a round is dated a day off; the day also turns earlier or later elsewhere."""


class NotTheFeed(ValueError):
    """What came is not the feed at all: another kind of document, cut off, or without rounds."""


@dataclass(frozen=True)
class Oddity:
    """An entry that was left out or stands out: the round's number ("" for the whole file), and why."""

    number: str
    what: str

    def __str__(self) -> str:
        return f"round {self.number}: {self.what}" if self.number else self.what


@dataclass(frozen=True)
class Feed:
    """What a file says, as far as it can be read."""

    rounds: tuple[Round, ...]
    pools: tuple[Pool, ...]
    problems: tuple[Oddity, ...]


@dataclass(frozen=True)
class Difference:
    """A known value that the feed gives differently. ``taken``: whether the new one holds from now on."""

    number: str
    field: str
    known: str
    published: str
    taken: bool


@dataclass(frozen=True)
class Joined:
    """The history with all that the feed adds, and what is remarkable about it."""

    history: History
    added: tuple[Round, ...]
    changed: tuple[Difference, ...]
    problems: tuple[Oddity, ...]


def decode(body: bytes) -> str:
    """The text of a file that is UTF-8 (with or without a mark) or Windows-1252; no header says which."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", errors="replace")


def read_feed(text: str, today: date) -> Feed:
    """Read the English file; ``today`` bounds the days that a round can have.

    Raises:
        NotTheFeed: it is not that file, or not all of it.
    """
    rounds: dict[str, Round] = {}
    pools: dict[date, Pool] = {}
    problems: list[Oddity] = []
    for number, entry in _entries(text, problems):
        try:
            each = _round(number, entry, today)
            if rounds.setdefault(number, each) != each:
                problems.append(Oddity(number, "stands twice, with different values"))
        except ValueError as error:
            problems.append(Oddity(number, str(error)))
            continue
        if each.category == OTHER:
            problems.append(Oddity(number, f"unknown kind of round {each.name!r}"))
        try:
            each_pool = _pool(entry, today)
            if each_pool and pools.setdefault(each_pool.as_of, each_pool) != each_pool:
                problems.append(Oddity(number, f"another count of the pool of {each_pool.as_of}"))
        except ValueError as error:
            problems.append(Oddity(number, str(error)))
    if not rounds:
        raise NotTheFeed("no round can be read")
    return Feed(
        tuple(sorted(rounds.values(), key=lambda each: each.order)),
        tuple(pools[day] for day in sorted(pools)),
        tuple(problems),
    )


def read_names(text: str) -> dict[str, str]:
    """The names of the rounds in a file of any language, by number.

    Raises:
        NotTheFeed: it is not that file, or not all of it.
    """
    return {number: _text(entry, "drawName") for number, entry in _entries(text, [])}


def with_names(history: History, names: Mapping[str, str]) -> History:
    """The history with the French names that ``names`` has by number."""
    rounds = (replace(each, name_fr=names.get(each.number, each.name_fr)) for each in history.rounds)
    return replace(history, rounds=tuple(rounds))


def join(known: History, feed: Feed, on: date, accept: bool = False) -> Joined:
    """Add to ``known`` what ``feed`` has beyond it, as looked up on the day ``on``.

    Args:
        known: all that is known.
        feed: what was read.
        on: the day of the look-up.
        accept: take a changed date, size, cut-off or count, too: a person has decided that it is right.
    """
    problems, changed = list(feed.problems), list[Difference]()
    rounds = dict(known.by_number)
    added = []
    for each in feed.rounds:
        before = rounds.get(each.number)
        if before is None:
            added.append(each)
            continue
        differences = tuple(_differences(before, each, accept))
        changed += differences
        taken = {change.field: getattr(each, change.field) for change in differences if change.taken}
        rounds[each.number] = replace(before, **taken, category=category_of(taken.get("name", before.name)))
    published = {each.number for each in feed.rounds} | {problem.number for problem in feed.problems}
    missing = [number for number in rounds if number not in published]
    problems += [Oddity(number, "known, and no longer published") for number in missing]
    latest = known.rounds[-1] if known.rounds else None
    for each in tuple(added):
        if latest and each.order > latest.order and each.date < latest.date - _SLACK:
            problems.append(Oddity(each.number, f"dated {each.date}, before round {latest.number}"))
            added.remove(each)
            continue
        latest = max(filter(None, (latest, each)), key=lambda candidate: candidate.order)
        rounds[each.number] = each
    problems += _gaps(rounds)
    pools, pool_changes = _join_pools(known, feed, accept, problems)
    looked = known.as_of if missing else max(known.as_of, on)  # a file that lacks rounds is an old one
    history = replace(
        known,
        rounds=tuple(sorted(rounds.values(), key=lambda each: each.order)),
        pools=pools,
        as_of=looked,
        source=replace(known.source, checked=looked),
    )
    return Joined(history, tuple(added), (*changed, *pool_changes), tuple(problems))


def _entries(text: str, problems: list[Oddity]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(number, entry) of each entry that has a number."""
    if not text.lstrip().startswith("{"):
        raise NotTheFeed("it does not begin like JSON")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotTheFeed(f"it is not all of a JSON document: {error}") from error
    entries = document.get("rounds")
    if not isinstance(entries, list) or not entries:
        raise NotTheFeed("it has no list of rounds")
    for place, entry in enumerate(entries):
        number = entry.get("drawNumber") if isinstance(entry, dict) else None
        try:
            order(number.strip() if isinstance(number, str) else "")
        except ValueError:
            problems.append(Oddity("", f"entry {place} has no round number"))
            continue
        yield str(number).strip(), entry


def _round(number: str, entry: Mapping[str, Any], today: date) -> Round:
    day = _round_day(entry)
    if not FIRST_DAY <= day <= today + _SLACK:
        raise ValueError(f"the date {day} is not possible")
    name = _text(entry, "drawName")
    if not name:
        raise ValueError("drawName is empty")
    return Round(
        number=number,
        date=day,
        name=name,
        category=category_of(name),
        programs=programs_of(_text(entry, "drawText2")),
        invitations=_number(entry, "drawSize", 1, MOST_INVITATIONS),
        cutoff=_number(entry, "drawCRS", 1, HIGHEST_SCORE),
        tie_break=_tie_break(_text(entry, "drawCutOff"), day),
    )


def _round_day(entry: Mapping[str, Any]) -> date:
    """The day, as ``2026-08-19`` or else spelled out; where both can be read they must agree."""
    spelled = _day(_text(entry, "drawDateFull"), None)
    try:
        day = read_day(_text(entry, "drawDate"))
    except ValueError:
        if spelled is None:
            raise ValueError(f"the date {entry['drawDate']!r} cannot be read") from None
        return spelled
    if spelled is not None and spelled != day:
        raise ValueError(f"two dates, {day} and {spelled}")
    return day


def _tie_break(text: str, round_day: date) -> datetime | None:
    """The moment of the tie-break; the hours are UTC on a 24-hour clock, whatever is written after them."""
    if not text:
        return None
    day, time = _day(text, round_day), _TIME.search(text)
    if day is None or time is None:
        raise ValueError(f"the tie-break {text!r} cannot be read")
    hour, minute, second = (int(part) for part in time.groups())
    found = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=UTC)
    if not FIRST_DAY <= found.date() <= round_day + _SLACK:
        raise ValueError(f"the tie-break {text!r} is not possible")
    return found


def _day(text: str, no_later_than: date | None) -> date | None:
    """A spelled day; one without a year is the last such day by ``no_later_than``."""
    found = _DAY.search(text)
    if found is None or found[1] not in _MONTHS:
        return None
    month, day = _MONTHS[found[1]], int(found[2])
    if found[3] is not None:
        return date(int(found[3]), month, day)
    if no_later_than is None:
        return None
    this_year = date(no_later_than.year, month, day)
    return this_year if this_year <= no_later_than else date(no_later_than.year - 1, month, day)


def _pool(entry: Mapping[str, Any], today: date) -> Pool | None:
    """The count of the pool; all zeros stand for one that was not published."""
    total = _number(entry, TOTAL, 0, None)
    if total == 0:
        return None
    text = _text(entry, "drawDistributionAsOn")
    day = _day(text, None)
    if day is None or not FIRST_DAY <= day <= today + _SLACK:
        raise ValueError(f"the day of the pool {text!r} cannot be read")
    return Pool(day, tuple(_number(entry, f"dd{field}", 0, None) for field in COUNTS), total)


def _text(entry: Mapping[str, Any], field: str) -> str:
    value = entry.get(field)
    if not isinstance(value, str):
        raise ValueError(f"{field} is missing")
    return value.strip()


def _number(entry: Mapping[str, Any], field: str, least: int, most: int | None) -> int:
    text = _text(entry, field)
    if not _COUNT.fullmatch(text):
        raise ValueError(f"{field} is {text!r}, not a number")
    value = int(re.sub(r"\D", "", text))
    if value < least or (most is not None and value > most):
        raise ValueError(f"{field} is {value}, which is not possible")
    return value


def _differences(known: Round, published: Round, accept: bool) -> Iterator[Difference]:
    """The values that the feed gives differently; one that it leaves empty says nothing."""
    for field in ("date", "name", "programs", "invitations", "cutoff", "tie_break"):
        before, now = getattr(known, field), getattr(published, field)
        if now in (None, ()) or now == before:
            continue
        taken = accept or field in TAKEN_AS_PUBLISHED
        yield Difference(known.number, field, _plain(before), _plain(now), taken)


def _plain(value: object) -> str:
    if isinstance(value, datetime) or value is None:
        return moment_text(value)
    return " ".join(value) if isinstance(value, tuple) else str(value)


def _gaps(rounds: Iterable[str]) -> Iterator[Oddity]:
    numbers = {order(number)[0] for number in rounds}
    for missing in sorted(set(range(1, max(numbers, default=0))) - numbers):
        yield Oddity(str(missing), "missing between others")


def _join_pools(
    known: History, feed: Feed, accept: bool, problems: list[Oddity]
) -> tuple[tuple[Pool, ...], list[Difference]]:
    pools = {pool.as_of: pool for pool in known.pools}
    changed = []
    for pool in feed.pools:
        before = pools.get(pool.as_of)
        if before is None and sum(pool.counts) != pool.total:
            problems.append(Oddity("", f"the pool of {pool.as_of} does not add up to its total"))
        elif before is None or before == pool:
            pools[pool.as_of] = pool
        else:
            changed.append(Difference("", f"pool {pool.as_of}", _counts(before), _counts(pool), accept))
            pools[pool.as_of] = pool if accept else before
    return tuple(pools[day] for day in sorted(pools)), changed


def _counts(pool: Pool) -> str:
    return " ".join(str(count) for count in (*pool.counts, pool.total))
