"""Files that a person can keep: the dossier (PDF), the deadlines (calendar), the profile (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from bot.dialogue import plans
from bot.dialogue.told import flatten
from bot.papers.calendar import calendar
from bot.papers.dossier import Dossier, dossier
from bot.replies import words
from bot.replies.describe import told_lines
from bot.store import StoredFile
from express_entry.costs import as_published, costs
from express_entry.crs import score
from express_entry.documents import checklist
from express_entry.figures import Figure, figure
from express_entry.profile import Profile, in_any_order, parse_profile
from express_entry.programs import PROGRAMS, eligibilities
from express_entry.published import Published
from express_entry.rulefiles import NotInForce
from express_entry.timeline import Timeline, timeline

TIMED = ("cec", "fsw")
"""Programs for which IRCC estimates the time of processing."""


@dataclass(frozen=True)
class Holder:
    """Of whom a file is made: the language, the stored profile and the plan, as of a day; and what official
    files give for fees and times."""

    lang: str
    document: Mapping[str, Any]
    plan: plans.Plan
    on: date
    published: tuple[Published, ...] = ()

    @cached_property
    def profile(self) -> Profile:
        """The profile as the rules read it."""
        return parse_profile(in_any_order(self.document), draft=True)

    @property
    def timeline(self) -> Timeline:
        """The deadlines."""
        return timeline(self.profile, self.on, plans.dates(self.plan), plans.around(self.plan))


def make(kind: str, holder: Holder, now: datetime | None = None) -> StoredFile:
    """A file of one of the :data:`~bot.papers.KINDS`."""
    say = words(holder.lang)
    if kind == "calendar":
        content = calendar(holder.lang, holder.timeline, now or datetime.now(UTC))
        return StoredFile(say("calendar-file"), "text/calendar", content)
    if kind == "profile":
        text = json.dumps(dict(holder.document), ensure_ascii=False, indent=2, sort_keys=True)
        return StoredFile(say("profile-file"), "application/json", text.encode())
    return StoredFile(say("dossier-file"), "application/pdf", dossier(_content(holder)))


def _content(holder: Holder) -> Dossier:
    around = plans.around(holder.plan)
    profile, on = holder.profile, holder.on
    return Dossier(
        lang=holder.lang,
        on=on,
        facts=told_lines(holder.lang, flatten(holder.document)),
        breakdown=score(profile, on),
        programs=tuple(eligibilities(profile, on).values()),
        checklist=checklist(profile, on, around),
        have=plans.having(holder.plan),
        timeline=holder.timeline,
        costs=as_published(costs(profile, on, around), holder.published),
        times=dict(_times(profile, on, holder.published)),
    )


def _times(profile: Profile, on: date, published: tuple[Published, ...]) -> Iterator[tuple[str, Figure]]:
    """The estimate of processing for each program that has one on the day; for nominees theirs."""
    nominated = bool(profile.provincial_nomination)
    for program in PROGRAMS if nominated else TIMED:
        name = "pnp" if nominated else program
        with suppress(NotInForce):
            yield program, figure(f"{{figures.processing_{name}_months}}", on, published)
