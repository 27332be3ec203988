"""Who wants to be told about rounds of invitations, and what they have not been told yet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def _person() -> sa.Column:
    key = sa.ForeignKey("people.id", ondelete="CASCADE")
    return sa.Column("person_id", sa.Text, key, nullable=False)


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "subscriptions",
        _person(),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("told_through", sa.Text, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("person_id"),
    )
    op.create_table(
        "outbox",
        _person(),
        sa.Column("round", sa.Text, nullable=False),
        sa.Column("queued_at", _TIME, nullable=False),
        sa.Column("not_before", _TIME, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("taken_at", _TIME),
        sa.PrimaryKeyConstraint("person_id", "round"),
    )
    op.create_index("ix_outbox_not_before_person_id", "outbox", ["not_before", "person_id"])
