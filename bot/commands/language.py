"""``express-entry language``: test scores as CLB or NCLC levels."""

from __future__ import annotations

import argparse
from typing import Any

from bot.commands.common import day, dump, each_line, options, sentence, source_as_json, tell
from bot.replies import Words, words
from express_entry.days import read_when
from express_entry.language import ABILITIES, TESTS, levels
from express_entry.profile import parse_test


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("language", help=say("cli-help-language"))
    parser.add_argument(
        "test", metavar="TEST", nargs="?", default="-", help=say("cli-help-test", tests=", ".join(TESTS))
    )
    for ability in ABILITIES:
        parser.add_argument(f"--{ability}", metavar="SCORE", help=say(f"ability-{ability}"))
    parser.add_argument("--scale", help=say("cli-help-scale"))
    parser.add_argument("--date", metavar="YYYY-MM-DD", help=say("cli-help-date"))
    options(parser, say, jsonl=True)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    on, say = day(arguments), words(arguments.lang)

    def answer(document: Any) -> dict[str, Any]:
        found = levels(parse_test(document), on)
        return {
            "levels": found.by_ability(),
            "framework": found.framework,
            "valid_until": None if found.valid_until is None else found.valid_until.isoformat(),
            "counts": found.counts,
            "because": " ".join(sentence(say, reason) for reason in found.because),
            "source": source_as_json(found.source, arguments.lang),
        }

    if arguments.jsonl:
        named = {"test": arguments.test} if arguments.test in TESTS else {}
        return each_line("-" if named else arguments.test, lambda line: dump(answer(_with(named, line))), say)
    return tell(answer(_document(arguments)), lambda found: in_words(found, say), arguments.json)


def _with(named: dict[str, str], line: Any) -> Any:
    """A test object of a line, of the test that the command names unless it names its own."""
    return {**named, **line} if isinstance(line, dict) else line


def _document(arguments: argparse.Namespace) -> dict[str, Any]:
    document: dict[str, Any] = {"test": arguments.test}
    document |= {name: value for name in ("scale", "date") if (value := getattr(arguments, name)) is not None}
    for ability in ABILITIES:
        given = getattr(arguments, ability)
        if given is not None:
            document[ability] = _number(given)
    return document


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def in_words(answer: dict[str, Any], say: Words) -> str:
    """The answer as text for people."""
    framework = answer["framework"]
    texts = [
        say("because-ability", ability=ability, framework=framework, level=level)
        for ability, level in answer["levels"].items()
    ]
    if answer["because"]:
        texts.append(answer["because"])
    if answer["valid_until"] and answer["counts"]:
        texts.append(say("cli-valid-until", date=read_when(answer["valid_until"])))
    return "\n".join((*texts, answer["source"]["url"]))
