"""Nothing is said twice in a row: once in another way, then a way out, then as at first."""

from __future__ import annotations

from bot.dialogue.shown import AGAIN, WAY_OUT, Shown


def times(*said: str) -> list[int]:
    """How each of these is said, one in each turn."""
    found, shown = [], Shown()
    for number, mark in enumerate(said):
        shown, how = shown.hearing(f"m{number}").saying(mark)
        found.append(how)
    return found


def test_a_reply_that_was_just_given_is_said_in_another_way_then_not_then_as_at_first() -> None:
    assert times("a", "a", "a", "a", "a") == [0, AGAIN, WAY_OUT, 0, AGAIN]


def test_something_else_in_between_makes_it_new() -> None:
    assert times("a", "b", "a", "a", "b", "a") == [0, 0, 0, AGAIN, 0, 0]


def test_two_replies_in_a_turn_are_both_remembered() -> None:
    shown = Shown().hearing("m1")
    for mark in ("a", "b"):
        shown, how = shown.saying(mark)
        assert how == 0
    shown, first = shown.hearing("m2").saying("b")
    _, second = shown.saying("a")

    assert (first, second) == (AGAIN, WAY_OUT)


def test_within_a_turn_it_may_be_said_by_two_actions() -> None:
    shown, _ = Shown().hearing("m1").saying("a")

    assert shown.hearing("m1").saying("a")[1] == 0
