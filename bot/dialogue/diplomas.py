"""Diplomas that are told one by one: which earlier one a message is about, and whether they fit together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.facts import Mode
from express_entry.studies import combined
from express_entry.vocabulary import EDUCATION, TWO_OR_MORE, Education

Diploma = Mapping[str, Any]
Diplomas = Sequence[Diploma]

SINGLE = ("education", "education_country_is_canada")
"""The single fields that tell one diploma."""
_STAYS = ("in_canada", "eca_date")
"""What a diploma keeps when it turns out to be of another level."""


def retold(diplomas: Diplomas, diploma: Diploma, mode: Mode, before: int) -> list[Diploma]:
    """The diplomas after ``diploma`` was told; the first ``before`` of them were told in earlier messages."""
    alike = [at for at, known in enumerate(diplomas) if _alike(known, diploma)]
    if mode == "take_back":
        return [known for at, known in enumerate(diplomas) if at not in alike[-1:]]
    if mode == "replace" and diplomas:
        at = alike[-1] if alike else len(diplomas) - 1
        kept = {name: diplomas[at][name] for name in _STAYS if name in diplomas[at]}
        return [*diplomas[:at], {**kept, **diploma}, *diplomas[at + 1 :]]
    if mode == "tell" and len(diplomas) == before == 1 and diploma.get("assessed_as") == diploma["level"]:
        return [{**diplomas[0], "assessed_as": diploma["level"]}]  # only what its assessment says is told
    earlier = [at for at in alike if at < before]
    if mode == "tell" and earlier:
        at = earlier[-1]
        return [*diplomas[:at], {**diplomas[at], **diploma}, *diplomas[at + 1 :]]
    return [*diplomas, dict(diploma)]


def _alike(known: Diploma, diploma: Diploma) -> bool:
    elsewhere = known.get("in_canada", diploma.get("in_canada")) != diploma.get(
        "in_canada", known.get("in_canada")
    )
    return known["level"] == diploma["level"] and not elsewhere


def level(diplomas: Diplomas) -> Education:
    """The level that they give together, whenever they count."""
    finished = (diploma for diploma in diplomas if diploma.get("completed") is not False)
    return combined(diploma.get("assessed_as") or diploma["level"] for diploma in finished)


def at_odds(before: Diplomas, now: Diplomas) -> bool:
    """Whether it must be asked if a diploma told later stands beside the earlier ones or in their place.

    That is so where it is lower, or makes two or more of them.
    """
    if not before or len(now) <= len(before):
        return False
    new = max(EDUCATION.index(level([diploma])) for diploma in now[len(before) :])
    doubled = level(now) == TWO_OR_MORE != level(before)
    return doubled or new < EDUCATION.index(level(before))


def of_single(told: Mapping[str, Any], prefix: str) -> list[Diploma]:
    """The diploma that was told by the single fields, as an entry; none where none was."""
    if not told.get(f"{prefix}education"):
        return []
    country = told.get(f"{prefix}education_country_is_canada")
    place = {} if country is None else {"in_canada": country}
    return [{"level": told[f"{prefix}education"], **place}]


def placed(diplomas: Diplomas, in_canada: bool, every: bool = False) -> list[Diploma]:
    """The diplomas, with the country for those of which it was not told, or for ``every`` one; else for the
    highest one."""
    if every:
        return [{**diploma, "in_canada": in_canada} for diploma in diplomas]
    open_ones = [diploma for diploma in diplomas if "in_canada" not in diploma]
    finished = [diploma for diploma in open_ones if diploma.get("completed") is not False]
    if len(open_ones) > len(finished) > 0:  # where one is still studied for is another matter
        return [{"in_canada": in_canada, **each} if each in finished else each for each in diplomas]
    if open_ones:
        return [{"in_canada": in_canada, **diploma} for diploma in diplomas]
    highest = max(range(len(diplomas)), key=lambda at: EDUCATION.index(diplomas[at]["level"]))
    return [{**each, "in_canada": in_canada} if at == highest else each for at, each in enumerate(diplomas)]


def unassessed(diplomas: Diplomas, diploma: Diploma, assessed: bool) -> list[Diploma] | None:
    """The diplomas after it was told that ``diploma``, one of several, has no assessment; None where nothing
    tells that another one has (``assessed``: something has one), so that all of them may be meant."""
    open_ones = [at for at, known in enumerate(diplomas) if not known.get("assessed_as")]
    alike = [at for at in open_ones if _alike(diplomas[at], diploma)]
    others = [known for at, known in enumerate(diplomas) if at not in alike[-1:]]
    if not alike or not others or not (assessed or any(known.get("assessed_as") for known in others)):
        return None
    return [{**known, "eca_date": None} if at == alike[-1] else known for at, known in enumerate(diplomas)]
