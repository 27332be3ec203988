"""``express-entry export``: everything that is stored about a person, as JSON."""

from __future__ import annotations

import argparse
import json
from typing import Any

from bot.commands.common import WrongInput, options
from bot.operating.audit import note
from bot.replies import Words
from bot.settings import Settings
from express_entry.points import Because


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("export", help=say("cli-help-export"))
    parser.add_argument("id", metavar="ID", help=say("cli-help-id"))
    options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print it; files and pictures in base64."""
    from bot.store import Store, UnknownPerson
    from bot.store.migrations import upgrade

    settings = Settings.from_environment()
    upgrade(settings.database_url)
    try:
        found = Store(settings.database_url).export(arguments.id)
    except UnknownPerson:
        raise WrongInput(Because("cli-unknown-person", {"id": arguments.id})) from None
    note(settings.data_dir, "export", arguments.id)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0
