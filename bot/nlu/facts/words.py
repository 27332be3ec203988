"""A message as a row of known words, numbers and dates, each with its place in the text.

The word lists stand in ``data/nlu/lexicon``. Every word or phrase has kinds (``TEST``, ``YEARS``, ``NEG``),
some with a value. A row of words is also a string of one character for each word, so that the patterns in
the readers are plain regular expressions over kinds (:meth:`Lexicon.pattern`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

LEXICON = Path(__file__).parents[3] / "data" / "nlu" / "lexicon"

LONGEST = 4_000
"""Characters of a message that are read; longer messages do not reach the bot."""

UNKNOWN = "\ue000"
"""The code of a word that the lexicon does not know."""

Kinds = Mapping[str, Any]

_TOKEN = re.compile(
    r"""
    (?P<ymd>(?<![0-9])[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9]))
  | (?P<dmy>(?<![0-9])[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}(?![0-9]))
  | (?P<dmys>(?<![0-9/.,-])[0-9]{1,2}/[0-9]{1,2}/[1-9][0-9](?![0-9/.,]))
  | (?P<ym>(?<![0-9/.,-])(?:19|20)[0-9]{2}[-/](?:0[1-9]|1[0-2])(?![-0-9/]))
  | (?P<my>(?<![0-9/.,])(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}(?![0-9/]))
  | (?P<thousands>(?<![0-9.,])[0-9]{1,3}(?:\ 000)+(?![0-9])
      |(?<![0-9.,])[0-9]{1,3}(?:\ [0-9]{3})+(?=\ ?(?:\$|cad|dollar|eur|€|cfa|fcfa|f\ cfa|usd|naira|dh))
      |(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3}){1,2}(?![0-9,])
      |(?<![0-9.,])[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9,])
      |(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9.]))
  | (?P<decimal>[0-9]{1,9}\.[0-9]{1,2}(?![0-9])(?!\.[0-9])
      |(?<![0-9],)[0-9]{1,9},(?:[05]|25|75)(?![0-9])(?!,[0-9]))
  | (?P<int>[0-9]{1,12})
  | (?P<elided>(?:qu|jusqu|lorsqu|puisqu|[cdjlmnst])'(?=[^\W\d_]))
  | (?P<word>[^\W\d_]+?(?=n't\b)|n't\b|'(?:s|m|re|ve|ll|d)\b|[^\W\d_]+)
  | (?P<mark>[^\s\w]|[\n_])
    """,
    re.VERBOSE,
)
_MARKS = {
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
    "–": "DASH",
    "—": "DASH",
    "(": "OPEN",
    ")": "CLOSE",
    "+": "PLUS",
    "।": "STOP",
    "*": "COMMA",
    '"': "QUOTE",
}
_WITH_YEAR, _WITH_FOUR, _WITH_FIVE = (
    frozenset({"NUM", "YEARNUM", "FOUR"}),
    frozenset({"NUM", "FOUR"}),
    frozenset({"NUM", "FIVE"}),
)
_PLAIN = frozenset({"NUM"})
_TYPO_KINDS = frozenset(
    {
        "ABILITY",
        "DEGREE",
        "EXPERIENCE",
        "MARITAL",
        "MONTHS",
        "MONTHNAME",
        "NUMWORD",
        "PARTNER",
        "SIBLING",
        "YEARS",
    }
    | {
        "WORK",
        "DIPLOMA",
        "TRADE_CERTIFICATE",
        "OVERALL",
        "CANADA",
        "PROVINCE",
        "CANADIAN",
        "NOMINATED",
        "CITIZENPR",
    }
)
_SHORTEST_TYPO = 5
LETTERS = r"[^\W\d_]+"
_VOWELS = frozenset("aeiouy")


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
        elif character.isspace() and character != "\n":
            folded = " "
        elif character.isdecimal():
            folded = str(unicodedata.decimal(character))
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
    """``text`` in lower case, without accents, with plain quotes and digits; as long as before."""
    return text.translate(_FOLD)


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


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    text: str
    group: str


def _tokens(text: str) -> list[_Token]:
    return [_Token(m.start(), m.end(), m.group(), m.lastgroup or "") for m in _TOKEN.finditer(text)]


def _number(token: _Token) -> Kinds:
    if token.group == "int":
        value = int(token.text)
        length = len(token.text)
        if length == 4 and 1930 <= value <= 2099:
            return {"NUM": value, "YEARNUM": value, "FOUR": token.text}
        if length == 4:
            return {"NUM": value, "FOUR": token.text}
        return {"NUM": value, "FIVE": token.text} if length == 5 else {"NUM": value}
    if token.group == "decimal":
        return {"NUM": tidy(float(token.text.replace(",", ".")))}
    return {"NUM": int(re.sub("[^0-9]", "", token.text))}


def tidy(number: float) -> float:
    """A whole number as int, any other rounded to two places."""
    return int(number) if number == int(number) else round(number, 2)


def _date_parts(token: _Token) -> Kinds:
    parts = tuple(int(part) for part in re.split("[-/.]", token.text))
    if token.group in ("my", "ym"):
        return {"DATE": parts if token.group == "ym" else parts[::-1], "ORDER": "ym", "MONTHDATE": True}
    return {"DATE": parts if token.group == "ymd" else parts[::-1], "ORDER": token.group}


def _key(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase; one that ends in an elision ("pas d'") is never the end of a text."""
    if phrase.endswith("'"):
        return tuple(token.text for token in _tokens(f"{fold(phrase)}x"))[:-1]
    return tuple(token.text for token in _tokens(fold(phrase)))


@dataclass
class Lexicon:
    """The words of one language, and the patterns over their kinds."""

    lang: str
    phrases: dict[str, dict[tuple[str, ...], dict[str, Any]]] = field(default_factory=dict)
    cased: dict[tuple[str, ...], dict[str, dict[str, Any]]] = field(default_factory=dict)
    codes: dict[frozenset[str], str] = field(default_factory=dict)
    typos: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)

    @classmethod
    def load(cls, lang: str) -> Lexicon:
        """Read the word lists of ``lang``.

        Raises:
            yaml.YAMLError: a list cannot be read.
        """
        lexicon = cls(lang)
        for name in ("shared", "places", "jobs", lang):
            listing = yaml.load((LEXICON / f"{name}.yml").read_text("utf-8"), yaml.BaseLoader)
            for kind, entries in listing.items():
                values = entries.items() if isinstance(entries, dict) else [(True, entries)]
                for value, phrases in values:
                    for phrase in phrases:
                        lexicon._add(phrase, kind, value)
                        if name == lang:
                            lexicon.own.update(re.findall(LETTERS, fold(phrase)))
        for names in (Locale(code).territories.items() for code in ("en", "fr")):
            for code, name in names:
                if len(code) == 2 and code.isalpha() and code != "CA":
                    lexicon._add(name, "FOREIGN", True)
        for order in permutations("lrws"):
            lexicon._add("".join(order), "ABILITY_ORDER", "".join(order))
        lexicon._deny()
        lexicon._number_the_kinds()
        lexicon._collect_typos()
        return lexicon

    def _add(self, phrase: str, kind: str, value: Any) -> None:
        exact = phrase.startswith("=") and len(phrase) > 1
        spelled = phrase[1:] if exact else phrase
        key = _key(spelled)
        if len(key) > 1 and "à" in spelled:
            self._add(phrase.replace("à", "a"), kind, value)
        if exact:
            self.cased.setdefault(key, {}).setdefault(spelled, {})[kind] = value
        else:
            self.phrases.setdefault(key[0], {}).setdefault(key, {})[kind] = value
            self.sizes[key[0]] = max(self.sizes.get(key[0], 0), len(key))

    def _deny(self) -> None:
        """Phrases that say no ("I don't have", "pas encore") deny what follows them."""
        for phrases in self.phrases.values():
            for key, kinds in phrases.items():
                unfinished = "IN_PROGRESS" in kinds and key[0] in ("not", "pas", "non", "yet")
                if unfinished or "NOTYET" in kinds or ("NO" in kinds and len(key) > 1):
                    kinds["NEG"] = True

    def _number_the_kinds(self) -> None:
        known: set[frozenset[str]] = {frozenset(), _WITH_YEAR, _WITH_FOUR, _WITH_FIVE, _PLAIN}
        known |= {
            frozenset({"DATE", "ORDER"}),
            frozenset({"DATE", "ORDER", "MONTHDATE"}),
            frozenset({"NUM", "NUMWORD"}),
        }
        known |= {frozenset({mark}) for mark in (*_MARKS.values(), "DOT", "OTHERMARK")}
        for phrases in self.phrases.values():
            known |= {frozenset(kinds) for kinds in phrases.values()}
            known |= {frozenset(kinds) | {"NUM"} for kinds in phrases.values() if "NUMWORD" in kinds}
        for spellings in self.cased.values():
            known |= {frozenset(kinds) for kinds in spellings.values()}
        self.codes = {kinds: chr(0xE000 + number) for number, kinds in enumerate(sorted(known, key=sorted))}

    def _collect_typos(self) -> None:
        for phrases in self.phrases.values():
            for key, kinds in phrases.items():
                if (
                    len(key) == 1
                    and len(key[0]) >= _SHORTEST_TYPO
                    and key[0].isalpha()
                    and _TYPO_KINDS & kinds.keys()
                ):
                    for shorter in _without_one(key[0]):
                        self.typos.setdefault(shorter, key[0])

    def pattern(self, source: str) -> re.Pattern[str]:
        """A regular expression over words: ``IAM ABOUT? (?P<n>NUM) YEARS? OLD``.

        A name in capitals is one word of that kind, ``~NAME`` one word of any other kind, ``ANY`` any word
        inside a sentence; spaces do not count, all else is as in :mod:`re`.
        """

        def of(names: Iterable[str], negated: bool) -> str:
            chosen = {code for kinds, code in self.codes.items() if kinds & set(names)}
            return (
                f"[{'^' if negated else ''}{''.join(sorted(chosen))}]"
                if chosen
                else ("." if negated else "(?!)")
            )

        def replace(match: re.Match[str]) -> str:
            name = match["name"]
            if name == "ANY":
                return of(("STOP", "QUESTION"), True)
            return of(name.split("_OR_"), bool(match["not"]))

        return re.compile(re.sub(r"(?P<not>~?)(?P<name>\b[A-Z][A-Z_]+\b)", replace, source).replace(" ", ""))

    def words(self, text: str) -> list[Word]:
        """The known words, numbers and marks of ``text`` in their order; unknown words have no kinds."""
        folded = fold(text[:LONGEST])
        shouted = sum(map(str.isupper, text)) > sum(map(str.islower, text))
        return list(_merged(self._phrases(_tokens(folded), text, shouted, len(folded))))

    def _phrases(self, tokens: list[_Token], text: str, shouted: bool, length: int) -> Iterator[Word]:
        at = 0
        while at < len(tokens):
            size, kinds = self._longest(tokens, at, text, shouted)
            if not size:
                size, kinds = 1, self._single(tokens, at, length)
            first, last = tokens[at], tokens[at + size - 1]
            yield Word(first.start, last.end, " ".join(token.text for token in tokens[at : at + size]), kinds)
            at += size

    def _longest(self, tokens: list[_Token], at: int, text: str, shouted: bool) -> tuple[int, Kinds]:
        known = self.phrases.get(tokens[at].text)
        best, found = 0, {}
        if known is not None:
            spaced = at + 1 < len(tokens) and tokens[at + 1].start > tokens[at].end
            most = min(self.sizes[tokens[at].text], len(tokens) - at)
            row = tuple(token.text for token in tokens[at : at + most])
            for size in range(most, 0, -1):
                kinds = known.get(row[:size])
                if kinds is not None and not (spaced and "CEFR" in kinds):
                    best, found = size, kinds
                    break
        if not shouted:
            for size in range(min(3, len(tokens) - at), max(best, 1) - 1, -1):
                spellings = self.cased.get(tuple(token.text for token in tokens[at : at + size]))
                spelled = text[tokens[at].start : tokens[at + size - 1].end]
                if spellings and spelled in spellings:
                    return size, spellings[spelled]
        return best, {**found, "NUM": int(found["NUMWORD"])} if "NUMWORD" in found else found

    def _single(self, tokens: list[_Token], at: int, length: int) -> Kinds:
        token = tokens[at]
        if token.group in ("ymd", "dmy", "dmys", "ym", "my"):
            return _date_parts(token)
        if token.group in ("int", "decimal", "thousands"):
            return _number(token)
        if token.group == "mark":
            if token.text == ".":
                ends = token.end >= length or at + 1 == len(tokens) or tokens[at + 1].start > token.end
                return {"STOP": True} if ends else {"DOT": True}
            return {_MARKS.get(token.text, "OTHERMARK"): True}
        return self._typo(token.text)

    def _typo(self, token: str) -> Kinds:
        if len(token) < _SHORTEST_TYPO or len(token) > 20:
            return {}
        key = next((key for key in _near(token, self.typos, self.phrases) if _is_typo(token, key)), None)
        if key is None:
            return {}
        kinds = self.phrases[key][(key,)]
        return {**kinds, "NUM": int(kinds["NUMWORD"])} if "NUMWORD" in kinds else kinds


def _without_one(word: str) -> Iterator[str]:
    return (word[:n] + word[n + 1 :] for n in range(len(word)))


def _near(token: str, typos: Mapping[str, str], keys: Mapping[str, Any]) -> Iterator[str]:
    """Words of the lexicon that one slip of the finger may have turned into ``token``."""
    if token in typos:
        yield typos[token]
    for shorter in _without_one(token):
        if len(shorter) >= _SHORTEST_TYPO and (shorter,) in keys.get(shorter, ()):
            yield shorter
        if shorter in typos:
            yield typos[shorter]


def _is_typo(token: str, word: str) -> bool:
    """A letter too few or too many after the first, two changed places, or one vowel for another."""
    if token[0] != word[0] or not token.isalpha():
        return False
    if len(token) != len(word):
        return abs(len(token) - len(word)) == 1 and not (token + "s" == word or word + "s" == token)
    wrong = [n for n in range(len(word)) if token[n] != word[n]]
    if len(wrong) == 1:
        return {token[wrong[0]], word[wrong[0]]} <= _VOWELS
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and token[wrong[0]] == word[wrong[1]]
        and token[wrong[1]] == word[wrong[0]]
    )


def _merged(words: Iterator[Word]) -> Iterator[Word]:
    """Join spelled numbers: twenty-nine, quatre-vingt-dix, six point five, two and a half."""
    row = list(words)
    at = 0
    while at < len(row):
        word = row[at]
        size = 1
        if "NUMWORD" in word:
            value = int(word["NUMWORD"])
            while (step := _continues(row, at + size, value)) is not None:
                value, size = step[0], size + step[1]
            if size > 1:
                last = row[at + size - 1]
                word = Word(word.start, last.end, f"{word.text} …", {"NUM": value})
        if "NUM" in word:
            word, size = _with_fraction(row, at, word, size)
        yield word
        at += size


def _continues(row: list[Word], at: int, value: int) -> tuple[int, int] | None:
    skip = 0
    if at < len(row) and (row[at].text in ("-", "et", "and")):
        skip = 1
    if at + skip >= len(row) or "NUMWORD" not in row[at + skip]:
        return None
    more = int(row[at + skip]["NUMWORD"])
    tens = value % 100
    if skip and row[at].text == "and" and value < 100:
        return None
    if skip and row[at].text == "et" and more not in (1, 11):
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
    if "HALF" in after and (after.text == "½" or after.text.startswith(("and", "et"))):
        return Word(word.start, after.end, word.text, {"NUM": word["NUM"] + 0.5}), size + 1
    if "POINTWORD" in after and at + size + 1 < len(row):
        decimal = row[at + size + 1]
        if "NUM" in decimal and 0 <= decimal["NUM"] <= 9 and word["NUM"] < 100 and "NUMWORD" in decimal:
            value = tidy(word["NUM"] + decimal["NUM"] / 10)
            return Word(word.start, decimal.end, word.text, {"NUM": value}), size + 2
    return word, size


@lru_cache(maxsize=2)
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, read once."""
    return Lexicon.load(lang)
