"""What may pass from a person to Rasa, the same for every channel."""

from __future__ import annotations

import unicodedata

MAX_TEXT_CHARACTERS = 4000
WORD_JOINER = "\u2060"
"""Invisible, and no white space: put before a leading slash, it keeps Rasa from reading a command."""


class BadText(ValueError):
    """A text that cannot be taken; ``code`` says why: ``empty`` or ``too_long``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def clean(text: str) -> str:
    """The text as it may be shown and stored: no control characters, no broken characters.

    Raises:
        BadText: nothing is left, or it is over :data:`MAX_TEXT_CHARACTERS` long.
    """
    if len(text) > MAX_TEXT_CHARACTERS:
        raise BadText("too_long")
    kept = "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs")
    ).strip()
    if not kept:
        raise BadText("empty")
    return kept


def as_plain_text(text: str) -> str:
    """The text for Rasa: never a command, whatever it begins with."""
    return f"{WORD_JOINER}{text}" if text.lstrip().startswith("/") else text
