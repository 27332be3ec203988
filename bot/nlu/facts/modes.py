"""What telling an entry of a list does to the ones told before: "also a master's" adds one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.facts import Fact, Mode
from bot.nlu.facts.correcting import BARE, corrects
from bot.nlu.facts.hearing import Hearing

_BEFORE, _BEHIND = 6, 4
"""Words from "also" to what it adds, and from there to a "too" at the end."""
_ENTRIES = frozenset({"job", "credential", "child"})


def with_modes(hearing: Hearing, facts: Iterable[Fact]) -> list[Fact]:
    """The facts, with those of a list that are told as one more, or in place of what was told before; and
    with the bare answers of a message that puts something right."""
    told: list[Fact] = []
    for fact in facts:
        told.append(replace(fact, mode=_mode(hearing, fact, told)))
    return told + [
        replace(fact, person="self", mode="take_back") for fact in told if _is_handed_over(hearing, fact)
    ]


def _is_handed_over(hearing: Hearing, fact: Fact) -> bool:
    """ "I mean my husband has the doctorate": what was told as one's own is the partner's."""
    meant = any("MEANT" in word for word in hearing.words if word.start < fact.start)
    return fact.field in _ENTRIES and fact.person == "partner" and fact.mode == "replace" and meant


def _mode(hearing: Hearing, fact: Fact, told: Iterable[Fact]) -> Mode:
    """ "Also" adds; what follows "I mean" or "actually" is right, unless it is not finished."""
    if fact.field in BARE and corrects(hearing):
        return "replace"
    if fact.field == "language_test":
        return _mode_of_a_test(hearing, fact)
    if fact.field not in _ENTRIES:
        return fact.mode
    if _is_one_more(hearing, fact):
        return "add"
    if isinstance(fact.value, dict) and fact.value.keys() == {"years", "paid"}:
        return "replace"  # "the 8 months were not paid"
    finished = not (isinstance(fact.value, dict) and fact.value.get("completed") is False)
    since = max((each.end for each in told if each.field in _ENTRIES), default=0)
    marked = hearing.wrong is not None or any(
        "WRONG" in word for word in hearing.words if since <= word.start < fact.start
    )
    return "replace" if finished and marked else fact.mode


def _mode_of_a_test(hearing: Hearing, fact: Fact) -> Mode:
    """ "I also did CELPIP" adds a test, "use my CELPIP instead" and "actually it was CELPIP" replace one."""
    if hearing.wrong is not None:
        return "replace"
    if _is_one_more(hearing, fact) or any("AGAIN" in word for word in hearing.words):
        return "add"
    replaces = any("CORRECT" in word or "REPLACES" in word for word in hearing.words)
    return "replace" if replaces else fact.mode


def _is_one_more(hearing: Hearing, fact: Fact) -> bool:
    inside = [at for at, word in enumerate(hearing.words) if fact.start <= word.start < fact.end]
    if not inside:
        return False
    first, last = inside[0], inside[-1]
    if fact.field == "child" and _are_those_known(hearing, first, last):
        return False
    before = _until_a_stop(hearing, range(first - 1, max(-1, first - 1 - _BEFORE), -1))
    behind = _until_a_stop(hearing, range(last + 1, min(len(hearing.words), last + 1 + _BEHIND)))
    theirs = {at for match in hearing.matches("answers.same") for at in range(match.start(), match.end())}
    return any("ALSO" in hearing.words[at] for at in (*before, *inside, *behind) if at not in theirs)


def _are_those_known(hearing: Hearing, first: int, last: int) -> bool:
    """ "My husband also comes, and the kids, 3 and 5": of children who are spoken of as known "also" says
    nothing, unless they are the other ones."""
    words = hearing.words
    kids = next((at for at in range(first, last + 1) if "KIDS" in words[at]), first)
    named = [word.text for word in words[max(0, kids - _TO_KIDS) : kids]]
    return not _KNOWN.isdisjoint(named) and _OTHERS.isdisjoint(named)


_TO_KIDS = 3
"""Words from "my" to "kids": "my two little kids"."""
_KNOWN = frozenset({"the", "my", "our", "les", "mes", "nos"})
_OTHERS = frozenset({"other", "more", "autres"})


def _until_a_stop(hearing: Hearing, places: Iterable[int]) -> Iterable[int]:
    for at in places:
        if "STOP" in hearing.words[at] or "QUESTION" in hearing.words[at]:
            return
        yield at
