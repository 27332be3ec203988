"""The scheduler's jobs."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.processes.scheduler import follow_rounds
from bot.sources import feed
from bot.sources.feed import FeedError
from bot.store import Store, make_engine
from bot.store.alerts import Alerts


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
