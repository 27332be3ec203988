"""Questions that people ask, follow-ups to them, and what lies outside Express Entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.memory import LAST, answered, entity, intent_of, person_of, say, store
from actions.versions import data_version, model_version
from bot.replies import conversation
from bot.replies.answers import (
    WHAT_CHANGED,
    about_what,
    answer_reply,
    changes_reply,
    follow_up,
    pages_reply,
    report_reply,
)
from bot.replies.reply import Reply
from bot.settings import Settings
from bot.sources.official import published
from bot.store import Person, make_engine
from bot.store.feedback import Feedback
from express_entry.answers import OUT_OF_SCOPE, Answer, answers, situation, split
from express_entry.changes import latest
from express_entry.profile import parse_profile

REPORT = "report"
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
        if intent == REPORT:
            return _report(dispatcher, person, tracker)
        if intent in FOLLOW_UPS:
            return _follow(dispatcher, person, tracker.get_slot(LAST), FOLLOW_UPS[intent])
        asked = answers().get(entity(tracker, "answer") or tracker.latest_message.get("answer") or "")
        if asked is None:
            outside = conversation.out_of_scope if intent == OUT_OF_SCOPE else conversation.help_menu
            say(dispatcher, outside(person.language))
            return []
        return _say(dispatcher, asked, _reply(person, asked))


@lru_cache(maxsize=1)
def feedback() -> Feedback:
    """Opinions about answers."""
    return Feedback(make_engine(Settings.from_environment().database_url))


def _report(dispatcher: CollectingDispatcher, person: Person, tracker: Tracker) -> list[EventType]:
    """An answer is called wrong: kept without a word of the person's, for whoever maintains the answers."""
    wrong = answers().get(str(entity(tracker, "value") or ""))
    if wrong is None:
        say(dispatcher, conversation.complaint(person.language))
        return []
    feedback().give(
        tracker.sender_id,
        int(tracker.latest_message.get("message_id") or 0),
        "down",
        channel=store().channel_of(tracker.sender_id),
        language=person.language,
        reply={"meta": {"answer": wrong.id, "data": data_version(), "model": model_version()}},
    )
    say(dispatcher, report_reply(person.language, wrong))
    return []


def reply_to(person: Person, labels: Sequence[str]) -> Reply:
    """What is said to a question asked beside facts: its answer, or buttons for what it may have been."""
    asked = answers().get(split(labels[0])[1] or "")
    if asked and len(labels) == 1:
        return _reply(person, asked)
    if labels[0] == OUT_OF_SCOPE:
        return conversation.out_of_scope(person.language)
    return conversation.also_asked(person.language, labels)


def _say(dispatcher: CollectingDispatcher, asked: Answer, reply: Reply) -> list[EventType]:
    say(dispatcher, reply)
    return answered(asked)


def _reply(person: Person, asked: Answer) -> Reply:
    today = date.today()
    document = store().profile(person.id)
    if asked.id == WHAT_CHANGED:
        return changes_reply(person.language, asked, latest(today))
    known = situation(parse_profile(document), today) if document else {}
    return answer_reply(person.language, asked, known, today, published(Settings.from_environment().data_dir))


def _follow(dispatcher: CollectingDispatcher, person: Person, last: str | None, kind: str) -> list[EventType]:
    before = answers().get(last or "")
    meant = follow_up(before, kind)
    if meant is not None:
        return _say(dispatcher, meant, _reply(person, meant))
    if before is None:
        say(dispatcher, about_what(person.language))
    else:
        say(dispatcher, pages_reply(person.language, before, kind, date.today()))
    return []
