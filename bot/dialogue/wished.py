"""What a message wishes for beside what it tells: the score, to see what is known, no more questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.commands import without_questions
from bot.dialogue.message import Case, Heard, Outcome
from bot.dialogue.reached import between, total
from bot.dialogue.ready import missing_for
from bot.dialogue.saying import Missing, Noted, OnTheTable, Overview, Say, Total
from bot.dialogue.state import State, under_way
from bot.dialogue.told import Told, flatten, nest

CONFIRMING = ("confirm_restart", "confirm_delete", "confirm_another")
"""Stages in which nothing is said but the question whether something may be lost."""


def granted(message: Heard, case: Case, outcome: Outcome) -> Outcome:
    """The outcome of a message once its wishes are met: the first words are what was wished for, and what it
    told is kept and said after that."""
    state = outcome.state
    if outcome.refused or state.stage in CONFIRMING:
        return outcome
    told = _told(case, outcome)
    remarks = [remark for each in outcome.says for remark in each.before]
    first: list[Say] = []
    if "show_profile" in message.wished:
        first.append(Say(Overview(told)))
        remarks = [remark for remark in remarks if not isinstance(remark, Noted)]
    if "pause" in message.wished:
        state = without_questions(state)
    if "show_score" in message.wished:
        first.append(Say(_score(told, state, case)))
        missing = isinstance(first[-1].subject, Missing)
        if missing and not state.quiet:
            state = state.but(mode="intake")
    waits = state.stage == "doubt" or bool(state.drafts and state.question)
    last: Sequence[Say] = ()
    if "pause" in message.wished:
        last = (Say("paused"),)
    elif waits and not message.answered:
        last = (Say(OnTheTable(told, state)),)
    elif "show_score" not in message.wished:
        last = tuple(replace(each, before=()) for each in outcome.says if not isinstance(each.subject, str))
        last = () if message.answered else last
    else:
        state = state.but(unsaid=1 if under_way(state) else 0)
    says = (*first[:1], *first[1:])
    if remarks:
        says = (replace(says[0], after=tuple(remarks)), *says[1:]) if says else (Say("remarks", remarks),)
    return replace(outcome, state=state, says=(*says, *last), finished=False)


def _told(case: Case, outcome: Outcome) -> Told:
    """What is known with what the message told."""
    kept = {path: value for path, value in case.told.items() if path not in outcome.withdrawn}
    return flatten(nest({**kept, **outcome.answers}))


def _score(told: Told, state: State, case: Case) -> Total | Missing:
    """The total so far, or what is missing for one."""
    missing = missing_for("score", told, state)
    reached = None if missing else total(told, case.today)
    if reached is None:
        return Missing(missing)
    return Total(replace(reached, between=between(told, state.doubts, case.today)), told, state)
