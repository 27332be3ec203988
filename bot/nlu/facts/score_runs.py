"""Scores are read in runs: abilities, numbers and words such as "each" that stand close together.

A run is a string of one letter for each mark ("ANANANAN" for "L8 R7 W7 S7"); its shape tells which number is
whose (:mod:`bot.nlu.facts.score_shapes`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.nlu.facts.dates import is_score_beside_month
from bot.nlu.facts.family import taken
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.person import ages
from bot.nlu.facts.scope import are_ages
from bot.nlu.facts.words import Word
from express_entry.vocabulary import ABILITIES

_LETTERS = dict(zip("lrws", ABILITIES, strict=True))
_NOT_AFTER_SCORE = (
    "YEARS",
    "MONTHS",
    "KID",
    "CURRENCY",
    "SCALEWORD",
    "OTHERUNIT",
    "ORDINAL",
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
_ORAL_REACH = 6
"""Words back to the "compréhension" or "expression" that "orale" or "écrite" goes on from."""
_DENOMINATORS = frozenset({9, 12, 20, 90, 300, 360, 450, 699})
"""What scores are out of: 8.5/9, 14/20, 498/699."""
_BEHIND = 3
"""Words behind a score to what tells that it puts another right: "speaking 78, sorry"."""
GAP = 4
"""Words that may stand between two parts of one run."""


@dataclass(frozen=True)
class Mark:
    """A part of a run: its letter in the shape, what it says, and the word ``at`` which it stands."""

    kind: str
    value: Any
    at: int


@dataclass
class Run:
    """Marks that belong together; ``kinds`` is their shape; what ``corrects`` puts right those before."""

    marks: list[Mark]
    corrects: bool = False

    @property
    def kinds(self) -> str:
        return "".join(mark.kind for mark in self.marks)

    @property
    def first(self) -> int:
        return min(mark.at for mark in self.marks)

    @property
    def last(self) -> int:
        return max(mark.at for mark in self.marks)


def _mark(hearing: Hearing, at: int) -> Mark | None:
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
            return Mark(letter, word[kind], at)
    if "EACH" in word and not (hearing.scopes[at].person == "both" and are_ages(hearing.words, at)):
        return Mark("E", None, at)
    if "ABILITY_ORDER" in word:
        return Mark("Z", tuple(_LETTERS[letter] for letter in word["ABILITY_ORDER"]), at)
    if "ABILITY" in word:
        return Mark("A", word["ABILITY"], at)
    if "ORAL" in word:
        return Mark("A", _meant(hearing, at), at)
    if "NUM" in word and _may_be_score(hearing, at) and not _is_denominator(hearing, at):
        return Mark("N", word["NUM"], at)
    if _is_plural(hearing, at):
        return Mark("E", None, at)
    for kind in ("ABBREVIATION", "LETTER"):
        if kind in word and _beside_number(hearing, at) and not _points_at_a_clause(hearing, at):
            return Mark("A", word[kind], at)
    return None


def _points_at_a_clause(hearing: Hearing, at: int) -> bool:
    """The « ce » of « ce que » and « ce qui »."""
    return at + 1 < len(hearing.words) and "WHO" in hearing.words[at + 1]


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
    if at in taken(hearing) or ages(hearing).get(at, (at, at))[0] < at:
        return False  # "father of three, 17, 15 and 9", "s 6.5 she's 28"
    if "MONTHNAME" in word and any(dated.first <= at <= dated.last for dated in hearing.dates):
        return False  # "EO 16 sept 2026"
    month_before = any(dated.last == at - 1 and dated.exact == "month" for dated in hearing.dates)
    if "NEG" in word:
        return False  # "French zero"
    if "YEARNUM" in word or word["NUM"] > 9999 or ("NUMWORD" in word and word.text in ("un", "une", "one")):
        return False
    all_four = after is not None and "EACH" in after
    dated = after is not None and "MONTHNAME" in after and is_score_beside_month(words, at)
    ago = after is not None and "AGO" in after and any("NUM" in each for each in words[at + 2 : at + 3])
    if after is not None and not (dated or ago) and any(kind in after for kind in _NOT_AFTER_SCORE):
        return False
    unlikely = (
        before is not None
        and any(kind in before for kind in _NOT_BEFORE_SCORE)
        and not (month_before or all_four)
    )
    if unlikely or (before is not None and ("NEG" in before or "NOTBUT" in before)):
        return False
    separated = before is not None and any(kind in before for kind in ("COMMA", "STOP", "CORRECT"))
    denied = at > 1 and "NEG" in words[at - 2] and not separated and "NUM" not in words[at - 2]
    return not denied or _is_said_again(words, at)


def _is_said_again(words: Sequence[Word], at: int) -> bool:
    """Whether a no before an ability puts its score right: "s 7. uh no s 7.5", and "hmm no, s 7.5" alone."""
    ability, before = words[at - 1], words[: at - 2]
    named = any(kind in ability for kind in ("ABILITY", "ORAL", "ABBREVIATION", "LETTER"))
    again = any(word.text == ability.text for word in before)
    begins = all(any(kind in word for kind in ("PLEASE", "SLIP", "WRONG")) for word in before)
    return named and "NO" in words[at - 2] and (again or begins)


def _beside_number(hearing: Hearing, at: int) -> bool:
    """Whether a lone letter has a number beside it, or stands in a row of such letters."""
    behind = [word for word in hearing.words[at + 1 : at + 5] if "BE" not in word]
    near = (*hearing.words[max(0, at - 2) : at], *behind[:2])
    return any(
        ("NUM" in word and "YEARNUM" not in word) or "LETTER" in word or "ABBREVIATION" in word
        for word in near
    )


def runs_of(hearing: Hearing) -> list[Run]:
    """Marks grouped: a run ends at an unrelated word, a change of person or a gap, and where a sentence ends
    that says something else of an ability: "my reading is fine. 450, is that enough?"."""
    runs: list[Run] = []
    current: list[Mark] = []
    gap, broken = 0, False
    for at, word in enumerate(hearing.words):
        mark = _mark(hearing, at)
        if mark is None:
            said = "STOP" in word and gap > 0 and bool(current) and current[-1].kind == "A"
            broken = broken or said or any(kind in word for kind in _UNRELATED)
            gap += 0 if is_small(word) else 1
            continue
        scope = hearing.scopes[at]
        if current:
            previous = hearing.scopes[current[-1].at]
            told = any(earlier.kind in "NT" for earlier in current)
            moved = scope.mood != previous.mood or (told and scope.person != previous.person)
            if not moved and _is_behind(hearing, mark, current):
                runs.append(Run([mark, *current]))
                current = []
                continue
            if (
                broken
                or gap > GAP
                or moved
                or mark.kind in "TXF"
                or _is_of_something_else(hearing, current, mark)
            ):
                runs.append(Run(current))
                current = []
        current.append(mark)
        gap, broken = 0, False
    runs = _with_exceptions(hearing, [*runs, Run(current)] if current else runs)
    runs = _with_ability_before(hearing, runs)
    parts = [part for run in runs for part in _attempts(hearing, run)]
    return [part for run in parts for part in _put_right(hearing, run)]


def _is_of_something_else(hearing: Hearing, current: Sequence[Mark], mark: Mark) -> bool:
    """Whether a number follows four scores behind words or a stop: "7 6 6.5 7. level 3"."""
    if mark.kind != "N" or not _WHOLE.fullmatch("".join(each.kind for each in current)):
        return False
    between = hearing.words[current[-1].at + 1 : mark.at]
    slip = any(
        kind in word for word in between for kind in ("WRONG", "CORRECT", "SLIP", "NO", "OUTSIDE", "BUT")
    )
    after = hearing.words[mark.at + 1 : mark.at + 3]
    named = any(kind in word for word in after for kind in ("ABILITY", "ORAL", "OVERALL"))
    apart = any("STOP" in word or not is_small(word) for word in between)
    return apart and not slip and not named


_WHOLE = re.compile("T?(?:ON|NO)?(?:NNNN(?:AAAA|Z)?|(?:AN){4}|(?:NA){4}|(?:AAAA|Z)NNNN)")
"""The shape of the scores of all four abilities."""


def _is_behind(hearing: Hearing, mark: Mark, current: Sequence[Mark]) -> bool:
    """Whether a framework ends the levels before it: "7 NCLC", "L9 R9 W8 S9 CLB"."""
    after = hearing.words[mark.at + 1] if mark.at + 1 < len(hearing.words) else None
    ends = mark.kind == "F" and current[-1].at == mark.at - 1 and (after is None or "NUM" not in after)
    kinds = {each.kind for each in current}
    return ends and "N" in kinds and kinds <= set("ANER")


_APART = ("COMMA", "STOP", "QUESTION", "AND", "BUT", "NUM", "LANGUAGE")
_TO_ITS_LEVEL = 3
"""Words between an ability and the framework of its level: "my writing level is at CLB 7"."""


def _with_ability_before(hearing: Hearing, runs: list[Run]) -> list[Run]:
    """ "Writing CLB 7 and speaking CLB 8": an ability right before a framework is that of its level."""
    joined: list[Run] = []
    abilities = [mark for run in runs for mark in run.marks if mark.kind == "A"]
    if len(abilities) == 1 and _is_a_small_word(hearing, abilities[0].at):
        return runs
    for run in reversed(runs):
        after = joined[0] if joined else None
        if after is not None and after.kinds == "FN" and re.fullmatch("A|F.*NA", run.kinds):
            ability = run.marks[-1]
            between = hearing.words[ability.at + 1 : after.first]
            near = len(between) <= _TO_ITS_LEVEL and after.first > ability.at
            apart = any(kind in word for word in between for kind in _APART)
            same = hearing.scopes[ability.at].person == hearing.scopes[after.last].person
            if near and same and not apart:
                rest = [Run(run.marks[:-1])] if len(run.marks) > 1 else []
                joined[:1] = [*rest, Run([after.marks[0], ability, *after.marks[1:]])]
                continue
        joined.insert(0, run)
    return joined


def _is_a_small_word(hearing: Hearing, at: int) -> bool:
    """Whether an abbreviation of an ability is likelier a word: « ce NCLC 9 »."""
    word = hearing.words[at]
    return "ABBREVIATION" in word and not hearing.text[word.start : word.end].isupper()


_TWICE = re.compile(r"T?(NNNN|NE|EN|(?:AN){4}|(?:NA){4})(NNNN|NE|EN|(?:AN){4}|(?:NA){4})")
"""The shape of the scores of two attempts, each of them whole."""


def _attempts(hearing: Hearing, run: Run) -> list[Run]:
    """A run of the whole scores of two attempts, in two: "6 6 6 6, retook it: 7 7 7 7"."""
    shape = _TWICE.fullmatch(run.kinds)
    if shape is None:
        return [run]
    head, tail = Run(run.marks[: shape.end(1)]), Run(run.marks[shape.end(1) :])
    between = hearing.words[head.last + 1 : tail.first]
    return [run] if all(is_small(word) for word in between) else [head, tail]


def _put_right(hearing: Hearing, run: Run) -> list[Run]:
    """A run whose last scores put right others of it, in two: "L8 R7 W6.5 S8, sorry W was 6"."""
    for number in range(1, len(run.marks)):
        head, tail = Run(run.marks[:number]), Run(run.marks[number:], corrects=True)
        if "N" in head.kinds and re.fullmatch("(?:AN)+|(?:NA)+|NNNN", tail.kinds):
            last = tail.last + 1 + _BEHIND
            behind = hearing.words[tail.last + 1 : last] if _tells_again(head, tail) else ()
            between = hearing.words[head.last + 1 : tail.first]
            if any("WRONG" in word for word in (*between, *behind)):
                return [head, tail]
    return [run]


def _tells_again(head: Run, tail: Run) -> bool:
    """Whether each ability of the tail has its score in the head already."""
    told = {mark.value for mark in head.marks if mark.kind == "A"}
    return bool(told) and {mark.value for mark in tail.marks if mark.kind == "A"} <= told


def _with_exceptions(hearing: Hearing, runs: list[Run]) -> list[Run]:
    """ "7 in each in IELTS except 6.5 in writing": the test stands between the scores and the exceptions."""
    joined: list[Run] = []
    for run in runs:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.kinds in ("NE", "EN")
            and all(_joins(word) for word in hearing.words[before.last + 1 : run.first])
            and re.fullmatch("T(?:(?:AN){1,3}|(?:NA){1,3})", run.kinds)
            and hearing.scopes[run.last].person == hearing.scopes[before.last].person
        ):
            joined[-1] = Run([run.marks[0], *before.marks, *run.marks[1:]])
        else:
            joined.append(run)
    return joined


def _joins(word: Word) -> bool:
    """Whether a word can stand between "7 each" and the test: "of", "in the", "at"."""
    return any(kind in word for kind in ("IN", "OF", "TO", "ARTICLE"))


def is_small(word: Word) -> bool:
    """Whether a word parts nothing: a comma, "and", "is"."""
    return any(
        kind in word
        for kind in ("COMMA", "SLASH", "DASH", "COLON", "AND", "IN", "BE", "STOP", "OPEN", "CLOSE", "OF")
    )
