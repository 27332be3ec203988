"""Years and hours of skilled work, counted from a work history.

Full time is 30 hours a week, a year is 1,560 hours; hours above full time and simultaneous jobs add nothing,
and each purpose looks back a number of years. A job told without dates has only a length: where a purpose
looks back as far as the score does, it is taken as recent; where the look is shorter, its dates decide.
Figures: ``data/rules``. Rules: IRPR 73 and 80(4), 75(2), 87.1 and 87.2; Ministerial Instructions, s. 15 (work
in Canada) and s. 25 (work abroad).
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil

from express_entry.days import first_day, last_day, years_later
from express_entry.parameters import parameters
from express_entry.points import Because
from express_entry.profile import Job, told
from express_entry.program_tables import tables

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
        undated: whether work told without dates is taken as recent.
    """

    window: int | None
    place: str | None = None
    occupations: Container[str] | None = None
    excluding: bool = False
    self_employed: Collection[str] = ()
    undated: bool = False

    def since(self, on: date) -> date:
        """The first day that counts."""
        return date.min if self.window is None else years_later(on, -self.window)

    def refusal(self, job: Job) -> Because | None:
        """Why a job does not count whenever it was; what was not told about it refuses nothing."""
        if job.paid is False:
            return Because("work-unpaid")
        if job.in_canada and self.place is not None and job.remote_for_employer_abroad:
            return Because("work-remote")
        if job.in_canada and self.place == ABROAD:
            return Because("work-in-canada")
        if job.in_canada is False and self.place == CANADA:
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
        because: why not all of it counts, or none, and what was taken for granted.
    """

    job: Job
    hours: Fraction
    because: tuple[Because, ...]


@dataclass(frozen=True)
class Tally:
    """A work history, counted for a purpose on a day.

    Attributes:
        hours: hours that count; simultaneous jobs give full time at most. Weekly hours that were not told are
            taken as full time, an occupation that was not told as one that counts, a place and dates too.
        sure: the hours without the jobs of which something that decides was not told.
        by_occupation: ``sure`` by NOC code, each occupation counted alone.
        longest: hours of the longest stretch of work without a gap in a single occupation.
        longest_sure: likewise, without the jobs of which something was not told.
        jobs: each job with what did not count of it.
        missing: the fields of jobs that were not told.
        boundless: whether a job has neither dates nor a length, so that it may be any number of hours.
    """

    hours: Fraction
    sure: Fraction
    by_occupation: Mapping[str, Fraction]
    longest: Fraction
    longest_sure: Fraction
    jobs: tuple[JobCount, ...]
    missing: tuple[str, ...]
    boundless: bool = False


def teer(noc: str) -> int:
    """The TEER of a NOC 2021 code: its second digit."""
    return int(noc[1])


def skilled(noc: str | None) -> bool:
    """Whether an occupation is in TEER 0 to 3; one that was not told is taken as the candidate tells it."""
    return noc is None or noc[1] in SKILLED_TEER


FOREIGN = Counting(window=None, place=ABROAD, undated=True)


def canadian(on: date) -> Counting:
    """Skilled work in Canada as the score counts it: paid, authorized, neither self-employed, but for the
    physicians of the public policy, nor while studying full-time."""
    relieved = tables().codes("cec/self_employed", on)
    return Counting(window=None, place=CANADA, excluding=True, self_employed=relieved, undated=True)


def counts_as_canadian(job: Job, on: date) -> bool:
    """Whether a job is :func:`canadian` work."""
    return job.in_canada is True and canadian(on).refusal(job) is None


def counts_as_foreign(job: Job) -> bool:
    """Whether a job is skilled, paid work outside Canada; self-employment and study do not matter there."""
    return job.in_canada is False and FOREIGN.refusal(job) is None


def scored_work(jobs: Sequence[Job], on: date) -> tuple[Tally, Tally]:
    """A work history as the score counts it, in Canada and outside it, each job with what did not count."""
    window = parameters().figure("work_window", on)
    here, abroad = (replace(each, window=window) for each in (canadian(on), FOREIGN))
    return tally(jobs, here, on), tally(jobs, abroad, on)


def completed_years(jobs: Iterable[Job], on: date) -> int:
    """Whole years of work that ``jobs`` add up to on the day ``on``; hours not told count as full time."""
    window = parameters().figure("work_window", on)
    return int(hours(jobs, on, years_later(on, -window)) // hours_needed(1, on))


def hours_needed(years: int | Fraction, on: date) -> Fraction:
    """The hours of full-time work in ``years``: 1,560 in one (IRPR 73, 80(4))."""
    return Fraction(parameters().figure("year_hours", on)) * years


def hours(jobs: Iterable[Job], on: date, since: date) -> Fraction:
    """Hours worked from the day ``since`` to the day before ``on``, at most full time in any week.

    A job's last day is a day of work. Part of a week counts by its days. Jobs without dates add their length,
    and everything together fits between the two days.
    """
    jobs, full_time = list(jobs), _full_time(on)
    dated = sum((min(each.weekly, full_time) * each.days for each in _periods(jobs, on, since)), Fraction(0))
    undated = sum((_length(job, on) for job in jobs), Fraction(0))
    if not undated:
        return dated / DAYS_A_WEEK
    return min(dated / DAYS_A_WEEK + undated, full_time * (on - since).days / DAYS_A_WEEK)


def _full_time(on: date) -> Fraction:
    return Fraction(parameters().figure("week_hours", on))


def _length(job: Job, on: date) -> Fraction:
    """The hours of a job of which no day was told, without its leave."""
    if job.years is None or _employed(job, on) is not None:
        return Fraction(0)
    weeks = hours_needed(Fraction(str(job.years)), on) / _full_time(on) - Fraction(str(job.leave_weeks or 0))
    return max(weeks, Fraction(0)) * min(weekly_hours(job, on), _full_time(on))


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
        span = _worked(job, since, on)
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
        return _full_time(on)
    return Fraction(str(job.hours_per_week))


def tally(jobs: Sequence[Job], counting: Counting, on: date) -> Tally:
    """Count a work history for a purpose on the day ``on``."""
    since = counting.since(on)
    counted = [job for job in jobs if counting.refusal(job) is None and _may_count(job, since, on)]
    lacking = [untold(job, counting, on) for job in counted]
    sure = [job for job, paths in zip(counted, lacking, strict=True) if not paths]
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
        missing=tuple(path for path in MISSING if any(path in paths for paths in lacking)),
        boundless=any(job.years is None and _employed(job, on) is None for job in counted),
    )


MISSING = ("jobs.hours_per_week", "jobs.noc", "jobs.in_canada", "jobs.start")
"""What can be missing of a job, in the order in which it is named."""


def untold(job: Job, counting: Counting, on: date) -> tuple[str, ...]:
    """The fields of a job that were not told and decide what it adds."""
    undated = _employed(job, on) is None
    lacks = {
        "jobs.hours_per_week": job.hours_per_week is None and not _told_as_years(job, on),
        "jobs.noc": job.noc is None,
        "jobs.in_canada": job.in_canada is None and counting.place is not None,
        "jobs.start": undated and (job.years is None or not counting.undated),
    }
    return tuple(path for path, lacking in lacks.items() if lacking)


def _told_as_years(job: Job, on: date) -> bool:
    """Whether only a length was told, as people say it: years of full-time work."""
    return job.years is not None and _employed(job, on) is None


def full_time_hours(jobs: Iterable[Job], on: date) -> Fraction:
    """Hours of work in weeks of full time only, at any time before ``on``: part-time weeks add nothing."""
    jobs, full_time = list(jobs), _full_time(on)
    days = sum(each.days for each in _periods(jobs, on, date.min) if each.weekly >= full_time)
    undated = (_length(job, on) for job in jobs if weekly_hours(job, on) >= full_time)
    return full_time * days / DAYS_A_WEEK + sum(undated, Fraction(0))


def _employed(job: Job, on: date) -> tuple[date, date] | None:
    """The first day of a job and the day after the last; None where neither was told.

    One that is still held goes on to ``on``. Where one end and the length were told, the other follows.
    """
    still_held = job.end is None and told(job, "end")
    after = on if still_held else last_day(job.end) + timedelta(days=1) if job.end else None
    start = first_day(job.start) if job.start else None
    if start is None and after is None:
        return None
    if job.years is None:
        return (start, after or max(on, start)) if start else None
    length = timedelta(ceil(hours_needed(Fraction(str(job.years)), on) * DAYS_A_WEEK / _full_time(on)))
    if start is None:
        assert after is not None
        return after - length, after
    return start, after or start + length


def _span(job: Job, since: date, on: date) -> tuple[date, date] | None:
    """The first day of a job that counts and the day after the last; None where none does."""
    employed = _employed(job, on)
    if employed is None:
        return None
    start, after = max(employed[0], since), min(employed[1], on)
    return (start, after) if start < after else None


def _worked(job: Job, since: date, on: date) -> tuple[date, date] | None:
    """The days of a job that count, without its leave: that is taken off at the end, since when it was is not
    told, and so nothing counts that might not."""
    span = _span(job, since, on)
    if span is None or not job.leave_weeks:
        return span
    after = span[1] - timedelta(ceil(job.leave_weeks * DAYS_A_WEEK))
    return (span[0], after) if span[0] < after else None


def _may_count(job: Job, since: date, on: date) -> bool:
    """Whether some of a job lies, or may lie, in the time that counts."""
    return _employed(job, on) is None or _span(job, since, on) is not None


def _longest(jobs: Sequence[Job], on: date, since: date) -> Fraction:
    """The most hours without a gap in one occupation; where that was not told, jobs go by their titles."""
    occupations = {_occupation(job) for job in jobs}
    stretches = (
        hours(stretch, on, since)
        for occupation in occupations
        for stretch in _stretches([job for job in jobs if _occupation(job) == occupation], on, since)
    )
    alone = (hours([job], on, since) for job in jobs if _employed(job, on) is None)
    return max((*stretches, *alone), default=Fraction(0))


def _occupation(job: Job) -> tuple[str | None, str | None]:
    return (job.noc, None) if job.noc is not None else (None, job.title and job.title.strip().lower())


def _stretches(jobs: Sequence[Job], on: date, since: date) -> Iterator[list[Job]]:
    """Jobs that follow one another without a gap; a weekend between two jobs is none."""
    stretch: list[Job] = []
    until = date.min
    dated = ((span, job) for job in jobs if (span := _span(job, since, on)) is not None)
    for span, job in sorted(dated, key=lambda entry: entry[0]):
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
    since, employed = counting.since(on), _employed(job, on)
    refusal = counting.refusal(job)
    if refusal is None and employed is not None and employed[0] >= on:
        refusal = Because("work-not-begun", {"date": employed[0]})
    if refusal is None and not _may_count(job, since, on):
        refusal = Because("work-before-window", {"years": counting.window or 0, "date": since})
    if refusal is not None:
        return JobCount(job, Fraction(0), (refusal,))
    because = (*_about_time(job, counting, on), *_about_hours(job, periods, since, on))
    if job.authorized is False:
        because += (Because("work-unauthorized-counts"),)
    return JobCount(job, hours([job], on, since), because)


def _about_time(job: Job, counting: Counting, on: date) -> Iterator[Because]:
    """What of a job's time does not count, or is not known."""
    since, employed = counting.since(on), _employed(job, on)
    if job.in_canada is None and counting.place is not None:
        yield Because("work-place-untold")
    if employed is not None and employed[0] < since:
        yield Because("work-partly-before-window", {"years": counting.window or 0, "date": since})
    if employed is None and job.years is None:
        yield Because("work-length-untold")
    elif employed is None and counting.window is not None:
        message = "work-taken-as-recent" if counting.undated else "work-dates-decide"
        yield Because(message, {"years": counting.window})
    if job.leave_weeks:
        yield Because("work-leave", {"weeks": job.leave_weeks})


def _about_hours(job: Job, periods: Sequence[_Period], since: date, on: date) -> Iterator[Because]:
    """How a job's weekly hours count."""
    full_time, weekly = parameters().figure("week_hours", on), weekly_hours(job, on)
    if job.hours_per_week is None:
        yield Because("work-hours-untold", {"hours": full_time})
    elif weekly > full_time:
        yield Because("work-above-full-time", {"told": job.hours_per_week, "hours": full_time})
    span = _worked(job, since, on)
    together = (each.weekly for each in periods if span and each.start < span[1] and span[0] < each.after)
    if any(each > full_time and each > weekly for each in together):
        yield Because("work-simultaneous", {"hours": full_time})
