"""Where a code was made, whose an opinion is, and when the work by the clock was last done."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add two columns and a table."""
    op.add_column("link_codes", sa.Column("made_in", sa.Text))
    with op.batch_alter_table("feedback") as feedback:
        feedback.add_column(sa.Column("conversation", sa.Text))
        feedback.create_index("ix_feedback_conversation", ["conversation"])
        feedback.create_foreign_key(
            "fk_feedback_conversation",
            "conversations",
            ["conversation"],
            ["sender_id"],
            ondelete="CASCADE",
        )
    op.create_table(
        "chores",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
