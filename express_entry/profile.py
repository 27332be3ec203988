"""The candidate: frozen models of the neutral profile form, and the strict way into them.

A field that is absent is not told yet; that never means "no". An explicit null is an answer, "there is none",
and only ``second_language``, ``job_offer``, ``spouse``, ``spouse.language``, a job's ``end`` and every
``eca_date`` take it: :func:`told` tells the two apart.

What is told in lists (jobs, credentials, tests, children) is kept as it was told; what the rules count of it
is derived elsewhere (:mod:`express_entry.derived`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache, partial
from typing import Any, ClassVar, Literal, get_args, get_origin

from pydantic import BaseModel, Extra, StrictBool, ValidationError, root_validator, validator
from pydantic.error_wrappers import ErrorWrapper
from pydantic.errors import ExtraError, MissingError, StrictBoolError, WrongConstantError
from pydantic.fields import SHAPE_TUPLE_ELLIPSIS

from express_entry.days import Period, When, age_on, first_day, last_day, read_day, read_when
from express_entry.language import (
    AS_TOLD,
    HIGHEST_TOLD,
    check_scale,
    check_test_score,
    read_scale,
    test_of,
)
from express_entry.points import Because
from express_entry.vocabulary import (
    ABILITIES,
    ENGLISH,
    FRENCH,
    CanadianEducation,
    Education,
    MaritalStatus,
    Scale,
    TestName,
)

__all__ = [
    "Adaptability",
    "Child",
    "Credential",
    "Job",
    "JobOffer",
    "LanguageLevels",
    "LanguageTest",
    "Problem",
    "Profile",
    "ProfileError",
    "Spouse",
    "age_on",
    "check_test_score",
    "levels_as_tests",
    "parse_profile",
    "parse_test",
    "told",
]

OLDEST_AGE = 120
NOC = re.compile(r"\d{5}", re.ASCII)
MOST_JOBS, MOST_CREDENTIALS, MOST_TESTS, MOST_CHILDREN = 60, 20, 10, 20
LONGEST_PROGRAM = 12
"""Years."""
OLDEST_CHILD = 60


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a profile: the dotted path of the field, and what is allowed there."""

    field: str
    because: Because


class ProfileError(ValueError):
    """A profile cannot be taken as it stands; ``problems`` names every field that is wrong."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{problem.field}: {problem.because.id}" for problem in problems))
        self.problems = problems


class _Impossible(ValueError):
    """Raised by a check: what is allowed, by field below the one that is checked ("" for that one itself)."""

    def __init__(self, because: Because, field: str = "", *others: tuple[str, Because]) -> None:
        super().__init__(because.id)
        self.problems = ((field, because), *others)


def _refuse(message_id: str, field: str = "", **args: Any) -> _Impossible:
    return _Impossible(Because(message_id, args), field)


def _whole(least: int, most: int) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if type(value) is not int or not least <= value <= most:
            raise _refuse("problem-whole-number", least=least, most=most)
        return value

    return check


def _is_number(value: Any) -> bool:
    """Whether a value is a number that fits a float: no bool, no text, not infinite."""
    try:
        return type(value) in (int, float) and math.isfinite(value)
    except OverflowError:
        return False


def _between(least: float, most: float) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if type(value) not in (int, float) or not least <= value <= most:
            raise _refuse("problem-number", least=least, most=most)
        return value

    return check


def _hours(value: Any) -> Any:
    if type(value) not in (int, float) or not 0 < value <= 168:
        raise _refuse("problem-hours", most=168)
    return value


def _money(value: Any) -> Any:
    if not _is_number(value) or value < 0:
        raise _refuse("problem-amount")
    return value


def _day(value: Any) -> Any:
    if type(value) is date:
        return value
    if isinstance(value, str):
        try:
            return read_day(value)
        except ValueError:
            pass
    raise _refuse("problem-date")


def _when(value: Any) -> Any:
    if isinstance(value, date | Period):
        return value
    if isinstance(value, str):
        try:
            return read_when(value)
        except ValueError:
            pass
    raise _refuse("problem-day-or-month")


def _when_or_none(value: Any) -> Any:
    return None if value is None else _when(value)


def _code(value: Any) -> Any:
    if not isinstance(value, str) or not NOC.fullmatch(value):
        raise _refuse("problem-noc")
    return value


def _text(value: Any) -> Any:
    if not isinstance(value, str) or len(value) > 200:
        raise _refuse("problem-text", most=200)
    return value


def _list(most: int) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if not isinstance(value, list | tuple) or len(value) > most:
            raise _refuse("problem-list", most=most)
        return value

    return check


def _checked(check: Callable[[Any], Any], *fields: str) -> Any:
    return validator(*fields, pre=True, allow_reuse=True)(check)


class _Form(BaseModel):
    """A part of the profile form: unknown keys, and null where it is no answer, are errors."""

    class Config:
        frozen = True
        extra = Extra.forbid

    nullable: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def construct_whole(cls, values: dict[str, Any], names: set[str]) -> Any:
        """The form of checked values for all its fields, of which ``names`` were told."""
        made = cls.__new__(cls)
        object.__setattr__(made, "__dict__", values)
        object.__setattr__(made, "__fields_set__", names)
        return made

    @classmethod
    def validate(cls, value: Any) -> Any:
        """Take an object only: pydantic would also make one of a list of pairs."""
        if isinstance(value, cls):
            return value
        if not isinstance(value, dict):
            raise _refuse("problem-object")
        return cls(**value)

    @root_validator(pre=True, allow_reuse=True)
    def _no_null(cls, values: dict[str, Any]) -> dict[str, Any]:  # noqa: N805 (pydantic passes the class)
        if None in values.values():
            for name, value in values.items():
                if value is None and name not in cls.nullable:
                    raise _refuse("problem-null", name)
        return values


@lru_cache(maxsize=16384)
def _wrong_scores(
    test: str, told_scale: str | None, scores: tuple[float, float, float, float]
) -> tuple[tuple[str, Because], ...]:
    """The abilities whose score does not exist on the test, with what does; kept, since many share scores."""
    scale = read_scale(test, told_scale, scores)
    checks = [
        (ability, check_test_score(test, scale, ability, score))
        for ability, score in zip(ABILITIES, scores, strict=True)
    ]
    return tuple((ability, because) for ability, because in checks if because is not None)


class LanguageTest(_Form):
    """Results of one language test. ``scale`` says which column TEF Canada's scores were read from."""

    test: TestName
    scale: Scale | None = None
    date: When | None = None
    listening: float
    reading: float
    writing: float
    speaking: float

    _dates = _checked(_when, "date")

    @root_validator(pre=True, allow_reuse=True)
    def _numbers(cls, values: dict[str, Any]) -> dict[str, Any]:  # noqa: N805
        wrong = [name for name in ABILITIES if name in values and not _is_number(values[name])]
        if wrong:
            because = Because("problem-any-number")
            raise _Impossible(because, wrong[0], *((name, because) for name in wrong[1:]))
        return values

    @root_validator(skip_on_failure=True, allow_reuse=True)
    def _possible(cls, values: dict[str, Any]) -> dict[str, Any]:  # noqa: N805
        test, problem = values["test"], check_scale(values["test"], values["scale"])
        if problem is not None:
            raise _Impossible(problem, "scale")
        scores = values["listening"], values["reading"], values["writing"], values["speaking"]
        wrong = _wrong_scores(test, values["scale"], scores)
        if wrong:
            (ability, because), *others = wrong
            raise _Impossible(because, ability, *others)
        return values

    @property
    def scores(self) -> tuple[float, float, float, float]:
        """The four scores in the order of :data:`express_entry.language.ABILITIES`."""
        return self.listening, self.reading, self.writing, self.speaking

    @property
    def language(self) -> str:
        """ "en" or "fr"."""
        return test_of(self.test).language

    @property
    def told_as_levels(self) -> bool:
        """Whether these are levels that were told without a test: the scores are the levels."""
        return self.test in AS_TOLD.values()


class LanguageLevels(_Form):
    """Levels of the CLB or the NCLC told without a test, of each ability or of some."""

    listening: int | None = None
    reading: int | None = None
    writing: int | None = None
    speaking: int | None = None

    _levels = _checked(_whole(1, HIGHEST_TOLD), *ABILITIES)

    def as_test(self, language: str) -> LanguageTest | None:
        """What stands in the place of a test while its scores are not told; None where an ability is open."""
        found = {ability: getattr(self, ability) for ability in ABILITIES}
        if None in found.values():
            return None
        named = {"test": AS_TOLD[language], **found}
        return LanguageTest.construct(_fields_set=set(named), **named)


class Job(_Form):
    """One job of the work history.

    ``end`` is its last day; None: still held. A month as the start means its first day, as the end its last.
    ``years`` is its length where dates were not told. ``in_canada`` is None only in a draft.
    """

    nullable = frozenset({"end"})

    title: str | None = None
    noc: str | None = None
    start: When | None = None
    end: When | None = None
    hours_per_week: float | None = None
    in_canada: StrictBool | None = None
    self_employed: StrictBool | None = None
    full_time_student: StrictBool | None = None
    authorized: StrictBool | None = None
    paid: StrictBool | None = None
    years: float | None = None
    leave_weeks: float | None = None
    remote_for_employer_abroad: StrictBool | None = None

    _texts = _checked(_text, "title")
    _codes = _checked(_code, "noc")
    _starts = _checked(_when, "start")
    _ends = _checked(_when_or_none, "end")
    _hours_a_week = _checked(_hours, "hours_per_week")
    _lengths = _checked(_between(0, 60), "years")
    _leaves = _checked(_money, "leave_weeks")

    @root_validator(skip_on_failure=True, allow_reuse=True)
    def _ends_after_start(cls, values: dict[str, Any]) -> dict[str, Any]:  # noqa: N805
        start, end = values["start"], values["end"]
        if start is not None and end is not None and last_day(end) < first_day(start):
            raise _refuse("problem-end-before-start", "end")
        return values


class Credential(_Form):
    """A diploma; ``years`` is the length of its program, ``assessed_as`` what an assessment (ECA) says."""

    nullable = frozenset({"eca_date"})

    level: Education
    title: str | None = None
    years: float | None = None
    in_canada: StrictBool | None = None
    completed: StrictBool | None = None
    eca_date: When | None = None
    assessed_as: Education | None = None

    _texts = _checked(_text, "title")
    _lengths = _checked(_between(0, LONGEST_PROGRAM), "years")
    _dates = _checked(_when_or_none, "eca_date")


class Child(_Form):
    """A child of the candidate or the partner."""

    age: int | None = None
    birth_date: When | None = None
    accompanying: StrictBool | None = None

    _ages = _checked(_whole(0, OLDEST_CHILD), "age")
    _dates = _checked(_when, "birth_date")


class JobOffer(_Form):
    """An offer of employment in Canada."""

    noc: str | None = None
    full_time: StrictBool | None = None
    non_seasonal: StrictBool | None = None
    one_year_or_more: StrictBool | None = None
    lmia_or_exempt: StrictBool | None = None
    valid_for_program: StrictBool | None = None

    _codes = _checked(_code, "noc")


class Adaptability(_Form):
    """Facts that only the 67-point grid of the Federal Skilled Worker class uses."""

    studied_in_canada_two_years: StrictBool | None = None
    partner_studied_in_canada_two_years: StrictBool | None = None
    relative_in_canada: StrictBool | None = None


class Spouse(_Form):
    """The husband, wife or common-law partner."""

    nullable = frozenset({"language", "eca_date"})

    accompanying: StrictBool | None = None
    citizen_or_permanent_resident: StrictBool | None = None
    birth_date: date | None = None
    age: int | None = None
    education: Education | None = None
    canadian_education: CanadianEducation | None = None
    language: LanguageTest | None = None
    english_levels: LanguageLevels | None = None
    french_levels: LanguageLevels | None = None
    canadian_work_years: float | None = None
    foreign_work_years: float | None = None
    noc: str | None = None
    jobs: tuple[Job, ...] | None = None
    credentials: tuple[Credential, ...] | None = None
    eca_date: When | None = None
    has_eca: StrictBool | None = None

    _dates = _checked(_day, "birth_date")
    _assessed = _checked(_when_or_none, "eca_date")
    _ages = _checked(_whole(0, OLDEST_AGE), "age")
    _years = _checked(_between(0, 60), "canadian_work_years", "foreign_work_years")
    _histories = _checked(_list(MOST_JOBS), "jobs")
    _diplomas = _checked(_list(MOST_CREDENTIALS), "credentials")
    _codes = _checked(_code, "noc")


class Profile(_Form):
    """A candidate. Years of work are full-time equivalents in TEER 0 to 3 in the last ten years."""

    nullable = frozenset({"eca_date", "second_language", "job_offer", "spouse"})

    age: int | None = None
    birth_date: date | None = None
    marital_status: MaritalStatus | None = None
    family_size: int | None = None
    intends_quebec: StrictBool | None = None
    education: Education | None = None
    education_country_is_canada: StrictBool | None = None
    eca_date: When | None = None
    has_eca: StrictBool | None = None
    canadian_education: CanadianEducation | None = None
    first_language: LanguageTest | None = None
    second_language: LanguageTest | None = None
    english_levels: LanguageLevels | None = None
    french_levels: LanguageLevels | None = None
    canadian_work_years: float | None = None
    foreign_work_years: float | None = None
    jobs: tuple[Job, ...] | None = None
    noc: str | None = None
    certificate_of_qualification: StrictBool | None = None
    provincial_nomination: StrictBool | None = None
    sibling_in_canada: StrictBool | None = None
    job_offer: JobOffer | None = None
    settlement_funds_cad: float | None = None
    authorized_to_work_in_canada: StrictBool | None = None
    adaptability: Adaptability | None = None
    spouse: Spouse | None = None
    dependent_children: tuple[Child, ...] | None = None
    credentials: tuple[Credential, ...] | None = None
    tests: tuple[LanguageTest, ...] | None = None

    _ages = _checked(_whole(0, OLDEST_AGE), "age")
    _dates = _checked(_day, "birth_date")
    _assessed = _checked(_when_or_none, "eca_date")
    _sizes = _checked(_whole(1, 30), "family_size")
    _years = _checked(_between(0, 60), "canadian_work_years", "foreign_work_years")
    _histories = _checked(_list(MOST_JOBS), "jobs")
    _diplomas = _checked(_list(MOST_CREDENTIALS), "credentials")
    _results = _checked(_list(MOST_TESTS), "tests")
    _families = _checked(_list(MOST_CHILDREN), "dependent_children")
    _codes = _checked(_code, "noc")
    _funds = _checked(_money, "settlement_funds_cad")

    @root_validator(skip_on_failure=True, allow_reuse=True)
    def _two_languages(cls, values: dict[str, Any]) -> dict[str, Any]:  # noqa: N805
        first, second = values["first_language"], values["second_language"]
        if first and second and first.language == second.language:
            raise _refuse("problem-same-language", "second_language")
        return values

    def document(self) -> dict[str, Any]:
        """The profile in its neutral form again: what was told, with days as text."""
        document: dict[str, Any] = _plain(self)
        return document


def levels_as_tests(person: Profile | Spouse, tests: Iterable[LanguageTest]) -> list[LanguageTest]:
    """What stands for the levels that a person told, in the languages of which ``tests`` has none."""
    tested = {test.language for test in tests}
    told_levels = ((ENGLISH, person.english_levels), (FRENCH, person.french_levels))
    found = (
        levels.as_test(language) for language, levels in told_levels if levels and language not in tested
    )
    return [test for test in found if test is not None]


def told(part: BaseModel | None, name: str) -> bool:
    """Whether the field ``name`` was told, be it as null, which means "there is none"."""
    return part is not None and name in part.__fields_set__


def parse_profile(document: Any, on: date | None = None, *, draft: bool = False) -> Profile:
    """Check a profile document and make it a :class:`Profile`.

    ``on`` is the day for which ages are meant; with it, an age and a date of birth must agree, and a date of
    birth must give an age that is possible. A ``draft`` is a conversation that goes on: a job may stand in it
    without its place, and counts nowhere until that is told.

    Raises:
        ProfileError: with every field that is wrong and what is allowed there.
    """
    profile: Profile = _parse(Profile, document)
    problems = (
        *(_impossible_ages(profile, on) if on is not None else ()),
        *(() if draft else _placeless(profile)),
    )
    if problems:
        raise ProfileError(problems)
    return profile


def in_any_order(document: Mapping[str, Any]) -> dict[str, Any]:
    """A profile document whose two language tests are a list.

    Which was told first says nothing then; the rules take the order that scores more
    (:mod:`express_entry.orders`).
    """
    ordered = "first_language", "second_language"
    tests = [document[name] for name in ordered if document.get(name)]
    if len(tests) < len(ordered) or document.get("tests"):
        return dict(document)
    return {**{name: value for name, value in document.items() if name not in ordered}, "tests": tests}


def parse_test(document: Any) -> LanguageTest:
    """Check a language test of the profile form.

    Raises:
        ProfileError: with every field that is wrong and what is allowed there.
    """
    test: LanguageTest = _parse(LanguageTest, document)
    return test


def _placeless(profile: Profile) -> tuple[Problem, ...]:
    return tuple(
        Problem(f"{prefix}jobs.{place}.in_canada", Because("problem-required"))
        for prefix, person in (("", profile), ("spouse.", profile.spouse))
        if person is not None and person.jobs
        for place, job in enumerate(person.jobs)
        if job.in_canada is None
    )


def _impossible_ages(profile: Profile, on: date) -> tuple[Problem, ...]:
    problems = []
    for prefix, person in (("", profile), ("spouse.", profile.spouse)):
        if person is None or person.birth_date is None:
            continue
        age = age_on(person.birth_date, on)
        if not 0 <= age <= OLDEST_AGE:
            because = Because("problem-birth-date", {"most": OLDEST_AGE})
            problems.append(Problem(f"{prefix}birth_date", because))
        elif person.age is not None and person.age != age:
            problems.append(Problem(f"{prefix}age", Because("problem-age-and-birth-date", {"age": age})))
    return tuple(problems)


def _parse(form: Any, document: Any) -> Any:
    if not isinstance(document, dict):
        raise ProfileError((Problem("", Because("problem-object")),))
    try:
        return _read(form, document)
    except (ValueError, TypeError):
        pass
    try:
        return form(**document)
    except ValidationError as error:
        raise ProfileError(tuple(_problems(error.raw_errors, form, ()))) from None


# Reading a document that is right: the same checks in one pass, several times as fast as pydantic, which is
# asked where something is wrong, to say what.


@dataclass(frozen=True)
class _Reading:
    """How a form is read: its fields, those that must be there, and the checks before and after."""

    fields: dict[str, Callable[[Any], Any]]
    required: frozenset[str]
    absent: dict[str, None]
    before: tuple[Callable[..., Any], ...]
    after: tuple[Callable[..., Any], ...]


def _read(form: Any, document: Any) -> Any:
    """A form read from a document. Raises ValueError or TypeError where something is wrong with it."""
    if type(document) is not dict:
        raise TypeError
    reading = _reading(form)
    for check in reading.before:
        check(form, document)
    if not reading.required <= document.keys():
        raise ValueError
    values: dict[str, Any] = reading.absent.copy()
    fields = reading.fields
    for name, value in document.items():
        if name not in fields:
            raise ValueError
        values[name] = None if value is None else fields[name](value)
    for check in reading.after:
        check(form, values)
    return form.construct_whole(values, set(document))


@cache
def _reading(form: Any) -> _Reading:
    fields = form.__fields__
    return _Reading(
        {name: _field(field) for name, field in fields.items()},
        frozenset(name for name, field in fields.items() if field.required),
        dict.fromkeys(fields),
        tuple(form.__pre_root_validators__),
        tuple(check for _, check in form.__post_root_validators__),
    )


def _field(field: Any) -> Callable[[Any], Any]:
    """How the value of a field is read: its own check, then its type."""
    checks = [each.func for each in (field.class_validators or {}).values()]
    take = _many(_taking(field.type_)) if field.shape == SHAPE_TUPLE_ELLIPSIS else _taking(field.type_)
    if not checks:
        return take
    (check,) = checks
    return lambda value: take(check(value))


def _many(take: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda values: tuple([take(value) for value in values])


def _taking(kind: Any) -> Callable[[Any], Any]:
    """How a value of a type is taken, once it is checked."""
    if isinstance(kind, type) and issubclass(kind, _Form):
        return partial(_read, kind)
    if kind is StrictBool:
        return _boolean
    if kind is float:
        return _number
    if get_origin(kind) is Literal:
        return partial(_choice, frozenset(get_args(kind)))
    return _itself


def _itself(value: Any) -> Any:
    return value


def _boolean(value: Any) -> bool:
    if type(value) is not bool:
        raise TypeError
    return value


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise TypeError
    return float(value)


def _choice(choices: frozenset[Any], value: Any) -> Any:
    if value not in choices:
        raise ValueError
    return value


def _problems(errors: Any, form: Any, path: tuple[str, ...]) -> Any:
    """Pydantic's errors as problems, each once, by field."""
    seen = set()
    for problem in _flat(errors, form, path):
        if problem.field not in seen:
            seen.add(problem.field)
            yield problem


def _flat(errors: Any, form: Any, path: tuple[str, ...]) -> Any:
    for entry in errors:
        if isinstance(entry, list | tuple):
            yield from _flat(entry, form, path)
            continue
        assert isinstance(entry, ErrorWrapper)
        here = (*path, *(str(step) for step in entry.loc_tuple() if step != "__root__"))
        if isinstance(entry.exc, ValidationError):
            yield from _flat(entry.exc.raw_errors, entry.exc.model, here)
        elif isinstance(entry.exc, _Impossible):
            for field, because in entry.exc.problems:
                yield Problem(".".join((*here, field) if field else here), because)
        else:
            yield _problem(entry.exc, form, here)


def _problem(error: Exception, form: Any, path: tuple[str, ...]) -> Problem:
    where = ".".join(path)
    if isinstance(error, ExtraError):
        return Problem(where, Because("problem-unknown-field", {"allowed": ", ".join(form.__fields__)}))
    if isinstance(error, StrictBoolError):
        return Problem(where, Because("problem-yes-no"))
    if isinstance(error, MissingError):
        return Problem(where, Because("problem-required"))
    if isinstance(error, WrongConstantError) or type(error) is TypeError:
        choices = get_args(form.__fields__[path[-1]].type_)
        return Problem(where, Because("problem-choice", {"allowed": ", ".join(choices)}))
    return Problem(where, Because("problem-object"))


def _plain(value: Any) -> Any:
    if isinstance(value, _Form):
        given = [name for name in value.__fields__ if name in value.__fields_set__]
        return {name: _plain(getattr(value, name)) for name in given}
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if isinstance(value, date | Period):
        return value.isoformat()
    return value
