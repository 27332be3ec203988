"""What a calculation says: lines of points, each with its maximum, its reasons and its source.

Reasons are message ids with arguments, never sentences: a catalog turns them into words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from express_entry.days import When

Argument = str | int | float | When
"""What a reason can carry; a catalog formats numbers and dates for its language."""


@dataclass(frozen=True)
class Because:
    """A reason: the id of a catalog message and the message's arguments."""

    id: str
    args: Mapping[str, Argument] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.id, *self.args.values()))


@dataclass(frozen=True)
class Source:
    """Where a rule is written: the instrument's name and page in both languages, and the day on which a
    person last checked it."""

    instrument: str
    instrument_fr: str
    en: str
    fr: str
    checked: date

    def title(self, lang: str) -> str:
        """The instrument's name in ``lang`` ("en" or "fr")."""
        return self.instrument_fr if lang == "fr" else self.instrument

    def url(self, lang: str) -> str:
        """The page's address in ``lang`` ("en" or "fr")."""
        return self.fr if lang == "fr" else self.en


@dataclass(frozen=True)
class Line:
    """Points for one factor, after every cap. Profiles share lines: the same one is the same object.

    Attributes:
        id: the factor, such as ``core.age``.
        section: ``A``, ``B``, ``C`` or ``D`` of the Comprehensive Ranking System.
        points: what the factor adds to the total.
        max: the most that it can add for a candidate of the same family situation.
        because: the reasons, in reading order; a line that a cap reduced says so last.
        source: where the rule is written.
    """

    id: str
    section: str
    points: int
    max: int
    because: tuple[Because, ...]
    source: Source

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """Worked out once: a line is looked up for every profile that has it."""
        return hash((self.id, self.points, self.max, self.because))
