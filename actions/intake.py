"""The intake: reads every message first, keeps what it told, asks what comes next.

Rasa runs ``validate_intake`` on every message while the loop ``intake`` is active. The store, not Rasa,
knows where the person stands, so that a repeated message or a restarted process changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

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

from actions.asides import beside, calculating, with_own_question
from actions.improve import ActionImprove
from actions.memory import LAST, LOOP, SHOWN, SUPPOSED, Turn, is_courtesy, say, speak, store, with_languages
from actions.points import remembered
from bot.dialogue.commands import ask_again, say_again
from bot.dialogue.message import Case, Outcome
from bot.dialogue.pointing import SCORE, Pointed
from bot.dialogue.saying import OnTheTable, Total
from bot.dialogue.shown import Shown
from bot.dialogue.state import State, under_way
from bot.dialogue.step import step
from bot.nlu.asides import PERHAPS
from bot.replies.answers import MOST_BUTTONS, tidied
from bot.replies.conversation import could_not_answer
from bot.replies.intake import in_words
from bot.replies.reply import Reply
from bot.store import RevisionMoved

BESIDE_A_QUESTION = 2
"""Buttons of an answer below which a question is asked with buttons of its own."""
TRIES = 3
"""How often a message is decided anew because another one of the same person was confirmed meanwhile."""


class ValidateIntake(Action):
    """One step of the intake."""

    def name(self) -> str:
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
        turn = Turn.of(tracker)
        case = Case(turn.lang, turn.told, turn.state, turn.today)
        if store().was_read(turn.person.id, turn.message_id):
            after_another = _comes_after_a_side_question(tracker)
            if case.state.stage == "done" and not after_another:
                return _finished(turn.revision)
            if _left_unanswered(tracker):
                say(dispatcher, could_not_answer(turn.lang, turn.heard.text))
            again = ask_again(case) if after_another else say_again(case)
            if not (after_another and is_courtesy(turn)):
                say(dispatcher, *in_words(turn.lang, again))
            before = Shown.parse_obj(tracker.get_slot(SHOWN) or {})
            asked = [SlotSet(SHOWN, before.answering("").dict())] if again else []
            return [*asked, *_waiting(case.state, turn.revision)]
        if turn.pointed is not None and turn.follows is None:
            return self._beside(turn, dispatcher, tracker, turn.pointed)
        keeps = turn.follows == "keep" and turn.supposed_facts
        if turn.follows is not None and not keeps:
            return self._beside(turn, dispatcher, tracker)
        outcome = step(turn.supposed_as_told() if keeps else turn.heard, case)
        store().confirm(
            turn.person.id,
            turn.message_id,
            outcome.answers,
            outcome.withdrawn,
            state=outcome.state.dict(),
            revision=turn.revision,
        )
        asking = turn if outcome.refused or not takes(outcome, case) else with_own_question(turn)
        answered = () if outcome.refused else beside(asking)
        asks = any(isinstance(said.subject, OnTheTable) for said in outcome.says)
        answered = tuple(tidied(each, BESIDE_A_QUESTION if asks else MOST_BUTTONS) for each in answered)
        aside, kept = next(iter(answered), None), in_words(turn.lang, outcome.says)
        says = (*kept, *answered) if turn.heard.wished else (*answered, *kept)
        says = (*(with_languages(turn, said) for said in says[:1]), *says[1:])
        about = _about(asking, answered, outcome)
        shown = speak(dispatcher, tracker, turn.message_id, says, about=about)
        return [*shown, *_remembered(turn, aside, outcome), *_events(outcome, turn.revision + 1)]

    def _beside(
        self, turn: Turn, dispatcher: CollectingDispatcher, tracker: Tracker, pointed: Pointed | None = None
    ) -> list[EventType]:
        """What goes on from what was shown last: a side question, whatever its words alone would mean."""
        waits = under_way(turn.state)
        state = turn.state.but(unsaid=turn.state.unsaid + 1) if waits else turn.state
        store().confirm(turn.person.id, turn.message_id, {}, (), state=state.dict(), revision=turn.revision)
        now = Turn.of(tracker)
        if pointed is None:
            said = ActionImprove().say(now, dispatcher, tracker)
        else:
            said = calculating(pointed.label).say(now.asking(pointed), dispatcher, tracker)
        return [*said, *_waiting(state, turn.revision + 1)]


def _about(turn: Turn, answered: Sequence[Reply], outcome: Outcome) -> str | None:
    """The label of what a message that points at what was shown is about from now on; "" for the question on
    the table."""
    if any(isinstance(said.subject, Total) for said in outcome.says):
        return SCORE
    if any(isinstance(said.subject, OnTheTable) for said in outcome.says):
        return ""
    if SCORE in turn.heard.wished:
        return SCORE
    return turn.asides[0] if answered and not turn.asides[0].startswith(PERHAPS) else None


def takes(outcome: Outcome, case: Case) -> bool:
    """Whether the message was taken as an answer: it told something, or settled what was in doubt."""
    return bool(outcome.answers) or outcome.state.doubts != case.state.doubts


def _remembered(turn: Turn, aside: Reply | None, outcome: Outcome) -> list[EventType]:
    """What a follow-up is about: the question answered beside what was told; no what-if once more is told."""
    if aside is not None and (last := aside.meta.get("answer") or remembered(turn)):
        return [SlotSet(LAST, last)]
    forgotten = outcome.answers and (turn.last or "").startswith(SUPPOSED)
    return [SlotSet(LAST, None)] if forgotten else []


def _events(outcome: Outcome, count: int) -> list[EventType]:
    if outcome.refused:
        return [SlotSet("turn", count), ActionExecutionRejected(LOOP)]
    return _finished(count) if outcome.finished else _waiting(outcome.state, count)


def _finished(count: int) -> list[EventType]:
    """Ends the loop; a rule lets the score follow."""
    return [SlotSet("turn", count), SlotSet("requested_slot", None)]


def _waiting(state: State, count: int) -> list[EventType]:
    return [SlotSet("turn", count), SlotSet("requested_slot", state.question or state.stage)]


def _comes_after_a_side_question(tracker: Tracker) -> bool:
    """Whether another action has answered this message already; if not, it is one that was sent again."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "action" and event.get("name") != LOOP:
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
        return "action_session_start"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Restore the loop from the store."""
        state = Turn.of(tracker).state
        loop = [ActiveLoop(LOOP), SlotSet("requested_slot", state.question or state.stage)]
        return [SessionStarted(), *(loop if under_way(state) else []), ActionExecuted("action_listen")]
