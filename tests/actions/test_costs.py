"""Costs in the chat."""

from __future__ import annotations

import json

from tests.helpers.action_chat import Chat


def test_costs_are_those_of_the_family_that_was_told(told: Chat) -> None:
    assert told.send("ask_costs").text.startswith("**$1,675**")


def test_without_a_profile_costs_are_for_one_and_ask_for_more(chat: Chat) -> None:
    chat.send("ask_costs")

    assert "one person" in chat.text
    assert chat.button("Calculate") or chat.button("Start")


def test_the_family_that_a_question_names_comes_before_the_one_that_was_told(told: Chat) -> None:
    assert told.send("ask_costs", "fees for 2 adults and one child").text.startswith("**$3,620**")


def test_the_button_for_every_fee_keeps_the_family_of_the_question(chat: Chat) -> None:
    chat.send("ask_costs", "what does it cost for a family of 4")
    first = chat.text.splitlines()[0]

    carried = json.loads(chat.button("every fee").removeprefix("/ask_costs"))
    chat.send("ask_costs", **carried)

    assert chat.text.splitlines()[0] == first


def test_savings_named_for_a_family_are_held_against_the_table(chat: Chat) -> None:
    chat.send("ask_costs", "is 15000 enough for one person")

    assert "**$15,263**" in chat.text
    assert "**$263** short" in chat.text
