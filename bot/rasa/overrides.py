"""Every change to Rasa 3.6.21's behaviour. Each says why; ``tests/bot/rasa/test_overrides.py`` fails when
Rasa changes underneath. What only makes turns faster stands in :mod:`bot.rasa.turns`,
and what runs actions in Rasa's process in :mod:`bot.rasa.actions`.

Call :func:`apply` before a Rasa server or agent is made; importing this module changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import rasa
import rasa.core.actions.action
import rasa.core.policies.rule_policy
import rasa.core.processor
import rasa.core.tracker_store
import rasa.server
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.events import SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic_cors import CORS

from bot.rasa import actions as rasa_actions
from bot.rasa import turns as rasa_turn

RASA_VERSION = "3.6.21"
MAX_USER_TURNS_PER_SESSION = 12
"""A turn replays its session's events, so sessions are short; the store, not the tracker, remembers."""
ACTION_TIMEOUT_SECONDS = 2.5
"""Stock: 300 s. After this a channel says kindly that it could not answer and offers to try again."""


PREFLIGHT_SECONDS = 600
"""For so long a browser need not ask again whether a page elsewhere may call."""


class TrackerUnavailable(RuntimeError):
    """The conversation could not be read or written: fail the message, never begin an empty conversation."""


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


def _configure_cors(app: Any, cors_origins: Sequence[str] | str | None = "") -> None:
    """Stock allows cookies of pages elsewhere (there are none), has browsers ask before every message, and
    looks origins up for every response where no page elsewhere may call."""
    if not cors_origins:
        return
    CORS(
        app,
        resources={r"/*": {"origins": cors_origins}},
        automatic_options=True,
        supports_credentials=False,
        expose_headers="Retry-After",
        max_age=PREFLIGHT_SECONDS,
    )


_OWN_INTENTS = ("restart", "back")
"""Stock takes these two past every rule: it would drop the conversation, or rewind it under our store."""


def apply() -> None:
    """Put all changes in place; safe to call twice.

    Raises:
        RuntimeError: another version of Rasa is installed than the one these changes were written for.
    """
    if rasa.__version__ != RASA_VERSION:
        raise RuntimeError(
            f"bot/rasa/overrides.py is written for Rasa {RASA_VERSION}, not {rasa.__version__}"
        )
    rasa_turn.apply()
    rasa_actions.apply()
    MessageProcessor._has_session_expired = _has_session_expired
    FailSafeTrackerStore.on_tracker_store_error = _raise_tracker_error
    FailSafeTrackerStore.on_tracker_store_retrieve_error = _raise_tracker_error
    rasa.server.add_root_route = _no_root_route
    rasa.server.configure_cors = _configure_cors
    for intent in _OWN_INTENTS:
        rasa.core.policies.rule_policy.DEFAULT_ACTION_MAPPINGS.pop(intent, None)
    rasa.core.actions.action.DEFAULT_REQUEST_TIMEOUT = ACTION_TIMEOUT_SECONDS
