"""``express-entry chances``: a profile against the rounds it can be invited in, and in the pool."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from bot.commands.common import WrongInput, day, options, read, source_as_json, tell
from bot.commands.rounds import as_json as round_as_json
from bot.replies import Words
from bot.replies import rounds as replies
from bot.replies.caveats import with_caveats
from bot.settings import Settings
from bot.sources.rounds import history as history_of
from express_entry.chances import Chance, Chances, Outlook, Place, chances, standing
from express_entry.crs import DayBeforeExpressEntry
from express_entry.profile import parse_profile
from express_entry.programs.requirements import DayBeforePrograms


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("chances", help=say("cli-help-chances"))
    parser.add_argument("profile", metavar="PROFILE", help=say("cli-help-profile"))
    options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    on = day(arguments)
    history = history_of(Settings.from_environment().data_dir).until(on)
    profile = parse_profile(read(arguments.profile), on)
    try:
        found = chances(standing(profile, on), history, on)
    except (DayBeforeExpressEntry, DayBeforePrograms) as error:
        raise WrongInput(error.because) from None
    answer = as_json(found, arguments.lang)
    answer["source"] = source_as_json(history.source, arguments.lang)
    text = with_caveats(replies.chances(arguments.lang, found, history, everything=True), ())
    links = (f"{source.title}\n{source.url}" for source in text.sources)
    return tell(answer, lambda _: "\n\n".join((text.text.replace("**", ""), *links)), arguments.json)


def as_json(found: Chances, lang: str) -> dict[str, Any]:
    """The answer as plain values."""
    of = found.standing
    return {
        "score": of.score,
        "missing": of.missing,
        "rules": {"date": of.rules.date.isoformat(), "complete": of.rules.complete},
        "as_of": found.as_of.isoformat(),
        "chances": [_chance(each, lang) for each in found.chances],
        "place": _place(found.place),
        "earlier": _place(found.earlier),
    }


def _chance(found: Chance, lang: str) -> dict[str, Any]:
    year = None if found.year is None else {**asdict(found.year), "reached": found.enough}
    return {
        "category": found.category,
        "eligible": found.sure or None,
        "gap": found.gap,
        "other_rules": found.other_rules,
        "last": [round_as_json(each, lang) for each in found.last],
        "year": year,
        "cadence": None if found.cadence is None else asdict(found.cadence),
        "outlook": _outlook(found.outlook),
    }


def _outlook(found: Outlook | None) -> dict[str, Any] | None:
    if found is None:
        return None
    before = None if found.before is None else found.before.isoformat()
    return {**asdict(found), "mean_error": round(found.mean_error, 1), "before": before}


def _place(found: Place | None) -> dict[str, Any] | None:
    return None if found is None else {**asdict(found), "as_of": found.as_of.isoformat()}
