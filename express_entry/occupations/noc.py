"""The National Occupational Classification (NOC): unit groups, TEER, old codes and category lists.

The tables stand in ``data/noc``; the edition is data. A unit group has a five-digit code whose second
digit is its TEER category (training, education, experience and responsibilities), 0 to 5.

Source: Statistics Canada, National Occupational Classification 2021 Version 1.0; the concordance with
NOC 2016 by Statistics Canada and Employment and Social Development Canada.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from express_entry.yaml_files import read_yaml

DATA = Path(__file__).parents[2] / "data" / "noc"


@dataclass(frozen=True)
class UnitGroup:
    """An occupation of the classification: its five-digit code and its title in both languages."""

    code: str
    title_en: str
    title_fr: str

    @property
    def teer(self) -> int:
        """The TEER category, 0 to 5: the second digit of the code."""
        return int(self.code[1])

    def title(self, lang: str) -> str:
        """The title in ``lang`` ("en" or "fr")."""
        return self.title_fr if lang == "fr" else self.title_en


@dataclass(frozen=True)
class OldCode:
    """A unit group of NOC 2016: four digits, skill level (0, A, B, C or D), and where its jobs went."""

    code: str
    level: str
    title_en: str
    title_fr: str
    now: tuple[str, ...]

    def title(self, lang: str) -> str:
        """The title in ``lang`` ("en" or "fr")."""
        return self.title_fr if lang == "fr" else self.title_en


@dataclass(frozen=True)
class CategoryList:
    """The occupations of an Express Entry category from one day to another (None: still in force)."""

    category: str
    version: str
    name: str
    since: date
    until: date | None
    checked: date
    codes: frozenset[str]

    def holds(self, on: date | None) -> bool:
        """Whether the list is in force on a day; without a day, whether it is the latest known."""
        if on is None:
            return self.until is None
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True)
class Classification:
    """One edition of the NOC, as Express Entry uses it."""

    version: Mapping[str, str]
    attribution: Mapping[str, str]
    licence: Mapping[str, str]
    groups: Mapping[str, UnitGroup]
    old: Mapping[str, OldCode]
    categories: tuple[CategoryList, ...]
    aliases: Mapping[str, tuple[str, ...]]
    levels: Mapping[str, tuple[int, ...]]
    skilled_teer: frozenset[int]
    pages: Mapping[str, str]

    def skilled(self, code: str) -> bool:
        """Whether work under a five-digit code is skilled for Express Entry (IRPR 75(2)(a), 87.1(2)(a))."""
        return self.groups[code].teer in self.skilled_teer

    @property
    def checked(self) -> date:
        """The last day on which all of the categories' lists were checked."""
        return min(entry.checked for entry in self.categories)

    def categories_of(self, code: str, on: date | None = None) -> tuple[str, ...]:
        """The categories that list a code on a day; without a day, in the latest known lists."""
        return tuple(
            sorted({entry.category for entry in self.categories if code in entry.codes and entry.holds(on)})
        )

    def listed_in(self, category: str, on: date | None = None) -> tuple[str, ...]:
        """The codes on a category's list on a day, in order; without a day, on the latest known list."""
        held = (entry.codes for entry in self.categories if entry.category == category and entry.holds(on))
        return tuple(sorted(next(held, frozenset())))

    def left(self, code: str) -> tuple[CategoryList, ...]:
        """The lists that held a code last and whose category has none with it any more, the newest first."""
        now = self.categories_of(code)
        held = [entry for entry in self.categories if code in entry.codes and entry.category not in now]
        last = {entry.category: entry for entry in sorted(held, key=lambda entry: entry.since)}
        return tuple(sorted(last.values(), key=lambda entry: entry.since, reverse=True))

    def url(self, code: str, lang: str) -> str:
        """The official page of a unit group in ``lang`` ("en" or "fr")."""
        return self.pages["fr" if lang == "fr" else "en"].format(code=code)

    def now(self, code: str) -> tuple[str, ...]:
        """The unit groups that a code means today, the likeliest first.

        A five-digit code means itself; a four-digit NOC 2016 code the groups that its jobs moved to;
        an alias such as 00018 (senior managers) the groups that it stands for; anything else nothing.
        """
        if code in self.groups:
            return (code,)
        if code in self.aliases:
            return self.aliases[code]
        return self.old[code].now if code in self.old else ()


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated table in ``data/noc``, without comments and empty lines."""
    path = DATA / name
    raw = gzip.decompress(path.read_bytes()) if name.endswith(".gz") else path.read_bytes()
    lines = (line for line in io.StringIO(raw.decode()) if line.strip() and not line.startswith("#"))
    return csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _yaml(name: str) -> Any:
    return read_yaml(DATA / name)


@lru_cache(maxsize=1)
def classification() -> Classification:
    """The edition in use, read once."""
    about = _yaml("classification.yml")
    old: dict[str, OldCode] = {}
    for code, level, english, french, now in rows("noc2016.tsv"):
        before = old[code].now if code in old else ()
        old[code] = OldCode(code, level, english, french, (*before, now))
    return Classification(
        version={"en": about["version"], "fr": about["version_fr"]},
        attribution=about["attribution"],
        licence=about["licence"],
        groups={code: UnitGroup(code, english, french) for code, english, french in rows("unit_groups.tsv")},
        old=old,
        categories=tuple(
            CategoryList(
                category=entry["category"],
                version=entry["version"],
                name=entry["name"],
                since=entry["from"],
                until=entry["to"],
                checked=entry["checked"],
                codes=frozenset(entry["codes"]),
            )
            for entry in _yaml("categories.yml")["lists"]
        ),
        aliases={code: tuple(means) for code, means in about["aliases"].items()},
        levels={level: tuple(teers) for level, teers in about["levels"].items()},
        skilled_teer=frozenset(about["skilled_teer"]),
        pages=about["page"],
    )
