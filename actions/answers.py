"""Questions that people ask, follow-ups to them, and what lies outside Express Entry."""

from __future__ import annotations

from datetime import date

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.memory import entity, intent_of, person_of, say, store
from bot.replies import conversation
from bot.replies.answers import about_what, answer_reply, follow_up, where_reply
from bot.replies.reply import Reply
from bot.store import Person
from express_entry.answers import OUT_OF_SCOPE, Answer, answers, situation
from express_entry.profile import parse_profile

LAST = "answer"
"""The slot that holds the id of the answer given last, for "and for my wife?" and "how much?"."""
FOLLOW_UPS = {
    "follow_partner": "partner",
    "follow_cost": "cost",
    "follow_where": "where",
    "follow_time": "time",
}


class ActionAnswer(Action):
    """Says the answer of ``data/answers`` that was asked for, as it fits what the person has told."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Answer, and remember what was answered."""
        person, intent = person_of(tracker), intent_of(tracker)
        if intent in FOLLOW_UPS:
            return _follow(dispatcher, person, tracker.get_slot(LAST), FOLLOW_UPS[intent])
        asked = answers().get(entity(tracker, "answer") or tracker.latest_message.get("answer") or "")
        if asked is None:
            outside = conversation.out_of_scope if intent == OUT_OF_SCOPE else conversation.help_menu
            say(dispatcher, outside(person.language))
            return []
        return _say(dispatcher, asked, _reply(person, asked))


def _say(dispatcher: CollectingDispatcher, asked: Answer, reply: Reply) -> list[EventType]:
    say(dispatcher, reply)
    return [SlotSet(LAST, asked.id)]


def _reply(person: Person, asked: Answer) -> Reply:
    today = date.today()
    document = store().profile(person.id)
    known = situation(parse_profile(document), today) if document else {}
    return answer_reply(person.language, asked, known, today)


def _follow(dispatcher: CollectingDispatcher, person: Person, last: str | None, kind: str) -> list[EventType]:
    before = answers().get(last or "")
    if before is None:
        say(dispatcher, about_what(person.language))
        return []
    meant = follow_up(before, kind)
    if meant is not None:
        return _say(dispatcher, meant, _reply(person, meant))
    say(dispatcher, where_reply(person.language, before, date.today()))
    return []
