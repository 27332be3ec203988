"""What a turn costs the database: read once, written twice, and nobody else waits for it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core.agent import Agent, load_agent
from rasa.core.utils import AvailableEndpoints

from actions import memory
from bot.channels.web.channel import WebChannel
from bot.rasa import actions, overrides
from bot.rasa.training import ensure_model
from tests.helpers import ROOT

pytestmark = [
    pytest.mark.program,
    pytest.mark.filterwarnings("ignore:Python 3.14 will:DeprecationWarning"),  # Rasa unpacks its model
]

READINGS, WRITINGS, STATEMENTS = 4, 2, 17
"""What a turn may take of each on SQLite (it was 11, 5 and 27); the fourth reading is that of a title that
was typed. PostgreSQL locks the person by one statement more, twice."""
TURNS = ("calculate my score", "I'm 29", "single", "why?", "what are the fees?", "what do you know about me?")


class Asked:
    """What the database is asked, and whether the event loop had to wait for it."""

    def __init__(self) -> None:
        self.statements: list[str] = []
        self.ends: list[str] = []
        self.on_the_loop: list[str] = []

    def begin(self) -> None:
        for notes in (self.statements, self.ends, self.on_the_loop):
            notes.clear()

    def statement(self, connection: Any, cursor: Any, text: str, *_: Any) -> None:
        if not text.startswith(("BEGIN", "PRAGMA", "SAVEPOINT", "RELEASE")):
            self.statements.append(text)
        if asyncio._get_running_loop() is not None and not _is_an_actions_thread():
            self.on_the_loop.append(text)

    def end(self, connection: Any) -> None:
        options = connection.get_execution_options()
        self.ends.append(
            "read" if {"express_entry_read_only", "postgresql_readonly"} & {*options} else "write"
        )


def _is_an_actions_thread() -> bool:
    import threading

    return threading.current_thread() is not threading.main_thread()


@pytest.fixture
def asked() -> Iterator[Asked]:
    notes = Asked()
    sa.event.listen(sa.engine.Engine, "before_cursor_execute", notes.statement)
    sa.event.listen(sa.engine.Engine, "commit", notes.end)
    yield notes
    sa.event.remove(sa.engine.Engine, "before_cursor_execute", notes.statement)
    sa.event.remove(sa.engine.Engine, "commit", notes.end)


class Page:
    """A visitor's page, without a network: requests go straight to the channel."""

    def __init__(self, web: WebChannel, agent: Agent) -> None:
        self._web, self._app, self._token = web, SimpleNamespace(ctx=SimpleNamespace(agent=agent)), ""

    async def ask(self, handler: Any, **document: Any) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self._token}"}
        request = SimpleNamespace(
            **{"headers": headers, "body": json.dumps(document).encode(), "app": self._app},
            **{"remote_addr": "127.0.0.1", "args": {}},
        )
        answer: dict[str, Any] = json.loads((await handler(request)).body)
        self._token = answer.get("token", self._token)
        return answer

    async def open(self) -> None:
        await self.ask(self._web._open)

    async def say(self, text: str) -> list[str]:
        answer = await self.ask(self._web._take, text=text)
        return [message["text"] for message in answer["messages"]]


@pytest.fixture
async def page(
    database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Any, stock_rasa: None
) -> AsyncIterator[Page]:
    for name, value in (
        ("DATABASE_URL", database),
        ("DATA_DIR", str(tmp_path)),
        ("SESSION_SECRET", "s" * 40),
        ("MODEL", str(ensure_model())),
    ):
        monkeypatch.setenv(name, value)
    kept = (memory.own_store, memory.alerts, memory.feedback)
    for each in kept:
        each.cache_clear()
    overrides.apply()
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    agent = await load_agent(str(ensure_model()), endpoints=endpoints)
    actions.executor()
    opened = Page(WebChannel(), agent)
    await opened.open()
    yield opened
    for each in kept:
        each.cache_clear()


async def test_a_turn_reads_once_writes_twice_and_keeps_nobody_waiting(
    page: Page, asked: Asked, database: str
) -> None:
    more = 0 if database.startswith("sqlite") else 2
    await page.say("hello")  # Rasa's session begins, and its table is found
    for text in TURNS:
        asked.begin()
        said = await page.say(text)
        assert said
        assert "couldn’t answer" not in said[0]
        assert asked.ends.count("write") <= WRITINGS, (text, asked.statements)
        assert asked.ends.count("read") <= READINGS, (text, asked.statements)
        assert len(asked.statements) <= STATEMENTS + more, (text, asked.statements)
        assert not asked.on_the_loop, text


async def test_a_turn_that_another_conversation_of_the_person_overtook_is_taken_again(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    await page.say("calculate my score")
    store = memory.own_store()
    with store._engine.connect() as connection:
        person_id = connection.exec_driver_sql("SELECT id FROM people").scalar_one()
    stock, overtaken = actions._execute, []

    def overtaking(call: dict[str, Any]) -> dict[str, Any]:
        if not overtaken and call["next_action"] == "validate_intake":
            overtaken.append(True)
            stands = store.state(person_id)
            store.confirm(
                *(person_id, "elsewhere", {"sibling_in_canada": True}, ()),
                state=stands.document,
                revision=stands.revision,
            )
        return stock(call)

    monkeypatch.setattr(actions, "_execute", overtaking)
    said = await page.say("I'm 29")

    assert overtaken
    assert len(said) == 1
    assert "29" in said[0]
    assert store.profile(person_id) == {"sibling_in_canada": True, "age": 29}
