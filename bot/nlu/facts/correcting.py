"""Corrections: "no 32", "5 years is wrong, it's 3", "it was CELPIP not IELTS", "in May, not June".

What a message says to be wrong is struck out of it, and the rest is read as it stands. What the rest puts
right by itself ("no 32", "in May") names no fact: it is that of what was told last, or of what was told
wrong, which only the dialogue knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.score_runs import runs_of
from bot.nlu.facts.unasked import unasked
from bot.nlu.facts.words import Word, tidy

_CANADIAN = ("CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY")
_ABROAD = ("FOREIGN", "FOREIGN_WORD")
_OF_OTHER_THINGS = ("OTHERUNIT", "ORDINAL", "CURRENCY", "TEST", "ABILITY", "LETTER")
"""What follows or precedes a number that is no age and no length of work."""
_MOST_NUMBERS, _MOST_WORDS = 2, 16
"""What is longer, or has more numbers, tells something by itself."""

BARE = frozenset({"number", "place", "work_years", "date"})
"""Answers that put right what was told last where the question on the table does not take them."""
_THINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("settlement_funds_cad", ("FUNDSWORD",)),
    ("eca_date", ("ECA",)),
    ("language_test", ("TEST", "ANYTEST", "RESULTS", "ABILITY")),
    ("education", ("DEGREE", "DOUBTFUL_DEGREE", "DEGREEWORD", "DIPLOMA")),
    ("age", ("AGEWORD",)),
    ("work", ("WORK", "EXPERIENCE", "JOBHEAD")),
)
"""What a correction may name, by the kinds of words that name it."""


# What is wrong


@dataclass(frozen=True)
class Struck:
    """Words ``first`` to ``last`` of a message, which it says to be wrong."""

    first: int
    last: int


def struck(hearing: Hearing) -> list[Struck]:
    """What of a message it says itself to be wrong; nothing of what is only asked or supposed."""
    found: list[Struck] = []
    for match in (*hearing.matches("corrections.contrast"), *hearing.matches("corrections.said_before")):
        first, last = match.start("wrong"), match.end("wrong") - 1
        moods = {scope.mood for scope in hearing.scopes[match.start() : match.end()]}
        overlaps = any(each.first <= last and each.last >= first for each in found)
        if overlaps or moods & {"if", "ask", "claim"} or _is_other(hearing, first, last, match.end()):
            continue
        found.append(Struck(first, last))
    return sorted(found, key=lambda each: each.first)


def _is_other(hearing: Hearing, first: int, last: int, end: int) -> bool:
    """Whether a number is no thing of its own: an article ("pas un master"), or children ("3, no 2 kids"); or
    "none" tells of a second place and corrects nothing: "from France, none in Canada"."""
    words = hearing.words
    if any("NONE_OF" in word for word in words[first : last + 1]):
        return True
    numbers = [word for word in words[first : last + 1] if "NUM" in word]
    article = any("ARTICLE" in word for word in numbers) and len(numbers) == 1 and numbers[0]["NUM"] == 1
    others = any("NUM" not in word and _HEADS & word.kinds.keys() for word in words[first : last + 1])
    children = any("KID" in word or "OTHERUNIT" in word for word in words[end : end + 1])
    return (
        children or (article and not others) or _is_an_age(hearing, first, last) or _is_a_score(hearing, last)
    )


def _is_a_score(hearing: Hearing, at: int) -> bool:
    """Whether a number is of scores that others put right by name: "7 7 6 7, correction: 6.5 in writing"."""
    return any(
        before.last <= at < after.first and after.corrects and "A" in after.kinds
        for before, after in pairwise(runs_of(hearing))
    )


def _is_an_age(hearing: Hearing, first: int, last: int) -> bool:
    """Whether a number lends its "years" to the right one, which is read as an age: "31 ans, pardon 32"."""
    with_unit = any("YEARS" in word for word in hearing.words[first : last + 1])
    return with_unit and any(each.start("was") == first for each in hearing.matches("person.put_right"))


_HEADS = frozenset(
    {"TEST", "DEGREE", "DOUBTFUL_DEGREE", "MARITAL", "JOBHEAD", "COMING", "STAYING", "MONTHNAME"}
)


def without(hearing: Hearing, wrong: Sequence[Struck]) -> str:
    """The text with blanks where it is wrong, so that all else stays where it is."""
    rest = list(hearing.text)
    for each in wrong:
        start, end = hearing.words[each.first].start, hearing.words[each.last].end
        rest[start:end] = " " * (end - start)
    return "".join(rest)


def told_wrong(hearing: Hearing, wrong: Sequence[Struck]) -> dict[str, Any]:
    """What the struck words told: the ``wrong`` numbers, the ``test``, the ``month``."""
    found: dict[str, Any] = {}
    for each in wrong:
        for at, word in enumerate(hearing.words[each.first : each.last + 1], each.first):
            if "MONTHNAME" in word:
                found["month"] = int(word["MONTHNAME"])
            elif "NUM" in word:
                found.setdefault("wrong", []).append(_in_years(hearing, at))
            if "TEST" in word:
                found["test"] = word["TEST"]
            if _is_place(word):
                found["canada"] = _in_canada(word)
    return found


# What is right


def corrects(hearing: Hearing) -> bool:
    """Whether a message says that something was wrong: "I mean", "oops", or a no before what is right."""
    return bool(hearing.words) and (
        hearing.wrong is not None
        or any("WRONG" in word for word in hearing.words)
        or _begins_with_no(hearing)
        or _lets_go(hearing)
        or _points_back(hearing) is not None
        or _funds_now(hearing)
        or _whose(hearing) is not None
    )


def read_correction(hearing: Hearing, told: Sequence[Fact]) -> Iterator[Fact]:
    """``correction``: what puts something right and names no fact: ``numbers``, ``canada``, a ``date``, the
    partner as ``whose``, what is ``no_title`` of a job; and the ``thing`` that it is about, the numbers, the
    ``test`` and the ``month`` that were ``wrong``, where it names them."""
    words = hearing.words
    counted = any(fact.field == "canadian_work_years" for fact in told)
    if len(words) > _MOST_WORDS or not words or (counted and _none_there(hearing)):
        return
    thing, date = _thing(hearing), _date(hearing)
    if (name := no_title(hearing)) is not None:
        yield Fact(
            "correction", {"no_title": name}, "self", words[0].start, words[-1].end, True, mode="replace"
        )
        return
    if (undone := _undone(hearing, told)) is not None:
        yield Fact("correction", undone, "self", words[0].start, words[-1].end, True, mode="replace")
        return
    none = _none_there(hearing)
    if (value := none or _placed(hearing, told) or _was_there(hearing, told)) is not None:
        yield Fact("correction", value, _person(hearing), words[0].start, words[-1].end, True, mode="replace")
        return
    if not corrects(hearing):
        return
    wrong = hearing.wrong or {}
    start, end = words[0].start, words[-1].end
    another = "test" in wrong or _is_another_test(hearing)
    renamed = next((fact for fact in told if _is_undated_test(fact)), None) if another else None
    if renamed is not None:
        value = {"renamed": renamed.value["test"]}
        yield Fact("correction", value, renamed.person, start, end, True, renamed.named, mode="replace")
        return
    if (whose := _whose(hearing)) is not None:
        yield Fact("correction", {"whose": whose}, "self", start, end, True, mode="replace")
        return
    back = _points_back(hearing)
    beyond = words[back].end if back is not None else 0
    told = [fact for fact in told if fact.start >= beyond]
    sure = [
        fact
        for fact in told
        if fact.sure and fact.field not in ("yes_no", "has_spouse", "partner_name", *BARE)
    ]
    dating = date is not None and all(
        _is_undated_test(fact) or ("month" in wrong and _is_only_dated(fact, date)) for fact in sure
    )
    if sure and not dating and back is None:
        return
    if hearing.wrong is None and any(fact.field in BARE for fact in told):
        return
    numbers = [at for at, word in enumerate(words) if "NUM" in word and _is_bare_number(hearing, at)]
    places = {
        any(kind in word for kind in _CANADIAN)
        for at, word in enumerate(words)
        if any(kind in word for kind in (*_CANADIAN, *_ABROAD)) and (back is None or at <= back)
        if word.start in unasked(hearing)
    }
    stated = back is not None or all(hearing.stated(at) for at in numbers)
    if not stated or len(numbers) > _MOST_NUMBERS:
        return
    right = [] if sure and back is None else [_in_years(hearing, at) for at in numbers]
    value = {
        **({"numbers": right} if right else {}),
        **({"canada": places.pop()} if len(places) == 1 else {}),
        **({"date": date} if date is not None else {}),
    }
    if not value:
        return
    value |= {name: wrong[name] for name in ("wrong", "test", "month") if name in wrong}
    value |= {"thing": thing} if thing else {}
    value |= _of_a_job(hearing) if date is not None else {}
    value |= {} if date is None or hearing.dates else {"yearless": True}
    person = _person(hearing)
    named = person == "partner"
    end = words[back].end if back is not None else end
    yield Fact("correction", value, person, start, end, True, named, mode="replace")


def no_title(hearing: Hearing) -> str | None:
    """What was taken for the title of a job and is none: "Cork isn't a job, it's a city"."""
    for match in hearing.matches("corrections.no_title"):
        word = hearing.words[match.start("name")]
        if "JOBHEAD" not in word and "SELF" not in word and "WHO" not in word and "HE" not in word:
            return word.text
    return None


def _none_there(hearing: Hearing) -> dict[str, Any] | None:
    """Nothing of what was told was in Canada: "no work in Canada", "none in Canada"."""
    says_more = hearing.wrong is not None or not hearing.kinds.isdisjoint(("QUESTION", "NUM"))
    if says_more or not hearing.doc._.people.begun:
        return None
    found = hearing.matches("corrections.none_there")
    return {"canada": False} if any(hearing.scopes[each.start()].mood == "said" for each in found) else None


def _was_there(hearing: Hearing, told: Sequence[Fact]) -> dict[str, Any] | None:
    """Where what was told last was, or the job of the title that is named: "no, that was in Canada", "the
    nurse job was in Dubai"."""
    if _tells_more(hearing, told) or "QUESTION" in hearing.kinds:
        return None
    for match in hearing.matches("corrections.job_was"):
        at = match.start("there")
        scope = hearing.scopes[at]
        named = "title" in match
        past = any(_WAS & {*word.text.split()} for word in hearing.words[match.start() : at])
        asked = hearing.words[at].start not in unasked(hearing)
        if asked or scope.person not in ("self", "both") or (named and not past):
            continue
        return {
            "canada": _in_canada(hearing.words[at]),
            **({"thing": "work"} if named or "WORK" in hearing.kinds else {}),
            **({"title": _words(hearing, match)} if named else {}),
        }
    return None


_WAS = frozenset({"was", "were", "etait", "etaient", "fut", "been"})


def _words(hearing: Hearing, match: Match) -> str:
    first, last = match.start("title"), match.end("title") - 1
    return hearing.text[hearing.words[first].start : hearing.words[last].end]


def _tells_more(hearing: Hearing, told: Sequence[Fact]) -> bool:
    """Whether a message tells more than where something was."""
    more = any(
        fact.field not in ("yes_no", "place", "occupation", "canadian_work_years")
        and not (fact.field == "job" and fact.value.keys() <= {"title", "in_canada"})
        for fact in told
    )
    said_before = hearing.doc._.people.begun
    studies = not hearing.kinds.isdisjoint(("DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "STUDY"))
    return more or studies or not said_before or any("NUM" in word for word in hearing.words)


def _placed(hearing: Hearing, told: Sequence[Fact]) -> dict[str, Any] | None:
    """The same of work, and of which title it is: "the plumber's job was in Haiti, not Canada". None where
    the message puts no place right, or tells more than that."""
    if _tells_more(hearing, told) or (here := _not_there(hearing)) is None:
        return None
    named = [fact.value for fact in told if fact.field == "occupation"]
    named += [fact.value["title"] for fact in told if fact.field == "job" and "title" in fact.value]
    return {"canada": here, "thing": "work", **({"title": named[0]} if len(named) == 1 else {})}


def _not_there(hearing: Hearing) -> bool | None:
    """Whether work was in Canada, where a message says the one place and denies the other."""
    sides = {_in_canada(word) for word in hearing.words if _is_place(word)}
    if "canada" in (hearing.wrong or {}) and len(sides) == 1:
        return sides.pop()
    for match in hearing.matches("corrections.job_place"):
        if hearing.scopes[match.start()].mood != "said":
            continue
        if "never" in match:
            return None if not _in_canada(hearing.words[match.start("never")]) else False
        places = [at for at in range(match.start(), match.end()) if _is_place(hearing.words[at])]
        sides = {_in_canada(hearing.words[at]) for at in places}
        if len(sides) > 1:
            return _in_canada(hearing.words[match.start("there")])
    return None


def _is_place(word: Word) -> bool:
    return any(kind in word for kind in (*_CANADIAN, *_ABROAD))


def _in_canada(word: Word) -> bool:
    return any(kind in word for kind in _CANADIAN)


def _undone(hearing: Hearing, told: Sequence[Fact]) -> dict[str, Any] | None:
    """ "That wasn't work", "till August this year": what takes the work told last back, or tells its end."""
    if any(fact.field not in ("yes_no", *BARE) for fact in told):
        return None
    if any(hearing.scopes[match.start()].mood == "said" for match in hearing.matches("corrections.not_work")):
        return {"undone": "work"}
    dated = hearing.dates[0] if len(hearing.dates) == 1 else None
    if dated is None or dated.readings[0] > hearing.today or not hearing.matches("corrections.job_ended"):
        return None
    return {"date": dated.told, "edge": "end"}


def says_it(correction: Fact, fact: Fact) -> bool:
    """Whether a fact is only what a correction tells, taken for something by itself."""
    within = fact.start < correction.end and {"numbers", "canada"} <= correction.value.keys()
    years = fact.field in ("job", "canadian_work_years", "foreign_work_years")
    work = "canada" in correction.value and correction.value.keys() <= {"canada", "thing", "title"}
    if (
        work
        and correction.value.get("thing", "work") == "work"
        and fact.field in ("occupation", "job", "canadian_work_years", "yes_no")
    ):
        return True
    renamed = fact.field == "language_test" and "renamed" in correction.value
    redated = "month" in correction.value and _is_only_dated(fact, correction.value.get("date"))
    return fact.field in BARE or renamed or redated or (within and years)


def _of_a_job(hearing: Hearing) -> dict[str, Any]:
    """Of which job a date is put right, and which of its two: "my first job ended in November"."""
    said = {word.text for word in hearing.words}
    edge = "start" if said & _BEGAN else "end" if said & _ENDED else None
    which = 0 if said & _FIRST else -1 if said & _LAST else None
    return {**({"edge": edge} if edge else {}), **({"which": which} if edge and which is not None else {})}


_BEGAN = frozenset({"started", "began", "begin", "start", "since", "joined", "commence", "depuis", "debute"})
_ENDED = frozenset({"ended", "finished", "left", "stopped", "until", "quit", "end", "fini", "termine"}) | {
    "quitte",
    "arrete",
    "jusqu'en",
    "jusqu'a",
    "ended in",
}
_FIRST = frozenset({"first", "premier", "premiere"})
_LAST = frozenset({"last", "second", "current", "dernier", "derniere", "deuxieme", "actuel"})


def _is_another_test(hearing: Hearing) -> bool:
    """ "Sorry, it was CELPIP": a short message that puts nothing right but which test it was."""
    if len(hearing.words) > _SHORT or "REPLACES" in hearing.kinds or "ALSO" in hearing.kinds:
        return False
    was = any("PAST_BE" in word or "WAS_IN" in word or "MEANT" in word for word in hearing.words)
    return was and not any("NUM" in word for word in hearing.words)


_SHORT = 8
"""Words at most of a message that only names another test."""


def _is_undated_test(fact: Fact) -> bool:
    return fact.field == "language_test" and set(fact.value) == {"test"}


def _is_only_dated(fact: Fact, date: str | None) -> bool:
    """Whether a test is told with this date and nothing else: "the exam was in May, not June"."""
    return fact.field == "language_test" and fact.value == {"date": date}


def _person(hearing: Hearing) -> str:
    told = {scope.person for word, scope in zip(hearing.words, hearing.scopes, strict=True) if "NUM" in word}
    return "partner" if "partner" in told else "self"


def _thing(hearing: Hearing) -> str | None:
    kinds = [kinds for _, kinds in _THINGS if any(kind in word for kind in kinds for word in hearing.words)]
    return next((name for name, each in _THINGS if each in kinds), None)


def _date(hearing: Hearing) -> str | None:
    """The one date or month that is told, of those before today."""
    if len(hearing.dates) == 1 and len(hearing.dates[0].readings) == 1:
        told = hearing.dates[0]
        return told.told if told.readings[0] <= hearing.today and hearing.stated(told.first) else None
    months = [at for at, word in enumerate(hearing.words) if "MONTHNAME" in word and _is_month(hearing, at)]
    if hearing.dates or len(months) != 1 or not hearing.stated(months[0]):
        return None
    month, today = int(hearing.words[months[0]]["MONTHNAME"]), hearing.today
    return f"{today.year - (month > today.month):04}-{month:02}"


def _is_month(hearing: Hearing, at: int) -> bool:
    """Whether "may" is the month: a preposition stands before it, or it is no word of another kind."""
    before = hearing.words[at - 1] if at else None
    return before is None or any(kind in before for kind in ("IN", "ON", "TAKEN", "BE", "COMMA", "CORRECT"))


def _begins_with_no(hearing: Hearing) -> bool:
    """ "No 32": nothing stands between the no and what it puts right but a comma or "it's"."""
    words = hearing.words
    if "NO" not in words[0]:
        return False
    rest = [
        word
        for word in words[1:]
        if not any(kind in word for kind in ("COMMA", "BE", "CORRECT", "ONLY", "HE"))
    ]
    right = ("NUM", "IN", "MONTHNAME", *_CANADIAN, *_ABROAD)
    return bool(rest) and any(kind in rest[0] for kind in right)


def _lets_go(hearing: Hearing) -> bool:
    """ "Forget it, it was in the US": what is let go is what was told last."""
    words = hearing.words
    return len(words) > 2 and "TAKE_BACK" in words[0] and ends_at_once(words, 0)


def ends_at_once(words: Sequence[Word], at: int) -> bool:
    """Whether a verb of taking back has no object: "forget it, …", « oublie, … »."""
    after = words[at + 1 : at + 3]
    pronoun = bool(after) and after[0].text in _IT
    rest = after[1:] if pronoun else after[:1]
    return bool(rest) and any(kind in rest[0] for kind in ("COMMA", "STOP", "DASH"))


_IT = frozenset({"it", "that", "ça", "ca", "cela"})


def _points_back(hearing: Hearing) -> int | None:
    """ "Those 4 years were in Brazil": the last word of a reference to what was told, and where it was."""
    match = next(iter(hearing.matches("corrections.points_back")), None)
    return match.end() - 1 if match else None


def _funds_now(hearing: Hearing) -> bool:
    """ "Funds are 18000 now": a sum told by its name."""
    return bool(hearing.matches("corrections.funds_now"))


def _whose(hearing: Hearing) -> str | None:
    """ "I meant: it's my wife who has it", "that's my husband's, not mine"."""
    meant = any("MEANT" in word or "WRONG" in word or "NOTBUT" in word for word in hearing.words)
    is_meant = meant or "NO" in hearing.words[0]
    return "partner" if is_meant and hearing.matches("corrections.of_partner") else None


def _in_years(hearing: Hearing, at: int) -> float:
    """A number as it is kept: months of work are told in years."""
    number: float = hearing.words[at]["NUM"]
    months = any("MONTHS" in word for word in hearing.words[at + 1 : at + 2])
    return tidy(number / _MONTHS_A_YEAR) if months else number


_MONTHS_A_YEAR = 12


def _is_bare_number(hearing: Hearing, at: int) -> bool:
    beside = (*hearing.words[max(0, at - 1) : at], *hearing.words[at + 1 : at + 2])
    dated = any(entry.first <= at <= entry.last for entry in hearing.dates)
    money = _thing(hearing) == "settlement_funds_cad"
    others = [kind for kind in _OF_OTHER_THINGS if not (money and kind == "CURRENCY")]
    month = "MONTHNAME" in hearing.words[at]
    return not dated and not month and not any(kind in word for word in beside for kind in others)
