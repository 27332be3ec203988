"""Telegram's chats, and its updates from their arrival until they are answered.

An update is stored before Telegram is told that it arrived, and its answer before it is sent; after each
message that was sent the row says so. Whoever finds an unfinished row after a crash goes on from there:
nothing is lost, and only the one message under way can arrive twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from bot.languages import Language
from bot.store import rows, tables
from bot.store.engine import at_leisure, reading, writing
from bot.store.erasing import erase_rows
from bot.store.records import Json, StoredButton
from bot.store.scrubbing import scrub
from bot.store.store import new_person_id, new_sender_id
from bot.store.subscriptions import end_if_unreachable
from bot.store.turn import OneTurn

CHANNEL = "telegram"
REMEMBERED = timedelta(days=2)
"""How long an answered update's number is kept; Telegram delivers one again for at most 24 hours."""
MOST_WAITING = 100
"""Unfinished updates of one chat; what comes beyond is from no person's fingers and is dropped."""
_TRIES = 3

Stage = Literal["waiting", "sending", "done"]
_WAITING: Stage = "waiting"
_SENDING: Stage = "sending"
_DONE: Stage = "done"
_chats, _updates = tables.telegram_chats.c, tables.telegram_updates.c
_conversations = tables.conversations.c

_KNOWN_UPDATE = sa.select(_updates.update_id).where(_updates.update_id == sa.bindparam("of_update"))
_CHAT = (
    sa.select(_chats.conversation, _chats.chat_id, _chats.blocked_at, _chats.keyboard, _chats.panel)
    .join(tables.conversations, _conversations.sender_id == _chats.conversation)
    .where(_conversations.closed_at.is_(None))
)
_CHAT_BY_ID = _CHAT.where(_chats.chat_id == sa.bindparam("of_chat"))
_CHAT_BY_SENDER = _CHAT.where(_chats.conversation == sa.bindparam("of_sender"))
_UNFINISHED = (
    sa.select(sa.func.count())
    .select_from(tables.telegram_updates)
    .where(_updates.conversation == sa.bindparam("of_sender"), _updates.stage.in_((_WAITING, _SENDING)))
)
_NEXT = (
    sa.select(
        *(_updates.update_id, _updates.conversation, _updates.stage, _updates.body, _updates.sent),
        *(_chats.chat_id, _chats.blocked_at, _chats.keyboard, _chats.panel),
    )
    .join(tables.telegram_chats, _chats.conversation == _updates.conversation)
    .where(_updates.conversation == sa.bindparam("of_sender"), _updates.stage.in_((_WAITING, _SENDING)))
    .order_by(_updates.update_id)
    .limit(1)
)
_BEHIND = sa.select(_updates.update_id, _updates.body).where(
    _updates.conversation == sa.bindparam("of_sender"), _updates.stage == _WAITING
)
_UNTIE_CLOSED = sa.delete(tables.telegram_chats).where(
    _chats.chat_id == sa.bindparam("of_chat"),
    _chats.conversation.in_(sa.select(_conversations.sender_id).where(_conversations.closed_at.is_not(None))),
)
_INSERT_UPDATE = sa.insert(tables.telegram_updates)
_ONE_UPDATE = sa.update(tables.telegram_updates).where(_updates.update_id == sa.bindparam("of_update"))
_CHANGE_UPDATE = _ONE_UPDATE.values(
    stage=sa.bindparam("new_stage"), body=sa.bindparam("new_body"), sent=sa.bindparam("new_sent")
)
_COUNT_SENT = _ONE_UPDATE.values(sent=sa.bindparam("new_sent"))
_KEYBOARD = (
    sa.update(tables.telegram_chats)
    .where(_chats.conversation == sa.bindparam("of_sender"))
    .values(keyboard=sa.bindparam("new_keyboard"))
)
_PANEL = (
    sa.update(tables.telegram_chats)
    .where(_chats.conversation == sa.bindparam("of_sender"))
    .values(panel=sa.bindparam("new_panel"))
)


@dataclass(frozen=True)
class Chat:
    """A chat of Telegram and its conversation; ``keyboard`` is the message with the newest buttons, ``panel``
    the one that shows what is known."""

    sender_id: str
    chat_id: int
    blocked_at: datetime | None
    keyboard: int | None
    panel: int | None = None


@dataclass(frozen=True)
class Update:
    """An unfinished update. While it is ``waiting``, ``body`` is what was heard; while it is ``sending``, the
    list of messages that answer it, of which ``sent`` have arrived."""

    update_id: int
    sender_id: str
    stage: Stage
    body: Json
    sent: int


class Chats:
    """Chats and updates in the database of ``engine`` (see ``bot.store.make_engine``).

    Every method is one short transaction. ``now`` gives the time, with its zone.
    """

    def __init__(self, engine: Engine, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._now = now

    # Updates, from arrival to answer

    def receive(self, update_id: int, chat_id: int, language: Language, body: Json) -> str | None:
        """Store an update; a chat not known before gets a conversation of a new person.

        Args:
            update_id: Telegram's number for it; the same number again is the same update.
            chat_id: the chat in which it was said.
            language: the language of a new person.
            body: what was heard, as JSON.

        Returns:
            The sender id of the chat's conversation; None where there is nothing to do, since the update
            was received before, or :data:`MOST_WAITING` are waiting already.
        """
        for _ in range(_TRIES - 1):
            try:
                return self._receive(update_id, chat_id, language, body)
            except IntegrityError:  # another process was faster with this chat, or has erased it
                continue
        return self._receive(update_id, chat_id, language, body)

    def _receive(self, update_id: int, chat_id: int, language: Language, body: Json) -> str | None:
        with writing(self._engine) as connection:
            if connection.execute(_KNOWN_UPDATE, {"of_update": update_id}).one_or_none() is not None:
                return None
            row = connection.execute(_CHAT_BY_ID, {"of_chat": chat_id}).one_or_none()
            if row is None:
                sender_id = self._open(connection, chat_id, language)
            else:
                sender_id = str(row.conversation)
                if connection.execute(_UNFINISHED, {"of_sender": sender_id}).scalar_one() >= MOST_WAITING:
                    return None
                if row.blocked_at is not None:
                    _note(connection, chat_id, blocked_at=None)
            self._insert(connection, update_id, sender_id, _WAITING, body)
        return sender_id

    def _open(self, connection: Connection, chat_id: int, language: Language) -> str:
        """A new person with a conversation in this chat."""
        now, person_id, sender_id = self._now(), new_person_id(), new_sender_id()
        rows.insert_person(connection, person_id, language, now)
        conversation = {"sender_id": sender_id, "person_id": person_id, "channel": CHANNEL, "created_at": now}
        connection.execute(sa.insert(tables.conversations), conversation)
        connection.execute(_UNTIE_CLOSED, {"of_chat": chat_id})
        connection.execute(sa.insert(tables.telegram_chats), {"conversation": sender_id, "chat_id": chat_id})
        return sender_id

    def _insert(
        self, connection: Connection, update_id: int, sender_id: str, stage: Stage, body: Json
    ) -> None:
        row = {"update_id": update_id, "conversation": sender_id, "stage": stage, "body": body, "sent": 0}
        connection.execute(_INSERT_UPDATE, {**row, "received_at": self._now()})

    def unfinished(self) -> tuple[str, ...]:
        """The sender ids of the conversations with updates that are not answered yet."""
        query = sa.select(_updates.conversation).where(_updates.stage.in_((_WAITING, _SENDING))).distinct()
        with reading(self._engine) as connection:
            return tuple(connection.scalars(query))

    def next(self, sender_id: str) -> tuple[Update, Chat] | None:
        """The oldest unanswered update of a conversation. Call it under the conversation's lock."""
        with reading(self._engine) as connection:
            row = connection.execute(_NEXT, {"of_sender": sender_id}).one_or_none()
        return None if row is None else (Update(*row[:5]), Chat(sender_id, *row[5:]))

    def answered(
        self,
        update: Update,
        messages: Iterable[Json],
        parts: list[Json],
        buttons: Iterable[StoredButton] = (),
        reply_to: int | None = None,
        turn: OneTurn | None = None,
    ) -> Update:
        """Keep the answer to an update: as history, with its buttons, and as the messages to be sent.

        With the ``turn`` that gave it, all that the turn did is written in the same transaction.

        Raises:
            UnknownConversation: the conversation was closed, or its person erased.
            RevisionMoved: see :meth:`OneTurn.ending`.
        """
        with turn.ending() if turn is not None else self._locked(update.sender_id) as connection:
            rows.insert_replies(connection, update.sender_id, messages, self._now(), reply_to, buttons)
            _change(connection, update.update_id, _SENDING, parts)
        return Update(update.update_id, update.sender_id, _SENDING, parts, 0)

    @contextmanager
    def _locked(self, sender_id: str) -> Iterator[Connection]:
        with writing(self._engine) as connection:
            rows.lock_conversation(connection, sender_id)
            yield connection

    def sent(self, update: Update, count: int, keyboard: int | None = None, panel: int | None = None) -> None:
        """So many messages of the answer have arrived; after the last one the update is done.

        ``keyboard`` is Telegram's id of the message that arrived, if it has buttons, ``panel`` if it shows
        what is known.
        """
        with writing(self._engine) as connection:
            if count >= len(update.body):
                _change(connection, update.update_id, _DONE, None)
            else:
                connection.execute(_COUNT_SENT, {"of_update": update.update_id, "new_sent": count})
            if keyboard is not None:
                connection.execute(_KEYBOARD, {"of_sender": update.sender_id, "new_keyboard": keyboard})
            if panel is not None:
                connection.execute(_PANEL, {"of_sender": update.sender_id, "new_panel": panel})

    def drop(self, update: Update) -> None:
        """Nothing more is said to this update."""
        with writing(self._engine) as connection:
            _change(connection, update.update_id, _DONE, None)

    def tidy(self) -> int:
        """Forget the numbers of updates answered :data:`REMEMBERED` ago. Returns how many."""
        old = sa.and_(_updates.stage == _DONE, _updates.received_at < self._now() - REMEMBERED)
        with writing(self._engine) as connection:
            return int(connection.execute(sa.delete(tables.telegram_updates).where(old)).rowcount)

    # Chats

    def chat(self, sender_id: str) -> Chat | None:
        """The chat of an open conversation."""
        with reading(self._engine) as connection:
            row = connection.execute(_CHAT_BY_SENDER, {"of_sender": sender_id}).one_or_none()
        return None if row is None else Chat(*row)

    def block(self, chat_id: int) -> bool:
        """Note that a chat takes no messages any more; whatever was to be sent there is dropped, and what its
        person had subscribed to ends, unless a browser of theirs takes notices. Returns whether the chat is
        known."""
        with writing(self._engine) as connection:
            row = connection.execute(_CHAT_BY_ID, {"of_chat": chat_id}).one_or_none()
            if row is None:
                return False
            person_id = rows.lock_conversation(connection, row.conversation)
            _note(connection, chat_id, blocked_at=self._now(), keyboard=None, panel=None)
            of_chat = _updates.conversation == row.conversation
            finished = sa.update(tables.telegram_updates).where(of_chat).values(stage=_DONE, body=None)
            connection.execute(finished)
            end_if_unreachable(connection, person_id, row.conversation)
        return True

    def moved(self, chat_id: int, new_chat_id: int) -> None:
        """A group has got another id."""
        with writing(self._engine) as connection:
            if connection.execute(_CHAT_BY_ID, {"of_chat": new_chat_id}).one_or_none() is None:
                _note(connection, chat_id, chat_id=new_chat_id)

    def forget(
        self, update: Update, answer: Callable[[str], tuple[Json, list[Json], Iterable[StoredButton]]]
    ) -> Update:
        """Erase the person of this update, Rasa's events too, and go on in their chat with a stranger.

        Args:
            update: the one that asked for it; it stays known as an update of the stranger, and so do those
                that wait behind it.
            answer: makes the answer for the new sender id: its history, its messages, its buttons.

        Raises:
            UnknownConversation: the conversation was closed, or its person erased.
        """
        with at_leisure(self._engine) as connection:
            person_id = rows.lock_conversation(connection, update.sender_id)
            speaks = sa.select(tables.people.c.language).where(tables.people.c.id == person_id)
            language = connection.execute(speaks).scalar_one()
            chat = connection.execute(_CHAT_BY_SENDER, {"of_sender": update.sender_id}).one()
            behind = connection.execute(_BEHIND, {"of_sender": update.sender_id}).all()
            erase_rows(connection, person_id)
            sender_id = self._open(connection, chat.chat_id, language)
            for each in behind:
                if each.update_id != update.update_id:
                    self._insert(connection, each.update_id, sender_id, _WAITING, each.body)
            said, parts, buttons = answer(sender_id)
            rows.insert_buttons(connection, buttons)
            message = {"conversation": sender_id, "direction": "bot", "at": self._now(), "body": said}
            rows.insert_message(connection, {**message, "client_id": None, "reply_to": None})
            self._insert(connection, update.update_id, sender_id, _SENDING, parts)
        scrub(self._engine)
        return Update(update.update_id, sender_id, _SENDING, parts, 0)


def _note(connection: Connection, of_chat: int, /, **values: Json) -> None:
    connection.execute(sa.update(tables.telegram_chats).where(_chats.chat_id == of_chat).values(**values))


def _change(connection: Connection, update_id: int, stage: Stage, body: Json) -> None:
    new = {"of_update": update_id, "new_stage": stage, "new_body": body, "new_sent": 0}
    connection.execute(_CHANGE_UPDATE, new)
