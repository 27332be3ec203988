"""Every change to Rasa 3.6.21's behaviour. Each says why; ``tests/bot/test_rasa_overrides.py`` fails when
Rasa changes underneath.

Import :func:`apply` before a Rasa server or agent is made.
"""

from __future__ import annotations

import functools
from typing import Any

import aiohttp
import jsonschema.validators
import rasa
import rasa.core.actions.action
import rasa.core.policies.rule_policy
import rasa.core.processor
import rasa.core.tracker_store
import rasa.server
from rasa.core.actions.action import RemoteAction
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

RASA_VERSION = "3.6.21"
MAX_USER_TURNS_PER_SESSION = 12
"""A turn replays its session's events, so sessions are short; the store, not the tracker, remembers."""
KEPT_ALIVE_SECONDS = 4.0
"""A connection to the action server is used again within this time; the server closes it after 5 s."""
ACTION_TIMEOUT_SECONDS = 2.5
"""Stock: 300 s. After this a channel says kindly that it could not answer and offers to try again."""


class TrackerUnavailable(RuntimeError):
    """The conversation could not be read or written: fail the message, never begin an empty conversation."""


@functools.lru_cache(maxsize=1)
def _action_result_validator() -> Any:
    schema = RemoteAction.action_response_format_spec()
    return jsonschema.validators.validator_for(schema)(schema)


def _validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    """Stock checks the JSON schema itself on every call: 19 ms. A validator built once: 0.02 ms."""
    _action_result_validator().validate(result)
    return True


_stock_has_session_expired = MessageProcessor._has_session_expired


def _has_session_expired(self: MessageProcessor, tracker: DialogueStateTracker) -> bool:
    """A session also ends after some turns: a turn's cost grows with the session's length."""
    turns = 0
    for event in reversed(tracker.events):
        if isinstance(event, SessionStarted):
            break
        turns += isinstance(event, UserUttered)
    return turns >= MAX_USER_TURNS_PER_SESSION or bool(_stock_has_session_expired(self, tracker))


def _raise_tracker_error(self: FailSafeTrackerStore, error: Exception) -> None:
    """Stock falls back to an empty tracker in memory and thereby loses the conversation."""
    raise TrackerUnavailable("the conversation's database could not be used") from error


def _no_root_route(app: Any) -> None:
    """Stock serves "Hello from Rasa" at ``/``, where our page stands."""


@functools.cache
def _resolve_event(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
    """Stock walks through all classes of events for every event of the tracker, at every turn."""
    found: type[Event] | None = _stock_resolve_event(type_name, default)
    return found


_stock_resolve_event = Event.resolve_by_type


def _action_call_format(self: RemoteAction, tracker: DialogueStateTracker, domain: Domain) -> dict[str, Any]:
    """Stock sends the whole session and the domain with every call; our actions need this turn only."""
    events = []
    for event in reversed(tracker.events):
        events.append(event.as_dict())
        if isinstance(event, UserUttered):
            break
    state = {**tracker.current_state(), "events": events[::-1]}
    return {
        "next_action": self.name(),
        "sender_id": tracker.sender_id,
        "tracker": state,
        "version": rasa.__version__,
    }


class _KeptSession:
    """A session that stays open after the request for which it was asked."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def __aenter__(self) -> aiohttp.ClientSession:
        return self._session

    async def __aexit__(self, *error: object) -> None:
        """Leave it open."""


def _session(self: EndpointConfig) -> _KeptSession:
    """Stock makes a new session and connection for every call of an action."""
    kept: aiohttp.ClientSession | None = getattr(self, "_kept_session", None)
    if kept is None or kept.closed:
        connector = aiohttp.TCPConnector(keepalive_timeout=KEPT_ALIVE_SECONDS)
        kept = aiohttp.ClientSession(headers=self.headers, connector=connector)
        self._kept_session = kept
    return _KeptSession(kept)


_OWN_INTENTS = ("restart", "back")
"""Stock takes these two past every rule: it would drop the conversation, or rewind it under our store."""


def apply() -> None:
    """Put all changes in place; safe to call twice.

    Raises:
        RuntimeError: another version of Rasa is installed than the one these changes were written for.
    """
    if rasa.__version__ != RASA_VERSION:
        raise RuntimeError(
            f"bot/rasa_overrides.py is written for Rasa {RASA_VERSION}, not {rasa.__version__}"
        )
    RemoteAction._validate_action_result = _validate_action_result
    MessageProcessor._has_session_expired = _has_session_expired
    RemoteAction._action_call_format = _action_call_format
    EndpointConfig.session = _session
    FailSafeTrackerStore.on_tracker_store_error = _raise_tracker_error
    FailSafeTrackerStore.on_tracker_store_retrieve_error = _raise_tracker_error
    Event.resolve_by_type = staticmethod(_resolve_event)
    rasa.server.add_root_route = _no_root_route
    for intent in _OWN_INTENTS:
        rasa.core.policies.rule_policy.DEFAULT_ACTION_MAPPINGS.pop(intent, None)
    rasa.core.actions.action.DEFAULT_REQUEST_TIMEOUT = ACTION_TIMEOUT_SECONDS
