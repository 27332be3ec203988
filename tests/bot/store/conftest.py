"""A store on each kind of database, and a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy.engine import Engine

from bot.store import Conversation, Store, make_engine


class Clock:
    """Gives the time that the test has set."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 12, 0, tzinfo=timezone.utc)

    def __call__(self) -> datetime:
        return self.time

    def advance(self, **by: float) -> datetime:
        """Let time pass: ``hours=1``."""
        self.time += timedelta(**by)
        return self.time


@pytest.fixture
def clock() -> Clock:
    """The store's clock; it stands still."""
    return Clock()


@pytest.fixture
def store(database: str, clock: Clock) -> Iterator[Store]:
    """A store without people."""
    store = Store(database, clock)
    yield store
    store.close()


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    """A look at the store's tables from outside."""
    engine = make_engine(database)
    yield engine
    engine.dispose()


@pytest.fixture
def talk(store: Store) -> Conversation:
    """A conversation with someone new."""
    return store.open_conversation("web", "en")
