"""Going on elsewhere with the same profile, the same for every channel.

What a person types or presses is asked of :meth:`Joiner.answer` before Rasa gets it.
"""

from __future__ import annotations

import json
import math
from datetime import datetime, timezone
from typing import Literal

from bot.channels.rate import Limit, Limiter
from bot.dialogue.told import flatten
from bot.replies import joining as replies
from bot.replies.buttons import CODE
from bot.replies.reply import Reply
from bot.store import Person, Store, UnknownPerson
from bot.store.joining import VALID, Joining, code_in, shown

JOIN = "@join "
"""Begins the payload of the buttons that ask which profile holds."""
TRIES = Limit("codes", count=10, seconds=600, burst=10)
"""Codes that one conversation may try or make; with 24^8 codes, nobody finds one that way."""
TELEGRAM = "https://t.me"

Choice = Literal["there", "here", "apart"]
CHOICES: tuple[Choice, ...] = ("there", "here", "apart")


class TooManyCodes(Exception):
    """The person has to wait ``seconds`` before they may try or make another code."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Joiner:
    """Makes and takes codes."""

    def __init__(self, store: Store, joining: Joining, redis_url: str | None = None) -> None:
        self._store, self._joining = store, joining
        self._limiter = Limiter(TRIES, redis_url)

    async def make(self, sender_id: str) -> str:
        """A code for the person of this conversation, as they read it.

        Raises:
            TooManyCodes: they have made or tried too many.
            UnknownConversation: no open conversation has this sender id.
        """
        await self._count(sender_id)
        return shown(self._joining.make_code(self._store.person_of(sender_id).id))

    async def answer(self, sender_id: str, text: str, payload: str = "", bot_name: str = "") -> Reply | None:
        """What is said to a code, to the wish for one, or to a choice of profiles; None to anything else.

        Args:
            sender_id: the conversation.
            text: what the person typed, "" where they pressed a button.
            payload: that of the button.
            bot_name: the name of the bot on Telegram, where there is one.
        """
        person = self._store.person_of(sender_id)
        try:
            if payload == CODE:
                made = await self.make(sender_id)
                return replies.code(
                    person.language, made, _minutes(VALID.total_seconds()), link(bot_name, made)
                )
            if payload.startswith(JOIN):
                return self._chosen(person, json.loads(payload.removeprefix(JOIN)))
            if (code := code_in(text)) is not None:
                await self._count(sender_id)
                return self._enter(person, self._joining.redeem(code, sender_id))
        except TooManyCodes as problem:
            return replies.too_many(person.language, _minutes(problem.seconds))
        return None

    def _enter(self, person: Person, other: str | None) -> Reply:
        lang = person.language
        if other is None:
            return replies.unknown(lang)
        if other == person.id:
            return replies.same(lang)
        here, there = self._store.profile(person.id), self._store.profile(other)
        if here and there and here != there:
            until = (datetime.now(timezone.utc) + VALID).timestamp()
            there_, here_, apart = (
                f"{JOIN}{json.dumps({'other': other, 'keep': keep, 'until': until})}" for keep in CHOICES
            )
            return replies.choose(lang, flatten(here), flatten(there), (there_, here_, apart))
        return self._join(person, other, "here" if here and not there else "there")

    def _chosen(self, person: Person, choice: dict[str, str | float]) -> Reply:
        other, keep = str(choice["other"]), choice["keep"]
        if keep == "apart":
            return replies.apart(person.language)
        if other == person.id:
            return replies.same(person.language)
        if datetime.now(timezone.utc).timestamp() > float(choice["until"]):
            return replies.unknown(person.language)
        return self._join(person, other, "here" if keep == "here" else "there")

    def _join(self, person: Person, other: str, keep: Choice) -> Reply:
        stays, goes = (person.id, other) if keep == "here" else (other, person.id)
        try:
            self._joining.join(stays, goes)
        except UnknownPerson:  # erased in the meantime
            return replies.unknown(person.language)
        self._store.set_language(stays, person.language)
        return replies.joined(person.language, flatten(self._store.profile(stays)))

    async def _count(self, sender_id: str) -> None:
        seconds = await self._limiter.wait(sender_id)
        if seconds is not None:
            raise TooManyCodes(seconds)


def link(bot_name: str, code: str) -> str:
    """The address that opens the bot on Telegram and enters the code there; "" without a bot."""
    return f"{TELEGRAM}/{bot_name}?start={code_in(code)}" if bot_name else ""


def _minutes(seconds: float) -> int:
    return math.ceil(seconds / 60)
