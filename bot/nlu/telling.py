"""What a message tells, also beside a question about themselves: "31, cook, do I have a chance?"."""

from __future__ import annotations

import re
from datetime import date

from bot.facts import KEPT, Fact, People
from bot.nlu import personal
from bot.nlu.facts import read

TELL_NOTHING = frozenset(
    {
        "possible",
        "qualify",
        "qualify_briefly",
        "my_number",
        "above",
        "who_applies",
        "start_again",
        "first_step",
    }
)
"""Kinds of questions that stand by themselves: what stands beside one in its sentence is told."""
_LETTERS = re.compile(r"[^\W_]")


def told(text: str, lang: str, today: date, people: People) -> tuple[Fact, ...]:
    """The facts of a message, in the order in which they stand in it; ``people`` are those of whom was told
    before who they are."""
    facts = read(text, lang, today, lists=KEPT, people=people)
    asked = [each for each in personal.questions(text) if each.kind in TELL_NOTHING]
    rest = personal.without(text, asked)
    if not asked or not _LETTERS.search(rest):
        return facts
    known = {fact.field for fact in facts}
    more = [
        fact
        for fact in read(rest, lang, today, lists=KEPT, people=people)
        if fact.field not in known and not _overlaps(fact, facts)
    ]
    return tuple(sorted((*facts, *more), key=lambda fact: (fact.start, fact.end)))


def _overlaps(fact: Fact, facts: tuple[Fact, ...]) -> bool:
    return any(other.start < fact.end and fact.start < other.end for other in facts)
