"""What diplomas count as: one level of education, and the highest credential from Canada.

A credential from abroad counts with an educational credential assessment (ECA) under five years old, as the
level that the assessment says; one from Canada counts as it is. Two credentials after secondary school, one
of them from a program of three years or more, are a level of their own. An assessment that was not told is
taken to come, and named as missing; where there is none yet, the credential does not count. Rules:
Ministerial Instructions, s. 11 and 30.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from express_entry.days import When, first_day, lies_before, years_later
from express_entry.parameters import parameters
from express_entry.points import Because
from express_entry.profile import Credential, Profile, Spouse, told
from express_entry.vocabulary import (
    EDUCATION,
    THREE_YEARS,
    TWO_OR_MORE,
    CanadianEducation,
    Education,
    Known,
)

LOWEST: Education = EDUCATION[0]
SECONDARY = EDUCATION.index("secondary")
CANADA, ECA = "education_country_is_canada", "eca_date"


@dataclass(frozen=True)
class CredentialCount:
    """What one credential counts as.

    Attributes:
        credential: the credential.
        level: its level, by the assessment where there is one.
        counts: whether it counts on the day; None where the day of the assessment decides.
        assumed: whether it counts only because an assessment that was not told is taken to come.
        valid_until: the day, or its month, on which its assessment expires.
        because: what it counts as, or why it does not.
        missing: the fields that were not told and decide it.
    """

    credential: Credential
    level: Education
    counts: Known
    assumed: bool
    valid_until: When | None
    because: tuple[Because, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Studies:
    """What all credentials of a person count as.

    Attributes:
        level: the level of education; None where nothing was told.
        canadian: the highest credential from Canada; None where it was not told.
        credentials: each credential with what it counts as.
        because: the reasons for the level.
        missing: the fields that were not told and could change the level.
        firm: whether the level is sure as far as it goes.
    """

    level: Education | None
    canadian: CanadianEducation | None
    credentials: tuple[CredentialCount, ...]
    because: tuple[Because, ...]
    missing: tuple[str, ...]
    firm: bool


def studies(person: Profile | Spouse, on: date) -> Studies:
    """What the credentials of a candidate or a partner count as on the day ``on``.

    A list of credentials goes before a single level.
    """
    if person.credentials:
        return _studies(person, on)
    is_candidate = isinstance(person, Profile)
    country = person.education_country_is_canada if isinstance(person, Profile) else None
    assessed = (person.eca_date,) if told(person, ECA) else ()
    taught = person.education, country, person.canadian_education
    return _of_single(is_candidate, *taught, assessed, person.has_eca, on)


@lru_cache(maxsize=16384)
def _of_single(
    is_candidate: bool,
    education: Education | None,
    in_canada: bool | None,
    canadian: CanadianEducation | None,
    assessed: tuple[When | None, ...],
    has_eca: bool | None,
    on: date,
) -> Studies:
    """The studies of somebody who told a single level; kept, since many share it."""
    values: dict[str, Any] = {"education": education, "canadian_education": canadian, "has_eca": has_eca}
    if assessed:
        (values[ECA],) = assessed
    if not is_candidate:
        return _studies(Spouse.construct(set(values), **values), on)
    values[CANADA] = in_canada
    return _studies(Profile.construct(set(values), **values), on)


def _studies(person: Profile | Spouse, on: date) -> Studies:
    listed = person.credentials or ()
    counts = tuple(_count(credential, person, on) for credential in listed or _single(person))
    if not counts:
        return Studies(None, person.canadian_education, (), (), ("education",), True)
    counted = [count for count in counts if count.counts]
    level = combined(count.level for count in counted)
    sure = combined(count.level for count in counted if not count.assumed)
    return Studies(
        level=level,
        canadian=_canadian(listed, person.canadian_education),
        credentials=counts,
        because=_reasons(_named(level, person), counts),
        missing=tuple(
            dict.fromkeys(path for count in counts if _matters(count, counted) for path in count.missing)
        ),
        firm=level == sure,
    )


def _matters(count: CredentialCount, counted: Sequence[CredentialCount]) -> bool:
    """Whether the level would be another with or without a credential."""
    others = [each.level for each in counted if each is not count]
    return combined(others) != combined([*others, count.level])


def eca_years(on: date) -> int:
    """How many years an assessment counts, by the rules of a day."""
    return parameters().figure("eca_years", on)


def assessed_until(person: Profile | Spouse, on: date) -> tuple[When, ...]:
    """The days, or months, on which the assessments that were told expire, the first one first."""
    ends = {count.valid_until for count in studies(person, on).credentials if count.valid_until}
    if not ends and person.eca_date is not None and person.education is None and not person.credentials:
        ends = {years_later(person.eca_date, eca_years(on))}
    return tuple(sorted(ends, key=first_day))


def combined(levels: Iterable[Education]) -> Education:
    """The level that several credentials give together."""
    found = sorted(levels, key=EDUCATION.index)
    after_secondary = [level for level in found if EDUCATION.index(level) > SECONDARY]
    highest = found[-1] if found else LOWEST
    three_years = EDUCATION.index(highest) >= EDUCATION.index(THREE_YEARS)
    several = len(after_secondary) > 1 and three_years
    return max(highest, TWO_OR_MORE, key=EDUCATION.index) if several else highest


def _single(person: Profile | Spouse) -> tuple[Credential, ...]:
    """The credential that a single level tells of."""
    if person.education is None:
        return ()
    in_canada = person.education_country_is_canada if isinstance(person, Profile) else None
    return (Credential.construct({"level", "in_canada"}, level=person.education, in_canada=in_canada),)


def _count(credential: Credential, person: Profile | Spouse, on: date) -> CredentialCount:
    foreign = credential.in_canada is not True
    level = credential.assessed_as or credential.level if foreign else credential.level
    known = CredentialCount(credential, level, True, False, None, (_named(level, person),), ())
    if credential.completed is False:
        return _without(known, Because("credential-not-completed", {"level": credential.level}))
    if not foreign or level == LOWEST:
        return known
    own = told(credential, ECA)
    if not own and not told(person, ECA):
        return _awaiting(known, person, listed=bool(person.credentials))
    assessed = credential.eca_date if own else person.eca_date
    if assessed is None:
        return _without(known, Because("because-eca-none"), _country(credential, person))
    return _assessed(known, assessed, person, on)


def _without(count: CredentialCount, why: Because, missing: tuple[str, ...] = ()) -> CredentialCount:
    return CredentialCount(count.credential, count.level, False, False, None, (why,), missing)


def _awaiting(count: CredentialCount, person: Profile | Spouse, listed: bool) -> CredentialCount:
    """An assessment of which nothing was told, or not when it was made; that of a partner is asked about only
    for a known country."""
    credential = count.credential
    if isinstance(person, Spouse) and credential.in_canada is None:
        return count
    missing = (*_country(credential, person), _path(person, ECA))
    told_of = "because-eca-undated" if person.has_eca else "because-eca-missing"
    because = (*count.because, Because(told_of))
    return CredentialCount(credential, count.level, True, True, None, because, missing)


def _assessed(count: CredentialCount, assessed: When, person: Profile | Spouse, on: date) -> CredentialCount:
    years = eca_years(on)
    until = years_later(assessed, years)
    counts = lies_before(on, until)
    if counts:
        return CredentialCount(count.credential, count.level, True, False, until, count.because, ())
    message = "because-eca-expired" if counts is False else "because-eca-day-decides"
    why = Because(message, {"date": assessed, "years": years})
    missing = (_path(person, ECA),) if counts is None else ()
    return CredentialCount(count.credential, count.level, counts, False, until, (why,), missing)


def _country(credential: Credential, person: Profile | Spouse) -> tuple[str, ...]:
    """The field that tells the country, where it was not told."""
    if credential.in_canada is not None or isinstance(person, Spouse):
        return ()
    return (CANADA,)


def _path(person: Profile | Spouse, name: str) -> str:
    return f"spouse.{name}" if isinstance(person, Spouse) else name


def _named(level: Education, person: Profile | Spouse) -> Because:
    whose = "spouse-" if isinstance(person, Spouse) else ""
    return Because(f"because-{whose}education", {"level": level})


def _reasons(named: Because, counts: Sequence[CredentialCount]) -> tuple[Because, ...]:
    """The level, then what was taken for granted, or why what could be higher does not count."""
    remarks = (reason for count in counts for reason in count.because if reason.id != named.id)
    counted = (named,) if any(count.counts for count in counts) else ()
    return (*counted, *dict.fromkeys(remarks))


def _canadian(listed: Sequence[Credential], single: CanadianEducation | None) -> CanadianEducation | None:
    """The highest completed credential after secondary school from Canada."""
    completed = [credential for credential in listed if credential.completed is not False]
    here = [EDUCATION.index(credential.level) for credential in completed if credential.in_canada]
    if not listed or (not here and any(credential.in_canada is None for credential in completed)):
        return single
    return canadian_level(EDUCATION[max(here, default=SECONDARY)])


def canadian_level(level: Education) -> CanadianEducation:
    """The points for study in Canada go by these steps."""
    place = EDUCATION.index(level)
    if place <= SECONDARY:
        return "none"
    return "three_years_or_more" if place >= EDUCATION.index(THREE_YEARS) else "one_or_two_years"
