"""``express-entry understand``: what the bot takes a message to mean, without a conversation."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import Any

from bot.commands.common import ANSWERED, WrongInput, day, dump, opened, options, refused, tell
from bot.languages import LANGUAGES
from bot.replies import Words, words
from express_entry.points import Because


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
        return tell(_answer(classifier, arguments.text, None, on), _in_words, arguments.json)
    with opened(arguments.text) as file:
        for line in file:
            try:
                text, lang = _line(line)
            except WrongInput as error:
                print(dump(refused(words(arguments.lang), error)))
            else:
                print(dump(_answer(classifier, text, lang, on)))
    return ANSWERED


def _line(line: bytes) -> tuple[str, str | None]:
    """The text of a line (plain, or ``{"text", "lang"}``) and its language if told."""
    text = line.decode("utf-8", errors="replace").rstrip("\r\n")
    if not text.lstrip().startswith("{"):
        return text, None
    try:
        document = json.loads(text)
    except ValueError:
        return text, None
    if not isinstance(document.get("text"), str) or document.get("lang") not in (None, *LANGUAGES):
        raise WrongInput(Because("cli-text-and-lang", {"languages": ", ".join(LANGUAGES)}))
    return document["text"], document.get("lang")


def _answer(classifier: Any, text: str, lang: str | None, on: date) -> dict[str, Any]:
    from bot.dialogue.reading import read_answers
    from bot.dialogue.told import nest
    from bot.nlu.language import language_of
    from bot.nlu.model import hear

    lang = lang or language_of(text)
    heard = hear(classifier, text, lang, on)
    reading = read_answers(heard.facts, None, {}, {}, on)
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
        "asides": [label.rpartition("/")[2] for label in heard.asides],
        "facts": nest(reading.answers),
    }


def _in_words(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)
