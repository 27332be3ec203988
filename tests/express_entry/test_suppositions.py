"""What people suppose, one thing or several at once: the score before and after, and what differs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from express_entry.crs import score
from express_entry.profile import ProfileError, parse_profile
from express_entry.vocabulary import ABILITIES
from express_entry.whatif.suppositions import (
    Diploma,
    Fact,
    LanguageFirst,
    LanguageLevel,
    MoreWork,
    OnDay,
    Partner,
    Supposed,
    Without,
    suppose_all,
)

TODAY = date(2026, 11, 23)
SINGLE: dict[str, Any] = {
    "age": 30,
    "marital_status": "never_married",
    "education": "bachelors_or_three_year",
    "education_country_is_canada": False,
    "eca_date": "2025-01",
    "first_language": {"test": "ielts_gt", "listening": 7.5, "reading": 6.5, "writing": 6.5, "speaking": 6.5},
    "foreign_work_years": 3,
}
"""355 points."""
CELPIP_9 = {"test": "celpip_g", **dict.fromkeys(ABILITIES, 9)}
COUPLE = {
    "age": 40,
    "marital_status": "married",
    "education": "doctorate",
    "education_country_is_canada": True,
    "first_language": CELPIP_9,
    "canadian_work_years": 3,
    "foreign_work_years": 5,
    "spouse": {
        "accompanying": True,
        "citizen_or_permanent_resident": False,
        "education": "masters_or_professional",
        "language": CELPIP_9,
        "canadian_work_years": 2,
    },
}
"""494 points."""
FRENCH = {
    "age": 32,
    "marital_status": "never_married",
    "education": "masters_or_professional",
    "education_country_is_canada": True,
    "first_language": {"test": "tcf_canada", "listening": 523, "reading": 524, "writing": 14, "speaking": 14},
    "second_language": {"test": "ielts_gt", "listening": 6, "reading": 6, "writing": 5.5, "speaking": 6},
    "foreign_work_years": 5,
}


@pytest.mark.parametrize(
    ("told", "suppositions", "before", "after"),
    [
        pytest.param(SINGLE, [LanguageLevel(9)], 355, 424, id="CLB 9 everywhere"),
        pytest.param(
            SINGLE, [LanguageLevel(9), LanguageLevel(7, language="fr")], 355, 486, id="and French at NCLC 7"
        ),
        pytest.param(SINGLE, [LanguageLevel(9), Diploma("one_year")], 355, 457, id="or a second diploma"),
        pytest.param(SINGLE, [Fact("provincial_nomination", True)], 355, 955, id="a nomination"),
        pytest.param(SINGLE, [LanguageLevel(9, ("writing",))], 355, 363, id="writing alone"),
        pytest.param(SINGLE, [LanguageLevel(12)], 355, 436, id="above the highest level there is"),
        pytest.param(SINGLE, [LanguageLevel(7)], 355, 331, id="lower than now"),
        pytest.param(SINGLE, [Fact("age", 35)], 355, 327, id="five years older"),
        pytest.param(SINGLE, [MoreWork(1, in_canada=True)], 355, 433, id="a year in Canada"),
        pytest.param(COUPLE, [Partner("stays")], 494, 488, id="the partner stays"),
        pytest.param(COUPLE, [Partner("canadian")], 494, 488, id="the partner is Canadian"),
        pytest.param(COUPLE, [Partner("none")], 494, 488, id="without a partner"),
        pytest.param(COUPLE, [Partner("stays"), Partner("comes")], 494, 494, id="stays, no, comes"),
        pytest.param(COUPLE, [LanguageLevel(4, whose="spouse")], 494, 474, id="the partner's English"),
        pytest.param(
            COUPLE, [MoreWork(1, in_canada=True, whose="spouse")], 494, 495, id="the partner's work"
        ),
        pytest.param(FRENCH, [Without("en")], 513, 478, id="without English"),
        pytest.param(FRENCH, [LanguageFirst("en")], 513, 363, id="English first"),
        pytest.param(FRENCH, [LanguageFirst("fr")], 513, 513, id="French first, as it is"),
        pytest.param(SINGLE, [], 355, 355, id="nothing"),
    ],
)
def test_the_score_with_what_is_supposed(
    told: dict[str, Any], suppositions: list[Supposed], before: int, after: int
) -> None:
    found = suppose_all(parse_profile(told), TODAY, suppositions)

    assert (found.before.total, found.after.total) == (before, after)
    lines = [(int(line.args["from"]), int(line.args["to"])) for line in found.because]
    assert sum(to - now for now, to in lines) == found.gain == after - before


def test_on_another_day_a_birthday_has_passed_and_work_has_gone_on() -> None:
    told = {**SINGLE, "birth_date": "1996-12-14", "jobs": [{"start": "2026-01", "in_canada": True}]}
    told.pop("age")
    told.pop("foreign_work_years")
    found = suppose_all(parse_profile(told), TODAY, [OnDay(date(2027, 1, 1))])

    assert found.after.total == score(parse_profile(told), date(2027, 1, 1)).total
    assert {line.args["line"] for line in found.because} >= {"core.age", "core.canadian_work"}


def test_a_diploma_from_canada_counts_as_study_in_canada_too() -> None:
    found = suppose_all(parse_profile(SINGLE), TODAY, [Diploma("masters_or_professional", in_canada=True)])

    assert {line.args["line"]: line.args["to"] for line in found.because}["additional.canadian_study"] == 30


def test_what_was_told_in_lists_is_supposed_like_single_facts() -> None:
    single = {**SINGLE, "second_language": None}
    listed = {name: value for name, value in single.items() if name not in ("education", "first_language")}
    listed["credentials"] = [{"level": "bachelors_or_three_year", "in_canada": False, "eca_date": "2025-01"}]
    listed["tests"] = [SINGLE["first_language"]]

    for suppositions in ([LanguageLevel(9)], [Diploma("one_year")], [Without("foreign_work_years")]):
        totals = [
            suppose_all(parse_profile(told), TODAY, suppositions).after.total for told in (single, listed)
        ]
        assert totals[0] == totals[1]


def test_a_test_that_has_expired_is_taken_again() -> None:
    told = {**SINGLE, "first_language": {**SINGLE["first_language"], "date": "2020-01"}}

    assert suppose_all(parse_profile(told), TODAY, [LanguageLevel(9)]).after.total == 424


def test_nothing_impossible_is_supposed() -> None:
    with pytest.raises(ProfileError):
        suppose_all(parse_profile(SINGLE), TODAY, [Fact("age", 300)])


@pytest.mark.parametrize(
    ("told", "after"),
    [
        ({"first_language": {"test": "ielts_gt", "writing": 7}}, 363),
        ({"second_language": FRENCH["first_language"]}, 486),
        ({"canadian_work_years": 1}, 433),
        ({"education": "masters_or_professional"}, 382),
        ({"spouse.education": "doctorate", "marital_status": "married"}, 343),
    ],
)
def test_facts_as_the_reader_finds_them_change_a_profile_of_lists_too(
    told: dict[str, Any], after: int
) -> None:
    listed = {
        name: value for name, value in SINGLE.items() if not name.startswith(("education", "foreign", "eca"))
    }
    listed["credentials"] = [{"level": "bachelors_or_three_year", "in_canada": False, "eca_date": "2025-01"}]
    listed["jobs"] = [{"noc": "21231", "years": 3, "hours_per_week": 40, "in_canada": False}]

    for profile in (SINGLE, listed):
        supposed = [Fact(path, value) for path, value in told.items()]
        assert suppose_all(parse_profile(profile), TODAY, supposed).after.total == after


def test_a_test_in_the_language_of_the_other_one_changes_places_with_it() -> None:
    better = Fact("first_language", {**CELPIP_9, **dict.fromkeys(ABILITIES, 10)})
    found = suppose_all(parse_profile(FRENCH), TODAY, [better])

    assert {line.args["line"]: line.args["to"] for line in found.because} == {
        "core.first_language": 136,
        "core.second_language": 24,
    }
