"""Words that mean something only as the answer to a question: yes, no, a number, "I don't know", a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.facts import Fact
from bot.nlu.facts.bare_dates import opening_date, told_dates
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.words import tidy

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
    if not hearing.words or "ONLY_ASKED" in hearing.kinds:  # its "no" answers nothing
        return
    if not any(fact.sure for fact in told) and (unknown := _dont_know(hearing)) is not None:
        yield unknown
        return
    answers = [] if told else list(_number(hearing))
    if answers and "AGO" in hearing.kinds:  # « ça fait six mois » is a length, or a day
        answers += told_dates(hearing)
    if answers and answers[0].field == "date" and "YES" in hearing.words[0]:  # "yes since 2022"
        first = hearing.words[0]
        answers.append(Fact("yes_no", True, "self", first.start, first.end, True))
    answers = answers or list(_yes_or_no(hearing, told)) or ([] if told else list(_money(hearing)))
    if not told and answers and answers[0].field == "yes_no":
        answers += _place_told(hearing)
        answers += told_dates(hearing) if answers[0].value else []
    if not answers and all(fact.field == "has_spouse" for fact in told):  # "in May, and my wife in June"
        answers = list(told_dates(hearing))
    if not told and not answers:
        answers = list(_place(hearing))
    yield from answers or opening_date(hearing, told)


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


def _yes_or_no(hearing: Hearing, told: Sequence[Fact]) -> Iterator[Fact]:
    for match in hearing.matches("answers.yes_no"):
        at = match.start("a")
        word = hearing.words[at]
        supposes = "IF" in word and match.end() < len(hearing.words)
        if ("YES" in word and "NO" in word) or supposes:
            continue
        value = "YES" in word
        rest = hearing.words[match.end() :]
        corrects = not value and any("CORRECT" in other or "NOTBUT" in other for other in rest[:6])
        joined = "after" in match and any(
            kind in hearing.words[match.start("after")] for kind in ("AND", "BUT")
        )
        decided = (
            any(fact.field in _BOOLEAN - (frozenset() if value else _BESIDE_NO) for fact in told)
            and not joined
        )
        valued = not value and any(fact.field not in _BOOLEAN and fact.sure for fact in told)
        if not corrects and not decided and not valued:
            yield Fact("yes_no", value, "self", word.start, word.end, True)
            return
    yield from _no_in_other_words(hearing, told)


_BESIDE_NO = frozenset({"education_country_is_canada"})
"""What explains a no: "none, studied in Peru"."""


def _no_in_other_words(hearing: Hearing, told: Sequence[Fact]) -> Iterator[Fact]:
    """ "No, only cousins", "I'm a nurse so no", "applied, still waiting": no, or not yet."""
    told = [fact for fact in told if fact.field != "relative_in_canada"]
    if any(fact.field in _BOOLEAN for fact in told) or "QUESTION" in hearing.kinds:
        return
    alone = () if told else ("no_with_kin", "no_at_all", "in_hand")
    for name in (*alone, "no_in_the_end"):
        for match in hearing.matches(f"answers.{name}"):
            word = hearing.words[match.start("a")]
            yield Fact("yes_no", False, "self", word.start, word.end, True)
            return


_LONG_AGO = 10
"""A year alone is a date up to so many years ago."""
_OLDEST = 80
"""The age up to which a year alone is taken for a year of birth."""


def _number(hearing: Hearing) -> Iterator[Fact]:
    for match in hearing.matches("answers.sum"):
        total = tidy(sum(word["NUM"] for word in hearing.words if "NUM" in word))
        start, end = hearing.words[match.start()].start, hearing.words[match.end() - 1].end
        yield Fact("number", total, "self", start, end, True)
        return
    if (now := _age_before_birthday(hearing)) is not None:
        yield now
        return
    for match in hearing.matches("answers.number"):
        at = match.start("n") if "n" in match else match.start("m") if "m" in match else match.start()
        if not hearing.stated(at) or (at and "LESS" in hearing.words[at - 1]):
            return
        years = hearing.words[match.start("n")].kinds.get("NUM", 1) if "n" in match else int("half" in match)
        months = hearing.value(match, "m", "NUM") if "m" in match else 0
        half = 0.5 if "half" in match or "halfyear" in match else 0
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


def _age_before_birthday(hearing: Hearing) -> Fact | None:
    """ "31, turning 32 in December", "soon 40": the age until that birthday."""
    both, only_next = hearing.matches("answers.two_ages"), hearing.matches("answers.next_age")
    soon = any(any(kind in word for kind in _SOON) for word in hearing.words) or bool(hearing.dates)
    if both and soon:
        match = both[0]
        now, then = hearing.value(match, "n", "NUM"), hearing.value(match, "m", "NUM")
        if then != now + 1:
            return None
    elif only_next and "NEXT" not in hearing.kinds:
        match = only_next[0]
        now = hearing.value(match, "m", "NUM") - 1
    else:
        return None
    start, end = hearing.words[match.start()].start, hearing.words[match.end() - 1].end
    return Fact("age", now, "self", start, end, True) if now >= _YOUNGEST_TURNING else None


_SOON = ("TURNS", "WANT", "NEXT", "ALMOST", "MONTHNAME")
_YOUNGEST_TURNING = 16
"""Smaller numbers one after the other are no ages."""


def _money(hearing: Hearing) -> Iterator[Fact]:
    """A sum that is the whole message: in dollars a number, in other money to be told in dollars."""
    match = next(iter(hearing.matches("answers.money")), None)
    ranged = match is not None and "low" in match
    if match is None or not (ranged or "c" in match or "c2" in match or "k" in match):
        return
    scale = int(hearing.value(match, "k", "SCALEWORD") or 1) if "k" in match else 1
    currency = hearing.value(match, "c2", "CURRENCY") if "c2" in match else None
    currency = currency or (hearing.value(match, "c", "CURRENCY") if "c" in match else None)
    amount = tidy(hearing.value(match, "n", "NUM") * scale)
    start, end = hearing.words[match.start("n")].start, hearing.words[match.end() - 1].end
    rupees = scale >= _LAKH and currency in (None, "$")
    if ranged and (low := lower_end(hearing, match.start("n"), scale)) is not None:
        amounts = {"readings": [low, amount]}
        if currency in ("CAD", "$", None) and not rupees:
            yield Fact("number", amounts, "self", start, end, False)
    elif currency in ("CAD", "$", None) and not rupees:
        sure = currency is not None or not hearing.doubted(match.start("n"), match.end() - 1)
        yield Fact("number", amount, "self", start, end, sure or "k" in match)
    else:
        yield Fact("funds_other_currency", f"{amount} {currency or 'INR'}", "self", start, end, True)


def lower_end(hearing: Hearing, at: int, scale: int) -> float | None:
    """The lower of two sums of which the word ``at`` is the higher: "30 to 35 thousand"."""
    row = hearing.words
    back = at - 1
    while back >= 0 and "CURRENCY" in row[back]:
        back -= 1
    if back < 1 or not any(kind in row[back] for kind in ("TO", "DASH", "AND")):
        return None
    joined = "AND" in row[back]
    back -= 1
    own = 1
    while back >= 0 and any(kind in row[back] for kind in ("CURRENCY", "SCALEWORD", "OF")):
        own = int(row[back].kinds.get("SCALEWORD", own))
        back -= 1
    if back < 0 or "NUM" not in row[back] or (joined and not (back and "FROM" in row[back - 1])):
        return None
    low = tidy(row[back]["NUM"] * (own if own > 1 else scale))
    return low if 0 < low < row[at]["NUM"] * scale else None


_LAKH = 100_000
"""From this scale on, money without a currency is in rupees."""


def _place_told(hearing: Hearing) -> Iterator[Fact]:
    """The place beside a yes or no: "yes, issued in Qatar", "oui, du Maroc"."""
    places = [
        at for at, word in enumerate(hearing.words) if any(kind in word for kind in (*_CANADIAN, *_ABROAD))
    ]
    rest = (word for at, word in enumerate(hearing.words) if at not in places)
    sides = {any(kind in hearing.words[at] for kind in _CANADIAN) for at in places}
    if len(sides) == 1 and all(_BESIDE_PLACE_TOLD & word.kinds.keys() for word in rest):
        at = places[0]
        canada = any(kind in hearing.words[at] for kind in _CANADIAN)
        yield Fact("place", {"canada": canada}, "self", hearing.words[at].start, hearing.words[at].end, True)


_CANADIAN = ("CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY")
_ABROAD = ("FOREIGN", "FOREIGN_WORD", "NATIONALITY", "FOREIGN_TRADE")
_BESIDE_PLACE = frozenset(
    {"IN", "FROM", "OF", "ARTICLE", "TO", "BE", "PLEASE", "COMMA", "STOP", "CORRECT", "THE", "ONLY", "HERE"}
    | {"CITIZENPR", "TRADE_CERTIFICATE", "YES"}
)


_BESIDE_PLACE_TOLD = _BESIDE_PLACE | {"YES", "NO", "RECEIVED", "TAKE", "TAKEN", "BUT"}


def _place(hearing: Hearing) -> Iterator[Fact]:
    """ "India", "au Bénin", "in Toronto": a message that is hardly more than a place."""
    places: list[tuple[int, bool]] = []
    for at, word in enumerate(hearing.words):
        canadian = any(kind in word for kind in _CANADIAN)
        if "CITIZENPR" in word and "NATIONALITY" not in word:
            continue
        if (canadian or any(kind in word for kind in _ABROAD)) and "PLEASE" not in word:
            places.append((at, canadian))
        elif not (_BESIDE_PLACE & word.kinds.keys() or "ELSEWHERE" in word):
            return
    places += [(at, False) for at, word in enumerate(hearing.words) if "ELSEWHERE" in word and places]
    if len({canadian for _, canadian in places}) == 1 and hearing.stated(places[0][0]):
        first, last = min(places)[0], max(places)[0]
        start, end = hearing.words[first].start, hearing.words[last].end
        yield Fact("place", {"canada": places[0][1]}, "self", start, end, True)
