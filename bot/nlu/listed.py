"""Questions about the list of a category: which occupations are on it ("which jobs are in stem?"), and
whether one is ("is social worker in the health list")."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from bot.nlu import rounds
from bot.nlu.spoken import holds, plain, without
from express_entry.occupations.asked import asked_title
from express_entry.occupations.noc import classification
from express_entry.occupations.search import SURE, is_title, search
from express_entry.vocabulary import ENGLISH, FRENCH


@lru_cache(maxsize=1)
def _said() -> dict[str, Any]:
    loaded: dict[str, Any] = rounds.spoken_words("listed")
    return loaded


def list_asked(text: str) -> str | None:
    """The category of which ``text`` asks for all occupations; None where it asks for none of them."""
    words = plain(text)
    if holds(words, _said()["never"]) or not holds(words, _said()["which"]):
        return None
    jobs = holds(words, _said()["jobs"]) or holds(words, _said()["of_people"])
    return _category(words) if jobs and holds(words, _said()["list"]) else None


def asks_whether_listed(text: str) -> bool:
    """Whether ``text`` asks of an occupation that it names whether it is on the list of a category."""
    words = plain(text)
    if holds(words, _said()["never"]) or _category(words) is None or not holds(words, _said()["list"]):
        return False
    return any(_is_on_its_own(asked_title(text, lang), text, lang) for lang in (ENGLISH, FRENCH))


def _is_on_its_own(title: str, text: str, lang: str) -> bool:
    """Whether a title is an occupation beside whose name a category is named: "military category" is none."""
    return _is_occupation(title, lang) and _category(plain(text.replace(title, " "))) is not None


def _is_occupation(title: str, lang: str) -> bool:
    """Whether some words are a title, or so near to one that it is clear which: "cyber security"."""
    if not title:
        return False
    return is_title(title, lang) or any(match.confidence >= SURE for match in search(title, lang, limit=1))


def _category(words: str) -> str | None:
    """The category with a list that is named; words for jobs name it where nothing else does."""
    for part in (without(words, _said()["jobs"]), words):
        named = rounds.asked(part).category
        if named is not None:
            return named if classification().listed_in(named) else None
    return None
