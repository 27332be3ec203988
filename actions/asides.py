"""What is said to a question that stands beside facts ("29, single: what are the fees?")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from actions.answers import answered
from actions.costs import ActionCosts
from actions.documents import ActionDocuments
from actions.eligibility import ActionEligibility
from actions.improve import ActionImprove
from actions.memory import Answering, Turn
from actions.points import ActionPoints, points_beside
from actions.rounds import ActionRounds
from actions.timeline import ActionTimeline
from bot.replies import conversation
from bot.replies.reply import Reply
from express_entry.answers import OUT_OF_SCOPE, answers, split

CALCULATING: Mapping[str, type[Answering]] = {
    "ask_points": ActionPoints,
    "ask_costs": ActionCosts,
    "ask_documents": ActionDocuments,
    "ask_deadlines": ActionTimeline,
    "ask_eligibility": ActionEligibility,
    "ask_category": ActionEligibility,
    "ask_improve": ActionImprove,
    "ask_age_drop": ActionImprove,
    "ask_principal": ActionImprove,
    "ask_latest_round": ActionRounds,
    "ask_round_history": ActionRounds,
    "ask_chances": ActionRounds,
}
"""Questions that are answered by a calculation, and the action that makes it."""


def beside(turn: Turn) -> Reply | None:
    """The answer to the one question that was asked, or buttons for what it may have been.

    The facts of the message are in the store by now, so a calculation counts with them.
    """
    if not turn.asides:
        return None
    if (worth := points_beside(turn)) is not None:
        return worth
    intent, answer_id = split(turn.asides[0])
    if len(turn.asides) == 1 and intent in CALCULATING:
        return CALCULATING[intent]().reply(replace(turn, heard=replace(turn.heard, intent=intent)))
    asked = answers().get(answer_id or "")
    if asked and len(turn.asides) == 1:
        return answered(turn, asked)
    if turn.asides[0] == OUT_OF_SCOPE:
        return conversation.out_of_scope(turn.lang)
    return conversation.also_asked(turn.lang, turn.asides)
