"""A question about an occupation, and the title in it: "is truck driver skilled?", "code for staff nurse".

The words that ask stand in ``data/noc/asked.yml``. They are taken away from both ends, never from within, so
that a title keeps its own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import yaml

from express_entry.occupations.noc import DATA
from express_entry.occupations.search import SURE, codes_in, is_title, numbers_in, search
from express_entry.occupations.title_index import fold
from express_entry.vocabulary import ENGLISH, FRENCH

_WORD = re.compile(r"[^\W_]+[+#]*")
_ANY_CODE = frozenset({"code", "codes"})
"""Words for a code that need not be an occupation's."""
Words = Mapping[str, frozenset[str]]


@lru_cache(maxsize=2)
def _words(lang: str) -> Words:
    listed = yaml.safe_load((DATA / "asked.yml").read_text(encoding="utf-8"))[lang]
    return {kind: frozenset(words.split()) for kind, words in listed.items()}


def asked_title(text: str, lang: str) -> str:
    """The title that a question is about, in its own words; "" where it names none.

    Args:
        text: the question; words of both languages' questions are known.
        lang: "en" or "fr".
    """
    words = _words(lang)
    around = words["code"] | words["counts"] | words["around"] | words["again"]
    found = [(match.start(), match.end(), fold(match.group())) for match in _WORD.finditer(text)]
    while found and (found[-1][2] in around or found[-1][2] in words["behind"]):
        found.pop()
    while found and found[0][2] in around:
        found.pop(0)
    return text[found[0][0] : found[-1][1]] if found else ""


_BETWEEN = re.compile(r"[?!;,.:&/]+|(?<!\w)(?:and|et|or|ou|vs|then|puis)(?!\w)", re.IGNORECASE)


def asked_titles(text: str, lang: str) -> tuple[str, ...]:
    """The titles that a question is about, each in its own words: "code of a baker? and of a plumber".

    None where anything else is said between them.
    """
    parts = [part for part in (asked_title(each, lang) for each in _BETWEEN.split(text)) if part]
    said = {fold(match.group()) for match in _WORD.finditer(text)} - _ANY_CODE
    likely = bool(said & _words(lang)["code"])  # "validation code" is none of an occupation
    if any(
        part.isdigit() or not (is_title(part, lang) or (likely and _is_likely(part, lang))) for part in parts
    ):
        return ()
    return tuple(dict.fromkeys(parts))


def asks_of_titles(text: str) -> bool:
    """Whether a text asks for the code or the TEER of occupations, and says of none that it is one's own."""
    said = {fold(match.group()) for match in _WORD.finditer(text)}
    return any(
        said & _words(lang)["code"] and not said & _words(lang)["own"] and asked_titles(text, lang)
        for lang in (ENGLISH, FRENCH)
    )


def _is_likely(part: str, lang: str) -> bool:
    """Whether a text may well be a title, though nobody has written it just so: "assistante RH"."""
    return any(match.confidence >= SURE for match in search(part, lang, limit=1))


def asks_of_another(text: str, lang: str) -> bool:
    """Whether a text of a few words goes on to another title: "and for nurses?", "same for a welder"."""
    words = _words(lang)
    said = [fold(match.group()) for match in _WORD.finditer(text)]
    title = asked_title(text, lang)
    own = bool(words["own"].intersection(said)) or title.isdigit()
    return bool(words["again"].intersection(said[:_OPENING])) and not own and is_title(title, lang)


_OPENING = 3
"""Words among which stands the one that goes on: "ok, and what about …"."""


def names_a_code(text: str) -> bool:
    """Whether a text names a code of some edition together with the word for it: "0213 noc old code"."""
    said = {fold(match.group()) for match in _WORD.finditer(text)} - _ANY_CODE
    return any(said & _words(lang)["code"] for lang in (ENGLISH, FRENCH)) and bool(codes_in(text))


def asks_of_occupation(text: str) -> bool:
    """Whether a text asks for the code or the TEER of a title or a code, or whether it counts.

    Only what the classification or people write as a title counts as one here, alone or as a plural: "is WES
    accepted" and "does a gap count" ask for something else.
    """
    return any(_asks(text, lang) for lang in (ENGLISH, FRENCH))


def _asks(text: str, lang: str) -> bool:
    words, said = _words(lang), {fold(match.group()) for match in _WORD.finditer(text)}
    if (said & words["code"] and asked_titles(text, lang)) or asks_of_another(text, lang):
        return True
    title = asked_title(text, lang)
    if not title or not said & (words["code"] | words["counts"]):
        return False
    if title.isdigit():
        return bool(codes_in(title) or (said & words["code"] and numbers_in(title)))
    return is_title(title, lang)
