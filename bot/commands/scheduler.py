"""``express-entry scheduler``: only the scheduler, where several replicas serve without one."""

from __future__ import annotations

import argparse
from typing import Any

from bot.commands.common import ANSWERED
from bot.replies import Words


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("scheduler", help=say("cli-help-scheduler"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run its jobs until stopped."""
    from bot.processes.scheduler import main

    main()
    return ANSWERED
