"""What happens by the clock, in a light process of its own. It never imports Rasa."""

from __future__ import annotations

import logging
import signal
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import FrameType

from apscheduler.schedulers.blocking import BlockingScheduler

from bot.alerts.sending import Sender
from bot.alerts.telling import tell_subscribers
from bot.channels.telegram import alerts_sender
from bot.operating import logs
from bot.settings import Settings
from bot.sources import feed, official
from bot.store import Store, make_engine
from bot.store.alerts import Alerts

RETENTION_MINUTES = 10
ROUNDS_HOURS, ROUNDS_MINUTE, ROUNDS_JITTER = "10-23", 7, 300
"""When the feed of rounds is looked at (UTC): rounds were held from 10 to 18 hours; seconds of jitter."""
ROUNDS_AFTER_START = timedelta(minutes=1)
FIGURES_HOUR, FIGURES_MINUTE = 11, 37
"""When fees and processing times are looked at (UTC), once a day: they change a few times a year."""
_log = logging.getLogger(__name__)


def forget_strangers(store: Store) -> None:
    """Erase everyone without consent whose last message is a day ago."""
    gone = store.expire_ephemeral()
    if gone:
        _log.info("Retention: %d conversations erased", len(gone))


def follow_rounds(data_dir: Path, alerts: Alerts, sender: Sender | None = None) -> None:
    """Look for new rounds, and tell those who asked to be told."""
    feed.keep_current(data_dir)
    tell_subscribers(alerts, data_dir, sender)


def main() -> None:
    """Run the jobs until stopped."""
    settings = Settings.from_environment()
    logs.configure(settings.log_level)
    store = Store(settings.database_url)
    scheduler = BlockingScheduler()
    forget_strangers(store)
    scheduler.add_job(
        forget_strangers, "interval", [store], minutes=RETENTION_MINUTES, coalesce=True, max_instances=1
    )
    scheduler.add_job(
        follow_rounds,
        "cron",
        [settings.data_dir, Alerts(make_engine(settings.database_url)), alerts_sender(settings)],
        hour=ROUNDS_HOURS,
        minute=ROUNDS_MINUTE,
        jitter=ROUNDS_JITTER,
        timezone=timezone.utc,
        next_run_time=datetime.now(timezone.utc) + ROUNDS_AFTER_START,
        coalesce=True,
        max_instances=1,
    )

    scheduler.add_job(
        official.keep_current,
        "cron",
        [settings.data_dir],
        hour=FIGURES_HOUR,
        minute=FIGURES_MINUTE,
        jitter=ROUNDS_JITTER,
        timezone=timezone.utc,
        next_run_time=datetime.now(timezone.utc) + 2 * ROUNDS_AFTER_START,
        coalesce=True,
        max_instances=1,
    )

    def stop(number: int, frame: FrameType | None) -> None:
        scheduler.shutdown(wait=False)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    scheduler.start()


if __name__ == "__main__":
    main()
