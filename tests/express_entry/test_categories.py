"""Which categories of rounds a candidate fits, by day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from express_entry.categories import Category, categories
from express_entry.occupations.noc import classification
from express_entry.profile import parse_profile
from express_entry.program_tables import tables

V2023, V2025, V2026 = date(2024, 1, 1), date(2025, 6, 1), date(2026, 3, 1)
ALWAYS = ("french", "healthcare", "stem", "trades")
NCLC_7 = {"test": "tcf_canada", "listening": 458, "reading": 453, "writing": 10, "speaking": 10}


def found(document: dict[str, Any], on: date) -> dict[str, Category]:
    return {each.id: each for each in categories(parse_profile(document), on)}


def fits(name: str, document: dict[str, Any], on: date = V2026) -> bool | None:
    return found(document, on)[name].eligible


def job(
    noc: str, start: str, end: str, canada: bool = False, hours: float = 40, **flags: bool
) -> dict[str, Any]:
    return {
        "jobs": [
            {"noc": noc, "start": start, "end": end, "hours_per_week": hours, "in_canada": canada, **flags}
        ]
    }


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2023, 5, 30), set()),
        (V2023, {"french", "healthcare", "stem", "trades", "transport", "agriculture"}),
        (V2025, {"french", "healthcare", "stem", "trades", "education", "agriculture"}),
        (
            date(2025, 12, 8),
            {"french", "healthcare", "stem", "trades", "education", "agriculture", "physicians"},
        ),
        (
            V2026,
            {*ALWAYS, "education", "transport", "physicians", "senior_managers", "researchers", "military"},
        ),
    ],
)
def test_each_year_has_its_own_categories(day: date, names: set[str]) -> None:
    assert set(found({}, day)) == names


def test_every_list_of_occupations_has_its_conditions() -> None:
    for entry in classification().categories:
        held = tables().categories[entry.category].at(entry.since)
        assert held is not None
        assert held.since == entry.since or entry.version == "2025"


def test_nothing_told_is_not_known() -> None:
    assert {each.eligible for each in found({}, V2026).values()} == {None}


def test_six_months_without_a_gap_were_enough_until_2026_and_twelve_are_needed_since() -> None:
    half_a_year = job("31301", "2025-01-06", "2025-07-06")
    a_year = job("31301", "2025-01-06", "2026-01-05")

    assert fits("healthcare", half_a_year, date(2026, 2, 17)) is True
    assert fits("healthcare", half_a_year, date(2026, 2, 18)) is False
    assert fits("healthcare", a_year, date(2026, 2, 18)) is True


def test_since_2026_the_months_may_have_gaps() -> None:
    jobs = [
        *job("31301", "2024-01-01", "2024-06-30")["jobs"],
        *job("31301", "2025-01-06", "2025-07-06")["jobs"],
    ]

    assert fits("healthcare", {"jobs": jobs}) is True


def test_the_months_must_be_in_one_occupation() -> None:
    jobs = [
        *job("31301", "2024-01-01", "2024-06-30")["jobs"],
        *job("31302", "2024-07-01", "2025-01-05")["jobs"],
    ]

    assert fits("healthcare", {"jobs": jobs}) is False


def test_work_more_than_three_years_ago_does_not_count() -> None:
    assert fits("healthcare", job("31301", "2021-01-04", "2022-12-31")) is False


def test_part_time_counts_by_its_hours() -> None:
    assert fits("healthcare", job("31301", "2024-01-01", "2025-12-28", hours=15)) is True
    assert fits("healthcare", job("31301", "2024-01-01", "2025-12-21", hours=15)) is False


def test_unpaid_work_does_not_count() -> None:
    assert fits("healthcare", job("31301", "2024-01-01", "2025-12-28", paid=False)) is False


@pytest.mark.parametrize(
    ("name", "noc"), [("physicians", "31102"), ("senior_managers", "00012"), ("researchers", "41200")]
)
def test_these_need_the_work_in_canada(name: str, noc: str) -> None:
    assert fits(name, job(noc, "2024-01-01", "2025-12-28", canada=True)) is True
    assert fits(name, job(noc, "2024-01-01", "2025-12-28")) is False
    assert fits(name, {"noc": noc, "canadian_work_years": 1}) is True
    assert fits(name, {"noc": noc, "canadian_work_years": 0, "foreign_work_years": 5}) is False


def test_cooks_left_the_trades_in_2026_and_butchers_came() -> None:
    cook, butcher = job("63200", "2024-06-03", "2025-11-30"), job("63201", "2024-06-03", "2025-11-30")

    assert fits("trades", cook, date(2026, 2, 17)) is True
    assert fits("trades", cook) is False
    assert fits("trades", butcher) is True


def test_truck_drivers_are_in_the_list_of_2023_only() -> None:
    driver = job("73300", "2022-01-03", "2026-02-28")

    assert fits("transport", driver, V2023) is True
    assert fits("transport", driver, V2026) is False


def test_french_needs_nclc_7_in_each_ability_of_either_test() -> None:
    assert fits("french", {"first_language": NCLC_7}) is True
    assert fits("french", {"second_language": NCLC_7}) is True
    assert fits("french", {"second_language": {**NCLC_7, "writing": 9}}) is False
    assert fits("french", {"first_language": NCLC_7 | {"date": "2024-03-01"}}) is False


def test_french_is_not_known_while_a_test_may_still_be_told() -> None:
    english = {"test": "celpip_g", "listening": 9, "reading": 9, "writing": 9, "speaking": 9}

    assert fits("french", {"first_language": english}) is None
    assert fits("french", {"first_language": english, "second_language": None}) is False


def test_years_without_dates_count_for_a_listed_primary_occupation() -> None:
    assert fits("stem", {"noc": "21220", "foreign_work_years": 1}) is True
    assert fits("stem", {"noc": "21231", "foreign_work_years": 1}) is False
    assert fits("stem", {"noc": "21220", "foreign_work_years": 0.5, "canadian_work_years": 0}) is False
    assert fits("stem", {"noc": "21220"}) is None


SOLDIER: dict[str, Any] = {
    "noc": "43204",
    "foreign_work_years": 10,
    "education": "two_year",
    "education_country_is_canada": True,
    "job_offer": {"noc": "43204", "full_time": True},
}


def test_recruits_need_ten_years_a_credential_and_an_offer_of_the_forces() -> None:
    assert fits("military", SOLDIER) is None  # from whom the offer is, a profile does not tell
    assert fits("military", {**SOLDIER, "foreign_work_years": 9, "canadian_work_years": 3}) is False
    assert fits("military", {**SOLDIER, "education": "one_year"}) is False
    assert fits("military", {**SOLDIER, "job_offer": None}) is False
    assert fits("military", {**SOLDIER, "job_offer": {"noc": "21231"}}) is False


def test_every_category_says_why_and_where_it_is_written() -> None:
    for document in ({}, SOLDIER, job("31301", "2025-01-06", "2026-01-05"), {"first_language": NCLC_7}):
        for day in (V2023, V2025, V2026):
            assert all(each.because and each.source.en for each in found(document, day).values())
