"""Sentences and reading grades of every text that people read, and the words of the glossary.

English: the grade of Flesch and Kincaid. French: the ease of Kandel and Moles (100 is easy). Syllables are
counted at the places where a word may be hyphenated. Both formulas need some text: of shorter ones only the
length of the sentences is measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyphen
from fluent.syntax import FluentParser, ast

from bot.languages import LANGUAGES
from bot.replies import CATALOGS
from express_entry.answers import answers

LONG = 20
"""Words from which on a sentence is long."""
ENOUGH = 20
"""Words that a text needs for its grade to mean something."""
GRADE, EASE = 8.0, 70.0
"""The highest grade of English and the lowest ease of French that are wished for."""
FOR_MACHINES = ("cli-", "http-", "watch-", "facts-", "problem-", "embed-")
"""Messages that only people who run or call the program read."""
GLOSSARY = Path(__file__).parents[2] / "docs/glossary.md"
_WORD = re.compile(r"[^\W_]+(?:[’'\-.,][^\W_]+)*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_FIGURE = re.compile(r"\{[^}]*\}")
_EXAMPLE = re.compile(r"example|^help$")
_NAMED = re.compile(r"\{[^}]*\}|https?://[^\s)]+|\d+(?:\.\d+)*")
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f,](?=\d)")
_END = re.compile(r"(?<=[.!?])[»”*)\s]+|\n+|;\s")


@dataclass(frozen=True)
class Text:
    """A message of the catalogs or an answer, one variant of it, without its markup; figures are "7"."""

    name: str
    lang: str
    text: str

    @property
    def sentences(self) -> list[list[str]]:
        """The words of each sentence; a line of a list is one."""
        found = (_WORD.findall(piece) for piece in _END.split(self.text))
        return [words for words in found if words]

    @property
    def longest(self) -> int:
        """How many words the longest sentence has."""
        return max((len(words) for words in self.sentences), default=0)

    @property
    def measured(self) -> bool:
        """Whether there is enough of it for a grade."""
        return sum(map(len, self.sentences)) >= ENOUGH

    @property
    def hardness(self) -> float:
        """The grade of English text; for French how far the ease is under 100. More is harder."""
        words = [word for sentence in self.sentences for word in sentence]
        length = len(words) / len(self.sentences)
        syllables = sum(_syllables(word.lower(), self.lang) for word in words) / len(words)
        if self.lang == "en":
            return 0.39 * length + 11.8 * syllables - 15.59
        return 100 - (207 - 1.015 * length - 73.6 * syllables)

    @property
    def hard(self) -> bool:
        """Whether it is harder to read than wished for."""
        return self.measured and self.hardness > (GRADE if self.lang == "en" else 100 - EASE)


def texts(lang: str) -> Iterator[Text]:
    """Everything that people read in a language."""
    for path in sorted((CATALOGS / lang).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value and not entry.id.name.startswith(FOR_MACHINES):
                for text in sorted(set(_variants(entry.value))):
                    yield Text(entry.id.name, lang, _plain(text))
    for each in answers().values():
        yield Text(each.id, lang, _plain(each.answer.of(lang)))


def figures(lang: str) -> Iterator[tuple[str, set[str]]]:
    """The numbers, named figures and addresses of every message and answer, but for examples."""
    for path in sorted((CATALOGS / lang).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value and not _EXAMPLE.search(entry.id.name):
                yield entry.id.name, _figures(" ".join(_variants(entry.value, "…")))
    for each in answers().values():
        for number, words in enumerate((each.answer, *each.variants)):
            yield f"{each.id}/{number}", _figures(words.of(lang))


def said_besides(lang: str) -> Iterator[Text]:
    """The questions on buttons, and what an answer says instead in some situations."""
    for each in answers().values():
        yield Text(f"{each.id}?", lang, each.question.of(lang))
        for variant in each.variants:
            yield Text(each.id, lang, _plain(variant.of(lang)))


def _figures(text: str) -> set[str]:
    return set(_NAMED.findall(_GROUPED.sub(".", text)))


def _variants(pattern: ast.Pattern, figure: str = "7") -> list[str]:
    """The texts a pattern may give: a variant of one choice at a time, and ``figure`` for all else."""
    found = [""]
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            choices = [element.value]
        elif isinstance(element, ast.Placeable) and isinstance(element.expression, ast.SelectExpression):
            choices = [
                text for variant in element.expression.variants for text in _variants(variant.value, figure)
            ]
        elif isinstance(element.expression, ast.StringLiteral):
            choices = [element.expression.value]
        else:
            choices = [figure]
        longest = max(choices, key=len)
        found = (
            [text + choice for text in found for choice in choices]
            if len(found) == 1
            else [text + longest for text in found]
        )
    return found


def _plain(text: str) -> str:
    return _FIGURE.sub("7", _LINK.sub(r"\1", text)).replace("**", "").replace("\u00a0", " ")


@cache
def _hyphens(lang: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang={"en": "en_US", "fr": "fr_FR"}[lang])


@cache
def _syllables(word: str, lang: str) -> int:
    return 1 + len(_hyphens(lang).positions(word))


@dataclass(frozen=True)
class Measured:
    """What the texts of a language come to, in shares of a hundred and words."""

    long_sentences: float
    hard_texts: float
    longest: int


def measure(lang: str) -> Measured:
    """The share of long sentences, of hard texts among those with enough words, and the longest sentence."""
    every = list(texts(lang))
    lengths = [len(words) for text in every for words in text.sentences]
    graded = [text for text in every if text.measured]
    return Measured(
        round(100 * sum(length > LONG for length in lengths) / len(lengths), 1),
        round(100 * sum(text.hard for text in graded) / len(graded), 1),
        max(lengths),
    )


def not_to_be_said(lang: str) -> dict[str, str]:
    """What the glossary says otherwise in this language: the pattern and what to say."""
    part = GLOSSARY.read_text(encoding="utf-8").split("\n## ")[1 + LANGUAGES.index(lang)]
    rows = [line.strip().strip("|").split("|") for line in part.splitlines() if line.startswith("| ")]
    return {
        word.strip(): say.strip()
        for say, instead, *_ in rows[1:]
        for word in instead.split(",")
        if word.strip() and not set(word.strip()) <= {"-"}
    }
