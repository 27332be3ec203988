"""Language tests: which scores exist, and the CLB or NCLC level of each ability.

Levels run from 4 to 10 (10 or more); 0 is below 4. Each ability is converted alone, by its own column;
nothing is averaged or rounded. Tables and their sources: ``data/rules/language``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Protocol

from express_entry.days import When, last_day, lies_before, years_later
from express_entry.parameters import (
    HIGHEST_LEVEL,
    LOWEST_LEVEL,
    Minima,
    ScoreRange,
    TestTable,
    parameters,
)
from express_entry.points import Because, Source
from express_entry.rulefiles import Dated
from express_entry.vocabulary import ABILITIES, ENGLISH, FRENCH, Known

__all__ = [
    "ABILITIES",
    "TESTS",
    "Levels",
    "Test",
    "check_scale",
    "check_test_score",
    "levels",
    "levels_of",
    "read_scale",
    "score_for",
    "scores_for",
    "test_of",
]

ANCIEN_SCORE = "ancien_score"
"""The column "Équivalence ancien score" of TEF Canada's result sheet: the one that Express Entry uses."""
NEW_SCALE = "699"


FourScores = tuple[float, float, float, float]


class Results(Protocol):
    """The results of one sitting, as :class:`express_entry.profile.LanguageTest` holds them."""

    @property
    def test(self) -> str: ...
    @property
    def scale(self) -> str | None: ...
    @property
    def date(self) -> When | None: ...
    @property
    def scores(self) -> FourScores: ...


@dataclass(frozen=True)
class Test:
    """A test that Express Entry accepts: its language ("en" or "fr") and the framework of its levels.

    ``tables`` are by scale; only TEF Canada has more than the one under None.
    """

    __test__ = False

    id: str
    language: str
    framework: str
    tables: Mapping[str | None, TestTable]


class _Tests(Mapping[str, Test]):
    """The accepted tests by their id, read from the rules when first asked for."""

    @cached_property
    def _tests(self) -> dict[str, Test]:
        tables: dict[str, dict[str | None, TestTable]] = {}
        for table in parameters().tests:
            tables.setdefault(table.test, {})[table.scale] = table
        return {
            name: Test(
                name, next(iter(scales.values())).language, next(iter(scales.values())).framework, scales
            )
            for name, scales in tables.items()
        }

    def __getitem__(self, name: str) -> Test:
        return self._tests[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tests)

    def __len__(self) -> int:
        return len(self._tests)


TESTS: Mapping[str, Test] = _Tests()
"""The accepted tests by their id in the profile form."""

AS_TOLD: Mapping[str, str] = {ENGLISH: "clb", FRENCH: "nclc"}
"""By language, what stands in the place of a test for levels that were told without one."""
HIGHEST_TOLD = 12
"""The highest level of the two frameworks; the rules count 10 and more alike."""


def test_of(name: str) -> Test:
    """The test of an id: an accepted one, or levels told without one, whose scores are the levels."""
    return TESTS[name] if name in TESTS else _levels_as_tests()[name]


@lru_cache(maxsize=1)
def _levels_as_tests() -> Mapping[str, Test]:
    """Levels in the form of a test; each reads as itself, from the day of the first table in its language."""
    levels = tuple(float(level) for level in range(LOWEST_LEVEL, HIGHEST_LEVEL + 1))
    found: dict[str, Test] = {}
    for language, name in AS_TOLD.items():
        table = next(table for table in parameters().tests if table.language == language)
        first = replace(table.minima.known[0], value=dict.fromkeys(ABILITIES, levels))
        itself = replace(
            table,
            test=name,
            scale=None,
            scores=dict.fromkeys(ABILITIES, ScoreRange(0, HIGHEST_TOLD, 1)),
            minima=Dated(name, table.minima.about, (first,)),
        )
        found[name] = Test(name, language, table.framework, {None: itself})
    return found


@dataclass(frozen=True, eq=False)
class Levels:
    """What results are worth on a day.

    Attributes:
        test: the id of the test, or of :data:`AS_TOLD`.
        language: "en" or "fr".
        framework: "CLB" or "NCLC".
        levels: one level for each of :data:`ABILITIES`, whether the results count or not.
        counts: whether the results count: not yet two years old, of a test that is accepted; None where the
            day of the test decides and only its month was told.
        because: why they do not count, or which column was read.
        valid_until: the day on which they expire, or its month; None where no date of the test was told.
        source: where the table is written.
    """

    test: str
    language: str
    framework: str
    levels: tuple[int, int, int, int]
    counts: Known
    because: tuple[Because, ...]
    valid_until: When | None
    source: Source

    @property
    def counted(self) -> tuple[int, int, int, int]:
        """The levels where the results count, else 0 for each ability."""
        return self.levels if self.counts else (0, 0, 0, 0)

    @property
    def lowest(self) -> int:
        """The counted level of the weakest ability."""
        return min(self.counted)

    def by_ability(self) -> dict[str, int]:
        """The levels by ability."""
        return dict(zip(ABILITIES, self.levels, strict=True))


def levels(results: Results, on: date) -> Levels:
    """The levels of test results on the day ``on``. Results that are two years old, or of a test that was not
    yet accepted, do not count. Rules: Ministerial Instructions, s. 12(3); IRPR 74.
    """
    return _levels(results.test, results.scale, results.scores, results.date, on)


@lru_cache(maxsize=65536)
def _levels(
    name: str,
    told_scale: str | None,
    scores: tuple[float, float, float, float],
    tested: When | None,
    on: date,
) -> Levels:
    """Kept, since many share results."""
    test = test_of(name)
    scale = read_scale(name, told_scale, scores)
    table = test.tables[scale]
    accepted = table.minima.known[0]
    held = table.minima.at(_reference(table, tested, on))
    value = held or accepted
    years = parameters().figure("language_years", on)
    until = years_later(tested, years) if tested else None
    counts: Known = True
    because = _column(scale)
    if until is not None and (fresh := lies_before(on, until)) is not True:
        counts = fresh
        message = "because-test-expired" if fresh is False else "because-test-day-decides"
        because = (Because(message, {"date": until, "years": years}),)
    elif held is None:
        counts, because = False, (Because("because-test-not-accepted", {"date": accepted.since}),)
    return Levels(
        test=name,
        language=test.language,
        framework=test.framework,
        levels=_convert(table, value.since, scores),
        counts=counts,
        because=because,
        valid_until=until,
        source=value.source,
    )


def score_for(results: Results, ability: str, level: int, on: date) -> float:
    """The lowest score in an ability that gives ``level``, 4 to 10, in the same test and column."""
    table = test_of(results.test).tables[read_scale(results.test, results.scale, results.scores)]
    held = table.minima.at(_reference(table, results.date, on)) or table.minima.known[0]
    assert held.value is not None
    return held.value[ability][level - LOWEST_LEVEL]


@dataclass(frozen=True)
class Looked:
    """What stands in the table of a test: by ability a level or a score.

    Attributes:
        framework: "CLB" or "NCLC".
        found: the level of each score, 0 below 4; or the lowest score of each ability for a level.
        next: by ability the level above, and the lowest score that gives it; nothing for the highest.
        ranges: by ability the least and the most score that there is.
        scale: the column of TEF Canada's result sheet that was read; None for the other tests.
        source: where the table is written.
    """

    framework: str
    found: Mapping[str, float]
    next: Mapping[str, tuple[int, float]]
    ranges: Mapping[str, tuple[float, float]]
    scale: str | None
    source: Source


def levels_of(test: str, scores: Mapping[str, float], on: date) -> Looked:
    """The levels of some scores by ability on the day ``on``, each by its own column."""
    scale = read_scale(test, None, [scores.get(ability, 0) for ability in ABILITIES])
    table, minima, source = _table(test, scale, on)
    found = {ability: table.level(minima, ability, score) for ability, score in scores.items()}
    following = {
        ability: (above, minima[ability][above - LOWEST_LEVEL])
        for ability, level in found.items()
        if (above := max(level + 1, LOWEST_LEVEL)) - LOWEST_LEVEL < len(minima[ability])
    }
    ranges = {ability: (table.scores[ability].least, table.scores[ability].most) for ability in scores}
    return Looked(table.framework, found, following, ranges, scale, source)


def scores_for(test: str, level: int, on: date) -> Looked:
    """The lowest scores that give ``level`` in each ability on the day ``on``.

    A level beyond the table is its last, one below it its first.
    """
    scale = read_scale(test, None, (0.0,) * len(ABILITIES))
    table, minima, source = _table(test, scale, on)
    found = {
        ability: minima[ability][max(0, min(level - LOWEST_LEVEL, len(minima[ability]) - 1))]
        for ability in ABILITIES
    }
    return Looked(table.framework, found, {}, {}, scale, source)


def _table(test: str, scale: str | None, on: date) -> tuple[TestTable, Minima, Source]:
    """The table of a test or column, with the values that hold on a day and where they are written."""
    table = test_of(test).tables[scale]
    value = table.minima.at(_reference(table, None, on)) or table.minima.known[0]
    assert value.value is not None
    return table, value.value, value.source


def _column(scale: str | None) -> tuple[Because, ...]:
    return (Because(f"because-tef-{scale.replace('_', '-')}"),) if scale else ()


def _convert(table: TestTable, since: date, scores: FourScores) -> tuple[int, int, int, int]:
    """The levels of four scores by the values that hold since a day."""
    minima = table.minima.on(since)
    listening, reading, writing, speaking = (
        table.level(minima, ability, score) for ability, score in zip(ABILITIES, scores, strict=True)
    )
    return listening, reading, writing, speaking


def _reference(table: TestTable, tested: When | None, on: date) -> date:
    """The day that chooses among a table's values, not before the first of a table that goes by tests."""
    if table.dated_by == "scored":
        return on
    return max(last_day(tested) if tested else on, table.minima.known[0].since)


def read_scale(test: str, scale: str | None, scores: Sequence[float]) -> str | None:
    """Which column of TEF Canada's result sheet the scores come from; None for the other tests.

    Where it was not told, one score above what the former scale can give shows the 699-point column;
    otherwise it cannot be told, and the former scale is taken, since Express Entry uses it.
    """
    tables = test_of(test).tables
    if None in tables:
        return None
    if scale is not None:
        return scale
    former = tables[ANCIEN_SCORE].scores
    above = any(score > former[ability].most for ability, score in zip(ABILITIES, scores, strict=True))
    return NEW_SCALE if above else ANCIEN_SCORE


def check_scale(test: str, scale: str | None) -> Because | None:
    """What is allowed as the scale of a test, if ``scale`` is not."""
    tables = TESTS[test].tables
    if scale is None or scale in tables:
        return None
    return Because("problem-scale")


@lru_cache(maxsize=16384)
def check_test_score(test: str, scale: str | None, ability: str, value: float) -> Because | None:
    """What scores exist in an ability of a test, if ``value`` is not one of them.

    TEF Canada without a scale takes the scores of both columns.
    """
    tables = TESTS[test].tables
    fitting = [tables[scale]] if scale in tables else list(tables.values())
    ranges = [table.scores[ability] for table in fitting]
    if any(scores.includes(value) for scores in ranges):
        return None
    scores = max(ranges, key=lambda found: found.most)
    whole = scores.step == 1
    message = "problem-score-whole" if whole else "problem-score-steps"
    number = int if whole else float
    args = {"test": test, "ability": ability, "least": number(scores.least), "most": number(scores.most)}
    return Because(message, args if whole else {**args, "step": scores.step})


_TEF, _TCF = "tef_canada", "tcf_canada"
_IN_HUNDREDS = {_TEF: frozenset(ABILITIES), _TCF: frozenset({"listening", "reading"})}
"""The abilities of the French tests whose scores are in the hundreds."""


def told_as_levels(test: str | None, scores: Mapping[str, Any]) -> dict[str, Any] | None:
    """The NCLC levels that stand where the scores of a French test should, as « TEF, 8 partout » tells them;
    None for scores, and for every other test."""
    told = {ability: scores[ability] for ability in ABILITIES if ability in scores}
    if _IN_HUNDREDS.get(test or "", frozenset()).isdisjoint(told) or max(told.values()) > HIGHEST_TOLD:
        return None
    same = len(told) == len(ABILITIES) and len({*told.values()}) == 1
    return {"framework": "NCLC", **({"level": next(iter(told.values()))} if same else told)}
