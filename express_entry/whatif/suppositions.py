"""What people suppose, several things at once: "if I had CLB 9 and a master's and my wife stayed".

Each supposition is data, and makes itself true of a profile. They are made in order, on single fields: jobs
and diplomas that were told are first taken as what they come to, and nothing of it is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import singledispatch
from typing import Any, Literal

from express_entry.crs import score, settled
from express_entry.language import AS_TOLD, levels, levels_of, test_of
from express_entry.parameters import HIGHEST_LEVEL, LOWEST_LEVEL
from express_entry.points import Argument, Because
from express_entry.profile import LanguageTest, Profile, Spouse, parse_profile
from express_entry.studies import canadian_level, combined
from express_entry.vocabulary import (
    ABILITIES,
    CANADIAN_EDUCATION,
    ENGLISH,
    FRENCH,
    PARTNERED,
    CanadianEducation,
    Education,
)
from express_entry.whatif.edits import in_single_fields, set_field, set_spouse, setting, with_credential
from express_entry.whatif.moves import Supposition, differing
from express_entry.whatif.retakes import at_least, no_test, retaken

Whose = Literal["self", "spouse"]
SPOUSE = "spouse"
LANGUAGES = ("first_language", "second_language")


@dataclass(frozen=True)
class LanguageLevel:
    """A level in some abilities, all of them if none is named: at least that level where it is above what
    there is, and just that level where it is below.

    ``language`` is "en" or "fr"; None: that of the first test. A language without a test gets one.
    """

    level: int
    abilities: tuple[str, ...] = ABILITIES
    language: str | None = None
    whose: Whose = "self"


@dataclass(frozen=True)
class Diploma:
    """One more diploma, assessed where it needs that."""

    level: Education
    in_canada: bool = False
    whose: Whose = "self"


@dataclass(frozen=True)
class MoreWork:
    """More years of skilled work, or fewer."""

    years: float
    in_canada: bool
    whose: Whose = "self"


@dataclass(frozen=True)
class Fact:
    """A field of the profile form as supposed, such as ``provincial_nomination`` or ``spouse.age``."""

    path: str
    value: Any


@dataclass(frozen=True)
class Without:
    """Without something: a field of the profile, or the tests in a language ("en", "fr")."""

    what: str


@dataclass(frozen=True)
class Partner:
    """The partner stays behind, comes, is a citizen or permanent resident of Canada, or there is none."""

    way: Literal["stays", "comes", "canadian", "none"]


@dataclass(frozen=True)
class LanguageFirst:
    """The language named first in the profile, "en" or "fr"."""

    language: str


@dataclass(frozen=True)
class OnDay:
    """Everything as it is, on another day."""

    day: date


Supposed = LanguageLevel | Diploma | MoreWork | Fact | Without | Partner | LanguageFirst | OnDay


def suppose_all(profile: Profile, on: date, suppositions: Sequence[Supposed]) -> Supposition:
    """The score of a profile on the day ``on`` as it is, and with everything that is supposed.

    Raises:
        ProfileError: a field cannot have the value that is supposed, or an age is impossible on that day.
        DayBeforeExpressEntry: there were no rules on that day.
    """
    before = score(profile, on)
    day = next((each.day for each in reversed(suppositions) if isinstance(each, OnDay)), on)
    changes = [each for each in suppositions if not isinstance(each, OnDay)]
    supposed = _changed(profile, day, changes) if changes else profile
    after = score(supposed, day)
    lines = ({line.id: line.points for line in breakdown.lines} for breakdown in (before, after))
    return Supposition(before, after, differing(*lines))


def _changed(profile: Profile, on: date, changes: Sequence[Supposed]) -> Profile:
    """The profile with everything that is supposed of it; an order of languages that nobody told is free."""
    free = profile.tests is not None or profile.second_language is None
    supposed = in_single_fields(settled(profile, on), on)
    for each in changes:
        supposed = made_true(each, supposed, on)
    ordered = any(isinstance(each, LanguageFirst) for each in changes)
    return _freely_ordered(supposed) if free and not ordered else supposed


def merged(document: Mapping[str, Any], fragment: Mapping[str, Any]) -> dict[str, Any]:
    """A profile document with what is supposed; keys may be paths such as ``spouse.education``.

    Parts of a test are put into the one that is there; another test takes its place.
    """
    found = dict(document)
    for path, value in fragment.items():
        name, _, rest = path.partition(".")
        now = found.get(name)
        inner = {rest: value} if rest else value
        if not isinstance(inner, Mapping):
            found[name] = inner
            continue
        another = isinstance(now, Mapping) and inner.get("test", now.get("test")) != now.get("test")
        found[name] = merged(now if isinstance(now, Mapping) and not another else {}, inner)
    return found


def _freely_ordered(profile: Profile) -> Profile:
    """The tests as a list, so that the better order is found."""
    tests = tuple(test for test in (profile.first_language, profile.second_language) if test is not None)
    return set_field(profile, tests=tests) if len(tests) > 1 else profile


@singledispatch
def made_true(supposition: Supposed, profile: Profile, on: date) -> Profile:
    """A profile in single fields of which a supposition is true."""
    raise NotImplementedError(type(supposition).__name__)


@made_true.register
def _(supposition: LanguageLevel, profile: Profile, on: date) -> Profile:
    if supposition.whose == SPOUSE:
        partner = profile.spouse.language if profile.spouse else None
        return set_spouse(profile, language=_at_level(partner, supposition, on))
    name = _field_of(supposition.language, profile)
    return set_field(profile, **{name: _at_level(getattr(profile, name), supposition, on)})


def _field_in(language: str, profile: Profile) -> str | None:
    """Where the test in a language stands; None where there is none."""
    held = ((name, getattr(profile, name)) for name in LANGUAGES)
    return next((name for name, test in held if test is not None and test.language == language), None)


def _field_of(language: str | None, profile: Profile) -> str:
    """Where the test in a language stands, or would stand."""
    if language is None or profile.first_language is None:
        return "first_language"
    return "first_language" if profile.first_language.language == language else "second_language"


def _at_level(test: LanguageTest | None, supposition: LanguageLevel, on: date) -> LanguageTest:
    """A test with the level that is supposed."""
    if test is None or (supposition.language or test.language) != test.language:
        held = no_test(supposition.language or ENGLISH)
        found = dict.fromkeys(ABILITIES, 0)
    else:
        held = retaken(test, on)
        found = levels(held, on).by_ability()
    level = max(LOWEST_LEVEL, min(supposition.level, HIGHEST_LEVEL))
    raised = level > min(found[ability] for ability in supposition.abilities)
    wanted = [ability for ability in supposition.abilities if not raised or found[ability] < level]
    return at_least(held, dict.fromkeys(wanted, level), on)


def already_held(profile: Profile, on: date, supposition: LanguageLevel) -> bool:
    """Whether there is at least the level that is supposed in all of its abilities."""
    whole = in_single_fields(settled(profile, on), on)
    if supposition.whose == SPOUSE:
        test = whole.spouse.language if whole.spouse else None
    else:
        test = getattr(whole, _field_of(supposition.language, whole))
    if test is None or (supposition.language or test.language) != test.language:
        return False
    found = levels(retaken(test, on), on).by_ability()
    return all(found[ability] >= supposition.level for ability in supposition.abilities)


@made_true.register
def _(supposition: Diploma, profile: Profile, on: date) -> Profile:
    if supposition.whose == SPOUSE:
        spouse = profile.spouse or Spouse()
        values: dict[str, Any] = {"education": _with(spouse.education, supposition), "eca_date": on}
        if supposition.in_canada:
            values["canadian_education"] = _canadian(spouse.canadian_education, supposition)
        return set_spouse(profile, **values)
    studied = with_credential(profile, _with(profile.education, supposition), on)
    return set_field(studied, canadian_education=_canadian(profile.canadian_education, supposition))


def _with(level: Education | None, diploma: Diploma) -> Education:
    return combined([level, diploma.level] if level else [diploma.level])


def _canadian(now: CanadianEducation | None, diploma: Diploma) -> CanadianEducation | None:
    """The highest Canadian credential with one more."""
    if not diploma.in_canada:
        return now
    return max(now or "none", canadian_level(diploma.level), key=CANADIAN_EDUCATION.index)


@made_true.register
def _(supposition: MoreWork, profile: Profile, on: date) -> Profile:
    name = "canadian_work_years" if supposition.in_canada else "foreign_work_years"
    if supposition.whose == SPOUSE:
        held = getattr(profile.spouse or Spouse(), name) or 0
        return set_spouse(profile, **{name: max(0, held + supposition.years)})
    return set_field(profile, **{name: max(0, (getattr(profile, name) or 0) + supposition.years)})


@made_true.register
def _(supposition: Fact, profile: Profile, on: date) -> Profile:
    owner, _, name = supposition.path.rpartition(".")
    held = getattr((profile.spouse or Spouse()) if owner == SPOUSE else profile, name, None)
    if isinstance(held, LanguageTest) and (raised := _beside_levels(held, supposition.value, on)):
        return setting(supposition.path, raised)(profile)
    now = _without_levels(profile.document())
    part = now.get(owner or name)
    if owner == SPOUSE and part is not None:  # what was derived leaves nothing in its place
        part = {field: value for field, value in part.items() if value is not None}
    whole = merged({owner or name: part}, {supposition.path: supposition.value})
    told = parse_profile(whole, draft=True)
    if owner == SPOUSE:
        return set_spouse(profile, **{name: _anew(getattr(told.spouse, name), supposition.value, on)})
    if name in LANGUAGES:
        return _with_test(profile, name, _anew(getattr(told, name), supposition.value, on))
    if name == "age":
        return set_field(profile, age=told.age, birth_date=None)
    if name == "education":
        return with_credential(profile, supposition.value, on)
    return set_field(profile, **{owner or name: getattr(told, owner or name)})


def _anew(part: Any, supposed: Any, on: date) -> Any:
    """What is told with what is supposed of it; scores without a day are those of a test that is taken anew,
    whatever day was told of it."""
    dated = isinstance(supposed, Mapping) and "date" in supposed
    return retaken(part, on) if isinstance(part, LanguageTest) and not dated else part


def _beside_levels(held: LanguageTest, supposed: Any, on: date) -> LanguageTest | None:
    """Levels that were told, with the scores that are supposed of some abilities as their levels; a number
    of no test is a level. None where the test that was told, or a whole one, is supposed."""
    scores = {each: supposed[each] for each in ABILITIES if each in supposed} if supposed else {}
    if not held.told_as_levels or not 0 < len(scores) < len(ABILITIES):
        return None
    test = supposed.get("test")
    if test is not None and test_of(test).language != held.language:
        return None
    levels_of_scores = levels_of(test or held.test, scores, on).found
    return held.copy(update=dict(levels_of_scores))


def _without_levels(document: dict[str, Any]) -> dict[str, Any]:
    """A profile document without what stands for levels: it is no test of the form."""
    return {
        name: _without_levels(value) if name == SPOUSE and value else value
        for name, value in document.items()
        if not (isinstance(value, Mapping) and value.get("test") in AS_TOLD.values())
    }


def _with_test(profile: Profile, name: str, test: LanguageTest | None) -> Profile:
    """A test as the first or second language; where the other one is in its language, they change places."""
    (other,) = (each for each in LANGUAGES if each != name)
    now, beside = getattr(profile, name), getattr(profile, other)
    if test is not None and beside is not None and beside.language == test.language:
        beside = None if now is not None and now.language == test.language else now
    return set_field(profile, **{name: test, other: beside})


NOTHING: dict[str, Any] = {
    "second_language": None,
    "job_offer": None,
    "eca_date": None,
    "canadian_education": "none",
    "education": "less_than_secondary",
    "canadian_work_years": 0,
    "foreign_work_years": 0,
    "provincial_nomination": False,
    "certificate_of_qualification": False,
    "sibling_in_canada": False,
}
"""What there is of each field without it."""


@made_true.register
def _(supposition: Without, profile: Profile, on: date) -> Profile:
    what = supposition.what
    if what == SPOUSE:
        return made_true(Partner("none"), profile, on)
    if what in (ENGLISH, FRENCH):
        found = _field_in(what, profile)
        if found is None:
            return profile
        what = found
    if what == "first_language":
        return set_field(profile, first_language=profile.second_language, second_language=None)
    owner, _, name = what.rpartition(".")
    value = NOTHING.get(name)
    return set_spouse(profile, **{name: value}) if owner else set_field(profile, **{name: value})


@made_true.register
def _(supposition: Partner, profile: Profile, on: date) -> Profile:
    if supposition.way == "none":
        return set_field(profile, marital_status="never_married", spouse=None)
    if profile.marital_status not in PARTNERED:
        profile = set_field(profile, marital_status="married")
    ways = {
        "stays": {"accompanying": False},
        "comes": {"accompanying": True, "citizen_or_permanent_resident": False},
        "canadian": {"citizen_or_permanent_resident": True},
    }
    return set_spouse(profile, **ways[supposition.way])


@made_true.register
def _(supposition: LanguageFirst, profile: Profile, on: date) -> Profile:
    first, second = profile.first_language, profile.second_language
    if second is None or second.language != supposition.language:
        return profile
    return set_field(profile, first_language=second, second_language=first)


_CALLED = {
    "provincial_nomination": "whatif-nomination",
    "certificate_of_qualification": "whatif-certificate",
    "job_offer": "whatif-job-offer",
}
"""What is said of fields that there are or are not."""
_FRAMEWORKS = {ENGLISH: "CLB", FRENCH: "NCLC"}


def named(supposed: Supposed, profile: Profile, on: date) -> Because | None:
    """What a supposition is called, as the changes of a score are; None where none of them is like it."""
    whole = in_single_fields(settled(profile, on), on)
    if getattr(supposed, "whose", "self") == SPOUSE:
        return None
    if isinstance(supposed, LanguageLevel):
        return _level_named(supposed, whole)
    if isinstance(supposed, Diploma) and supposed.in_canada:
        return Because("whatif-canadian-education", {"level": canadian_level(supposed.level)})
    if isinstance(supposed, Diploma):
        return Because("whatif-education", {"level": _with(whole.education, supposed)})
    if isinstance(supposed, MoreWork):
        name = "canadian_work_years" if supposed.in_canada else "foreign_work_years"
        return _years_named(name, int(supposed.years), int(getattr(whole, name) or 0))
    if isinstance(supposed, Fact) and supposed.path in ("canadian_work_years", "foreign_work_years"):
        held = int(getattr(whole, supposed.path) or 0)
        return _years_named(supposed.path, int(supposed.value) - held, held)
    if isinstance(supposed, Fact) and supposed.path in _CALLED:
        return Because(_CALLED[supposed.path], {})
    return None


def _level_named(supposed: LanguageLevel, profile: Profile) -> Because | None:
    first = profile.first_language.language if profile.first_language is not None else ENGLISH
    language = supposed.language or first
    args: dict[str, Argument] = {
        "who": _field_of(language, profile),
        "language": language,
        "framework": _FRAMEWORKS[language],
        "level": supposed.level,
    }
    if supposed.abilities == ABILITIES:
        return Because("whatif-all-abilities", args)
    if len(supposed.abilities) > 1:
        return None
    told = _FRAMEWORKS[language].lower()
    return Because("whatif-ability", {**args, "ability": supposed.abilities[0], "test": told, "score": ""})


def _years_named(name: str, more: int, held: int) -> Because | None:
    if more < 1:
        return None
    return Because(f"whatif-{name.replace('_', '-')}", {"more": more, "years": held + more})
