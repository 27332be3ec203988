"""The facts by which points are looked up, worked out from a profile for a day.

Each carries its value, the reasons to show beside the points, and the fields of the profile that were not
told and could change it. :data:`express_entry.factors.FACTS` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from express_entry.days import age_on
from express_entry.language import Levels, levels
from express_entry.offers import conditions
from express_entry.points import Argument, Because
from express_entry.profile import Job, LanguageTest, Profile, Spouse, told
from express_entry.studies import Studies, studies
from express_entry.vocabulary import ABILITIES, PARTNERED
from express_entry.work import (
    FOREIGN,
    Counting,
    canadian,
    completed_years,
    counts_as_canadian,
    counts_as_foreign,
    skilled,
    teer,
    untold,
)

Value = int | str | tuple[int, ...] | tuple[str, ...]

NO_LEVELS = (0, 0, 0, 0)
UNTOLD_SPOUSE = Spouse()


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


@lru_cache(maxsize=65536)
def _fact(value: Value, message: str, *args: tuple[str, Argument]) -> Fact:
    """A certain fact with one reason; kept, since most profiles share most facts."""
    return Fact(value, (Because(message, dict(args)),))


@lru_cache(maxsize=1024)
def _untold(value: Value, *missing: str) -> Fact:
    name = missing[0].replace(".", "_")
    return Fact(value, (Because("because-not-told", {"fact": name}),), missing)


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


class Facts(dict[str, Fact]):
    """The facts of a profile on a day, by name; each is worked out when it is first asked for."""

    def __init__(self, profile: Profile, on: date) -> None:
        super().__init__()
        self.profile = profile
        self.spouse = profile.spouse or UNTOLD_SPOUSE
        self.on = on

    def __missing__(self, name: str) -> Fact:
        fact = self[name] = _WAYS[name](self)
        return fact

    @cached_property
    def studies(self) -> Studies:
        """What the candidate's credentials come to."""
        return studies(self.profile, self.on)

    @cached_property
    def spouse_studies(self) -> Studies:
        """What the partner's credentials come to."""
        return studies(self.spouse, self.on)


def canadian_years(person: Profile | Spouse, on: date) -> int | None:
    """Completed years of skilled work in Canada; None where nothing was told."""
    if person.jobs is not None:
        return completed_years((job for job in person.jobs if counts_as_canadian(job, on)), on)
    return None if person.canadian_work_years is None else int(person.canadian_work_years)


def foreign_years(person: Profile | Spouse, on: date) -> int | None:
    """Completed years of skilled work outside Canada; None where nothing was told."""
    if person.jobs is not None:
        return completed_years(filter(counts_as_foreign, person.jobs), on)
    return None if person.foreign_work_years is None else int(person.foreign_work_years)


def _age(age: int | None, birth_date: date | None, on: date, prefix: str) -> Fact:
    years = age if birth_date is None else age_on(birth_date, on)
    if years is None:
        return _untold(0, f"{prefix}age")
    return _fact(years, _message(f"{prefix}age"), ("years", years))


@lru_cache(maxsize=16384)
def _education(known: Studies, path: str) -> Fact:
    """The level that all credentials come to."""
    if known.level is None:
        return _untold("less_than_secondary", path)
    return Fact(known.level, known.because, known.missing, known.firm)


def _named(value: str | None, lowest: str, path: str) -> Fact:
    if value is None:
        return _untold(lowest, path)
    return _fact(value, _message(path), ("level", value))


@lru_cache(maxsize=64)
def _message(path: str) -> str:
    """The catalog id of the reason that a field gives."""
    return f"because-{path.replace('.', '-').replace('_', '-')}"


def _yes_no(value: bool | None, name: str) -> Fact:
    if value is None:
        return _untold("no", name)
    answer = "yes" if value else "no"
    return _fact(answer, _message(name), ("answer", answer))


def _years(years: float | None, path: str) -> Fact:
    if years is None:
        return _untold(0, path)
    return _fact(int(years), _message(path), ("years", int(years)))


def _canadian_work(person: Profile | Spouse, on: date, prefix: str = "") -> Fact:
    """Years that were told count as told; that the primary occupation is not skilled is said."""
    fact = _years(canadian_years(person, on), f"{prefix}canadian_work_years")
    if person.jobs is not None:
        return _with_jobs(fact, person.jobs, canadian(on), on, prefix)
    if fact.value and not skilled(person.noc):
        code = person.noc or ""
        doubt = Because("because-noc-not-skilled", {"code": code, "teer": teer(code)})
        return Fact(fact.value, (*fact.because, doubt))
    return fact


def _foreign_work(person: Profile | Spouse, on: date, prefix: str = "") -> Fact:
    """Work in several occupations counts; that the official tool asks for one is said."""
    fact = _years(foreign_years(person, on), f"{prefix}foreign_work_years")
    if person.jobs is None:
        return fact
    fact = _with_jobs(fact, person.jobs, FOREIGN, on, prefix)
    codes = {job.noc for job in person.jobs if counts_as_foreign(job) and job.noc}
    if len(codes) > 1:
        several = Because("because-foreign-several-occupations")
        return Fact(fact.value, (*fact.because, several), fact.missing, fact.firm)
    return fact


def _with_jobs(fact: Fact, jobs: Sequence[Job], counting: Counting, on: date, prefix: str) -> Fact:
    """What was not told of jobs and was taken for granted is missing: hours as full time, a titled job as
    skilled; one of unknown place or length counts not at all."""
    missing = dict.fromkeys(
        path
        for job in jobs
        if counting.refusal(job) is None
        for path in untold(job, counting, on)
        if path != "jobs.noc" or job.title is not None
    )
    if not missing:
        return fact
    return Fact(fact.value, fact.because, tuple(f"{prefix}{path}" for path in missing), firm=False)


def _nocs(profile: Profile, on: date) -> Fact:
    """The occupations of the Canadian work, or else the primary occupation."""
    codes = tuple(sorted({job.noc for job in profile.jobs or () if counts_as_canadian(job, on) and job.noc}))
    if not codes and profile.noc is not None:
        codes = (profile.noc,)
    if not codes:
        return _untold((), "noc")
    return _fact(codes, "because-noc", ("codes", ", ".join(codes)))


def _job_offer(profile: Profile, on: date) -> Fact:
    offer = profile.job_offer
    if offer is None:
        if not told(profile, "job_offer"):
            return _untold("no", "job_offer")
        return _fact("no", "because-job-offer", ("answer", "no"))
    if False in (*conditions(offer, on).values(), offer.valid_for_program):
        return _fact("no", "because-job-offer", ("answer", "not_valid"))
    return _fact("yes", "because-job-offer", ("answer", "yes"))


def _job_offer_noc(profile: Profile) -> Fact:
    offer = profile.job_offer
    if offer is None and not told(profile, "job_offer"):
        return _untold((), "job_offer")
    if offer is None:
        return _fact((), "because-no-occupation")
    if offer.noc is None:
        return _untold((), "job_offer.noc")
    return _fact((offer.noc,), "because-noc", ("codes", offer.noc))


def _test(test: LanguageTest | None, known: bool, on: date, path: str) -> Fact:
    if test is None:
        return _fact(NO_LEVELS, "because-no-test") if known else _untold(NO_LEVELS, path)
    return _levels(levels(test, on), path)


@lru_cache(maxsize=65536)
def _levels(found: Levels, path: str) -> Fact:
    """The levels of a test; those of one that does not count, or of which its day decides, are 0."""
    if not found.counts:
        return Fact(NO_LEVELS, found.because, (f"{path}.date",) if found.counts is None else ())
    each = [
        _ability(ability, found.framework, level)
        for ability, level in zip(ABILITIES, found.levels, strict=True)
    ]
    return Fact(found.levels, (*each, *found.because))


@lru_cache(maxsize=65536)
def _lowest(fact: Fact) -> Fact:
    """The weakest ability of a test; ``fact`` holds its four levels."""
    assert isinstance(fact.value, tuple)
    level = min(int(each) for each in fact.value)
    first = fact.because[0]
    if first.id != "because-ability":
        return Fact(level, fact.because, fact.missing)
    return _fact(level, "because-lowest", ("framework", first.args["framework"]), ("level", level))


@lru_cache(maxsize=256)
def _ability(ability: str, framework: str, level: int) -> Because:
    return Because("because-ability", {"ability": ability, "framework": framework, "level": level})


def _lowest_in(language: str, facts: Facts) -> Fact:
    """The weakest ability in "en" or "fr", whichever of the two tests it is; 0 without one."""
    message = "because-english-lowest" if language == "en" else "because-french-lowest"
    profile = facts.profile
    for test, name in (
        (profile.first_language, "first_language"),
        (profile.second_language, "second_language"),
    ):
        if test is not None and test.language == language:
            lowest = _lowest(facts[name])
            if lowest.missing:
                return lowest
            assert isinstance(lowest.value, int)
            return _fact(lowest.value, message, ("level", lowest.value))
    missing = facts["first_language"].missing or facts["second_language"].missing
    return _untold(0, *missing) if missing else _fact(0, message, ("level", 0))


def _spouse_test(facts: Facts) -> Fact:
    return _test(facts.spouse.language, told(facts.spouse, "language"), facts.on, "spouse.language")


def _own_test(name: str) -> Callable[[Facts], Fact]:
    def way(facts: Facts) -> Fact:
        return _test(getattr(facts.profile, name), told(facts.profile, name), facts.on, name)

    return way


_WAYS: Mapping[str, Callable[[Facts], Fact]] = {
    "age": lambda known: _age(known.profile.age, known.profile.birth_date, known.on, ""),
    "education": lambda known: _education(known.studies, "education"),
    "first_language": _own_test("first_language"),
    "first_language_lowest": lambda known: _lowest(known["first_language"]),
    "second_language": _own_test("second_language"),
    "second_language_lowest": lambda known: _lowest(known["second_language"]),
    "english_lowest": lambda known: _lowest_in("en", known),
    "french_lowest": lambda known: _lowest_in("fr", known),
    "canadian_work_years": lambda known: _canadian_work(known.profile, known.on),
    "foreign_work_years": lambda known: _foreign_work(known.profile, known.on),
    "noc": lambda known: _nocs(known.profile, known.on),
    "certificate_of_qualification": lambda known: _yes_no(
        known.profile.certificate_of_qualification, "certificate_of_qualification"
    ),
    "provincial_nomination": lambda known: _yes_no(
        known.profile.provincial_nomination, "provincial_nomination"
    ),
    "canadian_education": lambda known: _named(known.studies.canadian, "none", "canadian_education"),
    "sibling_in_canada": lambda known: _yes_no(known.profile.sibling_in_canada, "sibling_in_canada"),
    "job_offer": lambda known: _job_offer(known.profile, known.on),
    "job_offer_noc": lambda known: _job_offer_noc(known.profile),
    "spouse_age": lambda known: _age(known.spouse.age, known.spouse.birth_date, known.on, "spouse."),
    "spouse_education": lambda known: _education(known.spouse_studies, "spouse.education"),
    "spouse_canadian_education": lambda known: _named(
        known.spouse_studies.canadian, "none", "spouse.canadian_education"
    ),
    "spouse_language": _spouse_test,
    "spouse_language_lowest": lambda known: _lowest(known["spouse_language"]),
    "spouse_canadian_work_years": lambda known: _canadian_work(known.spouse, known.on, "spouse."),
    "spouse_foreign_work_years": lambda known: _foreign_work(known.spouse, known.on, "spouse."),
}
"""How each of :data:`express_entry.factors.FACTS` is worked out."""
