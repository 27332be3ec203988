"""What is known of a person, whichever form keeps it: years or jobs, a level or diplomas."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.dialogue.state import State
from express_entry.profile import ProfileError, parse_profile
from express_entry.work import scored_work
from tests.kinds.talk import TODAY

CLOSE, EXACT = 0.12, 0.005
"""How far years may be apart that were told in words, and those that are named as a mistake."""
YEARS = ("canadian_work_years", "foreign_work_years")
TESTS = ("first_language", "second_language")
SPOUSE = "spouse."
ABSENT = object()
HOURS_A_YEAR = 1560


class Known:
    """A profile to be asked by path. What waits for the person's yes counts as known, in either reading."""

    def __init__(self, profile: Mapping[str, Any], state: State) -> None:
        self._profile = profile
        self._doubted = {doubt.path: doubt.readings for doubt in state.doubts}

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
        part, name = (
            (self._profile.get("spouse") or {}, path.removeprefix(SPOUSE))
            if path.startswith(SPOUSE)
            else (self._profile, path)
        )
        if name in YEARS and part.get("jobs"):
            return self._counted(part["jobs"], name)
        outer, _, inner = name.partition(".")
        found = part.get(outer, ABSENT)
        if inner:
            return found.get(inner, ABSENT) if isinstance(found, Mapping) else ABSENT
        return found

    def _counted(self, jobs: Sequence[Mapping[str, Any]], name: str) -> Any:
        """The years that the rules count of the jobs told."""
        try:
            canadian, foreign = scored_work(parse_profile({"jobs": list(jobs)}).jobs or (), TODAY)
        except ProfileError:
            return ABSENT
        return float((canadian if name == YEARS[0] else foreign).hours / HOURS_A_YEAR)

    def _codes(self) -> list[str]:
        jobs = self._profile.get("jobs") or ()
        return [code for code in (self._profile.get("noc"), *(job.get("noc") for job in jobs)) if code]

    def _tests(self) -> Iterator[Mapping[str, Any]]:
        yield from self._profile.get("tests") or ()
        yield from (test for name in TESTS if (test := self._profile.get(name)))


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
