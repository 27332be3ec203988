"""How well a language is spoken, in words: "my English is fluent". That gives no points, and is said to."""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing


def read_spoken_levels(hearing: Hearing) -> Iterator[Fact]:
    """``spoken_level``: the languages that are named; ``asked`` where it is one only as an answer."""
    for name in ("spoken", "spoken_alone"):
        for match in hearing.matches(f"tests.{name}"):
            words = hearing.words[match.first : match.last + 1]
            named = [word["LANGUAGE"] for word in words if "LANGUAGE" in word]
            value = {"language": named[0] if named else None}
            alone = {"asked": True} if name == "spoken_alone" else {}
            yield from hearing.facts("spoken_level", {**value, **alone}, match.first, match.last)
