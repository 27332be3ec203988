"""Who the people of a message are: whom it is written for, whose first names it tells and says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.facts import People
from bot.nlu.facts.applicant import applicant_again, applied_for, single_third
from bot.nlu.facts.children_named import child_again, children_beside, children_named
from bot.nlu.facts.naming import Find, Introduced, Named, own_named, partner_named, said_again
from bot.nlu.facts.two_names import two_named
from bot.nlu.facts.words import Word

_STEPS = (*(applied_for, single_third, partner_named, children_named, children_beside, own_named, two_named),)


def introduced(
    row: Sequence[Word], text: str, people: People, finding: Callable[[Sequence[Word]], Find]
) -> Introduced:
    """The words of a message in which those who are known, or told in it, have their kinds."""
    told: tuple[Named, ...] = ()
    if people.name or people.partner or people.children or people.writer != "self":
        row = _known(row, text, people)
    find = finding(row)
    for step in _STEPS:
        row, now, named = step(row, text, people, find)
        if now != people:
            row, people = _known(row, text, now), now
            find = finding(row)
        told += named
    return row, people, told


def _known(row: Sequence[Word], text: str, people: People) -> Sequence[Word]:
    return child_again(said_again(applicant_again(row, people), text, people), text, people)
