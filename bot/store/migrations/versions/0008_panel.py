"""The message of a Telegram chat that shows what is known and is written over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("telegram_chats", sa.Column("panel", sa.BigInteger))
