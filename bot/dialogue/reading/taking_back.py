"""What no longer holds: facts, entries of lists, and what a number, a title or "that" means of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.dialogue import jobs
from bot.dialogue.questions import questions
from bot.dialogue.reading.ground import Ground, number_told
from bot.dialogue.reading.people import read_child
from bot.dialogue.reading.studies import read_credential
from bot.dialogue.reading.work import read_job
from bot.dialogue.told import (
    CHILDREN,
    CREDENTIALS,
    JOBS,
    LEVELS,
    LISTS,
    PARTNER,
    PARTNER_TEST,
    SELF,
    TEST_PATHS,
)
from bot.facts import MEANT, Fact
from express_entry.language import TESTS
from express_entry.occupations.title_index import fold
from express_entry.points import Because

ENTRIES = {
    "job": (JOBS, read_job),
    "credential": (CREDENTIALS, read_credential),
    "child": (CHILDREN, read_child),
}
"""Facts that are an entry of a list, the list, and what reads them."""
TAKEN_BACK: Mapping[str, tuple[str, ...]] = {
    "work": (JOBS, "canadian_work_years", "foreign_work_years", "noc"),
    "education": (CREDENTIALS, "education", "education_country_is_canada", "canadian_education"),
    "children": (CHILDREN, "family_size"),
    "age": ("age", "birth_date"),
}
"""What goes with a word that takes more than one fact back; any other names the fact itself."""
NONE_OF_IT: Mapping[str, Any] = {
    "job_offer": None,
    "provincial_nomination": False,
    "certificate_of_qualification": False,
    "sibling_in_canada": False,
}
"""What somebody has or has not: taken back, there is none."""


def take_back(fact: Fact, ground: Ground) -> None:
    """What no longer holds goes, and is not asked for at once; nothing is said to go that was not there."""
    prefix, reading = PARTNER if fact.person == "partner" else SELF, ground.reading
    if fact.field == MEANT:
        gone = _take_meant_back(fact, ground)
    elif fact.field in ENTRIES:
        name, read = ENTRIES[fact.field]
        path = prefix + name
        before = ground.entries(path)
        read(fact, ground)
        gone = {path} if ground.entries(path) != before or path in reading.withdrawn else set()
    else:
        paths = {prefix + name for name in TAKEN_BACK.get(fact.field, (fact.field,))}
        if fact.field == "language_test":
            paths = set(_tests_meant(fact.value or {}, fact.person == "partner", ground))
            paths |= set(_levels_meant(fact.value or {}, prefix))
        gone = paths & (ground.told.keys() | reading.drafts.keys())
        reading.answers |= {path: NONE_OF_IT[path] for path in gone & NONE_OF_IT.keys()}
        reading.withdrawn |= gone & ground.told.keys() - NONE_OF_IT.keys()
        reading.drafts.update({path: {} for path in gone & reading.drafts.keys()})
        reading.skipped |= {asked.id for asked in questions() if asked.fact in gone - NONE_OF_IT.keys()}
    if not gone:
        reading.notes.append(Because("note-nothing-to-take-back"))


def _take_meant_back(fact: Fact, ground: Ground) -> set[str]:
    """What a number, a title or "that" means of what was told goes, and nothing else; the paths of it."""
    reading, gone = ground.reading, set[str]()
    for path, number in _meant(fact.value, ground):
        entries = ground.entries(path) if number is not None else []
        rest = [entry for at, entry in enumerate(entries) if at != number]
        if rest:
            reading.answers[path] = rest
        else:
            reading.answers.pop(path, None)
            reading.withdrawn |= {path} & ground.told.keys()
            reading.skipped |= {asked.id for asked in questions() if asked.fact == path}
        gone.add(path)
    return gone


def _meant(said: Mapping[str, Any], ground: Ground) -> list[tuple[str, int | None]]:
    """The paths of what is meant; of an entry of a list its number, too."""
    told = ground.told
    if not said:
        last = [path for path in ground.last if path in told]
        return [(path, len(told[path]) - 1 if path in LISTS and told[path] else None) for path in last]
    entries = [
        (path, at, entry) for path in LISTS for at, entry in reversed(list(enumerate(told.get(path) or ())))
    ]
    if "title" in said:
        wanted = fold(said["title"])
        titled = [(path, at, fold(entry["title"])) for path, at, entry in entries if entry.get("title")]
        near = [(path, at) for path, at, title in titled if title == wanted]
        near = near or [(path, at) for path, at, title in titled if f" {wanted} " in f" {title} "]
        return [*near[:1]]
    if "years" in said:
        long = [(path, at) for path, at, entry in entries if _is_about(entry.get("years"), said["years"])]
        alone = [prefix + name for prefix in (SELF, PARTNER) for name in jobs.YEARS]
        plain = [(path, None) for path in alone if _is_about(told.get(path), said["years"])]
        return [*long, *plain][:1]
    number = said["number"]
    plain = [(path, None) for path in told if path not in LISTS and number_told(path, told) == number]
    return [*plain, *((path, at) for path, at, entry in entries if number in entry.values())][:1]


def _is_about(years: Any, said: float) -> bool:
    """Whether years that were told are those that are named."""
    return isinstance(years, int | float) and not isinstance(years, bool) and abs(years - said) < _CLOSE


_CLOSE = 0.05


def _tests_meant(named: Mapping[str, Any], partner: bool, ground: Ground) -> Iterator[str]:
    """The paths of the tests that a name or a language means; all where none is named."""
    for path in (PARTNER_TEST,) if partner else TEST_PATHS:
        test: str = (ground.told.get(path) or ground.reading.drafts.get(path) or {}).get("test", "")
        if test in TESTS and (
            named.get("test") == test
            or ("test" not in named and named.get("language") in (None, TESTS[test].language))
        ):
            yield path


def _levels_meant(named: Mapping[str, Any], prefix: str) -> Iterator[str]:
    """The paths of the levels that a language means; all where neither that nor a test is named."""
    for language, name in LEVELS.items():
        if "test" not in named and named.get("language") in (None, language):
            yield prefix + name
