"""Someone who talks to the whole program over HTTP."""

import itertools
import sqlite3
import sys
import time
from contextlib import closing

import httpx
import jwt

from bot.dialogue.state import State
from bot.dialogue.told import flatten

HOMES = (
    itertools.cycle(f"127.0.0.{n}" for n in range(2, 250))
    if sys.platform == "linux"
    else itertools.repeat(None)
)
"""Where they write from: many addresses, since one may open only so many conversations an hour."""


class Visitor:
    """Someone at the page. ``said`` are the bot's last messages."""

    def __init__(self, server, language="en"):
        self.server, self.language, self.shown = server, language, []
        at_home = httpx.HTTPTransport(local_address=next(HOMES))
        self.http = httpx.Client(base_url=server.address, timeout=30, transport=at_home)
        self._hear(self._patiently("/chat/session", {"language": language}))

    def _hear(self, response):
        document = response.json()
        if "token" in document:
            self.http.headers["Authorization"] = f"Bearer {document['token']}"
        self.said = [message for message in document["messages"] if message["from"] == "bot"]
        self.document = document
        self.shown += [button for message in self.said for button in message.get("buttons", [])]

    def _patiently(self, path, document):
        """Send, and again after as long as it is told to wait, as the widget does."""
        response = self.http.post(path, json=document)
        while response.status_code == 429:
            time.sleep(int(response.headers["Retry-After"]))
            response = self.http.post(path, json=document)
        assert response.status_code == 200, response.text
        return response

    def post(self, document):
        """Send anything; gives the raw response."""
        return self.http.post("/chat/messages", json=document)

    def send(self, document):
        self._hear(self._patiently("/chat/messages", document))
        return self.text

    def say(self, text, **more):
        """Type ``text``; gives what the bot answers, as one text."""
        return self.send({"text": text, **more})

    def press(self, title):
        """Press the newest button whose caption begins with ``title``."""
        for message in reversed(self.said):
            for button in message.get("buttons", []):
                if button["title"].startswith(title):
                    return self.send({"button": button["button"]})
        raise AssertionError(f"no button {title!r} under: {self.text}\n{self.buttons}")

    def press_late(self, title):
        """Press the oldest button with this caption of an earlier message."""
        now = {button["button"] for message in self.said for button in message.get("buttons", [])}
        earlier = [button for button in self.shown if button["button"] not in now]
        return self.send({"button": next(b["button"] for b in earlier if b["title"] == title)})

    def let_pass(self, days):
        """Some days without a word of somebody who wants to be remembered."""
        self.server.store.give_consent(self.person.id)
        with closing(sqlite3.connect(self.server.database)) as database, database:
            moved = (days * 86400, self.sender)
            database.execute("update events set timestamp = timestamp - ? where sender_id = ?", moved)

    @property
    def sender(self):
        token = self.http.headers["Authorization"].removeprefix("Bearer ")
        return jwt.decode(token, options={"verify_signature": False})["sub"]

    @property
    def person(self):
        return self.server.store.person_of(self.sender)

    @property
    def told(self):
        """What the store would export of the answers, by path."""
        return flatten(self.server.store.export(self.person.id)["profile"])

    @property
    def state(self):
        """Where the dialogue stands."""
        return State.parse_obj(self.server.store.state(self.person.id).document)

    @property
    def text(self):
        return "\n\n".join(message["text"] for message in self.said).replace("\u00a0", " ")

    @property
    def buttons(self):
        return [button["title"] for message in self.said for button in message.get("buttons", [])]

    @property
    def table(self):
        """The score's lines by label, and the total."""
        table = next(message["table"] for message in self.said if "table" in message)
        return {row["label"]: row["points"] for row in table["rows"]}, table["total"]["points"]

    def answer_all(self, answers, most=40):
        """Press a button, or type, for each question (known by a piece of its text), until the summary."""
        for _ in range(most):
            if "please check what I understood" in self.text:
                return
            question, answer = next(
                ((piece, reply) for piece, reply in answers.items() if piece in self.text), (None, None)
            )
            assert question, f"nobody knows what to answer to: {self.text}\n{self.buttons}"
            if answer in self.buttons:
                self.press(answer)
            else:
                self.say(answer)
        raise AssertionError(f"no end of questions: {self.text}")
