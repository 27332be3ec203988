"""What a person has told, by path, and as the document of a profile: two forms of the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PARTS = ("job_offer.noc", "first_language.date", "second_language.date", "spouse.language.date")
"""Facts that stand inside the value of another one, and are asked for by themselves."""

Told = Mapping[str, Any]
"""Told facts by their path (``spouse.education``). ``None`` is an answer, too: there is none."""


def flatten(profile: Mapping[str, Any]) -> dict[str, Any]:
    """A profile document as facts by path; tests, jobs and offers stay whole values."""
    facts = {path: value for path, value in profile.items() if path != "spouse"}
    for path, value in (profile.get("spouse") or {}).items():
        facts[f"spouse.{path}"] = value
    for path in PARTS:
        whole, _, part = path.rpartition(".")
        if part in (facts.get(whole) or {}):
            facts[path] = facts[whole][part]
    return facts


def nest(facts: Told) -> dict[str, Any]:
    """Facts by path as a profile document (the inverse of :func:`flatten`)."""
    profile: dict[str, Any] = {}
    for path, value in facts.items():
        head, _, rest = path.partition(".")
        if path in PARTS:
            continue
        if head == "spouse" and rest:
            profile.setdefault("spouse", {})[rest] = value
        elif not rest:
            profile[path] = value
    return profile
