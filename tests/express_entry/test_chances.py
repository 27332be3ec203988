"""Where a score stands, worked out by hand from the stock of rounds; what cannot be known is not told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from express_entry.chances import (
    GUESSES,
    Standing,
    by_other_rules,
    chance,
    chances,
    changed_on,
    kinds,
    outlook,
    place_in,
    standing,
    walk_forward,
)
from express_entry.crs import score
from express_entry.profile import parse_profile
from express_entry.rounds import Round, seed

BEFORE = date(2026, 10, 1)
AFTER = date(2026, 11, 23)
NURSE: dict[str, Any] = {
    "age": 30,
    "marital_status": "never_married",
    "education": "bachelors_or_three_year",
    "education_country_is_canada": True,
    "canadian_education": "three_years_or_more",
    "canadian_work_years": 2,
    "foreign_work_years": 0,
    "first_language": {
        "test": "ielts_gt",
        "date": "2026-01-01",
        "listening": 8.5,
        "reading": 8,
        "writing": 7.5,
        "speaking": 7.5,
    },
    "noc": "31301",
    "second_language": None,
    "provincial_nomination": False,
    "intends_quebec": False,
    "authorized_to_work_in_canada": True,
    "job_offer": None,
    "sibling_in_canada": False,
    "certificate_of_qualification": False,
    "spouse": None,
}


def of(points: int, on: date = BEFORE, **invited_in: bool | None) -> Standing:
    """Someone with this score, by the rules of the day."""
    return Standing(points, score(parse_profile(NURSE), on).rules, (), invited_in)


def made(*cutoffs: int, every: int = 14, last: date = BEFORE) -> tuple[Round, ...]:
    """Rounds of one category, so many days apart, the last one on a day."""
    days = [last - timedelta(days=every * place) for place in range(len(cutoffs))][::-1]
    return tuple(
        Round(str(number), day, "Canadian Experience Class", "cec", ("cec",), 1000, cutoff, None)
        for number, (day, cutoff) in enumerate(zip(days, cutoffs, strict=True), 1)
    )


def test_a_nurse_with_canadian_work_can_be_invited_in_experience_class_and_health_rounds() -> None:
    found = standing(parse_profile(NURSE), BEFORE)
    assert found.score == 494
    assert {kind for kind, can in found.invited_in.items() if can} >= {"cec", "healthcare", "general"}
    assert found.invited_in["pnp"] is False
    assert found.invited_in["french"] is False


def test_who_qualifies_for_no_program_is_invited_in_no_round() -> None:
    found = kinds({"cec": False, "fsw": False, "fst": False}, {"french": True, "stem": None}, True)
    assert set(found.values()) == {False}


def test_what_was_not_told_is_neither_yes_nor_no() -> None:
    found = kinds({"cec": None, "fsw": False, "fst": False}, {"french": True, "stem": False}, False)
    assert found == {
        "general": None,
        "fsw": False,
        "cec": None,
        "fst": False,
        "pnp": False,
        "french": None,
        "stem": False,
    }
    assert kinds({"cec": True}, {"french": None}, None)["pnp"] is None


def test_the_gap_is_the_score_less_the_last_cut_off() -> None:
    found = chances(of(510, cec=True, french=True), seed(), BEFORE)
    by_category = {each.category: each for each in found.chances}
    assert by_category["cec"].gap == 510 - 518
    assert by_category["french"].gap == 510 - 382
    assert by_category["cec"].last[0].number == "446"
    assert [each.cutoff for each in by_category["cec"].last] == [518, 519, 521, 523, 516]


def test_a_score_reached_the_rounds_whose_cut_off_it_equals_or_tops() -> None:
    found = chance(of(516), seed(), "cec")
    assert found.year is not None
    assert found.year.rounds == 22
    reached = [
        each for each in seed().of("cec", since=date(2025, 10, 2)) if each.cutoff in (516, *range(507, 516))
    ]
    assert found.enough == len(reached) == 12


def test_what_is_sure_comes_first_then_the_newest_round() -> None:
    found = chances(of(500, pnp=None, french=True, cec=True, stem=False, researchers=True), seed(), BEFORE)
    assert [(each.category, each.sure) for each in found.chances] == [
        ("cec", True),
        ("french", True),
        ("researchers", True),
        ("pnp", False),
    ]


def test_a_kind_without_a_round_has_no_gap() -> None:
    found = chance(of(500), seed(), "researchers")
    assert (found.last, found.gap, found.year, found.cadence, found.outlook) == ((), None, None, None, None)


def test_the_place_in_the_pool_is_between_the_ranges_above_and_the_own_one() -> None:
    found = chances(of(470), seed(), BEFORE).place
    assert found is not None
    assert (found.above, found.beside) == (728 + 21_070 + 12_745 + 12_817 + 16_465, 16_257)
    assert (found.low, found.high, found.total, found.as_of) == (461, 470, 229_904, date(2026, 9, 27))


@pytest.mark.parametrize(
    ("points", "low", "above"), [(1200, 601, 0), (601, 601, 0), (600, 501, 728), (0, 0, 229_904 - 7_707)]
)
def test_every_score_has_a_range(points: int, low: int, above: int) -> None:
    found = place_in(seed().pools[-1], points)
    assert (found.low, found.above) == (low, above)


def test_the_pool_is_compared_with_the_one_of_a_quarter_before() -> None:
    found = chances(of(470), seed(), BEFORE)
    assert found.place is not None
    assert found.earlier is not None
    assert 85 <= (found.place.as_of - found.earlier.as_of).days < 100


def test_a_day_in_the_past_is_judged_by_what_was_known_then() -> None:
    then = date(2026, 8, 18)
    found = chances(of(518, then, french=True, cec=True), seed(), then)
    cutoffs = {each.category: each.last[0].cutoff for each in found.chances}
    assert cutoffs == {"cec": 523, "french": 391}
    assert found.as_of == then


def test_before_the_first_round_there_is_nothing_to_compare_with() -> None:
    found = chances(of(500, cec=True), seed(), date(2015, 1, 5))
    assert found.place is None
    assert found.chances[0].last == ()


def test_rounds_after_the_change_of_rules_are_held_by_other_rules_than_the_score() -> None:
    old = of(500, AFTER, cec=True)
    assert changed_on(old.rules) == date(2026, 11, 3)
    assert by_other_rules(date(2026, 11, 3), old.rules)
    assert not by_other_rules(date(2026, 11, 2), old.rules)
    after = replace(seed().rounds[-1], number="448", date=date(2026, 11, 10), category="cec")
    history = replace(seed(), rounds=(*seed().rounds, after), as_of=AFTER)
    found = chance(old, history, "cec")
    assert found.other_rules
    assert not chance(old, seed(), "cec").other_rules


def test_rounds_before_job_offers_lost_their_points_are_held_by_other_rules() -> None:
    assert chance(of(500), seed(), "stem").other_rules  # the last one was in April 2024


def test_a_range_after_the_change_says_that_it_is_made_of_rounds_before() -> None:
    assert chance(of(500, AFTER), seed(), "cec").outlook == replace(
        chance(of(500, BEFORE), seed(), "cec").outlook, before=date(2026, 11, 3)
    )


def test_a_range_holds_the_last_cut_off_and_tells_how_often_it_held() -> None:
    found = outlook(seed().of("cec"), BEFORE)
    assert found is not None
    assert found.low <= 518 <= found.high
    assert found.held / found.tests >= 0.8
    assert (found.held, found.tests) == (29, 33)


def test_a_range_is_as_wide_as_four_of_five_steps() -> None:
    steady = outlook(made(*([500, 510] * 20)), BEFORE)
    assert steady is not None
    assert (steady.low, steady.high) == (500, 520)
    assert steady.held == steady.tests


def test_too_few_rounds_have_no_range() -> None:
    assert outlook(made(500, 510, 520), BEFORE) is None
    assert outlook((), BEFORE) is None
    for category in ("healthcare", "trades", "military"):
        assert outlook(seed().of(category), BEFORE) is None


def test_a_range_that_failed_its_tests_is_not_shown() -> None:
    growing = [500 + step * step for step in range(40)]
    assert outlook(made(*growing), BEFORE) is None


def test_a_category_that_sleeps_has_no_range() -> None:
    assert outlook(seed().of("general"), BEFORE) is None


@pytest.mark.parametrize(
    ("category", "error", "tests"), [("cec", 5.5, 36), ("pnp", 36.5, 49), ("french", 19.5, 22)]
)
def test_the_error_of_the_same_as_last_time_over_two_years(category: str, error: float, tests: int) -> None:
    found = walk_forward(seed().of(category), GUESSES["last"], date(2024, 10, 2))
    assert found is not None
    assert (round(found.mean, 1), found.tests) == (error, tests)


def test_trends_are_no_better_than_the_last_cut_off() -> None:
    for category in ("cec", "pnp", "french"):
        rounds = seed().of(category)
        last, line = (
            walk_forward(rounds, GUESSES[name], date(2024, 10, 2)) for name in ("last", "line through 8")
        )
        assert last is not None
        assert line is not None
        assert line.mean > last.mean


def test_a_line_through_rounds_goes_on_straight() -> None:
    assert GUESSES["line through 8"](made(*range(500, 580, 10))) == pytest.approx(580)
    assert GUESSES["mean of 3"](made(1, 500, 510, 520)) == 510
    assert GUESSES["median of 6"](made(1, 500, 510, 520, 530, 540, 900)) == 525


def test_a_guess_is_tested_with_earlier_rounds_only() -> None:
    seen = []

    def spy(rounds: Any) -> float:
        seen.append(len(rounds))
        return 0.0

    walk_forward(made(*range(500, 508)), spy, date(2015, 1, 1))
    assert seen == [4, 5, 6, 7]
    assert walk_forward(made(500, 510), spy, date(2015, 1, 1)) is None
