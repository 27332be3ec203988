"""The way to the Bot API: python-telegram-bot's client over aiohttp, within Telegram's limits.

The token is part of every address, so no address and no error text of the transport ever leaves this module.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import time
import warnings
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import aiohttp
from telegram import Bot, InputFile, error
from telegram.request import BaseRequest, RequestData
from telegram.warnings import PTBUserWarning

from bot.channels.rate import Limit, Limiter
from bot.channels.telegram.render import Part, plain

PRIVATE_CHAT = Limit("telegram-chat", count=1, seconds=1, burst=20)
"""Messages to one chat: one a second, and short bursts above that (Telegram's own words)."""
GROUP_CHAT = Limit("telegram-group", count=20, seconds=60, burst=5)
"""Messages to one group: 20 a minute (Telegram's limit)."""
ALL_CHATS = Limit("telegram-all", count=200, seconds=1, burst=200)
"""Answers over all chats, a ceiling of our own. Telegram's 30 a second is for messages that nobody asked for:
``bot.alerts.sending.PER_SECOND``."""
REFUSING_CHATS = 3
"""So many chats told to wait, one after the other, mean that Telegram wants nothing more from this bot."""
TIMEOUT_SECONDS, CONNECT_SECONDS = 10.0, 5.0
CONNECTIONS = 100
QUIET = ("telegram", "httpx", "httpcore", "aiohttp.client")
"""Loggers that would print what people say, or addresses with the token in them."""

# Bot's typed methods read every answer into objects; what a bot needs of it is one number, and servers of
# tests answer with less than Telegram does.
warnings.filterwarnings("ignore", "Please use 'Bot", PTBUserWarning)
_log = logging.getLogger(__name__)


class Later(Exception):
    """Telegram could not be reached, or wants to be left alone for ``seconds`` (None: as long as seems wise).

    ``doubtful``: what was sent may have arrived nevertheless.
    """

    def __init__(self, seconds: float | None = None, doubtful: bool = False) -> None:
        super().__init__("Telegram is to be tried again later")
        self.seconds, self.doubtful = seconds, doubtful


class Gone(Exception):
    """The chat takes no messages from this bot any more."""


class Moved(Exception):
    """The chat has got another id."""

    def __init__(self, chat_id: int) -> None:
        super().__init__("the chat has another id")
        self.chat_id = chat_id


class Refused(Exception):
    """Telegram does not take this call, and would not take it later; the message is Telegram's."""


class Transport(BaseRequest):
    """HTTP for python-telegram-bot by aiohttp, which costs a third of the time of its own client.

    No exception says more than the kind of the error: addresses hold the token.
    """

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds until an answer must have come."""
        return TIMEOUT_SECONDS

    async def initialize(self) -> None:
        """Open the connections."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS)
            self._session = aiohttp.ClientSession(connector=connector, trust_env=True)

    async def shutdown(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request.

        Raises:
            telegram.error.TimedOut: no answer came in time.
            telegram.error.NetworkError: no answer came, or one that is none of the Bot API's.
        """
        assert self._session is not None, "initialize first"
        seconds = read_timeout if isinstance(read_timeout, int | float) else TIMEOUT_SECONDS
        timeout = aiohttp.ClientTimeout(total=seconds, connect=CONNECT_SECONDS)
        try:
            async with self._session.request(
                method, url, data=_form(request_data), timeout=timeout, allow_redirects=False
            ) as response:
                status, payload = response.status, await response.read()
        except TimeoutError:
            raise error.TimedOut("no answer in time") from None
        except aiohttp.ClientConnectorError as problem:
            raise NotReached(type(problem).__name__) from None
        except (aiohttp.ClientError, OSError, ValueError) as problem:
            raise error.NetworkError(type(problem).__name__) from None
        if not payload.lstrip().startswith(b"{"):  # a proxy's page; PTB would print all of it
            raise error.NetworkError(f"not an answer of the Bot API (HTTP {status})")
        return status, payload


class NotReached(error.NetworkError):
    """No connection was made, so that nothing can have arrived."""


def _form(request: RequestData | None) -> Any:
    if request is None:
        return None
    if not request.contains_files:
        return request.json_parameters
    form = aiohttp.FormData(request.json_parameters)
    for field, (name, content, kind) in request.multipart_data.items():
        form.add_field(field, content, filename=name, content_type=kind)
    return form


class Api:
    """Calls of the Bot API. ``reachable``: whether the last one found Telegram."""

    def __init__(
        self,
        token: str,
        server: str,
        redis_url: str | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport, self._polling = Transport(), Transport()
        self._bot = Bot(
            token, base_url=f"{server}/bot", request=self._transport, get_updates_request=self._polling
        )
        self._chats, self._groups = Limiter(PRIVATE_CHAT, redis_url), Limiter(GROUP_CHAT, redis_url)
        self._all = Limiter(ALL_CHATS, redis_url)
        self._refusing: set[int] = set()
        self._now, self._free_at = now, 0.0
        self.reachable = False
        for name in QUIET:
            logging.getLogger(name).setLevel(logging.ERROR)

    async def open(self) -> None:
        """Prepare the connections; nothing is sent."""
        await self._transport.initialize()
        await self._polling.initialize()

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.shutdown()
        await self._polling.shutdown()

    @property
    def id(self) -> int:
        """The bot's own id, which is the beginning of its token."""
        return int(self._bot.token.partition(":")[0]) if self._bot.token[:1].isdigit() else 0

    async def call(
        self, method: str, data: Mapping[str, Any] | None = None, seconds: float | None = None
    ) -> Any:
        """Call a method of the Bot API.

        Raises:
            Later: it could not be done now.
            Gone: the chat takes no messages any more.
            Moved: the chat has another id.
            Refused: it will never be taken.
        """
        try:
            found = await self._bot.do_api_request(
                method, dict(data or {}), read_timeout=seconds or TIMEOUT_SECONDS
            )
        except error.TelegramError as problem:
            raise self._outcome(method, problem) from None
        self.reachable = True
        return found

    async def attempt(self, method: str, data: Mapping[str, Any]) -> bool:
        """The same for what is only nice to have: never waits, never raises. Returns whether it was done."""
        try:
            await self._bot.do_api_request(method, dict(data), read_timeout=TIMEOUT_SECONDS)
        except error.TelegramError as problem:
            _log.info("Telegram: %s was not done (%s)", method, type(problem).__name__)
            return False
        return True

    async def send(self, chat_id: int, part: Part) -> int | None:
        """Send one message, once the limits let it through. A message whose markup is not taken goes plain.

        Returns:
            Telegram's number of the message.

        Raises:
            Later, Gone, Moved, Refused: see :meth:`call`.
        """
        await self._turn(chat_id)
        try:
            found = await self._deliver(chat_id, part)
        except Refused as refusal:
            if "can't parse" not in str(refusal).lower():
                raise
            found = await self._deliver(chat_id, plain(part))
        except Later as later:
            if later.seconds is not None:
                self._hold_back(chat_id, later.seconds)
            raise
        self._refusing.clear()
        message_id = found.get("message_id") if isinstance(found, dict) else None
        return message_id if isinstance(message_id, int) else None

    async def _deliver(self, chat_id: int, part: Part) -> Any:
        files = {
            field: InputFile(base64.b64decode(file["url"].partition(",")[2]), filename=file["name"])
            for field, file in part.get("files", {}).items()
        }
        return await self.call(part["method"], {"chat_id": chat_id, **part["data"], **files})

    async def _turn(self, chat_id: int) -> None:
        """Wait until a message may go to this chat."""
        of_chat = self._chats if chat_id > 0 else self._groups
        for limiter, key in ((of_chat, str(chat_id)), (self._all, "all")):
            while (wait := await limiter.wait(key)) is not None:
                await asyncio.sleep(wait)
        while (wait := self._free_at - self._now()) > 0:
            await asyncio.sleep(wait)

    def _hold_back(self, chat_id: int, seconds: float) -> None:
        """Note that Telegram told this chat to wait; one chat waits alone, many mean all."""
        self._refusing.add(chat_id)
        if len(self._refusing) >= REFUSING_CHATS:
            self._free_at = max(self._free_at, self._now() + seconds)

    def _outcome(self, method: str, problem: error.TelegramError) -> Exception:
        """What an error of python-telegram-bot means here."""
        self.reachable = not isinstance(problem, error.NetworkError) or isinstance(problem, error.BadRequest)
        if isinstance(problem, error.RetryAfter):
            seconds = problem.retry_after
            return Later(seconds.total_seconds() if isinstance(seconds, timedelta) else float(seconds))
        if isinstance(problem, error.ChatMigrated):
            return Moved(problem.new_chat_id)
        if isinstance(problem, error.Forbidden):
            return Gone()
        if isinstance(problem, error.BadRequest):
            if "chat not found" in problem.message.lower() or "deactivated" in problem.message.lower():
                return Gone()
            return Refused(problem.message)
        if isinstance(problem, error.InvalidToken):
            _log.error("Telegram does not know the bot of TELEGRAM_BOT_TOKEN")
            self.reachable = False
        elif isinstance(problem, error.Conflict):
            _log.error("Another process polls Telegram for this bot, or a webhook is set")
        else:
            _log.warning("Telegram: %s failed (%s)", method, type(problem).__name__)
        return Later(doubtful=not isinstance(problem, NotReached | error.InvalidToken | error.Conflict))
