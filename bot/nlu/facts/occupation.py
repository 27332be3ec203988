"""As what somebody works: a job title in their own words, a NOC code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from bot.nlu.facts.hearing import Fact, Hearing
from bot.nlu.facts.lexicon import lexicon


@lru_cache(maxsize=2)
def _titles(lang: str) -> tuple[re.Pattern[str], ...]:
    pattern = lexicon(lang).pattern
    return (
        pattern("(?P<title>JOBMODIFIER* JOBHEAD (?:JOBMODIFIER|JOBHEAD){0,2})"),
        pattern(
            "JOB_AS ARTICLE? (?P<title>~STOP_OR_COMMA_OR_QUESTION_OR_IN_OR_WITH_OR_AND_OR_NUM_OR_SELF"
            "_OR_OTHER_OR_STUDY_OR_SINCE_OR_BUT_OR_PARTNER{1,4})"
        ),
    )


def read_occupation(hearing: Hearing) -> Iterator[Fact]:
    """``occupation``: a job title in the person's own words."""
    titles, after_as = _titles(hearing.lang)
    for match in hearing.find(titles):
        first, last = match.start(), match.end() - 1
        before = hearing.words[first - 1] if first else None
        first = _widened(hearing, first)
        if _is_title(hearing, match.start(), first, last, before):
            yield from _title(hearing, first, last)
            return
    for match in hearing.find(after_as):
        first, last = match.start("title"), match.end("title") - 1
        working = hearing.part_has(first, "WORK", "EXPERIENCE", "YEARS")
        known = any(word.kinds.keys() - {"JOBMODIFIER", "OF"} for word in hearing.words[first : last + 1])
        if working and not known:
            yield from _title(hearing, first, last)
            return


def _widened(hearing: Hearing, first: int) -> int:
    """Up to two unknown words before the head belong to the title: "embedded software engineer"."""
    for at in range(first - 1, max(-1, first - 3), -1):
        word = hearing.words[at]
        if word.kinds or not word.text.isalpha():
            break
        first = at
    return first


def _is_title(hearing: Hearing, head: int, first: int, last: int, before: Any) -> bool:
    opens = first == 0 or any(
        kind in hearing.words[first - 1]
        for kind in (
            "COMMA",
            "STOP",
            "ARTICLE",
            "BE",
            "OPEN",
            "DOUBTFUL_DEGREE",
            "JOB_AS",
            "AS",
            "IAM",
            "COLON",
            "AND",
            "DEGREE",
            "YEARS",
            "MONTHS",
            "NATIONALITY",
        )
    )
    working = hearing.part_has(first, "WORK", "EXPERIENCE", "YEARS", "BE", "JOB_AS", "IAM", "SINCE")
    alone = len(hearing.words) == last - first + 1
    listed = first > 0 and ("COMMA" in hearing.words[first - 1] or "COLON" in hearing.words[first - 1])
    return alone or (opens and (working or listed or first == 0))


def _title(hearing: Hearing, first: int, last: int) -> list[Fact]:
    if hearing.negated(first, 3):
        return []
    start, end = hearing.words[first].start, hearing.words[last].end
    return hearing.facts("occupation", hearing.text[start:end], first, last)


@lru_cache(maxsize=2)
def _codes(lang: str) -> tuple[re.Pattern[str], ...]:
    pattern = lexicon(lang).pattern
    return (
        pattern("NOCWORD (?:BE|COLON|IN|DASH|ARTICLE|OTHERMARK|SELF|OF){0,3} (?P<n>FIVE)"),
        pattern("(?P<n>FIVE) (?:BE|OF|DASH|COLON|ARTICLE|OPEN|SELF){0,2} NOCWORD"),
    )


@lru_cache(maxsize=2)
def _old_codes(lang: str) -> re.Pattern[str]:
    return lexicon(lang).pattern(
        "(?:NOCWORD|FORMER_NOC) (?:BE|COLON|IN|DASH|ARTICLE|SELF|OF){0,3} (?P<n>FOUR)"
    )


def read_noc(hearing: Hearing) -> Iterator[Fact]:
    """``noc``, a five-digit code; a four-digit code of NOC 2016 is an ``occupation`` to look up."""
    for pattern in _codes(hearing.lang):
        for match in hearing.find(pattern):
            at = match.start("n")
            if not hearing.negated(at, 2):
                yield from hearing.facts("noc", hearing.words[at]["FIVE"], match.start(), match.end() - 1)
                return
    for match in hearing.find(_old_codes(hearing.lang)):
        yield from hearing.facts(
            "occupation", hearing.value(match, "n", "FOUR"), match.start("n"), match.start("n")
        )
        return
