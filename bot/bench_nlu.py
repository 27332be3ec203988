"""How well intents are understood on phrasings that the classifier has never seen (``tests/nlu``)."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.naive_bayes import ComplementNB
from sklearn.pipeline import Pipeline

from bot.nlu.classifier import IntentClassifier, normalize
from bot.nlu.decision import Guess, Ranks, understand
from bot.nlu.examples import Example, examples
from bot.nlu.facts import read
from bot.replies import LANGUAGES

ROOT = Path(__file__).parents[1]
UNSEEN = ROOT / "tests" / "nlu" / "intents.yml"
OUT_OF_SCOPE = "out_of_scope"
OFFERED = 3


@dataclass(frozen=True)
class Phrasing:
    """A sentence with what it means, and what a second reader would accept, too."""

    text: str
    lang: str
    intent: str
    also: tuple[str, ...] = ()

    def accepts(self, intent: str) -> bool:
        """Whether ``intent`` is a right reading."""
        return intent in (self.intent, *self.also)


class _Simple:
    """A classifier of scikit-learn with the interface of ours, to compare with."""

    def __init__(self, pipeline: Pipeline, learned: Sequence[Example]) -> None:
        texts = [normalize(example.text) for example in learned]
        self._model = pipeline.fit(texts, [example.label for example in learned])

    def rank(self, text: str) -> list[Guess]:
        chances = self._model.predict_proba([normalize(text)])[0]
        guesses = [Guess(str(name), float(p)) for name, p in zip(self._model.classes_, chances, strict=True)]
        return sorted(guesses, key=lambda guess: -guess.confidence)


def unseen() -> list[Phrasing]:
    """Phrasings written by someone who had not read the training examples."""
    rows = yaml.safe_load(UNSEEN.read_text(encoding="utf-8"))
    return [Phrasing(row["text"], row["lang"], row["intent"], tuple(row.get("also", ()))) for row in rows]


def nlu() -> dict[str, int | float]:
    """The chosen classifier and simpler ones side by side, by language; shares in percent."""
    learned, phrasings = examples(), unseen()
    numbers: dict[str, int | float] = {"examples": len(learned), "phrasings": len(phrasings)}
    for name, make in _CLASSIFIERS.items():
        for measure, value in _measure(make, learned, phrasings).items():
            numbers[f"{name}_{measure}"] = value
    return numbers


def _ours(examples: Sequence[Example]) -> Ranks:
    return IntentClassifier.train([row.text for row in examples], [row.label for row in examples])


def _regression() -> LogisticRegression:
    return LogisticRegression(C=12.0, max_iter=300, class_weight="balanced", random_state=17)


def _words() -> TfidfVectorizer:
    return TfidfVectorizer(lowercase=False, token_pattern=r"[\w?'#]+", ngram_range=(1, 2))


_CLASSIFIERS: Mapping[str, Callable[[Sequence[Example]], Ranks]] = {
    "chosen": _ours,
    "words": lambda rows: _Simple(Pipeline([("features", _words()), ("model", _regression())]), rows),
    "bayes": lambda rows: _Simple(Pipeline([("features", _words()), ("model", ComplementNB())]), rows),
}


def _measure(
    make: Callable[[Sequence[Example]], Ranks], learned: Sequence[Example], phrasings: Sequence[Phrasing]
) -> dict[str, float]:
    before = time.perf_counter()
    classifier = make(learned)
    trained = time.perf_counter() - before
    numbers = {"training_s": round(trained, 1)}
    for lang in LANGUAGES:
        quality = _quality(classifier, [row for row in phrasings if row.lang == lang])
        numbers |= {f"{measure}_{lang}": value for measure, value in quality.items()}
    milliseconds = []
    for row in phrasings[:500]:
        before = time.perf_counter()
        classifier.rank(row.text)
        milliseconds.append((time.perf_counter() - before) * 1000)
    numbers["median_ms"] = round(statistics.median(milliseconds), 2)
    return numbers


def _quality(classifier: Ranks, phrasings: Sequence[Phrasing]) -> dict[str, float]:
    first = offered = refused = caught = strangers = acted = wrong = 0
    right: list[str] = []
    said: list[str] = []
    for row in phrasings:
        ranking = classifier.rank(row.text)
        top = ranking[0].intent
        first += row.accepts(top)
        offered += any(row.accepts(guess.intent) for guess in ranking[:OFFERED])
        if row.intent == OUT_OF_SCOPE:
            strangers += 1
            caught += top == OUT_OF_SCOPE
        else:
            refused += top == OUT_OF_SCOPE and not row.accepts(OUT_OF_SCOPE)
        right.append(row.intent)
        said.append(row.intent if row.accepts(top) else top)
        facts = [vars(fact) for fact in read(row.text, row.lang, date.today())]
        meaning = understand(classifier, row.text, facts)
        acted += meaning.decision == "answer"
        wrong += meaning.decision == "answer" and not row.accepts(meaning.intent)
    count = len(phrasings)
    shares = {
        "top_1": first / count,
        "top_3": offered / count,
        "macro_f1": float(f1_score(right, said, average="macro", zero_division=0)),
        "out_of_scope_recall": caught / strangers,
        "in_scope_refused": refused / (count - strangers),
        "acted_upon": acted / count,
        "acted_upon_wrongly": wrong / count,
    }
    return {name: round(share * 100, 1) for name, share in shares.items()}
