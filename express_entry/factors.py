"""Factors of the Comprehensive Ranking System, as data: which facts each looks at, and its table of points.

A factor file says by which facts its points are looked up (:data:`FACTS` lists what there is) and gives, for
each day from which values hold, one table, or one for candidates with an accompanying partner and one for
those without. A table has one level for each fact; a level may end early with a number of points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Protocol

from express_entry.points import Source
from express_entry.rulefiles import REPEALED, Dated, File, Node, RuleFileError
from express_entry.vocabulary import ABILITIES, CANADIAN_EDUCATION, EDUCATION

ABILITY_COUNT = len(ABILITIES)
OTHERWISE = "otherwise"
SECTIONS = ("A", "B", "C", "D")


@dataclass(frozen=True)
class Kind:
    """What values a fact has: whole numbers, the ``names`` listed, or NOC codes.

    With ``each`` the fact is one number for each language ability, and points are added up.
    """

    names: tuple[str, ...] = ()
    codes: bool = False
    each: bool = False


NUMBER = Kind()
YES_NO = Kind(names=("no", "yes"))
LEVELS = Kind(each=True)
CODES = Kind(codes=True)

FACTS: Mapping[str, Kind] = {
    "age": NUMBER,
    "education": Kind(names=EDUCATION),
    "first_language": LEVELS,
    "first_language_lowest": NUMBER,
    "second_language": LEVELS,
    "second_language_lowest": NUMBER,
    "english_lowest": NUMBER,
    "french_lowest": NUMBER,
    "canadian_work_years": NUMBER,
    "foreign_work_years": NUMBER,
    "noc": CODES,
    "certificate_of_qualification": YES_NO,
    "provincial_nomination": YES_NO,
    "canadian_education": Kind(names=CANADIAN_EDUCATION),
    "sibling_in_canada": YES_NO,
    "job_offer": YES_NO,
    "job_offer_noc": CODES,
    "spouse_age": NUMBER,
    "spouse_education": Kind(names=EDUCATION),
    "spouse_canadian_education": Kind(names=CANADIAN_EDUCATION),
    "spouse_language": LEVELS,
    "spouse_language_lowest": NUMBER,
    "spouse_canadian_work_years": NUMBER,
    "spouse_foreign_work_years": NUMBER,
}
"""The facts by which points can be looked up, and the values that each can have. A number that is not told
counts as 0, a name as the first, a code as none."""


class Step(Protocol):
    """One level of a table."""

    def at(self, value: object) -> Table:
        """What stands for a value of the level's fact."""

    def leaves(self) -> Sequence[Table]:
        """Everything that stands in the level."""


Table = int | Step


@dataclass(frozen=True)
class Bands:
    """A level over whole numbers: ``points[n]`` for n, the last for all above."""

    points: tuple[Table, ...]

    def at(self, value: object) -> Table:
        assert isinstance(value, int)
        return self.points[value] if value < len(self.points) else self.points[-1]

    def leaves(self) -> Sequence[Table]:
        return self.points


@dataclass(frozen=True)
class Names:
    """A level over named values."""

    points: Mapping[str, Table]

    def at(self, value: object) -> Table:
        assert isinstance(value, str)
        return self.points[value]

    def leaves(self) -> Sequence[Table]:
        return tuple(self.points.values())


@dataclass(frozen=True)
class Codes:
    """A level over NOC codes: the first pattern or list tier that any of the codes is in."""

    points: tuple[tuple[str | frozenset[str], Table], ...]
    otherwise: Table

    def at(self, value: object) -> Table:
        assert isinstance(value, tuple)
        for wanted, found in self.points:
            if any(_fits(code, wanted) for code in value):
                return found
        return self.otherwise

    def leaves(self) -> Sequence[Table]:
        return (*(found for _, found in self.points), self.otherwise)


def _fits(code: str, wanted: str | frozenset[str]) -> bool:
    return fnmatchcase(code, wanted) if isinstance(wanted, str) else code in wanted


def points(table: Table, values: Sequence[object]) -> int:
    """The points for the values of a factor's facts, in the factor's order."""
    for index, value in enumerate(values):
        if isinstance(table, int):
            return table
        if isinstance(value, tuple) and not isinstance(table, Codes):
            return sum(points(table.at(each), values[index + 1 :]) for each in value)
        table = table.at(value)
    assert isinstance(table, int)
    return table


def most(table: Table, values: Sequence[object | None], kinds: Sequence[Kind]) -> int:
    """The most points that the table can give while facts whose value is None are free."""
    return _extreme(max, table, values, kinds)


def least(table: Table, values: Sequence[object | None], kinds: Sequence[Kind]) -> int:
    """The least points that it can give."""
    return _extreme(min, table, values, kinds)


def _extreme(
    pick: Callable[[Iterable[int]], int],
    table: Table,
    values: Sequence[object | None],
    kinds: Sequence[Kind],
) -> int:
    if isinstance(table, int):
        return table
    value, kind = values[0], kinds[0]

    def rest(step: Table) -> int:
        return _extreme(pick, step, values[1:], kinds[1:])

    if value is None:
        best = pick(rest(leaf) for leaf in table.leaves())
        return best * ABILITY_COUNT if kind.each else best
    if kind.each:
        assert isinstance(value, tuple)
        return sum(rest(table.at(each)) for each in value)
    return rest(table.at(value))


Columns = tuple[Table | None, Table | None]
"""The tables for candidates without and with an accompanying partner; None: the factor is not for them."""


@dataclass(frozen=True)
class Factor:
    """A factor with all the values that it ever had. ``name`` is its label where no catalog has one."""

    id: str
    section: str
    place: int
    by: tuple[str, ...]
    kinds: tuple[Kind, ...]
    groups: tuple[str, ...]
    name: Mapping[str, str] | None
    tables: Dated[Columns]


@dataclass(frozen=True)
class Caps:
    """The most that groups of lines, sections and the whole can give, without and with a partner."""

    total: int
    sections: Mapping[str, tuple[int, int]]
    groups: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, eq=False)
class Row:
    """A factor on a certain day for a certain family situation.

    ``highest`` is the most that its table gives, ``max`` the most that its caps leave of that.
    """

    id: str
    section: str
    facts: tuple[str, ...]
    kinds: tuple[Kind, ...]
    table: Table
    groups: tuple[str, ...]
    highest: int
    max: int
    source: Source
    repealed: date | None


@dataclass(frozen=True)
class Notice:
    """A change that is announced for a day while its values are not known."""

    message: str
    since: date
    source: Source


@dataclass(frozen=True)
class Limit:
    """The most that some of a sheet's rows, by their places, can give together."""

    rows: tuple[int, ...]
    most: int


@dataclass(frozen=True)
class Sheet:
    """What is scored for one family situation: the rows, and the limits in the order in which they apply.

    A limit that the rows' tables can never exceed is left out.
    """

    rows: tuple[Row, ...]
    limits: tuple[Limit, ...]


@dataclass(frozen=True, eq=False)
class Grid:
    """The rules of one period, ready to score by: ``sheets`` without and with an accompanying partner."""

    since: date
    notice: Notice | None
    sheets: tuple[Sheet, Sheet]
    max: int


class Ranking:
    """The Comprehensive Ranking System through time. A period's grid is prepared once, when first asked."""

    def __init__(self, factors: tuple[Factor, ...], caps: Dated[Caps]) -> None:
        self.factors = tuple(sorted(factors, key=lambda factor: (factor.section, factor.place)))
        self.caps = caps
        days = {value.since for factor in factors for value in factor.tables.values}
        self._days = sorted(days | {value.since for value in caps.values})
        self._grids: dict[int, Grid] = {}

    @property
    def first_day(self) -> date:
        """The first day that can be scored."""
        return self.caps.values[0].since

    def on(self, on: date) -> Grid:
        """The rules of the day ``on``.

        Raises:
            NotInForce: the day is before the first round.
        """
        period = bisect_right(self._days, on)
        grid = self._grids.get(period)
        if grid is None:
            grid = self._grids[period] = self._prepare(on)
        return grid

    def names(self) -> dict[str, Mapping[str, str]]:
        """Labels by line id and language of the factors that bring their own."""
        return {factor.id: factor.name for factor in self.factors if factor.name is not None}

    def _prepare(self, on: date) -> Grid:
        caps = self.caps.on(on)
        held = [value for factor in self.factors if (value := factor.tables.at(on))]
        announced = [value for factor in self.factors if (value := factor.tables.announced(on))]
        latest = max(announced, key=lambda value: value.since, default=None)
        single, couple = (_sheet(self.factors, caps, on, column) for column in (0, 1))
        since = [value.since for value in (*held, self.caps.at(on)) if value is not None]
        notice = Notice(latest.notice, latest.since, latest.source) if latest and latest.notice else None
        return Grid(max(since), notice, (single, couple), caps.total)


def _sheet(factors: Sequence[Factor], caps: Caps, on: date, column: int) -> Sheet:
    rows = tuple(row for factor in factors if (row := _row(factor, caps, on, column)))
    groups = [
        (tuple(place for place, row in enumerate(rows) if name in row.groups), limit[column])
        for name, limit in caps.groups.items()
    ]
    sections = [
        (tuple(place for place, row in enumerate(rows) if row.section == name), limit[column])
        for name, limit in caps.sections.items()
    ]
    every = [*groups, *sections, (tuple(range(len(rows))), caps.total)]
    limits = tuple(
        Limit(places, limit)
        for places, limit in every
        if sum(rows[place].highest for place in places) > limit
    )
    return Sheet(rows, limits)


def _row(factor: Factor, caps: Caps, on: date, column: int) -> Row | None:
    held = factor.tables.at(on)
    if held is None:
        return None
    if held.value is None:
        before = [value.value for value in factor.tables.known if value.since < held.since and value.value]
        table: Table | None = 0 if before and before[-1][column] is not None else None
    else:
        table = held.value[column]
    if table is None:
        return None
    limits = [caps.sections[factor.section], *(caps.groups[name] for name in factor.groups)]
    highest = most(table, [None] * len(factor.by), factor.kinds)
    return Row(
        id=factor.id,
        section=factor.section,
        facts=() if held.status == REPEALED else tuple(name.split(" in ")[0] for name in factor.by),
        kinds=factor.kinds,
        table=table,
        groups=factor.groups,
        highest=highest,
        max=min(highest, caps.total, *(limit[column] for limit in limits)),
        source=held.source,
        repealed=held.since if held.status == REPEALED else None,
    )


# Reading the files.

Lists = Mapping[str, Dated[Mapping[str, frozenset[str]]]]


def read_ranking(folder: Path, factors: Sequence[File], caps: Sequence[File], lists: Lists) -> Ranking:
    """The ranking system of a folder of rule files.

    Raises:
        RuleFileError: a file does not fit the others, or there is not exactly one file of caps.
    """
    if len(caps) != 1:
        raise RuleFileError(folder, 1, f"one file of kind 'caps' is needed, and there are {len(caps)}")
    limits = caps[0].dated(_caps, ("total", "sections", "groups"))
    read = tuple(_factor(file, limits, lists) for file in factors)
    return Ranking(read, limits)


def _caps(fields: Mapping[str, Node], node: Node) -> Caps:
    for name in ("total", "sections", "groups"):
        if name not in fields:
            node.error(f"the key {name!r} is missing")
    sections = fields["sections"].fields(SECTIONS)
    return Caps(
        total=fields["total"].whole(),
        sections={name: _pair(limit) for name, limit in sections.items()},
        groups={name.text(): _pair(limit) for name, limit in fields["groups"].items()},
    )


def _pair(node: Node) -> tuple[int, int]:
    if not node.is_mapping:
        return node.whole(), node.whole()
    fields = node.fields(("with_spouse", "without_spouse"))
    return fields["without_spouse"].whole(), fields["with_spouse"].whole()


def _factor(file: File, caps: Dated[Caps], lists: Lists) -> Factor:
    by = file.fields["by"].entries()
    kinds = tuple(_kind(node, lists) for node in by)
    groups = tuple(node.text() for node in file.fields["groups"].entries()) if "groups" in file.fields else ()
    name = file.fields["name"].fields(("en", "fr")) if "name" in file.fields else None

    def read(fields: Mapping[str, Node], node: Node) -> Columns:
        since = fields["from"].day()
        held = caps.at(since)
        for group in groups:
            if held is None or held.value is None or group not in held.value.groups:
                node.error(f"there is no cap for the group {group!r} on {since}")

        def table(entry: Node) -> Table:
            return _table(entry, [fact.text() for fact in by], kinds, lists, since)

        if "points" in fields:
            if "with_spouse" in fields or "without_spouse" in fields:
                node.error("'points' stands for both 'with_spouse' and 'without_spouse'")
            return table(fields["points"]), table(fields["points"])
        if "with_spouse" not in fields and "without_spouse" not in fields:
            node.error("the key 'points' is missing, or 'with_spouse' or 'without_spouse'")
        single = table(fields["without_spouse"]) if "without_spouse" in fields else None
        couple = table(fields["with_spouse"]) if "with_spouse" in fields else None
        return single, couple

    return Factor(
        id=Path(file.id).name,
        section=file.fields["section"].one_of(SECTIONS),
        place=file.fields["place"].whole(),
        by=tuple(fact.text() for fact in by),
        kinds=kinds,
        groups=groups,
        name={lang: text.text() for lang, text in name.items()} if name else None,
        tables=file.dated(read, ("points", "with_spouse", "without_spouse")),
    )


def _kind(node: Node, lists: Lists) -> Kind:
    fact, _, listed = node.text().partition(" in ")
    if fact not in FACTS:
        node.error(f"there is no fact {fact!r}; there are {', '.join(FACTS)}")
    if listed and (listed not in lists or not FACTS[fact].codes):
        node.error(f"{fact!r} cannot be looked up in a list {listed!r}")
    return FACTS[fact]


def _table(node: Node, by: Sequence[str], kinds: Sequence[Kind], lists: Lists, since: date) -> Table:
    if not node.is_mapping:
        return node.whole()
    if not by:
        node.error("a number of points is needed: every fact has been looked at")
    entries = [(key, _table(value, by[1:], kinds[1:], lists, since)) for key, value in node.items()]
    kind, listed = kinds[0], by[0].partition(" in ")[2]
    if listed:
        return _listed(node, entries, lists[listed].on(since))
    if kind.codes:
        return _patterns(node, entries)
    if kind.names:
        return read_names(node, entries, kind.names)
    return read_bands(node, entries)


Entries = Sequence[tuple[Node, Table]]


def read_bands(node: Node, entries: Entries) -> Bands:
    """``18: 99`` for one number, ``20-29: 110`` for several, ``45+: 0`` for the last; from 0, no gaps."""
    rows: list[Table] = []
    for index, (key, value) in enumerate(entries):
        found = re.fullmatch(r"(\d+)(?:-(\d+)|(\+))?", key.text(), re.ASCII)
        if not found:
            key.error(f"a band such as 18, 20-29 or 45+ is needed, not {key.text()!r}")
        low, high = int(found[1]), int(found[2] or found[1])
        if low != len(rows) or high < low:
            key.error(f"the band {key.text()!r} leaves a gap or overlaps: the next number is {len(rows)}")
        if bool(found[3]) != (index == len(entries) - 1):
            key.error("the last band, and only that, is open, such as 45+")
        rows += [value] * (high - low + 1)
    return Bands(tuple(rows))


def read_names(node: Node, entries: Entries, names: Sequence[str]) -> Names:
    """``one_year, two_year: 13``: every name once."""
    rows: dict[str, Table] = {}
    for key, value in entries:
        for name in key.text().split(", "):
            if name not in names:
                key.error(f"{name!r} is not one of {', '.join(names)}")
            if name in rows:
                key.error(f"{name!r} stands here twice")
            rows[name] = value
    if missing := [name for name in names if name not in rows]:
        node.error(f"nothing is said for {', '.join(missing)}")
    return Names(rows)


def _patterns(node: Node, entries: Entries) -> Codes:
    """``"00???": 200`` for the codes of a pattern, the first that fits; ``otherwise`` for the rest."""
    rows = [(key.text(), value) for key, value in entries if key.text() != OTHERWISE]
    for key, _ in entries:
        if key.text() != OTHERWISE and not re.fullmatch(r"([\d?]|\[\d(-\d)?\]){5}", key.text(), re.ASCII):
            key.error(f"a pattern for five digits, such as 00??? or ?[0-3]???, is needed, not {key.text()!r}")
    return Codes(tuple(rows), _otherwise(node, entries))


def _listed(node: Node, entries: Entries, tiers: Mapping[str, frozenset[str]]) -> Codes:
    """The tiers of a list, each once, and ``otherwise`` for codes that are not in it."""
    rows = {}
    for key, value in entries:
        if key.text() != OTHERWISE:
            rows[key.one_of(tiers)] = value
    if missing := [name for name in tiers if name not in rows]:
        node.error(f"nothing is said for {', '.join(missing)}")
    return Codes(tuple((tiers[name], rows[name]) for name in tiers), _otherwise(node, entries))


def _otherwise(node: Node, entries: Entries) -> Table:
    found = [value for key, value in entries if key.text() == OTHERWISE]
    if not found:
        node.error(f"nothing is said for the codes that are left: the key {OTHERWISE!r} is missing")
    return found[0]
