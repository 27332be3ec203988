"""Each change to Rasa does what it says, and each reason for one still holds in the Rasa installed.

Where a test of the stock behaviour fails, Rasa has changed underneath: look whether the change is needed.
"""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Callable
from typing import Any

import pytest
import rasa
from rasa.core import lock_store, tracker_store
from rasa.core.actions import action as rasa_action
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.core.policies.rule_policy import RulePolicy
from rasa.core.processor import MessageProcessor
from rasa.core.run import _create_app_without_api
from rasa.core.tracker_store import FailSafeTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from sanic import Sanic

from bot.rasa import overrides as rasa_overrides
from bot.rasa import storage as rasa_storage
from bot.rasa.overrides import MAX_USER_TURNS_PER_SESSION, RASA_VERSION, TrackerUnavailable, apply

DOMAIN = Domain.from_dict({"intents": ["greet", "restart", "back"], "actions": ["action_hello"]})

pytestmark = pytest.mark.usefixtures("stock_rasa")


def tracker(*events: Event) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("someone", list(events), DOMAIN.slots)


def said(count: int) -> list[Event]:
    now = time.time()
    return [UserUttered(f"turn {number}", timestamp=now) for number in range(count)]


# The version


def test_the_rasa_installed_is_the_one_that_the_changes_were_written_for() -> None:
    assert rasa.__version__ == RASA_VERSION
    apply()


def test_another_version_of_rasa_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasa, "__version__", "3.6.22")
    with pytest.raises(RuntimeError, match=r"3\.6\.21, not 3\.6\.22"):
        apply()
    assert rasa_action.DEFAULT_REQUEST_TIMEOUT == 300


def test_applying_twice_is_the_same_as_once() -> None:
    apply()
    once = [vars(owner).copy() for owner in (RemoteAction, MessageProcessor, FailSafeTrackerStore)]
    apply()
    assert [vars(owner) for owner in (RemoteAction, MessageProcessor, FailSafeTrackerStore)] == once


@pytest.mark.parametrize(
    ("stock", "ours"),
    [
        (MessageProcessor._has_session_expired, rasa_overrides._has_session_expired),
        (FailSafeTrackerStore.on_tracker_store_error, rasa_overrides._raise_tracker_error),
        (FailSafeTrackerStore.on_tracker_store_retrieve_error, rasa_overrides._raise_tracker_error),
        (rasa.server.add_root_route, rasa_overrides._no_root_route),
        (tracker_store.SQLTrackerStore.retrieve, rasa_storage.TrackerStore.retrieve),
        (
            tracker_store.SQLTrackerStore.retrieve_full_tracker,
            rasa_storage.TrackerStore.retrieve_full_tracker,
        ),
        (tracker_store.SQLTrackerStore.save, rasa_storage.TrackerStore.save),
        (lock_store.LockStore.lock, rasa_storage.LockStore.lock),
    ],
    ids=lambda function: function.__qualname__,
)
def test_what_we_put_in_place_takes_the_same_parameters(
    stock: Callable[..., Any], ours: Callable[..., Any]
) -> None:
    assert list(inspect.signature(ours).parameters) == list(inspect.signature(stock).parameters)


# Sessions are short


class Processor(MessageProcessor):  # type: ignore[misc]
    """Only the part of Rasa's processor that begins sessions."""

    def __init__(self) -> None:
        self.domain, self.begun, self.nlg = DOMAIN, 0, None

    def _get_action(self, action_name: str) -> None:
        return None

    async def _run_action(self, **_: Any) -> None:
        self.begun += 1


async def begins_a_session(*events: Event) -> bool:
    processor = Processor()
    await processor._update_tracker_session(tracker(*events), CollectingOutputChannel())
    return processor.begun == 1


async def test_stock_sessions_go_on_for_any_number_of_turns() -> None:
    assert not await begins_a_session(SessionStarted(), *said(100))


@pytest.mark.parametrize(("turns", "ends"), [(1, False), (11, False), (12, True), (13, True)])
async def test_a_session_ends_after_twelve_turns(turns: int, ends: bool) -> None:
    assert MAX_USER_TURNS_PER_SESSION == 12
    apply()
    assert await begins_a_session(SessionStarted(), *said(turns)) is ends


async def test_only_turns_of_the_present_session_count() -> None:
    apply()
    assert not await begins_a_session(SessionStarted(), *said(12), SessionStarted(), *said(11))
    assert await begins_a_session(SessionStarted(), *said(3), SessionStarted(), *said(12))


async def test_a_session_still_ends_after_an_hour_and_someone_new_begins_one() -> None:
    apply()
    long_ago = UserUttered("hello", timestamp=time.time() - 61 * 60)
    assert await begins_a_session(SessionStarted(), long_ago)
    assert await begins_a_session()


# A tracker store that fails


class BrokenStore(TrackerStore):  # type: ignore[misc]
    """A database that does not answer."""

    async def retrieve(self, sender_id: str) -> None:
        raise ConnectionError("gone")

    async def save(self, tracker: DialogueStateTracker) -> None:
        raise ConnectionError("gone")

    async def keys(self) -> list[str]:
        raise ConnectionError("gone")


async def test_stock_begins_an_empty_conversation_when_the_database_fails() -> None:
    safe = FailSafeTrackerStore(BrokenStore(DOMAIN))
    assert await safe.retrieve("someone") is None
    await safe.save(tracker(*said(1)))


@pytest.mark.parametrize(
    "use",
    [
        lambda store: store.retrieve("someone"),
        lambda store: store.retrieve_full_tracker("someone"),
        lambda store: store.save(tracker(*said(1))),
        lambda store: store.keys(),
    ],
    ids=["retrieve", "retrieve_full_tracker", "save", "keys"],
)
async def test_a_failing_database_fails_the_message(use: Callable[[FailSafeTrackerStore], Any]) -> None:
    apply()
    with pytest.raises(TrackerUnavailable) as failure:
        await use(FailSafeTrackerStore(BrokenStore(DOMAIN)))
    assert isinstance(failure.value.__cause__, ConnectionError)


# The page stands at the root


def root_is_taken() -> bool:
    app = _create_app_without_api()
    Sanic._app_registry.pop(app.name)
    return any(route.path == "" for route in app.router.routes)


def test_stock_serves_its_greeting_where_our_page_stands() -> None:
    assert root_is_taken()


def test_the_root_is_free_for_our_page() -> None:
    apply()
    assert not root_is_taken()


# Actions that do not answer


class ActionServer:
    """Stands in for the action server's address; notes how it is asked."""

    def __init__(self, result: Any) -> None:
        self.result, self.asked, self.kwargs = result, list[dict[str, Any]](), dict[str, Any]()

    async def request(self, **how: Any) -> Any:
        self.asked.append(how)
        return self.result


async def run_action(endpoint: Any) -> list[Event]:
    action = RemoteAction("action_hello", endpoint)
    nlg = TemplatedNaturalLanguageGenerator({})
    return list(await action.run(CollectingOutputChannel(), nlg, tracker(*said(1)), DOMAIN))


async def test_stock_waits_for_an_action_for_five_minutes() -> None:
    server = ActionServer({})
    await run_action(server)
    assert server.asked[0]["timeout"] == 300


async def test_an_action_has_two_and_a_half_seconds() -> None:
    apply()
    server = ActionServer({})
    await run_action(server)
    assert server.asked[0]["timeout"] == 2.5


async def test_an_action_server_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasa_overrides, "ACTION_TIMEOUT_SECONDS", 0.05)
    apply()
    asked, left = asyncio.Event(), asyncio.Event()

    async def never_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await reader.read()
        writer.close()
        await writer.wait_closed()
        left.set()

    server = await asyncio.start_server(never_answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    endpoint = EndpointConfig(f"http://127.0.0.1:{port}/webhook")
    with pytest.raises(asyncio.TimeoutError):
        await run_action(endpoint)
    assert asked.is_set()
    async with endpoint.session() as session:
        await session.close()
    await left.wait()
    server.close()


# Two intents that are ours


def default_action(intent: str) -> str | None:
    message = UserUttered(intent, intent={"name": intent, "confidence": 1.0})
    found, _ = RulePolicy._find_action_from_default_actions(tracker(ActionExecuted("action_listen"), message))
    return None if found is None else str(found)


@pytest.mark.parametrize(("intent", "action"), [("restart", "action_restart"), ("back", "action_back")])
def test_stock_takes_restart_and_back_past_every_rule_and_we_do_not(intent: str, action: str) -> None:
    assert default_action(intent) == action
    apply()
    assert default_action(intent) is None


def test_a_session_may_still_be_begun_by_its_intent() -> None:
    apply()
    assert default_action("session_start") == "action_session_start"
