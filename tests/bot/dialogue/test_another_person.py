"""Whoever tells of a second client is asked before anything of the first one goes."""

from __future__ import annotations

from bot.dialogue.children import together
from tests.helpers.interview import Interview

FIRST, NEXT = "I am 34", "next client: 28, single"


def with_both():
    talk = Interview("en", mode="free")
    talk.say(FIRST)
    talk.say(NEXT)
    return talk


def test_the_answers_of_the_first_client_stay_until_a_plain_yes():
    talk = with_both()
    assert talk.told == {"age": 34}

    talk.press("Yes")
    assert talk.told == {"age": 28, "marital_status": "never_married"}


def test_after_a_no_nothing_has_changed():
    talk = with_both()
    talk.press("No")

    assert talk.told == {"age": 34}


def test_the_first_client_needs_no_question():
    talk = Interview("en", mode="free")
    talk.say(NEXT)

    assert talk.told == {"age": 28, "marital_status": "never_married"}


def test_a_child_of_a_new_age_is_another_one_or_asked_about():
    first, *others = together([{"age": 8}, {"age": 10}], [{"age": 12}])

    assert first == [{"age": 8}, {"age": 10}, {"age": 12}]
    assert others == [[{"age": 8}, {"age": 10}]]


def test_ages_told_later_are_those_of_the_children_counted_before():
    assert together([{}, {}], [{"age": 3}]) == ([{"age": 3}, {}],)


def test_children_told_again_are_there_once():
    assert together([{"age": 8}, {"age": 10}], [{"age": 10}]) == ([{"age": 8}, {"age": 10}],)
