"""What is supposed of a profile, made true of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, NamedTuple, Protocol

from express_entry.crs import settled
from express_entry.facts import Fact, canadian_years, foreign_years
from express_entry.points import Because
from express_entry.profile import Profile, Spouse, told
from express_entry.studies import studies
from express_entry.whatif.moves import EFFORT

Edit = Callable[[Profile], Profile]

FRENCH_AND_ENGLISH = ("english_lowest", "french_lowest")
AFFECTS: Mapping[str, tuple[str, ...]] = {
    "first_language": ("first_language", "first_language_lowest", *FRENCH_AND_ENGLISH),
    "second_language": ("second_language", "second_language_lowest", *FRENCH_AND_ENGLISH),
    "spouse.language": ("spouse_language", "spouse_language_lowest"),
    "education": ("education",),
    "canadian_education": ("canadian_education",),
    "canadian_work_years": ("canadian_work_years",),
    "foreign_work_years": ("foreign_work_years",),
    "certificate_of_qualification": ("certificate_of_qualification",),
    "provincial_nomination": ("provincial_nomination",),
    "job_offer": ("job_offer", "job_offer_noc"),
    "spouse.education": ("spouse_education",),
    "spouse.canadian_work_years": ("spouse_canadian_work_years",),
    "spouse.accompanying": (),
}
"""The facts that are worked out from each field of the profile."""


@dataclass(frozen=True)
class Change:
    """Something supposed.

    Attributes:
        id: such as ``first_language.listening.9``.
        kind: :data:`POWER`, :data:`TIME` or :data:`FACT`.
        because: the change as a message.
        path: the field of the profile that it changes.
        slots: what it sets; changes that share one exclude each other.
        affects: the facts that it changes.
        edit: makes it true of a profile.
        effort: its place in :data:`EFFORT`.
    """

    id: str
    kind: str
    because: Because
    path: str
    slots: frozenset[str]
    affects: tuple[str, ...]
    edit: Edit
    effort: int


class Supposed(NamedTuple):
    """A change made to the profile: the profile, the facts that it changes, the points of the rows that look
    at these, by the rows' places, and the score."""

    change: Change
    profile: Profile
    facts: Mapping[str, Fact]
    points: Mapping[int, int]
    total: int


class Ground(Protocol):
    """What changes are looked for in: a profile on a day, and what each of them would give."""

    on: date
    told: Profile
    profile: Profile

    @property
    def total(self) -> int:
        """The score as it is."""

    def supposed(self, change: Change) -> Supposed:
        """A change, made and scored."""


def change(name: str, path: str, edit: Edit, because: Because, kind: str, *slots: str) -> Change:
    """The change of the field at ``path``; two that have a slot in common cannot be made together."""
    affects = () if path == "spouse.accompanying" else AFFECTS[path]
    effort = EFFORT[next(key for key in EFFORT if name.startswith(key))]
    return Change(name, kind, because, path, frozenset(slots or (path,)), affects, edit, effort)


def set_field(profile: Profile, **values: Any) -> Profile:
    """The profile with other values."""
    return profile.copy(update=values)


def set_spouse(profile: Profile, **values: Any) -> Profile:
    """The profile with other values of the partner."""
    return profile.copy(update={"spouse": (profile.spouse or Spouse()).copy(update=values)})


def setting(path: str, value: Any) -> Edit:
    """The edit that sets the field at ``path``."""
    owner, _, name = path.rpartition(".")
    return partial(set_spouse if owner else set_field, **{name: value})


def with_credential(profile: Profile, level: str, on: date) -> Profile:
    """A new credential, assessed where it needs that."""
    return profile.copy(update={"education": level, "eca_date": on})


def in_single_fields(profile: Profile, on: date) -> Profile:
    """A profile with what jobs and credentials come to in its single fields, so that these can be changed."""
    values = _singles(profile, on)
    if "education" in values:
        values["education_country_is_canada"] = True
    if profile.spouse is not None and (theirs := _singles(profile.spouse, on)):
        values["spouse"] = profile.spouse.copy(update=theirs)
    return profile.copy(update=values) if values else profile


def _singles(person: Profile | Spouse, on: date) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if person.jobs is not None:
        values |= {
            "jobs": None,
            "canadian_work_years": canadian_years(person, on),
            "foreign_work_years": foreign_years(person, on),
        }
    if person.credentials:
        found = studies(person, on)
        values |= {"credentials": None, "education": found.level, "canadian_education": found.canadian}
        if isinstance(person, Spouse):
            values["eca_date"] = on
    return values


def swapped(profile: Profile, on: date) -> Profile:
    """The profile of the accompanying partner as the principal applicant.

    What is the candidate's own (nomination, certificate, offer) does not go over, and what only a principal
    applicant tells is not told.
    """
    profile = settled(profile, on)
    spouse = profile.spouse or Spouse()
    mine: dict[str, Any] = {
        "age": spouse.age,
        "birth_date": spouse.birth_date,
        "marital_status": profile.marital_status,
        "family_size": profile.family_size,
        "intends_quebec": profile.intends_quebec,
        "education": spouse.education,
        "canadian_education": spouse.canadian_education,
        "first_language": spouse.language,
        "english_levels": spouse.english_levels,
        "french_levels": spouse.french_levels,
        **_history(spouse),
        "sibling_in_canada": profile.sibling_in_canada,
        "settlement_funds_cad": profile.settlement_funds_cad,
    }
    theirs: dict[str, Any] = {
        "accompanying": spouse.accompanying,
        "citizen_or_permanent_resident": spouse.citizen_or_permanent_resident,
        "age": profile.age,
        "birth_date": profile.birth_date,
        "education": profile.education,
        "canadian_education": profile.canadian_education,
        "language": profile.first_language,
        **_history(profile),
    }
    mine, theirs = _told(mine), _told(theirs)
    for person, values in ((spouse, mine), (profile, theirs)):
        if person.eca_date is None and told(person, "eca_date"):
            values["eca_date"] = None
    partner = Spouse.construct(_fields_set=set(theirs), **theirs)
    return Profile.construct(_fields_set={*mine, "spouse"}, **mine, spouse=partner)


def _history(person: Profile | Spouse) -> dict[str, Any]:
    """What goes over with a person as it was told."""
    names = ("canadian_work_years", "foreign_work_years", "noc", "jobs", "credentials", "eca_date")
    return {name: getattr(person, name) for name in names}


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
