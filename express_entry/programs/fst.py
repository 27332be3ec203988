"""Federal Skilled Trades class: who may enter the pool for it.

Rule: IRPR 87.2; figures: ``data/rules/fst``.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from express_entry.crs import settled
from express_entry.points import Because
from express_entry.profile import Profile
from express_entry.program_tables import tables
from express_entry.programs.requirements import (
    Eligibility,
    Requirement,
    all_of,
    amount_source,
    check_day,
    experience,
    funds,
    language,
    missing_work,
    not_told,
    offer,
    outside_quebec,
    plain,
    rule_source,
    source,
    year_total,
)
from express_entry.vocabulary import Known
from express_entry.work import Counting, hours_needed, tally

PROGRAM = "fst"


def eligibility(profile: Profile, on: date) -> Eligibility:
    """The requirements of the Federal Skilled Trades class on a day.

    Raises:
        DayBeforePrograms: the rules of that day are not known.
    """
    check_day(on)
    profile = settled(profile, on)
    has_offer, why, missing = offer(profile, on, lambda code: is_trade(code, on))
    table = tables().levels["fst/language"]
    levels = table.on(on).easiest()
    requirements = (
        _trade(profile, on),
        _experience(profile, on),
        language(profile, on, levels, levels, source(table, on)),
        _offer_or_certificate(profile, on, has_offer, why, missing),
        funds(profile, on, PROGRAM, has_offer),
        outside_quebec(profile, on, PROGRAM),
    )
    return Eligibility(PROGRAM, all_of(each.met for each in requirements), requirements)


def is_trade(code: str, on: date) -> bool:
    """Whether an occupation is among the skilled trades of the class (IRPR 87.2(1))."""
    return code in tables().patterns["fst/trades"].on(on)


def counting(on: date) -> Counting:
    """Paid work in a skilled trade of the last five years."""
    window = tables().amount("fst/window", on)
    return Counting(window, occupations=tables().patterns["fst/trades"].on(on))


def _trade(profile: Profile, on: date) -> Requirement:
    """An occupation of the work history, or else the primary one, is a skilled trade."""
    where = source(tables().patterns["fst/trades"], on)
    jobs = profile.jobs or ()
    codes = list(dict.fromkeys(job.noc for job in jobs if job.noc is not None))
    if profile.noc is not None and profile.noc not in codes:
        codes.append(profile.noc)
    trades = [code for code in codes if is_trade(code, on)]
    if trades:
        return Requirement("trade", True, (Because("trade-yes", {"codes": ", ".join(trades)}),), where)
    if not codes or any(job.noc is None for job in jobs):
        missing = "jobs.noc" if jobs else "noc"
        return Requirement("trade", None, (not_told(missing),), where, None, (missing,))
    because = (Because("trade-no", {"codes": ", ".join(codes)}),)
    return Requirement("trade", False, because, where, Because("change-trade"))


def _occupation_open(profile: Profile, on: date) -> bool:
    """Whether no job is known to be in a skilled trade, and one may be: its occupation was not told."""
    codes = [job.noc for job in profile.jobs or ()]
    return None in codes and not any(code is not None and is_trade(code, on) for code in codes)


def _experience(profile: Profile, on: date) -> Requirement:
    years = tables().amount("fst/years", on)
    window = tables().amount("fst/window", on)
    where = amount_source("fst/years", on)
    if profile.jobs and _occupation_open(profile, on):
        return Requirement("experience", None, (not_told("jobs.noc"),), where, None, ("jobs.noc",))
    if profile.jobs is not None:
        counted = tally(profile.jobs, counting(on), on)
        sure = max(counted.by_occupation.values(), default=Fraction(0))
        found = counted.hours if counted.missing else sure
        met, because, change = experience(counted, found, sure, years, on, "experience-in-trade")
        missing = counted.missing if met is None else ()
        return Requirement("experience", met, because, where, change, missing, counted.jobs)
    needed = hours_needed(years, on)
    if profile.noc is not None and not is_trade(profile.noc, on):
        because = (Because("work-other-occupation", {"code": profile.noc}),)
        return Requirement("experience", False, because, where, missing_work(needed, Fraction(0), on))
    told = (profile.canadian_work_years, profile.foreign_work_years)
    total = year_total(profile)
    reason = Because("experience-years", {"years": plain(total)})
    if total >= years:
        taken = (reason, Because("experience-taken-as-trade", {"years": window}))
        if profile.noc is None:
            return Requirement("experience", None, taken, where, None, ("noc",))
        return Requirement("experience", True, taken, where)
    if None in told:
        untold = tuple(
            name
            for name, value in zip(("canadian_work_years", "foreign_work_years"), told, strict=True)
            if value is None
        )
        return Requirement("experience", None, tuple(not_told(name) for name in untold), where, None, untold)
    return Requirement(
        "experience", False, (reason,), where, missing_work(needed, hours_needed(1, on) * total, on)
    )


def _offer_or_certificate(
    profile: Profile, on: date, has_offer: Known, why: Because, missing: tuple[str, ...]
) -> Requirement:
    where = rule_source("fst/offer_or_certificate", on)
    certificate = profile.certificate_of_qualification
    if certificate:
        because = Because("because-certificate-of-qualification", {"answer": "yes"})
        return Requirement("offer_or_certificate", True, (because,), where)
    if has_offer:
        return Requirement("offer_or_certificate", True, (why,), where)
    if certificate is False and has_offer is False:
        no = Because("because-certificate-of-qualification", {"answer": "no"})
        change = Because("change-offer-or-certificate")
        return Requirement("offer_or_certificate", False, (no, why), where, change)
    untold = (*(("certificate_of_qualification",) if certificate is None else ()), *missing)
    return Requirement(
        "offer_or_certificate", None, tuple(not_told(path) for path in untold[:1]), where, None, untold
    )
