"""Years of work that turn out to be of several places: "not all in Dubai, 5 years Kerala before"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.facts import Fact
from bot.nlu.facts.correcting import corrects
from bot.nlu.facts.hearing import Hearing

PARTS = "job_parts"
REPLACED = frozenset(
    {"job", "canadian_work_years", "foreign_work_years", "work_years", "correction", "number"}
)
"""What the same words would tell of other work."""
_CANADIAN = ("CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY")
_FEWEST = 2
"""Parts that a total has at least."""


def read_split(hearing: Hearing) -> Iterator[Fact]:
    """``job_parts``: the ``parts`` of work told before, years with their place; the ``total`` where it is
    said, which they add up to."""
    if not hearing.words:
        return
    not_all = next(iter(hearing.matches("corrections.not_all")), None)
    totals = [hearing.value(match, "n", "NUM") for match in hearing.matches("corrections.in_total")]
    parts = [
        {
            "years": hearing.value(match, "n", "NUM"),
            "in_canada": any(kind in hearing.words[match.start("place")] for kind in _CANADIAN),
        }
        for match in hearing.matches("corrections.part_in")
        if hearing.stated(match.start("n")) and (not_all is None or match.start() > not_all.first)
    ]
    put_right = "NO" in hearing.words[0] or corrects(hearing)
    adds_up = (
        put_right
        and len(parts) >= _FEWEST
        and len(totals) == 1
        and sum(part["years"] for part in parts) == totals[0]
    )
    if not parts or not (adds_up or (not_all is not None and not totals)):
        return
    value = {"parts": parts, **({"total": totals[0]} if adds_up else {})}
    start, end = hearing.words[0].start, hearing.words[-1].end
    yield Fact(PARTS, value, "self", start, end, True, mode="replace")
