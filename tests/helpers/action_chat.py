"""A conversation with the actions over a real store, without Rasa's server."""

from __future__ import annotations

import json
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.costs import ActionCosts
from actions.documents import ActionDocuments
from actions.files import ActionFiles
from actions.rounds import ActionRounds
from actions.timeline import ActionTimeline
from bot.store import Conversation, Store

ACTIONS = {
    "ask_documents": ActionDocuments(),
    "ask_costs": ActionCosts(),
    "ask_deadlines": ActionTimeline(),
    "told_ita": ActionTimeline(),
    "export_file": ActionFiles(),
    "import_file": ActionFiles(),
    "unsubscribe": ActionRounds(),
}
PROFILE = {
    "birth_date": "1995-01-10",
    "marital_status": "never_married",
    "family_size": 1,
    "education": "masters_or_professional",
    "education_country_is_canada": False,
    "foreign_work_years": 3,
    "canadian_work_years": 0,
}


class Chat:
    """One conversation, and what was last said in it."""

    def __init__(self, store: Store, talk: Conversation) -> None:
        self.store, self.talk = store, talk
        self.said: list[dict[str, Any]] = []
        self._count = 0

    @property
    def text(self) -> str:
        return "\n".join(reply["text"] for reply in self.said)

    def button(self, title: str) -> str:
        """The payload of the button whose caption contains ``title``."""
        return next(
            button["payload"]
            for reply in self.said
            for button in reply["buttons"]
            if title in button["title"]
        )

    def send(self, intent: str, text: str = "", **entities: str) -> Chat:
        """What an action says to a message of this meaning."""
        self._count += 1
        latest = {
            "text": text or f"/{intent}",
            "intent": {"name": intent},
            "message_id": str(self._count),
            "entities": [{"entity": name, "value": value} for name, value in entities.items()],
        }
        tracker = Tracker(self.talk.sender_id, {}, latest, [], False, None, {}, None)
        dispatcher = CollectingDispatcher()
        ACTIONS[intent].run(dispatcher, tracker, {})
        self.said = [message["custom"] for message in dispatcher.messages]
        return self

    def press(self, title: str) -> Chat:
        """Press a button of the last message."""
        name, _, entities = self.button(title).removeprefix("/").partition("{")
        return self.send(name, **(json.loads("{" + entities) if entities else {}))
