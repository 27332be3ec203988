"""The rules' figures: everything under ``data/rules``, loaded once and strictly.

Everything dated is asked for a day: ``parameters().figure("eca_years", on)``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from express_entry.factors import Ranking, read_ranking
from express_entry.rulefiles import Dated, File, Kinds, Node, read_files
from express_entry.vocabulary import ABILITIES

RULES = Path(__file__).parents[1] / "data" / "rules"
FIGURES = "figures/"
"""The folder of amounts that sentences name."""
LOWEST_LEVEL = 4
HIGHEST_LEVEL = 10

FOLDERS = ("crs", "fees", "figures", "language", "lists")
"""The folders of ``data/rules`` that are read here; each program and list of costs reads its own."""
KINDS: Kinds = {
    "amount": ((), ()),
    "list": ((), ()),
    "test": (("test", "language", "framework", "scores"), ("scale", "dated_by")),
    "factor": (("section", "place", "by"), ("groups", "name")),
    "caps": ((), ()),
}


@dataclass(frozen=True)
class ScoreRange:
    """The scores that exist in one ability of a test: from ``least`` to ``most`` in steps of ``step``."""

    least: float
    most: float
    step: float

    def includes(self, value: float) -> bool:
        """Whether ``value`` is one of the scores."""
        return self.least <= value <= self.most and (value - self.least) % self.step == 0


Minima = Mapping[str, tuple[float, ...]]
"""By ability, the lowest score of each level from 4 to 10."""


@dataclass(frozen=True, eq=False)
class TestTable:
    """One conversion table, of a test or of one column (``scale``) of its result sheet.

    ``dated_by`` says which day chooses among its values: the day of the "test" or the day "scored".
    """

    __test__ = False

    test: str
    scale: str | None
    language: str
    framework: str
    dated_by: str
    scores: Mapping[str, ScoreRange]
    minima: Dated[Minima]

    def level(self, minima: Minima, ability: str, score: float) -> int:
        """The level of a score: 0 below level 4, 10 for 10 or more."""
        reached = bisect_right(minima[ability], score)
        return LOWEST_LEVEL - 1 + reached if reached else 0


Amount = Dated[float]
"""One number, such as the hours of a year of work."""

Tiers = Mapping[str, frozenset[str]]
"""A list of NOC codes in named tiers, the first tier first."""


@dataclass(frozen=True)
class Parameters:
    """All rules. Ask a table or amount for the day that matters: ``amount("figures/eca_years").on(day)``."""

    amounts: Mapping[str, Amount]
    lists: Mapping[str, Dated[Tiers]]
    tests: tuple[TestTable, ...]
    ranking: Ranking

    def amount(self, name: str) -> Amount:
        """The amount of this id, its path below ``data/rules``. Raises KeyError for an unknown one."""
        return self.amounts[name]

    def figure(self, name: str, on: date) -> int:
        """The whole number ``name`` of the folder ``figures`` on a day."""
        return int(self.amounts[FIGURES + name].on(on))

    def figures(self, on: date | None = None) -> dict[str, int]:
        """Every figure that sentences name, by its name: those of the day ``on``, or else the latest."""
        return {
            name.removeprefix(FIGURES): int(amount.on(on or amount.known[-1].since))
            for name, amount in self.amounts.items()
            if name.startswith(FIGURES) and (on is None or amount.at(on) is not None)
        }


def load(folder: Path = RULES) -> Parameters:
    """Load the rule files of the :data:`FOLDERS` below ``folder``.

    Raises:
        RuleFileError: a file cannot be taken as it stands; the message names file and line.
    """
    files = list(read_files(folder, FOLDERS, KINDS))
    of = {kind: [file for file in files if file.kind == kind] for kind in KINDS}
    lists = {Path(file.id).name: file.dated(read_tiers, ("tiers",)) for file in of["list"]}
    return Parameters(
        amounts={file.id: file.dated(read_amount, ("value",)) for file in of["amount"]},
        lists=lists,
        tests=tuple(_test(file) for file in of["test"]),
        ranking=read_ranking(folder, of["factor"], of["caps"], lists),
    )


@lru_cache(maxsize=1)
def parameters() -> Parameters:
    """The project's rules, loaded once per process."""
    return load()


def read_amount(fields: Mapping[str, Node], node: Node) -> float:
    """The number of one entry of a file of kind ``amount``."""
    if "value" not in fields:
        node.error("the key 'value' is missing")
    return fields["value"].number()


def read_tiers(fields: Mapping[str, Node], node: Node) -> Tiers:
    """The named tiers of one entry of a file of kind ``list``."""
    if "tiers" not in fields:
        node.error("the key 'tiers' is missing")
    tiers: dict[str, frozenset[str]] = {}
    for name, codes in fields["tiers"].items():
        listed = [code.text() for code in codes.entries()]
        for code in codes.entries():
            if not re.fullmatch(r"\d{5}", code.text(), re.ASCII):
                code.error(f"a NOC code of five digits is needed, not {code.text()!r}")
            if listed.count(code.text()) > 1 or any(code.text() in other for other in tiers.values()):
                code.error(f"{code.text()} stands in the list twice")
        tiers[name.text()] = frozenset(listed)
    return tiers


def _test(file: File) -> TestTable:
    scores, dated_by = file.fields["scores"].fields(ABILITIES), file.fields.get("dated_by")
    return TestTable(
        test=file.fields["test"].text(),
        scale=file.fields["scale"].text() if "scale" in file.fields else None,
        language=file.fields["language"].one_of(("en", "fr")),
        framework=file.fields["framework"].one_of(("CLB", "NCLC")),
        dated_by=dated_by.one_of(("test", "scored")) if dated_by else "scored",
        scores={ability: _range(scores[ability]) for ability in ABILITIES},
        minima=file.dated(_minima, ABILITIES),
    )


def _range(node: Node) -> ScoreRange:
    fields = node.fields(("from", "to", "step"))
    found = ScoreRange(*(fields[name].number() for name in ("from", "to", "step")))
    if found.step <= 0 or not found.includes(found.most):
        node.error("the highest score cannot be reached from the lowest in steps")
    return found


def _minima(fields: Mapping[str, Node], node: Node) -> Minima:
    minima = {}
    levels = [str(level) for level in range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)]
    for ability in ABILITIES:
        if ability not in fields:
            node.error(f"the key {ability!r} is missing")
        scores = fields[ability].fields(levels)
        lowest = tuple(scores[level].number() for level in levels)
        if any(higher <= lower for lower, higher in pairwise(lowest)):
            fields[ability].error("a higher level needs a higher score")
        minima[ability] = lowest
    return minima
