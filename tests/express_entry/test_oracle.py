"""The product's score beside that of a second scorer, written from the tables alone (see oracle.py).

EE_ORACLE_PROFILES sets how many random profiles are compared: 20,000 unless told, 200,000 before a release.
"""

import json
import os
from itertools import islice

from express_entry.crs import score
from express_entry.profile import parse_profile
from tests.helpers.oracle import oracle_score
from tests.helpers.oracle_profiles import profiles

PROFILES = int(os.environ.get("EE_ORACLE_PROFILES", "20000"))
SHOWN = 3


def _differences():
    for profile, on in profiles(seed=20250325, count=PROFILES):
        expected = oracle_score(profile, on)
        breakdown = score(parse_profile(profile), on)
        told = {"total": breakdown.total, "sections": dict(breakdown.sections)}
        asked = {"total": expected["total"], "sections": expected["sections"]}
        if told != asked:
            yield f"{json.dumps(profile)} on {on}\n  scored   {told}\n  expected {asked} {expected['lines']}"


def test_every_random_profile_scores_as_a_second_scorer_says():
    found = list(islice(_differences(), SHOWN))

    assert not found, "\n".join(found)
