"""A message as the applicant would write it: first names give way to who they are, and "she" to "I" where
somebody writes for her. What a message means is decided, and calculated, by these words.

"What if Samia gets CLB 9?" is "what if my partner gets CLB 9?"; "is 470 enough for her?" « … for me? ».
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.facts import Fact, People
from bot.nlu.facts.hearing import Hearing, hear
from bot.nlu.facts.words import Word, norm
from express_entry.yaml_files import read_yaml

ROLES = Path(__file__).parents[2] / "data" / "nlu" / "roles.yml"
_POSSESSIVE = "'s"
_I = frozenset({"i", "je", "j'"})
_REACH = 3
"""Words behind "I" among which coming along is spoken of."""


@dataclass(frozen=True)
class InRoles:
    """The words of a message in which everybody is called by who they are, and where each letter stood."""

    text: str
    origins: tuple[int, ...] = ()

    def moved(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """The facts at the places where their words stand now."""
        if not self.origins:
            return tuple(facts)
        return tuple(
            replace(
                fact, start=bisect_left(self.origins, fact.start), end=bisect_left(self.origins, fact.end)
            )
            for fact in facts
        )


@dataclass(frozen=True)
class _Said:
    start: int
    end: int
    instead: str


def in_roles(text: str, lang: str, today: date, people: People) -> InRoles:
    """``text`` in which those whom it names, or who are known, are called by their roles."""
    if text.startswith("/"):
        return InRoles(text)
    hearing = hear(text, lang, today, people=people)
    now: People = hearing.doc._.people
    if not (now.name or now.partner or now.writer != "self"):
        return InRoles(text)
    table = _tables()[hearing.lang]
    introduced = hearing.doc._.introduced
    said = [_Said(told.start, told.end, "") for told in introduced if told.field == "applicant"]
    said += [
        each
        for at in range(len(hearing.words))
        if (each := _instead(hearing, at, now, table)) is not None
        and not any(first.start < each.end and each.start < first.end for first in introduced)
    ]
    return _written(text, sorted(said, key=lambda each: each.start), table)


def _instead(hearing: Hearing, at: int, people: People, table: Mapping[str, Any]) -> _Said | None:
    """What is said instead of a word; None where it stays."""
    word = hearing.words[at]
    after = hearing.words[at + 1] if at + 1 < len(hearing.words) else None
    named = {norm(people.partner), norm(people.name)} - {""}
    if "PARTNER" in word and word.text in named:
        return _Said(word.start, word.end, table["partner"])
    if "APPLICANT" in word and "HE" in word:
        return _applicant(word, after, table)
    theirs = people.writer != "self" and "HE" in word and hearing.scopes[at].person == "self"
    said = word.text.replace(" '", "'")
    if people.writer == "other" and "SELF" in word and _comes(hearing, at):
        return _Said(word.start, word.end, table["writers"].get(norm(people.applicant), table["writer"]))
    if not theirs or said not in table["words"]:
        return None
    noun = after is not None and after.text.isalpha() and after.text not in table["no_noun"]
    other = table["before_a_noun"].get(said) if noun else None
    return _Said(word.start, word.end, other or table["words"][said])


def _comes(hearing: Hearing, at: int) -> bool:
    """Whether somebody who does not apply asks to come as well: "can I come with her later?"."""
    near = hearing.words[at + 1 : at + 1 + _REACH]
    return hearing.words[at].text in _I and any("COMING" in word or "STAYING" in word for word in near)


def _applicant(word: Word, after: Word | None, table: Mapping[str, Any]) -> _Said:
    if after is not None and after.text == _POSSESSIVE:
        return _Said(word.start, after.end, table["owned"])
    acts = after is not None and after.text.isalpha() and after.text not in table["no_noun"]
    verb = after is not None and any(kind in after for kind in ("BE", "HAVE", "WANT", "WORK"))
    return _Said(word.start, word.end, table["subject"] if acts or verb else table["object"])


def _written(text: str, said: Sequence[_Said], table: Mapping[str, Any]) -> InRoles:
    new = _replaced(InRoles(text, tuple(range(len(text)))), said)
    for wrong, right in table["after"].items():
        found = re.finditer(rf"(?<!\w){re.escape(wrong)}(?!\w)", new.text, re.IGNORECASE)
        new = _replaced(new, [_Said(*each.span(), right) for each in found])
    return new


def _replaced(old: InRoles, said: Sequence[_Said]) -> InRoles:
    parts: list[str] = []
    origins: list[int] = []
    at = 0
    for each in said:
        parts += [old.text[at : each.start], each.instead]
        origins += [*old.origins[at : each.start], *[old.origins[each.start]] * len(each.instead)]
        at = each.end
    return InRoles("".join((*parts, old.text[at:])), (*origins, *old.origins[at:]))


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, Any]]:
    loaded: Mapping[str, Mapping[str, Any]] = read_yaml(ROLES)
    return loaded
