"""``express-entry rounds``: rounds of invitations, and ``rounds refresh``: from the official feed."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.commands.common import FAILED, day, day_option, options, source_as_json, tell
from bot.replies import Words, words
from bot.replies.rounds import kind_name
from bot.settings import Settings
from bot.sources.rounds import history as history_of
from express_entry.rounds import OTHER, History, Round, known_categories, moment_text

if TYPE_CHECKING:
    from bot.sources.feed import Refresh

REFRESH = "refresh"
LISTED = 10
"""How many rounds are told in words where no ``--limit`` is given; as JSON it is all."""


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("rounds", help=say("cli-help-rounds"))
    parser.add_argument("what", nargs="?", choices=(REFRESH,), help=say("cli-help-rounds-refresh"))
    parser.add_argument(
        "--category", choices=(*known_categories(), OTHER), metavar="ID", help=say("cli-help-rounds-category")
    )
    parser.add_argument("--since", type=day_option, metavar="YYYY-MM-DD", help=say("cli-help-rounds-since"))
    parser.add_argument("--limit", type=_limit, metavar="N", help=say("cli-help-rounds-limit"))
    parser.add_argument("--url", help=say("cli-help-rounds-url"))
    parser.add_argument("--accept", action="store_true", help=say("cli-help-rounds-accept"))
    options(parser, say)
    parser.set_defaults(run=run)


def _limit(text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise ValueError(text)
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Answer, or refresh."""
    settings, say = Settings.from_environment(), words(arguments.lang)
    if arguments.what == REFRESH:
        return _refresh(settings, arguments, say)
    history = history_of(settings.data_dir).until(day(arguments))
    rounds = history.of(arguments.category, since=arguments.since)[::-1][: arguments.limit]
    answer = {
        "rounds": [as_json(each, arguments.lang) for each in rounds],
        "as_of": history.as_of.isoformat(),
        "source": source_as_json(history.source, arguments.lang),
    }
    shown = rounds if arguments.limit is not None else rounds[:LISTED]
    return tell(answer, lambda _: in_words(shown, history, say), arguments.json)


def _refresh(settings: Settings, arguments: argparse.Namespace, say: Words) -> int:
    from bot.sources.feed import FeedError, refresh

    try:
        found = refresh(settings.data_dir, arguments.url, arguments.accept)
    except FeedError as error:
        print(error, file=sys.stderr)
        return FAILED
    return tell(refreshed(found), lambda answer: refreshed_in_words(answer, say), arguments.json)


def as_json(each: Round, lang: str = "en") -> dict[str, Any]:
    """A round as the command line tells it."""
    return {
        "number": each.number,
        "date": each.date.isoformat(),
        "type": each.name_fr if lang == "fr" and each.name_fr else each.name,
        "category": each.category,
        "programs": each.programs,
        "invitations": each.invitations,
        "cutoff": each.cutoff,
        "tie_break": moment_text(each.tie_break) or None,
    }


def in_words(rounds: tuple[Round, ...], history: History, say: Words) -> str:
    """Rounds as lines for people."""
    lines = [
        f"{each.number:>5}  {each.date}  {each.cutoff:>4}  {say.number(each.invitations):>6}"
        f"  {kind_name(say.lang, each.category, each)}"
        for each in rounds
    ]
    known = say("round-as-of", date=history.as_of)
    return "\n".join((*(lines or [say("round-none")]), known, history.source.url(say.lang)))


def refreshed(found: Refresh) -> dict[str, Any]:
    """What a refresh found, as the command line tells it."""
    return {
        "added": [as_json(each) for each in found.added],
        "changed": [asdict(change) for change in found.changed],
        "problems": [str(problem) for problem in found.problems],
        "modified": found.modified,
        "as_of": found.history.as_of.isoformat(),
    }


def refreshed_in_words(answer: dict[str, Any], say: Words) -> str:
    """What a refresh found, in words; problems as they stand in the log."""
    lines = [
        say("cli-rounds-refreshed", added=len(answer["added"]), date=date.fromisoformat(answer["as_of"]))
    ]
    lines += [
        f"{each['number']:>5}  {each['date']}  {each['cutoff']:>4}  {each['type']}"
        for each in answer["added"]
    ]
    for change in answer["changed"]:
        message = "cli-rounds-changed" if change["taken"] else "cli-rounds-waiting"
        lines.append(say(message, **{key: change[key] for key in ("number", "field", "known", "published")}))
    return "\n".join((*lines, *answer["problems"]))
