"""What the rules count of what was told: years of work, level of education, languages, family size.

A person tells jobs, diplomas, tests and children; the rules ask for years, one level, a first and a second
language and a number. Each derivation says what counted, what did not, and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

from express_entry.circumstances import Circumstances, Family, family_of
from express_entry.crs import order_of_tests, settled
from express_entry.days import Period
from express_entry.facts import canadian_years, foreign_years
from express_entry.language import levels
from express_entry.orders import Order
from express_entry.points import Because
from express_entry.profile import LanguageTest, Profile, Spouse
from express_entry.studies import Studies, studies
from express_entry.work import JobCount, Tally, hours_needed, scored_work

HUNDREDTHS = 100


@dataclass(frozen=True)
class Work:
    """Skilled work that the score counts, in Canada or outside it.

    Attributes:
        years: full-time years to the hundredth, not rounded up; None where nothing was told.
        completed: the whole years among them, which give points.
        jobs: each job with what counted of it, and why not all; none where only years were told.
        missing: the fields of jobs that were not told and could change it.
    """

    years: float | None
    completed: int | None
    jobs: tuple[JobCount, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Derived:
    """What a profile comes to on a day.

    Attributes:
        canadian_work, foreign_work: the candidate's work.
        studies: the candidate's credentials.
        first_language, second_language: the tests in the order that scores more.
        order: both orders with their scores; None where tests were not told as a list.
        family: the family; ``family_size`` its number.
        spouse_canadian_work, spouse_foreign_work, spouse_studies: the partner's; None without one.
    """

    canadian_work: Work
    foreign_work: Work
    studies: Studies
    first_language: LanguageTest | None
    second_language: LanguageTest | None
    order: Order | None
    family: Family
    family_size: int | None
    spouse_canadian_work: Work | None = None
    spouse_foreign_work: Work | None = None
    spouse_studies: Studies | None = None


def derived(profile: Profile, on: date, around: Circumstances | None = None) -> Derived:
    """What a profile comes to on the day ``on``; one that is being told still (a draft) too.

    Raises:
        DayBeforeExpressEntry: there were no rules on that day.
    """
    order = order_of_tests(profile, on)
    told = settled(profile, on, order=order)
    family, spouse = family_of(told, on, around), told.spouse
    canadian, foreign = _work(told, on)
    theirs = _work(spouse, on) if spouse else (None, None)
    return Derived(
        canadian_work=canadian,
        foreign_work=foreign,
        studies=studies(told, on),
        first_language=told.first_language,
        second_language=told.second_language,
        order=order,
        family=family,
        family_size=told.family_size or family.size,
        spouse_canadian_work=theirs[0],
        spouse_foreign_work=theirs[1],
        spouse_studies=studies(spouse, on) if spouse else None,
    )


def _work(person: Profile | Spouse, on: date) -> tuple[Work, Work]:
    if person.jobs is None:
        here, abroad = person.canadian_work_years, person.foreign_work_years
        return Work(here, canadian_years(person, on)), Work(abroad, foreign_years(person, on))
    canadian, foreign = scored_work(person.jobs, on)
    return _counted(canadian, canadian_years(person, on), on), _counted(
        foreign, foreign_years(person, on), on
    )


def _counted(tally: Tally, completed: int | None, on: date) -> Work:
    return Work(years_of(tally.hours, on), completed, tally.jobs, tally.missing)


def years_of(hours: Fraction, on: date) -> float:
    """Hours as full-time years, to the hundredth and not rounded up."""
    return floor(hours * HUNDREDTHS / hours_needed(1, on)) / HUNDREDTHS


def derived_view(profile: Profile, on: date) -> dict[str, Any]:
    """What a profile comes to as plain values, by the names of the single fields of a profile.

    ``because`` holds the reasons by the same names: message ids with arguments. What is not known is absent.
    """
    found = derived(profile, on)
    view = _view(found.canadian_work, found.foreign_work, found.studies, on)
    view |= {name: _language(getattr(found, name), on) for name in ("first_language", "second_language")}
    view["family_size"] = found.family_size
    if found.order is not None and found.order.otherwise is not None:
        view["order"] = {"total": found.order.total, "otherwise": found.order.otherwise}
    if found.family.told:
        view["dependent_children"] = [
            {"counts": count.counts, "because": _plain(count.because)} for count in found.family.told
        ]
    if found.spouse_studies and found.spouse_canadian_work and found.spouse_foreign_work:
        theirs = _view(found.spouse_canadian_work, found.spouse_foreign_work, found.spouse_studies, on)
        view["spouse"] = _known(theirs)
    return _known(view)


def _view(canadian: Work, foreign: Work, known: Studies, on: date) -> dict[str, Any]:
    return {
        "canadian_work_years": canadian.years,
        "foreign_work_years": foreign.years,
        "education": known.level,
        "canadian_education": known.canadian,
        "jobs": _jobs(canadian.jobs, foreign.jobs, on) or None,
        "credentials": [
            {"level": count.level, "counts": count.counts, "because": _plain(count.because)}
            for count in known.credentials
        ]
        or None,
        "missing": list(dict.fromkeys((*canadian.missing, *foreign.missing, *known.missing))) or None,
    }


def _jobs(canadian: Sequence[JobCount], foreign: Sequence[JobCount], on: date) -> list[dict[str, Any]]:
    """Each job once, as it counts where it was."""
    counts = (
        abroad if here.job.in_canada is False else here
        for here, abroad in zip(canadian, foreign, strict=True)
    )
    return [
        {
            **_known({"title": count.job.title, "noc": count.job.noc, "in_canada": count.job.in_canada}),
            "years": years_of(count.hours, on),
            "because": _plain(count.because),
        }
        for count in counts
    ]


def _language(test: LanguageTest | None, on: date) -> dict[str, Any] | None:
    if test is None:
        return None
    found = levels(test, on)
    until = found.valid_until
    return {
        **({"told_as_levels": True} if test.told_as_levels else {"test": found.test}),
        "language": found.language,
        "levels": found.by_ability(),
        "counts": found.counts,
        "valid_until": None if until is None else until.isoformat(),
    }


def _plain(because: Iterable[Because]) -> list[dict[str, Any]]:
    """Reasons as plain values, days as text."""
    return [
        {
            "id": reason.id,
            "args": {
                name: value.isoformat() if isinstance(value, date | Period) else value
                for name, value in reason.args.items()
            },
        }
        for reason in because
    ]


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
