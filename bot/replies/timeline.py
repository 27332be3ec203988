"""Deadlines in words: the next one first, then the others in their order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.replies import Words, words
from bot.replies.buttons import CALENDAR, CODE, DEADLINES, buttons, payload
from bot.replies.reasons import pages, reasons
from bot.replies.reply import Button, Reply
from express_entry.timeline import LIMIT, LOSS, STEP, Dates, Deadline, Timeline, last_day

INVITED = ("button-ita", "/told_ita")
REMIND = ("button-remind", payload("ask_deadlines", value="remind"))
NO_MORE = ("button-remind-off", payload("ask_deadlines", value="remind_off"))
NO_ITA = ("button-ita-forget", payload("told_ita", value="none"))
LISTED = 8
"""How many days a message lists; the calendar file has all."""


def deadlines_reply(
    lang: str, found: Timeline, dates: Dates, reminded: bool, *choices: tuple[str, str]
) -> Reply:
    """The days ahead.

    Args:
        lang: the person's language.
        found: the days.
        dates: what the person told to have happened.
        reminded: whether they are reminded already.
        choices: further buttons, as (catalog id, payload).
    """
    say = words(lang)
    parts = []
    if dates.ita is not None:
        parts += _invitation(say, found, dates.ita)
    other = found.ahead(LIMIT, LOSS)
    lines = [say("timeline-headline", count=len(other)), *_lines(say, other)]
    if other or dates.ita is None:
        parts.append("\n".join(lines))
    if found.passed:
        parts.append("\n".join((say("timeline-passed"), *_lines(say, found.passed))))
    if not other:
        parts.append(say("timeline-untold"))
    elif not any(each.kind == LOSS for each in found.deadlines):
        parts.append(say("timeline-birth-untold"))
    parts.append(say("timeline-account"))
    own = (CALENDAR, NO_MORE if reminded else REMIND) if found.ahead() else ()
    return Reply(
        "\n\n".join(parts),
        lang,
        buttons(lang, *((INVITED,) if dates.ita is None else (NO_ITA,)), *own, *choices),
        sources=pages(lang, (each.source for each in (*other, *found.passed))),
    )


def _invitation(say: Words, found: Timeline, ita: date) -> list[str]:
    """How much time an invitation leaves, and what to do in it."""
    last = last_day(ita)
    if last < found.on:
        return [say("timeline-ita-over", date=ita, last=last)]
    steps = found.ahead(STEP)
    told = say("timeline-ita", date=ita, last=last, left=(last - found.on).days)
    return [told, "\n".join((say("timeline-plan"), *_lines(say, steps)))] if steps else [told]


def _lines(say: Words, deadlines: Sequence[Deadline]) -> list[str]:
    lines = [say("timeline-line", date=each.date, what=what(say, each)) for each in deadlines[:LISTED]]
    more = len(deadlines) - LISTED
    return [*lines, f"- {say('timeline-more', more=more)}"] if more > 0 else lines


def what(say: Words, deadline: Deadline) -> str:
    """What a day is, and what follows."""
    return reasons(say, deadline.because)


def ask_ita(lang: str, rounds: Sequence[date], on: date, message: str = "ask-ita-date") -> Reply:
    """Asks for the day of the invitation; they come on the days of rounds, so these are the buttons."""
    say = words(lang)
    days = tuple(Button(say.date(day), payload("told_ita", value=day.isoformat())) for day in rounds)
    today = Button(say("ita-today"), payload("told_ita", value=on.isoformat()))
    return Reply(say(message), lang, (*days, *(() if on in rounds else (today,))))


def reminder_reply(lang: str, due: Sequence[Deadline], on: date) -> Reply:
    """What is due soon."""
    say = words(lang)
    lines = [
        say("reminder-line", date=each.date, left=(each.date - on).days, what=what(say, each)) for each in due
    ]
    return Reply(
        "\n".join((say("reminder-headline"), *lines)),
        lang,
        buttons(lang, DEADLINES, NO_MORE),
        sources=pages(lang, (each.source for each in due)),
    )


def reminders(lang: str, pushed: bool, kept: bool) -> Reply:
    """Reminders are on: how they come, and what ends them."""
    say = words(lang)
    parts = [say("reminders-on") if pushed else say("reminders-on-visit")]
    if not kept:
        parts.append(say("reminders-forgets"))
    consent = () if kept else (("button-consent", "/consent_give"),)
    elsewhere = () if pushed else (("button-elsewhere", CODE),)
    return Reply(" ".join(parts), lang, buttons(lang, *consent, *elsewhere, CALENDAR, NO_MORE))


def no_more_reminders(lang: str, were: bool) -> Reply:
    """Reminders are off."""
    return Reply(words(lang)("reminders-off" if were else "reminders-none"), lang, buttons(lang, DEADLINES))
