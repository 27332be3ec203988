"""The scheduler's jobs."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.processes.scheduler import RETENTION, follow_rounds, forget
from bot.sources import feed
from bot.sources.feed import FeedError
from bot.store import Store, UnknownConversation, make_engine
from bot.store.alerts import Alerts
from bot.store.feedback import Feedback
from tests.helpers.moving_clock import Clock


def test_subscribers_are_served_even_when_the_feed_cannot_be_had(
    sqlite_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Path) -> None:
        raise FeedError("status 500")

    monkeypatch.setattr(feed, "refresh", fail)
    store, alerts = Store(sqlite_database), Alerts(make_engine(sqlite_database))
    person = store.open_conversation("web", "en").person_id
    alerts.subscribe(person, "all", "446")
    follow_rounds(tmp_path, alerts)
    news = alerts.waiting(person)
    assert news is not None
    assert news.rounds == ("447",)
    assert "status 500; what is known up to 2026-10-01 is served" in caplog.text
    store.close()


def test_the_retention_run_erases_what_is_too_old_and_says_when_it_was_done(sqlite_database: str) -> None:
    clock = Clock()
    store, feedback = Store(sqlite_database, clock), Feedback(make_engine(sqlite_database), clock)
    agreed, stranger = store.open_conversation("web", "en"), store.open_conversation("web", "en")
    store.give_consent(agreed.person_id)
    feedback.give(agreed.sender_id, 1, "up", channel="web", language="en", reply={})
    assert store.last_done(RETENTION) is None
    clock.advance(days=2)
    forget(store, feedback, timedelta(days=365))
    assert store.last_done(RETENTION) == clock.time
    with pytest.raises(UnknownConversation):
        store.person_of(stranger.sender_id)
    store.person_of(agreed.sender_id)
    clock.advance(days=364)
    forget(store, feedback, timedelta(days=365))
    with pytest.raises(UnknownConversation):
        store.person_of(agreed.sender_id)
    assert feedback.opinions() == ()
    store.close()
