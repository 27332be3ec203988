"""What an answer needs may fail or hang: people get a kind sentence in seconds, and nothing kept is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import httpx
import psutil
import pytest

from tests.helpers import ROOT
from tests.helpers.program import Server, free_port, start_server, until
from tests.helpers.visitor import Visitor

pytestmark = pytest.mark.program
SECONDS = 3.0
"""Within so many a kind sentence comes."""
UNWRITABLE = "/proc/express-entry"
"""A folder that nobody can make, whoever they are."""


def asked(visitor: Visitor, ask: Callable[[], httpx.Response]) -> httpx.Response:
    """The answer, which came in time."""
    began = time.monotonic()
    response = ask()
    assert time.monotonic() - began < SECONDS
    return response


def fails_kindly(visitor: Visitor) -> None:
    """A turn, the history and the profile fail with a sentence; whether the process lives is told at once."""
    visitor.http.headers["Accept-Language"] = "fr"
    for ask in (
        lambda: visitor.post({"text": "J'ai un doctorat", "id": "tried"}),
        lambda: visitor.http.get("/chat/history"),
        lambda: visitor.http.get("/chat/profile"),
    ):
        response = asked(visitor, ask)
        assert response.status_code == 503, response.text
        assert response.json()["error"]["message"].startswith("Quelque chose ne fonctionne pas de mon côté")
        assert int(response.headers["Retry-After"]) > 0
    began = time.monotonic()
    assert visitor.http.get("/healthz").status_code == 200
    assert time.monotonic() - began < 1


def readiness(visitor: Visitor) -> dict[str, bool]:
    return asked(visitor, lambda: visitor.http.get("/readyz")).json()  # type: ignore[no-any-return]


def test_sqlite_that_takes_no_writes_or_is_gone(tmp_path) -> None:
    server = start_server(tmp_path / "data")
    try:
        visitor = Visitor(server, "fr")
        visitor.say("J'ai 31 ans")
        with closing(sqlite3.connect(server.database, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            response = asked(visitor, lambda: visitor.post({"text": "J'ai un doctorat", "id": "tried"}))
            assert response.status_code == 503, response.text
            assert readiness(visitor)["database"] is False
            other.execute("ROLLBACK")
        until(server.is_ready, 20, "readiness")
        assert visitor.post({"text": "J'ai un doctorat", "id": "tried"}).status_code == 200
        assert visitor.told["age"] == 31

        hidden = server.database.with_name("elsewhere")
        server.database.rename(hidden)
        fails_kindly(visitor)
        until(lambda: readiness(visitor)["database"] is False, 5, "the truth")
        assert not server.database.exists()
        hidden.rename(server.database)
        until(server.is_ready, 20, "readiness")
        assert visitor.http.get("/chat/profile").json()["profile"]["age"] == 31
    finally:
        server.stop()


@contextmanager
def full_disk(server: Server) -> Iterator[None]:
    """No file of the program's processes can grow, as where the disk is full or may only be read."""
    processes = psutil.Process(server.process.pid).children(recursive=True)
    before = [process.rlimit(psutil.RLIMIT_FSIZE) for process in processes]
    for process, (_, most) in zip(processes, before, strict=True):
        process.rlimit(psutil.RLIMIT_FSIZE, (1, most))
    yield
    for process, limits in zip(processes, before, strict=True):
        process.rlimit(psutil.RLIMIT_FSIZE, limits)


def test_a_disk_that_takes_nothing_more(tmp_path) -> None:
    server = start_server(tmp_path / "data")
    try:
        visitor = Visitor(server, "fr")
        visitor.say("J'ai 31 ans")
        visitor.http.headers["Accept-Language"] = "fr"
        with full_disk(server):
            for ask in (
                lambda: visitor.post({"text": "J'ai un doctorat", "id": "tried"}),
                lambda: visitor.http.post("/chat/session"),
                lambda: visitor.http.delete("/chat/data"),
            ):
                response = asked(visitor, ask)
                assert response.status_code == 503, response.text
                message = response.json()["error"]["message"]
                assert message.startswith("Quelque chose ne fonctionne pas de mon côté")
            assert visitor.http.get("/healthz").status_code == 200
            until(lambda: readiness(visitor)["database"] is False, 8, "the truth")
        until(server.is_ready, 20, "readiness")
        assert visitor.post({"text": "J'ai un doctorat", "id": "tried"}).status_code == 200
        assert visitor.told["age"] == 31
    finally:
        server.stop()


def test_a_folder_that_cannot_be_written_ends_the_start_with_a_sentence() -> None:
    begun = subprocess.run(
        [sys.executable, "-m", "bot.cli", "serve"],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": UNWRITABLE, "PORT": str(free_port())},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert begun.returncode != 0
    assert UNWRITABLE in begun.stderr
    assert "Traceback" not in begun.stderr


def test_postgresql_that_hangs_and_redis_that_dies(
    tmp_path, postgresql, postgresql_database, own_redis_server
) -> None:
    server = start_server(tmp_path / "data", DATABASE_URL=postgresql_database, REDIS_URL=own_redis_server.url)
    try:
        visitor = Visitor(server, "fr")
        visitor.say("J'ai 31 ans")
        assert readiness(visitor)["redis"] is True
        with postgresql.stopped():
            fails_kindly(visitor)
            until(lambda: readiness(visitor)["database"] is False, 8, "the truth")
        until(server.is_ready, 30, "readiness")
        assert visitor.http.get("/chat/profile").json()["profile"]["age"] == 31

        own_redis_server.stop()
        response = asked(visitor, lambda: visitor.post({"text": "J'ai un doctorat"}))
        assert response.status_code == 503, response.text
        until(lambda: readiness(visitor)["redis"] is False, 8, "the truth")
    finally:
        server.stop()
