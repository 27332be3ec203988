"""Subscriptions and the outbox on both kinds of database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.engine import Engine

from bot.store import Conversation, Store, UnknownPerson
from bot.store.alerts import Alerts
from tests.helpers.moving_clock import Clock


@pytest.fixture
def alerts(engine: Engine, clock: Clock) -> Alerts:
    """The outbox of the store."""
    return Alerts(engine, clock)


@pytest.fixture
def chat(store: Store) -> Conversation:
    """Someone on a channel that can be told without having asked."""
    return store.open_conversation("telegram", "fr")


def queue(alerts: Alerts, *numbers: str, newest: str | None = None) -> int:
    """Put these rounds into the outbox for everyone who is behind."""
    newest = newest or numbers[-1]
    return alerts.queue([(each, numbers) for each in alerts.behind(newest, "", 100)], newest)


def test_a_subscription_is_kept_until_it_is_ended(alerts: Alerts, talk: Conversation, clock: Clock) -> None:
    assert alerts.subscription(talk.person_id) is None
    made = alerts.subscribe(talk.person_id, "enough", "447")
    assert alerts.subscription(talk.person_id) == made
    assert (made.kind, made.told_through, made.created_at) == ("enough", "447", clock.time)
    assert alerts.unsubscribe(talk.person_id)
    assert alerts.subscription(talk.person_id) is None
    assert not alerts.unsubscribe(talk.person_id)


def test_changing_ones_mind_does_not_lose_what_is_not_told_yet(alerts: Alerts, talk: Conversation) -> None:
    alerts.subscribe(talk.person_id, "all", "446")
    changed = alerts.subscribe(talk.person_id, "mine", "447")
    assert (changed.kind, changed.told_through) == ("mine", "446")
    assert alerts.subscription(talk.person_id) == changed


def test_only_someone_known_and_a_known_kind_can_be_subscribed(alerts: Alerts, talk: Conversation) -> None:
    with pytest.raises(UnknownPerson):
        alerts.subscribe("nobody", "all", "447")
    with pytest.raises(ValueError, match="kind"):
        alerts.subscribe(talk.person_id, "some", "447")  # type: ignore[arg-type]


def test_those_who_are_behind_come_in_pages_with_their_profile(alerts: Alerts, store: Store) -> None:
    people = sorted(store.open_conversation("web", "en").person_id for _ in range(5))
    for person in people:
        alerts.subscribe(person, "mine", "447")
    store.confirm(people[0], "m1", {"age": 30}, [], state={}, revision=0)
    assert alerts.behind("447", "", 10) == ()
    first = alerts.behind("448", "", 2)
    rest = alerts.behind("448", first[-1].person_id, 10)
    assert [each.person_id for each in (*first, *rest)] == people
    assert first[0].profile == {"age": 30}


def test_queuing_twice_tells_once(alerts: Alerts, talk: Conversation) -> None:
    alerts.subscribe(talk.person_id, "all", "447")
    behind = [(each, ("448",)) for each in alerts.behind("448", "", 10)]
    assert alerts.queue(behind, "448") == 1
    assert alerts.queue(behind, "448") == 0
    news = alerts.waiting(talk.person_id)
    assert news is not None
    assert news.rounds == ("448",)


def test_someone_who_wants_none_of_the_new_rounds_is_told_through_them(
    alerts: Alerts, talk: Conversation
) -> None:
    alerts.subscribe(talk.person_id, "mine", "447")
    (subscriber,) = alerts.behind("448", "", 10)
    assert alerts.queue([(subscriber, ())], "448") == 0
    assert alerts.waiting(talk.person_id) is None
    assert alerts.behind("448", "", 10) == ()


def test_ending_between_reading_and_queuing_wins(alerts: Alerts, talk: Conversation) -> None:
    alerts.subscribe(talk.person_id, "all", "447")
    behind = [(each, ("448",)) for each in alerts.behind("448", "", 10)]
    alerts.unsubscribe(talk.person_id)
    assert alerts.queue(behind, "448") == 0
    assert alerts.waiting(talk.person_id) is None


def test_ending_takes_what_waits_along(alerts: Alerts, chat: Conversation) -> None:
    alerts.subscribe(chat.person_id, "all", "447")
    queue(alerts, "448")
    alerts.unsubscribe(chat.person_id)
    assert alerts.due(10) == ()
    assert alerts.take(chat.person_id) is None


def test_taken_news_names_the_chat_and_is_not_taken_twice(alerts: Alerts, chat: Conversation) -> None:
    alerts.subscribe(chat.person_id, "all", "446")
    queue(alerts, "447", "448")
    assert alerts.due(10) == (chat.person_id,)
    news = alerts.take(chat.person_id)
    assert news is not None
    assert (news.chat, news.language, news.rounds) == (chat.sender_id, "fr", ("447", "448"))
    assert alerts.take(chat.person_id) is None
    assert alerts.due(10) == ()
    assert alerts.waiting(chat.person_id) is None, "what is being sent is not also shown elsewhere"
    alerts.told(news)
    assert alerts.take_up_again() == 0


def test_news_that_comes_while_a_message_is_under_way_waits_for_the_next(
    alerts: Alerts, chat: Conversation
) -> None:
    alerts.subscribe(chat.person_id, "all", "447")
    queue(alerts, "448")
    first = alerts.take(chat.person_id)
    queue(alerts, "449")
    assert first is not None
    alerts.told(first)
    second = alerts.take(chat.person_id)
    assert second is not None
    assert second.rounds == ("449",)


def test_what_a_dead_sender_had_under_way_is_due_again(alerts: Alerts, chat: Conversation) -> None:
    alerts.subscribe(chat.person_id, "all", "447")
    queue(alerts, "448")
    alerts.take(chat.person_id)
    assert alerts.take_up_again() == 1
    assert alerts.due(10) == (chat.person_id,)
    assert alerts.take_up_again() == 0


def test_a_failed_message_waits(alerts: Alerts, chat: Conversation, clock: Clock) -> None:
    alerts.subscribe(chat.person_id, "all", "447")
    queue(alerts, "448")
    news = alerts.take(chat.person_id)
    assert news is not None
    alerts.later(news, clock.time + timedelta(minutes=5))
    assert alerts.due(10) == ()
    clock.advance(minutes=5)
    assert alerts.due(10) == (chat.person_id,)
    again = alerts.take(chat.person_id)
    assert again is not None
    assert again.attempts == 1


def test_on_the_web_news_waits_for_the_visit(alerts: Alerts, talk: Conversation) -> None:
    alerts.subscribe(talk.person_id, "all", "447")
    queue(alerts, "448")
    assert alerts.due(10) == ()
    news = alerts.waiting(talk.person_id)
    assert news is not None
    alerts.told(news)
    assert alerts.waiting(talk.person_id) is None


def test_a_closed_chat_is_not_written_to(alerts: Alerts, store: Store, chat: Conversation) -> None:
    alerts.subscribe(chat.person_id, "all", "447")
    queue(alerts, "448")
    store.close_conversation(chat.sender_id)
    assert alerts.due(10) == ()
    assert alerts.take(chat.person_id) is None
    again = store.open_conversation("telegram", "en", chat.person_id)
    news = alerts.take(chat.person_id)
    assert news is not None
    assert news.chat == again.sender_id


def test_erasing_a_person_ends_it_all(alerts: Alerts, store: Store, chat: Conversation, clock: Clock) -> None:
    alerts.subscribe(chat.person_id, "all", "447")
    queue(alerts, "448")
    news = alerts.take(chat.person_id)
    assert news is not None
    store.erase(chat.person_id)
    alerts.told(news)
    alerts.later(news, clock.time)
    assert alerts.behind("449", "", 10) == ()
    assert alerts.take_up_again() == 0


def test_what_is_subscribed_is_handed_out(alerts: Alerts, store: Store, talk: Conversation) -> None:
    alerts.subscribe(talk.person_id, "enough", "447")
    queue(alerts, "448")
    stored = store.export(talk.person_id)
    assert stored["subscriptions"][0]["kind"] == "enough"
    assert stored["outbox"][0]["round"] == "448"


def test_one_sender_at_a_time(engine: Engine, clock: Clock) -> None:
    first, second = Alerts(engine, clock), Alerts(engine, clock)
    with first.sole_sender() as alone:
        assert alone
        with second.sole_sender() as other:
            assert not other
    with second.sole_sender() as alone:
        assert alone
