"""What a whole message means: a question beside facts is heard too, and so is a third language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.nlu.decision import INFORM, OUT_OF_SCOPE, Meaning, Ranks, tells, understand
from bot.nlu.examples import split
from bot.nlu.language import asking_words, asks, is_foreign, is_foreign_script

FEWEST_WORDS = 3
"""A question of fewer words ("and you?") is not told from the rest of a sentence."""

_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*")
_WORD = re.compile(r"[\w'’-]+")


THIRD_LANGUAGE = "third_language"


def take(classifier: Ranks, text: str, facts: Sequence[Mapping[str, Any]]) -> tuple[Meaning, str | None]:
    """What ``text`` means, and the label of the question that it asks besides telling ``facts``, if any."""
    asked = aside(classifier, text, facts)
    meaning = understand(classifier, text, facts)
    if asked:
        return replace(meaning, label=INFORM, decision="answer"), asked
    if is_foreign(text) and not any(tells(fact) for fact in facts):
        strange = meaning.decision != "answer" or meaning.intent == OUT_OF_SCOPE
        unsure = strange or is_foreign_script(text)
        meaning = replace(meaning, label=THIRD_LANGUAGE, decision="answer") if unsure else meaning
    return meaning, None


def aside(classifier: Ranks, text: str, facts: Sequence[Mapping[str, Any]]) -> str | None:
    """The label of the question that a message asks besides telling ``facts``; None where it asks none.

    The question is a sentence, or the end of one, in which none of the facts stands.
    """
    told = [fact for fact in facts if tells(fact)]
    if not told:
        return None
    for start, part in _parts(text):
        if any(fact["start"] < start + len(part) and fact["end"] > start for fact in told):
            continue
        meaning = understand(classifier, part, ())
        if meaning.decision == "answer" and _is_question(meaning.label):
            return meaning.label
    return None


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Where questions may stand: whole sentences that ask, then what follows a question word within one."""
    sentences = [(found.start(), found.group()) for found in _SENTENCE.finditer(text)]
    yield from ((start, part) for start, part in sentences if asks(part) and _long_enough(part))
    known = asking_words()
    for start, part in sentences:
        for word in _WORD.finditer(part):
            if word.start() and word.group().lower() in known and _long_enough(part[word.start() :]):
                yield start + word.start(), part[word.start() :]


def _long_enough(part: str) -> bool:
    return len(_WORD.findall(part)) >= FEWEST_WORDS


def _is_question(label: str) -> bool:
    intent, _ = split(label)
    return intent == "ask" or intent.startswith("ask_")
