"""Diplomas and children told one by one: what is added, what replaces, what has to be asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.dialogue.diplomas import level
from bot.dialogue.questions import question
from bot.dialogue.reading import read_answers
from bot.dialogue.reading.choosing import choose
from bot.dialogue.reading.ground import Reading
from bot.facts import Fact, Mode
from express_entry.derived import derived
from express_entry.profile import parse_profile
from tests.helpers.interview import Interview

TODAY = date(2026, 11, 23)
DIPLOMA = {"level": "two_year", "in_canada": True}
BACHELOR = {"level": "bachelors_or_three_year", "in_canada": False}
MASTER = {"level": "masters_or_professional", "in_canada": False}


def heard(field: str, value: Any, known: dict[str, Any], mode: Mode = "tell") -> Reading:
    return read_answers([Fact(field, value, "self", 0, 9, True, mode=mode)], None, known, {}, TODAY)


def test_also_a_bachelor_s_beside_a_diploma_makes_two_or_more() -> None:
    reading = heard("credential", BACHELOR, {"credentials": [DIPLOMA]}, "add")

    profile = parse_profile({"credentials": reading.answers["credentials"]})
    assert derived(profile, TODAY).studies.level == "two_or_more"


def test_a_second_diploma_that_decides_is_asked_about() -> None:
    reading = heard("credential", BACHELOR, {"credentials": [DIPLOMA]})

    assert "credentials" not in reading.answers
    assert [level(each) for each in reading.doubts[0].readings] == ["two_or_more", "bachelors_or_three_year"]


def test_a_higher_diploma_that_changes_nothing_else_is_not_asked_about() -> None:
    reading = heard("credential", MASTER, {"credentials": [BACHELOR]})

    assert reading.answers["credentials"] == [BACHELOR, MASTER]
    assert not reading.doubts


def test_a_level_told_by_button_before_is_one_of_the_diplomas() -> None:
    known = {"education": "two_year", "education_country_is_canada": True}
    reading = heard("credential", BACHELOR, known, "add")

    assert reading.answers["credentials"] == [DIPLOMA, BACHELOR]
    assert reading.withdrawn == set(known)


def test_i_mean_puts_the_diploma_in_the_place_of_the_other_and_keeps_its_country() -> None:
    reading = heard(
        "credential", {"level": "masters_or_professional"}, {"credentials": [BACHELOR]}, "replace"
    )

    assert reading.answers["credentials"] == [MASTER]


def test_a_level_chosen_by_button_replaces_the_diplomas() -> None:
    asked = question("education")
    assert asked is not None

    reading = choose(asked, "doctorate", {"credentials": [BACHELOR]}, {}, TODAY)

    assert reading.answers == {"education": "doctorate", "education_country_is_canada": False}
    assert reading.withdrawn == {"credentials"}


def test_a_level_chosen_by_button_stays_one_from_canada_where_all_diplomas_are() -> None:
    asked = question("education")
    assert asked is not None

    reading = choose(asked, "doctorate", {"credentials": [DIPLOMA]}, {}, TODAY)

    assert reading.answers["education_country_is_canada"] is DIPLOMA["in_canada"] is True


def test_a_diploma_of_which_the_country_was_told_answers_the_questions_about_studies() -> None:
    known = {"credentials": [DIPLOMA]}

    for asked in ("education", "education_country_is_canada", "canadian_education"):
        assert question(asked).answered(known), asked
    assert not question("eca_date").applies(known)
    assert question("eca_date").applies({"credentials": [BACHELOR]})


def test_the_country_that_is_told_later_is_that_of_the_diploma() -> None:
    talk = Interview()
    talk.say("I have a master's degree")
    assert talk.told["credentials"] == [{"level": "masters_or_professional"}]

    talk.choose("education_country_is_canada", False)

    assert talk.told["credentials"] == [MASTER]
    assert "education_country_is_canada" not in talk.told


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "married, 2 kids 5 and 7"), ("fr", "marié, 2 enfants de 5 et 7 ans")]
)
def test_children_are_kept_with_their_ages_and_the_family_follows(lang: str, said: str) -> None:
    talk = Interview(lang)
    talk.say(said)

    assert talk.told["dependent_children"] == [{"age": 5}, {"age": 7}]
    assert question("family_size").answered(talk.told)


def test_children_told_again_are_not_counted_twice() -> None:
    known = {"dependent_children": [{}, {}], "family_size": 4}
    facts = [Fact("child", {"age": age}, "self", age, age + 1, True) for age in (5, 7)]
    reading = read_answers(facts, None, known, {}, TODAY)

    assert reading.answers["dependent_children"] == [{"age": 5}, {"age": 7}]
    assert reading.withdrawn == {"family_size"}


def test_no_children_are_an_answer() -> None:
    assert heard("child", None, {}).answers["dependent_children"] == []


def test_no_school_finished_is_from_no_country_whatever_was_told_before() -> None:
    asked = question("education")
    assert asked is not None

    reading = choose(
        asked, "less_than_secondary", {"credentials": [BACHELOR | {"in_canada": False}]}, {}, TODAY
    )

    assert reading.answers == {"education": "less_than_secondary"}
