"""The official fee list and processing times: read strictly, and quoted in the place of what the data has."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from express_entry.costs import as_published, costs
from express_entry.figures import differing, figure
from express_entry.parameters import parameters
from express_entry.profile import parse_profile
from express_entry.published import Published, feeds, joined, read, touched
from express_entry.rounds_feed import NotTheFeed

FEES, TIMES = feeds()
LOOK, TODAY = date(2026, 11, 20), date(2026, 11, 29)
LIST = {
    "eta": {"en": "$7", "fr": "7 $"},
    "bio": {"en": "$85", "fr": "85 $"},
    "economic-main-rprf": {"en": "$1,590", "fr": "1\u00a0590\u00a0$"},
}
MONTHS = {
    "default-update": {"flpt_lastupdated": "November 5, 2026", "flpt_interval": "monthly"},
    "current-flpt": {
        "cec": "About 5 months",
        "fsw": "8 months",
        "pnp-ee": "About 1 month",
        "pnp-base": "About 13 months",
    },
}


def fee_list(**changed: Any) -> str:
    return json.dumps({**LIST, **changed})


def times(**changed: Any) -> str:
    return json.dumps({**MONTHS, "current-flpt": {**MONTHS["current-flpt"], **changed}})


def of(name: str, value: int, *more: str, since: date = LOOK, dated: bool = False) -> Published:
    return Published((name, *more), value, since, TODAY, dated)


# Reading


def test_every_key_stands_for_figures_that_the_data_has() -> None:
    known = parameters().amounts

    assert {name for feed in feeds() for names in feed.figures.values() for name in names} <= set(known)


def test_fees_are_read_from_both_languages() -> None:
    found = read(FEES, fee_list(), TODAY)

    assert (found.values, found.dated, found.problems) == ({"bio": 85, "economic-main-rprf": 1590}, None, ())


@pytest.mark.parametrize(
    "entry",
    [
        None,
        "$85",
        {},
        {"en": "$85"},
        {"en": "85", "fr": "85 $"},
        {"en": "$85", "fr": "58 $"},
        {"en": "$84.75", "fr": "84,75 $"},
        {"en": "$1,59", "fr": "159 $"},
        {"en": "$0", "fr": "0 $"},
        {"en": "$99,999", "fr": "99 999 $"},
        {"en": "from $85", "fr": "85 $"},
        {"en": 85, "fr": 85},
    ],
)
def test_a_fee_that_cannot_be_read_is_reported_and_left_out(entry: Any) -> None:
    found = read(FEES, fee_list(bio=entry), TODAY)

    assert found.values == {"economic-main-rprf": 1590}
    assert found.problems[0].startswith("bio: ")


def test_processing_times_are_read_with_the_day_of_the_file() -> None:
    found = read(TIMES, times(), TODAY)

    assert found.values == {"cec": 5, "fsw": 8, "pnp-ee": 1, "pnp-base": 13}
    assert found.dated == date(2026, 11, 5)


@pytest.mark.parametrize(
    "text", ["More than 10 years", "No data available", "About 0 months", "", None, 6, "6"]
)
def test_a_time_that_is_no_number_of_months_is_reported_and_left_out(text: Any) -> None:
    found = read(TIMES, times(cec=text), TODAY)

    assert "cec" not in found.values
    assert found.problems[0].startswith("cec: ")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>",
        "[]",
        "{}",
        '{"a": {}, "b": {}, "c": {}}',
        fee_list()[:40],
        json.dumps({**MONTHS, "default-update": {}}),
        json.dumps({**MONTHS, "default-update": {"flpt_lastupdated": "soon"}}),
        json.dumps({**MONTHS, "default-update": {"flpt_lastupdated": "December 5, 2026"}}),
        json.dumps({**MONTHS, "current-flpt": ["cec"]}),
    ],
)
def test_another_document_is_refused(text: str) -> None:
    with pytest.raises(NotTheFeed):
        read(TIMES, text, TODAY)
    if "default-update" not in text:
        with pytest.raises(NotTheFeed):
            read(FEES, text, TODAY)


# Keeping


def test_a_fee_keeps_the_day_on_which_its_value_was_first_seen() -> None:
    first = joined(FEES, {}, read(FEES, fee_list(), LOOK), LOOK)
    same = joined(FEES, first, read(FEES, fee_list(), TODAY), TODAY)
    other = joined(FEES, same, read(FEES, fee_list(bio={"en": "$90", "fr": "90 $"}), TODAY), TODAY)

    assert (same["bio"].since, same["bio"].checked) == (LOOK, TODAY)
    assert (other["bio"].value, other["bio"].since) == (90, TODAY)


def test_what_a_file_no_longer_has_stays_with_its_old_day() -> None:
    first = joined(FEES, {}, read(FEES, fee_list(), LOOK), LOOK)
    without = joined(FEES, first, read(FEES, fee_list(bio=None), TODAY), TODAY)

    assert without["bio"] == first["bio"]
    assert touched(first, TODAY)["bio"].checked == TODAY


# Quoting


def test_a_time_is_quoted_as_the_file_has_it_with_its_day() -> None:
    given = [of("figures/processing_cec_months", 5, since=date(2026, 11, 5), dated=True)]
    found = figure("{figures.processing_cec_months}", TODAY, given)

    assert (found.value, found.since, found.certainty) == (5, date(2026, 11, 5), None)
    assert found.source is not None
    assert found.source.checked == TODAY
    assert figure("{figures.processing_cec_months@from}", TODAY, given).value == date(2026, 11, 5)


def test_days_before_the_file_and_figures_outside_it_stay_as_the_data_has_them() -> None:
    given = [of("figures/processing_cec_months", 5, since=date(2026, 11, 5), dated=True)]

    for reference, day in (("{figures.processing_cec_months}", date(2026, 10, 1)), ("{fees.child}", TODAY)):
        assert figure(reference, day, given) == figure(reference, day)


def test_a_fee_that_the_list_has_as_it_stands_is_no_report_of_others_any_more() -> None:
    given = [of("fees/principal_applicant", 1590, "fees/right_of_permanent_residence")]
    found = figure("{fees.principal_applicant}", TODAY, given)

    assert (found.value, found.since, found.certainty) == (990, date(2026, 4, 30), None)
    assert found.official is None


def test_a_sum_that_the_list_gives_otherwise_changes_no_part_and_is_told() -> None:
    given = [of("fees/principal_applicant", 1650, "fees/right_of_permanent_residence")]
    found = figure("{fees.principal_applicant}", TODAY, given)

    assert (found.value, found.certainty, found.official) == (990, "reported", given[0])
    assert differing(given, TODAY) == tuple(given)


def test_a_fee_of_its_own_is_taken_from_the_list() -> None:
    found = figure("{fees.biometrics_person}", TODAY, [of("fees/biometrics_person", 90)])

    assert (found.value, found.since) == (90, LOOK)


def test_costs_carry_the_day_of_the_look_or_what_the_list_has_otherwise() -> None:
    alone = costs(parse_profile({"marital_status": "never_married", "family_size": 1}), TODAY)
    names = ("fees/principal_applicant", "fees/right_of_permanent_residence")
    sure = as_published(alone, [of(names[0], 1590, names[1]), of("figures/processing_cec_months", 5)])
    other = as_published(alone, [of(names[0], 1650, names[1])])

    checked = {line.id: line.source.checked for line in sure.fees}
    assert checked["principal_applicant"] == checked["right_of_permanent_residence"] == TODAY
    assert all(line.certainty is None for line in sure.fees)
    assert (sure.fees_total, sure.official) == (alone.fees_total, ())
    assert (other.fees, other.official) == (alone.fees, (of(names[0], 1650, names[1]),))
