"""The Comprehensive Ranking System score of a profile on a day.

The rules are data (``data/rules/crs``): this module looks facts up in the tables that held on the day,
applies the caps and says why. A total is the sum of its lines, and nothing else produces a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from express_entry.circumstances import family_of
from express_entry.days import age_on
from express_entry.factors import SECTIONS, Grid, Row, Sheet, most, points
from express_entry.facts import Fact, Facts, with_spouse
from express_entry.language import levels
from express_entry.orders import Order, Test, best_order
from express_entry.parameters import Parameters, parameters
from express_entry.points import Because, Line, Source
from express_entry.profile import (
    OLDEST_AGE,
    Job,
    LanguageTest,
    Problem,
    Profile,
    ProfileError,
    levels_as_tests,
)
from express_entry.rulefiles import NotInForce
from express_entry.vocabulary import ENGLISH, FRENCH

__all__ = [
    "Breakdown",
    "DayBeforeExpressEntry",
    "RulesUsed",
    "limited",
    "order_of_tests",
    "points_by_row",
    "score",
    "score_facts",
    "settled",
    "sheet_of",
]


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
    order = order_of_tests(profile, on, rules)
    breakdown = score_facts(Facts(settled(profile, on, rules, order), on), rules)
    if order is None or order.otherwise is None:
        return breakdown
    return replace(breakdown, lines=tuple(_with_order(line, order) for line in breakdown.lines))


def _with_order(line: Line, order: Order) -> Line:
    """The line of the first language, saying that both orders were tried."""
    if line.id != FIRST_LANGUAGE:
        return line
    assert order.first is not None
    reason = Because("because-better-first", {"test": order.first.test, "other": order.otherwise or 0})
    return replace(line, because=(*line.because, reason))


def settled(
    profile: Profile, on: date, rules: Parameters | None = None, order: Order | None = None
) -> Profile:
    """A profile with what its lists come to in the single fields, as all rules read it.

    Tests become a first and a second language, and so do levels told without one; children become the size
    of the family, and a job that was told without title and occupation is one of the person's primary
    occupation. One without any of these is as it is.
    """
    values: dict[str, Any] = {}
    for person, update in ((profile, values), (profile.spouse, (spouse := dict[str, Any]()))):
        if person is not None and person.jobs and person.noc:
            update["jobs"] = tuple(_of_occupation(job, person.noc) for job in person.jobs)
    profile = _with_language_of_partner(profile, on)
    if spouse and profile.spouse is not None:
        values["spouse"] = profile.spouse.copy(update=spouse)
    if profile.dependent_children is not None and (size := family_of(profile, on).size):
        values["family_size"] = size
    order = order or order_of_tests(profile, on, rules)
    if order is not None:
        return _in_order(profile.copy(update=values), order)
    return profile.copy(update=values) if values else profile


def _with_language_of_partner(profile: Profile, on: date) -> Profile:
    """The profile with the better of what was told of the partner's languages, a test or levels, as their
    test; levels in the other language stay."""
    spouse = profile.spouse
    tested = [spouse.language] if spouse is not None and spouse.language is not None else []
    told = [] if spouse is None else levels_as_tests(spouse, tested)
    if spouse is None or not told:
        return profile
    best = max((*tested, *told), key=lambda test: sum(levels(test, on).counted))
    used = {} if best in tested else {_LEVELS[best.language]: None}
    return profile.copy(update={"spouse": spouse.copy(update={"language": best, **used})})


_LEVELS = {ENGLISH: "english_levels", FRENCH: "french_levels"}
"""Where levels told without a test stand, by language."""


def _tests_in_any_order(profile: Profile) -> list[LanguageTest] | None:
    """Every test that was told, and what stands for levels told without one; None where the tests were told
    in their places, and nothing but them."""
    singly = (test for test in (profile.first_language, profile.second_language) if test is not None)
    tests = [*singly] if profile.tests is None else [*profile.tests]
    told = levels_as_tests(profile, tests)
    return None if profile.tests is None and not told else [*tests, *told]


def order_of_tests(profile: Profile, on: date, rules: Parameters | None = None) -> Order | None:
    """The order of a profile's tests that scores most; None where they were told in their places.

    Levels told without scores ("CLB 9") count as at least these levels, in a language without a test.
    """
    tests = _tests_in_any_order(profile)
    if tests is None:
        return None
    profile = _with_language_of_partner(profile, on)
    sheet, facts = _grid(on, rules).sheets[with_spouse(profile)[0]], Facts(profile, on)

    def total(first: Test, second: Test) -> int:
        supposed = Facts(_in_order(profile, Order(first, second, 0)), on)
        supposed.update((name, fact) for name, fact in facts.items() if name not in LANGUAGES)
        found = sum(limited(points_by_row(supposed, sheet), sheet))
        facts.update(supposed)
        return found

    return best_order(tests, on, total)


FIRST_LANGUAGE = "core.first_language"
LANGUAGES = frozenset(
    (
        "first_language",
        "first_language_lowest",
        "second_language",
        "second_language_lowest",
        "english_lowest",
        "french_lowest",
    )
)
"""The facts that the order of tests decides."""


def _in_order(profile: Profile, order: Order) -> Profile:
    """The profile with tests in place of its list. That there is no second language is known where it was
    told, or where there is no test at all."""
    none_at_all = order.first is None
    told_none = profile.second_language is None and "second_language" in profile.__fields_set__
    values = {name: getattr(profile, name) for name in profile.__fields_set__}
    for name in ("tests", "first_language", "second_language", *_LEVELS.values()):
        values.pop(name, None)
    if order.first is not None:
        values["first_language"] = order.first
    if order.second is not None or told_none or none_at_all:
        values["second_language"] = order.second
    return Profile.construct(_fields_set=set(values), **values)


def _of_occupation(job: Job, noc: str) -> Job:
    return job.copy(update={"noc": noc}) if job.noc is None and job.title is None else job


def score_facts(facts: Facts, rules: Parameters | None = None) -> Breakdown:
    """Score the facts of a profile by the rules of their day, some of them perhaps supposed.

    Raises:
        DayBeforeExpressEntry, ProfileError: as :func:`score`.
    """
    profile, on = facts.profile, facts.on
    grid = _grid(on, rules)
    if profile.birth_date is not None and not 0 <= age_on(profile.birth_date, on) <= OLDEST_AGE:
        raise ProfileError((Problem("birth_date", Because("problem-birth-date", {"most": OLDEST_AGE})),))
    couple, deciding = with_spouse(profile)
    sheet = grid.sheets[couple]
    scored = [_scored(row, *[facts[name] for name in row.facts]) for row in sheet.rows]
    lines = _limited([entry.line for entry in scored], sheet)
    sections = dict.fromkeys(SECTIONS, 0)
    for line in lines:
        sections[line.section] += line.points
    missing = (*deciding, *_missing(scored, lines, sheet))
    return Breakdown(
        total=sum(sections.values()),
        max=grid.max,
        sections=sections,
        lines=tuple(lines),
        missing=tuple(dict.fromkeys(missing)),
        rules=_rules_used(grid, on),
    )


def points_by_row(facts: Facts, sheet: Sheet, places: Iterable[int] | None = None) -> list[int]:
    """The points of a sheet's rows before any limit; only of the rows at ``places`` where these are given."""
    rows = sheet.rows if places is None else [sheet.rows[place] for place in places]
    return [_scored(row, *[facts[name] for name in row.facts]).line.points for row in rows]


def limited(points: Sequence[int], sheet: Sheet) -> list[int]:
    """The points of all rows after every limit, as :func:`score_facts` has them, for many suppositions."""
    found = list(points)
    for limit in sheet.limits:
        above = sum([found[place] for place in limit.rows]) - limit.most
        for place in reversed(limit.rows):
            if above <= 0:
                break
            given = min(above, found[place])
            found[place] -= given
            above -= given
    return found


def sheet_of(profile: Profile, on: date) -> Sheet:
    """What is scored for a profile's family situation on a day."""
    return _grid(on, None).sheets[with_spouse(profile)[0]]


def _grid(on: date, rules: Parameters | None) -> Grid:
    rules = rules or parameters()
    try:
        return rules.ranking.on(on)
    except NotInForce:
        raise DayBeforeExpressEntry(rules.ranking.first_day) from None


class _Scored(NamedTuple):
    """A factor's line before any limit, the fields not told that could change it, and whether its points are
    sure as far as they go."""

    line: Line
    open: tuple[str, ...]
    firm: bool


@lru_cache(maxsize=65536)
def _scored(row: Row, *facts: Fact) -> _Scored:
    """Look a factor's points up; kept, since most profiles share most lines."""
    found = points(row.table, [fact.value for fact in facts])
    because = tuple(dict.fromkeys(reason for fact in facts for reason in fact.because))
    if row.repealed is not None:
        because = (Because("because-repealed", {"date": row.repealed}),)
    line = Line(row.id, row.section, found, row.max, because, row.source)
    return _Scored(line, _open(row, facts, found), all(fact.firm for fact in facts))


def _open(row: Row, facts: Sequence[Fact], found: int) -> tuple[str, ...]:
    """The fields not told with which the table could give other points."""
    untold = [fact for fact in facts if fact.missing]
    if not untold:
        return ()
    values = [None if fact.missing else fact.value for fact in facts]
    highest = most(row.table, values, row.kinds)
    if highest > found or (highest and not all(fact.firm for fact in untold)):
        return tuple(path for fact in untold for path in fact.missing)
    return ()


def _limited(lines: list[Line], sheet: Sheet) -> list[Line]:
    """Apply the limits of groups, then of sections, then of the whole; the last lines give way first."""
    for limit in sheet.limits:
        above = sum([lines[place].points for place in limit.rows]) - limit.most
        for place in reversed(limit.rows):
            if above <= 0:
                break
            given = min(above, lines[place].points)
            if given:
                lines[place] = _reduced(lines[place], given, limit.most, len(limit.rows) > 1)
            above -= given
    return lines


@lru_cache(maxsize=65536)
def _reduced(line: Line, given: int, limit: int, together: bool) -> Line:
    message = "because-capped-together" if together else "because-capped"
    left = line.points - given
    reason = Because(message, {"from": line.points, "to": left, "limit": limit})
    return replace(line, points=left, because=(*line.because, reason))


def _missing(scored: Sequence[_Scored], lines: Sequence[Line], sheet: Sheet) -> Iterator[str]:
    """The fields not told that could change the total: not where firm lines reach a limit without them."""
    open_places = [place for place, entry in enumerate(scored) if entry.open]
    if not open_places:
        return
    firm = [line.points if entry.firm else 0 for entry, line in zip(scored, lines, strict=True)]
    full = [limit.rows for limit in sheet.limits if sum(firm[place] for place in limit.rows) >= limit.most]
    for place in open_places:
        if not any(place in places for places in full):
            yield from scored[place].open


@lru_cache(maxsize=1024)
def _rules_used(grid: Grid, on: date) -> RulesUsed:
    if grid.notice is None:
        return RulesUsed(grid.since, on, complete=True)
    args = {"rules": grid.since, "since": grid.notice.since}
    return RulesUsed(grid.since, on, False, Because(grid.notice.message, args), grid.notice.source)
