"""The level of a test score that a question names, or the scores for a level."""

from __future__ import annotations

from actions.memory import Turn
from bot.nlu.levels import asked
from bot.replies.conversation import calculated
from bot.replies.levels import levels_reply, needed_reply
from bot.replies.reply import Reply
from express_entry.language import levels_of, scores_for


def levels(turn: Turn) -> Reply | None:
    """What the tables say to the question; None where it names neither a score nor a level."""
    named = asked(turn.text, turn.lang, turn.today)
    if named is None:
        return None
    if named.level is not None:
        scores = {test: scores_for(test, named.level, turn.today) for test in named.tests}
        return calculated(needed_reply(turn.lang, named.level, named.abilities, scores))
    found = {test: levels_of(test, named.scores, turn.today) for test in named.tests}
    return calculated(levels_reply(turn.lang, named.scores, found))
