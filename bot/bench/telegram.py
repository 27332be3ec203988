"""The whole program behind Telegram's webhook: from an update's arrival to the reply's departure."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections import defaultdict
from typing import Any

import aiohttp
from aiohttp import web

from bot.bench.chat import REPLICAS, per_turn, processor_seconds, running
from bot.channels.telegram.updates import WEBHOOK_PATH

TOKEN, SECRET = "1:bench", "bench"
ONE_BY_ONE, TURNS = 40, 5
"""Chats that write alone, one after the other, and how often each does."""
CHATS, EVERY_SECONDS, ROUNDS = (50, 100, 200), 2.0, 10
"""How many chats write at the same time, how often, and how many times each."""
PATIENCE_SECONDS = 300.0
"""A reply that has not come by then is lost."""


def telegram() -> dict[str, Any]:
    """Milliseconds from update to reply of one chat at a time, and of many that write every 2 seconds."""
    return asyncio.run(_measure())


async def _measure() -> dict[str, Any]:
    each = {replicas: await _with(replicas) for replicas in REPLICAS}
    return {
        "median_ms": each[1][0],
        "every_s": EVERY_SECONDS,
        "table": [row for _, table in each.values() for row in table],
    }


async def _with(replicas: int) -> tuple[float, list[dict[str, int | float]]]:
    """The median of one chat at a time, and a row for each number of chats at the same time."""
    server = _BotApi()
    address = await server.start()
    environment = {
        "REPLICAS": str(replicas),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "TELEGRAM_WEBHOOK_URL": "https://bot.example",
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
    }
    program = running(**environment)
    url, process = await asyncio.to_thread(program.__enter__)
    try:
        async with aiohttp.ClientSession() as http:
            people = _People(server, http, f"{url}{WEBHOOK_PATH}")
            await people.one_by_one(ONE_BY_ONE, TURNS)  # to warm up
            alone = await people.one_by_one(ONE_BY_ONE, TURNS)
            together = [
                {"replicas": replicas, **await _together(people, chats, process.pid)} for chats in CHATS
            ]
    finally:
        await asyncio.to_thread(program.__exit__, None, None, None)
        await server.stop()
    return round(statistics.median(each for each in alone if each is not None), 1), together


async def _together(people: _People, chats: int, launcher: int) -> dict[str, int | float]:
    """So many chats at the same time: milliseconds to a reply, and processor time of an update by process."""
    before = _processor_seconds(launcher)
    found = await people.together(chats)
    processor = per_turn(before, _processor_seconds(launcher), len(found))
    answered = [each for each in found if each is not None]
    return {
        "chats": chats,
        "updates": len(found),
        "lost": len(found) - len(answered),
        "median_ms": round(statistics.median(answered), 1),
        "p99_ms": round(statistics.quantiles(answered, n=100)[98], 1),
        **processor,
    }


def _processor_seconds(launcher: int) -> dict[str, float]:
    """The program's processor time, and that of this process, which plays the people and Telegram."""
    return {**processor_seconds(launcher), "bench": time.process_time()}


class _People:
    """Those who write."""

    def __init__(self, server: _BotApi, http: aiohttp.ClientSession, hook: str) -> None:
        self._server, self._http, self._hook = server, http, hook
        self._updates = self._chats = 0

    async def one_by_one(self, chats: int, turns: int) -> list[float | None]:
        """Chats that write alone; gives the milliseconds of each reply."""
        return [
            await self._write(chat, turn)
            for chat in (self._chat() for _ in range(chats))
            for turn in range(turns)
        ]

    async def together(self, chats: int) -> list[float | None]:
        """Chats that write at the same time, evenly spread; gives the milliseconds of each reply, or None."""

        async def one(place: int) -> list[float | None]:
            chat = self._chat()
            await asyncio.sleep(EVERY_SECONDS * place / chats)
            writing = []
            for turn in range(ROUNDS):
                writing.append(asyncio.create_task(self._write(chat, turn)))
                await asyncio.sleep(EVERY_SECONDS)
            return list(await asyncio.gather(*writing))

        return [each for found in await asyncio.gather(*map(one, range(chats))) for each in found]

    def _chat(self) -> int:
        self._chats += 1
        return self._chats

    async def _write(self, chat: int, turn: int) -> float | None:
        self._updates += 1
        person = {"id": chat, "is_bot": False, "first_name": "A", "language_code": "en"}
        message = {
            "message_id": self._updates,
            "date": 1,
            "chat": {"id": chat, "type": "private"},
            "from": person,
            "text": f"I am {20 + turn} years old",
        }
        arrived = self._server.expect(chat)
        before = time.perf_counter()
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        update = {"update_id": self._updates, "message": message}
        async with self._http.post(self._hook, json=update, headers=headers) as response:
            response.raise_for_status()
        try:
            return (await asyncio.wait_for(arrived, PATIENCE_SECONDS) - before) * 1000
        except TimeoutError:
            return None


class _BotApi:
    """Answers every call at once, and notes when a message for a chat arrives."""

    def __init__(self) -> None:
        self._waiting: defaultdict[int, list[asyncio.Future[float]]] = defaultdict(list)
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        self._runner = web.AppRunner(app, access_log=None)
        self._messages = 0

    async def start(self) -> str:
        """Begin to serve. Returns the address."""
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """End."""
        await self._runner.cleanup()

    def expect(self, chat: int) -> asyncio.Future[float]:
        """The moment of the next message to a chat that nobody else expects."""
        arrived: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._waiting[chat].append(arrived)
        return arrived

    async def _handle(self, request: web.Request) -> web.Response:
        result: Any = True
        if request.match_info["method"] == "sendMessage":
            at = time.perf_counter()
            data = await request.post()
            waiting = self._waiting[int(str(data["chat_id"]))]
            if waiting and not (first := waiting.pop(0)).done():
                first.set_result(at)
            self._messages += 1
            result = {"message_id": self._messages}
        return web.json_response({"ok": True, "result": result})
