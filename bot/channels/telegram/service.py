"""The connection with Telegram: introduces the bot, receives updates, says whether Telegram is there."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import time
from collections.abc import Coroutine
from datetime import date
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty

from bot.channels.incoming import as_plain_text
from bot.channels.joining import Joiner
from bot.channels.rate import Limiter
from bot.channels.telegram import alerts_sender
from bot.channels.telegram.api import Api, Gone, Later, Moved, Refused
from bot.channels.telegram.commands import introductions
from bot.channels.telegram.groups import in_general
from bot.channels.telegram.talk import FIRST_PAUSE, LONGEST_PAUSE, Talk
from bot.channels.telegram.updates import ALLOWED_UPDATES, WEBHOOK_PATH, Me, Unreadable, update_id_of
from bot.channels.turn import take_turn
from bot.nlu.texting import written_out
from bot.replies.reply import Reply
from bot.settings import Settings
from bot.sources.official import published
from bot.store import Store, make_engine
from bot.store.alone import alone_with
from bot.store.joining import Joining
from bot.store.telegram import CHANNEL, Chats
from bot.store.threads import beside

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
POLL_SECONDS = 25
"""How long Telegram holds a poll open while there is nothing new."""
POLL_GRACE = 10.0
SHORTEST_POLL = 0.2
"""Seconds between two polls of a server that does not hold them open."""
WEBHOOK_CONNECTIONS = 40
"""How many updates Telegram delivers at a time."""
ROUND_SECONDS = 30.0
"""Seconds between two checks: is Telegram reachable again, and has another replica left updates?"""
POLLER, PLACE_SECONDS = "telegram.poller", 2.0
"""The file that the one replica which polls has locked, and how often the others try to take its place."""
TIDY_SECONDS = 3600.0
INTRODUCING_TRIES = 3
_log = logging.getLogger(__name__)


class Service:
    """The Telegram part of the server: one poller, or the webhook, and the conversations."""

    def __init__(self, settings: Settings, token: str) -> None:
        self._settings = settings
        self._api = Api(token, settings.telegram_api_url, settings.redis_url)
        # What a turn did waits for the disk; what only concerns its delivery need not.
        self._store = Store(settings.database_url)
        self._chats = Chats(make_engine(settings.database_url, outlives_power_cut=False))
        self._limiter = Limiter.for_messages(settings.redis_url, settings.messages_per_minute)
        joining = Joining(make_engine(settings.database_url), settings.session_secret)
        self._joiner = Joiner(self._store, joining, settings.redis_url, alerts_sender(settings))
        self._talk: Talk | None = None
        self._tasks: list[asyncio.Task[Any]] = []

    @property
    def reachable(self) -> bool:
        """Whether the last call found Telegram."""
        return self._api.reachable

    @property
    def bot_name(self) -> str:
        """The bot's username; "" until Telegram has told it."""
        return self._talk.me.username if self._talk is not None else ""

    async def start(self, app: Sanic, _: Any) -> None:
        """Begin to receive and to answer."""
        agent: Agent = app.ctx.agent

        async def turn(sender_id: str, message_id: int, text: str, lang: str) -> list[dict[str, Any]]:
            return await take_turn(agent, CHANNEL, sender_id, message_id, text, lang)

        async def general(text: str, lang: str) -> Reply | str:
            """What is asked in a group; nothing of it is kept."""
            message = UserMessage(as_plain_text(written_out(text, lang)), metadata={"language": lang})
            understood = await agent.processor.parse_message(message)
            today = date.today()
            return in_general(understood, lang, today, published(self._settings.data_dir))

        await self._api.open()
        lock = agent.lock_store.lock
        me = Me(self._api.id)
        parts = (self._store, self._chats, self._api, turn, lock, self._limiter, self._joiner, me)
        self._talk = Talk(*parts, general)
        app.ctx.telegram = self
        await self._talk.go_on()
        self._begin(self._introduce(self._talk))
        self._begin(self._look_after(self._talk))

    async def stop(self, app: Sanic, _: Any) -> None:
        """Receive nothing more, and let answers under way arrive."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._talk is not None:
            await self._talk.stop()
        await self._api.close()

    async def receive(self, request: Request) -> HTTPResponse:
        """Take an update from Telegram: stored first, then acknowledged, then answered."""
        given = request.headers.get(SECRET_HEADER, "")
        secret = self._settings.telegram_webhook_secret or ""
        if not secret or not hmac.compare_digest(given.encode(errors="surrogateescape"), secret.encode()):
            return empty(403)
        try:
            update = json.loads(request.body)
        except (ValueError, RecursionError):
            _log.warning("Telegram: an update that is not JSON")
            return empty(200)
        if self._talk is None:
            return empty(503)
        try:
            await self._talk.take(update)
        except Exception:
            _log.exception("An update could not be stored; Telegram will bring it again")
            return empty(500)
        return empty(200)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.append(asyncio.create_task(work))

    async def _introduce(self, talk: Talk) -> None:
        """Say how updates are to come, learn the bot's name, set menu and descriptions; then poll."""
        webhook = self._settings.telegram_webhook_url
        if webhook is None:
            await self._insist("deleteWebhook", {"drop_pending_updates": False})
            self._begin(self._poll_alone(talk))
        else:
            arguments = {
                "url": f"{webhook}{WEBHOOK_PATH}",
                "secret_token": self._settings.telegram_webhook_secret,
                "allowed_updates": ALLOWED_UPDATES,
                "max_connections": WEBHOOK_CONNECTIONS,
            }
            await self._insist("setWebhook", arguments)
        me = await self._insist("getMe", {})
        if isinstance(me, dict):
            talk.me = Me(talk.me.id or int(me.get("id", 0)), str(me.get("username", "")))
        for method, arguments in introductions():
            for _ in range(INTRODUCING_TRIES):
                if await self._api.attempt(method, arguments):
                    break
                await asyncio.sleep(FIRST_PAUSE)

    async def _insist(self, method: str, arguments: dict[str, Any]) -> Any:
        """Call until it is done."""
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._api.call(method, arguments)
            except (Later, Refused, Gone, Moved) as problem:
                seconds = problem.seconds if isinstance(problem, Later) else None
                if isinstance(problem, Refused):
                    _log.error("Telegram does not take %s: %s", method, problem)
            await asyncio.sleep(pause if seconds is None else seconds)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _poll_alone(self, talk: Talk) -> None:
        """Poll while no other replica of this machine does: Telegram serves one at a time."""
        while True:
            with alone_with(self._settings.data_dir / POLLER) as alone:
                if alone:
                    await self._poll(talk)
            await asyncio.sleep(PLACE_SECONDS)

    async def _poll(self, talk: Talk) -> None:
        """Ask for updates, for ever. Asking for those after the last one tells Telegram that it is safe."""
        pause, after = FIRST_PAUSE, 0
        while True:
            began = time.monotonic()
            arguments = {"timeout": POLL_SECONDS, "allowed_updates": ALLOWED_UPDATES}
            if after:
                arguments["offset"] = after
            try:
                found = await self._api.call("getUpdates", arguments, POLL_SECONDS + POLL_GRACE)
                updates = found if isinstance(found, list) else []
                await talk.take(*updates)
                after = max((after, *(_number(update) + 1 for update in updates)))
            except Later as later:
                await asyncio.sleep(pause if later.seconds is None else later.seconds)
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            except Exception as problem:
                _log.error("Telegram's updates could not be taken (%s)", type(problem).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            pause = FIRST_PAUSE
            if not updates:
                await asyncio.sleep(max(0.0, SHORTEST_POLL - (time.monotonic() - began)))

    async def _look_after(self, talk: Talk) -> None:
        """Now and then: is Telegram there again, has anyone left updates, which numbers can be forgotten."""
        tidied = 0.0
        while True:
            try:
                if time.monotonic() - tidied > TIDY_SECONDS:
                    await beside(self._chats.tidy)
                    tidied = time.monotonic()
                await talk.go_on()
                if not self._api.reachable:
                    await self._api.call("getMe")
            except (Later, Refused, Gone, Moved):
                pass
            except Exception:
                _log.exception("The database cannot be used")
            await asyncio.sleep(ROUND_SECONDS)


def _number(update: Any) -> int:
    """Telegram's number for an update, 0 where it has none."""
    try:
        return update_id_of(update)
    except Unreadable:
        return 0
