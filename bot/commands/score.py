"""``express-entry score``: the CRS score of a profile, or of many."""

from __future__ import annotations

import argparse
from datetime import date
from functools import lru_cache
from typing import Any

from bot.commands.common import (
    WrongInput,
    day,
    dump,
    each_line,
    options,
    read,
    sentence,
    source_as_json,
    sources_in_words,
    tell,
)
from bot.replies import Words, words
from bot.replies.crs import line_name, section_name
from express_entry.crs import Breakdown, DayBeforeExpressEntry, RulesUsed, score
from express_entry.parameters import parameters
from express_entry.points import Because, Line
from express_entry.profile import parse_profile


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("score", help=say("cli-help-score"))
    parser.add_argument("profile", metavar="PROFILE", help=say("cli-help-profile"))
    options(parser, say, jsonl=True)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    on, say = day(arguments), words(arguments.lang)
    if on < parameters().ranking.first_day:
        raise WrongInput(DayBeforeExpressEntry(parameters().ranking.first_day).because)

    def answer(document: Any) -> Breakdown:
        return score(parse_profile(document, on), on)

    if arguments.jsonl:
        return each_line(arguments.profile, lambda line: one_line(answer(line), arguments.lang), say)
    found = as_json(answer(read(arguments.profile)), arguments.lang)
    return tell(found, lambda told: in_words(told, say), arguments.json)


def as_json(breakdown: Breakdown, lang: str) -> dict[str, Any]:
    """The answer as the command line tells it: reasons in the words of ``lang``."""
    return {
        **_summary(breakdown),
        "lines": [_line(line, lang) for line in breakdown.lines],
        "rules": _rules(breakdown.rules, lang),
    }


def one_line(breakdown: Breakdown, lang: str) -> str:
    """The same as one line of JSON, put together from texts that are kept for all profiles."""
    sections = ", ".join([f'"{name}": {points}' for name, points in breakdown.sections.items()])
    lines = ", ".join([_line_text(line, lang) for line in breakdown.lines])
    return (
        f'{{"total": {breakdown.total}, "max": {breakdown.max}, "sections": {{{sections}}}, '
        f'"missing": {_missing_text(breakdown.missing)}, "lines": [{lines}], '
        f'"rules": {_rules_text(breakdown.rules, lang)}}}'
    )


def _summary(breakdown: Breakdown) -> dict[str, Any]:
    return {
        "total": breakdown.total,
        "max": breakdown.max,
        "sections": breakdown.sections,
        "missing": breakdown.missing,
    }


@lru_cache(maxsize=4096)
def _missing_text(missing: tuple[str, ...]) -> str:
    return dump(missing)


@lru_cache(maxsize=65536)
def _line_text(line: Line, lang: str) -> str:
    return dump(_line(line, lang))


@lru_cache(maxsize=1024)
def _rules_text(rules: RulesUsed, lang: str) -> str:
    return dump(_rules(rules, lang))


def _rules(rules: RulesUsed, lang: str) -> dict[str, Any]:
    return {
        "date": rules.date.isoformat(),
        "asked_for": rules.asked_for.isoformat(),
        "complete": rules.complete,
        "notice": None if rules.notice is None else sentence(words(lang), rules.notice),
        "source": None if rules.source is None else source_as_json(rules.source, lang),
    }


def _line(line: Line, lang: str) -> dict[str, Any]:
    return {
        "id": line.id,
        "section": line.section,
        "points": line.points,
        "max": line.max,
        "because": " ".join([_sentence(reason, lang) for reason in line.because]),
        "source": source_as_json(line.source, lang),
    }


@lru_cache(maxsize=4096)
def _sentence(reason: Because, lang: str) -> str:
    return sentence(words(lang), reason)


def in_words(answer: dict[str, Any], say: Words) -> str:
    """The answer as text for people."""
    rules = answer["rules"]
    texts = [say("cli-score", total=answer["total"], max=answer["max"], date=_told(rules["date"]))]
    names = {line["id"]: line_name(say, line["id"]) for line in answer["lines"]}
    width = max(len(name) for name in names.values())
    for section, points in answer["sections"].items():
        lines = [line for line in answer["lines"] if line["section"] == section]
        if lines:
            texts.append(f"\n{section}  {section_name(say, section):<{width}}  {points:>4}")
        texts += [
            f"   {names[line['id']]:<{width}}  {line['points']:>4} / {line['max']:<4} {line['because']}"
            for line in lines
        ]
    if answer["missing"]:
        facts = ", ".join(
            say(f"fact-{path.replace('.', '-').replace('_', '-')}") for path in answer["missing"]
        )
        texts.append("\n" + say("cli-missing", facts=facts))
    if rules["notice"]:
        texts.append(f"\n{rules['notice']}\n{rules['source']['url']}")
    texts.append("\n" + sources_in_words(say, answer["lines"]))
    return "\n".join(texts)


def _told(text: str) -> date:
    return date.fromisoformat(text)
