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
from express_entry.occupations.search import codes_in, is_title, numbers_in
from express_entry.occupations.title_index import fold
from express_entry.vocabulary import ENGLISH, FRENCH

_WORD = re.compile(r"[^\W_]+[+#]*")
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
    around = words["code"] | words["counts"] | words["around"]
    found = [(match.start(), match.end(), fold(match.group())) for match in _WORD.finditer(text)]
    while found and (found[-1][2] in around or found[-1][2] in words["behind"]):
        found.pop()
    while found and found[0][2] in around:
        found.pop(0)
    return text[found[0][0] : found[-1][1]] if found else ""


def asks_of_occupation(text: str) -> bool:
    """Whether a text asks for the code or the TEER of a title or a code, or whether it counts.

    Only what the classification or people write as a title counts as one here, alone or as a plural: "is WES
    accepted" and "does a gap count" ask for something else.
    """
    return any(_asks(text, lang) for lang in (ENGLISH, FRENCH))


def _asks(text: str, lang: str) -> bool:
    words, said = _words(lang), {fold(match.group()) for match in _WORD.finditer(text)}
    title = asked_title(text, lang)
    if not title or not said & (words["code"] | words["counts"]):
        return False
    if title.isdigit():
        return bool(codes_in(title) or (said & words["code"] and numbers_in(title)))
    return is_title(title, lang)
