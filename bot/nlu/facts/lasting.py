"""How long something that goes on has lasted, as a message tells it: "8 months", "since June 2024"."""

from __future__ import annotations

from bot.nlu.facts.hearing import Hearing

_DAYS, _MONTHS = 365.25, 12
_OF_THE_LENGTH = 4
"""Words from "since" to the year or the month: "since early 2024"."""
_TO_LESS = 3
"""Words from "less than" to the length."""
_LESS = frozenset({"moins", "less", "under"})
_SOME_MONTHS = 0.5
"""Years since a month that is named without its year: it is the last one of that name."""


def lasted(hearing: Hearing, first: int = 0, last: int | None = None) -> float | None:
    """The length that the words ``first`` to ``last`` tell, in years up to today; None where they tell none.

    Of a year that began less than two years ago nobody knows whether it is one whole year: "since 2025", said
    in 2026, tells nothing.
    """
    stop = len(hearing.words) if last is None else last + 1
    for at in range(first, stop):
        if (long := _counted(hearing, at)) is not None:
            near = hearing.words[max(first, at - _TO_LESS) : at]
            less = any("LESS" in word or "NOTYET" in word or word.text in _LESS for word in near)
            return max(0.0, long - 1 / _MONTHS) if less else long
        since = "SINCE" in hearing.words[at] or hearing.words[at].text.endswith((" since", " depuis"))
        if since and (long := _since(hearing, at)) is not None:
            return long
    return None


def _counted(hearing: Hearing, at: int) -> float | None:
    """ "8 months", "two years", "a year", « un an »."""
    if "AYEAR" in hearing.words[at]:
        return 1.0
    word, after = hearing.words[at], hearing.words[at + 1 : at + 3]
    if "NUM" not in word or not after or any("OLD" in near for near in after):
        return None
    if "YEARS" in after[0]:
        return float(word["NUM"])
    return word["NUM"] / _MONTHS if "MONTHS" in after[0] else None


def _since(hearing: Hearing, at: int) -> float | None:
    """ "Since June 2024", "since September", "since 2022"."""
    today, months = hearing.today, False
    for place in range(at + 1, min(at + 1 + _OF_THE_LENGTH, len(hearing.words))):
        word = hearing.words[place]
        dated = next((each for each in hearing.dates if each.first <= place <= each.last), None)
        if dated is not None and dated.exact != "year" and dated.readings[0] <= today:
            return (today - dated.readings[0]).days / _DAYS
        if "YEARNUM" in word:
            whole = today.year - int(word["NUM"])
            return None if whole == 1 else float(max(whole - 1, 0))
        if any(kind in word for kind in ("STOP", "COMMA", "QUESTION")):
            break
        months = months or "MONTHNAME" in word
    return _SOME_MONTHS if months else None
