"""Makes the phrasings of the answers, and those of people, training examples of Rasa's.

``config.yml`` names it beside Rasa's own importer of files.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.examples import Example, beside_intents
from express_entry.answers import split

ANSWER = "answer"
"""The attribute of a message that holds the id of the answer meant."""
STRANGERS = "strangers"
"""The attribute of a message by which it is measured how sure one may be."""


class AnswersImporter(TrainingDataImporter):  # type: ignore[misc]
    """Only examples: domain, rules and configuration come from their files."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: Sequence[str] | str | None = None,
        **kwargs: Any,
    ) -> None:
        """Rasa gives every importer the same arguments; this one needs none."""

    def get_domain(self) -> Domain:
        """Nothing: the domain stands in ``domain.yml``."""
        return Domain.empty()

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """Nothing: the rules stand in ``data/dialogue``."""
        return StoryGraph([])

    def get_conversation_tests(self) -> StoryGraph:
        """Nothing."""
        return StoryGraph([])

    def get_config(self) -> dict[str, Any]:
        """Nothing: the configuration stands in ``config.yml``."""
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        """None: the other importer knows the file."""
        return None

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Every phrasing of every answer and of people, in both languages."""
        return TrainingData([_message(example) for example in beside_intents()])


def _message(example: Example) -> Message:
    intent, answer_id = split(example.label)
    said = {TEXT: example.text, INTENT: intent, STRANGERS: example.strangers}
    return Message({**said, **({ANSWER: answer_id} if answer_id else {})})
