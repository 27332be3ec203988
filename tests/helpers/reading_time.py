"""``python -m tests.helpers.reading_time``: milliseconds of processor that each step of reading takes, and
what spaCy's ``Matcher`` takes by the attribute that its patterns compare.

Medians over the messages of ``bot/bench/unseen/messages.yml``; of each message the best of five.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc, Token

from bot.bench.facts import UNSEEN, WRITTEN
from bot.facts import KEPT
from bot.languages import LANGUAGES
from bot.nlu.facts import read
from bot.nlu.facts.hearing import hear
from bot.nlu.facts.lexicon import lexicon
from bot.nlu.facts.pipeline import pipeline
from express_entry.yaml_files import read_yaml

_TIMES, _PATTERNS, _FEW = 5, 150, 20


def _median[Given](step: Callable[[Given], object], given: list[Given]) -> float:
    return statistics.median(min(_taken(step, each) for _ in range(_TIMES)) for each in given)


def _taken[Given](step: Callable[[Given], object], given: Given) -> float:
    hear.cache_clear()
    before = time.process_time_ns()
    step(given)
    return (time.process_time_ns() - before) / 1_000_000


def main() -> None:
    """Print a table."""
    messages = read_yaml(UNSEEN)
    for lang in LANGUAGES:
        texts = [row["text"] for row in messages if row["lang"] == lang]
        known = pipeline(lang)
        steps: dict[str, Callable[[str], object]] = {
            "words": lexicon(lang).words,
            "words, whose they are, clauses": known.nlp,
            "every list of patterns": lambda text, lang=lang: _all(text, lang),  # type: ignore[misc]
            "all facts": lambda text, lang=lang: read(text, lang, WRITTEN, lists=KEPT),  # type: ignore[misc]
        }
        print(f"{lang}: {len(texts)} messages, {statistics.median(map(len, texts)):.0f} characters")
        for name, step in steps.items():
            step(texts[0])
            print(f"  {_median(step, texts):.2f} ms  {name}")
        _attributes(lang, texts[:_FEW])


def _attributes(lang: str, texts: list[str]) -> None:
    """150 patterns of three kinds, each in the three ways in which a word may have several kinds."""
    Token.set_extension("kinds", default=(), force=True)
    tags = {tag: kinds for kinds, tag in lexicon(lang).tags.items()}
    docs = [_with_kinds(pipeline(lang).nlp(text), tags) for text in texts]
    kinds = sorted({kind for each in tags.values() for kind in each})
    chosen, ways = random.Random(0), _ways(tags)
    patterns = [[chosen.choice(kinds) for _ in range(3)] for _ in range(_PATTERNS)]
    for name, way in ways.items():
        matcher = Matcher(docs[0].vocab)
        for number, pattern in enumerate(patterns):
            matcher.add(str(number), [[way(kind) for kind in pattern]])
        print(f"  {_median(matcher, docs):.2f} ms  {_PATTERNS} patterns by {name}")


def _ways(tags: dict[str, frozenset[str]]) -> dict[str, Callable[[str], dict[str, Any]]]:
    return {
        "tag_, one of those that have the kind": lambda kind: {
            "TAG": {"IN": [tag for tag, kinds in tags.items() if kind in kinds]}
        },
        "morph, which has the kind": lambda kind: {"MORPH": {"INTERSECTS": [f"{kind}=1"]}},
        "an extension attribute, which has the kind": lambda kind: {"_": {"kinds": {"INTERSECTS": [kind]}}},
    }


def _with_kinds(doc: Doc, tags: dict[str, frozenset[str]]) -> Doc:
    for token in doc:
        token._.kinds = sorted(tags.get(token.tag_, ()))
        token.set_morph("|".join(f"{kind}=1" for kind in token._.kinds))
    return doc


def _all(text: str, lang: str) -> None:
    heard, known = hear(text, lang, WRITTEN), pipeline(lang)
    for name in known.lists:
        known.find(name, heard.doc, heard.kinds)


if __name__ == "__main__":
    main()
