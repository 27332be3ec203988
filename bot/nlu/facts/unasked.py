"""Which words of a message say something: neither asked, nor wished for, nor supposed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.nlu.facts.hearing import Hearing, once
from bot.nlu.facts.words import Word

_PARTS = frozenset({"COMMA", "BUT", "OPEN", "CLOSE", "DASH"})
_THOUGHT = frozenset({"ask", "if", "want"})
"""Moods of words that say nothing of what is or was."""
_BEFORE_A_QUESTION = frozenset({"PLEASE", "BUT", "AND", "WRONG", "CORRECT"})
"""Kinds of words that may stand before a question: "hmm, is Alberta …"."""


def clauses(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The clauses of words, parted by commas, brackets, "and" and "but"."""
    first = 0
    for at, word in enumerate(words):
        if _PARTS & word.kinds.keys() or ("AND" in word and at > first):
            yield words[first:at]
            first = at + 1
    yield words[first:]


@once
def unasked(hearing: Hearing) -> frozenset[int]:
    """Where in the text the words begin that are neither asked, nor wished for, nor supposed."""
    moods = zip(hearing.words, hearing.scopes, strict=True)
    said = {word.start for word, scope in moods if scope.mood not in _THOUGHT}
    for words in clauses(hearing.words):
        content = [word for word in words if not _BEFORE_A_QUESTION & word.kinds.keys()]
        if content and ("ASKS_FIRST" in content[0] or "ASK" in content[0]):
            said -= {word.start for word in words}
        said -= {word.start for word in _spoken_about(hearing.words)}
    return frozenset(said)


def _spoken_about(words: Sequence[Word]) -> Iterator[Word]:
    """A province that is what a clause is about, and nobody's place: « le Manitoba prend des cuisiniers »,
    « et l'Ontario alors »; not « l'Ontario » alone, nor « en Ontario »."""
    for at, (article, place) in enumerate(pairwise(words)):
        if "ARTICLE" not in article or not {"PROVINCE", "QUEBEC"} & place.kinds.keys():
            continue
        before, behind = words[max(0, at - 1) : at], words[at + 2 : at + 3]
        led = any(_TO_A_PLACE & word.kinds.keys() for word in before)
        goes_on = any(not _AROUND_A_PLACE & word.kinds.keys() for word in behind)
        if not led and (goes_on or any("AND" in word for word in before)):
            yield place


_TO_A_PLACE = frozenset({"IN", "OF", "FROM", "TO", "WORKED", "LIVES"})
_AROUND_A_PLACE = frozenset({"PLEASE", "BUT", "STOP", "QUESTION", "PRESENT", "ONLY"})
