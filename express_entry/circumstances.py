"""What the profile form does not ask, and documents, costs and deadlines depend on; and the whole family.

As in a profile, None means "not told yet", never "no".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from express_entry.profile import Profile, age_on, told
from express_entry.programs.requirements import PARTNERED, Known

ONE_FOR_ALL = 1
"""The candidate, who is always there."""


@dataclass(frozen=True)
class Circumstances:
    """Facts beside the profile.

    Attributes:
        children_born: the birth dates of all dependent children.
        countries: countries other than Canada lived in for six months or more since the age of 18.
        refused: a visa, permit, entry or application was refused, by any country.
        convicted: an arrest, a charge or a conviction, anywhere.
        represented: somebody represents the candidate, paid or not.
        other_language: documents that are neither in English nor in French.
        name_changed: documents show different names or birth dates.
        adopted: one of the children is adopted.
        parent_stays: the other parent of one of the children does not come.
    """

    children_born: tuple[date, ...] | None = None
    countries: tuple[str, ...] | None = None
    refused: bool | None = None
    convicted: bool | None = None
    represented: bool | None = None
    other_language: bool | None = None
    name_changed: bool | None = None
    adopted: bool | None = None
    parent_stays: bool | None = None


QUESTIONS = (
    "refused",
    "convicted",
    "represented",
    "other_language",
    "name_changed",
    "adopted",
    "parent_stays",
)
"""The facts of :class:`Circumstances` that are answered by yes or no."""


@dataclass(frozen=True)
class Family:
    """Who belongs to the candidate's family.

    Attributes:
        partner: whether there is a husband, wife or common-law partner.
        partner_comes: whether the partner comes as a foreign national and so pays fees.
        partner_canadian: whether the partner is a Canadian citizen or permanent resident.
        children: how many dependent children, wherever they live.
        children_born: their birth dates, as far as told.
        missing: the fields of the profile that were not told and would decide it.
    """

    partner: Known
    partner_comes: Known
    partner_canadian: Known
    children: int | None
    children_born: tuple[date, ...]
    missing: tuple[str, ...]

    def children_of_age(self, least: int, most: int, on: date) -> tuple[int, int]:
        """How many children at least and at most are ``least`` to ``most`` years old on a day."""
        ages = [age_on(born, on) for born in self.children_born]
        sure = sum(least <= age <= most for age in ages)
        return sure, sure + max(0, (self.children or 0) - len(ages))


def family_of(profile: Profile, around: Circumstances) -> Family:
    """The family that a profile tells of; a partner of whom nothing else was told is taken to come."""
    partner = profile.marital_status in PARTNERED if profile.marital_status else None
    if partner is None and profile.spouse is not None:
        partner = True
    missing = [] if partner is not None else ["marital_status"]
    spouse = profile.spouse if partner else None
    canadian = spouse.citizen_or_permanent_resident if spouse else None
    comes = partner
    if partner and (canadian or (spouse and spouse.accompanying is False)):
        comes = False
    elif partner and not told(spouse, "accompanying"):
        missing.append("spouse.accompanying")
    children = _children(profile, around, partner)
    if children is None:
        missing.append("family_size")
    born = around.children_born or ()
    return Family(partner, comes, canadian if partner else False, children, born, tuple(missing))


def _children(profile: Profile, around: Circumstances, partner: Known) -> int | None:
    if around.children_born is not None:
        return len(around.children_born)
    if profile.family_size is None or partner is None:
        return None
    return max(0, profile.family_size - ONE_FOR_ALL - partner)
