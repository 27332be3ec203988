"""What a question about levels names: scores whose level is asked ("IELTS 6.5 in writing is what CLB?"), or a
level whose scores are ("what do I need in IELTS for CLB 9?"). The words stand in ``data/points/spoken.yml``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.nlu.facts.hearing import Hearing, hear
from bot.nlu.facts.score_runs import Mark, Run, runs_of
from bot.nlu.facts.score_shapes import IN_ORDER, digits_of, labelled, tcf_order, unlabelled
from bot.nlu.spoken import holds, plain, spoken
from express_entry.language import TESTS, check_test_score, levels_of
from express_entry.vocabulary import ABILITIES

LEVELS = "ask/clb_meaning"
"""The label of a question about levels; with a score or a level in it, it is answered from the tables."""
HIGHEST = 12
"""The highest level of the frameworks: a larger number behind "CLB" is no level."""


@dataclass(frozen=True)
class Asked:
    """What was named.

    Attributes:
        tests: the tests it can be about, by their ids; the one that was named, or all that fit.
        scores: scores by ability, whose levels are asked; empty where scores are asked for a level.
        level: the level that scores are asked for.
        abilities: the abilities that it is about.
    """

    tests: tuple[str, ...]
    scores: Mapping[str, float]
    level: int | None
    abilities: tuple[str, ...]


def asked(text: str, lang: str, today: date) -> Asked | None:
    """What ``text`` (in the language ``lang``) asks of the tables of levels; None where it asks nothing."""
    said = spoken()["levels"]
    for turn in said["turns"]:
        text = text.replace(turn, said["turned"])
    words = plain(text)
    framed = holds(words, said["frameworks"])
    asking = "?" in text or holds(words, said["asking"])
    if holds(words, said["not"]) or not (framed or (asking and holds(words, said["words"]))):
        return None
    hearing = hear(text, lang, today, supposed=True)
    runs = runs_of(hearing)
    marks = [mark for run in runs for mark in run.marks]
    if _tells(text, words, runs):
        return None
    level, at = _level(hearing, marks)
    marks = [mark for mark in marks if mark.at != at and mark.kind not in "FC"]
    named = next((mark.value for mark in marks if mark.kind == "T"), None)
    any_test = named is not None or (framed and asking and holds(words, said["needed"]))
    scores = _scores([mark for mark in marks if mark.kind in "ANER"], named, any_test)
    if scores and (asking or level is None):
        tests = (named,) if named else _fitting(scores, words, today)
        return Asked(tests, scores, None, tuple(scores)) if tests else None
    abilities = tuple(dict.fromkeys(mark.value for mark in marks if mark.kind == "A"))
    asks_scores = named or holds(words, said["needed"])
    if level is None or scores or not asks_scores or not (asking or holds(words, said["purpose"])):
        return None
    tests = (named,) if named else _of_framework(words)
    return Asked(tests, {}, level, abilities or ABILITIES)


def _tells(text: str, words: str, runs: Sequence[Run]) -> bool:
    """Whether a level of one's own is told: "my CLB is 9 in all" has no word that asks but "is"."""
    said = spoken()["levels"]
    asking = [word for word in said["asking"] if word not in said["stating"]]
    levels = any(run.marks[0].kind == "F" and "N" in run.kinds for run in runs)
    others = any(mark.kind == "T" or not _is_level(mark) for run in runs for mark in run.marks)
    return levels and not others and "?" not in text and not holds(words, asking)


def _is_level(mark: Mark) -> bool:
    return mark.kind != "N" or float(mark.value).is_integer()


def test_named(text: str, lang: str, today: date) -> str | None:
    """The one test that a message names."""
    runs = runs_of(hear(text, lang, today, supposed=True))
    named = {mark.value for run in runs for mark in run.marks if mark.kind == "T"}
    return named.pop() if len(named) == 1 else None


def bonus(text: str) -> bool:
    """Whether a message is about what French gives with some English: "from 25 to 50 points"."""
    return holds(plain(text), spoken()["levels"]["bonus"])


def is_own(text: str, facts: Sequence[Any]) -> bool:
    """Whether the scores of a question are told as one's own, and kept: with a day, or "I", "my"."""
    tests = [fact for fact in facts if fact.field == "language_test" and {*ABILITIES} <= {*fact.value}]
    return any("date" in fact.value for fact in tests) or (
        bool(tests) and holds(plain(text), spoken()["levels"]["own"])
    )


def _level(hearing: Hearing, marks: Sequence[Mark]) -> tuple[int | None, int | None]:
    """The number that stands right behind "CLB" or "level", and where."""
    frames = {mark.at for mark in marks if mark.kind == "F"}
    generic = {str(word) for word in spoken()["levels"]["words"]}
    for mark in marks:
        before = hearing.words[mark.at - 1] if mark.at else None
        is_framed = mark.at - 1 in frames or (before is not None and before.text in generic)
        if mark.kind == "N" and is_framed and float(mark.value).is_integer() and 0 < mark.value <= HIGHEST:
            return int(mark.value), mark.at
    return None, None


def _scores(marks: list[Mark], test: str | None, any_test: bool) -> dict[str, float]:
    """Scores by ability; one without an ability is that of each, where a test or its bands are named."""
    numbers = [mark.value for mark in marks if mark.kind == "N"]
    if not numbers:
        return {}
    if any(mark.kind == "A" for mark in marks):
        return labelled(marks)
    values = unlabelled(marks, test) or (digits_of(numbers[0], test) if len(numbers) == 1 else None)
    if values is None and len(numbers) == 1 and (any_test or not float(numbers[0]).is_integer()):
        values = numbers * len(ABILITIES)
    in_order = values is not None and (test in (None, *IN_ORDER) or len({*values}) == 1 or tcf_order(values))
    return dict(zip(ABILITIES, values, strict=True)) if values is not None and in_order else {}


def _fitting(scores: Mapping[str, float], words: str, today: date) -> tuple[str, ...]:
    """The tests that give such scores, those of the framework that is named first."""
    fitting = [
        name
        for name in TESTS
        if not any(check_test_score(name, None, ability, value) for ability, value in scores.items())
        and any(_reaches(name, ability, value, today) for ability, value in scores.items())
    ]
    framed = [name for name in fitting if name in _of_framework(words)]
    return tuple(framed or fitting)


def _reaches(test: str, ability: str, score: float, today: date) -> bool:
    """Whether a score has a level."""
    return levels_of(test, {ability: score}, today).found[ability] > 0


def _of_framework(words: str) -> tuple[str, ...]:
    """The tests of the framework that is named, and of the language; all where none is."""
    named = {framework for framework in ("CLB", "NCLC") if holds(words, (framework.lower(),))}
    return tuple(name for name, test in TESTS.items() if not named or test.framework in named)
