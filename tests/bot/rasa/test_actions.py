"""Actions in Rasa's process give what a server of actions would give, and fail alone."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.exceptions import RasaException
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from bot.rasa import actions as rasa_actions
from bot.rasa import overrides as rasa_overrides
from bot.rasa.overrides import apply
from tests.bot.rasa import some_actions
from tests.helpers import ROOT
from tests.helpers.program import free_port, until

DOMAIN = Domain.empty()


@pytest.fixture(autouse=True)
def ours(stock_rasa: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[ActionExecutor]:
    """Our change is in place, with actions of this test and threads of its own."""
    executor, threads = ActionExecutor(), ThreadPoolExecutor(2)
    some_actions.register(executor, *some_actions.ACTIONS)
    monkeypatch.setattr(rasa_actions, "executor", lambda: executor)
    monkeypatch.setattr(rasa_actions, "_threads", lambda: threads)
    monkeypatch.setattr(rasa_overrides, "ACTION_TIMEOUT_SECONDS", 0.3)
    apply()
    yield executor
    threads.shutdown()


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of the SDK's own server, with the same actions."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", some_actions.__name__, str(port)], cwd=ROOT)
    url = f"http://127.0.0.1:{port}/webhook"
    until(lambda: asyncio.run(rasa_actions.answer(url)), 60, "the server of actions")
    yield url
    process.kill()
    process.wait()


@pytest.fixture
def server(url: str) -> EndpointConfig:
    """The same for Rasa."""
    return EndpointConfig(url)


async def run(name: str, server: EndpointConfig | None = None) -> list[Event]:
    tracker = DialogueStateTracker.from_events("someone", [UserUttered("hello")], DOMAIN.slots)
    nlg = TemplatedNaturalLanguageGenerator({})
    return list(await RemoteAction(name, server).run(CollectingOutputChannel(), nlg, tracker, DOMAIN))


@pytest.mark.parametrize("name", ["greet", "greet_later"])
async def test_an_action_gives_the_same_here_as_on_a_server(name: str, server: EndpointConfig) -> None:
    here, there = await run(name), await run(name, server)

    said, turn = here
    assert isinstance(said, BotUttered)
    assert said.data["custom"] == {"to": "someone", "said": "hello", "parts": ["a", "b"]}
    assert turn == SlotSet("turn", {"one": [1, 2]})
    assert [event.as_dict() | {"timestamp": 0} for event in here] == [
        event.as_dict() | {"timestamp": 0} for event in there
    ]


async def test_what_an_action_raises_is_an_error_here_as_on_a_server(server: EndpointConfig) -> None:
    with pytest.raises(ZeroDivisionError, match="no rule for this"):
        await run("fail")
    with pytest.raises(RasaException):
        await run("fail", server)


async def test_an_action_that_rejects_is_rejected_here_as_on_a_server(server: EndpointConfig) -> None:
    for where in (None, server):
        with pytest.raises(ActionExecutionRejection, match="not mine") as rejected:
            await run("reject", where)
        assert rejected.value.action_name == "reject"


async def test_an_action_that_is_not_there_is_an_error() -> None:
    with pytest.raises(Exception, match="'unheard_of'"):
        await run("unheard_of")


async def test_an_action_that_hangs_is_given_up_and_holds_up_nobody(ours: ActionExecutor) -> None:
    gone_on = threading.Event()

    def hang(*_: Any) -> None:
        gone_on.wait(10)

    some_actions.register(ours, hang)
    try:
        before = time.monotonic()
        hanging = asyncio.ensure_future(run("hang"))
        await asyncio.sleep(0)
        assert len(await run("greet")) == 2
        assert not hanging.done()
        with pytest.raises(asyncio.TimeoutError):
            await hanging
        assert time.monotonic() - before < 5
        assert await rasa_actions.answer(None)
    finally:
        gone_on.set()


async def test_an_action_that_fails_or_is_given_up_is_noted_for_whoever_takes_the_turn(
    ours: ActionExecutor,
) -> None:
    gone_on = threading.Event()

    def hang(*_: Any) -> None:
        gone_on.wait(10)

    def fail(*_: Any) -> None:
        raise RuntimeError

    some_actions.register(ours, hang, fail)
    failed = rasa_actions.failures()
    try:
        await run("greet")
        for name in ("hang", "fail"):
            with pytest.raises((asyncio.TimeoutError, RuntimeError)):
                await run(name)
    finally:
        gone_on.set()
    assert failed == ["hang", "fail"]


async def test_where_every_thread_hangs_the_program_says_that_it_is_not_ready(
    ours: ActionExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rasa_actions, "ANSWERS_WITHIN", 0.1)
    gone_on, begun = threading.Event(), []

    def hang(*_: Any) -> None:
        begun.append(1)
        gone_on.wait(10)

    some_actions.register(ours, hang)
    try:
        given_up = await asyncio.gather(*(run("hang") for _ in range(3)), return_exceptions=True)
        assert [type(error) for error in given_up] == [asyncio.TimeoutError] * 3
        assert not await rasa_actions.answer(None)
    finally:
        gone_on.set()
    await asyncio.sleep(0.1)
    assert len(begun) == 2, "what was given up while it waited is not begun any more"
    assert await rasa_actions.answer(None)


async def test_a_server_that_is_well_or_away_is_told_apart(url: str) -> None:
    assert await rasa_actions.answer(url)
    assert not await rasa_actions.answer("http://127.0.0.1:9/webhook")
