"""What is said to a question in a group: what holds for everybody, and nothing that is about a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.replies import words
from bot.replies.answers import answer_reply
from bot.replies.caveats import with_caveats
from bot.replies.reply import Reply
from express_entry.answers import answers, for_intent
from express_entry.published import Published
from express_entry.rulefiles import NotInForce

FOR_EVERYBODY = frozenset({"ask_latest_round", "ask_round_history"})
"""Intents whose answer is the same whoever asks."""


def in_general(
    understood: Mapping[str, Any], lang: str, on: date, published: Iterable[Published] = ()
) -> Reply | str:
    """The answer, or (text) the command whose answer is the same for all; else the way to a private chat.

    Args:
        understood: the question as Rasa parsed it.
        lang: the language of the answer.
        on: the day for which figures are looked up.
        published: what official files give for some of them.
    """
    private = Reply(words(lang)("telegram-group"), lang)
    if understood.get("decision") != "answer":
        return private
    if (intent := understood["intent"]["name"]) in FOR_EVERYBODY:
        return f"/{intent}"
    asked = answers().get(understood.get("answer") or "") or for_intent(intent)
    if asked is None:
        return private
    try:
        reply = with_caveats(answer_reply(lang, asked, {}, on, published), ())
        return replace(reply, buttons=())
    except NotInForce:
        return private
