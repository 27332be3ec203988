"""Who the person is: age, date of birth, marital status, where they want to live."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.family import taken
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.lexicon import UNKNOWN, lexicon

_YOUNGEST, _OLDEST = 15, 80
"""Ages that a bare number may mean."""

_TOLD_IN_LISTS = ("MARITAL", "DEGREE", "DOUBTFUL_DEGREE", "TEST", "EXPERIENCE", "JOBHEAD", "WORK", "PARTNER")
"""Kinds of words that make a message a list of facts about somebody."""

_AFTER_AGE = (
    "(?! MONTHS|OTHERUNIT|EXPERIENCE|WORK|SCALEWORD|CURRENCY|(?:OF|IN|AS|WITH)? EXPERIENCE"
    "|SLASH NUM|DASH NUM|NUM|IN_FUTURE NUM (?:YEARS|MONTHS|OTHERUNIT))"
)


@lru_cache(maxsize=2)
def _ages(lang: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Patterns for ages; the second is whether the words leave no doubt that an age is meant."""
    pattern = lexicon(lang).pattern
    explicit = [
        "(?P<n>NUM) DASH? YEARS? DASH? OLD (?! KID)",
        "AGEWORD OF SELF? (?:PARTNER|HE|ME) (?:BE|COLON|OF|TAKEN){0,2} (?P<n>NUM) YEARS?",
        "(?<!IN THE)(?<!IN) AGEWORD (?:BE|COLON|DASH|TO|OF|IN|FOR)? (?:BE|TO)? (?P<n>NUM) YEARS? OLD?"
        " (?! OTHERUNIT|MONTHS|EXPERIENCE)",
    ]
    likely = [
        f"(?:IAM|(?:PARTNER {UNKNOWN}{{0,2}}|HE|SELF) COMMA? (?:BE|COLON|DASH|HAVE)) DOUBT?"
        f" (?:PRESENT|ONLY|NEG)? (?P<n>NUM) YEARS? {_AFTER_AGE}",
        f"(?:IAM|NAMED (?:BE|COLON)?|PARTNER) {UNKNOWN}{{1,2}} (?:COMMA|STOP)? (?P<n>NUM) (?:YEARS OLD?)?"
        " (?=COMMA|STOP|$|AND|SELF|FROM)",
        "(?:MARITAL|DOUBTFUL_MARITAL) (?:COMMA|STOP) (?P<n>NUM) (?:YEARS OLD?)? (?=COMMA|STOP|$)",
        "MARITAL (?P<n>NUM) (?=COMMA|STOP|SEX|$)",
        "NATIONALITY COMMA (?P<n>NUM) (?:YEARS OLD?)? (?=COMMA|STOP|$)",
        "JOBHEAD COMMA (?P<n>NUM) (?=COMMA|STOP|$)",
        "JOBHEAD (?P<n>NUM) (?=IN (?:FOREIGN|FOREIGN_WORD|CANADA|PROVINCE|CANADIAN_CITY))",
        "(?:JOBHEAD|NATIONALITY) (?:COMMA|STOP) (?P<n>NUM) YEARS? OLD? (?=COMMA? MARITAL)",
        f"(?:PARTNER|HE) (?P<n>NUM) YEARS? {_AFTER_AGE}",
        "PARTNER OPEN (?P<n>NUM) YEARS? CLOSE",
        f"(?:AND|COMMA|STOP|QUESTION|^) ME COLON? (?P<n>NUM) YEARS? {_AFTER_AGE}",
        "BUT (?P<n>NUM) PRESENT",
        "^(?P<n>NUM) YEARS? COMMA (?:AND|BUT|WANT|TURNED|TURNS){0,2} NUM YEARS?"
        " (?:IN|ON|THE|TO|FROM|NEXT){0,2} NUM? MONTHNAME",
        "^(?P<n>NUM) YEARS? AND WANT",
        "(?P<n>NUM) YEARS OF BE",
        "BOTH (?:OF|SELF|IAM|BE|IHAVE|HAVE|COMMA){0,4} (?P<n>NUM) YEARS?"
        " (?! EXPERIENCE|WORK|MONTHS|OF|IN|NUM)",
        "SEX OF (?P<n>NUM) YEARS",
        "TURNED (?P<n>NUM) (?! MONTHS|OTHERUNIT)",
        "(?P<n>NUM) (?:SLASH|COMMA)? SEX (?! ~STOP_OR_COMMA_OR_QUESTION_OR_SLASH_OR_MARITAL)",
        "SEX (?:SLASH|COMMA)? (?P<n>NUM) (?:YEARS OLD?)?"
        " (?! ~STOP_OR_COMMA_OR_QUESTION_OR_AND_OR_MARITAL_OR_JOBHEAD_OR_JOBMODIFIER_OR_DEGREE)",
    ]
    if lang == "fr":
        likely += [
            f"(?:IHAVE|HAVE) DOUBT? (?:PRESENT|ONLY)? (?P<n>NUM) YEARS {_AFTER_AGE} (?! OF (?!MARITAL))",
            f"(?:IAM|BE) (?P<n>NUM) YEARS {_AFTER_AGE} (?! OF)",
            "(?:DEGREE|DOUBTFUL_DEGREE) COMMA (?P<n>NUM) YEARS (?=COMMA|STOP|$)",
            "MARITAL (?P<n>NUM) YEARS (?=COMMA|STOP|$)",
            "ARTICLE (?:HAVE|IHAVE) (?P<n>NUM) YEARS? (?=COMMA|STOP|AND|BUT|$)",
        ]
    return tuple((pattern(source), True) for source in explicit) + tuple(
        (pattern(source), False) for source in likely
    )


@lru_cache(maxsize=2)
def _put_right(lang: str) -> re.Pattern[str]:
    """An age and, in the same breath, the right one: "I'm 33, no sorry 32"."""
    return lexicon(lang).pattern(
        "(?P<was>NUM) (?:YEARS OLD?)? (?:COMMA|STOP|DASH)? (?:NO|NEG|CORRECT|COMMA){0,3} CORRECT"
        " (?:NO|NEG|CORRECT|COMMA){0,2} (?P<n>NUM) (?:YEARS OLD?)? (?=COMMA|STOP|AND|BUT|$)"
    )


def ages(hearing: Hearing) -> dict[int, tuple[int, int]]:
    """The words that tell an age: where its number stands, and the first and last word of it."""
    found: dict[int, tuple[int, int]] = {}
    own = False
    for pattern, explicit in _ages(hearing.lang):
        for match in hearing.find(pattern):
            at = match.start("n")
            number = hearing.words[at]["NUM"]
            plausible = (
                explicit or _YOUNGEST <= number <= _OLDEST or (hearing.lang == "fr" and number > _OLDEST)
            )
            before = hearing.words[max(0, match.start() - 1) : at]
            past = any("PAST_BE" in word or "BOUND" in word for word in before)
            if at in found or not plausible or number != int(number) or number > 999 or past:
                continue
            if not hearing.negated(at, 2):
                found[at] = (match.start(), match.end() - 1)
                own = own or hearing.scopes[at].person in ("self", "both")
    for match in hearing.find(_put_right(hearing.lang)):
        was, at = match.start("was"), match.start("n")
        if was in found and _YOUNGEST <= hearing.words[at]["NUM"] <= _OLDEST:
            found[at] = (found.pop(was)[0], match.end() - 1)
    if not own and (listed := _listed_age(hearing, found) or _age_alone(hearing, found)) is not None:
        found[listed[0]] = listed
    children = taken(hearing)
    return {
        at: span
        for at, span in found.items()
        if at not in children and not _is_result(hearing, at) and not _are_hours(hearing, at + 1)
    }


def _is_result(hearing: Hearing, at: int) -> bool:
    """ "I scored 62 on the FSW grid": a number of points, no age."""
    after = hearing.words[at + 1 : at + 5]
    years = any("YEARS" in word or "OLD" in word or "COMMA" in word for word in after[:1])
    scored = at and hearing.words[at - 1].text in _SCORED
    return bool(scored) and not years and any("GRID" in word for word in after)


_SCORED = frozenset({"scored", "got", "have", "obtenu", "ai", "score of"})


def _are_hours(hearing: Hearing, at: int) -> bool:
    """ "22h/semaine": hours a week, no man of 22."""
    unit, after = hearing.words[at : at + 1], hearing.words[at + 1 : at + 4]
    return any("HOURS" in word for word in unit) and any("WEEK" in word for word in after)


@lru_cache(maxsize=2)
def _alone(lang: str) -> tuple[re.Pattern[str], ...]:
    edge = "COMMA|STOP|QUESTION|COLON|DASH|OPEN|CLOSE|SLASH|APPLICANT|BUT|AND|ME|PLEASE|SEX|NATIONALITY"
    after = "$|COMMA|STOP|DASH|OPEN|CLOSE|BUT|SEX|AND|PRESENT|MARITAL|DEGREE"
    sources = [f"(?:^|(?:{edge})) (?:ONLY|ME|SELF)? (?P<n>NUM) (?:YEARS OLD?)? (?={after})"]
    if lang == "fr":
        sources.append(
            f"(?<!SINCE)(?<!AGO)(?<!IN_FUTURE)(?<!BOUND)(?<!LESS)(?<!TO)(?P<n>NUM) YEARS {_AFTER_AGE} (?! IN)"
        )
    return tuple(map(lexicon(lang).pattern, sources))


def _age_alone(hearing: Hearing, known: Container[int]) -> tuple[int, int] | None:
    """The one number of a list of facts that stands alone between its commas: "…, 31, PhD, …"."""
    if not any(kind in word for word in hearing.words for kind in _TOLD_IN_LISTS):
        return None
    told: dict[int, int] = {}
    for match in (match for pattern in _alone(hearing.lang) for match in hearing.find(pattern)):
        at, last = match.start("n"), match.end() - 1
        number, scope = hearing.words[at]["NUM"], hearing.scopes[at]
        years = "YEARS" in hearing.words[last] or "OLD" in hearing.words[last]
        own = scope.clear and scope.person in ("self", "both") and at not in known
        apart = years or not _beside_numbers(hearing, match.start(), match.end())
        if own and apart and _YOUNGEST < number <= _OLDEST and number == int(number):
            told[at] = last
    return next(iter(told.items())) if len(told) == 1 else None


def _beside_numbers(hearing: Hearing, first: int, end: int) -> bool:
    """Whether numbers or names of tests stand around: it may be a score then."""
    scores = ("NUM", "TEST", "ABILITY", "LETTER", "FRAMEWORK")
    for at in (*range(max(0, first - 2), first), *range(end, min(len(hearing.words), end + 2))):
        word, before = hearing.words[at], hearing.words[at - 1] if at else None
        counted = "YEARNUM" in word or (before is not None and "PARENT_OF" in before)
        if not counted and any(kind in word for kind in scores):
            return True
    return False


def read_age(hearing: Hearing) -> Iterator[Fact]:
    """``age`` in whole years, and ``birth_date``."""
    for at, (first, last) in ages(hearing).items():
        yield from hearing.facts("age", int(hearing.words[at]["NUM"]), first, last)
    yield from _birth(hearing)


@lru_cache(maxsize=2)
def _listed(lang: str) -> re.Pattern[str]:
    listed = "FOREIGN|MARITAL|DEGREE|DOUBTFUL_DEGREE|TEST|SEX|JOBHEAD|NATIONALITY|IAM|JOBMODIFIER|NOKIDS"
    after = f"(?=(?:COMMA|AND|WITH|SLASH)? (?:{listed}){'|FROM FOREIGN' if lang == 'en' else ''})"
    return lexicon(lang).pattern(f"(?P<n>NUM) (?:YEARS OLD?)? {after}")


def _listed_age(hearing: Hearing, known: Container[int]) -> tuple[int, int] | None:
    """ "29, single, master's": a number that opens a list of facts."""
    for match in hearing.find(_listed(hearing.lang)):
        at = match.start("n")
        before = hearing.words[at - 1] if at else None
        opens = before is None or any(
            kind in before for kind in ("STOP", "PLEASE", "COMMA", "PARTNER", "COLON", "QUESTION", "SLASH")
        )
        follows_name = before is not None and not before.kinds and "YEARS" in hearing.words[match.end() - 1]
        from_there = match.end() < len(hearing.words) and "FOREIGN" in hearing.words[match.end()]
        opens = (opens and not from_there) or follows_name
        number = hearing.words[at]["NUM"]
        if opens and at not in known and number == int(number) and 17 <= number <= 65:
            return at, match.end() - 1
    return None


@lru_cache(maxsize=2)
def _born(lang: str) -> re.Pattern[str]:
    return lexicon(lang).pattern("BORN (?:IN|COLON|BE|ON|ARTICLE|THE|DASH|OF){0,3} (?P<y>YEARNUM)")


def read_no_such_day(hearing: Hearing) -> Iterator[Fact]:
    """``no_such_day``: a date that the calendar does not have ("31 February 1990"), as it was written."""
    for dated in hearing.impossible_dates:
        start, end = hearing.words[dated.first].start, hearing.words[dated.last].end
        yield from hearing.facts("no_such_day", hearing.text[start:end], dated.first, dated.last)


def _birth(hearing: Hearing) -> Iterator[Fact]:
    told = False
    for dated in hearing.dates:
        cue = any("BORN" in word for word in hearing.words[max(0, dated.first - 6) : dated.first])
        long_ago = dated.readings[0].year <= hearing.today.year - 16
        if not cue and not long_ago:
            continue
        told = True
        if dated.exact == "day":
            days = [day.isoformat() for day in dated.readings]
            value: Any = days[0] if len(days) == 1 else {"readings": days}
            yield from hearing.facts("birth_date", value, dated.first, dated.last, sure=len(days) == 1)
        elif cue:
            yield from _age_from(hearing, dated.readings[0], dated.first, dated.last, by_month=True)
    if told:
        return
    for match in hearing.find(_born(hearing.lang)):
        at = match.start("y")
        yield from _age_from(hearing, date(hearing.words[at]["NUM"], 1, 1), match.start(), at, by_month=False)


def _age_from(hearing: Hearing, born: date, first: int, last: int, by_month: bool) -> Iterator[Fact]:
    """The age of someone born in a month or year: certain only when the birthday cannot be still to come."""
    today = hearing.today
    age = today.year - born.year - (by_month and today.month < born.month)
    if not 0 <= age <= 120:
        return
    certain = by_month and today.month != born.month
    value: Any = age if certain else {"readings": [age, age - 1]}
    yield from hearing.facts("age", value, first, last, sure=certain)


def read_marital_status(hearing: Hearing) -> Iterator[Fact]:
    """``marital_status``: the last one that was said and not denied."""
    told: list[Fact] = []
    for at, word in enumerate(hearing.words):
        kind = next((kind for kind in ("MARITAL", "DOUBTFUL_MARITAL") if kind in word), None)
        others = hearing.scopes[at].person == "other" and "FIANCE" not in word
        if kind is None or others or _is_name(hearing, at):
            continue
        choices = word[kind].split("|")
        if choices == ["common_law"] and _has_ended(hearing, at):
            told.append(_marital(hearing, {"readings": ["never_married", "separated"]}, at, sure=False))
            continue
        if hearing.negated(at, 3):
            if choices == ["married"] and hearing.stated(at) and not told:
                told.append(_marital(hearing, "never_married", at, sure=False))
            continue
        if hearing.stated(at) or "FIANCE" in word:
            value: Any = choices[0] if len(choices) == 1 else {"readings": choices}
            told.append(_marital(hearing, value, at, sure=kind == "MARITAL"))
    sure = [fact for fact in told if fact.sure]
    values = {str(fact.value) for fact in sure}
    if len(values) > 1:
        yield from (fact for fact in sure[-1:] if hearing_corrects(hearing))
        if not hearing_corrects(hearing):
            first = sure[0]
            yield Fact(first.field, {"readings": sorted(values)}, "self", first.start, sure[-1].end, False)
    elif told:
        yield sure[-1] if sure else told[-1]
    else:
        yield from list(_former_spouse(hearing)) or _spouse(hearing)


def _has_ended(hearing: Hearing, at: int) -> bool:
    """Whether a union is told to be over: "was in a common-law relationship until last year"."""
    part = hearing.scopes[at].part
    was = any("PAST_BE" in word for word in hearing.words[max(0, at - 4) : at])
    ended = any(
        "ENDED" in word and abs(hearing.scopes[place].part - part) <= 1
        for place, word in enumerate(hearing.words)
        if place != at and abs(place - at) <= _ENDED_REACH
    )
    return was or ended


_ENDED_REACH = 12
"""Words between a union and what tells that it is over."""


def _spouse(hearing: Hearing) -> Iterator[Fact]:
    """``has_spouse``: "my wife", "mon mari": whoever says so is married, unless another status is told."""
    for at, word in enumerate(hearing.words):
        before = hearing.words[at - 1] if at else None
        listed = before is None or any(kind in before for kind in ("COMMA", "STOP", "COLON", "AND", "OPEN"))
        own = any("SELF" in near for near in hearing.words[max(0, at - 2) : at]) or (
            listed and "SEX" not in word
        )
        scope = hearing.scopes[at]
        told = scope.mood not in ("if", "ask") and scope.person != "other"
        if "SPOUSE" in word and own and told and not hearing.negated(at, 3):
            yield Fact("has_spouse", True, "self", word.start, word.end, True)
            return


def _former_spouse(hearing: Hearing) -> Iterator[Fact]:
    """ "My ex-wife": whoever says so was married, and is divorced or separated unless married again."""
    for at, word in enumerate(hearing.words):
        before = hearing.words[at - 1] if at else None
        somebodys = before is not None and (before.text == "'s" or "HE" in before or "ARTICLE" in before)
        if "EX_SPOUSE" in word and not somebodys and hearing.scopes[at].mood == "said":
            yield _marital(hearing, {"readings": ["divorced", "separated"]}, at, sure=False)
            return


def _is_name(hearing: Hearing, at: int) -> bool:
    """ "Ma femme Marie": a word with a capital right after the partner is the partner's name."""
    spelled = hearing.text[hearing.words[at].start : hearing.words[at].end]
    named = at and any(kind in hearing.words[at - 1] for kind in ("PARTNER", "NAMED"))
    return bool(named) and spelled.istitle()


def hearing_corrects(hearing: Hearing) -> bool:
    """Whether the message takes something back ("actually", "I meant", "8 not 7")."""
    return any("CORRECT" in word or "NOTBUT" in word for word in hearing.words)


def _marital(hearing: Hearing, value: Any, at: int, sure: bool) -> Fact:
    word = hearing.words[at]
    return Fact("marital_status", value, "self", word.start, word.end, sure and not hearing.doubted(at, at))


@lru_cache(maxsize=2)
def _residences(lang: str) -> re.Pattern[str]:
    return lexicon(lang).pattern(
        "(?P<live>LIVE_FUTURE) NEG? ~STOP_OR_COMMA_OR_QUESTION_OR_BUT{0,3}?"
        "(?P<place>QUEBEC|PROVINCE|CANADIAN_CITY)"
    )


def read_residence(hearing: Hearing) -> Iterator[Fact]:
    """``intends_quebec``: where the person wants to live."""
    for match in hearing.find(_residences(hearing.lang)):
        at = match.start("place")
        first = match.start()
        scope = hearing.scopes[at]
        if scope.mood in ("if", "ask") or scope.person not in ("self", "both"):
            continue
        between = hearing.words[match.start("live") + 1 : at]
        denied = hearing.negated(match.start("live"), 3) or any(
            "OUTSIDE" in word or "NEG" in word for word in between
        )
        quebec = "QUEBEC" in hearing.words[at]
        if denied and not quebec:
            continue
        words = hearing.words
        yield Fact(
            "intends_quebec",
            quebec and not denied,
            "self",
            words[first].start,
            words[at].end,
            not hearing.doubted(first, at),
        )
        return


_OPENING = 5
"""Words from the beginning within which another person is named."""


def read_another_person(hearing: Hearing) -> Iterator[Fact]:
    """``another_person``: the message begins to tell of somebody else ("new client: 28, single")."""
    for at, word in enumerate(hearing.words[:_OPENING]):
        if "ANOTHER_PERSON" in word and hearing.scopes[at].mood == "said":
            yield Fact("another_person", True, "self", word.start, word.end, True)
            return
