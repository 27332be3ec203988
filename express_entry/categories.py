"""Category-based selection: which categories of rounds a candidate fits on a day.

The occupations of each category stand in ``data/noc/categories.yml``, what it asks for in
``data/rules/categories``. Work as the categories count it is paid, skilled work in one listed occupation. A
category gives nothing by itself: who is invited in its rounds is in the pool through one of the programs.
Source: Ministerial Instructions on rounds of invitations; IRCC, Category-based selection.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from express_entry.crs import settled
from express_entry.facts import Facts
from express_entry.language import levels
from express_entry.occupations.noc import CategoryList, classification
from express_entry.points import Argument, Because, Source
from express_entry.profile import Profile, told
from express_entry.program_tables import CategoryRule, tables
from express_entry.programs.requirements import all_of, not_told, source
from express_entry.studies import studies
from express_entry.vocabulary import EDUCATION, FRENCH, Known
from express_entry.work import ABROAD, CANADA, MONTHS_A_YEAR, Counting, hours_needed, tally

ANYWHERE = "anywhere"
FRENCH_CATEGORY = "french"
_YEARS = {CANADA: ("canadian_work_years",), ABROAD: ("foreign_work_years",)}


@dataclass(frozen=True)
class Category:
    """A category of rounds, and whether the candidate has what it asks for.

    Attributes:
        id: such as ``healthcare`` or ``french``.
        eligible: True, False, or None: not known yet.
        because: the reasons, in reading order.
        source: where it is written.
        missing: the fields of the profile that were not told and would decide it.
        likely: what was told fits as far as it goes, while something is open: an occupation on the list, or
            French results without their day.
        occupation_open: whether it fits depends on an occupation that was not told, or has no code yet.
    """

    id: str
    eligible: Known
    because: tuple[Because, ...]
    source: Source
    missing: tuple[str, ...] = ()
    likely: bool = False
    occupation_open: bool = False


Found = tuple[Known, tuple[Because, ...], tuple[str, ...]]
"""Whether something is met, why, and the fields not told that would decide it."""


def categories(profile: Profile, on: date) -> tuple[Category, ...]:
    """Every category that there is on the day, by name."""
    listed = {entry.category: entry for entry in classification().categories if entry.holds(on)}
    profile, found = settled(profile, on), []
    for name, table in tables().categories.items():
        held = table.at(on)
        if held is None or held.value is None:
            continue
        rule = held.value
        if rule.french_level is not None:
            eligible, because, missing = _french(profile, on, rule.french_level)
        elif name in listed:
            eligible, because, missing = _work(profile, on, rule, listed[name])
        else:
            continue
        on_list = name in listed and _listed(profile, listed[name]) is not None
        likely = eligible is None and (on_list or any(path.endswith(".date") for path in missing))
        untold = eligible is None and name in listed and not on_list
        found.append(Category(name, eligible, because, source(table, on), missing, likely, untold))
    return tuple(found)


def french_level(on: date) -> int | None:
    """The NCLC level in each ability that the category of French asks for; None before there was one."""
    held = tables().categories[FRENCH_CATEGORY].at(on)
    return None if held is None or held.value is None else held.value.french_level


def _listed(profile: Profile, category: CategoryList) -> str | None:
    """The NOC code of the first job that is on the list of the category."""
    codes = (profile.noc, *(job.noc for job in profile.jobs or ()))
    return next((code for code in codes if code is not None and code in category.codes), None)


def _french(profile: Profile, on: date, level: int) -> Found:
    for name in ("first_language", "second_language"):
        test = getattr(profile, name)
        if test is not None and test.language == FRENCH:
            result = levels(test, on)
            if result.counts is None and min(result.levels) >= level:
                return None, result.because, (f"{name}.date",)
            if not result.counts:
                return False, result.because, ()
            reason = Because("category-french", {"level": result.lowest, "needed": level})
            return result.lowest >= level, (reason,), ()
    untold = [name for name in ("first_language", "second_language") if not told(profile, name)]
    if untold:
        return None, (Because("category-french-untold", {"needed": level}),), tuple(untold)
    return False, (Because("category-no-french", {"needed": level}),), ()


def _work(profile: Profile, on: date, rule: CategoryRule, listed: CategoryList) -> Found:
    parts = [_experience(profile, on, rule, listed)]
    if parts[0][0] is not False and rule.education is not None:
        parts.append(_education(profile, on, rule.education))
    if parts[0][0] is not False and rule.offer_years is not None:
        parts.append(_offer(profile, listed, rule.offer_years))
    missing = tuple(path for part in parts for path in part[2])
    return all_of(part[0] for part in parts), tuple(reason for part in parts for reason in part[1]), missing


def _experience(profile: Profile, on: date, rule: CategoryRule, listed: CategoryList) -> Found:
    """The months in one listed occupation, or as many hours of part-time work."""
    assert rule.months is not None
    years = Fraction(rule.months, MONTHS_A_YEAR)
    args: dict[str, Argument] = {"months": rule.months, "years": rule.window or 0, "place": rule.place}
    asked = Because("category-asks-continuous" if rule.continuous else "category-asks", args)
    if profile.jobs is None:
        return _told_in_years(profile, rule, listed, years, asked)
    place = None if rule.place == ANYWHERE else rule.place
    counted = tally(profile.jobs, Counting(rule.window, place, listed.codes), on)
    needed = hours_needed(years, on)
    sure = (
        counted.longest_sure if rule.continuous else max(counted.by_occupation.values(), default=Fraction(0))
    )
    most = counted.longest if rule.continuous else counted.hours if counted.missing else sure
    if sure >= needed:
        code = max(counted.by_occupation, key=lambda each: counted.by_occupation[each])
        return (
            True,
            (Because("category-hours", {"code": code, "hours": int(sure), "needed": int(needed)}), asked),
            (),
        )
    if most < needed and not counted.boundless:
        if not most:
            return False, (Because("category-no-work"), asked), ()
        return False, (Because("category-too-few", {"hours": int(most), "needed": int(needed)}), asked), ()
    if (own := _listed(profile, listed)) is not None:
        when = Because("category-when")
        return None, (Because("category-listed", {"code": own}), asked, when), counted.missing
    return None, (Because("experience-something-untold"), asked), counted.missing


def _told_in_years(
    profile: Profile, rule: CategoryRule, listed: CategoryList, years: Fraction, asked: Because
) -> Found:
    """Years told without dates are taken as work in the primary occupation that the category counts."""
    names = _YEARS.get(rule.place, ("canadian_work_years", "foreign_work_years"))
    told_years = [Fraction(str(value)) for name in names if (value := getattr(profile, name)) is not None]
    enough = sum(told_years) >= years
    untold = tuple(name for name in names if getattr(profile, name) is None)
    if not enough and not untold:
        return False, (asked, Because("category-too-few-years")), ()
    if profile.noc is None:
        return None, (not_told("noc"), asked), ("noc",)
    if profile.noc not in listed.codes:
        return False, (Because("category-not-listed", {"code": profile.noc}),), ()
    in_list = Because("category-listed", {"code": profile.noc})
    if enough:
        return True, (in_list, asked, Because("category-taken-as-recent")), ()
    return None, (in_list, asked, not_told(untold[0])), untold


def _education(profile: Profile, on: date, least: str) -> Found:
    known = Facts(profile, on)["education"]
    reason = Because("category-education", {"level": least})
    counts = studies(profile, on).credentials
    if counts and all(EDUCATION.index(count.level) < EDUCATION.index(least) for count in counts):
        return False, (reason,), ()
    if known.missing:
        return None, (reason,), known.missing
    return EDUCATION.index(str(known.value)) >= EDUCATION.index(least), (reason,), ()


def _offer(profile: Profile, listed: CategoryList, years: int) -> Found:
    """An offer from the Canadian Armed Forces; from whom an offer is, a profile does not tell."""
    reason = Because("category-forces-offer", {"years": years})
    offer = profile.job_offer
    if offer is None:
        return (False if told(profile, "job_offer") else None), (reason,), ("job_offer",)
    if offer.full_time is False or (offer.noc is not None and offer.noc not in listed.codes):
        return False, (reason,), ()
    return None, (reason,), ()
