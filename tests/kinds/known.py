"""What is known of a person, whichever form keeps it: years or jobs, a level or diplomas."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from bot.dialogue.diplomas import level
from bot.dialogue.state import Doubt, State
from express_entry.derived import Derived, derived
from express_entry.profile import parse_profile
from express_entry.studies import combined
from tests.kinds.talk import TODAY

CLOSE, EXACT = 0.12, 0.005
"""How far years may be apart that were told in words, and those that are named as a mistake."""
YEARS = ("canadian_work_years", "foreign_work_years")
TESTS = ("first_language", "second_language")
SPOUSE = "spouse."
ABSENT: Any = object()


class Known:
    """A profile to be asked by path. What waits for the person's yes counts as known, in either reading."""

    def __init__(self, profile: Mapping[str, Any], state: State) -> None:
        self._profile = profile
        self._doubted = dict(_doubted(doubt) for doubt in state.doubts)

    def has(self, path: str, value: Any) -> bool:
        """Whether the fact is known to be ``value``; of two numbers it lies between them."""
        if any(_same(reading, value, CLOSE) for reading in self._doubted.get(path, ())):
            return True
        found = self._found(path)
        if path.removeprefix(SPOUSE) in YEARS and isinstance(value, list):
            return isinstance(found, int | float) and value[0] - CLOSE <= found <= value[1] + CLOSE
        if path == "noc":
            return value in self._codes()
        if path == "tests":
            return all(any(_same(kept, wanted, EXACT) for kept in self._tests()) for wanted in value)
        if isinstance(value, list):
            kept = found if isinstance(found, list) else []
            return all(any(_same(entry, wanted, EXACT) for entry in kept) for wanted in value)
        return _same(found, value, CLOSE)

    def is_exactly(self, path: str, value: Any) -> bool:
        """Whether the fact is ``value`` to the hundredth; mistakes often lie close to the truth."""
        return _same(self._found(path), value, EXACT)

    def tells(self, path: str) -> bool:
        """Whether anything is known there but that there is none."""
        return self._found(path) not in (ABSENT, None, [], False)

    def shown(self, path: str) -> str:
        """The fact in words, for whoever reads why a case failed."""
        found = (
            self._codes() if path == "noc" else list(self._tests()) if path == "tests" else self._found(path)
        )
        return "not known" if found is ABSENT else repr(found)

    def _found(self, path: str) -> Any:
        theirs = path.startswith(SPOUSE)
        part = (self._profile.get("spouse") or {}) if theirs else self._profile
        outer, _, inner = path.removeprefix(SPOUSE).partition(".")
        found = part.get(outer, ABSENT)
        if outer in TESTS and found is ABSENT and part.get("tests"):
            found = next(iter(part["tests"][TESTS.index(outer) :]), ABSENT)
        if inner:
            return found.get(inner, ABSENT) if isinstance(found, Mapping) else ABSENT
        if outer in YEARS and part.get("jobs"):
            return self._counted(part["jobs"], outer, found, theirs)
        if part.get("credentials"):
            return self._studied(part["credentials"], outer, found)
        if outer == "family_size" and found is ABSENT:
            return self._derived.family_size or ABSENT
        return found

    @cached_property
    def _derived(self) -> Derived:
        placed = {name: _placed(value) if name == "jobs" else value for name, value in self._profile.items()}
        return derived(parse_profile(placed, draft=True), TODAY)

    def _counted(self, jobs: Sequence[Mapping[str, Any]], name: str, single: Any, theirs: bool) -> Any:
        """The years that the rules count of the jobs told."""
        here = name == YEARS[0]
        if single is ABSENT and not any(job.get("in_canada") is here for job in jobs):
            return ABSENT
        found = self._derived
        own = found.canadian_work if here else found.foreign_work
        partners = found.spouse_canadian_work if here else found.spouse_foreign_work
        work = partners if theirs else own
        return work.years if work is not None and work.years is not None else ABSENT

    def _studied(self, diplomas: Sequence[Mapping[str, Any]], name: str, single: Any) -> Any:
        """What the rules take from the diplomas told."""
        finished = [diploma for diploma in diplomas if diploma.get("completed") is not False]
        if name == "education" and finished:
            return combined(diploma.get("assessed_as") or diploma["level"] for diploma in finished)
        if name == "canadian_education" and single is ABSENT:
            return self._derived.studies.canadian or ABSENT
        if name == "education_country_is_canada" and single is ABSENT:
            places = {diploma["in_canada"] for diploma in finished if "in_canada" in diploma}
            return True in places if places else ABSENT
        if name == "eca_date" and single is ABSENT:
            return next((diploma["eca_date"] for diploma in finished if "eca_date" in diploma), ABSENT)
        return single

    def _codes(self) -> list[str]:
        jobs = self._profile.get("jobs") or ()
        return [code for code in (self._profile.get("noc"), *(job.get("noc") for job in jobs)) if code]

    def _tests(self) -> Iterator[Mapping[str, Any]]:
        yield from self._profile.get("tests") or ()
        yield from (test for name in TESTS if (test := self._profile.get(name)))


def _placed(jobs: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The jobs whose place was told; the others count nowhere yet."""
    return [job for job in jobs if "in_canada" in job]


def _doubted(doubt: Doubt) -> tuple[str, tuple[Any, ...]]:
    """What a doubt is about: of diplomas, the level that they come to in each reading."""
    person, found, part = doubt.path.partition("credentials")
    if not found:
        return doubt.path, doubt.readings
    return f"{person}education", tuple(doubt.readings if part else map(level, doubt.readings))


def _same(found: Any, wanted: Any, apart: float) -> bool:
    """Whether ``found`` is ``wanted``, which may name a part of it only."""
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and all(
            _same(found.get(name, ABSENT), value, apart) for name, value in wanted.items()
        )
    if isinstance(wanted, bool) or isinstance(found, bool) or wanted is None:
        return found is wanted
    if isinstance(wanted, int | float):
        return isinstance(found, int | float) and abs(found - wanted) <= apart
    if isinstance(found, str) and isinstance(wanted, str):
        return found == wanted or _plain(wanted) == _plain(found)
    return bool(found == wanted)


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
