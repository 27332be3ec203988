"""Work histories counted by hand (vectors/work.yml), and what holds for every work history."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from express_entry.facts import canadian_years, foreign_years
from express_entry.parameters import parameters
from express_entry.profile import Job, parse_profile
from express_entry.programs import cec, fst, fsw
from express_entry.programs.requirements import Requirement
from express_entry.work import ABROAD, CANADA, Counting, full_time_hours, hours, tally
from express_entry.yaml_files import read_yaml

CASES: list[dict[str, Any]] = read_yaml(Path(__file__).parent / "vectors" / "work.yml")
TODAY = date(2026, 11, 23)
A_YEAR = 1560
SCORED = {
    "canadian": (Counting(10, CANADA, excluding=True), canadian_years),
    "foreign": (Counting(10, ABROAD), foreign_years),
}
PROGRAMS = {"fsw": fsw, "cec": cec, "fst": fst}


def day(case: dict[str, Any]) -> date:
    return case.get("day", TODAY)


def history(case: dict[str, Any]) -> tuple[Job, ...]:
    jobs = parse_profile({"jobs": [plain(job) for job in case["jobs"]]}).jobs
    assert jobs is not None
    return jobs


def plain(job: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in job.items()}


def counting(case: dict[str, Any]) -> Counting:
    on = day(case)
    if case["for"] in SCORED:
        return SCORED[case["for"]][0]
    return {"fsw": Counting(10), "cec": cec.counting(on), "fst": fst.counting(on)}[case["for"]]


def experience(case: dict[str, Any]) -> Requirement:
    profile = parse_profile({"jobs": [plain(job) for job in case["jobs"]]})
    found = PROGRAMS[case["for"]].eligibility(profile, day(case))
    return next(each for each in found.requirements if each.id == "experience")


def test_there_are_at_least_sixty_cases_each_with_a_name_of_its_own() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_counting_by_hand(case: dict[str, Any]) -> None:
    counted = tally(history(case), counting(case), day(case))
    found = (
        max(counted.by_occupation.values(), default=Fraction(0)) if case["for"] == "fst" else counted.hours
    )

    assert round(float(found), 2) == case["hours"]
    if "longest" in case:
        assert round(float(counted.longest), 2) == case["longest"]
    for place, reasons in case.get("because", {}).items():
        assert [because.id for because in counted.jobs[place].because] == reasons


@pytest.mark.parametrize("case", [case for case in CASES if "met" in case], ids=lambda case: case["name"])
def test_whether_it_is_enough_for_the_program(case: dict[str, Any]) -> None:
    assert experience(case).met is case["met"]


@pytest.mark.parametrize("case", [case for case in CASES if "years" in case], ids=lambda case: case["name"])
def test_completed_years_for_the_score(case: dict[str, Any]) -> None:
    profile = parse_profile({"jobs": [plain(job) for job in case["jobs"]]})

    assert SCORED[case["for"]][1](profile, day(case)) == case["years"]


def test_a_job_told_without_title_and_occupation_is_of_the_primary_occupation() -> None:
    job = {"start": "2024-01-01", "end": "2025-06-30", "hours_per_week": 40, "in_canada": False}
    told = parse_profile({"noc": "21231", "jobs": [job]})
    titled = parse_profile({"noc": "21231", "jobs": [{**job, "title": "Cook"}]})

    assert met(told) is True
    assert met(titled) is None


def met(profile: Any) -> bool | None:
    found = fsw.eligibility(profile, TODAY).requirements
    return next(each.met for each in found if each.id == "experience")


# What holds for every work history.

WEEKLY = st.none() | st.sampled_from([1, 7.5, 15, 20, 30, 37.5, 40, 80, 168])
DAYS = st.integers(0, 5000).map(lambda days: TODAY - timedelta(days))


@st.composite
def jobs(draw: st.DrawFn) -> Job:
    start = draw(DAYS)
    end = draw(st.none() | st.integers(0, 2000).map(lambda days: start + timedelta(days)))
    told = {name: draw(st.sampled_from([True, False, None])) for name in FLAGS}
    told |= {
        "noc": draw(st.sampled_from([None, "21231", "72300", "33102", "64100"])),
        "hours_per_week": draw(WEEKLY),
    }
    known = {name: value for name, value in told.items() if value is not None}
    return Job(start=start, end=end, in_canada=draw(st.booleans()), **known)


FLAGS = ("self_employed", "full_time_student", "authorized", "paid")
HISTORIES = st.lists(jobs(), max_size=6)
COUNTINGS = st.sampled_from([Counting(10), Counting(3, CANADA, excluding=True), Counting(10, ABROAD)])


@given(HISTORIES, COUNTINGS)
def test_no_history_gives_more_than_full_time_for_the_window(history: list[Job], counting: Counting) -> None:
    found = tally(history, counting, TODAY)
    full_time = parameters().figure("week_hours", TODAY)
    days = (TODAY - counting.since(TODAY)).days

    assert 0 <= found.sure <= found.hours <= Fraction(days * full_time, 7)
    assert found.longest_sure <= found.longest <= found.hours


@given(HISTORIES, jobs(), COUNTINGS)
def test_another_job_never_takes_hours_away(history: list[Job], job: Job, counting: Counting) -> None:
    before, after = tally(history, counting, TODAY), tally([*history, job], counting, TODAY)

    assert after.hours >= before.hours
    assert after.longest >= before.longest
    assert after.hours <= before.hours + hours([job], TODAY, counting.since(TODAY))


@given(HISTORIES, COUNTINGS)
def test_every_job_that_counts_less_says_why(history: list[Job], counting: Counting) -> None:
    for count in tally(history, counting, TODAY).jobs:
        assert count.hours or count.because


@given(HISTORIES)
def test_the_order_in_which_jobs_are_told_changes_nothing(history: list[Job]) -> None:
    forward, back = (tally(told, Counting(10), TODAY) for told in (history, history[::-1]))

    assert (forward.hours, forward.longest) == (back.hours, back.longest)


@given(HISTORIES)
def test_full_time_weeks_are_part_of_all_hours(history: list[Job]) -> None:
    assert full_time_hours(history, TODAY) <= hours(history, TODAY, date.min)


@given(jobs())
def test_a_job_cut_in_two_counts_the_same(job: Job) -> None:
    end = min(job.end or TODAY, TODAY)
    middle = job.start + (end - job.start) // 2
    if job.start <= middle < end:
        first = job.copy(update={"end": middle})
        second = job.copy(update={"start": middle + timedelta(1)})

        assert (
            tally([first, second], Counting(10), TODAY).longest == tally([job], Counting(10), TODAY).longest
        )
