"""Questions that people ask about themselves in words that name little: "so cec?", "am i ok", "et moi ?".

What such a question means stands in the message and in what is known, not in its words: an answer to it looks
there. The words are in ``data/nlu/questions.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.nlu import spoken
from bot.nlu.facts.words import fold
from express_entry.yaml_files import read_yaml

QUESTIONS = Path(__file__).parents[2] / "data" / "nlu" / "questions.yml"

MARRYING = "marry"
"""The kind of question about one's own marriage."""
SKILLED = "skilled"
"""The kind of question whether the occupation counts that the same message tells."""
TEST_NEEDED = "test_needed"
"""The kind of question whether a test is needed that the same message tells not to be taken."""
_TOKEN = re.compile(r"(?:[ldjmtsnc]|qu)[’'](?=\w)|\w+(?:[’'-]\w+)*|[^\w\s]", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:[^.!?;\n]|(?<=\d)\.(?=\d))+[.!?;\n]*")
_MARK = re.compile(r"\s*([(\[\])|]|[^\s()\[\]|]+)")
_PIECE_ENDS = frozenset({",", ";", ":", ".", "?", "!", "…", "—", "–", "and", "but", "et", "mais", "or", "ou"})
NUMBER, _GAP = "0", r"(?:[^\s.?!;]+ ){0,3}"
_IN_WORDS = frozenset(
    (
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("deux", "trois", "quatre", "cinq", "sept", "huit", "neuf", "dix"),
    )
)


@dataclass(frozen=True)
class Question:
    """What a part of a message asks: the kind, the label of its answer and where it stands; ``sure`` where
    its words outweigh whatever else the message reminds of."""

    kind: str
    label: str
    start: int
    end: int
    sure: bool = False


@dataclass(frozen=True)
class _Kind:
    name: str
    label: str
    whole: bool
    sure: bool
    asked: re.Pattern[str]
    never: re.Pattern[str] | None


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """The words of a text in small letters, without accents, numbers all alike; and where they stand."""
    found = []
    for token in _TOKEN.finditer(text):
        word = fold(token.group()).replace("à", "a")
        is_number = word.removesuffix("k").isdigit() or word in _IN_WORDS
        found.append((NUMBER if is_number else word, token.start(), token.end()))
    return found


def spaced(text: str) -> str:
    """The words of a text, each with a space behind it."""
    return "".join(f"{word} " for word, _, _ in _tokens(text))


def _said(phrase: str) -> str:
    """A phrase of a list as it stands among the words of a text; "l’" alone is the beginning of any word."""
    if str(phrase).endswith("’"):
        return "".join(f"{re.escape(fold(word))} " for word in str(phrase).split())
    return "".join(f"{re.escape(word)} " for word, _, _ in _tokens(str(phrase)))


def _expression(pattern: str, lists: Mapping[str, Sequence[str]]) -> str:
    """A pattern as a regular expression on words that each have a space behind them."""
    marks = {"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|", "~": _GAP}
    found = []
    for mark in _MARK.findall(pattern):
        if mark.startswith("$"):
            listed = sorted(map(str, lists[mark[1:]]), key=len, reverse=True)
            found.append(f"(?:{'|'.join(_expression(each, lists) for each in listed)})")
        else:
            found.append(marks[mark] if mark in marks else _said(mark))
    return "".join(found)


def _any(phrases: Sequence[str]) -> re.Pattern[str] | None:
    said = "|".join(sorted(map(_said, phrases), key=len, reverse=True))
    return re.compile(f"(?:^|(?<= ))(?:{said})") if said else None


@lru_cache(maxsize=1)
def _kinds() -> Sequence[_Kind]:
    loaded = read_yaml(QUESTIONS)
    found = []
    for name, said in loaded["questions"].items():
        asked = "|".join(_expression(line, loaded["words"]) for line in said["patterns"])
        found.append(
            _Kind(
                name,
                said["label"],
                bool(said.get("whole")),
                bool(said.get("sure")),
                re.compile(f"(?:^|(?<= ))(?:{asked})"),
                _any(said.get("never", ())),
            )
        )
    return tuple(found)


@lru_cache(maxsize=1)
def _pointing() -> Mapping[str, re.Pattern[str]]:
    loaded = read_yaml(QUESTIONS)
    said = {
        kind: "|".join(_expression(line, loaded["words"]) for line in lines)
        for kind, lines in loaded["pointing"].items()
    }
    around = _around().pattern
    return {kind: re.compile(f"{around}(?:{each}){around}") for kind, each in said.items()}


@lru_cache(maxsize=1)
def _around() -> re.Pattern[str]:
    said = sorted((_said(each) for each in read_yaml(QUESTIONS)["around"]), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(said)})*")


def questions(text: str) -> tuple[Question, ...]:
    """The questions about themselves that ``text`` asks, in the order of its words; of two that overlap the
    one that begins first, and is longer."""
    found = [each for sentence in _SENTENCE.finditer(text) for each in _of_sentence(sentence)]
    taken: list[Question] = []
    for each in sorted(found, key=lambda question: (question.start, -question.end)):
        if not taken or each.start >= taken[-1].end:
            taken.append(each)
    return tuple(taken)


def _of_sentence(sentence: re.Match[str]) -> Iterator[Question]:
    row = _tokens(sentence.group())
    words = "".join(f"{word} " for word, _, _ in row)
    for kind in _kinds():
        asked = kind.asked.search(words)
        if asked is None or (kind.never is not None and kind.never.search(words)):
            continue
        beside = words[: asked.start()], words[asked.end() :]
        if kind.whole and not all(map(_around().fullmatch, beside)):
            continue
        first, last = words[: asked.start()].count(" "), words[: asked.end()].count(" ")
        end = next((at for at in range(last, len(row)) if row[at][0] in _PIECE_ENDS), len(row))
        while end < len(row) and row[end][0] in ("?", "!"):
            end += 1
        at = sentence.start()
        yield Question(kind.name, kind.label, at + row[first][1], at + row[end - 1][2], kind.sure)


def pointing(text: str) -> str | None:
    """What a message that only points at what was shown last asks of it ("why", "and hers?"); None for any
    other one."""
    words = "".join(f"{word} " for word, _, _ in _tokens(text))
    return next((kind for kind, said in _pointing().items() if said.fullmatch(words)), None)


def program_named(text: str) -> str | None:
    """The one program that ``text`` names, if it does."""
    words = spaced(text)
    found = [name for name, named in _programs().items() if named.search(words)]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1)
def _programs() -> Mapping[str, re.Pattern[str]]:
    listed = read_yaml(QUESTIONS)["programs"].items()
    return {name: named for name, phrases in listed if (named := _any(phrases)) is not None}


def occupation_asked(text: str) -> str:
    """What a question whether an occupation is in demand names, without the words that only say so."""
    of = next((each for each in questions(text) if each.kind == "in_demand"), None)
    named = text if of is None else text[_begin_of_sentence(text, of.start) : of.end]
    return spoken.without(named, read_yaml(QUESTIONS)["sought"]).strip()


def _begin_of_sentence(text: str, at: int) -> int:
    return max((each.start() for each in _SENTENCE.finditer(text) if each.start() <= at), default=0)


def asked_kinds(text: str) -> frozenset[str]:
    """The kinds of the questions about themselves that ``text`` asks."""
    return frozenset(each.kind for each in questions(text))


def asks_of_own_case(text: str) -> bool:
    """Whether ``text`` asks for one's own score, or what one's own case comes to."""
    return _own_case().search(spaced(text)) is not None


@lru_cache(maxsize=1)
def _own_case() -> re.Pattern[str]:
    loaded = read_yaml(QUESTIONS)
    asked = "|".join(_expression(line, loaded["words"]) for line in loaded["own_case"])
    return re.compile(f"(?:^|(?<= ))(?:{asked})")


def without(text: str, asked: Sequence[Question]) -> str:
    """The text with blanks where these questions stand, so that what else it says stands where it stood."""
    rest = text
    for each in asked:
        rest = rest[: each.start] + " " * (each.end - each.start) + rest[each.end :]
    return rest
