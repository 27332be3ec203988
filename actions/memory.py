"""Whose turn it is, and the store in which everything about them stands."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.versions import data_version, model_version
from bot.dialogue.state import State
from bot.dialogue.told import Told, flatten
from bot.nlu.decision import POSSIBLE
from bot.replies.reply import Reply
from bot.settings import Settings
from bot.store import Person, Store
from express_entry.answers import Answer

LAST = "answer"
"""The slot with the id of the answer given last."""


@lru_cache(maxsize=1)
def store() -> Store:
    """The store of this process."""
    return Store(Settings.from_environment().database_url)


def person_of(tracker: Tracker) -> Person:
    """Who is talking. Raises UnknownConversation when everything about them has been erased."""
    return store().person_of(tracker.sender_id)


def told(person: Person) -> Told:
    """What the person has told, by path."""
    return flatten(store().profile(person.id))


def answered(asked: Answer | None) -> list[EventType]:
    """What makes Rasa remember the question that was answered, for "and for my wife?"."""
    return [SlotSet(LAST, asked.id)] if asked is not None else []


def state_of(person: Person) -> tuple[State, int]:
    """Where they stand in the intake, and the revision to hand back when that changes."""
    kept = store().state(person.id)
    return State.parse_obj(kept.document), kept.revision


def say(dispatcher: CollectingDispatcher, *replies: Reply) -> None:
    """Send replies to the channel, each with the versions that gave it."""
    versions = {"data": data_version(), "model": model_version()}
    for reply in replies:
        traced = replace(reply, meta={**versions, **reply.meta})
        dispatcher.utter_message(json_message=traced.as_json())


def intent_of(tracker: Tracker) -> str:
    """What the last message was taken to mean."""
    return str((tracker.latest_message.get("intent") or {}).get("name") or "")


def meanings(tracker: Tracker) -> tuple[str, ...]:
    """Labels that the last message may have had, the likeliest first; none where nothing was likely."""
    if tracker.latest_message.get("decision") != "offer":
        return ()
    ranking = tracker.latest_message.get("intent_ranking") or []
    return tuple(guess["name"] for guess in ranking if guess["confidence"] >= POSSIBLE)


def entity(tracker: Tracker, name: str) -> Any:
    """What a button carried under ``name``."""
    entities = tracker.latest_message.get("entities") or []
    return next((found["value"] for found in entities if found["entity"] == name), None)
