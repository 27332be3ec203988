"""Deadlines as an iCalendar file: one entry of a whole day each, with alarms a week and a day before."""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from bot.papers.dossier import plain
from bot.replies import Words, words
from bot.replies.timeline import what
from express_entry.timeline import STEP, Deadline, Timeline

ALARMS = (timedelta(days=-7), timedelta(days=-1))
TITLE = 70
"""Characters of a title; the whole sentence stands in the description."""


def calendar(lang: str, found: Timeline, now: datetime) -> bytes:
    """The days ahead.

    Args:
        lang: the language of the entries.
        found: the days.
        now: when the file is made. Entries keep their ids, so that a newer file replaces an older one.
    """
    say = words(lang)
    made = Calendar()
    made.add("prodid", f"-//{say('dossier-by')}//{lang.upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", say("calendar-name"))
    for deadline in found.ahead():
        made.add_component(_entry(say, deadline, now))
    return bytes(made.to_ical())


def _entry(say: Words, deadline: Deadline, now: datetime) -> Event:
    text = plain(what(say, deadline))
    entry = Event()
    entry.add("uid", f"{deadline.id}@express-entry-assistant")
    entry.add("dtstamp", now)
    entry.add("dtstart", deadline.date)
    entry.add("dtend", deadline.date + timedelta(days=1))
    entry.add("summary", title(text))
    source = deadline.source
    entry.add("description", f"{text}\n\n{source.title(say.lang)}\n{source.url(say.lang)}")
    entry.add("url", source.url(say.lang))
    entry.add("transp", "TRANSPARENT")
    for before in () if deadline.kind == STEP else ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title(text))
        alarm.add("trigger", before)
        entry.add_component(alarm)
    return entry


def title(text: str) -> str:
    """The beginning of a sentence, up to its first stop or as far as fits."""
    first = text.split(". ", maxsplit=1)[0].split(" : ", maxsplit=1)[0].split(": ", maxsplit=1)[0].rstrip(".")
    return first if len(first) <= TITLE else f"{first[: TITLE - 1].rsplit(' ', 1)[0]} …"
