"""What the classifier learns from: the phrasings of intents (``data/nlu``) and of answers (``data/answers``).

A label is an intent (``greet``), or an intent with the id of an answer (``ask/test_validity``,
``out_of_scope/visitor_visa``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.languages import LANGUAGES
from express_entry.answers import answers
from express_entry.yaml_files import read_yaml

NLU = Path(__file__).parents[2] / "data" / "nlu"


@dataclass(frozen=True)
class Example:
    """A way to say ``label`` in the language ``lang``."""

    text: str
    lang: str
    label: str


def examples() -> list[Example]:
    """Every example: those of the intents first, then those of the answers."""
    return [*_of_intents(), *_of_answers()]


def _of_intents() -> Iterator[Example]:
    for lang in LANGUAGES:
        for path in sorted((NLU / lang).glob("*.yml")):
            for entry in read_yaml(path)["nlu"]:
                lines = (line.strip() for line in entry["examples"].splitlines())
                yield from (
                    Example(line[2:], lang, entry["intent"]) for line in lines if line.startswith("- ")
                )


def _of_answers() -> Iterator[Example]:
    for answer in answers().values():
        for lang in LANGUAGES:
            yield from (Example(text, lang, answer.label) for text in answer.phrasings[lang])
