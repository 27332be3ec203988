"""A second 67-point scorer for the Federal Skilled Worker class, to compare the product's own with.

It shares nothing with the product: every table is typed in here, from sections 78 to 83 of the Immigration
and Refugee Protection Regulations. It takes a profile in its JSON form with work told in years (a dated work
history is refused). What was not told gives nothing.
"""

from datetime import date
from fractions import Fraction
from math import floor

from tests.helpers.oracle import oracle_level

ABILITIES = ("speaking", "listening", "reading", "writing")

SECTION_78 = {
    None: 0,
    "less_than_secondary": 0,
    "secondary": 5,
    "one_year": 15,
    "two_year": 19,
    "bachelors_or_three_year": 21,
    "two_or_more": 22,
    "masters_or_professional": 23,
    "doctorate": 25,
}


def fsw_oracle(profile: dict, on: date) -> dict:
    """The six factors and their sum on a day."""
    if "jobs" in profile:
        raise ValueError("the oracle takes work in years only")
    offer = _offer(profile)
    grid = {
        "education": SECTION_78[_education(profile, on)],
        "language": _language(profile, on),
        "experience": _experience(profile),
        "age": _age(profile, on),
        "arranged_employment": 10 if offer else 0,
        "adaptability": _adaptability(profile, on, offer),
    }
    return {"grid": grid, "points": sum(grid.values())}


def _education(profile, on):
    """A foreign credential whose assessment is five years old is worth nothing."""
    assessed = profile.get("eca_date")
    if assessed and not profile.get("education_country_is_canada") and _years_since(assessed, on) >= 5:
        return None
    return profile.get("education")


def _language(profile, on):
    first = _levels(profile.get("first_language"), on)
    second = _levels(profile.get("second_language"), on)
    points = 0
    for level in first:
        if level >= 9:
            points += 6
        elif level == 8:
            points += 5
        elif level == 7:
            points += 4
    if second and all(level >= 5 for level in second):
        points += 4
    return points


def _levels(test, on):
    if not test:
        return []
    if "date" in test and _years_since(test["date"], on) >= 2:
        return []
    taken = date.fromisoformat(test["date"]) if "date" in test else None
    scale = test.get("scale")
    if test["test"] == "tef_canada" and scale is None:
        most = {"reading": 300, "listening": 360, "writing": 450, "speaking": 450}
        scale = "699" if any(test[ability] > most[ability] for ability in ABILITIES) else "ancien_score"
    return [oracle_level(test["test"], ability, test[ability], scale, taken) for ability in ABILITIES]


def _experience(profile):
    """Years add up, here and abroad; only whole years of the sum count."""
    told = [Fraction(str(profile.get(name, 0))) for name in ("canadian_work_years", "foreign_work_years")]
    years = floor(sum(told))
    if years < 1:
        return 0
    if years == 1:
        return 9
    if years <= 3:
        return 11
    if years <= 5:
        return 13
    return 15


def _age(profile, on):
    if "birth_date" in profile:
        age = _years_since(profile["birth_date"], on)
    elif "age" in profile:
        age = profile["age"]
    else:
        return 0
    if age < 18 or age >= 47:
        return 0
    if age <= 35:
        return 12
    return 47 - age


def _offer(profile):
    """Arranged employment: the candidate says that it is, or every condition is told; none may be missing."""
    offer = profile.get("job_offer")
    if not offer:
        return False
    conditions = [
        offer.get(name) for name in ("full_time", "non_seasonal", "one_year_or_more", "lmia_or_exempt")
    ]
    if False in conditions or offer.get("valid_for_program") is False:
        return False
    if "noc" in offer and offer["noc"][1] in "45":
        return False
    if offer.get("valid_for_program"):
        return True
    return all(conditions) and "noc" in offer


def _adaptability(profile, on, offer):
    facts = profile.get("adaptability") or {}
    points = 5 if offer else 0
    if facts.get("studied_in_canada_two_years"):
        points += 5
    if profile.get("canadian_work_years", 0) >= 1:
        points += 10
    if facts.get("relative_in_canada") or profile.get("sibling_in_canada"):
        points += 5
    if _partner_counts(profile):
        spouse = profile.get("spouse") or {}
        language = _levels(spouse.get("language"), on)
        if language and min(language) >= 4:
            points += 5
        if facts.get("partner_studied_in_canada_two_years"):
            points += 5
        if spouse.get("canadian_work_years", 0) >= 1:
            points += 5
    return min(10, points)


def _partner_counts(profile):
    """A husband, wife or partner who comes along and is neither a citizen nor a permanent resident; what was
    not told is the ordinary case: comes along, and is not."""
    if profile.get("marital_status") not in ("married", "common_law"):
        return False
    if "spouse" in profile and profile["spouse"] is None:
        return False
    spouse = profile.get("spouse") or {}
    if spouse.get("citizen_or_permanent_resident"):
        return False
    return spouse.get("accompanying") is not False


def _years_since(day, on):
    """Completed years; that of a 29 February is completed on 1 March in other years."""
    day = date.fromisoformat(day)
    return on.year - day.year - ((on.month, on.day) < (day.month, day.day))
