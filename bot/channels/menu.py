"""What the assistant can do, the same on every channel: a menu that stays, whatever is being talked about."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.languages import LANGUAGES
from bot.replies import words
from bot.replies.buttons import DEVICES

MENU: Mapping[str, str] = {
    "score": "/show_score",
    "eligibility": "/ask_eligibility",
    "chances": "/ask_chances",
    "improve": "/ask_improve",
    "rounds": "/ask_latest_round",
    "noc": "/ask_noc",
    "documents": "/ask_documents",
    "costs": "/ask_costs",
    "deadlines": "/ask_deadlines",
    "profile": "/show_profile",
    "devices": DEVICES,
    "privacy": "/privacy",
}
"""What Rasa (of devices: the channel itself) reads for each entry, in the order in which they are shown."""


@cache
def titles() -> Mapping[str, str]:
    """The names of the entries by their titles in every language."""
    return {words(lang)(f"widget-menu-{name}"): name for lang in LANGUAGES for name in MENU}
