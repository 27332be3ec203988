"""Whether each part that an answer needs works now, asked of the part itself, and never for long."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import redis.asyncio

from bot.operating.room import has_room
from bot.settings import Settings
from bot.store import Store

PART_SECONDS = 2.0
"""How long a part has for its sign of life."""
KEPT_SECONDS = 1.0
"""For so long an answer holds, however many ask."""
RETENTION, RETENTION_LATE = "retention", timedelta(minutes=35)
"""What the scheduler notes every ten minutes, and when something is wrong with it."""
PROBE = "probe"
_log = logging.getLogger(__name__)


class Health:
    """Asks the database (for a write), Redis, the disk, and when the scheduler was last at work."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self._store, self._data_dir = store, settings.data_dir
        self._began = datetime.now(UTC)
        self._redis = None
        if settings.redis_url is not None:
            limits = {"socket_timeout": PART_SECONDS / 2, "socket_connect_timeout": PART_SECONDS / 2}
            self._redis = redis.asyncio.Redis.from_url(settings.redis_url, **limits)
        self._threads = ThreadPoolExecutor(3, thread_name_prefix="health")
        self._hanging: dict[str, asyncio.Future[bool]] = {}
        self._known: tuple[float, dict[str, bool]] | None = None
        self._asking: asyncio.Task[dict[str, bool]] | None = None

    async def parts(self) -> Mapping[str, bool]:
        """Whether each part works: ``database``, ``disk``, ``scheduler``, and ``redis`` if there is one."""
        if self._known is not None and time.monotonic() - self._known[0] < KEPT_SECONDS:
            return self._known[1]
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        return await asyncio.shield(self._asking)

    async def _ask(self) -> dict[str, bool]:
        asked: dict[str, Awaitable[bool]] = {
            "database": self._in_thread("database", self._can_write),
            "disk": self._in_thread("disk", lambda: has_room(self._data_dir)),
            "scheduler": self._in_thread("scheduler", self._scheduler_works),
        }
        if self._redis is not None:
            asked["redis"] = self._redis_answers()
        found = dict(zip(asked, await asyncio.gather(*asked.values()), strict=True))
        self._known = time.monotonic(), found
        return found

    async def _in_thread(self, name: str, ask: Callable[[], bool]) -> bool:
        """False where it fails or takes too long; one that still hangs is not asked a second time."""
        if name not in self._hanging or self._hanging[name].done():
            loop = asyncio.get_running_loop()
            self._hanging[name] = loop.run_in_executor(self._threads, _carefully, name, ask)
        try:
            return await asyncio.wait_for(asyncio.shield(self._hanging[name]), PART_SECONDS)
        except TimeoutError:
            return False

    async def _redis_answers(self) -> bool:
        assert self._redis is not None
        try:
            return bool(await asyncio.wait_for(self._redis.ping(), PART_SECONDS))
        except Exception as problem:
            _log.warning("Redis does not answer: %s", problem)
            return False

    def _can_write(self) -> bool:
        self._store.look_at_file()
        self._store.note_done(PROBE)
        return True

    def _scheduler_works(self) -> bool:
        last = self._store.last_done(RETENTION) or self._began
        return datetime.now(UTC) - max(last, self._began) < RETENTION_LATE


def _carefully(name: str, ask: Callable[[], bool]) -> bool:
    try:
        return ask()
    except Exception as problem:
        _log.warning("The %s cannot be used: %s", name, problem)
        return False
