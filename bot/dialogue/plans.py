"""A person's plan: what they keep beside the profile (``Store.plan``), as the rules want it.

The document has ``have`` (ids of documents ticked off), ``facts`` (those of
:class:`express_entry.circumstances.Circumstances`) and ``dates`` (those of
:class:`express_entry.timeline.Dates`, as text).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from express_entry.circumstances import QUESTIONS, Circumstances
from express_entry.timeline import Dates

Plan = Mapping[str, Any]


def having(plan: Plan) -> frozenset[str]:
    """The documents ticked off."""
    return frozenset(plan.get("have", ()))


def around(plan: Plan) -> Circumstances:
    """The facts that the profile form does not ask."""
    facts = plan.get("facts", {})
    return Circumstances(**{name: facts[name] for name in QUESTIONS if name in facts})


def dates(plan: Plan) -> Dates:
    """The days that were told."""
    return Dates(**{name: date.fromisoformat(day) for name, day in plan.get("dates", {}).items()})


def ticked(plan: Plan, document: str, has: bool) -> dict[str, Any]:
    """The plan with a document ticked off, or not."""
    others = having(plan) - {document}
    return {**plan, "have": sorted({*others, document} if has else others)}


def with_fact(plan: Plan, name: str, holds: bool) -> dict[str, Any]:
    """The plan with a fact that holds, or of which nothing is told any more."""
    others = {key: value for key, value in plan.get("facts", {}).items() if key != name}
    return {**plan, "facts": {**others, name: True} if holds else others}


def with_date(plan: Plan, name: str, day: date | None) -> dict[str, Any]:
    """The plan with a day that was told, or taken back."""
    others = {key: value for key, value in plan.get("dates", {}).items() if key != name}
    return {**plan, "dates": {**others, name: day.isoformat()} if day else others}
