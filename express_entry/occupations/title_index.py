"""An index of job titles in memory: which titles share words with a text, and how well they cover each other.

Words are compared by stem, within each language. A word counts by its rarity (inverse document frequency);
what stands after " - " or in brackets counts less, and what stands in "(except …)" not at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]

QUALIFIER = 0.4
"""The weight in a title of a word after " - " or in brackets."""
KIN = 0.8
"""The weight of a word of the same family (accountant, accounting), times the share of letters in common."""
CLOSE = 0.68
"""The least similarity (optimal string alignment, 0 to 1) at which a word is taken for a misspelling."""
BEGINS = 0.8
"""The weight of a word that only begins like the one typed."""

_MARKS = ("", " - ", "(", "(except ", "(sauf ")
"""The tokens that open a new part of a title; the empty one stands for its end."""
_TOKEN = re.compile(r"[a-z0-9]+| - |\((?:except |sauf )?|$")
_FEMININE = (
    ("trices", "teur"),
    ("trice", "teur"),
    ("euses", "eur"),
    ("euse", "eur"),
    ("ieres", "ier"),
    ("iere", "ier"),
    ("iennes", "ien"),
    ("ienne", "ien"),
)


_PLAIN = {"’": "'", "‘": "'", "`": "'", "œ": "oe", "æ": "ae", "–": "-", "—": "-"}


def fold(text: str) -> str:
    """Lower case, without accents, with plain apostrophes and hyphens."""
    plain = text.lower()
    if plain.isascii():
        return plain.replace("`", "'")
    for sign, instead in _PLAIN.items():
        plain = plain.replace(sign, instead)
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()


def english_stem(word: str) -> str:
    """The word without plural, possessive and "-woman"."""
    if word.endswith(("woman", "women")):
        word = word[:-5] + "man"
    elif word.endswith("men") and len(word) > 4:
        word = word[:-3] + "man"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def french_stem(word: str, masculine: Mapping[str, str]) -> str:
    """The masculine singular of the word."""
    word = masculine.get(word, word)
    if len(word) > 3 and word.endswith(("s", "x")) and not word.endswith(("us", "is", "ss", "ois", "eux")):
        word = "al".join([word[:-3], ""]) if word.endswith("aux") and len(word) > 5 else word[:-1]
        word = masculine.get(word, word)
    for ending, instead in _FEMININE:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + instead
    if len(word) > 5 and word.endswith("ee"):
        return word[:-1]
    return word


class Title(NamedTuple):
    """A title of the index.

    Attributes:
        code: the unit group's, five digits.
        kind: ``i`` where the title illustrates the group, ``g`` where it is the group's own, ``n`` where only
            people use it, and empty otherwise.
        text: as shown.
        feminine: its feminine form, where it has one.
    """

    code: str
    kind: str
    text: str
    feminine: str


@dataclass(frozen=True)
class Term:
    """A word looked for: the stems that may stand for it with their likeness (0 to 1), and its weight."""

    stems: Mapping[int, float]
    weight: float


@dataclass(frozen=True)
class Found:
    """How well each title covers a text (``query``) and is covered by it (``title``), 0 to 1."""

    query: Floats
    title: Floats

    @cached_property
    def score(self) -> Floats:
        """Both in one number, 0 to 1: the text's words count a little more than the title's."""
        product: Floats = (self.query**1.2) * (0.35 + 0.65 * self.title)
        return product


class TitleIndex:
    """The titles of one language, in the order of their codes.

    Args:
        titles: what is found.
        folded: the same in the words under which they are found, folded.
        stem: takes the endings off a word.
        fillers: words that say nothing.
    """

    def __init__(
        self,
        titles: Sequence[Title],
        folded: Sequence[str],
        stem: Callable[[str], str],
        fillers: Iterable[str],
    ) -> None:
        self.titles = titles
        self.stem = stem
        self.fillers = frozenset(fillers)
        self.codes: list[str] = []
        starts: list[int] = []
        for place, title in enumerate(titles):
            if not self.codes or self.codes[-1] != title.code:
                self.codes.append(title.code)
                starts.append(place)
        self.starts = np.array(starts, np.int32)
        self.sizes = np.diff(np.append(self.starts, len(titles))).astype(np.float32)
        self.group = np.repeat(np.arange(len(starts), dtype=np.int32), np.diff([*starts, len(titles)]))
        self._index(folded)

    def _index(self, folded: Iterable[str]) -> None:
        tokens = chain.from_iterable(map(_TOKEN.findall, folded))
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        end, dash, bracket, but, sauf = (numbers[mark] for mark in _MARKS)
        seen = np.fromiter(map(numbers.__getitem__, tokens), np.int32)
        title = np.cumsum(seen == end, dtype=np.int32)
        aside = self._since(title, (seen == dash) | (seen == bracket))
        ignored = self._since(title, (seen == but) | (seen == sauf))

        self.vocabulary: dict[str, int] = {}
        stems = np.full(len(numbers), -1, np.int32)
        for token, number in numbers.items():
            if number > sauf and token not in self.fillers:
                stems[number] = self.vocabulary.setdefault(self.stem(token), len(self.vocabulary))
        self.words = list(self.vocabulary)
        word = stems[seen]
        keep = (word >= 0) & ~ignored
        weight = np.where(aside, np.float32(QUALIFIER), np.float32(1))[keep]
        key = word[keep].astype(np.int64) * len(self.titles) + title[keep]
        order = np.lexsort((-weight, key))
        key, weight = key[order], weight[order]
        first = np.append(True, key[1:] != key[:-1]) if len(key) else np.zeros(0, bool)
        key, self._weight = key[first], weight[first]
        self._title = (key % len(self.titles)).astype(np.int32)
        words = key // len(self.titles)
        self._start = np.searchsorted(words, np.arange(len(self.words) + 1)).astype(np.int32)
        self.frequency = np.diff(self._start)
        self.rarity = np.log(1 + len(self.titles) / (self.frequency + 1.0)).astype(np.float32)
        self._whole = np.bincount(
            self._title, self._weight * self.rarity[words], minlength=len(self.titles)
        ).astype(np.float32)
        self._whole[self._whole == 0] = np.inf
        self._families: dict[str, list[str]] = defaultdict(list)
        for known in self.words:
            if len(known) >= 4:
                self._families[known[:4]].append(known)

    @staticmethod
    def _since(title: Integers, mark: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Whether a mark came before, within the same title."""
        marks = np.cumsum(mark)
        begins = np.searchsorted(title, np.arange(title[-1] + 1 if len(title) else 0))
        before = np.where(begins > 0, marks[begins - 1], 0)
        return np.asarray(marks > before[title])

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in some title."""
        return self.stem(word) in self.vocabulary

    def kin(self, word: str) -> dict[int, float]:
        """The stem of a known word and those of its family, with their likeness."""
        stem = self.stem(word)
        found: dict[int, float] = {}
        if len(stem) >= 4:
            for other in self._families.get(stem[:4], ()):
                shared = _shared(stem, other)
                longest = max(len(stem), len(other))
                if shared >= 0.6 * longest and longest - shared <= 4:
                    found[self.vocabulary[other]] = KIN * shared / longest
        if stem in self.vocabulary:
            found[self.vocabulary[stem]] = 1.0
        return found

    def close(self, word: str) -> dict[int, float]:
        """The stems that a misspelt word may mean, with their likeness; frequent ones first."""
        stem = self.stem(word)
        if len(stem) < 4:
            return {}
        found = process.extract(
            stem, self.words, scorer=OSA.normalized_similarity, score_cutoff=CLOSE, limit=12
        )
        weighed = (
            (
                alike + 0.015 * float(np.log1p(self.frequency[place])) + 0.05 * (known[0] == stem[0]),
                alike,
                place,
            )
            for known, alike, place in found
        )
        ranked = sorted(weighed, reverse=True)[:3]
        best = ranked[0][0] if ranked else 0.0
        return {place: alike for rank, alike, place in ranked if rank > best - 0.1}

    def begins(self, word: str) -> dict[int, float]:
        """The stems that a shortened word may stand for: the most frequent ones that begin like it."""
        longer = (known for known in self._families.get(word[:4], ()) if known.startswith(word))
        places = sorted(
            map(self.vocabulary.__getitem__, longer), key=lambda place: -int(self.frequency[place])
        )
        return dict.fromkeys(places[:3], BEGINS) if len(word) >= 4 else {}

    def find(self, terms: Sequence[Term]) -> Found:
        """Compare all titles with the terms."""
        query = np.zeros(len(self.titles), np.float32)
        title = np.zeros(len(self.titles), np.float32)
        asked = 0.0
        for term in terms:
            rarity = self._rarity(term)
            asked += term.weight * rarity
            hit = np.zeros(len(self.titles), np.float32)
            part = np.zeros(len(self.titles), np.float32)
            for stem, alike in sorted(term.stems.items(), key=lambda item: item[1]):
                places = slice(self._start[stem], self._start[stem + 1])
                hit[self._title[places]] = alike * (0.6 + 0.4 * self._weight[places])
                part[self._title[places]] = alike * self._weight[places] * self.rarity[stem]
            query += term.weight * rarity * hit
            title += part
        return Found(query / max(asked, 1e-6), np.minimum(title / self._whole, 1))

    def likelihood(self, terms: Sequence[Term]) -> Floats:
        """How likely the terms are among the titles of each unit group (naive Bayes), 0 for the likeliest."""
        total = np.zeros(len(self.codes), np.float32)
        for term in terms:
            if not term.stems:
                continue
            counts = np.zeros(len(self.codes))
            everywhere = 0.0
            for stem, alike in term.stems.items():
                places = slice(self._start[stem], self._start[stem + 1])
                counts += np.bincount(
                    self.group[self._title[places]], alike * self._weight[places], len(self.codes)
                )
                everywhere += alike * float(self.frequency[stem])
            share = everywhere / len(self.titles)
            total += term.weight * np.log((counts + 10 * share + 0.02) / (self.sizes + 10) / (share + 1e-4))
        return np.asarray(total - total.max(), np.float32)

    def _rarity(self, term: Term) -> float:
        if not term.stems:
            return float(np.log(1 + len(self.titles)))
        return max(float(self.rarity[stem]) * alike for stem, alike in term.stems.items())


def _shared(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
