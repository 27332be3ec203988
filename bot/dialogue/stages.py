"""Stages in which a message means something special. None: take it as any other message."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.dialogue.answers import answer, id_of, introduced, onward, show, take, taken
from bot.dialogue.commands import start
from bot.dialogue.message import LEAVING, STEERING, Case, Heard, Outcome
from bot.dialogue.on_the_table import is_of_occupation, to_doubt
from bot.dialogue.questions import options
from bot.dialogue.reading.choosing import checked, named_reading, said_reading
from bot.dialogue.reading.ground import Reading
from bot.dialogue.saying import Say
from bot.dialogue.state import Doubt, State, under_way
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
    if not facts:
        return onward(fresh, fresh.state, before=[Because("restarted")], withdrawn=tuple(case.told))
    first = Heard("", "inform", facts)
    begun = answer(first, introduced(first, fresh))
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
    """The answer to "is that right?": yes takes it, no the other reading; with more of them it drops all."""
    if message.moment:
        return None
    doubtful, *rest = case.state.doubts
    calm = case.state.but(doubts=tuple(rest), stage="asking")
    titled = message.intent == "ask_noc" and is_of_occupation(doubtful)
    may = message.intent not in STEERING or message.said.place is not None or titled
    left = any(fact.field == "unfinished_study" for fact in message.facts)  # no level: "2 years of 3"
    given = (
        to_doubt(doubtful, message, case.told, case.lang) if may and not (left or message.button) else None
    )
    if given is not None:
        return taken(given, message, case, case.state if given.besides else calm)
    named = said_reading(doubtful, message.yes_or_no) if len(message.facts) <= 1 else None
    if named is None:
        named = named_reading(doubtful, message.facts)
    if named is not None:
        return take(checked({doubtful.path: named}, case.told, case.today, case.lang), case, calm)
    if message.yes_or_no is False and len(message.facts) <= 1:
        return take(Reading(), case, calm.but(question=id_of(doubtful.path) or calm.question))
    if message.intent == "dont_know" and doubtful.path.endswith(".level"):
        return take(Reading(), case, calm)  # the lowest counts, as the question said
    if message.intent in STEERING:
        return None
    outcome = answer(message, case)
    if outcome.refused:  # a side question is no miss: the doubt waits
        return outcome
    told_alone = len(doubtful.readings) > 1 or bool(doubtful.against)  # the rest of it is kept already
    if case.state.misses and not message.asks and told_alone:
        return answer(message, replace(case, state=_not_again(calm, doubtful)))
    nothing = not outcome.answers and not outcome.withdrawn and not message.asks
    return replace(outcome, state=outcome.state.but(misses=1)) if nothing else outcome


def _not_again(state: State, doubt: Doubt) -> State:
    """What was asked twice and is not needed for the score is not asked a third time."""
    asked = id_of(doubt.path)
    return state.but(skipped=(*state.skipped, asked)) if asked in options() else state


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
