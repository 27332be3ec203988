"""Which language a message asks for ("parlez français", "in English please")."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

NAMES = Path(__file__).parents[2] / "data" / "languages.yml"


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    loaded: dict[str, list[str]] = yaml.safe_load(NAMES.read_text(encoding="utf-8"))
    return {name: lang for lang, names in loaded.items() for name in names}


def language_named(text: str) -> str | None:
    """The one language ("en" or "fr") that ``text`` names, or None."""
    words = "".join(char if char.isalpha() else " " for char in text.lower()).split()
    found = {_names()[word] for word in words if word in _names()}
    return found.pop() if len(found) == 1 else None
