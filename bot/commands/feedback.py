"""``express-entry feedback``: what people thought of answers."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from bot.commands.common import day_option, options, tell
from bot.replies import Words, words
from bot.settings import Settings


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("feedback", help=say("cli-help-feedback"))
    parser.add_argument("--since", type=day_option, metavar="YYYY-MM-DD", help=say("cli-help-feedback-since"))
    options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print it, the newest day first."""
    from bot.store import make_engine
    from bot.store.feedback import Feedback
    from bot.store.migrations import upgrade

    url = Settings.from_environment().database_url
    upgrade(url)
    found = Feedback(make_engine(url)).opinions(arguments.since)
    opinions = [{**asdict(each), "on_date": each.on_date.isoformat()} for each in found]
    say = words(arguments.lang)
    return tell({"opinions": opinions}, lambda answer: "\n".join(_lines(say, answer)), arguments.json)


def _lines(say: Words, answer: Mapping[str, Any]) -> Iterator[str]:
    opinions = answer["opinions"]
    ups = sum(each["verdict"] == "up" for each in opinions)
    yield say("cli-feedback", up=ups, down=len(opinions) - ups)
    for each in opinions:
        about = " ".join(f"{key}={value}" for key, value in sorted(each["about"].items()))
        parts = (each["on_date"], each["channel"], each["language"], each["verdict"], about, each["comment"])
        yield "  ".join(str(part) for part in parts if part)
