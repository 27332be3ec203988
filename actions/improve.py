"""What would change the score: what can be done, what is supposed, what age takes, who applies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.memory import intent_of, person_of, say, store
from bot.dialogue.reading import read_answers
from bot.dialogue.told import flatten, nest
from bot.nlu.facts import read
from bot.replies.buttons import payload
from bot.replies.reply import Reply
from bot.replies.score import nothing_told
from bot.replies.whatif import age_reply, improve_reply, principal_reply, suppose_reply, ways_reply
from bot.store import Person
from express_entry.profile import Profile, ProfileError, parse_profile
from express_entry.whatif import MOST_CHANGES, merged, suppose, ways_to, what_if

LOWEST_TARGET, HIGHEST_TARGET = 100, 1200
"""A number between these in "how do I get to 500?" is a score to reach."""

PARTNERED = ("married", "common_law")

Document = Mapping[str, Any]


class ActionImprove(Action):
    """Consequences of published rules, exactly calculated; nothing of it is stored."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_improve"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Answer the kind of question that was asked."""
        person = person_of(tracker)
        document = store().profile(person.id)
        if not document:
            say(dispatcher, nothing_told(person.language))
            return []
        answer = _ANSWERS.get(intent_of(tracker), _improve)
        text = str(tracker.latest_message.get("text") or "")
        say(dispatcher, answer(person, document, text, date.today()))
        return []


def _improve(person: Person, document: Document, text: str, on: date) -> Reply:
    profile = parse_profile(document)
    found = what_if(profile, on)
    if target := _target(text):
        ways = ways_to(profile, on, target)
        return ways_reply(person.language, found.base, target, ways, MOST_CHANGES)
    return improve_reply(person.language, found)


def _suppose(person: Person, document: Document, text: str, on: date) -> Reply:
    """ "What if I get 8 in listening?": the supposed facts are read from the message, and only scored."""
    facts = read(text, person.language, on, supposed=True)
    told = flatten(document)
    reading = read_answers(facts, None, told, {}, on)
    supposed = {
        **{path: draft for path, draft in reading.drafts.items() if "test" in draft},
        **reading.answers,
    }
    if not supposed:
        return _improve(person, document, text, on)
    try:
        profile = parse_profile(merged(document, nest(supposed)))
    except ProfileError:
        return _improve(person, document, text, on)
    found = suppose(parse_profile(document), profile, on)
    return suppose_reply(person.language, found, payload("save", value=supposed))


def _age(person: Person, document: Document, text: str, on: date) -> Reply:
    profile = parse_profile(document)
    found = what_if(profile, on)
    return age_reply(person.language, found.base, found.age_drops, found.expiries, _age_told(profile))


def _principal(person: Person, document: Document, text: str, on: date) -> Reply:
    return principal_reply(person.language, what_if(parse_profile(document), on).principal)


_ANSWERS: dict[str, Callable[[Person, Document, str, date], Reply]] = {
    "ask_improve": _improve,
    "ask_whatif": _suppose,
    "ask_age_drop": _age,
    "ask_principal": _principal,
}


def _age_told(profile: Profile) -> bool:
    return profile.birth_date is not None or profile.age is not None


def _target(text: str) -> int | None:
    """The score that a message wants to reach, if it names one."""
    numbers = [
        int(word) for word in "".join(c if c.isdigit() else " " for c in text).split() if len(word) <= 4
    ]
    return next((number for number in numbers if LOWEST_TARGET <= number <= HIGHEST_TARGET), None)
