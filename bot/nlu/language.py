"""Which language a message is in, and which one it asks for ("parlez français", "in English please")."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

BRIEF = 3
"""Words of "in English", "parlez français": "je suis nul en anglais" has more, and wishes for nothing."""
LANGUAGES = Path(__file__).parents[2] / "data" / "languages.yml"


@lru_cache(maxsize=1)
def _languages() -> dict[str, dict[str, str]]:
    """For each kind of words: the language to which each belongs."""
    loaded: dict[str, dict[str, str]] = yaml.safe_load(LANGUAGES.read_text(encoding="utf-8"))
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


def language_named(text: str) -> str | None:
    """The one language ("en" or "fr") that ``text`` names, or None."""
    names = _languages()["names"]
    found = {names[word] for word in _words(text) if word in names}
    return found.pop() if len(found) == 1 else None


def asks_briefly(text: str) -> bool:
    """Whether ``text`` is short enough to be nothing but the wish for a language."""
    polite = _languages()["polite"]
    return sum(word not in polite for word in _words(text)) <= BRIEF


def asks(text: str) -> bool:
    """Whether ``text`` begins as a question or a hint does ("what is…", "that one"), or ends as one."""
    words = _words(text)
    return text.rstrip().endswith("?") or (bool(words) and words[0] in _languages()["asking"])
