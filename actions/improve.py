"""What would change the score: what can be done, what is supposed, what age takes, who applies."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actions.memory import Answering, Turn
from actions.points import general, remembered
from bot.dialogue.ready import Calculation
from bot.nlu.supposing import as_told, either_way, suppositions
from bot.replies.buttons import payload
from bot.replies.ready import with_rule
from bot.replies.reply import Reply
from bot.replies.whatif import (
    age_reply,
    improve_reply,
    partner_reply,
    principal_reply,
    suppose_lines,
    suppose_reply,
    ways_reply,
)
from express_entry.profile import Profile, ProfileError
from express_entry.whatif import MOST_CHANGES, ways_to, what_if
from express_entry.whatif.suppositions import Fact, Partner, suppose_all

LOWEST_TARGET, HIGHEST_TARGET = 100, 1200
"""A number between these in "how do I get to 500?" is a score to reach."""


class ActionImprove(Answering):
    """Consequences of published rules, exactly calculated; nothing of it is stored."""

    called = "action_improve"

    def reply(self, turn: Turn) -> Reply:
        """Answer the kind of question that was asked."""
        calculation = _NEEDING.get(turn.intent, "improve")
        missing = turn.missing_for(calculation)
        if unready := turn.not_ready(calculation):
            rule = general(turn) if calculation == "whatif" else None
            return unready if rule is None else with_rule(unready, rule, missing)
        return _ANSWERS.get(turn.intent, _improve)(turn)

    def remembered(self, turn: Turn, reply: Reply) -> str | None:
        return remembered(turn) if turn.intent == "ask_whatif" else None


def _improve(turn: Turn) -> Reply:
    found = what_if(turn.profile, turn.today)
    if target := _target(turn.text):
        ways = ways_to(turn.profile, turn.today, target)
        return ways_reply(turn.lang, found.base, target, ways, MOST_CHANGES)
    return improve_reply(turn.lang, found, turn.everything)


def _suppose(turn: Turn) -> Reply:
    """ "What if I get 8 in listening?": what the message supposes is only scored; nothing is stored.

    The button for every line carries the words again.
    """
    text = turn.text or turn.value
    if either_way(text):
        return _either_way(turn)
    supposed = suppositions(text, turn.lang, turn.today, turn.told)
    if not supposed:
        return _improve(turn)
    try:
        found = suppose_all(turn.profile, turn.today, supposed)
    except ProfileError:
        return _improve(turn)
    if turn.value:
        return suppose_lines(turn.lang, found)
    facts = as_told(supposed, turn.told)
    save = payload("save", value=facts) if facts else None
    return suppose_reply(turn.lang, found, payload("ask_whatif", value=text), save)


def _either_way(turn: Turn) -> Reply:
    """With the partner, and without."""
    comes, stays = (
        suppose_all(turn.profile, turn.today, [way]).after for way in (Partner("comes"), Partner("stays"))
    )
    return partner_reply(turn.lang, comes, stays)


def _age(turn: Turn) -> Reply:
    """When age takes points; "my score at 31" supposes that age."""
    named = turn.text and suppositions(turn.text, turn.lang, turn.today, turn.told)
    if named and any(isinstance(each, Fact) and each.path == "age" for each in named):
        return _suppose(turn)
    found = what_if(turn.profile, turn.today)
    return age_reply(turn.lang, found.base, found.age_drops, found.expiries, _age_told(turn.profile))


def _principal(turn: Turn) -> Reply:
    return principal_reply(turn.lang, what_if(turn.profile, turn.today).principal)


_ANSWERS: Mapping[str, Callable[[Turn], Reply]] = {
    "ask_improve": _improve,
    "ask_whatif": _suppose,
    "ask_age_drop": _age,
    "ask_principal": _principal,
}


_NEEDING: Mapping[str, Calculation] = {
    "ask_whatif": "whatif",
    "ask_age_drop": "age",
    "ask_principal": "principal",
}
"""What each question needs to know before it is answered."""


def _age_told(profile: Profile) -> bool:
    return profile.birth_date is not None or profile.age is not None


def _target(text: str) -> int | None:
    """The score that a message wants to reach, if it names one."""
    numbers = [
        int(word) for word in "".join(c if c.isdigit() else " " for c in text).split() if len(word) <= 4
    ]
    return next((number for number in numbers if LOWEST_TARGET <= number <= HIGHEST_TARGET), None)
