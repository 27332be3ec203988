"""What changes when rule files change: which days score differently, and a score before and after."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from express_entry.crs import score
from express_entry.parameters import Parameters, parameters
from express_entry.profile import Profile
from express_entry.rulefiles import Dated

NEWS_FOR = timedelta(days=30)
"""How long new rules are news after a person wrote them down here."""
NEWS_UNTIL = timedelta(days=120)
"""How long after their first day, so that rules that are only looked up again are no news."""
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """Days from ``since`` to ``until`` (None: without end) that score differently in the tables ``names``."""

    since: date
    until: date | None
    names: tuple[str, ...]


@dataclass(frozen=True)
class NewRules:
    """A candidate's ``score`` by rules that began on ``since``, and the score on the day ``before``."""

    since: date
    score: int
    before: int


def days_that_differ(before: Parameters, after: Parameters) -> tuple[Span, ...]:
    """The days whose scores can come out differently by ``after`` than by ``before``, the oldest first."""
    tables = [dict(_tables(before)), dict(_tables(after))]
    names = sorted({*tables[0], *tables[1]})
    days = sorted({value.since for each in tables for _, table in each.values() for value in table.values})
    spans: list[Span] = []
    for day, following in zip(days, [*days[1:], None], strict=True):
        differ = tuple(name for name in names if _held(tables[0], name, day) != _held(tables[1], name, day))
        until = None if following is None else following - DAY
        if spans and spans[-1].names == differ and spans[-1].until == day - DAY:
            spans[-1] = Span(spans[-1].since, until, differ)
        elif differ:
            spans.append(Span(day, until, differ))
    return tuple(spans)


def _tables(rules: Parameters) -> Iterator[tuple[str, tuple[Hashable, Dated[Any]]]]:
    """Every table that a score is made from, by name, with the facts that it looks at."""
    for factor in rules.ranking.factors:
        yield factor.id, (factor.by, factor.tables)
    yield "caps", ((), rules.ranking.caps)
    for test in rules.tests:
        yield test.minima.id, ((), test.minima)


def _held(tables: Mapping[str, tuple[Hashable, Dated[Any]]], name: str, day: date) -> object:
    """What a table gives on a day, and whether something is announced for it; None where it gives nothing."""
    if name not in tables:
        return None
    looks_at, table = tables[name]
    held, announced = table.at(day), table.announced(day)
    known = None if held is None or held.value is None else (looks_at, held.value)
    return None if known is None and announced is None else (known, announced is not None)


def by_new_rules(profile: Profile, on: date, rules: Parameters | None = None) -> NewRules | None:
    """A candidate's score by rules that are news on the day ``on``, beside the one before them.

    None where no rules are new, or where their values are not all known.
    """
    now = score(profile, on, rules)
    since = now.rules.date
    if not now.rules.complete or on - since > NEWS_UNTIL or on - _written(since, rules) > NEWS_FOR:
        return None
    return NewRules(since, now.total, score(profile, since - DAY, rules).total)


def _written(since: date, rules: Parameters | None) -> date:
    """The day on which somebody last compared the values that began on ``since`` with their source."""
    tables = (factor.tables for factor in (rules or parameters()).ranking.factors)
    begun = [value.source.checked for table in tables for value in table.known if value.since == since]
    return max([since, *begun])
