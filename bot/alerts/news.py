"""Telling subscribers about new rounds, each once, and reminding people of their deadlines.

``queue_news`` puts what is new into the outbox; ``send_news`` sends it through a :class:`Sender`, within the
limits of a messenger; on the web ``news_for`` has it for the next visit. All of it may be stopped at any
moment and simply started again: only the one message under way can then arrive a second time.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from itertools import takewhile
from pathlib import Path
from typing import Any, Protocol

from bot.alerts.reminders import queue_reminders, still_ahead
from bot.replies import rounds as replies
from bot.replies.reply import Reply
from bot.replies.timeline import reminder_reply
from bot.sources.rounds import history as history_of
from bot.store.alerts import Alerts, News, Subscriber
from express_entry.chances import Standing, standing
from express_entry.profile import ProfileError, parse_profile
from express_entry.rounds import History, Round, order
from express_entry.rule_changes import NewRules, by_new_rules

BATCH = 200
"""How many subscribers are served in one transaction."""
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


Outcome = Sent | RetryAfter | Blocked


class Sender(Protocol):
    """A messenger. Any exception means that the message may not have arrived: it is sent again later."""

    def send(self, chat: str, reply: Reply) -> Outcome:
        """Send a message to a conversation, named by its sender id."""


Judge = Callable[[Mapping[str, Any]], Standing | None]
"""The standing of a stored profile today; None where too little was told for a score."""
Compose = Callable[[News], Reply | None]
"""The message about ``News``; None where nothing of it holds any more."""


def judge_on(on: date) -> Judge:
    """Judges stored profiles as of the day ``on``."""

    def judge(profile: Mapping[str, Any]) -> Standing | None:
        try:
            return standing(parse_profile(profile, on), on) if profile else None
        except ProfileError:  # such as someone who had a birthday since they told their age
            return None

    return judge


def _renewed(profile: Mapping[str, Any], on: date) -> NewRules | None:
    """The person's score by rules that are new; None where there are none or too little was told."""
    try:
        return by_new_rules(parse_profile(profile, on), on) if profile else None
    except ProfileError:
        return None


def compose_on(history: History, on: date) -> Compose:
    """Writes messages with what is known on the day ``on``."""
    judge = judge_on(on)

    def compose(news: News) -> Reply | None:
        rounds = sorted((history.by_number[number] for number in news.rounds), key=lambda each: each.order)
        due = still_ahead(news.profile, news.plan, news.reminders, on)
        reminder = reminder_reply(news.language, due, on) if due else None
        if not rounds:
            return reminder
        renewed = _renewed(news.profile, on)
        told = replies.news(news.language, rounds, history, on, judge(news.profile), renewed)
        if reminder is None:
            return told
        return replace(reminder.after(told.text), sources=(*told.sources, *reminder.sources))

    return compose


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


def queue_news(alerts: Alerts, history: History, judge: Judge) -> int:
    """Put the rounds that each subscriber was not told into the outbox. Returns for how many people.

    Safe to repeat, and to stop at any moment.
    """
    latest = history.latest()
    if latest is None:
        return 0
    queued, after = 0, ""
    while subscribers := alerts.behind(latest.number, after, BATCH):
        news = [(each, wanted(each, history, judge)) for each in subscribers if _behind(each, latest)]
        queued += alerts.queue(news, latest.number)
        after = subscribers[-1].person_id
    return queued


def _behind(subscriber: Subscriber, latest: Round) -> bool:
    return order(subscriber.told_through) < latest.order


def wanted(subscriber: Subscriber, history: History, judge: Judge) -> tuple[str, ...]:
    """The rounds since the subscriber was last told that they asked to hear of, the oldest first."""
    new = _after(history.rounds, subscriber.told_through)
    if subscriber.kind == "all":
        return tuple(each.number for each in new)
    standing = judge(subscriber.profile)
    if standing is None:
        return ()
    return tuple(each.number for each in new if _concerns(each, standing, subscriber))


def _after(rounds: tuple[Round, ...], number: str) -> tuple[Round, ...]:
    """The rounds after this one; they are few, and the last ones."""
    last = order(number)
    return tuple(takewhile(lambda each: each.order > last, reversed(rounds)))[::-1]


def _concerns(each: Round, standing: Standing, subscriber: Subscriber) -> bool:
    mine = bool(standing.invited_in.get(each.category))
    return mine and (subscriber.kind == "mine" or standing.score >= each.cutoff)


def send_news(
    alerts: Alerts,
    sender: Sender,
    compose: Compose,
    pace: Pace | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
) -> Report:
    """Send what is due, one message after the other, until nothing is; one process at a time."""
    report, pace = Report(), pace or Pace()
    with alerts.sole_sender() as alone:
        if not alone:
            return replace(report, busy=True)
        report.resumed = alerts.take_up_again()
        while people := alerts.due(BATCH):
            for person_id in people:
                news = alerts.take(person_id)
                if news is not None and not _send(alerts, sender, compose, news, pace, report, now):
                    return report
    return report


def _send(
    alerts: Alerts,
    sender: Sender,
    compose: Compose,
    news: News,
    pace: Pace,
    report: Report,
    now: Callable[[], datetime],
) -> bool:
    """Send one message. False where the messenger wants a longer rest than a run waits."""
    try:
        reply = compose(news)
        if reply is None:
            alerts.told(news)
            return True
        pace.wait(news.chat)
        outcome = sender.send(news.chat, reply)
    except Exception:
        _log.exception("An alert could not be sent (attempt %d); it will be tried again", news.attempts + 1)
        alerts.later(news, now() + min(FIRST_PAUSE * 2 ** min(news.attempts, 20), LONGEST_PAUSE))
        report.failed += 1
        return True
    if isinstance(outcome, Blocked):
        alerts.unsubscribe(news.person_id)
        alerts.stop_reminders(news.person_id)
        report.blocked += 1
    elif isinstance(outcome, RetryAfter):
        alerts.later(news, now() + timedelta(seconds=outcome.seconds))
        if outcome.seconds > LONGEST_WAIT:
            return False
        pace.sleep(outcome.seconds)
    else:
        alerts.told(news)
        report.sent += 1
    return True


def news_for(alerts: Alerts, person_id: str, compose: Compose) -> tuple[News, Reply] | None:
    """What a person has not been told yet, as a message to show; once it is shown, ``alerts.told(news)``."""
    news = alerts.waiting(person_id)
    if news is None:
        return None
    reply = compose(news)
    if reply is None:
        alerts.told(news)
        return None
    return news, reply


def tell_subscribers(alerts: Alerts, data_dir: Path, sender: Sender | None = None) -> tuple[int, Report]:
    """Queue what is new and send what is due; without a sender it all waits for the next visit.

    Returns:
        For how many people something was queued, and what was sent.
    """
    history, on = history_of(data_dir), datetime.now(timezone.utc).date()
    queued = queue_news(alerts, history, judge_on(on)) + queue_reminders(alerts, on)
    report = Report() if sender is None else send_news(alerts, sender, compose_on(history, on))
    if queued or report != Report():
        _log.info("Alerts: %d queued, %s", queued, report)
    return queued, report
