"""Answers that need no profile: greeting, help, language, and what the bot does not know."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, UserUtteranceReverted
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.memory import LOOP, Answering, Turn, speak, store
from bot.dialogue.state import under_way
from bot.languages import Language
from bot.nlu.care import GLAD, feeling, only_feels
from bot.nlu.language import asks_briefly, language_named
from bot.nlu.social import introduces
from bot.replies import conversation as replies
from bot.replies.buttons import WITH_SCORE
from bot.replies.intake import next_steps
from bot.replies.reply import Reply


def _greet(turn: Turn) -> Reply:
    if turn.text and introduces(turn.text, turn.lang, turn.today):
        return replies.introduced(turn.lang, begun=under_way(turn.state))
    begun = under_way(turn.state) or bool(store().scores(turn.person.id))
    return replies.welcome_back(turn.lang) if begun else replies.welcome(turn.lang)


def _change_language(turn: Turn) -> Reply:
    named = turn.value or language_named(turn.text)
    wanted = next((lang for lang in _OTHER if lang == named), _OTHER[turn.lang])
    if not turn.value and not asks_briefly(turn.text):
        return replies.ask_language(turn.lang, wanted)
    store().set_language(turn.person.id, wanted)
    return replies.language(wanted, changed=wanted != turn.lang)


def _felt(turn: Turn) -> Reply | None:
    """A kind line to whoever says what they feel; what can be done stands below where more is said than that
    and no question waits."""
    felt = feeling(turn.text)
    if felt is None or (felt == GLAD and not only_feels(turn.text)):
        return None
    return replies.care(turn.lang, felt, alone=only_feels(turn.text) or under_way(turn.state))


_OTHER: Mapping[Language, Language] = {"en": "fr", "fr": "en"}
_SPECIAL: Mapping[str, Callable[[Turn], Reply]] = {
    "greet": _greet,
    "change_language": _change_language,
    "goodbye": lambda turn: replies.goodbye(turn.lang, kept=not turn.person.ephemeral),
    "help": lambda turn: (replies.more if turn.value == WITH_SCORE else replies.help_menu)(turn.lang),
    "third_language": lambda turn: replies.third_language(turn.lang),
    "talk_to_human": lambda turn: replies.human(turn.lang),
    "thanks": lambda turn: _felt(turn) or replies.plain(turn.lang, turn.intent),
    "complaint": lambda turn: _felt(turn) or replies.complaint(turn.lang),
}


class ActionConversation(Answering):
    """Small talk and help."""

    called = "action_conversation"

    def reply(self, turn: Turn) -> Reply:
        """One short answer for the intent of the message."""
        special = _SPECIAL.get(turn.intent)
        return special(turn) if special else replies.plain(turn.lang, turn.intent)


class ActionDefaultFallback(Action):
    """Not understood: the likeliest meanings as buttons."""

    def name(self) -> str:
        return "action_default_fallback"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Offer what was perhaps meant; the intake reads the message instead where it may concern it."""
        turn = Turn.of(tracker)
        concerns = (
            under_way(turn.state)
            or bool(turn.heard.facts)
            or turn.follows is not None
            or turn.pointed is not None
        )
        if concerns and tracker.active_loop.get("name") != LOOP:
            return [FollowupAction(LOOP)]
        steps = next_steps(turn.lang, turn.told, turn.state)
        offered = replies.offer(turn.lang, turn.heard.meanings, steps)
        shown = speak(dispatcher, tracker, turn.message_id, (offered,))
        return [UserUtteranceReverted(), *shown]


class ActionDefaultAskAffirmation(ActionDefaultFallback):
    """Rasa's own would need sentences in the domain."""

    def name(self) -> str:
        return "action_default_ask_affirmation"


class ActionDefaultAskRephrase(ActionDefaultFallback):
    """Rasa's own would need sentences in the domain."""

    def name(self) -> str:
        return "action_default_ask_rephrase"
