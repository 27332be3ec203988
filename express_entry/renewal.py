"""What gives no points because it has expired or is not there yet, and a profile in which it is valid."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from express_entry.points import Because, Line
from express_entry.profile import LanguageTest, Profile

LAPSED = frozenset({"because-test-expired", "because-eca-expired", "because-eca-none"})
"""Reasons of lines that renewing a test or an assessment takes away."""


def lapsed(lines: Iterable[Line]) -> tuple[Because, ...]:
    """Why something gives no points now that would if it were valid, each reason once."""
    found = (reason for line in lines for reason in line.because if reason.id in LAPSED)
    return tuple({(reason.id, str(sorted(reason.args.items()))): reason for reason in found}.values())


def renewed(profile: Profile) -> Profile:
    """The profile with every language test and every assessment (ECA) valid and with the same results."""
    spouse = profile.spouse
    changes: dict[str, Any] = {
        "first_language": _tested(profile.first_language),
        "second_language": _tested(profile.second_language),
        "tests": None if profile.tests is None else tuple(map(_tested, profile.tests)),
        "spouse": None if spouse is None else _assessed(spouse, {"language": _tested(spouse.language)}),
    }
    told = {name: value for name, value in changes.items() if value is not None}
    as_if: Profile = _assessed(profile, told)
    return as_if


def _tested(test: LanguageTest | None) -> LanguageTest | None:
    return None if test is None else _without(test, "date")


def _assessed(person: Any, changes: dict[str, Any]) -> Any:
    if person.credentials:
        listed = tuple(_without(credential, "eca_date") for credential in person.credentials)
        changes = {**changes, "credentials": listed}
    return _without(person.copy(update=changes), "eca_date")


def _without(part: Any, name: str) -> Any:
    """A copy in which a field was not told."""
    fields = part.__fields_set__ - {name}
    return type(part).construct(fields, **{field: getattr(part, field) for field in fields})
