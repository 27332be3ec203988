"""A person's data: what is kept, for how long, and their say in it."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.memory import intent_of, person_of, say, store, told
from bot.replies import conversation as replies


class ActionPrivacy(Action):
    """Shows what is kept, and gives or withdraws consent. Erasing is the intake's, since it asks first."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_privacy"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Do what was asked, in the store before it is said."""
        person, intent = person_of(tracker), intent_of(tracker)
        if intent == "consent_give":
            store().give_consent(person.id)
            reply = replies.consent(person.language, given=True)
        elif intent == "consent_withdraw":
            store().withdraw_consent(person.id)
            reply = replies.consent(person.language, given=False)
        elif intent == "export_data":
            reply = replies.everything_kept(person.language, person.id, told(person))
        else:
            reply = replies.privacy(person.language, person.id, kept=not person.ephemeral)
        say(dispatcher, reply)
        return []
