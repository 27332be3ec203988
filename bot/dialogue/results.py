"""Language tests that are told: more than one in a language, and levels that are told without a test.

The first test in a language stands at its own path (``first_language``, ``second_language``). As soon as
there are two in one, all are entries of the profile's ``tests``, and the rules take the best. A level
told without scores ("CLB 9") is kept beside them as at least that level, until the scores are told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.dialogue.told import Told
from express_entry.days import read_when
from express_entry.language import TESTS, levels, scores_for
from express_entry.points import Because
from express_entry.profile import parse_profile
from express_entry.vocabulary import ABILITIES

Test = Mapping[str, Any]

PATHS = ("first_language", "second_language")
LEVELS, LANGUAGE, BESIDE = "levels", "language", "beside"
"""What a test told in part keeps until it is complete: levels and their language, and that it is one more."""
PARTNERS = "spouse.language"
"""Where the partner's test stands."""
FRAMEWORKS = {"CLB": "en", "NCLC": "fr"}
_SUPPOSED = {"en": "celpip_g", "fr": "tcf_canada"}
"""The test whose lowest scores stand for a level: which one does not matter, for the level is what counts."""
_COUNTED = range(4, 13)
"""Levels that the rules tell apart, and the highest that there are."""


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


def completed(test: Test) -> dict[str, Any]:
    """A test all of whose scores are told, without what was kept until then."""
    return {name: value for name, value in test.items() if name not in (LEVELS, LANGUAGE, BESIDE)}


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


def levels_told(value: Mapping[str, Any]) -> dict[str, Any] | None:
    """What is kept of a level told without scores, by ability; None of one that tells no level of the rules:
    a band of CEFR is none."""
    if value["framework"] not in FRAMEWORKS:
        return None
    found = {ability: value[ability] for ability in ABILITIES if ability in value}
    found = found or dict.fromkeys(ABILITIES, value.get("level"))
    if len(found) < len(ABILITIES) or any(
        not isinstance(level, int | float) or int(level) not in _COUNTED for level in found.values()
    ):
        return None
    language = value.get(LANGUAGE, FRAMEWORKS[value["framework"]])
    return {LEVELS: {ability: int(level) for ability, level in found.items()}, LANGUAGE: language}


def supposed(told: Told, drafts: Mapping[str, Mapping[str, Any]], on: date) -> dict[str, Any]:
    """Tests that stand for levels told without scores, by their paths, where no test was told."""
    found: dict[str, Any] = {}
    for path, draft in drafts.items():
        if path not in PATHS or LEVELS not in draft or "test" in draft or told.get(path):
            continue
        test = _SUPPOSED[draft[LANGUAGE]]
        scores = {
            ability: scores_for(test, level, on).found[ability] for ability, level in draft[LEVELS].items()
        }
        found[path] = {"test": test, **scores}
    return found
