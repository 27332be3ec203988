"""Rasa's tracker and lock stores, as this bot needs them; ``endpoints.yml`` names both."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from weakref import WeakValueDictionary

import redis.asyncio
import sqlalchemy as sa
from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore, LockError
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import SessionStarted
from rasa.utils.endpoints import EndpointConfig
from redis.exceptions import RedisError
from sqlalchemy.orm import Query, Session, sessionmaker

from bot.settings import Settings
from bot.store import make_engine

REDIS_POLL_SECONDS = 0.02
REDIS_TIMEOUT_SECONDS = 5
_log = logging.getLogger(__name__)


class TrackerStore(SQLTrackerStore):  # type: ignore[misc]
    """Rasa's events in the same database as ours.

    The stock store finds a session's events by comparing time stamps, so that new events vanish when the
    clock steps back; this one cuts by row id. It uses the project's engine, so that SQLite's pragmas
    (WAL, secure delete, busy time-out) hold for Rasa's table too.
    """

    def __init__(self, host: str, **kwargs: Any) -> None:
        super().__init__(host=host, **kwargs)
        self.engine.dispose()
        self.engine: sa.engine.Engine = make_engine(host, outlives_power_cut=False)
        self.sessionmaker = sessionmaker(bind=self.engine)

    def _event_query(
        self, session: Session, sender_id: str, fetch_events_from_all_sessions: bool
    ) -> Query[Any]:
        event = self.SQLEvent
        query = session.query(event).filter(event.sender_id == sender_id)
        if not fetch_events_from_all_sessions:
            latest_start = (
                session.query(sa.func.max(event.id))
                .filter(event.sender_id == sender_id, event.type_name == SessionStarted.type_name)
                .scalar_subquery()
            )
            query = query.filter(event.id >= sa.func.coalesce(latest_start, 0))
        return query.order_by(event.id)


class LockStore(InMemoryLockStore):  # type: ignore[misc]
    """One message at a time for each conversation, in the order of arrival, without polling.

    The stock stores look once a second whether it is their turn. Here messages of one process wait for
    an asyncio lock; where ``REDIS_URL`` is set, processes exclude each other by Redis's atomic lock.
    """

    def __init__(self, endpoint_config: EndpointConfig | None = None) -> None:
        super().__init__()
        self._local: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        url = Settings.from_environment().redis_url
        self._redis = redis.asyncio.Redis.from_url(url, socket_timeout=REDIS_TIMEOUT_SECONDS) if url else None

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME, wait_time_in_seconds: float = 1
    ) -> AsyncIterator[TicketLock]:
        """Hold the conversation for the time of the block.

        Raises:
            LockError: another process has held it for ``lock_lifetime`` seconds.
        """
        local = self._local.setdefault(conversation_id, asyncio.Lock())  # gone with its last user
        async with local, self._across_processes(conversation_id, lock_lifetime):
            yield TicketLock(conversation_id)

    @asynccontextmanager
    async def _across_processes(self, conversation_id: str, lifetime: float) -> AsyncIterator[None]:
        if self._redis is None:
            yield
            return
        name = f"conversation:{conversation_id}"
        lock = self._redis.lock(name, lifetime, sleep=REDIS_POLL_SECONDS, blocking_timeout=lifetime)
        if not await lock.acquire():
            raise LockError("another process holds the conversation")
        try:
            yield
        finally:
            try:
                await lock.release()
            except RedisError as error:  # the turn is over, and Redis drops the lock by itself
                _log.warning("A conversation's lock could not be given back: %s", error)
