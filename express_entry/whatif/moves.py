"""What is found: changes with what they give, days on which points are lost, and both of a couple."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from express_entry.crs import Breakdown
from express_entry.days import When
from express_entry.points import Because

POWER, TIME, FACT = "power", "time", "fact"
"""Kinds of changes: what a person can bring about; what also takes years to pass; what is only a matter of
telling what is true."""

NOMINATION = "nomination"
EFFORT: Mapping[str, int] = {
    "spouse.not_accompanying": 0,
    "eca": 1,
    "first_language": 2,
    "spouse.language": 3,
    "second_language": 4,
    "foreign_work": 5,
    "canadian_work": 5,
    "certificate": 6,
    "spouse.work": 6,
    "spouse.education": 7,
    "education": 8,
    "canadian_education": 8,
    "job_offer": 9,
    NOMINATION: 10,
}
"""The order in which ways to a score are looked through: papers and tests, then work, then studies, then what
others decide. An order, not a measure."""


@dataclass(frozen=True)
class Move:
    """A change, or several together, and what it gives.

    Attributes:
        ids: the changes; one, unless several are combined.
        kind: :data:`TIME` where one of them takes years.
        changes: the changes as messages.
        total: the score with them.
        gain: how much more that is.
        because: the lines that change, each with points before and after.
        effort: the sum of the changes' places in :data:`EFFORT`.
    """

    ids: tuple[str, ...]
    kind: str
    changes: tuple[Because, ...]
    total: int
    gain: int
    because: tuple[Because, ...]
    effort: int

    @property
    def id(self) -> str:
        """The ids as one."""
        return "+".join(self.ids)


@dataclass(frozen=True)
class Drop:
    """A day from which the score is lower.

    Attributes:
        date: the day; None where only the age in years was told.
        age: the age on that day.
        total: the score then, with everything else as it is.
        loss: how much less than before.
    """

    date: date | None
    age: int
    total: int
    loss: int


@dataclass(frozen=True)
class Expiry:
    """The day, or its month, on which a test or an assessment (ECA) stops counting, and the score then."""

    what: str
    date: When
    total: int
    loss: int


@dataclass(frozen=True)
class Principal:
    """A couple, scored with each of the two as the principal applicant."""

    candidate: Breakdown
    partner: Breakdown


@dataclass(frozen=True)
class WhatIf:
    """Everything that would change a score.

    Attributes:
        base: the score as it is.
        moves: single changes that raise it, the most first.
        pairs: the best pairs of changes that raise it more than either alone, the most first.
        compared: how many such pairs there are.
        age_drops: what age will take.
        expiries: what stops counting unless it is renewed.
        principal: a couple both ways round; None for others.
    """

    base: Breakdown
    moves: tuple[Move, ...]
    pairs: tuple[Move, ...]
    compared: int
    age_drops: tuple[Drop, ...]
    expiries: tuple[Expiry, ...]
    principal: Principal | None


@dataclass(frozen=True)
class Supposition:
    """A score before and after something supposed, and the lines that differ."""

    before: Breakdown
    after: Breakdown
    because: tuple[Because, ...]

    @property
    def gain(self) -> int:
        """How much more the score would be; negative for less."""
        return self.after.total - self.before.total


def differing(old: Mapping[str, int], new: Mapping[str, int]) -> tuple[Because, ...]:
    """The lines whose points differ."""
    return tuple(
        Because("whatif-line", {"line": name, "from": old.get(name, 0), "to": new.get(name, 0)})
        for name in dict.fromkeys((*old, *new))
        if old.get(name, 0) != new.get(name, 0)
    )
