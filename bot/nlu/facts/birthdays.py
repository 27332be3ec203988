"""Birthdays: the age told beside one that was, and the day of one to come with the age that it brings."""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts import Fact
from bot.nlu.facts.dates import Dated, yearless
from bot.nlu.facts.hearing import Hearing

YOUNGEST, OLDEST = 15, 80
"""Ages that a bare number may mean."""
_TO_ITS_DAY = 5
"""Words from an age to the day of the birthday: "my 40th birthday is on January 15"."""


def ages_behind(hearing: Hearing) -> dict[int, tuple[int, int]]:
    """The age that is told beside a birthday that was, by the word of its number: "32 now, it was my birthday
    on Monday", "my 36th birthday was last week". None of whom several numbers may be it."""
    if not any(hearing.stated(match.start()) for match in hearing.matches("person.birthday_behind")):
        return {}
    found = {
        match.start("n"): (match.start("n"), match.end() - 1)
        for name in ("birthday_of", "beside_a_birthday")
        for match in hearing.matches(f"person.{name}")
        if _may_be_an_age(hearing, match.start("n"))
    }
    whose = [hearing.scopes[at].person for at in found]
    return {at: span for at, span in found.items() if whose.count(hearing.scopes[at].person) == 1}


def read_birthday(hearing: Hearing) -> Iterator[Fact]:
    """``birthday``: the day of a birthday to come, and the ``age`` on it."""
    days = [each for each in _days_to_come(hearing) if each.exact == "day"]
    for match in hearing.matches("person.birthday_to_come") if days else ():
        at = match.start("n")
        dated = next((each for each in days if 0 < each.first - at <= _TO_ITS_DAY), None)
        scope = hearing.scopes[at]
        own = scope.person in ("self", "partner") and scope.mood in ("said", "want")
        if dated is not None and own and _may_be_an_age(hearing, at):
            value = {"age": int(hearing.words[at]["NUM"]), "date": dated.told}
            start, end = hearing.words[at].start, hearing.words[dated.last].end
            yield Fact("birthday", value, scope.person, start, end, scope.clear, scope.named)
            return


def _days_to_come(hearing: Hearing) -> list[Dated]:
    told = [each for each in hearing.dates if each.readings[0] > hearing.today]
    return told + yearless(hearing.words, hearing.matches, hearing.today, ahead=True)


def _may_be_an_age(hearing: Hearing, at: int) -> bool:
    number = hearing.words[at]["NUM"]
    dated = any(each.first <= at <= each.last for each in hearing.dates)
    return bool(YOUNGEST <= number <= OLDEST and number == int(number) and not dated)
