"""Places that are written with a slip: "Casablnca", "the Phillipines", « Ouagadougo ».

An unknown word that stands where a place stands, behind "in" or "from" or alone in its message, is the known
place that one or two slips turned into it. Where a place in Canada and one elsewhere are as near, or where it
is a word of job titles, it stays unknown: where that is can only be asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rapidfuzz.distance import OSA

from bot.nlu.facts.words import Kinds, Word
from express_entry.occupations.search import is_in_titles

Places = Mapping[str, Sequence[tuple[str, Kinds]]]
"""Places by their first letter: how each is written, without spaces, and its kinds."""

_CANADIAN = frozenset({"CANADA", "PROVINCE", "CANADIAN_CITY", "QUEBEC"})
_OF_PLACES = _CANADIAN | {"FOREIGN"}
_BEFORE = ("IN", "FROM", "OF")
_JOINTS = ("ARTICLE", "THE")
_SHORTEST, _LONG = 5, 8
"""Letters from which one slip may be in a name, and from which two may be in that of a place abroad."""
_WORDS = 2
"""Words of a name that is written in several: "Bobo Diolasso"."""


def places_among(phrases: Iterable[tuple[Sequence[str], Mapping[str, Any]]]) -> Places:
    """The places among the phrases of a lexicon."""
    found: dict[str, list[tuple[str, Kinds]]] = {}
    for key, kinds in phrases:
        name = _name(" ".join(key))
        if len(name) >= _SHORTEST and kinds and kinds.keys() <= _OF_PLACES:
            found.setdefault(name[0], []).append((name, kinds))
    return found


def with_places(row: Sequence[Word], places: Places, lang: str) -> list[Word]:
    """The words, in which a place that is written with a slip has the kinds of the place that was meant."""
    found: list[Word] = []
    at = 0
    while at < len(row):
        size, kinds = _meant(row, at, places, lang) if _may_be_a_place(row, at) else (1, None)
        words = row[at : at + size]
        if kinds is None:
            found.append(row[at])
        else:
            text = " ".join(word.text for word in words)
            found.append(Word(words[0].start, words[-1].end, text, kinds))
        at += size if kinds is not None else 1
    return found


def _may_be_a_place(row: Sequence[Word], at: int) -> bool:
    if row[at].kinds or not row[at].text.isalpha():
        return False
    before = at - 1
    while before >= 0 and any(kind in row[before] for kind in _JOINTS):
        before -= 1
    alone = before < 0 and all(not word.kinds or "STOP" in word for word in row[at:])
    return alone or (before >= 0 and any(kind in row[before] for kind in _BEFORE))


def _meant(row: Sequence[Word], at: int, places: Places, lang: str) -> tuple[int, Kinds | None]:
    """How many words from ``at`` on are a place, and its kinds."""
    for size in range(min(_WORDS, len(row) - at), 0, -1):
        words = row[at : at + size]
        if any(word.kinds and not word.kinds.keys() <= _OF_PLACES for word in words):
            continue
        kinds = _nearest(_name(" ".join(word.text for word in words)), places)
        if kinds is not None and not (size == 1 and is_in_titles(words[0].text, lang)):
            return size, kinds
    return 1, None


def _nearest(name: str, places: Places) -> Kinds | None:
    """The kinds of the place that is nearest; None where none is near, or on both sides of the border."""
    if len(name) < _SHORTEST:
        return None
    near: dict[bool, tuple[int, Kinds]] = {}
    for known, kinds in places.get(name[0], ()):
        here = not _CANADIAN.isdisjoint(kinds)
        most = 1 if here or len(name) < _LONG else 2
        slips = OSA.distance(name, known, score_cutoff=most)
        if slips <= most and slips < near.get(here, (most + 1,))[0]:
            near[here] = slips, kinds
    if len(near) > 1 and near[True][0] == near[False][0]:
        return None
    return min(near.values(), key=lambda found: found[0])[1] if near else None


def _name(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())
