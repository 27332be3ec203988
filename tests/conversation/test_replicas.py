"""Two replicas on one port and one SQLite file: nothing is lost when one of them dies or hangs."""

import signal
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import psutil
import pytest

from tests.helpers.program import start_server, until
from tests.helpers.visitor import Visitor

pytestmark = pytest.mark.program

TOLD = ("I'm {age}", "I am single", "master’s degree from India", "IELTS L8 R7 W7 S7")
PATIENCE = 60.0
"""Seconds after which a message that has not been answered is lost; one that hangs is found in 15."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    running = start_server(tmp_path_factory.mktemp("replicas") / "data", REPLICAS="2")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def only_one(tmp_path_factory):
    running = start_server(tmp_path_factory.mktemp("one") / "data", REPLICAS="1")
    yield running
    running.stop()


def replicas(server):
    parent = server.part("bot.rasa.server")
    return [each for each in parent.children() if each.status() != psutil.STATUS_ZOMBIE]


class Persistent(Visitor):
    """Says everything until it is answered, as the widget does: the same message, under the same id."""

    def insist(self, text, name):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                response = self.http.post("/chat/messages", json={"text": text, "id": name})
            except httpx.TransportError:
                response = None
            if response is not None and response.status_code == 200:
                self._hear(response)
                return
            # 503: the one that hangs has the database, or the conversation, to itself until it is ended
            assert response is None or response.status_code in (429, 503), response.text
            time.sleep(0.3)
        raise AssertionError(f"nobody answered {text!r}")


def converse(person, age):
    person.http.timeout = 5
    for number, text in enumerate(TOLD):
        person.insist(text.format(age=age), f"{age}-{number}")


def assert_all_is_known(people):
    for age, person in people.items():
        person.http.timeout = 30
        assert person.told["age"] == age
        assert person.told["marital_status"] == "never_married"
        assert "masters_or_professional" in str(person.told)
        assert "ielts" in str(person.told)
        texts = [each["text"] for each in person.http.get("/chat/history").json()["messages"]]
        for text in TOLD:
            assert texts.count(text.format(age=age)) == 1


def talk_while(server, happens):
    """Eight people talk; in the middle of it something happens to one replica. Gives them by their age."""
    people = {age: Persistent(server) for age in range(24, 32)}
    with ThreadPoolExecutor(len(people)) as pool:
        talks = [pool.submit(converse, person, age) for age, person in people.items()]
        until(lambda: any(person.said[-1]["text"].count("single") for person in people.values()), 30, "talk")
        happens()
        for talk in talks:
            talk.result()
    return people


def test_one_replica_killed_under_load_loses_nothing_and_is_replaced(server):
    until(lambda: len(replicas(server)) == 2, 60, "two replicas")
    before = {each.pid for each in replicas(server)}

    people = talk_while(server, replicas(server)[0].kill)

    assert_all_is_known(people)
    until(lambda: len(replicas(server)) == 2, 20, "the second replica")
    assert len({each.pid for each in replicas(server)} & before) == 1


def test_a_replica_that_hangs_is_replaced_and_nothing_is_lost(server):
    until(lambda: len(replicas(server)) == 2, 20, "two replicas")
    hung = replicas(server)[0]

    people = talk_while(server, lambda: hung.send_signal(signal.SIGSTOP))

    until(lambda: not hung.is_running(), 40, "the end of the replica that hangs")
    until(lambda: len(replicas(server)) == 2, 20, "two replicas")
    assert_all_is_known(people)


@pytest.mark.parametrize("what", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "hung"])
def test_the_only_replica_is_replaced_by_a_fork_of_what_is_loaded(only_one, what):
    person = Visitor(only_one)
    until(lambda: len(replicas(only_one)) == 1, 20, "the replica")
    gone = replicas(only_one)[0]
    loaded = gone.ppid()
    gone.send_signal(what)
    until(lambda: not gone.is_running() or gone.status() == psutil.STATUS_ZOMBIE, 30, "its end")

    until(lambda: answers(only_one, person), 60, "an answer")

    assert [each.ppid() for each in replicas(only_one)] == [loaded]


def answers(server, person):
    try:
        return httpx.post(
            f"{server.address}/chat/messages", json={"text": "I'm 29"}, headers=person.http.headers, timeout=2
        ).is_success
    except httpx.TransportError:
        return False


def test_five_messages_at_once_are_all_read_whoever_takes_them(server):
    visitor = Visitor(server)
    visitor.press("Calculate my score")
    texts = (
        "I'm 29",
        "I am single",
        "I have a master's degree",
        "IELTS L8 R7 W7 S7",
        "I have a sister in Canada",
    )
    headers = dict(visitor.http.headers)

    def say(text):
        return httpx.post(f"{server.address}/chat/messages", json={"text": text}, headers=headers, timeout=30)

    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(say, texts))

    assert {answer.status_code for answer in answers} == {200}
    told = visitor.told
    assert (told["age"], told["marital_status"]) == (29, "never_married")
    assert "masters_or_professional" in str(told)
    assert "ielts" in str(told)
    history = visitor.http.get("/chat/history").json()["messages"]
    assert sum(message["from"] == "user" for message in history) == 1 + len(texts)


def test_all_of_it_ends_with_the_program(tmp_path):
    running = start_server(tmp_path / "data", REPLICAS="2")
    launcher = psutil.Process(running.process.pid)
    until(lambda: len(launcher.children(recursive=True)) >= 4, 60, "both replicas")
    parts = launcher.children(recursive=True)
    running.process.send_signal(signal.SIGKILL)
    running.process.wait(10)
    _, alive = psutil.wait_procs(parts, 20)
    assert not alive
