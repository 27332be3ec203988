"""``express-entry timeline``: every deadline of an invitation, of a profile, or of both."""

from __future__ import annotations

import argparse
from typing import Any

from bot.commands.common import (
    WrongInput,
    circumstances,
    circumstances_options,
    day,
    day_option,
    options,
    read,
    source_as_json,
    sources_in_words,
    tell,
)
from bot.replies import Words, words
from bot.replies.timeline import what
from express_entry.points import Because
from express_entry.profile import parse_profile
from express_entry.programs.requirements import DayBeforePrograms
from express_entry.timeline import Dates, Timeline, future_dates, timeline

EVENTS = {
    "ita": "--ita",
    "profile": "--profile-submitted",
    "nomination": "--nomination",
    "biometrics": "--biometrics",
    "medical": "--medical",
}
"""The option for each day of :class:`express_entry.timeline.Dates`."""


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("timeline", help=say("cli-help-timeline"))
    parser.add_argument("profile", metavar="PROFILE", nargs="?", help=say("cli-help-timeline-profile"))
    for name, option in EVENTS.items():
        text = say(f"cli-help-{option.removeprefix('--')}")
        parser.add_argument(option, dest=f"day_{name}", type=day_option, metavar="YYYY-MM-DD", help=text)
    options(parser, say)
    circumstances_options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    on, say = day(arguments), words(arguments.lang)
    profile = parse_profile(read(arguments.profile) if arguments.profile else {}, on)
    dates = Dates(**{name: getattr(arguments, f"day_{name}") for name in EVENTS})
    for name in future_dates(dates, on):
        raise WrongInput(Because("cli-date-to-come", {"option": EVENTS[name], "date": getattr(dates, name)}))
    try:
        found = timeline(profile, on, dates, circumstances(arguments))
    except DayBeforePrograms as error:
        raise WrongInput(error.because) from None
    return tell(as_json(found, say), lambda told: in_words(told, say), arguments.json)


def as_json(found: Timeline, say: Words) -> dict[str, Any]:
    """The answer as the command line tells it."""
    return {
        "on": found.on.isoformat(),
        "deadlines": [
            {
                "id": each.id,
                "kind": each.kind,
                "date": each.date.isoformat(),
                "passed": each.date < found.on,
                "because": what(say, each).replace("**", ""),
                "certainty": each.certainty,
                "source": source_as_json(each.source, say.lang),
            }
            for each in found.deadlines
        ],
    }


def in_words(answer: dict[str, Any], say: Words) -> str:
    """The answer as text for people."""
    told = answer["deadlines"]
    texts = [f"{each['date']} {'-' if each['passed'] else ' '} {each['because']}" for each in told]
    if not texts:
        return say("timeline-untold")
    return "\n".join([*texts, "", sources_in_words(say, told)])
