"""Going on elsewhere with the same profile, the same for every channel.

What a person types or presses is asked of :meth:`Joiner.answer` before Rasa gets it.
"""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from bot.alerts.sending import Sender, Sent
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
_log = logging.getLogger(__name__)


class TooManyCodes(Exception):
    """The person has to wait ``seconds`` before they may try or make another code."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Joiner:
    """Makes and takes codes, and tells and ends what is joined.

    ``telegram`` says something there to whoever has not just written, where a bot is set up.
    """

    def __init__(
        self, store: Store, joining: Joining, redis_url: str | None = None, telegram: Sender | None = None
    ) -> None:
        self._store, self._joining, self._telegram = store, joining, telegram
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
        there_, here_, apart = _payloads(parts)
        device = replies.Device(found.channel, found.made_at)
        return replies.ask(lang, device, flatten(here), (here_ if here and not there else there_, apart))

    def _chosen(self, person: Person, sender_id: str, choice: Mapping[str, Any]) -> Reply:
        """Yes or no. Where the code was made, whoever has told something there is asked, too."""
        other, keep = str(choice["other"]), choice["keep"]
        if keep == "apart":
            return replies.apart(person.language)
        if other == person.id:
            return replies.same(person.language)
        if datetime.now(UTC).timestamp() > float(choice["until"]):
            return replies.unknown(person.language)
        if "agreed" not in choice and self._store.profile(other):
            return self._ask_the_other(person, sender_id, choice)
        stays, goes = (person.id, other) if keep == "here" else (other, person.id)
        try:
            self._joining.join(stays, goes)
        except UnknownPerson:  # erased in the meantime
            return replies.unknown(person.language)
        self._store.set_language(stays, person.language)
        device = replies.Device(self._store.channel_of(sender_id), datetime.now(UTC))
        self._say(str(choice["made_in"]), replies.told(person.language, device))
        return replies.joined(person.language, flatten(self._store.profile(stays)))

    def _ask_the_other(self, person: Person, sender_id: str, choice: Mapping[str, Any]) -> Reply:
        """Whoever made the code says whether this device is theirs, and which answers hold; until then
        nobody here sees anything of theirs."""
        made_in, now = str(choice["made_in"]), datetime.now(UTC)
        try:
            giver = self._store.person_of(made_in)
        except UnknownConversation:  # closed or erased in the meantime
            return replies.unknown(person.language)
        if giver.id != choice["other"]:
            return replies.unknown(person.language)
        parts = {"other": person.id, "made_in": sender_id, "until": (now + VALID).timestamp(), "agreed": True}
        there_, here_, apart = _payloads(parts)
        theirs, ours = self._store.profile(giver.id), self._store.profile(person.id)
        device = replies.Device(self._store.channel_of(sender_id), now)
        question = (
            replies.choose(giver.language, device, flatten(theirs), flatten(ours), (there_, here_, apart))
            if ours and ours != theirs
            else replies.asked(giver.language, device, (here_, apart))
        )
        if not self._say(made_in, question):
            return replies.unknown(person.language)
        return replies.waiting(person.language, self._store.channel_of(made_in))

    def _say(self, sender_id: str, reply: Reply) -> bool:
        """Say something in another conversation, which stands there from now on; False where it is closed."""
        try:
            if self._telegram is not None and self._store.channel_of(sender_id) == "telegram":
                return isinstance(self._telegram.send(sender_id, reply), Sent)
            body, made = keepable(self._store.said, sender_id, reply.as_json())
            self._store.said.add_replies(sender_id, [body], None, made)
        except UnknownConversation:  # in the meantime
            return False
        except Exception as problem:
            _log.warning("Another device could not be told (%s)", type(problem).__name__)
            return False
        return True

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


def _payloads(parts: Mapping[str, Any]) -> tuple[str, str, str]:
    """What the buttons mean: the other side's answers hold, this one's, nothing is joined."""
    there, here, apart = (f"{JOIN}{json.dumps({**parts, 'keep': keep})}" for keep in CHOICES)
    return there, here, apart


def link(bot_name: str, code: str) -> str:
    """The address that opens the bot on Telegram and enters the code there; "" without a bot."""
    return f"{TELEGRAM}/{bot_name}?start={code_in(code)}" if bot_name else ""


def _minutes(seconds: float) -> int:
    return math.ceil(seconds / 60)
