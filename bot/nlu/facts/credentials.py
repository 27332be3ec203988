"""Diplomas as they are told: level, length, country, completed or not, what an assessment says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing, once
from bot.nlu.facts.studies import (
    BY_YEARS,
    Credential,
    assessed,
    counts_apart,
    credentials,
    in_progress,
    places_of_study,
    places_under_way,
)
from bot.nlu.facts.study_lengths import lengths_of_study
from bot.nlu.facts.study_places import places_beside
from bot.nlu.facts.unfinished import never_begun
from bot.nlu.facts.words import Word

_AROUND = 4
"""Words between a diploma and how long it took."""
_ONE_NAME = 3
"""Words between two names of one diploma: "B.Com (a bachelor's)"."""
_TWO_OR_MORE = "two_or_more"
_ALONE = ("one_year", "two_year", "masters_or_professional")
"""What a post-graduate certificate may be for itself: its length decides, and what the assessment says."""
_BY_ITS_LENGTH = frozenset({"secondary", "one_year", "two_year", "bachelors_or_three_year"})
"""What a diploma may be of which no more is said, « diplôme d'État »: how long it took decides."""
_OF_A_COLLEGE = frozenset({"two_year", "bachelors_or_three_year"})
"""What a diploma of a college may be that is told without its length; in Canada it may take a year, too."""
_BY_LENGTH = {1: "one_year", 2: "two_year"}


_SINGLE = {_TWO_OR_MORE: "bachelors_or_three_year"}
"""What each of two diplomas is that are told together."""


def _two_places(hearing: Hearing, entry: Credential) -> tuple[bool, bool] | None:
    """Whether each of two diplomas that are told as one is from Canada."""
    plural = any("NUM" in word for word in hearing.words[max(0, entry.first - 2) : entry.first])
    counted = hearing.words[entry.first].text.startswith(_TWO)
    told = entry.certain and (plural or counted)
    found = hearing.matches("studies.one_each") if told else ()
    match = next((match for match in found if entry.first <= match.start() <= entry.last), None)
    if match is None:
        return None
    first, second = (
        any(
            "CANAD" in kind or kind in ("PROVINCE", "QUEBEC") for kind in hearing.words[match.start(at)].kinds
        )
        for at in "ab"
    )
    return first, second


_TWO = ("two ", "2 ", "double ", "dual ", "deux ")


def read_credentials(hearing: Hearing) -> Iterator[Fact]:
    """``credential``: an entry of the profile's ``credentials``, with what was told of it."""
    yield from (fact for _, fact in _facts(hearing))


def taken(hearing: Hearing) -> frozenset[int]:
    """The words of diplomas that are told as entries of the list: they tell no level beside."""
    told = [entry for entry, _ in _facts(hearing)]
    told += [entry for entry in _named(hearing) if not hearing.negated(entry.first, 3)]
    told += _equivalents(hearing, _named(hearing))
    return frozenset(at for entry in told for at in range(entry.first, entry.last + 1))


@once
def _named(hearing: Hearing) -> list[Credential]:
    named = [
        entry
        for entry in credentials(hearing)
        if entry.levels[0] != _TWO_OR_MORE or len(entry.levels) > 2 or _two_places(hearing, entry) is not None
    ]
    two = [entry for entry in credentials(hearing) if entry.levels == [_TWO_OR_MORE]]
    named = [entry for entry in named if not any(_is_level_of(hearing, each, entry) for each in two)]
    named = _with_levels_beside(hearing, named)
    for number, (entry, after) in enumerate(pairwise(named)):
        told = after.certain and after.levels[0] in entry.levels and _is_in_brackets(hearing, entry, after)
        if told and not entry.certain:  # « diplôme d'ingénieur (master) »
            named[number] = entry._replace(levels=after.levels, certain=True)
    return named


def _with_levels_beside(hearing: Hearing, named: Sequence[Credential]) -> list[Credential]:
    """The diplomas, each with the level that is told right behind its own name: « maîtrise (Bac+4) »."""
    kept: list[Credential] = []
    for entry in named:
        common = [level for level in kept[-1].levels if level in entry.levels] if kept else []
        if common and _is_level_of(hearing, kept[-1], entry):
            kept[-1] = kept[-1]._replace(last=entry.last, levels=common, certain=len(common) == 1)
        else:
            kept.append(entry)
    return kept


def _is_level_of(hearing: Hearing, before: Credential, entry: Credential) -> bool:
    """Whether « bac+5 » tells how high the diploma before it is, and no other diploma."""
    between = hearing.words[before.last + 1 : entry.first]
    apart = any(_is_any(word, ("STOP", "AND", "PLUS", "ALSO", "THEN")) for word in between)
    return (
        hearing.words[entry.first].text.startswith(_YEARS_AFTER_SCHOOL)
        and entry.first > before.last
        and len(between) <= _TO_ITS_LEVEL
        and not apart
    )


_YEARS_AFTER_SCHOOL = ("bac +", "bac plus", "niveau bac +", "niveau bac plus")
_TO_ITS_LEVEL = 6
"""Words from a diploma to its level: « titre d'ingénieur de Polytechnique Yaoundé, c'est un bac+5 »."""


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
    places.update(places_under_way(hearing))
    places = {**places_beside(hearing, named, places), **places}
    before: Credential | None = None
    least = next((entry for entry in named if _is_below_all(hearing, entry)), None)
    for entry in named:
        if entry.first in equivalents or not _is_held(hearing, entry):
            continue
        again = any(_is_meant(hearing, entry, says.get(other.first), other) for other in named)
        if again or (before is not None and _is_one(hearing, before, entry)):
            continue
        if _is_no_level(hearing, entry, named, least):
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
        if rated is None and in_progress(hearing, entry.first):
            rest["completed"] = False
        if rated is not None and (rated is not entry or len(rated.levels) == 1):
            rest["assessed_as"] = rated.levels[0]
        sure = entry.certain or years is not None
        beside = [at for at in own if entry.last < at <= entry.last + _AROUND + 3 and own[at] == years]
        last = max(other.last for other in named) if entry is least else max([entry.last, *beside])
        for value in _values(hearing, entry, years, rest):
            certain = sure and "readings" not in value
            told = hearing.facts("credential", value, entry.first, last, sure=certain)
            for fact in told or _still_to_come(hearing, entry, value, certain):
                yield entry, fact


def _is_held(hearing: Hearing, entry: Credential) -> bool:
    """Whether a diploma was begun and is not denied, or is one of those below all others."""
    left_school = {*entry.levels} <= _SCHOOLS  # "high school in Manila, didn't go to college"
    begun = left_school or not never_begun(hearing, entry.first, entry.last)
    return begun and (_denies_itself(hearing, entry) or not hearing.negated(entry.first, 3))


def _is_no_level(
    hearing: Hearing, entry: Credential, named: Sequence[Credential], least: Credential | None
) -> bool:
    """Whether a school tells no level beside what else is named: one where somebody teaches, "only matric"
    beside "less than secondary", « niveau terminale » beside « sans le bac », "no diploma, only class 10"."""
    school = {*entry.levels} <= _SCHOOLS
    if (school and _is_of_a_teacher(hearing, entry)) or (least is not None and entry is not least):
        return True
    if school and any(_denies_itself(hearing, other) for other in named if other is not entry):
        return True
    stated = [other for other in named if not hearing.negated(other.first, 3)]
    lowest = "less_than_secondary" in entry.levels and not _denies_itself(hearing, entry)
    return lowest and entry is not least and _is_more_told(stated, entry)


def _denies_itself(hearing: Hearing, entry: Credential) -> bool:
    """« Pas le bac »: the words of a level say themselves that there is no diploma of it."""
    said = hearing.words[entry.first].text
    return entry.levels == ["less_than_secondary"] and (said.startswith(_NOT_IT) or " pas " in said)


_NOT_IT = ("pas ", "sans ")


def _still_to_come(hearing: Hearing, entry: Credential, value: dict[str, Any], sure: bool) -> Iterator[Fact]:
    """A diploma that is told to end after today, in words of what will be: it is told, and not held."""
    scope, last = hearing.scopes[entry.first], hearing.words[entry.last]
    unfinished = value.get("completed") is False
    thought = hearing.part_has(entry.first, "PONDERS")  # « peut-être que je fais une maîtrise »
    if unfinished and not thought and scope.mood in ("said", "want") and scope.person in ("self", "partner"):
        yield Fact(
            "credential", value, scope.person, hearing.words[entry.first].start, last.end, sure, scope.named
        )


_SCHOOLS = frozenset({"less_than_secondary", "secondary"})
"""Levels that are named like the school in which one learns, or teaches."""
_LIMITS = ("less ", "below ", "under ", "not even ", "moins ", "en dessous ")
_TEACHERS = ("prof", "enseign", "institut", "maitre", "teach")
_REACH = 4


def _is_below_all(hearing: Hearing, entry: Credential) -> bool:
    """Whether it is said in so many words that all there is lies below a level: "less than secondary"."""
    said = " ".join(word.text for word in hearing.words[entry.first : entry.last + 1])
    return entry.levels == ["less_than_secondary"] and said.startswith(_LIMITS)


def _is_more_told(named: Sequence[Credential], entry: Credential) -> bool:
    """Whether a level above the lowest is named beside, or the lowest itself in clear words."""
    clear = len(entry.levels) > 1 and any(other.levels == ["less_than_secondary"] for other in named)
    return clear or any("less_than_secondary" not in other.levels for other in named)


def _is_of_a_teacher(hearing: Hearing, entry: Credential) -> bool:
    """Whether a school is where somebody works, and not what they finished."""
    works = entry.levels == ["secondary"] and _is_a_place_of_work(hearing, entry.first)
    return works or _is_taught(hearing, entry.first)


def _is_taught(hearing: Hearing, at: int) -> bool:
    """Whether a school is the one in which somebody teaches: "prof de primaire"."""
    before = hearing.words[max(0, at - _REACH) : at]
    return any(
        word.text.startswith(_TEACHERS) and hearing.scopes[place].part == hearing.scopes[at].part
        for place, word in enumerate(before, max(0, at - _REACH))
    )


def _is_a_place_of_work(hearing: Hearing, at: int) -> bool:
    """Whether somebody works where others learn: "I teach in a secondary school"."""
    before = hearing.words[max(0, at - 4) : at]
    works = any(kind in word for word in before for kind in ("WORK", "JOBHEAD", "JOB_AS"))
    teaches = any(word.text.startswith(("teach", "enseign")) for word in before)
    return (works or teaches) and any("IN" in word for word in before[-2:])


def _values(
    hearing: Hearing, entry: Credential, years: float | None, rest: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """What is told of a diploma, or of each of two told together; readings where its level is open."""
    levels = _levels(entry, years, rest.get("in_canada"))
    if len(levels) > 1 and rest.get("assessed_as") in levels:
        levels = [rest["assessed_as"]]  # the assessment decides what is open
    if (two := _two_places(hearing, entry)) is not None:
        level = _SINGLE.get(entry.levels[0], entry.levels[0])
        yield from ({"level": level, **rest, "in_canada": in_canada} for in_canada in two)
    elif len(levels) == 1:
        yield {"level": levels[0], **rest}
    else:
        yield {"readings": [{"level": level, **rest} for level in levels]}


def _levels(entry: Credential, years: float | None, in_canada: bool | None) -> list[str]:
    """The levels that a diploma may be of; of one that is only called a diploma, and of a post-graduate
    certificate, by its length. Abroad such a certificate of two years may be assessed as a master's."""
    by_years = BY_YEARS.get(int(years or 0))
    if {*entry.levels} <= _BY_ITS_LENGTH and "two_year" in entry.levels and by_years in entry.levels:
        return [by_years]
    if {*entry.levels} == _OF_A_COLLEGE and by_years == "one_year" and in_canada:
        return [by_years]
    if entry.levels == ["two_year", "masters_or_professional"] and in_canada:
        return ["two_year"]
    if _TWO_OR_MORE not in entry.levels:
        return entry.levels
    if years not in _BY_LENGTH:
        return list(_ALONE)
    by_length = _BY_LENGTH[int(years)]
    return [by_length, "masters_or_professional"] if in_canada is False and years == 2 else [by_length]


def _years(hearing: Hearing, entry: Credential, lengths: Mapping[int, float]) -> float | None:
    number = hearing.scopes[entry.first].part
    around = (
        *range(entry.first, entry.last + 1 + _AROUND),
        *range(entry.first - 1, entry.first - _AROUND, -1),
    )
    others = [other for other in _named(hearing) if other.first != entry.first]
    after = min((other.first for other in others if other.first > entry.last), default=len(hearing.words))
    before = max((other.last for other in others if other.last < entry.first), default=-1)
    beside = (at for at in around if before < at < after and hearing.scopes[at].part - number in (0, 1))
    return next((lengths[at] for at in beside if at in lengths), None)


def _is_one(hearing: Hearing, before: Credential, entry: Credential) -> bool:
    """Whether two names are of one diploma: "licence (bac+3)", "B.Com, bachelor's"."""
    if before.levels == entry.levels and _is_in_brackets(hearing, before, entry):
        return True
    between = hearing.words[before.last + 1 : entry.first]
    near = len(between) < _ONE_NAME or _is_its_level(hearing, before, entry)
    same = not counts_apart(hearing, entry.first) or (
        before.levels[0] == entry.levels[0]
        and (before.certain == entry.certain or any("OPEN" in word for word in between))
    )
    same = same or (not entry.certain and before.levels[0] in entry.levels and not between)
    apart = any("AND" in word or "PLUS" in word or "ALSO" in word for word in between)
    lengths = lengths_of_study(hearing)
    each_long = any(at in lengths for at in range(before.last, entry.first)) and (
        entry.last in lengths or entry.last + 1 in lengths
    )
    return near and same and not (apart or each_long)


def _is_its_level(hearing: Hearing, before: Credential, entry: Credential) -> bool:
    """Whether only a place stands between a diploma and what it is: "BA from Delhi, a bachelor's"."""
    general, named = hearing.words[entry.first].text, hearing.words[before.first].text
    between = hearing.words[before.last + 1 : entry.first]
    place = all(
        _is_any(word, ("FROM", "IN", "COMMA", "ARTICLE", "OF", "AS", "JOB_AS", *_PLACES)) for word in between
    )
    apart = named.startswith(_GENERAL) or not general.startswith(_GENERAL)
    return place and not apart and before.levels == entry.levels


_GENERAL = ("bachelor", "master", "licence", "maitrise", "baccalaureat")
_PLACES = ("FOREIGN", "CANADIAN_CITY", "PROVINCE", "CANADA", "QUEBEC")


def _is_in_brackets(hearing: Hearing, before: Credential, entry: Credential) -> bool:
    """Whether only a name stands in brackets behind a diploma: "doctor of pharmacy of USJ (PharmD)"."""
    words = hearing.words
    alone = all("CLOSE" in word for word in words[entry.last + 1 : entry.last + 2])
    parted = any(_is_any(word, _APART) for word in words[before.last + 1 : entry.first - 1])
    return "OPEN" in words[entry.first - 1] and alone and not parted


_APART = ("COMMA", "STOP", "QUESTION", "AND", "PLUS", "ALSO", "OPEN", "CLOSE")
"""Kinds of words behind which another diploma may be told."""


def _is_any(word: Word, kinds: Sequence[str]) -> bool:
    return any(kind in word for kind in kinds)


def _is_meant(hearing: Hearing, entry: Credential, rated: Credential | None, named: Credential) -> bool:
    """Whether a diploma is named once more where it is told how it was assessed: "WES rated the master's as a
    master's"."""
    words = hearing.words
    again = named.first > 0 and words[named.first - 1].text in _THE and entry.last < named.first
    return rated is not None and rated is not named and again and entry.levels == named.levels


_THE = frozenset({"the", "my", "le", "la", "mon", "ma", "l'"})
