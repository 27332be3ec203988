"""The program with PostgreSQL at a distance, as in another building: every answer takes its time."""

from __future__ import annotations

import multiprocessing
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from bot.bench.chat import LOOPBACK, at_once, free_port
from bot.settings import Settings

MILLISECONDS = (0.0, 2.5)
"""To the database and back."""
DATABASE = "express_entry_bench"
CHUNK = 65_536


def distance() -> dict[str, Any]:
    """Turns a second of one replica with the PostgreSQL server of ``DATABASE_URL`` near, and far away.

    A database of its own is made there, and removed.
    """
    url = sa.engine.make_url(Settings.from_environment().database_url)
    if url.get_backend_name() != "postgresql" or not url.host:
        raise RuntimeError("set DATABASE_URL to a PostgreSQL server: postgresql://user:password@host/name")
    return {"table": [{"database_ms": far, **_measured(url, far)} for far in MILLISECONDS]}


def _measured(url: sa.engine.URL, milliseconds: float) -> dict[str, int | float]:
    with _database(url) as made, _relay(made, milliseconds) as address:
        return at_once(1, DATABASE_URL=address)


@contextmanager
def _database(url: sa.engine.URL) -> Iterator[sa.engine.URL]:
    server = sa.create_engine(url, isolation_level="AUTOCOMMIT", future=True)
    try:
        with server.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {DATABASE}")
        yield url.set(database=DATABASE)
    finally:
        with server.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        server.dispose()


@contextmanager
def _relay(url: sa.engine.URL, milliseconds: float) -> Iterator[str]:
    """An address at which the server is so far away; the relay has a process of its own."""
    port = free_port()
    arguments = (port, (url.host, url.port or 5432), milliseconds / 2000)
    process = multiprocessing.get_context("spawn").Process(target=_pass_on, args=arguments, daemon=True)
    process.start()
    try:
        yield url.set(host=LOOPBACK, port=port).render_as_string(hide_password=False)
    finally:
        process.kill()
        process.join()


def _pass_on(port: int, server: tuple[str, int], seconds: float) -> None:
    with socket.create_server((LOOPBACK, port), backlog=128) as door:
        while True:
            near, _ = door.accept()
            far = socket.create_connection(server)
            for source, goal in ((near, far), (far, near)):
                source.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=_one_way, args=(source, goal, seconds), daemon=True).start()


def _one_way(source: socket.socket, goal: socket.socket, seconds: float) -> None:
    try:
        while got := source.recv(CHUNK):
            time.sleep(seconds)
            goal.sendall(got)
        goal.shutdown(socket.SHUT_WR)
    except OSError:  # the other end is gone
        return
