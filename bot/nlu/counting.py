"""Whether a question asks if some work or some relative counts, and the answer that says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bot.languages import LANGUAGES
from bot.nlu.spoken import holds, plain, spoken, without
from express_entry.answers import answers
from express_entry.occupations.search import is_title

OCCUPATION = "ask_noc"
_PLACE = re.compile(r" (?:in|at|en|au|aux|à|chez) .*?(?= (?:count|compte)|$)")

_HOURS = re.compile(
    r"\b(\d{1,2}(?:[.,]\d)?)\s?(?:h|hr|hrs|hours?|heures?)\s?(?:/|a|an|per|par|each|every|la)?\s?"
    r"(?:week|weekly|wk|semaine|sem|hebdo(?:madaires?)?)\b",
    re.IGNORECASE,
)


def hours_for_a_year(text: str) -> float | None:
    """The hours a week of a message that asks how long a year of work takes with them; None for any other."""
    said, words, found = spoken()["year_of_work"], plain(text), _HOURS.search(text)
    if found is None or not (holds(words, said["asking"]) and holds(words, said["year"])):
        return None
    return float(found[1].replace(",", ".")) or None


def asks_why_of_work(text: str) -> bool:
    """Whether somebody quotes their work and wonders why it gives only so much: "I worked 5 years, why only
    25 points"."""
    words = plain(text)
    why, little = (
        holds(words, listed)
        for listed in (spoken()["why_words"], (*spoken()["low"], *spoken()["next_to_nothing"]))
    )
    few, points = (each.search(words) is not None for each in _few())
    return holds(words, spoken()["work"]) and (points or (why and (few or little)))


@lru_cache(maxsize=1)
def _few() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A number that is called little and counts no time, and one of points."""
    little = "|".join(map(re.escape, spoken()["so_little"]))
    times = "|".join(map(re.escape, spoken()["times"]))
    number = r"\d{1,3}"
    return (
        re.compile(rf" (?:{little}) {number} (?!(?:{times}) )| {number} (?:{little}) $"),
        re.compile(
            rf" (?:{little}) (?:\S+ )?{number} (?:points?|pts) | {number} (?:points?|pts) (?:{little}) "
        ),
    )


def asks_its_worth(text: str) -> bool:
    """Whether what is named is asked about, and not told to be there: "an LMIA, does that give points"."""
    return holds(plain(text), (*spoken()["counts_or_not"]["whether"], *spoken()["points_for"]))


def whether_counts(question: str, text: str) -> str | None:
    """The label of the answer to a ``question`` of the message ``text``, if there is one: "my cousin is
    there, does she count"."""
    said, words = spoken()["counts_or_not"], plain(question)
    if not (holds(words, said["whether"]) or holds(words, spoken()["counting"])) or holds(words, said["not"]):
        return None
    places = (words, plain(text)) if holds(words, said["it"]) else (words,)
    listed = said["answers"].items()
    named = next((each for place in places for each, names in listed if holds(place, names)), None)
    if named is not None:
        return answers()[named].label
    return OCCUPATION if _names_a_title(words, said) else None


def _names_a_title(words: str, said: Mapping[str, Any]) -> bool:
    """Whether only a title, and a place, is left of a question: "does being a nurse in saudi count"."""
    around = [*said["whether"], *spoken()["counting"], *said["around"]]
    title = without(_PLACE.sub(" ", words), around).strip()
    return bool(title) and any(is_title(title, lang) for lang in LANGUAGES)
