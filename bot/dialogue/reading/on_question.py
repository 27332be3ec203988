"""Facts that mean something only as the answer to the question on the table."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import diplomas
from bot.dialogue.reading.ground import (
    CERTIFICATE,
    DIGITS,
    ECA_DATE,
    FUNDS,
    HAS_ECA,
    YOUNGEST,
    Ground,
    refuse,
    settle,
    settle_part,
    wholes,
    yes_or_no,
)
from bot.dialogue.reading.language import date_tests, read_as_levels, scores_of, take_test
from bot.dialogue.reading.studies import take_length_of_study
from bot.dialogue.reading.work import correct_years, read_placeless_years
from bot.dialogue.told import CREDENTIALS, JOBS, PARTNER, PARTNER_TEST, PARTS, SELF, TEST_PATHS
from bot.facts import Fact
from express_entry.vocabulary import ABILITIES

_OF_CANADA = (CERTIFICATE, "spouse.citizen_or_permanent_resident")
"""Facts that the name of a country answers."""
ASKED_PLACES = frozenset({"education_country_is_canada", *_OF_CANADA})
"""Facts that are asked for and that a place answers."""


def read_generic(fact: Fact, ground: Ground) -> None:
    """A yes, a number or four scores mean something only as the answer to the question on the table."""
    asked, told, reading = ground.asked, ground.told, ground.reading
    name, value = fact.field, fact.value
    apart = {"work_years": _take_years_apart, "number": take_length_of_study}.get(name)
    if apart is not None and apart(fact, ground):
        return
    if name == "place":
        _read_place(bool(value["canada"]), ground)
        return
    if asked is None or asked.kind == "several":
        return
    if name == "scores" and asked.kind == "test":
        scores = scores_of(value, reading.drafts.get(asked.fact, {}))
        if scores and not read_as_levels(asked.fact, scores, fact, ground):
            take_test(asked.fact, scores, told, reading)
    elif name == "yes_no" and asked.kind == "yes_no":
        settle(asked.fact, replace(fact, value=yes_or_no(asked, value)), reading)
    elif name == "yes_no" and not value and asked.fact not in reading.drafts:
        refuse(asked, reading)
    elif name == "number" and asked.kind == "test" and "test" in reading.drafts.get(asked.fact, {}):
        missing = [ability for ability in ABILITIES if ability not in reading.drafts[asked.fact]]
        if missing:
            take_test(asked.fact, {missing[0]: value}, told, reading)
    elif name == "number" and asked.fact in ("age", PARTNER + "age") and value in DIGITS:
        reading.unused.append(fact)
    elif (name == "number" and asked.kind == "number") or (name == "work_years" and asked.numbers):
        about = asked.fact == FUNDS and len(fact.readings) == 1  # it is asked about how much
        settle(asked.fact, replace(fact, sure=fact.sure or about), reading)


def _read_place(in_canada: bool, ground: Ground) -> None:
    """ "India", said by itself: where the diploma is from, or where the work was, that was told last without
    a place; to the question for a diploma it is where that is from."""
    reading, last, asked = ground.reading, wholes(ground.last), ground.asked
    if asked is not None and asked.fact in ASKED_PLACES:
        reading.answers[asked.fact] = in_canada  # "yes, issued in Qatar": only Canada counts
        return
    for prefix in (SELF, PARTNER):
        for name in (CREDENTIALS, JOBS):
            path = prefix + name
            entries = ground.entries(path)
            if path in last and entries and "in_canada" not in entries[-1]:
                placed = diplomas.placed(entries, in_canada) if name == CREDENTIALS else None
                reading.answers[path] = placed or [*entries[:-1], {**entries[-1], "in_canada": in_canada}]
                return
    if asked is not None and asked.fact == "education":
        reading.answers["education_country_is_canada"] = in_canada


def _take_years_apart(fact: Fact, ground: Ground) -> bool:
    """Years of work that put right what was told, or that no question asks for, are taken (true)."""
    if fact.mode == "replace" and correct_years(fact, ground):
        return True
    if ground.asked is not None and ground.asked.numbers:
        return False
    read_placeless_years(fact, ground)
    return True


def read_date(fact: Fact, ground: Ground) -> None:
    """A bare date answers a question for a date; to "how old are you?" it is the date of birth. Else it is
    that of the test or of the assessment that was told without one."""
    asked, reading = ground.asked, ground.reading
    if fact.named and fact.person == "partner" and date_tests(fact, ground):
        return
    if asked is not None and asked.fact in PARTS:
        settle_part(asked.fact, fact, ground.told, reading)
    elif asked is not None and asked.kind == "date":
        settle(asked.fact, fact, reading)
    elif (
        asked is not None
        and "birth_date" in asked.also
        and all(int(day[:4]) <= ground.today.year - YOUNGEST for day in fact.readings)
    ):
        settle("birth_date", fact, reading)
    elif _may_date_tests(ground) and date_tests(fact, ground):
        return
    elif asked is None and HAS_ECA in ground.last and HAS_ECA in ground.told:
        settle(ECA_DATE, fact, reading)


def _may_date_tests(ground: Ground) -> bool:
    """Whether a day that the question on the table does not ask for can be that of a test."""
    asked = ground.asked
    now = any(path in ground.reading.answers for path in (*TEST_PATHS, PARTNER_TEST))
    return now or asked is None or asked.kind == "test" or "birth_date" in asked.also
