"""The words of a message: how its letters are folded, where its pieces end, and how spelled numbers join.

Every word or phrase has kinds (``TEST``, ``YEARS``, ``NEG``), some with a value; :mod:`bot.nlu.facts.lexicon`
knows them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from express_entry.yaml_files import read_yaml

FILLER = Path(__file__).parents[3] / "data" / "nlu" / "filler.yml"

LONGEST = 4_000
"""Characters of a message that are read; longer messages do not reach the bot."""

LETTERS = r"[^\W\d_]+"
INVISIBLE = "\u2060"
"""What every character without a width is folded to: it stands in no word, and parts none."""

FIRST_EMOJI = 0x1F000
"""From here on a symbol is a picture, which parts what stands before and after it: "29 🙂"."""

Kinds = Mapping[str, Any]

PIECE = re.compile(
    r"""
    (?P<ymd>(?<![0-9])[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9]))
  | (?P<dmy>(?<![0-9])[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}(?![0-9]))
  | (?P<dmys>(?<![0-9/.,-])[0-9]{1,2}/[0-9]{1,2}/[1-9][0-9](?![0-9/.,]))
  | (?P<ym>(?<![0-9/.,-])(?:19|20)[0-9]{2}[-/](?:0[1-9]|1[0-2])(?![-0-9/]))
  | (?P<my>(?<![0-9/.,])(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}(?![0-9/]))
  | (?P<thousands>(?<![0-9.,])[0-9]{1,3}(?:\ 000)+(?![0-9])
      |\A[0-9]{1,2}\ [0-9]{3}\Z
      |(?<![0-9.,])[0-9]{1,3}(?:\ [0-9]{3})+(?:,[0-9]{2})?
        (?=\ ?(?:\$|cad|dollar|eur|€|cfa|fcfa|f\ cfa|usd|naira|dh))
      |(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3}){1,2}(?:\.[0-9]{2})?(?![0-9,])
      |(?<![0-9.,])[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9,])
      |(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9.]))
  | (?P<decimal>[0-9]{1,9}\.[0-9]{1,2}(?![0-9])(?!\.[0-9])
      |(?<![0-9],)[0-9]{1,9},(?:[05]|25|75)(?![0-9])(?!,[0-9]))
  | (?P<int>[0-9]{1,12})
  | (?P<elided>(?:qu|jusqu|lorsqu|puisqu|[cdjlmnst])'(?=[^\W\d_]))
  | (?P<word>[^\W\d_]+?(?=n't\b)|n't\b|'(?:s|m|re|ve|ll|d)\b|(?:[^\W\d_]\u2060*)+)
  | (?P<nothing>[\u2060\x20])
  | (?P<mark>[^\s\w]|[\n_])
    """,
    re.VERBOSE,
)
"""A piece of a message: L8R7W7S7, 29F and 8/7.5/6.5/7 come apart, a date and a number stay whole."""

MARKS = {
    ",": "COMMA",
    ";": "STOP",
    "!": "STOP",
    "?": "QUESTION",
    "\n": "STOP",
    "…": "STOP",
    ":": "COLON",
    "=": "COLON",
    "/": "SLASH",
    "\\": "SLASH",
    "|": "COMMA",
    "•": "STOP",
    "·": "COMMA",
    "-": "DASH",
    "(": "OPEN",
    ")": "CLOSE",
    "+": "PLUS",
    "।": "STOP",
    "*": "COMMA",
    '"': "QUOTE",
}


class _Fold(dict[int, str]):
    """Lower case without accents, one character for one character, so that places in the text stay true."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in "’‘`´ʼ":
            folded = "'"
        elif character in "“”«»":
            folded = '"'
        elif character in "\r\u2028\u2029\x0b\x0c":
            folded = "\n"
        elif character in "‐‑‒–—―−":
            folded = "-"
        elif (character.isspace() and character != "\n") or character == "\u200b":
            folded = " "
        elif character.isdecimal():
            folded = str(unicodedata.decimal(character))
        elif unicodedata.category(character) == "Cf":
            folded = INVISIBLE
        elif code >= FIRST_EMOJI and unicodedata.category(character) in ("So", "Sk"):
            folded = "…"
        else:
            plain = "".join(
                part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part)
            )
            folded = plain.lower() if len(plain) == 1 and len(plain.lower()) == 1 else character
        self[code] = folded
        return folded


_KEPT = {"à": "à", "À": "à"}
"""Accents that tell words apart: "à Paris", "il a"."""


_FOLD = _Fold({ord(letter): kept for letter, kept in _KEPT.items()})


def fold(text: str) -> str:
    """``text`` in lower case, without accents, with plain quotes, hyphens and digits; as long as before."""
    return text.translate(_FOLD)


def norm(text: str) -> str:
    """A word as the lists know it: folded, without what is invisible."""
    return fold(text).replace(INVISIBLE, "")


@lru_cache(maxsize=1)
def filler() -> frozenset[str]:
    """Words that tell nothing by themselves, in both languages, folded."""
    loaded: dict[str, str] = read_yaml(FILLER)
    return frozenset(fold(word) for words in loaded.values() for word in words.split())


@dataclass(frozen=True)
class Word:
    """A word, phrase, number or mark: where it stands and what it may mean."""

    start: int
    end: int
    text: str
    kinds: Kinds

    def __contains__(self, kind: str) -> bool:
        return kind in self.kinds

    def __getitem__(self, kind: str) -> Any:
        return self.kinds[kind]


def kinds_of(text: str, group: str) -> Kinds:
    """The kinds of a piece that no list names: a number or a date, by the ``group`` of :data:`PIECE`."""
    if group in ("ymd", "dmy", "dmys", "ym", "my"):
        return _date_parts(text, group)
    return _number(text, group) if group in ("int", "decimal", "thousands") else {}


def _number(text: str, group: str) -> Kinds:
    if group == "int":
        value = int(text)
        length = len(text)
        if length == 4 and 1930 <= value <= 2099:
            return {"NUM": value, "YEARNUM": value, "FOUR": text}
        if length == 4:
            return {"NUM": value, "FOUR": text}
        return {"NUM": value, "FIVE": text} if length == 5 else {"NUM": value}
    if group == "decimal":
        return {"NUM": tidy(float(text.replace(",", ".")))}
    cents = _CENTS.search(text)
    whole = text[: cents.start()] if cents else text
    return {"NUM": tidy(int(re.sub("[^0-9]", "", whole)) + (int(cents[1]) / 100 if cents else 0))}


_CENTS = re.compile(r"[.,]([0-9]{2})$")


def tidy(number: float) -> float:
    """A whole number as int, any other rounded to two places."""
    return int(number) if number == int(number) else round(number, 2)


def _date_parts(text: str, group: str) -> Kinds:
    parts = tuple(int(part) for part in re.split("[-/.]", text))
    if group in ("my", "ym"):
        return {"DATE": parts if group == "ym" else parts[::-1], "ORDER": "ym", "MONTHDATE": True}
    return {"DATE": parts if group == "ymd" else parts[::-1], "ORDER": group}


def merged(words: Iterator[Word]) -> Iterator[Word]:
    """Join spelled numbers: twenty-nine, quatre-vingt-dix, six point five, two and a half."""
    row = list(_with_days(_with_thousands(words)))
    at = 0
    while at < len(row):
        word = row[at]
        size = 1
        if (year := _spelled_year(row, at)) is not None:
            value, size = year
            kinds = {"NUM": value, "YEARNUM": value, "FOUR": str(value)}
            word = Word(word.start, row[at + size - 1].end, f"{word.text} …", kinds)
        elif "NUMWORD" in word:
            value, size = _short_hundreds(row, at) or _spelled(row, at)
            if size > 1:
                last = row[at + size - 1]
                word = Word(word.start, last.end, f"{word.text} …", {"NUM": value})
        if "NUM" in word:
            word, size = _with_fraction(row, at, word, size)
        yield word
        at += size


def _with_thousands(words: Iterable[Word]) -> Iterator[Word]:
    """The words, of which « à deux » before « mille » is a number behind « à », and no couple."""
    row = list(words)
    for at, word in enumerate(row):
        thousand = at + 1 < len(row) and row[at + 1].kinds.get("SCALEWORD") == "1000"
        if thousand and "TOGETHER" in word and word.text.endswith(" deux"):
            middle = word.end - len("deux")
            yield Word(word.start, middle, "a", {"TO": True, "IN": True})
            yield Word(middle, word.end, "deux", {"NUMWORD": "2", "NUM": 2})
        else:
            yield word


def _with_days(words: Iterable[Word]) -> Iterator[Word]:
    """The words, of which "12th" beside a month is its day, and no grade of a school."""
    row = list(words)
    for at, word in enumerate(row):
        grade = _GRADE.fullmatch(word.text) if "DEGREE" in word else None
        behind = row[at + 1 : at + 3]
        behind = behind[1:] if behind and behind[0].text == "of" else behind[:1]
        if grade and any("MONTHNAME" in near for near in (*row[max(0, at - 1) : at], *behind)):
            middle = word.start + len(grade[1])
            yield Word(word.start, middle, grade[1], {"NUM": int(grade[1])})
            yield Word(middle, word.end, grade[2], {"OTHERUNIT": True, "ORDINAL": True})
        else:
            yield word


_GRADE = re.compile(r"(\d+) ?(th)")


def _spelled(row: list[Word], at: int) -> tuple[int, int]:
    """The number that begins with a word for one, and how many words it has."""
    value, size = int(row[at]["NUMWORD"]), 1
    while (step := _continues(row, at + size, value)) is not None:
        value, size = step[0], size + step[1]
    return value, size


def _short_hundreds(row: list[Word], at: int) -> tuple[int, int] | None:
    """A score whose hundreds are spoken short, beside its ability, and how many words it has: "five fifty in
    speaking", "listening four ninety"."""
    hundreds = int(row[at]["NUMWORD"])
    if not 1 < hundreds < 10 or at + 1 >= len(row) or "NUMWORD" not in row[at + 1]:
        return None
    rest, size = _spelled(row, at + 1)
    behind = row[at + 1 + size : at + 3 + size]
    beside = [*row[max(0, at - 1) : at], *behind[: 1 + any("IN" in word for word in behind[:1])]]
    named = any(kind in word for word in beside for kind in ("ABILITY", "ORAL"))
    return (100 * hundreds + rest, 1 + size) if named and 10 <= rest < 100 else None


def _spelled_year(row: list[Word], at: int) -> tuple[int, int] | None:
    """A year in words, where a year may stand, and how many words it has: "since twenty twenty-four", "in two
    thousand nineteen", « en mille neuf cent quatre-vingt-dix »."""
    if not at or not any(kind in row[at - 1] for kind in _BEFORE_A_YEAR):
        return None
    value, size = _spelled(row, at) if "NUMWORD" in row[at] else (1, 0)
    thousand = at + size < len(row) and row[at + size].kinds.get("SCALEWORD") == "1000"
    if thousand:
        value, size = 1000 * value, size + 1
    elif value in (19, 20):
        value *= 100
    begun = at + size
    begun += thousand and begun < len(row) and row[begun].text == "and"
    if begun < len(row) and "NUMWORD" in row[begun]:
        more, length = _spelled(row, begun)
        value, size = value + more, begun - at + length
    elif not thousand:
        return None
    return (value, size) if _FIRST_YEAR <= value <= _LAST_YEAR else None


_BEFORE_A_YEAR = ("IN", "SINCE", "MONTHNAME", "BORN", "FROM", "TO", "ON", "AFTER", "UNTIL")
"""Kinds of words behind which a year may be told in words."""
_FIRST_YEAR, _LAST_YEAR = 1940, 2049


def _continues(row: list[Word], at: int, value: int) -> tuple[int, int] | None:
    joints = [word.text for word in row[at : at + 3]]
    skip = 3 if joints == ["-", "et", "-"] else int(joints[:1] in (["-"], ["et"], ["and"]))
    if at + skip >= len(row) or "NUMWORD" not in row[at + skip]:
        return None
    more = int(row[at + skip]["NUMWORD"])
    tens = value % 100
    if skip and joints[0] == "and" and value < 100:
        return None
    if "et" in joints[:skip] and more not in (1, 11):
        return None
    if value >= 100 and tens == 0 and more < 100:
        return value + more, skip + 1
    if (
        20 <= tens <= 90
        and tens % 10 == 0
        and (more < 10 or (tens in (60, 80) and 10 <= more < 20))
        and more > 0
    ):
        return value + more, skip + 1
    if tens in (10, 70, 90) and value >= 10 and 7 <= more <= 9 and row[at - 1].text == "dix":
        return value + more, skip + 1
    if more == 100 and 2 <= value <= 9:
        return value * 100, skip + 1
    return None


def _with_fraction(row: list[Word], at: int, word: Word, size: int) -> tuple[Word, int]:
    after = row[at + size] if at + size < len(row) else None
    if after is None:
        return word, size
    if "HALF" in after and (after.text == "½" or after.text.startswith(("and", "n a", "et"))):
        return Word(word.start, after.end, word.text, {"NUM": word["NUM"] + 0.5}), size + 1
    if "POINTWORD" in after and at + size + 1 < len(row):
        decimal = row[at + size + 1]
        if "NUM" in decimal and 0 <= decimal["NUM"] <= 9 and word["NUM"] < 100 and "NUMWORD" in decimal:
            value = tidy(word["NUM"] + decimal["NUM"] / 10)
            return Word(word.start, decimal.end, word.text, {"NUM": value}), size + 2
    return word, size
