"""Reminders: each deadline is told twice at most, in time, and only while it holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from bot.alerts.news import compose_on, news_for
from bot.alerts.reminders import queue_reminders
from bot.alerts.sending import Blocked, Pace, send_news
from bot.dialogue.plans import with_date
from bot.store import Store, make_engine
from bot.store.alerts import Alerts
from express_entry.rounds import seed
from tests.helpers.messenger import Clock, Messenger

ITA = date(2026, 11, 12)
LAST = date(2027, 1, 11)
TEST = {"test": "celpip_g", "listening": 9, "reading": 9, "writing": 9, "speaking": 9}


@pytest.fixture
def alerts(database: str) -> Iterator[Alerts]:
    engine = make_engine(database)
    yield Alerts(engine, Clock().now)
    engine.dispose()


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    store = Store(database)
    yield store
    store.close()


def reminded(store: Store, alerts: Alerts, channel: str = "telegram", profile: Any = None) -> str:
    """Someone invited on :data:`ITA` who wants to be reminded since then."""
    talk = store.open_conversation(channel, "en")
    store.change_plan(talk.person_id, lambda plan: with_date(plan, "ita", ITA))
    if profile:
        store.confirm(talk.person_id, "m", profile, [], state={}, revision=0)
    alerts.remind(talk.person_id, ITA)
    return talk.person_id


def send(alerts: Alerts, on: date, *outcomes: Any) -> list[str]:
    """What is sent on a day."""
    queue_reminders(alerts, on)
    messenger, clock = Messenger(*outcomes), Clock()
    send_news(alerts, messenger, compose_on(seed(), on), Pace(now=clock.seconds, sleep=clock.sleep))
    return [reply.text for _, reply in messenger.delivered]


def test_the_last_day_is_told_a_week_and_a_day_before_and_no_more(store: Store, alerts: Alerts) -> None:
    reminded(store, alerts)

    days = (LAST - timedelta(number) for number in (20, 8, 7, 6, 2, 1, 0, -1))
    told = {day: texts for day in days if (texts := send(alerts, day))}

    assert set(told) == {LAST - timedelta(7), LAST - timedelta(1)}
    assert "in 7 days" in told[LAST - timedelta(7)][0]
    assert "tomorrow" in told[LAST - timedelta(1)][0]


def test_a_test_that_expires_is_told_three_months_and_one_before(store: Store, alerts: Alerts) -> None:
    reminded(store, alerts, profile={"first_language": {**TEST, "date": "2025-06-01"}})

    last = date(2027, 5, 31)
    told = []
    for before in (91, 90, 89, 31, 30, 29, 1):
        texts = send(alerts, last - timedelta(before))
        told += [before for text in texts if "first language test" in text]
    assert told == [90, 30]


def test_days_on_which_nothing_ran_are_made_up_for(store: Store, alerts: Alerts) -> None:
    reminded(store, alerts)

    assert "in 4 days" in send(alerts, LAST - timedelta(4))[0]
    assert send(alerts, LAST - timedelta(4)) == []


def test_what_no_longer_holds_is_not_told(store: Store, alerts: Alerts) -> None:
    person = reminded(store, alerts)
    queue_reminders(alerts, LAST - timedelta(7))
    store.change_plan(person, lambda plan: with_date(plan, "ita", None))

    assert send(alerts, LAST - timedelta(7)) == []
    assert alerts.waiting(person) is None


def test_on_the_web_it_waits_for_the_next_visit(store: Store, alerts: Alerts) -> None:
    person = reminded(store, alerts, channel="web")
    assert send(alerts, LAST - timedelta(7)) == []

    found = news_for(alerts, person, compose_on(seed(), LAST - timedelta(6)))
    assert found is not None
    news, reply = found
    assert "in 6 days" in reply.text
    alerts.told(news)
    assert news_for(alerts, person, compose_on(seed(), LAST - timedelta(6))) is None


def test_rounds_and_reminders_come_in_one_message(store: Store, alerts: Alerts) -> None:
    person = reminded(store, alerts)
    alerts.subscribe(person, "all", "446")
    (subscriber,) = alerts.behind("447", "", 10)
    alerts.queue([(subscriber, ("447",))], "447")

    (text,) = send(alerts, LAST - timedelta(1))
    assert "A reminder" in text
    assert "447" in text or "October" in text


def test_ending_one_leaves_the_other(store: Store, alerts: Alerts) -> None:
    person = reminded(store, alerts)
    alerts.subscribe(person, "all", "447")
    queue_reminders(alerts, LAST - timedelta(1))

    alerts.unsubscribe(person)
    assert send(alerts, LAST - timedelta(1))
    assert alerts.stop_reminders(person)
    assert not alerts.stop_reminders(person)


def test_a_chat_that_takes_nothing_any_more_ends_both(store: Store, alerts: Alerts) -> None:
    person = reminded(store, alerts)

    assert send(alerts, LAST - timedelta(1), Blocked()) == []
    assert not alerts.is_reminded(person)
