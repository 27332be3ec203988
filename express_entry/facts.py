"""The facts by which points are looked up, worked out from a profile for a day.

Each carries its value, the reasons to show beside the points, and the fields of the profile that were not
told and could change it. :data:`express_entry.factors.FACTS` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from express_entry.language import ABILITIES, TESTS, Levels, levels, years_later
from express_entry.parameters import parameters
from express_entry.points import Argument, Because
from express_entry.profile import Job, LanguageTest, Profile, Spouse, age_on, told
from express_entry.work import completed_years, counts_as_canadian, counts_as_foreign

Value = int | str | tuple[int, ...] | tuple[str, ...]

PARTNERED = ("married", "common_law")
NO_LEVELS = (0, 0, 0, 0)


@dataclass(frozen=True, eq=False)
class Fact:
    """One fact.

    ``missing`` are the fields that were not told. The value is then the lowest that there is, unless it is
    not ``firm``: then it was assumed (an assessment that will come, full-time hours) and could also be lower.
    """

    value: Value
    because: tuple[Because, ...]
    missing: tuple[str, ...] = ()
    firm: bool = True


Facts = Mapping[str, Fact]


@lru_cache(maxsize=65536)
def _fact(value: Value, message: str, *args: tuple[str, Argument]) -> Fact:
    """A certain fact with one reason; kept, since most profiles share most facts."""
    return Fact(value, (Because(message, dict(args)),))


@lru_cache(maxsize=1024)
def _untold(value: Value, *missing: str) -> Fact:
    return Fact(value, (Because("because-not-told"),), missing)


def with_spouse(profile: Profile) -> tuple[bool, tuple[str, ...]]:
    """Whether the columns for an accompanying partner apply, and the fields not told that decide it.

    They do for a married or common-law candidate whose partner comes to Canada and is neither a citizen nor a
    permanent resident. A partner of whom that was not told is taken to come. Rule: Ministerial Instructions,
    s. 1.
    """
    if profile.marital_status not in PARTNERED:
        return False, () if profile.marital_status else ("marital_status",)
    spouse = profile.spouse
    if spouse is None:
        if told(profile, "spouse"):
            return False, ()
        return True, ("spouse.citizen_or_permanent_resident", "spouse.accompanying")
    if spouse.accompanying is False or spouse.citizen_or_permanent_resident is True:
        return False, ()
    deciding = (
        ("spouse.citizen_or_permanent_resident", spouse.citizen_or_permanent_resident),
        ("spouse.accompanying", spouse.accompanying),
    )
    return True, tuple(path for path, value in deciding if value is None)


def facts(profile: Profile, on: date) -> dict[str, Fact]:
    """Every fact of a profile on the day ``on``."""
    spouse = profile.spouse
    found = {
        "age": _age(profile.age, profile.birth_date, on, ""),
        "education": _education(profile, on),
        "canadian_work_years": _canadian_work(profile, on),
        "foreign_work_years": _foreign_work(profile, on),
        "noc": _nocs(profile),
        "certificate_of_qualification": _yes_no(
            profile.certificate_of_qualification, "certificate_of_qualification"
        ),
        "provincial_nomination": _yes_no(profile.provincial_nomination, "provincial_nomination"),
        "canadian_education": _named(profile.canadian_education, "none", "", "canadian_education"),
        "sibling_in_canada": _yes_no(profile.sibling_in_canada, "sibling_in_canada"),
        "job_offer": _job_offer(profile),
        "job_offer_noc": _job_offer_noc(profile),
    }
    found.update(_languages(profile, on))
    if spouse is not None or profile.marital_status in PARTNERED:
        found.update(_spouse(spouse or Spouse(), on))
    return found


def first_language(profile: Profile, on: date) -> Levels | None:
    """The levels of the first official language; None where no test was told."""
    return levels(profile.first_language, on) if profile.first_language else None


def second_language(profile: Profile, on: date) -> Levels | None:
    """The levels of the second official language; None where no test was told."""
    return levels(profile.second_language, on) if profile.second_language else None


def canadian_years(profile: Profile, on: date) -> int | None:
    """Completed years of skilled work in Canada; None where nothing was told."""
    if profile.jobs is not None:
        return completed_years(filter(counts_as_canadian, profile.jobs), on)
    return None if profile.canadian_work_years is None else int(profile.canadian_work_years)


def foreign_years(profile: Profile, on: date) -> int | None:
    """Completed years of skilled work outside Canada; None where nothing was told."""
    if profile.jobs is not None:
        return completed_years(filter(counts_as_foreign, profile.jobs), on)
    return None if profile.foreign_work_years is None else int(profile.foreign_work_years)


def _age(age: int | None, birth_date: date | None, on: date, prefix: str) -> Fact:
    years = age if birth_date is None else age_on(birth_date, on)
    if years is None:
        return _untold(0, f"{prefix}age")
    return _fact(years, f"because-{prefix.replace('.', '-')}age", ("years", years))


def _education(profile: Profile, on: date) -> Fact:
    """A foreign credential needs an assessment (ECA) under five years old; one that is not told is taken to
    come. Rule: Ministerial Instructions, s. 11."""
    level = profile.education
    if level is None:
        return _untold("less_than_secondary", "education")
    if level == "less_than_secondary" or profile.education_country_is_canada:
        return _fact(level, "because-education", ("level", level))
    if profile.eca_date is None:
        return _awaiting_eca(level, profile.education_country_is_canada is None)
    years = parameters().figure("eca_years", on)
    if on >= years_later(profile.eca_date, years):
        expired = (("date", profile.eca_date), ("years", years))
        return _fact("less_than_secondary", "because-eca-expired", *expired)
    return _fact(level, "because-education", ("level", level))


@lru_cache(maxsize=64)
def _awaiting_eca(level: str, country_untold: bool) -> Fact:
    because = (Because("because-education", {"level": level}), Because("because-eca-missing"))
    missing = ("education_country_is_canada", "eca_date") if country_untold else ("eca_date",)
    return Fact(level, because, missing, firm=False)


def _named(value: str | None, lowest: str, prefix: str, name: str) -> Fact:
    if value is None:
        return _untold(lowest, f"{prefix}{name}")
    return _fact(value, f"because-{prefix.replace('.', '-')}{name.replace('_', '-')}", ("level", value))


def _yes_no(value: bool | None, name: str) -> Fact:
    if value is None:
        return _untold("no", name)
    answer = "yes" if value else "no"
    return _fact(answer, f"because-{name.replace('_', '-')}", ("answer", answer))


def _years(years: float | None, path: str) -> Fact:
    if years is None:
        return _untold(0, path)
    return _fact(int(years), f"because-{path.replace('.', '-').replace('_', '-')}", ("years", int(years)))


def _canadian_work(profile: Profile, on: date) -> Fact:
    fact = _years(canadian_years(profile, on), "canadian_work_years")
    return _with_jobs(fact, profile, counts_as_canadian)


def _foreign_work(profile: Profile, on: date) -> Fact:
    """Work in several occupations counts; that the official tool asks for one is said."""
    fact = _with_jobs(_years(foreign_years(profile, on), "foreign_work_years"), profile, counts_as_foreign)
    codes = {job.noc for job in profile.jobs or () if counts_as_foreign(job) and job.noc}
    if len(codes) > 1:
        several = Because("because-foreign-several-occupations")
        return Fact(fact.value, (*fact.because, several), fact.missing, fact.firm)
    return fact


def _with_jobs(fact: Fact, profile: Profile, counts: Callable[[Job], bool]) -> Fact:
    """Weekly hours that were not told count as full time, and are missing."""
    if any(job.hours_per_week is None and counts(job) for job in profile.jobs or ()):
        return Fact(fact.value, fact.because, ("jobs.hours_per_week",), firm=False)
    return fact


def _nocs(profile: Profile) -> Fact:
    """The occupations of the Canadian work, or else the primary occupation."""
    codes = tuple(sorted({job.noc for job in profile.jobs or () if counts_as_canadian(job) and job.noc}))
    if not codes and profile.noc is not None:
        codes = (profile.noc,)
    if not codes:
        return _untold((), "noc")
    return _fact(codes, "because-noc", ("codes", ", ".join(codes)))


def _job_offer(profile: Profile) -> Fact:
    offer = profile.job_offer
    if offer is None:
        if not told(profile, "job_offer"):
            return _untold("no", "job_offer")
        return _fact("no", "because-job-offer", ("answer", "no"))
    conditions = (offer.full_time, offer.non_seasonal, offer.one_year_or_more, offer.lmia_or_exempt)
    if False in (*conditions, offer.valid_for_program):
        return _fact("no", "because-job-offer", ("answer", "not_valid"))
    return _fact("yes", "because-job-offer", ("answer", "yes"))


def _job_offer_noc(profile: Profile) -> Fact:
    offer = profile.job_offer
    if offer is None:
        return _fact((), "because-no-occupation")
    if offer.noc is None:
        return _untold((), "job_offer.noc")
    return _fact((offer.noc,), "because-noc", ("codes", offer.noc))


def _languages(profile: Profile, on: date) -> dict[str, Fact]:
    first = _test(profile.first_language, told(profile, "first_language"), on, "first_language")
    second = _test(profile.second_language, told(profile, "second_language"), on, "second_language")
    found = {
        "first_language": first,
        "first_language_lowest": _lowest(profile.first_language, first),
        "second_language": second,
        "second_language_lowest": _lowest(profile.second_language, second),
    }
    tests = ((profile.first_language, first), (profile.second_language, second))
    for language, name in (("en", "english_lowest"), ("fr", "french_lowest")):
        found[name] = _lowest_in(language, name, tests)
    return found


def _test(test: LanguageTest | None, known: bool, on: date, path: str) -> Fact:
    if test is None:
        return _fact(NO_LEVELS, "because-no-test") if known else _untold(NO_LEVELS, path)
    result = levels(test, on)
    if not result.counts:
        return _not_counted(result.because)
    return _levels(result.levels, result.framework, result.because)


@lru_cache(maxsize=1024)
def _not_counted(because: tuple[Because, ...]) -> Fact:
    return Fact(NO_LEVELS, because)


@lru_cache(maxsize=65536)
def _levels(found: tuple[int, ...], framework: str, remarks: tuple[Because, ...]) -> Fact:
    each = tuple(
        Because("because-ability", {"ability": ability, "framework": framework, "level": level})
        for ability, level in zip(ABILITIES, found, strict=True)
    )
    return Fact(found, (*each, *remarks))


def _lowest(test: LanguageTest | None, fact: Fact) -> Fact:
    if test is None:
        return _untold(0, *fact.missing) if fact.missing else _fact(0, "because-no-test")
    return _lowest_level(fact)


@lru_cache(maxsize=65536)
def _lowest_level(fact: Fact) -> Fact:
    level = min(int(each) for each in fact.value)  # type: ignore[union-attr]
    first = fact.because[0]
    if first.id != "because-ability":
        return Fact(level, fact.because)
    return _fact(level, "because-lowest", ("framework", first.args["framework"]), ("level", level))


def _lowest_in(language: str, name: str, tests: tuple[tuple[LanguageTest | None, Fact], ...]) -> Fact:
    for test, fact in tests:
        if test is not None and TESTS[test.test].language == language:
            level = min(int(each) for each in fact.value)  # type: ignore[union-attr]
            return _fact(level, f"because-{name.replace('_', '-')}", ("level", level))
    missing = next((fact.missing for _, fact in tests if fact.missing), ())
    if missing:
        return _untold(0, *missing)
    return _fact(0, f"because-{name.replace('_', '-')}", ("level", 0))


def _spouse(spouse: Spouse, on: date) -> dict[str, Fact]:
    language = _test(spouse.language, told(spouse, "language"), on, "spouse.language")
    studied = spouse.canadian_education
    return {
        "spouse_age": _age(spouse.age, spouse.birth_date, on, "spouse."),
        "spouse_education": _named(spouse.education, "less_than_secondary", "spouse.", "education"),
        "spouse_canadian_education": _named(studied, "none", "spouse.", "canadian_education"),
        "spouse_language": language,
        "spouse_language_lowest": _lowest(spouse.language, language),
        "spouse_canadian_work_years": _years(spouse.canadian_work_years, "spouse.canadian_work_years"),
        "spouse_foreign_work_years": _years(spouse.foreign_work_years, "spouse.foreign_work_years"),
    }
