"""What a question about documents or deadlines names: a kind of list or file, and the day that it tells."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel.dates import get_month_names

from bot.languages import LOCALES
from bot.nlu.facts.hearing import hear
from express_entry.yaml_files import read_yaml

SPOKEN = Path(__file__).parents[2] / "data" / "documents" / "spoken.yml"
DAYS_IN = {"d": 1, "j": 1, "w": 7, "s": 7, "m": 30}
"""Days in a unit, by the first letter of its name in either language."""
_YEAR = re.compile(r"\b(19|20)\d\d\b")


@lru_cache(maxsize=1)
def _spoken() -> dict[str, Any]:
    loaded: dict[str, Any] = read_yaml(SPOKEN)
    return loaded


def _low(text: str) -> str:
    return f" {re.sub(r'[^0-9a-zà-ÿœ’-]+', ' ', text.lower().replace(chr(39), '’'))} "


def names(text: str, kind: str) -> bool:
    """Whether ``text`` (in either language) names ``kind``, such as ``letter`` or ``calendar``."""
    low = _low(text)
    return any(f" {word} " in low for word in _spoken()[kind])


def day_named(text: str, lang: str, today: date) -> date | None:
    """The one day that a message tells as past or today: "12 November 2026", "on Nov 12", "yesterday".

    Without a year it is the most recent such day; where day and month can be swapped, the reading that is not
    in the future. None where no day is told, only a month, or both readings were possible.
    """
    low = _low(text)
    told = hear(text, lang, today).dates if _YEAR.search(text) else ()
    readings = {day for dated in told if dated.exact == "day" for day in dated.readings}
    if not readings:
        readings = set(_near(low, today)) or set(_without_year(low, today))
    past = {day for day in readings if day <= today} or readings
    return past.pop() if len(past) == 1 else None


_INVITATION = ("invit", "ita", "iap")
"""How words for an invitation begin."""
_NOT_OWN = ("SIBLING", "RELATIVE", "OTHER", "CLIENT")


def is_own_invitation(text: str, lang: str, today: date) -> bool:
    """Whether a message about an invitation tells of one's own: none that is hoped for, never came or is
    somebody else's."""
    heard = hear(text, lang, today)
    at = next((at for at, word in enumerate(heard.words) if word.text.startswith(_INVITATION)), None)
    if at is None:
        return True
    before = heard.words[:at]
    wished = heard.scopes[at].mood == "want" or any("WANT" in word or "IF" in word for word in before[-4:])
    denied = any("NEG" in word for word in before)
    return not (wished or denied or any(kind in word for word in before for kind in _NOT_OWN))


def invited_on(text: str, lang: str, today: date) -> date | None:
    """The day of one's own invitation that a message tells: "ITA received on 9 November, until when?"; None
    where none is told, it is only supposed, or the day is that of a round of invitations."""
    day, of_a_round = day_named(text, lang, today), names(text, "round")
    told = any(
        word.startswith(_INVITATION) and not (of_a_round and word.startswith("invitation"))
        for word in re.split(r"[ ’]", _low(text))
    )
    own = told and is_own_invitation(text, lang, today)
    return day if own and day is not None and day <= today else None


def _near(low: str, today: date) -> list[date]:
    for pattern in _spoken()["ago"]:
        ago = re.search(pattern, low)
        if ago:
            return [today - timedelta(int(ago[1]) * DAYS_IN[ago[2][0]])]
    for name, days in (("yesterday", 1), ("today", 0)):
        if any(f" {word} " in low for word in _spoken()[name]):
            return [today - timedelta(days)]
    return []


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Every name of a month in both languages, full and short, with its number."""
    found: dict[str, int] = {}
    for locale in LOCALES.values():
        for names_of in (
            get_month_names("wide", locale=locale),
            get_month_names("abbreviated", locale=locale),
        ):
            found |= {name.lower().rstrip("."): number for number, name in names_of.items()}
    return found


def _without_year(low: str, today: date) -> list[date]:
    months = "|".join(sorted(_months(), key=len, reverse=True))
    found = re.search(rf" (\d{{1,2}})(?:st|nd|rd|th|er)? (?:of )?({months}) ", low)
    pair = (found[2], found[1]) if found else None
    if pair is None:
        other = re.search(rf" ({months}) (\d{{1,2}})(?:st|nd|rd|th)? ", low)
        pair = (other[1], other[2]) if other else None
    if pair is None:
        return []
    for year in (today.year, today.year - 1):
        try:
            day = date(year, _months()[pair[0]], int(pair[1]))
        except ValueError:
            continue
        if day <= today:
            return [day]
    return []
