"""Test results: validity, TEF Canada's two columns, tests that are not accepted yet."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from express_entry.days import years_later
from express_entry.language import TESTS, Levels, levels, told_as_levels
from express_entry.profile import parse_test
from express_entry.vocabulary import ABILITIES

ON = date(2026, 10, 1)
TEF_OLD = {"test": "tef_canada", "listening": 280, "reading": 233, "writing": 349, "speaking": 349}
TEF_NEW = {"test": "tef_canada", "listening": 462, "reading": 462, "writing": 472, "speaking": 494}


def of(test: dict[str, Any], on: date = ON, **changes: Any) -> Levels:
    return levels(parse_test({**test, **changes}), on)


def test_five_tests_are_accepted_each_in_its_language() -> None:
    assert {name: (test.language, test.framework) for name, test in TESTS.items()} == {
        "ielts_gt": ("en", "CLB"),
        "celpip_g": ("en", "CLB"),
        "pte_core": ("en", "CLB"),
        "tef_canada": ("fr", "NCLC"),
        "tcf_canada": ("fr", "NCLC"),
    }


def test_tef_scores_within_the_former_scale_are_read_in_the_column_that_express_entry_uses() -> None:
    found = of(TEF_OLD)

    assert found.levels == (8, 8, 8, 8)
    assert [reason.id for reason in found.because] == ["because-tef-ancien-score"]


def test_one_tef_score_above_the_former_scale_shows_the_699_column() -> None:
    found = of(TEF_NEW, writing=428)

    assert found.levels == (8, 8, 7, 8)
    assert [reason.id for reason in found.because] == ["because-tef-699"]


def test_a_told_tef_scale_is_believed() -> None:
    assert of(TEF_OLD, scale="699").levels == (0, 0, 5, 4)


def test_the_699_column_goes_by_the_day_of_the_test() -> None:
    scores = {"listening": 450, "reading": 450, "writing": 450, "speaking": 450, "scale": "699"}

    assert of(TEF_NEW, on=date(2024, 1, 1), **scores, date="2023-12-10").levels == (7, 7, 7, 7)
    assert of(TEF_NEW, on=date(2024, 1, 1), **scores, date="2023-12-11").levels == (7, 7, 7, 6)


def test_results_count_for_two_years() -> None:
    last_day, expired = of(TEF_OLD, date="2024-10-02"), of(TEF_OLD, date="2024-10-01")

    assert (last_day.counts, last_day.valid_until) == (True, date(2026, 10, 2))
    assert (expired.counts, expired.valid_until) == (False, date(2026, 10, 1))
    assert expired.levels == (8, 8, 8, 8)
    assert expired.lowest == 0


def test_results_without_a_date_count() -> None:
    assert of(TEF_OLD).counts
    assert of(TEF_OLD).valid_until is None


def test_pte_core_counts_from_the_day_of_its_acceptance() -> None:
    pte = {"test": "pte_core", "listening": 60, "reading": 60, "writing": 69, "speaking": 68}

    assert not of(pte, on=date(2024, 1, 29)).counts
    assert of(pte, on=date(2024, 1, 30)).counts


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (date(2024, 2, 29), 2, date(2026, 3, 1)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 2, 29), -10, date(2014, 3, 1)),
        (date(2025, 12, 31), 2, date(2027, 12, 31)),
        (date(9999, 1, 1), 2, date(9999, 1, 1)),
    ],
)
def test_years_end_on_the_same_day_of_the_year(day: date, years: int, later: date) -> None:
    assert years_later(day, years) == later


@pytest.mark.parametrize(
    ("test", "scores", "found"),
    [
        ("tef_canada", [8, 8, 8, 8], {"framework": "NCLC", "level": 8}),
        (
            "tef_canada",
            [8, 7, 8, 9],
            {"framework": "NCLC", **dict(zip(ABILITIES, [8, 7, 8, 9], strict=True))},
        ),
        ("tcf_canada", [8, 8, 8, 8], {"framework": "NCLC", "level": 8}),
        ("tcf_canada", [503, 499, 12, 12], None),
        ("tef_canada", [310, 233, 248, 300], None),
        ("celpip_g", [8, 8, 8, 8], None),
        (None, [8, 8, 8, 8], None),
    ],
)
def test_levels_in_the_place_of_french_scores_are_levels(
    test: str | None, scores: list[int], found: dict[str, Any] | None
) -> None:
    assert told_as_levels(test, dict(zip(ABILITIES, scores, strict=True))) == found


def test_a_score_of_the_tcf_in_writing_is_no_level() -> None:
    assert told_as_levels("tcf_canada", {"writing": 12}) is None
