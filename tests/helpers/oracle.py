"""A second Comprehensive Ranking System scorer, to compare the product's own with.

It shares nothing with the product: every table is typed in here, from the grid in force since 2025-03-25
(Ministerial Instructions respecting the Express Entry system) and IRCC's test-score equivalency charts.
`oracle_score` takes a profile in its JSON form with work told in years (a dated work history is refused).
"""

from datetime import date
from math import floor

IN_FORCE_SINCE = date(2025, 3, 25)
ABILITIES = ("reading", "writing", "listening", "speaking")

# Age, from 17 to 45: with an accompanying partner, without.
AGE = {
    True: [0, 90, 95] + [100] * 10 + [95, 90, 85, 80, 75, 70, 65, 60, 55, 50, 45, 35, 25, 15, 5, 0],
    False: [0, 99, 105] + [110] * 10 + [105, 99, 94, 88, 83, 77, 72, 66, 61, 55, 50, 39, 28, 17, 6, 0],
}
# level: with a partner, without, as the partner's own, tier in skill transferability
EDUCATION = {
    "less_than_secondary": (0, 0, 0, 0),
    "secondary": (28, 30, 2, 0),
    "one_year": (84, 90, 6, 1),
    "two_year": (91, 98, 7, 1),
    "bachelors_or_three_year": (112, 120, 8, 1),
    "two_or_more": (119, 128, 9, 2),
    "masters_or_professional": (126, 135, 10, 2),
    "doctorate": (140, 150, 10, 2),
}
# CLB/NCLC below 4 (written 0), then 4, 5, 6, 7, 8, 9, 10 or more
FIRST_LANGUAGE = {
    True: {0: 0, 4: 6, 5: 6, 6: 8, 7: 16, 8: 22, 9: 29, 10: 32},
    False: {0: 0, 4: 6, 5: 6, 6: 9, 7: 17, 8: 23, 9: 31, 10: 34},
}
SECOND_LANGUAGE = {0: 0, 4: 0, 5: 1, 6: 1, 7: 3, 8: 3, 9: 6, 10: 6}
SECOND_LANGUAGE_CAP = {True: 22, False: 24}
PARTNER_LANGUAGE = {0: 0, 4: 0, 5: 1, 6: 1, 7: 3, 8: 3, 9: 5, 10: 5}
# completed years 0, 1, 2, 3, 4, 5 or more
CANADIAN_WORK = {True: (0, 35, 46, 56, 63, 70), False: (0, 40, 53, 64, 72, 80)}
PARTNER_CANADIAN_WORK = (0, 5, 7, 8, 9, 10)
# skill transferability: row = tier of education or foreign work, column = tier of language or Canadian work
TRANSFER = ((0, 0, 0), (0, 13, 25), (0, 25, 50))
LANGUAGE_TIER = {0: 0, 4: 0, 5: 0, 6: 0, 7: 1, 8: 1, 9: 2, 10: 2}
CERTIFICATE = {0: 0, 4: 0, 5: 25, 6: 25, 7: 50, 8: 50, 9: 50, 10: 50}
CANADIAN_STUDY = {"none": 0, "one_or_two_years": 15, "three_years_or_more": 30}

# chart: ability: lowest score for CLB/NCLC 4, 5, 6, 7, 8, 9, 10
CHARTS = {
    "ielts_gt": {
        "reading": (3.5, 4.0, 5.0, 6.0, 6.5, 7.0, 8.0),
        "writing": (4.0, 5.0, 5.5, 6.0, 6.5, 7.0, 7.5),
        "listening": (4.5, 5.0, 5.5, 6.0, 7.5, 8.0, 8.5),
        "speaking": (4.0, 5.0, 5.5, 6.0, 6.5, 7.0, 7.5),
    },
    "celpip_g": {
        "reading": (4, 5, 6, 7, 8, 9, 10),
        "writing": (4, 5, 6, 7, 8, 9, 10),
        "listening": (4, 5, 6, 7, 8, 9, 10),
        "speaking": (4, 5, 6, 7, 8, 9, 10),
    },
    "pte_core": {
        "reading": (33, 42, 51, 60, 69, 78, 88),
        "writing": (41, 51, 60, 69, 79, 88, 90),
        "listening": (28, 39, 50, 60, 71, 82, 89),
        "speaking": (42, 51, 59, 68, 76, 84, 89),
    },
    "tcf_canada": {
        "reading": (342, 375, 406, 453, 499, 524, 549),
        "writing": (4, 6, 7, 10, 12, 14, 16),
        "listening": (331, 369, 398, 458, 503, 523, 549),
        "speaking": (4, 6, 7, 10, 12, 14, 16),
    },
    # column "Équivalence ancien score", whatever the day of the test
    "tef_ancien_score": {
        "reading": (121, 151, 181, 207, 233, 248, 263),
        "writing": (181, 226, 271, 310, 349, 371, 393),
        "listening": (145, 181, 217, 249, 280, 298, 316),
        "speaking": (181, 226, 271, 310, 349, 371, 393),
    },
    # 699-point column of tests taken to 2023-12-10
    "tef_699_before": {
        "reading": (300, 350, 400, 450, 500, 533, 566),
        "writing": (300, 350, 400, 450, 500, 533, 566),
        "listening": (300, 350, 400, 450, 500, 533, 566),
        "speaking": (300, 350, 400, 450, 500, 533, 566),
    },
    # 699-point column of tests taken since 2023-12-11
    "tef_699": {
        "reading": (306, 352, 393, 434, 462, 503, 546),
        "writing": (268, 330, 379, 428, 472, 512, 558),
        "listening": (306, 352, 393, 434, 462, 503, 546),
        "speaking": (328, 387, 422, 456, 494, 518, 556),
    },
}
TEF_NEW_CHART_FROM = date(2023, 12, 11)
TEF_ANCIEN_MAXIMUM = {"reading": 300, "writing": 450, "listening": 360, "speaking": 450}
FRENCH_TESTS = ("tef_canada", "tcf_canada")


def oracle_level(
    test: str, ability: str, score: float, scale: str | None = None, taken: date | None = None
) -> int:
    """The CLB or NCLC of one score: 0 below level 4, 10 for level 10 or more.

    `scale` is read for TEF Canada only; without one a score above the old column's maximum is of 699.
    """
    minima = CHARTS[_chart(test, {ability: score}, scale, taken)][ability]
    met = sum(score >= minimum for minimum in minima)
    return 3 + met if met else 0


def _chart(test, scores, scale, taken):
    if test != "tef_canada":
        return test
    if scale is None and not any(score > TEF_ANCIEN_MAXIMUM[ability] for ability, score in scores.items()):
        scale = "ancien_score"
    if scale == "ancien_score":
        return "tef_ancien_score"
    return "tef_699_before" if taken and taken < TEF_NEW_CHART_FROM else "tef_699"


def oracle_score(profile: dict, on: date) -> dict:
    """The score on a day since 2025-03-25: total, sections A to D, and every line before any cap."""
    if on < IN_FORCE_SINCE:
        raise ValueError("the oracle knows the grid of 2025-03-25 only")
    if "jobs" in profile:
        raise ValueError("the oracle takes work in years only")
    coupled = _has_accompanying_partner(profile)
    first = _levels(profile.get("first_language"), on)
    second = _second_levels(profile, on)
    core = _core(profile, on, coupled, first, second)
    partner = _partner(profile.get("spouse") or {}, on) if coupled else {}
    transfer = _transfer(profile, on, first)
    additional = _additional(profile, on)
    sections = {
        "A": sum(core.values()) - max(0, core["core.second_language"] - SECOND_LANGUAGE_CAP[coupled]),
        "B": sum(partner.values()),
        "C": _section_c(transfer),
        "D": min(600, sum(additional.values())),
    }
    lines = {**core, **partner, **transfer, **additional}
    return {"total": sum(sections.values()), "sections": sections, "lines": lines}


def _core(profile, on, coupled, first, second):
    return {
        "core.age": _age_points(profile, on, coupled),
        "core.education": EDUCATION[_education(profile, on)][0 if coupled else 1],
        "core.first_language": sum(FIRST_LANGUAGE[coupled][level] for level in first.values()),
        "core.second_language": sum(SECOND_LANGUAGE[level] for level in second.values()),
        "core.canadian_work": CANADIAN_WORK[coupled][min(5, _whole_years(profile, "canadian_work_years"))],
    }


def _partner(spouse, on):
    levels = _levels(spouse.get("language"), on)
    return {
        "spouse.education": EDUCATION[spouse.get("education", "less_than_secondary")][2],
        "spouse.language": sum(PARTNER_LANGUAGE[level] for level in levels.values()),
        "spouse.canadian_work": PARTNER_CANADIAN_WORK[min(5, _whole_years(spouse, "canadian_work_years"))],
    }


def _transfer(profile, on, first):
    education = EDUCATION[_education(profile, on)][3]
    foreign = (0, 1, 1, 2)[min(3, _whole_years(profile, "foreign_work_years"))]
    canadian = min(2, _whole_years(profile, "canadian_work_years"))
    lowest = min(first.values(), default=0)
    language = LANGUAGE_TIER[lowest]
    return {
        "transfer.education_language": TRANSFER[education][language],
        "transfer.education_canadian_work": TRANSFER[education][canadian],
        "transfer.foreign_work_language": TRANSFER[foreign][language],
        "transfer.foreign_work_canadian_work": TRANSFER[foreign][canadian],
        "transfer.certificate_language": CERTIFICATE[lowest]
        if profile.get("certificate_of_qualification")
        else 0,
    }


def _section_c(transfer):
    education = transfer["transfer.education_language"] + transfer["transfer.education_canadian_work"]
    foreign = transfer["transfer.foreign_work_language"] + transfer["transfer.foreign_work_canadian_work"]
    return min(100, min(50, education) + min(50, foreign) + transfer["transfer.certificate_language"])


def _additional(profile, on):
    return {
        "additional.nomination": 600 if profile.get("provincial_nomination") else 0,
        "additional.canadian_study": CANADIAN_STUDY[profile.get("canadian_education", "none")],
        "additional.french": _french_points(profile, on),
        "additional.sibling": 15 if profile.get("sibling_in_canada") else 0,
        "additional.job_offer": 0,
    }


def _french_points(profile, on):
    french, english = {}, {}
    for name in ("first_language", "second_language"):
        test = profile.get(name)
        if test and test["test"] in FRENCH_TESTS:
            french = french or _levels(test, on)
        elif test:
            english = english or _levels(test, on)
    if min(french.values(), default=0) < 7:
        return 0
    return 50 if min(english.values(), default=0) >= 5 else 25


def _has_accompanying_partner(profile):
    """Partner columns: a couple whose partner comes along and is neither a citizen nor a permanent resident.

    What was not told about the partner counts as the ordinary case: comes along, not Canadian.
    """
    spouse = profile.get("spouse") or {}
    return (
        profile.get("marital_status") in ("married", "common_law")
        and spouse.get("accompanying", True)
        and not spouse.get("citizen_or_permanent_resident", False)
    )


def _age_points(profile, on, coupled):
    age = profile.get("age")
    if "birth_date" in profile:
        born = date.fromisoformat(profile["birth_date"])
        age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return 0 if age is None else AGE[coupled][min(45, max(17, age)) - 17]


def _education(profile, on):
    """The level that counts: a foreign credential whose assessment is five years old counts for nothing."""
    assessed = profile.get("eca_date")
    foreign = not profile.get("education_country_is_canada", False)
    if foreign and assessed and _years_passed(assessed, 5, on):
        return "less_than_secondary"
    return profile.get("education", "less_than_secondary")


def _second_levels(profile, on):
    """The second test counts only if it is in the other official language."""
    first, second = profile.get("first_language"), profile.get("second_language")
    if first and second and (first["test"] in FRENCH_TESTS) == (second["test"] in FRENCH_TESTS):
        return {}
    return _levels(second, on)


def _levels(test, on):
    """Levels by ability; none without a test or once its results are two years old."""
    if not test or ("date" in test and _years_passed(test["date"], 2, on)):
        return {}
    taken = date.fromisoformat(test["date"]) if "date" in test else None
    scores = {ability: test[ability] for ability in ABILITIES}
    # One result sheet, one column: a single score too high for the old column settles it for all four.
    scale = test.get("scale")
    if _chart(test["test"], scores, scale, taken).startswith("tef_699"):
        scale = "699"
    return {a: oracle_level(test["test"], a, score, scale, taken) for a, score in scores.items()}


def _years_passed(start, years, on):
    """Whether the anniversary has come; that of a 29 February is 1 March in other years."""
    start = date.fromisoformat(start)
    return (on.year - start.year, on.month, on.day) >= (years, start.month, start.day)


def _whole_years(facts, name):
    return floor(facts.get(name, 0))
