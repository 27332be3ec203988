"""What would change the score: single changes, the best pairs, ways to a given score, age, and who applies.

These are consequences of the published rules for facts that are supposed to be true, on the same day and with
everything else as it is. Nothing here advises, and nothing false is ever supposed: a partner who comes to
Canada is not scored as staying, nor a relative as being there.
"""

from __future__ import annotations

from datetime import date

from express_entry.crs import score
from express_entry.profile import Profile
from express_entry.whatif.edits import swapped
from express_entry.whatif.moves import (
    EFFORT,
    FACT,
    NOMINATION,
    POWER,
    TIME,
    Drop,
    Expiry,
    Move,
    Principal,
    Supposition,
    WhatIf,
    differing,
)
from express_entry.whatif.supposing import MOST_CHANGES, Supposing

__all__ = [
    "EFFORT",
    "FACT",
    "MOST_CHANGES",
    "NOMINATION",
    "POWER",
    "TIME",
    "Drop",
    "Expiry",
    "Move",
    "Principal",
    "Supposition",
    "WhatIf",
    "age_drops",
    "expiries",
    "principal",
    "suppose",
    "swapped",
    "ways_to",
    "what_if",
]


def what_if(profile: Profile, on: date) -> WhatIf:
    """Everything that would change the score of a profile on the day ``on``.

    Raises:
        DayBeforeExpressEntry: there were no rules on that day.
        ProfileError: the date of birth gives no possible age on that day.
    """
    supposing = Supposing(profile, on)
    pairs, compared = supposing.pairs()
    return WhatIf(
        base=supposing.base,
        moves=supposing.moves(),
        pairs=pairs,
        compared=compared,
        age_drops=supposing.age_drops(),
        expiries=supposing.expiries(),
        principal=supposing.principal(),
    )


def ways_to(profile: Profile, on: date, target: int, at_most: int = 3) -> tuple[Move, ...]:
    """The ways to a score of at least ``target``: with the fewest changes, and among these in the order of
    :data:`EFFORT`. A nomination, which a province decides, is named only where nothing else reaches it; none
    where that does not either, or the score is there already."""
    return Supposing(profile, on).ways_to(target, at_most)


def suppose(profile: Profile, supposed: Profile, on: date) -> Supposition:
    """The scores of a profile as it is and as it is supposed."""
    before, after = score(profile, on), score(supposed, on)
    lines = ({line.id: line.points for line in breakdown.lines} for breakdown in (before, after))
    return Supposition(before, after, differing(*lines))


def age_drops(profile: Profile, on: date) -> tuple[Drop, ...]:
    """The birthdays from which age takes points, with everything else and the rules as they are."""
    return Supposing(profile, on).age_drops()


def expiries(profile: Profile, on: date) -> tuple[Expiry, ...]:
    """Tests and the assessment (ECA) that count today, the day on which each stops, and the score then."""
    return Supposing(profile, on).expiries()


def principal(profile: Profile, on: date) -> Principal | None:
    """A couple scored with each of the two as the principal applicant.

    None where there is no partner who could be: one who does not come, or is a citizen or permanent resident.
    """
    return Supposing(profile, on).principal()
