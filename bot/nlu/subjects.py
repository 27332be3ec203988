"""What questions are about by the words in them (``data/subjects.yml``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.nlu.decision import OUT_OF_SCOPE, UNKNOWN
from bot.nlu.facts.words import fold
from bot.nlu.spoken import holds, plain
from express_entry.yaml_files import read_yaml

SUBJECTS = Path(__file__).parents[2] / "data" / "subjects.yml"


@lru_cache(maxsize=1)
def _subjects() -> tuple[dict[str, Any], ...]:
    return tuple(
        each
        | {"all": [_without_accents(words) for words in each["all"]]}
        | {"not": _without_accents(each.get("not", ()))}
        for each in read_yaml(SUBJECTS)
    )


def _without_accents(words: Iterable[Any]) -> tuple[str, ...]:
    return tuple(_words(str(each)).strip() for each in words)


def _words(text: str) -> str:
    """The plain words of a text as people type them on a phone: « biometrie » is « biométrie »."""
    return plain(fold(text))


def subject(text: str, taken_for: str = "") -> str | None:
    """The label of the question that ``text`` asks by its words; None for any other.

    Args:
        text: the message.
        taken_for: the label for which it was taken, which some questions are mistaken for; without it these
            are not looked at. What was refused is mistaken for as much as what was not understood.
    """
    words = _words(text)
    taken = {taken_for, UNKNOWN} if taken_for == OUT_OF_SCOPE else {taken_for}
    fits = (
        str(each["label"])
        for each in _subjects()
        if ("only" not in each or not taken.isdisjoint(each["only"])) and _fits(each, words)
    )
    return next(fits, None)


def sure_subject(text: str) -> str | None:
    """The same, of a question whose words outweigh whatever else they remind of."""
    words = _words(text)
    return next((str(each["label"]) for each in _subjects() if each.get("sure") and _fits(each, words)), None)


def is_about(label: str, text: str) -> bool:
    """Whether a question that was taken for one of ``label`` is about what the words of its subject say;
    where these only put a mistake right, they say nothing more of it."""
    words = _words(text)
    return any(each["label"] == label and "only" not in each and _fits(each, words) for each in _subjects())


def is_mistaken(taken_for: str, label: str, text: str) -> bool:
    """Whether a message of these words is known to be taken for one question and to ask another one."""
    words = _words(text)
    return any(
        each["label"] == label and taken_for in each.get("only", ()) and _fits(each, words)
        for each in _subjects()
    )


def _fits(each: Mapping[str, Any], words: str) -> bool:
    if len(words.split()) > each.get("most", len(words)):
        return False
    return all(holds(words, listed) for listed in each["all"]) and not holds(words, each["not"])
