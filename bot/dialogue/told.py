"""What a person has told, by path, and as the document of a profile: two forms of the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from express_entry.language import TESTS
from express_entry.studies import combined
from express_entry.vocabulary import ABILITIES, ENGLISH, FRENCH
from express_entry.work import skilled

PARTS = ("job_offer.noc", "first_language.date", "second_language.date", "spouse.language.date")
"""Facts that stand inside the value of another one, and are asked for by themselves."""

SELF, PARTNER = "", "spouse."
"""What comes before the paths of a person's facts, and of their partner's."""
JOBS, CREDENTIALS, CHILDREN, TESTS_LIST = "jobs", "credentials", "dependent_children", "tests"
LISTS = (JOBS, PARTNER + JOBS, CREDENTIALS, PARTNER + CREDENTIALS, CHILDREN, TESTS_LIST)
"""The paths of what is told entry by entry. A part of one is told by its number: ``jobs.0.noc``."""

LEVELS: Mapping[str, str] = {ENGLISH: "english_levels", FRENCH: "french_levels"}
"""Where levels that were told without a test stand, by language; those of the partner behind their prefix."""
LEVEL_PATHS = tuple(prefix + name for prefix in (SELF, PARTNER) for name in LEVELS.values())
BESIDE_THE_PROFILE = frozenset((*LEVEL_PATHS, *(prefix + "has_eca" for prefix in (SELF, PARTNER))))
"""What is told and is no part of the profile's published form: levels without a test, an assessment without a
day."""
TEST_PATHS, PARTNER_TEST = ("first_language", "second_language"), f"{PARTNER}language"
"""Where tests stand."""

BOX = "entries"
"""What a button calls a list."""

Told = Mapping[str, Any]
"""Told facts by their path (``spouse.education``). ``None`` is an answer, too: there is none."""


_EITHERS = (
    "age",
    "canadian_work_years",
    "foreign_work_years",
    JOBS,
    CREDENTIALS,
    "education",
    *LEVELS.values(),
)
"""Facts that both have, and of which a message may mean either's."""


_THEIRS = {"first_language": "language", **{each: each for each in _EITHERS}}
_OWN = {PARTNER + theirs: own for own, theirs in _THEIRS.items()}


def partners(path: str) -> str | None:
    """The same fact of the partner, of one's own age, work, studies or first test; None for any other."""
    return PARTNER + _THEIRS[path] if path in _THEIRS else None


def ones_own(path: str) -> str | None:
    """The same fact of oneself, of the partner's age, work, studies or test; None for any other."""
    return _OWN.get(path)


def flatten(profile: Mapping[str, Any]) -> dict[str, Any]:
    """A profile document as facts by path; tests, jobs and offers stay whole values."""
    facts = {path: value for path, value in profile.items() if path != "spouse"}
    for path, value in (profile.get("spouse") or {}).items():
        facts[f"spouse.{path}"] = value
    for path in PARTS:
        whole, _, part = path.rpartition(".")
        if part in (facts.get(whole) or {}):
            facts[path] = facts[whole][part]
    return facts


def nest(facts: Told) -> dict[str, Any]:
    """Facts by path as a profile document (the inverse of :func:`flatten`)."""
    profile: dict[str, Any] = {}
    for path, value in facts.items():
        head, _, rest = path.partition(".")
        if path in PARTS:
            continue
        if head == "spouse" and rest:
            profile.setdefault("spouse", {})[rest] = value
        elif not rest:
            profile[path] = value
    return profile


def entry_part(path: str) -> tuple[str, int, str] | None:
    """A path into an entry of a list (``spouse.jobs.0.noc``) as list, number and part; None for any other."""
    whole, _, part = path.rpartition(".")
    of, _, number = whole.rpartition(".")
    return (of, int(number), part) if of in LISTS and number.isdecimal() else None


def entry_of(told: Told, path: str) -> Mapping[str, Any] | None:
    """The entry of a list that a path leads into; None where there is none any more."""
    found = entry_part(path)
    entries = (told.get(found[0]) or ()) if found else ()
    return entries[found[1]] if found and found[1] < len(entries) else None


def whole(told: Told, answers: Told) -> dict[str, Any]:
    """Answers in which parts of entries have become the lists that they change; what is gone changes none."""
    result = {path: value for path, value in answers.items() if entry_part(path) is None}
    for path, value in answers.items():
        now = {**told, **result}
        found, entry = entry_part(path), entry_of(now, path)
        if found is not None and entry is not None:
            of, number, part = found
            entries = list(now[of])
            entries[number] = {**entry, part: value}
            result[of] = entries
    return result


def listed(told: Told) -> dict[str, Any]:
    """What the lists tell of the single facts that are asked for, so that they are asked no more.

    Work in a place is told as soon as a job there is, with its time or in an occupation that counts nothing;
    which years it comes to is for the rules to say. The occupation is told once that of work in Canada is.
    """
    facts: dict[str, Any] = {}
    for person in (SELF, PARTNER):
        jobs = told.get(person + JOBS) or ()
        counting = [job for job in jobs if {"start", "years"} & job.keys() or not skilled(job.get("noc"))]
        for name, in_canada in (("canadian_work_years", True), ("foreign_work_years", False)):
            there = [job for job in counting if job.get("in_canada") in (in_canada, None)]
            if there:
                facts[person + name] = sum(job["years"] for job in there if "years" in job) or None
        codes = [job["noc"] for job in jobs if "noc" in job]
        if codes and all("noc" in job for job in counting if job.get("in_canada")):
            facts[person + "noc"] = codes[0]
        facts |= {person + name: value for name, value in _studies(told.get(person + CREDENTIALS) or ())}
    if CHILDREN in told:
        facts["family_size"] = None
    return facts | levels_for_tests(told)


def levels_for_tests(told: Told) -> dict[str, Any]:
    """The tests, by their paths, in whose place levels in all four abilities were told: each with its
    language and where the levels stand."""
    found: dict[str, Any] = {}
    free = [path for path in TEST_PATHS if not told.get(path)]
    for language, name in LEVELS.items():
        tested = {TESTS[test["test"]].language for path in TEST_PATHS if (test := told.get(path))}
        tested |= {TESTS[test["test"]].language for test in told.get(TESTS_LIST) or ()}
        if is_whole(told.get(name)) and language not in tested and free:
            found[free.pop(0)] = {"language": language, "levels": name}
        if is_whole(told.get(PARTNER + name)) and not told.get(PARTNER_TEST):
            found[PARTNER_TEST] = {"language": language, "levels": PARTNER + name}
    return found


def is_whole(levels: Mapping[str, Any] | None) -> bool:
    """Whether levels were told of all four abilities."""
    return levels is not None and all(ability in levels for ability in ABILITIES)


def _studies(diplomas: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Any]]:
    if not diplomas:
        return
    finished = [diploma for diploma in diplomas if diploma.get("completed") is not False]
    levels = [diploma.get("assessed_as") or diploma["level"] for diploma in finished]
    highest = combined(levels)
    yield "education", highest
    places = [diploma.get("in_canada") for diploma in finished]
    if None not in places:
        of_it = [place for place, level in zip(places, levels, strict=True) if level == highest]
        yield "education_country_is_canada", any(of_it) if of_it else all(places)
        yield "canadian_education", None
    for diploma in finished:
        if "eca_date" in diploma:
            yield "eca_date", diploma["eca_date"]


def known(told: Told) -> dict[str, Any]:
    """What was told together with what the lists tell of the single facts."""
    return {**told, **listed(told)}


def in_button(value: Any) -> Any:
    """A value as a button carries it: Rasa takes a list for several values, so a list travels in a box."""
    return {BOX: value} if isinstance(value, list) else value


def from_button(value: Any) -> Any:
    """The value that a button carried (the inverse of :func:`in_button`)."""
    return value[BOX] if isinstance(value, Mapping) and BOX in value else value
