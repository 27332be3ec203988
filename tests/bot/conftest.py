"""What the tests of the bot share."""

from __future__ import annotations

import pytest

STOCK_TIMEOUT_SECONDS = 300


@pytest.fixture
def stock_rasa(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rasa as it was installed, put back after the test whatever ``rasa_overrides.apply`` has changed."""
    from rasa import server
    from rasa.core import processor
    from rasa.core.actions import action, forms
    from rasa.core.actions.forms import FormAction
    from rasa.core.policies import rule_policy
    from rasa.core.processor import MessageProcessor
    from rasa.core.tracker_store import FailSafeTrackerStore
    from rasa.engine.runner.dask import DaskGraphRunner
    from rasa.shared.core.events import Event
    from rasa.shared.core.trackers import DialogueStateTracker
    from rasa.utils.endpoints import EndpointConfig

    assert action.DEFAULT_REQUEST_TIMEOUT == STOCK_TIMEOUT_SECONDS, (
        "an earlier test changed Rasa for good: let it ask for stock_rasa, too"
    )
    for owner, name in (
        (DialogueStateTracker, "copy"),
        (DialogueStateTracker, "applied_events"),
        (FormAction, "_temporary_tracker"),
        (rule_policy.RulePolicy, "_find_action_from_rules"),
        (DaskGraphRunner, "run"),
        (forms, "copy"),
        (processor, "copy"),
        (rule_policy, "copy"),
        (action.RemoteAction, "run"),
        (action.RemoteAction, "_validate_action_result"),
        (action.RemoteAction, "_action_call_format"),
        (EndpointConfig, "session"),
        (action, "DEFAULT_REQUEST_TIMEOUT"),
        (MessageProcessor, "_has_session_expired"),
        (FailSafeTrackerStore, "on_tracker_store_error"),
        (FailSafeTrackerStore, "on_tracker_store_retrieve_error"),
        (server, "add_root_route"),
        (server, "configure_cors"),
        (Event, "resolve_by_type"),
    ):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    monkeypatch.setattr(rule_policy, "DEFAULT_ACTION_MAPPINGS", dict(rule_policy.DEFAULT_ACTION_MAPPINGS))
