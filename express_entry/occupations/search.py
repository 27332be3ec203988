"""Finding the occupation: which unit groups of the NOC a job title may mean, and how sure that is.

``search`` takes what people type: a title in English or French, with spelling mistakes, abbreviations
("sr", "RN", "SDE"), seniority, an employer after "at" or "chez", or a code: five digits, four digits of
NOC 2016, or 00018. It compares the text with the titles of the classification and the names of
``data/noc/names.tsv``. Duties are not looked at: each match links to the official page, which says them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from express_entry.occupations.noc import classification
from express_entry.occupations.title_index import Title, fold
from express_entry.occupations.title_ranking import Reading, Titles, load, ranked
from express_entry.vocabulary import ENGLISH, FRENCH

LANGUAGES = (ENGLISH, FRENCH)
SURE = 0.8
"""The confidence from which no question is needed."""
PLAUSIBLE = 0.05
"""The least confidence of a match that a question names."""
ASKED = 3
"""The most unit groups that a question names."""
EXACT = 0.97
"""The confidence in the unit groups of a title that was typed as the classification or people write it."""
WIDE = 0.5
"""The most confidence where only a rank or a field was named ("manager", "banking")."""
LONGEST = 400
"""Characters of a text that are read; a job title is shorter."""

_CODE = re.compile(r"(?<![\w.])(\d{4,5})(?:[\s/-]*\(?(?:level|niveau)?\s*[0abcd]\)?)?(?![\w%])", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEVEL = re.compile(
    r"\b(?:skill\s+)?(?:level|type|niveau|genre)(?:\s+de\s+comp[eé]tences?)?\s+([0abcd])\b"
    r"|^\s*(?:noc|cnp)\s+([0abcd])\s*$",
    re.I,
)


@dataclass(frozen=True)
class Match:
    """A unit group that a text may mean.

    Attributes:
        code: five digits.
        teer: training, education, experience and responsibilities category, 0 to 5.
        skilled: whether the work counts as skilled for Express Entry (TEER 0 to 3).
        matched: the title that is closest to the text, as the classification or people write it.
        lang: the language of ``matched``.
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
    lang: str
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
    """An answer to a question: a unit group and a title that sets it apart from the others."""

    code: str
    title: str


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
    codes = codes_in(text)
    if codes:
        return of_codes(codes, lang, on)[:limit]
    text = _LEVEL.sub(" ", text)
    if not names_work(text, lang):
        return ()
    titles, reading = _language(text, lang)
    wide = titles.is_wide(text)
    found = [
        (candidate.code, candidate.place, min(confidence, WIDE) if wide else confidence)
        for candidate, confidence in ranked(titles.candidates(reading))
    ]
    exact = [(titles.index.titles[place].code, place) for place in titles.exact(text)]
    if len(exact) > int(wide):  # a rank that one group has by itself says no more than the rank
        same, share = {code for code, _ in exact}, EXACT / len(exact)
        found = [
            *((code, place, share) for code, place in exact),
            *((code, place, rest * (1 - EXACT)) for code, place, rest in found if code not in same),
        ]
    return tuple(
        _match(code, _shown(titles.index.titles[place], text), titles.lang, confidence, on)
        for code, place, confidence in found[:limit]
    )


def names_work(text: str, lang: str) -> bool:
    """Whether a text says what the work is, not only how or at what rank it is done ("freelancer")."""
    return load(lang).names_work(text[:LONGEST])


def is_title(text: str, lang: str) -> bool:
    """Whether the text is a title, or the plural of one, as the classification or people write it."""
    titles = load(lang)
    singular = " ".join(word.removesuffix("s") for word in text.split())
    return bool(titles.exact(text) or titles.exact(singular))


def is_in_titles(word: str, lang: str) -> bool:
    """Whether some title has the word."""
    return load(lang).index.knows(fold(word))


def question(matches: Sequence[Match], lang: str) -> tuple[Option, ...]:
    """The two or three likeliest unit groups, each with a title that sets it apart; none where one is sure.

    A title in the person's own words is taken where it differs from the others', the group's own otherwise.
    """
    if len(matches) < 2 or matches[0].confidence >= SURE:
        return ()
    likely = [match for match in matches[:ASKED] if match.confidence >= PLAUSIBLE]
    likely = likely if len(likely) > 1 else list(matches[:2])
    apart = len({fold(match.matched) for match in likely}) == len(likely)
    own = apart and all(match.lang == lang for match in likely)
    return tuple(Option(match.code, match.matched if own else match.title(lang)) for match in likely)


def codes_in(text: str) -> tuple[str, ...]:
    """The codes that a text names: five digits, four of NOC 2016 ("0213", "2174-A"), or 00018.

    Numbers that no edition knows are left out.
    """
    groups = classification()
    found = (match[1] for match in _CODE.finditer(text))
    return tuple(dict.fromkeys(code for code in found if groups.now(code)))


def numbers_in(text: str) -> tuple[str, ...]:
    """What is written like a code, known or not: five digits, or four that are no year."""
    found = (match[1] for match in _CODE.finditer(text))
    return tuple(dict.fromkeys(number for number in found if not _YEAR.fullmatch(number)))


def level_in(text: str) -> str | None:
    """The NOC 2016 skill level (0, A, B, C or D) that a text names ("skill level B", "niveau A", "NOC 0")."""
    found = _LEVEL.search(text)
    return (found[1] or found[2]).upper() if found else None


def of_codes(codes: Sequence[str], lang: str = "en", on: date | None = None) -> tuple[Match, ...]:
    """The unit groups that codes mean today: five digits, four of NOC 2016, or 00018. Others mean none."""
    groups = classification()
    named: dict[str, str] = {}
    for code in codes:
        for each in groups.now(code):
            named.setdefault(each, code)
    titles = {each: groups.old.get(code, groups.groups[each]).title(lang) for each, code in named.items()}
    return tuple(_match(each, title, lang, 1 / len(named), on) for each, title in titles.items())


def _language(text: str, lang: str) -> tuple[Titles, Reading]:
    """The titles of the language asked for, unless only the other language knows the words of the text."""
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


def _match(code: str, matched: str, lang: str, confidence: float, on: date | None) -> Match:
    groups = classification()
    group = groups.groups[code]
    return Match(
        code=code,
        title_en=group.title_en,
        title_fr=group.title_fr,
        teer=group.teer,
        skilled=groups.skilled(code),
        matched=matched,
        lang=lang,
        confidence=round(confidence, 3),
        categories=groups.categories_of(code, on),
        urls={each: groups.url(code, each) for each in LANGUAGES},
    )
