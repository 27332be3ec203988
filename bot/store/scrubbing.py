"""What was erased leaves the database's files, too: they are written anew.

On SQLite deleted rows are overwritten as they go, but moving rows between pages leaves copies. PostgreSQL
leaves deleted rows where they are until something else needs the place, and its statistics quote values.
``docs/adr/0008-erasing-from-the-databases-files.md`` says what neither reaches: logs of writes, and copies.
"""

from __future__ import annotations

import logging
import sqlite3
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.store import tables
from bot.store.engine import reading, unhurried, writing

SMALL_BYTES = 32 * 2**20
"""A database up to this size is written anew in a moment, and nobody notices."""
QUIET_HOUR = 8
"""The hour (UTC) in which a larger PostgreSQL is written anew: night in all of Canada."""
_ERASED = "something erased"
_QUOTED = {
    "answers": "value",
    "dialogue_state": "document",
    tables.RASA_TABLE: "data",
    "feedback": "comment",
    "files": "content_base64",
    "messages": "body",
    "pictures": "png_base64",
    "plans": "document",
    "scores": "breakdown",
    "telegram_updates": "body",
}
"""The columns of people's words: PostgreSQL is not to quote them in its statistics."""
_QUOTES = sa.text(
    "SELECT coalesce(attstattarget, -1) <> 0 FROM pg_attribute "
    "WHERE attrelid = to_regclass(:name) AND attname = :column"
)
_SIZE = sa.text(
    "SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM pg_class WHERE relname = ANY(:names)"
)
_log = logging.getLogger(__name__)
_chores = tables.chores


def must_scrub(connection: Connection) -> None:
    """Note, in the transaction that erases something, that :func:`scrub` has to follow."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA user_version = 1")
        return
    now = datetime.now(UTC)
    row = sa.dialects.postgresql.insert(_chores).values(name=_ERASED, at=now)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"at": now}))


def scrub(engine: Engine, retention: bool = False) -> bool:
    """Write the database's files anew, so that erased text is not in them; nothing where nothing was erased
    since the last time.

    Args:
        engine: the database.
        retention: whether nobody waits for this: everything is then done that can be, and now and then others
            have to wait for it. Otherwise only what takes a moment: a SQLite file up to :data:`SMALL_BYTES`.

    Returns:
        False where it has to be done again: another process was in the way, or it is too large for now.
    """
    return (_scrub_sqlite if engine.dialect.name == "sqlite" else _rewrite)(engine, retention)


def _scrub_sqlite(engine: Engine, retention: bool) -> bool:
    connection = engine.raw_connection()
    try:
        if not connection.execute("PRAGMA user_version").fetchone()[0]:
            return True
        pages, bytes_ = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
        )
        if not retention and pages * bytes_ > SMALL_BYTES:
            return False
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            connection.execute("PRAGMA user_version = 0")
        return not busy
    except sqlite3.OperationalError as error:
        _log.info("SQLite's file could not be written anew: %s", error)
        return False
    finally:
        connection.close()


def _rewrite(engine: Engine, retention: bool) -> bool:
    """Write PostgreSQL's tables anew. A table is closed meanwhile; one in use is left for the next run."""
    names = [*tables.metadata.tables, tables.RASA_TABLE]
    mark = sa.select(_chores.c.at).where(_chores.c.name == _ERASED)
    with reading(engine) as connection:
        since = connection.execute(mark).scalar_one_or_none()
        if since is None:
            return True
        small = connection.execute(_SIZE, {"names": names}).scalar_one() <= SMALL_BYTES
        if not retention or not (small or datetime.now(UTC).hour == QUIET_HOUR):
            return False
        existing = [name for name in names if sa.inspect(connection).has_table(name)]
    try:
        with unhurried(), engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("SET statement_timeout = 0")
            for name in existing:
                _quote_no_more(connection, name)
                connection.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {name}")
            connection.invalidate()  # the next one begins with the usual limits
    except sa.exc.OperationalError as error:
        _log.info("PostgreSQL's tables could not be written anew: %s", error)
        return False
    with writing(engine) as connection:  # unless something was erased meanwhile
        connection.execute(sa.delete(_chores).where(_chores.c.name == _ERASED, _chores.c.at == since))
    return True


def _quote_no_more(connection: Connection, name: str) -> None:
    """Keep a table's words out of the statistics; the type, named again, drops what they hold already."""
    column = _QUOTED.get(name)
    quotes = column and connection.execute(_QUOTES, {"name": name, "column": column}).scalar_one()
    if quotes:
        change = f"ALTER COLUMN {column} TYPE text, ALTER COLUMN {column} SET STATISTICS 0"
        connection.exec_driver_sql(f"ALTER TABLE {name} {change}")
