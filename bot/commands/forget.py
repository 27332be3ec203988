"""``express-entry forget``: erases everything that is stored about a person."""

from __future__ import annotations

import argparse
from typing import Any

from bot.commands.common import WrongInput, options, tell
from bot.operating.audit import note
from bot.replies import Words, words
from bot.settings import Settings
from express_entry.points import Because


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("forget", help=say("cli-help-forget"))
    parser.add_argument("id", metavar="ID", help=say("cli-help-id"))
    options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from bot.store import Store, UnknownPerson
    from bot.store.migrations import upgrade

    settings = Settings.from_environment()
    upgrade(settings.database_url)
    try:
        gone = Store(settings.database_url).erase(arguments.id)
    except UnknownPerson:
        raise WrongInput(Because("cli-unknown-person", {"id": arguments.id})) from None
    note(settings.data_dir, "forget", arguments.id)
    say = words(arguments.lang)
    answer = {"forgotten": arguments.id, "conversations": len(gone)}
    return tell(answer, lambda told: say("cli-forgotten", count=told["conversations"]), arguments.json)
