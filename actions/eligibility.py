"""Whether a person may enter the pool, program by program, and which categories of rounds they fit."""

from __future__ import annotations

from actions.memory import Answering, Turn
from bot.replies.conversation import calculated
from bot.replies.eligibility import categories_reply, eligibility_reply, grid_reply
from bot.replies.reply import Reply
from express_entry.categories import categories
from express_entry.programs import eligibilities

GRID = "grid"
"""What the button for the 67-point grid carries."""


class ActionEligibility(Answering):
    """Judges the stored profile by today's rules; what was not told is named, never guessed."""

    called = "action_eligibility"

    def reply(self, turn: Turn) -> Reply:
        """Programs, or categories, as the message asks."""
        if unready := turn.not_ready("categories" if turn.intent == "ask_category" else "eligibility"):
            return unready
        if turn.intent == "ask_category":
            return calculated(categories_reply(turn.lang, categories(turn.profile, turn.today)))
        found = eligibilities(turn.profile, turn.today)
        if turn.value == GRID:
            return calculated(grid_reply(turn.lang, found["fsw"]))
        return calculated(eligibility_reply(turn.lang, list(found.values()), turn.everything))
