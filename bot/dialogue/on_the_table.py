"""What a message answers of what is on the table, in any wording: the question speaks first.

A message that says a place where a place was asked answers with it, whatever its words would mean elsewhere.
What is left of its facts is told besides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.dialogue import jobs
from bot.dialogue.message import Heard
from bot.dialogue.questions import Question
from bot.dialogue.state import Doubt
from bot.dialogue.told import CREDENTIALS, JOBS, PARTNER, Told, entry_of, entry_part, ones_own, partners
from bot.facts import Fact, Said
from express_entry.occupations.title_index import fold

SIBLING = "sibling_in_canada"
CERTIFICATE = "certificate_of_qualification"
QUEBEC = "intends_quebec"
FUNDS = "settlement_funds_cad"
COUNTRY = "education_country_is_canada"
PARTNER_TEST = f"{PARTNER}language"
QUESTION = "ask"
"""The intent of a message that asks for an answer of its own."""
_LEVELS = ((1, "one_year"), (2, "two_year"), (3, "bachelors_or_three_year"))
"""The years of a diploma, and the level that they are at least."""
_OF_A_PLACE = frozenset(
    {"place", "workplace", "lives", "yes_no", "number", "correction", "occupation", COUNTRY, SIBLING}
)
"""Facts that a message with a place may be read to tell, and that tell nothing beside it."""
_WITH_A_PLACE = frozenset({"job", "credential", "canadian_work_years", "foreign_work_years", "work_years"})
"""Facts that have a place of their own."""
_OF_A_NUMBER = frozenset({"number", "work_years", "age", "child"})
"""Facts that "he has the 9 years" may be read to tell."""
_OF_WHOSE = frozenset({"yes_no", "place", "lives", "correction", COUNTRY, "applicant", "date"})
"""Facts that "he has the 9 years, not me" and "that's Jun's" may be read to tell."""
_OF_A_YES = frozenset({"yes_no", "place", "lives", "correction", COUNTRY})


@dataclass(frozen=True)
class Given:
    """What the message answers by path, and the facts that it tells besides."""

    answers: Mapping[str, Any]
    rest: tuple[Fact, ...]
    besides: bool = False
    """Whether it answers something else that was asked, so that what is on the table stays there."""


def to_doubt(doubt: Doubt, message: Heard, told: Told, lang: str) -> Given | None:
    """The answer to what was read and is not certain; None where the message gives none."""
    part = entry_part(doubt.path)
    if doubt.against:
        return None
    if (part and part[2] == "in_canada") or doubt.path.endswith(f".{jobs.PLACES}"):
        return _place(doubt, message, told)
    if is_of_occupation(doubt):
        placed = _place_again(part[0], message, told) if part else None
        return placed or _occupation(doubt, message, told, lang)
    if part and part[2] == "level" and part[0].removeprefix(PARTNER) == CREDENTIALS:
        return _level(doubt, message, told)
    if part and part[2] == "hours_per_week":
        return _hours(doubt, message)
    if len(doubt.readings) == len(_TWO) and (of_two := _of_two(doubt, message)):
        return Given(of_two, message.facts)
    if len(doubt.readings) != 1:
        return None
    if doubt.path == MARITAL:
        return _union(doubt, message)
    return None if "?" in message.text else _whether(doubt, message, told)


_TWO = ("self", "partner")


def _of_two(doubt: Doubt, message: Heard) -> dict[str, Any]:
    """Of two ages the one that is left, and the other one's, where the message tells whose that is: "she is
    31", "31 is my wife's"."""
    path, theirs = doubt.path, partners(doubt.path) or ones_own(doubt.path)
    if not all(isinstance(reading, int | float | str) for reading in doubt.readings):
        return {}  # whole lists are no two things of which one may be the other's
    whose = _TWO[not path.startswith(PARTNER)]
    told = [fact for fact in message.facts if fact.field == path.removeprefix(PARTNER) and fact.sure]
    clauses = message.said.of_partner if whose == "partner" else message.said.mine
    named = {word for start, end in clauses for word in message.text[start:end].split()}
    ages = {fact.value for fact in told if fact.person == whose}
    ages |= {reading for reading in doubt.readings if str(reading) in named}
    left = [reading for reading in doubt.readings if reading not in ages]
    if theirs is None or len(left) != 1 or any(fact.person != whose for fact in told):
        return {}
    return {path: left[0], theirs: next(each for each in doubt.readings if each != left[0])}


def _whether(doubt: Doubt, message: Heard, told: Told) -> Given | None:
    """The answer to "is that right?": whose it is, yes or no; what the message tells besides is kept."""
    said, reading = message.said, doubt.readings[0]
    beside = tuple(fact for fact in message.facts if fact.field not in _OF_WHOSE and not _is_it(fact, doubt))
    field = doubt.path.removeprefix(PARTNER)
    if field == SIBLING and (sibling := _sibling(said, message.facts)) is not None:
        return Given({SIBLING: sibling}, _without(message.facts, _OF_A_YES | {SIBLING, *_OF_A_SIBLING}))
    own, theirs = ones_own(doubt.path), partners(doubt.path)
    if own is not None and (doubt.path == PARTNER_TEST or own not in told) and _owns(said.mine, beside):
        return Given({own: reading}, beside)
    if theirs is not None and _owns(said.of_partner, beside):
        return Given({theirs: reading}, beside)
    again = any(_is_it(fact, doubt) for fact in message.facts)
    if (put_right := _put_right(doubt, message, beside)) is not None:
        return Given({doubt.path: put_right}, ())
    if message.asks or any(_tells_it(fact, doubt) for fact in beside):
        return None
    if said.begins or (said.yes and (again or not message.facts)):
        return Given({doubt.path: reading}, beside)
    if theirs is not None and _owns(said.mine, beside):
        return Given({doubt.path: reading}, beside)
    return None


def _put_right(doubt: Doubt, message: Heard, beside: Sequence[Fact]) -> float | None:
    """The years that a yes or no puts in the place of those that were read: "yes but 6 years exactly"."""
    if doubt.path.removeprefix(PARTNER) not in jobs.YEARS or message.said.begins is None or message.asks:
        return None
    numbers = [fact.value for fact in beside if fact.field == "number"]
    years = numbers[0] if numbers else message.said.years
    return years if len(numbers) == len(beside) and years != doubt.readings[0] else None


def _owns(clauses: Sequence[tuple[int, int]], beside: Sequence[Fact]) -> bool:
    """Whether one of the clauses that say whose something is tells nothing else."""
    told = [fact for fact in beside if fact.field != "has_spouse"]
    return any(all(fact.end <= start or end <= fact.start for fact in told) for start, end in clauses)


def _is_it(fact: Fact, doubt: Doubt) -> bool:
    """Whether a fact is what is asked about, told once more: its number, its title, its value."""
    reading = doubt.readings[0]
    entries = [entry for entry in reading if isinstance(entry, Mapping)] if isinstance(reading, list) else []
    told = {value for entry in entries for value in entry.values() if isinstance(value, str | int | float)}
    if not entries and isinstance(reading, str | int | float) and not isinstance(reading, bool):
        told.add(reading)
    if fact.field == "child":
        return bool(fact.value) and fact.value.get("age") in told
    if fact.field in _OF_A_NUMBER:
        return fact.value in told
    if fact.field == "occupation":
        return fold(str(fact.value)) in {fold(str(value)) for value in told}
    if fact.field in ("job", "credential") and isinstance(fact.value, Mapping):
        parts = {value for value in fact.value.values() if isinstance(value, str | int | float)}
        return bool(entries) and parts - {True, False} <= told | {True, False}
    return fact.field == doubt.path.removeprefix(PARTNER) and fact.readings == doubt.readings


def _tells_it(fact: Fact, doubt: Doubt) -> bool:
    """Whether a fact is another answer to what is asked about: "yes, but 10 years"."""
    path = doubt.path.removeprefix(PARTNER)
    fields = _WORK | {"occupation"} if path in _OF_WORK else {"credential"} if path == CREDENTIALS else {path}
    theirs = (fact.person == "partner") == doubt.path.startswith(PARTNER)
    return theirs and fact.field in fields


def is_of_occupation(doubt: Doubt) -> bool:
    """Whether it is asked which occupation a title means."""
    return doubt.path.rpartition(".")[2] == "noc"


def to_question(asked: Question, message: Heard) -> Given | None:
    """The answer to the question on the table; None where the message gives none by these means."""
    said, facts = message.said, message.facts
    if asked.fact.removeprefix(PARTNER) == COUNTRY:
        here = said.school if said.school is not None else said.yes
        if here is not None and not any(fact.field == "credential" and fact.sure for fact in facts):
            return Given({asked.fact: here}, _without(facts, _OF_A_YES | {"credential", "occupation"}))
    if asked.fact.removeprefix(PARTNER) == "education" and said.place and _is_bare(facts):
        return Given({asked.fact.removesuffix("education") + COUNTRY: True}, (), besides=True)
    if asked.fact == SIBLING and (sibling := _sibling(said, facts)) is not None:
        return Given({SIBLING: sibling}, _without(facts, _OF_A_YES | {SIBLING, *_OF_A_SIBLING}))
    if asked.fact == CERTIFICATE and said.certificate is False and not facts:
        return Given({CERTIFICATE: False}, ())
    if asked.fact == FUNDS and said.amount is not None and not facts:
        return Given({FUNDS: said.amount}, ())
    if asked.fact == QUEBEC and said.outside_quebec:
        return Given({QUEBEC: False}, _without(facts, _OF_A_YES | {QUEBEC}))
    return None


def _is_bare(facts: Sequence[Fact]) -> bool:
    return all(fact.field in _OF_A_YES for fact in facts)


def speaks_first(asked: Question, message: Heard) -> bool:
    """Whether a message answers the question by what it says, whatever its words are taken for."""
    alone = message.said.alone and "alone" in asked.tells
    place = message.said.place is not None and to_question(asked, message) is not None
    scores = (
        asked.kind == "test" and not message.asks and any(fact.field == "scores" for fact in message.facts)
    )
    return not message.button and (alone or place or scores)


def _without(facts: Sequence[Fact], fields: frozenset[str] | set[str]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.field not in fields)


def _place(doubt: Doubt, message: Heard, told: Told) -> Given | None:
    """The place of the job that is asked about; of several, of the one whose title stands in the answer."""
    here, facts = message.said.place, message.facts
    if message.intent == QUESTION and not message.said.only_place:  # "Alberta takes accountants"
        return None
    rest = tuple(fact for fact in facts if fact.field not in _OF_A_PLACE)
    if here is None or any(fact.field in _WITH_A_PLACE or _is_beside_it(fact, message.said) for fact in rest):
        return None
    path = doubt.path
    if path.endswith(f".{jobs.PLACES}"):
        of = path.removesuffix(f".{jobs.PLACES}")
        words = f" {fold(message.text)} "
        named = [
            at
            for at, job in enumerate(told.get(of) or ())
            if jobs.is_placeless(job) and "title" in job and f" {fold(job['title'])} " in words
        ]
        path = f"{of}.{named[0]}.in_canada" if len(named) == 1 else path
    return Given({path: here}, rest)


def _is_beside_it(fact: Fact, said: Said) -> bool:
    """Whether a fact is told in the sentence of the place: "single, from Brazil" may tell no work."""
    return any(first < fact.end and fact.start < end for first, end in said.placed)


def _hours(doubt: Doubt, message: Heard) -> Given | None:
    """ "It was 20 hours a week": of the job whose hours are asked, unless another one is named."""
    for fact in message.facts:
        if fact.field == "job_correction" and fact.value.keys() == {"which", "now", "detail"}:
            hours = fact.value["now"].get("hours_per_week")
            if fact.value["which"] == -1 and hours is not None:
                return Given({doubt.path: hours}, ())
    return None


def _place_again(of: str, message: Heard, told: Told) -> Given | None:
    """A place that was asked before and is said once more: it is known, and the next question waits."""
    here, entries = message.said.place, list(told.get(of) or ())
    again = here is not None and all(job.get("in_canada") is here for job in entries)
    if (
        not again
        or message.asks
        or message.said.denies
        or any(fact.field not in _OF_A_PLACE for fact in message.facts)
    ):
        return None
    return Given({of: entries}, (), besides=True)


def _occupation(doubt: Doubt, message: Heard, told: Told, lang: str) -> Given | None:
    """Which of several occupations is meant, in words: "trucks" to "driver", "high school" to "teacher"."""
    if message.asks or len(message.text.split()) > _MOST_OF_A_TITLE:
        return None
    if any(fact.field not in _OF_A_TITLE for fact in message.facts):
        return None
    title = (entry_of(told, doubt.path) or {}).get("title", "")
    code = jobs.closest(doubt.readings, message.text, title, lang)
    return Given({doubt.path: code}, ()) if code is not None else None


_MOST_OF_A_TITLE = 6
"""Words of a message that is hardly more than what a title lacks."""
_OF_A_TITLE = frozenset({"occupation", "credential", "education"})
"""Facts that the words of a title may be read to tell: "high school", "primary teacher"."""

_AGES = frozenset({"age", "birth_date", "child"})
_WORK = frozenset({"job", "work_years", "foreign_work_years", "canadian_work_years"})
"""Facts whose years are those of somebody's age, or of work."""
_OF_WORK = frozenset({JOBS, *jobs.YEARS})
"""Paths at which somebody's work is told."""
_LONGEST = 6
"""Years that a diploma may have taken."""


def _level(doubt: Doubt, message: Heard, told: Told) -> Given | None:
    """The level of a diploma: by its years, or as a diploma that is told once more."""
    papers = [fact for fact in message.facts if fact.field == "credential" and fact.mode != "take_back"]
    if any(paper.named and (paper.person == "partner") != doubt.path.startswith(PARTNER) for paper in papers):
        return None
    sure = [paper.value["level"] for paper in papers if paper.sure and len(paper.readings) == 1]
    of_else = any(fact.field in _AGES | _WORK for fact in message.facts) or "?" in message.text
    years = message.said.years if papers or not of_else else None  # "I'm 39" is no length of study
    years = None if years is not None and years > _LONGEST else years
    long = next((level for least, level in reversed(_LEVELS) if years is not None and years >= least), None)
    level = sure[0] if len(sure) == 1 else long if not sure else None
    if level is None or len(papers) > 1 or (papers and level not in doubt.readings and not sure):
        return None
    of, number, _ = entry_part(doubt.path) or ("", 0, "")
    known = entry_of(told, doubt.path) or {}
    more = {
        name: value for name, value in (papers[0].readings[0] if papers else {}).items() if name != "level"
    }
    entries = [dict(each) for each in told.get(of) or ()]
    if number >= len(entries):
        return None
    entries[number] = {**known, **more, "level": level}
    if years is not None and "years" in known:
        entries[number]["years"] = years
    return Given({of: entries}, _without(message.facts, {"credential", "yes_no", "number"}))


def _union(doubt: Doubt, message: Heard) -> Given | None:
    """Whether two have lived together for a year: by how long they have, or by a yes or no; and whether who
    is engaged is single so far, by a yes, or by where they live."""
    said, asked, told = message.said, doubt.readings[0], message.facts
    if "?" in message.text or any(fact.field == MARITAL and fact.sure for fact in told):
        return None
    rest = _without(told, _OF_A_YES | _OF_A_LENGTH)
    if said.apart or (asked == "never_married" and said.yes):
        return Given({MARITAL: "never_married"}, rest)
    if asked == "common_law" and (said.lasted is not None or said.yes is not None):
        long = said.lasted >= 1 if said.lasted is not None else said.yes
        return Given({MARITAL: "common_law" if long else "never_married"}, rest)
    return None


MARITAL = "marital_status"
_OF_A_LENGTH = frozenset({MARITAL, "number", "work_years", "child", "date", "age"})
"""Facts that the length of a union may be read to tell."""

RELATIVE = "relative_in_canada"
_OF_A_SIBLING = frozenset({"citizen_or_permanent_resident", RELATIVE, "somebody_else"})


def _sibling(said: Said, facts: Sequence[Fact]) -> bool | None:
    """Whether there is a brother or sister: as the clause says that names one, else by being a citizen or a
    permanent resident, else by a yes or no; nobody under age counts."""
    if any(fact.field == "age" and isinstance(fact.value, int) and fact.value < _ADULT for fact in facts):
        return None
    if any(fact.field == SIBLING and fact.sure and fact.value is False for fact in facts):
        return False
    if said.elsewhere:
        return None
    if said.sibling is None and any(fact.field == RELATIVE for fact in facts):
        return False if said.yes is False or said.only else None  # "my aunt is a citizen": of whom else?
    told = (said.sibling, said.resident)
    return False if False in told else True if True in told else said.yes


_ADULT = 18
