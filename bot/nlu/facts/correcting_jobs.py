"""Corrections of a job: "I was a baker, not a cook", "actually chef", "the second job was in Toronto".

A short message that says of a job told before that it was another one, elsewhere, longer or none at all.
Which one is meant it says by its title or by its number; else only the dialogue knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.job_details import read_details
from bot.nlu.facts.occupation import named_titles, spelled
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.words import Word
from bot.nlu.facts.work import lengths_told, place_at

_MOST_WORDS = 14
_LEADING = 5
"""Words before the one that says which of several jobs is meant."""
_AROUND = frozenset(
    {"CORRECT", "MEANT", "WRONG", "EXACT_TITLE", "SELF", "IAM", "BE", "PAST_BE", "ARTICLE", "HE", "THIS_IS"}
    | {"PLEASE", "NO", "COMMA", "STOP", "JOB_AS", "AS", "HESITATES", "DASH", "COLON", "WORK", "WORKED", "IN"}
)
"""Kinds of words that may stand around the right title."""
_PUTS_RIGHT = ("CORRECT", "MEANT", "WRONG", "EXACT_TITLE")
_SAYS_WHAT = ("BE", "PAST_BE", "LASTED", "HE", "THIS_IS", "CORRECT", "PLEASE", "TAKEN")


def read_job_correction(hearing: Hearing) -> Fact | None:
    """``job_correction``: the title that it ``was`` or ``which`` one it is (from 0; -1: the last), and what
    it is ``now``, or that it is ``gone``; or more of a job told before (:mod:`job_details`). None where a
    message corrects no job, or tells more than that."""
    words = hearing.words
    told_before = hearing.doc._.people.begun
    if not told_before or not words or "QUESTION" in hearing.kinds:
        return None
    readers = (_other_title, _none, _taken_out, _numbered, _right_title) if len(words) <= _MOST_WORDS else ()
    value = next((found for reader in readers if (found := reader(hearing)) is not None), None)
    if value is None and hearing.doc._.people.worked:
        value = read_details(hearing)
    if value is None:
        return None
    theirs = any("PARTNER" in word for word in words) or hearing.scopes[-1].person == "partner"
    person = "partner" if theirs else "self"
    return Fact(
        "job_correction", value, person, words[0].start, words[-1].end, True, person == "partner", "replace"
    )


def _other_title(hearing: Hearing) -> dict[str, Any] | None:
    """ "Not electrician, electrical engineer", "change welder to pipefitter"."""
    if any("NUM" in word and "ARTICLE" not in word for word in hearing.words):
        return None
    for match in (*hearing.matches("corrections.title_not"), *hearing.matches("corrections.title_changed")):
        was, right = _of(hearing, match, "wrong", "right"), _of(hearing, match, "right", "wrong")
        return {"was": was, "now": {"title": right}}
    return None


def _of(hearing: Hearing, match: Match, name: str, other: str = "") -> str:
    """The title that a group of a match names, with the words around it that belong to it."""
    at, last = match.start(name), match.end(name) - 1
    apart = match.start(other) if other else -1
    whole = [
        span for span in named_titles(hearing) if span[0] <= at <= span[1] and not span[0] <= apart <= span[1]
    ]
    first, end = whole[0] if whole else (at, last)
    return spelled(hearing, first, end)


def _none(hearing: Hearing) -> dict[str, Any] | None:
    """ "I was never a cook"."""
    for match in hearing.matches("corrections.never_that"):
        return {"was": _of(hearing, match, "wrong"), "gone": True}
    return None


def _taken_out(hearing: Hearing) -> dict[str, Any] | None:
    """ "Remove the second job": not all of the work that was told."""
    for match in hearing.matches("corrections.take_out"):
        return {"which": int(hearing.value(match, "which", "WHICH")), "gone": True}
    for match in hearing.matches("corrections.take_out_titled"):
        return {"was": _of(hearing, match, "wrong"), "gone": True}
    return None


def _numbered(hearing: Hearing) -> dict[str, Any] | None:
    """ "The second job was in Toronto", "the first one was 5 years", "the last job was as a baker"."""
    words = hearing.words
    at = next((at for at, word in enumerate(words[:_LEADING]) if "WHICH" in word), None)
    if at is None or at + 1 >= len(words) or any("NUM" in word for word in words[:at]):
        return None
    behind = at + 2 if _is_a_job(words[at + 1]) else at + 1
    told = [word for word in words[at + 1 : behind + 1] if _is_a_job(word) or _is_any(word, _SAYS_WHAT)]
    if behind >= len(words) or not told or not _is_any(words[behind], _SAYS_WHAT):
        return None
    now: dict[str, Any] = {}
    places = {place for each in range(behind, len(words)) if (place := place_at(hearing, each)) is not None}
    lengths = [length for length in lengths_told(hearing) if length.first >= behind]
    named = [span for span in named_titles(hearing) if span[0] >= behind]
    if len(places) == 1:
        now["in_canada"] = places.pop()
    if len(lengths) == 1 and len(lengths[0].readings) == 1 and not lengths[0].by_dates:
        now["years"] = lengths[0].readings[0]
    if len(named) == 1:
        now["title"] = spelled(hearing, *named[0])
    return {"which": int(words[at]["WHICH"]), "now": now} if now else None


def _is_a_job(word: Word) -> bool:
    return "WORK" in word or "JOBWORD" in word or word.text == "one"


def _right_title(hearing: Hearing) -> dict[str, Any] | None:
    """ "Actually chef", "truck driver I mean", « le titre exact c'est inspecteur »."""
    words, named = hearing.words, named_titles(hearing)
    denied = "NO" in words[0] and "NEG" in words[0]
    if len(named) != 1 or not (denied or any(_is_any(word, _PUTS_RIGHT) for word in words)):
        return None
    (first, last) = named[0]
    around = [word for at, word in enumerate(words) if not first <= at <= last]
    if any(_AROUND.isdisjoint(word.kinds) or ("NUM" in word and "ARTICLE" not in word) for word in around):
        return None
    return {"now": {"title": spelled(hearing, first, last)}}


def _is_any(word: Word, kinds: Sequence[str]) -> bool:
    return any(kind in word for kind in kinds)
