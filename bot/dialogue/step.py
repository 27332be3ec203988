"""One step of the intake: a message comes in, answers and what is to be said come out.

Pure: the store, Rasa, the clock and the words are the caller's business (``actions/intake.py``).
"""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.answers import answer, on_the_table, show
from bot.dialogue.commands import COMMANDS, aside_about
from bot.dialogue.message import Case, Heard, Outcome
from bot.dialogue.partner import relation
from bot.dialogue.questions import question
from bot.dialogue.saying import Say
from bot.dialogue.stages import STAGES
from express_entry.points import Because


def step(message: Heard, case: Case) -> Outcome:
    """Take one message."""
    if (word := relation(message.text)) is not None:
        case = replace(case, state=case.state.but(partner=word))
    if message.refers_to not in (None, _place(case)):
        return _late(message, case)
    stage = STAGES.get(case.state.stage)
    outcome = stage(message, case) if stage else None
    return outcome or COMMANDS.get(message.intent, answer)(message, case)


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
