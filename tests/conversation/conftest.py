"""The whole program, started as `./run` starts it, and a person who talks to it over HTTP."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import httpx
import jwt
import psutil
import pytest

from bot.dialogue.state import State
from bot.dialogue.told import flatten
from bot.store import Store

ROOT = Path(__file__).parents[2]
START_SECONDS = 240


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(holds, seconds, what):
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"waited {seconds} s for {what}")
        time.sleep(0.1)


@dataclass
class Server:
    """A running program with a data folder of its own."""

    process: subprocess.Popen
    address: str
    log: Path

    def is_ready(self):
        assert self.process.poll() is None, self.log.read_text()
        try:
            return httpx.get(f"{self.address}/readyz", timeout=5).status_code == 200
        except httpx.HTTPError:
            return False

    @property
    def database(self):
        return self.log.parent / "express_entry.db"

    @cached_property
    def store(self):
        """What the program has stored, read beside it."""
        return Store(f"sqlite:///{self.database}")

    def part(self, module):
        """The process that runs ``module``."""
        return next(
            (
                child
                for child in psutil.Process(self.process.pid).children(recursive=True)
                if child.status() != psutil.STATUS_ZOMBIE and module in child.cmdline()
            ),
            None,
        )

    def kill(self, module):
        """kill -9 of one part, and wait until the launcher has replaced it."""
        before = self.part(module)
        before.send_signal(signal.SIGKILL)
        until(lambda: (now := self.part(module)) and now.pid != before.pid, 60, f"a new {module}")
        until(self.is_ready, 120, "readiness")

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


def start_server(data_dir, **environment):
    data_dir.mkdir(parents=True, exist_ok=True)
    port, log = free_port(), data_dir / "log"
    with log.open("a") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "serve"],
            cwd=ROOT,
            env={**os.environ, "PORT": str(port), "DATA_DIR": str(data_dir), **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(process, f"http://127.0.0.1:{port}", log)
    until(server.is_ready, START_SECONDS, "the start")
    return server


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    running = start_server(tmp_path_factory.mktemp("data"))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def busy_server(tmp_path_factory):
    """A server for tests that write faster than people do."""
    running = start_server(tmp_path_factory.mktemp("busy"), MESSAGES_PER_MINUTE="100000")
    yield running
    running.stop()


class Visitor:
    """Someone at the page. ``said`` are the bot's last messages."""

    def __init__(self, server, language="en"):
        self.server, self.language, self.shown = server, language, []
        self.http = httpx.Client(base_url=server.address, timeout=30)
        opened = self.http.post("/chat/session", json={"language": language})
        assert opened.status_code == 200, opened.text
        self._hear(opened)

    def _hear(self, response):
        document = response.json()
        if "token" in document:
            self.http.headers["Authorization"] = f"Bearer {document['token']}"
        self.said = [message for message in document["messages"] if message["from"] == "bot"]
        self.document = document
        self.shown += [button for message in self.said for button in message.get("buttons", [])]

    def post(self, document):
        """Send anything; gives the raw response."""
        return self.http.post("/chat/messages", json=document)

    def send(self, document):
        response = self.post(document)
        while response.status_code == 429:
            time.sleep(int(response.headers["Retry-After"]))
            response = self.post(document)
        assert response.status_code == 200, response.text
        self._hear(response)
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


@pytest.fixture
def visitor(server):
    return Visitor(server)


@pytest.fixture
def new_visitor(server):
    return lambda language="en": Visitor(server, language)
