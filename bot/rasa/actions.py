"""Actions in Rasa's process: the SDK's executor is called by itself, not through a server of its own.

Part of :mod:`bot.rasa.overrides`. Where ``ACTIONS_URL`` names a server of actions, Rasa calls that one as
stock does (``docs/adr/0007-actions-in-rasas-process.md``).
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar, copy_context
from functools import lru_cache, partial
from importlib import import_module
from typing import Any

import aiohttp
import rasa.core.actions.action
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection as Rejection
from yarl import URL

PACKAGE = "actions"
"""Where the SDK looks for actions. This floor knows them by their names only."""
THREADS = 4
"""How many actions may run at once. One that hangs keeps its thread; the others go on."""
ANSWERS_WITHIN = 2.0
"""Seconds for a sign of life of whatever runs the actions."""

_failed: ContextVar[list[str] | None] = ContextVar("failed", default=None)
_stock_run = RemoteAction.run


class _Thread(threading.local):
    """What each thread has for itself: a loop, since the SDK runs actions as coroutines."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()


_thread = _Thread()


@lru_cache(maxsize=1)
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="action")


@lru_cache(maxsize=1)
def executor() -> ActionExecutor:
    """The SDK's executor with every action of ``actions/``; imported once, best before the first message."""
    found = ActionExecutor()
    found.register_package(PACKAGE)
    return found


def failures() -> list[str]:
    """The names of the actions that fail or are given up from now on, in what is awaited here."""
    failed: list[str] = []
    _failed.set(failed)
    return failed


def warm_up() -> None:
    """Load, beside everything else, what the first actions would otherwise wait for."""
    warming = import_module(f"{PACKAGE}.warming")
    threading.Thread(target=warming.warm_up, name="warming", daemon=True).start()


def warm_up_now() -> None:
    """The same, at once and without a thread, so that replicas have it in common."""
    import_module(f"{PACKAGE}.warming").warm_up()


async def answer(url: str | None) -> bool:
    """Whether actions would run now: a thread is free, or the server at ``url`` is well."""
    try:
        if url is None:
            return await _in_thread(ANSWERS_WITHIN, lambda: True)
        limit = aiohttp.ClientTimeout(total=ANSWERS_WITHIN)
        async with (
            aiohttp.ClientSession(timeout=limit) as client,
            client.get(URL(url).with_path("/health")) as health,
        ):
            return health.status == 200
    except (TimeoutError, aiohttp.ClientError, OSError):
        return False


async def _in_thread[T](seconds: float, work: Callable[..., T], *arguments: Any) -> T:
    """What ``work`` gives; given up after ``seconds``, and not begun any more if it was still waiting."""
    loop = asyncio.get_running_loop()
    call = partial(copy_context().run, work, *arguments)
    return await asyncio.wait_for(loop.run_in_executor(_threads(), call), seconds)


async def _run(
    self: RemoteAction,
    output_channel: OutputChannel,
    nlg: NaturalLanguageGenerator,
    tracker: DialogueStateTracker,
    domain: Domain,
) -> list[Event]:
    """Stock always calls a server: a process, a hop and JSON both ways for every action.

    What an action raises is Rasa's to handle as if a server had failed, and so is an action that takes longer
    than a server would be given. Rasa goes on with another action then, as if nothing had been said: whoever
    takes the turn is told by :func:`failures`.
    """
    try:
        if self.action_endpoint is not None:
            events: list[Event] = await _stock_run(self, output_channel, nlg, tracker, domain)
            return events
        call = self._action_call_format(tracker, domain)
        result = await _in_thread(rasa.core.actions.action.DEFAULT_REQUEST_TIMEOUT, _execute, call)
    except ActionExecutionRejection:
        raise
    except Exception:
        if (failed := _failed.get()) is not None:
            failed.append(self.name())
        raise
    self._validate_action_result(result)
    said = await self._utter_responses(result["responses"], output_channel, nlg, tracker)
    return [*said, *deserialise_events(result["events"])]


def _execute(call: dict[str, Any]) -> dict[str, Any]:
    """What the action gives, as a server would send it: nothing in it is shared with the action."""
    try:
        result = _thread.loop.run_until_complete(executor().run(call))
    except Rejection as rejected:
        raise ActionExecutionRejection(rejected.action_name, rejected.message) from rejected
    given: dict[str, Any] = json.loads(json.dumps(result))
    return given


def apply() -> None:
    """Put the change in place; safe to call twice."""
    RemoteAction.run = _run
