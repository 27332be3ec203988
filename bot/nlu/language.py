"""Which language a message is in, and which one it asks for ("parlez français", "in English please")."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from express_entry.yaml_files import read_yaml

FEWEST_FOREIGN = 2
"""So many common words tell a third language: a single one may be a name, or borrowed."""
BRIEF_FOLLOW_UP = 4
"""Words of a question that goes on from the one before."""
BRIEF = 3
"""A wish for a language ("parlez français") has at most this many words; a longer sentence mentions one."""
COUNTRY = frozenset({"canada", "canadá", "canadian", "canadien"})
SENTENCES = re.compile(r"[^.!?;\n]+[.!?;\n]*")
"""The sentences of a message, each with the mark that ends it."""
LANGUAGES = Path(__file__).parents[2] / "data" / "languages.yml"


@lru_cache(maxsize=1)
def _languages() -> dict[str, dict[str, str]]:
    """For each kind of words: the language to which each belongs."""
    loaded: dict[str, dict[str, str]] = read_yaml(LANGUAGES)
    return {
        kind: {word: lang for lang, text in listed.items() for word in text.split()}
        for kind, listed in loaded.items()
    }


def _words(text: str) -> list[str]:
    return "".join(char if char.isalpha() else " " for char in text.lower()).split()


def language_of(text: str, otherwise: str = "en") -> str:
    """The language ("en" or "fr") whose common words ``text`` has more of; ``otherwise`` if neither."""
    belongs = _languages()["words"]
    found = [belongs[word] for word in _words(text) if word in belongs]
    english, french = found.count("en"), found.count("fr")
    return otherwise if english == french else "fr" if french > english else "en"


def mostly(text: str, otherwise: str) -> str:
    """The language of ``text`` where that is plain: ``otherwise``, unless it has clearly more of the other's
    common words. Words of both, « on », "as", tell nothing."""
    belongs = _languages()["words"]
    found = [belongs[word] for word in _words(text) if word in belongs and word not in _OF_BOTH]
    other = "fr" if otherwise == "en" else "en"
    return other if found.count(other) - found.count(otherwise) >= _CLEARLY else otherwise


_OF_BOTH = frozenset({"a", "an", "as", "on", "no"})
_CLEARLY = 2


def is_foreign_script(text: str) -> bool:
    """Whether most letters of ``text`` belong to neither English nor French (देवनागरी, العربية, 中文)."""
    letters = [char for char in text if char.isalpha()]
    foreign = sum(not unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH LATIN")) for char in letters)
    return foreign * 2 > len(letters)


def is_foreign(text: str) -> bool:
    """Whether ``text`` is in a third language, by its script or by common words of other languages."""
    listed = _languages()
    words = _words(text)
    known = sum(word in listed["words"] for word in words)
    other = sum(word in listed["others"] and word not in listed["words"] for word in words)
    return is_foreign_script(text) or other >= max(FEWEST_FOREIGN, known + 1)


def has_foreign_words(text: str) -> bool:
    """Whether a common word of a third language stands in ``text``."""
    listed = _languages()
    return any(word in listed["others"] and word not in listed["words"] for word in _words(text))


def language_named(text: str) -> str | None:
    """The one language ("en" or "fr") that ``text`` names, or None."""
    names = _languages()["names"]
    found = {names[word] for word in _words(text) if word in names}
    return found.pop() if len(found) == 1 else None


def asks_briefly(text: str) -> bool:
    """Whether ``text`` is short enough to be nothing but the wish for a language."""
    polite = _languages()["polite"]
    return sum(word not in polite for word in _words(text)) <= BRIEF


def asking_words() -> Collection[str]:
    """Words with which a question begins, in both languages."""
    return _languages()["asking"].keys()


def comes_to_canada(text: str) -> bool:
    """Whether ``text`` is about coming to Canada to stay."""
    words = _words(text)
    return any(word in COUNTRY for word in words) and any(word in _languages()["coming"] for word in words)


def wants_to_stay(text: str) -> bool:
    """Whether somebody wishes to come to Canada, or to live there for good."""
    words = _words(text)
    staying = any(word in _languages()["staying"] for word in words)
    return (staying or comes_to_canada(text)) and any(word in _languages()["wishing"] for word in words)


def asks(text: str) -> bool:
    """Whether ``text`` begins as a question or a hint does ("what is…", "that one"), ends as one, or goes on
    from one in a few words ("and the CLB")."""
    words = _words(text)
    if text.rstrip().endswith("?"):
        return True
    goes_on = len(words) <= BRIEF_FOLLOW_UP and words[:1] and words[0] in _languages()["adding"]
    return bool(words) and (words[0] in _languages()["asking"] or bool(goes_on))
