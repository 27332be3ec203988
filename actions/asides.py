"""What is said to a question that stands beside facts ("29, single: what are the fees?")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from actions.answers import ActionAnswer, answered
from actions.costs import ActionCosts
from actions.documents import ActionDocuments
from actions.eligibility import ActionEligibility
from actions.improve import ActionImprove
from actions.memory import Answering, Turn
from actions.points import ActionPoints, points_beside
from actions.rounds import ActionRounds
from actions.score import ActionScore
from actions.timeline import ActionTimeline
from bot.nlu.asides import (
    FOR_A_FAMILY,
    MOST_ANSWERED,
    OCCUPATION,
    PERHAPS,
    THIRD_LANGUAGE,
    asks_anything,
    is_question,
)
from bot.nlu.care import feeling, strained
from bot.nlu.personal import MARRYING, SKILLED, occupation_asked, questions
from bot.nlu.steering import asks_within, trimmed
from bot.replies import conversation
from bot.replies.noc import about_code
from bot.replies.reply import Reply
from express_entry.answers import OUT_OF_SCOPE, answers, join, split
from express_entry.occupations.asked import asked_title
from express_entry.occupations.search import SURE, search

CALCULATING: Mapping[str, type[Answering]] = {
    "ask_points": ActionPoints,
    "ask_costs": ActionCosts,
    "ask_documents": ActionDocuments,
    "ask_deadlines": ActionTimeline,
    "told_ita": ActionTimeline,
    "ask_eligibility": ActionEligibility,
    "ask_category": ActionEligibility,
    "ask_improve": ActionImprove,
    "ask_whatif": ActionImprove,
    "ask_age_drop": ActionImprove,
    "ask_principal": ActionImprove,
    "ask_latest_round": ActionRounds,
    "ask_round_history": ActionRounds,
    "ask_chances": ActionRounds,
}
"""Questions that are answered by a calculation, and the action that makes it."""


def calculating(label: str) -> Answering:
    """The action that answers what has this label."""
    intent, _ = split(label)
    scores = intent in ("show_score", "explain_score")
    return (ActionScore if scores else CALCULATING.get(intent, ActionAnswer))()


BY_THEMSELVES = frozenset({"ask_whatif", "ask_points"})
"""Questions that are about nothing but what they name."""
CATEGORIES = "categories_2026"
BUYS_LMIA = "ask/buy_lmia"
FITS = 600
"""Characters of two answers that may stand under each other; of more, the second is a button."""


def beside(turn: Turn) -> tuple[Reply, ...]:
    """The answers to the questions asked beside what was told, or buttons for what they may have been.

    The facts of the message are in the store by now, so a calculation counts with them.
    """
    if not turn.asides:
        return ()
    turn = replace(turn)  # what was known before the message was told is read anew
    if BUYS_LMIA not in turn.asides and (worth := points_beside(turn)) is not None:
        return (worth,)
    if turn.asides[0].startswith(PERHAPS):
        return (conversation.also_asked(turn.lang, [label.removeprefix(PERHAPS) for label in turn.asides]),)
    first, *others = turn.asides
    said = _answer(turn, first)
    if said is None:
        return (conversation.also_asked(turn.lang, turn.asides),)
    if strained(turn.text):
        said = conversation.kindly(said, feeling(turn.text))
    second = _answer(turn, others[0]) if others else None
    if second is None:
        return (said,)
    if len(said.text) + len(second.text) <= FITS:
        return (said, second)
    return (conversation.with_another(said, others[0]),)


def with_own_question(turn: Turn) -> Turn:
    """The turn of a message that answers what is on the table and was heard as a question: "in Belgium. Do I
    need a lawyer?" asks it beside its answer."""
    own = join(turn.intent, turn.asked)
    asking = own in FOR_A_FAMILY or asks_anything(turn.text) or asks_within(turn.text)
    if turn.asides or not turn.text or not asking:
        return turn
    labels = (
        (own,)
        if is_question(own)
        else tuple(PERHAPS + each for each in turn.heard.meanings if is_question(each))
    )
    return replace(turn, asides=labels[:MOST_ANSWERED])


def _only_asked(turn: Turn, label: str) -> Turn:
    """The turn with nothing but the question about themselves that has this label, as its text: what else is
    told is neither supposed nor asked about. Of a marriage all is supposed that is not told."""
    asked = [each for each in questions(turn.text) if each.label == label]
    if not asked or label not in BY_THEMSELVES:
        return turn
    marries = asked[0].kind == MARRYING
    text = _not_told(turn) if marries else turn.text[asked[0].start : asked[0].end]
    return replace(turn, heard=replace(turn.heard, text=text))


def _not_told(turn: Turn) -> str:
    """The message without what it surely tells: that is known by now, and would count a second time."""
    text = turn.text
    for fact in turn.heard.facts if text == turn.heard.text else ():
        if fact.sure:
            text = text[: fact.start] + " " * (fact.end - fact.start) + text[fact.end :]
    return text


def occupation_named(turn: Turn) -> Reply:
    """Whether the occupation that a question names is skilled, and on which lists it stands; where it names
    none, of the occupation that was told."""
    title = _work_told(turn) or asked_title(trimmed(occupation_asked(turn.text)), turn.lang)
    matches = search(title, turn.lang, on=turn.today) if title else ()
    own = [job["noc"] for job in turn.told.get("jobs") or () if "noc" in job]
    sure = [match.code for match in matches[:1] if match.confidence >= SURE]
    codes = [match.code for match in matches if match.code in own] or sure or own
    return about_code(turn.lang, codes[-1], turn.today) if codes else answered(turn, answers()[CATEGORIES])


def _work_told(turn: Turn) -> str:
    """The title of the work that a message tells last, where it asks whether that is skilled."""
    if all(each.kind != SKILLED for each in questions(turn.text)):
        return ""
    told = [fact.value for fact in turn.heard.facts if fact.field in ("occupation", "job")]
    return next((each if isinstance(each, str) else each.get("title", "") for each in reversed(told)), "")


def _answer(turn: Turn, label: str) -> Reply | None:
    """The answer to a question; None where it is known by no answer and no calculation."""
    intent, answer_id = split(label)
    if intent == OCCUPATION:
        return occupation_named(turn)
    if intent == THIRD_LANGUAGE:
        return conversation.third_language(turn.lang)
    if intent in CALCULATING:
        turn = _only_asked(turn, label)
        return CALCULATING[intent]().reply(replace(turn, heard=replace(turn.heard, intent=intent)))
    if asked := answers().get(answer_id or ""):
        return answered(turn, asked)
    return conversation.out_of_scope(turn.lang) if label == OUT_OF_SCOPE else None
