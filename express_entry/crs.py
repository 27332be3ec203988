"""The Comprehensive Ranking System score of a profile on a day.

The rules are data (``data/rules/crs``): this module looks facts up in the tables that held on the day,
applies the caps and says why. A total is the sum of its lines, and nothing else produces a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from express_entry.factors import Caps, Grid, Row, most, points
from express_entry.facts import Fact, Facts, facts, with_spouse
from express_entry.parameters import Parameters, parameters
from express_entry.points import Because, Line, Source
from express_entry.profile import OLDEST_AGE, Problem, Profile, ProfileError, age_on
from express_entry.rulefiles import NotInForce

__all__ = ["Breakdown", "DayBeforeExpressEntry", "RulesUsed", "score"]


Day = date


class DayBeforeExpressEntry(ValueError):
    """A day before the first rules; ``because`` says which days can be scored."""

    def __init__(self, first_day: date) -> None:
        super().__init__(f"days from {first_day} on can be scored")
        self.because = Because("problem-day-before-express-entry", {"date": first_day})


@dataclass(frozen=True)
class RulesUsed:
    """By which rules a score was made.

    Attributes:
        date: the day from which they hold.
        asked_for: the day for which the score was asked.
        complete: False where a later change is known to hold on that day whose values are not known.
        notice: says so, to be shown beside the number.
        source: where the change can be read.
    """

    date: Day
    asked_for: Day
    complete: bool
    notice: Because | None = None
    source: Source | None = None


@dataclass(frozen=True)
class Breakdown:
    """A score with everything that it is made of.

    Attributes:
        total: the sum of the lines' points.
        max: the most that there is.
        sections: points of the sections A, B, C and D.
        lines: one for each factor that there is for the candidate's family situation, in the ranking's order.
        missing: fields of the profile that were not told and could change the total.
        rules: by which rules.
    """

    total: int
    max: int
    sections: Mapping[str, int]
    lines: tuple[Line, ...]
    missing: tuple[str, ...]
    rules: RulesUsed

    def as_json(self) -> dict[str, Any]:
        """The breakdown as plain values, without language: reasons as ids with arguments, days as text."""
        document: dict[str, Any] = _plain(self)
        return document


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _plain(entry) for name, entry in value.items()}
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def score(profile: Profile, on: date, rules: Parameters | None = None) -> Breakdown:
    """Score ``profile`` by the rules of the day ``on``; what was not told scores nothing and is ``missing``.

    Raises:
        DayBeforeExpressEntry: there were no rules on that day.
        ProfileError: the date of birth gives no possible age on that day.
    """
    rules = rules or parameters()
    try:
        grid = rules.ranking.on(on)
    except NotInForce:
        raise DayBeforeExpressEntry(rules.ranking.first_day) from None
    if profile.birth_date is not None and not 0 <= age_on(profile.birth_date, on) <= OLDEST_AGE:
        raise ProfileError((Problem("birth_date", Because("problem-birth-date", {"most": OLDEST_AGE})),))
    couple, deciding = with_spouse(profile)
    known = facts(profile, on)
    rows = grid.rows[couple]
    raw = [_line(row, *[known[name] for name in row.facts]) for row in rows]
    lines = _capped(rows, raw, grid.caps, couple)
    sections = dict.fromkeys(grid.caps.sections, 0)
    for line in lines:
        sections[line.section] += line.points
    missing = (*deciding, *_missing(rows, known, raw, lines, grid.caps, couple))
    return Breakdown(
        total=sum(sections.values()),
        max=grid.caps.total,
        sections=sections,
        lines=tuple(lines),
        missing=tuple(dict.fromkeys(missing)),
        rules=_rules_used(grid, on),
    )


@lru_cache(maxsize=65536)
def _line(row: Row, *known: Fact) -> Line:
    """A factor's line before the caps on groups and sections; kept, since most profiles share most lines."""
    found = points(row.table, [fact.value for fact in known])
    because = tuple(reason for fact in known for reason in fact.because)
    if row.repealed is not None:
        because = (Because("because-repealed", {"date": row.repealed}),)
    return Line(row.id, row.section, found, row.max, because, row.source)


def _capped(rows: tuple[Row, ...], lines: list[Line], caps: Caps, couple: bool) -> list[Line]:
    """Apply the caps of groups, then of sections, then of the whole; the last lines give way first."""
    lines = list(lines)
    for name, limits in caps.groups.items():
        members = [index for index, row in enumerate(rows) if name in row.groups]
        _reduce(lines, members, limits[couple])
    for name, limits in caps.sections.items():
        members = [index for index, row in enumerate(rows) if row.section == name]
        _reduce(lines, members, limits[couple])
    _reduce(lines, range(len(lines)), caps.total)
    return lines


def _reduce(lines: list[Line], members: Iterable[int], limit: int) -> None:
    members = list(members)
    above = sum(lines[index].points for index in members) - limit
    for index in reversed(members):
        if above <= 0:
            return
        given = min(above, lines[index].points)
        above -= given
        if given:
            lines[index] = _reduced(lines[index], lines[index].points - given, limit, len(members) > 1)


def _reduced(line: Line, left: int, limit: int, together: bool) -> Line:
    message = "because-capped-together" if together else "because-capped"
    reason = Because(message, {"from": line.points, "to": left, "limit": limit})
    return replace(line, points=left, because=(*line.because, reason))


def _missing(
    rows: tuple[Row, ...], known: Facts, raw: list[Line], lines: list[Line], caps: Caps, couple: bool
) -> Iterator[str]:
    """The fields not told that could change a line, unless a cap above it is reached whatever they are."""
    firm = [all(known[name].firm for name in row.facts) for row in rows]
    for row, before in zip(rows, raw, strict=True):
        untold = [known[name] for name in row.facts if known[name].missing]
        if not untold or _filled(row, rows, lines, firm, caps, couple):
            continue
        values = [None if known[name].missing else known[name].value for name in row.facts]
        highest = most(row.table, values, row.kinds)
        if highest > before.points or (highest and any(not fact.firm for fact in untold)):
            for fact in untold:
                yield from fact.missing


def _filled(
    row: Row, rows: tuple[Row, ...], lines: list[Line], firm: list[bool], caps: Caps, couple: bool
) -> bool:
    """Whether firm lines alone reach a cap that the row is under."""
    sure = [(other, line.points) for other, line, is_firm in zip(rows, lines, firm, strict=True) if is_firm]
    section = sum(found for other, found in sure if other.section == row.section)
    groups = {name: sum(found for other, found in sure if name in other.groups) for name in row.groups}
    return section >= caps.sections[row.section][couple] or any(
        found >= caps.groups[name][couple] for name, found in groups.items()
    )


def _rules_used(grid: Grid, on: date) -> RulesUsed:
    if grid.notice is None:
        return RulesUsed(grid.since, on, complete=True)
    args = {"rules": grid.since, "since": grid.notice.since}
    return RulesUsed(grid.since, on, False, Because(grid.notice.message, args), grid.notice.source)
