"""Typing what stands on a button is pressing it, in any case and with small slips.

Only what the person sees counts: the buttons of the last turn, and the menu.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

from bot.channels.keeping import Several
from bot.channels.knowing import change
from bot.channels.menu import MENU, titles
from bot.languages import LANGUAGES
from bot.nlu.spoken import agreement, place_named
from bot.replies import words
from bot.store import StoredMessage
from bot.store.said import Said

SEEN = 8
"""So many messages go back at least to what the person sees."""
SAME = 90
"""How alike two titles are for one to be a slip of the other, of 100."""
SHORTEST_SLIP = 6
"""Letters; in anything shorter every letter may matter."""
FEWEST_WORDS = 3
"""Words of a title that may stand in another order."""
FEWEST_BEGUN, SHORTEST_BEGUN = 3, 12
"""Words and letters of the beginning of a title that stands for it."""
_JOINTS = re.compile(r"\s*(?:[,;+&/]|\band\b|\bet\b)\s*", re.IGNORECASE)
FEWEST = 2
"""So many buttons are a list of which one can be meant by its place."""


@dataclass(frozen=True)
class Press:
    """What was typed, as a press: what Rasa is to read, and what is kept of it beside the text."""

    payload: str
    kept: Mapping[str, Any]


def pressed(said: Said, sender_id: str, text: str, last: Sequence[StoredMessage]) -> Press | None:
    """The button that ``text`` names, if it is the title of one that is seen.

    Args:
        said: where buttons are kept.
        sender_id: the conversation.
        text: what was typed.
        last: the last messages of the conversation, oldest first.
    """
    shown = _last_turn(last)
    buttons = {each["title"]: each["button"] for body in reversed(shown) for each in body.get("buttons", ())}
    if (button_id := named(text, buttons)) is not None:
        button = said.button(button_id, sender_id)
        return None if button is None else Press(button.payload, {"button": button.id})
    in_order = [each for body in reversed(shown) for each in body.get("buttons", ())]
    if (meant := placed(text, in_order)) is not None:
        button = said.button(meant["button"], sender_id)
        return None if button is None else Press(button.payload, {"button": button.id})
    for body in shown:
        lines = {each["title"]: each["change"] for each in body.get("lines", ())}
        if (question := named(text, lines)) is not None and (asks := change(question, "en")) is not None:
            return Press(asks[0], {"change": question})
        if "choices" in body and (press := _several(said, sender_id, text, body["choices"])) is not None:
            return press
    name = named(text, titles())
    return None if name is None else Press(MENU[name], {"command": name})


def placed[B: Mapping[str, Any]](text: str, buttons: Sequence[B]) -> B | None:
    """The button that ``text`` points to ("the second one", or "yes" to the one offered), of those that
    are no small print.
    """
    place = place_named(text)
    listed = [button for button in buttons if not button.get("minor")]
    if (meant := _agreed(text, listed)) is not None:
        return meant
    if place is None or not len(listed) >= FEWEST or place >= len(listed):
        return None
    return listed[place]


def _agreed[B: Mapping[str, Any]](text: str, buttons: Sequence[B]) -> B | None:
    """What "yes" or "no" presses under an offer of one thing with "none of these" beside it."""
    declining = [button for button in buttons if _plain(button["title"]) in _declining()]
    offered = [button for button in buttons if button not in declining]
    if len(declining) != 1 or len(offered) != 1:
        return None
    agrees = agreement(text)
    return None if agrees is None else offered[0] if agrees else declining[0]


@lru_cache(maxsize=1)
def _declining() -> frozenset[str]:
    return frozenset(_plain(words(lang)("offer-none")) for lang in LANGUAGES)


def named[T](text: str, titles: Mapping[str, T]) -> T | None:
    """What stands under the title that ``text`` is, begins, or is a small slip of; None where that is not
    sure."""
    plain = {_plain(title): value for title, value in titles.items()}
    wanted = _plain(text)
    if wanted in plain:
        return plain[wanted]
    if len(wanted) < SHORTEST_SLIP:
        return None
    for is_meant in (_is_in_other_order, _is_begun, _is_slip):
        near = [title for title in plain if is_meant(wanted, title)]
        if near:
            return plain[near[0]] if len(near) == 1 else None
    return None


def _is_in_other_order(text: str, title: str) -> bool:
    """Whether the words are the same: "5 or more years"."""
    return len(text.split()) >= FEWEST_WORDS and sorted(text.split()) == sorted(title.split())


def _is_begun(text: str, title: str) -> bool:
    """Whether a title begins so: "less than secondary"."""
    long_enough = len(text.split()) >= FEWEST_BEGUN and len(text) >= SHORTEST_BEGUN
    return long_enough and title.startswith(f"{text} ")


def _is_slip(text: str, title: str) -> bool:
    """Whether only letters differ, and few: a number or a word more or less is another thing."""
    if len(text.split()) != len(title.split()) or re.findall(r"\d+", text) != re.findall(r"\d+", title):
        return False
    return fuzz.ratio(text, title) >= SAME


def _plain(text: str) -> str:
    """Small letters and digits without accents, with one space between words."""
    letters = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join(re.findall(r"\w+", letters.casefold().replace("’", "'")))


def _last_turn(messages: Sequence[StoredMessage]) -> list[Mapping[str, Any]]:
    """What the bot said last, newest first."""
    turn: list[Mapping[str, Any]] = []
    for message in reversed(messages):
        if message.direction == "bot":
            turn.append(message.body)
        elif turn:
            break
    return turn


def _several(said: Said, sender_id: str, text: str, choices: Mapping[str, Any]) -> Press | None:
    """Titles of options, one or several in a row, or that of the button without any."""
    button = said.button(str(choices["button"]), sender_id)
    several = None if button is None else Several.behind(button)
    if button is None or several is None:
        return None
    places = {title: place for place, title in enumerate(several.titles)}
    chosen = _places(text, places)
    if chosen is None and named(text, {several.none: True}) is None:
        return None
    on = sorted(chosen or ())
    return Press(several.answered(on)[0], {"button": button.id, "chosen": on})


def _places(text: str, places: Mapping[str, int]) -> set[int] | None:
    if (whole := named(text, places)) is not None:
        return {whole}
    found = [named(part, places) for part in _JOINTS.split(text) if part]
    return None if not found or None in found else {place for place in found if place is not None}
