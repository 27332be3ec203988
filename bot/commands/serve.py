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
    from bot.operating.room import LEAST_FREE_BYTES, has_room
    from bot.processes.launcher import CannotStart, serve
    from bot.settings import InvalidSetting, Settings
    from bot.store.migrations import DatabaseUnusable

    try:
        settings = Settings.from_environment()
        settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not has_room(settings.data_dir):
            megabytes = LEAST_FREE_BYTES // 2**20
            raise CannotStart(
                f"DATA_DIR: {settings.data_dir} cannot be written, or has less than {megabytes} MB free"
            )
        serve(settings, scheduler=not arguments.no_scheduler)
    except (CannotStart, InvalidSetting, DatabaseUnusable) as error:
        print(error, file=sys.stderr)
        return FAILED
    except OSError as error:
        print(f"DATA_DIR: {error.filename or ''} cannot be used ({error.strerror})", file=sys.stderr)
        return FAILED
    return ANSWERED
