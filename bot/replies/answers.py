"""Answers in words: figures from the rules, official pages with the day on which they were checked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.replies import Words, words
from bot.replies.buttons import different, payload
from bot.replies.describe import key
from bot.replies.links import page
from bot.replies.reasons import pages
from bot.replies.reply import Button, Reply, SourceLink
from express_entry.answers import ASK, Answer, Situation, answers, for_intent
from express_entry.changes import DatedChange
from express_entry.days import When, lies_before, years_later
from express_entry.figures import MONEY, REFERENCE, Figure, figure
from express_entry.parameters import parameters
from express_entry.points import Because
from express_entry.published import Published
from express_entry.rulefiles import DERIVED, REPORTED

MOST_RELATED = 3
MOST_SOURCES = 3
OLD = timedelta(days=365)
"""After so long without a check an answer says so itself."""
WHAT_CHANGED = "what_changed"
"""The answer that is made from ``data/changes.yml``."""
PARTNER = "partner"
AS_REPORTED = Because("answer-reported", {})
"""The caveat of what nobody has read on an official page."""
GENERAL: Mapping[str, str] = {"cost": "fees_amount", "time": "processing_time", PARTNER: "spouse_points"}
"""What follow-ups mean after an answer that names nothing closer; "where?" means its own pages."""
ABOUT_POINTS = frozenset({"basics", "education", "french", "language", "programs", "score", "work"})
"""Topics after which "and for my wife?" asks for points."""


def answer_reply(
    lang: str, answer: Answer, situation: Situation, on: date, published: Iterable[Published] = ()
) -> Reply:
    """What is said to a question.

    Args:
        lang: the person's language.
        answer: the question and its answer.
        situation: what is known of the person.
        on: the day for which figures are looked up.
        published: what official files give for some of them.

    Raises:
        NotInForce: a figure of it was not in force on that day.
    """
    say = words(lang)
    text = answer.words(situation).of(lang)
    figures = _figures(text, on, published)
    least = _least_sure(answer, figures)
    parts = [_filled(say, text, figures), *_remarks(say, least, answer, figures, on)]
    return Reply(
        "\n\n".join(parts),
        lang,
        (*_buttons(lang, answer), _wrong(lang, answer)),
        sources=_sources(lang, answer, figures),
        meta={"answer": answer.id},
        caveats=(AS_REPORTED,) if least == REPORTED else (),
    )


def validity_line(lang: str, paper: str, told: When, on: date) -> str:
    """Whether a test or an assessment of that day, month or year still counts on the day ``on``."""
    say = words(lang)
    years = parameters().figure("eca_years" if paper == "eca" else "language_years", on)
    until = years_later(told, years)
    counts = {True: "valid", False: "over", None: "perhaps"}[lies_before(on, until)]
    return say(f"validity-{paper}-{counts}", told=told, until=until)


def year_reply(lang: str, hours: float, counted: int, year: int) -> Reply:
    """The weeks that a year of work takes.

    Args:
        lang: the person's language.
        hours: hours worked a week.
        counted: the hours a week that count at most.
        year: the hours of a year of work.
    """
    say = words(lang)
    weeks = math.ceil(year / min(hours, counted))
    parts = [
        say("year-of-work", hours=say.number(hours), weeks=weeks, months=round(weeks * 12 / 52), year=year)
    ]
    if hours > counted:
        parts.append(say("year-of-work-most", hours=counted))
    parts.append(say("year-of-work-rest"))
    asked = answers()["full_time_hours"]
    return Reply(
        " ".join(parts),
        lang,
        _buttons(lang, asked),
        sources=tuple(page(name, lang) for name in asked.pages),
        meta={"answer": asked.id},
    )


def too_late_reply(
    lang: str, age: int, points: tuple[int, int], most: int, others: Mapping[str, int]
) -> Reply:
    """Whether it is too late at some age: what that age gives, and what outweighs it.

    Args:
        lang: the person's language.
        age: in years.
        points: what it gives without and with a partner who comes.
        most: the most that an age gives somebody alone.
        others: what else gives at most, by its name (``language``, ``french``, ``nomination``).
    """
    say = words(lang)
    asked = answers()["maximum_age"]
    alone, couple = points
    message = "too-late-none" if not alone else "too-late-points" if alone == couple else "too-late-couple"
    first = say(message, age=age, points=alone, couple=couple, most=most)
    parts = [say("too-late"), first, say("too-late-others", **others), say("too-late-kind")]
    return Reply(
        "\n\n".join((" ".join(parts[:2]), " ".join(parts[2:]))),
        lang,
        _buttons(lang, asked),
        sources=tuple(page(name, lang) for name in asked.pages),
        meta={"answer": asked.id},
    )


def pages_reply(lang: str, answer: Answer, kind: str, on: date) -> Reply:
    """What a follow-up ("where", "partner") gets for which there is no answer: the official pages."""
    reply = answer_reply(lang, answer, {}, on)
    sentence = "answer-partner" if kind == PARTNER else "answer-where"
    return replace(reply, text=words(lang)(sentence), buttons=(), caveats=())


def about_what(lang: str) -> Reply:
    """A follow-up without anything before it."""
    return Reply(words(lang)("answer-about-what"), lang)


def question_button(lang: str, answer_id: str) -> Button | None:
    """The button that asks a question, or None for an id that no answer has."""
    found = answers().get(answer_id)
    return Button(found.question.of(lang), asking(found)) if found else None


def asking(answer: Answer) -> str:
    """The payload that asks ``answer``'s question."""
    return payload(ASK, answer=answer.id)


def _wrong(lang: str, answer: Answer) -> Button:
    return Button(words(lang)("button-wrong"), payload("report", value=answer.id), minor=True)


def report_reply(lang: str, answer: Answer) -> Reply:
    """An answer was called wrong: what happens with that, and the page that decides."""
    sources = tuple(page(name, lang) for name in answer.pages)
    return Reply(words(lang)("answer-wrong-noted"), lang, sources=sources, meta={"answer": answer.id})


def changes_reply(lang: str, answer: Answer, changed: Sequence[DatedChange], on: date) -> Reply:
    """ "What changed?" on a day: dated entries, each with its page; ``answer`` gives what to ask next."""
    say = words(lang)
    lines = [f"- {say('answer-change', date=entry.on, what=entry.what[lang])}" for entry in changed]
    sources = {link.url: link for link in (page(entry.page, lang) for entry in changed)}
    return Reply(
        "\n\n".join(["\n".join([say("answer-changes"), *lines]), *_old(say, answer.checked, on)]),
        lang,
        (*_buttons(lang, answer), _wrong(lang, answer)),
        sources=tuple(sources.values())[:MOST_SOURCES],
        meta={"answer": answer.id},
    )


def _figures(text: str, on: date, published: Iterable[Published]) -> Mapping[str, Figure]:
    return {found.group(): figure(found.group(), on, published) for found in REFERENCE.finditer(text)}


def _filled(say: Words, text: str, figures: Mapping[str, Figure]) -> str:
    return REFERENCE.sub(lambda found: _value(say, figures[found.group()]), text).strip()


def _value(say: Words, found: Figure) -> str:
    if isinstance(found.value, date):
        return say.date(found.value)
    number = say.number(found.value)
    return say("answer-money", amount=number) if found.unit == MONEY else number


def _least_sure(answer: Answer, figures: Mapping[str, Figure]) -> str | None:
    """How sure the least sure of an answer and its figures is, where that must be said."""
    certainties = {answer.certainty, *(found.certainty for found in figures.values())}
    return next((each for each in (DERIVED, REPORTED) if each in certainties), None)


def _remarks(
    say: Words, least: str | None, answer: Answer, figures: Mapping[str, Figure], on: date
) -> list[str]:
    """What must be said about how an answer was come by, and how old it is."""
    remarks = [say("answer-derived" if figures else "answer-deduced")] if least == DERIVED else []
    coming = [found.announced for found in figures.values() if found.announced is not None]
    if coming:
        remarks.append(say("answer-announced", date=min(coming)))
    official = {found.official for found in figures.values() if found.official is not None}
    remarks += [say("costs-official", amount=each.value, date=each.checked) for each in official]
    sources = (found.source for found in figures.values() if found.source is not None)
    remarks += _old(say, min((answer.checked, *(source.checked for source in sources))), on)
    return [" ".join(remarks)] if remarks else []


def _old(say: Words, checked: date, on: date) -> list[str]:
    """What must be said of something that was last looked up more than a year ago."""
    return [say("answer-old", date=checked)] if on - checked > OLD else []


def _sources(lang: str, answer: Answer, figures: Mapping[str, Figure]) -> tuple[SourceLink, ...]:
    named = [page(name, lang) for name in answer.pages]
    behind = pages(lang, [found.source for found in figures.values() if found.source is not None])
    by_url: dict[str, SourceLink] = {}
    for link in (*named, *behind):
        by_url.setdefault(link.url, link)
    return tuple(by_url.values())[:MOST_SOURCES]


def _buttons(lang: str, answer: Answer) -> tuple[Button, ...]:
    say = words(lang)
    related = (question_button(lang, answer_id) for answer_id in answer.related[:MOST_RELATED])
    onward = (Button(say(f"offer-{key(intent)}"), f"/{intent}") for intent in answer.next)
    return (*onward, *(button for button in related if button is not None))


MOST_BUTTONS = 5
"""Buttons under an answer, small ones not counted."""


def tidied(reply: Reply, most: int = MOST_BUTTONS) -> Reply:
    """A reply with no more buttons than fit under an answer: the first of them, and the last, which leads
    back to what waits."""
    offered = different(reply.buttons)
    shown = [button for button in offered if not button.minor]
    left_out = shown[most - 1 : -1] if len(shown) > most else []
    return replace(reply, buttons=tuple(button for button in offered if button not in left_out))


def follow_up(answer: Answer | None, kind: str) -> Answer | None:
    """The answer that a follow-up ("cost", "partner", …) means after ``answer``, if there is one."""
    fits = kind != PARTNER or (answer is not None and answer.topic in ABOUT_POINTS)
    closer = answer.follow_ups.get(kind) if answer is not None else None
    target = closer or (GENERAL.get(kind, "") if fits else "")
    return answers().get(target) or for_intent(target)
