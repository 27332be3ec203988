"""The action of the stock bot that ``bench stock`` talks to: it says which age has been kept."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher


class ActionKeepAge(Action):
    """Called on each turn, as an action of ours is."""

    def name(self) -> str:
        return "action_keep_age"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        dispatcher.utter_message(text=f"Noted: you are {tracker.get_slot('age')}.")
        return []
