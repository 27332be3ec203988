"""Which of several language tests is the first official language, and which the second.

A candidate names the order, so both are tried and the one that scores more is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from express_entry.days import last_day
from express_entry.language import levels
from express_entry.profile import LanguageTest
from express_entry.vocabulary import ENGLISH, FRENCH

Test = LanguageTest | None
Total = Callable[[Test, Test], int]
"""The score with a first and a second language."""


@dataclass(frozen=True)
class Order:
    """The order of tests that scores most.

    Attributes:
        first: the test in the first official language; None where there is no test.
        second: the test in the other one; None without one.
        total: the score with this order.
        otherwise: the score with the best tests in the other order; None where only one language was tested.
    """

    first: Test
    second: Test
    total: int
    otherwise: int | None = None


def best_order(tests: Sequence[LanguageTest], on: date, total: Total) -> Order:
    """The order of tests that scores most on a day; of those that score the same, the one told first."""
    languages = list(dict.fromkeys(test.language for test in tests))
    if not languages:
        return Order(None, None, total(None, None))
    found = {language: _best_of(language, tests, on, total) for language in languages}
    best = max(languages, key=lambda language: found[language].total)
    if len(languages) == 1:
        return found[best]
    other = FRENCH if best == ENGLISH else ENGLISH
    return Order(found[best].first, found[best].second, found[best].total, found[other].total)


def _best_of(language: str, tests: Sequence[LanguageTest], on: date, total: Total) -> Order:
    """The best order with a language first."""
    firsts = list(_worth_trying([test for test in tests if test.language == language], on))
    others = [test for test in tests if test.language != language]
    seconds: list[Test] = [*_worth_trying(others, on)] or [None]
    tried = (Order(first, second, total(first, second)) for first in firsts for second in seconds)
    return max(tried, key=lambda order: order.total)


def _worth_trying(tests: Sequence[LanguageTest], on: date) -> Iterator[LanguageTest]:
    """Tests in one language, the newest first, without those that another one equals in every ability."""
    best: list[tuple[int, ...]] = []
    for test in sorted(tests, key=lambda test: last_day(test.date) if test.date else on, reverse=True):
        found = levels(test, on).counted
        if not any(all(a >= b for a, b in zip(other, found, strict=True)) for other in best):
            best.append(found)
            yield test
