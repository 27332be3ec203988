"""Language tests: which test, the scores by ability, when; and what cannot count (levels, overall bands).

Scores are read in runs: abilities, numbers and words such as "each" that stand close together are written as
a string of one letter each ("ANANANAN" for "L8 R7 W7 S7"), whose shape tells which number is whose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.dates import Dated
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.no_tests import denied_after
from bot.nlu.facts.score_runs import GAP, Mark, Run, runs_of
from bot.nlu.facts.score_shapes import (
    IN_ORDER,
    OVERALL_UP_TO,
    digits_of,
    labelled,
    tcf_order,
    unlabelled,
    without_overall,
)
from express_entry.vocabulary import ABILITIES

_LISTED = 3
"""Words at most in an item of a list."""
_AROUND_SCORES = 8
"""Other words at most in a message whose four numbers are scores of a test that is not named."""


@dataclass
class _Test:
    """What was told about one test of one person."""

    person: str
    value: dict[str, Any]
    first: int
    last: int
    notes: list[tuple[str, Any, int]] = field(default_factory=list)


def _oral_alone(hearing: Hearing, marks: list[Mark]) -> bool:
    """Whether only "oral" and "écrit" are told, each of which may mean two abilities."""
    abilities = [mark for mark in marks if mark.kind == "A"]
    return len(abilities) > 1 and all("ORAL" in hearing.words[mark.at] for mark in abilities)


def _one_letter(hearing: Hearing, marks: list[Mark]) -> bool:
    """Whether all there is is one number beside a letter or a verb: "I read 3"."""
    abilities = [mark for mark in marks if mark.kind == "A"]
    return len(abilities) == 1 and not any(
        kind in hearing.words[abilities[0].at] for kind in ("ABILITY", "ORAL")
    )


def read_tests(hearing: Hearing) -> Iterator[Fact]:
    """``language_test``, ``scores``, ``overall_band``, ``language_levels`` and ``wrong_test``."""
    runs = runs_of(hearing)
    tests: list[_Test] = []
    loose: list[Fact] = []
    named: dict[str, str | None] = {}
    for number, run in enumerate(runs):
        if not _counts(hearing, run):
            continue
        head, marks = run.marks[0], run.marks
        person = hearing.scopes[run.last].person
        if head.kind == "X":
            named[person] = None
            loose += hearing.facts("wrong_test", head.value, head.at, head.at)
            continue
        if head.kind == "F" or any(mark.kind == "C" for mark in marks):
            loose += _levels(hearing, run)
            marks = [mark for mark in marks if mark.kind == "T"]
            if not marks:
                continue
        test = head.value if head.kind == "T" else _test_near(hearing, runs, number, named)
        if head.kind == "T" and not _lent(hearing, runs, number):
            named[person] = test
        if test is None and person in named and named[person] is None:
            continue
        scored = [mark for mark in marks if mark.kind != "T"]
        if (ability := _ability_before(hearing, runs, number)) is not None:
            scored = [ability, *scored]
        if head.kind == "T" and len(run.marks) == 1 and not _own_test(hearing, head.at):
            continue
        if _lent(hearing, runs, number):
            continue
        found, notes = _scores(hearing, scored, test, person)
        value = {**({"test": test} if test else {}), **found}
        if found or (value and head.kind == "T"):
            tests.append(_Test(person, value, run.first, run.last))
        loose += notes
    yield from _merged_tests(hearing, tests)
    yield from loose
    yield from _test_date(hearing, tests)


def _ability_before(hearing: Hearing, runs: list[Run], number: int) -> Mark | None:
    """The ability whose one score stands behind the name of the test: "my writing in IELTS was 6.5"."""
    before, run = runs[number - 1] if number else None, runs[number]
    if before is None or run.kinds != "TN" or before.kinds != "A":
        return None
    between = hearing.words[before.last + 1 : run.first]
    apart = len(between) > GAP or any("STOP" in word or "COMMA" in word for word in between)
    return None if apart else before.marks[0]


def _counts(hearing: Hearing, run: Run) -> bool:
    head = run.marks[0]
    if head.kind in "TX" and (hearing.negated(head.at, 3) or denied_after(hearing, head.at)):
        return False
    return hearing.stated(run.first) and hearing.stated(run.last) and hearing.scopes[run.last].clear


def _own_test(hearing: Hearing, at: int) -> bool:
    """Whether a test that is only named was taken: "I took IELTS", "IELTS" alone or in a list."""
    if hearing.part_has(at, "IHAVE", "SELF", "PARTNER", "HE", "TAKE", "CORRECT", "DATE", "EXPIRED"):
        return True
    if any("CORRECT" in word for word in hearing.words[:at]):
        return True
    return len([word for word in hearing.part(at) if "PLEASE" not in word and "STOP" not in word]) <= _LISTED


def _test_near(hearing: Hearing, runs: list[Run], number: int, named: dict[str, str | None]) -> str | None:
    """The test that a run of scores belongs to: the one named before, or the one named right after."""
    person = hearing.scopes[runs[number].last].person
    if person in named:
        return named[person]
    if (shared := _test_before(hearing, runs, number)) is not None:
        return shared
    if number + 1 < len(runs):
        upcoming = runs[number + 1]
        close = upcoming.first - runs[number].last <= GAP
        if close and upcoming.kinds == "T" and hearing.scopes[upcoming.first].person == person:
            return str(upcoming.marks[0].value)
    return None


def _test_before(hearing: Hearing, runs: list[Run], number: int) -> str | None:
    """The test that a sentence names once for two people: "IELTS 7 each for me and 6 each for my wife"."""
    run = runs[number]
    if "N" not in run.kinds or hearing.scopes[run.last].person == "other":
        return None
    for earlier in reversed(runs[:number]):
        between = hearing.words[earlier.last : run.first]
        if any("STOP" in word or "QUESTION" in word for word in between):
            return None
        if earlier.kinds.startswith("T"):
            test = str(earlier.marks[0].value)
            most = max(mark.value for mark in run.marks if mark.kind == "N")
            return test if most <= OVERALL_UP_TO.get(test, most) else None
    return None


def _lent(hearing: Hearing, runs: list[Run], number: int) -> bool:
    """Whether a test is named only for the scores of somebody else that follow: "TEF de mon mari : CO …"."""
    if runs[number].kinds != "T" or number + 1 >= len(runs):
        return False
    person, after = hearing.scopes[runs[number].last].person, runs[number + 1]
    other = hearing.scopes[after.last].person != person
    return other and _test_before(hearing, runs, number + 1) is not None and "T" not in after.kinds


def _scores(
    hearing: Hearing, marks: list[Mark], test: str | None, person: str
) -> tuple[dict[str, Any], list[Fact]]:
    """The scores in a run, by ability; and what is told beside them."""
    marks, overall = without_overall(marks)
    notes = [fact for mark in overall for fact in hearing.facts("overall_band", mark.value, mark.at, mark.at)]
    if not marks:
        return {}, notes
    orders = [mark for mark in marks if mark.kind == "Z"]
    numbers = [mark for mark in marks if mark.kind == "N"]
    if orders:
        ordered = [mark.value for mark in numbers]
        if len(ordered) == 1:
            ordered = digits_of(ordered[0], test) or ordered
        return (dict(zip(orders[0].value, ordered, strict=True)) if len(ordered) == 4 else {}), notes
    if any(mark.kind in "AR" for mark in marks):
        doubtful = _oral_alone(hearing, marks) or (test is None and _one_letter(hearing, marks))
        return ({} if doubtful else labelled(marks)), notes
    values = unlabelled(marks, test)
    first, last = marks[0].at, marks[-1].at
    if values is None:
        single = numbers[0].value if len(numbers) == 1 and len(marks) == 1 else None
        if test and single is not None and 0 < single <= OVERALL_UP_TO.get(test, 0):
            notes += hearing.facts("overall_band", single, first, first)
        return {}, notes
    if test is None and person == "self":
        if len(hearing.words) - (last - first + 1) > _AROUND_SCORES:
            return {}, notes
        return {}, notes + hearing.facts("scores", values, first, last)
    if len(set(values)) > 1 and test not in IN_ORDER and not (test == "tcf_canada" and tcf_order(values)):
        return dict(zip(ABILITIES[:2], values[:2], strict=True)) if test == "pte_core" else {}, notes
    return dict(zip(ABILITIES, values, strict=True)), notes


def _levels(hearing: Hearing, run: Run) -> Iterator[Fact]:
    framework = next((mark.value for mark in run.marks if mark.kind == "F"), "CEFR")
    levels = [mark for mark in run.marks if mark.kind in "CN"]
    if not levels:
        return
    counted = [mark for mark in run.marks if mark.kind in "ACNR"]
    shape = [Mark("N" if mark.kind == "C" else mark.kind, mark.value, mark.at) for mark in counted]
    by_ability = labelled(shape) if any(mark.kind == "A" for mark in shape) else {}
    value: dict[str, Any] = {"framework": framework, **(by_ability or {"level": levels[0].value})}
    yield from hearing.facts("language_levels", value, run.first, run.last)


def _merged_tests(hearing: Hearing, tests: list[_Test]) -> Iterator[Fact]:
    """One fact for one test of one person."""
    merged: dict[tuple[str, str | None], _Test] = {}
    for test in tests:
        key = (test.person, test.value.get("test"))
        known = merged.setdefault(key, test)
        if known is not test:
            known.value.update(test.value)
            known.first, known.last = min(known.first, test.first), max(known.last, test.last)
    tests[:] = list(merged.values())
    scale = next((word["SCALE"] for word in hearing.words if "SCALE" in word), None)
    for test in tests:
        if scale and test.value.get("test") == "tef_canada":
            test.value["scale"] = scale
        if (taken := _taken(hearing, test, tests)) is not None:
            test.value["date"] = taken
        yield from hearing.facts("language_test", test.value, test.first, test.last)


def _taken(hearing: Hearing, test: _Test, tests: list[_Test]) -> str | None:
    """The date of the test, as precisely as it was told."""
    told = [dated for dated in hearing.dates if _of_a_test(hearing, dated)]
    for dated in told:
        distance = max(dated.first - test.last, test.first - dated.last)
        own = len(told) == 1 or _dated_by(dated, tests) is test
        if distance <= _TO_ITS_DATE and own and _happened(hearing, dated):
            return dated.told
    return _year_of_expired(hearing, test)


_TO_ITS_DATE = 8
"""Words between a test and its date."""


def _of_a_test(hearing: Hearing, dated: Dated) -> bool:
    """Whether a date can be that of a test: recent, and of nothing else."""
    cue = hearing.words[max(0, dated.first - 5) : dated.first]
    other = any(
        kind in word for word in cue for kind in ("BORN", "ECA", "WORK", "SINCE", "EXPERIENCE", "DEGREE")
    )
    return not other and dated.readings[0].year >= hearing.today.year - 10


def _dated_by(dated: Dated, tests: list[_Test]) -> _Test:
    """Of several tests, the one that a date belongs to: the last that is told before it, else the first."""
    before = [test for test in tests if test.last < dated.first]
    return max(before, key=lambda test: test.last) if before else min(tests, key=lambda test: test.first)


def _year_of_expired(hearing: Hearing, test: _Test) -> str | None:
    """The year that is told of an expired test: "my IELTS from 2021 has expired"."""
    for at in range(test.first, min(len(hearing.words), test.last + 8)):
        word = hearing.words[at]
        if "STOP" in word or "QUESTION" in word:
            break
        if "YEARNUM" in word and hearing.part_has(at, "EXPIRED") and word["NUM"] <= hearing.today.year:
            return str(word["NUM"])
    return None


def _happened(hearing: Hearing, dated: Dated) -> bool:
    """Whether a date can be read in one way only, and is not still to come."""
    return len(dated.readings) == 1 and dated.readings[0] <= hearing.today and hearing.stated(dated.first)


_SAT = frozenset({"taken", "took", "sat", "wrote", "written", "passe", "passee", "passes", "passees"})
"""What people do with a test, and with nothing else that has a date here."""


def _test_date(hearing: Hearing, tests: list[_Test]) -> Iterator[Fact]:
    """ "My exam was on 14 June 2025", without naming the test."""
    if tests:
        return
    for dated in hearing.dates:
        before = hearing.words[max(0, dated.first - 6) : dated.first]
        told = any("ANYTEST" in word or "RESULTS" in word or word.text in _SAT for word in before)
        other = any("ECA" in word or "BORN" in word for word in before)
        if told and not other and _happened(hearing, dated):
            partner = any("PARTNER" in word for word in hearing.words)  # "il" may be the test
            for fact in hearing.facts("language_test", {"date": dated.told}, dated.first, dated.last):
                yield fact if partner else replace(fact, person="self")
            return
