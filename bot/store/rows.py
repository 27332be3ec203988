"""Single rows, inside a transaction that the caller has opened.

Statements that every turn needs are built once: building one costs more than SQLite takes to run it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.languages import Language
from bot.store import tables
from bot.store.profile import assemble
from bot.store.records import (
    Json,
    RevisionMoved,
    StoredAnswer,
    StoredButton,
    StoredMessage,
    UnknownConversation,
    UnknownPerson,
)

_people, _conversations, _answers = tables.people.c, tables.conversations.c, tables.answers.c
_state, _read, _messages = tables.dialogue_state.c, tables.read_messages.c, tables.messages.c
_person_id, _sender_id = sa.bindparam("of_person"), sa.bindparam("of_sender")

_LOCK_PERSON = sa.select(_people.id).where(_people.id == _person_id).with_for_update()
_LOCK_SPEAKER = (
    sa.select(_people.id)
    .where(
        _people.id
        == sa.select(_conversations.person_id).where(_conversations.sender_id == _sender_id).scalar_subquery()
    )
    .with_for_update()
)
_OPEN_CONVERSATION = sa.select(_conversations.person_id).where(
    _conversations.sender_id == _sender_id, _conversations.closed_at.is_(None)
)
_WAS_READ = sa.select(_read.message_id).where(
    _read.person_id == _person_id, _read.message_id == sa.bindparam("of_message")
)
_MOVE_STATE = (
    sa.update(tables.dialogue_state)
    .where(_state.person_id == _person_id, _state.revision == sa.bindparam("expected"))
    .values(document=sa.bindparam("new_document"), revision=_state.revision + 1)
)
_TOUCH = sa.update(tables.people).where(_people.id == _person_id).values(last_seen_at=sa.bindparam("now"))
_INSERT_READ = sa.insert(tables.read_messages)
_INSERT_ANSWERS = sa.insert(tables.answers)
_INSERT_MESSAGE = sa.insert(tables.messages)
_INSERT_BUTTONS = sa.insert(tables.buttons)
_LATEST_ANSWERS = (
    sa.select(_answers.field, _answers.value, _answers.withdrawn)
    .where(
        _answers.id.in_(
            sa.select(sa.func.max(_answers.id))
            .where(_answers.person_id == _person_id)
            .group_by(_answers.field)
        )
    )
    .order_by(_answers.id)
)
_SENT_BEFORE = sa.select(tables.messages).where(
    _messages.conversation == _sender_id, _messages.client_id == sa.bindparam("of_client")
)


def insert_person(connection: Connection, person_id: str, language: Language, now: datetime) -> None:
    """A new person, without consent, and their empty dialogue."""
    person = {
        "id": person_id,
        "language": language,
        "created_at": now,
        "last_seen_at": now,
        "ephemeral": True,
    }
    connection.execute(sa.insert(tables.people), person)
    state = {"person_id": person_id, "document": {}, "revision": 0}
    connection.execute(sa.insert(tables.dialogue_state), state)


def update_person(connection: Connection, person_id: str, values: Mapping[str, Json]) -> None:
    """Change columns of one person, or raise ``UnknownPerson``."""
    statement = sa.update(tables.people).where(_people.id == person_id).values(**values)
    if connection.execute(statement).rowcount == 0:
        raise UnknownPerson(person_id)


def touch(connection: Connection, person_id: str, now: datetime) -> None:
    """Note that a message of the person arrived, who is stored."""
    connection.execute(_TOUCH, {"of_person": person_id, "now": now})


def lock_person(connection: Connection, person_id: str) -> None:
    """Let writes about one person wait for each other, or raise ``UnknownPerson``."""
    if connection.execute(_LOCK_PERSON, {"of_person": person_id}).one_or_none() is None:
        raise UnknownPerson(person_id)


def lock_conversation(connection: Connection, sender_id: str) -> str:
    """Lock the person of an open conversation and give their id, or raise ``UnknownConversation``."""
    if connection.dialect.name != "sqlite":  # there, one transaction writes at a time anyway
        connection.execute(_LOCK_SPEAKER, {"of_sender": sender_id})
    # Asked under the lock: another process may have closed the conversation, or erased the person.
    person_id = connection.execute(_OPEN_CONVERSATION, {"of_sender": sender_id}).scalar_one_or_none()
    if person_id is None:
        raise UnknownConversation(sender_id)
    return str(person_id)


def standing(connection: Connection, senders: Iterable[str]) -> set[str]:
    """Those of these conversations that are stored and open."""
    query = sa.select(_conversations.sender_id).where(
        _conversations.sender_id.in_(list(senders)), _conversations.closed_at.is_(None)
    )
    return set(connection.scalars(query))


def was_read(connection: Connection, person_id: str, message_id: str) -> bool:
    """Whether this message of the person was read."""
    row = connection.execute(_WAS_READ, {"of_person": person_id, "of_message": message_id}).one_or_none()
    return row is not None


def mark_read(connection: Connection, person_id: str, message_id: str) -> None:
    """Note that this message of the person was read."""
    connection.execute(_INSERT_READ, {"person_id": person_id, "message_id": message_id})


def insert_answers(connection: Connection, rows: list[dict[str, Json]]) -> None:
    """Append answers and withdrawals, in this order."""
    if rows:
        connection.execute(_INSERT_ANSWERS, rows)


def move_state(connection: Connection, person_id: str, document: Mapping[str, Json], revision: int) -> None:
    """Replace the dialogue's document if it is still at ``revision``, or raise ``RevisionMoved``."""
    values = {"of_person": person_id, "expected": revision, "new_document": dict(document)}
    if connection.execute(_MOVE_STATE, values).rowcount == 0:
        raise RevisionMoved(f"the dialogue of {person_id} is no longer at revision {revision}")


def confirm(
    connection: Connection,
    person_id: str,
    message_id: str,
    answers: Iterable[StoredAnswer],
    state: Mapping[str, Json],
    revision: int,
) -> None:
    """What one message confirmed, or raise ``RevisionMoved``. The person has to be locked."""
    move_state(connection, person_id, state, revision)
    mark_read(connection, person_id, message_id)
    insert_answers(connection, [{"person_id": person_id, **vars(answer)} for answer in answers])


def latest(connection: Connection, person_id: str) -> list[sa.engine.Row]:
    """(field, value, withdrawn) of the latest answer to every field, oldest first."""
    found: list[sa.engine.Row] = connection.execute(_LATEST_ANSWERS, {"of_person": person_id}).all()
    return found


def profile(connection: Connection, person_id: str) -> dict[str, Json]:
    """The current profile, nested."""
    return assemble(latest(connection, person_id))


def plan(connection: Connection, person_id: str) -> dict[str, Json]:
    """What the person keeps beside the profile."""
    query = sa.select(tables.plans.c.document).where(tables.plans.c.person_id == person_id)
    found: dict[str, Json] = connection.execute(query).scalar_one_or_none() or {}
    return found


def replace_plan(connection: Connection, person_id: str, document: Json, at: datetime) -> None:
    """Put this in place of what the person keeps beside the profile."""
    connection.execute(sa.delete(tables.plans).where(tables.plans.c.person_id == person_id))
    connection.execute(sa.insert(tables.plans), {"person_id": person_id, "document": document, "at": at})


def sent_before(connection: Connection, sender_id: str, client_id: str) -> StoredMessage | None:
    """The person's message that came with this client id, if there is one."""
    row = connection.execute(_SENT_BEFORE, {"of_sender": sender_id, "of_client": client_id}).one_or_none()
    return None if row is None else StoredMessage(**row._mapping)


def insert_message(connection: Connection, values: Mapping[str, Json]) -> StoredMessage:
    """Append a message; ``values`` are all of its fields but ``id``."""
    inserted = connection.execute(_INSERT_MESSAGE, values)
    return StoredMessage(id=inserted.inserted_primary_key[0], **values)


def insert_buttons(connection: Connection, buttons: Iterable[StoredButton]) -> None:
    """Keep buttons."""
    made = [vars(button) for button in buttons]
    if made:
        connection.execute(_INSERT_BUTTONS, made)


def insert_replies(
    connection: Connection,
    sender_id: str,
    bodies: Iterable[Json],
    now: datetime,
    reply_to: int | None,
    buttons: Iterable[StoredButton],
) -> tuple[StoredMessage, ...]:
    """Append what the bot said, with the buttons in it."""
    insert_buttons(connection, buttons)
    said = {"conversation": sender_id, "direction": "bot", "at": now, "client_id": None, "reply_to": reply_to}
    return tuple(insert_message(connection, {**said, "body": body}) for body in bodies)
