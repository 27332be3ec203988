"""One turn: read once, written once, and all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
import sqlalchemy as sa

from bot.store import NewButton, NotJson, RevisionMoved, Store, StoredFile, UnknownConversation
from bot.store.turn import OneTurn, under_way

DAY = date(2026, 11, 29)


@contextmanager
def transactions(store: Store) -> Iterator[list[str]]:
    """Notes how every transaction of the block ends."""
    ends: list[str] = []

    def note(connection: sa.engine.Connection) -> None:
        ends.append("read" if connection.get_execution_options().get("express_entry_read_only") else "write")

    sa.event.listen(store._engine, "commit", note)
    yield ends
    sa.event.remove(store._engine, "commit", note)


def begun(store: Store, text: str = "I'm 29") -> OneTurn:
    talk = store.open_conversation("web", "en")
    message, _ = store.said.add_message(talk.sender_id, {"text": text})
    return OneTurn.begin(store, talk.sender_id, message.id)


def confirm(turn: Store, person_id: str, message: str = "m", **answers: object) -> bool:
    stands = turn.state(person_id)
    return turn.confirm(
        person_id, message, answers, (), state={"asked": len(answers)}, revision=stands.revision
    )


def test_what_a_turn_writes_it_reads_and_nobody_else_before_its_end(store: Store) -> None:
    turn = begun(store)
    person = turn.person_of(turn.sender_id)

    confirm(turn, person.id, age=29, children=[{"age": 3}])
    turn.confirm(
        person.id, "m2", {"first_language.reading": 7}, ["children"], state={"asked": "x"}, revision=1
    )
    turn.set_language(person.id, "fr")
    turn.give_consent(person.id)
    turn.change_plan(person.id, lambda plan: {**plan, "have": ["passport"]})
    turn.change_plan(person.id, lambda plan: {**plan, "have": [*plan["have"], "photo"]})
    turn.add_score(person.id, DAY, DAY, 470, {"total": 470})
    picture = turn.said.add_picture(turn.sender_id, b"png")
    file = turn.said.add_file(turn.sender_id, StoredFile("a.pdf", "application/pdf", b"pdf"))

    def seen(by: Store) -> tuple[object, ...]:
        who = by.person(person.id) if by is store else by.person_of(turn.sender_id)
        return (
            by.profile(person.id),
            by.state(person.id),
            by.was_read(person.id, "m2"),
            who,
            by.plan(person.id),
            [score.total for score in by.scores(person.id)],
            by.said.picture(picture),
            by.said.file(file),
        )

    before = seen(turn)
    assert before[0] == {"age": 29, "first_language": {"reading": 7}}
    assert store.profile(person.id) == {}
    assert store.said.picture(picture) is None
    turn.end(({"text": "Noted"},))
    assert seen(store) == before


def test_a_turn_is_one_reading_and_one_writing_transaction(store: Store) -> None:
    talk = store.open_conversation("web", "en")
    message, _ = store.said.add_message(talk.sender_id, {"text": "I'm 29"})
    buttons = store.said.design_buttons(talk.sender_id, [NewButton("/affirm", "Yes")])
    with transactions(store) as ends:
        turn = OneTurn.begin(store, talk.sender_id, message.id)
        person = turn.person_of(talk.sender_id)
        assert not turn.was_read(person.id, str(message.id))
        confirm(turn, person.id, str(message.id), age=29)
        turn.profile(person.id), turn.state(person.id), turn.channel_of(talk.sender_id)
        turn.end(({"text": "Noted"},), message.id, buttons)
    assert len(ends) == 2
    assert ends[-1] == "write"
    assert store.was_read(person.id, str(message.id))


def test_a_turn_that_does_not_end_has_done_nothing(store: Store) -> None:
    turn = begun(store)
    person = turn.person_of(turn.sender_id)
    with turn:
        assert under_way(turn.sender_id) is turn
        assert under_way("another") is None
        confirm(turn, person.id, age=29)
    assert under_way() is None
    assert store.profile(person.id) == {}


def test_replies_that_cannot_be_kept_take_everything_back(store: Store) -> None:
    turn = begun(store)
    person = turn.person_of(turn.sender_id)
    confirm(turn, person.id, age=29)
    with pytest.raises(NotJson):
        turn.end(({"text": object()},))
    assert store.profile(person.id) == {}


def test_what_was_confirmed_elsewhere_meanwhile_is_never_overwritten(store: Store) -> None:
    turn = begun(store)
    person = turn.person_of(turn.sender_id)
    confirm(turn, person.id, "here", age=29)
    confirm(store, person.id, "there", age=31)

    with pytest.raises(RevisionMoved):
        turn.end(({"text": "Noted: 29"},))

    assert store.profile(person.id) == {"age": 31}
    assert [said.direction for said in store.said.messages(turn.sender_id)] == ["user"]


def test_the_plan_of_another_turn_is_kept_beside_this_ones(store: Store) -> None:
    turn = begun(store)
    person = turn.person_of(turn.sender_id)
    turn.change_plan(person.id, lambda plan: {**plan, "here": 1})
    store.change_plan(person.id, lambda plan: {**plan, "there": 2})
    turn.end(())
    assert store.plan(person.id) == {"here": 1, "there": 2}


def test_a_message_counts_once_in_a_turn_and_after_it(store: Store) -> None:
    turn = begun(store)
    person = turn.person_of(turn.sender_id)
    assert confirm(turn, person.id, "m", age=29)
    assert not confirm(turn, person.id, "m", age=30)
    turn.end(())
    assert store.profile(person.id) == {"age": 29}
    assert not confirm(store, person.id, "m", age=30)


def test_an_action_that_outlives_its_turn_writes_for_itself(store: Store) -> None:
    turn = begun(store)
    person = turn.person_of(turn.sender_id)
    turn.end(({"text": "I couldn't answer"},))
    assert confirm(turn, person.id, age=29)
    assert store.profile(person.id) == turn.profile(person.id) == {"age": 29}


def test_what_an_action_is_given_it_may_change_without_harm(store: Store) -> None:
    turn = begun(store)
    person = turn.person_of(turn.sender_id)
    told = {"children": [{"age": 3}]}
    confirm(turn, person.id, **told)
    told["children"][0]["age"] = 4
    turn.profile(person.id)["children"].append("x")
    turn.state(person.id).document["asked"] = "x"
    turn.end(())
    assert store.profile(person.id) == {"children": [{"age": 3}]}
    assert store.state(person.id).document == {"asked": 1}


def test_whoever_was_erased_meanwhile_is_not_brought_back(store: Store) -> None:
    turn = begun(store)
    person = turn.person_of(turn.sender_id)
    confirm(turn, person.id, age=29)
    store.erase(person.id)
    with pytest.raises(UnknownConversation):
        turn.end(({"text": "Noted"},))
    with pytest.raises(UnknownConversation):
        OneTurn.begin(store, turn.sender_id, 1)
    assert store.profile(person.id) == {}
