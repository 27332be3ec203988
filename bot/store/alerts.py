"""The outbox of what is still to be told about rounds and deadlines.

A subscription knows through which round its person was told. Putting newer rounds into the outbox and moving
that mark is one transaction, so it may be repeated after any crash. A row of the outbox goes when its person
was told; while a message is under way the row says so, and whoever finds it after a crash sends it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.languages import Language
from bot.store import rows, tables
from bot.store.alone import alone_with
from bot.store.engine import reading, writing
from bot.store.records import Json
from bot.store.subscriptions import REMINDER, Kind, Subscriptions, end_if_unreachable, reachable

_LOCK_KEY = 0x45_45_4F_42
"""Any number, the same everywhere: PostgreSQL's advisory lock for sending."""

_subscriptions, _outbox, _reminders = tables.subscriptions.c, tables.outbox.c, tables.reminders.c
_people, _conversations = tables.people.c, tables.conversations.c


@dataclass(frozen=True)
class Subscriber:
    """A person with a subscription, their language, and their profile as told, where the kind needs it."""

    person_id: str
    language: Language
    kind: Kind
    told_through: str
    profile: Mapping[str, Json]


@dataclass(frozen=True)
class Reminded:
    """A person who wants to be reminded of deadlines, and the day through which they were."""

    person_id: str
    told_through: date
    profile: Mapping[str, Json]
    plan: Mapping[str, Json]


@dataclass(frozen=True)
class News:
    """What a person has not been told: the numbers of the rounds, and the deadlines to be reminded of.

    ``chat`` is the sender id of the conversation to tell it in, "" where it is shown at the next visit.
    """

    person_id: str
    language: Language
    profile: Mapping[str, Json]
    plan: Mapping[str, Json]
    rounds: tuple[str, ...]
    reminders: tuple[str, ...]
    attempts: int
    chat: str = ""


class Alerts(Subscriptions):
    """Subscriptions and the outbox, in the database of ``engine`` (see ``bot.store.make_engine``).

    Every method is one short transaction. ``now`` gives the time, with its zone.
    """

    def to_remind(self, today: date, after: str, limit: int) -> tuple[Reminded, ...]:
        """Up to ``limit`` people not reminded through ``today``, by id, those after the id ``after``."""
        query = (
            sa.select(_reminders.person_id, _reminders.told_through)
            .where(_reminders.told_through < today, _reminders.person_id > after)
            .order_by(_reminders.person_id)
            .limit(limit)
        )
        with reading(self._engine) as connection:
            return tuple(
                Reminded(
                    person_id, through, rows.profile(connection, person_id), rows.plan(connection, person_id)
                )
                for person_id, through in connection.execute(query).all()
            )

    def queue_reminders(self, due: Iterable[tuple[Reminded, tuple[str, ...]]], today: date) -> int:
        """Put deadlines into the outbox and note that their people are reminded through ``today``.

        Whoever was served by someone else in the meantime, or ended the reminders, is left alone.

        Returns:
            How many people have something new in the outbox.
        """
        table, served = tables.reminders, 0
        with writing(self._engine) as connection:
            for person, deadlines in due:
                still = sa.and_(
                    table.c.person_id == person.person_id, table.c.told_through == person.told_through
                )
                moved = connection.execute(sa.update(table).where(still).values(told_through=today))
                if moved.rowcount:
                    served += self._add_reminders(connection, person.person_id, deadlines)
        return served

    def _add_reminders(self, connection: Connection, person_id: str, deadlines: tuple[str, ...]) -> bool:
        now = self._now()
        there = sa.select(_outbox.round).where(_outbox.person_id == person_id)
        queued = set(connection.scalars(there))
        new = [
            {"person_id": person_id, "round": key, "queued_at": now, "not_before": now, "attempts": 0}
            for key in (f"{REMINDER}{deadline}" for deadline in deadlines)
            if key not in queued
        ]
        if new:
            connection.execute(sa.insert(tables.outbox), new)
        return bool(new)

    # Into the outbox

    def behind(self, newest: str, after: str, limit: int) -> tuple[Subscriber, ...]:
        """Up to ``limit`` subscribers not told through ``newest``, by id, those after the id ``after``."""
        query = (
            sa.select(_people.id, _people.language, _subscriptions.kind, _subscriptions.told_through)
            .join(tables.subscriptions, _subscriptions.person_id == _people.id)
            .where(_subscriptions.told_through != newest, _people.id > after)
            .order_by(_people.id)
            .limit(limit)
        )
        with reading(self._engine) as connection:
            return tuple(
                Subscriber(
                    person_id=person_id,
                    language=language,
                    kind=kind,
                    told_through=told_through,
                    profile={} if kind == "all" else rows.profile(connection, person_id),
                )
                for person_id, language, kind, told_through in connection.execute(query).all()
            )

    def queue(self, news: Iterable[tuple[Subscriber, tuple[str, ...]]], newest: str) -> int:
        """Put rounds into the outbox and note that their people are told through ``newest``.

        Whoever was served by someone else in the meantime, or ended the subscription, is left alone.

        Returns:
            How many people have something new in the outbox.
        """
        table, now = tables.subscriptions, self._now()
        with writing(self._engine) as connection:
            rounds = {(each.person_id, each.told_through): numbers for each, numbers in news}
            people = [person_id for person_id, _ in rounds]
            query = sa.select(table.c.person_id, table.c.told_through).where(table.c.person_id.in_(people))
            found = connection.execute(query.order_by(table.c.person_id).with_for_update())
            still = [(person_id, through) for person_id, through in found if (person_id, through) in rounds]
            moved = table.c.person_id.in_([person_id for person_id, _ in still])
            connection.execute(sa.update(table).where(moved).values(told_through=newest))
            new = [
                {"person_id": key[0], "round": number, "queued_at": now, "not_before": now, "attempts": 0}
                for key in still
                for number in rounds[key]
            ]
            if new:
                connection.execute(sa.insert(tables.outbox), new)
        return len({row["person_id"] for row in new})

    # Out of the outbox

    @contextmanager
    def sole_sender(self) -> Iterator[bool]:
        """True for one process at a time; the place is free again as soon as that process ends, however."""
        if self._engine.dialect.name == "sqlite":
            with alone_with(Path(f"{self._engine.url.database}.sending")) as alone:
                yield alone
            return
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            key = {"key": _LOCK_KEY}
            alone = bool(connection.execute(sa.text("SELECT pg_try_advisory_lock(:key)"), key).scalar_one())
            try:
                yield alone
            finally:
                if alone:
                    connection.execute(sa.text("SELECT pg_advisory_unlock(:key)"), key)

    def take_up_again(self) -> int:
        """Make what a sender that died had under way due again; only for the sole sender.

        Returns:
            How many messages may therefore arrive twice.
        """
        table = tables.outbox
        with writing(self._engine) as connection:
            left = sa.select(sa.func.count(table.c.person_id.distinct())).where(table.c.taken_at.is_not(None))
            count = int(connection.execute(left).scalar_one())
            connection.execute(sa.update(table).where(table.c.taken_at.is_not(None)).values(taken_at=None))
        return count

    def people_waiting(self) -> int:
        """How many people have something in the outbox."""
        with reading(self._engine) as connection:
            return int(connection.scalar(sa.select(sa.func.count(_outbox.person_id.distinct()))))

    def due(self, limit: int) -> tuple[str, ...]:
        """The ids of up to ``limit`` people who can be told now, whose news has waited longest first."""
        query = (
            sa.select(_outbox.person_id, sa.func.min(_outbox.not_before).label("since"))
            .where(
                _outbox.not_before <= self._now(), _outbox.taken_at.is_(None), _has_chat(_outbox.person_id)
            )
            .group_by(_outbox.person_id)
            .order_by(sa.text("since"), _outbox.person_id)
            .limit(limit)
        )
        with reading(self._engine) as connection:
            return tuple(person_id for person_id, _ in connection.execute(query))

    def take(self, person_id: str) -> News | None:
        """All that is to be told to a person, noted as under way; None if that is nothing any more."""
        chat = (
            sa.select(_conversations.sender_id)
            .where(_is_chat_of(person_id))
            .order_by(_conversations.created_at.desc(), _conversations.sender_id)
            .limit(1)
        )
        with writing(self._engine) as connection:
            news = _waiting(connection, person_id)
            sender_id = connection.execute(chat).scalar_one_or_none()
            if news is None or sender_id is None:
                return None
            self._mark(connection, news, taken_at=self._now())
        return News(**{**vars(news), "chat": sender_id})

    def told(self, news: News) -> None:
        """The person was told: these rounds leave the outbox."""
        with writing(self._engine) as connection:
            connection.execute(sa.delete(tables.outbox).where(_rows_of(news)))

    def later(self, news: News, not_before: datetime) -> None:
        """The person could not be told: not to be tried again before this moment."""
        with writing(self._engine) as connection:
            self._mark(
                connection, news, taken_at=None, not_before=not_before, attempts=tables.outbox.c.attempts + 1
            )

    def blocked(self, news: News, not_before: datetime) -> None:
        """The conversation takes no messages any more: what is not told waits for the next way to the person
        until this moment; without one it ends, and so does what they had subscribed to."""
        with writing(self._engine) as connection:
            if not end_if_unreachable(connection, news.person_id, news.chat):
                self._mark(connection, news, taken_at=None, not_before=not_before)

    def _mark(self, connection: Connection, news: News, **values: object) -> None:
        connection.execute(sa.update(tables.outbox).where(_rows_of(news)).values(**values))

    def waiting(self, person_id: str) -> News | None:
        """What is to be told to a person and is not being sent right now, if anything."""
        with reading(self._engine) as connection:
            return _waiting(connection, person_id)


def _waiting(connection: Connection, person_id: str) -> News | None:
    query = (
        sa.select(_outbox.round, _outbox.attempts, _people.language)
        .join(tables.people, _people.id == _outbox.person_id)
        .where(_outbox.person_id == person_id, _outbox.taken_at.is_(None))
        .order_by(_outbox.queued_at, _outbox.round)
    )
    found = connection.execute(query).all()
    if not found:
        return None
    return News(
        person_id=person_id,
        language=found[0].language,
        profile=rows.profile(connection, person_id),
        plan=rows.plan(connection, person_id),
        rounds=tuple(row.round for row in found if not row.round.startswith(REMINDER)),
        reminders=tuple(row.round.removeprefix(REMINDER) for row in found if row.round.startswith(REMINDER)),
        attempts=max(row.attempts for row in found),
    )


def _rows_of(news: News) -> sa.sql.ColumnElement:
    told = (*news.rounds, *(f"{REMINDER}{deadline}" for deadline in news.reminders))
    return sa.and_(_outbox.person_id == news.person_id, _outbox.round.in_(told))


def _is_chat_of(person_id: object) -> sa.sql.ColumnElement:
    return sa.and_(
        _conversations.person_id == person_id, reachable(_conversations), _conversations.closed_at.is_(None)
    )


def _has_chat(person_id: sa.Column) -> sa.sql.ColumnElement:
    return sa.exists().where(_is_chat_of(person_id))
