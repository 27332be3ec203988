"""What a reader of facts works with: the words of a message, their scopes, and how a fact is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, wraps
from itertools import takewhile
from typing import Any

from spacy.tokens import Doc

from bot.facts import NOBODY, Fact, People
from bot.nlu.facts.dates import Dated, dates
from bot.nlu.facts.lexicon import UNKNOWN, lexicon
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.pipeline import CLAUSES, pipeline
from bot.nlu.facts.scope import Scope
from bot.nlu.facts.words import LETTERS, LONGEST, Word, fold

__all__ = ["OWNERS", "Fact", "Hearing", "hear", "once"]

OWNERS = {"self": ("self",), "partner": ("partner",), "both": ("self", "partner")}
"""Whose facts words about somebody tell."""
_BREAKS = ("STOP", "QUESTION", "COMMA", "COLON", "BUT", "OPEN", "CLOSE")
_DOUBTED = (
    *("NUM", "DEGREE", "DOUBTFUL_DEGREE", "MARITAL", "TEST", "FRAMEWORK", "CEFR", "JOBHEAD"),
    "MONTHNAME",
)
"""Kinds of words that a doubt before them is about."""
_OR = frozenset({"or", "nor", "ou", "ni"})
"""What goes on with a denial: "has never worked or studied in Canada"."""
_JUST = frozenset({"just", "only", "juste", "seulement", "uniquement"})
_EVER = frozenset({"ever", "even"})


@dataclass(frozen=True)
class Hearing:
    """One message, ready to be read."""

    text: str
    lang: str
    today: date
    words: Sequence[Word]
    scopes: Sequence[Scope]
    clause_kinds: Sequence[Set[str]]
    dates: Sequence[Dated]
    impossible_dates: Sequence[Dated]
    doc: Doc
    kinds: Set[str]
    taken: Set[int] = frozenset()
    """Words that a fact of a list (a job, a diploma) tells already."""
    wrong: Mapping[str, Any] | None = None
    """What the message said to be wrong, and which is no longer in its words; None where nothing was."""
    found: dict[Any, Any] = field(default_factory=dict)
    """What was found already, by the list of patterns or the function that finds it."""

    def matches(self, name: str) -> Sequence[Match]:
        """What a list of patterns finds, pattern by pattern: ``person.likely_age`` stands in person.yml."""
        if name not in self.found:
            self.found[name] = pipeline(self.lang).find(name, self.doc, self.kinds)
        found: Sequence[Match] = self.found[name]
        return found

    def matches_within(self, name: str, first: int, last: int) -> Iterator[Match]:
        """What it finds inside the words ``first`` to ``last``."""
        return (match for match in self.matches(name) if first <= match.first and match.last <= last)

    def value(self, match: Match, group: str, kind: str) -> Any:
        """The value of the word that ``group`` matched, or None."""
        at = match.start(group)
        return self.words[at].kinds.get(kind) if at >= 0 else None

    def stated(self, at: int) -> bool:
        """Whether the word was said as a fact about the person or the partner."""
        scope = self.scopes[at]
        required = self._is_required(at) and not ("ECA" in self.kinds and self.part_has(at, "ASSESSED"))
        return (
            scope.mood == "said"
            and scope.person != "other"
            and not required
            and not self.part_has(at, "NEXT")
        )

    def _is_required(self, at: int) -> bool:
        """Whether the clause of the word says what is required, and does not only go on to ask that: "I have
        a bachelor's am I eligible"."""
        clause = self.doc.spans[CLAUSES][self._clause(at)]
        return any(
            "REQUIRE" in self.words[place] and self.scopes[place].mood == self.scopes[at].mood
            for place in range(clause.start - 1, clause.end - 1)
        )

    def part_has(self, at: int, *kinds: str) -> bool:
        """Whether a word of one of these kinds stands in the same clause as the word."""
        return not self.clause_kinds[self._clause(at)].isdisjoint(kinds)

    def part(self, at: int) -> Sequence[Word]:
        """The words of the same clause."""
        clause = self.doc.spans[CLAUSES][self._clause(at)]
        return self.words[clause.start - 1 : clause.end - 1]

    def _clause(self, at: int) -> int:
        return self.scopes[at].part - self.scopes[0].part

    def negated(self, at: int, reach: int = 4) -> bool:
        """Whether a "not" or "no" shortly before is about the word, or one before a list that it is in."""
        if any(match.last < at for match in self.matches("answers.no_to_all")):
            return True
        left = reach
        after = self.words[at]
        for word in reversed(self.words[:at]):
            if "NEG" in word:
                return not ("NO" in word and "SELF" in after)  # "no my brother lives here" says no to else
            after = word
            if word.text in _JUST:  # "no degree, just high school"
                return False
            left = reach if word.text in _OR else left - (word.text not in _EVER)
            first_person = word.text.startswith(("i ", "i'", "im", "je ", "j'")) or word.text in (
                "i",
                "j'",
                "je",
                "jai",
                "we",
                "on",
                "nous",
            )
            if any(kind in word for kind in _BREAKS) or first_person or left <= 0:
                return False
        return False

    def answered(self, at: int) -> bool | None:
        """The yes or no that a form gives a word: "job offer: no", "job offer yes", "siblings - none"."""
        if at + 1 < len(self.words) and "YES" in (said := self.words[at + 1]) and "NO" not in said:
            return True
        for place in range(at + 1, min(at + 6, len(self.words) - 1)):
            word, after = self.words[place], self.words[place + 1]
            if any(kind in word for kind in ("STOP", "QUESTION", "COMMA")):
                return None
            if "COLON" in word or "DASH" in word:
                if "NO" in after or "NEG" in after:
                    return False
                return True if "YES" in after else None
        return None

    def _of_several(self, first: int, last: int) -> bool:
        """Whether words of two people would tell one fact: "MA. I'm actuary 3 yrs", "B2, moi … A2"."""
        one, other = self.scopes[first], self.scopes[last]
        named = one.named and other.named and "both" not in (one.person, other.person)
        return named and one.person != other.person

    def doubted(self, first: int, last: int) -> bool:
        """Whether words like "about" or "I think" stand within these words or a few words beside them."""
        number = self.scopes[first].part
        start, stop = max(0, first - 4), min(len(self.words), last + 4)
        for at in range(start, stop):
            distance = self.scopes[at].part - number
            behind = at > last and distance == 1 and not self._is_of_what_follows(at)
            if "DOUBT" in self.words[at] and (distance == 0 or behind):
                return True
        return False

    def _is_of_what_follows(self, at: int) -> bool:
        """Whether a doubt is about what stands behind it in its clause: "6 years. Savings about 25k", not
        "CLB 7, I think"."""
        part = self.scopes[at].part
        behind = range(at + 1, len(self.words))
        rest = takewhile(lambda place: self.scopes[place].part == part, behind)
        return any(kind in self.words[place] for place in rest for kind in _DOUBTED)

    def facts(self, name: str, value: Any, first: int, last: int, sure: bool = True) -> list[Fact]:
        """A fact that the words ``first`` to ``last`` tell, for whom they are about; none if not stated."""
        if not self.stated(first) or not self.stated(last):
            return []
        start, end = self.words[first].start, self.words[last].end
        scope = self.scopes[last]
        certain = sure and scope.clear and not self._of_several(first, last) and not self.doubted(first, last)
        return [
            Fact(name, value, person, start, end, certain, scope.named, of_either=scope.either)
            for person in OWNERS[scope.person]
        ]


def once[Found](finds: Callable[[Hearing], Found]) -> Callable[[Hearing], Found]:
    """Of a message, ``finds`` finds what several readers ask for once, whatever :attr:`Hearing.taken` is."""

    @wraps(finds)
    def remembered(hearing: Hearing) -> Found:
        if finds not in hearing.found:
            hearing.found[finds] = finds(hearing)
        found: Found = hearing.found[finds]
        return found

    return remembered


@lru_cache(maxsize=1)
def hear(text: str, lang: str, today: date, supposed: bool = False, people: People = NOBODY) -> Hearing:
    """Prepare a message. A message in the other language than ``lang`` is heard in its own.

    With ``supposed`` what is only asked, wished or planned is heard as if it were so. ``people`` are
    those of whom was told before who they are.
    """
    own = lexicon("fr" if lang.lower().startswith("fr") else "en")
    other = lexicon("en" if own.lang == "fr" else "fr")
    letters = set(re.findall(LETTERS, fold(text[:LONGEST])))
    familiar, foreign = len(letters & own.own), len(letters & other.own)
    if foreign > familiar + 1 or (foreign and not familiar):
        own = other
    known = pipeline(own.lang)
    doc = known.read(text, people)
    words, scoped = doc._.words, doc._.scopes
    if supposed:
        scoped = [Scope(each.person, "said", each.clear, each.part, each.named) for each in scoped]
    clauses = [clause._.kinds for clause in doc.spans[CLAUSES]]
    kinds = {UNKNOWN}.union(*clauses)
    told = dates(words, lambda name: known.find(name, doc, kinds), today)
    possible = [dated for dated in told if dated.readings]
    impossible = [dated for dated in told if not dated.readings]
    return Hearing(text, own.lang, today, words, scoped, clauses, possible, impossible, doc, kinds)
