"""The questions of the intake (``data/intake.yml``) and which of them comes next."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Extra, StrictBool, StrictStr

from bot.dialogue.told import (
    CREDENTIALS,
    JOBS,
    LEVELS,
    PARTNER,
    PARTS,
    Told,
    known,
    levels_for_tests,
    listed,
)
from express_entry.yaml_files import read_yaml

INTAKE = Path(__file__).parents[2] / "data" / "intake.yml"


class Question(BaseModel):
    """One question. See the head of ``data/intake.yml`` for the meaning of the fields."""

    class Config:
        frozen = True
        extra = Extra.forbid

    id: str
    fact: str
    kind: Literal["number", "yes_no", "choice", "date", "test", "occupation", "several"]
    also: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    grouped: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[int, ...] = ()
    optional: bool = False
    goal: Literal["score", "eligibility"] = "score"
    tells: dict[str, dict[str, StrictBool | StrictStr]] = {}
    unless_told: dict[str, StrictBool | StrictStr] = {}
    when: dict[str, tuple[StrictBool | StrictStr, ...]] = {}
    unless: dict[str, tuple[StrictBool | StrictStr, ...]] = {}
    when_told: tuple[str, ...] = ()
    when_at_least: dict[str, float] = {}

    @property
    def key(self) -> str:
        """The question's name in the catalogs."""
        return self.id.replace(".", "-").replace("_", "-")

    def applies(self, facts: Told, goal: str = "eligibility") -> bool:
        """Whether the question makes sense, given what has been told and what the answers are for."""
        return (
            self.goal in ("score", goal)
            and self.fits(facts)
            and self._follows(facts)
            and self._reaches(facts)
        )

    def _follows(self, facts: Told) -> bool:
        """Whether what it follows was told; levels stand for a test, but have no date."""
        now = facts if self.fact in PARTS or not self.when_told else {**facts, **levels_for_tests(facts)}
        return all(now.get(path) is not None for path in self.when_told)

    def _reaches(self, facts: Told) -> bool:
        """Whether numbers are as high as they must be; jobs with dates tell work of which the rules say how
        much it is, and may reach any."""
        now = known(facts) if self.when_at_least else facts
        least = self.when_at_least.items()
        return all(path in now and (now[path] is None or now[path] >= number) for path, number in least)

    def fits(self, facts: Told) -> bool:
        """Whether an answer to it could hold at all: a single person has no partner's education."""
        now = known(facts) if self.when else facts
        return all(now.get(path) in allowed for path, allowed in self.when.items()) and not self._barred(now)

    def _barred(self, now: Told) -> bool:
        return any(now.get(path) in barred for path, barred in self.unless.items())

    def contradicted(self, facts: Told) -> bool:
        """Whether what was told excludes an answer; what has not been told yet excludes nothing."""
        now = known(facts) if self.when else facts
        against = any(path in now and now[path] not in allowed for path, allowed in self.when.items())
        return against or self._barred(now)

    def answered(self, facts: Told) -> bool:
        """Whether its fact, one that stands for it, or an entry of a list that tells it, has been told.

        A question with several choices is answered once there is none of them left to choose.
        """
        if self.kind == "several":
            return not open_options(self, facts)
        return any(path in facts for path in (self.fact, *self.also)) or self.fact in listed(facts)


@lru_cache(maxsize=1)
def questions() -> tuple[Question, ...]:
    """All questions in their order."""
    return tuple(Question.parse_obj(entry) for entry in read_yaml(INTAKE))


@lru_cache(maxsize=1)
def _by_id() -> dict[str, Question]:
    return {question.id: question for question in questions()}


def question(question_id: str | None) -> Question | None:
    """The question with this id, or None."""
    return _by_id().get(question_id or "")


def open_options(asked: Question, facts: Told) -> list[Question]:
    """The questions that one with several choices stands for, as far as they still have to be asked."""
    return [
        option
        for option in map(question, asked.choices)
        if option is not None and option.applies(facts) and not option.answered(facts)
    ]


@lru_cache(maxsize=1)
def options() -> frozenset[str]:
    """The questions that another one stands for: they are asked by themselves only for details."""
    return frozenset(choice for entry in questions() if entry.kind == "several" for choice in entry.choices)


def options_are_open(skipped: Collection[str]) -> bool:
    """Whether the question that stands for several others is still to come."""
    return not any(entry.id in skipped for entry in questions() if entry.kind == "several")


def relevant(facts: Told, goal: str) -> list[Question]:
    """The questions that make sense for this person and goal, answered or not."""
    return [entry for entry in questions() if entry.applies(facts, goal)]


def following(facts: Told, skipped: Collection[str], goal: str) -> Question | None:
    """The next question to ask, or None when all is told or skipped."""
    open_questions = (entry for entry in relevant(facts, goal) if not entry.answered(facts))
    return next((entry for entry in open_questions if entry.id not in skipped), None)


def progress(facts: Told, skipped: Collection[str], goal: str) -> tuple[int, int]:
    """How many questions are behind the person, and how many there are about now."""
    singly = options() if options_are_open(skipped) else frozenset()
    entries = [entry for entry in relevant(facts, goal) if entry.id not in singly]
    done = sum(entry.answered(facts) or entry.id in skipped for entry in entries)
    return done, len(entries)


@lru_cache(maxsize=256)
def bound_by(path: str) -> tuple[Question, ...]:
    """The questions that say when the fact at ``path`` can hold: its own, or those that a list answers."""
    listed_by = {PARTNER + JOBS: "canadian_work_years", PARTNER + CREDENTIALS: "education"}
    listed_by |= {PARTNER + name: "language" for name in LEVELS.values()}
    name = PARTNER + listed_by[path] if path in listed_by else path
    return tuple(entry for entry in questions() if entry.fact == name)


def orphans(facts: Told) -> list[str]:
    """Told facts that can no longer hold (a partner's, after "I am single")."""
    return sorted(path for path in facts if any(entry.contradicted(facts) for entry in bound_by(path)))
