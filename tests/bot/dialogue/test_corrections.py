"""Facts that are put right or taken back, wherever one stands in the dialogue."""

from __future__ import annotations

import pytest

from bot.dialogue.told import known
from tests.helpers.interview import Interview


def after(*messages: str, lang: str = "en") -> Interview:
    """Somebody who has said these things, one after another, and is asked nothing."""
    talk = Interview(lang)
    for message in messages:
        talk.say(message)
    return talk


@pytest.mark.parametrize(
    ("lang", "first", "then", "path", "value"),
    [
        ("en", "I'm 29", "no 32", "age", 32),
        ("en", "I'm 29", "oops, 37 I mean", "age", 37),
        ("fr", "j'ai 29 ans", "non, 32", "age", 32),
        (
            "en",
            "5 years of work in India as an accountant",
            "5 years is wrong, it's 3",
            "foreign_work_years",
            3,
        ),
        (
            "fr",
            "5 ans de travail au Maroc comme comptable",
            "5 ans c'est faux, c'est 3",
            "foreign_work_years",
            3,
        ),
        ("en", "2 years in Canada as a cook", "scratch that, it was in the US", "foreign_work_years", 2),
    ],
)
def test_a_bare_correction_is_about_what_was_told_last(lang, first, then, path, value):
    talk = after(first, then, lang=lang)

    assert known(talk.told)[path] == value


def test_a_number_that_the_question_on_the_table_takes_answers_it():
    talk = Interview.at("foreign_work_years", answers={"age": 29})

    talk.say("sorry, 3")

    assert (talk.told["age"], talk.told["foreign_work_years"]) == (29, 3)


def test_the_old_value_names_what_is_wrong_whatever_is_asked():
    talk = after("I'm 29", "calculate my score")

    talk.say("29 is wrong, it's 31")

    assert talk.told["age"] == 31


def test_what_is_taken_back_is_gone_and_is_not_asked_for_at_once():
    talk = after("I'm 29 and single", "delete my age")

    assert "age" not in talk.told
    assert talk.told["marital_status"] == "never_married"
    assert talk.sentence("removed", facts=talk.thing("age")) in talk.text


def test_an_offer_that_is_taken_back_is_none():
    talk = after("I have a job offer", "remove the job offer")

    assert talk.told["job_offer"] is None


def test_nothing_is_said_to_go_that_was_not_there():
    talk = after("I'm 29", "delete my nomination")

    assert talk.told == {"age": 29}
    assert "nothing noted about that" in talk.text


def test_one_job_goes_and_the_others_stay():
    talk = after(
        "3 years as an accountant in India", "also 1 year as a cashier in Winnipeg", "forget the cashier job"
    )

    assert [job["title"] for job in talk.told["jobs"]] == ["accountant"]


def test_a_degree_that_was_the_husband_s_is_not_one_s_own():
    talk = after("I have also a doctorate", "I mean my husband has the doctorate")

    assert known(talk.told)["spouse.education"] == "doctorate"
    assert not talk.told.get("credentials")


def test_what_is_said_of_a_sister_is_not_said_of_a_partner():
    talk = after(
        "my sister is a permanent resident in Calgary, she is 25", "no she is not PR, still a student"
    )

    assert talk.told["sibling_in_canada"] is False
    assert "spouse.citizen_or_permanent_resident" not in talk.told
