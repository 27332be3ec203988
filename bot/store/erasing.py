"""Erasing a person, and handing out what is stored about them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.records import Json
from bot.store.scrubbing import must_scrub
from bot.store.tables import ANONYMOUS, RASA_TABLE, conversations, metadata, people

_events = sa.table(RASA_TABLE, sa.column("id"), sa.column("sender_id"), sa.column("data"))


def sender_ids(connection: Connection, person_id: str) -> tuple[str, ...]:
    """The sender ids of all conversations of the person, closed ones too, oldest first."""
    query = (
        sa.select(conversations.c.sender_id)
        .where(conversations.c.person_id == person_id)
        .order_by(conversations.c.created_at, conversations.c.sender_id)
    )
    return tuple(connection.scalars(query))


def erase_rows(connection: Connection, person_id: str) -> tuple[str, ...]:
    """Delete the person, all that hangs on them, and Rasa's events; give the sender ids that they had."""
    senders = sender_ids(connection, person_id)
    forget_events(connection, senders)
    connection.execute(sa.delete(people).where(people.c.id == person_id))
    must_scrub(connection)
    return senders


def forget_events(connection: Connection, senders: tuple[str, ...]) -> None:
    """Delete what Rasa keeps of these conversations."""
    if sa.inspect(connection).has_table(RASA_TABLE):
        connection.execute(sa.delete(_events).where(_events.c.sender_id.in_(senders)))


def sweep_events(connection: Connection) -> int:
    """Delete what Rasa keeps of conversations that are not stored; give how many rows that were."""
    if not sa.inspect(connection).has_table(RASA_TABLE):
        return 0
    stored = sa.select(conversations.c.sender_id).where(conversations.c.sender_id == _events.c.sender_id)
    swept = int(connection.execute(sa.delete(_events).where(~stored.exists())).rowcount)
    if swept:
        must_scrub(connection)
    return swept


def export_rows(connection: Connection, person_id: str) -> dict[str, list[dict[str, Json]]]:
    """Every stored row about the person by table, Rasa's events included, as JSON values."""
    senders = sender_ids(connection, person_id)
    personal = [table for table in metadata.sorted_tables if table.info != ANONYMOUS]
    rows = {table.name: _rows(connection, table, person_id, senders) for table in personal}
    if sa.inspect(connection).has_table(RASA_TABLE):
        query = sa.select(_events).where(_events.c.sender_id.in_(senders)).order_by(_events.c.id)
        rows[RASA_TABLE] = [dict(row) for row in connection.execute(query).mappings()]
    return rows


def _rows(
    connection: Connection, table: sa.Table, person_id: str, senders: tuple[str, ...]
) -> list[dict[str, Json]]:
    if table is people:
        about = table.c.id == person_id
    elif "person_id" in table.c:
        about = table.c.person_id == person_id
    else:
        about = table.c.conversation.in_(senders)
    query = sa.select(table).where(about).order_by(*table.primary_key.columns)
    return [{key: _json(value) for key, value in row.items()} for row in connection.execute(query).mappings()]


def _json(value: Any) -> Json:
    return value.isoformat() if isinstance(value, datetime | date) else value
