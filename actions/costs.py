"""What an application costs the person's family today."""

from __future__ import annotations

from datetime import date

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.memory import answered, person_of, say, store
from bot.dialogue import plans
from bot.replies.buttons import DEADLINES, DOCUMENTS, START, TELL_MORE
from bot.replies.conversation import calculated
from bot.replies.costs import costs_reply
from bot.settings import Settings
from bot.sources.official import published
from express_entry.answers import for_intent
from express_entry.costs import as_published, costs
from express_entry.profile import parse_profile


class ActionCosts(Action):
    """Calculates from the stored profile; without one, for somebody alone."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_costs"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Every fee, the usual prices, the settlement funds."""
        person = person_of(tracker)
        document = store().profile(person.id)
        found = costs(parse_profile(document), date.today(), plans.around(store().plan(person.id)))
        found = as_published(found, published(Settings.from_environment().data_dir))
        more = START if not document else TELL_MORE if found.missing else None
        choices = (*((more,) if more else ()), DOCUMENTS, DEADLINES)
        say(dispatcher, calculated(costs_reply(person.language, found, *choices)))
        return answered(for_intent("ask_costs"))
