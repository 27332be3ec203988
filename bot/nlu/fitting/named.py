"""Questions that are known by what they name, and meanings that the words of a message put right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from bot.nlu import levels, planning, rounds, validity
from bot.nlu.asides import OCCUPATION, THIRD_LANGUAGE
from bot.nlu.counting import asks_why_of_work, hours_for_a_year, whether_counts
from bot.nlu.cutoffs import asks_for_cutoff
from bot.nlu.decision import MAX_OFFERED, OUT_OF_SCOPE, UNKNOWN, WHAT_IF, Meaning
from bot.nlu.facts.words import filler, fold
from bot.nlu.fitting.labels import (
    ABOUT_PARTNERS,
    AGE_DROP,
    ALIKE,
    BESIDE_A_NUMBER,
    CATEGORY,
    CHANCES,
    CLEAR,
    CUTOFFS,
    ELIGIBILITY,
    EXPLAINED,
    FAR,
    FOLLOW_TIME,
    FRENCH_FIRST,
    FUNDS,
    HOURS,
    INVITED,
    NEXT_ROUND,
    OF_A_PROVINCE,
    OLD_CODES,
    PAST_ROUNDS,
    POINTS,
    PRINCIPAL,
    SUPPOSING,
    WHO_APPLIES,
    WRONG_TEST,
)
from bot.nlu.going_on import begins_what_if
from bot.nlu.household import asks_funds_of_a_family, asks_whether_enough
from bot.nlu.language import asks
from bot.nlu.listed import asks_whether_listed, list_asked
from bot.nlu.other_languages import wished
from bot.nlu.points import asked
from bot.nlu.spoken import factors, holds, plain, spoken, without
from bot.nlu.subjects import subject, sure_subject
from bot.nlu.supposing import either_way, suppositions
from express_entry.occupations.search import codes_in, numbers_in

SEVERAL = re.compile(r"[.!?;:]\s")
"""Parts a message of several sentences."""


def in_other_words(meaning: Meaning, text: str) -> Meaning:
    """What a message in a third language or pidgin asks for, and one of which either reading is the score."""
    strange = meaning.decision != "answer" or meaning.intent in (OUT_OF_SCOPE, THIRD_LANGUAGE)
    if strange and (wish := wished(text)) is not None:
        return replace(meaning, label=wish, decision="answer")
    likely = meaning.ranking[:2]
    if any(_offers(meaning, *pair) for pair in ALIKE):
        together = sum(guess.confidence for guess in likely)
        return replace(meaning, label=likely[0].label, decision="answer") if together >= CLEAR else meaning
    return meaning


def _offers(meaning: Meaning, *labels: str) -> bool:
    """Whether just these are the likeliest of what is not clear."""
    return meaning.decision == "offer" and {guess.label for guess in meaning.ranking[: len(labels)]} == {
        *labels
    }


def named_outright(text: str) -> str | None:
    """The label of a question that is outright about what its words name, such as the list of a category or
    the points that are needed, whatever else they remind of; None for any other message."""
    if list_asked(text) is not None:
        return CATEGORY
    if asks_whether_listed(text):
        return OCCUPATION
    return NEXT_ROUND if asks_for_cutoff(text) else sure_subject(text)


def named(text: str, lang: str, today: date) -> str | None:
    """The label of a question that is known by what it names; None for any other message."""
    if levels.asked(text, lang, today) is not None:
        return levels.LEVELS
    if (outright := named_outright(text)) is not None:
        return outright
    if asks_whether_enough(text, lang) or asks_funds_of_a_family(text, lang):
        return FUNDS
    if (known := subject(text)) is not None:
        return known
    if rounds.names_one(text, lang, today):
        return PAST_ROUNDS
    if asks_why_of_work(text):
        return EXPLAINED
    if rounds.asks_for_next(text):
        return NEXT_ROUND
    if hours_for_a_year(text) is not None:
        return HOURS
    if rounds.wonders_whether_enough(text):
        return CHANCES
    if rounds.asks_of_own_program(text):
        return ELIGIBILITY
    return whether_counts(text, text) if asks(text) or not SEVERAL.search(text.strip()) else None


def beside(asides: tuple[str, ...], text: str, lang: str, today: date) -> tuple[str, ...]:
    """The questions beside what is told; one whether one's own test or assessment counts is among them."""
    about = validity.asked(text, lang, today)
    if not about or validity.LABELS[about.paper] in asides:
        return asides
    return (validity.LABELS[about.paper], *asides[1:])


def fitting(meaning: Meaning, text: str, lang: str, today: date) -> Meaning:
    """The first of the meanings to be offered whose subject the message names, as what it means; any other
    message as it was taken."""
    score = rounds.asked(text)
    if score.score is not None and (
        meaning.label in CUTOFFS
        or (score.measured and meaning.label in BESIDE_A_NUMBER and not factors(plain(text)))
    ):
        return replace(meaning, label=CHANCES, decision="answer")
    invited = meaning.label == INVITED or _offers(meaning, INVITED, CHANCES)
    if invited and not planning.is_own_invitation(text, lang, today):
        past = rounds.day_named(text, lang, today) is not None
        return replace(meaning, label=PAST_ROUNDS if past else CHANCES, decision="answer")
    if asks_what_counted(text):
        return replace(meaning, label=POINTS, decision="answer")
    if meaning.label in WHO_APPLIES and holds(plain(text), spoken()["who_applies"]):
        return replace(meaning, label=PRINCIPAL, decision="answer")
    supposes = (begins_what_if(text) and meaning.label in SUPPOSING) or (
        meaning.label.startswith(OF_A_PROVINCE) and holds(plain(text), spoken()["supposing"])
    )
    if (supposes or _puts_first(meaning, text)) and suppositions(text, lang, today, {}):
        return replace(meaning, label=WHAT_IF, decision="answer")
    if (label := _mistaken(meaning, text, lang, today)) is not None:
        return replace(meaning, label=label, decision="answer")
    if either_way(text) and (meaning.label == UNKNOWN or meaning.label in ABOUT_PARTNERS):
        return replace(meaning, label=WHAT_IF, decision="answer")
    if meaning.decision != "offer":
        return meaning
    likely = meaning.ranking[:MAX_OFFERED]
    if _points(text, lang, today) and not begins_what_if(text):
        return replace(meaning, label=POINTS, decision="answer")
    for guess in likely:
        if guess.confidence * FAR < likely[0].confidence:
            break
        fits = _FITS.get(guess.label)
        if fits is not None and fits(text, lang, today):
            return replace(meaning, label=guess.label, decision="answer")
    return meaning


def _puts_first(meaning: Meaning, text: str) -> bool:
    """Whether the other language is put first, "if English were the first": what that would give is asked."""
    offered = {guess.label for guess in meaning.ranking[:2]} if meaning.decision == "offer" else set()
    return FRENCH_FIRST in {meaning.label, *offered} and holds(plain(text), spoken()["supposing"])


def _mistaken(meaning: Meaning, text: str, lang: str, today: date) -> str | None:
    """The label of a message that was taken for something else, or for nothing; None where it was not."""
    if meaning.label == OLD_CODES and (codes_in(text) or numbers_in(text)):
        return OCCUPATION
    if (known := subject(text, meaning.label)) is not None:
        return known
    about = validity.asked(text, lang, today)
    if about is not None and (meaning.decision != "answer" or about.date is not None):
        return validity.LABELS[about.paper]
    if meaning.label == UNKNOWN and validity.refused_test(text, lang, today):
        return WRONG_TEST
    return FOLLOW_TIME if meaning.label == UNKNOWN and _is_since_when(text) else None


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
    wants_why = holds(words, spoken()["why_it"])
    return not wants_why and holds(words, spoken()["worth"]) and bool(named.factors or named.grid)


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
    AGE_DROP: _birthday,
    "ask_deadlines": _until_when,
}
