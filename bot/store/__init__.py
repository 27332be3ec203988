"""What the bot remembers: people, every confirmed answer, scores, what was said, consent.

``bot.store.migrations.upgrade(url)`` makes the tables; ``Store(url)`` is the way in.
"""

from bot.store.engine import make_engine
from bot.store.records import (
    Conversation,
    Direction,
    Json,
    NewButton,
    NotJson,
    Person,
    RevisionMoved,
    Score,
    StoredAnswer,
    StoredButton,
    StoredFile,
    StoredMessage,
    StoredState,
    StoreError,
    UnknownConversation,
    UnknownPerson,
)
from bot.store.store import EPHEMERAL_KEPT, Store

__all__ = [
    "EPHEMERAL_KEPT",
    "Conversation",
    "Direction",
    "Json",
    "NewButton",
    "NotJson",
    "Person",
    "RevisionMoved",
    "Score",
    "Store",
    "StoreError",
    "StoredAnswer",
    "StoredButton",
    "StoredFile",
    "StoredMessage",
    "StoredState",
    "UnknownConversation",
    "UnknownPerson",
    "make_engine",
]
