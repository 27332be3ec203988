"""How well intents are understood on phrasings that the classifier has never seen (``unseen/``)."""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from sklearn.metrics import f1_score

from bot.languages import LANGUAGES
from bot.nlu.classifier import IntentClassifier, held_out
from bot.nlu.decision import OUT_OF_SCOPE, Guess, Ranks, decide, likeliest
from bot.nlu.encoder import Encoder, Vectors, encoder
from bot.nlu.examples import Example, examples
from bot.nlu.facts import read
from bot.nlu.learning import MEANING_WEIGHT, WORDS_WEIGHT, learn
from express_entry.answers import for_intent
from express_entry.yaml_files import read_yaml

ROOT = Path(__file__).parents[2]
UNSEEN = Path(__file__).with_name("unseen") / "intents.yml"
OFFERED = 3


@dataclass(frozen=True)
class Phrasing:
    """A sentence with what it means, and what a second reader would accept, too: intents or labels."""

    text: str
    lang: str
    intent: str
    also: tuple[str, ...] = ()

    def accepts(self, guess: Guess) -> bool:
        """Whether ``guess`` is a right reading; an intent and the answer that stands for it are one."""
        wanted = {self.intent, *self.also}
        stand_ins = {answer.id for answer in map(for_intent, wanted) if answer}
        return bool({guess.label, guess.intent} & wanted) or guess.answer in stand_ins


def unseen() -> list[Phrasing]:
    """Phrasings written by someone who had not read the training examples."""
    rows = read_yaml(UNSEEN)
    return [Phrasing(row["text"], row["lang"], row["intent"], tuple(row.get("also", ()))) for row in rows]


def nlu() -> dict[str, Any]:
    """The chosen classifier beside its parts alone; percent, English / French.

    ``labels`` tells for each label with phrasings how many the chosen one has right, the worst first.
    """
    learned, phrasings = examples(), unseen()
    numbers: dict[str, Any] = {"examples": len(learned), "phrasings": len(phrasings), "table": []}
    for name, make in _CLASSIFIERS.items():
        classifier, training = _trained(make, learned)
        numbers["table"].append({"": name, **training, **measure(classifier, phrasings)})
        if name == CHOSEN:
            numbers["labels"] = by_label(classifier, phrasings)
    numbers["memory_mb"] = round(psutil.Process().memory_info().rss / 2**20)
    return numbers


class _Nothing:
    """Sentences without meaning, to measure the words alone."""

    name = "nothing"

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.zeros((len(texts), 1), dtype=np.float32)


Make = Callable[[Sequence[Example]], IntentClassifier]


def _with(using: Callable[[], Encoder], parts: tuple[float, float]) -> Make:
    return lambda learned: learn(
        [row.text for row in learned],
        [row.label for row in learned],
        [row.strangers for row in learned],
        using(),
        parts,
    )


CHOSEN = "chosen: encoder and words"
_CLASSIFIERS: Mapping[str, Make] = {
    CHOSEN: _with(encoder, (MEANING_WEIGHT, WORDS_WEIGHT)),
    "encoder only": _with(encoder, (MEANING_WEIGHT, 0.0)),
    "words only": _with(_Nothing, (0.0, WORDS_WEIGHT)),
}


def _trained(make: Make, learned: Sequence[Example]) -> tuple[IntentClassifier, dict[str, float]]:
    before = time.process_time()
    classifier = make(learned)
    return classifier, {"training_cpu_s": round(time.process_time() - before, 1)}


def measure(classifier: Ranks, phrasings: Sequence[Phrasing]) -> dict[str, str | float]:
    """Each measure of the quality as "English / French", and the milliseconds of a message."""
    milliseconds: list[float] = []
    each = [
        quality(_in(classifier, lang), [row for row in phrasings if row.lang == lang], milliseconds)
        for lang in LANGUAGES
    ]
    shares: dict[str, str | float] = {
        name: " / ".join(str(quality[name]) for quality in each) for name in each[0]
    }
    return {**shares, "median_ms": round(statistics.median(milliseconds), 2)}


def _in(classifier: Ranks, lang: str) -> Ranks:
    return classifier.in_language(lang) if isinstance(classifier, IntentClassifier) else classifier


def by_label(classifier: Ranks, phrasings: Sequence[Phrasing]) -> list[dict[str, str | int]]:
    """How many phrasings of each label are right at once, those with the most wrong ones first."""
    found: dict[str, list[bool]] = defaultdict(list)
    for row in phrasings:
        found[row.intent].append(row.accepts(likeliest(classifier.rank(row.text))))
    lines = sorted(found.items(), key=lambda line: (sum(line[1]) - len(line[1]), line[0]))
    return [{"label": label, "phrasings": len(hits), "right": sum(hits)} for label, hits in lines]


def quality(classifier: Ranks, phrasings: Sequence[Phrasing], milliseconds: list[float]) -> dict[str, float]:
    """The shares of the phrasings in percent; the time of each is added to ``milliseconds``."""
    first = offered = refused = caught = strangers = acted = wrong = 0
    right: list[str] = []
    said: list[str] = []
    trust: list[tuple[float, bool]] = []
    for row in phrasings:
        before = time.perf_counter()
        ranking = classifier.rank(row.text)
        milliseconds.append((time.perf_counter() - before) * 1000)
        top = likeliest(ranking)
        first += row.accepts(top)
        offered += any(row.accepts(guess) for guess in (top, *ranking[:OFFERED]))
        trust.append((top.confidence, row.accepts(top)))
        if row.intent == OUT_OF_SCOPE:
            strangers += 1
            caught += top.intent == OUT_OF_SCOPE
        else:
            refused += top.intent == OUT_OF_SCOPE and not row.accepts(top)
        right.append(row.intent)
        said.append(row.intent if row.accepts(top) else top.intent)
        facts = read(row.text, row.lang, date.today())
        meaning = decide(ranking, classifier.thresholds, facts)
        acted += meaning.decision == "answer"
        wrong += meaning.decision == "answer" and not row.accepts(Guess(meaning.label, 1.0))
    count = len(phrasings)
    shares = {
        "top_1": first / count,
        "top_3": offered / count,
        "macro_f1": float(f1_score(right, said, average="macro", labels=sorted(set(right)), zero_division=0)),
        "out_of_scope_recall": caught / strangers,
        "out_of_scope_precision": caught / max(caught + refused, 1),
        "in_scope_refused": refused / (count - strangers),
        "acted_upon": acted / count,
        "acted_upon_wrongly": wrong / count,
        "calibration_error": calibration_error(trust),
    }
    return {name: round(share * 100, 1) for name, share in shares.items()}


def calibration_error(trust: Sequence[tuple[float, bool]]) -> float:
    """How far the told probabilities are from the measured shares, on average over ten bands of them."""
    bands: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for chance, hit in trust:
        bands[min(int(chance * 10), 9)].append((chance, hit))
    gaps = (abs(sum(chance for chance, _ in band) - sum(hit for _, hit in band)) for band in bands.values())
    return sum(gaps) / len(trust)


def nearest(using: Encoder, learned: Sequence[Example]) -> dict[str, float]:
    """How often the nearest other example means the same, among those kept out of the tuning, in percent.

    ``fr`` among the French ones, ``en`` among the English ones, ``fr_en`` from French to the English ones.
    """
    kept = [row for row in learned if held_out(row.text)]
    vectors = using.encode([row.text for row in kept])
    likeness = vectors @ vectors.T
    np.fill_diagonal(likeness, -1)
    labels, langs = np.array([row.label for row in kept]), np.array([row.lang for row in kept])
    found = {}
    for name, asked, given in (("en", "en", "en"), ("fr", "fr", "fr"), ("fr_en", "fr", "en")):
        rows, columns = np.flatnonzero(langs == asked), np.flatnonzero(langs == given)
        best = columns[likeness[np.ix_(rows, columns)].argmax(axis=1)]
        found[name] = round(float((labels[rows] == labels[best]).mean()) * 100, 1)
    return found
