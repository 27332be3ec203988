"""Whose the sentences are that go on behind one about the partner and name nobody.

"My wife is a dentist. 34, masters, coming with me. I'm 37": the writer's age is told, so that 34 is hers, and
with it all that stands beside; "my wife is 34. 37, masters" is the other way round. Where nothing tells, what
they say may be of either of the two, and is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from bot.facts import People
from bot.nlu.facts.scope import Scope, Speaker
from bot.nlu.facts.words import Word

_YOUNGEST, _OLDEST = 18, 70
_BREAKS = ("STOP", "QUESTION", "COMMA", "COLON", "OPEN", "CLOSE", "SLASH", "BUT", "AND")
_LEADS = (*_BREAKS, "IAM", "IHAVE", "ME", "BE", "HAVE", "HE", "PARTNER")
"""Kinds of words right behind which a number may be an age."""


def carried_on(row: Sequence[Word], found: Sequence[Scope], people: People) -> list[Scope]:
    """The scopes, with each stretch that may be of either of the two as that of whom it must be."""
    out = [*found]
    for of_either, places in groupby(range(len(row)), key=lambda at: found[at].either):
        stretch = [*places]
        if of_either and (person := _whose(row, found, stretch, people)) is not None:
            for at in stretch:
                out[at] = replace(found[at], person=person, clear=True, named=True, either=False)
    return out


def _whose(
    row: Sequence[Word], found: Sequence[Scope], stretch: Sequence[int], people: People
) -> Speaker | None:
    """Whose an age of the stretch must be, since the other one's is told; who comes along is the partner."""
    if any("WITHME" in row[at] for at in stretch):
        return "partner"
    if not any(_is_age(row, at) for at in stretch):
        return None
    named = [at for at in range(len(row)) if at not in stretch and found[at].named and _is_age(row, at)]
    aged = {found[at].person for at in named} | people.of_known_age
    whose: dict[bool, Speaker] = {True: "partner", False: "self"}
    return whose["self" in aged] if len(aged & {"self", "partner"}) == 1 else None


def _is_age(row: Sequence[Word], at: int) -> bool:
    """Whether a number is told as an age is: "34,", "I'm 37", "42 years old"; not "6 years in Cairo"."""
    if not _YOUNGEST <= row[at].kinds.get("NUM", 0) <= _OLDEST:
        return False
    behind = at + 1
    while behind < len(row) and ("YEARS" in row[behind] or "OLD" in row[behind]):
        behind += 1
    ends = behind >= len(row) or any(kind in row[behind] for kind in _BREAKS)
    return ends and (at == 0 or any(kind in row[at - 1] for kind in _LEADS))
