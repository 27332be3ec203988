"""Whether a person may enter the pool, program by program, and which categories of rounds they fit."""

from __future__ import annotations

from datetime import date

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.memory import entity, intent_of, person_of, say, store
from bot.replies.conversation import calculated
from bot.replies.eligibility import categories_reply, eligibility_reply, grid_reply, nothing_told
from express_entry.categories import categories
from express_entry.profile import parse_profile
from express_entry.programs import eligibilities

GRID = "grid"
"""What the button for the 67-point grid carries."""


class ActionEligibility(Action):
    """Judges the stored profile by today's rules; what was not told is named, never guessed."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_eligibility"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Programs, or categories, as the message asks."""
        person, today = person_of(tracker), date.today()
        document = store().profile(person.id)
        if not document:
            say(dispatcher, nothing_told(person.language))
            return []
        profile = parse_profile(document)
        if intent_of(tracker) == "ask_category":
            say(dispatcher, calculated(categories_reply(person.language, categories(profile, today))))
            return []
        found = eligibilities(profile, today)
        if entity(tracker, "value") == GRID:
            say(dispatcher, calculated(grid_reply(person.language, found["fsw"])))
        else:
            say(dispatcher, calculated(eligibility_reply(person.language, list(found.values()))))
        return []
