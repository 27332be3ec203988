"""Who says hello, gives thanks or a name, or that it is them again: a kind word answers, nothing is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from bot.nlu.care import feeling
from bot.nlu.facts.hearing import hear
from bot.nlu.facts.words import filler, fold
from bot.nlu.personal import NUMBER, spaced
from express_entry.occupations.search import is_title
from express_entry.yaml_files import read_yaml

SOCIAL = Path(__file__).parents[2] / "data" / "nlu" / "social.yml"
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    {
        "ONLY_ASKED",
        "SELF",
        "ME",
        "HE",
        "IAM",
        "IHAVE",
        "PARTNER",
        "BE",
        "HAVE",
        "AND",
        "IN",
        "OF",
        "WITH",
        "ARTICLE",
        "IF",
    }
    | {"NEG", "NO", "YES", "WANT", "ASK", "ASKS_FIRST", "CONDITION", "QUESTION", "NUM", "BUT", "PLEASE"}
)
"""Kinds of words that name nothing."""
_SHORTEST = 3
"""Letters of a word that may name a subject."""

Courtesy = Literal["greet", "thanks", "goodbye"]


@lru_cache(maxsize=1)
def _said() -> Mapping[str, str]:
    """Each list as a choice of a regular expression."""
    loaded: dict[str, list[str]] = read_yaml(SOCIAL)
    listed = {
        name: sorted((spaced(str(each)) for each in said), key=len, reverse=True)
        for name, said in loaded.items()
    }
    return {name: f"(?:{'|'.join(map(re.escape, said))})" for name, said in listed.items()}


@lru_cache(maxsize=1)
def _introducing() -> re.Pattern[str]:
    said = _said()
    called = rf"(?:(?P<sure>{said['named']})|{said['perhaps_named']})?"
    name = rf"(?P<name>(?:\w\S* ){{1,3}}?)(?P<speaking>{said['named_after']})?"
    where = rf"(?:,? ?(?P<place>{said['place']}(?:\w\S* ){{1,4}}))?"
    return re.compile(rf"(?P<before>{said['before_a_name']}*)(?P<called>{called}){name}{where}(?:[.!,] )*")


@lru_cache(maxsize=1)
def _courtesies() -> Mapping[Courtesy, re.Pattern[str]]:
    said = _said()
    listed: Mapping[Courtesy, str] = {
        "goodbye": said["farewell"],
        "thanks": said["thanking"],
        "greet": said["greeting"],
    }
    beside = f"(?:{'|'.join((*listed.values(), said['understood'], said['around']))})*"
    return {kind: re.compile(f"{beside}{each}{beside}") for kind, each in listed.items()}


@lru_cache(maxsize=1)
def _meeting() -> re.Pattern[str]:
    said = _said()
    return re.compile(rf"(?:{said['around']}|{said['before_a_name']})*{said['meeting']}{said['around']}*")


@lru_cache(maxsize=1)
def _kin() -> re.Pattern[str]:
    said = _said()
    who = said["perhaps_named"] + said["of_whom"] + said["kin"]
    return re.compile(rf"{said['before_a_name']}*{who}(?:[.!,] )*")


_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
"""A letter that is drawn out: "merciii"."""


def courtesy(text: str, lang: str, today: date) -> Courtesy | None:
    """What a message is that says nothing but something kind; None for any other."""
    if introduces(text, lang, today):
        return "greet"
    if only_asked(text, lang, today) and names_no_subject(text, lang, today):
        return "thanks"
    words = _DRAWN_OUT.sub(r"\1", spaced(text))
    return next((kind for kind, said in _courtesies().items() if said.fullmatch(words)), None)


def only_asked(text: str, lang: str, today: date) -> bool:
    """Whether somebody says that what they wrote was a question: their "no" denies nothing."""
    return "ONLY_ASKED" in hear(text, lang, today).kinds


@lru_cache(maxsize=1)
def _moods() -> frozenset[str]:
    return frozenset(fold(str(each)) for each in read_yaml(SOCIAL)["moods"])


def names_no_subject(text: str, lang: str, today: date) -> bool:
    """Whether a message is a wish, a mood or a pointer: no word of it names anything."""
    heard = hear(text, lang, today).words
    small = {part for word in heard if _SMALL & word.kinds.keys() for part in fold(word.text).split()}
    said = {fold(word) for word in _WORD.findall(text)}
    return all(len(word) < _SHORTEST for word in said - small - filler() - _moods())


def told_already(text: str) -> bool:
    """Whether somebody says that they have told something before: "I told you Nairobi already"."""
    return re.search(rf"(?:^|(?<= )){_said()['told_already']}", spaced(text)) is not None


def introduces(text: str, lang: str, today: date) -> bool:
    """Whether a text gives nothing but a name, and where its owner is from, or is glad to meet somebody: "I'm
    Chidi from Enugu"."""
    words = spaced(text)
    if _meeting().fullmatch(words) or _kin().fullmatch(words):
        return True
    found = _introducing().fullmatch(words)
    if found is None or "?" in text or NUMBER in words.split() or feeling(text) is not None:
        return False
    name = found["name"].split()
    if is_title(" ".join(name), lang) or not (found["sure"] or _may_be_a_name(found, name, text)):
        return False
    known = {fold(word.text) for word in hear(text, lang, today).words if word.kinds}
    return known.isdisjoint(name) and filler().isdisjoint({*name, *(found["place"] or "").split()[-1:]})


def _may_be_a_name(found: re.Match[str], name: list[str], text: str) -> bool:
    """Whether what follows "I'm", or stands before "here", is a name: by its capitals, by the place that its
    owner is from, or as one word behind a greeting."""
    said = read_yaml(SOCIAL)
    if not found["called"] and not found["speaking"]:
        return False
    if found["called"] and (found["place"] or _is_capital(name, text)):
        return True
    greets = re.search(_said()["greeting"], found["before"]) is not None
    is_none = name[0] in map(fold, said["no_name"]) or name[0].endswith(tuple(said["no_name_ends"]))
    return (greets or _is_capital(name, text)) and len(name) == 1 and not is_none


def _is_capital(name: list[str], text: str) -> bool:
    """Whether the words of a name are written as one."""
    written = [word for word in _WORD.findall(text) if fold(word) in name]
    return bool(written) and all(word[0].isupper() for word in written)
