"""Years of skilled work, counted from a dated work history.

Full time is 30 hours a week, a year is 1,560 hours; hours above full time and simultaneous jobs add nothing,
and only the ten years before the day count. Figures: ``data/rules/figures``. Rules: IRPR 73 and 80(4);
Ministerial Instructions, s. 15 (work in Canada) and s. 25 (work abroad).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from express_entry.language import years_later
from express_entry.parameters import parameters
from express_entry.profile import Job

SKILLED_TEER = "0123"
DAYS_A_WEEK = 7


def teer(noc: str) -> int:
    """The TEER of a NOC 2021 code: its second digit."""
    return int(noc[1])


def skilled(noc: str | None) -> bool:
    """Whether an occupation is in TEER 0 to 3; one that was not told is taken as the candidate tells it."""
    return noc is None or noc[1] in SKILLED_TEER


def counts_as_canadian(job: Job) -> bool:
    """Whether a job counts as skilled work in Canada: paid and authorized, neither self-employed nor while a
    full-time student."""
    return (
        job.in_canada
        and skilled(job.noc)
        and not (job.self_employed or job.full_time_student)
        and job.authorized is not False
        and job.paid is not False
    )


def counts_as_foreign(job: Job) -> bool:
    """Whether a job is skilled, paid work outside Canada; self-employment and study do not matter there."""
    return not job.in_canada and skilled(job.noc) and job.paid is not False


def completed_years(jobs: Iterable[Job], on: date) -> int:
    """Whole years that ``jobs`` add up to on the day ``on``; hours not told are taken as full time."""
    a_year = parameters().figure("year_hours", on)
    return int(hours(jobs, on, years_later(on, -parameters().figure("work_window", on))) // a_year)


def hours(jobs: Iterable[Job], on: date, since: date) -> Fraction:
    """Hours worked from the day ``since`` to the day before ``on``, at most full time in any week.

    A job's last day is a day of work. Part of a week counts by its days.
    """
    full_time = Fraction(parameters().figure("week_hours", on))
    spans = []
    for job in jobs:
        start = max(job.start, since)
        after = on if job.end is None or job.end >= on else job.end + timedelta(days=1)
        if start < after:
            weekly = full_time if job.hours_per_week is None else Fraction(str(job.hours_per_week))
            spans.append((start, after, weekly))
    borders = sorted({border for start, after, _ in spans for border in (start, after)})
    total = Fraction(0)
    for start, after in pairwise(borders):
        weekly = sum((hours for first, last, hours in spans if first <= start < last), Fraction(0))
        total += min(weekly, full_time) * (after - start).days / DAYS_A_WEEK
    return total
