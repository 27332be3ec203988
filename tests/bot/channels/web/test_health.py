"""/readyz tells the truth of each part, and soon."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channels.web import health as module
from bot.channels.web.health import Health
from bot.operating import room
from bot.settings import Settings
from bot.store import Store
from tests.conftest import PostgreSQL

WELL = {"database": True, "disk": True, "scheduler": True}


@pytest.fixture(autouse=True)
def anew_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT_SECONDS", 0.0)


def made(store: Store, tmp_path: Path, **environment: str) -> Health:
    return Health(Settings.from_environment({"DATA_DIR": str(tmp_path), **environment}), store)


@pytest.fixture
def store(sqlite_database: str) -> Iterator[Store]:
    store = Store(sqlite_database)
    yield store
    store.close()


async def test_where_all_is_well_every_part_says_so(store: Store, tmp_path: Path) -> None:
    assert await made(store, tmp_path).parts() == WELL


async def test_a_database_that_takes_no_writes_is_not_well_and_says_so_in_time(
    store: Store, tmp_path: Path
) -> None:
    health = made(store, tmp_path)
    with closing(sqlite3.connect(tmp_path / "test.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        answers = await asyncio.gather(*(health.parts() for _ in range(20)))
        assert [answer["database"] for answer in answers] == [False] * 20
        assert time.monotonic() - began < 3
        other.execute("ROLLBACK")
    await asyncio.sleep(0.3)
    assert (await health.parts())["database"]


@pytest.mark.parametrize("what", ["deleted", "replaced", "overwritten"])
async def test_a_file_that_is_gone_is_not_well(store: Store, tmp_path: Path, what: str) -> None:
    health, file = made(store, tmp_path), tmp_path / "test.db"
    assert await health.parts() == WELL
    if what == "overwritten":
        file.write_bytes(os.urandom(100_000))
        for log in tmp_path.glob("test.db-*"):
            log.unlink()
    else:
        file.unlink()
    if what == "replaced":
        file.touch()
    assert not (await health.parts())["database"]
    assert file.exists() == (what != "deleted"), "no new, empty one is made"


async def test_a_full_disk_and_a_folder_that_cannot_be_written_are_not_well(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    health = made(store, tmp_path)
    monkeypatch.setattr(room, "LEAST_FREE_BYTES", 2**60)
    assert not (await health.parts())["disk"]
    monkeypatch.undo()
    assert not room.has_room(tmp_path / "nowhere")


async def test_redis_that_is_gone_is_not_well(store: Store, tmp_path: Path, own_redis_server: Any) -> None:
    health = made(store, tmp_path, REDIS_URL=own_redis_server.url)
    assert await health.parts() == {**WELL, "redis": True}
    own_redis_server.stop()
    assert await health.parts() == {**WELL, "redis": False}
    await health._redis.close(close_connection_pool=True)


async def test_a_scheduler_that_has_not_been_at_work_for_long_is_not_well(
    sqlite_database: str, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    store = Store(sqlite_database, lambda: now - timedelta(minutes=40))
    store.note_done(module.RETENTION)
    health = made(store, tmp_path)
    assert (await health.parts())["scheduler"], "the program has only just begun"
    health._began = now - timedelta(hours=2)
    assert not (await health.parts())["scheduler"]
    store.close()


async def test_a_stopped_postgresql_is_not_well_and_says_so_in_time(
    postgresql: PostgreSQL, postgresql_database: str, tmp_path: Path
) -> None:
    store = Store(postgresql_database)
    health = made(store, tmp_path)
    assert await health.parts() == WELL
    with postgresql.stopped():
        began = time.monotonic()
        assert not (await health.parts())["database"]
        assert time.monotonic() - began < 3
    health._threads.shutdown(wait=True)
    store.close()
