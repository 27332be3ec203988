"""Backups that fit both databases: every row of ours as JSON, in one archive.

An archive is a ZIP file with ``manifest.json`` (:class:`Manifest`), one file of JSON lines for each table,
and the secret that signs sessions where it is kept beside the database. What Rasa notes of a conversation
(``events``) is left out: where somebody stands is in our own tables. One that was made on SQLite can be
restored on PostgreSQL, and the other way round.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection, Engine

from bot.store.engine import make_engine, reading, unhurried, writing
from bot.store.migrations import configuration, upgrade
from bot.store.tables import RASA_TABLE

FORM = 1
MANIFEST = "manifest.json"
_SQLITES_OWN = "sqlite_sequence"
_NOT_KEPT = (RASA_TABLE, "alembic_version", _SQLITES_OWN)
_OWNER_ONLY = 0o600
_ROWS_AT_ONCE = 500


class CannotRestore(ValueError):
    """The archive or the database does not allow it; nothing was changed. ``reason`` is one of REASONS."""

    REASONS = ("not-an-archive", "damaged", "newer", "not-empty")

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Manifest:
    """What an archive holds.

    Attributes:
        form: the form of the archive, :data:`FORM`.
        at: when it was made, UTC.
        revision: the migration at which the tables stood.
        rows: how many rows each table has.
        sha256: of each file in the archive.
    """

    form: int
    at: str
    revision: str
    rows: Mapping[str, int]
    sha256: Mapping[str, str]


@unhurried()
def back_up(url: str, file: Path, secrets: Mapping[str, str] | None = None) -> Manifest:
    """Write everything that is stored to ``file`` (mode 0600), while others go on writing.

    Args:
        url: the database; it is read in one transaction that nobody has to wait for.
        file: where the archive goes; it appears there only when it is whole.
        secrets: what is kept beside the database, by name: what signs sessions, for instance.
    """
    engine = make_engine(url)
    unfinished = file.with_name(f".{file.name}.unfinished")
    descriptor = os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, _OWNER_ONLY)
    try:
        with os.fdopen(descriptor, "wb") as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
            manifest = _write(engine, archive, secrets or {})
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
        engine.dispose()
    return manifest


def _write(engine: Engine, archive: zipfile.ZipFile, secrets: Mapping[str, str]) -> Manifest:
    rows, sums = {}, {}

    def add(name: str, lines: Iterator[str]) -> int:
        total, digest = 0, hashlib.sha256()
        with archive.open(name, "w", force_zip64=True) as member:
            for line in lines:
                content = line.encode()
                digest.update(content)
                member.write(content)
                total += 1
        sums[name] = digest.hexdigest()
        return total

    with reading(engine) as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
        for table in _tables(connection):
            found = connection.execute(sa.select(table).order_by(*table.primary_key.columns)).mappings()
            rows[table.name] = add(f"{table.name}.jsonl", (f"{_as_json(row)}\n" for row in found))
    for name, secret in secrets.items():
        add(name, iter([secret]))
    manifest = Manifest(FORM, datetime.now(UTC).isoformat(), revision, rows, sums)
    archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=2))
    return manifest


@unhurried()
def restore(url: str, file: Path, replace: bool = False) -> tuple[Manifest, Mapping[str, str]]:
    """Put back what :func:`back_up` wrote, and bring it up to the tables of today.

    The program should not be running. The archive is read to its end before anything is changed.

    Args:
        url: the database; it is made where there is none.
        file: the archive.
        replace: whether what the database holds now may go.

    Returns:
        What the archive held, and the secrets in it by name.

    Raises:
        CannotRestore: it is no archive of ours, it is damaged, it was written by a newer program, or the
            database holds somebody and ``replace`` was not said.
    """
    with _opened(file) as archive:
        manifest = _checked(archive)
        upgrade(url)
        engine = make_engine(url)
        try:
            _make_room(engine, url, manifest, replace)
            with writing(engine) as connection:
                for table in _tables(connection):
                    _fill(connection, table, archive)
        finally:
            engine.dispose()
        upgrade(url)
        names = [name for name in manifest.sha256 if not name.endswith(".jsonl")]
        secrets = {name: archive.read(name).decode() for name in names}
    return manifest, secrets


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except zipfile.BadZipFile:
        raise CannotRestore("not-an-archive") from None


def _checked(archive: zipfile.ZipFile) -> Manifest:
    try:
        manifest = Manifest(**json.loads(archive.read(MANIFEST)))
    except (KeyError, TypeError, ValueError, zipfile.BadZipFile):
        raise CannotRestore("not-an-archive") from None
    if manifest.form > FORM or manifest.revision not in _revisions():
        raise CannotRestore("newer")
    try:
        whole = all(_sum(archive, name) == sha256 for name, sha256 in manifest.sha256.items())
    except (KeyError, zipfile.BadZipFile, OSError):
        whole = False
    if not whole:
        raise CannotRestore("damaged")
    return manifest


def _revisions() -> set[str]:
    with make_engine("sqlite:///:memory:").connect() as connection:
        scripts = ScriptDirectory.from_config(configuration(connection))
        return {script.revision for script in scripts.walk_revisions()}


def _sum(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as member:
        digest = hashlib.sha256()
        while part := member.read(1 << 20):
            digest.update(part)
    return digest.hexdigest()


def _make_room(engine: Engine, url: str, manifest: Manifest, replace: bool) -> None:
    """Empty tables, as they stood when the archive was made."""
    with writing(engine) as connection:
        everything = sa.MetaData()
        everything.reflect(connection, only=lambda name, _: name != _SQLITES_OWN)
        people = everything.tables["people"]
        if not replace and connection.scalar(sa.select(sa.func.count()).select_from(people)):
            raise CannotRestore("not-empty")
        everything.drop_all(connection)
    upgrade(url, manifest.revision)


def _tables(connection: Connection) -> list[sa.Table]:
    """Our tables as they stand in the database, those that others point to first."""
    found = sa.MetaData()
    found.reflect(connection, only=lambda name, _: name not in _NOT_KEPT)
    return list(found.sorted_tables)


def _fill(connection: Connection, table: sa.Table, archive: zipfile.ZipFile) -> None:
    name = f"{table.name}.jsonl"
    if name not in archive.namelist():
        return
    rows = []
    with archive.open(name) as lines:
        for line in lines:
            rows.append(_as_row(table, json.loads(line)))
            if len(rows) == _ROWS_AT_ONCE:
                connection.execute(sa.insert(table), rows)
                rows = []
    if rows:
        connection.execute(sa.insert(table), rows)
    _count_on(connection, table)


def _count_on(connection: Connection, table: sa.Table) -> None:
    """Let PostgreSQL number what comes next after what is there."""
    key = list(table.primary_key.columns)
    if connection.dialect.name != "postgresql" or len(key) != 1 or not isinstance(key[0].type, sa.Integer):
        return
    sequence = connection.scalar(sa.select(sa.func.pg_get_serial_sequence(table.name, key[0].name)))
    last = connection.scalar(sa.select(sa.func.max(key[0])))
    if sequence and last:
        connection.execute(sa.select(sa.func.setval(sequence, last)))


def _as_json(row: Mapping[str, Any]) -> str:
    return json.dumps({name: _plain(value) for name, value in row.items()}, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        return aware.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _as_row(table: sa.Table, document: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _typed(table.c[name].type, value) for name, value in document.items()}


def _typed(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, sa.DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, sa.Date) else value
