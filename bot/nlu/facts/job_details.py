"""More of a job that was told before: its leave, its hours, that it was unpaid, when it ended.

"I was on mat leave for a year from the second one", "in Edmonton I was laid off 8 months", "both part time,
15 hours", "I left Ottawa in September 2025": such a message tells no job of its own, and says by number, by
place, by "that" or not at all which one it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.jobs import MOST_HOURS, share_of, weeks
from bot.nlu.facts.occupation import titles
from bot.nlu.facts.words import Word
from bot.nlu.facts.work import is_leave, is_origin, lengths_told, place_at

_MOST_WORDS = 18
_OF_ANOTHER_MATTER = frozenset(
    {"QUESTION", "DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "OFFER", "NEXT", "WANT", "TEST", "SINCE", "ALSO"}
)
"""Kinds of words with which a message tells something else, or a job of its own."""
_POINTING = frozenset(
    {
        "it",
        "it's",
        "its",
        "that",
        "that's",
        "thats",
        "this",
        "ca",
        "cela",
        "l'",
        "l'ai",
        "c'",
        "c'est",
        "cest",
    }
)
"""How a message begins that is about the job told last."""
_LEADING = 3
_TO_A_DATE = 6
"""Words from "ended" to when: "left the clinic in Ottawa in September 2025"."""


def read_details(hearing: Hearing) -> dict[str, Any] | None:
    """What a message tells more of a job told before: ``now``, and ``which`` one or where it was
    (``in_canada``) as far as it says so; None where it tells none, or something else."""
    words = hearing.words
    other = hearing.kinds & (_OF_ANOTHER_MATTER - ({"DEGREE"} if "HOURS" in hearing.kinds else set()))
    if (
        len(words) > _MOST_WORDS or other or titles(hearing)
    ):  # "at the lycée in Cotonou I did 15 hours a week"
        return None
    lengths = lengths_told(hearing)
    of_leave = [length for length in lengths if is_leave(hearing, length)]
    now = _ending(hearing)
    if [length for length in lengths if length not in of_leave and not (now and length.by_dates)]:
        return None
    if of_leave:
        now["leave_weeks"] = float(sum(map(weeks, of_leave)))
    else:
        now |= {**_hours(hearing), **_standing(hearing)}
    said = _whose(hearing)
    told = all(hearing.stated(at) for at in (0, len(words) - 1))
    if not now or not told or not (said or "leave_weeks" in now):
        return None
    return {**said, "now": now, "detail": True}


def _whose(hearing: Hearing) -> dict[str, Any]:
    """Which of the jobs is meant: its number, or all of them; where it was; the last one where "that" tells
    it; nothing where nothing does."""
    words = hearing.words
    if _means_all(words):
        return {"which": "all"}
    numbered = [
        int(word["WHICH"]) for at, word in enumerate(words) if "WHICH" in word and _is_of_jobs(words, at)
    ]
    if len(numbered) == 1:
        return {"which": numbered[0]}
    places = {place for at in range(len(words)) if (place := _place(hearing, at)) is not None}
    if len(places) == 1:
        return {"in_canada": places.pop()}
    pointing = any(_POINTING & {*word.text.split()} for word in words[:_LEADING])
    pointing = not places and (pointing or all(map(_is_of_hours, words)))
    return {"which": -1} if pointing else {}


def _is_of_hours(word: Word) -> bool:
    """Whether a word may stand in a message that tells hours and nothing else: "only 24 hours weekly"."""
    return any(kind in word for kind in _OF_HOURS) or word.text in ("semaine", "hebdo", "par")


_OF_HOURS = (
    *("NUM", "HOURS", "WEEK", "ONLY", "PARTTIME", "DOUBT"),
    *("LESS_THAN_FULL", "HALFTIME", "ARTICLE", "STOP"),
)


def _is_of_jobs(words: Sequence[Word], at: int) -> bool:
    """Whether a number in order counts jobs, and not years or months: "the first year"."""
    behind = words[at + 1 : at + 2]
    return not any(
        "YEARS" in word or "MONTHS" in word or ("NUM" in word and word.text != "one") for word in behind
    )


def _means_all(words: Sequence[Word]) -> bool:
    """ "Both", "all of them", « les deux », « tous les deux »."""
    first = [word.text for word in words[:4]]
    two = any(word.get("NUM") == 2 for word in (each.kinds for each in words[:4])) and "les" in first
    return two or any(text.split()[0] in _ALL for text in first if text.strip())


_ALL = frozenset({"both", "all", "toutes", "tous", "chacun", "chaque"})


def _place(hearing: Hearing, at: int) -> bool | None:
    """Where a job was that a word names, also by who lives there: "the Jamaican job"."""
    word = hearing.words[at]
    if (place := place_at(hearing, at)) is not None:
        return (
            place
            if not is_origin(hearing, at) or "OVER" in hearing.kinds or _names_job(hearing, at)
            else None
        )
    if not _names_job(hearing, at):
        return None
    return True if "CANADIAN" in word else False if "NATIONALITY" in word else None


def _names_job(hearing: Hearing, at: int) -> bool:
    """ "The Jamaican job", « l'emploi de Kinshasa », « celui d'Halifax »."""
    words = hearing.words
    beside = (*words[max(0, at - 2) : at], *words[at + 1 : at + 2])
    return any("JOBWORD" in word or "WORK" in word or word.text in _ONE for word in beside)


_ONE = frozenset({"one", "celui", "celle"})


def _hours(hearing: Hearing) -> dict[str, Any]:
    """The hours a week, or the share of full time, that were told."""
    for match in hearing.matches("jobs.any_hours"):
        hours = hearing.value(match, "n", "NUM")
        daily = any("DAYS" in word for word in hearing.words[match.end() : match.end() + 2])
        if 0 < hours <= MOST_HOURS and not daily:
            return {"hours_per_week": hours}
        return {}
    share = share_of(hearing, range(len(hearing.words)))
    return {} if share is None or "NEG" in hearing.kinds else {"share": share}


def _standing(hearing: Hearing) -> dict[str, Any]:
    """That it was unpaid, on one's own account, or beside full-time studies."""
    told: dict[str, Any] = {}
    if "UNPAID" in hearing.kinds:
        told["paid"] = False
    if "SELF_EMPLOYED" in hearing.kinds and "NEG" not in hearing.kinds:
        told["self_employed"] = True
    student = any(word.text.endswith(_STUDENTS) for word in hearing.words)
    if any(True for _ in hearing.matches("jobs.student")) or (student and "NEG" not in hearing.kinds):
        told["full_time_student"] = True
    return told


_STUDENTS = ("student", "etudiant", "etudiante")


def _ending(hearing: Hearing) -> dict[str, Any]:
    """When it ended: "the Surrey one ended in August 2026", "I left Ottawa in 2025"."""
    words = hearing.words
    at = next((at for at, word in enumerate(words) if "OVER" in word), None)
    return {} if at is None else {"end": end} if (end := next(_days(hearing, at), None)) else {}


def _days(hearing: Hearing, at: int) -> Iterator[str]:
    """The dates told right behind a word, up to today."""
    words = hearing.words
    near = range(at + 1, min(len(words), at + 1 + _TO_A_DATE))
    for dated in hearing.dates:
        if dated.first in near and len(dated.readings) and dated.readings[0] <= hearing.today:
            yield dated.told
    for place in near:
        if "YEARNUM" in words[place] and date(int(words[place]["NUM"]), 1, 1) <= hearing.today:
            yield str(int(words[place]["NUM"]))
