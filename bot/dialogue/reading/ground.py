"""What a fact is read against, what a message told, and how one fact is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.dialogue.questions import Question
from bot.dialogue.state import Doubt
from bot.dialogue.told import CHILDREN, JOBS, PARTS, Told
from bot.facts import Fact
from express_entry.days import Period, read_when
from express_entry.points import Because

ANYBODYS = frozenset(
    {"age", "birth_date", "education", "canadian_education", "canadian_work_years", "foreign_work_years"}
)
"""Facts that each of two people has."""
PARTNER_FACTS = ANYBODYS | {"accompanying", "citizen_or_permanent_resident"}
PARTNERS_OWN = ANYBODYS | {"job", "credential", "language_test"}
"""Facts that "he" and "she" tell of a partner who is known, and of nobody else."""
GENERIC = frozenset({"yes_no", "number", "date", "scores", "work_years", "occupation", "dont_know", "place"})
"""Facts that mean something only as the answer to the question on the table."""
ECA_DATE, HAS_ECA = "eca_date", "has_eca"
MARITAL = "marital_status"
SIBLING = "sibling_in_canada"
CERTIFICATE = "certificate_of_qualification"
FUNDS = "settlement_funds_cad"
YOUNGEST = 16
"""A younger age than this is asked about before it is taken: it is more likely something else."""
OWN_FACTS = ANYBODYS | {
    "marital_status",
    "family_size",
    "intends_quebec",
    "education_country_is_canada",
    "eca_date",
    "noc",
    "certificate_of_qualification",
    "provincial_nomination",
    "sibling_in_canada",
    "job_offer",
    "settlement_funds_cad",
}


@dataclass
class Reading:
    """What a message told.

    ``answers`` are taken, by path; ``drafts`` are tests told in part; ``withdrawn`` are answers that no
    longer hold; ``problems`` say what was impossible; ``doubts`` must be asked; ``skipped`` questions were
    answered with "there is none yet", ``untested`` are those of tests without results so far; ``notes`` are
    remarks; ``needless`` was told and cannot count, given what is known; ``unused`` are facts that told
    something and answered nothing, ``unplaced`` all that found no place, in the person's words.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    drafts: dict[str, dict[str, Any]] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    quiet: set[str] = field(default_factory=set)
    problems: list[Because] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    skipped: set[str] = field(default_factory=set)
    untested: set[str] = field(default_factory=set)
    notes: list[Because] = field(default_factory=list)
    needless: set[str] = field(default_factory=set)
    unused: list[Fact] = field(default_factory=list)
    unplaced: tuple[str, ...] = ()

    @property
    def told_something(self) -> bool:
        """Whether the message contained anything to act on."""
        taken = self.answers or self.drafts or self.doubts or self.skipped or self.withdrawn
        return bool(taken or self.problems or self.notes or self.needless)


@dataclass(frozen=True)
class Ground:
    """What a fact is read against: the question on the table, what is known, what this message has told."""

    asked: Question | None
    told: Told
    today: date
    reading: Reading
    about_partner: bool
    """Whether facts of nobody in particular are the partner's."""
    lang: str
    last: Sequence[str] = ()
    """The paths that the last message that told something answered."""
    of_all: frozenset[str] = frozenset()
    """The paths whose value is told of every entry of the list behind: "all my degrees are from Kenya"."""

    def entries(self, path: str) -> list[dict[str, Any]]:
        """What a list holds by now, this message included."""
        return list(self.reading.answers.get(path, self.told.get(path)) or ())

    def before(self, path: str) -> list[dict[str, Any]]:
        """What it held before."""
        return list(self.told.get(path) or ())

    def of_partner(self, fact: Fact) -> bool:
        """Whether a fact is about the partner."""
        return fact.person == "partner" or (self.about_partner and not fact.named)


def joined(one: Reading, other: Reading) -> Reading:
    """Both of what two parts of a message told; of the same path the first."""
    return Reading(
        answers={**other.answers, **one.answers},
        drafts={**other.drafts, **one.drafts},
        withdrawn=one.withdrawn | other.withdrawn - one.answers.keys(),
        quiet=one.quiet | other.quiet,
        problems=[*one.problems, *other.problems],
        doubts=[*one.doubts, *other.doubts],
        skipped=one.skipped | other.skipped,
        untested=one.untested | other.untested,
        notes=[*one.notes, *other.notes],
        needless=one.needless | other.needless,
        unused=[*one.unused, *other.unused],
        unplaced=(*one.unplaced, *other.unplaced),
    )


def said_day(told: str) -> dict[str, Any]:
    """A date as a remark says it, with whether it is a day or a month."""
    day = read_when(told)
    return {"date": day, "exact": "month" if isinstance(day, Period) else "day"}


def wholes(paths: Sequence[str]) -> set[str]:
    """Paths, and those of which they tell a part."""
    return {*paths, *(path.rpartition(".")[0] for path in paths if path in PARTS)}


def number_told(path: str, told: Told) -> float | None:
    """The number told at a path; of jobs, the years of the last one; of children, the age of the only one."""
    value = told.get(path)
    if path == CHILDREN:
        value = value[0].get("age") if value and len(value) == 1 else None
    if path.rpartition(".")[2] == JOBS:
        value = value[-1].get("years") if value else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def instead(single: str, path: str, ground: Ground) -> None:
    """Of a list and a single fact that tell the same, what was not told now goes."""
    answers = ground.reading.answers
    if path in answers:
        answers.pop(single, None)
        ground.reading.withdrawn |= {single} & ground.told.keys()
    elif single in answers:
        ground.reading.withdrawn |= {path} & ground.told.keys()


def settle(path: str, fact: Fact, reading: Reading) -> None:
    """Take a fact as an answer, or as a doubt when it was not said for certain; savings are always about so
    much, and "no certificate" beside other things that somebody has not is none in a trade either."""
    child = path in ("age", "spouse.age") and isinstance(fact.value, int) and fact.value < YOUNGEST
    plainly = len(fact.readings) == 1 and (path == FUNDS or (path == CERTIFICATE and fact.value is False))
    if (fact.sure or plainly) and not child:
        reading.answers[path] = fact.value
    else:
        reading.doubts.append(Doubt(path=path, readings=fact.readings))


DIGITS = range(1, 10)
"""Numbers that are typed for one of the buttons, or tell a length, and nobody's age."""


def settle_part(path: str, fact: Fact, told: Told, reading: Reading) -> None:
    """A date of a test that has been told: the test is told anew, with it."""
    whole, _, part = path.rpartition(".")
    now = reading.answers.get(whole) or told.get(whole) or {}
    tests = tuple({**now, part: day} for day in fact.readings)
    if fact.sure:
        reading.answers[whole] = tests[0]
    else:
        reading.answers.pop(whole, None)
        reading.doubts.append(Doubt(path=whole, readings=tests))


def yes_or_no(asked: Question, value: bool) -> Any:
    if asked.fact == "job_offer":
        return {} if value else None
    return value


def refuse(asked: Question, reading: Reading) -> None:
    """ "I have none" as the answer to ``asked``: told as none where that is an answer, else skipped."""
    if asked.kind == "yes_no":
        reading.answers[asked.fact] = yes_or_no(asked, False)
    elif "none" in asked.choices:
        reading.answers[asked.fact] = None if asked.kind in ("test", "date") else "none"
    elif 0 in asked.numbers:
        reading.answers[asked.fact] = 0
    elif asked.kind in ("test", "date", "occupation"):
        reading.skipped.add(asked.id)
