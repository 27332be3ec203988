"""What was said in conversations, with the buttons, pictures and files in it."""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import Callable, Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.store import rows, tables
from bot.store.engine import reading, writing
from bot.store.records import Json, NewButton, StoredButton, StoredFile, StoredMessage

_BUTTON_ID = re.compile(r"[0-9A-Za-z_-]{12}")
_CLIENT_ID = re.compile(r"[!-~]{1,100}")
_conversations, _buttons, _messages = tables.conversations.c, tables.buttons.c, tables.messages.c
_OPEN = sa.and_(_conversations.sender_id == sa.bindparam("of_sender"), _conversations.closed_at.is_(None))
_BUTTON = (
    sa.select(tables.buttons)
    .join(tables.conversations, _conversations.sender_id == _buttons.conversation)
    .where(_OPEN, _buttons.id == sa.bindparam("of_button"))
)
_NEWEST_FIRST = sa.select(tables.messages).order_by(_messages.id.desc())
_REPLIES = _NEWEST_FIRST.where(_messages.reply_to == sa.bindparam("of_message"))
_SAID = _NEWEST_FIRST.where(_messages.conversation == sa.bindparam("of_sender"))
_LAST_SAID = _SAID.limit(sa.bindparam("last"))
_SAID_BEFORE = _LAST_SAID.where(_messages.id < sa.bindparam("before"))
_MESSAGE = _SAID.where(_messages.id == sa.bindparam("of_message"))


def _new_button_id() -> str:
    return secrets.token_urlsafe(9)  # 12 characters


def _new_secret_id() -> str:
    return secrets.token_urlsafe(18)  # nobody can guess it


class Said:
    """What people and the bot said, in the database of ``engine``; a :class:`bot.store.Store` has one.

    Every method is one short transaction.
    """

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._now = now

    def _write(self, change: Callable[[Connection], None]) -> None:
        with writing(self._engine) as connection:
            change(connection)

    def design_buttons(
        self, sender_id: str, new: Iterable[NewButton], message: str | None = None
    ) -> tuple[StoredButton, ...]:
        """Buttons that will hold in this conversation only, once ``add_replies`` has kept them.

        ``message`` is the channel's id of the message under which they stand.
        """
        now = self._now()
        return tuple(
            StoredButton(_new_button_id(), sender_id, button.payload, button.title, message, now)
            for button in new
        )

    def button(self, button_id: str, sender_id: str) -> StoredButton | None:
        """The button of this id, if it was made in this conversation and that is open.

        The id may be anything that a client sends.
        """
        if not _BUTTON_ID.fullmatch(button_id):
            return None
        with reading(self._engine) as connection:
            row = connection.execute(_BUTTON, {"of_button": button_id, "of_sender": sender_id}).one_or_none()
        return None if row is None else StoredButton(**row._mapping)

    def add_message(
        self, sender_id: str, body: Json, client_id: str | None = None
    ) -> tuple[StoredMessage, bool]:
        """Keep a message of the person, once for each ``client_id``, and note that they were here.

        Args:
            sender_id: the conversation.
            body: what was said, as JSON.
            client_id: the sender's own name for the message, 1 to 100 visible ASCII characters.

        Returns:
            The message, and whether it is new; one sent again is given as it was first stored.

        Raises:
            UnknownConversation: no open conversation has this sender id.
            ValueError: the client id has another form.
            NotJson: the body is none that JSON can write.
        """
        if client_id is not None and not _CLIENT_ID.fullmatch(client_id):
            raise ValueError("client_id: 1 to 100 visible ASCII characters are needed")
        now = self._now()
        with writing(self._engine) as connection:
            person_id = rows.lock_conversation(connection, sender_id)
            rows.touch(connection, person_id, now)
            known = None if client_id is None else rows.sent_before(connection, sender_id, client_id)
            if known is not None:
                return known, False
            values = {"conversation": sender_id, "direction": "user", "body": body, "at": now}
            return rows.insert_message(connection, {**values, "client_id": client_id, "reply_to": None}), True

    def add_replies(
        self,
        sender_id: str,
        bodies: Iterable[Json],
        reply_to: int | None = None,
        buttons: Iterable[StoredButton] = (),
    ) -> tuple[StoredMessage, ...]:
        """Keep what the bot said, as it was rendered, with the buttons in it.

        ``reply_to`` is the id of the answered message.

        Raises:
            UnknownConversation: no open conversation has this sender id.
        """
        with writing(self._engine) as connection:
            rows.lock_conversation(connection, sender_id)
            return rows.insert_replies(connection, sender_id, bodies, self._now(), reply_to, buttons)

    def replies(self, message_id: int) -> tuple[StoredMessage, ...]:
        """What the bot said to this message of the person, in order."""
        return self._found(_REPLIES, of_message=message_id)

    def messages(
        self, sender_id: str, last: int | None = None, before: int | None = None
    ) -> tuple[StoredMessage, ...]:
        """What was said in this conversation, oldest first; only the ``last`` so many if given, and of those
        ``before`` a message, if that is given, too."""
        if last is None:
            return self._found(_SAID, of_sender=sender_id)
        if before is not None:
            return self._found(_SAID_BEFORE, of_sender=sender_id, last=last, before=before)
        return self._found(_LAST_SAID, of_sender=sender_id, last=last)

    def message(self, sender_id: str, message_id: int) -> StoredMessage | None:
        """The message of this id, if it was said in this conversation."""
        found = self._found(_MESSAGE, of_sender=sender_id, of_message=message_id)
        return found[0] if found else None

    def _found(self, newest_first: sa.sql.Select, **values: Json) -> tuple[StoredMessage, ...]:
        with reading(self._engine) as connection:
            found = [StoredMessage(**row._mapping) for row in connection.execute(newest_first, values)]
        return tuple(reversed(found))

    def owner(self, kept_id: str) -> str | None:
        """The id of the person in whose conversation a picture or file was made; None for any other id."""
        if not kept_id.isascii() or not kept_id.isprintable():
            return None
        with reading(self._engine) as connection:
            for table in (tables.pictures, tables.files):
                query = (
                    sa.select(_conversations.person_id)
                    .join(table, table.c.conversation == _conversations.sender_id)
                    .where(table.c.id == kept_id)
                )
                found = connection.execute(query).scalar_one_or_none()
                if found is not None:
                    return str(found)
        return None

    def add_picture(self, sender_id: str, png: bytes) -> str:
        """Keep a picture that was drawn for this conversation; gives the id under which it is served.

        Raises:
            UnknownConversation: no open conversation has this sender id.
        """
        picture_id = _new_secret_id()
        values = {"id": picture_id, "conversation": sender_id, "at": self._now()}

        def keep(connection: Connection) -> None:
            rows.lock_conversation(connection, sender_id)
            encoded = base64.b64encode(png).decode()
            connection.execute(sa.insert(tables.pictures), {**values, "png_base64": encoded})

        self._write(keep)
        return picture_id

    def picture(self, picture_id: str) -> bytes | None:
        """The PNG of this id, which nobody can guess; the id may be anything that a client sends."""
        if not picture_id.isascii() or not picture_id.isprintable():
            return None
        query = sa.select(tables.pictures.c.png_base64).where(tables.pictures.c.id == picture_id)
        with reading(self._engine) as connection:
            encoded = connection.execute(query).scalar_one_or_none()
        return None if encoded is None else base64.b64decode(encoded)

    def add_file(self, sender_id: str, file: StoredFile) -> str:
        """Keep a file that was made for this conversation; gives the id under which it is served.

        Raises:
            UnknownConversation: no open conversation has this sender id.
        """
        file_id = _new_secret_id()
        values = {"id": file_id, "conversation": sender_id, "at": self._now()}
        values |= {"name": file.name, "media_type": file.media_type}

        def keep(connection: Connection) -> None:
            rows.lock_conversation(connection, sender_id)
            encoded = base64.b64encode(file.content).decode()
            connection.execute(sa.insert(tables.files), {**values, "content_base64": encoded})

        self._write(keep)
        return file_id

    def file(self, file_id: str) -> StoredFile | None:
        """The file of this id, which nobody can guess; the id may be anything that a client sends."""
        if not file_id.isascii() or not file_id.isprintable():
            return None
        table = tables.files.c
        query = sa.select(table.name, table.media_type, table.content_base64).where(table.id == file_id)
        with reading(self._engine) as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else StoredFile(row[0], row[1], base64.b64decode(row[2]))
