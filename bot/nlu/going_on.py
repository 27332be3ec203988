"""What a message wishes of the what-if before it: "plus French at NCLC 7", "keep it", "why?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from bot.nlu.language import asks
from bot.nlu.spoken import holds, plain, spoken, without
from bot.nlu.supposing import suppositions

Wish = Literal["add", "replace", "drop", "keep", "why", "total"]
"""Suppose this too, or this instead; go back to what is true; keep what was supposed; every line of it; the
number again."""
_IN_WORDS: Mapping[str, Wish] = {
    "without_it": "drop",
    "keep_it": "keep",
    "why_it": "why",
    "how_much_it": "total",
}


def begins_what_if(text: str) -> bool:
    """Whether a message begins as a what-if: all that it tells is supposed. So does "with only a bachelor's,
    how much?", and what is said to be a thought: "I said IF, IELTS 6 in all four"."""
    words = plain(text)
    comes_to = holds(words, spoken()["comes_to"]) and not holds(words, spoken()["money"])
    return is_thought(text) or _begins(words, "what_if") or (_begins(words, "with") and comes_to)


def is_thought(text: str) -> bool:
    """Whether a message says of results or levels, or of what it asks, that they are only thought of."""
    words = plain(text)
    results = (
        *spoken()["supposing_levels"]["levels"],
        *(name for each in spoken()["tests"].values() for name in each),
    )
    return holds(words, spoken()["only_a_thought"]) and (asks(text) or holds(words, results))


def going_on(
    text: str, lang: str, today: date, before: Sequence[str], profile: Mapping[str, Any]
) -> Wish | None:
    """What ``text`` wishes of the what-if of the messages ``before``; None where there is none, or where it
    says something of its own."""
    words = plain(text)
    if not before:
        return None
    for name, wish in _IN_WORDS.items():
        if _is(words, name):
            return wish
    if begins_what_if(text) or (holds(words, spoken()["states"]) and not asks(text)):
        return None
    replacing = _begins(words, "in_its_place") or holds(words, spoken()["in_its_place_anywhere"])
    if not replacing and not _begins(words, "adding_to_it") and not _begins(words, "without"):
        return None
    if not suppositions(text, lang, today, profile):
        return None
    return "replace" if replacing else "add"


def _is(words: str, name: str) -> bool:
    """Whether the words are one of a list, with or without small words around."""
    listed = {plain(each) for each in spoken()[name]}
    return words in listed or plain(without(words, spoken()["beside_it"])) in listed


def _begins(words: str, name: str) -> bool:
    return any(words.startswith(f" {each} ") for each in spoken()[name])
