"""Language tests of which there are no results yet: one that is planned, or whose results are awaited.

A plan has the day or the month that comes next ("IELTS on 12 January", said in November), never that of a
year ago. A test that is asked about or supposed is no plan, nor is one whose scores are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.dates import Dated, yearless
from bot.nlu.facts.guessed import is_guessed
from bot.nlu.facts.hearing import OWNERS, Hearing, once
from bot.nlu.facts.score_runs import runs_of
from bot.nlu.facts.words import Word
from express_entry.language import TESTS

_TO_ITS_DATE = 6
"""Words at most between what tells a test and its date."""
_SOON = 4
"""Months ahead up to which a bare "IELTS in January" is rather to come than past."""
_SMALL = frozenset(
    {
        "BE",
        "IN",
        "ON",
        "OF",
        "TO",
        "THE",
        "ARTICLE",
        "SELF",
        "HE",
        "IAM",
        "COMMA",
        "COLON",
        "DASH",
        "LANGUAGE",
    }
    | {"TAKEN", "TEST", "ANYTEST", "BOOKED", "SITS", "HAPPENS", "WANT", "PRESENT", "THIS_IS", "AND", "BUT"}
    | {"NEXT", "DOUBT", "BOTH", "PARTOF"}
)
"""Kinds of words that part no test from its date."""
_BESIDE = _SMALL | {"NO", "NEG", "NOTYET", "PLEASE", "IHAVE"}
"""Kinds of words beside which a test and a day are all that a clause tells."""
_PAST = ("DID", "PAST_BE", "EXPIRED")
_DATES_BACK = ("OF", "FROM")
"""Words before the day of a test that was taken: "IELTS from May"."""


@dataclass(frozen=True)
class ToCome:
    """A test without results, which the words ``first`` to ``last`` tell; ``at`` is the test among them."""

    first: int
    last: int
    at: int | None
    date: str | None = None

    def __contains__(self, at: int) -> bool:
        return self.first <= at <= self.last


@once
def tests_to_come(hearing: Hearing) -> tuple[ToCome, ...]:
    """The tests that are told to be planned or awaited."""
    named = [at for at, word in enumerate(hearing.words) if names_a_test(word)]
    found = [*_awaited(hearing, named), *_planned(hearing), *_only_dated(hearing, named)]
    if not named:
        found += _booked_alone(hearing)
    kept: list[ToCome] = []
    for plan in sorted(found, key=lambda each: _rank(hearing, each), reverse=True):
        if _is_open(hearing, plan) and not any(
            plan.first <= other.last and other.first <= plan.last for other in kept
        ):
            kept.append(plan)
    return tuple(kept)


def read_tests_to_come(hearing: Hearing) -> Iterator[Fact]:
    """``test_to_come``: the test or its language, and the day or month, as far as they are told."""
    for plan in tests_to_come(hearing):
        value: dict[str, Any] = {"asked": True}
        if plan.at is not None:
            word = hearing.words[plan.at]
            test = word.kinds.get("TEST")
            language = TESTS[str(test)].language if test in TESTS else language_within(word.text)
            value = {"language": language, **({"test": test} if test in TESTS else {})}
        if plan.date is not None:
            value["date"] = plan.date
        scope = hearing.scopes[plan.last if plan.at is None else plan.at]
        start, end = hearing.words[plan.first].start, hearing.words[plan.last].end
        for person in OWNERS[scope.person]:
            yield Fact("test_to_come", value, person, start, end, True, scope.named)


def language_within(phrase: str) -> str | None:
    """The language that a test is named by: "English exam"."""
    if "english" in phrase or "anglais" in phrase:
        return "en"
    return "fr" if "french" in phrase or "francais" in phrase else None


def names_a_test(word: Word) -> bool:
    """Whether a word is a test by its name, or "exam"."""
    return "TEST" in word or "ANYTEST" in word or "TEST_IN" in word


def _rank(hearing: Hearing, plan: ToCome) -> tuple[bool, bool]:
    """Of plans that share words, the one that names its test counts, and then the one with a day."""
    return plan.at is not None and "TEST" in hearing.words[plan.at], plan.date is not None


def _is_open(hearing: Hearing, plan: ToCome) -> bool:
    """Whether a plan is told of oneself or the partner, of a test without scores."""
    scopes = [hearing.scopes[at] for at in (plan.last if plan.at is None else plan.at, plan.last)]
    if any(scope.mood not in ("said", "want") or scope.person == "other" for scope in scopes):
        return False
    if plan.date is None and _is_asked_of(hearing, plan):
        return False
    return plan.at is None or not _has_scores(hearing, plan.at)


def _is_asked_of(hearing: Hearing, plan: ToCome) -> bool:
    """Whether it is asked if a test must be taken: « ma femme doit passer le test aussi ? »."""
    must = any(word.text in _MUST for word in hearing.words[plan.first : plan.last + 1])
    behind = hearing.words[plan.last + 1 :]
    ends = next(
        (word for word in behind if "ALSO" not in word and any(kind in word for kind in _ENDS_A_CLAUSE)), None
    )
    return must and ends is not None and "QUESTION" in ends


_MUST = frozenset({"dois", "doit", "devons", "doivent", "faut", "must"})
_ENDS_A_CLAUSE = ("COMMA", "STOP", "QUESTION", "AND", "BUT")


def _has_scores(hearing: Hearing, at: int) -> bool:
    """Whether scores stand with the test, or right behind it and before another one."""
    runs = runs_of(hearing)
    for number, run in enumerate(runs):
        own = run.first <= at <= run.last
        behind = (
            number
            and run.marks[0].kind not in "TXF"
            and runs[number - 1].first <= at <= runs[number - 1].last
        )
        several = run.kinds.count("N") > 1 or ("N" in run.kinds and set(run.kinds) & set("AEO"))
        if (own or behind) and several and not is_guessed(hearing, run):
            return True
    return False


def _planned(hearing: Hearing) -> Iterator[ToCome]:
    """ "My TEF is scheduled", "I plan to take IELTS", "I have a test in December"."""
    for name in ("booked", "meant", "sits"):
        for match in hearing.matches(f"tests.{name}"):
            tests = [at for at in range(match.first, match.last + 1) if names_a_test(hearing.words[at])]
            at = next((at for at in tests if "TEST" in hearing.words[at]), tests[-1])
            booked = name != "sits"
            words = hearing.words[match.first : match.last + 1]
            if not booked and any("PAST_BE" in word for word in words):
                continue
            if name == "meant" and any("RETAKES" in word for word in words):
                continue
            dated, soon = _date_beside(hearing, match.first, match.last, booked)
            past = any(
                each.readings[0] <= hearing.today
                and each.first - match.last <= _TO_ITS_DATE
                and each.first > match.last
                for each in hearing.dates
            )
            if not past and (booked or dated is not None or soon is not None):
                yield _spanning(hearing, match.first, match.last, at, dated, soon)


def _booked_alone(hearing: Hearing) -> Iterator[ToCome]:
    """ "Not yet, booked for January", as the answer to which test was taken."""
    for match in hearing.matches("tests.alone"):
        dated, soon = _date_beside(hearing, match.first, match.last, booked=True)
        if dated is not None:
            yield _spanning(hearing, match.first, match.last, None, dated, soon)


def _only_dated(hearing: Hearing, named: Sequence[int]) -> Iterator[ToCome]:
    """ "IELTS on 12 January": a clause of a test and a day that is near."""
    for at in named:
        words = hearing.part(at)
        dated, _ = _date_beside(hearing, at, at, booked=False)
        if dated is None or not all(_may_stand(word) for word in words):
            continue
        off = (
            (dated.readings[0].year - hearing.today.year) * 12 + dated.readings[0].month - hearing.today.month
        )
        if off <= _SOON and not any(kind in word for word in words for kind in _PAST):
            yield _spanning(hearing, at, at, at, dated, None)


def _may_stand(word: Word) -> bool:
    return bool((_BESIDE | {"NUM", "MONTHNAME", "DATE", "ORDINAL"}) & word.kinds.keys())


def _awaited(hearing: Hearing, named: Sequence[int]) -> Iterator[ToCome]:
    """ "Still waiting for my CELPIP results", "I sat the IELTS last week, results aren't out yet"."""
    for match in hearing.matches("tests.pending"):
        if hearing.part_has(match.last, "ECA"):
            continue
        inside = [at for at in named if match.first <= at <= match.last]
        tests = [at for at in inside or named if "TEST" in hearing.words[at]] or inside
        at = tests[0] if tests else None
        first, last = min(match.first, at or match.first), max(match.last, at or match.last)
        yield ToCome(first, last, at)


def _spanning(
    hearing: Hearing, first: int, last: int, at: int | None, dated: Dated | None, soon: int | None
) -> ToCome:
    """The plan of which the words up to its date tell."""
    places = [
        first,
        last,
        *([dated.first, dated.last] if dated else []),
        *([soon] if soon is not None else []),
    ]
    told = dated.told if dated else None
    if dated is None and soon is not None and "AHEAD" in hearing.words[soon]:
        months = hearing.today.month - 1 + int(hearing.words[soon]["AHEAD"])
        told = f"{hearing.today.year + months // 12:04}-{months % 12 + 1:02}"
    return ToCome(min(places), max(places), at, told)


def _date_beside(hearing: Hearing, first: int, last: int, booked: bool) -> tuple[Dated | None, int | None]:
    """The day to come that stands beside words, and the "soon" or "next month"."""
    taken = {at for each in hearing.dates for at in range(each.first, each.last + 1)}
    bare = yearless(hearing.words, hearing.matches, hearing.today, ahead=True)
    to_come = [each for each in hearing.dates if each.readings[0] > hearing.today]
    to_come += [each for each in bare if taken.isdisjoint(range(each.first, each.last + 1))]
    near = [each for each in to_come if _is_beside(hearing, first, last, each.first, each.last)]
    if not booked:
        near = [each for each in near if not _is_dated_back(hearing.words, each.first)]
    soon = [
        at
        for at, word in enumerate(hearing.words)
        if ("NEXT" in word or "NEXTMONTH" in word or "AHEAD" in word)
        and _is_beside(hearing, first, last, at, at)
    ]
    return (near[0] if near else None), (soon[0] if soon else None)


def _is_beside(hearing: Hearing, first: int, last: int, start: int, end: int) -> bool:
    """Whether nothing but small words parts two stretches of words."""
    between = hearing.words[last + 1 : start] if start > last else hearing.words[end + 1 : first]
    apart = start > last or end < first
    small = all(_SMALL & word.kinds.keys() and "DID" not in word for word in between)
    return apart and len(between) <= _TO_ITS_DATE and small


def _is_dated_back(words: Sequence[Word], first: int) -> bool:
    """Whether "from" or "of" stands before a day: that of a test which was taken."""
    before = words[first - 1] if first else None
    return before is not None and any(kind in before for kind in _DATES_BACK) and "ON" not in before
