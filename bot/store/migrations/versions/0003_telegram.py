"""The chats of Telegram, and the updates that came from there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def _conversation() -> sa.Column:
    key = sa.ForeignKey("conversations.sender_id", ondelete="CASCADE")
    return sa.Column("conversation", sa.Text, key, nullable=False)


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "telegram_chats",
        _conversation(),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("blocked_at", _TIME),
        sa.Column("keyboard", sa.BigInteger),
        sa.PrimaryKeyConstraint("conversation"),
        sa.UniqueConstraint("chat_id"),
    )
    op.create_table(
        "telegram_updates",
        sa.Column("update_id", sa.BigInteger, nullable=False, autoincrement=False),
        _conversation(),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("sent", sa.Integer, nullable=False),
        sa.Column("received_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("update_id"),
    )
    op.create_index(
        "ix_telegram_updates_conversation_stage_update_id",
        "telegram_updates",
        ["conversation", "stage", "update_id"],
    )
    op.create_index("ix_telegram_updates_stage_received_at", "telegram_updates", ["stage", "received_at"])
