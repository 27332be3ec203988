"""``express-entry widget``: the lines that put the chat into a page, with the version and hash of today."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from bot.commands.common import options, tell
from bot.replies import Words, words

HOST = "https://HOST"


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("widget", help=say("cli-help-widget"))
    parser.add_argument("--host", default=HOST, help=say("cli-help-widget-host"))
    options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print them."""
    from bot.channels.web import widget

    release = {"version": widget.version(), "integrity": widget.integrity()}
    answer = {**release, **widget.lines(arguments.host.rstrip("/"))}
    return tell(answer, lambda found: _text(words(arguments.lang), found), arguments.json)


def _text(say: Words, found: Mapping[str, Any]) -> str:
    return say("cli-widget", **{key: str(value) for key, value in found.items()})
