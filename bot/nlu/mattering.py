"""Whether a message asks if what it tells matters: "I move to Ottawa soon, does it change anything?"."""

from __future__ import annotations

from bot.facts import Fact
from bot.nlu.spoken import holds, plain, spoken

LIVES = "lives"
"""The fact that is answered by the remark that it does not count where somebody lives."""


def asks_if_it_matters(text: str) -> bool:
    """Whether a message asks if something changes anything, or is a problem."""
    return holds(plain(text), spoken()["mattering"])


def moving(text: str) -> tuple[Fact, ...]:
    """The move within Canada, and not to Quebec, of which a message asks if it matters."""
    words = plain(text)
    moves = holds(words, spoken()["moving"]) and not holds(words, spoken()["to_quebec"])
    return (Fact(LIVES, True, "self", 0, len(text), True),) if moves and asks_if_it_matters(text) else ()
