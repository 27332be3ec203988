"""Stages in which a message means something special. None: take it as any other message."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.dialogue.answers import answer, id_of, onward, show, take
from bot.dialogue.commands import start
from bot.dialogue.message import LEAVING, STEERING, Case, Heard, Outcome
from bot.dialogue.reading import Reading, checked, named_reading
from bot.dialogue.saying import Say
from bot.dialogue.state import State, under_way
from bot.facts import Fact
from express_entry.points import Because


def _in_confirm_restart(message: Heard, case: Case) -> Outcome | None:
    calm = case.state.but(stage="asking")
    if message.yes_or_no is None:
        return None
    if not message.yes_or_no:
        return onward(case, calm, before=[Because("restart-kept")])
    if not message.plain_yes:
        return show(case, case.state)
    fresh = replace(case, told={}, state=State(mode="intake"))
    return onward(fresh, fresh.state, before=[Because("restarted")], withdrawn=tuple(case.told))


def _in_confirm_another(message: Heard, case: Case) -> Outcome | None:
    """The facts of the next person take the place of those of the one before, or neither changes."""
    calm = case.state.but(stage="asking", held=())
    if message.yes_or_no is None:
        return None
    if not message.yes_or_no:
        return onward(replace(case, state=calm), calm, before=[Because("restart-kept")])
    if not message.plain_yes:
        return show(case, case.state)
    fresh = replace(case, told={}, state=State(mode=case.state.mode))
    facts = tuple(Fact(**fact) for fact in case.state.held)
    begun = answer(Heard("", "inform", facts), fresh)
    return replace(begun, withdrawn=tuple(sorted({*case.told, *begun.withdrawn} - begun.answers.keys())))


def _in_confirm_delete(message: Heard, case: Case) -> Outcome | None:
    if message.yes_or_no is None:
        return None
    if not message.yes_or_no:
        return onward(case, case.state.but(stage="asking"), before=[Because("restart-kept")])
    if not message.plain_yes:
        return show(case, case.state)
    return Outcome(case.state, says=(Say("erased"),))


def _in_doubt(message: Heard, case: Case) -> Outcome | None:
    """The answer to "is that right?": yes or one of the readings takes it, no drops it."""
    doubtful, *rest = case.state.doubts
    calm = case.state.but(doubts=tuple(rest), stage="asking")
    if message.yes_or_no is True and len(doubtful.readings) == 1:
        return take(
            checked({doubtful.path: doubtful.readings[0]}, case.told, case.today, case.lang), case, calm
        )
    if (named := named_reading(doubtful, message.facts)) is not None:
        return take(checked({doubtful.path: named}, case.told, case.today, case.lang), case, calm)
    if message.yes_or_no is False and len(message.facts) <= 1:
        return take(Reading(), case, calm.but(question=id_of(doubtful.path) or calm.question))
    if message.intent in STEERING:
        return None
    outcome = answer(message, case)
    if outcome.refused:  # a side question is no miss: the doubt waits
        return outcome
    if case.state.misses:
        return answer(message, replace(case, state=calm))
    return replace(outcome, state=outcome.state.but(misses=1)) if not outcome.answers else outcome


def _in_review(message: Heard, case: Case) -> Outcome | None:
    if message.intent == "show_score" or (message.yes_or_no is True and len(message.facts) <= 1):
        return Outcome(case.state.but(stage="done", reviewed=True, question=None, misses=0), finished=True)
    if message.yes_or_no is False and len(message.facts) <= 1:
        return show(case, case.state.but(stage="change"))
    return None


def _in_change(message: Heard, case: Case) -> Outcome | None:
    if message.intent in LEAVING or (message.yes_or_no is False and len(message.facts) <= 1):
        return show(case, case.state.but(stage="review", misses=0))
    return _in_review(message, case)


def _before_the_first_question(message: Heard, case: Case) -> Outcome | None:
    """Nothing has been asked yet: a yes begins, a no or a "why?" has nothing to refer to."""
    if under_way(case.state) or message.facts:
        return None
    if message.intent == "affirm":
        return start(message, case)
    if message.intent in ("deny", "why", "explain", "dont_know", "skip", "back"):
        return Outcome(case.state, says=(Say("menu"),))
    return None


def _when_done(message: Heard, case: Case) -> Outcome | None:
    """After the score: what would steer or answer a question means the score itself, or nothing more."""
    if "value" in message.button or len(message.facts) > (message.yes_or_no is not None):
        return None
    if message.intent in ("affirm", "why", "explain", "start", "resume"):
        return Outcome(case.state, finished=True)
    if message.intent in ("deny", "skip", "dont_know", "nlu_fallback"):
        return Outcome(case.state, says=(Say("after_score"),))
    return None


STAGES: Mapping[str, Callable[[Heard, Case], Outcome | None]] = {
    "asking": _before_the_first_question,
    "confirm_restart": _in_confirm_restart,
    "confirm_delete": _in_confirm_delete,
    "confirm_another": _in_confirm_another,
    "doubt": _in_doubt,
    "review": _in_review,
    "change": _in_change,
    "done": _when_done,
}
