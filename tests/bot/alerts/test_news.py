"""Each subscriber is told once, whatever dies in between, and never faster than the messenger allows."""

from __future__ import annotations

import multiprocessing
import signal
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.alerts import news as module
from bot.alerts.news import compose_on, judge_on, news_for, queue_news
from bot.alerts.sending import Blocked, Outcome, Pace, Report, RetryAfter, Sent, send_news
from bot.alerts.telling import tell_subscribers
from bot.replies.reply import Reply
from bot.store import Store, make_engine
from bot.store.alerts import Alerts
from express_entry.rounds import History, Round, seed
from tests.helpers.messenger import Clock, Messenger

SPAWN = multiprocessing.get_context("spawn")
ON = date(2026, 11, 23)
JUDGE = judge_on(ON)
NURSE = {
    "age": 30,
    "marital_status": "never_married",
    "education": "bachelors_or_three_year",
    "education_country_is_canada": True,
    "canadian_work_years": 2,
    "first_language": {
        "test": "ielts_gt",
        "date": "2026-01-01",
        "listening": 8,
        "reading": 7,
        "writing": 7,
        "speaking": 7,
    },
    "second_language": None,
    "noc": "31301",
    "intends_quebec": False,
    "authorized_to_work_in_canada": True,
    "provincial_nomination": False,
}


def with_rounds(*new: Round) -> History:
    """The stock and these rounds."""
    return replace(seed(), rounds=(*seed().rounds, *new))


def new_round(number: int, category: str = "cec", cutoff: int = 300) -> Round:
    """A round after those of the stock."""
    return Round(str(number), date(2026, 10, 13), "A new kind", category, (), 1000, cutoff, None)


NEW = with_rounds(new_round(448))


@pytest.fixture
def clock() -> Clock:
    """The time."""
    return Clock()


@pytest.fixture
def alerts(database: str, clock: Clock) -> Iterator[Alerts]:
    """An empty outbox."""
    engine = make_engine(database)
    yield Alerts(engine, clock.now)
    engine.dispose()


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    """The store beside it."""
    store = Store(database)
    yield store
    store.close()


def subscriber(
    store: Store, alerts: Alerts, kind: Any = "all", channel: str = "telegram", profile: Any = None
) -> tuple[str, str]:
    """Someone subscribed after the last round of the stock: (person, conversation)."""
    talk = store.open_conversation(channel, "en")
    if profile:
        store.confirm(talk.person_id, "m", profile, [], state={}, revision=0)
    alerts.subscribe(talk.person_id, kind, "447")
    return talk.person_id, talk.sender_id


def send(alerts: Alerts, messenger: Messenger, clock: Clock, history: History = NEW) -> Report:
    """One run, on the test's clock."""
    pace = Pace(now=clock.seconds, sleep=clock.sleep)
    return send_news(alerts, messenger, compose_on(history, ON), pace, clock.now)


# What is wanted


def test_all_rounds_are_told_to_who_asked_for_all(store: Store, alerts: Alerts) -> None:
    person, _ = subscriber(store, alerts)
    assert queue_news(alerts, with_rounds(new_round(448), new_round(449, "other")), JUDGE) == 1
    news = alerts.waiting(person)
    assert news is not None
    assert news.rounds == ("448", "449")


def test_a_refresh_without_new_rounds_tells_nobody(store: Store, alerts: Alerts) -> None:
    subscriber(store, alerts)
    assert queue_news(alerts, seed(), JUDGE) == 0
    assert queue_news(alerts, replace(seed(), rounds=()), JUDGE) == 0


def test_a_shrunken_history_tells_nothing_again(store: Store, alerts: Alerts) -> None:
    person, _ = subscriber(store, alerts)
    queue_news(alerts, replace(seed(), rounds=seed().rounds[:-3]), JUDGE)
    found = alerts.subscription(person)
    assert found is not None
    assert found.told_through == "447"
    queue_news(alerts, seed(), JUDGE)
    assert alerts.waiting(person) is None


@pytest.mark.parametrize(
    ("kind", "category", "cutoff", "told"),
    [
        ("mine", "cec", 900, True),
        ("mine", "healthcare", 900, True),
        ("mine", "pnp", 300, False),
        ("mine", "other", 300, False),
        ("enough", "cec", 300, True),
        ("enough", "cec", 900, False),
        ("enough", "pnp", 300, False),
    ],
)
def test_rounds_are_chosen_by_profile_and_score(
    store: Store, alerts: Alerts, kind: str, category: str, cutoff: int, told: bool
) -> None:
    person, _ = subscriber(store, alerts, kind, profile=NURSE)
    queue_news(alerts, with_rounds(new_round(448, category, cutoff)), JUDGE)
    assert (alerts.waiting(person) is not None) is told


def test_a_score_equal_to_the_cut_off_may_be_enough(store: Store, alerts: Alerts) -> None:
    standing = JUDGE(NURSE)
    assert standing is not None
    person, _ = subscriber(store, alerts, "enough", profile=NURSE)
    queue_news(alerts, with_rounds(new_round(448, "cec", standing.score)), JUDGE)
    assert alerts.waiting(person) is not None


def test_someone_who_told_nothing_has_no_categories_yet(store: Store, alerts: Alerts) -> None:
    person, _ = subscriber(store, alerts, "mine")
    queue_news(alerts, NEW, JUDGE)
    assert alerts.waiting(person) is None


def test_a_profile_that_no_longer_holds_stops_nobody(store: Store, alerts: Alerts) -> None:
    subscriber(store, alerts, "mine", profile={"birth_date": "2030-01-01"})
    person, _ = subscriber(store, alerts)
    assert queue_news(alerts, NEW, JUDGE) == 1
    assert alerts.waiting(person) is not None


def test_thousands_are_queued_in_batches(
    store: Store, alerts: Alerts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 3)
    for _ in range(10):
        subscriber(store, alerts)
    assert queue_news(alerts, NEW, JUDGE) == 10


# Sending


def test_each_subscriber_is_told_once(store: Store, alerts: Alerts, clock: Clock) -> None:
    chats = {subscriber(store, alerts)[1] for _ in range(5)}
    queue_news(alerts, NEW, JUDGE)
    messenger = Messenger()
    assert send(alerts, messenger, clock).sent == 5
    assert queue_news(alerts, NEW, JUDGE) == 0
    assert send(alerts, messenger, clock).sent == 0
    assert Counter(chat for chat, _ in messenger.delivered) == Counter(chats)
    assert "**300**" in messenger.delivered[0][1].text


def test_several_rounds_come_in_one_message(store: Store, alerts: Alerts, clock: Clock) -> None:
    subscriber(store, alerts)
    history = with_rounds(*(new_round(448 + step, cutoff=301 + step) for step in range(7)))
    queue_news(alerts, history, JUDGE)
    messenger = Messenger()
    send(alerts, messenger, clock, history)
    ((_, reply),) = messenger.delivered
    assert [f"**{cutoff}**" in reply.text for cutoff in range(301, 308)] == [False] * 2 + [True] * 5
    assert reply.buttons[-1].payload == "/unsubscribe"


def test_a_blocked_chat_ends_its_subscription(store: Store, alerts: Alerts, clock: Clock) -> None:
    person, _ = subscriber(store, alerts)
    queue_news(alerts, NEW, JUDGE)
    assert send(alerts, Messenger(Blocked()), clock).blocked == 1
    assert alerts.subscription(person) is None
    assert alerts.waiting(person) is None


def test_retry_after_is_honoured_and_nothing_is_lost(store: Store, alerts: Alerts, clock: Clock) -> None:
    chats = {subscriber(store, alerts)[1] for _ in range(3)}
    queue_news(alerts, NEW, JUDGE)
    messenger = Messenger(Sent(), RetryAfter(7))
    assert send(alerts, messenger, clock).sent == 3
    assert {chat for chat, _ in messenger.delivered} == chats
    assert 7 in clock.slept
    assert len(messenger.asked) == 4


def test_a_long_rest_is_left_to_a_later_run(store: Store, alerts: Alerts, clock: Clock) -> None:
    for _ in range(3):
        subscriber(store, alerts)
    queue_news(alerts, NEW, JUDGE)
    messenger = Messenger(RetryAfter(3600))
    assert send(alerts, messenger, clock).sent == 0
    assert len(messenger.asked) == 1
    assert max(clock.slept, default=0) < 60
    clock.sleep(3600)
    assert send(alerts, messenger, clock).sent == 3


def test_a_failure_is_tried_again_later_and_keeps_nobody_waiting(
    store: Store, alerts: Alerts, clock: Clock
) -> None:
    for _ in range(3):
        subscriber(store, alerts)
    queue_news(alerts, NEW, JUDGE)
    messenger = Messenger(ConnectionError("no way there"))
    report = send(alerts, messenger, clock)
    assert (report.failed, report.sent) == (1, 2)
    assert send(alerts, messenger, clock).sent == 0
    clock.sleep(30)
    assert send(alerts, messenger, clock).sent == 1


def test_pauses_after_failures_grow_up_to_an_hour(store: Store, alerts: Alerts, clock: Clock) -> None:
    subscriber(store, alerts)
    queue_news(alerts, NEW, JUDGE)
    for pause in (30, 60, 120, 240, 480, 960, 1920, 3600, 3600):
        assert send(alerts, Messenger(ConnectionError("no")), clock).failed == 1
        clock.sleep(pause - 1)
        assert send(alerts, Messenger(), clock).sent == 0
        clock.sleep(1)
    assert send(alerts, Messenger(), clock).sent == 1


def test_a_second_sender_does_nothing(store: Store, alerts: Alerts, clock: Clock) -> None:
    subscriber(store, alerts)
    queue_news(alerts, NEW, JUDGE)
    with alerts.sole_sender():
        report = send(alerts, Messenger(), clock)
    assert report.busy
    assert report.sent == 0


def test_on_the_web_the_news_is_shown_at_the_next_visit_once(store: Store, alerts: Alerts) -> None:
    person, _ = subscriber(store, alerts, channel="web")
    assert news_for(alerts, person, compose_on(NEW, ON)) is None
    queue_news(alerts, NEW, JUDGE)
    found = news_for(alerts, person, compose_on(NEW, ON))
    assert found is not None
    news, reply = found
    assert "**300**" in reply.text
    alerts.told(news)
    assert news_for(alerts, person, compose_on(NEW, ON)) is None


def test_a_score_of_before_the_change_is_compared_with_its_reservation(store: Store, alerts: Alerts) -> None:
    person, _ = subscriber(store, alerts, profile=NURSE)
    after = replace(new_round(448), date=date(2026, 11, 10))
    queue_news(alerts, with_rounds(after), JUDGE)
    found = news_for(alerts, person, compose_on(with_rounds(after), ON))
    assert found is not None
    assert "3 November 2026" in found[1].text


def test_telling_reads_the_rounds_that_are_kept(store: Store, alerts: Alerts, tmp_path: Path) -> None:
    person, _ = subscriber(store, alerts)
    assert tell_subscribers(alerts, tmp_path) == (0, Report())
    alerts.unsubscribe(person)
    alerts.subscribe(person, "all", "446")
    messenger = Messenger()
    queued, report = tell_subscribers(alerts, tmp_path, messenger)
    assert (queued, report.sent) == (1, 1)


# The pace


def test_never_more_than_thirty_in_a_second(clock: Clock) -> None:
    pace, moments = Pace(now=clock.seconds, sleep=clock.sleep), []
    for chat in range(300):
        pace.wait(str(chat))
        moments.append(clock.passed)
    for first, after in zip(moments, moments[30:], strict=False):
        assert after - first >= 1 - 1e-9
    assert clock.passed <= 300 / 30


def test_never_more_than_one_a_second_to_one_chat(clock: Clock) -> None:
    pace, moments = Pace(now=clock.seconds, sleep=clock.sleep), []
    for chat in ("a", "b", "a", "c", "a"):
        pace.wait(chat)
        if chat == "a":
            moments.append(clock.passed)
    assert moments == [0, 1, 2]


def test_who_is_slow_anyway_does_not_wait(clock: Clock) -> None:
    pace = Pace(now=clock.seconds, sleep=clock.sleep)
    for chat in range(100):
        pace.wait(str(chat))
        clock.passed += 0.05
    assert clock.slept == []


# Processes that are killed


class Ledger:
    """Delivers by adding a line to a file, which outlives the process."""

    def __init__(self, path: str) -> None:
        self.path = path

    def send(self, chat: str, reply: Reply) -> Outcome:
        with open(self.path, "a") as file:
            file.write(f"{chat}\n")
        return Sent()


def queue_and_stop(url: str, step: int, report: Connection) -> None:
    """Queue in transactions of two people, and stand still inside one, after so many writes."""
    engine, done = make_engine(url), 0

    def stop(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        nonlocal done
        done += statement.startswith(("UPDATE", "INSERT"))
        if done == step:
            report.send("inside")
            signal.pause()

    sa.event.listen(engine, "after_cursor_execute", stop)
    module.BATCH = 2
    queue_news(Alerts(engine, Clock().now), NEW, JUDGE)


def send_and_stop(url: str, ledger: str, place: str, after: int, report: Connection) -> None:
    """Send, and stand still at one place of the message after so many."""
    done = 0

    def stop_at(here: str) -> None:
        nonlocal done
        if here == place:
            done += 1
            if done > after:
                report.send("inside")
                signal.pause()

    class Stopping(Alerts):
        def take(self, person_id: str) -> Any:
            stop_at("before taking")
            news = super().take(person_id)
            stop_at("after taking")
            return news

        def told(self, news: Any) -> None:
            stop_at("after sending")
            super().told(news)
            stop_at("after telling")

    send_news(
        Stopping(make_engine(url), Clock().now), Ledger(ledger), compose_on(NEW, ON), Pace(per_second=10_000)
    )


def killed(target: Any, *arguments: Any) -> None:
    """Run it in a process of its own, and kill that where it stands still."""
    here, there = SPAWN.Pipe()
    process = SPAWN.Process(target=target, args=(*arguments, there))
    process.start()
    there.close()
    assert here.poll(60)
    assert here.recv() == "inside"
    process.kill()
    process.join()


@pytest.mark.parametrize("step", [1, 2, 3, 4, 6])
def test_queuing_that_is_killed_goes_on_where_it_was(
    store: Store, alerts: Alerts, database: str, step: int, clock: Clock
) -> None:
    chats = {subscriber(store, alerts)[1] for _ in range(5)}
    killed(queue_and_stop, database, step)
    queue_news(alerts, NEW, JUDGE)
    queue_news(alerts, NEW, JUDGE)
    messenger = Messenger()
    send(alerts, messenger, clock)
    assert Counter(chat for chat, _ in messenger.delivered) == Counter(chats)


@pytest.mark.parametrize(
    ("place", "resumed", "twice"),
    [("before taking", 0, 0), ("after taking", 1, 0), ("after sending", 1, 1), ("after telling", 0, 0)],
)
def test_sending_that_is_killed_loses_nothing_and_repeats_at_most_the_message_under_way(
    store: Store, alerts: Alerts, database: str, tmp_path: Path, place: str, resumed: int, twice: int
) -> None:
    chats = {subscriber(store, alerts)[1] for _ in range(6)}
    queue_news(alerts, NEW, JUDGE)
    ledger = tmp_path / "ledger"
    killed(send_and_stop, database, str(ledger), place, 2)
    while (report := send_news(alerts, Ledger(str(ledger)), compose_on(NEW, ON), now=Clock().now)).busy:
        pass  # PostgreSQL frees a dead process's place a moment later
    arrived = Counter(ledger.read_text().split())
    assert set(arrived) == chats
    assert arrived.total() == len(chats) + twice
    assert report.resumed == resumed
    assert alerts.due(10) == ()
