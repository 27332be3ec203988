"""Deadlines: an invitation that came, what ends when, and reminders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.memory import entity, intent_of, person_of, say, store
from actions.rounds import alerts
from bot.dialogue import plans
from bot.nlu.planning import day_named, names
from bot.replies import timeline as replies
from bot.replies import words
from bot.replies.buttons import COSTS, DOCUMENTS
from bot.replies.conversation import calculated
from bot.replies.reply import Reply
from bot.settings import Settings
from bot.sources.rounds import history
from bot.store import Person
from bot.store.subscriptions import PUSHED
from express_entry.profile import parse_profile
from express_entry.timeline import timeline

ROUNDS_OFFERED = 5
"""How many days of rounds are offered as the day of an invitation."""


@dataclass(frozen=True)
class Asked:
    """A message about deadlines."""

    person: Person
    sender_id: str
    text: str
    value: str
    today: date

    @property
    def day(self) -> date | None:
        """The day that a button carries or the text tells."""
        try:
            return date.fromisoformat(self.value)
        except ValueError:
            return day_named(self.text, self.person.language, self.today)


class ActionTimeline(Action):
    """Keeps the days that are told, and says what follows from them."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_timeline"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """A day that was told, a wish about reminders, or the days ahead."""
        text = str(tracker.latest_message.get("text") or "")
        asked = Asked(
            person=person_of(tracker),
            sender_id=tracker.sender_id,
            text="" if text.startswith("/") else text,
            value=str(entity(tracker, "value") or ""),
            today=date.today(),
        )
        say(dispatcher, _ANSWERS[intent_of(tracker)](asked))
        return []


def _invited(asked: Asked) -> Reply:
    person, lang = asked.person, asked.person.language
    if asked.value == "none":
        store().change_plan(person.id, lambda plan: plans.with_date(plan, "ita", None))
        return _ahead(asked).after(words(lang)("ita-forgotten"))
    day = asked.day
    if day is None or day > asked.today:
        rounds = history(Settings.from_environment().data_dir).until(asked.today).rounds
        days = sorted({each.date for each in rounds[-3 * ROUNDS_OFFERED :]}, reverse=True)[:ROUNDS_OFFERED]
        return replies.ask_ita(lang, days, asked.today, "ita-in-future" if day else "ask-ita-date")
    store().change_plan(person.id, lambda plan: plans.with_date(plan, "ita", day))
    return _ahead(asked).after(words(lang)("ita-noted", date=day))


def _deadlines(asked: Asked) -> Reply:
    person = asked.person
    if asked.value == "remind":
        alerts().remind(person.id, asked.today)
        pushed = store().channel_of(asked.sender_id) in PUSHED
        return replies.reminders(person.language, pushed, kept=not person.ephemeral)
    if asked.value == "remind_off":
        return replies.no_more_reminders(person.language, alerts().stop_reminders(person.id))
    day = asked.day
    if day is not None and day <= asked.today and names(asked.text, "submitted"):
        store().change_plan(person.id, lambda plan: plans.with_date(plan, "profile", day))
        return _ahead(asked).after(words(person.language)("profile-date-noted", date=day))
    return _ahead(asked)


def _ahead(asked: Asked) -> Reply:
    person = asked.person
    plan = store().plan(person.id)
    profile, dates = parse_profile(store().profile(person.id)), plans.dates(plan)
    found = timeline(profile, asked.today, dates, plans.around(plan))
    reminded = alerts().is_reminded(person.id)
    return calculated(replies.deadlines_reply(person.language, found, dates, reminded, DOCUMENTS, COSTS))


_ANSWERS: dict[str, Callable[[Asked], Reply]] = {"told_ita": _invited, "ask_deadlines": _deadlines}
