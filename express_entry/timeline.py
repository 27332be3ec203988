"""From facts to dates: what ends when, what costs points when, and the days after an invitation.

Days are arguments; nothing here looks at a clock. Limits are rule files (``data/rules/figures``); the plan
for the days after an invitation is ``data/documents/invitation.yml``.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from express_entry.circumstances import Circumstances, family_of
from express_entry.crs import score, settled
from express_entry.days import Period, When, first_day, years_later
from express_entry.days import last_day as latest_day
from express_entry.documents import Conditions, facts, holds, read_conditions
from express_entry.language import levels
from express_entry.parameters import FIGURES, parameters
from express_entry.points import Because, Source
from express_entry.profile import LanguageTest, Profile
from express_entry.rulefiles import Node, Value, compose, read_source
from express_entry.studies import assessed_until
from express_entry.whatif import age_drops

INVITATION = Path(__file__).parents[1] / "data" / "documents" / "invitation.yml"
Day = date
LIMIT, LOSS, STEP = "limit", "loss", "step"
"""Kinds: after this day something is too late; from this day on points are lost; a step of the plan."""
DROPS = 3
"""How many birthdays that cost points are looked ahead."""


@dataclass(frozen=True)
class Dates:
    """Days that something happened: the profile was submitted, the invitation (ITA) came, a nomination
    arrived in the account, the letter about biometrics came, the medical exam was done."""

    profile: date | None = None
    ita: date | None = None
    nomination: date | None = None
    biometrics: date | None = None
    medical: date | None = None


@dataclass(frozen=True)
class Deadline:
    """A day that matters.

    Attributes:
        id: such as ``ita.last_day``.
        kind: :data:`LIMIT`, :data:`LOSS` or :data:`STEP`.
        date: the last day on which it is in time; for a loss the first day of it.
        because: what it is and what follows, in reading order.
        certainty: how it is known, where not from the law or an official page.
        source: where the rule is written.
        latest: the latest that the day can be, where it goes by a day of which only the month was told;
            ``date`` is then the earliest.
    """

    id: str
    kind: str
    date: date
    because: tuple[Because, ...]
    certainty: str | None
    source: Source
    latest: Day | None = None

    def ahead_of(self, on: Day) -> bool:
        """Whether it has not passed on a day, or may not have."""
        return (self.latest or self.date) >= on


@dataclass(frozen=True)
class Timeline:
    """All days that matter, the earliest first."""

    on: date
    deadlines: tuple[Deadline, ...]

    def ahead(self, *kinds: str) -> tuple[Deadline, ...]:
        """Those of some kinds (all if none is named) that have not passed."""
        return tuple(
            each for each in self.deadlines if each.ahead_of(self.on) and (not kinds or each.kind in kinds)
        )

    @property
    def passed(self) -> tuple[Deadline, ...]:
        """The limits that have passed."""
        return tuple(each for each in self.deadlines if not each.ahead_of(self.on) and each.kind == LIMIT)


def timeline(
    profile: Profile, on: date, dates: Dates | None = None, around: Circumstances | None = None
) -> Timeline:
    """The days that matter to a candidate, seen from the day ``on``.

    Raises:
        DayBeforePrograms: the rules of that day are not known.
        ProfileError: the date of birth gives no possible age on that day.
    """
    dates, around, profile = dates or Dates(), around or Circumstances(), settled(profile, on)
    found = [
        *_limits(dates, on),
        *_results(profile, dates, on),
        *_birthdays(profile, dates, on),
        *_children(profile, around, dates, on),
        *_steps(profile, around, dates, on),
    ]
    return Timeline(on, tuple(sorted(found, key=lambda each: (each.date, each.kind != LIMIT))))


def future_dates(dates: Dates, on: date) -> tuple[str, ...]:
    """The names of dates that are told to have happened and lie after the day ``on``."""
    told = {field.name: getattr(dates, field.name) for field in fields(dates)}
    return tuple(name for name, day in told.items() if day is not None and day > on)


def months_later(day: date, months: int) -> date:
    """The same day of the month, ``months`` later; the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _figure(name: str, on: date) -> tuple[int, Value[float]]:
    """A figure as on a day, or the first that is known."""
    amount = parameters().amount(FIGURES + name)
    held = amount.at(on) or amount.values[0]
    return int(held.value or 0), held


def _limit(id: str, day: date, figure: str, on: date) -> Deadline:
    """A limit whose length is a figure, told by the message of its id."""
    number, held = _figure(figure, on)
    because = (Because(f"deadline-{id.replace('.', '-').replace('_', '-')}", {"limit": number}),)
    return Deadline(id, LIMIT, day, because, held.certainty, held.source)


def _limits(dates: Dates, on: date) -> Iterable[Deadline]:
    if dates.profile is not None:
        end = months_later(dates.profile, _figure("profile_months", dates.profile)[0])
        yield _limit("profile.expiry", end, "profile_months", dates.profile)
    if dates.nomination is not None:
        days = _figure("nomination_days", dates.nomination)[0]
        yield _limit(
            "nomination.accept", dates.nomination + timedelta(days), "nomination_days", dates.nomination
        )
    if dates.ita is not None:
        yield _limit("ita.last_day", last_day(dates.ita), "ita_days", dates.ita)
    if dates.biometrics is not None:
        days = _figure("biometrics_days", dates.biometrics)[0]
        end = dates.biometrics + timedelta(days)
        yield _limit("biometrics.give", end, "biometrics_days", dates.biometrics)
    if dates.medical is not None:
        end = months_later(dates.medical, _figure("medical_months", dates.medical)[0])
        yield _limit("medical.land", end, "medical_months", dates.medical)


def last_day(ita: date) -> date:
    """The last day for the application after an invitation of the day ``ita``."""
    return ita + timedelta(_figure("ita_days", ita)[0])


def _results(profile: Profile, dates: Dates, on: date) -> Iterable[Deadline]:
    """Tests and the assessment (ECA): the day on which each stops counting."""
    spouse = profile.spouse
    tests: Mapping[str, LanguageTest | None] = {
        "first_language": profile.first_language,
        "second_language": profile.second_language,
        "spouse_language": spouse.language if spouse else None,
    }
    for name, test in tests.items():
        until = levels(test, on).valid_until if test else None
        if until is not None:
            yield _result(name, until, "language_years", dates, on)
    for until in assessed_until(profile, on):
        yield _result("eca", until, "eca_years", dates, on)


def _result(name: str, until: When, figure: str, dates: Dates, on: date) -> Deadline:
    """The last day on which a result still counts is the day before it expires."""
    years, held = _figure(figure, on)
    because = [Because("deadline-result", {"what": name, "limit": years, "date": until})]
    if dates.ita is not None and dates.ita <= latest_day(until) and first_day(until) <= last_day(dates.ita):
        because.append(Because("deadline-result-before-last-day"))
    return _before(f"result.{name}", until, because, held.certainty, held.source)


def _before(
    id: str, until: When, because: Sequence[Because], certainty: str | None, source: Source
) -> Deadline:
    """A limit on the day before another; of a month the day before it is sure to be in time."""
    day, latest = first_day(until) - timedelta(days=1), None
    if isinstance(until, Period):
        latest = until.last - timedelta(days=1)
        because = (*because, Because("deadline-day-untold"))
    return Deadline(id, LIMIT, day, tuple(because), certainty, source, latest)


def _birthdays(profile: Profile, dates: Dates, on: date) -> Iterable[Deadline]:
    drops = [drop for drop in age_drops(profile, on) if drop.date is not None][:DROPS]
    if not drops:
        return
    source = next(line.source for line in score(profile, on).lines if line.id == "core.age")
    for drop in drops:
        assert drop.date is not None
        because = [Because("deadline-birthday", {"age": drop.age, "loss": drop.loss, "total": drop.total})]
        if dates.ita is not None and dates.ita <= drop.date <= last_day(dates.ita):
            because.append(Because("deadline-birthday-excused"))
        yield Deadline(f"birthday.{drop.age}", LOSS, drop.date, tuple(because), None, source)


def _children(profile: Profile, around: Circumstances, dates: Dates, on: date) -> Iterable[Deadline]:
    """The last day on which each child is young enough for an application to be received."""
    age, held = _figure("child_age", on)
    told = (count.born for count in family_of(profile, on, around).told)
    for number, born in enumerate(sorted((each for each in told if each), key=first_day), start=1):
        turns = years_later(born, age)
        if latest_day(turns) <= on:
            continue
        because = [Because("deadline-child", {"age": age, "date": turns})]
        if dates.ita is not None and first_day(turns) <= last_day(dates.ita):
            because.append(Because("deadline-child-before-last-day"))
        source = _plan().sources["irpr_25_1"]
        yield _before(f"child.{number}", turns, because, held.certainty, source)


# The plan after the invitation


@dataclass(frozen=True)
class Step:
    """A step of the plan, as the file has it."""

    id: str
    day: int
    when: Conditions
    source: Source


@dataclass(frozen=True)
class Plan:
    """The plan for the days after an invitation, and the sources that it names."""

    sources: Mapping[str, Source]
    steps: tuple[Step, ...]


def _steps(profile: Profile, around: Circumstances, dates: Dates, on: date) -> Iterable[Deadline]:
    """The steps that concern the candidate, or may; none comes after the last day."""
    if dates.ita is None:
        return
    known = facts(profile, on, around)
    for step in _plan().steps:
        day = min(dates.ita + timedelta(step.day), last_day(dates.ita))
        if holds(step.when, known) is not False:
            because = (Because(f"step-{step.id}"),)
            yield Deadline(f"step.{step.id}", STEP, day, because, None, step.source)


@lru_cache(maxsize=1)
def _plan() -> Plan:
    return load_plan(INVITATION)


def load_plan(path: Path) -> Plan:
    """The plan of a file in the form of ``data/documents/invitation.yml``.

    Raises:
        RuleFileError: the file cannot be taken as it stands; the message names the line.
    """
    root = compose(path).fields(("sources", "steps"))
    sources = {key.text(): read_source(value) for key, value in root["sources"].items()}
    steps = tuple(_step(node, sources) for node in root["steps"].entries())
    return Plan(sources, steps)


def _step(node: Node, sources: Mapping[str, Source]) -> Step:
    read = node.fields(("id", "day", "source"), ("when",))
    return Step(
        read["id"].text(),
        read["day"].whole(),
        read_conditions(read["when"]) if "when" in read else (),
        sources[read["source"].one_of(sources)],
    )
