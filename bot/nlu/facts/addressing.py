"""Whom a message is said to: "thanks my brother, 30, single", « ok mon pote, 34 ans ».

A word for a brother or a friend right behind a greeting or a thanks, with nothing told of them, calls whoever
listens. Nothing is about them then.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.nlu.facts.words import Word

_ENDS = ("COMMA", "STOP", "QUESTION", "BUT", "AND", "IAM", "IHAVE", "SELF", "DASH", "PLEASE")
"""Kinds of words behind a call, with which the message itself begins."""
_CALL = {"PLEASE": True}
"""The kinds of a word that only calls somebody."""


def addressed(row: Sequence[Word]) -> Sequence[Word]:
    """The words in which those that call whoever listens tell of nobody."""
    called = {place for at in range(1, len(row)) for place in _called(row, at)}
    if not called:
        return row
    return [
        Word(word.start, word.end, word.text, _CALL) if at in called else word for at, word in enumerate(row)
    ]


def _called(row: Sequence[Word], at: int) -> range:
    """The words of a call that ends at this word; none where it calls nobody."""
    before, after = row[at - 1], row[at + 1] if at + 1 < len(row) else None
    first = at - ("SELF" in before or "ARTICLE" in before)
    ends = after is None or any(kind in after for kind in (*_ENDS, *(("NUM",) if first == at else ())))
    hailed = first > 0 and "HAILS" in row[first - 1]
    return range(first, at + 1) if ends and hailed and "CALLED" in row[at] else range(0)
