"""Years and hours of skilled work, counted from a dated work history.

Full time is 30 hours a week, a year is 1,560 hours; hours above full time and simultaneous jobs add nothing,
and each purpose looks back a number of years. Figures: ``data/rules``. Rules: IRPR 73 and 80(4), 75(2), 87.1
and 87.2; Ministerial Instructions, s. 15 (work in Canada) and s. 25 (work abroad).
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from express_entry.language import years_later
from express_entry.parameters import parameters
from express_entry.points import Because
from express_entry.profile import Job

SKILLED_TEER = "0123"
DAYS_A_WEEK = 7
SATURDAY = 5
MONTHS_A_YEAR = 12
CANADA, ABROAD = "canada", "abroad"


@dataclass(frozen=True)
class Counting:
    """Which work counts for a purpose.

    Attributes:
        window: the years before the day in which it counts; None: any time.
        place: only work in Canada (:data:`CANADA`) or outside it (:data:`ABROAD`); None: anywhere.
        occupations: the NOC codes that count; None: all in TEER 0 to 3.
        excluding: whether work as self-employed, as a full-time student or without authorization is left out.
        self_employed: the codes whose self-employed work counts all the same.
    """

    window: int | None
    place: str | None = None
    occupations: Container[str] | None = None
    excluding: bool = False
    self_employed: Collection[str] = ()

    def since(self, on: date) -> date:
        """The first day that counts."""
        return date.min if self.window is None else years_later(on, -self.window)

    def refusal(self, job: Job) -> Because | None:
        """Why a job does not count whenever it was; what was not told about it refuses nothing."""
        if job.paid is False:
            return Because("work-unpaid")
        if job.in_canada and self.place == ABROAD:
            return Because("work-in-canada")
        if not job.in_canada and self.place == CANADA:
            return Because("work-abroad")
        if not skilled(job.noc):
            return Because("work-teer", {"code": str(job.noc), "teer": teer(str(job.noc))})
        if self.occupations is not None and job.noc is not None and job.noc not in self.occupations:
            return Because("work-other-occupation", {"code": job.noc})
        return self._exclusion(job) if self.excluding else None

    def _exclusion(self, job: Job) -> Because | None:
        if job.authorized is False:
            return Because("work-unauthorized")
        if job.full_time_student:
            return Because("work-student")
        if job.self_employed and job.noc not in self.self_employed:
            return Because("work-self-employed")
        return None


@dataclass(frozen=True)
class JobCount:
    """What one job adds.

    Attributes:
        job: the job.
        hours: hours that count, as if it were the only job.
        because: why not all of it counts, or none.
    """

    job: Job
    hours: Fraction
    because: tuple[Because, ...]


@dataclass(frozen=True)
class Tally:
    """A work history, counted for a purpose on a day.

    Attributes:
        hours: hours that count; simultaneous jobs give full time at most. Weekly hours that were not told are
            taken as full time, an occupation that was not told as one that counts.
        sure: the hours without the jobs of which weekly hours or occupation were not told.
        by_occupation: ``sure`` by NOC code, each occupation counted alone.
        longest: hours of the longest stretch of work without a gap in a single occupation.
        longest_sure: likewise, without the jobs of which something was not told.
        jobs: each job with what did not count of it.
        missing: the fields of jobs that were not told.
    """

    hours: Fraction
    sure: Fraction
    by_occupation: Mapping[str, Fraction]
    longest: Fraction
    longest_sure: Fraction
    jobs: tuple[JobCount, ...]
    missing: tuple[str, ...]


def teer(noc: str) -> int:
    """The TEER of a NOC 2021 code: its second digit."""
    return int(noc[1])


def skilled(noc: str | None) -> bool:
    """Whether an occupation is in TEER 0 to 3; one that was not told is taken as the candidate tells it."""
    return noc is None or noc[1] in SKILLED_TEER


CANADIAN = Counting(window=None, place=CANADA, excluding=True)
FOREIGN = Counting(window=None, place=ABROAD)


def counts_as_canadian(job: Job) -> bool:
    """Whether a job is skilled work in Canada that counts: paid, authorized, neither self-employed nor while
    studying full-time."""
    return CANADIAN.refusal(job) is None


def counts_as_foreign(job: Job) -> bool:
    """Whether a job is skilled, paid work outside Canada; self-employment and study do not matter there."""
    return FOREIGN.refusal(job) is None


def scored_work(jobs: Sequence[Job], on: date) -> tuple[Tally, Tally]:
    """A work history as the score counts it, in Canada and outside it, each job with what did not count."""
    window = parameters().figure("work_window", on)
    canadian, foreign = (replace(each, window=window) for each in (CANADIAN, FOREIGN))
    return tally(jobs, canadian, on), tally(jobs, foreign, on)


def completed_years(jobs: Iterable[Job], on: date) -> int:
    """Whole years of work that ``jobs`` add up to on the day ``on``; hours not told count as full time."""
    window = parameters().figure("work_window", on)
    return int(hours(jobs, on, years_later(on, -window)) // hours_needed(1, on))


def hours_needed(years: int | Fraction, on: date) -> Fraction:
    """The hours of full-time work in ``years``: 1,560 in one (IRPR 73, 80(4))."""
    return Fraction(parameters().figure("year_hours", on)) * years


def hours(jobs: Iterable[Job], on: date, since: date) -> Fraction:
    """Hours worked from the day ``since`` to the day before ``on``, at most full time in any week.

    A job's last day is a day of work. Part of a week counts by its days.
    """
    full_time = Fraction(parameters().figure("week_hours", on))
    counted = (min(each.weekly, full_time) * each.days for each in _periods(jobs, on, since))
    return sum(counted, Fraction(0)) / DAYS_A_WEEK


@dataclass(frozen=True)
class _Period:
    """Days from ``start`` to the day before ``after`` with the same jobs, and their weekly hours together."""

    start: date
    after: date
    weekly: Fraction

    @property
    def days(self) -> int:
        return (self.after - self.start).days


def _periods(jobs: Iterable[Job], on: date, since: date) -> Iterator[_Period]:
    changes: dict[date, Fraction] = {}
    for job in jobs:
        span = _span(job, since, on)
        if span is not None:
            weekly = weekly_hours(job, on)
            changes[span[0]] = changes.get(span[0], Fraction(0)) + weekly
            changes[span[1]] = changes.get(span[1], Fraction(0)) - weekly
    weekly = Fraction(0)
    for start, after in pairwise(sorted(changes)):
        weekly += changes[start]
        yield _Period(start, after, weekly)


def weekly_hours(job: Job, on: date) -> Fraction:
    """The weekly hours of a job, exactly; full time where they were not told."""
    if job.hours_per_week is None:
        return Fraction(parameters().figure("week_hours", on))
    return Fraction(str(job.hours_per_week))


def tally(jobs: Sequence[Job], counting: Counting, on: date) -> Tally:
    """Count a work history for a purpose on the day ``on``."""
    since = counting.since(on)
    counted = [job for job in jobs if counting.refusal(job) is None and _span(job, since, on)]
    sure = [job for job in counted if job.hours_per_week is not None and job.noc is not None]
    missing = []
    if any(job.hours_per_week is None for job in counted):
        missing.append("jobs.hours_per_week")
    if any(job.noc is None for job in counted):
        missing.append("jobs.noc")
    periods = tuple(_periods(counted, on, since))
    return Tally(
        hours=hours(counted, on, since),
        sure=hours(sure, on, since),
        by_occupation={
            code: hours([job for job in sure if job.noc == code], on, since)
            for code in sorted({str(job.noc) for job in sure})
        },
        longest=_longest(counted, on, since),
        longest_sure=_longest(sure, on, since),
        jobs=tuple(_count(job, periods, counting, on) for job in jobs),
        missing=tuple(missing),
    )


def full_time_hours(jobs: Iterable[Job], on: date) -> Fraction:
    """Hours of work in weeks of full time only, at any time before ``on``: part-time weeks add nothing."""
    full_time = Fraction(parameters().figure("week_hours", on))
    days = sum(each.days for each in _periods(jobs, on, date.min) if each.weekly >= full_time)
    return full_time * days / DAYS_A_WEEK


def _span(job: Job, since: date, on: date) -> tuple[date, date] | None:
    """The first day of a job that counts and the day after the last; None where none does."""
    start = max(job.start, since)
    after = on if job.end is None or job.end >= on else job.end + timedelta(days=1)
    return (start, after) if start < after else None


def _longest(jobs: Sequence[Job], on: date, since: date) -> Fraction:
    """The most hours without a gap in one occupation; where that was not told, jobs go by their titles."""
    occupations = {_occupation(job) for job in jobs}
    stretches = (
        hours(stretch, on, since)
        for occupation in occupations
        for stretch in _stretches([job for job in jobs if _occupation(job) == occupation], on, since)
    )
    return max(stretches, default=Fraction(0))


def _occupation(job: Job) -> tuple[str | None, str | None]:
    return (job.noc, None) if job.noc is not None else (None, job.title and job.title.strip().lower())


def _stretches(jobs: Sequence[Job], on: date, since: date) -> Iterator[list[Job]]:
    """Jobs that follow one another without a gap; a weekend between two jobs is none."""
    stretch: list[Job] = []
    until = date.min
    for job in sorted(jobs, key=lambda job: job.start):
        span = _span(job, since, on)
        assert span is not None
        if stretch and not _follows(span[0], until):
            yield stretch
            stretch = []
        stretch.append(job)
        until = max(until, span[1])
    if stretch:
        yield stretch


def _follows(start: date, until: date) -> bool:
    """Whether no weekday lies between the day after one job, ``until``, and the start of the next."""
    return all(
        (until + timedelta(days)).weekday() >= SATURDAY for days in range(min(3, (start - until).days))
    )


def _count(job: Job, periods: Sequence[_Period], counting: Counting, on: date) -> JobCount:
    since = counting.since(on)
    span = _span(job, since, on)
    refusal = counting.refusal(job)
    if refusal is None and job.start >= on:
        refusal = Because("work-not-begun", {"date": job.start})
    if refusal is None and span is None:
        refusal = Because("work-before-window", {"years": counting.window or 0, "date": since})
    if refusal is not None or span is None:
        return JobCount(job, Fraction(0), (refusal,) if refusal else ())
    because = []
    if job.start < since:
        because.append(Because("work-partly-before-window", {"years": counting.window or 0, "date": since}))
    full_time = parameters().figure("week_hours", on)
    weekly = weekly_hours(job, on)
    if job.hours_per_week is None:
        because.append(Because("work-hours-untold", {"hours": full_time}))
    elif weekly > full_time:
        because.append(Because("work-above-full-time", {"told": job.hours_per_week, "hours": full_time}))
    together = (each.weekly for each in periods if each.start < span[1] and span[0] < each.after)
    if any(each > full_time and each > weekly for each in together):
        because.append(Because("work-simultaneous", {"hours": full_time}))
    if job.authorized is False:
        because.append(Because("work-unauthorized-counts"))
    return JobCount(job, hours([job], on, since), tuple(because))
