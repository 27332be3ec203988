"""Canadian Experience Class: who may enter the pool for it. Rule: IRPR 87.1; figures: ``data/rules/cec``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from express_entry.crs import settled
from express_entry.points import Because
from express_entry.profile import Profile
from express_entry.program_tables import tables
from express_entry.programs.requirements import (
    Eligibility,
    FourLevels,
    Requirement,
    all_of,
    amount_source,
    check_day,
    experience,
    language,
    missing_work,
    not_told,
    outside_quebec,
    plain,
    source,
)
from express_entry.work import CANADA, Counting, Tally, hours_needed, skilled, tally, teer

PROGRAM = "cec"


def eligibility(profile: Profile, on: date) -> Eligibility:
    """The requirements of the Canadian Experience Class on a day.

    Raises:
        DayBeforePrograms: the rules of that day are not known.
    """
    check_day(on)
    profile = settled(profile, on)
    counted = None if profile.jobs is None else tally(profile.jobs, counting(on), on)
    requirements = (
        _experience(profile, on, counted),
        _language(profile, on, counted),
        outside_quebec(profile, on, PROGRAM),
    )
    return Eligibility(PROGRAM, all_of(each.met for each in requirements), requirements)


def counting(on: date) -> Counting:
    """Paid, authorized work in Canada of the last three years, neither self-employed nor while studying
    full-time; physicians who are paid for each service count as employed."""
    relieved = tables().codes("cec/self_employed", on)
    return Counting(_window(on), CANADA, excluding=True, self_employed=relieved)


def _window(on: date) -> int:
    return tables().amount("cec/window", on)


def _experience(profile: Profile, on: date, counted: Tally | None) -> Requirement:
    years = tables().amount("cec/years", on)
    where = amount_source("cec/years", on)
    if counted is not None:
        met, because, change = experience(
            counted, counted.hours, counted.sure, years, on, "experience-in-canada"
        )
        missing = counted.missing if met is None else ()
        return Requirement("experience", met, because, where, change, missing, counted.jobs)
    if profile.canadian_work_years is None:
        return Requirement(
            "experience", None, (not_told("canadian_work_years"),), where, None, ("canadian_work_years",)
        )
    told = Fraction(str(profile.canadian_work_years))
    if not skilled(profile.noc):
        because = (Because("work-teer", {"code": str(profile.noc), "teer": teer(str(profile.noc))}),)
        return Requirement(
            "experience", False, because, where, missing_work(hours_needed(years, on), Fraction(0), on)
        )
    because = (Because("experience-years-in-canada", {"years": plain(told)}),)
    if told >= years:
        taken = Because("experience-taken-as-recent", {"years": _window(on)})
        return Requirement("experience", True, (*because, taken), where)
    change = missing_work(hours_needed(years, on), hours_needed(1, on) * told, on)
    return Requirement("experience", False, because, where, change)


def _language(profile: Profile, on: date, counted: Tally | None) -> Requirement:
    table = tables().levels["cec/language"]
    where, by_teer = source(table, on), table.on(on)
    found = {by_teer.at(teer(code)) for code in _deciding(profile, counted)} - {None}
    levels: list[FourLevels] = [each for each in found if each is not None]
    needed = max(levels, default=by_teer.hardest())
    return language(profile, on, needed, needed if levels else by_teer.easiest(), where)


def _deciding(profile: Profile, counted: Tally | None) -> set[str]:
    """The occupation of the most work, whose TEER decides the level; both where two have as much."""
    by_occupation: Mapping[str, Fraction] = counted.by_occupation if counted else {}
    if counted and counted.missing:
        return set()
    if by_occupation:
        most = max(by_occupation.values())
        return {code for code, hours in by_occupation.items() if hours == most}
    return {profile.noc} if profile.noc is not None else set()
