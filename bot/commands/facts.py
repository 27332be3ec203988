"""``express-entry facts check``: figures and answers by the age of their last check, and what is wrong."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.commands.common import ANSWERED, FAILED, day, options, tell
from bot.facts import OLD_AFTER_DAYS, all_checked, parity, problems
from bot.replies import Words, words

SHOWN = 15


def add(commands: Any, say: Words) -> None:
    """Register the command."""
    parser: argparse.ArgumentParser = commands.add_parser("facts", help=say("cli-help-facts"))
    parser.add_argument("what", choices=("check",), help=say("cli-help-facts-what"))
    options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Look over everything; exit 1 where something cannot stand."""
    on = day(arguments)
    found = [*problems(on), *parity()]
    checked = [{**asdict(entry), "age_days": entry.age(on)} for entry in all_checked()]
    answer = {
        "as_of": on.isoformat(),
        "problems": [asdict(problem) for problem in found],
        "old": sum(entry["age_days"] > OLD_AFTER_DAYS for entry in checked),
        "checked": [{**entry, "checked": entry["checked"].isoformat()} for entry in checked],
    }
    tell(answer, lambda shown: _in_words(words(arguments.lang), shown), arguments.json)
    return FAILED if found else ANSWERED


def _in_words(say: Words, answer: dict[str, Any]) -> str:
    lines = [say("facts-problem", where=entry["where"], what=entry["what"]) for entry in answer["problems"]]
    lines.append(say("facts-problems", count=len(answer["problems"])))
    lines.append(say("facts-old", count=answer["old"], days=OLD_AFTER_DAYS))
    lines += [
        say(
            "facts-checked",
            kind=entry["kind"],
            name=entry["name"],
            date=date.fromisoformat(entry["checked"]),
            days=entry["age_days"],
        )
        for entry in answer["checked"][:SHOWN]
    ]
    return "\n".join(lines)
