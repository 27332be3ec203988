"""The personal checklist: what to start first, stage by stage, and what the person has already."""

from __future__ import annotations

from datetime import date

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.memory import answered, entity, person_of, say, store
from bot.dialogue import plans
from bot.nlu.planning import names
from bot.replies.conversation import calculated
from bot.replies.documents import about_reply, documents_reply, letter_reply, stage_reply
from bot.replies.reply import Reply
from bot.store import Person
from express_entry.answers import for_intent
from express_entry.circumstances import QUESTIONS
from express_entry.documents import STAGES, checklist, entries
from express_entry.profile import parse_profile


class ActionDocuments(Action):
    """Answers from the stored profile and plan; a tick is kept before it is shown."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_documents"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """A button's wish, or what the message names."""
        text = str(tracker.latest_message.get("text") or "")
        wish = str(entity(tracker, "value") or ("" if text.startswith("/") else _wish(text)))
        say(dispatcher, _answer(person_of(tracker), wish))
        return answered(for_intent("ask_documents"))


def _wish(text: str) -> str:
    if names(text, "letter"):
        return "letter"
    return "stage:application:0" if names(text, "application") else ""


def _answer(person: Person, wish: str) -> Reply:
    what, _, rest = wish.partition(":")
    if what == "letter":
        return letter_reply(person.language)
    if what in ("is", "not") and rest in QUESTIONS:
        store().change_plan(person.id, lambda plan: plans.with_fact(plan, rest, what == "is"))
    if what in ("about", "is", "not"):
        return about_reply(person.language, vars(plans.around(store().plan(person.id))))
    if what in ("have", "lack"):
        document, _, rest = rest.partition(":")
        if document in {entry.id for entry in entries()}:
            store().change_plan(person.id, lambda plan: plans.ticked(plan, document, what == "have"))
    stage, _, start = rest.partition(":")
    return _list(person, stage, int(start) if start.isdecimal() else 0)


def _list(person: Person, stage: str, start: int) -> Reply:
    document, plan = store().profile(person.id), store().plan(person.id)
    found = checklist(parse_profile(document), date.today(), plans.around(plan))
    if stage in STAGES:
        return stage_reply(person.language, found, stage, plans.having(plan), start)
    return calculated(documents_reply(person.language, found, plans.having(plan), bool(document)))
