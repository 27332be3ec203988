"""Children told of by name: "I'm Priya's mother, 36 … Priya is 6", "our son Leo", « la maman de Léa ».

What makes somebody the parent of a name is left out of the words, so that "I'm Priya's mother, 36" reads as
"I'm Priya, 36" does; wherever else the name stands, now or in a later message, it is a word like "daughter".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile
from typing import Any

from bot.facts import People
from bot.nlu.facts.naming import Find, Introduced, Named, is_name, replaced
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.words import Word, norm

FIELD = "child_name"
_CHILD: Mapping[str, Any] = {"OTHER": True, "KID": True}
_OLDEST = 17
"""An age right behind the name, up to this, is the child's; a greater one that of whoever writes."""


def children_named(row: Sequence[Word], text: str, people: People, find: Find) -> Introduced:
    """The first names of children, where they are told, and the words without what tells them."""
    told: list[Named] = []
    instead: list[tuple[int, int, list[Word]]] = []
    for match in find("person.child_name"):
        at = match.start("name")
        name = text[row[at].start : row[at].end]
        known = norm(name) in {norm(each) for each in (people.name, people.partner)}
        if known or not is_name(row, text, at) or any(first <= at < end for first, end, _ in instead):
            continue
        told.append(Named(FIELD, name, row[at].start, row[at].end))
        instead.append((match.start("out"), match.end("out"), _said(row, match, at)))
    for first, end, words in sorted(instead, key=lambda each: each[0], reverse=True):
        row = [*row[:first], *words, *row[end:]]
    names = [each.value for each in told if each.value not in people.children]
    return row, replace(people, children=(*people.children, *dict.fromkeys(names))), tuple(told)


def children_beside(row: Sequence[Word], text: str, people: People, find: Find) -> Introduced:
    """The names that are told a child's age of beside children: "Kofi is 12 and Ama is 9"."""
    of_children = any("KID" in word for word in row)
    told = [
        Named(FIELD, text[row[at].start : row[at].end], row[at].start, row[at].end)
        for match in (find("person.child_beside") if of_children else ())
        if is_name(row, text, at := match.start("name")) and row[match.start("n")]["NUM"] <= _OLDEST
    ]
    names = dict.fromkeys((*people.children, *(each.value for each in told)))
    return row, replace(people, children=tuple(names)), tuple(told)


def child_again(row: Sequence[Word], text: str, people: People) -> Sequence[Word]:
    """The words in which every place of a child's name is a word for a child."""
    for name in people.children:
        row = replaced(row, text, norm(name), _CHILD)
    return row


def _said(row: Sequence[Word], match: Match, at: int) -> list[Word]:
    """What stays of the words that tell the name: who writes is a parent, with the child's own age behind."""
    if "parent" not in match:
        return []
    parent = row[match.start("parent")]
    behind = row[match.end("out") : match.end("out") + _TO_AN_AGE]
    told = [*dropwhile(lambda word: not _BEFORE_AN_AGE.isdisjoint(word.kinds), behind)][:1]
    aged = any(0 < word.kinds.get("NUM", 0) <= _OLDEST for word in told)
    child = [Word(row[at].start, row[at].end, row[at].text, _CHILD)] if aged else []
    return [Word(parent.start, parent.end, parent.text, {}), *child]


_TO_AN_AGE = 4
_BEFORE_AN_AGE = frozenset({"COMMA", "STOP", "AND", "HE", "BE", "HAVE"})
"""Kinds of words between a child's name and its age: "I'm Ana's mother, she is 9"."""
