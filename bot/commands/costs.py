"""``express-entry costs``: fees, usual prices and settlement funds for the family of a profile."""

from __future__ import annotations

import argparse
from typing import Any

from bot.commands.common import (
    WrongInput,
    circumstances,
    circumstances_options,
    day,
    options,
    read,
    source_as_json,
    sources_in_words,
    tell,
)
from bot.replies import Words, words
from bot.replies.costs import cost_name, money
from bot.replies.reasons import reason, reasons
from bot.settings import Settings
from bot.sources.official import published
from express_entry.costs import CURRENCY, CostLine, Costs, DayBeforeCosts, Range, as_published, costs
from express_entry.profile import parse_profile


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("costs", help=say("cli-help-costs"))
    parser.add_argument("profile", metavar="PROFILE", help=say("cli-help-profile"))
    options(parser, say)
    circumstances_options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    on, say = day(arguments), words(arguments.lang)
    profile = parse_profile(read(arguments.profile), on)
    try:
        found = costs(profile, on, circumstances(arguments))
    except DayBeforeCosts as error:
        raise WrongInput(error.because) from None
    found = as_published(found, published(Settings.from_environment().data_dir))
    return tell(as_json(found, say), lambda told: in_words(told, say), arguments.json)


def as_json(found: Costs, say: Words) -> dict[str, Any]:
    """The answer as the command line tells it: reasons in words, amounts in dollars."""
    return {
        "on": found.on.isoformat(),
        "currency": CURRENCY,
        "fees": [_line(say, line) for line in found.fees],
        "third_party": [_line(say, line) for line in found.others],
        "totals": {"fees": vars(found.fees_total), "all": vars(found.total)},
        "funds": {
            "needed": found.funds_needed,
            "amount": found.funds_amount,
            "programs": [
                {
                    "program": need.program,
                    "needed": need.needed,
                    "because": reasons(say, need.because),
                    "source": source_as_json(need.source, say.lang),
                }
                for need in found.funds
            ],
        },
        "not_included": say("costs-unpriced"),
        "notice": None if found.notice is None else reason(say, found.notice),
        "missing": list(found.missing),
    }


def _line(say: Words, line: CostLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "name": cost_name(say, line),
        "least": line.least,
        "most": line.most,
        "because": reasons(say, line.because),
        "since": line.since.isoformat(),
        "certainty": line.certainty,
        "source": source_as_json(line.source, say.lang),
    }


def in_words(answer: dict[str, Any], say: Words) -> str:
    """The answer as text for people."""
    texts = []
    for name, heading in (("fees", "cli-costs-fees"), ("third_party", "cli-costs-others")):
        texts.append(say(heading))
        texts += [_in_words(say, line) for line in answer[name]]
    for name, heading in (("fees", "cli-costs-fees"), ("all", "cli-costs-total")):
        amount = money(say, Range(**answer["totals"][name]))
        texts.append(say("cli-costs-sum", name=say(heading), amount=amount))
    texts += [answer["not_included"], "", say("cli-costs-funds")]
    texts += [
        f"   {say('program-' + need['program'])}: {need['because']}" for need in answer["funds"]["programs"]
    ]
    lines = (*answer["fees"], *answer["third_party"], *answer["funds"]["programs"])
    return "\n".join([*texts, "", sources_in_words(say, lines)])


def _in_words(say: Words, line: dict[str, Any]) -> str:
    certainty = f" ({say('cli-certainty-' + line['certainty'])})" if line["certainty"] else ""
    return f"   {money(say, Range(line['least'], line['most'])):>16}  {line['name']}{certainty}"
