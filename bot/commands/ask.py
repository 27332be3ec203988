"""``express-entry ask``: one question, one answer with its sources, without a conversation."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from bot.commands.common import WrongInput, day, options, tell
from bot.replies import Words, words
from bot.replies.answers import MOST_RELATED, answer_reply
from bot.replies.caveats import with_caveats
from bot.replies.links import page
from bot.replies.reply import SourceLink
from bot.settings import Settings
from bot.sources.official import published
from express_entry.answers import Answer, answers, for_intent
from express_entry.points import Because
from express_entry.rulefiles import NotInForce


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("ask", help=say("cli-help-ask"))
    parser.add_argument("question", metavar="QUESTION", help=say("cli-help-question"))
    options(parser, say)
    parser.set_defaults(run=run, lang=None)


def run(arguments: argparse.Namespace) -> int:
    """Answer, after training the model if its data changed."""
    from bot.nlu.language import language_of
    from bot.nlu.model import hear, load
    from bot.rasa.training import ensure_model

    on = day(arguments)
    lang = arguments.lang or language_of(arguments.question)
    meaning = hear(load(ensure_model()), arguments.question, lang, on).meaning
    asked = _meant(meaning.intent, meaning.answer)
    near = [found for guess in meaning.ranking if (found := _meant(guess.intent, guess.answer))]
    answer = _answer(lang, asked, on) if asked else _none(lang, near[:MOST_RELATED])
    return tell(answer, _in_words, arguments.json)


def _meant(intent: str, answer_id: str | None) -> Answer | None:
    return answers().get(answer_id or "") or for_intent(intent)


def _answer(lang: str, asked: Answer, on: date) -> dict[str, Any]:
    try:
        found = published(Settings.from_environment().data_dir)
        reply = with_caveats(answer_reply(lang, asked, {}, on, found), ())
    except NotInForce as error:
        raise WrongInput(Because("cli-figure-not-known", {"date": on})) from error
    return {"answer": asked.id, "text": reply.text, "sources": [_source(link) for link in reply.sources]}


def _none(lang: str, near: list[Answer]) -> dict[str, Any]:
    say = words(lang)
    lines = [say("answer-none"), *([say("ask-none")] if near else [])]
    text = "\n".join([*lines, *(f"- {answer.question.of(lang)}" for answer in near)])
    return {"answer": None, "text": text, "sources": [_source(page("ircc", lang))]}


def _source(link: SourceLink) -> dict[str, str | None]:
    return {"title": link.title, "url": link.url, "checked": link.checked}


def _in_words(answer: dict[str, Any]) -> str:
    sources = [f"{source['title']} ({source['checked']}): {source['url']}" for source in answer["sources"]]
    return "\n".join([answer["text"], "", *sources])
