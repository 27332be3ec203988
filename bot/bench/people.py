"""What 1,200 messages of 86 people (``unseen/people*.yml``) are taken to mean by the running bot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.bench.answers import said_by
from bot.bench.facts import facts_of, is_judged
from bot.dialogue.reading import read_answers
from bot.dialogue.told import nest
from bot.languages import LANGUAGES
from bot.nlu.asides import PERHAPS
from bot.nlu.classifier import IntentClassifier
from bot.nlu.decision import INFORM, OUT_OF_SCOPE
from bot.nlu.model import Understood, hear, load
from bot.rasa.training import ensure_model
from express_entry.answers import ASK, for_intent, split
from express_entry.yaml_files import read_yaml

UNSEEN = Path(__file__).with_name("unseen")
WRITTEN = date(2026, 11, 29)
OFFERED = 3


@dataclass(frozen=True)
class Message:
    """A message, the answers or intents that a careful reader accepts, and the facts that it tells."""

    text: str
    lang: str
    wants: frozenset[str]
    facts: dict[str, Any]

    def accepts(self, label: str) -> bool:
        """Whether a label is a right reading; an intent and the answer that stands for it are one."""
        intent, answer = split(label)
        said = {answer, intent} - {None, ASK}
        stand_in = for_intent(intent)
        return bool((said | ({stand_in.id} if stand_in else set())) & self.wants)

    @property
    def stranger(self) -> bool:
        """Whether it is out of scope."""
        return OUT_OF_SCOPE in self.wants

    @property
    def states(self) -> bool:
        """Whether it asks nothing."""
        return self.wants == {INFORM}


def messages() -> dict[str, list[Message]]:
    """All of them, by the name of their set and their language. ``people_looked_at`` has been read since, and
    its misses were learned from: it tells nothing of people who are still to come."""
    return {
        f"{path.stem} {lang}": rows
        for path in sorted(UNSEEN.glob("people*.yml"))
        for lang in LANGUAGES
        if (rows := [_message(row) for row in read_yaml(path) if row["lang"] == lang])
    }


def _message(row: dict[str, Any]) -> Message:
    return Message(row["text"], row["lang"], frozenset(row["wants"]), row["facts"])


def people() -> dict[str, Any]:
    """Shares in percent by set and language. Which messages fail is not told: nothing is tuned to them."""
    classifier = load(ensure_model())
    sets = messages()
    return {
        "messages": sum(map(len, sets.values())),
        "table": [
            {"": name, "messages": len(rows), **_shares(classifier, rows)} for name, rows in sets.items()
        ],
    }


def _shares(classifier: IntentClassifier, rows: Sequence[Message]) -> dict[str, float]:
    first = offered = at_once = wrong = caught = refused = kinds = found = wanted = right = 0
    strangers = sum(row.stranger for row in rows)
    for row in rows:
        heard = hear(classifier, row.text, row.lang, WRITTEN)
        said, shown = said_by(heard), _shown(heard)
        first += any(map(row.accepts, shown[:1]))
        offered += any(map(row.accepts, shown))
        at_once += any(map(row.accepts, said))
        is_wrong = bool(said) and not any(map(row.accepts, said))
        wrong += is_wrong
        stranger = heard.meaning.intent == OUT_OF_SCOPE
        caught += row.stranger and stranger
        refused += OUT_OF_SCOPE not in row.wants and stranger and is_wrong
        states = heard.meaning.label == INFORM and not heard.asides
        kinds += states == row.states or (states and INFORM in row.wants)
        told = read_answers(heard.facts, None, {}, {}, WRITTEN)
        judged = {
            path: value
            for path, value in facts_of({**nest(told.drafts), **nest(told.answers)}).items()
            if is_judged(path, ())
        }
        expected = {path: value for path, value in facts_of(row.facts).items() if is_judged(path, ())}
        found, wanted = found + len(judged), wanted + len(expected)
        right += sum(judged.get(path) == value for path, value in expected.items())
    count = len(rows)
    shares = {
        "right_first": first / count,
        "right_or_offered": offered / count,
        "right_at_once": at_once / count,
        "answered_wrongly": wrong / count,
        "out_of_scope_recognised": caught / strangers,
        "in_scope_refused": refused / (count - strangers),
        "statement_or_question": kinds / count,
        "facts_precision": right / found,
        "facts_recall": right / wanted,
    }
    return {name: round(100 * share, 1) for name, share in shares.items()}


def _shown(heard: Understood) -> tuple[str, ...]:
    """What is answered, or else what stands on the buttons, the likeliest first."""
    if heard.asides:
        return tuple(label.removeprefix(PERHAPS) for label in heard.asides)
    if heard.meaning.decision == "answer":
        return (heard.meaning.label,)
    return tuple(guess.label for guess in heard.meaning.ranking[:OFFERED])
