"""What the profile form does not ask, and documents, costs and deadlines depend on; and the whole family.

As in a profile, None means "not told yet", never "no".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from express_entry.days import When, age_on, first_day, last_day, lies_before, years_later
from express_entry.parameters import parameters
from express_entry.points import Because
from express_entry.profile import Child, Profile, told
from express_entry.vocabulary import PARTNERED, Known

ONE_FOR_ALL = 1
"""The candidate, who is always there."""


@dataclass(frozen=True)
class Circumstances:
    """Facts beside the profile.

    Attributes:
        children_born: the birth dates of all dependent children, where the profile does not list them.
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
class ChildCount:
    """Whether a child belongs to the family.

    Attributes:
        child: the child as told.
        counts: whether it is young enough to be a dependent child; None where its birthday decides.
        because: why it does not count, or what decides.
    """

    child: Child
    counts: Known
    because: tuple[Because, ...] = ()

    @property
    def comes(self) -> bool:
        """Whether it comes to Canada: unless told otherwise."""
        return self.counts is not False and self.child.accompanying is not False

    @property
    def born(self) -> When | None:
        """The date of birth, as far as told."""
        return self.child.birth_date

    def ages(self, on: date) -> tuple[int, int] | None:
        """The youngest and the oldest that it can be on a day; None where nothing was told of its age."""
        if self.born is not None:
            return age_on(last_day(self.born), on), age_on(first_day(self.born), on)
        return None if self.child.age is None else (self.child.age, self.child.age)


@dataclass(frozen=True)
class Family:
    """Who belongs to the candidate's family.

    Attributes:
        partner: whether there is a husband, wife or common-law partner.
        partner_comes: whether the partner comes as a foreign national and so pays fees.
        partner_canadian: whether the partner is a Canadian citizen or permanent resident.
        children: how many dependent children, wherever they live.
        children_coming: how many of them come to Canada.
        told: each child as far as told, with whether it counts.
        missing: the fields of the profile that were not told and would decide it.
    """

    partner: Known
    partner_comes: Known
    partner_canadian: Known
    children: int | None
    children_coming: int | None
    told: tuple[ChildCount, ...]
    missing: tuple[str, ...]

    @property
    def size(self) -> int | None:
        """How many people the family has, wherever they live; None where that was not told."""
        if self.partner is None or self.children is None:
            return None
        return ONE_FOR_ALL + self.partner + self.children

    @property
    def counted(self) -> tuple[ChildCount, ...]:
        """The children who belong to it."""
        return tuple(count for count in self.told if count.counts is not False)

    def children_of_age(self, least: int, most: int, on: date) -> tuple[int, int]:
        """How many of the children who come are, at least and at most, ``least`` to ``most`` years old."""
        coming = [count.ages(on) for count in self.counted if count.comes]
        known = [ages for ages in coming if ages is not None]
        sure = sum(least <= youngest and oldest <= most for youngest, oldest in known)
        possible = sum(youngest <= most and least <= oldest for youngest, oldest in known)
        return sure, possible + max(0, (self.children_coming or 0) - len(known))


def family_of(profile: Profile, on: date, around: Circumstances | None = None) -> Family:
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
    counts = _children(profile, on, around or Circumstances())
    if counts is None:
        number = _by_size(profile, partner)
        coming, counts = number, ()
    else:
        number = sum(count.counts is not False for count in counts)
        coming = sum(count.comes for count in counts)
    if number is None:
        missing.append("family_size")
    if any(count.counts is None for count in counts):
        missing.append("dependent_children.birth_date")
    canadian = canadian if partner else False
    return Family(partner, comes, canadian, number, coming, counts, tuple(missing))


def _by_size(profile: Profile, partner: Known) -> int | None:
    """The number of children that is left of the told size of the family."""
    if profile.family_size is None or partner is None:
        return None
    return max(0, profile.family_size - ONE_FOR_ALL - partner)


def _children(profile: Profile, on: date, around: Circumstances) -> tuple[ChildCount, ...] | None:
    """The children who were told one by one; None where they were not."""
    if profile.dependent_children is not None:
        return tuple(_child(child, on) for child in profile.dependent_children)
    if around.children_born is not None:
        return tuple(ChildCount(Child(birth_date=born), True) for born in around.children_born)
    return None


def _child(child: Child, on: date) -> ChildCount:
    """A child is dependent below an age; an older one only where a condition keeps it from supporting itself,
    which a profile does not tell. One of whom no age was told is taken to be young enough."""
    limit = parameters().figure("child_age", on)
    if child.birth_date is None:
        counts: Known = child.age is None or child.age < limit
    else:
        counts = lies_before(on, years_later(child.birth_date, limit))
    if counts:
        return ChildCount(child, True)
    message = "child-too-old" if counts is False else "child-birthday-decides"
    return ChildCount(child, counts, (Because(message, {"age": limit}),))
