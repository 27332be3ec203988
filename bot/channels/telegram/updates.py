"""What Telegram delivers, reduced to what this bot needs: who spoke where, and what was said.

Names, phone numbers, places and files never get any further than here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from bot.languages import Language
from bot.personal import without_personal_numbers
from bot.store.telegram import CHANNEL

PREFIX, ROUTE = "/webhooks", f"/{CHANNEL}"
WEBHOOK_PATH = PREFIX + ROUTE
"""Where updates arrive, below ``TELEGRAM_WEBHOOK_URL``."""
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates that Telegram is asked for."""
COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+(.*))?", re.DOTALL)
LARGEST_ID = 2**63 - 1
ANONYMOUS_ADMIN = 1087968824
"""The bot in whose name administrators of a group write who do not want to be named."""

Kind = Literal["text", "command", "edit", "button", "picture", "sound", "place", "thing"]
_CONTENTS: Mapping[str, Kind] = {
    "animation": "thing",
    "photo": "picture",
    "document": "picture",
    "paid_media": "picture",
    "voice": "sound",
    "video": "sound",
    "video_note": "sound",
    "audio": "sound",
    "location": "place",
    "venue": "place",
    "sticker": "thing",
    "contact": "thing",
    "poll": "thing",
    "dice": "thing",
    "story": "thing",
    "game": "thing",
    "checklist": "thing",
}
"""What a message without text may contain; anything else is a note of Telegram's own, such as "pinned"."""
_WITH_WORDS = ("photo", "document")
"""What people write under, as if it were a message."""


class Unreadable(ValueError):
    """An update that does not have the form that the Bot API promises. The message holds nothing of it."""


@dataclass(frozen=True)
class Me:
    """The bot itself; the name is "" until Telegram has told it."""

    id: int
    username: str = ""


@dataclass(frozen=True)
class ShownMessage:
    """The message whose button was pressed, as its reader sees it; ``markup`` is its keyboard."""

    message_id: int
    text: str = ""
    entities: tuple[Mapping[str, Any], ...] = ()
    markup: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Utterance:
    """Something that was said to the bot.

    Attributes:
        kind: what it is; an ``edit`` is a text that replaces an earlier one.
        text: the text, what follows a command, or the id on a button.
        command: the command's name, without slash, in lower case.
        message_id: Telegram's number of the message in its chat.
        query_id: the callback query that wants an answer, of a button.
        shown: the message under which the button stands.
        group: said in a group, and to this bot.
        quoted: what the bot had said in the message to which this one replies.
        hidden: the kinds of what was taken out of the text (:mod:`bot.personal`).
    """

    update_id: int
    chat_id: int
    kind: Kind
    language: Language = "en"
    text: str = ""
    command: str = ""
    message_id: int = 0
    query_id: str = ""
    shown: ShownMessage | None = None
    group: bool = False
    quoted: str = ""
    hidden: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The form in which it waits in the store; empty parts are left out."""
        return {key: value for key, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> Utterance:
        """What :meth:`as_json` has written."""
        shown = document.get("shown")
        parts = {**document, "shown": None if shown is None else ShownMessage(**shown)}
        return cls(**{**parts, "hidden": tuple(document.get("hidden", ()))})


@dataclass(frozen=True)
class Left:
    """A chat that takes no messages any more."""

    chat_id: int


@dataclass(frozen=True)
class _Message:
    document: Mapping[str, Any]
    chat: Mapping[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "chat", _mapping(self.document["chat"]))

    @property
    def chat_id(self) -> int:
        return _id(self.chat["id"])

    @property
    def group(self) -> bool:
        return self.chat.get("type") in ("group", "supergroup")

    @property
    def private(self) -> bool:
        return bool(self.chat.get("type", "private") == "private")


def update_id_of(update: Any) -> int:
    """The number of an update.

    Raises:
        Unreadable: there is none.
    """
    try:
        return _id(update["update_id"])
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable("an update without a number") from error


def read(update: Any, me: Me) -> Utterance | Left | None:
    """What an update says to this bot; None where it says nothing.

    Raises:
        Unreadable: it does not have the form that the Bot API promises.
    """
    update_id = update_id_of(update)
    try:
        if "callback_query" in update:
            return _button(update_id, _mapping(update["callback_query"]))
        if "my_chat_member" in update:
            return _membership(_mapping(update["my_chat_member"]))
        for kind in ("message", "edited_message"):
            if kind in update:
                heard = _message(update_id, _mapping(update[kind]), me, edited=kind == "edited_message")
                return heard and _without_personal_numbers(heard)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Unreadable(f"update {update_id} has another form") from error
    return None


def _without_personal_numbers(heard: Utterance) -> Utterance:
    """What is stored of it: nothing that nobody needs to tell."""
    kept = without_personal_numbers(heard.text)
    return replace(heard, text=kept.text, hidden=kept.hidden) if kept.hidden else heard


def _button(update_id: int, query: Mapping[str, Any]) -> Utterance | None:
    if "message" not in query or not isinstance(query.get("data"), str):
        return None
    under = _Message(_mapping(query["message"]))
    if not (under.private or under.group):
        return None
    text = under.document.get("text")
    entities = under.document.get("entities") or ()
    shown = ShownMessage(
        _id(under.document.get("message_id", 0)),
        text if isinstance(text, str) else "",
        tuple(_mapping(entity) for entity in entities),
        _mapping(under.document.get("reply_markup") or {}),
    )
    return Utterance(
        update_id,
        under.chat_id,
        "button",
        _language(_mapping(query["from"])),
        text=query["data"],
        query_id=str(query["id"]),
        shown=shown,
        group=under.group,
    )


def _membership(change: Mapping[str, Any]) -> Left | None:
    status = _mapping(change["new_chat_member"])["status"]
    return Left(_Message(change).chat_id) if status in ("kicked", "left") else None


def _message(update_id: int, document: Mapping[str, Any], me: Me, edited: bool) -> Utterance | None:
    message, sender = _Message(document), _mapping(document.get("from") or {})
    by_bot = sender.get("is_bot") and sender.get("id") != ANONYMOUS_ADMIN
    if by_bot or not (message.private or message.group):
        return None
    text = document.get("text")
    if text is None and any(name in document for name in _WITH_WORDS):
        text = document.get("caption")
    if text is None:
        return _contents(update_id, message, sender, edited)
    if not isinstance(text, str):
        raise Unreadable("a text that is none")
    heard = Utterance(
        update_id,
        message.chat_id,
        "edit" if edited else "text",
        _language(sender),
        text,
        message_id=_id(document["message_id"]),
        group=message.group,
        quoted="" if message.group else _quoted(document, me),
    )
    command = COMMAND.fullmatch(text.strip())
    if command:
        name, addressee, rest = command.groups()
        if addressee and me.username and addressee.lower() != me.username.lower():
            return None
        parts = {**vars(heard), "kind": "command", "command": name.lower(), "text": (rest or "").strip()}
        return None if edited else Utterance(**parts)
    if message.private:
        return heard
    if edited or not _addressed(document, text, me):
        return None
    return replace(heard, text=_without_name(text, me))


def _contents(update_id: int, message: _Message, sender: Mapping[str, Any], edited: bool) -> Utterance | None:
    kind = next((kind for name, kind in _CONTENTS.items() if name in message.document), None)
    if kind is None or edited or not message.private:
        return None
    return Utterance(update_id, message.chat_id, kind, _language(sender))


def _addressed(document: Mapping[str, Any], text: str, me: Me) -> bool:
    """Whether a text in a group answers this bot or names it."""
    answered = (document.get("reply_to_message") or {}).get("from") or {}
    named = bool(me.username) and f"@{me.username.lower()}" in text.lower()
    return named or answered.get("id") == me.id


def _without_name(text: str, me: Me) -> str:
    """What was said in a group, without the bot's name."""
    name = rf"@{re.escape(me.username)}\b[\s,:]*" if me.username else r"(?!)"
    return re.sub(name, "", text, flags=re.IGNORECASE).strip()


def _quoted(document: Mapping[str, Any], me: Me) -> str:
    """The bot's own words to which a message replies; of anybody else's nothing is kept."""
    replied = document.get("reply_to_message") or {}
    if (replied.get("from") or {}).get("id") != me.id:
        return ""
    text = replied.get("text") or replied.get("caption")
    return text if isinstance(text, str) else ""


def _language(sender: Mapping[str, Any]) -> Language:
    return "fr" if str(sender.get("language_code") or "").lower().startswith("fr") else "en"


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise Unreadable("not an object")
    return value


def _id(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST_ID:
        raise Unreadable("not a number of Telegram's")
    return int(value)
