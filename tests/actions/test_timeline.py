"""Deadlines and reminders in the chat."""

from __future__ import annotations

import json
from datetime import date, timedelta

from actions import memory
from tests.helpers.action_chat import Chat


def test_an_invitation_told_in_words_gives_its_last_day(told: Chat) -> None:
    day = date.today() - timedelta(5)
    told.send("told_ita", f"I was invited on {day.day} {day:%B %Y}")

    assert "55 days are left" in told.text
    assert told.store.plan(told.talk.person_id)["dates"] == {"ita": day.isoformat()}
    assert "A plan that leaves you a week to spare" in told.send("ask_deadlines").text


def test_without_a_day_the_rounds_are_offered(told: Chat) -> None:
    told.send("told_ita", "I have an ITA")
    offered = [button["payload"] for button in told.said[0]["buttons"]]

    assert len(offered) >= 5
    told.send("told_ita", value=json.loads(offered[0].removeprefix("/told_ita"))["value"])
    assert "Congratulations" in told.text


def test_a_day_to_come_is_asked_again(told: Chat) -> None:
    later = date.today() + timedelta(3)
    told.send("told_ita", value=later.isoformat())

    assert "still to come" in told.text
    assert told.store.plan(told.talk.person_id) == {}


def test_an_invitation_can_be_forgotten(told: Chat) -> None:
    told.send("told_ita", value=date.today().isoformat()).press("I have no invitation")

    assert told.store.plan(told.talk.person_id)["dates"] == {}


def test_the_day_of_the_profile_is_taken_from_the_question(told: Chat) -> None:
    day = date.today() - timedelta(30)
    told.send("ask_deadlines", f"I submitted my profile on {day.isoformat()}, when does it expire?")

    assert "leaves the pool 12 months" in told.text
    assert told.store.plan(told.talk.person_id)["dates"] == {"profile": day.isoformat()}


def test_reminders_are_turned_on_and_off(told: Chat) -> None:
    told.send("ask_deadlines").press("Remind me")
    assert memory.alerts().is_reminded(told.talk.person_id)
    assert "24 hours" in told.text

    assert "No more reminders" in told.press("No more reminders").text
    assert not memory.alerts().is_reminded(told.talk.person_id)


def test_whoever_wants_no_more_alerts_gets_no_reminders_either(told: Chat) -> None:
    told.send("ask_deadlines").press("Remind me")

    told.send("unsubscribe", "stop the reminders")
    assert not memory.alerts().is_reminded(told.talk.person_id)
