"""Buttons and messages belong to their conversation."""

from __future__ import annotations

import pytest

from bot.store import Conversation, NewButton, NotJson, Store, UnknownConversation
from tests.helpers.buttons_kept import make_buttons
from tests.helpers.moving_clock import Clock


def test_a_button_gives_its_payload_in_its_own_conversation_only(store: Store, talk: Conversation) -> None:
    other = store.open_conversation("web", "en")
    same_person = store.open_conversation("telegram", "en", talk.person_id)
    made = make_buttons(store, talk.sender_id, [NewButton("/deny", "No"), NewButton("/affirm", "Yes")], "77")
    assert [(b.payload, b.title, b.message) for b in made] == [
        ("/deny", "No", "77"),
        ("/affirm", "Yes", "77"),
    ]
    assert store.said.button(made[1].id, talk.sender_id) == made[1]
    assert store.said.button(made[1].id, other.sender_id) is None
    assert store.said.button(made[1].id, same_person.sender_id) is None


def test_button_ids_are_twelve_url_safe_characters(store: Store, talk: Conversation) -> None:
    made = make_buttons(store, talk.sender_id, [NewButton("/x", "x")] * 50)
    ids = {button.id for button in made}
    assert len(ids) == 50
    assert all(len(i) == 12 and i.replace("-", "").replace("_", "").isalnum() for i in ids)


def test_no_buttons_are_no_error(store: Store, talk: Conversation) -> None:
    assert make_buttons(store, talk.sender_id, []) == ()


@pytest.mark.parametrize(
    "sent", ["", "x", "x" * 12, "\x00" * 12, "\ud800" * 12, "é" * 12, "a" * 100_000], ids=ascii
)
def test_whatever_a_client_sends_as_a_button_is_answered(store: Store, talk: Conversation, sent: str) -> None:
    assert store.said.button(sent, talk.sender_id) is None


def test_a_closed_conversations_buttons_do_nothing(store: Store, talk: Conversation) -> None:
    (button,) = make_buttons(store, talk.sender_id, [NewButton("/affirm", "Yes")])
    store.close_conversation(talk.sender_id)
    assert store.said.button(button.id, talk.sender_id) is None


def test_messages_and_replies_are_read_back_in_order(store: Store, talk: Conversation, clock: Clock) -> None:
    question, new = store.said.add_message(talk.sender_id, {"text": "Hello"})
    answers = store.said.add_replies(talk.sender_id, [{"text": "Hi"}, {"text": "Your age?"}], question.id)
    later, _ = store.said.add_message(talk.sender_id, {"text": "31"})
    assert new
    assert store.said.messages(talk.sender_id) == (question, *answers, later)
    assert store.said.messages(talk.sender_id, last=2) == (answers[1], later)
    assert store.said.replies(question.id) == answers
    assert store.said.replies(later.id) == ()
    assert [m.direction for m in store.said.messages(talk.sender_id)] == ["user", "bot", "bot", "user"]
    assert question.at == clock.time


def test_messages_of_another_conversation_are_not_shown(store: Store, talk: Conversation) -> None:
    other = store.open_conversation("web", "en")
    store.said.add_message(talk.sender_id, "mine")
    assert store.said.messages(other.sender_id) == ()


def test_a_message_is_found_by_its_id_in_its_own_conversation_only(store: Store, talk: Conversation) -> None:
    other = store.open_conversation("web", "en")
    message, _ = store.said.add_message(talk.sender_id, {"text": "31"})
    assert store.said.message(talk.sender_id, message.id) == message
    assert store.said.message(other.sender_id, message.id) is None
    assert store.said.message(talk.sender_id, message.id + 1) is None


def test_a_message_sent_twice_is_kept_once_and_given_as_first_stored(
    store: Store, talk: Conversation, clock: Clock
) -> None:
    first, new = store.said.add_message(talk.sender_id, {"text": "31"}, client_id="c-1")
    clock.advance(seconds=5)
    again, new_again = store.said.add_message(talk.sender_id, {"text": "something else"}, client_id="c-1")
    assert (new, new_again) == (True, False)
    assert again == first
    assert store.said.messages(talk.sender_id) == (first,)
    assert store.person(talk.person_id).last_seen_at == clock.time


def test_the_same_client_id_in_two_conversations_are_two_messages(store: Store, talk: Conversation) -> None:
    other = store.open_conversation("web", "en")
    store.said.add_message(talk.sender_id, "a", client_id="1")
    message, new = store.said.add_message(other.sender_id, "b", client_id="1")
    assert new
    assert message.body == "b"


def test_messages_without_client_id_are_all_kept(store: Store, talk: Conversation) -> None:
    for _ in range(3):
        store.said.add_message(talk.sender_id, {"text": "31"})
    assert len(store.said.messages(talk.sender_id)) == 3


@pytest.mark.parametrize("client_id", ["", " ", "a b", "\x00", "é", "\ud800", "x" * 101], ids=ascii)
def test_a_client_id_that_no_database_should_keep_is_refused(
    store: Store, talk: Conversation, client_id: str
) -> None:
    with pytest.raises(ValueError, match="client_id"):
        store.said.add_message(talk.sender_id, "x", client_id=client_id)
    assert store.said.messages(talk.sender_id) == ()


def test_a_body_that_json_cannot_write_is_refused(store: Store, talk: Conversation) -> None:
    with pytest.raises(NotJson):
        store.said.add_message(talk.sender_id, {"text": {1}})
    with pytest.raises(NotJson):
        store.said.add_replies(talk.sender_id, ["fine", {1}])
    assert store.said.messages(talk.sender_id) == ()


def test_nothing_more_is_said_in_a_closed_conversation_but_it_can_be_read(
    store: Store, talk: Conversation
) -> None:
    message, _ = store.said.add_message(talk.sender_id, "bye")
    store.close_conversation(talk.sender_id)
    with pytest.raises(UnknownConversation):
        store.said.add_message(talk.sender_id, "more")
    with pytest.raises(UnknownConversation):
        store.said.add_replies(talk.sender_id, ["more"])
    assert store.said.messages(talk.sender_id) == (message,)
