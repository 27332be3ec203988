"""Where browsers take notices: one address for a conversation whose person asked for notices there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.store import rows, tables
from bot.store.engine import reading, writing

_table, _column = tables.push_addresses, tables.push_addresses.c


@dataclass(frozen=True)
class PushAddress:
    """What a browser gives for Web Push: where, and the two keys with which only it can read (base64url).

    ``page`` is the address of the page on which it was given.
    """

    endpoint: str
    p256dh: str
    auth: str
    page: str


class PushAddresses:
    """The addresses, in the database of ``engine``; each is erased with its conversation.

    Every method is one short transaction. ``now`` gives the time, with its zone.
    """

    def __init__(self, engine: Engine, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._now = now

    def keep(self, sender_id: str, address: PushAddress) -> None:
        """Keep the address of a conversation's browser instead of an earlier one; it is in no other one then.

        Raises:
            UnknownConversation: no open conversation has this sender id.
        """
        with writing(self._engine) as connection:
            rows.lock_conversation(connection, sender_id)
            either = sa.or_(_column.conversation == sender_id, _column.endpoint == address.endpoint)
            connection.execute(sa.delete(_table).where(either))
            values = {"conversation": sender_id, "created_at": self._now(), **vars(address)}
            connection.execute(sa.insert(_table), values)

    def drop(self, sender_id: str) -> bool:
        """Forget the address of a conversation. Returns whether there was one."""
        with writing(self._engine) as connection:
            gone = connection.execute(sa.delete(_table).where(_column.conversation == sender_id))
            return bool(gone.rowcount)

    def of(self, sender_id: str) -> PushAddress | None:
        """The address of a conversation."""
        query = sa.select(_column.endpoint, _column.p256dh, _column.auth, _column.page)
        with reading(self._engine) as connection:
            row = connection.execute(query.where(_column.conversation == sender_id)).one_or_none()
        return None if row is None else PushAddress(*row)
