"""People, their conversations, answers, scores, and what was said."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def _person() -> sa.Column:
    key = sa.ForeignKey("people.id", ondelete="CASCADE")
    return sa.Column("person_id", sa.Text, key, nullable=False)


def _conversation() -> sa.Column:
    key = sa.ForeignKey("conversations.sender_id", ondelete="CASCADE")
    return sa.Column("conversation", sa.Text, key, nullable=False)


def upgrade() -> None:
    """Switch SQLite to its write-ahead log for good, then make the tables."""
    if op.get_bind().dialect.name == "sqlite":
        for statement in ("COMMIT", "PRAGMA journal_mode=WAL", "BEGIN IMMEDIATE"):
            op.execute(statement)
    _make_people_and_conversations()
    _make_what_is_known()
    _make_what_was_said()


def _make_people_and_conversations() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("last_seen_at", _TIME, nullable=False),
        sa.Column("consent_at", _TIME),
        sa.Column("ephemeral", sa.Boolean, nullable=False, server_default=sa.true()),
    )
    op.create_index("ix_people_ephemeral_last_seen_at", "people", ["ephemeral", "last_seen_at"])
    op.create_table(
        "conversations",
        sa.Column("sender_id", sa.Text, primary_key=True),
        _person(),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("closed_at", _TIME),
    )
    op.create_index("ix_conversations_person_id", "conversations", ["person_id"])


def _make_what_is_known() -> None:
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer, primary_key=True),
        _person(),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("message_id", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_answers_person_id_field_id", "answers", ["person_id", "field", "id"])
    op.create_table(
        "dialogue_state",
        _person(),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("person_id"),
    )
    op.create_table(
        "read_messages",
        _person(),
        sa.Column("message_id", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "message_id"),
    )
    op.create_table(
        "scores",
        sa.Column("id", sa.Integer, primary_key=True),
        _person(),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("on_date", sa.Date, nullable=False),
        sa.Column("rules_date", sa.Date, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("breakdown", sa.Text, nullable=False),
    )
    op.create_index("ix_scores_person_id", "scores", ["person_id"])


def _make_what_was_said() -> None:
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer, primary_key=True),
        _conversation(),
        sa.Column("direction", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("client_id", sa.Text),
        sa.Column("reply_to", sa.Integer, sa.ForeignKey("messages.id", ondelete="CASCADE")),
        sa.UniqueConstraint("conversation", "client_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_messages_conversation_id", "messages", ["conversation", "id"])
    op.create_index("ix_messages_reply_to", "messages", ["reply_to"])
    op.create_table(
        "buttons",
        sa.Column("id", sa.Text, primary_key=True),
        _conversation(),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("message", sa.Text),
        sa.Column("created_at", _TIME, nullable=False),
    )
    op.create_index("ix_buttons_conversation", "buttons", ["conversation"])
