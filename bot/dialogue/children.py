"""Children that are told in several messages: the same again, more of them, or more about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Child = Mapping[str, Any]
Children = list[dict[str, Any]]


def together(before: Sequence[Child], now: Sequence[Child]) -> tuple[Children, ...]:
    """What the children may be once ``now`` is told after ``before``, the likeliest first.

    Ages fill up children of whom only the number was told; who is told again with others is there once. One
    whose age is new may be another child, or the right age of one of them.
    """
    known, told = _ages(before), _ages(now)
    if not known - told and len(now) >= len(before):
        return ([dict(child) for child in now],)
    if not told - known and len(now) <= len(before):
        return ([dict(child) for child in before],)
    ageless = len(before) - known.total()
    fresh = [dict(child) for child in now if "age" in child and child["age"] not in known]
    if fresh and ageless >= len(fresh):
        aged = [dict(child) for child in before if "age" in child]
        return ([*aged, *fresh, *({} for _ in range(ageless - len(fresh)))],)
    more = [*(dict(child) for child in before), *(fresh or [dict(child) for child in now])]
    instead = now if len(now) >= len(before) else before
    return more, [dict(child) for child in instead]


def _ages(children: Sequence[Child]) -> Counter[int]:
    return Counter(child["age"] for child in children if "age" in child)
