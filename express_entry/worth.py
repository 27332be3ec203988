"""What one fact is worth by itself: "how many points for a master's?", "what does CLB 9 give?".

Some lines look at the fact alone, others at another one with it: for these it is the least and the most that
they can give, whatever the other one is. And what a line gives at most, and what it takes to get that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from express_entry.factors import FACTS, Kind, Row, least, most
from express_entry.facts import Value
from express_entry.parameters import HIGHEST_LEVEL, parameters
from express_entry.points import Source
from express_entry.vocabulary import ABILITIES

SAME: Mapping[str, str] = {
    "first_language": "first_language_lowest",
    "second_language": "second_language_lowest",
    "spouse_language": "spouse_language_lowest",
}
"""What else is known where the levels of a test are: the weakest of them."""
_NAMED: Mapping[str, str] = {
    **{lowest: levels for levels, lowest in SAME.items()},
    "french_lowest": "second_language",
}
"""The test whose levels a fact comes from."""


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


@dataclass(frozen=True)
class AtMost:
    """What a line of the score gives at most.

    Attributes:
        id: the line, such as ``transfer.education_language``.
        section: ``A``, ``B``, ``C`` or ``D``.
        without_spouse, with_spouse: the most for candidates without and with an accompanying partner; None
            where the line is not for them.
        from_on: by fact, the lowest value with which the line gives anything at all; for lines that look at
            several facts.
        full_from: by fact, the lowest value with which it gives the most.
        repealed: the day since which it gives nothing any more.
        source: where the rule is written.
    """

    id: str
    section: str
    without_spouse: int | None
    with_spouse: int | None
    from_on: Mapping[str, Value]
    full_from: Mapping[str, Value]
    repealed: date | None
    source: Source


def at_most(facts: Collection[str], on: date) -> tuple[AtMost, ...]:
    """The lines that look at all of ``facts``, or did before they were repealed, in the ranking's order.

    Args:
        facts: those of :data:`express_entry.factors.FACTS`; of a language its levels.
        on: the day.

    Raises:
        NotInForce: there were no rules on that day.
    """
    ranking = parameters().ranking
    looked_at = {
        factor.id: {_NAMED.get(name, name) for name in (each.split(" in ")[0] for each in factor.by)}
        for factor in ranking.factors
    }
    single, couple = (
        {row.id: row for row in sheet.rows if looked_at[row.id] >= set(facts)}
        for sheet in ranking.on(on).sheets
    )
    return tuple(_at_most(row, single.get(name), couple.get(name)) for name, row in (single | couple).items())


def _at_most(row: Row, single: Row | None, couple: Row | None) -> AtMost:
    several = len(row.facts) > 1
    return AtMost(
        row.id,
        row.section,
        None if single is None else single.max,
        None if couple is None else couple.max,
        dict(_lowest(row, 1)) if several else {},
        dict(_lowest(row, row.highest)) if several else {},
        row.repealed,
        row.source,
    )


def _lowest(row: Row, wanted: int) -> Iterator[tuple[str, Value]]:
    """By fact, the lowest value with which a line can give ``wanted`` points."""
    for place, (name, kind) in enumerate(zip(row.facts, row.kinds, strict=True)):
        for value in _values(kind):
            known = [value if other == place else None for other in range(len(row.facts))]
            if most(row.table, known, row.kinds) >= wanted:
                yield name, value
                break


def _values(kind: Kind) -> Collection[str] | range:
    """The values of a fact, the lowest first; of codes, which have no order, none."""
    return () if kind.codes else kind.names or range(HIGHEST_LEVEL + 1)
