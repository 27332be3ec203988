"""Several processes at once, and processes that die."""

from __future__ import annotations

import multiprocessing
import signal
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Any

import pytest

from bot.store import RevisionMoved, Store, StoredState, rows

SPAWN = multiprocessing.get_context("spawn")
ANSWERS = ("age", "noc", "education", "spouse.age", "spouse.education")
STEPS = ("move_state", "mark_read", "insert_answers")
ROUNDS = 25


def confirm_and_stop_after(url: str, person: str, step: str, report: Connection) -> None:
    """Confirm one message, and stand still inside the transaction once ``step`` is done."""
    stock = getattr(rows, step)

    def stop(*arguments: object) -> None:
        stock(*arguments)
        report.send("inside")
        signal.pause()

    setattr(rows, step, stop)
    Store(url).confirm(person, "1", dict.fromkeys(ANSWERS, 1), [], state={"turn": 1}, revision=0)


def confirm_for_ever(url: str, person: str, report: Connection) -> None:
    """Confirm one message after another and tell the number of each, once it is stored."""
    store = Store(url)
    turn = store.state(person).revision
    while True:
        answers = dict.fromkeys(ANSWERS, turn + 1)
        store.confirm(person, str(turn + 1), answers, [], state={"turn": turn + 1}, revision=turn)
        turn += 1
        report.send(turn)


def confirm_many(url: str, person: str, name: str, start: Barrier) -> None:
    """Confirm a number of messages, each on the newest state, deciding anew where another was first."""
    store = Store(url)
    start.wait()
    for number in range(ROUNDS):
        while True:
            state = store.state(person)
            said = [*state.document.get("said", []), f"{name}{number}"]
            try:
                store.confirm(
                    person,
                    f"{name}{number}",
                    {name: number},
                    [],
                    state={"said": said},
                    revision=state.revision,
                )
                break
            except RevisionMoved:
                continue


def confirm_same(url: str, person: str, start: Barrier, report: Connection) -> None:
    """Confirm the same messages as another process does at the same time."""
    store = Store(url)
    start.wait()
    taken = 0
    for number in range(ROUNDS):
        taken += store.confirm(person, str(number), {"age": number}, [], state={}, revision=number)
    report.send(taken)


def send_same(url: str, sender_id: str, start: Barrier, report: Connection) -> None:
    """Send the same messages as another process does at the same time."""
    store = Store(url)
    start.wait()
    report.send(
        sum(store.said.add_message(sender_id, number, client_id=str(number))[1] for number in range(ROUNDS))
    )


def heard(pipe: Connection) -> Any:
    """What a process reports; one that died reports nothing."""
    assert pipe.poll(60), "no report within a minute"
    return pipe.recv()


@pytest.mark.parametrize("step", STEPS)
def test_a_writer_killed_inside_a_message_leaves_nothing_of_it(database: str, step: str) -> None:
    store = Store(database)
    person = store.open_conversation("web", "en").person_id
    inside, report = SPAWN.Pipe(duplex=False)
    writer = SPAWN.Process(target=confirm_and_stop_after, args=(database, person, step, report))
    writer.start()
    assert heard(inside) == "inside"
    assert store.state(person) == StoredState({}, 0)
    writer.kill()
    writer.join()
    assert store.state(person) == StoredState({}, 0)
    assert store.profile(person) == {}
    assert not store.was_read(person, "1")
    assert store.confirm(person, "1", {"age": 31}, [], state={"turn": 1}, revision=0)
    assert store.profile(person) == {"age": 31}
    store.close()


def test_whenever_a_writer_is_killed_each_message_is_there_wholly_or_not_at_all(database: str) -> None:
    store = Store(database)
    person = store.open_conversation("web", "en").person_id
    for turns in (3, 11, 29):
        told, report = SPAWN.Pipe(duplex=False)
        writer = SPAWN.Process(target=confirm_for_ever, args=(database, person, report))
        writer.start()
        for _ in range(turns):
            last = heard(told)
        writer.kill()
        writer.join()
        while told.poll():
            last = told.recv()
        turn = store.state(person).revision
        assert turn >= last
        assert store.state(person).document == {"turn": turn}
        said = [(answer.message_id, answer.field) for answer in store.history(person)]
        assert said == [(str(number), field) for number in range(1, turn + 1) for field in ANSWERS]
        assert [store.was_read(person, str(number)) for number in (turn, turn + 1)] == [True, False]
    store.close()


def test_two_processes_that_confirm_at_once_lose_nothing(database: str) -> None:
    store = Store(database)
    person = store.open_conversation("web", "en").person_id
    start = SPAWN.Barrier(2)
    writers = [SPAWN.Process(target=confirm_many, args=(database, person, name, start)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    expected = {f"{name}{number}" for name in "ab" for number in range(ROUNDS)}
    state = store.state(person)
    assert state.revision == 2 * ROUNDS
    assert set(state.document["said"]) == expected
    assert state.document["said"] == [answer.message_id for answer in store.history(person)]
    assert store.profile(person) == {"a": ROUNDS - 1, "b": ROUNDS - 1}
    store.close()


def test_of_two_processes_that_confirm_the_same_message_one_writes_it(database: str) -> None:
    store = Store(database)
    person = store.open_conversation("web", "en").person_id
    start, (results, report) = SPAWN.Barrier(2), SPAWN.Pipe(duplex=False)
    writers = [SPAWN.Process(target=confirm_same, args=(database, person, start, report)) for _ in range(2)]
    for writer in writers:
        writer.start()
    assert heard(results) + heard(results) == ROUNDS
    for writer in writers:
        writer.join()
    assert [answer.value for answer in store.history(person)] == list(range(ROUNDS))
    store.close()


def test_of_two_processes_that_send_the_same_message_one_adds_it(database: str) -> None:
    store = Store(database)
    talk = store.open_conversation("web", "en")
    start, (results, report) = SPAWN.Barrier(2), SPAWN.Pipe(duplex=False)
    senders = [
        SPAWN.Process(target=send_same, args=(database, talk.sender_id, start, report)) for _ in range(2)
    ]
    for sender in senders:
        sender.start()
    assert heard(results) + heard(results) == ROUNDS
    for sender in senders:
        sender.join()
    assert [message.body for message in store.said.messages(talk.sender_id)] == list(range(ROUNDS))
    store.close()
