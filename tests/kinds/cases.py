"""The wordings (``wordings/*.yml``) and whether a conversation does with one what it should.

A file maps the name of a kind to ``about`` (the rule behind) and to its cases in both languages. A case has

``say``      what is typed, one message or several
``asked``    the question, or the fact that is asked for, before the first message (``data/intake.yml``)
``facts``    what must be known at the end, a fragment of the profile's form; years lie between two numbers
``not``      values that must not be known by path, one or several; ``any``: nothing may be known there
``nothing``  true: not a single fact may have been added
``says``     patterns that the last reply must show, ``never`` patterns that it must not
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.languages import LANGUAGES
from express_entry.yaml_files import read_yaml
from tests.kinds.known import Known
from tests.kinds.reaching import reach
from tests.kinds.talk import Talk

WORDINGS = Path(__file__).parent / "wordings"
ANYTHING = "any"
AGREED = re.compile(r"/affirm.*\"review\"")
"""Behind the button under what the bot understood: whoever asked for something presses it."""
KEYS = {"say", "asked", "facts", "not", "nothing", "says", "never"}


@dataclass(frozen=True)
class Case:
    """One wording of a kind in a language."""

    kind: str
    lang: str
    say: tuple[str, ...]
    asked: str | None
    facts: Mapping[str, Any]
    banned: Mapping[str, Any]
    nothing: bool
    says: tuple[str, ...]
    never: tuple[str, ...]

    @classmethod
    def of(cls, kind: str, lang: str, written: Mapping[str, Any]) -> Case:
        """A case as it stands in a file."""
        if unknown := set(written) - KEYS:
            raise ValueError(f"{kind}: {sorted(unknown)} in {written['say']!r}")
        said = written["say"]
        return cls(
            kind,
            lang,
            tuple([said] if isinstance(said, str) else said),
            written.get("asked"),
            written.get("facts") or {},
            written.get("not") or {},
            bool(written.get("nothing")),
            tuple(written.get("says") or ()),
            tuple(written.get("never") or ()),
        )


@dataclass(frozen=True)
class Played:
    """What came of a case: ``wrong`` says in words what should be otherwise."""

    case: Case
    wrong: tuple[str, ...]
    heard: str


@lru_cache(maxsize=1)
def abouts() -> Mapping[str, str]:
    """The rule behind every kind."""
    return {
        kind: entry["about"] for written in _files() for kind, entry in written.items() if "about" in entry
    }


@lru_cache(maxsize=1)
def cases() -> tuple[Case, ...]:
    """All cases; a kind may stand in several files."""
    return tuple(
        Case.of(kind, lang, entry)
        for written in _files()
        for kind, kept in written.items()
        for lang in LANGUAGES
        for entry in kept.get(lang, ())
    )


def _files() -> Iterator[Mapping[str, Any]]:
    for path in sorted(WORDINGS.glob("*.yml")):
        yield read_yaml(path)


def play(case: Case) -> Played:
    """Talk as the case says, and look at what is known and said afterwards."""
    talk = Talk(case.lang)
    if case.asked is not None and not reach(talk, case.asked):
        return Played(case, (f"{case.asked} is never asked",), "")
    before = talk.told
    for message in case.say:
        talk.say(message)
    heard = talk.text
    agreed = next((button["payload"] for button in talk.buttons if AGREED.match(button["payload"])), None)
    if case.says and agreed is not None:
        talk.push(agreed)
        heard = f"{heard}\n{talk.text}"
    known = Known(talk.profile, talk.state)
    wrong = [
        *(
            f"{path} is {known.shown(path)}, not {value}"
            for path, value in leaves(case.facts)
            if not known.has(path, value)
        ),
        *(
            f"{path} is {known.shown(path)}"
            for path, value in case.banned.items()
            if holds(known, path, value)
        ),
        *([f"told: {_added(before, talk.told)}"] if case.nothing and _added(before, talk.told) else []),
        *(f"does not say {pattern!r}" for pattern in case.says if not _found(pattern, heard)),
        *(f"says {pattern!r}" for pattern in case.never if _found(pattern, heard)),
    ]
    return Played(case, tuple(wrong), f"{heard}\n  known: {talk.told}")


def leaves(fragment: Mapping[str, Any], parents: str = "") -> Iterator[tuple[str, Any]]:
    """The facts of a fragment of a profile by their paths."""
    for name, value in fragment.items():
        if name == "spouse" and isinstance(value, Mapping):
            yield from leaves(value, "spouse.")
        else:
            yield f"{parents}{name}", value


def holds(known: Known, path: str, banned: Any) -> bool:
    """Whether one of the values that must not be known is."""
    if banned == ANYTHING:
        return known.tells(path)
    values: Sequence[Any] = banned if isinstance(banned, list) else [banned]
    return any(known.is_exactly(path, value) for value in values)


def _added(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {path: value for path, value in after.items() if before.get(path, ANYTHING) != value}


def _found(pattern: str, text: str) -> bool:
    plain = unicodedata.normalize("NFC", text).replace("’", "'").replace("**", "")
    return re.search(pattern, plain, re.IGNORECASE | re.DOTALL) is not None
