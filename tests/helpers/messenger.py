"""A messenger that delivers into a list, and time that passes only while someone sleeps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.alerts.sending import Outcome, Sent
from bot.replies.reply import Reply


class Messenger:
    """Delivers into a list; ``outcomes`` come first."""

    def __init__(self, *outcomes: Outcome | Exception) -> None:
        self.outcomes = list(outcomes)
        self.asked: list[str] = []
        self.delivered: list[tuple[str, Reply]] = []

    def send(self, chat: str, reply: Reply) -> Outcome:
        self.asked.append(chat)
        outcome = self.outcomes.pop(0) if self.outcomes else Sent()
        if isinstance(outcome, Exception):
            raise outcome
        if isinstance(outcome, Sent):
            self.delivered.append((chat, reply))
        return outcome


class Clock:
    """Time that passes only while someone sleeps; for stores (``now``) and for a pace (``seconds``)."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.slept: list[float] = []

    def seconds(self) -> float:
        return self.passed

    def now(self) -> datetime:
        return datetime(2026, 11, 23, tzinfo=UTC) + timedelta(seconds=self.passed)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.passed += seconds
