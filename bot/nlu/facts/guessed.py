"""Scores that are only hoped for, or those of a practice test: no results, whatever test they name.

"My CELPIP will be in January, I think maybe 7 7 6 6" tells a plan, "in practice tests I get 7 7 6 7" does
not. A guess at scores that somebody has ("I think it was 7 7 6 7") is a doubtful fact, and stays one.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.score_runs import Run
from bot.nlu.facts.words import Word

_ENDS = ("STOP", "QUESTION")
_GUESSES = ("EXPECTED_SCORE", "DOUBT")
_TO_COME = ("WANT", "BOOKED", "NEXT", "NEXTMONTH", "AHEAD", "NOTYET", "TURNS")
_TAKEN = ("RECEIVED", "DID", "PAST_BE", "RETAKES")


def is_guessed(hearing: Hearing, run: Run) -> bool:
    """Whether the scores of a run are a guess at a test to come, or were reached in practice only; a level
    that is guessed is an estimate, and counts as one."""
    if run.kinds.startswith("F"):
        return False
    here = _sentence(hearing, run.last)
    if _any(here, ("PRACTICE",)):
        return True
    return _any(here, _GUESSES) and not _any(here, _TAKEN) and _is_to_come(hearing)


def _is_to_come(hearing: Hearing) -> bool:
    words = hearing.words
    untaken = any("NEG" in word and _any(words[at + 1 : at + 3], ("TAKE",)) for at, word in enumerate(words))
    return untaken or (_any(words, _TO_COME) and not _any(words, ("RETAKES",)))


def _sentence(hearing: Hearing, at: int) -> Sequence[Word]:
    """The words of the sentence around a word."""
    words = hearing.words
    first = next((place + 1 for place in range(at, -1, -1) if _any(words[place : place + 1], _ENDS)), 0)
    last = next(
        (place for place in range(at, len(words)) if _any(words[place : place + 1], _ENDS)), len(words)
    )
    return words[first:last]


def _any(words: Sequence[Word], kinds: Sequence[str]) -> bool:
    return any(kind in word for word in words for kind in kinds)
