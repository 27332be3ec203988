"""Questions with their answers (``data/answers``): one file for one question, in both languages.

The texts name figures (``{figures.ita_days}``) and pages (``data/links.yml``) and hold neither.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, Extra, StrictBool, StrictStr, ValidationError

from express_entry.figures import REFERENCE, Certainty
from express_entry.profile import Profile
from express_entry.programs import eligibilities
from express_entry.yaml_files import read_yaml

ANSWERS = Path(__file__).parents[1] / "data" / "answers"
ASK, OUT_OF_SCOPE = "ask", "out_of_scope"
PROGRAMS = ("fsw", "cec", "fst")
MOST_SENTENCES = 6

Topic = Literal[
    "basics",
    "programs",
    "score",
    "rounds",
    "categories",
    "french",
    "language",
    "education",
    "work",
    "occupation",
    "offers",
    "status",
    "family",
    "funds",
    "fees",
    "invitation",
    "application",
    "documents",
    "after",
    "help",
    "provinces",
    "glossary",
    "out_of_scope",
]
Situation = Mapping[str, Any]
"""What is known of a person: ``fsw``, ``cec``, ``fst``, ``partner`` (true, false or None) and told facts."""


class AnswerFileError(ValueError):
    """A file under ``data/answers`` cannot be taken as it stands; the message begins with its path."""


class _Part(BaseModel):
    class Config:
        frozen = True
        extra = Extra.forbid


class Words(_Part):
    """The same in both languages."""

    en: str
    fr: str

    def of(self, lang: str) -> str:
        """The words in ``lang`` ("en" or "fr")."""
        return self.fr if lang == "fr" else self.en


class Variant(Words):
    """What is said instead where what is known of the person fits ``when``."""

    when: dict[str, tuple[StrictBool | StrictStr, ...]]

    def fits(self, situation: Situation) -> bool:
        """Whether everything in ``when`` is known and among the values named there."""
        return all(
            any(situation.get(name) is value or situation.get(name) == value for value in values)
            for name, values in self.when.items()
        )


class Answer(_Part):
    """A question that people ask, and what is said to it.

    Attributes:
        id: the file's name.
        question: the question itself, short enough for a button.
        answer: at most four short sentences.
        variants: what is said instead in some situations; the first that fits.
        pages: names in ``data/links.yml``, the best first.
        certainty: ``reported`` and ``derived`` are said with the answer; ``unknown`` says it itself.
        checked: the day on which a person last checked it.
        related: ids of neighbouring questions.
        follow_ups: what "and for my wife?", "how much?" and the like mean after it: an id or an intent.
        next: intents offered as further buttons.
        intent: ``ask``, ``out_of_scope``, or the intent that answers it by calculating.
        phrasings: ways to ask it, by language.
    """

    id: str
    topic: Topic
    question: Words
    answer: Words
    variants: tuple[Variant, ...] = ()
    pages: tuple[str, ...]
    certainty: Certainty
    checked: date
    related: tuple[str, ...] = ()
    follow_ups: dict[str, str] = {}
    next: tuple[str, ...] = ()
    intent: str = ASK
    phrasings: dict[str, tuple[str, ...]]

    @property
    def label(self) -> str:
        """What the classifier calls it: ``ask/<id>``, or the intent that answers it."""
        return f"{self.intent}/{self.id}" if self.intent in (ASK, OUT_OF_SCOPE) else self.intent

    def words(self, situation: Situation) -> Words:
        """What is said to someone in this situation."""
        return next((variant for variant in self.variants if variant.fits(situation)), self.answer)

    def references(self) -> set[str]:
        """Every figure that any of its texts names."""
        texts = [text for words in (self.answer, *self.variants) for text in (words.en, words.fr)]
        return {found.group() for text in texts for found in REFERENCE.finditer(text)}


@cache
def split(label: str) -> tuple[str, str | None]:
    """The intent of a label, and the id of the answer that it names, if any."""
    intent, _, answer = label.partition("/")
    return intent, answer or None


def join(intent: str, answer: str | None) -> str:
    """The label of an intent and an answer."""
    return f"{intent}/{answer}" if answer else intent


def read_answer(path: Path) -> Answer:
    """The answer in one file.

    Raises:
        AnswerFileError: it cannot be taken as it stands.
    """
    try:
        document = read_yaml(path)
        phrasings = {lang: _lines(text) for lang, text in document.pop("phrasings").items()}
        intent = {} if document["topic"] != OUT_OF_SCOPE else {"intent": OUT_OF_SCOPE}
        return Answer.parse_obj({"id": path.stem, "phrasings": phrasings, **intent, **document})
    except (yaml.YAMLError, ValidationError, AttributeError, KeyError, TypeError) as error:
        raise AnswerFileError(f"{path}: {error}") from error


def _lines(text: str) -> tuple[str, ...]:
    return tuple(re.sub(r"^\s*- ", "", line).strip() for line in text.splitlines() if line.strip())


@lru_cache(maxsize=1)
def answers() -> Mapping[str, Answer]:
    """All answers by id, read once per process.

    Raises:
        AnswerFileError: one of the files cannot be taken as it stands.
    """
    return {path.stem: read_answer(path) for path in sorted(ANSWERS.glob("*.yml"))}


def for_intent(intent: str) -> Answer | None:
    """The answer in words to what an intent answers by calculating, if there is one."""
    return next((answer for answer in answers().values() if answer.intent == intent), None)


def situation(profile: Profile | None, on: date) -> Situation:
    """What is known of a person that can change an answer."""
    if profile is None:
        return {}
    programs = eligibilities(profile, on)
    status = profile.marital_status
    told = {name: getattr(profile, name) for name in profile.__fields_set__}
    return {
        **{name: value for name, value in told.items() if isinstance(value, bool | str)},
        **{name: programs[name].eligible for name in PROGRAMS},
        "partner": None if profile.marital_status is None else status in ("married", "common_law"),
    }
