"""Somebody in a conversation, without and with a profile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from actions import memory
from bot.store.migrations import upgrade
from tests.helpers.action_chat import PROFILE, Chat


@pytest.fixture
def chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Chat]:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/store.db")
    upgrade(f"sqlite:///{tmp_path}/store.db")
    for cached in (memory.own_store, memory.alerts):
        cached.cache_clear()
    store = memory.store()
    yield Chat(store, store.open_conversation("web", "en"))
    for cached in (memory.own_store, memory.alerts):
        cached.cache_clear()


@pytest.fixture
def told(chat: Chat) -> Chat:
    state = chat.store.state(chat.talk.person_id)
    chat.store.confirm(
        chat.talk.person_id, "first", PROFILE, [], state=state.document, revision=state.revision
    )
    return chat
