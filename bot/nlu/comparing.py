"""Two ways to more points that a message weighs against each other: "CLB 10 or NCLC 7?", "retake IELTS or do
French?". Each is worked out by itself; neither is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.nlu.language import asks
from bot.nlu.spoken import holds, plain, spoken
from bot.nlu.supposing import suppositions
from express_entry.vocabulary import ENGLISH, FRENCH
from express_entry.whatif.suppositions import SPOUSE, Partner, Supposed
from express_entry.yaml_files import read_yaml

COMPARING = Path(__file__).parents[2] / "data" / "nlu" / "comparing.yml"
LANGUAGES = frozenset({ENGLISH, FRENCH, "first_language"})
"""Ways of which the name alone may ask which test to take."""
_SENTENCE = re.compile(r"(?:[^.!?;\n]|(?<=\d)\.(?=\d)|\.(?=\w))+[.!?;\n]*")
_ELIDED = re.compile(r"\bqu’(?=est\b)", re.IGNORECASE)
"""What stands before the word by which a question in French is known."""
_ASKS = re.compile(r"\best-ce (?:que |qu’)", re.IGNORECASE)
"""What only asks, and would be heard as "only": « qu’une maîtrise »."""


@dataclass(frozen=True)
class Compared:
    """The words of the two ways, and where the sentence stands that compares them."""

    ways: tuple[str, str]
    start: int
    end: int


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = read_yaml(COMPARING)
    return loaded


@lru_cache(maxsize=2)
def _joints(asking: bool) -> re.Pattern[str]:
    joints = (*_words()["joints"], *(_words()["of_questions"] if asking else ()))
    listed = sorted(map(str, joints), key=len, reverse=True)
    said = "|".join(rf"{re.escape(each)}(?:(?<=’)|(?!\w))" for each in listed)
    return re.compile(rf"(?<![\w’])(?:{said})", re.IGNORECASE)


@lru_cache(maxsize=256)
def compared(text: str, lang: str, today: date) -> Compared | None:
    """What ``text`` compares; None where it weighs no two ways against each other."""
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group().replace("'", "’")
        asking = any(asks(_ELIDED.sub("", clause)) for clause in words.split(","))
        if not _weighs(words, asking):
            continue
        for first, second in _halves(words, asking):
            one, other = way(first, lang, today), way(second, lang, today)
            if one is not None and other is not None and one != other and _says_more(words, one, other):
                return Compared((first, second), *sentence.span())
    return None


def way(words: str, lang: str, today: date, profile: Mapping[str, Any] | None = None) -> Way | None:
    """The way that the words of one half name: what they suppose, else the first way that they call by a
    name."""
    words = _ASKS.sub("", words)
    supposed = suppositions(words, lang, today, profile or {})
    if any(isinstance(each, Partner) or getattr(each, "whose", "self") == SPOUSE for each in supposed):
        return None
    if supposed:
        return supposed
    said = plain(words)
    return next((name for name, names in _words()["ways"].items() if holds(said, names)), None)


Way = tuple[Supposed, ...] | str
"""What one half of a comparison supposes, or the name of a way (``ways`` in the list of words)."""


def _weighs(words: str, asking: bool) -> bool:
    """Whether a sentence asks which of two is better; one that tells something and asks nothing does not."""
    said = plain(words)
    if asking:
        return holds(said, (*_words()["weighing"], *_words()["in_questions"]))
    return holds(said, _words()["weighing"]) and not holds(said, spoken()["states"])


def _halves(words: str, asking: bool) -> Iterator[tuple[str, str]]:
    """What stands on both sides of each word that joins two ways."""
    for begins, joins in _words()["between"].items():
        if found := re.search(rf"\b{begins}\b(.+?)\b{joins}\b(.+)", words, re.IGNORECASE):
            yield found[1], found[2]
    for joint in _joints(asking).finditer(words):
        yield words[: joint.start()], words[joint.end() :]


def _says_more(words: str, *ways: Way) -> bool:
    """Whether more is said than the names of two languages: "IELTS or TEF?" asks which test to take."""
    named = all(isinstance(each, str) and each in LANGUAGES for each in ways)
    return not named or holds(plain(words), _words()["doing"])
