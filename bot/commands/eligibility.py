"""``express-entry eligibility``: who may enter the pool, program by program, and the categories of rounds."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from bot.commands.common import (
    WrongInput,
    day,
    dump,
    each_line,
    options,
    read,
    source_as_json,
    sources_in_words,
    tell,
)
from bot.replies import Words, words
from bot.replies.reasons import reason, reasons
from express_entry.categories import Category, categories
from express_entry.profile import Profile, parse_profile
from express_entry.programs import PROGRAMS, eligibilities
from express_entry.programs.requirements import DayBeforePrograms, Eligibility, Requirement, check_day


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("eligibility", help=say("cli-help-eligibility"))
    parser.add_argument("profile", metavar="PROFILE", help=say("cli-help-profile"))
    options(parser, say, jsonl=True)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    on, say = day(arguments), words(arguments.lang)
    try:
        check_day(on)
    except DayBeforePrograms as error:
        raise WrongInput(error.because) from None

    def answer(document: Any) -> dict[str, Any]:
        return as_json(parse_profile(document, on), on, arguments.lang)

    if arguments.jsonl:
        return each_line(arguments.profile, lambda line: dump(answer(line)), say)
    return tell(answer(read(arguments.profile)), lambda told: in_words(told, say), arguments.json)


def as_json(profile: Profile, on: date, lang: str) -> dict[str, Any]:
    """The answer as the command line tells it: reasons in the words of ``lang``."""
    return {
        **{name: _program(found, lang) for name, found in eligibilities(profile, on).items()},
        "categories": [_category(each, lang) for each in categories(profile, on)],
    }


def _program(found: Eligibility, lang: str) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "eligible": found.eligible,
        "requirements": [_requirement(each, lang) for each in found.requirements],
    }
    if found.grid is not None:
        answer["points"] = found.points
        answer["pass_mark"] = found.pass_mark
        answer["grid"] = {name: line.points for name, line in found.grid.items()}
    return answer


def _requirement(requirement: Requirement, lang: str) -> dict[str, Any]:
    say = words(lang)
    return {
        "id": requirement.id,
        "met": requirement.met,
        "because": reasons(say, requirement.because),
        "source": source_as_json(requirement.source, lang),
        "change": None if requirement.change is None else reason(say, requirement.change),
        "missing": list(requirement.missing),
        "jobs": [
            {"hours": float(count.hours), "because": reasons(say, count.because)}
            for count in requirement.jobs
        ],
    }


def _category(category: Category, lang: str) -> dict[str, Any]:
    return {
        "id": category.id,
        "eligible": category.eligible,
        "because": reasons(words(lang), category.because),
        "source": source_as_json(category.source, lang),
        "missing": list(category.missing),
    }


def in_words(answer: dict[str, Any], say: Words) -> str:
    """The answer as text for people."""
    texts = []
    for name in PROGRAMS:
        found = answer[name]
        texts.append(f"{_mark(found['eligible'])} {say(f'program-{name}')}")
        if "points" in found:
            points = say("cli-fsw-points", points=found["points"], needed=found["pass_mark"])
            texts.append(f"   {points}")
        for each in found["requirements"]:
            label = say(f"requirement-{each['id'].replace('_', '-')}")
            texts.append(f"   {_mark(each['met'])} {label}: {each['because']}")
            if each["change"]:
                texts.append(f"     {each['change']}")
        texts.append("")
    for each in answer["categories"]:
        label = say(f"round-kind-{each['id'].replace('_', '-')}")
        texts.append(f"{_mark(each['eligible'])} {label}: {each['because']}")
    rules = [entry for name in PROGRAMS for entry in answer[name]["requirements"]]
    texts.append("\n" + sources_in_words(say, (*rules, *answer["categories"])))
    return "\n".join(texts)


def _mark(answer: bool | None) -> str:
    return {True: "+", False: "-", None: "?"}[answer]
