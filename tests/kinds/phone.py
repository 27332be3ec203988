"""How much of a phone's screen a reply takes: an estimate of the widget at 390 by 844, in one place."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from tests.kinds.talk import Said

CHARACTERS_A_LINE = 38
LINES_A_SCREEN = 30
LINES_A_ROW_OF_BUTTONS = 3
AROUND_A_CAPTION = 6
"""A button is so many characters wider than its caption."""

_MARKUP = re.compile(r"\*\*|\]\([^)]*\)|\[")


def screens(said: Iterable[Said]) -> float:
    """The screens that the messages of one turn take together."""
    return sum(_lines(message) for message in said) / LINES_A_SCREEN


def _lines(message: Said) -> int:
    text = _MARKUP.sub("", message.text)
    words = sum(math.ceil(len(line) / CHARACTERS_A_LINE) or 1 for line in text.splitlines())
    table = message.body.get("table") or {}
    rows = () if table.get("folded") else table.get("rows") or ()
    reasons = sum(math.ceil(len(str(row.get("because") or "")) / CHARACTERS_A_LINE) for row in rows)
    return words + len(rows) + reasons + _rows(message) * LINES_A_ROW_OF_BUTTONS


def _rows(message: Said) -> int:
    """Rows of buttons: as many side by side as fit a line."""
    rows, free = 0, 0
    for button in message.buttons:
        width = len(str(button["title"])) + AROUND_A_CAPTION
        if width > free:
            rows, free = rows + 1, CHARACTERS_A_LINE
        free -= width
    return rows
