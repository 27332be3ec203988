"""One-time codes, and two people made one without losing what either was asked to keep."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.store import Conversation, Store, UnknownPerson
from bot.store.alerts import Alerts
from bot.store.joining import DIGITS, LETTERS, VALID, Joining, code_in, shown
from bot.store.tables import link_codes
from tests.helpers.moving_clock import Clock

SECRET = "s" * 32


@pytest.fixture
def joining(engine: Engine, clock: Clock) -> Joining:
    return Joining(engine, SECRET, clock)


@pytest.fixture
def other(store: Store) -> Conversation:
    """A conversation of somebody else, as it seems."""
    return store.open_conversation("telegram", "fr")


def tell(store: Store, talk: Conversation, **facts) -> None:
    store.confirm(talk.person_id, f"m{talk.sender_id}", facts, [], state={}, revision=0)


def test_a_code_names_its_person_once(joining: Joining, talk: Conversation, other: Conversation) -> None:
    code = joining.make_code(talk.person_id)
    assert joining.redeem(code, other.sender_id).person_id == talk.person_id
    assert joining.redeem(code, "a third conversation") is None
    assert joining.redeem(code, other.sender_id).person_id == talk.person_id, "the same one may ask again"


def test_a_code_holds_for_ten_minutes(joining: Joining, talk: Conversation, clock: Clock) -> None:
    code = joining.make_code(talk.person_id)
    clock.advance(seconds=VALID.total_seconds() - 1)
    assert joining.redeem(code, "one").person_id == talk.person_id
    clock.advance(seconds=1)
    assert joining.redeem(code, "one") is None


def test_a_new_code_ends_the_earlier_one(joining: Joining, talk: Conversation) -> None:
    first, second = joining.make_code(talk.person_id), joining.make_code(talk.person_id)
    assert joining.redeem(first, "one") is None
    assert joining.redeem(second, "one").person_id == talk.person_id


def test_the_code_itself_is_not_stored(joining: Joining, talk: Conversation, engine: Engine) -> None:
    code = joining.make_code(talk.person_id)
    with engine.connect() as connection:
        row = str(connection.execute(sa.select(link_codes)).one())
    assert code not in row
    assert Joining(engine, "t" * 32).redeem(code, "one") is None, "its digest is keyed"


def test_codes_have_eight_symbols_that_look_like_nothing_else(joining: Joining, talk: Conversation) -> None:
    for _ in range(50):
        code = joining.make_code(talk.person_id)
        assert len(code) == 8
        assert set(code) <= set(DIGITS + LETTERS)
        assert code_in(shown(code)) == code_in(code.lower()) == code_in(f" {code[:4]} {code[4:]}\n") == code
    assert not set("0O1IL2Z5S8BU") & set(DIGITS + LETTERS)


@pytest.mark.parametrize(
    "text",
    ["teachers", "MATHEMAT", "34679346", "TEF 44444", "C1 34679", "K7MQ-3XW", "K7MQ-3XWDD", "my K7MQ3XWD"],
)
def test_what_people_write_is_no_code(text: str) -> None:
    assert code_in(text) is None


def test_joined_conversations_have_one_person(
    joining: Joining, store: Store, talk: Conversation, other: Conversation
) -> None:
    tell(store, talk, age=29)
    tell(store, other, age=40)
    store.said.add_message(other.sender_id, {"text": "bonjour"})
    joining.join(talk.person_id, other.person_id)
    assert store.person_of(other.sender_id).id == store.person_of(talk.sender_id).id == talk.person_id
    assert store.profile(talk.person_id) == {"age": 29}
    assert [message.body["text"] for message in store.said.messages(other.sender_id)] == ["bonjour"]
    with pytest.raises(UnknownPerson):
        store.person(other.person_id)


def test_a_consent_and_a_subscription_of_the_one_who_goes_pass_on(
    joining: Joining, store: Store, talk: Conversation, other: Conversation, engine: Engine, clock: Clock
) -> None:
    alerts = Alerts(engine, clock)
    store.give_consent(other.person_id)
    alerts.subscribe(other.person_id, "all", "447")
    joining.join(talk.person_id, other.person_id)
    assert not store.person(talk.person_id).ephemeral
    assert alerts.subscription(talk.person_id).kind == "all"


def test_what_the_one_who_stays_decided_is_not_changed(
    joining: Joining, store: Store, talk: Conversation, other: Conversation, engine: Engine, clock: Clock
) -> None:
    alerts = Alerts(engine, clock)
    store.give_consent(talk.person_id)
    consent = store.person(talk.person_id).consent_at
    alerts.subscribe(talk.person_id, "mine", "447")
    alerts.subscribe(other.person_id, "all", "447")
    joining.join(talk.person_id, other.person_id)
    assert store.person(talk.person_id).consent_at == consent
    assert alerts.subscription(talk.person_id).kind == "mine"


def test_nobody_is_joined_with_someone_erased(
    joining: Joining, store: Store, talk: Conversation, other: Conversation
) -> None:
    store.erase(talk.person_id)
    with pytest.raises(UnknownPerson):
        joining.join(talk.person_id, other.person_id)
    assert store.person_of(other.sender_id).id == other.person_id
