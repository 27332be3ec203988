"""Work: how long, in Canada or elsewhere."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise, takewhile
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.dates import Dated, yearless
from bot.nlu.facts.family import taken as children_told
from bot.nlu.facts.hearing import Hearing, once
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.person import ages, is_of_ones_own
from bot.nlu.facts.studies import is_of_study, places_of_study
from bot.nlu.facts.study_lengths import FIELDS, lengths_of_study, of_study_or_work
from bot.nlu.facts.words import Word, tidy
from express_entry.occupations.search import is_in_titles

_MOST_YEARS = 50
_YEARS_LIKE_AN_AGE = 17
"""From here on, years beside a job title or a place may as well be an age."""
_CANADIAN = ("CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY", "CANADIAN")
_FOREIGN = ("FOREIGN", "FOREIGN_WORD")
_ORIGIN = frozenset({"from", "de", "du", "d'", "des"})
_REACH = 9
"""Words between a length of time and the place or word that it belongs to."""


@dataclass(frozen=True)
class Length:
    """A length of time in years, with the words that tell it; ``readings`` if it is not one number.

    ``start`` and ``end`` are as told ("2024-03", "2019") where dates tell it; no ``end``: it goes on.
    ``part``: it is told as a part of a longer one, on one's own account or on leave.
    """

    first: int
    last: int
    readings: tuple[float, ...]
    start: str | None = None
    end: str | None = None
    part: bool = False

    @property
    def by_dates(self) -> bool:
        """Whether dates tell it."""
        return self.start is not None


_LENGTHS = (
    *("mixed", "half", "years_to", "more", "years", "elliptic", "elliptic_as", "elliptic_part", "plus"),
    *("months", "years_from_to", "since"),
)
"""The lists of patterns that tell a length of time, in the order in which they are tried."""


def _all_lengths(hearing: Hearing) -> list[Length]:
    found: list[Length] = []
    taken: set[int] = set()
    told = (
        _seasonal(hearing),
        _between_dates(hearing),
        _parts_told(hearing),
        _in_years(hearing),
        _begun(hearing),
    )
    for length in chain(*told):
        words = set(range(length.first, length.last + 1))
        if not taken & words and length.readings and 0 <= length.readings[0] <= _MOST_YEARS:
            found.append(length)
            taken |= words
    found = _with_the_right_ones(hearing, [_renewed(hearing, length) for length in found])
    return sorted((_put_right(hearing, length) for length in found), key=lambda length: length.first)


def _seasonal(hearing: Hearing) -> Iterator[Length]:
    """ "6 months each year for four years", "5 months every winter, for 6 winters": two years and a half, and
    neither half a year nor six."""
    for match in hearing.matches("work.seasonal"):
        months, years = hearing.value(match, "m", "NUM"), hearing.value(match, "n", "NUM")
        if 0 < months < _MONTHS_A_YEAR:
            yield Length(match.start(), match.end() - 1, (tidy(months * years / _MONTHS_A_YEAR),))


_MONTHS_A_YEAR = 12


def _begun(hearing: Hearing) -> Iterator[Length]:
    """ "I joined Infosys in 2019 as an engineer and left in 2023", "started as a welder in May 2023": what
    somebody was hired for goes on until they left, as far as that is told."""
    words = hearing.words
    days = _days_and_years(hearing)
    for at in (at for at, word in enumerate(words) if "BEGAN" in word):
        last = next((place for place in range(at, len(words)) if _ends_sentence(words[place])), len(words))
        left = next(
            (place for place in range(at + 1, last) if _is_any(words[place], ("OVER", "LEFT", "ENDED"))), last
        )
        told = [day for day in days if at < day.first < left]
        first = next((place for place in range(at, -1, -1) if _parts(words[place])), 0)
        told += [day for day in days if first <= day.first < at][-1:]
        if not told or not any("JOBHEAD" in word for word in words[first:left]):
            continue
        start, today = told[0].readings[0], hearing.today
        ends = [day for day in days if left < day.first <= left + _TO_AN_END] if left < last else []
        end = ends[0].readings[0] if ends else today
        months = (end.year - start.year) * _MONTHS_A_YEAR + end.month - start.month
        if months > 0:
            years = tidy(months / _MONTHS_A_YEAR)
            yield Length(told[0].first, told[0].last, (years,), told[0].told, ends[0].told if ends else None)


def _days_and_years(hearing: Hearing) -> list[Dated]:
    """The dates that a message tells, with those of which only the year is told."""
    years = (
        Dated(at, at, "year", (date(int(word["NUM"]), 1, 1),))
        for at, word in enumerate(hearing.words)
        if "YEARNUM" in word and not any(day.first <= at <= day.last for day in hearing.dates)
    )
    return sorted((*hearing.dates, *years), key=lambda day: day.first)


def _renewed(hearing: Hearing, length: Length) -> Length:
    """ "A contract of 6 months, renewed once": as long again for each time."""
    behind = range(length.last + 1, min(len(hearing.words), length.last + 1 + _BESIDE))
    at = next((at for at in behind if "RENEWED" in hearing.words[at]), None)
    if at is None or length.by_dates:
        return length
    times = 1 + int(hearing.words[at]["RENEWED"])
    return replace(length, last=at, readings=tuple(tidy(years * times) for years in length.readings))


def lengths_told(hearing: Hearing) -> list[Length]:
    """The lengths of time in a message, whatever they are of."""
    return _all_lengths(hearing)


def _with_the_right_ones(hearing: Hearing, found: list[Length]) -> list[Length]:
    """A length and, in the same breath, the right one are one: "4 years as a welder, no sorry 5 years"."""
    for match in hearing.matches("work.put_right"):
        wrong = next((each for each in found if each.first == match.start("was")), None)
        at = match.start("n")
        right = next((each for each in found if each.first == at), None)
        if wrong is None or wrong is right:
            continue
        months = "MONTHS" in hearing.words[wrong.last]
        number = hearing.words[at]["NUM"]
        readings = right.readings if right is not None else (tidy(number / 12) if months else number,)
        if readings and readings[0] <= _MOST_YEARS:
            found = [each for each in found if each is not wrong and each is not right]
            found.append(replace(wrong, readings=readings))
    return found


def _put_right(hearing: Hearing, length: Length) -> Length:
    """A beginning and, in the same breath, the right one: "since 2018, wait no, March 2017"."""
    words = hearing.words
    at = length.last + 1
    while at < len(words) and any(kind in words[at] for kind in ("COMMA", "NO", "NEG", "CORRECT")):
        at += 1
    corrects = any("CORRECT" in word for word in words[length.last + 1 : at])
    dated = next((entry for entry in hearing.dates if entry.first == at), None)
    if not corrects or dated is None or length.start is None or length.end is not None:
        return length
    start, today = dated.readings[0], hearing.today
    months = (today.year - start.year) * 12 + today.month - start.month
    if months <= 0:
        return length
    return Length(length.first, dated.last, (tidy(months / 12),), dated.told)


def _between_dates(hearing: Hearing) -> Iterator[Length]:
    """ "From January 2020 to July 2023", "since March 2024", "2019 to March 2024"."""
    for dated in hearing.dates:
        start = dated.readings[0]
        if (began := _year_before(hearing, dated)) is not None:
            year = hearing.words[began]["NUM"]
            months = (start.year - year) * 12 + start.month - 1
            yield Length(began, dated.last, (tidy(months / 12),) if months > 0 else (), str(year), dated.told)
        if (ended := _end_of(hearing, dated)) is None:
            continue
        last, end, told = ended
        months = (end.year - start.year) * 12 + end.month - start.month
        yield Length(dated.first, last, (tidy(months / 12),) if months > 0 else (), dated.told, told)


def _year_before(hearing: Hearing, dated: Dated) -> int | None:
    """The year from which on something was until a date: "2019 to March 2024"."""
    began = dated.first - _OVER_A_WORD
    leads = began >= 0 and any(kind in hearing.words[began + 1] for kind in ("TO", "DASH"))
    within = any(each.first <= began <= each.last for each in hearing.dates)
    return began if leads and "YEARNUM" in hearing.words[began] and not within else None


def _end_of(hearing: Hearing, dated: Dated) -> tuple[int, date, str | None] | None:
    """Of what began with a date: the last word of when it ended, the day, and how that is told."""
    words, today = hearing.words, hearing.today
    gap = words[dated.last + 1] if dated.last + 1 < len(words) else None
    leads = gap is not None and ("TO" in gap or "DASH" in gap)
    beside = dated.last + _OVER_A_WORD
    after = next((each for each in hearing.dates if each.first == beside), None)
    if after is not None and (leads or _is_between(hearing, dated)):
        return after.last, after.readings[0], after.told
    if leads and _is_present(hearing, beside):
        return beside, today, None
    if gap is not None and ("PRESENT" in gap or "UNTIL_NOW" in gap):
        return dated.last + 1, today, None
    if leads and beside < len(words) and "YEARNUM" in words[beside]:
        year = int(words[beside]["NUM"])
        return beside, date(year, 12, 31), str(year)
    if (ending := _until(hearing, dated)) is not None:
        return ending.last if ending.first == beside else dated.last + 1, ending.readings[0], ending.told
    since = dated.first and ("SINCE" in words[dated.first - 1] or _is_from_then_on(hearing, dated))
    return (dated.last, today, None) if since else None


def _is_from_then_on(hearing: Hearing, dated: Dated) -> bool:
    """ "Chef in Ottawa from March 2021": where a place has a beginning and no end."""
    before, gap = dated.first - _OVER_A_WORD, hearing.words[dated.last + 1 : dated.last + 2]
    begins = before >= 0 and "FROM" in hearing.words[before + 1] and place_at(hearing, before) is not None
    return begins and all(_is_any(word, ("STOP", "COMMA", "AND")) for word in gap)


_OVER_A_WORD, _TO_AN_END = 2, 7
"""Words from a beginning to an end right behind "to", and to a month that tells when something else was."""


def _is_between(hearing: Hearing, dated: Dated) -> bool:
    """Whether "and" leads from a date to the end: "between May 2016 and March 2024"."""
    before, gap = hearing.words[max(0, dated.first - 1) : dated.first], hearing.words[dated.last + 1]
    return "AND" in gap and any(word.text in ("between", "entre") for word in before)


def _until(hearing: Hearing, begun: Dated) -> Dated | None:
    """The month without a year with which it ended: "from June 2012 until January", "from June 2012 until the
    baby came in January"."""
    gap = hearing.words[begun.last + 1 : begun.last + 2]
    if not any("UNTIL" in word for word in gap):
        return None
    for dated in yearless(hearing.words, hearing.matches, hearing.today, ahead=False):
        between = hearing.words[begun.last + 2 : dated.first]
        near = 0 <= len(between) <= _TO_AN_END and dated.first >= begun.last + _OVER_A_WORD
        if near and not any(kind in word for word in between for kind in ("STOP", "COMMA", "NUM", "SINCE")):
            return dated if dated.readings[0] > begun.readings[0] else None
    return None


def _is_present(hearing: Hearing, at: int) -> bool:
    return at < len(hearing.words) and "PRESENT" in hearing.words[at]


def _parts_told(hearing: Hearing) -> Iterator[Length]:
    """Parts of a job that were on one's own account, on leave or in another position: "6 years, the last two
    freelance", "30 months, 14 of them on leave", "7 years, the last 3 as a manager"."""
    for match in hearing.matches("work.part"):
        first, last = match.start(), match.end() - 1
        how = _is_said_of(hearing, first, last, "SELF_EMPLOYED", "LEAVE")
        whole = _whole_before(hearing, first)
        beginning = first > 0 and "SINCE" in hearing.words[first - 1]
        counted = not beginning and ("one" not in match or whole is not None)
        position = _in_another_position(hearing, first, last) if counted and not how else None
        if not (how or position):
            continue
        unit = hearing.words[match.start("unit")] if "unit" in match else None
        in_months = "MONTHS" in unit if unit is not None else whole is not None and whole[1]
        if "half" in match:
            halved = not _HALF.isdisjoint(hearing.words[first].text.split())
            years = whole[0] / 2 if whole is not None and halved else None
        else:
            number = (
                _one_or_four(hearing, first, last) if "one" in match else hearing.value(match, "n", "NUM")
            )
            years = number / 12 if in_months and number is not None else number
        if years is not None:
            yield Length(first, last, (tidy(years),), part=position != "elsewhere")


def _in_another_position(hearing: Hearing, first: int, last: int) -> str | None:
    """ "The last 3 as a manager", "supervisor for the last year": a part with a title of its own, which
    nothing like "then" sets apart; in another place than the whole it is a job of its own, ``elsewhere``."""
    words = hearing.words
    before = range(first - 1, -1, -1) if "PART_OF" not in words[first] else range(0)
    begin = next((at + 1 for at in before if _is_any(words[at], (*_PARTED, "YEARS", "MONTHS"))), 0)
    begin = begin if before else first
    end = next((at for at in range(last + 1, len(words)) if _is_any(words[at], _PARTED)), len(words))
    own = [at for at in (*range(begin, first), *range(last + 1, end)) if at < last + _REACH]
    titled = any("JOBHEAD" in words[at] for at in own if at > last or at >= first - _TO_A_POSITION)
    apart = any("THEN" in words[at] or _counts(words[at]) for at in own)
    here = {place for at in own if (place := place_at(hearing, at)) is not None}
    there = {place for at in range(begin) if (place := place_at(hearing, at)) is not None}
    if not titled or apart:
        return None
    return "elsewhere" if here and there and here != there else "there"


_TO_A_POSITION = 5
"""Words from a title to the part of a job that was in it: "team leader for the last 2 years"."""


def _one_or_four(hearing: Hearing, first: int, last: int) -> int | None:
    """A year, as in "the first year", or the four of « les quatre premières années », which is one word since
    a test has four abilities; None for years whose number is not told."""
    if not hearing.words[last].text.endswith("s"):
        return 1
    return (
        4
        if first and hearing.words[first - 1].text in ("les quatre", "les 4", "the four", "the 4", "all four")
        else None
    )


_HALF = frozenset({"half", "moitie"})
"""Words of "half of it" and « la moitié », which tell how large a part is."""


def _whole_before(hearing: Hearing, at: int) -> tuple[float, bool] | None:
    """The years of the length told last before a word, and whether it is told in months; None without one."""
    for name in ("mixed", "half", "years", "months"):
        found = [match for match in hearing.matches(f"work.{name}") if match.last < at]
        if found:
            readings = _readings(hearing, found[-1])
            return (readings[0], name == "months") if readings else None
    return None


def _is_said_of(hearing: Hearing, first: int, last: int, *kinds: str) -> bool:
    """Whether a word of one of these kinds stands beside a length, and says what it was spent on."""
    words = hearing.words
    behind, before = words[last + 1 : last + 1 + _REACH], words[max(0, first - _BESIDE) : first]
    if behind and "WITH" in behind[0]:  # "3 years with a year of leave"
        behind = []
    if len(behind) > 1 and "COMMA" in behind[0]:  # "off for a year, parental leave"
        behind = behind[1:2]
    told = takewhile(lambda word: not (_counts(word) or _is_any(word, _PARTED)), behind)
    return any(_is_any(word, kinds) for word in told) or any(
        _is_any(word, kinds) for word in takewhile(lambda word: not _is_any(word, _PARTED), reversed(before))
    )


_PARTED = ("COMMA", "STOP", "QUESTION", "THEN", "PLUS", "BUT")
"""Words behind which something else is told."""


def _is_any(word: Word, kinds: Sequence[str]) -> bool:
    return any(kind in word for kind in kinds)


def _counts(word: Word) -> bool:
    return "NUM" in word and "ARTICLE" not in word


_BESIDE = 3
"""Words from what a length was spent on to the length: "on leave for 5 months"."""


def is_leave(hearing: Hearing, length: Length) -> bool:
    """Whether a length is of leave inside a job, and no work: "one year of maternity leave"."""
    return not length.by_dates and _is_said_of(hearing, length.first, length.last, "LEAVE")


def leaves(hearing: Hearing) -> list[Length]:
    """The lengths of leave that a message tells."""
    return [
        length
        for length in _all_lengths(hearing)
        if is_leave(hearing, length) and hearing.stated(length.first) and hearing.stated(length.last)
    ]


def _in_years(hearing: Hearing) -> Iterator[Length]:
    for name in _LENGTHS:
        for match in hearing.matches(f"work.{name}"):
            first, last = match.start("n") if name.startswith("elliptic") else match.start(), match.end() - 1
            if name.startswith("elliptic") and _counts_people(hearing, first):
                continue
            if name in ("years_from_to", "since"):
                start = _start_of(hearing, match)
                end = hearing.value(match, "to", "NUM") if name == "years_from_to" else None
                years = (end or hearing.today.year) - start
                readings = (years, years - 1) if years > 1 else ((years,) if years >= 0 else ())
                yield Length(first, last, readings, str(start), str(end) if end else None)
            else:
                yield Length(first, last, _readings(hearing, match))


def _start_of(hearing: Hearing, match: Match) -> int:
    """The year in which something began: told, this one, or that of "last year", "last summer"."""
    if "from" in match:
        return int(hearing.value(match, "from", "NUM"))
    if "this" in match:
        return hearing.today.year
    word, today = hearing.words[match.start("last")], hearing.today
    ends = next((month for month, names in _SEASON_ENDS.items() if word.text.endswith(names)), None)
    return today.year - (ends is None or today.month <= ends)


_SEASON_ENDS = {
    3: ("winter", "hiver"),
    6: ("spring", "printemps"),
    9: ("summer", "ete"),
    12: ("autumn", "fall", "automne"),
}
"""The month with which a season ends: until then "last summer" is that of the year before."""


def _counts_people(hearing: Hearing, at: int) -> bool:
    """Whether a number without its word is of people: "two brothers, one in Regina"."""
    for word in reversed(hearing.words[max(0, at - 6) : at]):
        if "YEARS" in word or "STOP" in word:
            return False
        if any(kind in word for kind in _KIN):
            return True
    return False


_KIN = ("SIBLING", "RELATIVE", "KID")


def _readings(hearing: Hearing, match: Match) -> tuple[float, ...]:
    if "halfyear" in match:
        return (0.5,)
    if "one" in match:
        return (1,)
    years = hearing.words[match.start("n")].kinds.get("NUM", 1) if "n" in match else int("half" in match)
    if "lo" in match:
        low = hearing.value(match, "lo", "NUM")
        return (low, years) if low < years <= 2 * low + 1 else ()
    months = hearing.value(match, "m", "NUM") if "m" in match else 0
    return (tidy(years + months / 12 + (0.5 if "half" in match else 0)),)


@dataclass(frozen=True)
class Stint:
    """A length of time and where it was worked: True in Canada, False elsewhere, None not told."""

    length: Length
    in_canada: bool | None
    sure: bool
    last: int
    at: int | None = None
    """The word that tells its place."""


@once
def lengths_of_work(hearing: Hearing) -> list[Length]:
    """The lengths of time that may be of work: no age, no study, no sum of others."""
    aged, studied = ages(hearing).keys() | children_told(hearing), lengths_of_study(hearing)
    lengths = [
        length
        for length in _all_lengths(hearing)
        if length.first not in aged and length.first not in studied and not _something_else(hearing, length)
    ]
    lengths = [length for length in lengths if not _counts_something_else(hearing, length, lengths)]
    lengths = [length for length in lengths if not _is_part(hearing, length, lengths)]
    return [length for length in lengths if not _is_sum(hearing, length, lengths)]


@once
def stints_of(hearing: Hearing) -> list[Stint]:
    """The lengths of work that a message tells, each with its place."""
    lengths = lengths_of_work(hearing)
    place_first = _place_first(hearing, lengths)
    stints = (_stint(hearing, lengths, number, place_first) for number in range(len(lengths)))
    told = [
        stint
        for stint in stints
        if stint is not None and hearing.stated(stint.length.first) and hearing.stated(stint.length.last)
    ]
    if len(told) > 1:
        told = [stint for stint in told if not _is_of_living(hearing, stint.length)]
    if told and told[-1].in_canada is not None and _all_there(hearing, told[-1]):
        return [
            stint if stint.in_canada is not None else replace(stint, in_canada=told[-1].in_canada)
            for stint in told
        ]
    return told


def _is_of_living(hearing: Hearing, length: Length) -> bool:
    """ "I've lived in Moncton for 2 years and work as a nurse aide there for 1": how long somebody has lived
    in a place, beside work that has its own time."""
    before = hearing.words[max(0, length.first - _REACH) : length.first]
    told = [*takewhile(lambda word: not _is_any(word, (*_PARTS, *_OF_WORK)), reversed(before))]
    return any(_LIVING.intersection(word.text.split()) for word in told)


_LIVING = frozenset(
    {"live", "lived", "living", "lives", "based", "reside", "resided", "residing"}
    | {"vis", "vit", "vivons", "vecu", "habite", "habitons", "reside", "installe", "installee"}
)


def _all_there(hearing: Hearing, stint: Stint) -> bool:
    """ "…, all in Nairobi": one place for every length before it."""
    kinds = ("EACH", "BOTH", "TOTAL")
    return any(
        kind in word or word.text in _ALL_IN
        for word in hearing.words[stint.length.last + 1 : stint.last + 1]
        for kind in kinds
    )


_ALL_IN = frozenset({"tout en", "tout au", "tout a"})


def read_work(hearing: Hearing) -> Iterator[Fact]:
    """``canadian_work_years``, ``foreign_work_years`` and, with the place untold, ``work_years``."""
    stints: dict[tuple[str, str], list[Stint]] = {}
    for stint in stints_of(hearing):
        if stint.length.first in hearing.taken or is_internship(hearing, stint.length):
            continue
        if is_unpaid(hearing, stint.length):
            continue
        scope = hearing.scopes[stint.length.last]
        name = {True: "canadian_work_years", False: "foreign_work_years", None: "work_years"}[stint.in_canada]
        for person in ("self", "partner") if scope.person == "both" else (scope.person,):
            stints.setdefault((name, person), []).append(stint)
    for (name, person), told in stints.items():
        if name != "work_years" or not any(other != name and whose == person for other, whose in stints):
            yield _summed(hearing, name, person, told)
    yield from (fact for fact in _none_at_all(hearing) if (fact.field, fact.person) not in stints)


def _summed(hearing: Hearing, name: str, person: str, told: list[Stint]) -> Fact:
    """Stints one after the other count together, unless the message corrects itself."""
    correcting = any("CORRECT" in word for word in hearing.words)
    if correcting:
        told = told[-1:]
    first, last = min(stint.length.first for stint in told), max(stint.last for stint in told)
    start, end = hearing.words[first].start, hearing.words[last].end
    named = all(hearing.scopes[stint.length.last].named for stint in told)
    if len(told) == 1:
        readings = told[0].length.readings
        value: Any = readings[0] if len(readings) == 1 else {"readings": list(readings)}
        return Fact(name, value, person, start, end, told[0].sure and len(readings) == 1, named)
    total = tidy(sum(stint.length.readings[0] for stint in told))
    exact = all(stint.sure and len(stint.length.readings) == 1 for stint in told)
    return Fact(name, total, person, start, end, exact and name != "work_years", named)


def _place_first(hearing: Hearing, lengths: list[Length]) -> bool:
    """Whether places stand before their lengths of time: "in India 3 years, in Canada 2"."""
    if not lengths:
        return False
    studied = where_studied(hearing)
    first = lengths[0].first
    before = any(place_at(hearing, at) is not None for at in range(max(0, first - 5), first))
    behind = range(lengths[-1].last + 1, min(len(hearing.words), lengths[-1].last + _REACH))
    after = any(place_at(hearing, at) is not None for at in behind if at not in studied)
    return before and not after


@once
def where_studied(hearing: Hearing) -> frozenset[int]:
    """The words of a diploma up to where it was earned, of which no work is told: "chef in Toronto 2 years,
    diploma from Peru"."""
    return frozenset(
        at
        for _, _, first, last in places_of_study(hearing)
        if not any(kind in word for word in hearing.words[first : last + 1] for kind in _OF_WORK)
        for at in range(first, last + 1)
    )


def place_at(hearing: Hearing, at: int) -> bool | None:
    """Whether the word is a place in Canada (True), elsewhere (False) or none."""
    word = hearing.words[at]
    after = hearing.words[at + 1] if at + 1 < len(hearing.words) else None
    if "REST" in word and hearing.part_has(at, "ABILITY", "ORAL", "TEST"):
        return None
    if at > 1 and "IN" in hearing.words[at - 1] and _is_somebody(hearing.words[at - 2]):
        return None  # "my brother-in-law in Calgary"
    if at in _places_of_others(hearing) or at in _places_of_later(hearing):
        return None
    if after is not None and "EMPLOYER" in after and hearing.part_has(at, "REMOTE"):
        return None  # "remote for a Toronto startup"
    if "ELSEWHERE" in word:
        return False if after is None or not any(kind in after for kind in _CANADIAN) else None
    if "NATIONALITY" in word and not _is_a_country(hearing, at):
        return None
    if "CANADIAN" in word and not _experience_follows(hearing, at):
        return None
    if any(kind in word for kind in _CANADIAN):
        return True
    return False if any(kind in word for kind in _FOREIGN) else None


@once
def _places_of_others(hearing: Hearing) -> frozenset[int]:
    """The places where somebody else lives or studies, and those that are only planned: "my cousin lives in
    Toronto", "hoping for Calgary", "can I move to Canada"."""
    return frozenset(
        match.start("place")
        for match in hearing.matches("work.anothers_place")
        if not any("THOSE" in word for word in hearing.words[match.start() : match.end()])
        and (
            "GOES" in hearing.words[match.start()]  # "possible de partir au Canada"
            or not any(
                "OF" in word or "WITH" in word
                for word in hearing.words[max(0, match.start() - 1) : match.start()]
            )
        )
    )


@once
def _places_of_later(hearing: Hearing) -> frozenset[int]:
    """The places to which somebody moved after the work that is told: "moved to Halifax, before that …"."""
    return frozenset(match.start("place") for match in hearing.matches("work.moved_to"))


def _is_a_country(hearing: Hearing, at: int) -> bool:
    """« En Suisse », « en Argentine »: a word for somebody of a country, where it is the country."""
    return "FOREIGN" in hearing.words[at] and at > 0 and hearing.words[at - 1].text == "en"


def comes_later(hearing: Hearing, at: int, length: Length) -> bool:
    """Whether a place is where somebody went after the time that is told: "mechanic in Kumasi for six years,
    then I came to Ontario", "4 years before I moved to Calgary"; not "3 years since I came to Canada"."""
    gone = _arrivals(hearing).get(at, -1)
    between = hearing.words[length.last + 1 : gone] if gone > length.last else ()
    joined = any(_is_any(word, _NEXT) or word.text.startswith(_BEFORE) for word in between)
    return joined and not any(_is_any(word, ("SINCE", "AFTER")) and "THEN" not in word for word in between)


@once
def _arrivals(hearing: Hearing) -> Mapping[int, int]:
    """The places to which somebody went, each with the word that tells it."""
    return {match.start("place"): match.start() for match in hearing.matches("work.arrival")}


_NEXT = ("AND", "COMMA", "THEN", "BUT", "BEFOREHAND")
_BEFORE = ("before", "avant", "prior")


def _is_somebody(word: Word) -> bool:
    by_marriage = any(part in word.text for part in ("in - law", "in law", "beau - ", "belle - "))
    return by_marriage or any(kind in word for kind in ("SIBLING", "RELATIVE"))


def _experience_follows(hearing: Hearing, at: int) -> bool:
    near = (*hearing.words[at + 1 : at + 3], *hearing.words[max(0, at - 2) : at])
    is_so = at > 1 and "BE" in hearing.words[at - 1] and "YEARS" in hearing.words[at - 2]
    counted = at and ("YEARS" in hearing.words[at - 1] or "NUM" in hearing.words[at - 1])
    ends = at + 1 == len(hearing.words) or any(
        kind in hearing.words[at + 1] for kind in ("COMMA", "STOP", "SLASH", "AND", "CLOSE")
    )
    return is_so or (counted and ends) or any("EXPERIENCE" in word or "WORK" in word for word in near)


def _window(hearing: Hearing, lengths: list[Length], number: int) -> tuple[range, range]:
    """The words before and after a length that are nearer to it than to another, inside its sentence."""
    length = lengths[number]
    floor = lengths[number - 1].last + 1 if number else 0
    ceiling = lengths[number + 1].first if number + 1 < len(lengths) else len(hearing.words)
    start = max(floor, length.first - _REACH)
    stop = min(ceiling, length.last + 1 + _REACH)
    for at in range(length.first - 1, start - 1, -1):
        if "STOP" in hearing.words[at] or "QUESTION" in hearing.words[at]:
            start = at + 1
            break
    for at in range(length.last + 1, stop):
        if "STOP" in hearing.words[at] or "QUESTION" in hearing.words[at] or starts_another(hearing, at):
            stop = at
            break
    return range(start, length.first), range(length.last + 1, stop)


def starts_another(hearing: Hearing, at: int) -> bool:
    """Whether another subject begins: "…, my wife", "…, ielts"."""
    word = hearing.words[at]
    return any(
        kind in word for kind in ("TEST", "PARTNER", "MARITAL", "SIBLING", "OFFER", "ECA", "LIVE_FUTURE")
    )


def _stint(hearing: Hearing, lengths: list[Length], number: int, place_first: bool) -> Stint | None:
    before, after = _window(hearing, lengths, number)
    length = lengths[number]
    part = hearing.scopes[length.first].part
    same = [at for at in (*after, *reversed(before)) if hearing.scopes[at].part == part]
    order: tuple[int, ...] = (
        (*reversed(before), *after) if place_first else (*after, *(reversed(before) if number == 0 else ()))
    )
    if not place_first and same:
        order = (*same, *(at for at in order if at not in same))
    named = [
        (place, at)
        for at in order
        if (place := place_at(hearing, at)) is not None
        and not (at < length.first and is_origin(hearing, at))
        and not is_origin_behind(hearing, at, length)
        and _lends(hearing, at, length)
        and not comes_later(hearing, at, length)
        and (not hearing.negated(at, 3) or length.readings[0] == 0)
    ]
    studied = where_studied(hearing)
    places = [(place, at) for place, at in named if at not in studied]
    if not places:  # "a master's in Calgary and worked there"; abroad, where no other place is told
        places = [(place, at) for place, at in named if not place or "THERE" in hearing.kinds]
    told = range(length.first, length.last + 1)
    earlier = [lengths[number - 1].last] if number else []
    near = [hearing.words[at] for at in (*earlier, *before, *told, *after) if _lends(hearing, at, length)]
    cue = any(
        kind in word
        for word in near
        for kind in (
            "WORK",
            "EXPERIENCE",
            "JOBHEAD",
            "JOB_AS",
            "PARTTIME",
            "WORKPLACE",
            "REMOTE",
            "LEAVE",
            "VACATION",
            "EMPLOYED",
            "SELF_EMPLOYED",
        )
    )
    cue = cue or is_unpaid(hearing, length) or _is_of_a_trade(hearing, length)
    cue = cue or _is_at_a_workplace(hearing, length) or _is_of_a_job_here(hearing, length)
    cue = cue or (
        number > 0
        and any(
            _is_any(word, ("THEN", "PRESENT", "BEFOREHAND"))
            for word in hearing.words[max(0, length.first - 3) : length.first]
        )
    )
    cue = cue or _is_of_the_job_told_before(hearing)
    of_age = (*hearing.doc._.people.of_known_age, *(hearing.scopes[each].person for each in ages(hearing)))
    aged = hearing.scopes[length.first].person in of_age
    if not (cue or places) or (_like_an_age(length) and not (aged or _clearly_work(hearing, length))):
        return None
    apart = len(lengths) > 1 and all(_is_of_a_place(hearing, each) for each in lengths)
    if not cue and (not _fragment(hearing, length) or (not apart and _is_residence(hearing, length))):
        return None
    parttime = any("PARTTIME" in word for word in near)
    scope = hearing.scopes[length.last]
    sure = not parttime and scope.clear and not hearing.doubted(length.first, length.last)
    sure = sure and length.first not in of_study_or_work(hearing)
    if _is_shared(hearing, length):
        places = []
    in_canada = places[0][0] if places else None
    if {place for place, _ in places if places} == {True, False} and len(lengths) == 1:
        sure = False
    if places and not cue and hearing.scopes[places[0][1]].part != part and ages(hearing):
        sure = False  # "29 ans, 3 ans, Cameroun"
    last = max(length.last, places[0][1]) if places else length.last
    return Stint(length, in_canada, sure, last, places[0][1] if places else None)


def _is_of_the_job_told_before(hearing: Hearing) -> bool:
    """ "From 2021 till now", "2 years 7 months in all" behind a job of which no time was told: the message
    tells a time and nothing else."""
    told = (kind for word in hearing.words for kind in word.kinds if "LASTING" not in word)
    short = len(hearing.words) <= _SHORT_OF_A_TIME
    return hearing.doc._.people.timeless and short and _OF_ANOTHER_MATTER.isdisjoint(told)


_SHORT_OF_A_TIME = 12
_OF_ANOTHER_MATTER = frozenset(
    {"QUESTION", "DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "STUDY", "OFFER", "NEXT", "WANT", "TEST", "ANYTEST"}
    | {"MARITAL", "RELATION", "KID", "PARTNER", "OLD", "AGEWORD", "AGO", "LIVES", "STAY", "WAIT", "ECA"}
)
"""Kinds of words with which a time is of something else than work."""


def _is_at_a_workplace(hearing: Hearing, length: Length) -> bool:
    """ "4 yrs at Korle Bu hospital", "8 years on cruise ships", « dans un hôtel depuis 5 mois », where
    nothing is told of being there as a patient, a guest or a student."""
    if hearing.part_has(length.first, *_NO_WORK_THERE):
        return False
    words = hearing.words
    behind = words[length.last + 1 : length.last + 1 + _TO_A_WORKPLACE]
    told = any("IN" in word or word.text in _ON for word in behind[:1])
    before = words[max(0, length.first - _TO_A_WORKPLACE) : length.first]
    since = any("SINCE" in word for word in before[-1:]) and any("IN" in word for word in before)
    near = [*behind, *before] if told and since else behind if told else before if since else []
    return any(word.text.startswith(_WORKPLACES) or word.text in _LABS for word in near)


_TO_A_WORKPLACE = 6
"""Words from a length to the place of work."""
_ON = frozenset({"on", "dans", "sur", "chez", "aux", "au"})
_WORKPLACES = (
    *("hospital", "clinic", "bank", "hotel", "restaurant", "factory", "warehouse", "cruise", "company"),
    *("nursing home", "care home", "airport", "supermarket", "garage", "pharmac", "ministry", "workshop"),
    *("hopit", "cliniq", "banque", "usine", "entrepot", "bateau", "entreprise", "cabinet", "urgences"),
    *("maternite", "ehpad", "aeroport", "supermarche", "magasin", "ministere", "chantier", "boulangerie"),
    *("laborat", "reanimation"),
)
"""How words for places begin where people work."""
_LABS = frozenset({"lab", "labs", "labo", "rea"})
_NO_WORK_THERE = (
    "STUDY",
    "STUDENTWORD",
    "STUDENT_STATUS",
    "DEGREE",
    "DOUBTFUL_DEGREE",
    "LIVES",
    "STAY",
    "KID",
)


def _is_of_a_job_here(hearing: Hearing, length: Length) -> bool:
    """ "Caregiver in London, 37, 2 years here", "driver 20 years, here 1 year": a length "here" that is all
    of its piece, where a job is told; and "4.5 yrs" between slashes beside the code of an occupation."""
    part = hearing.part(length.first)
    if any(
        kind in word for word in part for kind in (*_NO_WORK_THERE, "IAM", "BE", "MOVED", "NEG", "MARITAL")
    ):
        return False
    here = any("HERE" in word for word in part) and "JOBHEAD" in hearing.kinds
    coded = {"NOCWORD", "SLASH"} <= hearing.kinds and all(
        any(kind in word for kind in ("NUM", "YEARS", "MONTHS", "SLASH")) for word in part
    )
    return not length.by_dates and (here or coded)


def _is_of_a_place(hearing: Hearing, length: Length) -> bool:
    """Whether a place stands beside dates: of several, "Dublin from 2018 to 2022, Vancouver since July 2022"
    tells where somebody worked and when, and not only where they live now."""
    words = range(max(0, length.first - _BESIDE), min(len(hearing.words), length.last + 1 + _BESIDE))
    return length.by_dates and any(place_at(hearing, at) is not None for at in words)


def _is_of_a_trade(hearing: Hearing, length: Length) -> bool:
    """ "13 years welding in Cork": a word of titles that no list knows, between a length and a place."""
    behind = hearing.words[length.last + 1 : length.last + 3]
    if len(behind) < 2 or behind[0].kinds or "IN" not in behind[1]:
        return False
    return is_in_titles(behind[0].text, hearing.lang)


def _is_residence(hearing: Hearing, length: Length) -> bool:
    """ "Olena, 40, in Regina since 2022": who tells since when they are there, and of no work, lives there.

    Alone, "in Ottawa since 2021" may be the answer to a question about work.
    """
    words = hearing.words
    first = next((at + 1 for at in range(length.first, -1, -1) if _ends_sentence(words[at])), 0)
    end = next((at for at in range(length.last, len(words)) if _ends_sentence(words[at])), len(words))
    working = any(kind in word for word in words[first:end] for kind in (*_OF_WORK, "HOURS"))
    goes_on = length.by_dates and length.end is None
    return goes_on and not working and len(words) - (length.last - length.first) > _PLACE_ALONE


def _ends_sentence(word: Word) -> bool:
    return "STOP" in word or "QUESTION" in word


_PLACE_ALONE = 6
"""Words beside a time that are hardly more than its place."""


def _like_an_age(length: Length) -> bool:
    return length.readings[0] >= _YEARS_LIKE_AN_AGE and not length.by_dates


def _clearly_work(hearing: Hearing, length: Length) -> bool:
    """Whether "31 ans" or "20 years" stands right beside a word for work."""
    beside = (
        *hearing.words[max(0, length.first - 4) : length.first],
        *hearing.words[length.last + 1 : length.last + 3],
    )
    if _has_parts(hearing, length) or is_of_ones_own(hearing, length.first):
        return True
    if any(kind in word for word in beside for kind in ("WORK", "EXPERIENCE", "JOB_AS")):
        return True
    before = hearing.words[length.first - 1] if length.first else None
    going_on = before is not None and ("SINCE" in before or before.text in _FOR)
    return going_on and hearing.part_has(length.first, "JOBHEAD")


def _is_shared(hearing: Hearing, length: Length) -> bool:
    """Whether only a part of untold length was in the place: "6 years, half of it in Canada"."""
    after = hearing.words[length.last + 1 : length.last + _REACH]
    told = takewhile(lambda word: not any(kind in word for kind in ("STOP", "QUESTION", "NUM")), after)
    return any("PARTLY" in word for word in told)


_FOR = frozenset({"for", "pendant", "durant"})


def _has_parts(hearing: Hearing, length: Length) -> bool:
    """Whether a part of it follows: "chef 20 years, 5 of them in Dubai"."""
    after = hearing.words[length.last + 1 : length.last + 6]
    titled = "JOBHEAD" in hearing.words[length.first - 2] and "COMMA" in hearing.words[length.first - 1]
    known = titled or hearing.part_has(length.first, "JOBHEAD", "WORK", "EXPERIENCE")
    return known and any(kind in word for word in after for kind in ("PART_OF", "THOSE", "CLOSING"))


def _lends(hearing: Hearing, at: int, length: Length) -> bool:
    """Whether a word can be about the length: it stands in the same part, or in one not about study."""
    same = hearing.scopes[at].part == hearing.scopes[length.first].part
    working = "JOBHEAD" in hearing.words[at] and hearing.part_has(at, "NOTWORK")  # "nurse in Lagos here, …"
    return (
        same
        or _is_at_a_school(hearing, at)
        or (working and not hearing.part_has(at, "DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "STUDY"))
        or not hearing.part_has(at, "DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "STUDY", "NOTWORK")
    )


def _is_at_a_school(hearing: Hearing, at: int) -> bool:
    """Whether a job is at a school, so that this tells no study: "teacher at a high school, 5 years"."""
    behind = [word for word in hearing.words[at + 1 : at + 4] if "ARTICLE" not in word][:2]
    school = len(behind) > 1 and "IN" in behind[0] and _is_any(behind[1], ("DEGREE", "STUDY", "DIPLOMA"))
    return "JOBHEAD" in hearing.words[at] and school


def is_origin(hearing: Hearing, at: int) -> bool:
    """ "From Nigeria", "from the Philippines": where somebody comes from, not where they worked."""
    return any(word.text in _ORIGIN for word in hearing.words[max(0, at - 2) : at])


def is_origin_behind(hearing: Hearing, at: int, length: Length) -> bool:
    """Whether a place behind a length is where somebody comes from, and the work was in another that is told:
    "educator in Halifax, 1.5 years, from Sri Lanka"; not "driver for 5 years, from Nigeria"."""
    words = hearing.words
    named = at - 1 - ("ARTICLE" in words[at - 1])
    if at < length.last or words[named].text not in _ORIGIN:
        return False
    first = next((place + 1 for place in range(length.first, -1, -1) if _ends_sentence(words[place])), 0)
    return any(
        place_at(hearing, place) is not None and not is_origin(hearing, place) for place in range(first, at)
    )


def _fragment(hearing: Hearing, length: Length) -> bool:
    """A place and a length without a verb ("3 yrs in India") are an answer about work."""
    return not hearing.part_has(length.first, "NOTWORK", "IAM", "BE", "HE")


def _something_else(hearing: Hearing, length: Length) -> bool:
    """Whether the length is an age, a time ago, of study, of marriage, of waiting, or still to come."""
    words = hearing.words
    after = words[length.last + 1 : length.last + 3]
    before = words[length.first - 1] if length.first else None
    if any(
        kind in word
        for word in after[:1]
        for kind in ("OLD", "AGO", "NEXT", "DIPLOMA", "DEGREE", "DOUBTFUL_DEGREE", "MARITAL")
    ):
        return True
    if (
        before is not None
        and not length.by_dates
        and ("IN_FUTURE" in before or "AGO" in before)
        and not (_work_follows(hearing, length) or _goes_on_for(hearing, length))
        and not ("LASTING" in before and _is_of_the_job_told_before(hearing))
    ):
        return True
    if before is not None and ("AGEWORD" in before or "LESS" in before):
        return True
    others = (
        *(_are_months_of_study, _are_dates_of_study, _is_age_of_a_child, _is_a_stay, _is_to_come),
        *(_is_a_window, _is_multiplied, _is_of_schooling, _goes_on_from_study, _is_closed_by_a_diploma),
        *(_is_of_a_couple, _is_since_something_else, _is_at_an_age, _is_of_a_permit, _is_as_a_student),
    )
    if any(apart(hearing, length) for apart in others):
        return True
    if before is not None and "OPEN" in before and any("CLOSE" in word for word in after[:1]):
        named = words[max(0, length.first - 9) : length.first - 1]  # "bachelor's in law from Oran (4 years)"
        parted = [at for at, word in enumerate(named) if "COMMA" in word or "STOP" in word]
        named = named[parted[-1] + 1 :] if parted else named
        if any(kind in word for word in named for kind in ("DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA")):
            return True
    part = hearing.scopes[length.first].part
    near = range(max(0, length.first - 6), min(len(words), length.last + 7))
    same = [words[at] for at in near if hearing.scopes[at].part == part]
    working = any(
        kind in word
        for word in same
        for kind in ("WORK", "EXPERIENCE", "JOB_AS", "JOBHEAD", "REMOTE", "EMPLOYER")
    )
    working = working or _is_of_a_teacher(hearing, length) or _is_of_a_job_here(hearing, length)
    other = any(
        ("NOTWORK" in word and "WORK" not in word) or "CANADIAN_SCHOOL" in word or "FOREIGN_SCHOOL" in word
        for word in same
    )
    aged = hearing.lang == "fr" and before is not None and ("IHAVE" in before or "HAVE" in before)
    age = aged and not any(
        kind in word for word in after[:1] for kind in ("EXPERIENCE", "WORK", "OF", "IN", "AS")
    )
    return (other and not working) or age or hearing.negated(length.first, 2)


def _is_of_a_teacher(hearing: Hearing, length: Length) -> bool:
    """ "Lecturer, five years at a university": where others study, who teaches works."""
    before = hearing.words[max(0, length.first - 2) : length.first]
    after = hearing.words[length.last + 1 : length.last + 2]
    titled = len(before) > 1 and "COMMA" in before[1] and "JOBHEAD" in before[0]
    return titled and before[0].text.startswith(_WHO_TEACH) and any("IN" in word for word in after)


_WHO_TEACH = (
    "lectur",
    "prof",
    "teach",
    "instruct",
    "enseign",
    "charge",
    "maitre",
    "research",
    "cherch",
    "tutor",
)
_PARTS = ("STOP", "QUESTION", "COMMA", "AND", "BUT", "PLUS", "THEN", "NUM")
"""Words that part what is told of one stay at work from what is told of the next."""


def _is_to_come(hearing: Hearing, length: Length) -> bool:
    """ "So in June 2028 I have 1 year", "3 years by May 2027": how long it will be on a day to come."""
    if length.by_dates:
        return False
    words, today = hearing.words, hearing.today
    dated = any(
        entry.readings[0] > today
        and (0 < length.first - entry.last <= _TO_THE_DAY or 0 < entry.first - length.last <= 2)
        and not _parted(hearing, entry.last, length.first)
        for entry in hearing.dates
    )
    before = range(max(0, length.first - _TO_THE_DAY), length.first)
    return dated or any(
        "YEARNUM" in words[at] and words[at]["NUM"] > today.year and not _parted(hearing, at, length.first)
        for at in before
    )


_TO_THE_DAY = 4
"""Words from a day to come to what it will be then."""


def _parted(hearing: Hearing, first: int, last: int) -> bool:
    return any("STOP" in word or "COMMA" in word or "AND" in word for word in hearing.words[first:last])


def _is_a_stay(hearing: Hearing, length: Length) -> bool:
    """ "5 months in Dubai as a tourist", or beside a police certificate or savings: no work is told of."""
    words, at = hearing.words, length.last
    if hearing.part_has(length.first, "WORK", "EXPERIENCE", "JOBHEAD", "EMPLOYER", "EMPLOYED"):
        return False
    behind = [
        *takewhile(
            lambda word: not any(kind in word for kind in (*_SENTENCE_ENDS, "NUM")),
            words[at + 1 : at + 1 + _REACH],
        )
    ]
    beside = (
        *takewhile(
            lambda word: "AND" not in word, reversed(words[max(0, length.first - _REACH) : length.first])
        ),
        *takewhile(lambda word: "AND" not in word, behind),
    )
    stayed = any("STAY" in word or "SAVINGS" in word for word in beside)
    return stayed or "POLICE" in hearing.kinds or any("IDLE" in word for word in behind)


_SENTENCE_ENDS = ("STOP", "QUESTION")


def _is_of_schooling(hearing: Hearing, length: Length) -> bool:
    """ "2 years of uni in Rennes", « 3 années de droit à Yaoundé »: what somebody learned, without a job."""
    behind = hearing.words[length.last + 1 : length.last + 5]
    joints = [*takewhile(lambda word: _is_any(word, ("OF", "IN", "ARTICLE")), behind)]
    told = behind[len(joints) : len(joints) + 1]
    joined = bool(joints) or hearing.words[length.last].text.endswith(" of")
    learned = joined and bool(told) and ("SCHOOLING" in told[0] or told[0].text in FIELDS)
    works = hearing.part_has(length.first, *_OF_WORK) or _is_of_a_teacher(hearing, length)
    return learned and not works


def _goes_on_from_study(hearing: Hearing, length: Length) -> bool:
    """ "I studied in Russia, 6 years in Kazan": how long it took that is told before the comma."""
    words, first = hearing.words, length.first
    if first < _SHORTEST_CLAUSE or "COMMA" not in words[first - 1] or hearing.part_has(first, *_OF_WORK):
        return False
    before = hearing.part(first - 2)
    studied = [at for at, word in enumerate(before) if word.text.startswith(_STUDIES)]
    over = any(_is_any(word, ("COMPLETES", "OVER", "AFTER", "AFTERWARDS")) for word in before)
    working = any(_is_any(word, ("WORK", "EXPERIENCE", "JOB_AS")) for word in before)
    return bool(studied) and not (over or working)


_STUDIES = ("etude", "etudie", "mes etudes", "studied", "studies", "my studies", "did my studies")
"""How words begin that tell of study and of no diploma."""
_SHORTEST_CLAUSE = 2


def _is_closed_by_a_diploma(hearing: Hearing, length: Length) -> bool:
    """ "First 3 years in Oujda, bachelor's, then 2 years in Lille, master's": each ends with its diploma; a
    single one may as well be of work, "5 years in Dubai, bachelor's"."""
    closed = _closed_by_diplomas(hearing)
    return len(closed) > 1 and length.first in closed


@once
def _closed_by_diplomas(hearing: Hearing) -> frozenset[int]:
    """The years that a place and, behind a comma, a diploma follow, with no word of work."""
    return frozenset(
        match.start("n")
        for match in hearing.matches("work.closed_by_diploma")
        if not hearing.part_has(match.start("n"), *_OF_WORK)
    )


def _is_of_a_couple(hearing: Hearing, length: Length) -> bool:
    """ "2 years of long distance relationship", « 5 ans de mariage », "2 years under one roof in Ottawa"."""
    if not hearing.part_has(length.first, *_OF_WORK) and any(map(_is_of_two, hearing.part(length.first))):
        return True
    behind = hearing.words[length.last + 1 : length.last + 6]
    told = [*takewhile(lambda word: not _is_any(word, _PARTS), behind)]
    at = next((place for place, word in enumerate(told) if "RELATION" in word), None)
    if not at or "OF" not in told[0]:
        return False
    after = told[at + 1 : at + 2]
    return not after or _is_any(after[0], ("IN", "TO", "WITH", "REMOTE", "SINCE", "FOREIGN", "CANADA"))


def _is_of_two(word: Word) -> bool:
    return "ONE_ROOF" in word or "common_law" in (
        word.kinds.get("MARITAL"),
        word.kinds.get("DOUBTFUL_MARITAL"),
    )


def _is_since_something_else(hearing: Hearing, length: Length) -> bool:
    """ "Married since 2010", "then nothing since 2021", « veuf depuis 2020 »: no work is told of."""
    at = length.first - 1
    if "SINCE" not in hearing.words[length.first]:
        at -= at >= 0 and ("SINCE" in hearing.words[at] or hearing.words[at].text in _FOR)
    return at >= 0 and _is_any(hearing.words[at], ("MARITAL", "DOUBTFUL_MARITAL", "RESTS"))


def _is_of_a_permit(hearing: Hearing, length: Length) -> bool:
    """ "A 3-year PGWP", « permis post-diplôme 3 ans »: how long somebody may stay."""
    if length.by_dates:
        return False
    words, first, last = hearing.words, length.first, length.last
    behind = takewhile(lambda word: not _is_any(word, _NO_PERMIT), words[last + 1 : last + 1 + _TO_A_PERMIT])
    before = [*takewhile(lambda word: not _is_permit(word), reversed(words[max(0, first - 4) : first]))]
    at = first - len(before) - 1
    named = at >= 0 and _is_permit(words[at]) and all(map(_is_a_joint, before))
    return named or any(_is_permit(word) for word in behind)


def _is_permit(word: Word) -> bool:
    return any(name in word.text for name in _PERMITS)


def _is_a_joint(word: Word) -> bool:
    kinds = ("OF", "ARTICLE", "DASH", "COLON", "OPEN", "BE", "ONLY", "SINCE", "WORK")
    return _is_any(word, kinds) or word.text in _VALID


_PERMITS = ("permit", "permis", "pgwp", "ptpd", "visa")
_VALID = frozenset({"valid", "valable", "valide", "ouvert", "open", "pour", "for"})
_NO_PERMIT = (
    "COMMA",
    "STOP",
    "QUESTION",
    "IN",
    "AS",
    "JOB_AS",
    "WITH",
    "ON",
    "AND",
    "BUT",
    "EXPERIENCE",
    "OPEN",
)
_TO_A_PERMIT = 4
"""Words from a length to the permit that it is of: "3 year open work permit"."""


def _is_as_a_student(hearing: Hearing, length: Length) -> bool:
    """ "In Canada since 2021 as an international student": a student, and no word of work."""
    working = hearing.part_has(length.first, "JOBHEAD", "WORK", "EXPERIENCE", "HOURS", "PARTTIME", "EMPLOYER")
    told = hearing.matches("jobs.student")
    part = hearing.scopes[length.first].part
    return not working and any(
        hearing.scopes[match.start()].part == part and _is_any(hearing.words[match.start()], ("AS", "JOB_AS"))
        for match in told
    )


def _is_at_an_age(hearing: Hearing, length: Length) -> bool:
    """« Parti à 2 ans »: how old somebody was then; not « 3 à 4 ans »."""
    before = hearing.words[max(0, length.first - 2) : length.first]
    at_it = bool(before) and before[-1].text == "à" and "YEARS" in hearing.words[length.last]
    return at_it and not any("NUM" in word for word in before)


def _are_months_of_study(hearing: Hearing, length: Length) -> bool:
    """ "Personal support worker certificate 8 months from Toronto", "DEP de 8 mois", "Lambton 2yr"."""
    before = hearing.words[max(0, length.first - 2) : length.first]
    if any("CANADIAN_SCHOOL" in word or "FOREIGN_SCHOOL" in word for word in before[-1:]):
        return True
    named = any(kind in word for word in before for kind in ("DIPLOMA", "DOUBTFUL_DEGREE"))
    return named and "MONTHS" in hearing.words[length.last]


def _are_dates_of_study(hearing: Hearing, length: Length) -> bool:
    """ "Certificate from Bow Valley, Sept 2023 to June 2024": dates that close what is told of a diploma."""
    if not length.by_dates or length.end is None:
        return False
    words, floor = hearing.words, length.first
    while floor and not _parts(words[floor - 1]) and length.first - floor < _REACH:
        floor -= 1
    own = words[floor : length.first]
    apart = not own and floor > 1 and "COMMA" in words[floor - 1]
    told = hearing.part(floor - 2) if apart else own
    after = words[length.last + 1 : length.last + 3]
    working = any(any(kind in word for kind in _OF_WORK) for word in (*told, *(after if not apart else ())))
    return not working and any(any(kind in word for kind in _OF_STUDY) for word in told)


_OF_STUDY = ("DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "STUDY", "CANADIAN_SCHOOL", "FOREIGN_SCHOOL")
_OF_WORK = ("WORK", "EXPERIENCE", "JOBHEAD", "JOB_AS", "EMPLOYER", "EMPLOYED", "WORKPLACE")


def _is_a_window(hearing: Hearing, length: Length) -> bool:
    """ "Within the last 3 years": when it was, not how long."""
    before = hearing.words[max(0, length.first - 3) : length.first]
    within = next((n for n, word in enumerate(before) if word.text in _WITHIN), len(before))
    return any("LAST" in word for word in before[within:])


_WITHIN = frozenset({"within", "in", "inside"})


def _is_multiplied(hearing: Hearing, length: Length) -> bool:
    """ "Two times 4 months", « 3 sessions de 4 mois »: several terms, of which one tells no length."""
    before = hearing.words[max(0, length.first - 3) : length.first]
    return any("NUM" in times and each.text in _TIMES for times, each in pairwise(before))


_TIMES = frozenset({"times", "x", "fois", "terms", "sessions", "trimestres"})


def _is_age_of_a_child(hearing: Hearing, length: Length) -> bool:
    """ "The 14 years is my daughter's age", « les 14 ans c'est l'âge de ma fille »."""
    after = list(takewhile(lambda word: not _parts(word), hearing.words[length.last + 1 : length.last + 9]))
    says = any("BE" in word or "HE" in word for word in after[:2])
    return says and any("KID" in word for word in after) and any("AGEWORD" in word for word in after)


def _parts(word: Word) -> bool:
    return any(kind in word for kind in ("COMMA", "STOP", "QUESTION"))


def is_unpaid(hearing: Hearing, length: Length) -> bool:
    """ "A 6-month unpaid internship", "stage de 6 mois, non payé": only paid work counts."""
    words = hearing.words
    beside = (
        range(length.last + 1, min(len(words), length.last + 7)),
        range(length.first - 1, max(-1, length.first - 7), -1),
    )
    for places in beside:
        for at in places:
            if "UNPAID" in words[at]:
                return True
            told_after = at > length.last and "COMMA" in words[at] and _ends_unpaid(words[at + 1 : at + 3])
            if any(kind in words[at] for kind in _PARTS) and not told_after:
                break
    return _is_said_to_be_unpaid(words[length.last + 1 :])


def _is_said_to_be_unpaid(after: Sequence[Word]) -> bool:
    """ "8 months in a clinic, but it was an unpaid internship", « c'était un stage, on m'a rien payé »."""
    told = list(takewhile(lambda word: not _is_of_the_next(word), after))
    at = next((n for n, word in enumerate(told) if "UNPAID" in word), None)
    if at is None:
        return False
    begun = next((n for n in range(at, -1, -1) if "COMMA" in told[n] or "BUT" in told[n]), -1)
    about = any(any(kind in word for kind in _SUBJECTS) for word in told[begun + 1 : at])
    return begun >= 0 and (about or _ends_unpaid(told[at : at + 2]))


def _is_of_the_next(word: Word) -> bool:
    number = "NUM" in word and "ARTICLE" not in word
    return number or any(
        kind in word for kind in ("STOP", "QUESTION", "PLUS", "THEN", "YEARS", "MONTHS", "AND")
    )


_SUBJECTS = ("BE", "HE", "SELF", "THEY", "IAM", "IHAVE", "NEG")
"""Words with which a clause goes on about the work told before."""


def is_internship(hearing: Hearing, length: Length) -> bool:
    """ "A 6-month internship", "stage de 6 mois": paid skilled work only where that is told."""
    words = hearing.words
    beside = (*words[max(0, length.first - 3) : length.first], *words[length.last + 1 : length.last + 4])
    return any("INTERNSHIP" in word for word in beside) and not hearing.part_has(length.first, "PAID")


def _ends_unpaid(words: Sequence[Word]) -> bool:
    """Whether "unpaid" is all that follows: "not paid overtime" is about something else."""
    ends = len(words) < 2 or any(kind in words[1] for kind in _PARTS)
    return bool(words) and "UNPAID" in words[0] and ends


_COUNTED = ("DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "DEGREEWORD", "KID", "TEST", "ANYTEST")
"""What a bare number behind it may count instead of years: "two master's, one from Spain"."""


def _counts_something_else(hearing: Hearing, length: Length, lengths: list[Length]) -> bool:
    """Whether a number without a unit follows no length of time, but something else that is counted."""
    words = hearing.words
    if not _is_bare(hearing, length):
        return False
    if any(other.last < length.first and not _is_bare(hearing, other) for other in lengths):
        return False
    start = next((at + 1 for at in range(length.first, -1, -1) if "STOP" in words[at]), 0)
    return any(kind in word for word in words[start : length.first] for kind in _COUNTED)


def _is_bare(hearing: Hearing, length: Length) -> bool:
    return length.first == length.last and "NUM" in hearing.words[length.first] and not length.by_dates


def is_part_of_told(hearing: Hearing, length: Length) -> bool:
    """Whether a length is part of one told before: "3 of them self-employed", "of which 3 remote"."""
    if length.part:
        return True
    before = hearing.words[max(0, length.first - 2) : length.first]
    behind = hearing.words[length.last + 1 : length.last + 3]
    counted = len(behind) > 1 and "PART_OF" in behind[0] and "NUM" not in behind[1]  # "4 of which in Canada"
    those = bool(behind) and "OF" in behind[0] and any("THOSE" in word for word in behind[1:])
    return counted or those or any("PART_OF" in word for word in before) or _closes_the_whole(hearing, length)


def _closes_the_whole(hearing: Hearing, length: Length) -> bool:
    """Whether it is the end of a time whose place is not told: "10 years, the last 3 in Calgary"; not "10
    years in Lagos, the last 3 in Calgary"."""
    words = hearing.words
    beside = (*words[max(0, length.first - 1) : length.first], *words[length.last + 1 : length.last + 2])
    within = words[length.first : length.last + 1]
    closing = any("CLOSING" in word for word in (*beside, *within))
    whole = _whole_before(hearing, length.first)
    here = any(
        place_at(hearing, at) is not None for at in range(length.last + 1, min(len(words), length.last + 6))
    )
    return (
        closing
        and here
        and whole is not None
        and not any(place_at(hearing, at) is not None for at in range(length.first))
    )


def _is_part(hearing: Hearing, length: Length, lengths: list[Length]) -> bool:
    """Whether a longer length before counts it already: "5 years, of which 2 at Televisa"."""
    words = hearing.words
    before = words[max(0, length.first - 3) : length.first]
    longer = any(other.last < length.first and other.readings[0] > length.readings[0] for other in lengths)
    after = range(length.last + 1, min(len(words), length.last + 4))
    placed = any(place_at(hearing, at) is not None for at in after)
    return longer and not (placed or length.part) and any("PART_OF" in word for word in before)


def _is_sum(hearing: Hearing, length: Length, lengths: list[Length]) -> bool:
    """Whether it counts what the sentence tells in parts, too: "5 years in total: 2 in Texas, 3 in India"."""
    words = hearing.words
    beside = (*words[max(0, length.first - 2) : length.first], *words[length.last + 1 : length.last + 4])
    ends = [at for at, word in enumerate(words) if "STOP" in word or "QUESTION" in word]
    others = [
        other
        for other in lengths
        if other is not length and bisect(ends, other.first) == bisect(ends, length.first)
    ]
    parts = [other.readings[0] for other in others]
    if any(is_part_of_told(hearing, other) for other in others) and sum(parts) < length.readings[0]:
        return False  # "6 years in total, 2 of them in Canada": the others are told by the whole alone
    return any("TOTAL" in word for word in beside) and bool(parts) and length.readings[0] > max(parts)


def _work_follows(hearing: Hearing, length: Length) -> bool:
    """ "In 3 years of experience", "ça fait 3 ans que je travaille"."""
    after = hearing.words[length.last + 1 : length.last + 5]
    working = any("WHO" in word for word in after) and any("WORK" in word for word in after)
    return working or any("EXPERIENCE" in word for word in after[:3])


def _goes_on_for(hearing: Hearing, length: Length) -> bool:
    """« Comptable à Yaoundé, ça fait 6 ans », « ça fait 6 ans que je suis comptable »: how long it has
    lasted, unless something has ended then."""
    lasting = length.first > 0 and "LASTING" in hearing.words[length.first - 1]
    words = hearing.words
    first = next((at + 1 for at in range(length.first, -1, -1) if _ends_sentence(words[at])), 0)
    end = next((at for at in range(length.last, len(words)) if _ends_sentence(words[at])), len(words))
    told = words[first:end]
    working = any(kind in word for word in told for kind in ("JOBHEAD", "WORK", "EXPERIENCE"))
    return lasting and working and not any("OVER" in word or "MARITAL" in word for word in told)


def _none_at_all(hearing: Hearing) -> Iterator[Fact]:
    """ "No Canadian experience", "I have never worked in Canada", "never been to Canada"; of a couple where
    both are spoken of: "we have no Canadian experience"."""
    both = any(word.text.split()[0].split("'")[0] in _OF_BOTH for word in hearing.words if word.text.strip())
    for fact in _none_told(hearing):
        yield fact
        if both and fact.person == "self":
            yield replace(fact, person="partner")


_OF_BOTH = frozenset({"we", "us", "neither", "nous"})


def _is_nobody(hearing: Hearing, at: int) -> bool:
    """Whether it is people of whom there is none: "no one in Canada", "3 sisters, none in Canada"."""
    kin = any("SIBLING" in word or "RELATIVE" in word for word in hearing.words[max(0, at - 3) : at])
    return hearing.words[at].text in _NOBODY or ("NONE_OF" in hearing.words[at] and kin)


_NOBODY = frozenset({"no one", "nobody", "no-one", "noone", "personne"})


def _none_told(hearing: Hearing) -> Iterator[Fact]:
    seen: set[str] = set()
    for at, word in enumerate(hearing.words):
        if "NEVER_IN_CANADA" in word and hearing.stated(at):
            seen.add("canadian_work_years")
            yield from hearing.facts("canadian_work_years", 0, at, at)
    for match in hearing.matches("work.none"):
        if is_of_study(hearing, match) or _is_nobody(hearing, match.start()):
            continue
        name = "work_years"
        if "place" in match:
            canadian = _is_canadian(hearing, match.start("place"))
            name = "canadian_work_years" if canadian else "foreign_work_years"
        if name not in seen and not (seen and name == "work_years"):
            seen.add(name)
            yield from hearing.facts(name, 0, match.start(), match.end() - 1)


def _is_canadian(hearing: Hearing, at: int) -> bool:
    return any(kind in hearing.words[at] for kind in _CANADIAN)
