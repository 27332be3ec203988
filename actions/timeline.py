"""Deadlines: an invitation that came, what ends when, and reminders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from actions.memory import Answering, Turn, alerts, store
from bot.dialogue import plans
from bot.nlu.planning import day_named, names
from bot.replies import timeline as replies
from bot.replies import words
from bot.replies.buttons import COSTS, DOCUMENTS
from bot.replies.conversation import calculated
from bot.replies.reply import Reply
from express_entry.days import read_day
from express_entry.timeline import timeline

ROUNDS_OFFERED = 5
"""How many days of rounds are offered as the day of an invitation."""


class ActionTimeline(Answering):
    """Keeps the days that are told, and says what follows from them."""

    called = "action_timeline"

    def reply(self, turn: Turn) -> Reply:
        """A day that was told, a wish about reminders, or the days ahead."""
        return _ANSWERS[turn.intent](turn)


def _day(turn: Turn) -> date | None:
    """The day that a button carries or the text tells."""
    try:
        return read_day(turn.value)
    except ValueError:
        return day_named(turn.text, turn.lang, turn.today)


def _invited(turn: Turn) -> Reply:
    if turn.value == "none":
        store().change_plan(turn.person.id, lambda plan: plans.with_date(plan, "ita", None))
        return _ahead(turn).after(words(turn.lang)("ita-forgotten"))
    day = _day(turn)
    if day is None or day > turn.today:
        days = sorted({each.date for each in turn.rounds.rounds[-3 * ROUNDS_OFFERED :]}, reverse=True)
        offered = days[:ROUNDS_OFFERED]
        return replies.ask_ita(turn.lang, offered, turn.today, "ita-in-future" if day else "ask-ita-date")
    store().change_plan(turn.person.id, lambda plan: plans.with_date(plan, "ita", day))
    return _ahead(turn).after(words(turn.lang)("ita-noted", date=day))


def _deadlines(turn: Turn) -> Reply:
    person = turn.person
    if turn.value == "remind":
        alerts().remind(person.id, turn.today)
        pushed = alerts().is_told(turn.sender_id)
        return replies.reminders(turn.lang, pushed, kept=not person.ephemeral)
    if turn.value == "remind_off":
        return replies.no_more_reminders(turn.lang, alerts().stop_reminders(person.id))
    day = _day(turn)
    if day is not None and day <= turn.today and names(turn.text, "submitted"):
        store().change_plan(person.id, lambda plan: plans.with_date(plan, "profile", day))
        return _ahead(turn).after(words(turn.lang)("profile-date-noted", date=day))
    return _ahead(turn)


def _ahead(turn: Turn) -> Reply:
    plan = turn.plan
    dates = plans.dates(plan)
    found = timeline(turn.profile, turn.today, dates, plans.around(plan))
    reminded = alerts().is_reminded(turn.person.id)
    return calculated(replies.deadlines_reply(turn.lang, found, dates, reminded, DOCUMENTS, COSTS))


_ANSWERS: Mapping[str, Callable[[Turn], Reply]] = {"told_ita": _invited, "ask_deadlines": _deadlines}
