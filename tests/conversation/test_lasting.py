"""Nothing that was confirmed is ever lost: not by a crash, a restart, a retry, or two messages at once."""

import os
import signal
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import httpx
import psutil
import pytest

from tests.helpers import ROOT
from tests.helpers.program import free_port, start_server, until
from tests.helpers.visitor import Visitor

pytestmark = pytest.mark.program


@pytest.fixture
def own_server(tmp_path):
    running = start_server(tmp_path / "data")
    yield running
    if running.process.poll() is None:
        running.stop()


def test_the_conversation_is_there_when_the_page_is_opened_again(visitor):
    visitor.say("I'm 29 and single")

    history = visitor.http.get("/chat/history").json()["messages"]

    assert [message["from"] for message in history] == ["bot", "user", "bot"]
    assert history[1]["text"] == "I'm 29 and single"
    visitor.say("continue")
    assert "highest diploma you’ve finished" in visitor.text


def test_a_message_sent_twice_counts_once(visitor):
    visitor.press("Calculate my score")
    visitor.say("29")
    visitor.press("Just me")

    first = visitor.say("master’s degree from India", id="the-same")
    second = visitor.say("master’s degree from India", id="the-same")

    assert first == second
    assert "language test" in first


def test_five_messages_at_once_are_all_read_in_turn(visitor):
    visitor.press("Calculate my score")
    texts = [
        "I'm 29",
        "I am single",
        "I have a master's degree",
        "IELTS L8 R7 W7 S7",
        "I have a sister in Canada",
    ]

    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(lambda text: visitor.post({"text": text}), texts))

    assert {answer.status_code for answer in answers} == {200}
    visitor.say("what do you know about me?")
    for fact in ("29", "Never married", "master’s", "L 8, R 7, W 7, S 7"):
        assert fact in visitor.text


def test_kill_9_of_rasa_or_of_all_loses_no_confirmed_answer(own_server):
    visitor = Visitor(own_server)
    visitor.say("I'm 29")
    own_server.kill("bot.rasa.server")
    visitor.say("I am single")
    own_server.kill("bot.rasa.server")
    visitor.say("master's degree")
    own_server.process.send_signal(signal.SIGKILL)
    own_server.process.wait(10)
    again = start_server(own_server.log.parent)
    try:
        visitor.http.base_url = again.address
        visitor.say("what do you know about me?")
        for fact in ("29", "Never married", "master’s"):
            assert fact in visitor.text
    finally:
        again.stop()


@pytest.fixture
def server_with_actions_apart(tmp_path):
    """The program, and the process in which its actions run."""
    port, data_dir = free_port(), tmp_path / "data"
    command = [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "--port", str(port)]
    actions = psutil.Popen(
        command, cwd=ROOT, env={**os.environ, "SANIC_HOST": "127.0.0.1", "DATA_DIR": str(data_dir)}
    )
    running = start_server(data_dir, ACTIONS_URL=f"http://127.0.0.1:{port}/webhook")
    yield running, actions
    running.stop()
    actions.kill()
    actions.wait()


def test_silence_of_an_action_server_of_its_own_becomes_a_kind_sentence_and_a_retry(
    server_with_actions_apart,
):
    server, actions = server_with_actions_apart
    visitor = Visitor(server)
    until(
        lambda: "could not answer" not in visitor.say("I'm 29"), 60, "actions that have loaded what they need"
    )
    actions.suspend()
    try:
        assert not server.is_ready()
        visitor.say("single")
        assert "couldn’t answer" in visitor.text
        assert visitor.buttons == ["Try again"]
    finally:
        actions.resume()
    until(server.is_ready, 30, "readiness")

    visitor.press("Try again")

    assert "could not answer" not in visitor.text
    assert visitor.told["marital_status"] == "never_married"


def test_a_month_later_the_conversation_goes_on(own_server):
    visitor = Visitor(own_server)
    visitor.say("I'm 29")
    until(own_server.is_ready, 30, "readiness")
    with sqlite3.connect(own_server.log.parent / "express_entry.db") as database:
        database.execute("update events set timestamp = timestamp - 2592000")
        database.execute("update people set ephemeral = 0")

    visitor.say("single")

    assert "single" in visitor.text
    assert (visitor.told["age"], visitor.told["marital_status"]) == (29, "never_married")


def test_erased_is_erased(own_server):
    visitor = Visitor(own_server)
    token = visitor.http.headers["Authorization"]
    visitor.say("I'm 29 and my secret word is xylophone")
    visitor.say("delete my data")
    visitor.press("Yes, erase everything")

    assert "erased" in visitor.text
    old = httpx.get(f"{own_server.address}/chat/history", headers={"Authorization": token})
    assert old.status_code == 401
    visitor.say("what do you know about me?")
    assert "29" not in visitor.text
    own_server.stop()
    stored = b"".join(path.read_bytes() for path in own_server.log.parent.rglob("*") if path.is_file())
    assert b"xylophone" not in stored


def test_the_log_holds_nothing_of_a_person_whatever_fails(tmp_path):
    server = start_server(tmp_path / "data", LOG_LEVEL="DEBUG")
    try:
        visitor = Visitor(server)
        visitor.say("I'm 29 and my secret word is xylophone")
        names = (visitor.sender, visitor.person.id, visitor.http.headers["Authorization"].split(".")[1])
        for table in ("events", "answers", "dialogue_state", "messages", "people"):
            with closing(sqlite3.connect(server.database)) as database:
                database.execute(f"alter table {table} rename to gone")
                for text in ("I have a master's degree and a xylophone", "why?"):
                    visitor.post({"text": text})
                visitor.http.get("/chat/history")
                database.execute(f"alter table gone rename to {table}")
        visitor.say("I am single, xylophone")
        visitor.http.delete("/chat/data")
    finally:
        server.stop()
    written = server.log.read_text()

    assert "OperationalError" in written, "the faults were there to be told"
    for canary in ("xylophone", "master's degree", *names):
        assert canary not in written
