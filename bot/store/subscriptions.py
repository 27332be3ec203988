"""Who wants to be told about rounds and reminded of deadlines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.store import rows, tables
from bot.store.engine import reading, writing

Kind = Literal["all", "mine", "enough"]
KINDS: tuple[Kind, ...] = ("all", "mine", "enough")
"""All rounds; those of one's own categories; those that one's score would have been enough for."""
PUSHED = ("telegram",)
"""The channels on which anyone can be told without having asked; on others who has asked for notices."""
REMINDER = "reminder:"
"""Begins what stands in the outbox in the place of a round's number for a deadline."""

_subscriptions, _outbox, _reminders = tables.subscriptions.c, tables.outbox.c, tables.reminders.c
IS_REMINDER = _outbox.round.startswith(REMINDER)
"""Which rows of the outbox are reminders; the others are rounds."""


@dataclass(frozen=True)
class Subscription:
    """What a person wants to be told, and the number of the round through which they were told."""

    person_id: str
    kind: Kind
    told_through: str
    created_at: datetime


class Subscriptions:
    """What people want to be told, in the database of ``engine`` (see ``bot.store.make_engine``).

    Every method is one short transaction. ``now`` gives the time, with its zone.
    """

    def __init__(self, engine: Engine, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._now = now

    def subscribe(self, person_id: str, kind: Kind, newest: str) -> Subscription:
        """Begin a subscription after the round ``newest``, or change the kind of the one that there is.

        Raises:
            ValueError: there is no such kind.
            UnknownPerson: nobody of this id is stored.
        """
        if kind not in KINDS:
            raise ValueError(f"kind: one of {', '.join(KINDS)} is needed, not {kind!r}")
        table = tables.subscriptions
        with writing(self._engine) as connection:
            rows.lock_person(connection, person_id)
            before = _subscription(connection, person_id)
            if before is None:
                found = Subscription(person_id, kind, newest, self._now())
                connection.execute(sa.insert(table), vars(found))
                return found
            connection.execute(sa.update(table).where(table.c.person_id == person_id).values(kind=kind))
            return Subscription(person_id, kind, before.told_through, before.created_at)

    def unsubscribe(self, person_id: str) -> bool:
        """End a subscription, with all that is still to be told. Returns whether there was one."""
        with writing(self._engine) as connection:
            return _end(connection, person_id)

    def subscription(self, person_id: str) -> Subscription | None:
        """What the person wants to be told, if anything."""
        with reading(self._engine) as connection:
            return _subscription(connection, person_id)

    def remind(self, person_id: str, today: date) -> None:
        """Remind a person of the deadlines from tomorrow on.

        Raises:
            UnknownPerson: nobody of this id is stored.
        """
        with writing(self._engine) as connection:
            rows.lock_person(connection, person_id)
            if not _is_reminded(connection, person_id):
                row = {"person_id": person_id, "told_through": today, "created_at": self._now()}
                connection.execute(sa.insert(tables.reminders), row)

    def stop_reminders(self, person_id: str) -> bool:
        """End the reminders, with all that are still to be told. Returns whether there were any."""
        with writing(self._engine) as connection:
            connection.execute(sa.delete(tables.outbox).where(_outbox.person_id == person_id, IS_REMINDER))
            ended = sa.delete(tables.reminders).where(_reminders.person_id == person_id)
            return bool(connection.execute(ended).rowcount)

    def is_told(self, sender_id: str) -> bool:
        """Whether a conversation can be told something without having asked."""
        table = tables.conversations.c
        query = sa.select(table.sender_id).where(table.sender_id == sender_id, reachable(table))
        with reading(self._engine) as connection:
            return connection.execute(query).one_or_none() is not None

    def is_reminded(self, person_id: str) -> bool:
        """Whether the person wants to be reminded."""
        with reading(self._engine) as connection:
            return _is_reminded(connection, person_id)


def reachable(conversations: sa.sql.base.ImmutableColumnCollection) -> sa.sql.ColumnElement:
    """Which conversations can be told something without having asked."""
    chats = tables.telegram_chats.c
    blocked = sa.exists().where(chats.conversation == conversations.sender_id, chats.blocked_at.is_not(None))
    has_browser = sa.exists().where(tables.push_addresses.c.conversation == conversations.sender_id)
    return sa.or_(sa.and_(conversations.channel.in_(PUSHED), sa.not_(blocked)), has_browser)


def end_if_unreachable(connection: Connection, person_id: str, but: str) -> bool:
    """Whether nothing but the conversation ``but`` leads to the person; what they are told of ends then."""
    table = tables.conversations.c
    others = sa.select(table.sender_id).where(
        *(table.person_id == person_id, table.sender_id != but, table.closed_at.is_(None), reachable(table))
    )
    if connection.execute(others.limit(1)).first() is not None:
        return False
    for each in (tables.outbox, tables.subscriptions, tables.reminders):
        connection.execute(sa.delete(each).where(each.c.person_id == person_id))
    return True


def _subscription(connection: Connection, person_id: str) -> Subscription | None:
    query = sa.select(tables.subscriptions).where(_subscriptions.person_id == person_id)
    row = connection.execute(query).one_or_none()
    return None if row is None else Subscription(**row._mapping)


def _is_reminded(connection: Connection, person_id: str) -> bool:
    query = sa.select(_reminders.person_id).where(_reminders.person_id == person_id)
    return connection.execute(query).one_or_none() is not None


def _end(connection: Connection, person_id: str) -> bool:
    rounds = sa.and_(_outbox.person_id == person_id, sa.not_(IS_REMINDER))
    connection.execute(sa.delete(tables.outbox).where(rounds))
    ended = sa.delete(tables.subscriptions).where(_subscriptions.person_id == person_id)
    return bool(connection.execute(ended).rowcount)
