"""Random profiles in the contract's JSON form, many of them at the edges where a scorer goes wrong.

The same seed gives the same profiles. Work is told in years: dated work histories have their own tests.
"""

from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

FIRST_DAY = date(2025, 3, 25)
LAST_DAY = date(2027, 6, 30)

EDUCATION = (
    "less_than_secondary",
    "secondary",
    "one_year",
    "two_year",
    "bachelors_or_three_year",
    "two_or_more",
    "masters_or_professional",
    "doctorate",
)
CANADIAN_EDUCATION = ("none", "one_or_two_years", "three_years_or_more")
SINGLE = ("never_married", "separated", "divorced", "widowed")
COUPLE = ("married", "common_law")
LISTENING, READING, WRITING, SPEAKING = ABILITIES = ("listening", "reading", "writing", "speaking")

# Per ability: step, lowest and highest score, and the scores at which a level begins.
IELTS = {
    LISTENING: (0.5, 0, 9, (4.5, 5, 5.5, 6, 7.5, 8, 8.5)),
    READING: (0.5, 0, 9, (3.5, 4, 5, 6, 6.5, 7, 8)),
    WRITING: (0.5, 0, 9, (4, 5, 5.5, 6, 6.5, 7, 7.5)),
    SPEAKING: (0.5, 0, 9, (4, 5, 5.5, 6, 6.5, 7, 7.5)),
}
CELPIP = dict.fromkeys(ABILITIES, (1, 1, 12, (4, 5, 6, 7, 8, 9, 10)))
PTE = {
    LISTENING: (1, 10, 90, (28, 39, 50, 60, 71, 82, 89)),
    READING: (1, 10, 90, (33, 42, 51, 60, 69, 78, 88)),
    WRITING: (1, 10, 90, (41, 51, 60, 69, 79, 88, 90)),
    SPEAKING: (1, 10, 90, (42, 51, 59, 68, 76, 84, 89)),
}
TCF = {
    LISTENING: (1, 100, 699, (331, 369, 398, 458, 503, 523, 549)),
    READING: (1, 100, 699, (342, 375, 406, 453, 499, 524, 549)),
    WRITING: (1, 0, 20, (4, 6, 7, 10, 12, 14, 16)),
    SPEAKING: (1, 0, 20, (4, 6, 7, 10, 12, 14, 16)),
}
TEF_ANCIEN = {
    LISTENING: (1, 0, 360, (145, 181, 217, 249, 280, 298, 316)),
    READING: (1, 0, 300, (121, 151, 181, 207, 233, 248, 263)),
    WRITING: (1, 0, 450, (181, 226, 271, 310, 349, 371, 393)),
    SPEAKING: (1, 0, 450, (181, 226, 271, 310, 349, 371, 393)),
}
TEF_699 = {
    LISTENING: (1, 0, 699, (306, 352, 393, 434, 462, 503, 546, 300, 350, 400, 450, 500, 533, 566)),
    READING: (1, 0, 699, (306, 352, 393, 434, 462, 503, 546, 300, 350, 400, 450, 500, 533, 566)),
    WRITING: (1, 0, 699, (268, 330, 379, 428, 472, 512, 558, 300, 350, 400, 450, 500, 533, 566)),
    SPEAKING: (1, 0, 699, (328, 387, 422, 456, 494, 518, 556, 300, 350, 400, 450, 500, 533, 566)),
}
ENGLISH = (("ielts_gt", IELTS), ("celpip_g", CELPIP), ("pte_core", PTE))
FRENCH = (("tef_canada", None), ("tcf_canada", TCF))


def profiles(seed: int, count: int) -> Iterator[tuple[dict, date]]:
    """`count` pairs of a profile and the day on which to score it."""
    rnd = Random(seed)
    for _ in range(count):
        on = FIRST_DAY + timedelta(rnd.randrange((LAST_DAY - FIRST_DAY).days + 1))
        yield _profile(rnd, on), on


def _profile(rnd: Random, on: date) -> dict:
    profile: dict = {}
    _add_age(rnd, on, profile, (17, 46))
    _add_education(rnd, on, profile)
    _add_languages(rnd, on, profile)
    _maybe(rnd, profile, "canadian_work_years", 0.8, lambda: _years(rnd))
    _maybe(rnd, profile, "foreign_work_years", 0.8, lambda: _years(rnd))
    _maybe(rnd, profile, "certificate_of_qualification", 0.5, lambda: rnd.random() < 0.4)
    _maybe(rnd, profile, "provincial_nomination", 0.5, lambda: rnd.random() < 0.15)
    _maybe(rnd, profile, "sibling_in_canada", 0.5, lambda: rnd.random() < 0.4)
    _add_partner(rnd, on, profile)
    _add_what_scores_nothing(rnd, profile)
    return profile


def _add_age(rnd: Random, on: date, person: dict, usual: tuple[int, int]) -> None:
    age = rnd.randint(*usual) if rnd.random() < 0.95 else rnd.choice((0, 16, 47, 60, 99, 120))
    told = rnd.random()
    if told < 0.5:
        person["age"] = age
    if 0.45 < told < 0.95:  # sometimes both: the date of birth decides
        near_a_birthday = rnd.random() < 0.5
        days = rnd.randint(-2, 2) if near_a_birthday else -rnd.randint(0, 364)
        person["birth_date"] = _iso(min(on, _years_before(on, age) + timedelta(days)))


def _add_education(rnd: Random, on: date, profile: dict) -> None:
    _maybe(rnd, profile, "education", 0.95, lambda: rnd.choice(EDUCATION))
    _maybe(rnd, profile, "education_country_is_canada", 0.6, lambda: rnd.random() < 0.3)
    _maybe(rnd, profile, "eca_date", 0.5, lambda: _iso(_day_about(rnd, on, 5)))
    _maybe(rnd, profile, "canadian_education", 0.6, lambda: rnd.choice(CANADIAN_EDUCATION))


def _add_languages(rnd: Random, on: date, profile: dict) -> None:
    first, second = (ENGLISH, FRENCH) if rnd.random() < 0.65 else (FRENCH, ENGLISH)
    _maybe(rnd, profile, "first_language", 0.95, lambda: _test(rnd, on, first))
    if "first_language" in profile:
        _maybe(rnd, profile, "second_language", 0.7, lambda: _test_or_none(rnd, on, second, 0.2))


def _add_partner(rnd: Random, on: date, profile: dict) -> None:
    _maybe(rnd, profile, "marital_status", 0.97, lambda: rnd.choice(rnd.choice((SINGLE, COUPLE))))
    if profile.get("marital_status") in COUPLE:
        _maybe(rnd, profile, "spouse", 0.95, lambda: _spouse(rnd, on))
    else:
        _maybe(rnd, profile, "spouse", 0.2, lambda: None)


def _spouse(rnd: Random, on: date) -> dict:
    spouse: dict = {}
    _maybe(rnd, spouse, "accompanying", 0.8, lambda: rnd.random() < 0.8)
    _maybe(rnd, spouse, "citizen_or_permanent_resident", 0.8, lambda: rnd.random() < 0.2)
    _add_age(rnd, on, spouse, (18, 50))
    _maybe(rnd, spouse, "education", 0.8, lambda: rnd.choice(EDUCATION))
    _maybe(rnd, spouse, "canadian_education", 0.3, lambda: rnd.choice(CANADIAN_EDUCATION))
    _maybe(rnd, spouse, "language", 0.8, lambda: _test_or_none(rnd, on, ENGLISH + FRENCH, 0.15))
    _maybe(rnd, spouse, "canadian_work_years", 0.7, lambda: _years(rnd))
    _maybe(rnd, spouse, "foreign_work_years", 0.3, lambda: _years(rnd))
    return spouse


def _add_what_scores_nothing(rnd: Random, profile: dict) -> None:
    _maybe(rnd, profile, "family_size", 0.3, lambda: rnd.randint(1, 9))
    _maybe(rnd, profile, "intends_quebec", 0.2, lambda: rnd.random() < 0.2)
    _maybe(rnd, profile, "noc", 0.3, lambda: rnd.choice(("21231", "31102", "62200", "00012")))
    _maybe(rnd, profile, "job_offer", 0.3, lambda: _job_offer(rnd))
    _maybe(rnd, profile, "settlement_funds_cad", 0.2, lambda: rnd.choice((0, 15263, 40000.5)))
    _maybe(rnd, profile, "authorized_to_work_in_canada", 0.2, lambda: rnd.random() < 0.5)
    _maybe(rnd, profile, "adaptability", 0.2, lambda: {"relative_in_canada": rnd.random() < 0.5})


def _job_offer(rnd: Random) -> dict | None:
    if rnd.random() < 0.3:
        return None
    offer: dict = {}
    _maybe(rnd, offer, "noc", 0.7, lambda: rnd.choice(("21231", "00012", "63200")))
    for name in ("full_time", "non_seasonal", "one_year_or_more", "lmia_or_exempt", "valid_for_program"):
        _maybe(rnd, offer, name, 0.7, lambda: rnd.random() < 0.8)
    return offer


def _test_or_none(rnd: Random, on: date, tests: tuple, none: float) -> dict | None:
    return None if rnd.random() < none else _test(rnd, on, tests)


def _test(rnd: Random, on: date, tests: tuple) -> dict:
    name, scores = rnd.choice(tests)
    test: dict = {"test": name}
    if name == "tef_canada":
        scale = rnd.choice(("ancien_score", "699"))
        scores = TEF_ANCIEN if scale == "ancien_score" else TEF_699
        if rnd.random() < 0.75:
            test["scale"] = scale
    _maybe(rnd, test, "date", 0.6, lambda: _iso(_day_about(rnd, on, 2)))
    # Most people are about as good in all four, and the lowest of the four decides most.
    level = rnd.choice((0, 1, 2, 3, 3, 4, 4, 5, 5, 6))
    test.update({ability: _score(rnd, level, scores[ability]) for ability in ABILITIES})
    return test


def _score(rnd: Random, level: int, scale: tuple) -> float:
    step, low, high, minima = scale
    kind = rnd.random()
    if kind < 0.05:
        return low + step * rnd.randint(0, int((high - low) / step))
    if kind < 0.12:
        return rnd.choice((low, high, *minima))
    near = minima[min(6, max(0, level + rnd.choice((-1, 0, 0, 0, 1))))]
    return max(low, near - rnd.choice((0, 0, 0, 0, 0, step)))


def _years(rnd: Random) -> float:
    whole = rnd.choice((0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 10, 60))
    return whole if whole == 60 or rnd.random() < 0.5 else whole + rnd.choice((0.0, 0.01, 0.5, 0.9, 0.99))


def _day_about(rnd: Random, on: date, years: int) -> date:
    """A day up to the day of scoring, often within a few days of the given number of years before it."""
    if rnd.random() < 0.4:
        return _years_before(on, years) + timedelta(rnd.randint(-3, 3))
    return on - timedelta(rnd.randint(0, years * 500))


def _years_before(day: date, years: int) -> date:
    year = day.year - years
    leap_day = (day.month, day.day) == (2, 29) and not isleap(year)
    return date(year, 3, 1) if leap_day else day.replace(year=year)


def _iso(day: date) -> str:
    return day.isoformat()


def _maybe(rnd: Random, facts: dict, name: str, chance: float, value) -> None:
    """Tell the fact or, as often as the chance says, leave it untold."""
    if rnd.random() < chance:
        facts[name] = value()
