"""Figures that sentences name: ``{fees.principal_applicant}`` is looked up in ``data/rules`` for a day.

A reference is ``{folder.file}``, with ``:key.key`` for a place in a table (``{funds.settlement:family.1}``)
and with ``@from`` for the day since which the value holds. ``{changes.id@on}`` is the day of an entry of
``data/changes.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from express_entry.changes import change
from express_entry.parameters import RULES
from express_entry.points import Source
from express_entry.published import Published
from express_entry.rulefiles import ANNOUNCED, REPEALED, NotInForce
from express_entry.yaml_files import read_yaml

REFERENCE = re.compile(r"\{([a-z_]+)\.([a-z0-9_.]+)(?::([A-Za-z0-9_.-]+))?(?:@(from|on))?\}")
CHANGES = "changes"
MONEY = "CAD"
ANNOUNCED_AHEAD = timedelta(days=365)
"""How long before its day an announced change is worth saying."""
_WORDS = {"yes": True, "no": False}

Certainty = Literal["law", "official", "reported", "derived", "unknown"]


@dataclass(frozen=True)
class Figure:
    """A value on a day.

    Attributes:
        value: the number, or a day where the reference asked for one.
        unit: what it counts, as the rule file names it ("CAD", "days", "points"); empty for a day.
        since: the day from which it holds.
        source: where it is written; None for a day of ``data/changes.yml``, which has a page of its own.
        announced: the day of a later value that is announced and not known, where it is past or near.
        certainty: how sure it is, where the rule file says so.
        official: what the official file gives for it and others together, where their sum is another.
    """

    value: float | date
    unit: str
    since: date
    source: Source | None = None
    announced: date | None = None
    certainty: Certainty | None = None
    official: Published | None = None


class UnknownFigure(LookupError):
    """A reference to something that does not stand in the data."""


def figure(reference: str, on: date, published: Iterable[Published] = ()) -> Figure:
    """The figure that ``reference`` (with its braces) names, as it was on the day ``on``.

    Args:
        reference: what a sentence names.
        on: the day.
        published: what official files give; where one has the figure, it is quoted from there.

    Raises:
        UnknownFigure: no such file, table or key.
        NotInForce: it was not yet, or no longer, in force on that day.
    """
    found = REFERENCE.fullmatch(reference)
    if found is None:
        raise UnknownFigure(f"{reference} is no reference to a figure")
    folder, name, key, day = found.groups()
    if folder == CHANGES:
        return _day_of_change(name, reference)
    document = _document(folder, name)
    if document is None:
        raise UnknownFigure(f"{reference}: there is no data/rules/{folder}/{name}.yml")
    values: Sequence[Mapping[str, Any]] = document["values"]
    known = [entry for entry in values if entry.get("status") != ANNOUNCED and entry["from"] <= on]
    if not known or known[-1].get("status") == REPEALED:
        raise NotInForce(f"{reference} was not in force on {on}")
    entry = known[-1]
    value = entry["from"] if day else _at(entry, key or "value", reference)
    coming = [later["from"] for later in values if later.get("status") == ANNOUNCED]
    near = [day for day in coming if entry["from"] < day <= on + ANNOUNCED_AHEAD]
    found_here = Figure(
        value=value,
        unit="" if day else str(document.get("unit", "")),
        since=entry["from"],
        source=Source(**entry["source"]),
        announced=near[0] if near else None,
        certainty=entry.get("certainty"),
    )
    given = next(
        (each for each in published if f"{folder}/{name}" in each.figures and each.since <= on), None
    )
    return found_here if given is None or key else _as_published(found_here, given, day is not None, on)


def _as_published(known: Figure, given: Published, day: bool, on: date) -> Figure:
    """A figure with the value, the day and the certainty of the official file that has it."""
    held = sum(_held(name, on) for name in given.figures)
    if held != given.value and len(given.figures) > 1:
        return replace(known, official=given)
    since = given.since if given.dated or held != given.value else known.since
    assert known.source is not None
    return replace(
        known,
        value=since if day else known.value if held == given.value else given.value,
        since=since,
        source=replace(known.source, checked=given.checked),
        certainty=None,
    )


def _held(name: str, on: date) -> float:
    value = figure(f"{{{name.replace('/', '.')}}}", on).value
    assert not isinstance(value, date)
    return value


def differing(published: Iterable[Published], on: date) -> tuple[Published, ...]:
    """What official files give otherwise than ``data/rules`` has it on the day ``on``."""
    return tuple(
        each
        for each in published
        if each.since <= on and sum(_held(name, on) for name in each.figures) != each.value
    )


def _day_of_change(name: str, reference: str) -> Figure:
    try:
        on = change(name).on
    except KeyError as error:
        raise UnknownFigure(f"{reference}: data/changes.yml has no entry {name}") from error
    return Figure(value=on, unit="", since=on)


@lru_cache(maxsize=256)
def _document(folder: str, name: str) -> Mapping[str, Any] | None:
    path = Path(RULES, folder, f"{name}.yml")
    if not path.is_file():
        return None
    loaded: Mapping[str, Any] = read_yaml(path)
    return loaded


def _at(entry: Mapping[str, Any], key: str, reference: str) -> float:
    """The number at ``key``; YAML reads the keys ``yes`` and ``6`` as truth and number, so both are tried."""
    place: Any = entry
    for part in key.split("."):
        names = (part, _WORDS.get(part), int(part) if part.isdigit() else None)
        found = [name for name in names if name is not None and isinstance(place, Mapping) and name in place]
        if not found:
            raise UnknownFigure(f"{reference}: nothing stands at {key!r}")
        place = place[found[0]]
    if isinstance(place, bool) or not isinstance(place, int | float):
        raise UnknownFigure(f"{reference}: {key!r} is no number")
    return float(place)
