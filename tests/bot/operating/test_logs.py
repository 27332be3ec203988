"""Nothing of a person stands in the log, whoever writes it and whatever fails; repetitions are counted."""

from __future__ import annotations

import asyncio
import gc
import io
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa
import structlog

from bot.operating import logs
from bot.sources.feed import FeedError
from bot.store import RevisionMoved, UnknownConversation

CANARY = "CNRYpassportAB123456"
Read = Callable[[], str]


@pytest.fixture(params=["DEBUG", "INFO", "ERROR"])
def log(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Read]:
    """The log, at each level; gives what was written."""
    names = [None, *logs.OURS, "rasa", "rasa_sdk", "sanic", "sanic.root", "sanic.access"]
    levels = {name: logging.getLogger(name).level for name in names}
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setattr(logging, "raiseExceptions", True)
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    logs.configure(request.param)
    yield written.getvalue
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    structlog.reset_defaults()


def failing() -> None:
    try:
        try:
            raise ValueError(f"told {CANARY}")
        except ValueError as first:
            raise sa.exc.OperationalError(f"insert {CANARY}", {"text": CANARY}, first) from first
    except sa.exc.OperationalError as second:
        raise RevisionMoved(f"the dialogue of {CANARY} moved") from second


@pytest.mark.parametrize(
    "name", ["bot.channels.turn", "actions.intake", "rasa.core.processor", "asyncio", "sanic.error"]
)
def test_an_exception_is_told_by_its_kind_and_place_alone(log: Read, name: str) -> None:
    try:
        failing()
    except RevisionMoved:
        logging.getLogger(name).exception("A turn failed")
    written = log()
    assert CANARY not in written
    assert written.index("RevisionMoved") < written.index("OperationalError") < written.index("ValueError")
    assert "test_logs.py" in written
    assert "failing" in written


@pytest.mark.parametrize("level", ["debug", "info", "warning", "error", "critical"])
def test_what_libraries_say_is_told_by_its_place_alone(log: Read, level: str) -> None:
    for name in (
        "rasa.core.actions.action",
        "rasa_sdk.executor",
        "sanic.root",
        "aiohttp.client",
        "sqlalchemy.engine",
    ):
        say = getattr(logging.getLogger(name), level)
        say(f"Received user message '{CANARY}'")
        say("of %s", {"sender_id": CANARY})
    getattr(structlog.get_logger(), level)("processor.message.received", text=CANARY)
    getattr(structlog.get_logger(), level)(f"Heard {CANARY}", exc_info=True)
    assert CANARY not in log()


def test_an_error_in_one_of_our_own_lines_is_told_by_its_kind(log: Read) -> None:
    logging.getLogger("bot.store").error("It failed: %s", UnknownConversation(CANARY))
    written = log()
    assert "It failed: UnknownConversation" in written
    assert CANARY not in written


def test_what_is_wrong_with_public_figures_may_be_read(log: Read) -> None:
    logging.getLogger("bot.sources.feed").error("Rounds: %s", FeedError("round 448 has no date"))
    assert "round 448 has no date" in log()


def test_what_nobody_caught_is_told_no_further(log: Read) -> None:
    def work() -> None:
        raise ValueError(CANARY)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    async def leave_a_task() -> None:
        async def fail() -> None:
            raise ValueError(CANARY)

        task = asyncio.create_task(fail())
        await asyncio.sleep(0)
        del task

    asyncio.run(leave_a_task())
    gc.collect()
    sys.excepthook(ValueError, ValueError(CANARY), None)
    written = log()
    assert CANARY not in written
    assert "ValueError" in written


def test_the_same_traceback_stands_there_once_a_minute_and_the_others_are_counted(
    log: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(logs.time, "monotonic", lambda: now)

    def fail() -> None:
        try:
            failing()
        except RevisionMoved:
            logging.getLogger("bot.channels.turn").exception("A turn failed")

    for _ in range(1000):
        fail()
    assert log().count("A turn failed") == 1
    now = logs.WINDOW_SECONDS + 1
    fail()
    assert "999 more like this" in log()
