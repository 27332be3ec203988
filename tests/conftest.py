"""How Hypothesis draws, and real servers in temporary folders, without ports: PostgreSQL and Redis."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psutil
import psycopg2
import pytest
import redis
from hypothesis import HealthCheck, settings

import bot.rasa  # noqa: F401 (before any test imports Rasa)
from bot.store.engine import unhurried
from bot.store.migrations import upgrade
from bot.store.tables import RASA_TABLE, chores, people
from tests.helpers.missing import missing

with warnings.catch_warnings():  # from its import on, Sanic shows warnings that are to be errors
    import sanic.app  # noqa: F401

HOUSE = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
"""The same examples every time, however slow the machine: a test turns red by a change, never by chance."""
settings.register_profile("house", HOUSE)
settings.register_profile("search", HOUSE, max_examples=5_000, derandomize=False)
settings.load_profile("house")

POSTGRESQL_PACKAGE = "postgresql"
REDIS_PACKAGE = "redis-server"


@contextmanager
def _server_folder(**owner: Any) -> Iterator[Path]:
    """A folder that the server's user may use; pytest's own are closed to everyone but their owner."""
    with tempfile.TemporaryDirectory(prefix="ee-", dir="/tmp", ignore_cleanup_errors=True) as name:
        if owner:
            os.chown(name, owner["user"], owner["group"])
        yield Path(name)


class PostgreSQL:
    """A running server; ``shared`` is a database with our tables, which the tests use in turn."""

    def __init__(self, socket_folder: Path, user: str) -> None:
        self._socket_folder, self._user = socket_folder, user
        self.shared = "shared"
        self.create(self.shared)
        upgrade(self.url(self.shared))

    def url(self, database: str) -> str:
        """The address of one database."""
        return f"postgresql://{self._user}@/{database}?host={self._socket_folder}"

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """For the time of the block no process of the server does anything, and none is gone."""
        first = psutil.Process(int((self._socket_folder / "data" / "postmaster.pid").read_text().split()[0]))
        processes = [first, *first.children(recursive=True)]
        for process in processes:
            process.suspend()
        try:
            yield
        finally:
            for process in processes:
                process.resume()

    def files_with(self, text: str) -> list[str]:
        """The files of the databases (not the log of writes) in which a text stands."""
        folder = self._socket_folder / "data" / "base"
        return [str(p) for p in folder.rglob("*") if p.is_file() and text.encode() in p.read_bytes()]

    def create(self, database: str) -> None:
        """Make a database without tables."""
        self.run(f'CREATE DATABASE "{database}"')

    def drop(self, database: str) -> None:
        """Remove a database, whoever is connected to it."""
        self.run(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def empty(self) -> None:
        """Take all rows out of the shared database, whoever is connected to it, and Rasa's table."""
        self.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self.shared}'")
        self.run(
            f"DELETE FROM {people}; DELETE FROM {chores}; DROP TABLE IF EXISTS {RASA_TABLE}", self.shared
        )

    def run(self, statement: str, database: str = "postgres") -> None:
        """Do something as the server's owner."""
        with unhurried(), closing(psycopg2.connect(self.url(database))) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(statement)


def _postgresql_programs() -> Path | None:
    on_path = shutil.which("initdb")
    found = [Path(on_path).resolve()] if on_path else sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A PostgreSQL server that lives as long as the test run."""
    programs = _postgresql_programs()
    if programs is None:
        missing("PostgreSQL", POSTGRESQL_PACKAGE)
    owner: dict[str, Any] = {}
    if os.geteuid() == 0:  # the server refuses to run as root
        nobody = pwd.getpwnam("nobody")
        owner = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": ()}
    with _server_folder(**owner) as folder:

        def run(program: str, *arguments: str) -> None:
            command = [str(programs / program), "--pgdata", str(folder / "data"), *arguments]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **owner)
            assert done.returncode == 0, done.stdout + done.stderr

        run("initdb", "--username=tester", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        options = f"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off"
        log = folder / "log"
        run("pg_ctl", "start", "--wait", "--silent", f"--log={log}", f"--options={options}")
        try:
            yield PostgreSQL(folder, "tester")
        finally:
            run("pg_ctl", "stop", "--mode=immediate", "--silent")


class Redis:
    """A running Redis server that can be stopped."""

    def __init__(self, program: str, folder: Path) -> None:
        socket = folder / "redis.sock"
        self.url = f"unix://{socket}"
        options = {"port": "0", "unixsocket": str(socket), "save": "", "appendonly": "no", "dir": str(folder)}
        arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
        self._process = subprocess.Popen([program, *arguments], stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        log = next((line for line in self._process.stdout if "eady to accept connections" in line), None)
        assert log is not None, "Redis did not start"
        self.client = redis.Redis.from_url(self.url)

    def stop(self) -> None:
        """End the server."""
        self.client.close()
        if self._process.returncode is None:
            self._process.kill()
            self._process.communicate()


@contextmanager
def _redis_server() -> Iterator[Redis]:
    program = shutil.which("redis-server")
    if program is None:
        missing("Redis", REDIS_PACKAGE)
    with _server_folder() as folder:
        server = Redis(program, folder)
        try:
            yield server
        finally:
            server.stop()


@pytest.fixture(scope="session")
def _shared_redis() -> Iterator[Redis]:
    with _redis_server() as server:
        yield server


@pytest.fixture
def redis_server(_shared_redis: Redis) -> Redis:
    """A Redis server with nothing in it, shared by the tests: do not stop it."""
    _shared_redis.client.flushall()
    return _shared_redis


@pytest.fixture
def own_redis_server() -> Iterator[Redis]:
    """A Redis server of the test's own, to be stopped at will."""
    with _redis_server() as server:
        yield server


@pytest.fixture(scope="session")
def sqlite_with_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "template.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    """Runs a test once on each kind of database."""
    return str(request.param)


@pytest.fixture
def empty_database(dialect: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database without tables (on SQLite there is not even a file)."""
    if dialect == "sqlite":
        yield f"sqlite:///{tmp_path / 'test.db'}"
        return
    server: PostgreSQL = request.getfixturevalue("postgresql")
    name = f"test_{uuid.uuid4().hex}"
    server.create(name)
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def sqlite_database(tmp_path: Path, sqlite_with_tables: Path) -> str:
    """The address of a SQLite database with our tables."""
    return f"sqlite:///{shutil.copy(sqlite_with_tables, tmp_path / 'test.db')}"


@pytest.fixture
def postgresql_database(postgresql: PostgreSQL) -> str:
    """The address of a PostgreSQL database with our tables, and nothing in them."""
    postgresql.empty()
    return postgresql.url(postgresql.shared)


@pytest.fixture
def database(dialect: str, request: pytest.FixtureRequest) -> str:
    """The address of a database with our tables, once of each kind."""
    return str(request.getfixturevalue(f"{dialect}_database"))
