"""The score around its tables: what is not told, what expires, what a cap takes away, which rules hold."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from express_entry.crs import Breakdown, DayBeforeExpressEntry, score
from express_entry.points import Because, Line
from express_entry.profile import ProfileError, parse_profile

TODAY = date(2026, 11, 23)
BEFORE_THE_CHANGE = date(2026, 10, 1)
IELTS_9 = {"test": "ielts_gt", "listening": 8, "reading": 7, "writing": 7, "speaking": 7}
TCF_7 = {"test": "tcf_canada", "listening": 458, "reading": 453, "writing": 10, "speaking": 10}
SINGLE: dict[str, Any] = {
    "age": 29,
    "marital_status": "never_married",
    "education": "masters_or_professional",
    "education_country_is_canada": True,
    "canadian_education": "none",
    "first_language": IELTS_9,
    "second_language": None,
    "canadian_work_years": 0,
    "foreign_work_years": 3,
    "certificate_of_qualification": False,
    "provincial_nomination": False,
    "sibling_in_canada": False,
    "job_offer": None,
}
SPOUSE = {
    "accompanying": True,
    "citizen_or_permanent_resident": False,
    "education": "bachelors_or_three_year",
    "language": None,
    "canadian_work_years": 0,
}


def scored(changes: dict[str, Any] | None = None, on: date = BEFORE_THE_CHANGE) -> Breakdown:
    return score(parse_profile({**SINGLE, **(changes or {})}), on)


def without(*fields: str) -> Breakdown:
    known = {name: value for name, value in SINGLE.items() if name not in fields}
    return score(parse_profile(known), BEFORE_THE_CHANGE)


def line(breakdown: Breakdown, line_id: str) -> Line:
    return next(line for line in breakdown.lines if line.id == line_id)


def reasons(breakdown: Breakdown, line_id: str) -> list[str]:
    return [reason.id for reason in line(breakdown, line_id).because]


def test_the_worked_example_scores_469() -> None:
    breakdown = scored()

    assert breakdown.total == 469
    assert breakdown.sections == {"A": 369, "B": 0, "C": 100, "D": 0}
    assert breakdown.missing == ()


def test_the_lines_stand_in_the_order_of_the_ranking_system() -> None:
    assert [line.id for line in scored({"marital_status": "married", "spouse": SPOUSE}).lines] == [
        "core.age",
        "core.education",
        "core.first_language",
        "core.second_language",
        "core.canadian_work",
        "spouse.education",
        "spouse.language",
        "spouse.canadian_work",
        "transfer.education_language",
        "transfer.education_canadian_work",
        "transfer.foreign_work_language",
        "transfer.foreign_work_canadian_work",
        "transfer.certificate_language",
        "additional.nomination",
        "additional.canadian_study",
        "additional.french",
        "additional.sibling",
        "additional.job_offer",
    ]


def test_a_line_says_why_and_where_it_is_written() -> None:
    age = line(scored(), "core.age")

    assert age.because == (Because("because-age", {"years": 29}),)
    assert (age.points, age.max) == (110, 110)
    assert age.source.en.startswith("https://www.canada.ca/en/")
    assert age.source.fr.startswith("https://www.canada.ca/fr/")


def test_lines_that_say_the_same_are_one_key_and_others_are_not() -> None:
    age = line(scored(), "core.age")
    twin, other = replace(age, because=tuple(age.because)), replace(age, points=age.points - 1)
    assert hash(age) == hash(twin)
    assert {age: "kept"}.get(twin) == "kept"
    assert other not in {age}
    assert hash(replace(age, because=())) != hash(age)


@pytest.mark.parametrize(
    ("line_id", "single", "couple"),
    [
        ("core.age", 110, 100),
        ("core.education", 150, 140),
        ("core.first_language", 136, 128),
        ("core.second_language", 24, 22),
        ("core.canadian_work", 80, 70),
        ("transfer.education_language", 50, 50),
        ("additional.nomination", 600, 600),
        ("additional.canadian_study", 30, 30),
        ("additional.job_offer", 0, 0),
    ],
)
def test_the_maximum_of_a_line_depends_on_the_family(line_id: str, single: int, couple: int) -> None:
    assert line(scored(), line_id).max == single
    assert line(scored({"marital_status": "married", "spouse": SPOUSE}), line_id).max == couple


# What was not told


def test_an_empty_profile_scores_nothing_and_misses_what_the_questions_ask() -> None:
    breakdown = score(parse_profile({}), BEFORE_THE_CHANGE)

    assert breakdown.total == 0
    assert breakdown.missing == (
        "marital_status",
        "age",
        "education",
        "first_language",
        "second_language",
        "canadian_work_years",
        "foreign_work_years",
        "certificate_of_qualification",
        "provincial_nomination",
        "canadian_education",
        "sibling_in_canada",
    )


@pytest.mark.parametrize("field", ["second_language", "canadian_work_years", "sibling_in_canada"])
def test_a_fact_not_told_is_missing(field: str) -> None:
    assert without(field).missing == (field,)


def test_no_second_language_is_an_answer_and_not_missing() -> None:
    assert scored({"second_language": None}).missing == ()


def test_after_a_nomination_no_other_additional_point_is_missing() -> None:
    known = {
        name: value
        for name, value in SINGLE.items()
        if name not in ("sibling_in_canada", "canadian_education", "job_offer")
    }

    assert score(parse_profile({**known, "provincial_nomination": True}), BEFORE_THE_CHANGE).missing == ()


def test_work_abroad_is_not_missing_where_neither_language_nor_canadian_work_can_use_it() -> None:
    weak = {"test": "ielts_gt", "listening": 4, "reading": 3, "writing": 3, "speaking": 3}
    known = {name: value for name, value in SINGLE.items() if name != "foreign_work_years"}

    assert score(parse_profile({**known, "first_language": weak}), BEFORE_THE_CHANGE).missing == ()


def test_a_job_offer_is_missing_only_where_it_gave_points() -> None:
    known = parse_profile({name: value for name, value in SINGLE.items() if name != "job_offer"})

    assert "job_offer" not in score(known, date(2025, 3, 25)).missing
    assert "job_offer" in score(known, date(2025, 3, 24)).missing


def test_a_partner_of_whom_little_was_told_is_taken_to_come_and_the_rest_is_missing() -> None:
    breakdown = scored({"marital_status": "married"})

    assert line(breakdown, "core.age").points == 100
    assert breakdown.missing == (
        "spouse.citizen_or_permanent_resident",
        "spouse.accompanying",
        "spouse.education",
        "spouse.language",
        "spouse.canadian_work_years",
    )


@pytest.mark.parametrize(
    "spouse",
    [None, {"accompanying": False}, {"citizen_or_permanent_resident": True}],
    ids=["there is none", "stays at home", "is Canadian"],
)
def test_without_an_accompanying_foreign_partner_the_columns_are_those_of_a_single_person(
    spouse: dict[str, Any] | None,
) -> None:
    breakdown = scored({"marital_status": "common_law", "spouse": spouse})

    assert breakdown.total == scored().total
    assert not [line for line in breakdown.lines if line.section == "B"]
    assert breakdown.missing == ()


# Education


def test_foreign_education_without_an_assessment_counts_as_told_and_the_assessment_is_missing() -> None:
    breakdown = scored({"education_country_is_canada": False})

    assert breakdown.total == 469
    assert breakdown.missing == ("eca_date",)
    assert "because-eca-missing" in reasons(breakdown, "core.education")


def test_where_the_country_was_not_told_it_is_missing_with_the_assessment() -> None:
    assert without("education_country_is_canada").missing == ("education_country_is_canada", "eca_date")


def test_an_assessment_of_five_years_makes_foreign_education_worth_nothing() -> None:
    breakdown = scored({"education_country_is_canada": False, "eca_date": "2021-10-01"})

    assert line(breakdown, "core.education").points == 0
    assert line(breakdown, "transfer.education_language").points == 0
    assert reasons(breakdown, "core.education") == ["because-eca-expired"]


def test_on_the_day_before_it_is_five_years_old_an_assessment_counts() -> None:
    assert scored({"education_country_is_canada": False, "eca_date": "2021-10-02"}).total == 469


def test_canadian_education_needs_no_assessment() -> None:
    assert scored({"eca_date": "2015-01-01"}).total == 469


# Language


def test_results_of_two_years_give_nothing_and_say_so() -> None:
    breakdown = scored({"first_language": {**IELTS_9, "date": "2024-10-01"}})

    assert line(breakdown, "core.first_language").points == 0
    assert line(breakdown, "core.first_language").because == (
        Because("because-test-expired", {"date": BEFORE_THE_CHANGE, "years": 2}),
    )
    assert line(breakdown, "transfer.foreign_work_language").points == 0


def test_on_the_day_before_they_are_two_years_old_results_count() -> None:
    assert scored({"first_language": {**IELTS_9, "date": "2024-10-02"}}).total == 469


def test_expired_french_gives_no_french_points() -> None:
    assert line(scored({"second_language": TCF_7}), "additional.french").points == 50
    expired = scored({"second_language": {**TCF_7, "date": "2024-01-01"}})
    assert line(expired, "additional.french").points == 0


# Caps


def test_a_line_that_a_cap_reduced_says_so_last() -> None:
    breakdown = scored({"canadian_work_years": 2})
    reduced = line(breakdown, "transfer.education_canadian_work")

    assert line(breakdown, "transfer.education_language").points == 50
    assert reduced.points == 0
    assert reduced.because[-1] == Because("because-capped-together", {"from": 50, "to": 0, "limit": 50})


def test_the_second_language_of_a_couple_says_that_it_stops_at_22() -> None:
    tcf_9 = {"test": "tcf_canada", "listening": 523, "reading": 524, "writing": 14, "speaking": 14}
    breakdown = scored({"marital_status": "married", "spouse": SPOUSE, "second_language": tcf_9})

    assert line(breakdown, "core.second_language").because[-1] == Because(
        "because-capped", {"from": 24, "to": 22, "limit": 22}
    )


# Work histories


def job(**changes: Any) -> dict[str, Any]:
    return {"start": "2023-10-01", "in_canada": True, "hours_per_week": 40, "noc": "21232", **changes}


def canadian_work_points(*jobs: dict[str, Any], on: date = BEFORE_THE_CHANGE) -> int:
    known = {name: value for name, value in SINGLE.items() if name != "canadian_work_years"}
    breakdown = score(parse_profile({**known, "jobs": list(jobs)}), on)
    return line(breakdown, "core.canadian_work").points


def test_three_years_of_a_dated_job_count_as_three() -> None:
    assert canadian_work_points(job()) == 64


def test_dated_jobs_count_instead_of_years_that_were_told() -> None:
    breakdown = scored({"canadian_work_years": 5, "jobs": [job(start="2025-10-01")]})

    assert line(breakdown, "core.canadian_work").points == 40


def test_two_full_time_jobs_at_once_count_once() -> None:
    assert canadian_work_points(job(), job(noc="21231")) == 64


def test_two_part_time_jobs_at_once_add_up_to_full_time() -> None:
    assert canadian_work_points(job(hours_per_week=15)) == 40
    assert canadian_work_points(job(hours_per_week=15), job(hours_per_week=15, noc="21231")) == 64


@pytest.mark.parametrize(
    "excluded",
    [
        {"self_employed": True},
        {"full_time_student": True},
        {"authorized": False},
        {"paid": False},
        {"noc": "65201"},
        {"in_canada": False},
    ],
    ids=lambda excluded: next(iter(excluded)),
)
def test_work_that_does_not_count_gives_no_canadian_work_points(excluded: dict[str, Any]) -> None:
    assert canadian_work_points(job(**excluded)) == 0


POLICY = date(2023, 4, 25)
"""The public policy for physicians."""


def test_the_self_employed_work_of_physicians_in_canada_counts_since_the_public_policy() -> None:
    own = job(noc="31102", self_employed=True, start="2021-01-04", end="2023-03-31")

    assert canadian_work_points(own, on=POLICY) == 53
    assert canadian_work_points(own, on=POLICY - timedelta(1)) == 0
    assert canadian_work_points({**own, "noc": "31103"}, on=POLICY) == 0


def test_the_offer_of_a_physician_gave_points_whatever_its_length_since_the_public_policy() -> None:
    def offer_points(noc: str, on: date) -> int:
        offer = {"noc": noc, "full_time": True, "one_year_or_more": False}
        return line(scored({"job_offer": offer}, on), "additional.job_offer").points

    assert offer_points("31102", POLICY) == 50
    assert offer_points("31102", POLICY - timedelta(1)) == 0
    assert offer_points("31103", POLICY) == 0


def test_work_before_the_last_ten_years_does_not_count() -> None:
    assert canadian_work_points(job(start="2010-01-01", end="2016-09-30")) == 0


def test_years_told_with_an_occupation_that_is_not_skilled_count_as_told_and_the_line_says_so() -> None:
    breakdown = scored({"canadian_work_years": 1, "noc": "65201"})

    assert line(breakdown, "core.canadian_work").points == 40
    assert reasons(breakdown, "core.canadian_work")[-1] == "because-noc-not-skilled"


def test_weekly_hours_not_told_count_as_full_time_and_are_missing() -> None:
    known = {name: value for name, value in SINGLE.items() if name != "canadian_work_years"}
    untold = {"start": "2023-10-01", "in_canada": True}
    breakdown = score(parse_profile({**known, "jobs": [untold]}), BEFORE_THE_CHANGE)

    assert line(breakdown, "core.canadian_work").points == 64
    assert breakdown.missing == ("jobs.hours_per_week",)


# Days


def test_age_moves_on_the_birthday() -> None:
    born = {name: value for name, value in SINGLE.items() if name != "age"} | {"birth_date": "1996-10-01"}

    assert line(score(parse_profile(born), date(2026, 9, 30)), "core.age").points == 110
    assert line(score(parse_profile(born), date(2026, 10, 1)), "core.age").points == 105


def test_the_rules_that_hold_today_are_those_of_25_march_2025() -> None:
    rules = scored().rules

    assert rules.date == date(2025, 3, 25)
    assert rules.asked_for == BEFORE_THE_CHANGE
    assert rules.complete
    assert rules.notice is None


def test_from_3_november_2026_the_score_says_that_its_rules_are_not_complete() -> None:
    rules = scored(on=date(2026, 11, 3)).rules

    assert rules.date == date(2025, 3, 25)
    assert not rules.complete
    assert rules.notice == Because(
        "crs-notice-2026-11-03", {"rules": date(2025, 3, 25), "since": date(2026, 11, 3)}
    )
    assert rules.source is not None
    assert "check-score" in rules.source.en


def test_the_day_before_that_change_has_complete_rules() -> None:
    assert scored(on=date(2026, 11, 2)).rules.complete


@pytest.mark.parametrize(
    ("on", "since"),
    [
        (date(2015, 1, 31), date(2015, 1, 31)),
        (date(2016, 11, 19), date(2016, 11, 19)),
        (date(2019, 5, 1), date(2017, 6, 6)),
        (date(2025, 3, 24), date(2020, 10, 20)),
    ],
)
def test_a_past_day_names_the_rules_of_its_time(on: date, since: date) -> None:
    assert scored(on=on).rules.date == since


def test_a_factor_that_does_not_exist_yet_has_no_line() -> None:
    assert "additional.sibling" not in [line.id for line in scored(on=date(2017, 6, 5)).lines]


def test_a_repealed_factor_says_since_when_it_gives_nothing() -> None:
    assert line(scored({"job_offer": {"noc": "00012"}}), "additional.job_offer").because == (
        Because("because-repealed", {"date": date(2025, 3, 25)}),
    )


def test_a_day_before_express_entry_is_refused() -> None:
    with pytest.raises(DayBeforeExpressEntry) as refused:
        scored(on=date(2015, 1, 30))
    assert refused.value.because == Because("problem-day-before-express-entry", {"date": date(2015, 1, 31)})


def test_a_day_before_the_birth_is_refused() -> None:
    with pytest.raises(ProfileError):
        score(parse_profile({"birth_date": "2020-01-01"}), date(2019, 1, 1))


def test_a_breakdown_can_be_kept_as_json() -> None:
    breakdown = scored(on=TODAY)
    kept = json.loads(json.dumps(breakdown.as_json()))

    assert kept["total"] == 469
    assert kept["rules"]["date"] == "2025-03-25"
    assert kept["lines"][0]["because"] == [{"id": "because-age", "args": {"years": 29}}]
