"""A database that gives no sign of life fails what was asked of it, in seconds, and is used again later."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.store import Store
from bot.store import backup as backup_module
from bot.store import engine as engine_module
from bot.store.engine import at_leisure, make_engine, reading, unhurried
from tests.conftest import PostgreSQL


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> float:
    """Shorter than a person's, for the test's sake."""
    monkeypatch.setattr(engine_module._patience, "seconds", 0.5)
    return 0.5


@pytest.fixture
def deaf() -> Iterator[int]:
    """The port of a server that takes connections and never says anything."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_server_that_takes_connections_and_says_nothing_is_given_up(deaf: int, patience: float) -> None:
    began = time.monotonic()
    store = Store(f"postgresql://nobody@127.0.0.1:{deaf}/nothing")
    assert not store.is_reachable()
    assert time.monotonic() - began < 4 * patience
    store.close()


def test_a_statement_without_an_answer_is_given_up_and_the_next_one_is_answered(
    postgresql_database: str, patience: float
) -> None:
    engine = make_engine(postgresql_database)
    with pytest.raises(sa.exc.OperationalError), reading(engine) as connection:
        connection.execute(sa.text("SELECT pg_sleep(30)"))
    with reading(engine) as connection:
        assert connection.execute(sa.text("SELECT 1")).scalar_one() == 1
    engine.dispose()


def test_what_takes_its_time_may_take_it(postgresql_database: str, patience: float) -> None:
    engine = make_engine(postgresql_database)
    with unhurried(), engine.connect() as connection:
        connection.execute(sa.text("SELECT pg_sleep(1.0)"))
    engine.dispose()


def test_what_is_erased_may_take_longer(postgresql_database: str, patience: float) -> None:
    engine = make_engine(postgresql_database)
    with reading(engine) as connection:
        connection.execute(sa.text("SELECT 1"))
    with at_leisure(engine) as connection:
        assert connection.execute(sa.text("SHOW statement_timeout")).scalar_one() == "0"
        connection.execute(sa.text("SELECT pg_sleep(1.0)"))
    engine.dispose()


def test_the_server_itself_ends_what_nobody_waits_for(postgresql_database: str) -> None:
    engine = make_engine(postgresql_database)
    with engine.connect() as connection:
        for name in ("statement_timeout", "lock_timeout"):
            assert connection.execute(sa.text(f"SHOW {name}")).scalar_one() == "2s"
    engine.dispose()


def test_a_stopped_server_is_given_up(
    postgresql: PostgreSQL, postgresql_database: str, patience: float
) -> None:
    store = Store(postgresql_database)
    assert store.is_reachable()
    with postgresql.stopped():
        began = time.monotonic()
        answers = list[bool]()
        threads = [threading.Thread(target=lambda: answers.append(_asks(store))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert answers == [False] * 4
        assert time.monotonic() - began < 8
    assert store.is_reachable()
    store.close()


def _asks(store: Store) -> bool:
    engine_module._patience.seconds = 0.5
    return store.is_reachable()


def test_a_backup_may_take_as_long_as_it_takes(
    postgresql_database: str, patience: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = list[object]()
    opened = backup_module.make_engine

    def noting(url: str) -> sa.engine.Engine:
        seen.append(engine_module._patience.seconds)
        return opened(url)

    monkeypatch.setattr(backup_module, "make_engine", noting)
    backup_module.back_up(postgresql_database, tmp_path / "archive.zip", {})
    assert seen == [None]
    assert engine_module._patience.seconds == patience
