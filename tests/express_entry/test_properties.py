"""What holds for every profile."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from express_entry.crs import Breakdown, score
from express_entry.factors import EDUCATION
from express_entry.language import ABILITIES
from express_entry.profile import parse_profile
from express_entry.work import completed_years
from tests.helpers.strategies import (
    WORK,
    Document,
    jobs,
    possible,
    profiles,
    results,
)

DAYS = st.dates(date(2015, 1, 31), date(2027, 12, 31))


def scored(document: Document, on: date) -> Breakdown:
    return score(parse_profile(document), on)


@given(profiles(), DAYS)
def test_lines_add_up_to_the_sections_and_these_to_the_total(document: Document, on: date) -> None:
    breakdown = scored(document, on)

    for section, points in breakdown.sections.items():
        assert points == sum(line.points for line in breakdown.lines if line.section == section)
    assert breakdown.total == sum(breakdown.sections.values()) == sum(line.points for line in breakdown.lines)


@given(profiles(), DAYS)
def test_no_line_section_or_total_goes_above_its_maximum(document: Document, on: date) -> None:
    breakdown = scored(document, on)
    sections = breakdown.sections

    assert 0 <= breakdown.total <= 1200
    assert sections["A"] + sections["B"] <= 500
    assert sections["B"] <= 40
    assert sections["C"] <= 100
    assert sections["D"] <= 600
    assert all(0 <= line.points <= line.max for line in breakdown.lines)


@given(profiles(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(document: Document, on: date, chance: Any) -> None:
    keys = list(document)
    chance.shuffle(keys)

    assert scored({key: document[key] for key in keys}, on) == scored(document, on)


@given(profiles(), DAYS)
def test_a_profile_survives_json(document: Document, on: date) -> None:
    profile = parse_profile(document)
    again = parse_profile(json.loads(json.dumps(profile.document())))

    assert again == profile
    assert again.__fields_set__ == profile.__fields_set__
    assert score(again, on) == score(profile, on)


@given(profiles(), DAYS, st.sampled_from(EDUCATION), st.sampled_from(EDUCATION))
def test_more_education_never_lowers_the_score(document: Document, on: date, one: str, other: str) -> None:
    lower, higher = sorted((one, other), key=EDUCATION.index)

    assert (
        scored({**document, "education": lower}, on).total
        <= scored({**document, "education": higher}, on).total
    )


@given(profiles(), DAYS, WORK, WORK, st.sampled_from(["canadian_work_years", "foreign_work_years"]))
def test_more_work_never_lowers_the_score(
    document: Document, on: date, one: float, other: float, field: str
) -> None:
    told = {name: value for name, value in document.items() if name != "jobs"}
    lower, higher = sorted((one, other))

    assert scored({**told, field: lower}, on).total <= scored({**told, field: higher}, on).total


@given(
    profiles(), DAYS, results(("ielts_gt", "celpip_g", "tcf_canada")), st.sampled_from(ABILITIES), st.data()
)
def test_a_better_test_score_never_lowers_the_total(
    document: Document, on: date, test: Document, ability: str, data: st.DataObject
) -> None:
    told = {name: value for name, value in document.items() if name != "second_language"}
    better = max(test[ability], data.draw(possible(test["test"], ability)))
    lower = scored({**told, "first_language": test}, on).total

    assert lower <= scored({**told, "first_language": {**test, ability: better}}, on).total


@given(profiles(), DAYS)
def test_what_is_complete_misses_nothing_that_was_told(document: Document, on: date) -> None:
    told = set(document) | {f"spouse.{name}" for name in document.get("spouse") or {}}

    assert not told & set(scored(document, on).missing)


@given(profiles(), DAYS, st.sampled_from(["second_language", "sibling_in_canada", "provincial_nomination"]))
def test_what_is_not_missing_could_not_change_the_total(document: Document, on: date, field: str) -> None:
    unknown = {name: value for name, value in document.items() if name != field}
    without = scored(unknown, on)
    if field not in without.missing and field in document:
        assert scored(document, on).total == without.total


@given(st.lists(jobs(), max_size=4), DAYS)
def test_years_of_work_are_never_more_than_the_ten_that_count(work: list[Document], on: date) -> None:
    parsed = parse_profile({"jobs": work}).jobs or ()

    assert 0 <= completed_years(parsed, on) <= 10
