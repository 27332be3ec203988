"""What the store gives back, and what can go wrong. Every time is in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy.exc import DontWrapMixin

from bot.languages import Language

Json = Any
"""A value that JSON can write: None, bool, int, float, str, or lists and dicts of these."""
Direction = Literal["user", "bot"]


class StoreError(Exception):
    """The store could not do what was asked; nothing was written."""


class UnknownPerson(StoreError, LookupError):
    """No such person is stored: never seen, or erased."""


class UnknownConversation(StoreError, LookupError):
    """No open conversation has this sender id: never opened, closed, or erased."""


class RevisionMoved(StoreError):
    """Another message changed the dialogue since it was read: read it again and decide anew."""


class NotJson(StoreError, ValueError, DontWrapMixin):  # type: ignore[misc]
    """A value is none that JSON can write."""


@dataclass(frozen=True)
class Person:
    """Someone who talks to the bot; ``id`` is the opaque id that ``/privacy`` shows them.

    An ``ephemeral`` person has not consented: all about them is erased 24 hours after their last message.
    """

    id: str
    language: Language
    created_at: datetime
    last_seen_at: datetime
    consent_at: datetime | None
    ephemeral: bool


@dataclass(frozen=True)
class Conversation:
    """One person on one channel; ``sender_id`` is Rasa's name for it and cannot be guessed."""

    sender_id: str
    person_id: str
    channel: str
    created_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True)
class StoredAnswer:
    """One confirmed answer, or (``withdrawn``) that it was taken back; ``value`` None is JSON's null."""

    field: str
    value: Json
    withdrawn: bool
    at: datetime
    message_id: str


@dataclass(frozen=True)
class StoredState:
    """Where the dialogue stands, and the revision to hand back to ``Store.confirm``."""

    document: dict[str, Json]
    revision: int


@dataclass(frozen=True)
class Score:
    """A score that was told: for which day, by the rules of which date, with every line."""

    at: datetime
    on_date: date
    rules_date: date
    total: int
    breakdown: Json


@dataclass(frozen=True)
class NewButton:
    """A button to be offered: the payload that Rasa gets when it is pressed, and its caption."""

    payload: str
    title: str


@dataclass(frozen=True)
class StoredButton:
    """A button that was offered; ``message`` is the channel's id of the message under which it stands."""

    id: str
    conversation: str
    payload: str
    title: str
    message: str | None
    created_at: datetime


@dataclass(frozen=True)
class StoredMessage:
    """A message as the page showed it. ``reply_to`` is the ``id`` of the person's message that it answers."""

    id: int
    conversation: str
    direction: Direction
    body: Json
    at: datetime
    client_id: str | None
    reply_to: int | None


@dataclass(frozen=True)
class StoredFile:
    """A file that was made for a conversation: its name, its media type, and what is in it."""

    name: str
    media_type: str
    content: bytes
