"""What would change the score: what can be done, what is supposed, what age takes, who applies."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actions.memory import SUPPOSED, Answering, Turn
from actions.points import general, remembered
from bot.dialogue.ready import Calculation
from bot.nlu.decision import WHAT_IF
from bot.nlu.supposing import all_of, as_told, either_way, suppositions
from bot.replies.buttons import payload
from bot.replies.ready import with_rule
from bot.replies.reply import Reply
from bot.replies.whatif import (
    age_reply,
    improve_reply,
    partner_reply,
    principal_alone,
    principal_reply,
    suppose_lines,
    suppose_not_kept,
    suppose_reply,
    suppose_total,
    ways_reply,
)
from express_entry.profile import Profile, ProfileError
from express_entry.vocabulary import PARTNERED
from express_entry.whatif import MOST_CHANGES, ways_to, what_if
from express_entry.whatif.suppositions import (
    Fact,
    LanguageLevel,
    Partner,
    Supposed,
    already_held,
    suppose_all,
)

LOWEST_TARGET, HIGHEST_TARGET = 100, 1200
"""A number between these in "how do I get to 500?" is a score to reach."""


class ActionImprove(Answering):
    """Consequences of published rules, exactly calculated; nothing of it is stored."""

    called = "action_improve"

    def reply(self, turn: Turn) -> Reply:
        """Answer the kind of question that was asked."""
        if turn.follows is not None:
            return _suppose(turn)
        calculation = _NEEDING.get(turn.intent, "improve")
        if calculation == "principal" and (known := _one_applies(turn)) is not None:
            return known
        missing = turn.missing_for(calculation)
        if unready := turn.not_ready(calculation):
            rule = general(turn) if calculation == "whatif" else None
            return unready if rule is None else with_rule(unready, rule, missing)
        return _ANSWERS.get(turn.intent, _improve)(turn)

    def remembered(self, turn: Turn, reply: Reply) -> str | None:
        """What was supposed, so that the next message can go on from it."""
        if turn.intent != WHAT_IF and turn.follows is None:
            return None
        if turn.text and all_of(turn.supposed, turn.lang, turn.today, turn.told):
            return SUPPOSED + "\n".join(turn.supposed)
        return remembered(turn)


def _improve(turn: Turn) -> Reply:
    found = what_if(turn.profile, turn.today)
    if target := _target(turn.text):
        ways = ways_to(turn.profile, turn.today, target)
        return ways_reply(turn.lang, found.base, target, ways, MOST_CHANGES)
    return improve_reply(turn.lang, found, turn.everything)


def _suppose(turn: Turn) -> Reply:
    """ "What if I get 8 in listening?": what the message supposes is only scored; nothing is stored.

    A message may go on from the what-if before it. The button for every line carries all the words again.
    """
    texts = turn.supposed
    if either_way(texts[-1]):
        return _either_way(turn)
    supposed = all_of(texts, turn.lang, turn.today, turn.told)
    if not supposed:
        return _improve(turn)
    try:
        found = suppose_all(turn.profile, turn.today, supposed)
    except ProfileError:
        return _improve(turn)
    if turn.follows == "keep":
        return suppose_not_kept(turn.lang)
    if turn.value or turn.follows == "why":
        return suppose_lines(turn.lang, found)
    if turn.follows in ("drop", "total"):
        return suppose_total(turn.lang, found, dropped=turn.follows == "drop")
    facts = as_told(supposed, turn.told)
    return suppose_reply(
        turn.lang,
        found,
        payload(WHAT_IF, value="\n".join(texts)),
        payload("save", value=facts) if facts else None,
        together=len(texts) > 1,
        held=_held(turn, supposed) if found.gain < 0 else None,
    )


def _held(turn: Turn, supposed: tuple[Supposed, ...]) -> int | None:
    """The level that is supposed where there is at least that already: it is no step up."""
    (each, *others) = supposed
    if others or not isinstance(each, LanguageLevel):
        return None
    return each.level if already_held(turn.profile, turn.today, each) else None


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


def _one_applies(turn: Turn) -> Reply | None:
    """What is said where nobody comes along who could apply instead; None for a couple, and where it is not
    known."""
    profile = turn.profile
    if profile.marital_status not in (None, *PARTNERED):
        return principal_reply(turn.lang, None)
    stays = profile.spouse is not None and profile.spouse.accompanying is False
    return principal_alone(turn.lang, turn.state.partner) if stays else None


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
