"""What the three programs share: requirements with their reasons, and the rules that are the same in all.

A requirement is met, not met (False) or not known yet (None). What was not told is not known, with three
exceptions that the reasons say: years of work told without dates are taken as the program needs them, the
flags of a job as those of ordinary paid employment, and a second language test as none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from express_entry.days import years_later
from express_entry.language import Levels, levels
from express_entry.offers import conditions, of_any_length
from express_entry.parameters import parameters
from express_entry.points import Argument, Because, Source
from express_entry.profile import LanguageTest, Profile, told
from express_entry.program_tables import tables
from express_entry.rulefiles import Dated
from express_entry.vocabulary import ABILITIES, PARTNERED, Known
from express_entry.work import JobCount, Tally, hours_needed

FourLevels = tuple[int, int, int, int]


@dataclass(frozen=True)
class Requirement:
    """One thing that a program asks for.

    Attributes:
        id: such as ``language``.
        met: True, False, or None: not known yet.
        because: the reasons, in reading order.
        source: where it is written.
        change: the smallest change that would meet it, where it is not met.
        missing: the fields of the profile that were not told and would decide it.
        jobs: the work history, each job with what did not count of it.
    """

    id: str
    met: Known
    because: tuple[Because, ...]
    source: Source
    change: Because | None = None
    missing: tuple[str, ...] = ()
    jobs: tuple[JobCount, ...] = ()


@dataclass(frozen=True)
class GridLine:
    """A factor of the 67-point grid.

    Attributes:
        points: by what was told; a foreign credential is taken to get its assessment.
        least: the points that are sure whatever else is told.
        most: the points that are possible still.
        max: what the factor gives at most.
        because: the reasons.
        missing: the fields of the profile that were not told and could change the points.
        source: where it is written.
    """

    points: int
    least: int
    most: int
    max: int
    because: tuple[Because, ...]
    missing: tuple[str, ...]
    source: Source


@dataclass(frozen=True)
class Eligibility:
    """Whether a candidate meets a program's requirements on a day.

    Attributes:
        program: ``fsw``, ``cec`` or ``fst``.
        eligible: True where all requirements are met, False where one is not, None: not known yet.
        requirements: each requirement, in reading order.
        grid: the six factors (Federal Skilled Worker class only), by name.
        pass_mark: the points needed (Federal Skilled Worker class only).
    """

    program: str
    eligible: Known
    requirements: tuple[Requirement, ...]
    grid: dict[str, GridLine] | None = None
    pass_mark: int | None = None

    @property
    def points(self) -> int | None:
        """The sum of the grid's lines (Federal Skilled Worker class only)."""
        return None if self.grid is None else sum(line.points for line in self.grid.values())


class DayBeforePrograms(ValueError):
    """A day before the first rules of the programs; ``because`` says which days can be told."""

    def __init__(self, first_day: date) -> None:
        super().__init__(f"days from {first_day} on can be told")
        self.because = Because("problem-day-before-programs", {"date": first_day})


def not_told(path: str) -> Because:
    """The reason that says which field was not told."""
    return Because("not-told-yet", {"fact": path.replace(".", "_")})


def plain(years: Fraction) -> int | float:
    """A number of years for a message: whole where it is."""
    return int(years) if years.denominator == 1 else float(years)


def year_total(profile: Profile) -> Fraction:
    """The years of skilled work that were told without dates, here and abroad together."""
    told_years = (profile.canadian_work_years, profile.foreign_work_years)
    return sum((Fraction(str(years)) for years in told_years if years is not None), Fraction(0))


def check_day(on: date) -> None:
    """Raises :class:`DayBeforePrograms` for a day before the rules that are known."""
    first_day = tables().first_day
    if on < first_day:
        raise DayBeforePrograms(first_day)


def all_of(values: Iterable[Known]) -> Known:
    """True where all are, False where one is, else not known."""
    found = tuple(values)
    if False in found:
        return False
    return None if None in found else True


def source[T](table: Dated[T], on: date) -> Source:
    """Where what held on the day is written."""
    held = table.at(on)
    return table.values[0].source if held is None else held.source


def rule_source(name: str, on: date) -> Source:
    """Where the rule of a file of kind ``rule`` is written."""
    return source(tables().rules[name], on)


def amount_source(name: str, on: date) -> Source:
    """Where an amount is written."""
    return source(tables().amounts[name], on)


def missing_work(needed: Fraction, found: Fraction, on: date) -> Because:
    """The full-time work that is still missing, in hours and weeks."""
    hours = ceil(needed - found)
    week = parameters().figure("week_hours", on)
    return Because("change-work", {"hours": hours, "weeks": ceil(Fraction(hours, week))})


def experience(
    tally: Tally, found: Fraction, sure: Fraction, years: int, on: date, message: str
) -> tuple[Known, tuple[Because, ...], Because | None]:
    """Whether hours of a work history are enough: met, reasons (``message`` says which hours), change."""
    needed = hours_needed(years, on)
    enough = found >= needed or tally.boundless
    met = True if sure >= needed else None if enough else False
    because = [Because(message, {"hours": int(found), "needed": int(needed)})]
    if met is None:
        because.append(Because("experience-something-untold"))
    counted = [count for count in tally.jobs if count.hours]
    if any(None in (count.job.paid, count.job.self_employed) for count in counted):
        because.append(Because("experience-taken-as-ordinary"))
    return met, tuple(because), missing_work(needed, found, on) if met is False else None


def language(
    profile: Profile, on: date, needed: FourLevels, otherwise: FourLevels, where: Source
) -> Requirement:
    """Levels in each ability of one test, in English or French, that still counts.

    Args:
        profile: the candidate.
        on: the day.
        needed: the levels that are sure to be enough.
        otherwise: the levels below which they are sure not to be; the same unless something decides that was
            not told (the occupation).
        where: where the rule is written.
    """
    tests = [test for test in (profile.first_language, profile.second_language) if test is not None]
    if profile.first_language is None and not any(_reaches(test, on, needed) for test in tests):
        untold = "first_language"
        return Requirement("language", None, (not_told(untold),), where, None, (untold,))
    for test in tests:
        if _reaches(test, on, needed):
            return Requirement("language", True, _met(test, on, needed), where)
    for name in ("first_language", "second_language"):
        test = getattr(profile, name)
        if test is not None and (found := levels(test, on)).counts is None and _as_high(found, needed):
            return Requirement("language", None, found.because, where, None, (f"{name}.date",))
    best = max(tests, key=lambda test: sum(levels(test, on).counted))
    if needed != otherwise and any(_reaches(test, on, otherwise) for test in tests):
        args: dict[str, Argument] = {"low": min(otherwise), "high": min(needed)}
        return Requirement("language", None, (Because("language-depends", args),), where, None, ("noc",))
    return _below(best, on, otherwise, where)


def _met(test: LanguageTest, on: date, needed: FourLevels) -> tuple[Because, ...]:
    reason = _each("language-met", levels(test, on).framework, needed)
    if test.told_as_levels:
        return reason, Because("language-levels-told")
    if test.date is not None:
        return (reason,)
    years = parameters().figure("language_years", on)
    return reason, Because("language-date-untold", {"years": years})


def _each(message: str, framework: str, needed: FourLevels) -> Because:
    """A message about the levels of all abilities, or of each where they are not the same."""
    if len(set(needed)) == 1:
        return Because(message, {"framework": framework, "level": needed[0]})
    each: dict[str, Argument] = dict(zip(ABILITIES, needed, strict=True))
    return Because(f"{message}-each", {"framework": framework, **each})


def _reaches(test: LanguageTest, on: date, needed: FourLevels) -> bool:
    found = levels(test, on)
    return bool(found.counts) and _as_high(found, needed)


def _as_high(found: Levels, needed: FourLevels) -> bool:
    return all(level >= least for level, least in zip(found.levels, needed, strict=True))


def _below(test: LanguageTest, on: date, needed: FourLevels, where: Source) -> Requirement:
    found = levels(test, on)
    if found.counts is False and _as_high(found, needed):
        return Requirement("language", False, found.because, where, Because("change-test-again"))
    short = tuple(
        _short(found.framework, ability, level, least)
        for ability, level, least in zip(ABILITIES, found.levels, needed, strict=True)
        if level < least
    )
    because = short if found.counts is not False else (*found.because[:1], *short)
    return Requirement("language", False, because, where, _each("change-language", found.framework, needed))


def _short(framework: str, ability: str, level: int, needed: int) -> Because:
    args: dict[str, Argument] = {"framework": framework, "ability": ability, "level": level, "needed": needed}
    return Because("language-below", args)


def outside_quebec(profile: Profile, on: date, program: str) -> Requirement:
    """Intending to live outside Quebec, which selects its own skilled workers."""
    where = rule_source(f"{program}/outside_quebec", on)
    if profile.intends_quebec is None:
        return Requirement(
            "outside_quebec", None, (not_told("intends_quebec"),), where, None, ("intends_quebec",)
        )
    if profile.intends_quebec:
        because = (Because("quebec-intended"),)
        return Requirement("outside_quebec", False, because, where, Because("change-quebec"))
    return Requirement("outside_quebec", True, (Because("quebec-not-intended"),), where)


def offer(profile: Profile, on: date, fits: Callable[[str], bool]) -> tuple[Known, Because, tuple[str, ...]]:
    """Whether there is an offer that the program takes, why, and the fields that would decide it.

    It is full-time, not seasonal, for a year or more, with an LMIA or exempt from it, and in an occupation
    that ``fits``; or the candidate says that it is valid for the program.
    """
    found = profile.job_offer
    if found is None:
        if not told(profile, "job_offer"):
            return None, not_told("job_offer"), ("job_offer",)
        return False, Because("because-job-offer", {"answer": "no"}), ()
    asked = conditions(found, on)
    if False in (*asked.values(), found.valid_for_program):
        return False, Because("because-job-offer", {"answer": "not_valid"}), ()
    if found.noc is not None and not fits(found.noc):
        return False, Because("offer-occupation", {"code": found.noc}), ()
    untold = [name for name, value in {**asked, "noc": found.noc}.items() if value is None]
    if untold and not found.valid_for_program:
        return None, Because("offer-incomplete"), tuple(f"job_offer.{name}" for name in untold)
    if of_any_length(found, on) and not found.valid_for_program:
        return True, Because("offer-of-any-length"), ()
    return True, Because("because-job-offer", {"answer": "yes"}), ()


def funds(profile: Profile, on: date, program: str, has_offer: Known) -> Requirement:
    """Settlement funds for the whole family, unless one has a valid offer and may work in Canada."""
    exempt = all_of((has_offer, profile.authorized_to_work_in_canada))
    if exempt:
        where = rule_source(f"funds/{program}_exempt", on)
        return Requirement("funds", True, (Because("funds-exempt"),), where)
    table = tables().funds["funds/settlement"]
    held = table.at(on)
    assert held is not None
    assert held.value is not None
    least = 2 if profile.marital_status in PARTNERED else 1
    size = profile.family_size or least
    needed = held.value.needed(size)
    because = [Because("funds-needed", {"amount": needed, "size": size, "date": held.since})]
    missing = [] if profile.family_size is not None else ["family_size"]
    if profile.family_size is None:
        because.append(Because("funds-size-untold"))
    if on >= years_later(held.since, 1):
        because.append(Because("funds-table-seen", {"date": held.source.checked}))
    have = profile.settlement_funds_cad
    if have is None:
        return Requirement(
            "funds",
            None,
            (*because, not_told("settlement_funds_cad")),
            held.source,
            None,
            (*missing, "settlement_funds_cad"),
        )
    because.insert(0, Because("funds-told", {"amount": have}))
    if have < needed:
        short = Because("change-funds", {"amount": ceil(needed - have)})
        if exempt is False:
            return Requirement("funds", False, tuple(because), held.source, short)
        undecided = (
            ("authorized_to_work_in_canada",) if has_offer else ("job_offer", "authorized_to_work_in_canada")
        )
        return Requirement(
            "funds", None, (*because, Because("funds-unless-exempt")), held.source, short, undecided
        )
    met = None if missing else True
    return Requirement("funds", met, tuple(because), held.source, None, tuple(missing))
