"""What a reader of facts works with: the words of a message, their scopes, and how a fact is made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.dates import Dated, dates
from bot.nlu.facts.lexicon import UNKNOWN, lexicon
from bot.nlu.facts.scope import Scope, scopes
from bot.nlu.facts.words import LETTERS, LONGEST, Word, fold

__all__ = ["Fact", "Hearing", "hear"]

_PEOPLE = {"self": ("self",), "partner": ("partner",), "both": ("self", "partner")}
_BREAKS = ("STOP", "QUESTION", "COMMA", "COLON", "BUT", "OPEN", "CLOSE")


@dataclass(frozen=True)
class Hearing:
    """One message, ready to be read."""

    text: str
    lang: str
    today: date
    words: Sequence[Word]
    codes: str
    scopes: Sequence[Scope]
    part_kinds: Sequence[Set[str]]
    dates: Sequence[Dated]
    impossible_dates: Sequence[Dated]
    taken: Set[int] = frozenset()
    """Words that a fact of a list (a job, a diploma) tells already."""

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every match of a pattern over the words."""
        return pattern.finditer(self.codes)

    def value(self, match: re.Match[str], group: str, kind: str) -> Any:
        """The value of the word that ``group`` matched, or None."""
        at = match.start(group)
        return self.words[at].kinds.get(kind) if at >= 0 else None

    def stated(self, at: int) -> bool:
        """Whether the word was said as a fact about the person or the partner."""
        scope = self.scopes[at]
        required = self.part_has(at, "REQUIRE") and not (
            self.part_has(at, "ECA") and self.part_has(at, "ASSESSED")
        )
        return (
            scope.mood == "said"
            and scope.person != "other"
            and not required
            and not self.part_has(at, "NEXT")
        )

    def part_has(self, at: int, *kinds: str) -> bool:
        """Whether a word of one of these kinds stands between the same two commas as the word."""
        return not self.part_kinds[self.scopes[at].part].isdisjoint(kinds)

    def part(self, at: int) -> Sequence[Word]:
        """The words between the same two commas."""
        number = self.scopes[at].part
        first = last = at
        while first and self.scopes[first - 1].part == number:
            first -= 1
        while last + 1 < len(self.words) and self.scopes[last + 1].part == number:
            last += 1
        return self.words[first : last + 1]

    def negated(self, at: int, reach: int = 4) -> bool:
        """Whether a "not" or "no" shortly before is about the word."""
        for back in range(at - 1, max(-1, at - 1 - reach), -1):
            word = self.words[back]
            if "NEG" in word:
                return True
            first_person = word.text.startswith(("i ", "i'", "im", "je ", "j'")) or word.text in (
                "i",
                "j'",
                "je",
                "jai",
                "we",
                "on",
                "nous",
            )
            if any(kind in word for kind in _BREAKS) or first_person:
                return False
        return False

    def answered(self, at: int) -> bool | None:
        """The yes or no that a form gives a word: "job offer: no", "siblings in Canada - none"."""
        for place in range(at + 1, min(at + 6, len(self.words) - 1)):
            word, after = self.words[place], self.words[place + 1]
            if any(kind in word for kind in ("STOP", "QUESTION", "COMMA")):
                return None
            if "COLON" in word or "DASH" in word:
                if "NO" in after or "NEG" in after:
                    return False
                return True if "YES" in after else None
        return None

    def doubted(self, first: int, last: int) -> bool:
        """Whether words like "about" or "I think" stand within these words or a few words beside them."""
        number = self.scopes[first].part
        start, stop = max(0, first - 4), min(len(self.words), last + 4)
        for at in range(start, stop):
            distance = self.scopes[at].part - number
            if "DOUBT" in self.words[at] and (distance == 0 or (at > last and distance == 1)):
                return True
        return False

    def facts(self, name: str, value: Any, first: int, last: int, sure: bool = True) -> list[Fact]:
        """A fact that the words ``first`` to ``last`` tell, for whom they are about; none if not stated."""
        if not self.stated(first) or not self.stated(last):
            return []
        start, end = self.words[first].start, self.words[last].end
        scope = self.scopes[last]
        certain = sure and scope.clear and not self.doubted(first, last)
        return [
            Fact(name, value, person, start, end, certain, scope.named) for person in _PEOPLE[scope.person]
        ]


def hear(text: str, lang: str, today: date, supposed: bool = False) -> Hearing:
    """Prepare a message. A message in the other language than ``lang`` is heard in its own.

    With ``supposed`` what is only asked, wished or planned is heard as if it were so.
    """
    own = lexicon("fr" if lang.lower().startswith("fr") else "en")
    other = lexicon("en" if own.lang == "fr" else "fr")
    words = set(re.findall(LETTERS, fold(text[:LONGEST])))
    familiar, foreign = len(words & own.own), len(words & other.own)
    if foreign > familiar + 1 or (foreign and not familiar):
        own = other
    row = own.words(text)
    codes = "".join(own.codes.get(frozenset(word.kinds), UNKNOWN) for word in row)
    scoped = scopes(row)
    if supposed:
        scoped = [Scope(each.person, "said", each.clear, each.part, each.named) for each in scoped]
    parts: list[set[str]] = [set() for _ in range(scoped[-1].part + 1)] if scoped else []
    for word, scope in zip(row, scoped, strict=True):
        parts[scope.part].update(word.kinds)
    told = dates(row, codes, own, today)
    possible = [dated for dated in told if dated.readings]
    impossible = [dated for dated in told if not dated.readings]
    return Hearing(text, own.lang, today, row, codes, scoped, parts, possible, impossible)
