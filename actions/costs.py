"""What an application costs the person's family today."""

from __future__ import annotations

from actions.memory import Answering, Turn
from bot.dialogue import plans
from bot.replies.buttons import DEADLINES, DOCUMENTS, START, TELL_MORE
from bot.replies.conversation import calculated
from bot.replies.costs import costs_reply
from bot.replies.reply import Reply
from express_entry.answers import for_intent
from express_entry.costs import as_published, costs


class ActionCosts(Answering):
    """Calculates from the stored profile; without one, for somebody alone."""

    called = "action_costs"

    def reply(self, turn: Turn) -> Reply:
        """Every fee, the usual prices, the settlement funds."""
        found = costs(turn.profile, turn.today, plans.around(turn.plan))
        found = as_published(found, turn.published)
        more = START if not turn.document else TELL_MORE if found.missing else None
        choices = (*((more,) if more else ()), DOCUMENTS, DEADLINES)
        return calculated(costs_reply(turn.lang, found, *choices, everything=turn.everything))

    def remembered(self, turn: Turn, reply: Reply) -> str | None:
        """The answer in words to the same question."""
        answer = for_intent("ask_costs")
        return answer.id if answer is not None else None
