"""``express-entry pause``: every channel answers with one sentence, until it is ended."""

from __future__ import annotations

import argparse
from typing import Any

from bot.commands.common import options, tell
from bot.operating import pausing
from bot.operating.audit import note
from bot.replies import Words, words
from bot.settings import Settings


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("pause", help=say("cli-help-pause"))
    parser.add_argument("sentence", nargs="?", metavar="TEXT", help=say("cli-help-pause-text"))
    parser.add_argument("--french", metavar="TEXT", help=say("cli-help-pause-french"))
    parser.add_argument("--end", action="store_true", help=say("cli-help-pause-end"))
    options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    settings = Settings.from_environment()
    given = {"en": arguments.sentence, "fr": arguments.french}
    if arguments.end:
        pausing.resume(settings.data_dir)
    else:
        pausing.pause(settings.data_dir, {lang: said for lang, said in given.items() if said})
    note(settings.data_dir, "resume" if arguments.end else "pause")
    say = words(arguments.lang)
    answer = {"paused": not arguments.end}
    return tell(answer, lambda told: say("cli-paused" if told["paused"] else "cli-resumed"), arguments.json)
