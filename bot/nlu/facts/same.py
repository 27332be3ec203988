"""What is told of oneself and then of the partner in one word: "same for my wife", "mon mari aussi"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing

_SHARED = frozenset(
    {"age", "education", "language_test", "language_levels", "canadian_work_years", "foreign_work_years"}
    | {"work_years", "no_test", "no_language", "credential", "job", "test_to_come", "scores"}
)
"""Facts that two people can have alike."""
SAME = "same"
_ALONE = 6
"""Words of a message that says no more than "so does my wife": what was told before it is meant."""


def read_same(hearing: Hearing, told: Sequence[Fact]) -> Iterator[Fact]:
    """The fact told last before such words once more, for the partner."""
    for match in hearing.matches("answers.same"):
        if hearing.scopes[match.start()].mood in ("if", "ask", "claim"):
            continue
        start, end = hearing.words[match.start()].start, hearing.words[match.end() - 1].end
        before = [fact for fact in told if fact.person == "self" and fact.end <= start]
        likely = [fact for fact in before if fact.field in _SHARED]
        partners = {fact.field for fact in told if fact.person == "partner"}
        latest = max(before, key=lambda fact: fact.end, default=None)
        if latest is None and len(hearing.words) <= _ALONE and "WANT" not in hearing.kinds:
            yield Fact(SAME, True, "partner", start, end, True, True)
            return
        if likely and likely[-1] is latest and latest.field not in partners:
            yield replace(likely[-1], person="partner", start=start, end=end, named=True)
            return
