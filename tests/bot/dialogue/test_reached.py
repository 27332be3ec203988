"""The score is said as soon as it does not mislead, and grows with every answer."""

from datetime import date

import pytest

from bot.dialogue.reached import Reached, so_far
from bot.dialogue.state import State

TODAY = date(2026, 11, 29)
ASKING = State(mode="intake", question="any_of_these")
TOLD = {
    "age": 29,
    "marital_status": "never_married",
    "education": "masters_or_professional",
    "education_country_is_canada": False,
    "first_language": {"test": "ielts_gt", "listening": 8, "reading": 7.5, "writing": 7, "speaking": 7},
    "canadian_work_years": 0,
    "foreign_work_years": 3,
}
COMING = {**TOLD, "marital_status": "married", "spouse.accompanying": True}
NOT_CANADIAN = {**COMING, "spouse.citizen_or_permanent_resident": False}


def test_the_score_so_far_is_said_with_what_it_counts_on():
    assert so_far(TOLD, ASKING, TODAY) == Reached(469, supposes_eca=True)
    assert so_far({**TOLD, "eca_date": "2025-05"}, ASKING, TODAY) == Reached(469, supposes_eca=False)


@pytest.mark.parametrize("missing", ["age", "education", "first_language"])
def test_nothing_is_said_while_a_core_fact_is_missing(missing):
    told = {path: value for path, value in TOLD.items() if path != missing}

    assert so_far(told, ASKING, TODAY) is None


def test_nothing_is_said_while_a_partner_who_comes_is_unknown():
    assert so_far(NOT_CANADIAN, ASKING, TODAY) is None


def test_nothing_is_said_to_who_leads_and_wishes_for_no_score():
    assert so_far(TOLD, State(), TODAY) is None
