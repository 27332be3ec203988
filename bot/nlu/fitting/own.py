"""Questions that people ask about themselves: "do I qualify?", "is that enough?", "does it count?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.facts import Fact
from bot.nlu import levels, personal, rounds
from bot.nlu.asides import FAMILY, OCCUPATIONS
from bot.nlu.counting import whether_counts
from bot.nlu.decision import WHAT_IF, Ranks, tells
from bot.nlu.facts.words import fold
from bot.nlu.fitting.labels import (
    CHANCES,
    ELIGIBILITY,
    FRENCH_NEEDS_ENGLISH,
    FUNDS,
    HOURS,
    OTHERWISE,
)
from bot.nlu.fitting.message import Message
from bot.nlu.going_on import begins_what_if
from bot.nlu.language import asks
from bot.nlu.spoken import holds, plain, spoken
from bot.nlu.subjects import subject

_OF_A_TEST = frozenset({"language_levels", "language_test", "overall_band", "scores", "date"})
_OF_MONEY = frozenset({"settlement_funds_cad", "funds_other_currency", "number", *FAMILY})
ABOUT_WHAT_THEY_NAME = frozenset(
    {"funds", "milestone", "later", "later_age", "marry", "own_years", "too_old", "in_demand"}
)
"""Kinds of questions whose words tell nothing: what they name is asked about, or supposed."""
IN_ALL_WORDS = frozenset({"possible", "qualify", "family_comes"})
"""Kinds of questions of which the whole message tells what they are about: "may I, with French only?"."""
OF_SOME_WORK = frozenset({"own_years", personal.SKILLED})
"""Kinds of questions which a rule about some kind of work answers better."""
ENOUGH = ((_OF_A_TEST, "ask/language_minimum"), (_OF_MONEY, FUNDS))
"""What "is that enough?" asks, by what alone is told with it."""


def supposes_a_marriage(text: str, asked: Sequence[personal.Question], facts: Sequence[Fact]) -> bool:
    """Whether all of a message supposes a marriage: "what if I marry her? She has a bachelor's degree"."""
    if all(each.kind != personal.MARRYING for each in asked):
        return False
    if begins_what_if(text):
        return all(each.label == WHAT_IF for each in asked)
    told = [fact for fact in facts if tells(fact)]
    return bool(told) and asks(text) and all(fact.person == "partner" for fact in told)


def own_questions(message: Message) -> Iterator[tuple[personal.Question, str]]:
    """The questions about themselves that a message asks, and the label of the answer to each; what the
    classifier clearly takes for a question about something else is none."""
    for each in personal.questions(message.text):
        label, words = _by_what_is_told(each, message), message.text[each.start : each.end]
        if each.kind in OF_SOME_WORK and whether_counts(words, message.text) is not None:
            continue
        if each.kind == personal.TEST_NEEDED and not _tells_of_no_test(message):
            continue
        if each.kind == personal.SKILLED and not any(fact.field in OCCUPATIONS for fact in message.facts):
            continue
        if each.kind in IN_ALL_WORDS and subject(message.text, label) is not None:
            continue
        question = message.text if each.kind in IN_ALL_WORDS else words
        if each.sure or not asks_something_else(message.classifier, question, label):
            yield each, label


def _tells_of_no_test(message: Message) -> bool:
    """Whether a message tells that no test was taken, and of no other language beside that of the test."""
    languages = {fact.value["language"] for fact in message.facts if fact.field == "no_test"}
    named = {code for code, names in spoken()["languages"].items() if holds(plain(message.text), names)}
    tested = any(fact.field in ("language_test", "language_levels", "no_language") for fact in message.facts)
    return bool(languages) and not tested and (len(named) < _BOTH or languages == {None})


_BOTH = 2


def asks_something_else(classifier: Ranks, question: str, label: str) -> bool:
    """Whether a question of which the words are those of ``label`` clearly asks for another answer; what is
    calculated from the words themselves does not."""
    first = next(iter(classifier.rank(question)), None)
    if first is None or first.answer is None or label in (levels.LEVELS, HOURS):
        return False
    return first.label != label and first.confidence >= OTHERWISE


def _by_what_is_told(asked: personal.Question, message: Message) -> str:
    """The label of a question whose subject the message tells: what is enough, or what is in demand; a score
    that is told is compared, and no English is no hindrance."""
    told = {fact.field for fact in message.facts}
    if asked.kind.startswith("enough"):
        return next((label for fields, label in ENOUGH if told and told <= fields), asked.label)
    if asked.label == ELIGIBILITY and rounds.asked(message.text).score is not None:
        return CHANCES
    without = [fact.value["language"] for fact in message.facts if fact.field == "no_language"]
    if asked.label == ELIGIBILITY and without == ["en"] and told == {"no_language"}:
        return FRENCH_NEEDS_ENGLISH
    return asked.label


def is_told_beside(asked: Sequence[personal.Question], facts: Sequence[Fact]) -> bool:
    """Whether something is told beside these questions, or within one that only asks what it is worth."""
    within = [each for each in asked if each.kind in ABOUT_WHAT_THEY_NAME]
    return any(
        fact.field not in ("yes_no", "number", "place")
        and not any(each.start <= fact.start < each.end for each in within)
        for fact in facts
    )


LANGUAGE_NEEDED = "ask/language_minimum"
"""What is asked of how well somebody speaks."""


def asks_whether_it_is_enough(message: Message) -> bool:
    """ "My English is bad, is that a problem?", "is beginner English enough?": it is asked what is needed."""
    kinds = {kind for word in message.hearing.words for kind in word.kinds}
    only = all(fact.field == "spoken_level" for fact in message.facts if tells(fact))
    said = {*re.findall(r"\w+", fold(message.text))}
    points = not said.isdisjoint(("points", "point"))
    spoken = kinds >= {"LANGUAGE", "FLUENCY"} and only and not points
    asking = asks(message.text) or "ASK" in kinds
    return spoken and asking and not said.isdisjoint(_ENOUGH_WORDS)


_ENOUGH_WORDS = frozenset(
    {
        "enough",
        "problem",
        "issue",
        "ok",
        "okay",
        "matter",
        "sufficient",
        "manage",
        "trouble",
        "fine",
        "bother",
    }
    | {"suffit", "suffisant", "suffira", "grave", "souci", "probleme", "assez", "genant", "gener", "bloquer"}
)
"""Words that ask whether something will do."""
