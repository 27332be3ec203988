"""Going on elsewhere with the same profile, the same for every channel.

What a person types or presses is asked of :meth:`Joiner.answer` before Rasa gets it.
"""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from typing import Literal

from bot.channels.keeping import keepable
from bot.channels.rate import Limit, Limiter
from bot.dialogue.told import flatten
from bot.replies import joining as replies
from bot.replies.buttons import CODE, DEVICES
from bot.replies.reply import Reply
from bot.store import Person, Store, UnknownConversation, UnknownPerson
from bot.store.joining import VALID, Joining, code_in, shown
from bot.store.threads import beside

JOIN = "@join "
"""Begins the payload of the buttons that ask whether to join, and which profile holds."""
PART = "@part "
"""Begins the payload of the buttons that end a connection; what follows is the other conversation."""
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
    """Makes and takes codes, and tells and ends what is joined."""

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
        return shown(await beside(self._make, sender_id))

    def _make(self, sender_id: str) -> str:
        return self._joining.make_code(self._store.person_of(sender_id).id, sender_id)

    async def answer(self, sender_id: str, text: str, payload: str = "", bot_name: str = "") -> Reply | None:
        """What is said to a code, to the wish for one, to a choice of profiles, and to whoever asks which
        devices are joined or ends one; None to anything else.

        Args:
            sender_id: the conversation.
            text: what the person typed, "" where they pressed a button.
            payload: that of the button.
            bot_name: the name of the bot on Telegram, where there is one.
        """
        code = code_in(text)
        if code is None and payload not in (CODE, DEVICES) and not payload.startswith((JOIN, PART)):
            return None
        person = await beside(self._store.person_of, sender_id)
        try:
            if code is not None:
                await self._count(sender_id)
                return await beside(self._enter, person, code, sender_id)
            if payload == CODE:
                made = await self.make(sender_id)
                return replies.code(
                    person.language, made, _minutes(VALID.total_seconds()), link(bot_name, made)
                )
        except TooManyCodes as problem:
            return replies.too_many(person.language, _minutes(problem.seconds))
        if payload.startswith(JOIN):
            return await beside(self._chosen, person, sender_id, json.loads(payload.removeprefix(JOIN)))
        return await beside(self._devices, person, sender_id, payload)

    def _enter(self, person: Person, code: str, sender_id: str) -> Reply:
        """Ask first, whatever was told where: whoever only followed somebody's link must not be joined."""
        lang, found = person.language, self._joining.redeem(code, sender_id)
        if found is None:
            return replies.unknown(lang)
        if found.person_id == person.id:
            return replies.same(lang)
        here, there = self._store.profile(person.id), self._store.profile(found.person_id)
        until = (found.made_at + 2 * VALID).timestamp()
        parts = {"other": found.person_id, "made_in": found.made_in, "until": until}
        there_, here_, apart = (f"{JOIN}{json.dumps({**parts, 'keep': keep})}" for keep in CHOICES)
        device = replies.Device(found.channel, found.made_at)
        if here and there and here != there:
            return replies.choose(lang, device, flatten(here), flatten(there), (there_, here_, apart))
        return replies.ask(lang, device, flatten(here), (here_ if here and not there else there_, apart))

    def _chosen(self, person: Person, sender_id: str, choice: dict[str, str | float]) -> Reply:
        other, keep = str(choice["other"]), choice["keep"]
        if keep == "apart":
            return replies.apart(person.language)
        if other == person.id:
            return replies.same(person.language)
        if datetime.now(UTC).timestamp() > float(choice["until"]):
            return replies.unknown(person.language)
        stays, goes = (person.id, other) if keep == "here" else (other, person.id)
        try:
            self._joining.join(stays, goes)
        except UnknownPerson:  # erased in the meantime
            return replies.unknown(person.language)
        self._store.set_language(stays, person.language)
        self._tell_the_other(person.language, sender_id, str(choice["made_in"]))
        return replies.joined(person.language, flatten(self._store.profile(stays)))

    def _tell_the_other(self, lang: str, sender_id: str, made_in: str) -> None:
        """Where the code was made it stands from now on which device was joined, with the way to end it."""
        device = replies.Device(self._store.channel_of(sender_id), datetime.now(UTC))
        body, made = keepable(self._store.said, made_in, replies.told(lang, device).as_json())
        try:
            self._store.said.add_replies(made_in, [body], None, made)
        except UnknownConversation:  # closed in the meantime
            return

    def _devices(self, person: Person, sender_id: str, payload: str) -> Reply:
        """What is joined, once the connection that ``payload`` names, if it names one, has been ended."""
        ended = payload.startswith(PART)
        if ended:
            self._joining.part(person.id, payload.removeprefix(PART))
        others = [each for each in self._joining.devices(person.id) if each.sender_id != sender_id]
        shown_ = [
            (replies.Device(each.channel, each.since, each.last), f"{PART}{each.sender_id}")
            for each in others
        ]
        return replies.devices(person.language, shown_, ended)

    async def _count(self, sender_id: str) -> None:
        seconds = await self._limiter.wait(sender_id)
        if seconds is not None:
            raise TooManyCodes(seconds)


def link(bot_name: str, code: str) -> str:
    """The address that opens the bot on Telegram and enters the code there; "" without a bot."""
    return f"{TELEGRAM}/{bot_name}?start={code_in(code)}" if bot_name else ""


def _minutes(seconds: float) -> int:
    return math.ceil(seconds / 60)
