"""Language tests: which test, the scores by ability, when; and what cannot count (levels, overall bands).

Scores are read in runs: abilities, numbers and words such as "each" that stand close together are written as
a string of one letter each ("ANANANAN" for "L8 R7 W7 S7"), whose shape tells which number is whose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise, takewhile
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.bare_dates import is_recent, month_before
from bot.nlu.facts.dates import Dated, yearless
from bot.nlu.facts.family import taken
from bot.nlu.facts.guessed import is_guessed
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.no_tests import denied_after, is_denied, is_none_of, is_untaken, valid_until
from bot.nlu.facts.score_runs import GAP, Mark, Run, is_small, runs_of
from bot.nlu.facts.score_shapes import (
    IN_ORDER,
    OVERALL_UP_TO,
    digits_of,
    labelled,
    tcf_order,
    unlabelled,
    without_age,
    without_overall,
)
from bot.nlu.facts.tests_to_come import language_within, names_a_test, tests_to_come
from bot.nlu.facts.words import Word
from express_entry.language import HIGHEST_TOLD, told_as_levels
from express_entry.parameters import parameters
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
    if len(abilities) != 1:
        return False
    word = hearing.words[abilities[0].at]
    written = hearing.text[word.start : word.end]
    named = "ABILITY" in word or "ORAL" in word or ("ABBREVIATION" in word and written.isupper())
    return not named and not _is_all_there_is(hearing, marks)


def _is_all_there_is(hearing: Hearing, marks: list[Mark]) -> bool:
    """Whether nothing is said but an ability, its score and that one before was wrong: "sorry, W 7"."""
    marked = {mark.at for mark in marks}
    rest = [word for at, word in enumerate(hearing.words) if at not in marked]
    return len(marks) == 2 and all(_BESIDE_A_SLIP & word.kinds.keys() for word in rest)


_BESIDE_A_SLIP = frozenset(
    {"WRONG", "CORRECT", "SLIP", "PLEASE", "NO", "BE", "COMMA", "STOP", "COLON", "DASH", "AND", "ALSO"}
)
"""Kinds of words that tell nothing but that a score is another one."""


def read_tests(hearing: Hearing) -> Iterator[Fact]:
    """``language_test``, ``scores``, ``overall_band``, ``language_levels`` and ``wrong_test``."""
    runs = runs_of(hearing)
    tests: list[_Test] = []
    loose: list[Fact] = []
    named: dict[str, str | None] = {}
    for number, run in enumerate(runs):
        if not _counts(hearing, run) or _is_behind_a_whole_test(hearing, run, tests):
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
        found, notes = _scores(hearing, scored, test, person, run.corrects)
        if (levels := told_as_levels(test, found)) is not None:
            loose += hearing.facts("language_levels", levels, run.first, run.last)
            found = {}
        value = {**({"test": test} if test else {}), **found}
        if found or (value and head.kind == "T"):
            tests.append(_Test(person, value, run.first, run.last))
        loose += notes
    yield from _merged_tests(hearing, tests)
    yield from loose
    yield from _test_date(hearing, tests)
    yield from _ambiguous_date(hearing, tests)


def _is_behind_a_whole_test(hearing: Hearing, run: Run, tests: Sequence[_Test]) -> bool:
    """Whether a number stands alone behind all scores of a test: "7 6 6.5 7. level 3" has none of it."""
    person = hearing.scopes[run.last].person
    return run.kinds == "N" and any(
        each.person == person and each.value.keys() >= {*ABILITIES} for each in tests
    )


def _ambiguous_date(hearing: Hearing, tests: list[_Test]) -> Iterator[Fact]:
    """ "IELTS 7 7 7 7 taken 10/02/2026": a ``date``, of which is asked in which month it is."""
    if len(tests) == 1 and "date" not in tests[0].value:
        for dated in hearing.dates:
            days = [day.isoformat() for day in _past(hearing, dated)]
            if len(days) > 1 and _of_a_test(hearing, dated):
                yield from hearing.facts("date", {"readings": days}, dated.first, dated.last, sure=False)
                return


def _ability_before(hearing: Hearing, runs: list[Run], number: int) -> Mark | None:
    """The ability whose one score stands behind the name of the test: "my writing in IELTS was 6.5"."""
    before, run = runs[number - 1] if number else None, runs[number]
    if before is None or not re.fullmatch("TN(?:AN)*", run.kinds) or before.kinds != "A":
        return None
    between = hearing.words[before.last + 1 : run.first]
    apart = len(between) > GAP or any("STOP" in word or "COMMA" in word for word in between)
    return None if apart else before.marks[0]


def _counts(hearing: Hearing, run: Run) -> bool:
    head = run.marks[0]
    if run.kinds == "T" and (is_untaken(hearing, head.at) or _is_to_come(hearing, head.at)):
        return False
    said_anew = hearing.words[head.at].text.split()[0] in _SAYS_ANEW
    if (
        head.kind in "TX"
        and not said_anew
        and (is_denied(hearing, head.at, 3) or denied_after(hearing, head.at))
    ):
        return False
    if "N" in run.kinds and is_guessed(hearing, run):
        return False
    return hearing.stated(run.first) and hearing.stated(run.last)


_SAYS_ANEW = frozenset({"it", "its", "c'", "mine", "le"})
"""How the words for a kind of test begin that are a sentence of their own, which no denial before them is
about: "no no it's general"."""


def _is_to_come(hearing: Hearing, at: int) -> bool:
    """Whether the words of a test or a day tell of one without results."""
    return any(at in plan for plan in tests_to_come(hearing))


def _own_test(hearing: Hearing, at: int) -> bool:
    """Whether a test that is only named was taken: "I took IELTS", "IELTS" alone or in a list."""
    if hearing.part_has(
        at, "IHAVE", "SELF", "PARTNER", "HE", "TAKE", "CORRECT", "DATE", "EXPIRED", "MONTHNAME"
    ):
        return True
    opening = next((word for word in hearing.words if "PLEASE" not in word), hearing.words[0])
    puts_right = "NO" in opening and not is_denied(hearing, at, at)  # "no it was CELPIP"
    if puts_right or any("CORRECT" in word for word in hearing.words[:at]):
        return True
    small = ("PLEASE", "STOP", "ARTICLE", "ALSO")
    return len([word for word in hearing.part(at) if not any(kind in word for kind in small)]) <= _LISTED


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
        slip = re.fullmatch("T(?:AN)+", upcoming.kinds) and _is_a_slip(hearing, upcoming)
        if close and (upcoming.kinds == "T" or slip) and hearing.scopes[upcoming.first].person == person:
            return str(upcoming.marks[0].value)
    return None


def _is_a_slip(hearing: Hearing, run: Run) -> bool:
    """Whether what follows a test puts scores told before it right: "L 7 … in IELTS, err L 7.5"."""
    between = hearing.words[run.first : run.marks[1].at]
    return any(kind in word for word in between for kind in _SLIPS)


def _test_before(hearing: Hearing, runs: list[Run], number: int) -> str | None:
    """The test that is named once for two people: "IELTS 7 each for me and 6 each for my wife"."""
    run = runs[number]
    if "N" not in run.kinds or hearing.scopes[run.last].person == "other":
        return None
    named = {mark.value for each in runs for mark in each.marks if mark.kind in "TX"}
    of_one = len(named) == 1 and run.kinds in ("NNNN", "NE", "N")
    for earlier in reversed(runs[:number]):
        between = hearing.words[earlier.last : run.first]
        if any(("STOP" in word and not of_one) or "QUESTION" in word for word in between):
            return None
        if earlier.kinds.startswith("T"):
            test = str(earlier.marks[0].value)
            scores = [mark.value for mark in run.marks if mark.kind == "N"]
            most = max(digits_of(scores[0], test) or scores if run.kinds == "N" else scores)
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
    hearing: Hearing, marks: list[Mark], test: str | None, person: str, corrects: bool = False
) -> tuple[dict[str, Any], list[Fact]]:
    """The scores in a run, by ability; and what is told beside them."""
    marks, overall = without_overall(without_age(marks))
    notes = [fact for mark in overall for fact in hearing.facts("overall_band", mark.value, mark.at, mark.at)]
    if not marks:
        return {}, notes
    marks = _without_range(marks)
    orders = [mark for mark in marks if mark.kind == "Z"]
    numbers = [mark for mark in marks if mark.kind == "N"]
    if orders:
        ordered = [mark.value for mark in numbers]
        if len(ordered) == 1:
            ordered = digits_of(ordered[0], test) or ordered
        return (dict(zip(orders[0].value, ordered, strict=True)) if len(ordered) == 4 else {}), notes
    if test is None and _is_the_rest(hearing, marks):
        rest = [mark.value for mark in numbers]
        return {}, notes + hearing.facts("scores", rest, marks[0].at, marks[-1].at)
    if any(mark.kind in "AR" for mark in marks):
        if (all_but := _all_but(hearing, marks)) is not None:
            return all_but, notes
        marks = _put_right(hearing, marks)
        doubtful = _oral_alone(hearing, marks) or (
            test is None and not corrects and _one_letter(hearing, marks)
        )
        return ({} if doubtful else labelled(marks)), notes
    values = unlabelled(marks, test)
    first, last = marks[0].at, marks[-1].at
    if values is None:
        single = numbers[0].value if len(numbers) == 1 and len(marks) == 1 else None
        if (
            test
            and single is not None
            and first not in taken(hearing)
            and 0 < single <= OVERALL_UP_TO.get(test, 0)
        ):
            notes += hearing.facts("overall_band", single, first, first)
        return {}, notes
    if test is None and (language := _language_of_scores(hearing, Run(marks), values)) is not None:
        return {**dict(zip(ABILITIES, values, strict=True)), "language": language}, notes
    if test is None and person == "self":
        if len(hearing.words) - (last - first + 1) > _AROUND_SCORES:
            return {}, notes
        return {}, notes + hearing.facts("scores", values, first, last)
    in_order = _is_in_order(test, values) or (test is None and max(values) <= _HIGHEST_BAND)
    if len(set(values)) > 1 and not in_order:
        return dict(zip(ABILITIES[:2], values[:2], strict=True)) if test == "pte_core" else {}, notes
    return dict(zip(ABILITIES, values, strict=True)), notes


def _is_the_rest(hearing: Hearing, marks: list[Mark]) -> bool:
    """Whether numbers are those of the abilities not told yet: "the rest 7", "the others are 8 7.5 7", or a
    message of two or three."""
    shape = "".join(mark.kind for mark in marks)
    marked = {mark.at for mark in marks}
    alone = all(is_small(word) for at, word in enumerate(hearing.words) if at not in marked)
    named = "R" in shape and re.fullmatch("RE?N{1,3}E?|N{1,3}R", shape) is not None
    return named or (alone and shape in ("NN", "NNN"))


def _all_but(hearing: Hearing, marks: list[Mark]) -> dict[str, Any] | None:
    """ "7 in all but writing": the score of all others; None of any other shape."""
    if not re.fullmatch("(?:NE|EN)A{1,3}", "".join(mark.kind for mark in marks)):
        return None
    between = hearing.words[marks[1].at + 1 : marks[2].at]
    if not any("BUT" in word or "OUTSIDE" in word for word in between):
        return None
    left_out = {mark.value for mark in marks if mark.kind == "A"}
    value = next(mark.value for mark in marks if mark.kind == "N")
    return {ability: value for ability in ABILITIES if ability not in left_out}


def _language_of_scores(hearing: Hearing, run: Run, values: Sequence[Any]) -> str | None:
    """The language of four numbers of a test that is not named: "six in all in English". Small ones beside
    French are no scores of its tests; what "and with" leads in is wished."""
    if any("AND" in word for word in hearing.words[:1]) and any(
        "WITH" in word for word in hearing.words[1:2]
    ):
        return None
    named = {
        language: at
        for at, word in enumerate(hearing.words)
        if (language := word.kinds.get("LANGUAGE") or _of_its_test(word)) and not hearing.negated(at, 2)
    }
    test = next((each for each, at in named.items() if _of_its_test(hearing.words[at])), None)
    near = test is not None and 0 < run.first - named[test] <= GAP
    language = (test if near else _language_beside(hearing, run)) if len(named) == 1 else None
    return language if language == FRAMEWORKS["CLB"] or min(values) > _HIGHEST_LEVEL else None


def _of_its_test(word: Word) -> str | None:
    """The language that a word for a test names: "my English test"."""
    return language_within(word.text) if "ANYTEST" in word else None


def _without_range(marks: list[Mark]) -> list[Mark]:
    """Four scores without what only tells their order: "7 6.5 6 7 listening to speaking"."""
    told = [mark.value for mark in marks if mark.kind == "A"]
    if sorted(mark.kind for mark in marks) != [*"AANNNN"] or told != [ABILITIES[0], ABILITIES[-1]]:
        return marks
    return [mark for mark in marks if mark.kind == "N"]


_HIGHEST_BAND = 12
"""Scores up to this are of a test whose four are told in the order in which they are asked for."""


def _is_in_order(test: str | None, values: Sequence[Any]) -> bool:
    """Whether four scores without names are taken in the order in which they are asked for."""
    return test in IN_ORDER or (test in ("tcf_canada", None) and tcf_order(values))


_SLIPS = ("WRONG", "CORRECT", "SLIP", "NO")
"""Words that tell that a score was a slip."""


def _put_right(hearing: Hearing, marks: list[Mark]) -> list[Mark]:
    """The scores with the right one in the place of a slip: "L 7.5 R 7 W 6 S 7, oops W 6.5"."""
    if not re.fullmatch("(?:AN)+", "".join(mark.kind for mark in marks)):
        return marks
    kept: dict[Any, tuple[Mark, Mark]] = {}
    for ability, number in zip(marks[::2], marks[1::2], strict=True):
        slip = kept.get(ability.value)
        if slip is not None:
            between = hearing.words[slip[1].at + 1 : number.at + _BEHIND_A_SLIP]
            if not any(kind in word for word in between for kind in _SLIPS):
                return marks
        kept[ability.value] = ability, number
    return [mark for pair in kept.values() for mark in pair]


_BEHIND_A_SLIP = 4
"""Words behind the right score among which stands an excuse: "ee 425 sorry"."""


def _language_beside(hearing: Hearing, run: Run) -> str | None:
    """The language that is named right behind levels, or before them: "NCLC 7 in French", "French: B2"."""
    after = range(run.last + 1, min(len(hearing.words), run.last + 1 + GAP))
    before = range(run.first - 1, max(0, run.first - GAP) - 1, -1)
    for near in (after, before):
        for at in near:
            word = hearing.words[at]
            if "LANGUAGE" in word:
                if is_none_of(hearing, at) or hearing.negated(at, 2):
                    break
                return str(word["LANGUAGE"])
            if any(kind in word for kind in ("AND", "COMMA", "STOP", "QUESTION", "NUM", "BUT")):
                break
    return None


_HIGHEST_LEVEL = 12
FRAMEWORKS = {"CLB": "en", "NCLC": "fr"}
"""The language whose levels a framework has; of the other one it is said beside: "CLB 7 in French"."""


def _levels(hearing: Hearing, run: Run) -> Iterator[Fact]:
    framework = next((mark.value for mark in run.marks if mark.kind == "F"), "CEFR")
    levels = [mark for mark in run.marks if mark.kind in "CN"]
    if not levels:
        return
    counted = [
        mark
        for mark in _without_others(hearing, run.marks)
        if mark.kind in "ACENR" and not (mark.kind == "N" and mark.value > _HIGHEST_LEVEL)
    ]  # "CLB 5 gives me 50 points"
    if (two := _level_of_two_languages(hearing, counted)) is not None:
        yield from two
        return
    found = _level_of_each(
        [Mark("N" if mark.kind == "C" else mark.kind, mark.value, mark.at) for mark in counted]
    )
    if not found:
        return
    value: dict[str, Any] = {"framework": framework, **found}
    told = Run([mark for mark in run.marks if mark.kind == "F" or mark in counted])
    if _are_over(hearing, told):
        yield from hearing.facts("expired", "language_test", told.first, told.last)
        return
    spoken = _language_beside(hearing, told)
    if spoken is not None and spoken != FRAMEWORKS.get(framework):
        value["language"] = spoken
    facts = hearing.facts("language_levels", value, told.first, told.last)
    yield from (_as_owned_behind(hearing, told.last, fact) for fact in facts)


def _are_over(hearing: Hearing, run: Run) -> bool:
    """Whether levels are those of results that count no more: "I had CLB 7 in 2021"."""
    here = hearing.scopes[run.last].part
    beside = [
        dated for dated in (*hearing.dates, *_years(hearing)) if hearing.scopes[dated.first].part == here
    ]
    return any(_of_a_test(hearing, dated) and _counts_no_more(dated, hearing.today) for dated in beside)


def _counts_no_more(dated: Dated, today: date) -> bool:
    """Whether results of that day, or of any day of that month or year, are too old."""
    years, day = int(parameters().figure("language_years", today)), dated.readings[0]
    if dated.exact == "year":
        return day.year + years < today.year
    return (day.year + years, day.month) < (today.year, today.month)


def _as_owned_behind(hearing: Hearing, last: int, fact: Fact) -> Fact:
    """A level of which is said behind it that it is the partner's: "that CLB 10 is my wife's, not mine"."""
    behind = hearing.words[last + 1 : last + 1 + _TO_ITS_OWNER]
    between = [*takewhile(lambda word: "PARTNER" not in word, behind)]
    owned = len(between) < len(behind) and between and "BE" in between[0]
    if not owned or any(not _BEFORE_AN_OWNER & word.kinds.keys() for word in between):
        return fact
    rest = hearing.words[last + 1 + len(between) :]
    not_mine = any("NOTBUT" in one and "SELF" in other for one, other in pairwise(rest))
    value = {**fact.value, "not_mine": True} if not_mine else fact.value
    return replace(fact, value=value, person="partner", named=True, mode="replace")


_TO_ITS_OWNER = 6
_BEFORE_AN_OWNER = frozenset({"BE", "ARTICLE", "OF", "IN", "SELF", "WHO", "ASK", "ABBREVIATION"})
"""Words between a level and whose it is: « c'est celui de ma femme »."""


def _without_others(hearing: Hearing, marks: list[Mark]) -> list[Mark]:
    """Marks up to a number that is no level, as "CLB 10, she's 31" and « NCLC 6, les deux en mai », or that
    other words part from the level: "CLB 9 and took it 2 times"."""
    for place, mark in enumerate(marks):
        before = marks[place - 1] if place else None
        if mark.kind != "N" or (before is not None and before.kind == "F"):
            continue
        between = hearing.words[before.at + 1 : mark.at] if before is not None and before.kind in "NE" else []
        apart = any(not is_small(word) and not _BESIDE_LEVELS & word.kinds.keys() for word in between)
        of_one = place + 1 < len(marks) and marks[place + 1].kind in "AR"
        counts = "NUMWORD" in hearing.words[mark.at] and any("COMMA" in word for word in between)
        if mark.value > HIGHEST_TOLD or counts or (apart and not of_one):
            return marks[:place]
    return marks


_BESIDE_LEVELS = frozenset({"LANGUAGE", "BUT", "ARTICLE", "TO"})
"""Words between two levels: "CLB 9 in English and 7 in French", "CLB 9 but an 8 in writing"."""


def _level_of_two_languages(hearing: Hearing, marks: list[Mark]) -> list[Fact] | None:
    """ "CLB 9 in English and 7 in French": one framework for the levels of both; None for anything else."""
    spoken = [_language_beside(hearing, Run([mark])) for mark in marks if mark.kind == "N"]
    if len(marks) != len(spoken) or {*spoken} != {*FRAMEWORKS.values()} or len(spoken) != len(FRAMEWORKS):
        return None
    frameworks = {language: framework for framework, language in FRAMEWORKS.items()}
    return [
        fact
        for mark, language in zip(marks, spoken, strict=True)
        for fact in hearing.facts(
            "language_levels",
            {"framework": frameworks[str(language)], "level": mark.value},
            mark.at,
            mark.at,
        )
    ]


def _level_of_each(marks: list[Mark]) -> dict[str, Any]:
    """Levels by ability, or the one ``level`` of all; nothing where it is not clear which is whose.

    "CLB 9 except writing 8" has a level for all and its exceptions, "CLB 9/8/8/9" the order of the tests.
    """
    shape, numbers = "".join(mark.kind for mark in marks), [mark.value for mark in marks if mark.kind == "N"]
    if re.fullmatch("N(?:(?:AN)+|(?:NA)+)", shape):
        marks = [marks[0], Mark("E", None, marks[0].at), *marks[1:]]
    if "A" in shape:
        return labelled(marks)
    if len(numbers) == len(ABILITIES) and len(set(numbers)) > 1:
        return dict(zip(ABILITIES, numbers, strict=True))
    return {"level": numbers[0]} if len(set(numbers)) == 1 else {}


def _merged_tests(hearing: Hearing, tests: list[_Test]) -> Iterator[Fact]:
    """One fact for one test of one person; of two attempts the last one."""
    merged: dict[tuple[str, str | None], _Test] = {}
    tests[:] = _without_earlier_attempts(hearing, tests)
    for test in tests:
        key = (test.person, test.value.get("test"))
        known = merged.setdefault(key, test)
        if known is not test:
            known.value.update(test.value)
            known.first, known.last = min(known.first, test.first), max(known.last, test.last)
    tests[:] = list(merged.values())
    scale = next((word["SCALE"] for word in hearing.words if "SCALE" in word), None)
    for test in tests:
        unnamed = "test" not in test.value and scale == _OLD_SCALE
        if scale and (unnamed or test.value.get("test") == "tef_canada"):
            test.value["scale"] = scale
        if "date" not in test.value and (taken := _taken(hearing, test, tests)) is not None:
            test.value["date"] = taken
        yield from hearing.facts("language_test", test.value, test.first, test.last)


_OLD_SCALE = "ancien_score"
"""The scale that only TEF Canada has; what is out of 699 may be TCF Canada as well."""


def _without_earlier_attempts(hearing: Hearing, tests: list[_Test]) -> list[_Test]:
    """Of a test that somebody took more than once, each time with all four scores, the last attempt, dated by
    itself: "IELTS 6 each in 2024, retook in May 2026: 7 each"."""
    whole = [test for test in tests if test.value.keys() >= {"test", *ABILITIES}]
    for test in whole:
        others = [each for each in whole if each.person == test.person]
        attempts = [each for each in others if each.value["test"] == test.value["test"]]
        if len(attempts) < 2 or test is not attempts[0]:
            continue
        dates = _dates_of_attempts(hearing, attempts)
        if all(dates):
            last = max(range(len(attempts)), key=lambda at: (str(dates[at]), at))
        else:
            last = 0 if _was_before(hearing, attempts[1]) else len(attempts) - 1
        kept = attempts[last]
        kept.value |= {"date": dates[last]} if dates[last] else {}
        tests = [each for each in tests if each is kept or each not in attempts]
    return tests


def _dates_of_attempts(hearing: Hearing, attempts: Sequence[_Test]) -> list[str | None]:
    """When each attempt was: as many dates as attempts go to them in a row; a single one between two is
    that of the second where "again" leads it in."""
    told = {at for each in hearing.dates for at in range(each.first, each.last + 1)}
    alone = [each for each in _years(hearing) if each.first not in told]
    found = sorted((*_dates(hearing), *alone), key=lambda dated: dated.first)
    found = [dated for dated in found if dated.readings[0] <= hearing.today]
    if len(found) == len(attempts):
        return [dated.told for dated in found]
    dates: list[str | None] = [None] * len(attempts)
    if len(found) == 1:
        behind = [at for at, each in enumerate(attempts) if each.last < found[0].first]
        at = behind[-1] if behind else 0
        led = hearing.words[attempts[at].last + 1 : found[0].first] if behind else ()
        again = any("AGAIN" in word or "PRESENT" in word for word in led) and at + 1 < len(attempts)
        dates[at + again] = found[0].told
    return dates


def _was_before(hearing: Hearing, attempt: _Test) -> bool:
    """Whether scores are told to be those of an earlier attempt: "(before it was 7 6.5 6 6.5)"."""
    near = hearing.words[max(0, attempt.first - _TO_BEFORE) : attempt.first]
    return any(word.text in _BEFORE for word in near)


_TO_BEFORE = 5
_BEFORE = frozenset({"before", "previously", "earlier", "originally", "avant", "auparavant", "initialement"})


def _taken(hearing: Hearing, test: _Test, tests: list[_Test]) -> str | None:
    """The date of the test, as precisely as it was told."""
    told = [dated for dated in _dates(hearing) if _of_a_test(hearing, dated)]
    for dated in sorted(told, key=lambda dated: not _within(dated, test)):
        distance = max(dated.first - test.last, test.first - dated.last)
        both = any("BOTH" in word for word in hearing.words)
        shared = len(told) == 1 and (len(tests) == 1 or both)
        own = (shared or _dated_by(hearing, dated, tests) is test) and (
            both or not _names_another(hearing, dated, test)
        )
        near = distance <= _TO_ITS_DATE or _is_of_both(hearing, dated)
        if near and own and _happened(hearing, dated):
            return _when(hearing, dated)
    bare = (each.told for each in _yearless(hearing) if _stands_with(hearing, each, test, tests))
    return next(bare, None) or _year_of_expired(hearing, test) or _years_before_its_end(hearing, test, tests)


def _years_before_its_end(hearing: Hearing, test: _Test, tests: list[_Test]) -> str | None:
    """When a test was taken that is told to be valid until a day to come: as long before as results count."""
    ends = (
        valid_until(hearing, at)
        for at in range(test.first, len(hearing.words))
        if "RUNS_OUT" in hearing.words[at] and len(tests) == 1
    )
    end = next((each for each in ends if each is not None), None)
    if end is None:
        return None
    years = parameters().figure("language_years", hearing.today)
    return f"{int(end.told[:4]) - int(years)}{end.told[4:]}"


def _yearless(hearing: Hearing) -> list[Dated]:
    """The days and months without a year, and years alone, that can be those of a test that was taken."""
    told = {at for each in hearing.dates for at in range(each.first, each.last + 1)}
    bare = yearless(hearing.words, hearing.matches, hearing.today, ahead=False)
    return [
        each
        for each in [*bare, *_years(hearing)]
        if told.isdisjoint(range(each.first, each.last + 1))
        and not _is_to_come(hearing, each.first)
        and _of_a_test(hearing, each)
        and hearing.stated(each.first)
    ]


def _begins_another(hearing: Hearing, dated: Dated) -> bool:
    """Whether a date behind a comma, or a year, belongs to what follows: "IELTS 7 each, 2019 bachelor"."""
    words = hearing.words
    before = words[dated.first - 1] if dated.first else None
    after = words[dated.last + 1] if dated.last + 1 < len(words) else None
    if after is None:
        return False
    told = any(kind in after for kind in ("SELF", "IHAVE", "IAM"))  # "and in March I moved"
    loose = dated.exact == "year" or (before is not None and "COMMA" in before)
    return told or (loose and not _AFTER_A_DATE & after.kinds.keys())


_AFTER_A_DATE = frozenset(
    {"STOP", "COMMA", "AND", "BUT", "QUESTION", "COLON", "OPEN", "CLOSE", "DASH", "WITH", "PLEASE"}
)
"""Kinds of words with which a clause ends behind its date."""


def _years(hearing: Hearing) -> Iterator[Dated]:
    """The years that are told without a month: "IELTS from 2020"."""
    for at, word in enumerate(hearing.words):
        if "YEARNUM" in word and word["NUM"] <= hearing.today.year:
            yield Dated(at, at, "year", (date(int(word["NUM"]), 1, 1),))


def _stands_with(hearing: Hearing, dated: Dated, test: _Test, tests: list[_Test]) -> bool:
    """Whether a date without a year is that of a test: nothing but what is said of taking it parts them."""
    if _is_of_both(hearing, dated):
        return True
    behind = _follows(hearing, test.last, dated) and not _begins_another(hearing, dated)
    beside = behind or _precedes(hearing, dated, test.first)
    return _dated_by(hearing, dated, tests) is test and (_within(dated, test) or beside)


def _is_of_both(hearing: Hearing, dated: Dated) -> bool:
    """Whether a date is told once for both: "both of us took IELTS in June, I got 7 each and she 6 each"."""
    both = [at for at, word in enumerate(hearing.words) if "BOTH" in word]
    if any(_follows(hearing, at, dated) for at in both):
        return True
    named = [at for at in range(dated.last) if "TEST" in hearing.words[at]]
    beside = bool(both and named) and abs(named[-1] - both[0]) <= _TO_ITS_DATE
    return beside and (named[-1] >= dated.first or _follows(hearing, named[-1], dated))


def _follows(hearing: Hearing, last: int, dated: Dated) -> bool:
    between = hearing.words[last + 1 : dated.first]
    sat = any(word.text in _SAT_IT or "DID" in word for word in between)  # ". I wrote it in July"
    taken = all(_is_of_taking(word) or (sat and ("STOP" in word or "AND" in word)) for word in between)
    return last < dated.first and len(between) <= _TO_ITS_DATE and taken


def _precedes(hearing: Hearing, dated: Dated, first: int) -> bool:
    """Whether a date stands before a test in its clause: "in March I took IELTS", "2024 CELPIP"."""
    between, before = hearing.words[dated.last + 1 : first], hearing.words[dated.first - 1 : dated.first]
    begins = dated.exact != "year" or all(_parts(word) or "COMMA" in word for word in before)
    near = dated.last < first and len(between) <= _TO_ITS_DATE and begins
    return near and all(_is_of_taking(word) and "COMMA" not in word for word in between)


def _is_of_taking(word: Word) -> bool:
    return bool(_OF_TAKING & word.kinds.keys()) or word.text in _SAT_IT or word.text == "it"


_OF_TAKING = frozenset(
    {
        "COMMA",
        "COLON",
        "IN",
        "ON",
        "OF",
        "FROM",
        "BE",
        "PAST_BE",
        "TAKEN",
        "TAKE",
        "DID",
        "ANYTEST",
        "RESULTS",
    }
    | {"ARTICLE", "SELF", "HE", "IHAVE", "HAVE", "EACH", "LANGUAGE", "OPEN", "BOTH", "THIS_IS", "TEST", "THE"}
)
"""Kinds of words that tell of taking a test, and part it from no date."""


def _dates(hearing: Hearing) -> list[Dated]:
    """All dates, and right behind a test what is told from today: "my test was last month"."""
    return [*hearing.dates, *_from_today(hearing)]


def _from_today(hearing: Hearing) -> Iterator[Dated]:
    for match in hearing.matches("answers.relative_day"):
        first, last = match.start(), match.end() - 1
        if "unit" not in match or "YEARS" in (unit := hearing.words[match.start("unit")]):
            continue
        if _is_said_of_a_test(hearing.words[:first]) or _is_behind_scores(hearing.words, first, last):
            number = hearing.value(match, "n", "NUM") if "n" in match else None
            month = date.fromisoformat(f"{month_before(hearing.today, unit, number or 1)}-01")
            yield Dated(first, last, "month", (month,))


def _is_said_of_a_test(before: Sequence[Word]) -> bool:
    """Whether words end in a test, or that it was sat, and no more than small words: "I took it"."""
    for word in reversed(before):
        if any(kind in word for kind in ("TEST", "ANYTEST", "RESULTS")) or word.text in _SAT:
            return True
        if word.text != "it" and not any(kind in word for kind in ("BE", "PAST_BE", "ARTICLE", "IN", "HE")):
            return False
    return False


def _is_behind_scores(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words are all that follows a test and its scores: "CELPIP 8 8 7 8 from last month"."""
    behind = words[last + 1 : last + 2]
    scores = takewhile(lambda word: "TEST" not in word, reversed(words[:first]))
    named = any("TEST" in word for word in words[:first])
    return named and all(map(_is_of_scores, scores)) and all(map(_ends_clause, behind))


def _is_of_scores(word: Word) -> bool:
    return any(kind in word for kind in _OF_SCORES)


_OF_SCORES = (
    *(
        "NUM",
        "EACH",
        "ABILITY",
        "LETTER",
        "ABBREVIATION",
        "CEFR",
        "SLASH",
        "COMMA",
        "COLON",
        "FROM",
        "OF",
        "IN",
    ),
    *("AND", "LANGUAGE", "WITH", "DOUBT", "SINCE", "ARTICLE"),
)
"""Kinds of words that tell scores, or part them from when they were got."""

_TO_ITS_DATE = 8
"""Words between a test and its date."""


def _of_a_test(hearing: Hearing, dated: Dated) -> bool:
    """Whether a date can be that of a test: recent, and of nothing else."""
    before = [*takewhile(lambda word: not _parts(word), reversed(hearing.words[: dated.first]))]
    cue = [*takewhile(lambda word: "TEST" not in word, before)]
    other = any("ECA" in word or "EVENT" in word for word in cue) or any(
        kind in word for word in cue[:5] for kind in ("BORN", "WORK", "SINCE", "EXPERIENCE", "DEGREE")
    )
    behind = takewhile(lambda word: not _ends_clause(word), hearing.words[dated.last + 1 :])
    named = any(names_a_test(word) for word in hearing.words[dated.first : dated.last + 1])
    other = other or any("EVENT" in word for word in behind) or (_is_of_a_job(before) and not named)
    return not (other or _in_a_row(hearing, dated)) and dated.readings[0].year >= hearing.today.year - 10


def _ends_clause(word: Word) -> bool:
    return _parts(word) or any(kind in word for kind in ("COMMA", "AND", "TEST"))


def _is_of_a_job(before: Sequence[Word]) -> bool:
    """Whether a sentence that names no test tells of work: "Started as a baker in Guelph June 2024."."""
    return not any("TEST" in word or "ANYTEST" in word for word in before) and any(
        "JOBHEAD" in word for word in before
    )


def _names_another(hearing: Hearing, dated: Dated, test: _Test) -> bool:
    """Whether the sentence of a date names a test, and not this one: "TEF 10, June 2025. IELTS 7 7 7 7"."""
    words = hearing.words
    first = next((at + 1 for at in range(dated.first, -1, -1) if _parts(words[at])), 0)
    end = next((at for at in range(dated.last + 1, len(words)) if _parts(words[at])), len(words))
    named = [at for at in range(first, end) if "TEST" in words[at]]
    before = [at for at in named if at < dated.first]
    nearest = max(before) if before else min(named, default=test.first)
    return not test.first <= nearest <= test.last


def _parts(word: Word) -> bool:
    return "STOP" in word or "QUESTION" in word


def _within(dated: Dated, test: _Test) -> bool:
    """Whether a date stands between a test's name and its scores: "IELTS, Jan 2024: 7 6.5 6.5 7"."""
    return test.first < dated.first <= test.last


def _in_a_row(hearing: Hearing, dated: Dated) -> bool:
    """Whether a date begins or ends a time of work: "from Nov 2022 till now, IELTS 6 6 6 6"."""
    words = hearing.words
    after = words[dated.last + 1] if dated.last + 1 < len(words) else None
    before = words[dated.first - 1] if dated.first else None
    still = after is not None and "AFTERWARDS" in after  # "my IELTS of May 2025 still valid?"
    begins = after is not None and any(kind in after for kind in ("TO", "DASH", "PRESENT")) and not still
    if begins or before is None:
        return begins
    ends = any(other.last == dated.first - 2 for other in hearing.dates)
    return (ends and ("TO" in before or "DASH" in before)) or "SINCE" in before or before.text in _UP_TO


_UP_TO = frozenset({"until", "till", "jusqu'a", "jusqu'en"})


def _dated_by(hearing: Hearing, dated: Dated, tests: list[_Test]) -> _Test:
    """Of several tests, the one that a date belongs to: around it, led by it, the last before, the first."""
    around = next((test for test in tests if _within(dated, test)), None)
    led = next((test for test in tests if _leads(hearing, dated, test)), None)
    if around is not None or led is not None:
        return around or led or tests[0]
    before = [test for test in tests if test.last < dated.first]
    return max(before, key=lambda test: test.last) if before else min(tests, key=lambda test: test.first)


def _leads(hearing: Hearing, dated: Dated, test: _Test) -> bool:
    """Whether the scores of a test follow a date behind a colon: "mine was in March: 8 8 7 7"."""
    between = hearing.words[dated.last + 1 : test.first]
    return dated.last < test.first and len(between) == 1 and "COLON" in between[0]


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
    """Whether a date can be read in one way only as one that is not still to come."""
    return len(_past(hearing, dated)) == 1 and hearing.stated(dated.first)


def _past(hearing: Hearing, dated: Dated) -> list[date]:
    """The readings of a date that are not still to come."""
    return [day for day in dated.readings if day <= hearing.today]


def _when(hearing: Hearing, dated: Dated) -> str:
    """A date that happened, as precisely as it was told."""
    return dated.told if len(dated.readings) == 1 else _past(hearing, dated)[0].isoformat()


_SAT = frozenset({"taken", "took", "sat", "wrote", "written", "passe", "passee", "passes", "passees"})
"""What people do with a test, and with nothing else that has a date here."""
_SAT_IT = _SAT | {"fait"}
"""The same behind a test that was named."""


def _is_last(before: Word | None) -> bool:
    """Whether "passé" says when, not what: "l'an passé", "le mois passé"."""
    return before is not None and any(kind in before for kind in ("YEARS", "MONTHS", "WEEK"))


def _test_date(hearing: Hearing, tests: list[_Test]) -> Iterator[Fact]:
    """ "My exam was on 14 June 2025", without naming the test."""
    if tests or tests_to_come(hearing):
        return
    for dated in [*_dates(hearing), *_behind_a_test(hearing)]:
        before = hearing.words[max(0, dated.first - 6) : dated.first]
        told = any(
            any(kind in word for kind in _OF_RESULTS) or (word.text in _SAT and not _is_last(earlier))
            for earlier, word in zip((None, *before), before, strict=False)
        )
        other = any(kind in word for word in before for kind in ("ECA", "BORN", "JOBHEAD", "SINCE"))
        if told and not other and _happened(hearing, dated):
            partner = any("PARTNER" in word for word in hearing.words)  # "il" may be the test
            when = {"date": _when(hearing, dated)}
            for fact in hearing.facts("language_test", when, dated.first, dated.last):
                sure = fact.sure or is_recent(when["date"], hearing.today)
                yield replace(fact, sure=sure, person=fact.person if partner else "self")
            return


_OF_RESULTS = ("ANYTEST", "RESULTS", "OVERALL")
"""Kinds of words of a test or its results whose name is not told."""


def _behind_a_test(hearing: Hearing) -> Iterator[Dated]:
    """The days and months without a year right behind a test that is not named: "the test was in May"."""
    for dated in _yearless(hearing):
        cues = [at for at in range(dated.first) if any(kind in hearing.words[at] for kind in _OF_RESULTS)]
        if cues and _follows(hearing, cues[-1], dated) and not _begins_another(hearing, dated):
            yield dated
