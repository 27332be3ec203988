"""The level of a test score that a question names, or the scores for a level."""

from __future__ import annotations

from actions.memory import Turn
from bot.nlu.levels import asked, bonus, test_named
from bot.replies.conversation import calculated
from bot.replies.levels import levels_reply, needed_reply
from bot.replies.reply import Reply
from express_entry.figures import figure
from express_entry.language import TESTS, levels_of, scores_for
from express_entry.vocabulary import ABILITIES


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


_LEAST = "{fsw.language:teer.0-3.listening}"
_FOR_THE_BONUS = "{figures.french_english_level}"


def needed(turn: Turn) -> str | None:
    """The scores of the test that a question names for the least level, or for the most that French gives
    beside it; None where it names none."""
    test = test_named(turn.text, turn.lang, turn.today) if turn.text else None
    if test is None:
        return None
    more = bonus(turn.text) and TESTS[test].language == "en"
    level = int(float(str(figure(_FOR_THE_BONUS if more else _LEAST, turn.today).value)))
    scores = {test: scores_for(test, level, turn.today)}
    line = needed_reply(turn.lang, level, ABILITIES, scores).text
    return line.split("\n\n")[0]
