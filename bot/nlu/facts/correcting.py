"""Corrections that name no fact: "no 32", "5 years is wrong, it's 3", "scratch that, it was in the US".

What they correct is what was told last; only the dialogue knows that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing

_CANADIAN = ("CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY")
_ABROAD = ("FOREIGN", "FOREIGN_WORD")
_OF_OTHER_THINGS = ("OTHERUNIT", "ORDINAL", "CURRENCY", "TEST", "ABILITY", "LETTER")
"""What follows or precedes a number that is no age and no length of work."""
_MOST_NUMBERS, _MOST_WORDS = 2, 14
"""What is longer, or has more numbers, tells something by itself."""


BARE = frozenset({"number", "place", "work_years"})
"""Answers that put right what was told last where the question on the table does not take them."""


def corrects(hearing: Hearing) -> bool:
    """Whether a message says that something was wrong: "I mean", "oops", or a no before what is right."""
    return bool(hearing.words) and (
        any("WRONG" in word for word in hearing.words) or _begins_with_no(hearing)
    )


def read_correction(hearing: Hearing, told: Sequence[Fact]) -> Iterator[Fact]:
    """``correction``: the ``numbers`` of a message that puts something right, and ``canada``, a place in it;
    where nothing of it is an answer already."""
    words = hearing.words
    if len(words) > _MOST_WORDS or not corrects(hearing):
        return
    if any(fact.field in BARE or (fact.sure and fact.field != "yes_no") for fact in told):
        return
    numbers = [at for at, word in enumerate(words) if "NUM" in word and _is_bare_number(hearing, at)]
    places = {
        any(kind in word for kind in _CANADIAN)
        for word in words
        if any(kind in word for kind in (*_CANADIAN, *_ABROAD))
    }
    if not all(hearing.stated(at) for at in numbers) or len(numbers) > _MOST_NUMBERS:
        return
    value = {
        **({"numbers": [words[at]["NUM"] for at in numbers]} if numbers else {}),
        **({"canada": places.pop()} if len(places) == 1 else {}),
    }
    if value:
        yield Fact("correction", value, "self", words[0].start, words[-1].end, True, mode="replace")


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
    return bool(rest) and ("NUM" in rest[0] or any(kind in rest[0] for kind in ("IN", *_CANADIAN, *_ABROAD)))


def _is_bare_number(hearing: Hearing, at: int) -> bool:
    beside = (*hearing.words[max(0, at - 1) : at], *hearing.words[at + 1 : at + 2])
    dated = any(entry.first <= at <= entry.last for entry in hearing.dates)
    return not dated and not any(kind in word for word in beside for kind in _OF_OTHER_THINGS)
