"""``express-entry score``: the CRS score of a profile, or of many."""

from __future__ import annotations

import argparse
from datetime import date
from functools import lru_cache
from typing import Any

from bot.commands.common import WrongInput, day, each_line, options, read, sentence, tell
from bot.replies import Words, words
from bot.replies.crs import line_name, section_name
from express_entry.crs import Breakdown, DayBeforeExpressEntry, score
from express_entry.parameters import parameters
from express_entry.points import Because, Line, Source
from express_entry.profile import parse_profile


def add(commands: Any, say: Words) -> None:
    """Register the command."""
    parser: argparse.ArgumentParser = commands.add_parser("score", help=say("cli-help-score"))
    parser.add_argument("profile", metavar="PROFILE", help=say("cli-help-profile"))
    options(parser, say, jsonl=True)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Answer."""
    on, say = day(arguments), words(arguments.lang)
    if on < parameters().ranking.first_day:
        raise WrongInput(DayBeforeExpressEntry(parameters().ranking.first_day).because)

    def answer(document: Any) -> dict[str, Any]:
        return as_json(score(parse_profile(document, on), on), arguments.lang)

    if arguments.jsonl:
        return each_line(arguments.profile, answer, say)
    return tell(answer(read(arguments.profile)), lambda found: in_words(found, say), arguments.json)


def as_json(breakdown: Breakdown, lang: str) -> dict[str, Any]:
    """The answer as the command line tells it: reasons in the words of ``lang``."""
    rules = breakdown.rules
    return {
        "total": breakdown.total,
        "max": breakdown.max,
        "sections": breakdown.sections,
        "lines": [_line(line, lang) for line in breakdown.lines],
        "missing": breakdown.missing,
        "rules": {
            "date": rules.date.isoformat(),
            "asked_for": rules.asked_for.isoformat(),
            "complete": rules.complete,
            "notice": None if rules.notice is None else _sentence(rules.notice, lang),
            "source": None if rules.source is None else _source(rules.source, lang),
        },
    }


def _line(line: Line, lang: str) -> dict[str, Any]:
    return {
        "id": line.id,
        "section": line.section,
        "points": line.points,
        "max": line.max,
        "because": " ".join([_sentence(reason, lang) for reason in line.because]),
        "source": _source(line.source, lang),
    }


def _source(source: Source, lang: str) -> dict[str, str]:
    return {"title": source.title(lang), "url": source.url(lang)}


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
    sources = dict.fromkeys((line["source"]["title"], line["source"]["url"]) for line in answer["lines"])
    texts.append("\n" + say("cli-sources"))
    texts += [f"   {title}\n   {url}" for title, url in sources]
    return "\n".join(texts)


def _told(text: str) -> date:
    return date.fromisoformat(text)
