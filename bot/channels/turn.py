"""One turn of a conversation, the same for every channel: a message goes in, replies come out."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from time import perf_counter
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage

from bot.channels.incoming import as_plain_text
from bot.channels.keeping import meaning
from bot.channels.knowing import change
from bot.dialogue.state import State
from bot.nlu.texting import written_out
from bot.operating.metrics import counts
from bot.operating.pausing import paused
from bot.rasa.actions import failures
from bot.replies.conversation import could_not_answer, switched_off
from bot.settings import Settings
from bot.store import RevisionMoved, Store
from bot.store.said import Said
from bot.store.threads import beside
from bot.store.turn import OneTurn, under_way

RETRY = "/retry "
"""Begins the payload of a "try again" button: what follows is the id of the message to read once more.
Channels resolve it themselves; it never reaches Rasa."""

TRIES = 3
"""How often a turn is taken anew because another message of the same person was confirmed meanwhile."""
_log = logging.getLogger(__name__)


class Collector(OutputChannel):  # type: ignore[misc]
    """Collects the replies (:class:`bot.replies.reply.Reply` as JSON) that the actions give in one turn."""

    def __init__(self) -> None:
        self.replies: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        return "collector"

    async def send_custom_json(self, recipient_id: str, json_message: dict[str, Any], **kwargs: Any) -> None:
        """Called by Rasa for each reply."""
        self.replies.append(json_message)


async def take_turn(
    agent: Agent, channel: str, sender_id: str, message_id: int, text: str, lang: str
) -> list[dict[str, Any]]:
    """What the bot says to ``text`` (for Rasa: plain text or a button's payload).

    Call it while holding ``agent.lock_store.lock(sender_id)``. Whatever fails inside, the person gets a
    sentence and a button to try again; ``message_id`` makes that harmless (see ``actions/intake.py``).
    """
    began = perf_counter()
    if (sentences := paused(_data_dir())) is not None:
        counts().turn(channel, "paused", perf_counter() - began)
        return [switched_off(lang, sentences.get(lang)).as_json()]
    collector = Collector()
    message = UserMessage(
        written_out(text, lang),
        collector,
        sender_id,
        input_channel=channel,
        message_id=str(message_id),
        metadata={"language": lang, **_known(sender_id)},
    )
    failed = failures()
    try:
        if agent.is_ready():
            await agent.processor.handle_message(message)
    except Exception:
        _log.exception("A turn failed")
    answered = bool(collector.replies) and not failed  # what else was said does not answer the message
    counts().turn(channel, "answered" if answered else "failed", perf_counter() - began)
    return collector.replies if answered else [could_not_answer(lang, f"{RETRY}{message_id}").as_json()]


def _known(sender_id: str) -> dict[str, Any]:
    """What of the conversation the reader is given with a message: who the people in it are."""
    turn = under_way(sender_id)
    if turn is None:
        return {}
    state = State.parse_obj(turn.state(turn.person_of(sender_id).id).document)
    return {"people": asdict(state.people)}


@lru_cache(maxsize=1)
def _data_dir() -> Path:
    return Settings.from_environment().data_dir


async def in_one[T](
    store: Store, sender_id: str, message_id: int, take: Callable[[OneTurn], Awaitable[T]]
) -> T:
    """What ``take`` makes of a turn that answers this message; ``take`` also ends it.

    Call it while holding the conversation's lock. One person may have several conversations, so that what a
    turn decided on can be older than what it would overwrite: it is then taken again, from the beginning.

    Raises:
        UnknownConversation: no open conversation has this sender id.
    """
    for _ in range(TRIES - 1):
        try:
            return await _taken(store, sender_id, message_id, take)
        except RevisionMoved:
            continue
    return await _taken(store, sender_id, message_id, take)


async def _taken[T](
    store: Store, sender_id: str, message_id: int, take: Callable[[OneTurn], Awaitable[T]]
) -> T:
    with await beside(OneTurn.begin, store, sender_id, message_id) as turn:
        return await take(turn)


def asks_to_erase(replies: list[dict[str, Any]]) -> bool:
    """Whether one of the replies says that everything about the person is to be erased now."""
    return any(reply.get("erase") for reply in replies)


def retried(payload: str) -> int | None:
    """The message that a "try again" button stands for, or None for any other button."""
    return int(payload.removeprefix(RETRY)) if payload.startswith(RETRY) else None


def first_asked(
    said: Said, sender_id: str, message_id: int, commands: Mapping[str, str]
) -> tuple[int, str] | None:
    """The message that "try again" stands for, and what Rasa is to read for it; None where it is not known.

    ``commands`` are what Rasa reads for the channel's commands.
    """
    message = said.message(sender_id, message_id)
    if message is None:
        return None
    if "button" in message.body:
        button = said.button(message.body["button"], sender_id)
        if button is None:
            return None
        if (again := retried(button.payload)) is not None:
            return first_asked(said, sender_id, again, commands)
        return message.id, meaning(button, message.body.get("chosen", ()))[0]
    if (asks := change(message.body.get("change"), "en")) is not None:
        return message.id, asks[0]
    if "command" in message.body:
        return message.id, commands[message.body["command"]]
    return message.id, as_plain_text(message.body["text"])
