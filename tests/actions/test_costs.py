"""Costs in the chat."""

from __future__ import annotations

from tests.helpers.action_chat import Chat


def test_costs_are_those_of_the_family_that_was_told(told: Chat) -> None:
    assert told.send("ask_costs").text.startswith("**$1,675**")


def test_without_a_profile_costs_are_for_one_and_ask_for_more(chat: Chat) -> None:
    chat.send("ask_costs")

    assert "one person" in chat.text
    assert chat.button("Calculate") or chat.button("Start")
