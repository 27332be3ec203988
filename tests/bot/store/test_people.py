"""People, their conversations, their language and their consent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from bot.store import Conversation, Person, Store, UnknownConversation, UnknownPerson
from tests.helpers.buttons_kept import make_buttons
from tests.helpers.moving_clock import Clock


def test_a_new_conversation_is_with_someone_new_who_has_not_consented(store: Store, clock: Clock) -> None:
    talk = store.open_conversation("web", "fr")
    assert store.person_of(talk.sender_id) == Person(talk.person_id, "fr", clock.time, clock.time, None, True)
    assert (talk.channel, talk.created_at, talk.closed_at) == ("web", clock.time, None)


def test_someone_known_may_talk_on_another_channel_and_keeps_their_language(
    store: Store, talk: Conversation
) -> None:
    second = store.open_conversation("telegram", "fr", talk.person_id)
    assert second.sender_id != talk.sender_id
    assert store.person_of(second.sender_id) == store.person_of(talk.sender_id)
    assert store.person(talk.person_id).language == "en"


def test_ids_cannot_be_guessed(store: Store) -> None:
    talks = [store.open_conversation("web", "en") for _ in range(20)]
    assert len({talk.sender_id for talk in talks} | {talk.person_id for talk in talks}) == 40
    assert all(len(talk.sender_id) == 32 for talk in talks)  # 24 random bytes
    assert all(len(talk.person_id.replace("-", "")) == 16 for talk in talks)  # 30 ** 16: 78 bits


def test_a_language_that_is_not_ours_is_refused(store: Store, talk: Conversation) -> None:
    with pytest.raises(ValueError, match="en, fr"):
        store.open_conversation("web", "de")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="en, fr"):
        store.set_language(talk.person_id, "")  # type: ignore[arg-type]


def test_a_change_of_language_is_kept(store: Store, talk: Conversation) -> None:
    store.set_language(talk.person_id, "fr")
    assert store.person(talk.person_id).language == "fr"


def test_consent_is_kept_with_its_time_and_can_be_withdrawn(
    store: Store, talk: Conversation, clock: Clock
) -> None:
    given = clock.advance(minutes=5)
    store.give_consent(talk.person_id)
    person = store.person(talk.person_id)
    assert (person.consent_at, person.ephemeral) == (given, False)
    store.withdraw_consent(talk.person_id)
    person = store.person(talk.person_id)
    assert (person.consent_at, person.ephemeral) == (None, True)


def test_a_message_that_arrives_moves_the_time_when_the_person_was_last_seen(
    store: Store, talk: Conversation, clock: Clock
) -> None:
    seen = clock.advance(hours=3)
    store.touch(talk.person_id)
    assert store.person(talk.person_id).last_seen_at == seen


def test_times_come_back_in_utc_whatever_zone_they_were_given_in(
    store: Store, talk: Conversation, clock: Clock
) -> None:
    clock.time = datetime.fromisoformat("2026-07-01T23:30:00-04:00")
    store.touch(talk.person_id)
    seen = store.person(talk.person_id).last_seen_at
    assert seen.isoformat() == "2026-07-02T03:30:00+00:00"


def test_a_closed_conversation_is_no_longer_known_but_its_person_is(store: Store, talk: Conversation) -> None:
    store.close_conversation(talk.sender_id)
    with pytest.raises(UnknownConversation):
        store.person_of(talk.sender_id)
    with pytest.raises(UnknownConversation):
        store.close_conversation(talk.sender_id)
    assert store.person(talk.person_id).id == talk.person_id


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.person("nobody"),
        lambda store: store.open_conversation("web", "en", "nobody"),
        lambda store: store.set_language("nobody", "en"),
        lambda store: store.give_consent("nobody"),
        lambda store: store.withdraw_consent("nobody"),
        lambda store: store.touch("nobody"),
        lambda store: store.state("nobody"),
        lambda store: store.confirm("nobody", "1", {}, [], state={}, revision=0),
        lambda store: store.add_score("nobody", datetime.now().date(), datetime.now().date(), 1, []),
        lambda store: store.erase("nobody"),
        lambda store: store.export("nobody"),
    ],
    ids=[
        "person",
        "open",
        "language",
        "consent",
        "withdraw",
        "touch",
        "state",
        "confirm",
        "score",
        "erase",
        "export",
    ],
)
def test_somebody_unknown_is_an_error(store: Store, ask: Callable[[Store], object]) -> None:
    with pytest.raises(UnknownPerson):
        ask(store)


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.person_of("unknown"),
        lambda store: store.close_conversation("unknown"),
        lambda store: make_buttons(store, "unknown", []),
        lambda store: store.said.add_message("unknown", {}),
        lambda store: store.said.add_replies("unknown", []),
    ],
    ids=["person_of", "close", "buttons", "message", "replies"],
)
def test_an_unknown_conversation_is_an_error(store: Store, ask: Callable[[Store], object]) -> None:
    with pytest.raises(UnknownConversation):
        ask(store)


def test_a_store_that_can_be_used_says_so(store: Store) -> None:
    assert store.is_reachable()
