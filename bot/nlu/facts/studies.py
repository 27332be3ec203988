"""Education: the highest level, where it was earned, its assessment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import Any, NamedTuple

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.lexicon import UNKNOWN, lexicon
from express_entry.vocabulary import EDUCATION

_BY_YEARS = {1: "one_year", 2: "two_year", 3: "bachelors_or_three_year", 4: "bachelors_or_three_year"}
_CANADIAN = ("CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY", "CANADIAN_SCHOOL", "CANADIAN")
_FOREIGN = ("FOREIGN", "FOREIGN_SCHOOL", "NATIONALITY", "FOREIGN_WORD")
_ALSO_BACHELOR = frozenset({"bac", "baccalaureat"})
_TAUGHT = frozenset({"teach", "taught", "teaching", "enseigne"})
_GENERIC = frozenset(
    {
        "college graduate",
        "college grad",
        "university graduate",
        "graduation",
        "college degree",
        "graduate degree",
    }
)
_ALSO_IN_TITLES = frozenset(
    {
        "master",
        "secondary",
        "secondary school",
        "high school",
        "primary school",
        "secondaire",
        "lycee",
        "primaire",
    }
)


_SUBJECT = (
    "~STOP_OR_QUESTION_OR_COMMA_OR_BUT_OR_WORK_OR_EXPERIENCE_OR_YEARS_OR_NUM_OR_OPEN_OR_SELF_OR_MARITAL"
)


@lru_cache(maxsize=2)
def _timed(lang: str) -> tuple[re.Pattern[str], ...]:
    pattern = lexicon(lang).pattern
    return (
        pattern(
            "(?:(?P<n>NUM) (?:DASH)? YEARS|AYEAR) (?:OF|DASH|IN)? (?:JOBMODIFIER|STUDY)?"
            " (?P<d>DIPLOMA|DOUBTFUL_DEGREE)"
        ),
        pattern("(?P<d>DIPLOMA|DOUBTFUL_DEGREE) OF (?P<n>NUM) YEARS"),
        pattern("(?P<d>DOUBTFUL_DEGREE) OPEN? (?P<n>NUM) YEARS (?=$|CLOSE|COMMA|STOP)"),
        pattern(
            "(?P<d>DOUBTFUL_DEGREE|DIPLOMA) (?:(?P<n>NUM) YEARS|AYEAR)"
            " (?=FROM (?! EXPERIENCE|WORK)|(?:IN|ARTICLE)? (?:CANADIAN_SCHOOL|FOREIGN_SCHOOL))"
        ),
        pattern("(?P<d>DIPLOMA) (?:BE|IN) (?:ONLY)? (?P<n>NUM) YEARS (?:ONLY)?"),
        pattern(
            f"(?P<d>DOUBTFUL_DEGREE|DIPLOMA) {_SUBJECT}{{0,4}}? (?:CANADIAN_SCHOOL|FOREIGN_SCHOOL|{_SUBJECT})"
            f" (?:COMMA|OPEN|DASH) (?:(?P<n>NUM) YEARS|AYEAR) (?=CLOSE|COMMA|STOP|$)"
        ),
        pattern(
            "(?:(?P<n>NUM) YEARS|AYEAR) IN ARTICLE? (?:CANADIAN_SCHOOL|FOREIGN_SCHOOL)"
            " OPEN (?P<d>DIPLOMA|DOUBTFUL_DEGREE)"
        ),
    )


@lru_cache(maxsize=2)
def _took(lang: str) -> tuple[re.Pattern[str], ...]:
    """How long a degree took: its level is told already, its length is no work."""
    pattern = lexicon(lang).pattern
    degree = f"(?P<d>DEGREE|DOUBTFUL_DEGREE|DIPLOMA) {_SUBJECT}{{0,3}}?"
    years = "(?:(?P<n>NUM) DASH? YEARS|AYEAR)"
    no_work = "(?! OLD|AGO|(?:OF|IN)? (?:EXPERIENCE|WORK|JOBHEAD)|AS|JOB_AS|PLUS)"
    return (
        pattern(f"{degree} (?:OF|IN|OPEN) {years} {no_work}"),
        pattern(f"{degree} {years} (?=FROM|OF|CLOSE) {no_work}"),
        pattern(f"{degree} {years} (?=COMMA|STOP|AND|$|PLUS (?:DEGREE|DOUBTFUL_DEGREE|DIPLOMA))"),
        pattern(f"(?P<d>COMPLETES) (?:{UNKNOWN}|JOBMODIFIER){{1,3}} {years} {no_work}"),
        pattern(f"{years} (?:OF|IN|DASH)? (?P<d>DEGREE|DOUBTFUL_DEGREE)"),
        pattern(f"(?P<d>STUDY) ~STOP_OR_COMMA_OR_WORK_OR_AND{{1,4}}? {years} {no_work}"),
        pattern(f"(?P<d>DEGREE|DOUBTFUL_DEGREE|DIPLOMA) {_SUBJECT}{{0,2}}? TAKE ~STOP_OR_COMMA? {years}"),
        pattern(f"(?:HAVE|IHAVE|TAKE) SELF {degree} {years} {no_work}"),
    )


_LONGEST_DEGREE, _LONGEST_MASTER = 6, 2
"""Years beside a degree that tell how long it took: more beside a master's are likelier years of work."""


def lengths_of_study(hearing: Hearing) -> dict[int, float]:
    """The words that tell how long a diploma took ("1 year" in "diploma 1 year from Conestoga"), in years."""
    found: dict[int, float] = {}
    for pattern in (*_timed(hearing.lang), *_took(hearing.lang)):
        for match in hearing.find(pattern):
            of_job = qualifies_a_job(hearing, match.start("d"))  # "prof de lycée 5 ans"
            if of_job or "EXPERIENCE" in hearing.words[match.end() - 1]:
                continue
            years = hearing.value(match, "n", "NUM") or 1
            master = hearing.value(match, "d", "DEGREE") == "masters_or_professional"
            if years <= (_LONGEST_MASTER if master else _LONGEST_DEGREE):
                found |= {at: years for at in range(match.start(), match.end()) if at not in found}
    return found


class Credential(NamedTuple):
    """A credential told: its first and last word, the levels that may be meant, whether that is certain."""

    first: int
    last: int
    levels: list[str]
    certain: bool


def credentials(hearing: Hearing) -> list[Credential]:
    """Every credential that a message names, in their order."""
    found: list[Credential] = []
    taken: set[int] = set()
    for pattern in _timed(hearing.lang):
        for match in hearing.find(pattern):
            years = hearing.value(match, "n", "NUM") or 1
            if years in _BY_YEARS and not taken & set(range(match.start(), match.end())):
                found.append(Credential(match.start(), match.end() - 1, [_BY_YEARS[years]], True))
                taken |= set(range(match.start(), match.end()))
    for at, word in enumerate(hearing.words):
        if at in taken:
            continue
        for kind in ("DEGREE", "DOUBTFUL_DEGREE"):
            if kind in word and not qualifies_a_job(hearing, at):
                subject = word.text in _ALSO_BACHELOR and _names_a_subject(hearing, at)
                levels = ["bachelors_or_three_year"] if subject else word[kind].split("|")
                found.append(Credential(at, at, levels, subject or kind == "DEGREE"))
                break
    return sorted(found)


def qualifies_a_job(hearing: Hearing, at: int) -> bool:
    """ "Secondary school teacher", "master plumber": a level that belongs to a job title."""
    near = (*hearing.words[at + 1 : at + 2], *hearing.words[max(0, at - 2) : at])
    taught = at and hearing.words[at - 1].text in _TAUGHT
    return (taught or any("JOBHEAD" in word for word in near)) and hearing.words[at].text in _ALSO_IN_TITLES


def _names_a_subject(hearing: Hearing, at: int) -> bool:
    """ "Baccalauréat en génie": in Quebec's sense, a university degree."""
    after = hearing.words[at + 1 : at + 3]
    return (
        len(after) == 2
        and after[0].text == "en"
        and not any(
            kind in after[1] for kind in ("NUM", "FOREIGN", "CANADA", "QUEBEC", "MONTHNAME", "IN_PROGRESS")
        )
    )


def in_progress(hearing: Hearing, at: int) -> bool:
    """Whether the credential at this word is told to be still under way."""
    number = hearing.scopes[at].part
    near = [
        word
        for place, word in enumerate(hearing.words[max(0, at - 4) : at + 4], max(0, at - 4))
        if hearing.scopes[place].part == number
    ]
    return any("IN_PROGRESS" in word for word in near) or _still_to_end(hearing, at)


def _still_to_end(hearing: Hearing, at: int) -> bool:
    """Whether the words behind a credential tell that it was left, or ends after today: "master's, only first
    year", "MSc, done April 2027"; what names another credential is about that one."""
    words = hearing.words
    for place in range(at + 1, min(at + _HELD, len(words))):
        word, after = words[place], words[place + 1 : place + 4]
        if _ends(hearing, place) or any(kind in word for kind in _NAMED):
            return False
        of_other = takewhile(lambda other: not any(kind in other for kind in ("COMMA", "AND", "BUT")), after)
        if any(kind in other for other in of_other for kind in _NAMED):
            continue  # "a BSc, dropped out of my PhD"
        if "NO_DIPLOMA" in word or ("COMPLETES" in word and _is_after_today(hearing, place + 1)):
            return True
    return False


_NAMED = ("DEGREE", "DOUBTFUL_DEGREE")


def _is_after_today(hearing: Hearing, at: int) -> bool:
    """Whether the word, or the one behind a preposition there, begins a date or a year to come."""
    for place in range(at, min(at + 2, len(hearing.words))):
        if any(entry.first == place and entry.readings[0] > hearing.today for entry in hearing.dates):
            return True
        word = hearing.words[place]
        if "YEARNUM" in word:
            return bool(word["NUM"] > hearing.today.year)
    return False


def assessed(hearing: Hearing, named: list[Credential]) -> dict[int, Credential]:
    """What an assessment says, by the first word of the diploma that is held: that level counts.

    "ICAS rated my M.Com as a bachelor's", "my ECA says bachelor's though I hold an MSc"; where only the level
    is told ("my ECA says bachelor's"), it stands for itself.
    """
    found: dict[int, Credential] = {}
    for at, word in enumerate(hearing.words):
        if "ECA" not in word:
            continue
        start = next((n + 1 for n in range(at, -1, -1) if _ends(hearing, n)), 0)
        stop = next((n for n in range(at, len(hearing.words)) if _ends(hearing, n)), len(hearing.words))
        around = (
            *range(at + 1, min(stop, at + _SAYS)),
            *range(at - 1, max(start, at - _SAID_BEFORE) - 1, -1),
        )
        says = next((n for n in around if "ASSESSED" in hearing.words[n]), None)
        if says is None or not hearing.stated(says):
            continue
        after = [_as_assessed(hearing, entry) for entry in named if says < entry.first < stop]
        begin = min(at, says)
        before = [entry for entry in named if entry.last < begin and begin - entry.last <= _HELD]
        if len(after) > 1 and _as(hearing, after[1].first):
            found[after[0].first] = after[1]
        elif len(after) > 1:
            found[after[1].first] = after[0]
        elif after:
            found[(before or after)[-1].first] = after[0]
    return found


def _as_assessed(hearing: Hearing, entry: Credential) -> Credential:
    """What an assessment calls a "baccalauréat" is the degree of a Canadian university."""
    if hearing.words[entry.first].text in _ALSO_BACHELOR:
        return entry._replace(levels=["bachelors_or_three_year"], certain=True)
    return entry


_LEFT = 12
"""Words from study to what tells that it was left: "j'ai étudié un an à Laval mais je n'ai pas fini"."""
_SAID_BEFORE = 8
"""Words from the assessment back to its verb: "assessed as a master's by WES"."""
_SAYS, _HELD = 7, 8
"""Words from the assessment to its verb, and back to the diploma that it is of."""


def _ends(hearing: Hearing, at: int) -> bool:
    return "STOP" in hearing.words[at] or "QUESTION" in hearing.words[at]


def _as(hearing: Hearing, at: int) -> bool:
    """Whether "as a", "to" or "equals" stands before a level."""
    kinds = ("AS", "JOB_AS", "ASSESSED", "TO")
    return any(kind in word for word in hearing.words[max(0, at - 5) : at] for kind in kinds)


def read_education(hearing: Hearing) -> Iterator[Fact]:
    """``education``: the highest credential of each person."""
    by_person: dict[str, list[Credential]] = {}
    named = credentials(hearing)
    counted = assessed(hearing, named)
    equivalents = {entry.first for entry in counted.values()} - counted.keys()
    for entry in (counted.get(each.first, each) for each in named if each.first not in equivalents):
        first, levels = entry.first, entry.levels
        had = not hearing.negated(first, 3) and not in_progress(hearing, first)
        if (
            not hearing.stated(first)
            or not (had or levels == ["less_than_secondary"])
            or first in hearing.taken
        ):
            continue
        scope = hearing.scopes[first]
        for person in ("self", "partner") if scope.person == "both" else (scope.person,):
            clear = entry.certain and scope.clear and not hearing.doubted(first, entry.last)
            by_person.setdefault(person, []).append(entry._replace(certain=clear))
    for whose, told in by_person.items():
        fact = _highest(hearing, whose, told)
        if fact is not None:
            yield fact


def _highest(hearing: Hearing, person: str, told: list[Credential]) -> Fact | None:
    first, last, levels, certain = max(
        told, key=lambda entry: (EDUCATION.index(entry.levels[0]), len(entry.levels) == 1, entry.certain)
    )
    distinct = {hearing.words[entry.first].text for entry in told}
    start, end = hearing.words[first].start, hearing.words[last].end
    named = hearing.scopes[first].named
    own = [
        entry
        for entry in told
        if EDUCATION.index(entry.levels[0]) >= EDUCATION.index("one_year")
        and counts_apart(hearing, entry.first)
    ]
    if levels[0] == "bachelors_or_three_year" and len(own) > 1 and len(distinct) > 1:
        return Fact("education", {"readings": ["two_or_more", levels[0]]}, person, start, end, False, named)
    value: Any = levels[0] if len(levels) == 1 else {"readings": levels}
    return Fact("education", value, person, start, end, certain and len(levels) == 1, named)


def counts_apart(hearing: Hearing, at: int) -> bool:
    """Whether a credential is one of its own beside others, not another word for one: "bac+3", "graduate"."""
    text = hearing.words[at].text
    return text not in _GENERIC and not text.startswith("bac +")


@lru_cache(maxsize=2)
def studied(lang: str) -> tuple[re.Pattern[str], ...]:
    """Patterns for a credential and the place where it was earned."""
    pattern = lexicon(lang).pattern
    place = (
        "(?P<place>CANADA|QUEBEC|PROVINCE|CANADIAN_CITY|CANADIAN_SCHOOL|FOREIGN|FOREIGN_SCHOOL|FOREIGN_WORD)"
    )
    nation = "(?P<place>CANADIAN|NATIONALITY|FOREIGN_WORD)"
    credential = "(?P<d>DEGREE|DOUBTFUL_DEGREE|DEGREEWORD|DIPLOMA|STUDY)"
    other = "~STOP_OR_QUESTION_OR_BUT_OR_WORK_OR_EXPERIENCE_OR_YEARS_OR_COMMA_OR_WANT_OR_TEST_OR_JOBHEAD"
    return (
        pattern(f"{credential} (?:OF NUM YEARS)? {other}{{0,6}}? {place}"),
        pattern(f"{credential} {other}{{0,4}}? OPEN {other}{{0,2}}? {place}"),
        pattern(
            f"{credential} (?:{other}|OPEN|CLOSE){{0,6}}? COMMA (?:NUM YEARS COMMA)?"
            " (?P<place>CANADIAN_SCHOOL|FOREIGN_SCHOOL)"
        ),
        pattern(
            f"(?P<d>DEGREE|DOUBTFUL_DEGREE) {other}{{0,4}}? COMMA ARTICLE? (?P<place>FOREIGN)"
            " (?=COMMA|STOP|CLOSE|$)"
        ),
        pattern(f"(?P<d>STUDY) NUM YEARS IN ARTICLE? {place}"),
        pattern(f"{credential} OPEN NUM YEARS CLOSE (?:FROM|IN|ARTICLE){{0,3}} {place}"),
        pattern(f"(?P<d>DIPLOMA|DOUBTFUL_DEGREE) (?:NUM YEARS|AYEAR) (?:FROM|IN|ARTICLE){{0,3}} {place}"),
        pattern(f"{nation} (?:NUM YEARS)? {credential}"),
    )


def places_of_study(hearing: Hearing) -> Iterator[tuple[int, bool, int, int]]:
    """Where credentials were earned: the word of the credential, whether in Canada, first and last word.

    A Canadian level that an assessment names ("equivalent to a Canadian bachelor's") was not earned there,
    and a language course is no credential.
    """
    equivalents = {entry.first for entry in assessed(hearing, credentials(hearing)).values()}
    for pattern in studied(hearing.lang):
        for match in hearing.find(pattern):
            first, last, at = match.start(), match.end() - 1, match.start("d")
            apart = (
                qualifies_a_job(hearing, at) or at in equivalents or hearing.part_has(at, "LANGUAGE_COURSE")
            )
            under_way = in_progress(hearing, at) and not _without_diploma(hearing, at)
            if not apart and hearing.stated(first) and hearing.stated(last) and not under_way:
                word = hearing.words[match.start("place")]
                yield at, any(kind in word for kind in _CANADIAN), first, last


def read_place_of_study(hearing: Hearing) -> Iterator[Fact]:
    """``education_country_is_canada`` and ``canadian_education``."""
    for at, word in enumerate(hearing.words):
        if "NO_CANADIAN_STUDY" in word:
            yield from hearing.facts("canadian_education", "none", at, at)
    told: list[tuple[int, bool, int, int]] = []
    credited: set[tuple[str, int]] = set()
    for at, canadian, first, last in places_of_study(hearing):
        scope = hearing.scopes[at]
        if not scope.clear or at in hearing.taken:
            continue
        if hearing.negated(at, 4) or _without_diploma(hearing, at):
            if canadian and ("none", scope.part) not in credited:
                credited.add(("none", scope.part))
                yield from hearing.facts("canadian_education", "none", first, last)
            continue
        level = _canadian_level(hearing, at) if canadian else None
        if level is not None and (level, scope.part) not in credited:
            credited.add((level, scope.part))
            yield from hearing.facts("canadian_education", level, first, last)
        if scope.person in ("self", "both"):
            told.append((_rank(hearing, at), canadian, first, last))
    highest = [entry for entry in told if entry[0] == max(told)[0]]
    if len({canadian for _, canadian, _, _ in highest}) == 1:
        _, canadian, first, last = highest[0]
        start, end = hearing.words[first].start, hearing.words[last].end
        yield Fact(
            "education_country_is_canada", canadian, "self", start, end, True, hearing.scopes[first].named
        )


def _without_diploma(hearing: Hearing, at: int) -> bool:
    """ "18 months at a college in Ottawa without graduating": study that ended without a credential."""
    return any("NO_DIPLOMA" in word for word in hearing.words[at : at + _LEFT])


def _rank(hearing: Hearing, at: int) -> int:
    """How high the credential at a word is; -1 when the word names none."""
    level = next((levels for first, last, levels, _ in credentials(hearing) if first <= at <= last), None)
    return EDUCATION.index(level[0]) if level else -1


def _canadian_level(hearing: Hearing, at: int) -> str | None:
    level = next((levels for first, last, levels, _ in credentials(hearing) if first <= at <= last), None)
    if level is None or len(level) > 1 or level[0] in ("secondary", "less_than_secondary", "two_or_more"):
        return None
    return "one_or_two_years" if level[0] in ("one_year", "two_year") else "three_years_or_more"


def read_assessment(hearing: Hearing) -> Iterator[Fact]:
    """``has_eca`` and ``eca_date``."""
    for at, word in enumerate(hearing.words):
        if "UNASSESSED" in word and hearing.scopes[at].mood not in ("ask", "if"):
            yield from _none_yet(hearing, at)
            return
        if "ECA" in word and _is_pending(hearing, at):
            yield from _none_yet(hearing, at)
            return
        if "ECA" not in word or not hearing.stated(at):
            continue
        if _has_expired(hearing, at):
            return
        if hearing.negated(at, 4) or any("NEG" in near for near in hearing.words[at + 1 : at + 3]):
            yield from hearing.facts("has_eca", False, at, at)
            return
        dated = next((entry for entry in hearing.dates if 0 < entry.first - at <= 8), None)
        year = next(
            (
                place
                for place in range(at + 1, min(at + 7, len(hearing.words)))
                if "YEARNUM" in hearing.words[place]
            ),
            None,
        )
        if dated is not None and hearing.stated(dated.first):
            days = [day.isoformat() for day in dated.readings if day <= hearing.today]
            if days:
                value: Any = dated.told if len(days) == 1 else {"readings": days}
                yield from hearing.facts("eca_date", value, at, dated.last, sure=len(days) == 1)
                return
        elif year is not None and hearing.words[year]["NUM"] <= hearing.today.year:
            yield from hearing.facts("eca_date", str(hearing.words[year]["NUM"]), at, year)
            return
        if any(
            "IHAVE" in near or "TAKE" in near or "RECEIVED" in near
            for near in hearing.words[max(0, at - 5) : at + 4]
        ):
            yield from hearing.facts("has_eca", True, at, at)
            return


def _none_yet(hearing: Hearing, at: int) -> Iterator[Fact]:
    scope, word = hearing.scopes[at], hearing.words[at]
    if scope.person in ("self", "partner"):
        yield Fact("has_eca", False, scope.person, word.start, word.end, True, scope.named)


def _is_pending(hearing: Hearing, at: int) -> bool:
    """Whether the assessment is told to be under way: "ECA pending", "waiting for my ECA"."""
    number = hearing.scopes[at].part
    near = range(max(0, at - 4), min(len(hearing.words), at + 5))
    pending = any(
        "PENDING" in hearing.words[place] and hearing.scopes[place].part == number for place in near
    )
    return pending and hearing.scopes[at].mood not in ("ask", "if")


def _has_expired(hearing: Hearing, at: int) -> bool:
    """Whether the assessment is told to be no longer valid: then it is none, whatever its date."""
    for word in hearing.words[at + 1 : at + 8]:
        if "STOP" in word or "QUESTION" in word:
            return False
        if "EXPIRED" in word:
            return True
    return False
