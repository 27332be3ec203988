"""Rasa's tracker and lock stores, as this bot needs them; ``endpoints.yml`` names both."""

from __future__ import annotations

import asyncio
import fcntl
import hashlib
import json
import logging
import os
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from weakref import WeakValueDictionary

import redis.asyncio
import sqlalchemy as sa
from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore, LockError
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import Event, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from redis.exceptions import LockNotOwnedError, RedisError
from sqlalchemy.engine import Connection
from sqlalchemy.orm import sessionmaker

from bot.settings import Settings
from bot.store import UnknownConversation, make_engine, rows
from bot.store.engine import reading, writing
from bot.store.threads import beside
from bot.store.turn import under_way

MOST_KEPT, KEPT_SECONDS = 300, 600.0
"""How many trackers a process keeps (some 50 kB each), and how long after their last turn."""
TIDY_SECONDS = 30.0
LOCKS, SLOT_DIGITS = "locks", 3
"""The folder of the files that replicas lock, and how many hexadecimal digits of a conversation name one."""
FILE_POLL_SECONDS = (0.005, 0.1)
"""The shortest and the longest pause before a lock that another process holds is tried again."""
REDIS_POLL_SECONDS = 0.02
REDIS_TIMEOUT_SECONDS = 1
HOLDS_SECONDS, RENEWED_SECONDS = 5.0, 1.5
"""How long a lock outlives a process that died, and how often one that lives takes it for longer."""
_log = logging.getLogger(__name__)

_events = SQLTrackerStore.SQLEvent.__table__
_of_sender = _events.c.sender_id == sa.bindparam("of_sender")
_LATEST_START = (
    sa.select(sa.func.max(_events.c.id))
    .where(_of_sender, _events.c.type_name == SessionStarted.type_name)
    .scalar_subquery()
)
_ALL_KEPT = sa.select(_events.c.id, _events.c.data).where(_of_sender).order_by(_events.c.id)
_SESSION = _ALL_KEPT.where(_events.c.id >= sa.func.coalesce(_LATEST_START, 0))
_LAST_ROW = sa.select(_events.c.id).where(_of_sender).order_by(_events.c.id.desc()).limit(1)
_INSERT = sa.insert(_events)
_DELETE_EARLIER = sa.delete(_events).where(_of_sender, _events.c.id < _LATEST_START)


class _Stored(NamedTuple):
    """How many of a tracker's events are in the database, and the newest row of its conversation."""

    events: int
    last_row: int | None


class _Saved(NamedTuple):
    """A tracker that is to be written, and how many of its events."""

    tracker: DialogueStateTracker
    events: int


class TrackerStore(SQLTrackerStore):  # type: ignore[misc]
    """Rasa's events in the same database as ours.

    The stock store finds a session's events by comparing time stamps, so that new events vanish when the
    clock steps back; this one cuts by row id. It uses the project's engine, so that SQLite's pragmas
    (WAL, secure delete, busy time-out) hold for Rasa's table too.

    Of a conversation only the session under way is kept: what is to be remembered stands in our own tables.

    The stock store reads and replays the whole session at every turn, twice. This one keeps the trackers of
    the last conversations, and uses one again only if the database has nothing newer: another replica may
    have taken the turn in between, and a turn that failed leaves nothing behind.
    """

    def __init__(self, host: str, **kwargs: Any) -> None:
        super().__init__(host=host, **kwargs)
        self.engine.dispose()
        self.engine: sa.engine.Engine = make_engine(host, outlives_power_cut=False)
        self.sessionmaker = sessionmaker(bind=self.engine)
        self._kept: OrderedDict[str, tuple[float, DialogueStateTracker]] = OrderedDict()

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The latest session of a conversation, None where nothing was said yet."""
        turn = under_way(sender_id)
        if turn is not None and turn.saved is not None:
            return turn.saved.tracker
        _, kept = self._kept.pop(sender_id, (0, None))  # kept again when the turn has been saved
        if turn is not None and (turn.newest_event is None or _is_newest(kept, turn.newest_event)):
            return kept if turn.newest_event is not None else None
        rows = await beside(self._rows, sender_id, kept)
        return kept if rows is None else self._tracker(sender_id, rows)

    def _rows(self, sender_id: str, kept: DialogueStateTracker | None) -> Sequence[Any] | None:
        """The rows of the latest session; None where ``kept`` is as new."""
        with reading(self.engine) as connection:
            if kept is not None and _is_newest(kept, _last_row(connection, sender_id)):
                return None
            found: Sequence[Any] = connection.execute(_SESSION, {"of_sender": sender_id}).all()
        return found

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """All that is kept of a conversation: the session under way."""
        with reading(self.engine) as connection:
            found = connection.execute(_ALL_KEPT, {"of_sender": conversation_id}).all()
        return self._tracker(conversation_id, found)

    def _tracker(self, sender_id: str, found: Sequence[Any]) -> DialogueStateTracker | None:
        if not found:
            return None
        events = [json.loads(data) for _, data in found]
        tracker = DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)
        tracker.stored = _Stored(len(found), found[-1].id)
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write what is new in a tracker, in one transaction; nothing where the conversation is gone.

        Whoever erases a person holds their row, as this does: what was said is written before and erased with
        the rest, or not at all.
        """
        await self.stream_events(tracker)
        turn = under_way(tracker.sender_id)
        saved = _Saved(tracker, len(tracker.events))
        if turn is not None:
            if turn.saved is None:
                turn.at_end(
                    lambda connection: self._write(turn.saved, connection), lambda: self._keep(turn.saved)
                )
            turn.saved = saved
            return
        try:
            await beside(self._save, saved)
        except UnknownConversation:  # erased, or parted from its person, while the turn was under way
            self._kept.pop(tracker.sender_id, None)
            return
        self._keep(saved)

    def _save(self, saved: _Saved) -> None:
        with writing(self.engine) as connection:
            rows.lock_conversation(connection, saved.tracker.sender_id)
            self._write(saved, connection)

    def _write(self, saved: _Saved, connection: Connection) -> None:
        tracker = saved.tracker
        stored = getattr(tracker, "stored", None)
        count = _session_length(connection, tracker.sender_id) if stored is None else stored.events
        new = [_row(tracker.sender_id, event) for event in islice(tracker.events, count, saved.events)]
        if new:
            connection.execute(_INSERT, new)
        if any(row["type_name"] == SessionStarted.type_name for row in new):
            connection.execute(_DELETE_EARLIER, {"of_sender": tracker.sender_id})
        tracker.stored = _Stored(saved.events, _last_row(connection, tracker.sender_id))

    async def forget_gone(self) -> None:
        """Let go of the trackers that are kept of conversations which no longer stand, or are quiet."""
        self._drop_quiet()
        kept = set(self._kept)
        for sender_id in kept - await beside(self._standing, kept):
            self._kept.pop(sender_id, None)

    def _standing(self, senders: set[str]) -> set[str]:
        with reading(self.engine) as connection:
            return rows.standing(connection, senders)

    def _keep(self, saved: _Saved) -> None:
        """Keep a tracker as it would be read from the database, and forget those that have been quiet."""
        tracker = saved.tracker
        if len(tracker.events) != saved.events:  # something failed after it had been saved
            return
        events = list(tracker.events)
        began = max((at for at, event in enumerate(events) if isinstance(event, SessionStarted)), default=0)
        if began:
            last_row = tracker.stored.last_row
            tracker = DialogueStateTracker.from_events(tracker.sender_id, events[began:], self.domain.slots)
            tracker.stored = _Stored(len(tracker.events), last_row)
        now = time.monotonic()
        self._kept[tracker.sender_id] = now, tracker
        self._kept.move_to_end(tracker.sender_id)
        self._drop_quiet()

    def _drop_quiet(self) -> None:
        oldest = time.monotonic() - KEPT_SECONDS
        while self._kept and (len(self._kept) > MOST_KEPT or next(iter(self._kept.values()))[0] < oldest):
            self._kept.popitem(last=False)


def _is_newest(tracker: DialogueStateTracker | None, row: int | None) -> bool:
    return tracker is not None and tracker.stored.last_row == row


def _last_row(connection: Connection, sender_id: str) -> int | None:
    row: int | None = connection.execute(_LAST_ROW, {"of_sender": sender_id}).scalar_one_or_none()
    return row


def _session_length(connection: Connection, sender_id: str) -> int:
    return len(connection.execute(_SESSION, {"of_sender": sender_id}).all())


def _row(sender_id: str, event: Event) -> dict[str, Any]:
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


class LockStore(InMemoryLockStore):  # type: ignore[misc]
    """One message at a time for each conversation, in the order of arrival, without polling.

    The stock stores look once a second whether it is their turn. Here messages of one process wait for
    an asyncio lock; where ``REDIS_URL`` is set, processes exclude each other by Redis's atomic lock. It holds
    for a moment only and is renewed while its process lives: the next one soon takes over from the dead.
    Without Redis, replicas on one machine lock a file; that lock ends with its process, however it ends.
    """

    def __init__(self, endpoint_config: EndpointConfig | None = None) -> None:
        super().__init__()
        self._local: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        settings = Settings.from_environment()
        url = settings.redis_url
        patience = {
            "socket_timeout": REDIS_TIMEOUT_SECONDS,
            "socket_connect_timeout": REDIS_TIMEOUT_SECONDS,
        }
        self._redis = redis.asyncio.Redis.from_url(url, **patience) if url else None
        self._folder = settings.data_dir / LOCKS if (settings.replicas or 1) > 1 else None
        if self._folder is not None and not url:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)

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
            if self._folder is None:
                yield
                return
            slot = hashlib.sha256(conversation_id.encode()).hexdigest()[:SLOT_DIGITS]
            async with _alone_with_file(self._folder / slot, lifetime):
                yield
            return
        name = f"conversation:{conversation_id}"
        holds = min(lifetime, HOLDS_SECONDS)
        lock = self._redis.lock(name, holds, sleep=REDIS_POLL_SECONDS, blocking_timeout=lifetime)
        if not await lock.acquire():
            raise LockError("another process holds the conversation")
        renewing = asyncio.create_task(_renew(lock, holds))
        try:
            yield
        finally:
            renewing.cancel()
            try:
                await lock.release()
            except RedisError as error:  # the turn is over, and Redis drops the lock by itself
                _log.warning("A conversation's lock could not be given back: %s", error)


@asynccontextmanager
async def _alone_with_file(path: Path, patience: float) -> AsyncIterator[None]:
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        deadline, pause = time.monotonic() + patience, FILE_POLL_SECONDS[0]
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise LockError("another process holds the conversation") from None
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, FILE_POLL_SECONDS[1])
        yield
    finally:
        os.close(descriptor)


async def _renew(lock: Any, holds: float) -> None:
    """Take a lock for longer, again and again, until it is lost or nobody needs it any more."""
    while True:
        await asyncio.sleep(min(RENEWED_SECONDS, holds / 3))
        try:
            await lock.extend(holds, replace_ttl=True)
        except LockNotOwnedError:
            return
        except RedisError:  # tried again before it expires
            continue


async def keep_tidy(tracker_store: Any) -> None:
    """For ever: what was erased, here or in another process, does not stay in this one's memory."""
    ours = getattr(tracker_store, "_tracker_store", tracker_store)  # Rasa wraps it, to be told of failures
    while isinstance(ours, TrackerStore):
        await asyncio.sleep(TIDY_SECONDS)
        try:
            await ours.forget_gone()
        except Exception as problem:
            _log.warning("The kept conversations could not be looked through: %s", problem)
