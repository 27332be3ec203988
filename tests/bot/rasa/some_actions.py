"""Actions that do what actions may do; as a program, the SDK's own server of them on the port given."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import Any

from rasa_sdk import endpoint
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from rasa_sdk.interfaces import ActionExecutionRejection as Rejection
from rasa_sdk.interfaces import Tracker


def greet(dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
    """Says who wrote what, and gives a value that JSON holds in another form."""
    said = tracker.latest_message["text"]
    dispatcher.utter_message(json_message={"to": tracker.sender_id, "said": said, "parts": ("a", "b")})
    return [{"event": "slot", "timestamp": None, "name": "turn", "value": {"one": (1, 2)}}]


async def greet_later(*given: Any) -> list[dict[str, Any]]:
    await asyncio.sleep(0)
    return greet(*given)


def fail(*_: Any) -> None:
    raise ZeroDivisionError("no rule for this")


def reject(*_: Any) -> None:
    raise Rejection("reject", "not mine")


ACTIONS = (greet, greet_later, fail, reject)


def register(executor: ActionExecutor, *actions: Callable[..., Any]) -> None:
    executor.actions.update((action.__name__, action) for action in actions)


if __name__ == "__main__":
    executor = ActionExecutor()
    register(executor, *ACTIONS)
    endpoint.ActionExecutor = lambda: executor
    endpoint.create_app(sys.modules[__name__]).run("127.0.0.1", int(sys.argv[1]), motd=False)
