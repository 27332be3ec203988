"""``express-entry whatif``: what would change the score of a profile."""

from __future__ import annotations

import argparse
from typing import Any

from bot.commands.common import WrongInput, day, options, read, tell
from bot.replies import Words, words
from bot.replies.reasons import reason, reasons
from bot.replies.whatif import changes
from express_entry.crs import Breakdown, DayBeforeExpressEntry
from express_entry.days import When
from express_entry.parameters import parameters
from express_entry.profile import parse_profile
from express_entry.whatif import Move, WhatIf, ways_to, what_if


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("whatif", help=say("cli-help-whatif"))
    parser.add_argument("profile", metavar="PROFILE", help=say("cli-help-profile"))
    parser.add_argument("--reach", type=int, metavar="SCORE", help=say("cli-help-reach"))
    options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    on, say = day(arguments), words(arguments.lang)
    if on < parameters().ranking.first_day:
        raise WrongInput(DayBeforeExpressEntry(parameters().ranking.first_day).because)
    profile = parse_profile(read(arguments.profile), on)
    answer = as_json(what_if(profile, on), say)
    if arguments.reach is not None:
        answer["reach"] = [_move(say, way) for way in ways_to(profile, on, arguments.reach)]
    return tell(answer, lambda told: in_words(told, say), arguments.json)


def as_json(found: WhatIf, say: Words) -> dict[str, Any]:
    """The answer as the command line tells it: changes and reasons in words."""
    rules = found.base.rules
    both = found.principal
    return {
        "base": found.base.total,
        "moves": [_move(say, move) for move in found.moves],
        "pairs": [_move(say, pair) for pair in found.pairs],
        "age_drops": [
            {"date": _day(drop.date), "age": drop.age, "total": drop.total, "loss": drop.loss}
            for drop in found.age_drops
        ],
        "expiries": [
            {"what": each.what, "date": _day(each.date), "total": each.total, "loss": each.loss}
            for each in found.expiries
        ],
        "principal": {"candidate": _principal(both.candidate), "partner": _principal(both.partner)}
        if both
        else None,
        "rules": {
            "date": rules.date.isoformat(),
            "complete": rules.complete,
            "notice": None if rules.notice is None else reason(say, rules.notice),
        },
    }


def _move(say: Words, move: Move) -> dict[str, Any]:
    return {
        "id": move.id,
        "change": changes(say, move),
        "total": move.total,
        "gain": move.gain,
        "because": reasons(say, move.because),
        "kind": move.kind,
    }


def _principal(breakdown: Breakdown) -> dict[str, Any]:
    return {"total": breakdown.total, "missing": list(breakdown.missing)}


def _day(day: When | None) -> str | None:
    return None if day is None else day.isoformat()


def in_words(answer: dict[str, Any], say: Words) -> str:
    """The answer as text for people."""
    texts = [say("cli-whatif-base", total=answer["base"])]
    for name in ("moves", "pairs", "reach"):
        entries = answer.get(name) or []
        if entries:
            texts.append("\n" + say(f"cli-whatif-{name}"))
        texts += [f"   +{each['gain']:<4} {each['total']:>5}  {each['change']}" for each in entries]
    if answer["age_drops"]:
        texts.append("\n" + say("cli-whatif-age"))
        texts += [
            f"   {each['date'] or '':<10} {each['age']:>3}  {each['total']:>5}"
            for each in answer["age_drops"]
        ]
    if answer["principal"]:
        both = answer["principal"]
        totals = {name: both[name]["total"] for name in ("candidate", "partner")}
        texts.append("\n" + say("cli-whatif-principal", **totals))
    if answer["rules"]["notice"]:
        texts.append(f"\n{answer['rules']['notice']}")
    return "\n".join(texts)
