"""Reminding people of their deadlines, each at most twice; they go out with the news."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from bot.dialogue import plans
from bot.store.alerts import Alerts, Reminded
from express_entry.profile import ProfileError, in_any_order, parse_profile
from express_entry.timeline import LIMIT, LOSS, Deadline, timeline

BATCH = 200
"""How many people are served in one transaction."""
BEFORE: Mapping[str, tuple[int, ...]] = {
    "result": (90, 30),
    "birthday": (60, 14),
    "child": (60, 14),
    "profile": (30, 7),
}
"""Days before a deadline on which it is told, by the first part of its id: the longer something takes to
renew, the earlier."""
OTHERWISE = (7, 1)


def queue_reminders(alerts: Alerts, today: date) -> int:
    """Put today's reminders into the outbox. Returns the number of people who get one.

    Safe to repeat, and to stop at any moment; days on which it did not run are made up for.
    """
    queued, after = 0, ""
    while people := alerts.to_remind(today, after, BATCH):
        due = [(each, tuple(_key(deadline) for deadline in due_now(each, today))) for each in people]
        queued += alerts.queue_reminders(due, today)
        after = people[-1].person_id
    return queued


def due_now(person: Reminded, today: date) -> Iterator[Deadline]:
    """The deadlines of which a person is to be reminded since they last were."""
    for deadline in _ahead(person.profile, person.plan, today):
        before = BEFORE.get(deadline.id.split(".")[0], OTHERWISE)
        moments = (deadline.date - timedelta(days) for days in before)
        if any(person.told_through < moment <= today for moment in moments):
            yield deadline


def still_ahead(
    profile: Mapping[str, Any], plan: Mapping[str, Any], keys: tuple[str, ...], today: date
) -> tuple[Deadline, ...]:
    """What of the outbox still holds: a test may have been renewed, an invitation taken back."""
    return tuple(deadline for deadline in _ahead(profile, plan, today) if _key(deadline) in keys)


def _key(deadline: Deadline) -> str:
    return f"{deadline.id}:{deadline.date}"


def _ahead(profile: Mapping[str, Any], plan: Mapping[str, Any], today: date) -> tuple[Deadline, ...]:
    try:
        known = parse_profile(in_any_order(profile), today, draft=True)
        found = timeline(known, today, plans.dates(plan), plans.around(plan))
    except ProfileError:  # such as someone who had a birthday since they told their age
        return ()
    return found.ahead(LIMIT, LOSS)
