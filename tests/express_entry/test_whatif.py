"""What would change a score: worked examples, and what holds for every profile."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest

from express_entry.crs import score
from express_entry.language import ABILITIES
from express_entry.profile import parse_profile
from express_entry.whatif import (
    FACT,
    NOMINATION,
    Move,
    Supposing,
    principal,
    suppose,
    swapped,
    ways_to,
    what_if,
)
from express_entry.whatif.suppositions import merged
from tests.helpers.oracle_profiles import profiles

DAY = date(2026, 10, 1)
IELTS_9 = {"test": "ielts_gt", "listening": 8, "reading": 7, "writing": 7, "speaking": 7}
SINGLE: dict[str, Any] = {
    "birth_date": "1997-03-10",
    "marital_status": "never_married",
    "education": "masters_or_professional",
    "education_country_is_canada": False,
    "eca_date": "2025-06-01",
    "first_language": {**IELTS_9, "date": "2025-12-01"},
    "second_language": None,
    "canadian_work_years": 0,
    "foreign_work_years": 3,
    "canadian_education": "none",
    "noc": "21231",
}
"""The contract's worked example: 469 points."""
COUPLE = {
    **SINGLE,
    "marital_status": "married",
    "spouse": {
        "accompanying": True,
        "citizen_or_permanent_resident": False,
        "age": 29,
        "education": "doctorate",
        "language": {"test": "celpip_g", **dict.fromkeys(ABILITIES, 10)},
        "canadian_work_years": 1,
        "foreign_work_years": 3,
    },
}
SAMPLE = [(parse_profile(document), on) for document, on in profiles(seed=5, count=40)]


def moves(document: dict[str, Any], on: date = DAY) -> dict[str, Move]:
    return {move.id: move for move in what_if(parse_profile(document), on).moves}


def gains(document: dict[str, Any]) -> dict[str, int]:
    return {name: move.gain for name, move in moves(document).items()}


def test_the_contracts_example_stands_at_469() -> None:
    assert what_if(parse_profile(SINGLE), DAY).base.total == 469


@pytest.mark.parametrize(
    ("move", "gain"),
    [
        ("nomination", 600),
        ("education.doctorate", 15),  # 150 - 135
        ("first_language.listening.10", 3),  # 34 - 31
        ("first_language.all.10", 12),  # 4 x 3
        ("second_language.all.5", 4),  # 4 x 1
        ("second_language.all.7", 62),  # 4 x 3, and 50 for French beside English
        ("second_language.all.9", 74),  # 4 x 6 = 24, and 50
        ("canadian_work.1", 40),  # the two transfer groups are full already
        ("canadian_education.three_years_or_more", 30),
    ],
)
def test_what_a_single_change_gives(move: str, gain: int) -> None:
    assert gains(SINGLE)[move] == gain


def test_a_change_that_gives_nothing_is_not_named() -> None:
    found = gains({**SINGLE, "provincial_nomination": True, "education": "doctorate"})

    assert all(gain > 0 for gain in found.values())
    assert not any(name.startswith(("nomination", "education.")) for name in found)


def test_an_ability_names_the_score_of_the_persons_own_test() -> None:
    change = moves(SINGLE)["first_language.listening.10"].changes[0]

    assert (change.args["test"], change.args["score"], change.args["level"]) == ("ielts_gt", 8.5, 10)


def test_lines_say_where_the_points_come_from() -> None:
    because = moves(SINGLE)["second_language.all.7"].because

    assert {(each.args["line"], each.args["from"], each.args["to"]) for each in because} == {
        ("core.second_language", 0, 12),
        ("additional.french", 0, 50),
    }


def test_years_take_time_and_tests_do_not() -> None:
    found = moves(COUPLE)

    assert found["canadian_work.1"].kind == "time"
    assert found["first_language.all.10"].kind == "power"


def test_results_that_expired_are_offered_again_with_the_same_scores() -> None:
    expired = {**SINGLE, "first_language": {**IELTS_9, "date": "2024-01-01"}}
    again = moves(expired)["first_language.again"]

    assert again.total == 469


def test_an_assessment_that_expired_is_offered_again() -> None:
    assert moves({**SINGLE, "eca_date": "2020-01-01"})["eca.again"].total == 469


@pytest.mark.parametrize("spouse", [{"accompanying": True}, {"accompanying": True, "education": "one_year"}])
def test_a_partner_who_comes_is_never_supposed_to_stay(spouse: dict[str, Any]) -> None:
    found = what_if(parse_profile({**COUPLE, "spouse": spouse}), DAY)

    assert not any("not_accompanying" in name for move in (*found.moves, *found.pairs) for name in move.ids)


def test_whether_the_partner_comes_is_only_told_where_it_was_not_said() -> None:
    untold = {**COUPLE, "spouse": {"education": "secondary"}}
    found = what_if(parse_profile(untold), DAY)

    assert [move.id for move in found.moves if move.kind == FACT] == ["spouse.not_accompanying"]
    assert not any("not_accompanying" in name for pair in found.pairs for name in pair.ids)


def test_a_relative_is_never_supposed() -> None:
    for profile, on in SAMPLE:
        assert not any("sibling" in move.id for move in what_if(profile, on).moves)


def test_age_takes_points_on_birthdays() -> None:
    first, second, *_ = what_if(parse_profile(SINGLE), DAY).age_drops

    assert (first.date, first.age, first.total, first.loss) == (date(2027, 3, 10), 30, 464, 5)
    assert (second.date, second.age, second.total, second.loss) == (date(2028, 3, 10), 31, 458, 6)


def test_without_a_date_of_birth_age_is_told_in_years() -> None:
    told = {**{name: value for name, value in SINGLE.items() if name != "birth_date"}, "age": 29}
    first = what_if(parse_profile(told), DAY).age_drops[0]

    assert (first.date, first.age, first.loss) == (None, 30, 5)


def test_someone_born_on_29_february_loses_points_on_1_march() -> None:
    first = what_if(parse_profile({**SINGLE, "birth_date": "1996-02-29"}), DAY).age_drops[0]

    assert (first.date, first.age) == (date(2027, 3, 1), 31)


def test_the_last_birthday_that_takes_points_is_the_45th() -> None:
    assert what_if(parse_profile(SINGLE), DAY).age_drops[-1].age == 45
    assert what_if(parse_profile({**SINGLE, "birth_date": "1981-01-01"}), DAY).age_drops == ()


def test_what_expires_is_told_with_its_day_and_the_score_without_it() -> None:
    found = {each.what: each for each in what_if(parse_profile(SINGLE), DAY).expiries}

    assert found["first_language"].date == date(2027, 12, 1)
    assert found["eca_date"].date == date(2030, 6, 1)
    later = score(parse_profile(SINGLE), date(2027, 12, 1))
    assert found["first_language"].total == later.total + 5  # that day age has taken 5


def test_a_couple_is_scored_both_ways_round() -> None:
    both = principal(parse_profile(COUPLE), DAY)
    assert both is not None

    assert both.candidate == score(parse_profile(COUPLE), DAY)
    assert both.partner.total > both.candidate.total
    points = {line.id: line.points for line in both.partner.lines}
    assert (points["core.education"], points["spouse.education"]) == (140, 10)


def test_who_applies_is_no_question_without_a_partner_who_comes() -> None:
    stays = {**COUPLE["spouse"], "accompanying": False}
    canadian = {**COUPLE["spouse"], "citizen_or_permanent_resident": True}

    assert principal(parse_profile(SINGLE), DAY) is None
    assert principal(parse_profile({**COUPLE, "spouse": stays}), DAY) is None
    assert principal(parse_profile({**COUPLE, "spouse": canadian}), DAY) is None


def test_what_is_the_candidates_own_does_not_go_over_to_the_partner() -> None:
    told = {**COUPLE, "provincial_nomination": True, "certificate_of_qualification": True, "job_offer": {}}
    other = swapped(parse_profile(told), DAY)

    assert other.provincial_nomination is None
    assert other.certificate_of_qualification is None
    assert other.job_offer is None


def test_a_target_is_reached_with_the_fewest_changes() -> None:
    profile = parse_profile(SINGLE)

    assert {len(way.ids) for way in ways_to(profile, DAY, 500)} == {1}
    assert {len(way.ids) for way in ways_to(profile, DAY, 580)} == {2}
    assert all(way.total >= 580 for way in ways_to(profile, DAY, 580))


def test_tests_come_before_work_and_studies_on_the_way_to_a_target() -> None:
    first, *_ = ways_to(parse_profile(SINGLE), DAY, 500)

    assert first.ids == ("second_language.all.7",)


def test_a_nomination_is_named_only_where_nothing_else_reaches_the_target() -> None:
    profile = parse_profile(SINGLE)

    assert not any(NOMINATION in way.ids for way in ways_to(profile, DAY, 560))
    assert [way.ids for way in ways_to(profile, DAY, 900)] == [(NOMINATION,)]
    assert ways_to(profile, DAY, 1200) == ()
    assert ways_to(profile, DAY, 469) == ()


def test_something_supposed_is_scored_beside_what_was_told() -> None:
    supposed = merged(SINGLE, {"first_language": {"listening": 8.5}, "marital_status": "divorced"})
    found = suppose(parse_profile(SINGLE), parse_profile(supposed), DAY)

    assert found.gain == 3
    assert [each.args["line"] for each in found.because] == ["core.first_language"]
    assert SINGLE["first_language"]["listening"] == 8


def test_supposed_parts_are_put_into_what_is_there() -> None:
    assert merged(COUPLE, {"spouse.education": "secondary"})["spouse"]["age"] == 29
    assert merged({}, {"spouse.language": None}) == {"spouse": {"language": None}}
    assert merged(SINGLE, {"second_language": IELTS_9})["second_language"] == IELTS_9


def test_another_test_takes_the_place_of_the_one_that_was_told() -> None:
    celpip = {"test": "celpip_g", **dict.fromkeys(ABILITIES, 9)}

    assert merged(SINGLE, {"first_language": celpip})["first_language"] == celpip


def test_a_work_history_is_added_to_in_years() -> None:
    job = {
        "noc": "21231",
        "start": "2020-01-06",
        "end": "2023-12-31",
        "hours_per_week": 40,
        "in_canada": False,
    }
    told = {name: value for name, value in SINGLE.items() if not name.endswith("work_years")}

    assert gains({**told, "jobs": [job]})["canadian_work.1"] == gains(SINGLE)["canadian_work.1"]


# What holds for every profile.


def test_a_moves_lines_add_up_to_its_gain() -> None:
    for profile, on in SAMPLE:
        found = what_if(profile, on)
        for move in (*found.moves, *found.pairs):
            changed = sum(int(each.args["to"]) - int(each.args["from"]) for each in move.because)
            assert changed == move.gain == move.total - found.base.total


def test_a_change_scores_what_the_changed_profile_scores() -> None:
    for profile, on in SAMPLE:
        supposing = Supposing(profile, on)
        for each in supposing.changes:
            assert each.total == score(each.change.edit(profile), on).total


def test_pairs_score_what_the_profile_with_both_changes_scores() -> None:
    for profile, on in SAMPLE[:12]:
        supposing = Supposing(profile, on)
        for first, second in combinations(supposing.own, 2):
            if not first.change.slots & second.change.slots:
                both = second.change.edit(first.change.edit(profile))
                assert supposing.total_together((first, second)) == score(both, on).total


def test_the_best_pairs_are_sorted_and_better_than_either_change() -> None:
    for profile, on in SAMPLE:
        found = what_if(profile, on)
        alone = {move.id: move.gain for move in found.moves}
        assert [pair.gain for pair in found.pairs] == sorted(
            (pair.gain for pair in found.pairs), reverse=True
        )
        assert all(pair.gain > max(alone[name] for name in pair.ids) for pair in found.pairs)


def test_every_drop_is_what_that_day_scores_if_nothing_else_changes() -> None:
    for profile, on in SAMPLE:
        lasting = profile.copy(
            update={"eca_date": None, "first_language": None, "second_language": None, "spouse": None}
        )
        for drop in what_if(lasting, on).age_drops:
            if drop.date is not None:
                assert score(lasting, drop.date).total == drop.total
