"""How well questions are answered that nobody who wrote the answers has seen (``unseen/answers.yml``)."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.languages import LANGUAGES
from bot.nlu.asides import PERHAPS, SOCIAL
from bot.nlu.classifier import IntentClassifier
from bot.nlu.decision import Guess
from bot.nlu.language import language_of
from bot.nlu.model import Understood, hear, load
from bot.rasa.training import ensure_model
from bot.replies.answers import answer_reply
from bot.replies.links import page_list
from express_entry.answers import ASK, OUT_OF_SCOPE, answers, for_intent
from express_entry.yaml_files import read_yaml

UNSEEN = Path(__file__).with_name("unseen") / "answers.yml"
OFFERED = 3


@dataclass(frozen=True)
class UnseenQuestion:
    """A question with the answer or intent meant, and others that a second reader would accept."""

    text: str
    lang: str
    answer: str | None
    intent: str
    also: tuple[str, ...]

    def accepts(self, guess: Guess) -> bool:
        """Whether ``guess`` is a right reading; an intent and the answer that stands for it are one."""
        if self.intent == OUT_OF_SCOPE:
            return guess.intent == OUT_OF_SCOPE
        said = {guess.answer, guess.intent} - {None, ASK, OUT_OF_SCOPE}
        stands_for = for_intent(guess.intent)
        said |= {stands_for.id} if stands_for else set()
        return bool(said & {self.answer, self.intent, *self.also})


def unseen() -> list[UnseenQuestion]:
    """The questions."""
    rows: list[dict[str, Any]] = read_yaml(UNSEEN)
    return [
        UnseenQuestion(
            row["text"],
            row["lang"],
            row.get("answer"),
            row.get("intent", ASK),
            tuple(row.get("also", ())),
        )
        for row in rows
    ]


def measure() -> dict[str, Any]:
    """Shares in percent by language, with the answers that are most often missed."""
    classifier, today = load(ensure_model()), date.today()
    numbers, missed = shares(classifier)
    numbers["median_ms"] = _milliseconds(classifier, unseen(), today)
    numbers["wrong_language"], numbers["without_source"] = _faults(today)
    numbers["table"] = [{"answer": name, "missed": count} for name, count in missed.most_common(15)]
    return numbers


def shares(classifier: IntentClassifier) -> tuple[dict[str, Any], Counter[str]]:
    """The shares by language, and how often each answer was missed."""
    numbers: dict[str, Any] = {}
    missed: Counter[str] = Counter()
    for lang in LANGUAGES:
        questions = [question for question in unseen() if question.lang == lang]
        numbers |= {f"{name}_{lang}": value for name, value in _shares(classifier, questions, missed).items()}
    return numbers, missed


def _shares(
    classifier: IntentClassifier, questions: Sequence[UnseenQuestion], missed: Counter[str]
) -> Mapping[str, float]:
    inside = [question for question in questions if question.intent != OUT_OF_SCOPE]
    outside = [question for question in questions if question.intent == OUT_OF_SCOPE]
    first = offered = refused = unanswered = acted = wrong = 0
    for question in inside:
        heard = _heard(classifier, question)
        meaning = heard.meaning
        is_first = any(question.accepts(guess) for guess in meaning.ranking[:1])
        first += is_first
        offered += any(question.accepts(guess) for guess in meaning.ranking[:OFFERED])
        refused += meaning.intent == OUT_OF_SCOPE
        said = [Guess(label, 1.0) for label in said_by(heard)]
        acted += bool(said)
        wrong += bool(said) and not any(question.accepts(guess) for guess in said)
        if not is_first:
            missed[question.answer or question.intent] += 1
    for question in outside:
        heard = _heard(classifier, question)
        no_answer = heard.meaning.intent in {OUT_OF_SCOPE, *SOCIAL}  # a kind word to who was left is none
        unanswered += no_answer or heard.meaning.decision != "answer"
    shares = {
        "right_first": first / len(inside),
        "right_in_three": offered / len(inside),
        "refused": refused / len(inside),
        "acted_upon": acted / len(inside),
        "acted_upon_wrongly": wrong / len(inside),
        "not_answered_out_of_scope": unanswered / len(outside),
        "language_told": sum(language_of(question.text) == question.lang for question in questions)
        / len(questions),
    }
    return {
        "questions": len(inside),
        "out_of_scope": len(outside),
        **{name: round(100 * share, 1) for name, share in shares.items()},
    }


def _heard(classifier: IntentClassifier, question: UnseenQuestion) -> Understood:
    return hear(classifier, question.text, question.lang, date.today())


def said_by(heard: Understood) -> tuple[str, ...]:
    """The labels that are answered at once; what is offered is not."""
    if len(heard.asides) == 1 and not heard.asides[0].startswith(PERHAPS):
        return heard.asides
    return (heard.meaning.label,) if heard.meaning.decision == "answer" and not heard.asides else ()


def _milliseconds(classifier: IntentClassifier, questions: Sequence[UnseenQuestion], on: date) -> float:
    times = []
    for question in questions:
        before = time.perf_counter()
        hear(classifier, question.text, question.lang, on)
        times.append((time.perf_counter() - before) * 1000)
    return round(statistics.median(times), 2)


def _faults(on: date) -> tuple[int, int]:
    """French answers with an English page where a French one is known, and answers without a dated source."""
    english = {found.en for found in page_list().values() if found.fr not in (None, found.en)}
    foreign = bare = 0
    for answer in answers().values():
        for lang in LANGUAGES:
            sources = answer_reply(lang, answer, {}, on).sources
            foreign += lang == "fr" and any(source.url in english for source in sources)
            bare += not any(source.checked for source in sources)
    return foreign, bare
