"""Whether a person may enter the pool, program by program, and which categories of rounds they fit."""

from __future__ import annotations

from actions.memory import Answering, Turn
from bot.nlu.listed import list_asked
from bot.nlu.personal import program_named
from bot.replies.conversation import calculated
from bot.replies.eligibility import categories_reply, eligibility_reply, grid_reply, program_reply, so_far
from bot.replies.noc import of_category
from bot.replies.ready import needed
from bot.replies.reply import Reply
from express_entry.categories import Category, categories
from express_entry.occupations.noc import classification
from express_entry.programs import eligibilities

WORK = frozenset({"jobs", "canadian_work_years", "foreign_work_years"})
"""Facts of which some programs can be said at once that they fit, or do not."""
GRID = "grid"
"""What the button for the 67-point grid carries."""


class ActionEligibility(Answering):
    """Judges the stored profile by today's rules; what was not told is named, never guessed."""

    called = "action_eligibility"

    def reply(self, turn: Turn) -> Reply:
        """Programs, or categories, as the message asks."""
        if turn.intent == "ask_category":
            return self._categories(turn)
        found = eligibilities(turn.profile, turn.today)
        program = program_named(turn.text) if turn.text else None
        if program is not None:
            return turn.on_levels(calculated(program_reply(turn.lang, found[program])))
        if unready := turn.not_ready("eligibility"):
            if not WORK.intersection(turn.told):
                return unready
            missing = needed(turn.lang, turn.missing_for("eligibility"))
            return so_far(missing, list(found.values())) or unready
        if turn.value == GRID:
            return turn.on_levels(calculated(grid_reply(turn.lang, found["fsw"])))
        judged = eligibility_reply(turn.lang, list(found.values()), turn.everything)
        return turn.on_levels(calculated(judged))

    def _categories(self, turn: Turn) -> Reply:
        """The categories, by the occupation, or by French alone where that is enough for its own one."""
        whole = turn.value if classification().listed_in(turn.value) else None
        if (category := whole or (list_asked(turn.text) if turn.text else None)) is not None:
            return of_category(turn.lang, category, everything=whole is not None)
        found = own_categories(turn)
        if not found and (unready := turn.not_ready("categories")) is not None:
            return unready
        return turn.on_levels(calculated(categories_reply(turn.lang, found)))


def own_categories(turn: Turn) -> tuple[Category, ...]:
    """The categories as far as they can be judged; none where neither an occupation nor French tells one."""
    found = categories(turn.profile, turn.today)
    tells = any(each.eligible or each.likely for each in found)
    return found if tells or not turn.missing_for("categories") else ()
