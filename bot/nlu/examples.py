"""What the classifier learns from: the phrasings of intents (``data/nlu``) and of answers (``data/answers``),
and what people of one kind write about anything (``data/people``).

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
PEOPLE = NLU.parent / "people"


@dataclass(frozen=True)
class Example:
    """A way to say ``label`` in the language ``lang``; strangers’ ways measure how sure one may be."""

    text: str
    lang: str
    label: str
    strangers: bool = False


def examples() -> list[Example]:
    """Every example: those of the intents first."""
    return [*_of_intents(), *beside_intents()]


def beside_intents() -> list[Example]:
    """Those of the answers, then those of people."""
    return [*_of_answers(), *_of_people()]


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


def _of_people() -> Iterator[Example]:
    for path in sorted(PEOPLE.glob("*.yml")):
        people = read_yaml(path)
        for label, texts in people["phrasings"].items():
            for text in texts.splitlines():
                yield Example(text, people["lang"], label, people.get("strangers", False))
