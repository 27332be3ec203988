"""The three federal programs of Express Entry: who may enter the pool, requirement by requirement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from express_entry.profile import Profile
from express_entry.programs import cec, fst, fsw
from express_entry.programs.requirements import Eligibility

PROGRAMS: Mapping[str, Callable[[Profile, date], Eligibility]] = {
    "fsw": fsw.eligibility,
    "cec": cec.eligibility,
    "fst": fst.eligibility,
}
"""The programs by the names of their rule folders."""


def eligibilities(profile: Profile, on: date) -> dict[str, Eligibility]:
    """The requirements of every program on a day.

    Raises:
        DayBeforePrograms: the rules of that day are not known.
    """
    return {name: eligibility(profile, on) for name, eligibility in PROGRAMS.items()}
