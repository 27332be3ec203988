"""``express-entry alerts send``: tells subscribers about new rounds; for cron."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from bot.commands.common import options, tell
from bot.replies import Words, words
from bot.settings import Settings


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("alerts", help=say("cli-help-alerts"))
    parser.add_argument("what", choices=("send",), help=say("cli-help-alerts-send"))
    options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from bot.alerts.telling import tell_subscribers
    from bot.channels.senders import alerts_sender
    from bot.store import make_engine
    from bot.store.alerts import Alerts
    from bot.store.migrations import upgrade

    settings = Settings.from_environment()
    upgrade(settings.database_url)
    alerts = Alerts(make_engine(settings.database_url))
    queued, report = tell_subscribers(alerts, settings.data_dir, alerts_sender(settings))
    answer = {"queued": queued, **asdict(report)}
    say = words(arguments.lang)
    return tell(answer, lambda found: say("cli-alerts-sent", **found), arguments.json)
