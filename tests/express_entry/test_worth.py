"""What one fact is worth: a master's, CLB 9, a year in Canada, a nomination."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from express_entry.worth import Points, at_most, worth_of

TODAY = date(2026, 11, 23)
BEFORE_MARCH_2025 = date(2025, 3, 24)


def points(fact: str, value: Any, on: date = TODAY) -> dict[str, tuple[Points | None, Points | None]]:
    return {line.id: (line.without_spouse, line.with_spouse) for line in worth_of(fact, value, on)}


def exactly(single: int | None, couple: int | None) -> tuple[Points | None, Points | None]:
    first, second = (None if each is None else Points(each, each) for each in (single, couple))
    return first, second


@pytest.mark.parametrize(
    ("fact", "value", "line", "expected"),
    [
        ("education", "masters_or_professional", "core.education", exactly(135, 126)),
        ("first_language", 9, "core.first_language", exactly(124, 116)),
        ("second_language", 9, "core.second_language", exactly(24, 22)),
        ("age", 29, "core.age", exactly(110, 100)),
        ("canadian_work_years", 1, "core.canadian_work", exactly(40, 35)),
        ("canadian_work_years", 9, "core.canadian_work", exactly(80, 70)),
        ("provincial_nomination", True, "additional.nomination", exactly(600, 600)),
        ("sibling_in_canada", True, "additional.sibling", exactly(15, 15)),
        ("canadian_education", "three_years_or_more", "additional.canadian_study", exactly(30, 30)),
        ("spouse_language", 9, "spouse.language", exactly(None, 20)),
    ],
)
def test_a_fact_alone(
    fact: str, value: Any, line: str, expected: tuple[Points | None, Points | None]
) -> None:
    assert points(fact, value)[line] == expected


def test_together_with_another_fact_it_is_a_range() -> None:
    found = {line.id: line for line in worth_of("education", "masters_or_professional", TODAY)}

    together = found["transfer.education_language"]
    assert together.with_others == ("first_language_lowest",)
    assert together.without_spouse == Points(0, 50)


def test_a_low_level_gives_nothing_with_anything() -> None:
    assert points("first_language", 6)["transfer.education_language"] == exactly(0, 0)


def test_points_that_were_given_once_are_those_of_their_day() -> None:
    assert "additional.job_offer" not in points("job_offer", True)
    assert points("job_offer", True, BEFORE_MARCH_2025)["additional.job_offer"] == (Points(0, 200),) * 2


def test_what_is_no_value_of_a_fact_is_refused() -> None:
    with pytest.raises(KeyError):
        worth_of("education", "phd", TODAY)


def test_a_line_of_two_facts_says_from_where_it_gives_something_and_from_where_all() -> None:
    (line,) = at_most(["education", "first_language"], TODAY)

    assert (line.id, line.without_spouse, line.with_spouse) == ("transfer.education_language", 50, 50)
    assert line.from_on == {"education": "one_year", "first_language_lowest": 7}
    assert line.full_from == {"education": "two_or_more", "first_language_lowest": 9}


def test_the_most_of_a_line_of_one_fact_for_either_kind_of_candidate() -> None:
    (line,) = at_most(["age"], TODAY)

    assert (line.without_spouse, line.with_spouse, line.full_from) == (110, 100, {})


def test_a_line_for_couples_is_for_nobody_else() -> None:
    (line,) = at_most(["spouse_language"], TODAY)

    assert (line.without_spouse, line.with_spouse) == (None, 20)


def test_what_was_repealed_gives_nothing_since_its_day() -> None:
    (line,) = at_most(["job_offer"], TODAY)

    assert (line.without_spouse, line.repealed) == (0, date(2025, 3, 25))
