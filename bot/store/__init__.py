"""What the bot remembers: people, every confirmed answer, scores, what was said, consent.

``bot.store.migrations.upgrade(url)`` makes the tables; ``Store(url)`` is the way in.
"""

from bot.store.engine import make_engine
from bot.store.records import (
    LANGUAGES,
    Answer,
    Button,
    Conversation,
    Direction,
    Json,
    Language,
    Message,
    NewButton,
    NotJson,
    Person,
    RevisionMoved,
    Score,
    State,
    StoredFile,
    StoreError,
    UnknownConversation,
    UnknownPerson,
)
from bot.store.store import EPHEMERAL_KEPT, Store

__all__ = [
    "EPHEMERAL_KEPT",
    "LANGUAGES",
    "Answer",
    "Button",
    "Conversation",
    "Direction",
    "Json",
    "Language",
    "Message",
    "NewButton",
    "NotJson",
    "Person",
    "RevisionMoved",
    "Score",
    "State",
    "Store",
    "StoreError",
    "StoredFile",
    "UnknownConversation",
    "UnknownPerson",
    "make_engine",
]
