"""What the rules count of what was told: jobs, diplomas, tests, children, and months without their day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from express_entry.crs import score
from express_entry.days import Period, lies_before, read_when, years_later
from express_entry.derived import derived, derived_view
from express_entry.profile import parse_profile
from express_entry.programs import eligibilities
from express_entry.studies import combined

TODAY = date(2026, 11, 29)
CLB_9 = {"test": "celpip_g", "listening": 9, "reading": 9, "writing": 9, "speaking": 9}
CLB_7 = {**CLB_9, **dict.fromkeys(("listening", "reading", "writing", "speaking"), 7)}
NCLC_9 = {"test": "tcf_canada", "listening": 523, "reading": 524, "writing": 14, "speaking": 14}
HERE = {"noc": "21231", "in_canada": True, "hours_per_week": 40}
ABROAD = {**HERE, "in_canada": False}


def found(document: dict[str, Any], on: date = TODAY) -> Any:
    return derived(parse_profile(document, draft=True), on)


def experience(document: dict[str, Any], program: str) -> tuple[bool | None, tuple[str, ...]]:
    judged = eligibilities(parse_profile(document, draft=True), TODAY)[program]
    return next((each.met, each.missing) for each in judged.requirements if each.id == "experience")


# Work


@pytest.mark.parametrize(
    ("jobs", "canadian", "foreign"),
    [
        pytest.param(
            [{**HERE, "start": "2025-01-01", "end": "2025-12-31"}], 1.0, 0, id="the last day is worked"
        ),
        pytest.param([{**HERE, "start": "2025-01", "end": "2025-12"}], 1.0, 0, id="so is the last month"),
        pytest.param([{**HERE, "start": "2024", "end": "2025"}], 2.0, 0, id="and the last year"),
        pytest.param([{**HERE, "start": "2024-02", "hours_per_week": 20}], 1.89, 0, id="20 hours a week"),
        pytest.param(
            [
                {**HERE, "start": "2024-03-01", "end": "2026-02-28", "hours_per_week": 12},
                {**HERE, "start": "2024-09-01", "end": "2026-08-31", "hours_per_week": 14},
            ],
            1.73,
            0,
            id="two part-time jobs add up",
        ),
        pytest.param([{**HERE, "start": "2024", "end": "2025"}] * 2, 2.0, 0, id="two at once count once"),
        pytest.param(
            [{**HERE, "start": "2024", "end": "2025", "full_time_student": True}], 0, 0, id="studies"
        ),
        pytest.param(
            [{**ABROAD, "start": "2024", "end": "2025", "full_time_student": True}],
            0,
            2.0,
            id="studies abroad",
        ),
        pytest.param(
            [{**HERE, "start": "2024", "end": "2025", "self_employed": True}], 0, 0, id="self-employed"
        ),
        pytest.param(
            [{**HERE, "start": "2025", "remote_for_employer_abroad": True}], 0, 0, id="for an employer abroad"
        ),
        pytest.param([{**HERE, "noc": "75200", "start": "2024", "end": "2025"}], 0, 0, id="TEER 5"),
        pytest.param(
            [{**HERE, "start": "2024", "end": "2025", "leave_weeks": 48}], 1.08, 0, id="leave is no work"
        ),
        pytest.param([{**ABROAD, "start": "2014", "end": "2015"}], 0, 0, id="before the last ten years"),
        pytest.param([{**ABROAD, "start": "2016", "end": "2017"}], 0, 1.09, id="partly before them"),
        pytest.param(
            [{**ABROAD, "years": 7}, {**ABROAD, "years": 3}, {**ABROAD, "years": 2}],
            0,
            10.03,
            id="lengths add up, ten years at most",
        ),
        pytest.param([{**ABROAD, "years": 4, "hours_per_week": 15}], 0, 2.0, id="half time, without dates"),
        pytest.param([{**ABROAD, "years": 2, "leave_weeks": 52}], 0, 1.0, id="a length without its leave"),
        pytest.param([{**HERE, "years": 2, "end": None}], 2.0, 0, id="the two years up to today"),
        pytest.param([{**HERE, "years": 1, "start": "2024-06"}], 1.0, 0, id="a year from June 2024"),
        pytest.param([{**HERE, "years": 2, "end": "2017-06"}], 0.58, 0, id="two years up to June 2017"),
    ],
)
def test_years_that_count(jobs: list[dict[str, Any]], canadian: float, foreign: float) -> None:
    work = found({"jobs": jobs})

    assert (work.canadian_work.years, work.foreign_work.years) == (canadian, foreign)


def test_every_job_says_why_it_does_not_count() -> None:
    jobs = [{**HERE, "start": "2024", "self_employed": True}, {**HERE, "start": "2025", "end": None}]
    counted = found({"jobs": jobs}).canadian_work

    assert [[reason.id for reason in job.because] for job in counted.jobs] == [
        ["work-self-employed"],
        ["work-above-full-time"],
    ]


def test_old_work_in_canada_gives_points_but_no_canadian_experience_class() -> None:
    told = {"jobs": [{**HERE, "start": "2018", "end": "2021"}]}

    assert found(told).canadian_work.completed == 4
    assert experience(told, "cec") == (False, ())


def test_work_without_dates_leaves_a_short_look_back_open() -> None:
    told = {"jobs": [{**HERE, "years": 2}]}

    assert found(told).canadian_work.completed == 2
    assert experience(told, "fsw") == (True, ())
    assert experience(told, "cec") == (None, ("jobs.start",))


def test_a_job_of_no_known_length_leaves_it_open_too() -> None:
    assert experience({"jobs": [HERE]}, "fsw") == (None, ("jobs.start",))


def test_a_job_counts_nowhere_until_its_place_is_told() -> None:
    job = {name: value for name, value in HERE.items() if name != "in_canada"}
    work = found({"jobs": [{**job, "start": "2024", "end": "2025"}]})

    assert (work.canadian_work.completed, work.foreign_work.completed) == (0, 0)
    assert work.canadian_work.missing == ("jobs.in_canada",)


def test_the_cashier_job_does_not_decide_the_program_of_the_engineer() -> None:
    jobs = [
        {**ABROAD, "noc": "21300", "start": "2019", "end": "2023"},
        {**HERE, "noc": "65100", "start": "2025"},
    ]
    told = {"noc": "65100", "jobs": jobs}

    assert experience(told, "fsw") == (True, ())
    assert found(told).foreign_work.completed == 5


def test_the_years_that_were_told_give_way_to_jobs() -> None:
    work = found({"canadian_work_years": 5, "jobs": [{**HERE, "start": "2025", "end": "2025"}]})

    assert (work.canadian_work.years, work.foreign_work.years) == (1.0, 0)


def test_a_partners_jobs_are_counted_likewise() -> None:
    partner = {"accompanying": True, "citizen_or_permanent_resident": False}
    told = {
        "marital_status": "married",
        "spouse": {**partner, "jobs": [{**HERE, "start": "2024", "end": "2025"}]},
    }

    assert found(told).spouse_canadian_work.completed == 2
    assert {line.id: line.points for line in score(parse_profile(told), TODAY).lines}[
        "spouse.canadian_work"
    ] == 7


# Diplomas


@pytest.mark.parametrize(
    ("credentials", "level", "canadian", "missing"),
    [
        pytest.param(
            [
                {"level": "two_year", "in_canada": True},
                {"level": "bachelors_or_three_year", "eca_date": "2025"},
            ],
            "two_or_more",
            "one_or_two_years",
            (),
            id="a second one, of three years",
        ),
        pytest.param(
            [{"level": "two_year", "in_canada": True}, {"level": "one_year", "in_canada": True}],
            "two_year",
            "one_or_two_years",
            (),
            id="two short ones are no more than one",
        ),
        pytest.param(
            [
                {
                    "level": "masters_or_professional",
                    "assessed_as": "bachelors_or_three_year",
                    "eca_date": "2025-03",
                }
            ],
            "bachelors_or_three_year",
            None,
            (),
            id="what the assessment says",
        ),
        pytest.param(
            [{"level": "doctorate", "in_canada": True, "assessed_as": "one_year"}],
            "doctorate",
            "three_years_or_more",
            (),
            id="none is needed in Canada",
        ),
        pytest.param(
            [
                {"level": "doctorate", "in_canada": True, "completed": False},
                {"level": "secondary", "in_canada": True},
            ],
            "secondary",
            "none",
            (),
            id="not finished",
        ),
        pytest.param(
            [
                {"level": "one_year", "in_canada": True},
                {"level": "doctorate", "in_canada": False, "eca_date": None},
            ],
            "one_year",
            "one_or_two_years",
            (),
            id="not assessed",
        ),
        pytest.param(
            [{"level": "one_year", "in_canada": True}, {"level": "doctorate", "in_canada": False}],
            "doctorate",
            "one_or_two_years",
            ("eca_date",),
            id="of an assessment nothing was told",
        ),
        pytest.param(
            [{"level": "doctorate", "in_canada": False, "eca_date": "2021-11"}],
            "less_than_secondary",
            "none",
            ("eca_date",),
            id="the day of the assessment decides",
        ),
        pytest.param(
            [{"level": "doctorate", "in_canada": False, "eca_date": "2021-12"}],
            "doctorate",
            "none",
            (),
            id="assessed in a month that still counts",
        ),
    ],
)
def test_level_of_education(
    credentials: list[dict[str, Any]], level: str, canadian: str | None, missing: tuple[str, ...]
) -> None:
    studies = found({"credentials": credentials, "education": "secondary"}).studies

    assert (studies.level, studies.canadian, studies.missing) == (level, canadian, missing)


def test_the_date_of_the_profiles_assessment_is_for_diplomas_that_have_none_of_their_own() -> None:
    told = {"eca_date": "2020-01", "credentials": [{"level": "doctorate", "in_canada": False}]}

    assert [reason.id for reason in found(told).studies.because] == ["because-eca-expired"]


def test_without_an_assessment_a_foreign_diploma_gives_nothing_and_with_one_it_does() -> None:
    told = {"age": 27, "marital_status": "never_married", "first_language": CLB_9, "foreign_work_years": 2}
    told |= {"education": "bachelors_or_three_year", "education_country_is_canada": False}

    assert score(parse_profile({**told, "eca_date": None}), TODAY).total == 259
    assert score(parse_profile({**told, "eca_date": "2026-05"}), TODAY).total == 404


def test_no_credential_at_all_is_the_lowest_level() -> None:
    assert combined([]) == "less_than_secondary"


# Languages


def test_the_language_that_scores_more_comes_first_whatever_was_told_first() -> None:
    told = {"age": 32, "marital_status": "never_married", "education": "masters_or_professional"}
    for tests in ([CLB_7, NCLC_9], [NCLC_9, CLB_7]):
        languages = found({**told, "tests": tests})

        assert languages.first_language.test == "tcf_canada"
        assert languages.second_language.test == "celpip_g"
        assert languages.order.total > languages.order.otherwise


def test_the_score_says_that_both_orders_were_tried() -> None:
    breakdown = score(parse_profile({"tests": [CLB_7, NCLC_9]}), TODAY)
    line = next(line for line in breakdown.lines if line.id == "core.first_language")
    reason = line.because[-1]

    other = score(parse_profile({"first_language": CLB_7, "second_language": NCLC_9}), TODAY)
    assert (reason.id, reason.args) == ("because-better-first", {"test": "tcf_canada", "other": other.total})


def test_of_several_tests_in_one_language_the_best_that_counts_is_taken() -> None:
    tests = [{**CLB_9, "date": "2024-01"}, {**CLB_7, "date": "2026-01"}]

    assert found({"tests": tests}).first_language.writing == 7


def test_the_list_of_tests_goes_before_single_tests() -> None:
    languages = found({"tests": [CLB_9], "first_language": NCLC_9, "second_language": None})

    assert languages.first_language.test == "celpip_g"
    assert languages.second_language is None


def test_whether_there_is_a_second_language_is_open_until_it_is_told() -> None:
    assert "second_language" in score(parse_profile({"tests": [CLB_9]}), TODAY).missing
    assert (
        "second_language"
        not in score(parse_profile({"tests": [CLB_9], "second_language": None}), TODAY).missing
    )


@pytest.mark.parametrize(
    ("month", "points", "missing"),
    [
        ("2024-10", 0, False),
        ("2024-11", 0, True),
        ("2024-12", 124, False),
        ("2024", 0, True),
        ("2025", 124, False),
    ],
)
def test_the_month_of_a_test_is_enough_unless_its_day_decides(month: str, points: int, missing: bool) -> None:
    breakdown = score(parse_profile({"first_language": {**CLB_9, "date": month}}), TODAY)

    assert {line.id: line.points for line in breakdown.lines}["core.first_language"] == points
    assert ("first_language.date" in breakdown.missing) is missing


def test_eligibility_is_open_where_the_day_of_the_test_decides() -> None:
    told = {"first_language": {**CLB_9, "date": "2024-11"}}
    judged = eligibilities(parse_profile(told), TODAY)["fsw"]

    assert next((each.met, each.missing) for each in judged.requirements if each.id == "language") == (
        None,
        ("first_language.date",),
    )


# Family


@pytest.mark.parametrize(
    ("told", "size"),
    [
        ({"marital_status": "never_married", "dependent_children": []}, 1),
        ({"marital_status": "married", "dependent_children": [{"age": 3}, {}]}, 4),
        ({"marital_status": "divorced", "dependent_children": [{"age": 25}, {"birth_date": "2010"}]}, 2),
        ({"marital_status": "divorced", "dependent_children": [{"birth_date": "2004-11"}]}, 2),
        ({"marital_status": "divorced", "dependent_children": [{"birth_date": "2004-10"}]}, 1),
        ({"marital_status": "married", "family_size": 2, "dependent_children": [{"age": 3}]}, 3),
        ({"dependent_children": [{"age": 3}]}, None),
        ({"family_size": 4}, 4),
    ],
)
def test_family_size_follows_from_the_children(told: dict[str, Any], size: int | None) -> None:
    assert found(told).family_size == size


# Months


def test_a_month_moves_with_its_days() -> None:
    until = years_later(read_when("2024-02"), 2)

    assert isinstance(until, Period)
    assert (until.isoformat(), until.first, until.last) == ("2026-02", date(2026, 2, 1), date(2026, 3, 1))
    assert [lies_before(day, until) for day in (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 1))] == [
        True,
        None,
        False,
    ]


@pytest.mark.parametrize("text", ["2026-03-14", "2026-03", "2026"])
def test_a_day_a_month_and_a_year_come_back_as_they_were_told(text: str) -> None:
    assert read_when(text).isoformat() == text


@pytest.mark.parametrize(
    "text", ["2026-3", "2026-02-30", "26", "2026-13", "2026-03-14T00", "", "-001", "२०२६"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (from datetime and from here)
        read_when(text)


# The view


def test_the_view_is_plain_and_names_what_it_knows() -> None:
    told = {
        "marital_status": "married",
        "tests": [{**CLB_9, "date": "2026-05"}],
        "credentials": [{"level": "doctorate", "in_canada": True}],
        "jobs": [{**HERE, "title": "Developer", "start": "2024-02", "hours_per_week": 20}],
        "dependent_children": [{"age": 3}],
        "spouse": {"education": "secondary"},
    }
    view = derived_view(parse_profile(told), TODAY)

    assert (view["canadian_work_years"], view["foreign_work_years"]) == (1.89, 0.0)
    assert (view["education"], view["canadian_education"]) == ("doctorate", "three_years_or_more")
    assert view["first_language"]["levels"]["writing"] == 9
    assert view["first_language"]["valid_until"] == "2028-05"
    assert view["family_size"] == 3
    assert view["jobs"][0]["years"] == 1.89
    assert view["spouse"]["education"] == "secondary"
    assert "second_language" not in view


def test_of_nothing_nothing_is_known() -> None:
    assert derived_view(parse_profile({}), TODAY) == {"missing": ["education"]}
