"""``express-entry noc``: the occupations that a job title or code may mean."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import Any

from bot.commands.common import ANSWERED, WrongInput, day, dump, opened, options, refused, tell
from bot.languages import LANGUAGES
from bot.replies import Words, words
from bot.replies.rounds import kind_name
from express_entry.occupations.noc import classification
from express_entry.occupations.search import level_in, question, search
from express_entry.points import Because

LIMIT, MOST = 5, 24
"""How many occupations are told, and how many may be asked for."""


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("noc", help=say("cli-help-noc"))
    parser.add_argument("title", metavar="TITLE", help=say("cli-help-title"))
    parser.add_argument("--limit", type=int, default=LIMIT, help=say("cli-help-limit-noc", limit=LIMIT))
    options(parser, say, jsonl=True)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    on, say = day(arguments), words(arguments.lang)
    if not 1 <= arguments.limit <= MOST:
        raise WrongInput(Because("cli-noc-limit", {"most": MOST}))
    if not arguments.jsonl:
        found = answer(_title(arguments.title), arguments.lang, arguments.limit, on)
        return tell(found, lambda told: in_words(told, say), arguments.json)
    with opened(arguments.title) as file:
        for line in file:
            try:
                title, lang = _line(line)
                print(dump(answer(title, lang or arguments.lang, arguments.limit, on)))
            except WrongInput as error:
                print(dump(refused(say, error)))
    return ANSWERED


def answer(title: str, lang: str, limit: int, on: date) -> dict[str, Any]:
    """The answer as the command line tells it."""
    matches, groups, level = search(title, lang, limit, on), classification(), level_in(title)
    return {
        "results": [
            {
                "code": match.code,
                "title": match.title(lang),
                "teer": match.teer,
                "skilled": match.skilled,
                "matched": match.matched,
                "confidence": match.confidence,
                "categories": match.categories,
                "url": match.url(lang),
            }
            for match in matches
        ],
        "question": [{"code": option.code, "title": option.title} for option in question(matches, lang)],
        "level": None if level is None else {"level": level, "teer": groups.levels[level]},
        "meta": {
            "classification": groups.version[lang],
            "attribution": groups.attribution[lang],
            "licence": {"title": groups.licence["title"], "url": groups.licence[lang]},
            "categories_checked": groups.checked.isoformat(),
        },
    }


def _title(text: str) -> str:
    if not text.strip():
        raise WrongInput(Because("cli-noc-title", {"languages": ", ".join(LANGUAGES)}))
    return text


def _line(line: bytes) -> tuple[str, str | None]:
    """The title of a line (plain, or ``{"title", "lang"}``) and its language if told."""
    text = line.decode("utf-8", errors="replace").strip()
    if not text.startswith("{"):
        return _title(text), None
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return text, None
    if not isinstance(document.get("title"), str) or document.get("lang") not in (None, *LANGUAGES):
        return _title(""), None
    return _title(document["title"]), document.get("lang")


def in_words(found: dict[str, Any], say: Words) -> str:
    """The answer as text for people."""
    parts = []
    for result in found["results"]:
        lines = [
            say("cli-noc-match", code=result["code"], title=result["title"]),
            say(
                "cli-noc-details",
                teer=result["teer"],
                skilled="yes" if result["skilled"] else "no",
                matched=result["matched"],
                percent=round(100 * result["confidence"]),
            ),
        ]
        if result["categories"]:
            names = ", ".join(kind_name(say.lang, category) for category in result["categories"])
            lines.append(say("cli-noc-categories", names=names))
        parts.append("\n       ".join((*lines, result["url"])))
    if found["level"] is not None:
        teers = ", ".join(map(str, found["level"]["teer"]))
        parts.append(say("noc-level", level=found["level"]["level"], teers=teers))
    if found["question"]:
        named = [say("noc-choice", title=option["title"]) for option in found["question"]]
        choices = say("noc-ask-or", first=", ".join(named[:-1]), last=named[-1])
        parts.append(say("noc-ask", choices=choices))
    return "\n\n".join((*parts, found["meta"]["attribution"]))
