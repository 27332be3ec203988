"""What changed in Express Entry, with its day (``data/changes.yml``)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, Extra

CHANGES = Path(__file__).parents[1] / "data" / "changes.yml"

Area = Literal[
    "score",
    "rounds",
    "categories",
    "fees",
    "funds",
    "documents",
    "language",
    "eligibility",
    "provinces",
    "other",
]


class DatedChange(BaseModel):
    """One change: ``what`` it is, the day ``on`` which it took effect, the ``page`` that tells of it."""

    class Config:
        frozen = True
        extra = Extra.forbid

    id: str
    on: date
    area: Area
    what: dict[str, str]
    page: str
    certainty: Literal["law", "official", "reported", "derived"]


@lru_cache(maxsize=1)
def changes() -> tuple[DatedChange, ...]:
    """All changes, the oldest first.

    Raises:
        pydantic.ValidationError: an entry cannot be taken as it stands.
    """
    entries = yaml.load(CHANGES.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # "on" stays a word
    return tuple(sorted((DatedChange.parse_obj(entry) for entry in entries), key=lambda entry: entry.on))


def change(change_id: str) -> DatedChange:
    """The change with this id. Raises KeyError for an unknown one."""
    return {entry.id: entry for entry in changes()}[change_id]


def latest(on: date, area: str | None = None, most: int = 5) -> Sequence[DatedChange]:
    """The newest changes in force on the day ``on``, the newest first."""
    fitting = [entry for entry in changes() if entry.on <= on and area in (None, entry.area)]
    return fitting[::-1][:most]
