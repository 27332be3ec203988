"""Which number of a run of scores is whose, by the shape of the run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.nlu.facts.score_runs import Mark
from express_entry.vocabulary import ABILITIES

IN_ORDER = frozenset({"ielts_gt", "celpip_g", "tef_canada"})
"""Tests whose four scores are taken in the order in which they are asked for: listening, reading, writing,
speaking. What is noted names each of them."""
OVERALL_UP_TO = {"ielts_gt": 9, "celpip_g": 12, "pte_core": 90}
_LOWEST_WRITTEN_TOGETHER = 3
"""Bands from which four digits in a row, such as 8777, are taken for scores."""
_HIGHEST_EXPRESSION = 20
"""TCF Canada gives writing and speaking up to 20 points, listening and reading 100 and more."""
_LEAST_AGE = 15
"""A number from here on behind lower scores for all four abilities is an age."""
_ROUNDED = 0.25
"""An overall band is the mean of the four, rounded to the next half."""


def _each_after(marks: list[Mark]) -> list[Mark]:
    """ "All 7s", "7 each" and "each 7" at the start of a run in one shape: the number, then "each"."""
    shape = re.match("E*NE*", "".join(mark.kind for mark in marks))
    if shape is None or "E" not in shape.group():
        return marks
    number = shape.group().index("N")
    each = marks[0] if number else marks[1]
    return [marks[number], Mark("E", None, each.at), *marks[shape.end() :]]


def _shared(names: list[Any], numbers: list[Any]) -> dict[str, Any]:
    return dict(zip(names, numbers, strict=True)) if len(set(names)) == len(names) else {}


def _without_leading(marks: list[Mark]) -> list[Mark]:
    """Four named scores without the overall one before them: "IELTS 7 (L 8, R 7, W 6, S 6.5)"."""
    leads = re.fullmatch("N(?:(?:AN){4}|(?:NA){4})", "".join(mark.kind for mark in marks))
    return marks[1:] if leads else marks


def labelled(marks: list[Mark]) -> dict[str, Any]:
    """Scores of a run with abilities, by the run's shape; nothing where the shape leaves a doubt."""
    marks = _without_leading(_each_after(marks))
    shape = "".join(mark.kind for mark in marks)
    if (rest := re.fullmatch(r"(?P<named>.+?)(?:RE?N|NR)", shape)) and "R" not in rest["named"]:
        number = next(mark.value for mark in reversed(marks) if mark.kind == "N")
        named = labelled(marks[: rest.end("named")])
        return {**dict.fromkeys(ABILITIES, number), **named} if named else {}
    if re.fullmatch("NE(?:(?:AN)+|(?:NA)+)", shape):
        exceptions = labelled(marks[2:])
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
                if scores.get(mark.value, number) != number:
                    return {}
                scores[mark.value] = number
    return scores


def digits_of(number: Any, test: str | None) -> list[int] | None:
    """8777: four bands written together."""
    if (
        test not in (None, "ielts_gt", "celpip_g")
        or not isinstance(number, int)
        or not 1000 <= number <= 9999
    ):
        return None
    digits = [int(digit) for digit in str(number)]
    return digits if min(digits) >= _LOWEST_WRITTEN_TOGETHER else None


def unlabelled(marks: list[Mark], test: str | None) -> list[Any] | None:
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
    if shape == "N" and (digits := digits_of(numbers[0], test)):
        return digits
    beyond = test in OVERALL_UP_TO and numbers[-1:] > [OVERALL_UP_TO[test]]  # an age behind: "7 7 6 7, 33"
    if beyond and shape in ("NNNNN", "NEN"):
        return unlabelled(marks[:-1], test)
    return numbers if shape == "NNNN" else None


def tcf_order(values: Sequence[Any]) -> bool:
    """Whether the ranges show the order of the result sheet: listening and reading, then the expression."""
    return bool(min(values[:2]) > _HIGHEST_EXPRESSION >= max(values[2:]))


def without_age(marks: list[Mark]) -> list[Mark]:
    """Scores of all four abilities without the age behind them: "7 in all, 31", "… speaking seven, thirty
    one"."""
    if not re.fullmatch("NEN|(?:AN){4}N", "".join(mark.kind for mark in marks)):
        return marks
    *scores, last = [mark.value for mark in marks if mark.kind == "N"]
    return marks[:-1] if max(_LEAST_AGE - 1, *scores) < last else marks


def without_overall(marks: list[Mark]) -> tuple[list[Mark], list[Mark]]:
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
