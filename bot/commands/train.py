"""``express-entry train``: trains the model that understands messages."""

from __future__ import annotations

import argparse
from typing import Any

from bot.commands.common import ANSWERED
from bot.replies import Words


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("train", help=say("cli-help-train"))
    parser.add_argument("--force", action="store_true", help=say("cli-help-force"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Train if the training data changed, and print the model's path."""
    from bot.rasa.training import ensure_model

    print(ensure_model(force=arguments.force))
    return ANSWERED
