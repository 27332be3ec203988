"""How people name what gives points (``data/points/spoken.yml``), and whether a message does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from express_entry.yaml_files import read_yaml

SPOKEN = Path(__file__).parents[2] / "data" / "points" / "spoken.yml"

_MARKS = re.compile(r"[^\w’.,-]+|[.,](?!\d)")
WIDER: Mapping[str, str] = {
    "canadian_work_years": "foreign_work_years",
    "canadian_education": "education",
    "second_language": "first_language",
}
"""Factors whose words contain those of another one: "Canadian work experience", "a diploma from Canada"."""
YES_NO = frozenset(
    {"certificate_of_qualification", "provincial_nomination", "sibling_in_canada", "job_offer"}
)
"""Factors that there are or are not: to name one is enough."""


@lru_cache(maxsize=1)
def spoken() -> dict[str, Any]:
    """The lists of words."""
    loaded: dict[str, Any] = read_yaml(SPOKEN)
    return loaded


def plain(text: str) -> str:
    """The words of ``text`` in small letters between single spaces, with a space at both ends."""
    return f" {' '.join(_MARKS.sub(' ', text.lower().replace(chr(39), '’')).split())} "


def holds(words: str, listed: Iterable[Any]) -> bool:
    """Whether one of ``listed`` stands in the plain ``words``, be it after an elision ("l’anglais")."""
    said = (each for each in map(str, listed) if each in words)  # nearly all are not: ask that first
    return any(f" {each} " in words or f"’{each} " in words for each in said)


def without(words: str, listed: Iterable[Any]) -> str:
    """The words without those that are ``listed``, the longest first."""
    words = plain(words)
    for each in sorted(map(str, listed), key=len, reverse=True):
        while each in words and f" {each} " in words:
            words = words.replace(f" {each} ", " ")
    return words


def factors(words: str) -> tuple[str, ...]:
    """The factors that are named, each by words of its own: those of a narrower one name no wider one."""
    listed = spoken()["factors"]
    found = [name for name, names in listed.items() if holds(words, names)]
    return tuple(
        name
        for name in found
        if not any(
            wide == name and narrow in found and not holds(without(words, listed[narrow]), listed[name])
            for narrow, wide in WIDER.items()
        )
    )


def options_named(text: str) -> tuple[str, ...]:
    """What is named that people have or have not: a second language, a brother, an assessment; nothing of
    what is supposed, planned or asked about."""
    words = plain(text)
    if holds(words, spoken()["supposed"]):
        return ()
    papers = (name for name, said in spoken()["papers"].items() if holds(words, said))
    alone, same = _is_alone(words), _is_same(words)
    return (*factors(words), *papers, *(("alone",) if alone else ()), *(("same",) if same else ()))


SHORT, SHORT_ALONE = 4, 7
"""Words of a short answer; of one that nobody comes along: "nobody else, I go alone"."""


def _is_alone(words: str) -> bool:
    """Whether a short answer says that nobody comes along: "just me", "no wife"."""
    nobody = holds(words, spoken()["without"]) and holds(words, spoken()["partner"])
    return len(words.split()) <= SHORT_ALONE and (nobody or holds(words, spoken()["just_me"]))


def _is_same(words: str) -> bool:
    """Whether a short answer says that it is as with oneself: "same as mine"."""
    return len(words.split()) <= SHORT and holds(words, spoken()["same_as_mine"])


def place_named(text: str) -> int | None:
    """Which of several things shown a message points to: "the second one" is 1, the last -1."""
    rest = without(plain(text), spoken()["beside_places"]).strip()
    return next((int(place) for place, names in spoken()["places"].items() if rest in names), None)


def agreement(text: str) -> bool | None:
    """Whether a message says nothing but yes (True) or no (False)."""
    rest = without(plain(text), spoken()["beside_agreeing"]).strip()
    if rest in spoken()["agreeing"]:
        return True
    return False if rest in spoken()["declining"] else None


def named_alone(text: str) -> str:
    """What is left of a question without the words that only ask: "how many points for a master’s?"."""
    return without(plain(text), spoken()["asking"]).strip()
