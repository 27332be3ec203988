"""A message that is hardly more than a day, a month or a year: "in June", "she in May and me in July".

What it dates only the dialogue knows: the question on the table, or the test that was told before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.dates import yearless
from bot.nlu.facts.hearing import OWNERS, Hearing
from bot.nlu.facts.words import Word


@dataclass(frozen=True)
class _Told:
    """When it was, as a fact holds it, and the words ``first`` to ``last`` that say so."""

    first: int
    last: int
    value: Any
    sure: bool = True


def told_dates(hearing: Hearing) -> Iterator[Fact]:
    """``date``: the one that a message is hardly more than, or one each of two people; ``date_to_come`` of
    one after today."""
    if any(scope.mood != "said" for scope in hearing.scopes):
        yield from _day_to_come(hearing)
        return
    found = _found(hearing)
    within = {at for each in found for at in range(each.first, each.last + 1)}
    rest = [word for at, word in enumerate(hearing.words) if at not in within]
    if not found or not all(_may_stand_beside(word) for word in rest):
        yield from _day_to_come(hearing)
        return
    persons = [_persons(hearing, each, alone=len(found) == 1) for each in found]
    if len(found) > 1 and len({*persons}) < len(found):
        return
    for each, owners in zip(found, persons, strict=True):
        start, end = hearing.words[each.first].start, hearing.words[each.last].end
        if each.value is None:
            yield Fact("date_to_come", hearing.text[start:end], "self", start, end, True)
            return
        named = owners != OWNERS["self"] or len(persons) > 1
        for person in owners:
            yield Fact("date", each.value, person, start, end, each.sure, named)


def _persons(hearing: Hearing, told: _Told, alone: bool) -> tuple[str, ...]:
    """Whose date it is: of one that is alone, also whoever is named behind it: "in May for her"."""
    if alone and "BOTH" in hearing.kinds:
        return OWNERS["both"]
    near = hearing.scopes if alone else hearing.scopes[told.first : told.last + 1]
    return OWNERS["partner"] if any(scope.person == "partner" for scope in near) else OWNERS["self"]


def _found(hearing: Hearing) -> list[_Told]:
    """Every date of a message, in its order; none where one cannot be told from today or is in doubt."""
    found = [*_written(hearing)]
    for each in (*_from_today(hearing), *_without_year(hearing)):
        if all(each.last < other.first or other.last < each.first for other in found):
            found.append(each)
    return sorted(found, key=lambda each: each.first)


def _written(hearing: Hearing) -> Iterator[_Told]:
    """Days and months with a year; of two readings the one that is past."""
    for dated in hearing.dates:
        days = [day.isoformat() for day in dated.readings if day <= hearing.today]
        if not days:
            yield _Told(dated.first, dated.last, None)
        elif hearing.stated(dated.first):
            value: Any = dated.told if len(dated.readings) == 1 else days[0]
            value = {"readings": days} if len(days) > 1 else value
            yield _Told(dated.first, dated.last, value, len(days) == 1)


def _from_today(hearing: Hearing) -> Iterator[_Told]:
    """ "Last week", "il y a deux mois": the month that is meant."""
    today = hearing.today
    for match in hearing.matches("answers.relative_day"):
        if "this" in match:
            told = f"{today.year:04}-{today.month:02}"
        elif "thisyear" in match:
            told = f"{today.year:04}-{int(hearing.value(match, 'month', 'MONTHNAME')):02}"
        elif "lastyear" in match:
            told = f"{today.year - 1:04}-{int(hearing.value(match, 'month', 'MONTHNAME')):02}"
        elif "year" in match:
            told = _months_before(today, 12)
        elif "halfyear" in match:
            told = _months_before(today, 6)
        elif "day" in match:
            told = (today - timedelta(1)).isoformat()
        elif "month" in match:
            continue
        else:
            number = hearing.value(match, "n", "NUM") if "n" in match else None
            told = month_before(today, hearing.words[match.start("unit")], number or 1)
        yield _as_sure_as_it_is_recent(hearing, match.start(), match.end() - 1, told)


def _without_year(hearing: Hearing) -> Iterator[_Told]:
    """ "June 14", "in June", "around June": the last before today."""
    days = yearless(hearing.words, hearing.matches, hearing.today, ahead=False)
    for dated in days:
        if dated.exact == "day":
            yield _as_sure_as_it_is_recent(hearing, dated.first, dated.last, dated.told)
    for at, word in enumerate(hearing.words):
        if "MONTHNAME" in word and not _is_a_verb(hearing.words, at):
            month, today = int(word["MONTHNAME"]), hearing.today
            told = f"{today.year - (month > today.month):04}-{month:02}"
            yield _as_sure_as_it_is_recent(hearing, at, at, told)


def _is_a_verb(words: Sequence[Word], at: int) -> bool:
    """Whether "may" is no month: "it may be"."""
    before, after = words[max(0, at - 1) : at], words[at + 1 : at + 2]
    led = not before or not ({"SELF", "HE", "IHAVE"} & before[0].kinds.keys() or before[0].text in _SMALL)
    ends = not after or any(kind in after[0] for kind in ("STOP", "COMMA", "AND", "OF", "DOUBT", "PLEASE"))
    return "PONDERS" in words[at] and not (led and ends)


def _as_sure_as_it_is_recent(hearing: Hearing, first: int, last: int, told: str) -> _Told:
    return _Told(first, last, told, is_recent(told, hearing.today) or not hearing.doubted(first, last))


def is_recent(told: str, today: date) -> bool:
    """Whether "about" makes no difference to a date."""
    return told >= _months_before(today, _RECENT)


_RECENT = 12
"""Months back within which "about" makes no difference: nothing that is dated expires in them."""


def _day_to_come(hearing: Hearing) -> Iterator[Fact]:
    """ "Tomorrow", "je la fais bientôt": not yet."""
    for at, word in enumerate(hearing.words):
        if "NEXTMONTH" not in word:
            continue
        rest = (*hearing.words[:at], *hearing.words[at + 1 :])
        farewell = at and hearing.words[at - 1].text in ("à", "a")
        if not farewell and all(_may_stand_beside(other) or other.text in _MAKING for other in rest):
            text = hearing.text[word.start : word.end]
            yield Fact("date_to_come", text, "self", word.start, word.end, True)
        return


_MAKING = frozenset({"fais", "fait", "do", "doing", "get", "getting", "it"})


def _may_stand_beside(word: Word) -> bool:
    return bool(_BESIDE & word.kinds.keys()) or word.text in _SMALL


_BESIDE = frozenset(
    {"PLEASE", "IN", "ON", "ARTICLE", "BE", "PAST_BE", "CORRECT", "DOUBT", "TAKEN", "STOP", "COMMA", "SINCE"}
    | {"SELF", "FROM", "TO", "OF", "ANYTEST", "IHAVE", "HAVE", "THE", "PARTOF", "SEASON", "DONTKNOW", "DAYS"}
    | {"AGO", "YES", "RECEIVED", "TAKE", "ECA", "AND", "HE", "BOTH", "PARTNER", "RESULTS", "THOSE", "COLON"}
    | {"LAST", "WEEK", "ALSO", "TOO", "WRONG", "NO"}
)
"""Kinds of words that tell of nothing but when it was, and whose."""
_SMALL = frozenset(
    {"by", "par", "it", "them", "this", "that", "l'", "elle", "celle-ci", "lui", "deux", "ones"}
) | {
    "sometime",
    "ca",
    "courant",
    "each",
    "eus",
    "recus",
    "recue",
    "recues",
}


def _months_before(today: date, number: int) -> str:
    months = today.year * 12 + today.month - 1 - number
    return f"{months // 12:04}-{months % 12 + 1:02}"


def month_before(today: date, unit: Word, number: float) -> str:
    """The month that was so long ago; of years, the year."""
    if "YEARS" in unit:
        return _months_before(today, 12) if number == 1 else str(today.year - int(number))
    if "MONTHS" in unit:
        return _months_before(today, int(number))
    days = number * 7 if "WEEK" in unit else number
    return (today - timedelta(days)).isoformat()[:7]


def opening_date(hearing: Hearing, told: Sequence[Fact]) -> Iterator[Fact]:
    """A day or month that is a whole sentence before others: "October 12, 2026. What if my permit ends?"."""
    if not hearing.dates or any(isinstance(fact.value, dict) and "date" in fact.value for fact in told):
        return
    dated = hearing.dates[0]
    before, after = hearing.words[: dated.first], hearing.words[dated.last + 1 : dated.last + 2]
    closed = any("STOP" in word for word in after)
    alone = closed and all(_may_stand_beside(word) and "STOP" not in word for word in before)
    past = len(dated.readings) == 1 and dated.readings[0] <= hearing.today
    if alone and past and hearing.stated(dated.first):
        start, end = hearing.words[dated.first].start, hearing.words[dated.last].end
        yield Fact("date", dated.told, "self", start, end, True)
