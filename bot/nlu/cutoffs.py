"""Questions after the points that are needed, or for which others were invited: "what score do I need for a
physician draw?", "minimum CRS right now". The last cut-offs answer them, of the kind of round or occupation
that is named.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from bot.nlu import rounds
from bot.nlu.spoken import factors, holds, plain, without
from express_entry.occupations.asked import asked_title
from express_entry.occupations.search import is_title
from express_entry.vocabulary import ENGLISH, FRENCH


@lru_cache(maxsize=1)
def _said() -> dict[str, Any]:
    loaded: dict[str, Any] = rounds.spoken_words("needed")
    return loaded


def asks_for_cutoff(text: str) -> bool:
    """Whether ``text`` asks how many points a kind of round, an occupation or an invitation needs."""
    words, found = plain(text), rounds.asked(text)
    if not holds(words, _said()["points"]) or holds(words, _said()["never"]):
        return False
    if found.score or found.number or found.year or found.next or found.ahead or found.trend:
        return False
    if found.extreme or found.tie_break:
        return False
    needed, of_a_round = holds(words, _said()["need"]), holds(words, _said()["of_a_round"])
    if found.category is not None and _of_a_kind(words, found.category, needed, of_a_round):
        return True
    if occupation(text) is not None:
        return needed or holds(words, _said()["how_many"])
    return holds(words, _said()["now"]) and (needed or of_a_round)


def _of_a_kind(words: str, category: str, needed: bool, of_a_round: bool) -> bool:
    """Whether the points of this kind of round are asked for: some names mean something else as well."""
    least = _said()["names"].get(category, "any")
    wants = needed if least == "need" else needed or holds(words, _said()["how_many"])
    return of_a_round or (least != "round" and wants)


def occupation(text: str) -> str | None:
    """The title of the occupation whose cut-off is asked for; None where nothing but points is named."""
    words = plain(text)
    if factors(words) or not holds(words, _said()["points"]):
        return None
    rest = without(
        words,
        [*_said()["points"], *_said()["need"], *_said()["how_many"], *_said()["now"], *_said()["around"]],
    )
    titles = ((asked_title(rest, lang), lang) for lang in (ENGLISH, FRENCH))
    return next((title for title, lang in titles if title and is_title(title, lang)), None)
