"""What a message wishes for beside the rest, and what it asks as a whole or in a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.facts import Fact, is_only_an_occupation
from bot.nlu import levels, rounds, validity
from bot.nlu.asides import (
    FAMILY,
    OCCUPATION,
    PERHAPS,
    PLAIN,
    asks_anything,
    has_scores,
    likeliest_of_parts,
    perhaps_asked,
    take,
)
from bot.nlu.care import cared_for
from bot.nlu.counting import whether_counts
from bot.nlu.decision import INFORM, OUT_OF_SCOPE, WHAT_IF, Guess, Meaning, tells
from bot.nlu.fitting.labels import (
    ALSO_TOLD,
    CANADIAN_STUDY,
    CHANCES,
    ECA_NEEDED,
    FROM_WORDS,
    HOURS,
    INVITED,
    LIKELIER,
    NO_WHAT_IF,
    OF_A_CODE,
    OF_A_PARTNER,
    OTHERWISE,
    OWN_DATA,
    UNFINISHED,
    VAGUE,
    WISHED,
    is_question,
)
from bot.nlu.fitting.message import Message
from bot.nlu.fitting.named import asks_what_counted, beside, fitting, in_other_words, named, named_outright
from bot.nlu.fitting.own import asks_something_else
from bot.nlu.going_on import begins_what_if
from bot.nlu.steering import Steered, steered
from bot.nlu.subjects import is_mistaken, subject
from bot.nlu.supposing import either_way

SAVINGS = "funds"
"""The fact of money that was told."""


def read_parts(message: Message) -> tuple[Meaning, tuple[str, ...]]:
    """What a message means that asks nothing of the kind."""
    found = steered(message.text)
    if not found.wishes and not found.dropped:
        meaning, asides = _meant(message)
        return _as_a_whole(message, meaning, asides)
    meaning, asides = _meant(message)
    if found.single:
        return _one_wish(found, meaning, message.facts), asides
    clear = meaning.decision == "answer" and meaning.intent not in VAGUE | set(WISHED.values())
    if found.wishes == ("score",) and not found.sure and clear:
        return meaning, asides
    labels = tuple(WISHED[wish] for wish in found.wishes)
    if found.alone and not message.facts:
        if not labels:
            return meaning, asides
        wished = replace(meaning, label=labels[0], decision="answer")
        return (wished, ()) if len(labels) == 1 else (replace(wished, label=INFORM), labels)
    rest, besides = _meant(message.part(found.rest))
    if not labels:
        return rest, besides
    if rest.intent == INFORM or message.facts or len(labels) > 1:
        besides = (*labels, *besides)
    elif rest.decision == "answer" and rest.intent not in VAGUE:
        besides = (*labels, rest.label)
    elif perhaps := perhaps_asked(rest):
        return replace(rest, label=INFORM, decision="answer"), (*labels, *perhaps)
    else:
        return replace(rest, label=labels[0], decision="answer"), ()
    asked = rest.decision == "answer" and rest.intent not in VAGUE and rest.label not in besides
    return replace(rest, label=INFORM, decision="answer"), (*besides, rest.label) if asked else besides


def _as_a_whole(
    message: Message, meaning: Meaning, asides: tuple[str, ...]
) -> tuple[Meaning, tuple[str, ...]]:
    """The question that a message asks as a whole, where a part of it was taken for another one, or for none:
    a part knows less than all of it. What is told is kept beside."""
    first = message.classifier.rank(message.text)[0]
    heard = (meaning.label, *asides) if meaning.decision == "answer" else asides
    new = is_question(first.label) and first.label not in heard
    likely = new and first.confidence >= _needed(message, meaning, asides, first)
    if not likely or _stays(message, meaning, asides, first):
        return meaning, asides
    if message.tells:
        return replace(meaning, label=INFORM, decision="answer"), (first.label,)
    return Meaning(first.label, first.confidence, "answer", meaning.ranking), ()


def _needed(message: Message, meaning: Meaning, asides: tuple[str, ...], first: Guess) -> float:
    """The probability from which the question of the whole takes the place of what was heard."""
    strange = meaning.intent == OUT_OF_SCOPE or (message.tells and first.intent == OUT_OF_SCOPE)
    supposes = meaning.label == WHAT_IF and (either_way(message.text) or bool(message.supposed))
    by_words = meaning.label in (*FROM_WORDS, subject(message.text, first.label)) or strange or supposes
    silent = message.tells and not asks_anything(message.text)
    refused = message.tells and OUT_OF_SCOPE in asides
    if (by_words or silent) and not refused:
        return OTHERWISE
    answered = meaning.decision == "answer" and (meaning.label != INFORM or _answers_any(asides))
    return LIKELIER if answered else message.classifier.thresholds.sure


def _stays(message: Message, meaning: Meaning, asides: tuple[str, ...], first: Guess) -> bool:
    """Whether what was heard holds, whatever the whole reminds of."""
    text, facts = message.text, message.facts
    bare = {fact.field for fact in facts} == {"date"} or is_only_an_occupation(text, facts)
    if message.tells and not asks_anything(text) and (bare or _is_one_plain_fact(text, facts)):
        return True  # a day, or a title, and nothing else answers what was asked
    if any(is_mistaken(first.label, each, text) for each in (meaning.label, *asides)):
        return True
    if meaning.label in (levels.LEVELS, HOURS) or (meaning.label in FROM_WORDS and first.answer is None):
        return True
    if meaning.label == named_outright(text):
        return True
    if first.answer is None and meaning.label == whether_counts(text, text):
        return True
    if meaning.label == CHANCES and (rounds.asked(text).score or rounds.wonders_whether_enough(text)):
        return True
    if meaning.label == OCCUPATION and first.label in OF_A_CODE:
        return True
    if meaning.label in validity.LABELS.values() and _is_dated(message):
        return True
    if asks_what_counted(text) or not _supposes_as(message, first.label, meaning):
        return True
    least = max(first.confidence, message.classifier.thresholds.sure)
    return message.tells and any(  # facts remind of other questions: "33, nurse. How long does it take?"
        guess.label in asides and guess.confidence >= least
        for guess in likeliest_of_parts(message.classifier, text)
    )


def _is_one_plain_fact(text: str, facts: Sequence[Fact]) -> bool:
    """Whether one fact that nobody names to ask about it is all that a message says: "common law"."""
    only = facts[0] if len(facts) == 1 and facts[0].field in PLAIN else None
    outside = text if only is None else text[: only.start] + text[only.end :]
    return not any(character.isalnum() for character in outside)


def _is_dated(message: Message) -> bool:
    """Whether a message names the day of the test or assessment whose validity it asks about."""
    about = validity.asked(message.text, message.lang, message.today)
    return about is not None and about.date is not None


def _answers_any(asides: tuple[str, ...]) -> bool:
    return any(not each.startswith(PERHAPS) for each in asides)


def _supposes_as(message: Message, label: str, meaning: Meaning) -> bool:
    """Whether a label agrees with what a message supposes: a what-if needs something that is supposed, and
    one that is heard as such is no question about what it supposes."""
    if label == WHAT_IF:
        return bool(message.supposed)
    return meaning.label != WHAT_IF or not (label in NO_WHAT_IF or begins_what_if(message.text))


def _one_wish(found: Steered, meaning: Meaning, facts: Sequence[Fact]) -> Meaning:
    """What a message of one clause means that wishes for the score, or to see what is known."""
    if "recap" in found.wishes and meaning.intent not in OWN_DATA and not any(map(tells, facts)):
        return replace(meaning, label=WISHED["recap"], decision="answer")
    unclear = meaning.decision != "answer" or meaning.intent in VAGUE
    if found.score and unclear and not any(map(tells, facts)):
        return replace(meaning, label=WISHED["score"], decision="answer")
    return meaning


def _meant(message: Message) -> tuple[Meaning, tuple[str, ...]]:
    """The same of a message in which nothing is wished for beside the rest."""
    meaning, asides = take(message.classifier, message.text, message.facts, message.hearing.words)
    label = named(message.text, message.lang, message.today)
    if label is None or (
        not named_outright(message.text) and asks_something_else(message.classifier, message.text, label)
    ):
        meaning = cared_for(in_other_words(meaning, message.text), message.text, message.facts)
        if meaning.label == INFORM and either_way(message.text) and _only_names_a_partner(message.facts):
            return replace(meaning, label=WHAT_IF, decision="answer"), ()
        fitted = fitting(meaning, message.text, message.lang, message.today)
        told = meaning.label in (INFORM, INVITED) and message.tells
        if told and fitted.label in ALSO_TOLD:
            asked = meaning.label == INFORM or asks_anything(message.text)
            return replace(meaning, label=INFORM), asides or ((fitted.label,) if asked else ())
        if told and fitted.label == subject(message.text, meaning.label):
            others = (each for each in asides if not each.startswith(PERHAPS))
            return replace(meaning, label=INFORM, decision="answer"), (
                tuple(dict.fromkeys((fitted.label, *others)))
            )
        of_papers = fitted.label in validity.LABELS.values() and any(map(has_scores, message.facts))
        meaning = meaning if of_papers and meaning.label == INFORM else fitted  # its scores are kept
        if meaning.intent == INFORM:
            asides = beside(asides, message.text, message.lang, message.today)
        counts = _whether_it_counts(message)
        if counts is None or UNFINISHED not in (meaning.label, *asides):
            return meaning, asides
        label = counts if meaning.label == UNFINISHED else meaning.label
        return replace(meaning, label=label), tuple(counts if each == UNFINISHED else each for each in asides)
    if _tells_besides(message, label) and (meaning.label == INFORM or label == subject(message.text)):
        return replace(meaning, label=INFORM, decision="answer"), (label,)
    return replace(meaning, label=label, decision="answer"), ()


def _whether_it_counts(message: Message) -> str | None:
    """What answers whether a diploma that is told to be finished counts: "B.Eng, finished 2016. Does it?"."""
    told = [fact.value for fact in message.facts if fact.field == "credential"]
    kinds = message.hearing.kinds
    left = any(diploma.get("completed") is False for diploma in told) or "NO_DIPLOMA" in kinds
    if not told or left or "COMPLETES" not in kinds:
        return None
    return CANADIAN_STUDY if all(diploma.get("in_canada") for diploma in told) else ECA_NEEDED


def _only_names_a_partner(facts: Sequence[Fact]) -> bool:
    return bool(facts) and all(fact.field in OF_A_PARTNER for fact in facts)


def _tells_besides(message: Message, label: str) -> bool:
    """Whether facts of a message are more than what its question is about."""
    if label == levels.LEVELS:
        return levels.is_own(message.text, message.facts)
    so_they_are = any(fact.field == "marital_status" and tells(fact) for fact in message.facts)
    about = {SAVINGS, "date", "scores", *(() if so_they_are else FAMILY)}
    return any(tells(fact) and fact.field not in about for fact in message.facts)
