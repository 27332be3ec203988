"""Where a person stands in the intake; kept in the store beside the answers."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Extra

from bot.dialogue.partner import Relation
from bot.facts import People, Writer

Goal = Literal["score", "eligibility"]
Mode = Literal["free", "intake"]
Stage = Literal[
    "asking", "review", "change", "confirm_restart", "confirm_delete", "confirm_another", "doubt", "done"
]


class Doubt(BaseModel):
    """An answer that was read but is not certain: the person is asked before it counts.

    ``against`` is empty, or names what was told later and does not fit what ``path`` holds since before.
    """

    class Config:
        frozen = True
        extra = Extra.forbid

    path: str
    readings: tuple[Any, ...]
    against: tuple[str, ...] = ()


class State(BaseModel):
    """The intake's memory beside the answers themselves.

    ``question`` is the question on the table, ``trail`` the questions asked before it (for "back"),
    ``untested`` those of tests of which there are no results yet,
    ``drafts`` language tests told in part, ``misses`` how often in a row an answer was not understood,
    ``reviewed`` whether the person has confirmed the summary once, ``goal`` what the answers are for:
    eligibility needs more of them than the score. In the ``mode`` "free" the person leads: what they tell is
    kept, and nothing is asked; "intake" is what they wish for. ``unsaid`` counts the side questions since the
    words of the question on the table were said. ``last_told`` are the paths that the last message that told
    something answered: a bare correction ("no 32") is about them; ``aged`` are those whose age is known,
    ``worked`` those whose jobs are, ``timeless`` those of whose jobs one has no time yet.
    ``quiet`` is who said stop: nothing is asked until they ask for a score themselves.
    ``partner`` is what they call their partner, ``partner_name`` the first name that they told of them,
    ``own_name`` that of the applicant, ``child_names`` those of their children. ``writer`` is who writes;
    where that is not the applicant, ``applicant`` is what they call the applicant. ``lives`` is whether the
    applicant lives in Canada now.
    ``held`` are the facts of a message about somebody else, which wait until it is clear that the answers so
    far may go.
    """

    class Config:
        frozen = True
        extra = Extra.forbid

    stage: Stage = "asking"
    question: str | None = None
    trail: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    untested: tuple[str, ...] = ()
    drafts: dict[str, dict[str, Any]] = {}
    doubts: tuple[Doubt, ...] = ()
    misses: int = 0
    reviewed: bool = False
    goal: Goal = "score"
    mode: Mode = "free"
    unsaid: int = 0
    last_told: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    worked: tuple[str, ...] = ()
    timeless: tuple[str, ...] = ()
    quiet: bool = False
    partner: Relation = "partner"
    partner_name: str = ""
    own_name: str = ""
    child_names: tuple[str, ...] = ()
    writer: Writer = "self"
    applicant: str = ""
    lives: bool | None = None
    held: tuple[dict[str, Any], ...] = ()

    @property
    def place(self) -> str:
        """What the buttons of the last message are about; those of earlier ones name another place."""
        if self.stage == "doubt":
            return f"doubt:{self.doubts[0].path}"
        if self.stage == "asking":
            return self.question or ""
        return "review" if self.stage == "change" else self.stage

    @property
    def people(self) -> People:
        """Of whom the conversation is."""
        begun = bool(self.last_told)
        return People(
            self.own_name,
            self.partner_name,
            self.writer,
            self.applicant,
            begun,
            "self" in self.aged,
            "partner" in self.aged,
            self.lives,
            bool(self.worked),
            self.child_names,
            timeless=bool(self.timeless),
        )

    def but(self, **changes: Any) -> State:
        """A copy with some fields changed."""
        return self.copy(update=changes)


def under_way(state: State) -> bool:
    """Whether the intake has begun and waits for an answer."""
    return state.stage not in ("asking", "done") or state.question is not None


SILENT_SIDE_ANSWERS = 2
"""After so many side questions the words of the question on the table are said again; until then a button
under each answer leads back to it."""


def waits_silently(state: State) -> bool:
    """Whether what is on the table is only a button now, because a side question has just been answered; the
    long list of all answers comes back on wish alone."""
    if state.stage in ("review", "change"):
        return state.unsaid > 0
    return under_way(state) and state.unsaid % (SILENT_SIDE_ANSWERS + 1) > 0
