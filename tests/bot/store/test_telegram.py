"""Telegram's updates are kept until they are answered, once and in order; chats lead to conversations."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.store import NewButton, Store, UnknownConversation, UnknownPerson
from bot.store.alerts import Alerts
from bot.store.tables import telegram_updates
from bot.store.telegram import MOST_WAITING, REMEMBERED, Chats, Update
from tests.helpers.moving_clock import Clock

SOMEONE = -1001234567890123  # more than 32 bits, and negative, as a group's id is


@pytest.fixture
def chats(engine: Engine, clock: Clock) -> Chats:
    """The chats of the store's database."""
    return Chats(engine, clock)


def hear(chats: Chats, update_id: int, chat_id: int = SOMEONE, text: str = "hello") -> str:
    """Receive an update; gives the conversation's sender id."""
    sender_id = chats.receive(update_id, chat_id, "fr", {"text": text})
    assert sender_id is not None
    return sender_id


def oldest(chats: Chats, sender_id: str) -> Update | None:
    """The oldest unanswered update."""
    found = chats.next(sender_id)
    return None if found is None else found[0]


def test_a_new_chat_is_a_new_person_in_the_chats_language(chats: Chats, store: Store) -> None:
    sender_id = hear(chats, 1)
    assert store.person_of(sender_id).language == "fr"
    assert store.person_of(sender_id).ephemeral
    chat = chats.chat(sender_id)
    assert chat is not None
    assert chat.chat_id == SOMEONE
    assert hear(chats, 2) == sender_id
    assert hear(chats, 3, SOMEONE - 1) != sender_id


def test_an_update_is_received_once(chats: Chats, store: Store) -> None:
    sender_id = hear(chats, 1)
    assert chats.receive(1, SOMEONE, "fr", {"text": "again"}) is None
    update = oldest(chats, sender_id)
    assert update is not None
    chats.drop(update)
    assert chats.receive(1, SOMEONE, "fr", {"text": "again"}) is None
    assert oldest(chats, sender_id) is None


def test_updates_wait_in_the_order_of_their_numbers(chats: Chats) -> None:
    for update_id in (7, 5, 6):
        sender_id = hear(chats, update_id, text=str(update_id))
    taken = []
    while (update := oldest(chats, sender_id)) is not None:
        taken.append((update.update_id, update.body["text"], update.stage))
        chats.drop(update)
    assert taken == [(5, "5", "waiting"), (6, "6", "waiting"), (7, "7", "waiting")]


def test_an_answer_is_kept_until_its_last_message_has_arrived(chats: Chats, store: Store) -> None:
    sender_id = hear(chats, 1)
    update = oldest(chats, sender_id)
    assert update is not None
    (button,) = store.said.design_buttons(sender_id, [NewButton("/affirm", "Yes")])
    heard, _ = store.said.add_message(sender_id, {"text": "hello"})
    chats.answered(update, [{"text": "Hi"}], [{"text": "one"}, {"text": "two"}], [button], heard.id)
    assert store.said.button(button.id, sender_id) == button
    assert [reply.body for reply in store.said.replies(heard.id)] == [{"text": "Hi"}]
    update = oldest(chats, sender_id)
    assert update is not None
    assert (update.stage, update.sent, len(update.body)) == ("sending", 0, 2)
    chats.sent(update, 1, keyboard=55)
    update = oldest(chats, sender_id)
    assert update is not None
    assert update.sent == 1
    assert chats.unfinished() == (sender_id,)
    chats.sent(update, 2)
    assert oldest(chats, sender_id) is None
    assert chats.unfinished() == ()
    chat = chats.chat(sender_id)
    assert chat is not None
    assert chat.keyboard == 55


def test_what_was_heard_is_not_kept_in_an_answered_update(chats: Chats, engine: Engine) -> None:
    update = oldest(chats, hear(chats, 1, text="canary"))
    assert update is not None
    chats.sent(chats.answered(update, [], [{"text": "canary"}]), 1)
    with engine.connect() as connection:
        assert connection.execute(sa.select(telegram_updates.c.body)).scalar_one() is None


def test_a_flood_is_dropped_and_the_chat_goes_on_when_it_is_through(chats: Chats) -> None:
    for update_id in range(MOST_WAITING):
        sender_id = hear(chats, update_id)
    assert chats.receive(MOST_WAITING, SOMEONE, "fr", {}) is None
    update = oldest(chats, sender_id)
    assert update is not None
    chats.drop(update)
    assert chats.receive(MOST_WAITING, SOMEONE, "fr", {}) == sender_id


def test_a_blocked_chat_loses_its_subscription_until_it_writes_again(
    chats: Chats, store: Store, engine: Engine
) -> None:
    sender_id = hear(chats, 1)
    person = store.person_of(sender_id)
    alerts = Alerts(engine)
    alerts.subscribe(person.id, "all", "400")
    assert chats.block(SOMEONE)
    assert alerts.subscription(person.id) is None
    assert oldest(chats, sender_id) is None
    chat = chats.chat(sender_id)
    assert chat is not None
    assert chat.blocked_at is not None
    assert hear(chats, 2) == sender_id
    chat = chats.chat(sender_id)
    assert chat is not None
    assert chat.blocked_at is None
    assert not chats.block(SOMEONE - 1)


def test_a_group_keeps_its_conversation_when_its_id_changes(chats: Chats) -> None:
    sender_id = hear(chats, 1)
    chats.moved(SOMEONE, -42)
    assert hear(chats, 2, -42) == sender_id


def test_a_chat_whose_conversation_was_closed_gets_a_new_one(chats: Chats, store: Store) -> None:
    sender_id = hear(chats, 1)
    store.close_conversation(sender_id)
    assert chats.chat(sender_id) is None
    assert hear(chats, 2) != sender_id


def test_erasing_goes_on_with_a_stranger_and_the_update_stays_known(chats: Chats, store: Store) -> None:
    sender_id = hear(chats, 1)
    hear(chats, 2, text="and then")
    person = store.person_of(sender_id)
    update = oldest(chats, sender_id)
    assert update is not None
    new = chats.forget(update, lambda _: ({"text": "Done"}, [{"text": "Done"}], []))
    with pytest.raises(UnknownPerson):
        store.person(person.id)
    assert new.sender_id != sender_id
    assert oldest(chats, new.sender_id) == new
    chats.sent(new, 1)
    behind = oldest(chats, new.sender_id)
    assert behind is not None
    assert (behind.update_id, behind.body) == (2, {"text": "and then"})
    assert store.person_of(new.sender_id).language == "fr"
    assert chats.receive(1, SOMEONE, "fr", {}) is None
    with pytest.raises(UnknownConversation):
        chats.forget(update, lambda _: ({}, [], []))


def test_numbers_of_answered_updates_are_forgotten_when_none_can_come_again(
    chats: Chats, clock: Clock
) -> None:
    sender_id = hear(chats, 1)
    update = oldest(chats, sender_id)
    assert update is not None
    chats.drop(update)
    hear(chats, 2)
    clock.advance(days=REMEMBERED // timedelta(days=1), seconds=1)
    assert chats.tidy() == 1
    assert oldest(chats, sender_id) is not None


def test_processes_that_receive_at_once_agree_on_one_conversation(engine: Engine) -> None:
    chats, found = Chats(engine), set()

    def receive(update_id: int) -> None:
        found.add(chats.receive(update_id, SOMEONE, "en", {}))

    threads = [threading.Thread(target=receive, args=(number // 2,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found - {None}) == 1
    assert len(chats.unfinished()) == 1
