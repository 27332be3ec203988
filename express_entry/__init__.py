"""The rules of Express Entry: what a profile scores, which programs it may enter, and what would change it.

What stands here is for strangers. Each name is loaded when it is first asked for, so that a score needs no
index of job titles. Categories of rounds, costs, deadlines and chances are modules, each with a function of
its name.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from express_entry.crs import score
    from express_entry.derived import derived_view
    from express_entry.documents import checklist
    from express_entry.language import levels
    from express_entry.occupations.search import search
    from express_entry.profile import Profile, ProfileError, parse_profile, parse_test
    from express_entry.programs import eligibilities
    from express_entry.whatif import principal, ways_to, what_if
    from express_entry.whatif.suppositions import suppose_all
    from express_entry.worth import worth_of

__all__ = [
    "Profile",
    "ProfileError",
    "checklist",
    "derived_view",
    "eligibilities",
    "levels",
    "parse_profile",
    "parse_test",
    "principal",
    "score",
    "search",
    "suppose_all",
    "ways_to",
    "what_if",
    "worth_of",
]

_HOMES = {
    "Profile": "profile",
    "ProfileError": "profile",
    "checklist": "documents",
    "derived_view": "derived",
    "eligibilities": "programs",
    "levels": "language",
    "parse_profile": "profile",
    "parse_test": "profile",
    "principal": "whatif",
    "score": "crs",
    "search": "occupations.search",
    "suppose_all": "whatif.suppositions",
    "ways_to": "whatif",
    "what_if": "whatif",
    "worth_of": "worth",
}
"""The module of each name."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
