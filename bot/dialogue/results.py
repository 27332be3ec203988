"""Language tests that are told: more than one in a language, and levels that are told without a test.

The first test in a language stands at its own path (``first_language``, ``second_language``). As soon as
there are two in one, all are entries of the profile's ``tests``, and the rules take the best. A level
told without scores ("CLB 9") is a fact of its own (:data:`bot.dialogue.told.LEVELS`), until the scores in its
language are told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.dialogue.told import TESTS_LIST, Told, levels_for_tests, nest
from express_entry.days import read_when
from express_entry.derived import derived
from express_entry.language import HIGHEST_TOLD, TESTS, levels
from express_entry.points import Because
from express_entry.profile import parse_profile
from express_entry.vocabulary import ABILITIES

Test = Mapping[str, Any]

PATHS = ("first_language", "second_language")
LANGUAGE, BESIDE = "language", "beside"
"""The language of levels, and what a test told in part keeps until it is complete: that it is one more."""
PARTNERS = "spouse.language"
"""Where the partner's test stands."""
FRAMEWORKS = {"CLB": "en", "NCLC": "fr"}
_LEVELS = range(1, HIGHEST_TOLD + 1)
"""The levels of the frameworks."""
_OF_A_TEST = frozenset({"test", "scale", "date", *ABILITIES})


def language_of(test: Test) -> str | None:
    """The language of a test, or of levels told without one."""
    return TESTS[test["test"]].language if "test" in test else test.get(LANGUAGE)


def expired(answers: Told, told: Told, today: date) -> list[Because]:
    """What is said at once of tests that are told now and count no more."""
    found = []
    for path in (*PATHS, PARTNERS):
        test = answers.get(path)
        if not test or test == told.get(path) or "date" not in test or "test" not in test:
            continue
        person = parse_profile({"first_language": dict(test)}, draft=True).first_language
        if person is not None and levels(person, today).counts is False:
            name = "note-test-expired-partner" if path == PARTNERS else "note-test-expired"
            found.append(Because(name, {"date": read_when(test["date"])}))
    return found


def better(answers: Told, told: Told, today: date) -> list[Because]:
    """Which of several tests in one language counts, where one more of them was told."""
    tests = answers.get(TESTS_LIST) or ()
    latest = tests[-1] if tests and tests[-1] not in (told.get(TESTS_LIST) or ()) else None
    if latest is None or sum(language_of(test) == language_of(latest) for test in tests) < _SEVERAL:
        return []
    now = nest({**told, **answers})
    found = derived(parse_profile(now, draft=True), today)
    for test in (found.first_language, found.second_language):
        if test is not None and test.language == language_of(latest):
            return [Because("note-better-test", {"test": test.test})]
    return []


_SEVERAL = 2


def completed(test: Test) -> dict[str, Any]:
    """A test all of whose scores are told, without what was kept until then."""
    return {name: value for name, value in test.items() if name in _OF_A_TEST}


def named(tests: Sequence[Test], name: str | None) -> Test | None:
    """The entry of the test ``name`` that was told last."""
    return next((test for test in reversed(tests) if test["test"] == name), None)


def joined(tests: Sequence[Test], test: Test, instead: Test | None) -> list[Test]:
    """The tests with one more, or with it in the place of an earlier telling of it."""
    kept = [each for each in tests if each not in (instead, test)]
    return [*kept, test]


def in_step(
    tests: Sequence[Test], told: Told, answers: Told, gone: set[str]
) -> tuple[list[Test], dict[str, Test]]:
    """The list after the tests at their own paths changed, and what then stands where a test is ``gone``."""
    now = list(tests)
    instead: dict[str, Test] = {}
    for path in PATHS:
        old, new = told.get(path), answers.get(path)
        if old and (path in gone or (new and new != old)):
            now = [test for test in now if test != old]
        if new and new not in now:
            now.append(new)
        if old and path in gone and not new:
            same = [test for test in now if language_of(test) == language_of(old)]
            instead |= {path: same[-1]} if same else {}
    return now, instead


def is_needed(tests: Sequence[Test]) -> bool:
    """Whether there are two tests in one language, which only a list can hold."""
    languages = [language_of(test) for test in tests]
    return len(languages) > len(set(languages))


def levels_told(value: Mapping[str, Any]) -> tuple[str, dict[str, int]] | None:
    """The language of levels told without scores, and what was told by ability; None of a telling that has
    no level of the rules: a band of CEFR is none."""
    if value["framework"] not in FRAMEWORKS:
        return None
    found = {ability: value[ability] for ability in ABILITIES if ability in value}
    found = found or dict.fromkeys(ABILITIES, value.get("level"))
    if any(not isinstance(level, int | float) or level not in _LEVELS for level in found.values()):
        return None
    language = value.get(LANGUAGE, FRAMEWORKS[value["framework"]])
    return language, {ability: int(level) for ability, level in found.items()}


def awaited(drafts: Mapping[str, Test], told: Told) -> list[str]:
    """The paths of tests told in part that are asked for: not those of which no score was told, where levels
    stand in their place."""
    covered = levels_for_tests(told)
    return [
        path
        for path, draft in drafts.items()
        if path not in covered or any(ability in draft for ability in ABILITIES)
    ]
