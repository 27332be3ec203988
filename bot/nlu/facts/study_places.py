"""Where diplomas were earned of which no pattern tells it: by a school that is named beside, or by the place
that is told where nothing but the diploma and its length is.

"BCIT, two-year diploma", "MBA in progress at Dalhousie", "CAP boulangerie, 2 ans, à Nantes".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.studies import Credential
from bot.nlu.facts.study_lengths import lengths_of_study
from bot.nlu.facts.words import Word

_SCHOOLS = ("CANADIAN_SCHOOL", "FOREIGN_SCHOOL")
_HERE, _ABROAD = ("CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY"), ("FOREIGN", "FOREIGN_WORD")
_ENDS = ("STOP", "QUESTION", "BUT", "THEN")
_OTHERWISE = (
    "WORK",
    "EXPERIENCE",
    "JOBHEAD",
    "JOB_AS",
    "EMPLOYER",
    "EMPLOYED",
    "WORKPLACE",
    "LIVES",
    "IAM",
    "PARTNER",
)
_OTHERWISE_TOLD = (
    *_OTHERWISE,
    "HE",
    "MARITAL",
    "TEST",
    "SIBLING",
    "KID",
    "GONE_TO",
    "WANT",
    "SINCE",
    "HOURS",
    "OLD",
)
"""Kinds of words with which something else is told than studies."""
_ALL = ("both", "tous les deux", "les deux", "tout", "all")
"""How a place is told to be that of all diplomas."""


def places_beside(
    hearing: Hearing, named: Sequence[Credential], placed: Mapping[int, bool]
) -> dict[int, bool]:
    """Whether each of the diplomas that no pattern has ``placed`` is from Canada, by its first word."""
    known = {entry.first for entry in named if any(at in placed for at in range(entry.first, entry.last + 1))}
    found: dict[int, bool] = {}
    for number, entry in enumerate(named):
        if entry.first in known:
            continue
        start = named[number - 1].last + 1 if number else 0
        stop = named[number + 1].first if number + 1 < len(named) else len(hearing.words)
        before = range(max(start, _sentence(hearing, entry.first)), entry.first)
        behind = range(entry.last + 1, stop)
        here = next(_schools(hearing, behind), None)
        if here is None and (not number or named[number - 1].first in known):
            here = next(_schools(hearing, before[::-1]), None)
        if here is None and not _is_any_of(hearing, before, _OTHERWISE_TOLD):
            here = next(_alone(hearing, behind), None)
        if here is not None:
            found[entry.first] = here
    return _of_all(hearing, named, known, found)


def _of_all(
    hearing: Hearing, named: Sequence[Credential], known: set[int], found: dict[int, bool]
) -> dict[int, bool]:
    """ "OND then HND, both in Nigeria": the place of the last is that of the others."""
    last = named[-1] if named else None
    if last is None or last.first not in found:
        return found
    of_all = any(word.text in _ALL or "BOTH" in word for word in hearing.words[last.last + 1 :])
    others = {entry.first: found[last.first] for entry in named if entry.first not in known}
    return {**others, **found} if of_all else found


def _schools(hearing: Hearing, places: range) -> Iterator[bool]:
    """Whether schools are in Canada that are named there, up to where something else is told."""
    for at in places:
        word = hearing.words[at]
        if _is_any(word, (*_ENDS, *_OTHERWISE)):
            return
        if _is_any(word, _SCHOOLS) and hearing.stated(at):
            yield "CANADIAN_SCHOOL" in word


def _alone(hearing: Hearing, places: range) -> Iterator[bool]:
    """Whether places are in Canada that are named there, where nothing but a diploma and its length is told:
    a length of its own behind a place is of work ("BSc, Dubai 5 years")."""
    studied = lengths_of_study(hearing)
    for at in _behind_its_trade(hearing, places):
        word = hearing.words[at]
        if _is_any(word, (*_ENDS, *_OTHERWISE_TOLD)) or not hearing.stated(at):
            return
        if "NUM" in word and "ARTICLE" not in word and "YEARNUM" not in word and at not in studied:
            return
        if _is_any(word, (*_HERE, *_ABROAD)):
            behind = hearing.words[at + 1 : at + 4]
            timed = any("YEARS" in after for after in behind) and not any(
                each in studied for each in range(at + 1, at + 4)
            )
            if not timed:
                yield _is_any(word, _HERE)
            return


def _behind_its_trade(hearing: Hearing, places: range) -> range:
    """The words behind the trade that a diploma is of: « CFC de menuisier, 4 ans, à Fribourg »."""
    first = hearing.words[places.start : places.start + 2]
    if len(first) < _TRADE or not _is_any(first[0], ("OF", "FROM", "AS", "JOB_AS", "IN")):
        return places
    named = _is_any(first[1], ("JOBHEAD", "JOBMODIFIER")) or not first[1].kinds
    return places[_TRADE:] if named else places


_TRADE = 2
"""Words in which a diploma names its trade: "in nursing"."""


def _sentence(hearing: Hearing, at: int) -> int:
    return next((n + 1 for n in range(at - 1, -1, -1) if _is_any(hearing.words[n], ("STOP", "QUESTION"))), 0)


def _is_any_of(hearing: Hearing, places: range, kinds: Sequence[str]) -> bool:
    return any(_is_any(hearing.words[at], kinds) for at in places)


def _is_any(word: Word, kinds: Sequence[str]) -> bool:
    return any(kind in word for kind in kinds)
