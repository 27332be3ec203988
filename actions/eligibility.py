"""Whether a person may enter the pool, program by program, and which categories of rounds they fit."""

from __future__ import annotations

from actions.memory import Answering, Turn
from bot.nlu.personal import program_named
from bot.replies.conversation import calculated
from bot.replies.eligibility import categories_reply, eligibility_reply, grid_reply, program_reply, so_far
from bot.replies.ready import needed
from bot.replies.reply import Reply
from express_entry.categories import categories
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
        found = eligibilities(turn.profile, turn.today)
        program = program_named(turn.text) if turn.text and turn.intent != "ask_category" else None
        if program is not None:
            return turn.on_levels(calculated(program_reply(turn.lang, found[program])))
        if unready := turn.not_ready("categories" if turn.intent == "ask_category" else "eligibility"):
            if turn.intent == "ask_category" or not WORK.intersection(turn.told):
                return unready
            missing = needed(turn.lang, turn.missing_for("eligibility"))
            return so_far(missing, list(found.values())) or unready
        if turn.intent == "ask_category":
            judged = categories_reply(turn.lang, categories(turn.profile, turn.today))
            return turn.on_levels(calculated(judged))
        if turn.value == GRID:
            return turn.on_levels(calculated(grid_reply(turn.lang, found["fsw"])))
        judged = eligibility_reply(turn.lang, list(found.values()), turn.everything)
        return turn.on_levels(calculated(judged))
