"""What an application costs the person's family today."""

from __future__ import annotations

from actions.memory import Answering, Turn
from bot.dialogue import plans
from bot.nlu.household import household, savings
from bot.replies.buttons import COSTS, DEADLINES, DOCUMENTS, START, TELL_MORE
from bot.replies.conversation import calculated
from bot.replies.costs import costs_reply, funds_reply
from bot.replies.reply import Reply
from express_entry.answers import for_intent
from express_entry.costs import Costs, as_published, costs
from express_entry.profile import parse_profile


class ActionCosts(Answering):
    """Calculates for the family that the question names, from the stored profile, or for somebody alone."""

    called = "action_costs"

    def reply(self, turn: Turn) -> Reply:
        """Every fee, the usual prices, the settlement funds."""
        if savings(turn.heard.text) and (reply := funds(turn)):
            return reply
        found = named(turn) or costs(turn.profile, turn.today, plans.around(turn.plan))
        found = as_published(found, turn.published)
        more = START if not turn.document else TELL_MORE if found.missing else None
        choices = (*((more,) if more else ()), DOCUMENTS, DEADLINES)
        return calculated(costs_reply(turn.lang, found, *choices, everything=turn.everything))

    def remembered(self, turn: Turn, reply: Reply) -> str | None:
        """The answer in words to the same question."""
        answer = for_intent("ask_costs")
        return answer.id if answer is not None else None


def named(turn: Turn) -> Costs | None:
    """What the family costs that the message names; None where it names none."""
    family = household(turn.heard.text, turn.lang)
    return costs(parse_profile(family.document(), draft=True), turn.today) if family else None


def funds(turn: Turn) -> Reply | None:
    """The settlement funds of the family that the message names; None where it names none."""
    found = named(turn)
    if found is None:
        return None
    return calculated(funds_reply(turn.lang, found, savings(turn.heard.text), COSTS))
