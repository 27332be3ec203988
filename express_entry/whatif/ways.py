"""A way to more points that somebody names: what it gives, by itself and with everything else as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from express_entry.crs import settled
from express_entry.parameters import HIGHEST_LEVEL
from express_entry.profile import Profile
from express_entry.vocabulary import ENGLISH, FRENCH
from express_entry.whatif.edits import in_single_fields
from express_entry.whatif.moves import POWER, Move, WhatIf
from express_entry.whatif.suppositions import (
    Diploma,
    Fact,
    LanguageLevel,
    MoreWork,
    Supposed,
    already_held,
    named,
    suppose_all,
)

WITHIN_REACH = 0.8
"""A smaller step is named instead of the best one where it gives this share of it: CLB 9 rather than 10."""
WORK, CANADIAN_WORK, FOREIGN_WORK = "work", "canadian_work", "foreign_work"
_SIMPLE: Mapping[str, Supposed] = {
    "nomination": Fact("provincial_nomination", True),
    "certificate": Fact("certificate_of_qualification", True),
    "job_offer": Fact("job_offer", {}),
    "education": Diploma("doctorate"),
    "canadian_education": Diploma("one_year", in_canada=True),
    CANADIAN_WORK: MoreWork(1, in_canada=True),
    FOREIGN_WORK: MoreWork(1, in_canada=False),
}
"""What stands for a way of which no step gives more."""


def within_reach(moves: Sequence[Move], share: float = WITHIN_REACH) -> Move:
    """Of the steps of one way the smallest one that gives at least this ``share`` of what the best does."""
    best = max(move.gain for move in moves)
    return min((move for move in moves if move.gain >= share * best), key=lambda move: move.gain)


def way_by_name(profile: Profile, on: date, found: WhatIf, name: str) -> Move | None:
    """What a way gives that is only called by its name: its step within reach."""
    whole = in_single_fields(settled(profile, on), on)
    kind = _kind_of(name, whole)
    steps = [move for move in found.moves if move.id.split("+")[0].startswith(kind)]
    if steps:
        return within_reach(steps)
    language = name if name in (ENGLISH, FRENCH) else None
    return way_supposed(profile, on, (_SIMPLE.get(kind) or LanguageLevel(HIGHEST_LEVEL, language=language),))


def _kind_of(name: str, whole: Profile) -> str:
    """How the steps of a way begin: those of a language by where its test stands, or would stand."""
    if name == WORK:
        return CANADIAN_WORK if whole.canadian_work_years else FOREIGN_WORK
    if name in (ENGLISH, FRENCH):
        first = whole.first_language
        return "first_language" if first is None or first.language == name else "second_language"
    return name


def way_supposed(profile: Profile, on: date, supposed: Sequence[Supposed]) -> Move | None:
    """What suppositions give together; None where one of them has no name. A level below what there is takes
    nothing away.

    Raises:
        ProfileError: a field cannot have the value that is supposed.
    """
    called = tuple(because for each in supposed if (because := named(each, profile, on)) is not None)
    if not called or len(called) < len(supposed):
        return None
    more = [
        each for each in supposed if not (isinstance(each, LanguageLevel) and already_held(profile, on, each))
    ]
    found = suppose_all(profile, on, more)
    return Move(
        ids=tuple(because.id for because in called),
        kind=POWER,
        changes=called,
        total=found.after.total,
        gain=found.gain,
        because=found.because,
        effort=0,
    )
