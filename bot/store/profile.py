"""The current profile out of the answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.store.records import Json


def assemble(latest: Iterable[tuple[str, Json, bool]]) -> dict[str, Json]:
    """Build the nested profile from (path, value, withdrawn), the latest row of each path, oldest first.

    A later row wins over an earlier one above or below it: after ``spouse`` null nothing told about the
    spouse holds, and ``spouse.education`` told after that makes a spouse again.
    """
    profile: dict[str, Any] = {}
    for path, value, withdrawn in latest:
        *parents, name = path.split(".")
        if withdrawn:
            _remove(profile, parents, name)
        else:
            _descend(profile, parents)[name] = value
    return profile


def _descend(profile: dict[str, Any], parents: list[str]) -> dict[str, Any]:
    for parent in parents:
        if not isinstance(profile.get(parent), dict):
            profile[parent] = {}
        profile = profile[parent]
    return profile


def _remove(profile: dict[str, Any], parents: list[str], name: str) -> None:
    for parent in parents:
        below = profile.get(parent)
        if not isinstance(below, dict):
            return
        profile = below
    profile.pop(name, None)
