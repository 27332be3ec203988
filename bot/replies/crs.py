"""What lines and sections of the score are called."""

from __future__ import annotations

from bot.replies import Words
from express_entry.parameters import parameters


def line_name(say: Words, line_id: str) -> str:
    """The label of a line; a factor that an operator added brings its own in its rule file."""
    message = f"crs-{line_id.replace('.', '-').replace('_', '-')}"
    if message in say:
        return say(message)
    return parameters().ranking.names().get(line_id, {}).get(say.lang, line_id)


def section_name(say: Words, section: str) -> str:
    """The label of the section "A", "B", "C" or "D"."""
    return say(f"crs-section-{section.lower()}")
