"""The words of the profile form, each list once: as a type to check by, and as a tuple to go through."""

from __future__ import annotations

from typing import Literal, get_args

MaritalStatus = Literal["never_married", "married", "common_law", "separated", "divorced", "widowed"]
MARITAL_STATUSES: tuple[MaritalStatus, ...] = get_args(MaritalStatus)
PARTNERED: tuple[MaritalStatus, ...] = ("married", "common_law")
"""The statuses of those who have a partner."""

Education = Literal[
    "less_than_secondary",
    "secondary",
    "one_year",
    "two_year",
    "bachelors_or_three_year",
    "two_or_more",
    "masters_or_professional",
    "doctorate",
]
EDUCATION: tuple[Education, ...] = get_args(Education)
"""The levels of education, the lowest first."""
THREE_YEARS: Education = "bachelors_or_three_year"
TWO_OR_MORE: Education = "two_or_more"

CanadianEducation = Literal["none", "one_or_two_years", "three_years_or_more"]
CANADIAN_EDUCATION: tuple[CanadianEducation, ...] = get_args(CanadianEducation)

TestName = Literal["ielts_gt", "celpip_g", "pte_core", "tef_canada", "tcf_canada"]
TEST_NAMES: tuple[TestName, ...] = get_args(TestName)
Scale = Literal["ancien_score", "699"]
SCALES: tuple[Scale, ...] = get_args(Scale)
ENGLISH, FRENCH = "en", "fr"

Ability = Literal["listening", "reading", "writing", "speaking"]
ABILITIES: tuple[str, ...] = get_args(Ability)

Known = bool | None
"""True, False, or None: not known yet."""
