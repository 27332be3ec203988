"""The commands of the menu, what each means, and how Telegram introduces the bot, all per language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.channels.menu import MENU
from bot.languages import LANGUAGES
from bot.replies import words
from bot.replies.buttons import CODE, DOSSIER

COMMANDS: Mapping[str, str] = {
    "start": "/greet",
    "help": "/help",
    **MENU,
    "dossier": DOSSIER[1],
    "language": "/change_language",
    "subscribe": "/subscribe",
    "code": CODE,
    "delete": "/delete_data",
    "cancel": "/pause",
}
"""What Rasa (of a code: the channel itself) is to read for each command, in the order of the menu."""
IN_GROUPS = frozenset({"rounds"})
"""What is answered in a group: nothing that could ask for, or show, facts about a person."""
BEGIN_INTAKE = "/start"
"""What Rasa reads to begin the questions, or to go on with them."""


def menu(lang: str) -> list[dict[str, str]]:
    """The commands with what they do, as ``setMyCommands`` takes them."""
    say = words(lang)
    return [{"command": name, "description": say(f"telegram-command-{name}")} for name in COMMANDS]


def introductions(default: str = "en") -> list[tuple[str, dict[str, Any]]]:
    """The calls that set menu and descriptions, for every language and for people of any other one."""
    calls: list[tuple[str, dict[str, Any]]] = []
    for lang in LANGUAGES:
        say = words(lang)
        for code in {lang, "" if lang == default else lang}:
            calls += [
                ("setMyCommands", {"commands": menu(lang), "language_code": code}),
                ("setMyDescription", {"description": say("telegram-description"), "language_code": code}),
                (
                    "setMyShortDescription",
                    {"short_description": say("telegram-short-description"), "language_code": code},
                ),
            ]
    calls.append(("setChatMenuButton", {"menu_button": {"type": "commands"}}))
    return calls
