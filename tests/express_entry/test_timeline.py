"""Deadlines: from facts to days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from express_entry.circumstances import Circumstances
from express_entry.profile import parse_profile
from express_entry.timeline import (
    LIMIT,
    LOSS,
    STEP,
    Dates,
    Timeline,
    future_dates,
    last_day,
    months_later,
    timeline,
)
from tests.helpers.strategies import profiles

TODAY = date(2026, 11, 25)
SCORES = {"listening": 9, "reading": 9, "writing": 9, "speaking": 9}
EVENTS = st.dates(date(2022, 11, 16), date(2028, 12, 31))


def found(profile: dict[str, Any], dates: Dates, **around: Any) -> Timeline:
    return timeline(parse_profile(profile), TODAY, dates, Circumstances(**around))


def days(line: Timeline) -> dict[str, date]:
    return {deadline.id: deadline.date for deadline in line.deadlines}


def reasons(line: Timeline, name: str) -> set[str]:
    return {reason.id for deadline in line.deadlines if deadline.id == name for reason in deadline.because}


@pytest.mark.parametrize(
    ("ita", "last"),
    [
        (date(2026, 11, 12), date(2027, 1, 11)),
        (date(2026, 1, 1), date(2026, 3, 2)),
        (date(2024, 1, 1), date(2024, 3, 1)),
        (date(2017, 5, 1), date(2017, 7, 30)),
    ],
)
def test_an_invitation_gives_sixty_days_and_gave_ninety_until_2018(ita: date, last: date) -> None:
    assert last_day(ita) == last


def test_each_event_has_its_last_day() -> None:
    dates = Dates(
        profile=date(2026, 2, 28),
        ita=date(2026, 11, 12),
        nomination=date(2026, 10, 31),
        biometrics=date(2026, 11, 20),
        medical=date(2026, 11, 18),
    )

    told = days(found({}, dates))
    assert told["profile.expiry"] == date(2027, 2, 28)
    assert told["ita.last_day"] == date(2027, 1, 11)
    assert told["nomination.accept"] == date(2026, 11, 30)
    assert told["biometrics.give"] == date(2026, 12, 20)
    assert told["medical.land"] == date(2027, 11, 18)


def test_a_result_counts_until_the_day_before_it_expires() -> None:
    profile = {
        "first_language": {"test": "celpip_g", **SCORES, "date": "2025-03-01"},
        "eca_date": "2024-02-29",
    }

    assert days(found(profile, Dates())) == {
        "result.first_language": date(2027, 2, 28),
        "result.eca": date(2029, 2, 28),
    }


def test_a_test_that_expires_before_the_last_day_is_pointed_out() -> None:
    profile = {"first_language": {"test": "celpip_g", **SCORES, "date": "2025-01-02"}}

    invited = found(profile, Dates(ita=date(2026, 11, 12)))
    assert "deadline-result-before-last-day" in reasons(invited, "result.first_language")
    assert reasons(found(profile, Dates()), "result.first_language") == {"deadline-result"}


def test_a_birthday_after_the_invitation_is_excused() -> None:
    profile = {"birth_date": "1995-01-10", "marital_status": "never_married"}

    assert reasons(found(profile, Dates()), "birthday.32") == {"deadline-birthday"}
    invited = found(profile, Dates(ita=date(2026, 11, 12)))
    assert "deadline-birthday-excused" in reasons(invited, "birthday.32")
    assert "deadline-birthday-excused" not in reasons(invited, "birthday.33")


def test_an_age_without_a_birth_date_gives_no_day() -> None:
    assert found({"age": 31, "marital_status": "never_married"}, Dates()).deadlines == ()


def test_a_child_is_young_enough_until_the_day_before_its_22nd_birthday() -> None:
    line = found({}, Dates(ita=date(2026, 11, 12)), children_born=(date(2005, 1, 1), date(2015, 6, 1)))

    assert days(line)["child.1"] == date(2026, 12, 31)
    assert "deadline-child-before-last-day" in reasons(line, "child.1")
    assert reasons(line, "child.2") == {"deadline-child"}


def test_the_plan_leaves_out_what_does_not_concern() -> None:
    alone = {
        "marital_status": "never_married",
        "family_size": 1,
        "foreign_work_years": 0,
        "canadian_work_years": 0,
    }
    steps = set(days(found(alone, Dates(ita=date(2026, 11, 12)), other_language=False)))

    assert {"step.read", "step.police", "step.submit"} <= steps
    assert not {"step.family", "step.letters", "step.translations"} & steps


def test_without_an_invitation_there_is_no_plan() -> None:
    assert not [each for each in found({}, Dates(profile=date(2026, 3, 1))).deadlines if each.kind == STEP]


def test_what_has_passed_is_told_apart() -> None:
    line = found({}, Dates(ita=date(2026, 6, 1)))

    assert [each.id for each in line.passed] == ["ita.last_day"]
    assert line.ahead() == ()


def test_days_to_come_are_named() -> None:
    assert future_dates(Dates(ita=TODAY + timedelta(1), profile=TODAY), TODAY) == ("ita",)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@given(profiles(), EVENTS, st.lists(EVENTS, min_size=5, max_size=5))
def test_no_deadline_comes_before_its_event(document: dict[str, Any], on: date, told: list[date]) -> None:
    dates = Dates(*told)
    line = timeline(parse_profile(document), on, dates)
    event = {
        "profile.expiry": dates.profile,
        "ita.last_day": dates.ita,
        "nomination.accept": dates.nomination,
        "biometrics.give": dates.biometrics,
        "medical.land": dates.medical,
    }

    assert [each.date for each in line.deadlines] == sorted(each.date for each in line.deadlines)
    for deadline in line.deadlines:
        start = dates.ita if deadline.kind == STEP else event.get(deadline.id)
        assert start is None or start <= deadline.date
        assert deadline.kind != STEP or deadline.date <= last_day(dates.ita or on)
        assert deadline.kind != LOSS or deadline.date > on
        assert deadline.kind in (LIMIT, LOSS, STEP)
