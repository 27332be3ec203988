"""A fact told in a message: what the reader (:mod:`bot.nlu.facts`) finds and the dialogue decides about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Mode = Literal["tell", "add", "replace", "take_back"]
"""What telling it does to what has been told: "also a master's", "no, I mean 30", "forget the job offer"."""

KEPT = ("jobs", "credentials", "dependent_children")
"""The lists of the profile that are kept entry by entry: what belongs there is read as an entry of them."""


@dataclass(frozen=True)
class Fact:
    """One fact told in a message.

    ``person`` is "self" or "partner"; ``start`` and ``end`` are where it stands in the text; ``sure`` is
    False when it must be confirmed: said with doubt, or open to more than one reading, which are then
    ``{"readings": [...]}``, the likeliest first. ``named``: the message itself says whose fact it is.
    Where it does not ("bachelor's"), a fact of "self" is the partner's if the question was about the partner.
    """

    field: str
    value: Any
    person: str
    start: int
    end: int
    sure: bool
    named: bool = False
    mode: Mode = "tell"

    @property
    def readings(self) -> tuple[Any, ...]:
        """What it may mean, the likeliest first; one value where that is certain."""
        several = isinstance(self.value, dict) and "readings" in self.value
        return tuple(self.value["readings"]) if several else (self.value,)
