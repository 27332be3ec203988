"""Costs: fees, usual prices and settlement funds of a family on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from express_entry.circumstances import Circumstances
from express_entry.costs import DayBeforeCosts, Range, costs
from express_entry.language import ABILITIES
from express_entry.profile import parse_profile
from express_entry.rulefiles import REPORTED
from tests.helpers.strategies import profiles
from tests.helpers.vectors import vectors

TODAY = date(2026, 11, 25)
DAYS = st.dates(date(2022, 11, 16), date(2028, 12, 31))
SIZES = st.integers(1, 30)
ENGLISH = {"test": "celpip_g", **dict.fromkeys(ABILITIES, 9)}
WORKER = {
    "age": 30,
    "marital_status": "never_married",
    "family_size": 1,
    "intends_quebec": False,
    "education": "masters_or_professional",
    "education_country_is_canada": False,
    "eca_date": "2025-01-10",
    "first_language": ENGLISH,
    "second_language": None,
    "noc": "21231",
    "canadian_work_years": 0,
    "foreign_work_years": 3,
    "job_offer": None,
    "certificate_of_qualification": False,
    "settlement_funds_cad": 30000,
}


@pytest.mark.parametrize("vector", vectors("costs"))
def test_what_a_family_pays_and_shows(vector: dict[str, Any]) -> None:
    around = Circumstances(
        children_born=tuple(vector["children_born"]) if "children_born" in vector else None
    )
    found = costs(parse_profile(vector["profile"]), vector["day"], around)

    assert found.fees_total == Range(*vector["fees"])
    assert found.funds_amount == vector["amount"]


def test_what_nobody_has_read_officially_says_so() -> None:
    family = {"marital_status": "married", "family_size": 3, "spouse": {"accompanying": True}}
    certainty = {line.id: line.certainty for line in costs(parse_profile(family), TODAY).fees}

    assert certainty["child"] == certainty["spouse"] == certainty["principal_applicant"] == REPORTED
    assert certainty["biometrics"] is None


def test_only_what_is_still_to_pay_is_listed() -> None:
    new, ready = costs(parse_profile({}), TODAY), costs(parse_profile(WORKER), TODAY)

    assert {"english_test", "medical_exam"} <= {line.id for line in new.others}
    assert [line.id for line in ready.others] == ["medical_exam"]


def test_an_expired_test_has_to_be_paid_again_in_its_language() -> None:
    french = {"test": "tcf_canada", "date": "2024-01-10"} | dict.fromkeys(ABILITIES, 10)
    found = costs(parse_profile({"first_language": {**french, "listening": 500, "reading": 500}}), TODAY)

    assert "french_test" in {line.id for line in found.others}


def test_funds_are_needed_where_the_program_asks_for_them() -> None:
    needed = {need.program: need.needed for need in costs(parse_profile(WORKER), TODAY).funds}

    assert needed == {"fsw": True, "cec": False, "fst": False}


def test_nobody_shows_funds_for_the_canadian_experience_class() -> None:
    inside = {"canadian_work_years": 2, "foreign_work_years": 0, "education": "secondary", "eca_date": None}
    told = {**WORKER, **inside, "job_offer": None, "age": 46}
    del told["eca_date"]
    found = costs(parse_profile(told), TODAY)

    assert {need.program: need.needed for need in found.funds}["cec"] is False


def test_an_offer_with_authorization_to_work_exempts() -> None:
    offer = {"noc": "21231", "valid_for_program": True}
    found = costs(parse_profile({**WORKER, "job_offer": offer, "authorized_to_work_in_canada": True}), TODAY)

    assert found.funds_needed is False
    assert any(reason.id == "funds-exempt" for need in found.funds for reason in need.because)


def test_who_may_enter_no_program_is_not_spared_the_funds_of_the_one_that_may_open() -> None:
    low = {**WORKER, "first_language": {**WORKER["first_language"], "writing": 4}}
    found = costs(parse_profile(low), TODAY)

    assert found.funds_needed is False
    assert not found.funds_spared


def test_a_family_that_was_not_told_is_named_as_missing() -> None:
    assert {"marital_status", "family_size"} <= set(costs(parse_profile({}), TODAY).missing)
    assert costs(parse_profile(WORKER), TODAY).missing == ()


def test_once_the_fees_were_due_to_rise_the_answer_says_so() -> None:
    notice = costs(parse_profile(WORKER), date(2028, 4, 30)).notice

    assert notice is not None
    assert notice.id == "fees-raised"
    assert costs(parse_profile(WORKER), date(2028, 4, 29)).notice is None


def test_days_before_the_first_programs_are_refused() -> None:
    with pytest.raises(DayBeforeCosts):
        costs(parse_profile(WORKER), date(2022, 11, 15))


@given(profiles(), DAYS, SIZES)
def test_totals_are_the_sums_of_their_lines(document: dict[str, Any], day: date, size: int) -> None:
    found = costs(parse_profile({**document, "family_size": size}), day)
    lines = (*found.fees, *found.others)

    assert found.fees_total.least == sum(line.least for line in found.fees)
    assert found.total.most == sum(line.most for line in lines)
    assert all(0 <= line.least <= line.most for line in lines)
    assert all(line.since <= day for line in found.fees)


@given(profiles(), DAYS, st.integers(1, 29))
def test_more_family_never_needs_less(document: dict[str, Any], day: date, size: int) -> None:
    smaller, larger = (
        costs(parse_profile({**document, "family_size": people}), day) for people in (size, size + 1)
    )

    assert smaller.funds_amount < larger.funds_amount
    assert smaller.fees_total.least <= larger.fees_total.least
    assert smaller.total.most <= larger.total.most
