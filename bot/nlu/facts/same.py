"""What is told of oneself and then of the partner in one word: "same for my wife", "mon mari aussi"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.lexicon import lexicon

_SHARED = frozenset(
    {"age", "education", "language_test", "language_levels", "canadian_work_years", "foreign_work_years"}
    | {"work_years", "no_test", "no_language"}
)
"""Facts that two people can have alike."""


@lru_cache(maxsize=2)
def _same(lang: str) -> tuple[re.Pattern[str], ...]:
    pattern = lexicon(lang).pattern
    return (
        pattern("SAME (?:OF|WITH|IN|TO)? SELF? PARTNER"),
        pattern("SELF? PARTNER (?:HAVE|BE)? (?:ARTICLE)? (?:TOO|SAME) (?=$|STOP|COMMA|AND|BUT)"),
    )


def read_same(hearing: Hearing, told: Sequence[Fact]) -> Iterator[Fact]:
    """The fact told last before such words once more, for the partner."""
    for pattern in _same(hearing.lang):
        for match in hearing.find(pattern):
            if hearing.scopes[match.start()].mood in ("if", "ask"):
                continue
            start, end = hearing.words[match.start()].start, hearing.words[match.end() - 1].end
            before = [fact for fact in told if fact.person == "self" and fact.end <= start]
            likely = [fact for fact in before if fact.field in _SHARED]
            partners = {fact.field for fact in told if fact.person == "partner"}
            latest = max(before, key=lambda fact: fact.end, default=None)
            if likely and likely[-1] is latest and latest.field not in partners:
                yield replace(likely[-1], person="partner", start=start, end=end, named=True)
                return
