"""Of whom a message speaks last, where that is neither of the couple: "he" in the next one may be them."""

from __future__ import annotations

from datetime import date

from bot.facts import People
from bot.nlu.facts.hearing import hear
from bot.nlu.facts.scope import others_spoken_of


def spoken_of_last(text: str, lang: str, today: date, people: People) -> tuple[str, ...]:
    """The sexes of somebody else of whom ``text`` speaks last; both where it does not tell which."""
    return others_spoken_of(hear(text, lang, today, people=people).words, people)
