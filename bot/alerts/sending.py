"""Sending the outbox through a messenger, each message once and never faster than the messenger allows.

It may be stopped at any moment and simply started again: only the one message under way can then arrive a
second time.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.alerts.news import BATCH, Compose
from bot.replies.reply import Reply
from bot.store.alerts import Alerts, News

PER_SECOND = 30
"""Messages a second over all chats (Telegram's limit)."""
PER_CHAT = 1.0
"""Seconds between two messages to one chat (Telegram's limit)."""
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=1)
"""After a failure a message waits; each time twice as long."""
LONGEST_WAIT = 120.0
"""Seconds that a run waits when it is told to; a longer wait is left to a later run."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sent:
    """The message arrived."""


@dataclass(frozen=True)
class RetryAfter:
    """The messenger wants nothing more for so many seconds; the message did not arrive."""

    seconds: float


@dataclass(frozen=True)
class Blocked:
    """This chat takes no messages any more."""


@dataclass(frozen=True)
class NotNow:
    """This message cannot be delivered there now and waits so many seconds; others go on."""

    seconds: float


Outcome = Sent | RetryAfter | Blocked | NotNow


class Sender(Protocol):
    """A messenger. Any exception means that the message may not have arrived: it is sent again later."""

    def send(self, chat: str, reply: Reply) -> Outcome:
        """Send a message to a conversation, named by its sender id."""


@dataclass
class Report:
    """What a run of ``send_news`` did, in messages; ``resumed`` ones may have arrived twice."""

    sent: int = 0
    blocked: int = 0
    failed: int = 0
    resumed: int = 0
    busy: bool = False
    """Another process is sending; nothing was done."""


@dataclass
class Pace:
    """Keeps to the limits: ``per_second`` messages in any second, one in ``per_chat`` seconds to a chat."""

    per_second: int = PER_SECOND
    per_chat: float = PER_CHAT
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _recent: deque[tuple[float, str]] = field(default_factory=deque)
    """The moments and chats of the last messages, as far back as a limit reaches."""

    def wait(self, chat: str) -> None:
        """Wait until a message may go to ``chat``, and count it."""
        free = max((at + self.per_chat for at, other in self._recent if other == chat), default=0.0)
        if len(self._recent) >= self.per_second:
            free = max(free, self._recent[-self.per_second][0] + 1)
        ahead = free - self.now()
        if ahead > 0:
            self.sleep(ahead)
        now = self.now()
        self._recent.append((now, chat))
        while self._recent and self._recent[0][0] < now - max(self.per_chat, 1):
            self._recent.popleft()


def send_news(
    alerts: Alerts,
    sender: Sender,
    compose: Compose,
    pace: Pace | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Report:
    """Send what is due, one message after the other, until nothing is; one process at a time."""
    run = _Run(alerts, sender, compose, pace or Pace(), now)
    with alerts.sole_sender() as alone:
        if not alone:
            return replace(run.report, busy=True)
        run.report.resumed = alerts.take_up_again()
        while people := alerts.due(BATCH):
            for person_id in people:
                news = alerts.take(person_id)
                if news is not None and not run.send(news):
                    return run.report
    return run.report


@dataclass
class _Run:
    """One run through the outbox, and what came of it."""

    alerts: Alerts
    sender: Sender
    compose: Compose
    pace: Pace
    now: Callable[[], datetime]
    report: Report = field(default_factory=Report)

    def send(self, news: News) -> bool:
        """Send one message. False where the messenger wants a longer rest than a run waits."""
        try:
            reply = self.compose(news)
            if reply is None:
                self.alerts.told(news)
                return True
            self.pace.wait(news.chat)
            outcome = self.sender.send(news.chat, reply)
        except Exception:
            self._failed(news)
            return True
        return self._settle(news, outcome)

    def _failed(self, news: News) -> None:
        _log.exception("An alert could not be sent (attempt %d); it will be tried again", news.attempts + 1)
        pause = min(FIRST_PAUSE * 2 ** min(news.attempts, 20), LONGEST_PAUSE)
        self.alerts.later(news, self.now() + pause)
        self.report.failed += 1

    def _settle(self, news: News, outcome: Outcome) -> bool:
        if isinstance(outcome, Blocked):
            self.alerts.blocked(news, self.now() + FIRST_PAUSE)
            self.report.blocked += 1
        elif isinstance(outcome, NotNow):
            self.alerts.later(news, self.now() + timedelta(seconds=outcome.seconds))
        elif isinstance(outcome, RetryAfter):
            self.alerts.later(news, self.now() + timedelta(seconds=outcome.seconds))
            if outcome.seconds > LONGEST_WAIT:
                return False
            self.pace.sleep(outcome.seconds)
        else:
            self.alerts.told(news)
            self.report.sent += 1
        return True
