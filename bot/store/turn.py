"""One turn of a conversation: what it needs of a person is read once, what it did is written at once.

While a turn is under way it stands in the store's place (:func:`under_way`) for all that its actions read and
write, and for Rasa's tracker. What they write is collected, and what they read afterwards has it in it.
:meth:`OneTurn.ending` writes it in one transaction with the replies: a turn that ends in any other way has
done nothing, and may be taken again.
"""

from __future__ import annotations

import copy
import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store import rows, tables
from bot.store.engine import reading, writing
from bot.store.profile import assemble
from bot.store.records import (
    Json,
    NotJson,
    Person,
    RevisionMoved,
    Score,
    StoredButton,
    StoredFile,
    StoredMessage,
    StoredState,
    UnknownConversation,
)
from bot.store.said import Said
from bot.store.store import Store, confirmed

Write = Callable[[Connection], None]
_people, _conversations, _state = tables.people.c, tables.conversations.c, tables.dialogue_state.c
_read = tables.read_messages.c
_events = sa.table(tables.RASA_TABLE, sa.column("id"), sa.column("sender_id"))
_HERE = (
    sa.select(
        tables.people,
        _conversations.channel,
        _state.document,
        _state.revision,
        sa.exists()
        .where(_read.person_id == _people.id, _read.message_id == sa.bindparam("of_message"))
        .label("was_read"),
    )
    .join(tables.conversations, _conversations.person_id == _people.id)
    .join(tables.dialogue_state, _state.person_id == _people.id)
    .where(_conversations.sender_id == sa.bindparam("of_sender"), _conversations.closed_at.is_(None))
)
_NEWEST_EVENT = sa.select(sa.func.max(_events.c.id)).where(_events.c.sender_id == sa.bindparam("of_sender"))
_HERE_WITH_EVENTS = _HERE.add_columns(_NEWEST_EVENT.scalar_subquery().label("newest_event"))
_PERSON = tuple(column.name for column in tables.people.columns)
_under_way: ContextVar[OneTurn | None] = ContextVar("turn", default=None)


def under_way(sender_id: str | None = None) -> OneTurn | None:
    """The turn that this code is part of, if any (and of this conversation, where one is named)."""
    turn = _under_way.get()
    return turn if turn is not None and sender_id in (None, turn.sender_id) else None


class _Saying(Said):
    """Keeps pictures and files with the turn."""

    def __init__(self, store: Store, turn: OneTurn) -> None:
        super().__init__(store.said._engine, store.said._now)
        self._turn = turn
        self._made: dict[str, bytes | StoredFile] = {}

    def _write(self, change: Write) -> None:
        self._turn._write(change)

    def add_picture(self, sender_id: str, png: bytes) -> str:
        picture_id = super().add_picture(sender_id, png)
        self._made[picture_id] = png
        return picture_id

    def picture(self, picture_id: str) -> bytes | None:
        made = self._made.get(picture_id)
        return made if isinstance(made, bytes) else super().picture(picture_id)

    def add_file(self, sender_id: str, file: StoredFile) -> str:
        file_id = super().add_file(sender_id, file)
        self._made[file_id] = file
        return file_id

    def file(self, file_id: str) -> StoredFile | None:
        made = self._made.get(file_id)
        return made if isinstance(made, StoredFile) else super().file(file_id)


class OneTurn(Store):
    """The store as one turn sees it. Made by :meth:`begin`; used as a context manager while actions run.

    An action that was given up may still be running when the turn has ended: what it reads and writes from
    then on, it reads and writes for itself.

    Attributes:
        sender_id: the conversation.
        newest_event: the newest row of Rasa's table in it when the turn began.
        saved: what Rasa's tracker store has saved in this turn, and will write at its end.
    """

    def __init__(self, store: Store, sender_id: str, message_id: str) -> None:
        self._engine, self._now = store._engine, store._now
        self.said = _Saying(store, self)
        self.sender_id = sender_id
        self.saved: Any = None
        self._lock = threading.RLock()
        self._open, self._is_written = True, False
        self._writes: list[Write] = []
        self._afterwards: list[Callable[[], None]] = []
        self._scores: tuple[Score, ...] = ()
        self._plan: dict[str, Json] | None = None
        with reading(self._engine) as connection:
            store.has_events = store.has_events or sa.inspect(connection).has_table(tables.RASA_TABLE)
            query = _HERE_WITH_EVENTS if store.has_events else _HERE
            row = connection.execute(query, {"of_sender": sender_id, "of_message": message_id}).one_or_none()
            if row is None:
                raise UnknownConversation(sender_id)
            self._latest = {each.field: tuple(each) for each in rows.latest(connection, row.id)}
        self._person = Person(**{name: row._mapping[name] for name in _PERSON})
        self._channel: str = row.channel
        self._stands = StoredState(row.document, row.revision)
        self._was_read = {message_id: bool(row.was_read)}
        self.newest_event: int | None = row.newest_event if store.has_events else None

    @classmethod
    def begin(cls, store: Store, sender_id: str, message_id: int) -> OneTurn:
        """A turn that answers this message. Call it while holding the conversation's lock.

        Raises:
            UnknownConversation: no open conversation has this sender id.
        """
        return cls(store, sender_id, str(message_id))

    def __enter__(self) -> OneTurn:
        self._token = _under_way.set(self)
        return self

    def __exit__(self, *error: object) -> None:
        _under_way.reset(self._token)
        for done in self._afterwards if self._is_written else ():
            done()

    # The end

    def at_end(self, write: Write, afterwards: Callable[[], None]) -> None:
        """Let ``write`` be part of the last transaction, and ``afterwards`` be called when all is over."""
        with self._lock:
            self._writes.append(write)
            self._afterwards.append(afterwards)

    @contextmanager
    def ending(self) -> Iterator[Connection]:
        """Write all that the turn did, in one transaction with what the block adds to it.

        Raises:
            UnknownConversation: the conversation was closed, or its person erased.
            RevisionMoved: another message of the same person was confirmed since the turn began; nothing is
                written, and the turn is to be taken again.
        """
        with self._lock:
            self._open = False
        with writing(self._engine) as connection:
            rows.lock_conversation(connection, self.sender_id)
            for write in self._writes:
                write(connection)
            yield connection
        self._is_written = True

    def end(
        self, bodies: Iterable[Json], reply_to: int | None = None, buttons: Iterable[StoredButton] = ()
    ) -> tuple[StoredMessage, ...]:
        """End the turn with these replies: see ``Said.add_replies`` and :meth:`ending`."""
        with self.ending() as connection:
            return rows.insert_replies(connection, self.sender_id, bodies, self._now(), reply_to, buttons)

    def _write(self, change: Write) -> None:
        with self._lock:
            if self._open:
                self._writes.append(change)
                return
        super()._write(change)

    def _is_about(self, person_id: str) -> bool:
        return self._open and person_id == self._person.id

    # What is read

    def person_of(self, sender_id: str) -> Person:
        return self._person if self._open and sender_id == self.sender_id else super().person_of(sender_id)

    def channel_of(self, sender_id: str) -> str:
        return self._channel if self._open and sender_id == self.sender_id else super().channel_of(sender_id)

    def was_read(self, person_id: str, message_id: str) -> bool:
        if self._is_about(person_id) and message_id in self._was_read:
            return self._was_read[message_id]
        return super().was_read(person_id, message_id)

    def profile(self, person_id: str) -> dict[str, Json]:
        if not self._is_about(person_id):
            return super().profile(person_id)
        return assemble(copy.deepcopy(list(self._latest.values())))

    def state(self, person_id: str) -> StoredState:
        if not self._is_about(person_id):
            return super().state(person_id)
        return StoredState(copy.deepcopy(self._stands.document), self._stands.revision)

    def plan(self, person_id: str) -> dict[str, Json]:
        if self._is_about(person_id) and self._plan is not None:
            return copy.deepcopy(self._plan)
        return super().plan(person_id)

    def scores(self, person_id: str) -> tuple[Score, ...]:
        return (*super().scores(person_id), *(self._scores if self._is_about(person_id) else ()))

    # What is written

    def confirm(
        self,
        person_id: str,
        message_id: str,
        answers: Mapping[str, Json],
        withdraw: Iterable[str],
        *,
        state: Mapping[str, Json],
        revision: int,
    ) -> bool:
        with self._lock:
            if not self._is_about(person_id):
                return super().confirm(
                    person_id, message_id, answers, withdraw, state=state, revision=revision
                )
            if self.was_read(person_id, message_id):
                return False
            if revision != self._stands.revision:
                raise RevisionMoved(f"the dialogue is no longer at revision {revision}")
            new = confirmed(message_id, _as_stored(answers), withdraw, self._now())
            document = _as_stored(state)
            for answer in new:
                self._latest.pop(answer.field, None)
                self._latest[answer.field] = (answer.field, answer.value, answer.withdrawn)
            self._stands = StoredState(document, revision + 1)
            self._was_read[message_id] = True
            self._writes.append(
                lambda connection: rows.confirm(connection, person_id, message_id, new, document, revision)
            )
        return True

    def change_plan(
        self, person_id: str, change: Callable[[dict[str, Json]], dict[str, Json]]
    ) -> dict[str, Json]:
        with self._lock:
            if not self._is_about(person_id):
                return super().change_plan(person_id, change)
            self._plan = _as_stored(change(self.plan(person_id)))
            at = self._now()
            self._writes.append(lambda connection: _change_plan(connection, person_id, change, at))
            return copy.deepcopy(self._plan)

    def add_score(
        self, person_id: str, on_date: date, rules_date: date, total: int, breakdown: Json
    ) -> Score:
        score = super().add_score(person_id, on_date, rules_date, total, breakdown)
        self._scores = (*self._scores, score)
        return score

    def _update_person(self, person_id: str, **values: Json) -> None:
        super()._update_person(person_id, **values)
        if self._is_about(person_id):
            self._person = replace(self._person, **values)


def _change_plan(
    connection: Connection,
    person_id: str,
    change: Callable[[dict[str, Json]], dict[str, Json]],
    at: datetime,
) -> None:
    rows.replace_plan(connection, person_id, change(rows.plan(connection, person_id)), at)


def _as_stored(value: Json) -> Json:
    """What reading gives once the value has been written."""
    try:
        return json.loads(json.dumps(value, allow_nan=False))
    except (TypeError, ValueError) as error:
        raise NotJson(str(error)) from error
