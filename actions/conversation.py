"""Answers that need no profile: greeting, help, language, and what the bot does not know."""

from __future__ import annotations

from collections.abc import Callable

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, UserUtteranceReverted
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.intake import LOOP
from actions.memory import entity, intent_of, meanings, person_of, say, state_of, store
from bot.dialogue.state import under_way
from bot.nlu.language import asks_briefly, language_named
from bot.replies import conversation as replies
from bot.replies.reply import Reply
from bot.store import Language, Person


def _greet(person: Person, tracker: Tracker) -> Reply:
    state, _ = state_of(person)
    begun = under_way(state) or bool(store().scores(person.id))
    return replies.welcome_back(person.language) if begun else replies.welcome(person.language)


def _change_language(person: Person, tracker: Tracker) -> Reply:
    text = str(tracker.latest_message.get("text") or "")
    pressed = entity(tracker, "value")
    named = pressed or language_named(text)
    wanted = next((lang for lang in _OTHER if lang == named), _OTHER[person.language])
    if not pressed and not asks_briefly(text):
        return replies.ask_language(person.language, wanted)
    store().set_language(person.id, wanted)
    return replies.language(wanted, changed=wanted != person.language)


_OTHER: dict[Language, Language] = {"en": "fr", "fr": "en"}
_SPECIAL: dict[str, Callable[[Person, Tracker], Reply]] = {
    "greet": _greet,
    "change_language": _change_language,
    "goodbye": lambda person, _: replies.goodbye(person.language, kept=not person.ephemeral),
    "help": lambda person, _: replies.help_menu(person.language),
    "third_language": lambda person, _: replies.third_language(person.language),
    "talk_to_human": lambda person, _: replies.human(person.language),
    "complaint": lambda person, _: replies.complaint(person.language),
}


class ActionConversation(Action):
    """Small talk and help."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_conversation"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """One short answer for the intent of the message."""
        person, intent = person_of(tracker), intent_of(tracker)
        special = _SPECIAL.get(intent)
        say(dispatcher, special(person, tracker) if special else replies.plain(person.language, intent))
        return []


class ActionDefaultFallback(Action):
    """Not understood: the likeliest meanings as buttons."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_default_fallback"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Offer what was perhaps meant; the intake reads the message instead where it may concern it."""
        person = person_of(tracker)
        state, _ = state_of(person)
        for_the_intake = under_way(state) or bool(tracker.latest_message.get("facts"))
        if for_the_intake and tracker.active_loop.get("name") != LOOP:
            return [FollowupAction(LOOP)]
        say(dispatcher, replies.offer(person.language, meanings(tracker)))
        return [UserUtteranceReverted()]


class ActionDefaultAskAffirmation(ActionDefaultFallback):
    """Rasa's own would need sentences in the domain."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_default_ask_affirmation"


class ActionDefaultAskRephrase(ActionDefaultFallback):
    """Rasa's own would need sentences in the domain."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_default_ask_rephrase"
