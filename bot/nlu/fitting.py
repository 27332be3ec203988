"""What a message means once its words are looked at beside the classifier's ranking.

Some questions are known by what they name, whatever else they remind of: a score and "CLB", a sum and a
family, a round's number or day. And of several likely meanings the one is taken whose subject is named:
"points on the 67 grid?" names the grid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.facts import Fact
from bot.nlu import levels, rounds, validity
from bot.nlu.asides import FAMILY, PAYLOAD, take
from bot.nlu.decision import INFORM, MAX_OFFERED, UNKNOWN, WHAT_IF, Meaning, Ranks, tells
from bot.nlu.facts.words import fold
from bot.nlu.going_on import begins_what_if
from bot.nlu.household import asks_whether_enough
from bot.nlu.points import asked
from bot.nlu.spoken import holds, plain, spoken, without
from bot.nlu.steering import wishes_score
from bot.nlu.supposing import either_way, suppositions
from bot.nlu.unplaced import filler

SUPPOSING = frozenset({UNKNOWN, "ask_principal", "ask_improve"})
"""What the words of a what-if are taken for by mistake."""
POINTS = "ask_points"
PRINCIPAL = "ask_principal"
WHO_APPLIES = frozenset({UNKNOWN, WHAT_IF, "ask_improve"})
"""What a question about who applies is taken for by mistake."""
WRONG_TEST = "ask/which_english_test"
FOLLOW_TIME = "follow_time"
ABOUT_PARTNERS = frozenset({WHAT_IF, PRINCIPAL, "ask/spouse_points", "ask/not_accompanying"})
"""Meanings of a message about a partner who may come or stay: both ways are compared."""


FUNDS = "ask/funds_amount"
PAST_ROUNDS = "ask_round_history"
SAVINGS = "funds"
"""The fact of money that was told."""


def meant(
    classifier: Ranks, text: str, facts: Sequence[Fact], lang: str, today: date
) -> tuple[Meaning, tuple[str, ...]]:
    """What ``text`` means, and the questions that it asks besides telling ``facts``."""
    meaning, asides = take(classifier, text, facts)
    label = None if text.startswith(PAYLOAD) else named(text, lang, today)
    if label is None:
        meaning = fitting(meaning, text, lang, today)
        return meaning, beside(asides, text, lang, today) if meaning.intent == INFORM else asides
    if meaning.label == INFORM and _tells_besides(label, text, facts):
        return meaning, (label,)
    return replace(meaning, label=label, decision="answer"), ()


def named(text: str, lang: str, today: date) -> str | None:
    """The label of a question that is known by what it names; None for any other message."""
    if levels.asked(text, lang, today) is not None:
        return levels.LEVELS
    if asks_whether_enough(text, lang):
        return FUNDS
    return PAST_ROUNDS if rounds.names_one(text, lang, today) else None


def _tells_besides(label: str, text: str, facts: Sequence[Fact]) -> bool:
    """Whether facts of a message are more than what its question is about."""
    if label == levels.LEVELS:
        return levels.is_own(text, facts)
    about = {*FAMILY, SAVINGS, "date", "scores"}
    return any(tells(fact) and fact.field not in about for fact in facts)


def beside(asides: tuple[str, ...], text: str, lang: str, today: date) -> tuple[str, ...]:
    """The questions beside what is told; none for a wish for the score, which follows from it; one whether
    one's own test or assessment counts is that alone."""
    if wishes_score(text):
        return ()
    about = validity.asked(text, lang, today)
    return (validity.LABELS[about.paper],) if about else asides


def fitting(meaning: Meaning, text: str, lang: str, today: date) -> Meaning:
    """The first of the meanings to be offered whose subject the message names, as what it means; any other
    message as it was taken."""
    if asks_what_counted(text):
        return replace(meaning, label=POINTS, decision="answer")
    if meaning.label in WHO_APPLIES and holds(plain(text), spoken()["who_applies"]):
        return replace(meaning, label=PRINCIPAL, decision="answer")
    if begins_what_if(text) and meaning.label in SUPPOSING and suppositions(text, lang, today, {}):
        return replace(meaning, label=WHAT_IF, decision="answer")
    if (about := validity.asked(text, lang, today)) and meaning.decision != "answer":
        return replace(meaning, label=validity.LABELS[about.paper], decision="answer")
    if meaning.label == UNKNOWN and validity.refused_test(text, lang, today):
        return replace(meaning, label=WRONG_TEST, decision="answer")
    if meaning.label == UNKNOWN and _is_since_when(text):
        return replace(meaning, label=FOLLOW_TIME, decision="answer")
    if meaning.decision != "offer":
        return meaning
    likely = meaning.ranking[:MAX_OFFERED]
    if either_way(text) and any(guess.label in ABOUT_PARTNERS for guess in likely):
        return replace(meaning, label=WHAT_IF, decision="answer")
    for guess in likely:
        fits = _FITS.get(guess.label)
        if fits is not None and fits(text, lang, today):
            return replace(meaning, label=guess.label, decision="answer")
    return meaning


def _is_since_when(text: str) -> bool:
    return plain(without(text, spoken()["beside_it"])) in map(plain, spoken()["since_when"])


def _birthday(text: str, *_: object) -> bool:
    words = plain(text)
    return holds(words, spoken()["birthday"]) and not holds(words, spoken()["invitation"])


def _until_when(text: str, *_: object) -> bool:
    return holds(plain(text), spoken()["until_when"])


def asks_what_counted(text: str) -> bool:
    """Whether somebody asks what counted of their own work, whatever that was: "which of my jobs count?"."""
    words = plain(text.replace("-", " "))
    if not (holds(words, spoken()["counting"]) and holds(words, spoken()["own_work"])):
        return False
    rest = without(words, [*spoken()["counting"], *spoken()["own_work"]])
    left = re.split(r"\W+", fold(rest))
    return all(word in filler() or len(word) <= _ELIDED for word in left)


_ELIDED = 2
"""Letters of what stands before or after an apostrophe."""


def _points(text: str, lang: str, today: date) -> bool:
    named, words = asked(text, lang, today), plain(text)
    return holds(words, spoken()["worth"]) and bool(named.factors or named.grid)


def _reasons(text: str, lang: str, today: date) -> bool:
    named, words = asked(text, lang, today), plain(text)
    return holds(words, spoken()["why"]) and bool(named.factors or named.section or named.low)


def _suppositions(text: str, lang: str, today: date) -> bool:
    return holds(plain(text), spoken()["supposing"]) and bool(suppositions(text, lang, today, {}))


def _a_kind_of_round(text: str, lang: str, today: date) -> bool:
    named = rounds.asked(text)
    return named.rounds and named.category is not None


def _chances(text: str, lang: str, today: date) -> bool:
    named = rounds.asked(text)
    return named.score is not None or named.ahead


_FITS: Mapping[str, Callable[[str, str, date], bool]] = {
    POINTS: _points,
    "explain_score": _reasons,
    WHAT_IF: _suppositions,
    "ask_latest_round": _a_kind_of_round,
    "ask_round_history": _a_kind_of_round,
    "ask_chances": _chances,
    "ask_age_drop": _birthday,
    "ask_deadlines": _until_when,
}
