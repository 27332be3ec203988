"""The example of a score on the page at ``/``: a profile in a sentence, and its points with their rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from express_entry.crs import Breakdown, score
from express_entry.profile import parse_profile

_SHARED: Mapping[str, Any] = {
    "age": 29,
    "marital_status": "never_married",
    "credentials": [{"level": "masters_or_professional", "in_canada": False}],
}
PROFILES: Mapping[str, Mapping[str, Any]] = {
    "en": {
        **_SHARED,
        "first_language": {"test": "ielts_gt", "listening": 8, "reading": 7, "writing": 7, "speaking": 7},
        "jobs": [{"title": "developer", "years": 3, "in_canada": False, "noc": "21232"}],
    },
    "fr": {
        **_SHARED,
        "first_language": {
            "test": "tcf_canada",
            "listening": 523,
            "reading": 524,
            "writing": 14,
            "speaking": 14,
        },
        "jobs": [{"title": "développeur web", "years": 3, "in_canada": False, "noc": "21234"}],
    },
}
"""What the assistant keeps of ``page-example-profile`` in each language; a test says the sentence to it."""


def example(lang: str, today: date) -> Breakdown:
    """The score of the example in ``lang`` as of ``today``."""
    return score(parse_profile(PROFILES[lang], today), today)
