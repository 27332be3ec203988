"""How long a year of work takes."""

from __future__ import annotations

from actions.memory import Turn
from bot.nlu.counting import hours_for_a_year
from bot.replies.answers import year_reply
from bot.replies.reply import Reply
from express_entry.parameters import parameters


def year_of_work(turn: Turn) -> Reply | None:
    """The weeks that a year of work takes with the hours of the message; None where it names none."""
    hours = hours_for_a_year(turn.text)
    if hours is None:
        return None
    counted, year = (parameters().figure(name, turn.today) for name in ("week_hours", "year_hours"))
    return year_reply(turn.lang, hours, counted, year)
