"""Who says that they are in danger, or that all this is too much for them.

The numbers for emergencies are for words of danger: being tired, afraid or alone with the papers gets a kind
sentence and help. Read, not guessed: neither may depend on what a sentence reminds of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from bot.facts import Fact
from bot.nlu.decision import OUT_OF_SCOPE, UNKNOWN, Meaning, tells
from bot.nlu.language import asks
from bot.nlu.personal import spaced
from bot.nlu.spoken import holds, plain, without
from bot.nlu.steering import ends_questions
from express_entry.answers import ASK
from express_entry.yaml_files import read_yaml

CARE = Path(__file__).parents[2] / "data" / "care.yml"
EMERGENCY = f"{OUT_OF_SCOPE}/emergency"
COMPLAINT = "complaint"
GLAD = "glad"
_SURE = 0.7
"""From this probability on a message that sounds afraid and asks nothing still is what it was taken for."""
_NO_ANSWER = frozenset(
    {
        UNKNOWN,
        OUT_OF_SCOPE,
        COMPLAINT,
        "pause",
        "unsubscribe",
        "dont_know",
        "goodbye",
        "inform",
        "back",
        "help",
    }
)
"""What somebody who only says how they feel is taken for by mistake."""


@lru_cache(maxsize=1)
def _said() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = read_yaml(CARE)
    return loaded


def in_danger(text: str) -> bool:
    """Whether a message has words of danger to life."""
    return holds(without(plain(text), _said()["not_danger"]), _said()["danger"])


def _is_of_papers(text: str) -> bool:
    """Whether a message without words of danger is about a paper or a wait, and not about somebody's life."""
    return not in_danger(text) and holds(plain(text), _said()["papers"])


def feeling(text: str) -> str | None:
    """What somebody says that they feel (``feelings`` in ``data/care.yml``: "angry", "sad", "glad" …)."""
    words = plain(text)
    return next((name for name, said in _feelings().items() if holds(words, said)), None)


def strained(text: str) -> bool:
    """Whether somebody says that they are angry, tired, afraid or without hope."""
    return feeling(text) not in (None, GLAD)


def has_lost_a_child(text: str) -> bool:
    """Whether somebody tells of a child who died: there is none to count."""
    return holds(plain(text), _said()["lost_child"])


def only_feels(text: str) -> bool:
    """Whether a message says what somebody feels and nothing more."""
    if in_danger(text) or feeling(text) is None or ("?" in text and not _cries_out(text)):
        return False
    return _nothing_more().fullmatch(spaced(text)) is not None


def _cries_out(text: str) -> bool:
    """Whether a question asks nothing: "is this a joke?"."""
    return holds(plain(text), _said()["outcries"])


@lru_cache(maxsize=1)
def _feelings() -> Mapping[str, Sequence[str]]:
    loaded: Mapping[str, Sequence[str]] = read_yaml(CARE)["feelings"]
    return loaded


@lru_cache(maxsize=1)
def _nothing_more() -> re.Pattern[str]:
    said = {spaced(each) for listed in _feelings().values() for each in listed}
    said |= {spaced(each) for each in _said()["around_feelings"]}
    listed = sorted(said, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, listed))}|[^\w ]+ )+")


def cared_for(meaning: Meaning, text: str, facts: Sequence[Fact]) -> Meaning:
    """What a message means once it is known whether whoever writes is in danger, or worn out."""
    if in_danger(text) and (meaning.intent in _NO_ANSWER or not asks(text)):
        return replace(meaning, label=EMERGENCY, decision="answer")
    if meaning.label == EMERGENCY and _is_of_papers(text):
        others = tuple(guess for guess in meaning.ranking if guess.label != EMERGENCY)
        meaning = replace(meaning, label=UNKNOWN, decision="offer", ranking=others)
    if not in_danger(text) and meaning.decision == "offer":
        meaning = replace(
            meaning, ranking=tuple(guess for guess in meaning.ranking if guess.label != EMERGENCY)
        )
    if not strained(text) or ends_questions(text) or any(tells(fact) for fact in facts):
        return meaning
    first = meaning.ranking[0] if meaning.ranking else None
    if meaning.decision == "offer" and first and first.intent == ASK and first.confidence >= _SURE:
        return replace(meaning, label=first.label, decision="answer")
    unsure = not asks(text) and meaning.confidence < _SURE
    if unsure or meaning.decision != "answer" or meaning.intent in _NO_ANSWER:
        return replace(meaning, label=COMPLAINT, decision="answer")
    return meaning
