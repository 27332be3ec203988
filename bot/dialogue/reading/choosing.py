"""Buttons: what is chosen, one or several, and what a doubt is answered with."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from bot.dialogue import jobs
from bot.dialogue.questions import Question, bound_by, open_options, questions
from bot.dialogue.reading.ground import Ground, Reading, refuse, yes_or_no
from bot.dialogue.reading.language import take_test
from bot.dialogue.reading.possible import hold_possible, reconcile_lists
from bot.dialogue.reading.studies import studied_in_canada
from bot.dialogue.reading.work import doubt_unskilled_years, occupation_answer
from bot.dialogue.state import Doubt
from bot.dialogue.told import CREDENTIALS, Told, entry_part, whole
from bot.facts import Fact
from express_entry.language import TESTS
from express_entry.vocabulary import SCALES


def said_reading(doubt: Doubt, yes: bool | None) -> Any:
    """The reading that a bare yes or no takes: of one that was asked about, or of two ways to read a list
    ("do you have all of these?"); None where it takes neither."""
    readings = doubt.readings
    if yes is None or doubt.against:
        return None
    if len(readings) == 1:
        return readings[0] if yes else (not readings[0]) if isinstance(readings[0], bool) else None
    lists = len(readings) == 2 and doubt.path.rpartition(".")[2] == CREDENTIALS
    return readings[0 if yes else 1] if lists else None


def named_reading(doubt: Doubt, message_facts: Sequence[Fact]) -> Any:
    """The answer to a doubt that a message gives in words: the place or the code of a job, a number; None
    without one."""
    days = [fact.value for fact in message_facts if fact.field == "date" and isinstance(fact.value, str)]
    if len(days) == len(message_facts) == 1 and (dated := _of_the_day(doubt, days[0])) is not None:
        return dated
    part = entry_part(doubt.path)
    wanted = {"in_canada": "place", "noc": "noc", "hours_per_week": "number"}.get(part[2]) if part else None
    if part is None and any(entry.fact == doubt.path and entry.kind == "number" for entry in questions()):
        wanted = "number"
    if doubt.path.endswith(f".{jobs.PLACES}"):
        wanted = "place"
    said = [fact.value for fact in message_facts if fact.field == wanted]
    if len(message_facts) != 1 or not said:
        return None
    return bool(said[0]["canada"]) if wanted == "place" else said[0]


def _of_the_day(doubt: Doubt, told: str) -> Any:
    """The reading that is, or has, a day in the month ``told``: "October", of 10 February or 2 October."""
    days = [each.get("date") if isinstance(each, Mapping) else each for each in doubt.readings]
    fitting = [
        reading
        for reading, day in zip(doubt.readings, days, strict=True)
        if isinstance(day, str) and day[:_OF_A_MONTH] == told[:_OF_A_MONTH]
    ]
    return fitting[0] if len(fitting) == 1 else None


_OF_A_MONTH = 7
"""Characters of an ISO date up to its month."""


def choose(
    asked: Question, value: Any, told: Told, drafts: Mapping[str, Mapping[str, Any]], today: date
) -> Reading:
    """What pressing the button ``value`` of ``asked`` answers."""
    reading = Reading()
    if asked.kind == "test" and value in TESTS:
        nameless = drafts.get(asked.fact, {})
        reading.drafts[asked.fact] = {**(nameless if "test" not in nameless else {}), "test": value}
        if (told.get(asked.fact) or {}).get("test") not in (None, value):
            reading.withdrawn.add(asked.fact)
    elif asked.kind == "test" and value in SCALES:
        reading.drafts.update({asked.fact: dict(drafts.get(asked.fact, {}))})
        take_test(asked.fact, {"scale": value}, told, reading)
    elif asked.kind in ("test", "date") and value == "none":
        reading.answers[asked.fact] = None
    elif isinstance(value, str) and tuple(value.split(",")) in asked.grouped and "," in value:
        reading.doubts.append(Doubt(path=asked.fact, readings=tuple(value.split(","))))
    elif isinstance(value, str) and value in asked.tells:
        reading.answers.update(asked.tells[value])
    elif asked.kind == "yes_no":
        reading.answers[asked.fact] = yes_or_no(asked, value)
    elif asked.kind == "occupation":
        reading.answers.update(occupation_answer(asked, value, told))
        doubt_unskilled_years(asked, value, told, reading)
    else:
        reading.answers[asked.fact] = value
        _imply(asked, told, reading)
    studied_in_canada(told, reading)
    reconcile_lists(Ground(asked, told, today, reading, False, "en"))
    hold_possible(told, reading, today)
    return reading


def _imply(asked: Question, told: Told, reading: Reading) -> None:
    """What a choice tells besides, as long as nothing else has been told of it."""
    now = {**told, **reading.answers}
    places = {diploma.get("in_canada") for diploma in now.pop(CREDENTIALS, None) or ()}
    for path, value in asked.unless_told.items():
        if path not in now and all(each.fits(now) for each in bound_by(path)):
            reading.answers[path] = True if places == {True} else value


def choose_several(asked: Question, chosen: Collection[str], told: Told, reading: Reading) -> None:
    """What the options answer that hold, and those that do not; one that takes more than a yes stays open.

    A paper that was not chosen may come yet: it is left open, as where its question is skipped.
    """
    for option in open_options(asked, {**told, **reading.answers}):
        if option.fact in reading.drafts:
            continue
        if option.id not in chosen and option.kind == "date":
            reading.skipped.add(option.id)
        elif option.id not in chosen:
            refuse(option, reading)
            reading.quiet.add(option.fact)
        elif option.kind == "yes_no":
            reading.answers[option.fact] = yes_or_no(option, True)


def checked(answers: Mapping[str, Any], told: Told, today: date, lang: str = "en") -> Reading:
    """Answers by path that came from elsewhere than a message: what the profile refuses is left out."""
    reading = Reading(answers=whole(told, _placed(answers, told)))
    for path in [path for path, value in answers.items() if value == jobs.APART]:
        of = path.removesuffix(f".{jobs.PLACES}")
        numbers = [at for at, job in enumerate(told.get(of) or ()) if jobs.place_decides(job)]
        reading.doubts += [Doubt(path=f"{of}.{at}.in_canada", readings=(True, False)) for at in numbers]
    reconcile_lists(Ground(None, told, today, reading, False, lang))
    hold_possible(told, reading, today)
    return reading


def _placed(answers: Mapping[str, Any], told: Told) -> dict[str, Any]:
    """Answers in which the place of several jobs has become those jobs; "not one place" answers nothing."""
    found = dict(answers)
    for path in [path for path in answers if path.endswith(f".{jobs.PLACES}")]:
        of, in_canada = path.removesuffix(f".{jobs.PLACES}"), found.pop(path)
        if in_canada != jobs.APART:
            found[of] = jobs.placed(told.get(of) or (), bool(in_canada))
    return found
