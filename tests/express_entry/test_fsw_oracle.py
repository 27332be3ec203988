"""The product's 67 points beside those of a second scorer, written from the tables alone (see fsw_oracle.py).

EE_ORACLE_PROFILES sets how many random profiles are compared: 5,000 unless told, 50,000 before a release.
"""

import json
import os
from collections.abc import Iterator
from datetime import date
from itertools import islice
from random import Random

from express_entry.profile import parse_profile
from express_entry.programs.fsw import eligibility
from tests.helpers.fsw_oracle import fsw_oracle
from tests.helpers.oracle_profiles import profiles

PROFILES = int(os.environ.get("EE_ORACLE_PROFILES", "5000"))
SHOWN = 3
CONDITIONS = ("full_time", "non_seasonal", "one_year_or_more", "lmia_or_exempt", "valid_for_program")
ADAPTABILITY = ("studied_in_canada_two_years", "partner_studied_in_canada_two_years", "relative_in_canada")


def _candidates() -> Iterator[tuple[dict, date]]:
    """Random profiles, of which many have an offer, studies or relatives."""
    rnd = Random(67)
    for profile, on in profiles(seed=78, count=PROFILES):
        if rnd.random() < 0.5:
            profile["job_offer"] = {name: rnd.random() < 0.9 for name in CONDITIONS if rnd.random() < 0.85}
            if rnd.random() < 0.8:
                profile["job_offer"]["noc"] = rnd.choice(("21231", "00012", "63200", "65200", "44101"))
        if rnd.random() < 0.6:
            profile["adaptability"] = {
                name: rnd.random() < 0.5 for name in ADAPTABILITY if rnd.random() < 0.7
            }
        yield profile, on


def _differences() -> Iterator[str]:
    for profile, on in _candidates():
        expected = fsw_oracle(profile, on)
        found = eligibility(parse_profile(profile), on)
        told = {"grid": {name: line.points for name, line in found.grid.items()}, "points": found.points}
        if told != expected:
            yield f"{json.dumps(profile)} on {on}\n  counted  {told}\n  expected {expected}"


def test_every_random_profile_has_the_points_that_a_second_scorer_gives_it():
    found = list(islice(_differences(), SHOWN))

    assert not found, "\n".join(found)
