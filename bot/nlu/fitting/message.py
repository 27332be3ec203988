"""A message as the readers of meanings see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.facts import Fact
from bot.nlu.decision import Ranks, tells
from bot.nlu.facts.hearing import Hearing, hear
from bot.nlu.supposing import suppositions
from express_entry.whatif.suppositions import Supposed


@dataclass(frozen=True)
class Message:
    """What was written, the facts that were found in it, and the classifier that ranks what it may mean."""

    classifier: Ranks
    text: str
    facts: Sequence[Fact]
    lang: str
    today: date

    def part(self, text: str) -> Message:
        """A part of it, with the facts of all of it."""
        return replace(self, text=text)

    @cached_property
    def tells(self) -> bool:
        """Whether a fact is told that means something by itself."""
        return any(map(tells, self.facts))

    @cached_property
    def hearing(self) -> Hearing:
        """Its words."""
        return hear(self.text, self.lang, self.today)

    @cached_property
    def supposed(self) -> tuple[Supposed, ...]:
        """What it supposes, by itself."""
        return suppositions(self.text, self.lang, self.today, {})
