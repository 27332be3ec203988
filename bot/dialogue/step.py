"""One step of the intake: a message comes in, answers and what is to be said come out.

Pure: the store, Rasa, the clock and the words are the caller's business (``actions/intake.py``).
"""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.answers import answer, introduced, on_the_table, show
from bot.dialogue.commands import COMMANDS, aside_about
from bot.dialogue.message import SAID_PLAINLY, Case, Heard, Outcome
from bot.dialogue.on_the_table import speaks_first
from bot.dialogue.partner import relation
from bot.dialogue.questions import question
from bot.dialogue.saying import Kept, OnTheTable, Say
from bot.dialogue.stages import STAGES
from bot.dialogue.state import under_way, waits_silently
from bot.dialogue.wished import granted
from express_entry.points import Because


def step(message: Heard, case: Case) -> Outcome:
    """Take one message."""
    if (word := relation(message.text)) is not None:
        case = replace(case, state=case.state.but(partner=word))
    case = introduced(message, case)
    if message.refers_to not in (None, _place(case)):
        return _late(message, case)
    stage = STAGES.get(case.state.stage)
    outcome = stage(message, case) if stage else None
    asked = on_the_table(case) if case.state.stage == "asking" else None
    if asked is not None and message.intent in SAID_PLAINLY and speaks_first(asked, message):
        outcome = outcome or answer(message, case)
    message = _wishing(message, case)
    outcome = outcome or COMMANDS.get(message.intent, answer)(message, case)
    if message.intent == SCORE and outcome.answers and not message.wished:
        message = replace(message, wished=frozenset({SCORE}))  # "my score, and I have no French test"
    if message.answered and not message.wished:
        return _behind_the_answer(case, outcome)
    return granted(message, case, outcome) if message.wished else outcome


SCORE = "show_score"


def _wishing(message: Heard, case: Case) -> Heard:
    """The message as a wish for the score where it asks for it in the middle of the questions: they have
    begun, and are nothing to begin with."""
    begins = message.intent == "start" and message.names_score and not message.button
    if not begins or not under_way(case.state) or case.state.stage not in ("asking", "doubt"):
        return message
    return replace(message, intent="inform", wished=frozenset({SCORE}))


def _behind_the_answer(case: Case, outcome: Outcome) -> Outcome:
    """What was told beside a question that is answered is noted; the question on the table is a button under
    it, and its words come back every third time."""
    state = outcome.state.but(unsaid=case.state.unsaid + 1)
    begins_a_test = state.drafts != case.state.drafts  # its scores are asked for at once
    if begins_a_test or state.stage != "asking" or not under_way(state) or not waits_silently(state):
        return outcome
    if not outcome.says and not outcome.refused:
        return replace(outcome, state=state, says=(Say(Kept(case.told, state)),))
    says = tuple(
        Say(Kept(said.subject.told, state), said.before, said.after)
        if isinstance(said.subject, OnTheTable)
        else said
        for said in outcome.says
    )
    return replace(outcome, state=state, says=says)


def _place(case: Case) -> str:
    asked = on_the_table(case) if case.state.stage == "asking" else None
    return asked.id if asked else case.state.place


def _late(message: Heard, case: Case) -> Outcome:
    """A button of an earlier message: its yes answers nothing that is asked now, its skip skips nothing."""
    earlier = question(message.refers_to)
    if earlier is not None and message.intent in ("why", "explain"):
        remark = aside_about(message.intent, earlier, case)
    else:
        remark = Because("late-button")
    if case.state.stage == "done":
        return Outcome(case.state, says=(Say("after_score", [remark]),))
    return show(case, case.state, before=[remark])
