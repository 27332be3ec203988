"""What a message in a third language, or in pidgin, clearly asks for: it gets that, and not a refusal."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.nlu.language import has_foreign_words
from bot.nlu.spoken import holds, plain
from express_entry.yaml_files import read_yaml

OTHER_LANGUAGES = Path(__file__).parents[2] / "data" / "other_languages.yml"


@lru_cache(maxsize=1)
def _said() -> dict[str, Any]:
    loaded: dict[str, Any] = read_yaml(OTHER_LANGUAGES)
    return loaded


def wished(text: str) -> str | None:
    """The label of what is asked for by words of another language; None for a message that has none."""
    words = plain(text.replace("¿", " ").replace("¡", " "))
    if not (has_foreign_words(text) or holds(words, _said()["pidgin"])):
        return None
    wishes = _said()["wishes"]
    return next((label for label, rows in wishes.items() if any(holds(words, row) for row in rows)), None)
