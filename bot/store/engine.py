"""Engines for SQLite and PostgreSQL that behave alike: explicit transactions, enforced keys."""

from __future__ import annotations

import os
import select
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from functools import cache, partial
from typing import Any
from urllib.parse import quote
from weakref import WeakSet

import psycopg2
import psycopg2.extensions
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import QueuePool

WAIT_SECONDS = 2.0
"""How long PostgreSQL has for a sign of life, to a connection or a statement, and a lock to be free."""
BUSY_TIMEOUT_MS = 5000
"""How long a process waits for another one's transaction on SQLite; transactions take milliseconds."""
_READ_ONLY = "express_entry_read_only"
_READ_OPTIONS = {
    "sqlite": {_READ_ONLY: True},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}
_PRAGMAS = (f"busy_timeout={BUSY_TIMEOUT_MS}", "foreign_keys=ON", "secure_delete=ON")


_made: WeakSet[Engine] = WeakSet()


def close_all() -> None:
    """Close every connection of this process, as before it is forked: a connection belongs to one process."""
    for engine in list(_made):
        engine.dispose()


def make_engine(url: str, outlives_power_cut: bool = True) -> Engine:
    """Make an engine for ``sqlite:///…`` or ``postgresql://…``, in SQLAlchemy's 2.0 style.

    What is committed outlives a crash or a kill of any process. Whether it also outlives a power cut at
    once costs SQLite a wait for the disk at every commit; without ``outlives_power_cut`` the last second
    may be missing after one, and nothing else.

    On SQLite every transaction begins as a writer unless it is opened by :func:`reading`: one that reads
    first and writes later would fail at once, without waiting, when another process wrote in between.
    What people said stays out of error messages, and so out of the logs.
    """
    if not url.startswith("sqlite"):
        psycopg2.extensions.set_wait_callback(_wait)
        engine = sa.create_engine(
            url, future=True, hide_parameters=True, pool_pre_ping=True, pool_timeout=WAIT_SECONDS
        )
        sa.event.listen(engine, "connect", _limit_postgresql)
        _made.add(engine)
        return engine
    file = sa.engine.make_url(url).database
    engine = sa.create_engine(
        url,
        future=True,
        hide_parameters=True,
        poolclass=QueuePool,
        **({} if file in (None, "", ":memory:") else {"creator": partial(_open_sqlite, file)}),
    )
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "checkout", _still_there)
    if not outlives_power_cut:
        sa.event.listen(engine, "connect", _leave_the_disk_its_time)
    sa.event.listen(engine, "begin", _begin_sqlite)
    _made.add(engine)
    return engine


class _Patience(threading.local):
    """How long this thread waits for an answer of PostgreSQL; None is for ever."""

    seconds: float | None = WAIT_SECONDS


_patience = _Patience()


@contextmanager
def unhurried() -> Iterator[None]:
    """For the time of the block this thread waits for PostgreSQL as long as it takes, as to migrate."""
    before, _patience.seconds = _patience.seconds, None
    try:
        yield
    finally:
        _patience.seconds = before


def _wait(connection: Any) -> None:
    """Wait for PostgreSQL's answer, but no longer than this thread's patience.

    The driver would wait for ever for a server that is stopped, or behind a network that swallows packets:
    its own time-outs are kept by the server, and by a kernel that has something to send.
    """
    seconds = _patience.seconds
    deadline = None if seconds is None else time.monotonic() + seconds
    while (state := connection.poll()) != psycopg2.extensions.POLL_OK:
        left = None if deadline is None else max(deadline - time.monotonic(), 0.0)
        reads = [connection.fileno()] if state == psycopg2.extensions.POLL_READ else []
        writes = [connection.fileno()] if state == psycopg2.extensions.POLL_WRITE else []
        if not any(select.select(reads, writes, [], left)):
            raise psycopg2.OperationalError("the database gives no answer")


def _limit_postgresql(connection: Any, _record: Any) -> None:
    """What a statement may take, as the server keeps it: a client that gave up leaves nothing running."""
    milliseconds = int(WAIT_SECONDS * 1000)
    connection.autocommit = True
    with connection.cursor() as cursor:
        for name in ("statement_timeout", "lock_timeout"):
            cursor.execute(f"SET {name} = {0 if _patience.seconds is None else milliseconds}")
        cursor.execute(f"SET idle_in_transaction_session_timeout = {10 * milliseconds}")
    connection.autocommit = False


def _open_sqlite(file: str) -> sqlite3.Connection:
    """Open a file that is there: the migrations make it. A new, empty one in its place would seem to work."""
    address = f"file:{quote(file)}?mode=rw"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def look_at_file(engine: Engine) -> None:
    """Have SQLite read its file anew: a connection that is open goes on by what it remembers of the pages.

    Raises:
        sqlite3.Error: the file is gone, or is no database.
    """
    file = engine.url.database
    if engine.dialect.name == "sqlite" and file and file != ":memory:":
        with closing(_open_sqlite(file)) as fresh:
            fresh.execute("PRAGMA schema_version")


def _prepare_sqlite(connection: Any, record: Any) -> None:
    connection.isolation_level = None  # or the driver would begin transactions by itself, and late
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    file = next(row[2] for row in connection.execute("PRAGMA database_list") if row[1] == "main")
    record.info["file"] = file, _identity(file)


def _identity(file: str) -> tuple[int, int] | None:
    """Which file stands there now; None for none."""
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _still_there(connection: Any, record: Any, _proxy: Any) -> None:
    """A file that was deleted or replaced would still take what is written, and nobody would find it."""
    file, known = record.info["file"]
    if file and _identity(file) != known:
        raise sa.exc.DisconnectionError("the database's file is not there any more")


def _leave_the_disk_its_time(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous=NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    read_only = connection.get_execution_options().get(_READ_ONLY, False)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view of the database, that waits for no writer."""
    with engine.connect() as connection:
        connection.execution_options(**_READ_OPTIONS[engine.dialect.name])
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction, committed when the block ends and rolled back when it raises.

    SQLite lets one writer in at a time, and whoever waits looks again and again, ever more seldom. Threads of
    one process wait for each other without that.
    """
    with _alone(engine), engine.begin() as connection:
        yield connection


def _alone(engine: Engine) -> AbstractContextManager[Any]:
    return _alone_with(str(engine.url)) if engine.dialect.name == "sqlite" else nullcontext()


@contextmanager
def at_leisure(engine: Engine) -> Iterator[Connection]:
    """:func:`writing` for what may take longer than anybody waits for an answer: erasing, retention."""
    with unhurried(), _alone(engine), engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        yield connection


@cache
def _alone_with(url: str) -> threading.Lock:
    return threading.Lock()
