"""What would count if it were valid, and the order in which tests count."""

from __future__ import annotations

from datetime import date

import pytest

from express_entry.crs import score
from express_entry.profile import in_any_order, parse_profile
from express_entry.renewal import lapsed, renewed

TODAY = date(2026, 11, 29)
IELTS = {
    "test": "ielts_gt",
    "listening": 8,
    "reading": 7.5,
    "writing": 7,
    "speaking": 7,
    "date": "2024-10-10",
}
GRADUATE = {
    "age": 31,
    "marital_status": "never_married",
    "credentials": [{"level": "masters_or_professional", "in_canada": False}],
    "first_language": IELTS,
    "second_language": None,
    "canadian_work_years": 0,
    "foreign_work_years": 4,
}
FRENCH = {
    "test": "tcf_canada",
    "listening": 530,
    "reading": 530,
    "writing": 15,
    "speaking": 15,
    "date": "2026-05-08",
}
ENGLISH = {
    "test": "ielts_gt",
    "listening": 6,
    "reading": 6,
    "writing": 6,
    "speaking": 6,
    "date": "2026-04-03",
}


@pytest.mark.parametrize(
    ("told", "reasons"),
    [
        ({"eca_date": "2025-05-10"}, ["because-test-expired"]),
        ({"eca_date": None, "first_language": FRENCH}, ["because-eca-none"]),
        ({"eca_date": "2020-06-10"}, ["because-eca-expired", "because-test-expired"]),
        ({"eca_date": "2025-05-10", "first_language": FRENCH}, []),
    ],
)
def test_each_thing_that_does_not_count_is_named_once(told, reasons):
    breakdown = score(parse_profile(GRADUATE | told), TODAY)

    assert sorted(reason.id for reason in lapsed(breakdown.lines)) == reasons


def test_renewed_counts_as_if_all_had_been_valid_from_the_beginning():
    expired = parse_profile(GRADUATE | {"eca_date": "2020-06-10"})
    valid = parse_profile(
        GRADUATE | {"eca_date": "2025-05-10", "first_language": IELTS | {"date": "2026-10-10"}}
    )

    assert score(expired, TODAY).total == 99
    assert score(renewed(expired), TODAY).total == score(valid, TODAY).total == 458


def test_nothing_but_tests_and_assessments_changes():
    profile = parse_profile(GRADUATE | {"eca_date": "2025-05-10", "first_language": FRENCH})

    assert score(renewed(profile), TODAY).total == score(profile, TODAY).total


def test_the_order_in_which_tests_are_told_changes_no_score():
    orders = [
        in_any_order(GRADUATE | {"eca_date": None, "first_language": one, "second_language": other})
        for one, other in ((FRENCH, ENGLISH), (ENGLISH, FRENCH))
    ]

    totals = {score(parse_profile(document), TODAY).total for document in orders}

    assert len(totals) == 1
    assert all("first_language" not in document for document in orders)


@pytest.mark.parametrize("second", [None, {}])
def test_a_single_test_stays_the_first_language(second):
    told = GRADUATE | {"second_language": second}

    assert in_any_order(told) == told
