"""The tables of the three programs, of settlement funds and of the categories: ``data/rules/fsw``, ``cec``,
``fst``, ``funds`` and ``categories``, loaded once and strictly.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

from express_entry.factors import Bands, Kind, Names, points, read_bands, read_names
from express_entry.parameters import RULES, Amount, Tiers, read_amount, read_tiers
from express_entry.rulefiles import Dated, File, Node, read_files
from express_entry.vocabulary import ABILITIES, EDUCATION

FOLDERS = ("fsw", "cec", "fst", "funds", "categories")
"""The folders of ``data/rules`` that are read here."""
ADAPTABILITY = (
    "partner_language",
    "own_study",
    "partner_study",
    "own_work",
    "partner_work",
    "relative",
    "arranged_employment",
)
"""What gives points for adaptability in the grid of the Federal Skilled Worker class."""
MOST_LEVEL = 10

_BY: Mapping[str, Kind] = {
    "level": Kind(),
    "years": Kind(),
    "education": Kind(names=EDUCATION),
    "answer": Kind(names=("no", "yes")),
    "adaptability": Kind(names=ADAPTABILITY),
}

KINDS: Mapping[str, tuple[Collection[str], Collection[str]]] = {
    "amount": ((), ()),
    "list": ((), ()),
    "grid": (("by",), ()),
    "levels": ((), ()),
    "levels_of_study": ((), ()),
    "patterns": ((), ()),
    "funds": ((), ()),
    "category": ((), ()),
    "rule": ((), ()),
}
"""The kinds of rule files, each with the required and the optional keys of its own."""


@dataclass(frozen=True)
class PointsTable:
    """One table of a points grid: ``most`` is what it gives at most."""

    most: int
    table: Bands | Names

    def points(self, value: object) -> int:
        """The points for a value, at most ``most``."""
        return min(self.most, points(self.table, [value]))


@dataclass(frozen=True)
class LevelsByTeer:
    """Language levels needed in each ability, in their usual order, by the TEER of the occupation."""

    by_teer: Mapping[int, tuple[int, int, int, int]]

    def at(self, teer: int) -> tuple[int, int, int, int] | None:
        """The levels for an occupation of this TEER; None where the program does not take it."""
        return self.by_teer.get(teer)

    def easiest(self) -> tuple[int, int, int, int]:
        """The lowest levels that any occupation needs."""
        return min(self.by_teer.values())

    def hardest(self) -> tuple[int, int, int, int]:
        """The highest levels that any occupation needs."""
        return max(self.by_teer.values())


@dataclass(frozen=True)
class Patterns:
    """A set of NOC codes, as patterns such as ``73???``."""

    patterns: tuple[str, ...]

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and any(fnmatchcase(code, pattern) for pattern in self.patterns)


@dataclass(frozen=True)
class Funds:
    """Settlement funds in Canadian dollars by family size: ``family[0]`` for one person."""

    family: tuple[int, ...]
    each_more: int

    def needed(self, size: int) -> int:
        """The amount for a family of ``size``."""
        if size <= len(self.family):
            return self.family[size - 1]
        return self.family[-1] + self.each_more * (size - len(self.family))


@dataclass(frozen=True)
class CategoryRule:
    """What a category asks for, besides its list of occupations.

    Attributes:
        months: full-time months (or as many hours part-time) in one listed occupation; None: no experience.
        continuous: whether they must be without a gap.
        window: years before the day in which they count; None: any time.
        place: where the work is: "canada", "abroad" or "anywhere".
        french_level: the NCLC needed in each ability of a French test; None: no test.
        offer_years: years of the offer from the Canadian Armed Forces; None: no offer.
        education: the least level of study; None: none.
    """

    months: int | None
    continuous: bool
    window: int | None
    place: str
    french_level: int | None
    offer_years: int | None
    education: str | None


@dataclass(frozen=True)
class ProgramTables:
    """All tables by the path of their file below the folder of rules, such as ``fsw/grid.age``."""

    amounts: Mapping[str, Amount]
    lists: Mapping[str, Dated[Tiers]]
    grids: Mapping[str, Dated[PointsTable]]
    levels: Mapping[str, Dated[LevelsByTeer]]
    studies: Mapping[str, Dated[str]]
    patterns: Mapping[str, Dated[Patterns]]
    funds: Mapping[str, Dated[Funds]]
    categories: Mapping[str, Dated[CategoryRule]]
    rules: Mapping[str, Dated[bool]]

    def amount(self, name: str, on: date) -> int:
        """The whole number of this id on a day, such as ``fsw/pass_mark``."""
        return int(self.amounts[name].on(on))

    def codes(self, name: str, on: date) -> frozenset[str]:
        """All occupations of the list of this id on a day; none where nothing was in force."""
        held = self.lists[name].at(on)
        return frozenset[str]().union(*held.value.values()) if held and held.value else frozenset[str]()

    @property
    def first_day(self) -> date:
        """The first day for which a program's requirements can be told: when TEER came in."""
        return max(table.values[0].since for table in self.levels.values())


@lru_cache(maxsize=1)
def tables() -> ProgramTables:
    """The project's tables, loaded once per process."""
    return load()


def load(folder: Path = RULES) -> ProgramTables:
    """Load the rule files of the :data:`FOLDERS` below ``folder``.

    Raises:
        RuleFileError: a file cannot be taken as it stands; the message names file and line.
    """
    files = list(read_files(folder, FOLDERS, KINDS))
    of = {kind: [file for file in files if file.kind == kind] for kind in KINDS}
    return ProgramTables(
        amounts={file.id: file.dated(read_amount, ("value",)) for file in of["amount"]},
        lists={file.id: file.dated(read_tiers, ("tiers",)) for file in of["list"]},
        grids={file.id: _grid(file) for file in of["grid"]},
        levels={file.id: file.dated(_levels, ("teer",)) for file in of["levels"]},
        studies={file.id: file.dated(_study, ("least",)) for file in of["levels_of_study"]},
        patterns={file.id: file.dated(_patterns, ("patterns",)) for file in of["patterns"]},
        funds={file.id: file.dated(_funds, ("family", "each_more")) for file in of["funds"]},
        categories={
            file.id.removeprefix("categories/"): file.dated(_category, _CATEGORY_KEYS)
            for file in of["category"]
        },
        rules={file.id: file.dated(lambda fields, node: True, ()) for file in of["rule"]},
    )


def _needed(fields: Mapping[str, Node], node: Node, *names: str) -> None:
    for name in names:
        if name not in fields:
            node.error(f"the key {name!r} is missing")


def _grid(file: File) -> Dated[PointsTable]:
    kind = _BY[file.fields["by"].one_of(_BY)]

    def read(fields: Mapping[str, Node], node: Node) -> PointsTable:
        _needed(fields, node, "most", "points")
        entries = [(key, value.whole()) for key, value in fields["points"].items()]
        most = fields["most"].whole()
        table = (
            read_names(fields["points"], entries, kind.names)
            if kind.names
            else read_bands(fields["points"], entries)
        )
        return PointsTable(most, table)

    return file.dated(read, ("most", "points"))


def _levels(fields: Mapping[str, Node], node: Node) -> LevelsByTeer:
    _needed(fields, node, "teer")
    found: dict[int, tuple[int, int, int, int]] = {}
    for key, value in fields["teer"].items():
        band = re.fullmatch(r"([0-5])(?:-([0-5]))?", key.text(), re.ASCII)
        if not band:
            key.error(f"a TEER such as 2 or 0-1 is needed, not {key.text()!r}")
        each = value.fields(ABILITIES)
        levels = [each[ability].whole() for ability in ABILITIES]
        if not all(4 <= level <= MOST_LEVEL for level in levels):
            value.error("levels from 4 to 10 are needed")
        for teer in range(int(band[1]), int(band[2] or band[1]) + 1):
            if teer in found:
                key.error(f"TEER {teer} stands here twice")
            found[teer] = (levels[0], levels[1], levels[2], levels[3])
    return LevelsByTeer(found)


def _study(fields: Mapping[str, Node], node: Node) -> str:
    _needed(fields, node, "least")
    return fields["least"].one_of(EDUCATION)


def _patterns(fields: Mapping[str, Node], node: Node) -> Patterns:
    _needed(fields, node, "patterns")
    for entry in fields["patterns"].entries():
        if not re.fullmatch(r"([\d?]|\[\d(-\d)?\]){5}", entry.text(), re.ASCII):
            entry.error(
                f"a pattern for five digits, such as 73??? or 72[0-5]??, is needed, not {entry.text()!r}"
            )
    return Patterns(tuple(entry.text() for entry in fields["patterns"].entries()))


def _funds(fields: Mapping[str, Node], node: Node) -> Funds:
    _needed(fields, node, "family", "each_more")
    amounts = []
    for place, (size, amount) in enumerate(fields["family"].items(), start=1):
        if size.text() != str(place):
            size.error(f"the amount for {place} is needed here")
        amounts.append(amount.whole())
    return Funds(tuple(amounts), fields["each_more"].whole())


_PLACES = ("canada", "abroad", "anywhere")
_CATEGORY_KEYS = ("months", "continuous", "window", "place", "french_level", "offer_years", "education")


def _category(fields: Mapping[str, Node], node: Node) -> CategoryRule:
    if ("months" in fields) == ("french_level" in fields):
        node.error("either 'months' or 'french_level' is needed")
    if "months" in fields:
        _needed(fields, node, "continuous", "place")

    def whole(name: str) -> int | None:
        return fields[name].whole() if name in fields else None

    return CategoryRule(
        months=whole("months"),
        continuous="continuous" in fields and fields["continuous"].one_of(("yes", "no")) == "yes",
        window=whole("window"),
        place=fields["place"].one_of(_PLACES) if "place" in fields else "anywhere",
        french_level=whole("french_level"),
        offer_years=whole("offer_years"),
        education=fields["education"].one_of(EDUCATION) if "education" in fields else None,
    )
