"""Going on elsewhere: one-time codes that name a person, and making one person of two.

A code is shown on one device and entered on another. Only its keyed digest is stored, it holds for
:data:`VALID`, and the first conversation that enters it uses it up.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.store import rows, tables
from bot.store.engine import reading, writing
from bot.store.erasing import forget_events, sender_ids
from bot.store.scrubbing import must_scrub, scrub
from bot.store.subscriptions import IS_REMINDER

VALID = timedelta(minutes=10)
DIGITS = "34679"
LETTERS = "ACDEFGHJKMNPQRTVWXY"
"""Neither has what is easily taken for something else: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V."""
HALF = 4
"""A code is twice so many characters, with a dash between the halves where it is shown."""
_SYMBOLS = DIGITS + LETTERS
_FORM = re.compile(rf"\s*([{_SYMBOLS}]{{{HALF}}})[\s-]?([{_SYMBOLS}]{{{HALF}}})\s*", re.IGNORECASE)

_NOT_MOVED = (tables.dialogue_state, tables.link_codes)
_STILL_TO_TELL = {tables.subscriptions: sa.not_(IS_REMINDER), tables.reminders: IS_REMINDER}
"""What of the outbox goes along with whom to tell."""


def code_in(text: str) -> str | None:
    """The code that a text is, in whatever case, with or without its dash; None where it is anything else."""
    found = _FORM.fullmatch(text)
    code = "".join(found.groups()).upper() if found else ""
    return code if _is_mixed(code) else None


def shown(code: str) -> str:
    """The code as people read and type it: ``K7MQ-3XWD``."""
    return f"{code[:HALF]}-{code[HALF:]}"


def _is_mixed(code: str) -> bool:
    """Whether it has two letters and two digits at least, as no word of eight letters and no number has."""
    digits = sum(symbol in DIGITS for symbol in code)
    return 2 <= digits <= 2 * HALF - 2


def _new_code() -> str:
    while True:
        code = "".join(secrets.choice(_SYMBOLS) for _ in range(2 * HALF))
        if _is_mixed(code):
            return code


@dataclass(frozen=True)
class Redeemed:
    """What a code names: a person, and where and when they made it.

    ``made_in`` is the conversation, "" where that is not known any more, and ``channel`` its channel.
    """

    person_id: str
    made_in: str
    channel: str
    made_at: datetime


@dataclass(frozen=True)
class Device:
    """An open conversation of a person: where it is, since when, and when they last wrote in it."""

    sender_id: str
    channel: str
    since: datetime
    last: datetime | None


class Joining:
    """Codes, and people made one, in the database of ``engine`` (see ``bot.store.make_engine``).

    Every method is one short transaction. ``secret`` keys the digests; ``now`` gives the time, with its zone.
    """

    def __init__(
        self, engine: Engine, secret: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._engine = engine
        self._secret = secret.encode()
        self._now = now

    def make_code(self, person_id: str, made_in: str | None = None) -> str:
        """A new code for this person, made in the conversation ``made_in``; an earlier one no longer holds.

        Raises:
            UnknownPerson: nobody of this id is stored.
        """
        table, code = tables.link_codes, _new_code()
        with writing(self._engine) as connection:
            rows.lock_person(connection, person_id)
            outdated = sa.or_(table.c.person_id == person_id, table.c.expires_at <= self._now())
            connection.execute(sa.delete(table).where(outdated))
            values = {"person_id": person_id, "digest": self._digest(code), "expires_at": self._now() + VALID}
            connection.execute(sa.insert(table), {**values, "used_by": None, "made_in": made_in})
        return code

    def redeem(self, code: str, sender_id: str) -> Redeemed | None:
        """Use a code up in this conversation, which may do so again (its answer may have been lost).

        Returns:
            Whom the code names; None where it is unknown, too old or used elsewhere.
        """
        table, talks = tables.link_codes, tables.conversations
        found = sa.and_(
            table.c.digest == self._digest(code),
            table.c.expires_at > self._now(),
            sa.or_(table.c.used_by.is_(None), table.c.used_by == sender_id),
        )
        query = (
            sa.select(table.c.person_id, talks.c.sender_id, talks.c.channel, table.c.expires_at)
            .outerjoin(talks, talks.c.sender_id == table.c.made_in)
            .where(table.c.digest == self._digest(code))
        )
        with writing(self._engine) as connection:
            used = connection.execute(sa.update(table).where(found).values(used_by=sender_id))
            if used.rowcount == 0:
                return None
            person_id, made_in, channel, expires_at = connection.execute(query).one()
        return Redeemed(str(person_id), made_in or "", channel or "", expires_at - VALID)

    def devices(self, person_id: str) -> tuple[Device, ...]:
        """The open conversations of a person, oldest first."""
        talks, said = tables.conversations.c, tables.messages.c
        last = (
            sa.select(sa.func.max(said.at))
            .where(said.conversation == talks.sender_id, said.direction == "user")
            .scalar_subquery()
        )
        query = (
            sa.select(talks.sender_id, talks.channel, talks.created_at, last.label("last"))
            .where(talks.person_id == person_id, talks.closed_at.is_(None))
            .order_by(talks.created_at, talks.sender_id)
        )
        with reading(self._engine) as connection:
            return tuple(Device(*row) for row in connection.execute(query))

    def part(self, person_id: str, sender_id: str) -> bool:
        """End another conversation of this person: whoever has it begins anew, as a stranger.

        Returns:
            False where it is no open conversation of theirs.
        """
        talks, waiting = tables.conversations, (tables.telegram_updates, tables.push_addresses)
        open_one = sa.and_(talks.c.sender_id == sender_id, talks.c.person_id == person_id)
        closed = sa.update(talks).where(open_one, talks.c.closed_at.is_(None)).values(closed_at=self._now())
        with writing(self._engine) as connection:
            rows.lock_person(connection, person_id)
            if connection.execute(closed).rowcount == 0:
                return False
            forget_events(connection, (sender_id,))
            for table in waiting:
                connection.execute(sa.delete(table).where(table.c.conversation == sender_id))
            connection.execute(sa.delete(tables.link_codes).where(tables.link_codes.c.person_id == person_id))
        return True

    def profile(self, person_id: str) -> dict[str, object]:
        """The person's profile, nested."""
        with reading(self._engine) as connection:
            return rows.profile(connection, person_id)

    def join(self, stays: str, goes: str) -> None:
        """Make one person of two: all conversations of ``goes`` become those of ``stays``.

        What was said is kept. What only ``goes`` had of consent, subscriptions and the like passes to
        ``stays``; their profile, their scores and where they stood in the intake are erased: ask before.

        Raises:
            UnknownPerson: one of the two is not stored.
        """
        people, conversations = tables.people, tables.conversations
        with writing(self._engine) as connection:
            for person_id in sorted((stays, goes)):  # always in the same order, lest two wait for each other
                rows.lock_person(connection, person_id)
            # Rasa's memory of the questions of ``goes``; it begins a new session from the state of ``stays``.
            forget_events(connection, sender_ids(connection, goes))
            moved = sa.update(conversations).where(conversations.c.person_id == goes)
            connection.execute(moved.values(person_id=stays))
            _move_consent(connection, stays, goes)
            _move_single_rows(connection, stays, goes)
            connection.execute(sa.delete(people).where(people.c.id == goes))
            must_scrub(connection)
        scrub(self._engine)

    def _digest(self, code: str) -> str:
        return hmac.new(self._secret, f"code {code}".encode(), hashlib.sha256).hexdigest()


def _move_consent(connection: Connection, stays: str, goes: str) -> None:
    table = tables.people
    seen = sa.select(table.c.consent_at, table.c.last_seen_at).where(table.c.id == goes)
    consent_at, last_seen_at = connection.execute(seen).one()
    rows.update_person(connection, stays, {"last_seen_at": last_seen_at})
    if consent_at is not None:
        ephemeral = sa.update(table).where(table.c.id == stays, table.c.ephemeral)
        connection.execute(ephemeral.values(consent_at=consent_at, ephemeral=False))


def _move_single_rows(connection: Connection, stays: str, goes: str) -> None:
    """Of what a person has once (a subscription, say), that which only ``goes`` has."""
    for table in tables.metadata.sorted_tables:
        if [column.name for column in table.primary_key] != ["person_id"] or table in _NOT_MOVED:
            continue
        has_one = sa.select(table.c.person_id).where(table.c.person_id == stays)
        if connection.execute(has_one).one_or_none() is None:
            connection.execute(sa.update(table).where(table.c.person_id == goes).values(person_id=stays))
            if table in _STILL_TO_TELL:
                waiting = sa.and_(tables.outbox.c.person_id == goes, _STILL_TO_TELL[table])
                connection.execute(sa.update(tables.outbox).where(waiting).values(person_id=stays))
