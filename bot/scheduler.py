"""What happens by the clock, in a light process of its own. It never imports Rasa."""

from __future__ import annotations

import logging
import signal
from types import FrameType

from apscheduler.schedulers.blocking import BlockingScheduler

from bot import logs
from bot.settings import Settings
from bot.store import Store

RETENTION_MINUTES = 10
_log = logging.getLogger(__name__)


def forget_strangers(store: Store) -> None:
    """Erase everyone without consent whose last message is a day ago."""
    gone = store.expire_ephemeral()
    if gone:
        _log.info("Retention: %d conversations erased", len(gone))


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

    def stop(number: int, frame: FrameType | None) -> None:
        scheduler.shutdown(wait=False)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    scheduler.start()


if __name__ == "__main__":
    main()
