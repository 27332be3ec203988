"""Finding the occupation: which unit groups of the NOC a job title may mean, and how sure that is.

``search`` takes what people type: a title in English or French, with spelling mistakes, abbreviations
("sr", "RN", "SDE"), seniority, an employer after "at" or "chez", or a code: five digits, four digits of
NOC 2016, or 00018. It compares the text with the titles of the classification and the names of
``data/noc/names.tsv``, and ranks the unit groups with weights learned on a development set
(``data/noc/weights.json``). Duties are not looked at: each match links to the official page, which says them.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from express_entry.noc import DATA, Classification, classification, rows
from express_entry.title_index import (
    Floats,
    Found,
    Term,
    Title,
    TitleIndex,
    english_stem,
    fold,
    french_stem,
)

LANGUAGES = ("en", "fr")
CANDIDATES = 24
"""How many unit groups are compared closely."""
SURE = 0.8
"""The confidence from which no question is needed."""
PLAUSIBLE = 0.1
"""The least confidence of a match that a question names."""
EXACT = 0.97
"""The confidence in the unit group of a title that was typed as the classification writes it."""
LONGEST = 400
"""Characters of a text that are read; a job title is shorter."""

ASIDE, TAIL, LEVEL = 0.75, 0.3, 0.2
"""Weights of a word after a comma or in brackets, after "at" or "chez", and of one that says seniority."""

_CODE = re.compile(r"(?<![\w.])(\d{4,5})(?:\s*[-/ ]?\s*(?:\(?(?:level|niveau)?\s*[0abcd]\)?))?(?![\w%])", re.I)
_LEVEL = re.compile(r"(?:skill\s+)?(?:level|type|niveau|genre)(?:\s+de\s+competence)?\s+([0abcd])\b|^noc\s+([0abcd])$")
_SPLIT = re.compile(r"\s+[-|:•]+\s+|[,;(\[\]@|]|\)")
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Match:
    """A unit group that a text may mean.

    Attributes:
        code: five digits.
        teer: training, education, experience and responsibilities category, 0 to 5.
        skilled: whether the work counts as skilled for Express Entry (TEER 0 to 3).
        matched: the title that is closest to the text, as the classification or people write it.
        confidence: 0 to 1, how likely it is that this is the unit group meant.
        categories: the Express Entry categories that list the code.
        urls: the official page, by language.
    """

    code: str
    title_en: str
    title_fr: str
    teer: int
    skilled: bool
    matched: str
    confidence: float
    categories: tuple[str, ...]
    urls: Mapping[str, str]

    def title(self, lang: str) -> str:
        """The unit group's title in ``lang`` ("en" or "fr")."""
        return self.title_fr if lang == "fr" else self.title_en

    def url(self, lang: str) -> str:
        """The official page in ``lang`` ("en" or "fr")."""
        return self.urls["fr" if lang == "fr" else "en"]


@dataclass(frozen=True)
class Option:
    """One answer to a question: a unit group and the words of its title that set it apart."""

    code: str
    words_en: str
    words_fr: str

    def words(self, lang: str) -> str:
        """The words in ``lang`` ("en" or "fr")."""
        return self.words_fr if lang == "fr" else self.words_en


@dataclass(frozen=True)
class Question:
    """Which of two or three unit groups is meant. The sentence is the catalog's: ``id`` is its message."""

    id: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class _Reading:
    """A text as one language reads it: its words looked for, in order, with the head word and a plain form."""

    terms: tuple[Term, ...]
    head: int | None
    plain: str
    known: float


@dataclass(frozen=True)
class _Candidate:
    code: str
    place: int
    features: tuple[float, ...]


FEATURES = (
    "query_covered",
    "title_covered",
    "score",
    "same_words",
    "likelihood",
    "group_title",
    "mean_of_three",
    "illustrative",
    "used_by_people",
    "spelled_alike",
    "same_head",
    "manages_not_asked",
    "manages_missing",
    "supervises_not_asked",
    "supervises_missing",
    "size",
    "vote",
)
"""What is known of a unit group when it is ranked, in the order of the weights."""


class _Language:
    """The titles and words of one language."""

    def __init__(self, lang: str, groups: Classification) -> None:
        self.lang = lang
        masculine = {word: instead for word, instead in rows("feminine.tsv.gz")} if lang == "fr" else {}
        stem: Callable[[str], str] = partial(french_stem, masculine=masculine) if lang == "fr" else english_stem
        self.rewrites: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
        self.kinds: dict[str, set[str]] = {kind: set() for kind in ("filler", "level", "tail", "manages", "supervises")}
        self.signs: list[tuple[str, str]] = []
        for spoken, kind, word, instead in rows("words.tsv"):
            if spoken not in (lang, "*"):
                continue
            if kind in self.kinds:
                self.kinds[kind].update(word.split(" "))
            elif _WORD.fullmatch(word.replace(" ", "")):
                self.rewrites[tuple(word.split(" "))] = tuple(
                    tuple(choice.split(" ")) for choice in instead.split(" | ")
                )
            else:
                self.signs.append((word, instead))
        self.longest = max((len(words) for words in self.rewrites), default=1)
        titles = [Title(*row) for row in rows(f"titles.{lang}.tsv.gz")]
        titles += [Title(code, "n", text, "") for code, spoken, text in rows("names.tsv") if spoken == lang]
        titles += [Title(group.code, "g", group.title(lang), "") for group in groups.groups.values()]
        titles.sort(key=lambda title: title.code)
        self.index = TitleIndex(titles, stem, self.kinds["filler"])
        self.exact = {fold(form): place for place, title in enumerate(titles) for form in title[2:] if form}
        self.kind = np.array([title.kind for title in titles])
        self.names_group = np.flatnonzero(self.kind == "g")

    def read(self, text: str) -> _Reading:
        """The words to look for in a text."""
        folded = f" {fold(text)} "
        for sign, instead in self.signs:
            folded = folded.replace(f" {sign} ", f" {instead} ")
        words: list[tuple[str, float]] = []
        tail = False
        for number, part in enumerate(_SPLIT.split(folded)):
            tail = tail and number > 0
            for word in self._rewritten(_WORD.findall(part)):
                if word in self.kinds["tail"] and words:
                    tail = True
                elif word not in self.kinds["filler"]:
                    words.append((word, TAIL if tail else ASIDE if number and words else 1.0))
            tail = False
        return self._terms(words)

    def _rewritten(self, words: list[str]) -> list[str]:
        done: list[str] = []
        place = 0
        while place < len(words):
            for length in range(min(self.longest, len(words) - place), 0, -1):
                choices = self.rewrites.get(tuple(words[place : place + length]))
                if choices:
                    done += ["|".join(choice) for choice in zip(*choices, strict=False)] if len(choices) > 1 else choices[0]
                    place += length
                    break
            else:
                done.append(words[place])
                place += 1
        return done

    def _terms(self, words: list[tuple[str, float]]) -> _Reading:
        terms: list[Term] = []
        plain: list[str] = []
        heads: list[int] = []
        known = asked = 0.0
        seen: set[str] = set()
        for word, weight in words:
            if word in seen or (word.isdigit() and len(word) < 4) or len(word) == 1:
                continue
            seen.add(word)
            level = word in self.kinds["level"]
            weight *= LEVEL if level else 1.0
            stems: dict[int, float] = {}
            for choice in word.split("|"):
                stems.update(self.index.kin(choice) if self.index.knows(choice) else {})
            asked += weight
            known += weight if stems else 0
            if not stems and weight > TAIL:
                stems = self.index.close(word) or self.index.begins(word)
            if not stems:
                if weight > TAIL and not level:
                    terms.append(Term({}, weight * 0.5))
                continue
            best = max(stems, key=lambda stem: stems[stem])
            plain.append(self.index.words[best])
            terms.append(Term(stems, weight))
            if weight == 1.0:
                heads.append(best)
        head = (heads[0] if self.lang == "fr" else heads[-1]) if heads else None
        return _Reading(tuple(terms), head, " ".join(plain), known / asked if asked else 0.0)

    def candidates(self, reading: _Reading) -> list[_Candidate]:
        """The unit groups whose titles are closest, with what is known of each."""
        if not any(term.stems for term in reading.terms):
            return []
        index = self.index
        found = index.find(reading.terms)
        likely = index.likelihood(reading.terms)
        best = np.maximum.reduceat(found.score, index.starts)
        mixed = best + 0.03 * np.maximum(likely, -12)
        chosen = np.argsort(-mixed, kind="stable")[:CANDIDATES]
        chosen = chosen[best[chosen] > 0]
        named = np.zeros(len(index.codes), np.float32)
        named[index.group[self.names_group]] = found.score[self.names_group]
        covered = (found.query >= 0.97 * found.query.max()).astype(np.float32)
        votes = np.add.reduceat(covered, index.starts)
        asked = {word for word in reading.plain.split()}
        manages = bool(asked & self.kinds["manages"])
        supervises = bool(asked & self.kinds["supervises"])
        return [
            self._candidate(int(group), reading, found, float(likely[group]), float(named[group]),
                            float(votes[group] / votes.sum()), manages, supervises)
            for group in chosen
        ]

    def _candidate(
        self,
        group: int,
        reading: _Reading,
        found: Found,
        likely: float,
        named: float,
        vote: float,
        manages: bool,
        supervises: bool,
    ) -> _Candidate:
        index = self.index
        start = int(index.starts[group])
        scores: Floats = found.score[start : start + int(index.sizes[group])]
        order = np.argsort(-scores, kind="stable")[:3]
        place = start + int(order[0])
        title = index.titles[place]
        code = index.codes[group]
        score = float(scores[order[0]])
        words = [index.stem(word) for word in _WORD.findall(fold(title.text)) if word not in self.kinds["filler"]]
        plain = " ".join(words)
        head = index.words[reading.head] if reading.head is not None else ""
        boss, chief = code[1] == "0", code[1] == "2" and code[2] == "0"
        return _Candidate(
            code,
            place,
            (
                float(found.query[place]),
                float(found.title[place]),
                score,
                float(found.query[place] > 0.98 and found.title[place] > 0.98),
                max(likely, -12.0) / 4,
                named,
                float(scores[order].mean()),
                score * (title.kind == "i"),
                score * (title.kind == "n"),
                fuzz.token_sort_ratio(reading.plain, plain) / 100,
                float(head in words),
                float(boss and not manages),
                float(manages and not boss),
                float(chief and not supervises),
                float(supervises and not chief),
                math.log(float(index.sizes[group])) / 4,
                vote,
            ),
        )


@lru_cache(maxsize=2)
def load(lang: str = "en") -> _Language:
    """The index of one language, built once; ``search`` builds what it needs by itself."""
    return _Language(lang, classification())


@dataclass(frozen=True)
class _Weights:
    """What was learned: a weight for each of ``FEATURES``, and how sure to be (bias, odds, words covered)."""

    ranking: NDArray[np.float64]
    sure: tuple[float, float, float]


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    learned = json.loads((DATA / "weights.json").read_text(encoding="utf-8"))
    ranking = np.array([learned["ranking"][name] for name in FEATURES], np.float64)
    bias, odds, covered = (float(learned["sure"][name]) for name in ("bias", "odds", "covered"))
    return _Weights(ranking, (bias, odds, covered))


def _ranked(candidates: Sequence[_Candidate], covered: float) -> list[tuple[_Candidate, float]]:
    """The candidates with the confidence in each, best first."""
    weights = _weights()
    scores = np.array([candidate.features for candidate in candidates], np.float64) @ weights.ranking
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    top = min(float(shares.max()), 0.999)
    odds = weights.sure[0] + weights.sure[1] * math.log(top / (1 - top)) + weights.sure[2] * covered
    scale = 1 / (1 + math.exp(-odds)) / top
    order = np.argsort(-scores, kind="stable")
    return [(candidates[place], min(float(shares[place]) * scale, 0.99)) for place in order]


def _language(text: str, lang: str) -> tuple[_Language, _Reading]:
    """The language in which a text is looked up: the one asked for, unless only the other knows its words."""
    asked = load(lang)
    reading = asked.read(text)
    if reading.known >= 0.5:
        return asked, reading
    other = load("en" if lang == "fr" else "fr")
    second = other.read(text)
    return (other, second) if second.known > reading.known + 0.2 else (asked, reading)


def _shown(title: Title, text: str) -> str:
    """The form of a title, masculine or feminine, that is closer to what was typed."""
    if not title.feminine:
        return title.text
    typed = fold(text)
    return max((title.text, title.feminine), key=lambda form: fuzz.ratio(typed, fold(form)))


def _match(code: str, matched: str, confidence: float, on: date | None) -> Match:
    groups = classification()
    group = groups.groups[code]
    return Match(
        code=code,
        title_en=group.title_en,
        title_fr=group.title_fr,
        teer=group.teer,
        skilled=groups.skilled(code),
        matched=matched,
        confidence=round(confidence, 3),
        categories=groups.categories_of(code, on),
        urls={lang: groups.url(code, lang) for lang in LANGUAGES},
    )


def codes_in(text: str) -> tuple[str, ...]:
    """The codes that a text names: five digits, four of NOC 2016 ("0213", "2174-A"), or 00018.

    Numbers that no edition knows are left out.
    """
    groups = classification()
    found = (match[1] for match in _CODE.finditer(text))
    return tuple(dict.fromkeys(code for code in found if groups.now(code)))


def teers_of_level(text: str) -> tuple[int, ...]:
    """The TEER categories that a NOC 2016 skill level means ("skill level B", "niveau A", "NOC 0"); or none.

    A guide only: level B split into TEER 2 and 3, and single groups moved, so the code decides.
    """
    found = _LEVEL.search(fold(text.strip()))
    return classification().levels[(found[1] or found[2]).upper()] if found else ()


def _of_codes(codes: Sequence[str], lang: str, on: date | None) -> Iterator[Match]:
    groups = classification()
    now = {each: code for code in reversed(codes) for each in reversed(groups.now(code))}
    for each in dict.fromkeys(each for code in codes for each in groups.now(code)):
        before = groups.old.get(now[each])
        named = (before.title_fr if lang == "fr" else before.title_en) if before else ""
        yield _match(each, named or groups.groups[each].title(lang), 1 / len(now), on)


def search(text: str, lang: str = "en", limit: int = 5, on: date | None = None) -> tuple[Match, ...]:
    """The unit groups that a job title or code may mean, best first; none if nothing comes near.

    Args:
        text: what the person typed. Only the first 400 characters are read.
        lang: "en" or "fr", the language to look in first.
        limit: the most matches to give.
        on: the day for which ``categories`` are told; without it, those of the latest known lists.
    """
    if limit < 1:
        return ()
    text = text[:LONGEST]
    groups = classification()
    codes = codes_in(text)
    if codes:
        return tuple(_of_codes(codes, lang, on))[:limit]
    language, reading = _language(text, lang)
    candidates = language.candidates(reading)
    if not candidates:
        return ()
    covered = max(candidate.features[0] for candidate in candidates)
    ranked = _ranked(candidates, covered)
    exact = language.exact.get(fold(text.strip()))
    if exact is not None:
        code = language.index.titles[exact].code
        ranked = [
            (_Candidate(code, exact, ()), EXACT),
            *((other, confidence * (1 - EXACT)) for other, confidence in ranked if other.code != code),
        ]
    return tuple(
        _match(candidate.code, _shown(language.index.titles[candidate.place], text), confidence, on)
        for candidate, confidence in ranked[:limit]
    )
