"""How long two people have lived together, where a message tells it."""

from __future__ import annotations

from bot.nlu.facts.hearing import Hearing

IN_A_YEAR = 12
_MOST_YEARS = 40
_NO_LENGTH = ("OLD", "AGEWORD", "AGO")


def months_together(hearing: Hearing) -> int | None:
    """The months that are told as a length, or since when: "20 months", "since January 2025"; None without
    one, or with several."""
    words, found = hearing.words, set[int]()
    for at, word in enumerate(words[:-1]):
        unit = words[at + 1]
        aged = any(kind in near for near in words[at + 1 : at + 3] for kind in _NO_LENGTH)
        if "NUM" not in word or "ARTICLE" in word or aged:
            continue
        if "MONTHS" in unit:
            found.add(int(word["NUM"]))
        elif "YEARS" in unit and word["NUM"] <= _MOST_YEARS and not _is_an_age(hearing, at):
            found.add(int(word["NUM"] * IN_A_YEAR))
    found |= {IN_A_YEAR for word in words if "AYEAR" in word}
    if not found and "SINCE" in hearing.kinds:
        found = {
            (hearing.today.year - day.year) * IN_A_YEAR + hearing.today.month - day.month
            for dated in hearing.dates
            for day in dated.readings
            if day <= hearing.today
        }
    return found.pop() if len(found) == 1 else None


def _is_an_age(hearing: Hearing, at: int) -> bool:
    """Whether years right behind "I am" or « j'ai » are somebody's age."""
    return at > 0 and any(kind in hearing.words[at - 1] for kind in ("IAM", "IHAVE", "BE"))
