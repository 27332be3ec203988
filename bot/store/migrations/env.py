"""Alembic's entry: runs the migrations on the connection that ``upgrade`` has opened and locked."""

from __future__ import annotations

from alembic import context

from bot.store.tables import RASA_TABLE, metadata

_NOT_OURS = (RASA_TABLE, "sqlite_sequence")


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and name in _NOT_OURS)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=_ours,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
