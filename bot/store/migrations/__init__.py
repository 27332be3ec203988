"""Brings a database to the tables of today."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Connection, Engine

from bot.store.engine import make_engine, unhurried

_LOCK_KEY = 0x45_45_4D_47
"""Any number, the same for every replica: PostgreSQL's advisory lock for migrating."""


class DatabaseUnusable(RuntimeError):
    """The database cannot be opened or changed; the message says which, and why."""


def upgrade(url: str, revision: str = "head") -> None:
    """Create the database's tables or bring them up to date; safe to call from several processes at once.

    A SQLite file and its folder are made if absent, readable by their owner alone.

    Raises:
        DatabaseUnusable: it cannot be reached, read or written.
    """
    try:
        _upgrade(url, revision)
    except (OSError, sa.exc.DBAPIError) as error:
        raise DatabaseUnusable(_reason(url, error)) from error


def _reason(url: str, error: OSError | sa.exc.DBAPIError) -> str:
    """One sentence without the address, which may hold a password, but with the file."""
    address = sa.engine.make_url(url)
    which = f"the database {address.database}" if address.drivername == "sqlite" else "PostgreSQL"
    why = error.strerror if isinstance(error, OSError) else str(error.orig)
    return f"{which} cannot be used ({' '.join(str(why).split())}); see DATA_DIR and DATABASE_URL"


def _upgrade(url: str, revision: str) -> None:
    engine = make_engine(url)
    try:
        with unhurried(), _alone(engine), engine.begin() as connection:
            _lock_postgresql(connection)
            command.upgrade(configuration(connection), revision)
    finally:
        engine.dispose()


def configuration(connection: Connection) -> Config:
    """What Alembic's commands need to work on this connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _alone(engine: Engine) -> Iterator[None]:
    """Keep other processes out of a SQLite file while it is migrated.

    SQLite's own lock is not enough: WAL can only be switched on between transactions.
    """
    if engine.dialect.name != "sqlite":
        yield
        return
    file = Path(engine.url.database)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    descriptor = os.open(file.with_name(f"{file.name}.lock"), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _lock_postgresql(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})
