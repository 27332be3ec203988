"""Words that mean something only as the answer to a question: yes, no, a number, "I don't know", a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.lexicon import lexicon
from bot.nlu.facts.words import Word, tidy

_BOOLEAN = frozenset(
    {
        "job_offer",
        "certificate_of_qualification",
        "provincial_nomination",
        "sibling_in_canada",
        "accompanying",
    }
    | {
        "citizen_or_permanent_resident",
        "education_country_is_canada",
        "intends_quebec",
        "has_eca",
        "relative_in_canada",
    }
)


def read_generic(hearing: Hearing, told: Sequence[Fact]) -> Iterator[Fact]:
    """``yes_no``, ``dont_know``, ``number`` and ``date``."""
    if not hearing.words:
        return
    if not any(fact.sure for fact in told) and (unknown := _dont_know(hearing)) is not None:
        yield unknown
        return
    answers = [] if told else list(_number(hearing))
    answers = answers or list(_yes_or_no(hearing, told)) or ([] if told else list(_money(hearing)))
    if not told and answers and answers[0].field == "yes_no":
        answers += _place_told(hearing)
        answers += [*_date(hearing), *_relative_date(hearing)] if answers[0].value else []
    if not told and not answers:
        answers = [*_date(hearing), *_relative_date(hearing), *_place(hearing)]
    yield from answers


def _dont_know(hearing: Hearing) -> Fact | None:
    if any("NUM" in word for word in hearing.words):
        return None
    for at, word in enumerate(hearing.words):
        if "DONTKNOW" in word:
            after = hearing.words[at + 1 :]
            asks = any("IF" in other or "ASK" in other or "WHO" in other for other in after)
            if not asks and len(after) <= 6:
                return Fact("dont_know", True, "self", word.start, word.end, True)
    return None


@lru_cache(maxsize=2)
def _answers(lang: str) -> re.Pattern[str]:
    return lexicon(lang).pattern(
        "^PLEASE{0,3} COMMA? (?P<a>YES|NO)"
        " (?:YES|NO|PLEASE){0,3} (?:(?:HE|SELF) BE NEG?(?=$|COMMA|STOP))?"
        " (?P<after>$|COMMA|STOP|AND|BUT|OPEN|DASH|HE|SELF|IAM|IHAVE|BOTH|EACH|CANADIAN_CITY|QUEBEC|PROVINCE)"
    )


def _yes_or_no(hearing: Hearing, told: Sequence[Fact]) -> Iterator[Fact]:
    for match in hearing.find(_answers(hearing.lang)):
        at = match.start("a")
        word = hearing.words[at]
        supposes = "IF" in word and match.end() < len(hearing.words)
        if ("YES" in word and "NO" in word) or supposes:
            continue
        value = "YES" in word
        rest = hearing.words[match.end() :]
        corrects = not value and any("CORRECT" in other or "NOTBUT" in other for other in rest[:6])
        joined = match.end("after") > match.start("after") and any(
            kind in hearing.words[match.start("after")] for kind in ("AND", "BUT")
        )
        decided = any(fact.field in _BOOLEAN for fact in told) and not joined
        valued = not value and any(fact.field not in _BOOLEAN and fact.sure for fact in told)
        if not corrects and not decided and not valued:
            yield Fact("yes_no", value, "self", word.start, word.end, True)


_LONG_AGO = 10
"""A year alone is a date up to so many years ago."""
_OLDEST = 80
"""The age up to which a year alone is taken for a year of birth."""


@lru_cache(maxsize=2)
def _numbers(lang: str) -> tuple[re.Pattern[str], ...]:
    pattern = lexicon(lang).pattern
    opening = (
        "PLEASE|DOUBT|IN(?= YEARNUM)|CORRECT|ONLY|COMMA|BE|TO|SELF|NEG|NO|SINCE|IHAVE|YES|STOP|AGEWORD|IAM"
    )
    lead = f"^(?:{opening}){{0,5}}?"
    tail = "(?:PLEASE|DOUBT|STOP|ONLY|NOTBUT NUM|NEG NUM|CORRECT|COMMA|AND|OF|IN){0,4}$"
    return (
        pattern(f"{lead} (?P<n>NUM) YEARS AND? (?P<m>NUM) MONTHS {tail}"),
        pattern(f"{lead} (?:(?P<n>NUM) YEARS|AYEAR) (?P<half>HALF) {tail}"),
        pattern(f"{lead} (?P<n>NUM|AYEAR) PLUS? YEARS? {tail}"),
        pattern(f"{lead} (?P<m>NUM) MONTHS {tail}"),
        pattern(f"{lead} (?P<halfyear>HALFYEAR) {tail}"),
        pattern(
            f"^(?:PLEASE|CORRECT|SELF|BE|COMMA){{0,3}} NEG NUM YEARS? COMMA? BUT? (?P<n>NUM) YEARS? {tail}"
        ),
        pattern(f"NUM YEARS? COMMA? BUT (?:CORRECT|BE|SELF){{1,2}} (?P<n>NUM) YEARS? {tail}"),
    )


@lru_cache(maxsize=2)
def _sum_of(lang: str) -> re.Pattern[str]:
    return lexicon(lang).pattern(
        "^PLEASE{0,2} NUM YEARS? (?:(?:PLUS|AND) NUM YEARS?){1,5} (?:PLEASE|STOP){0,2}$"
    )


def _number(hearing: Hearing) -> Iterator[Fact]:
    if match := _sum_of(hearing.lang).search(hearing.codes):
        total = tidy(sum(word["NUM"] for word in hearing.words if "NUM" in word))
        start, end = hearing.words[match.start()].start, hearing.words[match.end() - 1].end
        yield Fact("number", total, "self", start, end, True)
        return
    if (now := _age_before_birthday(hearing)) is not None:
        yield now
        return
    for pattern in _numbers(hearing.lang):
        match = pattern.search(hearing.codes)
        if match is None:
            continue
        groups = match.groupdict()
        at = match.start("n") if groups.get("n") else match.start("m") if groups.get("m") else match.start()
        if not hearing.stated(at) or (at and "LESS" in hearing.words[at - 1]):
            return
        years = (
            hearing.words[match.start("n")].kinds.get("NUM", 1)
            if groups.get("n")
            else int(bool(groups.get("half")))
        )
        months = hearing.value(match, "m", "NUM") if groups.get("m") else 0
        half = 0.5 if groups.get("half") or groups.get("halfyear") else 0
        last = match.end() - 1
        while last > at and any(
            kind in hearing.words[last] for kind in ("STOP", "PLEASE", "DOUBT", "COMMA", "ONLY")
        ):
            last -= 1
        words = hearing.words
        if "YEARNUM" in words[at] and 15 <= (age := hearing.today.year - words[at]["NUM"]) <= _OLDEST:
            readings = {"readings": [age, age - 1]}
            yield Fact("age", readings, "self", words[at].start, words[last].end, False)
            return
        sure = not hearing.doubted(at, at)
        if "YEARNUM" in words[at] and 0 <= hearing.today.year - words[at]["NUM"] < _LONG_AGO:
            yield Fact("date", str(words[at]["NUM"]), "self", words[at].start, words[at].end, sure)
            return
        yield Fact("number", tidy(years + months / 12 + half), "self", words[at].start, words[last].end, sure)
        return


@lru_cache(maxsize=2)
def _birthdays(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    pattern = lexicon(lang).pattern
    return (
        pattern("^(?:PLEASE|IAM|SELF|IHAVE){0,3} (?P<n>NUM) ~STOP_OR_QUESTION_OR_NUM{0,6} (?P<m>NUM)"),
        pattern(
            "^(?:PLEASE|IAM|SELF|BE|ALMOST|TO){0,4} (?:TURNS|WANT|ALMOST) (?:BE|ON){0,2} (?P<m>NUM)"
            " (?=$|STOP|COMMA|PLEASE|YEARS|OLD|IN|ON|ALMOST|MONTHNAME|ARTICLE|THE)"
        ),
    )


def _age_before_birthday(hearing: Hearing) -> Fact | None:
    """ "31, turning 32 in December", "soon 40": the age until that birthday."""
    both, only_next = _birthdays(hearing.lang)
    soon = any(any(kind in word for kind in _SOON) for word in hearing.words) or bool(hearing.dates)
    if (match := both.search(hearing.codes)) is not None and soon:
        now, then = hearing.value(match, "n", "NUM"), hearing.value(match, "m", "NUM")
        if then != now + 1:
            return None
    elif (match := only_next.search(hearing.codes)) is not None and "NEXT" not in _kinds(hearing):
        now = hearing.value(match, "m", "NUM") - 1
    else:
        return None
    start, end = hearing.words[match.start()].start, hearing.words[match.end() - 1].end
    return Fact("age", now, "self", start, end, True) if now >= _YOUNGEST_TURNING else None


def _kinds(hearing: Hearing) -> set[str]:
    return {kind for word in hearing.words for kind in word.kinds}


_SOON = ("TURNS", "WANT", "NEXT", "ALMOST", "MONTHNAME")
_YOUNGEST_TURNING = 16
"""Smaller numbers one after the other are no ages."""


@lru_cache(maxsize=2)
def _sums(lang: str) -> re.Pattern[str]:
    beside = "(?:PLEASE|DOUBT|IHAVE|SELF|HAVE|ONLY|COMMA|BE|CORRECT|YES)"
    return lexicon(lang).pattern(
        f"^{beside}{{0,4}} (?P<c>CURRENCY)? (?P<n>NUM) (?P<k>SCALEWORD)? OF? (?P<c2>CURRENCY)?"
        f" {beside}{{0,2}} STOP?$"
    )


def _money(hearing: Hearing) -> Iterator[Fact]:
    """A sum that is the whole message: in dollars a number, in other money to be told in dollars."""
    match = _sums(hearing.lang).search(hearing.codes)
    if match is None or not (match["c"] or match["c2"] or match["k"]):
        return
    scale = int(hearing.value(match, "k", "SCALEWORD") or 1) if match["k"] else 1
    currency = hearing.value(match, "c2", "CURRENCY") if match["c2"] else None
    currency = currency or (hearing.value(match, "c", "CURRENCY") if match["c"] else None)
    amount = tidy(hearing.value(match, "n", "NUM") * scale)
    start, end = hearing.words[match.start("n")].start, hearing.words[match.end() - 1].end
    rupees = scale >= _LAKH and currency in (None, "$")
    if currency in ("CAD", "$", None) and not rupees:
        yield Fact(
            "number", amount, "self", start, end, not hearing.doubted(match.start("n"), match.end() - 1)
        )
    else:
        yield Fact("funds_other_currency", f"{amount} {currency or 'INR'}", "self", start, end, True)


_LAKH = 100_000
"""From this scale on, money without a currency is in rupees."""


def _place_told(hearing: Hearing) -> Iterator[Fact]:
    """The place beside a yes or no: "yes, issued in Qatar", "oui, du Maroc"."""
    places = [
        at for at, word in enumerate(hearing.words) if any(kind in word for kind in (*_CANADIAN, *_ABROAD))
    ]
    rest = (word for at, word in enumerate(hearing.words) if at not in places)
    if len(places) == 1 and all(_BESIDE_PLACE_TOLD & word.kinds.keys() for word in rest):
        at = places[0]
        canada = any(kind in hearing.words[at] for kind in _CANADIAN)
        yield Fact("place", {"canada": canada}, "self", hearing.words[at].start, hearing.words[at].end, True)


_CANADIAN = ("CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY")
_ABROAD = ("FOREIGN", "FOREIGN_WORD")
_BESIDE_PLACE = frozenset(
    {"IN", "FROM", "OF", "ARTICLE", "TO", "BE", "PLEASE", "COMMA", "STOP", "CORRECT", "THE"}
)


_BESIDE_PLACE_TOLD = _BESIDE_PLACE | {"YES", "NO", "RECEIVED", "TAKE", "TAKEN", "BUT"}


def _place(hearing: Hearing) -> Iterator[Fact]:
    """ "India", "au Bénin", "in Toronto": a message that is hardly more than a place."""
    places: list[tuple[int, bool]] = []
    for at, word in enumerate(hearing.words):
        canadian = any(kind in word for kind in _CANADIAN)
        if (canadian or any(kind in word for kind in _ABROAD)) and "PLEASE" not in word:
            places.append((at, canadian))
        elif not _BESIDE_PLACE & word.kinds.keys():
            return
    if len({canadian for _, canadian in places}) == 1 and hearing.stated(places[0][0]):
        start, end = hearing.words[places[0][0]].start, hearing.words[places[-1][0]].end
        yield Fact("place", {"canada": places[0][1]}, "self", start, end, True)


_BESIDE_DATE = frozenset(
    {
        "PLEASE",
        "IN",
        "ON",
        "ARTICLE",
        "BE",
        "CORRECT",
        "DOUBT",
        "TAKEN",
        "STOP",
        "COMMA",
        "SINCE",
        "SELF",
        "FROM",
        "TO",
    }
    | {"OF", "ANYTEST", "IHAVE", "THE"}
)


@lru_cache(maxsize=2)
def _relative(lang: str) -> tuple[re.Pattern[str], ...]:
    pattern = lexicon(lang).pattern
    number = "(?P<n>NUM|ARTICLE)"
    return (
        pattern(f"{number} (?P<unit>YEARS|MONTHS|WEEK|DAYS) AGO"),
        pattern(f"AGO {number} (?P<unit>YEARS|MONTHS|WEEK|DAYS)"),
        pattern("(?P<last>LAST) (?P<unit>MONTHS|WEEK|YEARS)"),
        pattern("(?P<unit>MONTHS|WEEK|YEARS) (?P<last>LAST)"),
        pattern("(?P<day>YESTERDAY)"),
        pattern("(?P<this>THISMONTH)"),
        pattern("(?P<year>AYEAR) AGO|AGO (?P<yearago>AYEAR)"),
        pattern("(?P<month>MONTHNAME) (?P<thisyear>THISYEAR)"),
        pattern("(?P<halfyear>HALFYEAR) AGO|AGO (?P<ago>HALFYEAR)"),
        pattern("(?:IN|ON|RECEIVED|TAKE|^) (?P<month>MONTHNAME) (?:STOP|DOUBT|PLEASE){0,2}$"),
    )


def _relative_date(hearing: Hearing) -> Iterator[Fact]:
    """ "In June", "last week", "il y a deux mois": the month that is meant, of what was before today."""
    today = hearing.today
    if hearing.dates or any(scope.mood != "said" for scope in hearing.scopes):
        return
    for pattern in _relative(hearing.lang):
        match = pattern.search(hearing.codes)
        if match is None:
            continue
        rest = (*hearing.words[: match.start()], *hearing.words[match.end() :])
        if not all(_may_stand_beside(word) for word in rest):
            return
        groups = match.groupdict()
        if groups.get("this"):
            told = f"{today.year:04}-{today.month:02}"
        elif groups.get("thisyear"):
            told = f"{today.year:04}-{int(hearing.value(match, 'month', 'MONTHNAME')):02}"
        elif groups.get("year") or groups.get("yearago"):
            told = _months_before(today, 12)
        elif groups.get("halfyear") or groups.get("ago"):
            told = _months_before(today, 6)
        elif groups.get("month"):
            month = int(hearing.value(match, "month", "MONTHNAME"))
            told = f"{today.year - (month > today.month):04}-{month:02}"
        elif groups.get("day"):
            told = (today - timedelta(1)).isoformat()
        else:
            number = hearing.value(match, "n", "NUM") if groups.get("n") else None
            told = _before(today, hearing.words[match.start("unit")], number or 1)
        start, end = hearing.words[match.start()].start, hearing.words[match.end() - 1].end
        yield Fact("date", told, "self", start, end, not hearing.doubted(match.start(), match.end() - 1))
        return


def _may_stand_beside(word: Word) -> bool:
    return (
        bool((_BESIDE_DATE | {"AGO", "YES", "RECEIVED", "TAKE", "ECA"}) & word.kinds.keys())
        or word.text in _PRONOUNS
    )


_PRONOUNS = frozenset({"it", "them", "this", "that", "l'", "elle", "celle-ci"})


def _months_before(today: date, number: int) -> str:
    months = today.year * 12 + today.month - 1 - number
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _before(today: date, unit: Word, number: float) -> str:
    """The month that was so long ago; of years, the year."""
    if "YEARS" in unit:
        return _months_before(today, 12) if number == 1 else str(today.year - int(number))
    if "MONTHS" in unit:
        return _months_before(today, int(number))
    days = number * 7 if "WEEK" in unit else number
    return (today - timedelta(days)).isoformat()[:7]


def _date(hearing: Hearing) -> Iterator[Fact]:
    if len(hearing.dates) != 1:
        return
    told = hearing.dates[0]
    beside = (*hearing.words[: told.first], *hearing.words[told.last + 1 :])
    days = [day.isoformat() for day in told.readings if day <= hearing.today]
    if days and hearing.stated(told.first) and all(_may_stand_beside(word) for word in beside):
        value = {"readings": days} if len(days) > 1 else told.told if len(told.readings) == 1 else days[0]
        start, end = hearing.words[told.first].start, hearing.words[told.last].end
        yield Fact("date", value, "self", start, end, len(days) == 1)
    elif not days and all(_may_stand_beside(word) for word in beside):
        start, end = hearing.words[told.first].start, hearing.words[told.last].end
        yield Fact("date_to_come", hearing.text[start:end], "self", start, end, True)
