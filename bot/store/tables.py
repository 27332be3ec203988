"""The tables. ``events`` belongs to Rasa's tracker and is no table of ours.

Every table hangs on ``people`` by foreign keys that cascade, so that erasing a person is one DELETE and a
table added later cannot be forgotten (a test follows the keys). The one exception is ``chores``, which knows
only when the work by the clock was last done (:data:`ANONYMOUS`).
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from bot.store.records import Json, NotJson

RASA_TABLE = "events"
ANONYMOUS = {"anonymous": True}
"""Marks (as ``info``) a table whose rows are about no person."""

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


class UtcTime(sa.types.TypeDecorator):  # type: ignore[misc]
    """A moment in UTC; SQLite keeps no time zone, so it is put back on reading."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Turn an aware moment into UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Give an aware moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class JsonText(sa.types.TypeDecorator):  # type: ignore[misc]
    """A JSON value, ``null`` too, kept as text.

    A column that SQLite knows as JSON is a number to it where it can be: 1.0 would come back as 1.
    """

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Json, dialect: Any) -> str:
        """Write the value, or raise ``NotJson``."""
        try:
            return json.dumps(value, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise NotJson(str(error)) from error

    def process_result_value(self, value: str, dialect: Any) -> Json:
        """Read the value."""
        return json.loads(value)


def _person(**options: Any) -> sa.Column:
    key = sa.ForeignKey("people.id", ondelete="CASCADE")
    return sa.Column("person_id", sa.Text, key, nullable=False, **options)


def _conversation(**options: Any) -> sa.Column:
    key = sa.ForeignKey("conversations.sender_id", ondelete="CASCADE")
    return sa.Column("conversation", sa.Text, key, nullable=False, **options)


people = sa.Table(
    "people",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("last_seen_at", UtcTime, nullable=False),
    sa.Column("consent_at", UtcTime),
    sa.Column("ephemeral", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Index(None, "ephemeral", "last_seen_at"),
)

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("sender_id", sa.Text, primary_key=True),
    _person(index=True),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("closed_at", UtcTime),
)

answers = sa.Table(
    "answers",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _person(),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("value", JsonText, nullable=False),
    sa.Column("withdrawn", sa.Boolean, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("message_id", sa.Text, nullable=False),
    sa.Index(None, "person_id", "field", "id"),
    sqlite_autoincrement=True,
)

dialogue_state = sa.Table(
    "dialogue_state",
    metadata,
    _person(primary_key=True),
    sa.Column("document", JsonText, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
)

read_messages = sa.Table(
    "read_messages",
    metadata,
    _person(primary_key=True),
    sa.Column("message_id", sa.Text, primary_key=True),
)

scores = sa.Table(
    "scores",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _person(index=True),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("on_date", sa.Date, nullable=False),
    sa.Column("rules_date", sa.Date, nullable=False),
    sa.Column("total", sa.Integer, nullable=False),
    sa.Column("breakdown", JsonText, nullable=False),
)

messages = sa.Table(
    "messages",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _conversation(),
    sa.Column("direction", sa.Text, nullable=False),
    sa.Column("body", JsonText, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("client_id", sa.Text),
    sa.Column("reply_to", sa.Integer, sa.ForeignKey("messages.id", ondelete="CASCADE"), index=True),
    sa.UniqueConstraint("conversation", "client_id"),
    sa.Index(None, "conversation", "id"),
    sqlite_autoincrement=True,
)

buttons = sa.Table(
    "buttons",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    _conversation(),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("message", sa.Text),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Index(None, "conversation"),
)

pictures = sa.Table(
    "pictures",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    _conversation(index=True),
    sa.Column("png_base64", sa.Text, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
)

files = sa.Table(
    "files",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    _conversation(index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("content_base64", sa.Text, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
)

plans = sa.Table(
    "plans",
    metadata,
    _person(primary_key=True),
    sa.Column("document", JsonText, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
)

subscriptions = sa.Table(
    "subscriptions",
    metadata,
    _person(primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("told_through", sa.Text, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
)

reminders = sa.Table(
    "reminders",
    metadata,
    _person(primary_key=True),
    sa.Column("told_through", sa.Date, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
)

outbox = sa.Table(
    "outbox",
    metadata,
    _person(primary_key=True),
    sa.Column("round", sa.Text, primary_key=True),
    sa.Column("queued_at", UtcTime, nullable=False),
    sa.Column("not_before", UtcTime, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("taken_at", UtcTime),
    sa.Index(None, "not_before", "person_id"),
)

telegram_chats = sa.Table(
    "telegram_chats",
    metadata,
    _conversation(primary_key=True),
    sa.Column("chat_id", sa.BigInteger, nullable=False, unique=True),
    sa.Column("blocked_at", UtcTime),
    sa.Column("keyboard", sa.BigInteger),
    sa.Column("panel", sa.BigInteger),
)

push_addresses = sa.Table(
    "push_addresses",
    metadata,
    _conversation(primary_key=True),
    sa.Column("endpoint", sa.Text, nullable=False, unique=True),
    sa.Column("p256dh", sa.Text, nullable=False),
    sa.Column("auth", sa.Text, nullable=False),
    sa.Column("page", sa.Text, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
)

telegram_updates = sa.Table(
    "telegram_updates",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    _conversation(),
    sa.Column("stage", sa.Text, nullable=False),
    sa.Column("body", JsonText, nullable=False),
    sa.Column("sent", sa.Integer, nullable=False),
    sa.Column("received_at", UtcTime, nullable=False),
    sa.Index(None, "conversation", "stage", "update_id"),
    sa.Index(None, "stage", "received_at"),
)

link_codes = sa.Table(
    "link_codes",
    metadata,
    _person(primary_key=True),
    sa.Column("digest", sa.Text, nullable=False, unique=True),
    sa.Column("expires_at", UtcTime, nullable=False),
    sa.Column("used_by", sa.Text),
    sa.Column("made_in", sa.Text),
)

feedback = sa.Table(
    "feedback",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("on_date", sa.Date, nullable=False),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("about", JsonText, nullable=False),
    sa.Column("comment", sa.Text),
    sa.Column(
        "conversation", sa.Text, sa.ForeignKey("conversations.sender_id", ondelete="CASCADE"), index=True
    ),
    sa.Index(None, "on_date"),
)

chores = sa.Table(
    "chores",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("at", UtcTime, nullable=False),
    info=ANONYMOUS,
)
