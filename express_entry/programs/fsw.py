"""Federal Skilled Worker class: minimum requirements and the 67-point grid.

Rules: IRPR 75 to 83; figures: ``data/rules/fsw``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial

from express_entry.crs import settled
from express_entry.facts import Fact, Facts, canadian_years, with_spouse
from express_entry.language import levels
from express_entry.points import Because, Source
from express_entry.profile import Profile, told
from express_entry.program_tables import ADAPTABILITY, PointsTable, tables
from express_entry.programs.requirements import (
    Eligibility,
    GridLine,
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
    source,
    year_total,
)
from express_entry.studies import studies
from express_entry.vocabulary import EDUCATION, Known
from express_entry.work import Counting, Tally, full_time_hours, hours_needed, skilled, tally, teer

PROGRAM = "fsw"
WORK_YEARS = ("canadian_work_years", "foreign_work_years")
HIGHEST = 9
"""The first-language level from which an ability gives no more points."""


def eligibility(profile: Profile, on: date) -> Eligibility:
    """The requirements of the Federal Skilled Worker class on a day, with its grid.

    Raises:
        DayBeforePrograms: the rules of that day are not known.
    """
    check_day(on)
    profile = settled(profile, on)
    counted = None if profile.jobs is None else tally(profile.jobs, counting(on), on)
    has_offer, why, missing = offer(profile, on, skilled)
    items = _items(profile, on, has_offer)
    grid = {
        "education": _education_points(Facts(profile, on)["education"], on),
        "language": _language_points(profile, on),
        "experience": _experience_points(profile, on, counted),
        "age": _age_points(Facts(profile, on)["age"], on),
        "arranged_employment": _offer_points(has_offer, why, missing, on),
        "adaptability": _adaptability_points(items, on),
    }
    table = tables().levels["fsw/language"]
    needed = table.on(on).easiest()
    requirements = (
        _experience(profile, on, counted),
        language(profile, on, needed, needed, source(table, on)),
        _education(profile, on),
        _pass_mark(profile, on, grid, items),
        funds(profile, on, PROGRAM, has_offer),
        outside_quebec(profile, on, PROGRAM),
    )
    eligible = all_of(each.met for each in requirements)
    return Eligibility(PROGRAM, eligible, requirements, grid, _pass_points(on))


def counting(on: date) -> Counting:
    """Paid skilled work of the last ten years, anywhere."""
    return Counting(_window(on), undated=True)


def _window(on: date) -> int:
    return tables().amount("fsw/window", on)


def _pass_points(on: date) -> int:
    return tables().amount("fsw/pass_mark", on)


def _table(name: str, on: date) -> PointsTable:
    return tables().grids[f"fsw/grid.{name}"].on(on)


def _table_source(name: str, on: date) -> Source:
    return source(tables().grids[f"fsw/grid.{name}"], on)


# The minimum requirements.


def _experience(profile: Profile, on: date, counted: Tally | None) -> Requirement:
    """One continuous year in one occupation; years told without dates are taken as such."""
    years = tables().amount("fsw/years", on)
    where = amount_source("fsw/years", on)
    here = partial(Requirement, "experience", source=where)
    if counted is not None:
        found, sure = counted.longest, counted.longest_sure
        met, because, change = experience(counted, found, sure, years, on, "experience-continuous")
        missing = counted.missing if met is None else ()
        return here(met=met, because=because, change=change, missing=missing, jobs=counted.jobs)
    if not skilled(profile.noc):
        reason = Because("work-teer", {"code": str(profile.noc), "teer": teer(str(profile.noc))})
        return here(
            met=False, because=(reason,), change=missing_work(hours_needed(years, on), Fraction(0), on)
        )
    each = [Fraction(str(value)) for name in WORK_YEARS if (value := getattr(profile, name)) is not None]
    reason = Because("experience-years", {"years": plain(sum(each, Fraction(0)))})
    if max(each, default=Fraction(0)) >= years:
        return here(
            met=True, because=(reason, Because("experience-taken-as-continuous", {"years": _window(on)}))
        )
    untold = tuple(name for name in WORK_YEARS if getattr(profile, name) is None)
    if untold:
        return here(met=None, because=tuple(not_told(name) for name in untold), missing=untold)
    if sum(each) >= years:
        return here(met=None, because=(reason, Because("experience-split")), missing=("jobs",))
    change = missing_work(hours_needed(years, on), hours_needed(1, on) * max(each), on)
    return here(met=False, because=(reason,), change=change)


def _education(profile: Profile, on: date) -> Requirement:
    table = tables().studies["fsw/education"]
    least, known = EDUCATION.index(table.on(on)), Facts(profile, on)["education"]
    here = partial(Requirement, "education", because=known.because, source=source(table, on))
    credentials = studies(profile, on).credentials
    if not credentials:
        return here(met=None, missing=known.missing)
    if all(EDUCATION.index(count.level) < least for count in credentials):
        return here(met=False, change=Because("change-education"))
    if any(
        count.counts and not count.assumed and EDUCATION.index(count.level) >= least for count in credentials
    ):
        return here(met=True)
    if missing := tuple(dict.fromkeys(path for count in credentials for path in count.missing)):
        coming = any(count.assumed for count in credentials)
        return here(met=None, change=Because("change-eca") if coming else None, missing=missing)
    none_yet = any(reason.id == "because-eca-none" for count in credentials for reason in count.because)
    return here(met=False, change=Because("change-eca" if none_yet else "change-eca-again"))


def _pass_mark(
    profile: Profile, on: date, grid: Mapping[str, GridLine], items: Mapping[str, _Item]
) -> Requirement:
    needed, points = _pass_points(on), sum(line.points for line in grid.values())
    where = amount_source("fsw/pass_mark", on)
    because = (Because("fsw-points", {"points": points, "needed": needed}),)
    if sum(line.least for line in grid.values()) >= needed:
        return Requirement("pass_mark", True, because, where)
    missing = tuple(dict.fromkeys(path for line in grid.values() for path in line.missing))
    change = None
    if points < needed:
        change = _smallest_change(profile, on, grid, items, needed - points)
    if sum(line.most for line in grid.values()) >= needed:
        return Requirement("pass_mark", None, (*because, Because("fsw-points-open")), where, change, missing)
    return Requirement("pass_mark", False, because, where, change)


# The grid.


def _education_points(known: Fact, on: date) -> GridLine:
    table = _table("education", on)
    points = table.points(known.value)
    least, most = points, points
    if known.missing:
        least, most = 0, points if not known.firm else table.most
    return GridLine(
        points, least, most, table.most, known.because, known.missing, _table_source("education", on)
    )


def _language_points(profile: Profile, on: date) -> GridLine:
    first, second = _table("first_language", on), _table("second_language", on)
    points, most, because, missing = 0, 0, list[Because](), list[str]()
    if profile.first_language is None:
        most, missing = first.most, ["first_language"]
        because.append(not_told("first_language"))
    else:
        found = levels(profile.first_language, on)
        points = most = min(first.most, sum(first.points(level) for level in found.counted))
        told_as = Because("fsw-first-language", {"framework": found.framework, "points": points})
        because += [told_as] if found.counts else found.because
    if profile.second_language is not None:
        found = levels(profile.second_language, on)
        added = second.points(found.lowest)
        points, most = points + added, most + added
        told_as = Because("fsw-second-language", {"framework": found.framework, "points": added})
        because += [told_as] if found.counts else found.because
    elif not told(profile, "second_language"):
        most, missing = most + second.most, [*missing, "second_language"]
    where = _table_source("first_language", on)
    return GridLine(points, points, most, first.most + second.most, tuple(because), tuple(missing), where)


def _experience_points(profile: Profile, on: date, counted: Tally | None) -> GridLine:
    table, where = _table("experience", on), _table_source("experience", on)
    if counted is not None:
        a_year = hours_needed(1, on)
        years, sure = int(counted.hours // a_year), int(counted.sure // a_year)
        reason, points = Because("fsw-years", {"years": years}), table.points(years)
        return GridLine(points, table.points(sure), points, table.most, (reason,), counted.missing, where)
    missing = tuple(name for name in WORK_YEARS if getattr(profile, name) is None)
    years = int(year_total(profile))
    points = table.points(years)
    because = (Because("fsw-years", {"years": years}), *(not_told(name) for name in missing))
    return GridLine(points, points, table.most if missing else points, table.most, because, missing, where)


def _age_points(known: Fact, on: date) -> GridLine:
    table = _table("age", on)
    points = 0 if known.missing else table.points(known.value)
    most = table.most if known.missing else points
    return GridLine(points, points, most, table.most, known.because, known.missing, _table_source("age", on))


def _offer_points(has_offer: Known, why: Because, missing: tuple[str, ...], on: date) -> GridLine:
    table = _table("arranged_employment", on)
    points = table.points("yes") if has_offer else 0
    most = table.points("yes") if has_offer is None else points
    return GridLine(
        points, points, most, table.most, (why,), missing, _table_source("arranged_employment", on)
    )


@dataclass(frozen=True)
class _Item:
    """One thing that gives points for adaptability: whether it counts by what was told, whether that is sure,
    whether it is still possible, and the fields not told that decide it."""

    counts: bool
    sure: bool
    possible: bool
    missing: tuple[str, ...]


def _items(profile: Profile, on: date, has_offer: Known) -> Mapping[str, _Item]:
    facts, spouse = profile.adaptability, profile.spouse
    studied = facts.studied_in_canada_two_years if facts else None
    partner_studied = facts.partner_studied_in_canada_two_years if facts else None
    relative = True if profile.sibling_in_canada else facts.relative_in_canada if facts else None
    partner_worked = canadian_years(spouse, on) if spouse else None
    known: dict[str, tuple[Known, tuple[str, ...]]] = {
        "own_study": (studied, ("adaptability.studied_in_canada_two_years",)),
        "own_work": _own_work(profile, on),
        "relative": (relative, ("adaptability.relative_in_canada",)),
        "arranged_employment": (has_offer, ("job_offer",)),
        "partner_language": _partner_language(profile, on),
        "partner_study": (partner_studied, ("adaptability.partner_studied_in_canada_two_years",)),
        "partner_work": (
            None if partner_worked is None else partner_worked >= 1,
            ("spouse.canadian_work_years",),
        ),
    }
    couple, deciding = with_spouse(profile)
    return {
        name: _item(*known[name], *((couple, deciding) if name.startswith("partner") else (True, ())))
        for name in ADAPTABILITY
    }


def _item(value: Known, paths: tuple[str, ...], applies: bool, deciding: tuple[str, ...]) -> _Item:
    possible = value is not False and (applies or bool(deciding))
    missing = (*(paths if value is None else ()), *deciding) if possible else ()
    return _Item(bool(value) and applies, bool(value) and applies and not deciding, possible, missing)


def _own_work(profile: Profile, on: date) -> tuple[Known, tuple[str, ...]]:
    """A year of full-time, authorized work in Canada, TEER 0 to 3; part-time weeks do not count."""
    if profile.jobs is None:
        years = profile.canadian_work_years
        return (None if years is None else years >= 1), ("canadian_work_years",)
    here = [
        job
        for job in profile.jobs
        if job.in_canada and skilled(job.noc) and job.authorized is not False and job.paid is not False
    ]
    sure = [job for job in here if job.noc is not None and job.hours_per_week is not None]
    needed = hours_needed(1, on)
    if full_time_hours(sure, on) >= needed:
        return True, ()
    return (None if full_time_hours(here, on) >= needed else False), ("jobs.hours_per_week",)


def _partner_language(profile: Profile, on: date) -> tuple[Known, tuple[str, ...]]:
    spouse = profile.spouse
    if spouse is None or spouse.language is None:
        return (False if told(spouse, "language") else None), ("spouse.language",)
    least = tables().amount("fsw/partner_level", on)
    return levels(spouse.language, on).lowest >= least, ()


def relative_points(on: date) -> float:
    """What a relative in Canada, other than a brother or sister as well, gives on the grid."""
    return _table("adaptability", on).points("relative")


def _adaptability_points(items: Mapping[str, _Item], on: date) -> GridLine:
    table = _table("adaptability", on)

    def total(counts: Iterator[str]) -> int:
        return min(table.most, sum(table.points(name) for name in counts))

    points = total(name for name, item in items.items() if item.counts)
    least = total(name for name, item in items.items() if item.sure)
    most = total(name for name, item in items.items() if item.possible)
    because = tuple(
        Because("fsw-adaptability", {"item": name, "points": table.points(name)})
        for name, item in items.items()
        if item.counts
    )
    missing = () if least == table.most else tuple(path for item in items.values() for path in item.missing)
    return GridLine(
        points,
        least,
        most,
        table.most,
        because or (Because("fsw-adaptability-none"),),
        tuple(dict.fromkeys(missing)),
        _table_source("adaptability", on),
    )


# What would bring the missing points.


def _smallest_change(
    profile: Profile, on: date, grid: Mapping[str, GridLine], items: Mapping[str, _Item], missing: int
) -> Because:
    """The first single change, from a test to a degree, that brings the missing points; else their number."""
    for change, gain in _changes(profile, on, grid, items):
        if gain >= missing:
            return change
    return Because("change-fsw-points", {"points": missing})


def _changes(
    profile: Profile, on: date, grid: Mapping[str, GridLine], items: Mapping[str, _Item]
) -> Iterator[tuple[Because, int]]:
    adaptability = _table("adaptability", on)
    if with_spouse(profile)[0] and not items["partner_language"].counts:
        more, now = adaptability.points("partner_language"), grid["adaptability"].points
        level = tables().amount("fsw/partner_level", on)
        yield Because("change-fsw-partner-language", {"level": level}), min(adaptability.most - now, more)
    if profile.first_language is not None:
        yield from _first_language_changes(profile, on)
    second = _table("second_language", on)
    found = levels(profile.second_language, on).lowest if profile.second_language else 0
    if not second.points(found):
        enough = next(level for level in range(HIGHEST) if second.points(level))
        yield Because("change-fsw-second-language", {"level": enough}), second.points(enough)
    yield from _experience_changes(grid, on)
    table = _table("education", on)
    for credential in EDUCATION:
        gain = table.points(credential) - grid["education"].points
        if gain > 0:
            yield Because("change-fsw-education", {"level": credential}), gain


def _first_language_changes(profile: Profile, on: date) -> Iterator[tuple[Because, int]]:
    assert profile.first_language is not None
    table, found = _table("first_language", on), levels(profile.first_language, on)
    now = sum(table.points(level) for level in found.counted)
    for least in range(min(found.counted) + 1, HIGHEST + 1):
        then = sum(table.points(max(level, least)) for level in found.counted)
        yield Because("change-language", {"framework": found.framework, "level": least}), then - now


def _experience_changes(grid: Mapping[str, GridLine], on: date) -> Iterator[tuple[Because, int]]:
    table, now = _table("experience", on), grid["experience"].points
    for years in range(1, _window(on) + 1):
        gain = table.points(years) - now
        if gain > 0:
            yield Because("change-fsw-years", {"years": years}), gain
