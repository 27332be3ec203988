"""What one fact is worth by itself: "how many points for a master's?", "what does CLB 9 give?".

Some lines look at the fact alone, others at another one with it: for these it is the least and the most that
they can give, whatever the other one is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from express_entry.factors import FACTS, Row, least, most
from express_entry.facts import Value
from express_entry.parameters import parameters
from express_entry.points import Source
from express_entry.vocabulary import ABILITIES

SAME: Mapping[str, str] = {
    "first_language": "first_language_lowest",
    "second_language": "second_language_lowest",
    "spouse_language": "spouse_language_lowest",
}
"""What else is known where the levels of a test are: the weakest of them."""


@dataclass(frozen=True)
class Points:
    """The least and the most that a line gives; the same number where the fact alone decides."""

    least: int
    most: int


@dataclass(frozen=True)
class Worth:
    """What a fact gives in one line of the score.

    Attributes:
        id: the line, such as ``core.education``.
        section: ``A``, ``B``, ``C`` or ``D``.
        with_others: the other facts that the line looks at; none where the fact alone decides.
        without_spouse, with_spouse: the points for candidates without and with an accompanying partner; None
            where the line is not for them.
        source: where the rule is written.
    """

    id: str
    section: str
    with_others: tuple[str, ...]
    without_spouse: Points | None
    with_spouse: Points | None
    source: Source


def worth_of(fact: str, value: int | str | bool, on: date) -> tuple[Worth, ...]:
    """What a fact is worth on the day ``on`` in every line that looks at it, in the ranking's order.

    Args:
        fact: one of :data:`express_entry.factors.FACTS`, such as ``education`` or ``first_language``.
        value: its value; of a language one level, the same in all four abilities.
        on: the day.

    Raises:
        NotInForce: there were no rules on that day.
        KeyError: there is no such fact, or not this value of it.
    """
    known = _known(fact, value)
    single, couple = (
        {row.id: row for row in sheet.rows if row.facts and not known.keys().isdisjoint(row.facts)}
        for sheet in parameters().ranking.on(on).sheets
    )
    return tuple(
        _worth(row, known, single.get(name), couple.get(name)) for name, row in (single | couple).items()
    )


def _known(fact: str, value: int | str | bool) -> Mapping[str, Value]:
    kind = FACTS[fact]
    if isinstance(value, bool):
        value = kind.names[value]
    if kind.names and value not in kind.names:
        raise KeyError(value)
    if kind.each:
        assert isinstance(value, int)
        return {fact: (value,) * len(ABILITIES), SAME[fact]: value}
    return {fact: (str(value),) if kind.codes else value}


def _worth(row: Row, known: Mapping[str, Value], single: Row | None, couple: Row | None) -> Worth:
    others = tuple(name for name in row.facts if name not in known)
    return Worth(row.id, row.section, others, _points(single, known), _points(couple, known), row.source)


def _points(row: Row | None, known: Mapping[str, Value]) -> Points | None:
    if row is None:
        return None
    values = [known.get(name) for name in row.facts]
    found = (extreme(row.table, values, row.kinds) for extreme in (least, most))
    return Points(*(min(points, row.max) for points in found))
