"""What is to be said, as data. The dialogue decides it; :mod:`bot.replies.intake` finds the words.

A :class:`Say` is one message: its subject, and remarks before or after it, each on a line of its own. A
remark that needs no more than a sentence of the catalog is a :class:`~express_entry.points.Because`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from bot.dialogue.diplomas import SINGLE, of_single
from bot.dialogue.jobs import YEARS
from bot.dialogue.partner import Relation
from bot.dialogue.questions import Question
from bot.dialogue.reached import Reached
from bot.dialogue.state import State
from bot.dialogue.told import (
    CREDENTIALS,
    JOBS,
    LEVEL_PATHS,
    PARTNER,
    PARTNER_TEST,
    SELF,
    TEST_PATHS,
    TESTS_LIST,
    Told,
)
from express_entry.occupations.search import Match, Option
from express_entry.points import Because

# Remarks


@dataclass(frozen=True)
class Noted:
    """What a message changed: new facts, changed ones as (old, new), and those that no longer hold.

    ``partner`` is what the person calls their partner; ``turn`` chooses a :func:`wording`.
    """

    new: Told
    changed: Mapping[str, tuple[Any, Any]]
    gone: Sequence[str]
    partner: Relation = "partner"
    turn: int = 0


@dataclass(frozen=True)
class Known:
    """What a message told that was known already, word for word."""

    told: Told
    partner: Relation = "partner"


@dataclass(frozen=True)
class Needless:
    """What was told and cannot count, given what is known: the degree of a partner who is Canadian."""

    paths: Sequence[str]


@dataclass(frozen=True)
class Why:
    """Why a question is asked; ``drafting``: why all scores of a test are, of which some have been told."""

    asked: Question
    drafting: bool


@dataclass(frozen=True)
class Explained:
    """What a question means and where its answer is found. Said when that was asked, to "I don't know", and
    after answers that were missed, then even where there is no question to explain.

    ``draft`` is what has been told so far of the test that the question is about.
    """

    asked: Question | None
    draft: Mapping[str, Any] | None = None
    after: Literal["explain", "dont_know", "missed"] = "explain"


@dataclass(frozen=True)
class Unplaced:
    """Pieces of the message, in the person's words, that told something and were not understood."""

    pieces: Sequence[str]


Remark = Because | Noted | Known | Needless | Why | Explained | Unplaced


# Subjects


@dataclass(frozen=True)
class OnTheTable:
    """What waits for an answer: a question, a doubt, the summary, the menu of changes or a confirmation.

    ``ways_out`` puts help and skipping among the answers: the question was missed more than once.
    ``reached`` is the score so far, where it has just changed.
    """

    told: Told
    state: State
    ways_out: bool = False
    reached: Reached | None = None


@dataclass(frozen=True)
class Kept:
    """What was told in passing is kept, and nothing is asked: the way to the score is a button."""

    told: Told
    state: State


@dataclass(frozen=True)
class Total:
    """The score so far, wished for beside what was told; what waits is a button."""

    reached: Reached
    told: Told
    state: State


@dataclass(frozen=True)
class Missing:
    """What is missing for the score that was wished for."""

    needs: Sequence[str]


@dataclass(frozen=True)
class Overview:
    """Everything told so far, in the middle of the questions."""

    told: Told


@dataclass(frozen=True)
class Occupations:
    """What a job title or a code may mean as the answer to ``asked``; the first of these that holds is said.

    A ``code`` that was typed; a skill ``level`` of NOC 2016 that was named; the ``options`` of a question
    that separates what was found; all ``matches``. None of them: nothing was found. ``several`` says that the
    matches are those of several titles that were asked about.
    """

    asked: Question
    text: str
    on: date
    code: str | None = None
    level: str | None = None
    options: Sequence[Option] = ()
    matches: Sequence[Match] = ()
    way_out: bool = False
    several: bool = False

    @property
    def found(self) -> bool:
        """Whether anything was."""
        return bool(self.code or self.level or self.matches)


@dataclass(frozen=True)
class Perhaps:
    """Not sure what was meant: the labels that it may have had, the likeliest first; none: it was a question
    that nothing here answers."""

    labels: Sequence[str]
    state: State
    told: Told = field(default_factory=dict)


@dataclass(frozen=True)
class WayOut:
    """The question on the table, where there is one, was missed again and again: leave it, stop, or go on."""

    asked: Question | None


Plain = Literal["menu", "after_score", "summary_again", "erased", "paused", "paused_professional", "remarks"]
"""Subjects that need nothing known: what can be done here, or with a score; that the summary stands, that
everything is erased and has to be, that nothing more is asked, of somebody who asks for others too; nothing
but the remarks."""

Subject = OnTheTable | Kept | Total | Missing | Overview | Occupations | Perhaps | WayOut | Plain


@dataclass(frozen=True)
class Say:
    """One message to the person."""

    subject: Subject
    before: Sequence[Remark] = ()
    after: Sequence[Remark] = ()


WORDINGS = 3
"""How many wordings the sentences have that return most."""


def wording(told: Told, more: int = 0) -> int:
    """Which of them is next: it goes on with what is told, so that nobody hears one twice in a row."""
    return (len(told) + more) % WORDINGS


def noted(told: Told, answers: Told, withdrawn: Sequence[str], partner: Relation = "partner") -> list[Remark]:
    """What is new, changed or gone, compared with what had been told; empty where nothing is."""
    before = {**told, **_in_lists(told, answers)}
    new = {path: value for path, value in answers.items() if path not in before}
    changed = {
        path: (before[path], value)
        for path, value in answers.items()
        if path in before and before[path] != value
    }
    gone = [
        path
        for path in withdrawn
        if path in told and path not in answers and not _told_in(path, told, answers)
    ]
    return [Noted(new, changed, gone, partner, wording(told))] if new or changed or gone else []


def _in_lists(told: Told, answers: Told) -> dict[str, Any]:
    """Diplomas that had been told by single facts and tests that stood in their places, now a list."""
    of = {PARTNER + CREDENTIALS: PARTNER, CREDENTIALS: SELF}
    lists = {path: of_single(told, of[path]) for path in answers if path in of and path not in told}
    if TESTS_LIST in answers and TESTS_LIST not in told:
        lists[TESTS_LIST] = [told[path] for path in TEST_PATHS if told.get(path)]
    return {path: entries for path, entries in lists.items() if entries}


def _told_in(path: str, told: Told, answers: Told) -> bool:
    """Whether a single fact is now told as part of a list of diplomas, years as those of a job, or levels by
    the scores of a test."""
    prefix = PARTNER if path.startswith(PARTNER) else SELF
    if (name := path.removeprefix(prefix)) in YEARS:
        held = {"years": told[path], "in_canada": YEARS[name]}
        return any(held.items() <= job.items() for job in answers.get(prefix + JOBS) or ())
    tests = (PARTNER_TEST,) if prefix else (*TEST_PATHS, TESTS_LIST)
    if path in LEVEL_PATHS:
        return any(answers.get(test) for test in tests)
    return name in SINGLE and prefix + CREDENTIALS in answers
