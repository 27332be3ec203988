"""Reading a job title as one language does, and ranking the unit groups that it may mean.

What is read: synonyms and abbreviations (``data/noc/words.tsv``), seniority, and what stands after "at" or
"chez".
Unit groups are ranked by ``FEATURES``, each with a weight learned on the development set
(``data/noc/weights.json``, made by ``tools/noc/weights.py``).
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from express_entry.occupations.noc import DATA, classification, rows
from express_entry.occupations.title_index import (
    Floats,
    Found,
    Term,
    Title,
    TitleIndex,
    english_stem,
    fold,
    french_stem,
)
from express_entry.vocabulary import FRENCH

CANDIDATES = 24
"""How many unit groups are compared closely."""
ASIDE, TAIL, LEVEL = 0.75, 0.3, 0.2
"""Weights of a word after a comma or in brackets, after "at" or "chez", and of one that says seniority."""
MISSPELT = 0.7
"""How far a word counts as known that is only close to one."""
MOST = 0.96
"""The most that one can be sure of a title that has to be ranked."""
KINDS = ("filler", "talk", "level", "tail", "alone", "wide", "manages", "supervises")
"""What a word of ``words.tsv`` can be besides another word's stand-in."""

_SPLIT = re.compile(r"\s+[-|:•]+\s+|[,;(\[\]@|]|\)")
_WORD = re.compile(r"[a-z0-9]+")

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


@dataclass(frozen=True)
class Reading:
    """A text as one language reads it.

    Attributes:
        terms: the words looked for.
        head: the number of the word that says what the work is.
        plain: the words as the titles write them.
        known: the share of the words that titles have, 0 to 1.
    """

    terms: tuple[Term, ...]
    head: int | None
    plain: str
    known: float


@dataclass(frozen=True)
class Candidate:
    """A unit group, the place in the index of the title that is closest, and what is known of it."""

    code: str
    place: int
    features: tuple[float, ...]


class Titles:
    """The titles and words of one language ("en" or "fr")."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._kinds: dict[str, set[str]] = {kind: set() for kind in KINDS}
        self._signs: list[tuple[str, str]] = []
        self._rewrites: dict[tuple[str, ...], tuple[str, ...]] = {}
        for spoken, kind, word, instead in rows("words.tsv"):
            if spoken not in (lang, "*"):
                continue
            if kind in self._kinds:
                self._kinds[kind].update(word.split(" "))
            elif _WORD.fullmatch(word.replace(" ", "")):
                self._rewrites[tuple(word.split(" "))] = _stand_ins(instead)
            else:
                self._signs.append((word, instead))
        for said, means in list(self._rewrites.items()):
            if len(said) == 1 and said[0].isalpha():
                self._rewrites.setdefault((f"{said[0]}s",), means)  # « les kinés »
        self._longest = max(map(len, self._rewrites), default=1)

        groups = classification().groups.values()
        same = {group.code: group.code for group in groups}
        titles = [Title(same[code], *row) for code, *row in rows(f"titles.{lang}.tsv.gz")]
        titles += [
            Title(same[code], "n", text, "") for code, spoken, text in rows("names.tsv") if spoken == lang
        ]
        titles += [Title(group.code, "g", group.title(lang), "") for group in groups]
        titles.sort(key=lambda title: title.code)
        folded = fold("\n".join(title.text for title in titles)).split("\n")
        feminine = fold("\n".join(title.feminine for title in titles)).split("\n")
        self._exact: dict[str, int] = {}
        self._exact_too: defaultdict[str, list[int]] = defaultdict(list)
        for place, forms in enumerate(zip(folded, feminine, strict=True)):
            for form in {*forms} - {""}:
                if self._exact.setdefault(form, place) != place:
                    self._exact_too[form].append(place)
        found_by = [
            self._as_titles_say(text) if title.kind == "n" else text
            for title, text in zip(titles, folded, strict=True)
        ]
        masculine = dict(rows("feminine.tsv.gz")) if lang == "fr" else {}
        stem = partial(french_stem, masculine=masculine) if lang == "fr" else english_stem
        self.index = TitleIndex(titles, found_by, stem, self._kinds["filler"])
        self._named = np.flatnonzero([title.kind == "g" for title in titles])

    def exact(self, text: str) -> list[int]:
        """The places of the titles that are written like the text, one for each unit group.

        Where the classification and people mean different groups by a title, people's comes first. A
        feminine form that no title has is read as its masculine.
        """
        form = fold(text.strip())
        if form not in self._exact and self.lang == FRENCH:
            form = " ".join(map(self.index.stem, form.split()))
        if form not in self._exact:
            return []
        titles = self.index.titles
        places = (self._exact[form], *self._exact_too.get(form, ()))
        by_code: dict[str, int] = {}
        for place in sorted(places, key=lambda place: titles[place].kind != "n"):
            by_code.setdefault(titles[place].code, place)
        return list(by_code.values())

    def names_work(self, text: str) -> bool:
        """Whether the text says what the work is: "intern" and "self-employed" do not.

        Of what is written as a title only "intern" and the like, alone, are taken for no work.
        """
        if self.exact(text) or self.exact(f"{text}s"):
            return fold(text.strip()) not in self._kinds["alone"]
        return not self._said(text) <= self._kinds["alone"] | self._kinds["level"]

    def is_wide(self, text: str) -> bool:
        """Whether the only word that says what the work is is a rank or a field that many groups share."""
        if self.exact(text) and fold(text.strip()) not in self._kinds["wide"]:
            return False
        return len(left := self._said(text) - self._kinds["level"]) == 1 and left <= self._kinds["wide"]

    def _said(self, text: str) -> set[str]:
        words = self._rewritten(_WORD.findall(self._without_signs(fold(text))))
        said = {self._one(word) for word in words}
        return said - self._kinds["filler"] - self._kinds["talk"] - {""}

    def _one(self, word: str) -> str:
        """A word in the number and gender in which the table has it."""
        return word if any(word in words for words in self._kinds.values()) else self.index.stem(word)

    def read(self, text: str) -> Reading:
        """The words to look for in a text."""
        words: list[tuple[str, float]] = []
        for number, part in enumerate(_SPLIT.split(self._without_signs(fold(text)))):
            tail = False
            for word in self._rewritten(_WORD.findall(part)):
                if word in self._kinds["tail"] and words:
                    tail = True
                elif word not in self._kinds["filler"] and word not in self._kinds["talk"]:
                    words.append((word, TAIL if tail else ASIDE if number and words else 1.0))
        return self._looked_up(words)

    def _without_signs(self, folded: str) -> str:
        """The text with words such as "c++" and "r&d" spelled in letters."""
        if folded.replace(" ", "").isalnum():
            return folded
        folded = f" {folded} "
        for sign, instead in self._signs:
            folded = folded.replace(f" {sign} ", f" {instead} ")
        return folded

    def _rewritten(self, words: Sequence[str]) -> list[str]:
        """The words with the longest phrases that have a stand-in replaced."""
        done: list[str] = []
        place = 0
        while place < len(words):
            for length in range(min(self._longest, len(words) - place), 0, -1):
                instead = self._rewrites.get(tuple(words[place : place + length]))
                if instead:
                    done += instead
                    place += length
                    break
            else:
                done.append(words[place])
                place += 1
        return done

    def _as_titles_say(self, folded: str) -> str:
        words = self._rewritten(_WORD.findall(self._without_signs(folded)))
        return " ".join(word.partition("|")[0] for word in words)

    def _looked_up(self, words: Sequence[tuple[str, float]]) -> Reading:
        terms: list[Term] = []
        plain: list[str] = []
        heads: list[int] = []
        known = asked = 0.0
        seen: set[str] = set()
        for word, place_weight in words:
            if word in seen or len(word) == 1 or (word.isdigit() and len(word) < 4):
                continue
            seen.add(word)
            level = word in self._kinds["level"]
            weight = place_weight * (LEVEL if level else 1.0)
            asked += weight
            stems = self._known(word)
            if stems:
                known += weight
            elif weight > TAIL:
                stems = self.index.close(word) or self.index.begins(word)
                known += weight * MISSPELT * max(stems.values(), default=0)
                if not stems:
                    terms.append(Term({}, weight * 0.5))
            if not stems:
                continue
            best = max(stems, key=lambda stem: stems[stem])
            plain.append(self.index.words[best])
            terms.append(Term(stems, weight))
            if weight == 1.0:
                heads.append(best)
        head = heads[0 if self.lang == "fr" else -1] if heads else None
        return Reading(tuple(terms), head, " ".join(plain), known / asked if asked else 0.0)

    def _known(self, word: str) -> dict[int, float]:
        stems: dict[int, float] = {}
        for choice in word.split("|"):
            stems.update(self.index.kin(choice) if self.index.knows(choice) else {})
        return stems

    def candidates(self, reading: Reading) -> list[Candidate]:
        """The unit groups whose titles are closest, with what is known of each."""
        if not any(term.stems for term in reading.terms):
            return []
        index = self.index
        found = index.find(reading.terms)
        likely = index.likelihood(reading.terms)
        best = np.maximum.reduceat(found.score, index.starts)
        chosen = np.argsort(-(best + 0.03 * np.maximum(likely, -12)), kind="stable")[:CANDIDATES]
        chosen = chosen[best[chosen] > 0]
        named = np.zeros(len(index.codes), np.float32)
        named[index.group[self._named]] = found.score[self._named]
        covered = (found.query >= 0.97 * found.query.max()).astype(np.float32)
        votes = np.add.reduceat(covered, index.starts)
        votes /= votes.sum()
        return [
            self._candidate(
                int(group), reading, found, float(likely[group]), float(named[group]), float(vote)
            )
            for group, vote in zip(chosen, votes[chosen], strict=True)
        ]

    def _candidate(
        self, group: int, reading: Reading, found: Found, likely: float, named: float, vote: float
    ) -> Candidate:
        index = self.index
        start = int(index.starts[group])
        scores: Floats = found.score[start : start + int(index.sizes[group])]
        order = np.argsort(-scores, kind="stable")[:3]
        place = start + int(order[0])
        title = index.titles[place]
        score = float(scores[order[0]])
        query, whole = float(found.query[place]), float(found.title[place])
        words = [index.stem(word) for word in _WORD.findall(fold(title.text))]
        words = [word for word in words if word not in self._kinds["filler"]]
        asked = set(reading.plain.split())
        manages = not asked.isdisjoint(self._kinds["manages"])
        supervises = not asked.isdisjoint(self._kinds["supervises"])
        code = index.codes[group]
        manager, supervisor = code[1] == "0", code[1] == "2" and code[2] == "0"
        known = (
            query,
            whole,
            score,
            query > 0.98 and whole > 0.98,
            max(likely, -12.0) / 4,
            named,
            float(scores[order].mean()),
            score * (title.kind == "i"),
            score * (title.kind == "n"),
            fuzz.token_sort_ratio(reading.plain, " ".join(words)) / 100,
            reading.head is not None and index.words[reading.head] in words,
            manager and not manages,
            manages and not manager,
            supervisor and not supervises,
            supervises and not supervisor,
            math.log(float(index.sizes[group])) / 4,
            vote,
        )
        return Candidate(
            code, place, tuple(float(bool(each) if isinstance(each, set) else each) for each in known)
        )


def _stand_ins(instead: str) -> tuple[str, ...]:
    """The words that stand in for others; equals, between " | " in the table, go together word by word."""
    choices = [choice.split(" ") for choice in instead.split(" | ")]
    return tuple("|".join(each) for each in zip(*choices, strict=False))


@lru_cache(maxsize=2)
def load(lang: str = "en") -> Titles:
    """The titles of one language, read once; ``search`` reads what it needs by itself."""
    return Titles(lang)


@dataclass(frozen=True)
class Weights:
    """A weight for each of ``FEATURES``; a bias and a weight of the first one's odds for how sure to be."""

    ranking: NDArray[np.float64]
    bias: float
    odds: float


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights in use."""
    learned = json.loads((DATA / "weights.json").read_text(encoding="utf-8"))
    ranking = np.array([learned["ranking"][name] for name in FEATURES], np.float64)
    return Weights(ranking, float(learned["sure"]["bias"]), float(learned["sure"]["odds"]))


def ranked(candidates: Sequence[Candidate]) -> list[tuple[Candidate, float]]:
    """The candidates with the confidence in each (0 to 1), best first.

    The confidence in the first is how often the first is right at such odds, times how much of the text it
    explains. The rest goes to the others by their shares.
    """
    if not candidates:
        return []
    features = np.array([candidate.features for candidate in candidates], np.float64)
    scores = features @ weights().ranking
    order = np.argsort(-scores, kind="stable")
    shares = np.exp(scores[order] - scores.max())
    shares /= shares.sum()
    top = min(float(shares[0]), 0.999)
    right = 1 / (1 + math.exp(-weights().bias - weights().odds * math.log(top / (1 - top))))
    covered = min(float(features[:, FEATURES.index("query_covered")].max()), 1.0)
    sure = min(right * covered, MOST)
    others = np.minimum(shares * (covered - sure) / (1 - top), sure)
    others[0] = sure
    return [(candidates[place], float(each)) for place, each in zip(order, others, strict=True)]
