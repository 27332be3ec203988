"""Rasa 3.6.21's turns for a fraction of their time: what comes out is the same, and tests compare it.

Part of :mod:`bot.rasa.overrides`, which puts these changes in place and refuses any other version of Rasa.
"""

from __future__ import annotations

import copy
import dataclasses
import functools
import json
from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any

import aiohttp
import jsonschema.validators
import rasa
import rasa.core.actions.forms
import rasa.core.policies.rule_policy
import rasa.core.processor
from rasa.core.actions.action import RemoteAction
from rasa.core.actions.forms import FormAction
from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.constants import REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

KEPT_ALIVE_SECONDS = 4.0
"""Within this time a connection to an action server is used again; the server closes it after 5 s."""
NESTED_EVENTS = ("user", "entities")
"""Events of which Rasa's schema looks at more than the outermost values; our actions give none of them."""


# Trackers


def _copy(self: DialogueStateTracker) -> DialogueStateTracker:
    """Stock replays the whole session to copy a tracker, twice in every turn; the state is there already."""
    twin = copy.copy(self)
    twin.events = copy.copy(self.events)
    twin.slots = {name: copy.copy(slot) for name, slot in self.slots.items()}
    twin.active_loop = self.active_loop and dataclasses.replace(self.active_loop)
    twin.model_id = twin.assistant_id = None
    return twin


def _temporary_tracker(
    self: FormAction, current_tracker: DialogueStateTracker, additional_events: list[Event], domain: Domain
) -> DialogueStateTracker:
    """Stock replays the whole session for each question that the form puts to its action."""
    twin = current_tracker.copy()
    twin.events = deque(current_tracker.events_after_latest_restart())
    twin.__dict__.pop("_applied", None)
    requested = SlotSet(REQUESTED_SLOT, self.get_slot_to_fill(current_tracker))
    for event in (requested, ActionExecuted(self.name()), *additional_events):
        twin.update(event)
    return twin


_stock_applied_events = DialogueStateTracker.applied_events


def _applied_events(self: DialogueStateTracker) -> list[Event]:
    """Stock goes through the whole session whenever it is asked; events are only ever added."""
    count, applied = self.__dict__.get("_applied", (0, ()))
    if not count or count != len(self.events):
        applied = tuple(_stock_applied_events(self))
        self._applied = len(self.events), applied
    return list(applied)


@functools.cache
def _resolve_event(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
    """Stock walks through all classes of events for every event of the tracker, at every turn."""
    found: type[Event] | None = _stock_resolve_event(type_name, default)
    return found


_stock_resolve_event = Event.resolve_by_type


# Predictions


_stock_is_empty = Domain.is_empty


def _is_empty(self: Domain) -> bool:
    """Stock makes a second, empty domain to compare with, for every message; a domain does not change."""
    known: bool | None = self.__dict__.get("_is_empty")
    if known is None:
        known = self._is_empty = bool(_stock_is_empty(self))
    return known


_stock_find_action_from_rules = RulePolicy._find_action_from_rules


def _find_action_from_rules(
    self: RulePolicy, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
) -> tuple[str | None, str | None, bool]:
    """Stock looks in every turn, at the cost of all states of the session, for rules about words rather than
    intents. We have none, so that nothing could be found."""
    if use_text_for_last_user_input and not _reads_words(self):
        return None, None, False
    found: tuple[str | None, str | None, bool] = _stock_find_action_from_rules(
        self, tracker, domain, use_text_for_last_user_input
    )
    return found


def _reads_words(policy: RulePolicy) -> bool:
    """Whether any rule could hold for the words of a message, whatever its intent."""
    known: bool | None = policy.__dict__.get("_reads_words")
    if known is None:
        keys = [*policy.lookup[RULES], *policy.lookup[RULES_FOR_LOOP_UNHAPPY_PATH]]
        known = policy._reads_words = any(_may_follow_words(json.loads(key)[-1]) for key in keys)
    return known


def _may_follow_words(state: Mapping[str, Any]) -> bool:
    follows_message = state.get("prev_action", {}).get("action_name") in (None, "action_listen")
    return follows_message and "intent" not in state.get("user", {})


def _run_graph(
    self: DaskGraphRunner, inputs: Mapping[str, Any] | None = None, targets: Sequence[str] | None = None
) -> dict[str, Any]:
    """Stock plans the graph anew for each of a turn's three runs, and hands it to a scheduler for threads."""
    wanted = tuple(targets or self._graph_schema.target_names)
    results = {name: (name, value) for name, value in (inputs or {}).items()}
    for name, needs in self.__dict__.setdefault("_plans", {}).get(wanted) or _plan(self, wanted):
        results[name] = self._instantiated_nodes[name](*(results.get(need, need) for need in needs))
    return dict(results[name] for name in wanted)


def _plan(runner: DaskGraphRunner, targets: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """The nodes that the targets need, each after those that it needs itself."""
    nodes = runner._graph_schema.nodes
    plan: dict[str, tuple[str, ...]] = {}

    def add(name: str) -> None:
        if name in nodes and name not in plan:
            needs = tuple(nodes[name].needs.values())
            for need in needs:
                add(need)
            plan[name] = needs

    for target in targets:
        add(target)
    made = runner._plans[targets] = list(plan.items())
    return made


class _NoCopies:
    """Stands where three of Rasa's modules import ``copy``. Stock copies messages, events and states deeply,
    a dozen times in a turn, for a debug log that is never written (see :mod:`bot.operating.logs`)."""

    @staticmethod
    def deepcopy(value: Any) -> Any:
        """The value itself."""
        return value


COPY_FOR_THE_LOG = (rasa.core.processor, rasa.core.actions.forms, rasa.core.policies.rule_policy)
"""The modules that use ``copy`` for nothing else."""


# Calls of actions


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


@functools.lru_cache(maxsize=1)
def _action_result_validator() -> Any:
    schema = RemoteAction.action_response_format_spec()
    return jsonschema.validators.validator_for(schema)(schema)


_known_forms: set[tuple[Any, ...]] = set()
"""The forms of events that have passed."""


def _validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    """Stock checks the JSON schema itself on every call, and each event against 23 kinds of events. An event
    with the same keys and types of values as one that has passed would pass, too."""
    forms = _forms_of(result)
    if forms is None or not _known_forms.issuperset(forms):
        _action_result_validator().validate(result)
        _known_forms.update(forms or ())
    return True


def _forms_of(result: Any) -> list[tuple[Any, ...]] | None:
    """The forms of the events in a result; None where it has to be looked at more closely."""
    if not isinstance(result, dict):
        return None
    events, responses = result.get("events", []), result.get("responses", [])
    if not (_are_objects(events) and _are_objects(responses)):
        return None
    kinds = [event.get("event") for event in events]
    if not all(isinstance(kind, str) and kind not in NESTED_EVENTS for kind in kinds):
        return None
    return [
        (kind, *((key, type(value)) for key, value in event.items()))
        for kind, event in zip(kinds, events, strict=True)
    ]


def _are_objects(values: Any) -> bool:
    return isinstance(values, list) and all(isinstance(value, dict) for value in values)


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


def apply() -> None:
    """Put all of these changes in place; safe to call twice."""
    DialogueStateTracker.copy = _copy
    DialogueStateTracker.applied_events = _applied_events
    FormAction._temporary_tracker = _temporary_tracker
    Event.resolve_by_type = staticmethod(_resolve_event)
    Domain.is_empty = _is_empty
    RulePolicy._find_action_from_rules = _find_action_from_rules
    DaskGraphRunner.run = _run_graph
    for module in COPY_FOR_THE_LOG:
        module.copy = _NoCopies
    RemoteAction._action_call_format = _action_call_format
    RemoteAction._validate_action_result = _validate_action_result
    EndpointConfig.session = _session
