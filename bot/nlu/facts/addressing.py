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
    called = "CALLED" in row[at] and ends and (hailed or _opens(row, first, at))
    return range(first, at + 1) if called else range(0)


def _opens(row: Sequence[Word], first: int, at: int) -> bool:
    """Whether a message opens with a word for a boy or a friend, of whom no age is told: « mon gars, »."""
    after = row[at + 1 : at + 3]
    return (
        first == 0
        and at == 1
        and "KID" in row[at]
        and len(after) > 1
        and "COMMA" in after[0]
        and "NUM" not in after[1]
    )
