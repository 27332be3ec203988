"""What happens by the clock, in a light process of its own. It never imports Rasa."""

from __future__ import annotations

import logging
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType

from apscheduler.schedulers.blocking import BlockingScheduler

from bot.alerts.sending import Sender
from bot.alerts.telling import tell_subscribers
from bot.channels.senders import alerts_sender
from bot.operating import logs
from bot.settings import Settings
from bot.sources import feed, official
from bot.store import Store, make_engine
from bot.store.alerts import Alerts
from bot.store.feedback import Feedback

RETENTION, RETENTION_MINUTES = "retention", 10
"""The name under which a run is noted, and how often there is one."""
ROUNDS_HOURS, ROUNDS_MINUTE, ROUNDS_JITTER = "10-23", 7, 300
"""When the feed of rounds is looked at (UTC): rounds were held from 10 to 18 hours; seconds of jitter."""
ROUNDS_AFTER_START = timedelta(minutes=1)
FIGURES_HOUR, FIGURES_MINUTE = 11, 37
"""When fees and processing times are looked at (UTC), once a day: they change a few times a year."""
_log = logging.getLogger(__name__)


def forget(store: Store, feedback: Feedback, longest: timedelta) -> None:
    """Erase everyone without consent whose last message is a day ago, everyone whose last message is
    ``longest`` ago, and opinions of more than a year ago."""
    gone = store.expire_ephemeral(longest=longest)
    if gone:
        _log.info("Retention: %d conversations erased", len(gone))
    feedback.expire()
    store.note_done(RETENTION)


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
    scheduler.add_job(
        forget,
        "interval",
        [store, Feedback(make_engine(settings.database_url)), settings.longest_kept],
        minutes=RETENTION_MINUTES,
        next_run_time=datetime.now(UTC),
        coalesce=True,
        max_instances=1,
    )
    scheduler.add_job(
        follow_rounds,
        "cron",
        [settings.data_dir, Alerts(make_engine(settings.database_url)), alerts_sender(settings)],
        hour=ROUNDS_HOURS,
        minute=ROUNDS_MINUTE,
        jitter=ROUNDS_JITTER,
        timezone=UTC,
        next_run_time=datetime.now(UTC) + ROUNDS_AFTER_START,
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
        timezone=UTC,
        next_run_time=datetime.now(UTC) + 2 * ROUNDS_AFTER_START,
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
