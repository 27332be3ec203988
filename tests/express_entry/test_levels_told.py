"""Levels told without the scores of a test: they count as a test with just these levels would."""

from __future__ import annotations

from datetime import date

import pytest

from express_entry.categories import categories
from express_entry.crs import score
from express_entry.derived import derived_view
from express_entry.profile import ProfileError, parse_profile
from express_entry.programs import eligibilities
from express_entry.vocabulary import ABILITIES
from express_entry.whatif import principal, what_if
from express_entry.whatif.suppositions import Fact, LanguageLevel, Without, suppose_all

ON = date(2026, 11, 29)
PERSON = {
    "age": 29,
    "marital_status": "never_married",
    "education": "bachelors_or_three_year",
    "education_country_is_canada": True,
    "foreign_work_years": 3,
}
NCLC_7 = {"test": "tcf_canada", "listening": 458, "reading": 453, "writing": 10, "speaking": 10}


def each(level):
    return dict.fromkeys(ABILITIES, level)


def celpip(level):
    """A test whose scores are the levels."""
    return {"test": "celpip_g", **each(level)}


def person(**told):
    return parse_profile({**PERSON, **told})


AS_LEVELS = person(english_levels=each(9))
AS_A_TEST = person(first_language=celpip(9))


def test_levels_score_as_a_test_with_these_levels():
    as_levels, as_a_test = score(AS_LEVELS, ON), score(AS_A_TEST, ON)

    assert {line.id: line.points for line in as_levels.lines} == {
        line.id: line.points for line in as_a_test.lines
    }
    assert as_levels.missing == as_a_test.missing


def test_levels_differ_by_ability():
    mixed = {**each(9), "writing": 8}

    assert (
        score(person(english_levels=mixed), ON).total
        == score(person(first_language=celpip(9) | {"writing": 8}), ON).total
    )


def test_the_levels_above_ten_count_as_ten():
    assert (
        score(person(english_levels=each(12)), ON).total == score(person(first_language=celpip(10)), ON).total
    )


def test_levels_of_some_abilities_count_nothing_and_leave_the_language_open():
    found = score(person(english_levels={"writing": 9}), ON)

    assert found.total == score(person(), ON).total
    assert "first_language" in found.missing


@pytest.mark.parametrize(("english", "french"), [(10, 7), (6, 9)])
def test_levels_in_both_languages_stand_in_the_order_that_scores_more(english, french):
    both = {"english_levels": each(english), "french_levels": each(french)}
    orders = [
        score(person(first_language=celpip(english), french_levels=each(french)), ON).total,
        score(person(**both), ON).total,
    ]

    assert orders[0] == orders[1] == max(orders)
    (reason,) = [
        because
        for line in score(person(**both), ON).lines
        for because in line.because
        if because.id == "because-better-first"
    ]
    assert reason.args["other"] < orders[1]


def test_levels_of_one_language_stand_beside_a_test_in_the_other():
    beside = score(person(english_levels=each(10), first_language=NCLC_7), ON)

    assert beside.total == score(person(tests=[celpip(10), NCLC_7]), ON).total


def test_a_test_goes_before_levels_in_its_language():
    assert (
        score(person(first_language=celpip(7), english_levels=each(10)), ON).total
        == score(person(first_language=celpip(7)), ON).total
    )


@pytest.mark.parametrize(
    "supposed",
    [
        LanguageLevel(10),
        LanguageLevel(7, language="fr"),
        LanguageLevel(6),
        Without("en"),
        Fact("provincial_nomination", True),
        Fact("age", 30),
        Fact(
            "first_language", {"test": "ielts_gt", "listening": 8, "reading": 7, "writing": 7, "speaking": 7}
        ),
    ],
)
def test_what_ifs_start_from_levels_as_from_a_test(supposed):
    assert (
        suppose_all(AS_LEVELS, ON, [supposed]).after.total
        == suppose_all(AS_A_TEST, ON, [supposed]).after.total
    )


def test_the_score_of_one_ability_is_supposed_beside_levels_by_its_own_level():
    supposed = Fact("first_language", {"test": "ielts_gt", "listening": 8.5})

    assert (
        suppose_all(AS_LEVELS, ON, [supposed]).after.total
        == score(person(english_levels={**each(9), "listening": 10}), ON).total
    )


def test_the_changes_that_raise_the_score_are_the_same():
    as_levels, as_a_test = what_if(AS_LEVELS, ON), what_if(AS_A_TEST, ON)

    assert [(move.ids, move.gain) for move in as_levels.moves] == [
        (move.ids, move.gain) for move in as_a_test.moves
    ]


def test_programs_and_categories_judge_levels_and_say_that_results_have_to_show_them():
    french = person(french_levels=each(7), foreign_work_years=1)
    found = eligibilities(french, ON)["fsw"]
    (language,) = [each for each in found.requirements if each.id == "language"]

    assert language.met is True
    assert "language-levels-told" in {because.id for because in language.because}
    assert {each.id: each.eligible for each in categories(french, ON)}["french"] is True


def couple(mine, theirs):
    partner = {
        "accompanying": True,
        "citizen_or_permanent_resident": False,
        "age": 31,
        "foreign_work_years": 3,
    }
    studied = {"education": "masters_or_professional", "eca_date": "2026-01-05"}
    return person(marital_status="married", spouse={**partner, **studied, **theirs}, **mine)


def test_a_couples_levels_count_for_either_as_the_principal_applicant():
    as_levels = principal(couple({"english_levels": each(9)}, {"english_levels": each(10)}), ON)
    as_tests = principal(couple({"first_language": celpip(9)}, {"language": celpip(10)}), ON)

    assert (as_levels.candidate.total, as_levels.partner.total) == (
        as_tests.candidate.total,
        as_tests.partner.total,
    )


def test_both_languages_of_a_partner_count_once_they_apply():
    both = {"english_levels": each(10), "french_levels": each(7)}
    one = principal(couple({"english_levels": each(9)}, {"english_levels": each(10)}), ON)
    two = principal(couple({"english_levels": each(9)}, both), ON)

    assert two.candidate.total == one.candidate.total
    assert two.partner.total > one.partner.total


def test_what_follows_has_levels_and_no_invented_test():
    assert derived_view(AS_LEVELS, ON)["first_language"] == {
        "told_as_levels": True,
        "language": "en",
        "levels": each(9),
        "counts": True,
        "valid_until": None,
    }


@pytest.mark.parametrize(
    "levels", [{"reading": 0}, {"reading": 13}, {"reading": 9.5}, {"reading": True}, {"talking": 9}]
)
def test_what_is_no_level_is_refused(levels):
    with pytest.raises(ProfileError) as refused:
        parse_profile({"english_levels": levels})

    assert refused.value.problems[0].field.startswith("english_levels")


def test_levels_come_back_as_they_were_told():
    told = {**PERSON, "english_levels": {"writing": 7}, "spouse": {"french_levels": each(12)}}

    assert parse_profile(told).document() == told
