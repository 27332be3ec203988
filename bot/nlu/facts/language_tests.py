"""Language tests: which test, the scores by ability, when; and what cannot count (levels, overall bands).

Scores are read in runs: abilities, numbers and words such as "each" that stand close together are written as
a string of one letter each ("ANANANAN" for "L8 R7 W7 S7"), whose shape tells which number is whose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.nlu.facts.dates import Dated, is_score_before_month
from bot.nlu.facts.hearing import Fact, Hearing
from bot.nlu.facts.words import Word

ABILITIES = ("listening", "reading", "writing", "speaking")
_LETTERS = dict(zip("lrws", ABILITIES, strict=True))
LANGUAGE_OF = {"ielts_gt": "en", "celpip_g": "en", "pte_core": "en", "tef_canada": "fr", "tcf_canada": "fr"}
"""The official language that a test is of."""

_IN_ORDER = frozenset({"ielts_gt", "celpip_g"})
"""Tests whose four scores are always told in the order listening, reading, writing, speaking."""
_OVERALL_UP_TO = {"ielts_gt": 9, "celpip_g": 12, "pte_core": 90}

_NOT_AFTER_SCORE = (
    "YEARS",
    "MONTHS",
    "KID",
    "CURRENCY",
    "SCALEWORD",
    "OTHERUNIT",
    "OLD",
    "EXPERIENCE",
    "MONTHNAME",
    "AGO",
)
_NOT_BEFORE_SCORE = (
    "MONTHNAME",
    "CURRENCY",
    "NOCWORD",
    "FORMER_NOC",
    "FAMILYSIZE",
    "AGEWORD",
    "SINCE",
    "IAM",
    "PLUS",
)
_UNRELATED = frozenset(
    {
        "MARITAL",
        "DEGREE",
        "DOUBTFUL_DEGREE",
        "YEARS",
        "MONTHS",
        "CURRENCY",
        "JOBHEAD",
        "KID",
        "AGEWORD",
        "BORN",
        "OFFER",
    }
    | {"SIBLING", "ECA", "QUESTION", "EXPERIENCE", "FUNDSWORD", "NOCWORD", "TRADE_CERTIFICATE", "PNP", "WORK"}
)
_LOWEST_WRITTEN_TOGETHER = 3
"""Bands from which four digits in a row, such as 8777, are taken for scores."""
_LISTED = 3
"""Words at most in an item of a list."""
_AROUND_SCORES = 8
"""Other words at most in a message whose four numbers are scores of a test that is not named."""
_ORAL_REACH = 6
"""Words back to the "compréhension" or "expression" that "orale" or "écrite" goes on from."""
_HIGHEST_EXPRESSION = 20
"""TCF Canada gives writing and speaking up to 20 points, listening and reading 100 and more."""
_EXPIRED_REACH = 8
"""Words back from "expired" to the test or assessment that is."""
_DENOMINATORS = frozenset({9, 12, 20, 90, 300, 360, 450, 699})
"""What scores are out of: 8.5/9, 14/20, 498/699."""
_ROUNDED = 0.25
"""An overall band is the mean of the four, rounded to the next half."""
_GAP = 4
"""Words that may stand between two parts of one run."""


@dataclass(frozen=True)
class _Mark:
    kind: str
    value: Any
    at: int


@dataclass
class _Run:
    """Marks that belong together; ``kinds`` is their shape."""

    marks: list[_Mark]

    @property
    def kinds(self) -> str:
        return "".join(mark.kind for mark in self.marks)

    @property
    def first(self) -> int:
        return self.marks[0].at

    @property
    def last(self) -> int:
        return self.marks[-1].at


@dataclass
class _Test:
    """What was told about one test of one person."""

    person: str
    value: dict[str, Any]
    first: int
    last: int
    notes: list[tuple[str, Any, int]] = field(default_factory=list)


def _mark(hearing: Hearing, at: int) -> _Mark | None:
    word = hearing.words[at]
    for kind, letter in (
        ("TEST", "T"),
        ("WRONGTEST", "X"),
        ("FRAMEWORK", "F"),
        ("CEFR", "C"),
        ("OVERALL", "O"),
        ("REST", "R"),
    ):
        if kind in word:
            return _Mark(letter, word[kind], at)
    if "EACH" in word:
        return _Mark("E", None, at)
    if "ABILITY_ORDER" in word:
        return _Mark("Z", tuple(_LETTERS[letter] for letter in word["ABILITY_ORDER"]), at)
    if "ABILITY" in word:
        return _Mark("A", word["ABILITY"], at)
    if "ORAL" in word:
        return _Mark("A", _meant(hearing, at), at)
    if "NUM" in word and _may_be_score(hearing, at) and not _is_denominator(hearing, at):
        return _Mark("N", word["NUM"], at)
    if _is_plural(hearing, at):
        return _Mark("E", None, at)
    for kind in ("ABBREVIATION", "LETTER"):
        if kind in word and _beside_number(hearing, at):
            return _Mark("A", word[kind], at)
    return None


def _is_denominator(hearing: Hearing, at: int) -> bool:
    """The 9 of "listening 8.5/9", not of "8/7.5/7/9"."""
    words = hearing.words
    over = at > 1 and "SLASH" in words[at - 1] and "NUM" in words[at - 2]
    before, after = words[at - 3] if at > 2 else None, words[at + 1] if at + 1 < len(words) else None
    listed = any(word is not None and "SLASH" in word for word in (before, after))
    return over and not listed and words[at]["NUM"] in _DENOMINATORS


def _is_plural(hearing: Hearing, at: int) -> bool:
    """The s of "straight 7s", where no other letter stands for an ability."""
    word, before = hearing.words[at], hearing.words[at - 1] if at else None
    attached = before is not None and "NUM" in before and before.end == word.start
    return attached and word.text == "s" and sum("LETTER" in other for other in hearing.words) == 1


def _meant(hearing: Hearing, at: int) -> str:
    """The ability of "oral" or "écrit", which go on from "compréhension" or "expression" before them."""
    ability = str(hearing.words[at]["ORAL"])
    for back in range(at - 1, max(-1, at - 1 - _ORAL_REACH), -1):
        word = hearing.words[back].text
        if "STOP" in hearing.words[back] or word.startswith(("expression", "production", "expr")):
            return ability
        if word.startswith("comp"):
            return {"speaking": "listening", "writing": "reading"}[ability]
    return ability


def _may_be_score(hearing: Hearing, at: int) -> bool:
    words = hearing.words
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    before = words[at - 1] if at else None
    if "YEARNUM" in word or word["NUM"] > 9999 or ("NUMWORD" in word and word.text in ("un", "une", "one")):
        return False
    dated = after is not None and "MONTHNAME" in after and is_score_before_month(words, at)
    if after is not None and not dated and any(kind in after for kind in _NOT_AFTER_SCORE):
        return False
    if before is not None and (
        any(kind in before for kind in _NOT_BEFORE_SCORE) or "NEG" in before or "NOTBUT" in before
    ):
        return False
    separated = before is not None and any(kind in before for kind in ("COMMA", "STOP", "CORRECT"))
    return not (at > 1 and "NEG" in words[at - 2] and not separated and "NUM" not in words[at - 2])


def _beside_number(hearing: Hearing, at: int) -> bool:
    """Whether a lone letter has a number beside it, or stands in a row of such letters."""
    near = hearing.words[max(0, at - 2) : at] + hearing.words[at + 1 : at + 3]  # type: ignore[operator]
    return any(
        ("NUM" in word and "YEARNUM" not in word) or "LETTER" in word or "ABBREVIATION" in word
        for word in near
    )


def _runs(hearing: Hearing) -> list[_Run]:
    """Marks grouped: a run ends at an unrelated word, a change of person or a gap."""
    runs: list[_Run] = []
    current: list[_Mark] = []
    gap, broken = 0, False
    for at, word in enumerate(hearing.words):
        mark = _mark(hearing, at)
        if mark is None:
            broken = broken or any(kind in word for kind in _UNRELATED)
            gap += 0 if _is_small(word) else 1
            continue
        scope = hearing.scopes[at]
        if current:
            previous = hearing.scopes[current[-1].at]
            told = any(earlier.kind in "NT" for earlier in current)
            moved = scope.mood != previous.mood or (told and scope.person != previous.person)
            if broken or gap > _GAP or moved or mark.kind in "TXF":
                runs.append(_Run(current))
                current = []
        current.append(mark)
        gap, broken = 0, False
    return _with_exceptions(hearing, [*runs, _Run(current)] if current else runs)


def _with_exceptions(hearing: Hearing, runs: list[_Run]) -> list[_Run]:
    """ "7 in each in IELTS except 6.5 in writing": the test stands between the scores and the exceptions."""
    joined: list[_Run] = []
    for run in runs:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.kinds in ("NE", "EN")
            and all(_joins(word) for word in hearing.words[before.last + 1 : run.first])
            and re.fullmatch("T(?:(?:AN){1,3}|(?:NA){1,3})", run.kinds)
            and hearing.scopes[run.last].person == hearing.scopes[before.last].person
        ):
            joined[-1] = _Run([run.marks[0], *before.marks, *run.marks[1:]])
        else:
            joined.append(run)
    return joined


def _joins(word: Word) -> bool:
    """Whether a word can stand between "7 each" and the test: "of", "in the", "at"."""
    return any(kind in word for kind in ("IN", "OF", "TO", "ARTICLE"))


def _is_small(word: Word) -> bool:
    return any(
        kind in word
        for kind in ("COMMA", "SLASH", "DASH", "COLON", "AND", "IN", "BE", "STOP", "OPEN", "CLOSE", "OF")
    )


def _each_after(marks: list[_Mark]) -> list[_Mark]:
    """ "All 7s", "7 each" and "each 7" at the start of a run in one shape: the number, then "each"."""
    shape = re.match("E*NE*", "".join(mark.kind for mark in marks))
    if shape is None or "E" not in shape.group():
        return marks
    number = shape.group().index("N")
    each = marks[0] if number else marks[1]
    return [marks[number], _Mark("E", None, each.at), *marks[shape.end() :]]


def _shared(names: list[Any], numbers: list[Any]) -> dict[str, Any]:
    return dict(zip(names, numbers, strict=True)) if len(set(names)) == len(names) else {}


def _labelled(marks: list[_Mark]) -> dict[str, Any]:
    """Scores of a run with abilities, by the run's shape; nothing where the shape leaves a doubt."""
    marks = _each_after(marks)
    shape = "".join(mark.kind for mark in marks)
    if (rest := re.fullmatch(r"(?P<named>.+?)(?:RE?N|NR)", shape)) and "R" not in rest["named"]:
        number = next(mark.value for mark in reversed(marks) if mark.kind == "N")
        named = _labelled(marks[: rest.end("named")])
        return {**dict.fromkeys(ABILITIES, number), **named} if named else {}
    if re.fullmatch("NE(?:(?:AN)+|(?:NA)+)", shape):
        exceptions = _labelled(marks[2:])
        return {**dict.fromkeys(ABILITIES, marks[0].value), **exceptions} if exceptions else {}
    values = [mark.value for mark in marks]
    for row in ("AAAANNNN", "AAANNN", "AANN"):
        half = len(row) // 2
        if shape == row:
            return _shared(values[:half], values[half:])
        if shape == row[::-1]:
            return _shared(values[half:], values[:half])
    if re.fullmatch(r"(?:A+E?N)+", shape):
        groups = re.findall(r"A+E?N", shape)
    elif re.fullmatch(r"(?:NA+E?)+", shape):
        groups = re.findall(r"NA+E?", shape)
    else:
        return {}
    scores: dict[str, Any] = {}
    at = 0
    for group in groups:
        inside = marks[at : at + len(group)]
        at += len(group)
        number = next(mark.value for mark in inside if mark.kind == "N")
        for mark in inside:
            if mark.kind == "A":
                if mark.value in scores:
                    return {}
                scores[mark.value] = number
    return scores


def _oral_alone(hearing: Hearing, marks: list[_Mark]) -> bool:
    """Whether only "oral" and "écrit" are told, each of which may mean two abilities."""
    abilities = [mark for mark in marks if mark.kind == "A"]
    return len(abilities) > 1 and all("ORAL" in hearing.words[mark.at] for mark in abilities)


def _one_letter(hearing: Hearing, marks: list[_Mark]) -> bool:
    """Whether all there is is one number beside a letter or a verb: "I read 3"."""
    abilities = [mark for mark in marks if mark.kind == "A"]
    return len(abilities) == 1 and not any(
        kind in hearing.words[abilities[0].at] for kind in ("ABILITY", "ORAL")
    )


def _digits(number: Any, test: str | None) -> list[int] | None:
    """8777: four bands written together."""
    if (
        test not in (None, "ielts_gt", "celpip_g")
        or not isinstance(number, int)
        or not 1000 <= number <= 9999
    ):
        return None
    digits = [int(digit) for digit in str(number)]
    return digits if min(digits) >= _LOWEST_WRITTEN_TOGETHER else None


def _unlabelled(marks: list[_Mark], test: str | None) -> list[Any] | None:
    """Four scores without names, in the order listening, reading, writing, speaking."""
    apart = marks[0].kind == "E" and marks[-1].kind == "N" and marks[-1].at > marks[0].at + 1
    shape = "".join(mark.kind for mark in _each_after(marks))
    numbers = [mark.value for mark in marks if mark.kind == "N"]
    if shape == "NE" and numbers[0] > 0 and not apart:
        return numbers * 4
    if shape == "NNNNN" and test == "ielts_gt":
        bands = [numbers[1:], numbers[:-1]]
        means = [
            abs(sum(four) / 4 - each) for four, each in zip(bands, (numbers[0], numbers[-1]), strict=True)
        ]
        fitting = [four for four, off in zip(bands, means, strict=True) if off <= _ROUNDED]
        if len(fitting) == 1:
            return fitting[0]
    if shape == "N" and (digits := _digits(numbers[0], test)):
        return digits
    if shape == "NNNNN" and test in _IN_ORDER and numbers[-1] > _OVERALL_UP_TO[test]:
        return numbers[:-1]
    return numbers if shape == "NNNN" else None


def read_tests(hearing: Hearing) -> Iterator[Fact]:
    """``language_test``, ``scores``, ``overall_band``, ``language_levels`` and ``wrong_test``."""
    runs = _runs(hearing)
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


def _counts(hearing: Hearing, run: _Run) -> bool:
    head = run.marks[0]
    if head.kind in "TX" and (hearing.negated(head.at, 3) or _denied_after(hearing, head.at)):
        return False
    return hearing.stated(run.first) and hearing.stated(run.last) and hearing.scopes[run.last].clear


def _own_test(hearing: Hearing, at: int) -> bool:
    """Whether a test that is only named was taken: "I took IELTS", "IELTS" alone or in a list."""
    if hearing.part_has(at, "IHAVE", "SELF", "PARTNER", "HE", "TAKE", "CORRECT", "DATE", "EXPIRED"):
        return True
    if any("CORRECT" in word for word in hearing.words[:at]):
        return True
    return len([word for word in hearing.part(at) if "PLEASE" not in word and "STOP" not in word]) <= _LISTED


def _denied_after(hearing: Hearing, at: int) -> bool:
    """ "IELTS not taken yet", "IELTS pas encore passé"."""
    after = hearing.words[at + 1 : at + 4]
    for word in after:
        if any(kind in word for kind in ("COMMA", "STOP", "NUM", "TEST", "QUESTION")):
            return False
        if "NEG" in word:
            following = hearing.words[at + 2 : at + 6]
            return any("TAKE" in near or "NOTYET" in near for near in following) or "NOTYET" in word
    return False


def _test_near(hearing: Hearing, runs: list[_Run], number: int, named: dict[str, str | None]) -> str | None:
    """The test that a run of scores belongs to: the one named before, or the one named right after."""
    person = hearing.scopes[runs[number].last].person
    if person in named:
        return named[person]
    if (shared := _test_before(hearing, runs, number)) is not None:
        return shared
    if number + 1 < len(runs):
        upcoming = runs[number + 1]
        close = upcoming.first - runs[number].last <= _GAP
        if close and upcoming.kinds == "T" and hearing.scopes[upcoming.first].person == person:
            return str(upcoming.marks[0].value)
    return None


def _test_before(hearing: Hearing, runs: list[_Run], number: int) -> str | None:
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
            return test if most <= _OVERALL_UP_TO.get(test, most) else None
    return None


def _lent(hearing: Hearing, runs: list[_Run], number: int) -> bool:
    """Whether a test is named only for the scores of somebody else that follow: "TEF de mon mari : CO …"."""
    if runs[number].kinds != "T" or number + 1 >= len(runs):
        return False
    person, after = hearing.scopes[runs[number].last].person, runs[number + 1]
    other = hearing.scopes[after.last].person != person
    return other and _test_before(hearing, runs, number + 1) is not None and "T" not in after.kinds


def _scores(
    hearing: Hearing, marks: list[_Mark], test: str | None, person: str
) -> tuple[dict[str, Any], list[Fact]]:
    """The scores in a run, by ability; and what is told beside them."""
    marks, overall = _without_overall(marks)
    notes = [fact for mark in overall for fact in hearing.facts("overall_band", mark.value, mark.at, mark.at)]
    if not marks:
        return {}, notes
    orders = [mark for mark in marks if mark.kind == "Z"]
    numbers = [mark for mark in marks if mark.kind == "N"]
    if orders:
        ordered = [mark.value for mark in numbers]
        if len(ordered) == 1:
            ordered = _digits(ordered[0], test) or ordered
        return (dict(zip(orders[0].value, ordered, strict=True)) if len(ordered) == 4 else {}), notes
    if any(mark.kind in "AR" for mark in marks):
        doubtful = _oral_alone(hearing, marks) or (test is None and _one_letter(hearing, marks))
        return ({} if doubtful else _labelled(marks)), notes
    values = _unlabelled(marks, test)
    first, last = marks[0].at, marks[-1].at
    if values is None:
        single = numbers[0].value if len(numbers) == 1 and len(marks) == 1 else None
        if test and single is not None and 0 < single <= _OVERALL_UP_TO.get(test, 0):
            notes += hearing.facts("overall_band", single, first, first)
        return {}, notes
    if test is None and person == "self":
        if len(hearing.words) - (last - first + 1) > _AROUND_SCORES:
            return {}, notes
        return {}, notes + hearing.facts("scores", values, first, last)
    if len(set(values)) > 1 and test not in _IN_ORDER and not (test == "tcf_canada" and _tcf_order(values)):
        return dict(zip(ABILITIES[:2], values[:2], strict=True)) if test == "pte_core" else {}, notes
    return dict(zip(ABILITIES, values, strict=True)), notes


def _tcf_order(values: list[Any]) -> bool:
    """Whether the ranges show the order of the result sheet: listening and reading, then the expression."""
    return bool(min(values[:2]) > _HIGHEST_EXPRESSION >= max(values[2:]))


def _without_overall(marks: list[_Mark]) -> tuple[list[_Mark], list[_Mark]]:
    """Take an overall result out of a run: "overall 7.5, L8 …", "7 overall"."""
    shape = "".join(mark.kind for mark in marks)
    at = shape.find("O")
    if at < 0:
        return marks, []
    after = at + 1 if shape[at + 1 : at + 2] == "N" else -1
    before = at - 1 if at and shape[at - 1] == "N" and (at == 1 or shape[at - 2] != "A") else -1
    number = before if before >= 0 and (after < 0 or before == 0) else after
    if number < 0:
        return marks[:at] + marks[at + 1 :], []
    return [mark for place, mark in enumerate(marks) if place not in (at, number)], [marks[number]]


def _levels(hearing: Hearing, run: _Run) -> Iterator[Fact]:
    framework = next((mark.value for mark in run.marks if mark.kind == "F"), "CEFR")
    levels = [mark for mark in run.marks if mark.kind in "CN"]
    if not levels:
        return
    labelled = [mark for mark in run.marks if mark.kind in "ACNR"]
    shape = [_Mark("N" if mark.kind == "C" else mark.kind, mark.value, mark.at) for mark in labelled]
    by_ability = _labelled(shape) if any(mark.kind == "A" for mark in shape) else {}
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
        if (taken := _taken(hearing, test)) is not None:
            test.value["date"] = taken
        yield from hearing.facts("language_test", test.value, test.first, test.last)


def _taken(hearing: Hearing, test: _Test) -> str | None:
    """The date of the test: of a month, its first day, the earliest that the results can be of."""
    for dated in hearing.dates:
        distance = max(dated.first - test.last, test.first - dated.last)
        cue = hearing.words[max(0, dated.first - 5) : dated.first]
        other = any(
            kind in word for word in cue for kind in ("BORN", "ECA", "WORK", "SINCE", "EXPERIENCE", "DEGREE")
        )
        recent = dated.readings[0].year >= hearing.today.year - 10
        if distance <= 8 and not other and recent and _happened(hearing, dated):
            return dated.readings[0].isoformat()
    return _year_of_expired(hearing, test)


def _year_of_expired(hearing: Hearing, test: _Test) -> str | None:
    """The first day of the year that is told of an expired test: "my IELTS from 2021 has expired"."""
    for at in range(test.first, min(len(hearing.words), test.last + 8)):
        word = hearing.words[at]
        if "STOP" in word or "QUESTION" in word:
            break
        if "YEARNUM" in word and hearing.part_has(at, "EXPIRED") and word["NUM"] <= hearing.today.year:
            return f"{word['NUM']}-01-01"
    return None


def read_expired(hearing: Hearing) -> Iterator[Fact]:
    """``expired``: a language test or an assessment that is told to be no longer valid."""
    for at, word in enumerate(hearing.words):
        if "EXPIRED" not in word or hearing.negated(at, 3):
            continue
        for near in (*range(at - 1, max(-1, at - 1 - _EXPIRED_REACH), -1), at + 1):
            what = hearing.words[near] if near < len(hearing.words) else None
            if what is None or "STOP" in what or "QUESTION" in what:
                break
            if "ECA" in what or "TEST" in what or "ANYTEST" in what:
                told = "eca" if "ECA" in what else "language_test"
                yield from hearing.facts("expired", told, min(near, at), max(near, at))
                return


def _happened(hearing: Hearing, dated: Dated) -> bool:
    """Whether a date can be read in one way only, and is not still to come."""
    return len(dated.readings) == 1 and dated.readings[0] <= hearing.today and hearing.stated(dated.first)


def _test_date(hearing: Hearing, tests: list[_Test]) -> Iterator[Fact]:
    """ "My exam was on 14 June 2025", without naming the test."""
    if tests:
        return
    for dated in hearing.dates:
        before = hearing.words[max(0, dated.first - 6) : dated.first]
        told = any("ANYTEST" in word or "RESULTS" in word for word in before)
        other = any("ECA" in word or "BORN" in word for word in before)
        if told and not other and _happened(hearing, dated):
            day = dated.readings[0].isoformat()
            yield from hearing.facts("language_test", {"date": day}, dated.first, dated.last)
            return


def read_no_language(hearing: Hearing) -> Iterator[Fact]:
    """``no_language``: an official language not spoken or tested; ``no_test``: no test taken yet."""
    yield from _only_one(hearing)
    for at, word in enumerate(hearing.words):
        test = word.kinds.get("TEST") or word.kinds.get("ANYTEST")
        if (
            "LANGUAGE" in word
            and hearing.stated(at)
            and not hearing.part_has(at, "UNDERSTAND")
            and _not_spoken(hearing, at)
        ):
            yield from hearing.facts("no_language", {"language": word["LANGUAGE"]}, at, at)
        elif test and hearing.stated(at) and (hearing.negated(at, 5) or _denied_after(hearing, at)):
            if _corrected(hearing, at):
                continue
            language = LANGUAGE_OF.get(str(test)) or _language_within(word.text)
            yield from hearing.facts("no_test", {"language": language}, at, at)


def _only_one(hearing: Hearing) -> Iterator[Fact]:
    """ "Only English" as a whole message: the other official language is not spoken."""
    for at, word in enumerate(hearing.words[1:], 1):
        if "LANGUAGE" in word and "ONLY_SPEAKS" in hearing.words[at - 1]:
            other = {"en": "fr", "fr": "en"}[word["LANGUAGE"]]
            yield from hearing.facts("no_language", {"language": other}, at - 1, at)
            return
    words = [word for word in hearing.words if not ("PLEASE" in word or "STOP" in word)]
    if 1 <= len(words) <= 2 and "LANGUAGE" in words[-1] and any("ONLY" in word for word in hearing.words):
        at = next(place for place, word in enumerate(hearing.words) if "LANGUAGE" in word)
        other = {"en": "fr", "fr": "en"}[hearing.words[at]["LANGUAGE"]]
        yield from hearing.facts("no_language", {"language": other}, at, at)


def _not_spoken(hearing: Hearing, at: int) -> bool:
    if at and "ONLY_SPEAKS" in hearing.words[at - 1]:
        return False
    if hearing.part_has(at, "UNDERSTAND"):
        return False
    return hearing.negated(at, 4) or hearing.answered(at) is False


def _corrected(hearing: Hearing, at: int) -> bool:
    """Whether another test is named beside: "CELPIP, not IELTS"."""
    near = [*range(max(0, at - 4), at), *range(at + 1, min(len(hearing.words), at + 5))]
    return any(
        "WRONGTEST" in hearing.words[place]
        or ("TEST" in hearing.words[place] and not hearing.negated(place, 5))
        for place in near
    )


def _language_within(phrase: str) -> str | None:
    if "english" in phrase or "anglais" in phrase:
        return "en"
    return "fr" if "french" in phrase or "francais" in phrase else None
