"""What an application costs the person's family today."""

from __future__ import annotations

from actions.memory import Answering, Turn
from bot.dialogue import plans
from bot.dialogue.reading.ground import FUNDS, MARITAL
from bot.nlu.household import Household, household, households, other_money, savings
from bot.nlu.personal import asked_kinds
from bot.replies.buttons import COSTS, DEADLINES, DOCUMENTS, EVERYTHING, START, TELL_MORE, payload
from bot.replies.conversation import calculated
from bot.replies.costs import costs_reply, funds_reply
from bot.replies.reply import Reply
from express_entry.answers import for_intent
from express_entry.costs import Costs, as_published, costs
from express_entry.profile import Profile, parse_profile
from express_entry.vocabulary import PARTNERED

OTHER_CURRENCY = "funds_other_currency"
"""The fact of money that is not in Canadian dollars: it is compared with nothing."""
OWN_SAVINGS = frozenset({"funds", "enough", "enough_alone"})
"""Questions whether one's own savings are enough."""


class ActionCosts(Answering):
    """Calculates for the family that the question names, from the stored profile, or for somebody alone."""

    called = "action_costs"

    def reply(self, turn: Turn) -> Reply:
        """Every fee, the usual prices, the settlement funds."""
        text = turn.heard.text
        if (savings(text, turn.lang) or other_money(text, turn.lang)) and (reply := funds(turn)):
            return reply
        family = Household.read(turn.value) or household(turn.heard.text, turn.lang)
        found = (
            of_family(family, turn) if family else costs(turn.profile, turn.today, plans.around(turn.plan))
        )
        found = as_published(found, turn.published)
        more = START if not turn.document else TELL_MORE if found.missing and not family else None
        choices = (*((more,) if more else ()), DOCUMENTS, DEADLINES)
        in_full = turn.value.endswith(EVERYTHING)
        written = f"{family.written()} {EVERYTHING}" if family else EVERYTHING
        return calculated(costs_reply(turn.lang, found, *choices, everything=in_full, in_full=written))

    def remembered(self, turn: Turn, reply: Reply) -> str | None:
        """The answer in words to the same question."""
        answer = for_intent("ask_costs")
        return answer.id if answer is not None else None


def of_family(family: Household, turn: Turn) -> Costs:
    """What a family costs that somebody asks for."""
    return costs(parse_profile(family.document(), draft=True), turn.today)


def funds(turn: Turn) -> Reply | None:
    """The settlement funds of each family that the message names, or of one's own where it is known; None
    where neither is."""
    other = other_money(turn.heard.text, turn.lang)
    abroad = any(fact.field == OTHER_CURRENCY for fact in turn.heard.facts)
    known = None if other else turn.told.get(FUNDS)
    held = known if abroad else savings(turn.heard.text, turn.lang) or known
    if families := households(turn.heard.text, turn.lang):
        found = [of_family(family, turn) for family in families]
        button = (COSTS[0], payload("ask_costs", value=families[0].written()))
        return calculated(funds_reply(turn.lang, found, held, button, other=other))
    own = costs(_as_far_as_clear(turn), turn.today, plans.around(turn.plan))
    asked = (bool(other) or bool(asked_kinds(turn.text) & OWN_SAVINGS)) and not turn.missing_for("costs")
    counted = "family_size" in turn.told or DECIDE_THE_SIZE.isdisjoint(own.missing)
    known = bool(turn.text) and bool(FAMILY.intersection(turn.told)) and counted
    if not asked and (not known or own.funds_spared):
        return None
    return calculated(funds_reply(turn.lang, [own], held, COSTS, other=other))


def _as_far_as_clear(turn: Turn) -> Profile:
    """The profile, with somebody who is asked which of the single statuses is theirs as one who is single."""
    waiting = [doubt.readings for doubt in turn.state.doubts if doubt.path == MARITAL]
    single = waiting and MARITAL not in turn.told and set(PARTNERED).isdisjoint(waiting[0])
    if not single:
        return turn.profile
    return parse_profile({**turn.document, MARITAL: waiting[0][0]}, draft=True)


DECIDE_THE_SIZE = frozenset({"marital_status", "family_size", "dependent_children.birth_date"})
"""What must be known of a family for its size: whoever stays behind counts, too."""
FAMILY = frozenset({"family_size", "dependent_children", "marital_status"})
"""Facts from which the size of a family is known."""
