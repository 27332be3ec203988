"""A store on each kind of database, and a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine

from bot.store import Conversation, Store, make_engine
from tests.helpers.moving_clock import Clock


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
