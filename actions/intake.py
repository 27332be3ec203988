"""The intake: reads every message first, keeps what it told, asks what comes next.

Rasa runs ``validate_intake`` on every message while the loop ``intake`` is active. The store, not Rasa,
knows where the person stands, so that a repeated message or a restarted process changes nothing.
"""

from __future__ import annotations

from datetime import date

from rasa_sdk import Action, Tracker
from rasa_sdk.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    EventType,
    SessionStarted,
    SlotSet,
)
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.answers import reply_to
from actions.memory import entity, intent_of, meanings, person_of, say, state_of, store, told
from bot.dialogue.commands import ask_again
from bot.dialogue.message import Case, Message, Outcome
from bot.dialogue.state import State, under_way
from bot.dialogue.step import step
from bot.facts import Fact
from bot.nlu.language import asks
from bot.replies.conversation import could_not_answer
from bot.replies.intake import in_words
from bot.store import RevisionMoved

LOOP = "intake"
TRIES = 3
"""How often a message is decided anew because another one of the same person was confirmed meanwhile."""


class ValidateIntake(Action):
    """One step of the intake."""

    def name(self) -> str:
        """The name by which Rasa's form calls it."""
        return f"validate_{LOOP}"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Take the latest message: store what it confirmed, then say what comes next."""
        for _ in range(TRIES - 1):
            try:
                return self._take(dispatcher, tracker)
            except RevisionMoved:
                continue
        return self._take(dispatcher, tracker)

    def _take(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        who = person_of(tracker)
        state, revision = state_of(who)
        case = Case(who.language, told(who), state, date.today())
        message_id = str(tracker.latest_message.get("message_id") or "")
        if store().was_read(who.id, message_id):
            if state.stage == "done" and not _comes_after_a_side_question(tracker):
                return _finished(revision)
            if _left_unanswered(tracker):
                say(dispatcher, could_not_answer(case.lang, str(tracker.latest_message.get("text"))))
            say(dispatcher, *in_words(case.lang, ask_again(case)))
            return _waiting(state, revision)
        outcome = step(_message(tracker), case)
        store().confirm(
            who.id,
            message_id,
            outcome.answers,
            outcome.withdrawn,
            state=outcome.state.dict(),
            revision=revision,
        )
        asides = tracker.latest_message.get("asides")
        if asides and not outcome.refused:
            say(dispatcher, reply_to(who, asides))
        say(dispatcher, *in_words(case.lang, outcome.says))
        return _events(outcome, revision + 1)


def _message(tracker: Tracker) -> Message:
    latest = tracker.latest_message
    button = {name: entity(tracker, name) for name in ("question", "value")}
    text = str(latest.get("text") or "")
    return Message(
        text=text,
        intent=intent_of(tracker),
        facts=tuple(Fact(**fact) for fact in latest.get("facts") or ()),
        button={name: value for name, value in button.items() if value is not None},
        meanings=meanings(tracker),
        asks=asks(text),
    )


def _events(outcome: Outcome, turn: int) -> list[EventType]:
    if outcome.refused:
        return [SlotSet("turn", turn), ActionExecutionRejected(LOOP)]
    return _finished(turn) if outcome.finished else _waiting(outcome.state, turn)


def _finished(turn: int) -> list[EventType]:
    """Ends the loop; a rule lets the score follow."""
    return [SlotSet("turn", turn), SlotSet("requested_slot", None)]


def _waiting(state: State, turn: int) -> list[EventType]:
    return [SlotSet("turn", turn), SlotSet("requested_slot", state.question or state.stage)]


def _comes_after_a_side_question(tracker: Tracker) -> bool:
    """Whether another action has answered this message already; if not, it is one that was sent again."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "action":
            return True
    return False


def _left_unanswered(tracker: Tracker) -> bool:
    """Whether another action took this message and failed before it said anything."""
    tried = False
    for event in reversed(tracker.events):
        if event.get("event") in ("user", "bot"):
            return tried and event["event"] == "user"
        tried = tried or (event.get("event") == "action" and event.get("name") != LOOP)
    return False


class SessionStart(Action):
    """Begins one of Rasa's short sessions where the person stands, be it after a minute or a month."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_session_start"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Restore the loop from the store."""
        state, _ = state_of(person_of(tracker))
        loop = [ActiveLoop(LOOP), SlotSet("requested_slot", state.question or state.stage)]
        return [SessionStarted(), *(loop if under_way(state) else []), ActionExecuted("action_listen")]
