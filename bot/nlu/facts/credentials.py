"""Diplomas as they are told: level, length, country, completed or not, what an assessment says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.studies import (
    Credential,
    assessed,
    counts_apart,
    credentials,
    in_progress,
    lengths_of_study,
    places_of_study,
)

_AROUND = 4
"""Words between a diploma and how long it took."""
_ONE_NAME = 3
"""Words between two names of one diploma: "B.Com (a bachelor's)"."""
_TWO_OR_MORE = "two_or_more"
_ALONE = ("one_year", "two_year", "masters_or_professional")
"""What a post-graduate certificate may be for itself: its length decides, and what the assessment says."""
_BY_LENGTH = {1: "one_year", 2: "two_year"}


def read_credentials(hearing: Hearing) -> Iterator[Fact]:
    """``credential``: an entry of the profile's ``credentials``, with what was told of it."""
    yield from (fact for _, fact in _facts(hearing))


def taken(hearing: Hearing) -> frozenset[int]:
    """The words of diplomas that are told as entries of the list: they tell no level beside."""
    told = [entry for entry, _ in _facts(hearing)]
    told += _equivalents(hearing, _named(hearing))
    return frozenset(at for entry in told for at in range(entry.first, entry.last + 1))


def _named(hearing: Hearing) -> list[Credential]:
    return [entry for entry in credentials(hearing) if entry.levels != [_TWO_OR_MORE]]


def _equivalents(hearing: Hearing, named: list[Credential]) -> list[Credential]:
    """Levels that only an assessment gives a diploma told beside."""
    says = assessed(hearing, named)
    return [entry for entry in says.values() if entry.first not in says]


def _facts(hearing: Hearing) -> Iterator[tuple[Credential, Fact]]:
    named = _named(hearing)
    says = assessed(hearing, named)
    equivalents = {entry.first for entry in _equivalents(hearing, named)}
    lengths = lengths_of_study(hearing)
    places = {at: canadian for at, canadian, _, _ in places_of_study(hearing)}
    before: Credential | None = None
    for entry in named:
        if entry.first in equivalents or hearing.negated(entry.first, 3):
            continue
        if before is not None and _is_one(hearing, before, entry):
            continue
        before = entry
        own, rated = lengths, says.get(entry.first)
        if rated is not None and rated is not entry:
            own = {
                at: years for at, years in lengths.items() if not rated.first - _AROUND <= at <= rated.last
            }
        years = _years(hearing, entry, own)
        rest: dict[str, Any] = {} if years is None else {"years": years}
        place = next((places[at] for at in range(entry.first, entry.last + 1) if at in places), None)
        if place is not None:
            rest["in_canada"] = place
        if in_progress(hearing, entry.first):
            rest["completed"] = False
        if entry.first in says and says[entry.first] is not entry:
            rest["assessed_as"] = says[entry.first].levels[0]
        levels = _levels(entry, years)
        value: Any = {"level": levels[0], **rest}
        if len(levels) > 1:
            value = {"readings": [{"level": level, **rest} for level in levels]}
        sure = len(levels) == 1 and (entry.certain or years is not None)
        for fact in hearing.facts("credential", value, entry.first, entry.last, sure=sure):
            yield entry, fact


def _levels(entry: Credential, years: float | None) -> list[str]:
    """The levels that a diploma may be of; of a post-graduate certificate, by its length."""
    if _TWO_OR_MORE not in entry.levels:
        return entry.levels
    return [_BY_LENGTH[int(years)]] if years in _BY_LENGTH else list(_ALONE)


def _years(hearing: Hearing, entry: Credential, lengths: Mapping[int, float]) -> float | None:
    number = hearing.scopes[entry.first].part
    around = (
        *range(entry.first, entry.last + 1 + _AROUND),
        *range(entry.first - 1, entry.first - _AROUND, -1),
    )
    beside = (
        at for at in around if 0 <= at < len(hearing.words) and hearing.scopes[at].part - number in (0, 1)
    )
    return next((lengths[at] for at in beside if at in lengths), None)


def _is_one(hearing: Hearing, before: Credential, entry: Credential) -> bool:
    """Whether two names are of one diploma: "licence (bac+3)", "B.Com, bachelor's"."""
    near = entry.first - before.last <= _ONE_NAME
    same = before.levels[0] == entry.levels[0] or not counts_apart(hearing, entry.first)
    apart = any(
        "AND" in word or "PLUS" in word or "ALSO" in word for word in hearing.words[before.last : entry.first]
    )
    return near and same and not apart
