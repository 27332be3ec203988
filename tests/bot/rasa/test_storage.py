"""Rasa's events survive clocks that step back; one message at a time for each conversation."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core import lock_store, tracker_store
from rasa.core.lock_store import LockError
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from redis.exceptions import RedisError

from bot.rasa import storage as rasa_storage
from bot.rasa.overrides import TrackerUnavailable, apply
from bot.rasa.storage import LockStore, TrackerStore
from bot.store import Store, tables
from tests.helpers import ROOT

DOMAIN = Domain.from_dict({"intents": ["greet"]})


def user(text: str, timestamp: float) -> UserUttered:
    return UserUttered(text, timestamp=timestamp)


def tracker(*events: Event, sender_id: str = "someone") -> DialogueStateTracker:
    return DialogueStateTracker.from_events(sender_id, list(events), DOMAIN.slots)


def begin(database: str, *senders: str) -> None:
    """Conversations of these names, each of a person of its own."""
    store = Store(database)
    for name in senders:
        talk = store.open_conversation("web", "en")
        with store._engine.begin() as connection:
            table = tables.conversations
            named = sa.update(table).where(table.c.sender_id == talk.sender_id).values(sender_id=name)
            connection.execute(named)
    store.close()


@pytest.fixture
def database(dialect: str, request: pytest.FixtureRequest) -> str:
    """A database, once of each kind, in which someone, and another, have begun to talk."""
    made = str(request.getfixturevalue(f"{dialect}_database"))
    begin(made, "someone", "other")
    return made


def texts(found: DialogueStateTracker | None) -> list[str]:
    assert found is not None
    return [event.text for event in found.events if isinstance(event, UserUttered)]


@pytest.fixture
def endpoints(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AvailableEndpoints]:
    """Reads ``endpoints.yml`` as the server does."""

    def read(**environment: str) -> AvailableEndpoints:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))

    return read


# Tracker store


def test_the_endpoints_name_our_tracker_store_and_it_uses_our_engine(
    sqlite_database: str, endpoints: Callable[..., AvailableEndpoints]
) -> None:
    config = endpoints(DATABASE_URL=sqlite_database).tracker_store
    store = tracker_store.create_tracker_store(config, DOMAIN)
    assert type(store) is TrackerStore
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar_one() == 1


async def test_a_conversation_comes_back_as_it_was_saved(database: str) -> None:
    store = TrackerStore(database, domain=DOMAIN)
    saved = tracker(
        ActionExecuted("action_session_start"), SessionStarted(), user("hello", 1.0), user("œ 🇨🇦", 2.0)
    )
    await store.save(saved)
    found = await TrackerStore(database, domain=DOMAIN).retrieve("someone")
    assert texts(found) == ["hello", "œ 🇨🇦"]
    assert await store.retrieve("stranger") is None


async def test_events_stay_when_the_clock_steps_back_where_the_stock_store_loses_them(database: str) -> None:
    events = [SessionStarted(timestamp=1000.0), user("before", 1001.0), user("after the step back", 400.0)]
    ours = TrackerStore(database, domain=DOMAIN)
    await ours.save(tracker(*events))
    assert texts(await ours.retrieve("someone")) == ["before", "after the step back"]
    assert texts(await SQLTrackerStore(host=database, domain=DOMAIN).retrieve("someone")) == ["before"]


async def test_turns_saved_while_the_clock_steps_back_are_each_kept_once(database: str) -> None:
    store = TrackerStore(database, domain=DOMAIN)
    await store.save(tracker(SessionStarted(timestamp=1000.0)))
    for turn, timestamp in enumerate([1001.0, 400.0, 401.0, 2.0]):
        found = await store.retrieve("someone")
        assert found is not None
        found.update(user(f"turn {turn}", timestamp))
        await store.save(found)
    assert texts(await store.retrieve("someone")) == ["turn 0", "turn 1", "turn 2", "turn 3"]


async def test_only_the_latest_session_is_loaded_even_if_it_began_at_an_earlier_time(database: str) -> None:
    store = TrackerStore(database, domain=DOMAIN)
    first = tracker(SessionStarted(timestamp=1000.0), user("old", 1001.0))
    await store.save(first)
    first.update(SessionStarted(timestamp=400.0))
    first.update(user("new", 401.0))
    await store.save(first)
    assert texts(await store.retrieve("someone")) == ["new"]


async def test_of_the_sessions_before_nothing_is_kept(database: str) -> None:
    store = TrackerStore(database, domain=DOMAIN)
    first = tracker(SessionStarted(timestamp=1000.0), user("old", 1001.0))
    await store.save(first)
    await store.save(tracker(SessionStarted(), user("other's", 2.0), sender_id="other"))
    first.update(SessionStarted())
    first.update(user("new", 2000.0))
    await store.save(first)
    assert texts(await store.retrieve_full_tracker("someone")) == ["new"]
    assert texts(await store.retrieve_full_tracker("other")) == ["other's"]


async def test_the_session_of_one_conversation_does_not_cut_another(database: str) -> None:
    store = TrackerStore(database, domain=DOMAIN)
    await store.save(tracker(user("hello", 1.0)))
    await store.save(tracker(SessionStarted(timestamp=2.0), user("other", 3.0), sender_id="other"))
    assert texts(await store.retrieve("someone")) == ["hello"]


async def test_a_database_that_cannot_be_reached_fails_the_message_instead_of_beginning_anew(
    sqlite_database: str, stock_rasa: None
) -> None:
    begin(sqlite_database, "someone")
    store = TrackerStore(sqlite_database, domain=DOMAIN)
    await store.save(tracker(SessionStarted(), user("hello", 1.0)))
    apply()
    safe = FailSafeTrackerStore(store)
    assert texts(await safe.retrieve("someone")) == ["hello"]
    with store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE events")
    for ask in (
        safe.retrieve("someone"),
        safe.retrieve_full_tracker("someone"),
        safe.save(tracker(user("x", 2.0))),
    ):
        with pytest.raises(TrackerUnavailable) as failure:
            await ask
        assert isinstance(failure.value.__cause__, sa.exc.OperationalError)


async def test_erasing_a_person_takes_rasas_events_with_them(database: str, tmp_path: Path) -> None:
    rasa, store = TrackerStore(database, domain=DOMAIN), Store(database)
    talk, other = store.open_conversation("web", "en"), store.open_conversation("web", "en")
    for conversation in (talk, other):
        words = user(f"canary of {conversation.person_id}", 1.0)
        await rasa.save(tracker(SessionStarted(), words, sender_id=conversation.sender_id))
    store.erase(talk.person_id)
    assert await rasa.retrieve(talk.sender_id) is None
    assert texts(await rasa.retrieve(other.sender_id)) == [f"canary of {other.person_id}"]
    assert not any(talk.person_id.encode() in file.read_bytes() for file in tmp_path.iterdir())


# Trackers that are kept between turns


def statements(store: TrackerStore) -> list[str]:
    """Notes what the store asks the database from now on."""
    asked = list[str]()
    sa.event.listen(store.engine, "before_cursor_execute", lambda _c, _k, text, *_: asked.append(text))
    return asked


def turn(text: str) -> list[Event]:
    return [user(text, 1.0), ActionExecuted("intake"), ActiveLoop("intake"), ActionExecuted("action_listen")]


async def say(store: TrackerStore, text: str) -> DialogueStateTracker:
    """A turn as Rasa takes it; gives the tracker as it was at the beginning."""
    found = await store.retrieve("someone") or tracker(SessionStarted())
    before = tracker(*found.events)
    found.update_with_events(turn(text), DOMAIN)
    await store.save(found)
    return before


def state(found: DialogueStateTracker | None) -> dict[str, Any]:
    assert found is not None
    return json.loads(json.dumps(found.current_state(EventVerbosity.ALL)))  # type: ignore[no-any-return]


async def test_a_kept_tracker_is_what_the_database_would_give(database: str) -> None:
    ours = TrackerStore(database, domain=DOMAIN)
    for number in range(4):
        await say(ours, f"turn {number}")
        found = await ours.retrieve("someone")
        assert state(found) == state(await TrackerStore(database, domain=DOMAIN).retrieve("someone"))
        found.update_with_events([SessionStarted(), *turn("next session")], DOMAIN)
        await ours.save(found)
        kept = await ours.retrieve("someone")
        assert state(kept) == state(await TrackerStore(database, domain=DOMAIN).retrieve("someone"))
        await ours.save(kept)


async def test_the_next_turn_reads_no_events_and_writes_only_its_own(database: str) -> None:
    store = TrackerStore(database, domain=DOMAIN)
    await say(store, "one")
    asked = statements(store)
    await say(store, "two")
    assert not any("events.data" in statement for statement in asked)
    with store.engine.begin() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one()
    assert count == 1 + 2 * len(turn(""))


async def test_a_turn_that_another_replica_took_is_seen(database: str) -> None:
    here, there = TrackerStore(database, domain=DOMAIN), TrackerStore(database, domain=DOMAIN)
    await say(here, "one")
    await say(there, "two")
    assert texts(await say(here, "three")) == ["one", "two"]
    assert texts(await there.retrieve("someone")) == ["one", "two", "three"]


async def test_a_turn_that_failed_leaves_nothing_in_the_tracker(database: str) -> None:
    store = TrackerStore(database, domain=DOMAIN)
    await say(store, "one")
    failing = await store.retrieve("someone")
    failing.update(user("never saved", 1.0))
    assert texts(await store.retrieve("someone")) == ["one"]


async def test_an_erased_conversation_is_not_remembered(database: str) -> None:
    rasa, store = TrackerStore(database, domain=DOMAIN), Store(database)
    talk = store.open_conversation("web", "en")
    await rasa.save(tracker(user("hello", 1.0), sender_id=talk.sender_id))
    store.erase(talk.person_id)
    assert await rasa.retrieve(talk.sender_id) is None
    assert talk.sender_id not in rasa._kept


async def test_a_turn_under_way_while_its_person_is_erased_leaves_nothing(database: str) -> None:
    rasa, store = TrackerStore(database, domain=DOMAIN), Store(database)
    page = store.open_conversation("web", "en")
    phone = store.open_conversation("telegram", "en", page.person_id)
    await rasa.save(tracker(SessionStarted(), user("hello", 1.0), sender_id=phone.sender_id))
    under_way = await rasa.retrieve(phone.sender_id)
    under_way.update(user("canary", 2.0))
    store.erase(page.person_id)
    await rasa.save(under_way)
    assert await rasa.retrieve(phone.sender_id) is None
    assert phone.sender_id not in rasa._kept
    with rasa.engine.connect() as connection:
        left = connection.exec_driver_sql("SELECT count(*) FROM events WHERE data LIKE '%%canary%%'")
        assert left.scalar_one() == 0


async def test_erasing_and_turns_at_once_leave_no_event_of_nobody(database: str) -> None:
    """The race itself: many erasures, each while another conversation of the person saves a turn."""
    rasa, store = TrackerStore(database, domain=DOMAIN), Store(database)

    def saving(sender_id: str) -> None:
        told = tracker(SessionStarted(), user("canary", 1.0), sender_id=sender_id)
        asyncio.run(rasa.save(told))

    for _ in range(30):
        page = store.open_conversation("web", "en")
        phone = store.open_conversation("telegram", "en", page.person_id)
        await asyncio.gather(
            asyncio.to_thread(saving, phone.sender_id), asyncio.to_thread(store.erase, page.person_id)
        )
    with rasa.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one() == 0


async def test_trackers_of_conversations_erased_elsewhere_are_let_go(database: str) -> None:
    rasa, store = TrackerStore(database, domain=DOMAIN), Store(database)
    gone, stays = store.open_conversation("web", "en"), store.open_conversation("web", "en")
    for talk in (gone, stays):
        await rasa.save(tracker(user("hello", 1.0), sender_id=talk.sender_id))
    store.erase(gone.person_id)
    await rasa.forget_gone()
    assert list(rasa._kept) == [stays.sender_id]


async def test_only_so_many_trackers_are_kept_and_only_for_so_long(
    sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(sqlite_database, *"abcde")
    store = TrackerStore(sqlite_database, domain=DOMAIN)
    monkeypatch.setattr(rasa_storage, "MOST_KEPT", 3)
    now = 0.0
    monkeypatch.setattr(rasa_storage.time, "monotonic", lambda: now)
    for name in "abcd":
        await store.save(tracker(user("hello", 1.0), sender_id=name))
    assert list(store._kept) == ["b", "c", "d"]
    now = rasa_storage.KEPT_SECONDS + 1
    await store.save(tracker(user("hello", 1.0), sender_id="e"))
    assert list(store._kept) == ["e"]


# Lock store


@asynccontextmanager
async def closed_afterwards(make: Callable[[], LockStore]) -> AsyncIterator[Callable[[], LockStore]]:
    """``make``, and in the end the connections to Redis of all that it made are closed."""
    made: list[LockStore] = []

    def new() -> LockStore:
        made.append(make())
        return made[-1]

    yield new
    for store in made:
        if store._redis:
            await store._redis.close(close_connection_pool=True)


@pytest.fixture(params=["memory", "files", "redis"])
async def new_lock_store(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    endpoints: Callable[..., AvailableEndpoints],
) -> AsyncIterator[Callable[[], LockStore]]:
    """Makes lock stores as Rasa does from ``endpoints.yml``; each stands for a process of its own."""
    monkeypatch.delenv("REDIS_URL", raising=False)
    if request.param == "files":
        monkeypatch.setenv("REPLICAS", "2")
        monkeypatch.setenv("DATA_DIR", str(tmp_path))
    if request.param == "redis":
        monkeypatch.setenv("REDIS_URL", request.getfixturevalue("redis_server").url)
    config = endpoints(DATABASE_URL="sqlite:////nowhere.db").lock_store
    async with closed_afterwards(lambda: lock_store.LockStore.create(config)) as new:
        yield new


@pytest.fixture
async def redis_locks(
    monkeypatch: pytest.MonkeyPatch, redis_server: object
) -> AsyncIterator[Callable[[], LockStore]]:
    """Makes lock stores that share one Redis; each stands for a process of its own."""
    monkeypatch.setenv("REDIS_URL", redis_server.url)  # type: ignore[attr-defined]
    async with closed_afterwards(LockStore) as new:
        yield new


class Room:
    """Notes who goes in and out, and fails where two are inside."""

    def __init__(self) -> None:
        self.inside, self.order = False, list[str]()

    async def visit(self, locks: LockStore, name: str, conversation: str = "c") -> None:
        async with locks.lock(conversation):
            assert not self.inside
            self.inside = True
            for _ in range(5):
                await asyncio.sleep(0)
            self.inside = False
            self.order.append(name)


async def test_five_messages_at_once_each_wait_their_turn_in_the_order_of_arrival(
    new_lock_store: Callable[[], LockStore],
) -> None:
    locks, room = new_lock_store(), Room()
    assert type(locks) is LockStore
    await asyncio.gather(*(room.visit(locks, str(number)) for number in range(5)))
    assert room.order == ["0", "1", "2", "3", "4"]


async def test_waiting_costs_no_second_as_in_the_stock_store(
    new_lock_store: Callable[[], LockStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    slept = list[float]()
    sleep = asyncio.sleep

    async def note(seconds: float) -> None:
        slept.append(seconds)
        await sleep(0)

    monkeypatch.setattr(asyncio, "sleep", note)
    locks, room = new_lock_store(), Room()
    await asyncio.gather(*(room.visit(locks, str(number)) for number in range(5)))
    assert max(each for each in slept if each != rasa_storage.RENEWED_SECONDS) <= 0.02


async def test_two_conversations_do_not_wait_for_each_other(new_lock_store: Callable[[], LockStore]) -> None:
    locks = new_lock_store()
    async with locks.lock("one"), locks.lock("two"):
        pass


async def test_a_message_that_fails_lets_the_next_one_in(new_lock_store: Callable[[], LockStore]) -> None:
    locks = new_lock_store()
    with pytest.raises(RuntimeError):
        async with locks.lock("c"):
            raise RuntimeError
    async with locks.lock("c"):
        pass


async def test_a_message_that_gives_up_waiting_leaves_the_queue(
    new_lock_store: Callable[[], LockStore],
) -> None:
    locks, room = new_lock_store(), Room()
    async with locks.lock("c"):
        waiting = asyncio.create_task(room.visit(locks, "gave up"))
        later = asyncio.create_task(room.visit(locks, "later"))
        await asyncio.sleep(0)
        waiting.cancel()
    await later
    assert room.order == ["later"]


async def test_conversations_that_are_over_take_no_memory(new_lock_store: Callable[[], LockStore]) -> None:
    locks, room = new_lock_store(), Room()
    for number in range(20):
        await room.visit(locks, "x", conversation=str(number))
    assert len(locks._local) == 0


async def test_of_two_processes_one_waits_for_the_other(redis_locks: Callable[[], LockStore]) -> None:
    room, processes = Room(), [redis_locks() for _ in range(3)]
    visits = [room.visit(locks, f"{p}.{n}") for n in range(4) for p, locks in enumerate(processes)]
    await asyncio.gather(*visits)
    assert len(room.order) == 12
    for process in "012":
        assert [name for name in room.order if name[0] == process] == [f"{process}.{n}" for n in range(4)]


async def test_who_waits_too_long_for_another_process_is_told_so(
    redis_locks: Callable[[], LockStore],
) -> None:
    first, second = redis_locks(), redis_locks()
    async with AsyncExitStack() as held:
        await held.enter_async_context(first.lock("c", lock_lifetime=60))
        with pytest.raises(LockError):
            async with second.lock("c", lock_lifetime=0.1):
                pytest.fail("two processes hold one conversation")


async def test_a_turn_that_outlives_its_lock_does_not_take_the_lock_of_the_next_one(
    redis_locks: Callable[[], LockStore], redis_server: object, caplog: pytest.LogCaptureFixture
) -> None:
    first, second, third = redis_locks(), redis_locks(), redis_locks()
    async with AsyncExitStack() as held:
        async with first.lock("c", lock_lifetime=60):
            redis_server.client.delete("conversation:c")  # type: ignore[attr-defined]
            await held.enter_async_context(second.lock("c", lock_lifetime=60))
        assert "could not be given back" in caplog.text
        with pytest.raises(LockError):
            async with third.lock("c", lock_lifetime=0.1):
                pytest.fail("two processes hold one conversation")


async def test_the_conversation_of_a_process_that_died_is_free_in_five_seconds(
    redis_locks: Callable[[], LockStore], redis_server: object
) -> None:
    alive, name = redis_locks(), "conversation:c"
    dead = redis_server.client.lock(name, rasa_storage.HOLDS_SECONDS)  # type: ignore[attr-defined]
    assert dead.acquire(blocking=False), "a process takes it, and is not there any more to renew it"
    began = asyncio.get_running_loop().time()
    async with alive.lock("c", lock_lifetime=60):
        pass
    assert asyncio.get_running_loop().time() - began < 6


async def test_a_turn_that_takes_longer_than_a_lock_holds_keeps_it(
    redis_locks: Callable[[], LockStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rasa_storage, "HOLDS_SECONDS", 0.3)
    first, second = redis_locks(), redis_locks()
    async with first.lock("c"):
        with pytest.raises(LockError):
            async with second.lock("c", lock_lifetime=1.2):
                pytest.fail("two processes hold one conversation")
    async with second.lock("c"):
        pass


async def test_a_redis_that_says_nothing_fails_the_message_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        monkeypatch.setenv("REDIS_URL", f"redis://127.0.0.1:{deaf.getsockname()[1]}/0")
        async with closed_afterwards(LockStore) as new:
            began = asyncio.get_running_loop().time()
            with pytest.raises(RedisError):
                async with new().lock("c"):
                    pytest.fail("nobody gave the lock")
            assert asyncio.get_running_loop().time() - began < 2.5


async def test_a_lock_in_redis_always_expires(
    redis_locks: Callable[[], LockStore], redis_server: object
) -> None:
    async with redis_locks().lock("c"):
        remaining = int(redis_server.client.pttl("conversation:c"))  # type: ignore[attr-defined]
    assert 0 < remaining <= rasa_storage.HOLDS_SECONDS * 1000


# Several replicas without Redis


@pytest.fixture
def file_locks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], LockStore]:
    """Makes lock stores of replicas on one machine; each stands for a process of its own."""
    monkeypatch.delenv("REDIS_URL", raising=False)
    monkeypatch.setenv("REPLICAS", "2")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    return LockStore


async def test_of_two_replicas_one_waits_for_the_other(file_locks: Callable[[], LockStore]) -> None:
    room, replicas = Room(), [file_locks() for _ in range(3)]
    visits = [room.visit(locks, f"{p}.{n}") for n in range(4) for p, locks in enumerate(replicas)]
    await asyncio.gather(*visits)
    assert len(room.order) == 12


async def test_who_waits_too_long_for_another_replica_is_told_so(
    file_locks: Callable[[], LockStore],
) -> None:
    first, second = file_locks(), file_locks()
    async with first.lock("c"):
        with pytest.raises(LockError):
            async with second.lock("c", lock_lifetime=0.05):
                pytest.fail("two replicas hold one conversation")


async def test_the_conversation_of_a_replica_that_died_is_free_at_once(
    file_locks: Callable[[], LockStore], tmp_path: Path
) -> None:
    program = (
        "import asyncio, os, bot.rasa\n"
        "from bot.rasa.storage import LockStore\n"
        "async def hold():\n"
        "    async with LockStore().lock('c'):\n"
        "        print('held', flush=True)\n"
        "        await asyncio.sleep(60)\n"
        "asyncio.run(hold())\n"
    )
    command = [sys.executable, "-W", "ignore", "-c", program]
    dead = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, cwd=ROOT)
    assert dead.stdout is not None
    assert await dead.stdout.readline() == b"held\n"
    locks = file_locks()
    with pytest.raises(LockError):
        async with locks.lock("c", lock_lifetime=0.05):
            pytest.fail("two replicas hold one conversation")
    dead.kill()
    await dead.wait()
    async with locks.lock("c", lock_lifetime=1):
        pass
