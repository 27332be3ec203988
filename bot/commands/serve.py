"""``express-entry serve``: starts the assistant and keeps it running."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from bot.commands.common import ANSWERED, FAILED
from bot.replies import Words


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("serve", help=say("cli-help-serve"))
    parser.add_argument("--no-scheduler", action="store_true", help=say("cli-help-no-scheduler"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped."""
    from bot.processes.launcher import CannotStart, serve
    from bot.settings import InvalidSetting, Settings

    try:
        serve(Settings.from_environment(), scheduler=not arguments.no_scheduler)
    except (CannotStart, InvalidSetting) as error:
        print(error, file=sys.stderr)
        return FAILED
    return ANSWERED
