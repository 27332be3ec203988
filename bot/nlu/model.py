"""The trained model without a server: what a message means, as the running bot takes it."""

from __future__ import annotations

import tarfile
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.facts import NOBODY, Fact, People
from bot.nlu.classifier import IntentClassifier
from bot.nlu.decision import Meaning
from bot.nlu.fitting import meant
from bot.nlu.roles import in_roles
from bot.nlu.telling import told
from bot.nlu.texting import written_out
from bot.nlu.unplaced import unplaced

MODEL_FILE = "intents.joblib"


@dataclass(frozen=True)
class Understood:
    """A message as it is read: its meaning, facts and asides, and what it told that was not understood."""

    text: str
    meaning: Meaning
    facts: tuple[Fact, ...]
    asides: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()


def load(archive: Path) -> IntentClassifier:
    """The classifier out of Rasa's model archive.

    Raises:
        FileNotFoundError: the archive is not there.
        LookupError: it holds no classifier of ours.
    """
    with tarfile.open(archive) as packed, tempfile.TemporaryDirectory() as folder:
        member = next((entry for entry in packed.getmembers() if entry.name.endswith(MODEL_FILE)), None)
        content = packed.extractfile(member) if member is not None else None
        if content is None:
            raise LookupError(f"{archive} holds no {MODEL_FILE}")
        path = Path(folder, MODEL_FILE)
        path.write_bytes(content.read())
        return IntentClassifier.load(path)


def hear(
    classifier: IntentClassifier, text: str, lang: str, today: date, people: People | None = None
) -> Understood:
    """What ``text`` means and tells; ``people`` are those of whom was told before who they are."""
    people = people or NOBODY
    text = written_out(text, lang)
    facts = told(text, lang, today, people)
    spoken = in_roles(text, lang, today, people)
    meaning, asides = meant(classifier.in_language(lang), spoken.text, spoken.moved(facts), lang, today)
    left = unplaced(text, lang, facts, (meaning.label, *asides), today, people)
    return Understood(text, meaning, facts, asides, left)
