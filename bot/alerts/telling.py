"""One run of telling people: what is new is queued, and what is due is sent."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path

from bot.alerts.news import compose_on, judge_on, queue_news
from bot.alerts.reminders import queue_reminders
from bot.alerts.sending import Report, Sender, send_news
from bot.sources.rounds import history as history_of
from bot.store.alerts import Alerts

_log = logging.getLogger(__name__)


def tell_subscribers(alerts: Alerts, data_dir: Path, sender: Sender | None = None) -> tuple[int, Report]:
    """Queue what is new and send what is due; without a sender it all waits for the next visit.

    Returns:
        For how many people something was queued, and what was sent.
    """
    history, on = history_of(data_dir), datetime.now(UTC).date()
    queued = queue_news(alerts, history, judge_on(on)) + queue_reminders(alerts, on)
    report = Report() if sender is None else send_news(alerts, sender, compose_on(history, on))
    if queued or report != Report():
        _log.info("Alerts: %d queued, %s", queued, report)
    return queued, report
