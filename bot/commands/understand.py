"""``express-entry understand``: what the bot takes a message to mean, without a conversation."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.commands.common import ANSWERED, WrongInput, day, dump, opened, options, refused, tell
from bot.languages import LANGUAGES
from bot.replies import Words, words
from express_entry.points import Because
from express_entry.profile import ProfileError, parse_profile


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("understand", help=say("cli-help-understand"))
    parser.add_argument("text", metavar="TEXT", help=say("cli-help-text"))
    options(parser, say, jsonl=True)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Answer, after training the model if its data changed."""
    from bot.nlu.model import load
    from bot.rasa.training import ensure_model

    classifier, on = load(ensure_model()), day(arguments)
    if not arguments.jsonl:
        return tell(_answer(classifier, Line(arguments.text), on), _in_words, arguments.json)
    with opened(arguments.text) as file:
        for line in file:
            try:
                said = _line(line)
            except (WrongInput, ProfileError) as error:
                print(dump(refused(words(arguments.lang), error)))
            else:
                print(dump(_answer(classifier, said, on)))
    return ANSWERED


@dataclass(frozen=True)
class Line:
    """A message, and what it is a message in: its language, the id of the question on the table, and what
    was told before, as a profile document."""

    text: str
    lang: str | None = None
    asked: str | None = None
    profile: Mapping[str, Any] = field(default_factory=dict)


def _line(line: bytes) -> Line:
    """A line: plain text, or ``{"text", "lang", "asked", "profile"}``.

    Raises:
        WrongInput: ``text``, ``lang`` or ``asked`` is not one.
        ProfileError: the profile is wrong.
    """
    from bot.dialogue.questions import question

    text = line.decode("utf-8", errors="replace").rstrip("\r\n")
    if not text.lstrip().startswith("{"):
        return Line(text)
    try:
        document = json.loads(text)
    except ValueError:
        return Line(text)
    if not isinstance(document.get("text"), str) or document.get("lang") not in (None, *LANGUAGES):
        raise WrongInput(Because("cli-text-and-lang", {"languages": ", ".join(LANGUAGES)}))
    asked, profile = document.get("asked"), document.get("profile") or {}
    if not (asked is None or (isinstance(asked, str) and question(asked) is not None)):
        raise WrongInput(Because("cli-asked"))
    parse_profile(profile, draft=True)
    return Line(document["text"], document.get("lang"), asked, profile)


def _answer(classifier: Any, line: Line, on: date) -> dict[str, Any]:
    from bot.dialogue.answers import unplaced
    from bot.dialogue.questions import question
    from bot.dialogue.reading import read_answers
    from bot.dialogue.told import BESIDE_THE_PROFILE, LEVEL_PATHS, flatten, nest
    from bot.nlu.asides import PERHAPS, questions_in
    from bot.nlu.language import language_of
    from bot.nlu.model import hear

    lang = line.lang or language_of(line.text)
    heard = hear(classifier, line.text, lang, on)
    reading = read_answers(heard.facts, question(line.asked), flatten(line.profile), {}, on, lang)
    return {
        "language": lang,
        "intent": heard.meaning.intent,
        "answer": heard.meaning.answer,
        "confidence": round(heard.meaning.confidence, 4),
        "alternatives": [
            {"intent": guess.intent, "answer": guess.answer, "confidence": round(guess.confidence, 4)}
            for guess in heard.meaning.ranking
        ],
        "decision": heard.meaning.decision,
        "asks": [
            {
                "intent": asked.intent,
                "answer": asked.answer,
                "confidence": round(asked.confidence, 4),
                "decision": asked.decision,
            }
            for asked in questions_in(classifier, line.text, heard.facts, heard.meaning, heard.asides)
        ],
        "asides": [label.removeprefix(PERHAPS).rpartition("/")[2] for label in heard.asides],
        "facts": nest(
            {path: value for path, value in reading.answers.items() if path not in BESIDE_THE_PROFILE}
        ),
        "levels": {path: reading.answers[path] for path in LEVEL_PATHS if path in reading.answers},
        "withdrawn": sorted(reading.withdrawn),
        "doubts": [{"path": doubt.path, "readings": list(doubt.readings)} for doubt in reading.doubts],
        "unplaced": list(unplaced(line.text, heard.unplaced, reading)),
    }


def _in_words(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)
