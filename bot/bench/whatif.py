"""How long it takes to find out what would change a score."""

from __future__ import annotations

import statistics
import time
from datetime import date
from typing import Any

from express_entry.profile import parse_profile
from express_entry.whatif import what_if

WHATIF_RUNS = 20


def whatif() -> dict[str, int | float]:
    """All single changes and pairs for a profile with a full work history, which has the most of both."""
    profile, on = parse_profile(_largest_profile()), date(2026, 11, 23)
    found = what_if(profile, on)
    times = []
    for _ in range(WHATIF_RUNS):
        before = time.perf_counter()
        what_if(profile, on)
        times.append(time.perf_counter() - before)
    return {
        "milliseconds": round(statistics.median(times) * 1000, 1),
        "moves": len(found.moves),
        "pairs": found.compared,
    }


def _largest_profile() -> dict[str, Any]:
    """A couple with every fact, low results in every test, and as many jobs as a profile can have."""
    low = {"date": "2026-01-15", "listening": 5, "reading": 5, "writing": 5, "speaking": 5}
    jobs = [
        {
            "noc": "21231",
            "start": f"{2010 + place // 4}-{1 + place % 4 * 2:02}-01",
            "end": f"{2011 + place // 4}-{1 + place % 4 * 2:02}-10",
            "hours_per_week": 17.5,
            "in_canada": place % 4 == 0,
        }
        for place in range(60)
    ]
    return {
        "birth_date": "1994-05-05",
        "marital_status": "married",
        "education": "secondary",
        "education_country_is_canada": False,
        "eca_date": "2020-01-01",
        "canadian_education": "none",
        "first_language": {"test": "ielts_gt", **low},
        "second_language": {"test": "tef_canada", "scale": "ancien_score", **_french_low()},
        "jobs": jobs,
        "noc": "21231",
        "spouse": {
            "birth_date": "1993-05-05",
            "education": "secondary",
            "language": {"test": "celpip_g", **low},
            "canadian_work_years": 0,
        },
    }


def _french_low() -> dict[str, Any]:
    return {"date": "2026-01-15", "listening": 182, "reading": 160, "writing": 230, "speaking": 230}
