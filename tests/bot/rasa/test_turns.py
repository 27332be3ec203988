"""Rasa's turns take less time and come out the same: each change is compared with the stock function.

Where a test of the stock behaviour fails, Rasa has changed underneath: look whether the change is needed.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any, ClassVar

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from jsonschema.exceptions import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.core.actions.forms import FormAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    Event,
    FollowupAction,
    LoopInterrupted,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.shared.utils.common import all_subclasses
from rasa.utils.endpoints import EndpointConfig

from bot.rasa import turns as rasa_turn
from bot.rasa.overrides import apply

pytestmark = pytest.mark.usefixtures("stock_rasa")

DOMAIN = Domain.from_dict(
    {
        "intents": ["greet", "inform"],
        "actions": ["action_hello", "validate_intake"],
        "forms": {"intake": {"required_slots": []}},
        "slots": {
            "turn": {"type": "any", "influence_conversation": False, "mappings": [{"type": "custom"}]},
            "requested_slot": {"type": "any", "influence_conversation": False, "mappings": []},
        },
    }
)
LISTEN = "action_listen"


def user(intent: str, text: str = "hello") -> UserUttered:
    guess = {"name": intent, "confidence": 0.9}
    return UserUttered(text, intent=guess, parse_data={"text": text, "intent": guess, "entities": []})


def conversation() -> list[Event]:
    """A session with all that happens in ours: the loop, a question beside it, something not understood."""
    return [
        ActionExecuted("action_session_start"),
        SessionStarted(),
        ActionExecuted(LISTEN),
        user("greet"),
        ActionExecuted("action_hello"),
        BotUttered("hello"),
        ActionExecuted(LISTEN),
        user("inform", "I am 29"),
        ActionExecuted("intake"),
        ActiveLoop("intake"),
        SlotSet("turn", 1),
        SlotSet("requested_slot", "age"),
        ActionExecuted(LISTEN),
        user("inform", "single"),
        ActionExecuted("intake"),
        SlotSet("turn", 2),
        ActionExecuted(LISTEN),
        user("greet"),
        ActionExecutionRejected("intake"),
        ActionExecuted("action_hello"),
        LoopInterrupted(True),
        ActionExecuted("intake"),
        ActionExecuted(LISTEN),
        user("inform", "blah"),
        ActionExecuted("action_default_fallback"),
        UserUtteranceReverted(),
        FollowupAction("intake"),
        ActionExecuted("intake"),
        SlotSet("requested_slot", None),
        ActiveLoop(None),
        ActionExecuted(LISTEN),
        Restarted(),
        ActionExecuted(LISTEN),
        user("greet"),
    ]


def tracker(*events: Event) -> DialogueStateTracker:
    made = DialogueStateTracker("someone", DOMAIN.slots)
    for event in events:
        made.update(event)
    return made


def prefixes() -> Iterator[DialogueStateTracker]:
    """The conversation as it stands after each of its events."""
    for events in accumulate([[event] for event in conversation()], initial=[]):
        yield tracker(*events)


def look(found: DialogueStateTracker) -> dict[str, Any]:
    """All that anyone can see of a tracker."""
    return {
        **found.current_state(EventVerbosity.ALL),
        "applied": [event.as_dict() for event in found.applied_events()],
        "states": found.past_states(DOMAIN),
        "class": type(found),
    }


@pytest.mark.parametrize(
    ("stock", "ours"),
    [
        (DialogueStateTracker.copy, rasa_turn._copy),
        (DialogueStateTracker.applied_events, rasa_turn._applied_events),
        (FormAction._temporary_tracker, rasa_turn._temporary_tracker),
        (RulePolicy._find_action_from_rules, rasa_turn._find_action_from_rules),
        (DaskGraphRunner.run, rasa_turn._run_graph),
        (RemoteAction._action_call_format, rasa_turn._action_call_format),
        (RemoteAction._validate_action_result, rasa_turn._validate_action_result),
        (EndpointConfig.session, rasa_turn._session),
    ],
    ids=lambda function: function.__qualname__,
)
def test_what_we_put_in_place_takes_the_same_parameters(
    stock: Callable[..., Any], ours: Callable[..., Any]
) -> None:
    stock = stock.fget if isinstance(stock, property) else stock
    assert list(inspect.signature(ours).parameters) == list(inspect.signature(stock).parameters)


# Trackers


def test_a_copy_looks_as_the_stock_copy_does_after_every_event() -> None:
    stock = [look(found.copy()) for found in prefixes()]
    apply()
    originals = list(prefixes())
    ours = [look(found.copy()) for found in originals]
    assert len(ours) == len(conversation()) + 1
    for was, then, original in zip(ours, stock, originals, strict=True):
        followup = {"followup_action": original.followup_action}
        assert without_times(was) == without_times({**then, **followup})


def without_times(value: Any) -> Any:
    """Two conversations made one after the other differ in the time stamps of their events only."""
    if isinstance(value, dict):
        kept = {key: each for key, each in value.items() if key not in ("timestamp", "latest_event_time")}
        return {key: without_times(each) for key, each in kept.items()}
    return [without_times(each) for each in value] if isinstance(value, list) else value


def test_what_happens_to_a_copy_does_not_happen_to_the_original() -> None:
    apply()
    original = tracker(*conversation()[:12])
    original.applied_events()
    before = look(original)
    twin = original.copy()
    for event in conversation()[12:24]:
        twin.update(event)
    assert look(original) == before
    assert look(twin) != before


def test_a_copy_leaves_the_model_to_the_original_as_the_stock_copy_does() -> None:
    original = tracker()
    original.model_id, original.assistant_id = "model", "assistant"
    for use in (lambda: None, apply):
        use()
        assert (original.copy().model_id, original.copy().assistant_id) == (None, None)


def test_the_forms_view_of_the_tracker_is_that_of_the_stock_form() -> None:
    form, added = FormAction("intake", None), [SlotSet("turn", 7)]
    stock = [look(form._temporary_tracker(found, added, DOMAIN)) for found in prefixes()]
    apply()
    ours = [look(form._temporary_tracker(found, added, DOMAIN)) for found in prefixes()]
    assert without_times(ours) == without_times(stock)


def test_the_applied_events_are_those_of_the_stock_tracker_and_looked_for_once() -> None:
    stock = [found.applied_events() for found in prefixes()]
    apply()
    growing = tracker()
    for then, event in zip(stock, [None, *conversation()], strict=True):
        if event is not None:
            growing.update(event)
        applied = growing.applied_events()
        assert without_times([each.as_dict() for each in applied]) == without_times(
            [each.as_dict() for each in then]
        )
        applied.clear()  # the caller's own
        assert len(growing.applied_events()) == len(then)


# Predictions

RULES = {
    "rules": {
        '[{"prev_action": {"action_name": "action_listen"}, "user": {"intent": "greet"}}]': "action_hello",
        '[{"prev_action": {"action_name": "action_listen"}, "user": {"intent": "greet"}}, '
        '{"prev_action": {"action_name": "action_hello"}, "user": {"intent": "greet"}}]': LISTEN,
        '[{"prev_action": {"action_name": "action_listen"}, "user": {"intent": "inform"}}]': "intake",
    },
    "rules_for_loop_unhappy_path": {
        '[{"prev_action": {"action_name": "action_listen"}}, '
        '{"active_loop": {"name": "intake"}, "prev_action": {"action_name": "intake"}, '
        '"user": {"intent": "inform"}}]': "do_not_predict_loop_action"
    },
    "rules_not_in_stories": [],
}
ABOUT_WORDS = {
    '[{"prev_action": {"action_name": "action_listen"}, "user": {"text": "hello"}}]': "action_hello"
}
ABOUT_ANYTHING = {
    '[{"active_loop": {"name": "intake"}, "prev_action": {"action_name": "action_listen"}}]': "x"
}


def policy(more: dict[str, str] | None = None) -> RulePolicy:
    lookup = {**RULES, "rules": {**RULES["rules"], **(more or {})}}
    context = ExecutionContext(GraphSchema({}))
    return RulePolicy(RulePolicy.get_default_config(), None, Resource("rules"), context, lookup=lookup)


def predictions(rules: RulePolicy) -> list[Any]:
    return [vars(rules.predict_action_probabilities(found, DOMAIN)) for found in prefixes()]


@pytest.mark.parametrize("more", [None, ABOUT_WORDS], ids=["about intents", "about words"])
def test_rules_predict_what_stock_rules_predict(more: dict[str, str] | None) -> None:
    stock = predictions(policy(more))
    apply()
    assert predictions(policy(more)) == stock


@pytest.mark.parametrize(
    ("more", "read"), [(None, False), (ABOUT_WORDS, True), (ABOUT_ANYTHING, True)], ids=repr
)
def test_words_are_looked_up_only_where_a_rule_could_hold_for_them(
    more: dict[str, str] | None, read: bool
) -> None:
    assert rasa_turn._reads_words(policy(more)) is read


def test_stock_computes_the_states_of_the_session_for_words_that_no_rule_is_about_and_we_do_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    computed = list[bool]()
    states = RulePolicy._prediction_states

    def note(*args: Any, **kwargs: Any) -> Any:
        computed.append(True)
        return states(*args, **kwargs)

    monkeypatch.setattr(RulePolicy, "_prediction_states", note)
    in_the_loop = tracker(*conversation()[:14])
    policy().predict_action_probabilities(in_the_loop, DOMAIN)
    assert computed == [True]
    apply()
    policy().predict_action_probabilities(in_the_loop, DOMAIN)
    assert computed == [True]


class Part(GraphComponent):  # type: ignore[misc]
    """Puts its name around what it is given."""

    ran: ClassVar[list[str]] = []

    def __init__(self, name: str) -> None:
        self.name = name

    @classmethod
    def create(cls, config: dict[str, Any], *_: Any, **__: Any) -> Part:
        return cls(config["name"])

    def run(self, **given: Any) -> str:
        self.ran.append(self.name)
        return f"{self.name}({', '.join(str(value) for value in given.values())})"


def graph() -> DaskGraphRunner:
    """Two targets that share a part, and a part that only one of them needs."""
    needs: dict[str, dict[str, str]] = {
        "domain": {},
        "read": {"message": "__message__"},
        "think": {"what": "read", "domain": "domain"},
        "decide": {"thought": "think", "domain": "domain", "message": "__message__"},
        "beside": {"thought": "think"},
    }
    nodes = {
        name: SchemaNode(given, Part, "create", "run", {"name": name}, eager=True, resource=Resource(name))
        for name, given in reversed(needs.items())
    }
    schema = GraphSchema(nodes)
    return DaskGraphRunner(schema, None, ExecutionContext(schema))


@pytest.mark.parametrize(
    "targets", [["decide"], ["beside"], ["beside", "decide"], ["domain"], ["decide", "__message__"]], ids=repr
)
def test_a_graph_gives_what_the_stock_graph_gives_and_runs_each_part_once(targets: list[str]) -> None:
    stock = graph().run({"__message__": "hello"}, targets)
    apply()
    runner = graph()
    for _ in range(2):
        Part.ran = []
        assert runner.run({"__message__": "hello"}, targets) == stock
        assert len(Part.ran) == len(set(Part.ran))
        assert ("beside" in Part.ran) is ("beside" in targets)


def test_a_graph_without_its_input_fails_as_the_stock_graph_does() -> None:
    for use in (lambda: None, apply):
        use()
        with pytest.raises(GraphRunError):
            graph().run({}, ["decide"])


# Copies for the debug log


@pytest.mark.parametrize("module", rasa_turn.COPY_FOR_THE_LOG, ids=lambda module: module.__name__)
def test_rasa_copies_deeply_only_for_the_debug_log_where_we_leave_it_out(module: Any) -> None:
    tree = ast.parse(inspect.getsource(module))
    in_the_log = {
        id(part)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "structlogger.debug"
        for part in ast.walk(call)
    }
    uses = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "copy"]
    assert uses
    assert all(id(use) in in_the_log for use in uses)


def test_we_leave_these_copies_out() -> None:
    values: list[Any] = []
    for module in rasa_turn.COPY_FOR_THE_LOG:
        assert module.copy.deepcopy(values) is not values
    apply()
    for module in rasa_turn.COPY_FOR_THE_LOG:
        assert module.copy.deepcopy(values) is values


# Action results are checked, with a validator that is built once


class ActionServer:
    """Stands in for the action server's address."""

    def __init__(self, result: Any) -> None:
        self.result, self.kwargs = result, dict[str, Any]()

    async def request(self, **_: Any) -> Any:
        return self.result


async def run_action(endpoint: Any) -> list[Event]:
    action = RemoteAction("action_hello", endpoint)
    nlg = TemplatedNaturalLanguageGenerator({})
    return list(await action.run(CollectingOutputChannel(), nlg, tracker(user("greet")), DOMAIN))


GOOD_RESULTS = [
    {"events": [{"event": "slot", "timestamp": None, "name": "turn", "value": 1}], "responses": []},
    {"events": [], "responses": [{"text": "hello", "buttons": [], "custom": {}}]},
    {},
]
BAD_RESULTS: list[Any] = [
    None,
    [],
    "text",
    {"events": {}},
    {"events": [{"name": "turn"}]},
    {"responses": "hello"},
    {"events": [1]},
]


@pytest.mark.parametrize("applied", [False, True], ids=["stock", "ours"])
@pytest.mark.parametrize("result", GOOD_RESULTS, ids=repr)
def test_a_good_result_passes_the_stock_check_and_ours(result: Any, applied: bool) -> None:
    if applied:
        apply()
    assert RemoteAction("action_hello", None)._validate_action_result(result) is True


@pytest.mark.parametrize("applied", [False, True], ids=["stock", "ours"])
@pytest.mark.parametrize("result", BAD_RESULTS, ids=repr)
def test_a_bad_result_fails_the_stock_check_and_ours(result: Any, applied: bool) -> None:
    if applied:
        apply()
    with pytest.raises(ValidationError):
        RemoteAction("action_hello", None)._validate_action_result(result)


async def test_rasa_checks_what_an_action_gives_through_our_check() -> None:
    apply()
    assert await run_action(ActionServer(GOOD_RESULTS[0])) == [SlotSet("turn", 1)]
    with pytest.raises(ValidationError):
        await run_action(ActionServer({"events": {}}))


async def test_stock_checks_the_schema_itself_on_every_call_and_ours_never_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    checked = list[object]()
    validator = type(rasa_turn._action_result_validator())
    stock_check = validator.check_schema

    def check_schema(schema: object) -> None:
        checked.append(schema)
        stock_check(schema)

    monkeypatch.setattr(validator, "check_schema", check_schema)
    for _ in range(3):
        await run_action(ActionServer({}))
    assert len(checked) == 3
    apply()
    for _ in range(3):
        await run_action(ActionServer({}))
    assert len(checked) == 3


@pytest.mark.parametrize(
    "event",
    [
        {"event": "slot", "timestamp": None, "name": 1, "value": 1},
        {"event": "slot", "timestamp": None, "name": "turn"},
        {"event": "slot", "timestamp": "now", "name": "turn", "value": 1},
        {"event": ["slot"], "timestamp": None, "name": "turn", "value": 1},
        {"event": "user", "text": "hello", "parse_data": {"entities": [{"entity": 1, "value": 1}]}},
    ],
    ids=repr,
)
def test_an_event_of_another_form_than_those_that_passed_is_checked(event: dict[str, Any]) -> None:
    apply()
    check = RemoteAction("action_hello", None)._validate_action_result
    assert check(GOOD_RESULTS[0])
    good = {"event": "user", "text": "hello", "parse_data": {"entities": [{"entity": "a", "value": 1}]}}
    assert check({"events": [good]})
    with pytest.raises(ValidationError):
        check({"events": [event]})


def test_an_event_of_a_form_that_passed_is_not_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    apply()
    check = RemoteAction("action_hello", None)._validate_action_result
    assert check(GOOD_RESULTS[0])
    monkeypatch.delattr(rasa_turn, "_action_result_validator")
    other = {"event": "slot", "timestamp": None, "name": "other", "value": 2}
    assert check({"events": [other], "responses": [{"custom": {}}]})


# The classes of events


def test_every_class_of_events_is_found_as_stock_finds_it() -> None:
    classes = [event for event in all_subclasses(Event) if event.type_name]
    stock = [Event.resolve_by_type(event.type_name) for event in classes]
    apply()
    assert [Event.resolve_by_type(event.type_name) for event in classes] == stock
    assert Event.resolve_by_type("unknown", SessionStarted) is SessionStarted
    with pytest.raises(ValueError, match="unknown"):
        Event.resolve_by_type("unknown")


# What is sent to an action, and over which connection


def test_stock_sends_the_whole_session_and_the_domain_and_we_send_this_turn() -> None:
    session = tracker(user("greet"), ActionExecuted(LISTEN), user("greet"), SlotSet("turn", 1))
    action = RemoteAction("action_hello", None)
    stock = action._action_call_format(session, DOMAIN)
    apply()
    ours = action._action_call_format(session, DOMAIN)
    assert len(stock["tracker"]["events"]) == len(session.events)
    assert "domain" in stock
    assert [event["event"] for event in ours["tracker"]["events"]] == ["user", "slot"]
    assert "domain" not in ours
    assert {**ours["tracker"], "events": None} == {**stock["tracker"], "events": None}


async def test_calls_of_actions_share_a_connection() -> None:
    peers = []

    async def answer(request: web.Request) -> web.Response:
        peers.append(request.transport.get_extra_info("peername"))
        return web.json_response({"events": [], "responses": []})

    application = web.Application()
    application.router.add_post("/webhook", answer)
    async with TestServer(application) as server:
        for use in (lambda: None, apply):
            use()
            endpoint = EndpointConfig(str(server.make_url("/webhook")))
            await run_action(endpoint)
            await run_action(endpoint)
        await endpoint._kept_session.close()
    assert peers[0] != peers[1]
    assert peers[2] == peers[3]


# Domains


@pytest.mark.parametrize("domain", [DOMAIN, Domain.empty()])
def test_a_domain_is_compared_with_an_empty_one_once(domain: Domain, monkeypatch: pytest.MonkeyPatch) -> None:
    expected, made = domain.is_empty(), []
    apply()
    domain.__dict__.pop("_is_empty", None)
    stock = Domain.empty
    monkeypatch.setattr(Domain, "empty", staticmethod(lambda: made.append(1) or stock()))

    assert [domain.is_empty() for _ in range(3)] == [expected] * 3
    assert len(made) == 1
