"""Who may enter the pool: the vectors, every requirement at its edge, and what holds for every profile."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from express_entry.factors import EDUCATION
from express_entry.language import ABILITIES
from express_entry.profile import parse_profile
from express_entry.program_tables import KINDS, RULES, CategoryRule, load, tables
from express_entry.programs import PROGRAMS, cec, eligibilities, fst, fsw
from express_entry.programs.requirements import DayBeforePrograms, Eligibility, Requirement
from express_entry.rulefiles import RuleFileError
from express_entry.yaml_files import read_yaml
from tests.helpers import ROOT
from tests.helpers.oracle_profiles import profiles

VECTORS: dict[str, list[dict[str, Any]]] = read_yaml(Path(__file__).parent / "vectors" / "eligibility.yml")
TODAY = date(2026, 11, 23)
PARTNER = {"accompanying": True, "citizen_or_permanent_resident": False, "canadian_work_years": 0}
NO_RELATIVES = {"studied_in_canada_two_years": False, "relative_in_canada": False}


def celpip(level: float, **others: float) -> dict[str, Any]:
    return {
        "test": "celpip_g",
        **dict.fromkeys(ABILITIES, level),
        **others,
    }


GOOD: dict[str, Any] = {
    "age": 30,
    "marital_status": "never_married",
    "family_size": 1,
    "intends_quebec": False,
    "education": "bachelors_or_three_year",
    "education_country_is_canada": True,
    "first_language": celpip(9),
    "second_language": None,
    "canadian_work_years": 0,
    "foreign_work_years": 3,
    "noc": "21231",
    "sibling_in_canada": False,
    "certificate_of_qualification": False,
    "job_offer": None,
    "settlement_funds_cad": 20000,
    "authorized_to_work_in_canada": False,
    "adaptability": NO_RELATIVES,
}
"""Meets the Federal Skilled Worker class with everything told."""
IN_CANADA = {**GOOD, "canadian_work_years": 1, "foreign_work_years": 0}
PLUMBER = {**GOOD, "noc": "72300", "certificate_of_qualification": True, "first_language": celpip(5)}
OFFER = {"noc": "21231", "valid_for_program": True}


def named(kind: str) -> Any:
    return pytest.mark.parametrize("vector", VECTORS[kind], ids=[each["name"] for each in VECTORS[kind]])


def plain(job: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in job.items()}


def eligibility(program: str, document: dict[str, Any], on: date = TODAY) -> Eligibility:
    return PROGRAMS[program](parse_profile(document), on)


def requirement(program: str, name: str, document: dict[str, Any], on: date = TODAY) -> Requirement:
    return next(each for each in eligibility(program, document, on).requirements if each.id == name)


@named("trades")
def test_trades(vector: dict[str, Any]) -> None:
    assert fst.is_trade(vector["noc"], TODAY) is vector["met"]
    assert requirement("fst", "trade", {"noc": vector["noc"]}).met is vector["met"]


@named("grid")
def test_grid(vector: dict[str, Any]) -> None:
    found = eligibility("fsw", vector["profile"])
    assert found.grid is not None

    assert {name: line.points for name, line in found.grid.items()} == vector["grid"]
    assert (found.points, found.pass_mark) == (vector["points"], 67)
    assert requirement("fsw", "pass_mark", vector["profile"]).met is vector["met"]


@named("mixed_teer")
def test_the_occupation_with_more_work_decides_the_level(vector: dict[str, Any]) -> None:
    told = {"jobs": [plain(job) for job in vector["jobs"]], "first_language": celpip(vector["lowest"])}

    assert requirement("cec", "language", told).met is vector["met"]


@named("year_in_canada")
def test_a_year_in_canada(vector: dict[str, Any]) -> None:
    told = {"jobs": [plain(job) for job in vector["jobs"]]}

    assert requirement("cec", "experience", told).met is vector["met"]


def test_a_candidate_with_everything_told_is_eligible() -> None:
    assert eligibility("fsw", GOOD).eligible is True
    assert eligibility("cec", IN_CANADA).eligible is True
    assert eligibility("fst", PLUMBER).eligible is True


def test_nothing_told_is_not_known_rather_than_no() -> None:
    found = eligibilities(parse_profile({}), TODAY)

    assert {each.eligible for each in found.values()} == {None}
    assert all(each.met is None and each.missing for found in found.values() for each in found.requirements)


REFUSED: list[tuple[str, str, dict[str, Any], str]] = [
    ("fsw", "language", {"first_language": celpip(9, writing=6)}, "change-language"),
    ("fsw", "education", {"education": "less_than_secondary"}, "change-education"),
    ("fsw", "experience", {"foreign_work_years": 0.5}, "change-work"),
    ("fsw", "experience", {"noc": "65100"}, "change-work"),
    ("fsw", "funds", {"settlement_funds_cad": 15262}, "change-funds"),
    ("fsw", "outside_quebec", {"intends_quebec": True}, "change-quebec"),
    ("cec", "language", {"first_language": celpip(6)}, "change-language"),
    ("cec", "experience", {"canadian_work_years": 0.9}, "change-work"),
    ("cec", "outside_quebec", {"intends_quebec": True}, "change-quebec"),
    ("fst", "trade", {}, "change-trade"),
    ("fst", "language", {"first_language": celpip(4)}, "change-language-each"),
    ("fst", "offer_or_certificate", {}, "change-offer-or-certificate"),
    ("fst", "outside_quebec", {"intends_quebec": True}, "change-quebec"),
]


@pytest.mark.parametrize(("program", "name", "told", "change"), REFUSED)
def test_what_is_not_met_says_what_would_meet_it(
    program: str, name: str, told: dict[str, Any], change: str
) -> None:
    found = requirement(program, name, {**GOOD, **told})

    assert found.met is False
    assert found.because
    assert found.change is not None
    assert found.change.id == change
    assert eligibility(program, {**GOOD, **told}).eligible is False


def test_trades_need_less_reading_and_writing_than_listening_and_speaking() -> None:
    assert requirement("fst", "language", {"first_language": celpip(5, reading=4, writing=4)}).met is True
    assert requirement("fst", "language", {"first_language": celpip(5, speaking=4)}).met is False


def test_the_language_requirement_may_be_met_in_the_second_language() -> None:
    french = {"test": "tcf_canada", "listening": 458, "reading": 453, "writing": 10, "speaking": 10}
    told = {**GOOD, "first_language": celpip(6), "second_language": french}

    assert requirement("fsw", "language", told).met is True


def test_results_do_not_count_from_the_day_they_are_two_years_old() -> None:
    told = {**GOOD, "first_language": {**celpip(9), "date": "2024-11-24"}}

    assert requirement("fsw", "language", told, date(2026, 11, 23)).met is True
    expired = requirement("fsw", "language", told, date(2026, 11, 24))
    assert expired.met is False
    assert expired.change is not None
    assert expired.change.id == "change-test-again"


def test_an_assessment_does_not_count_from_the_day_it_is_five_years_old() -> None:
    told = {**GOOD, "education_country_is_canada": False, "eca_date": "2021-11-24"}

    assert requirement("fsw", "education", told, date(2026, 11, 23)).met is True
    assert requirement("fsw", "education", told, date(2026, 11, 24)).met is False


def test_a_foreign_credential_without_an_assessment_is_not_known_yet() -> None:
    told = {**GOOD, "education_country_is_canada": False}
    found = requirement("fsw", "education", told)

    assert found.met is None
    assert found.missing == ("eca_date",)
    assert eligibility("fsw", told).points == eligibility("fsw", GOOD).points


def test_points_that_need_an_assessment_do_not_pass_for_sure() -> None:
    told = {**GOOD, "education_country_is_canada": False, "adaptability": NO_RELATIVES}

    assert requirement("fsw", "pass_mark", told).met is None


def test_points_that_are_sure_without_what_is_missing_pass() -> None:
    told = {name: value for name, value in GOOD.items() if name not in ("second_language", "job_offer")}

    assert requirement("fsw", "pass_mark", told).met is True


def test_points_that_could_still_be_reached_are_not_known_yet() -> None:
    short = {**GOOD, "foreign_work_years": 1}
    open_still = {name: value for name, value in short.items() if name != "second_language"}

    assert requirement("fsw", "pass_mark", short).met is False
    assert requirement("fsw", "pass_mark", open_still).met is None


ONE_YEAR = {"education": "one_year", "foreign_work_years": 6}
A_COUPLE = {
    "marital_status": "married",
    "family_size": 2,
    "spouse": {**PARTNER, "language": None},
    "adaptability": {**NO_RELATIVES, "partner_studied_in_canada_two_years": False},
}


@pytest.mark.parametrize(
    ("told", "change"),
    [
        ({"foreign_work_years": 1}, "change-fsw-second-language"),
        ({"foreign_work_years": 1, **A_COUPLE}, "change-fsw-partner-language"),
        ({"first_language": celpip(7)}, "change-language"),
        ({"education": "two_year", "foreign_work_years": 1, "age": 37}, "change-fsw-years"),
        ({**ONE_YEAR, "age": 37}, "change-fsw-second-language"),
        ({**ONE_YEAR, "age": 40}, "change-fsw-education"),
        ({**ONE_YEAR, "age": 45}, "change-fsw-points"),
    ],
)
def test_the_first_single_change_that_brings_the_points_is_named(told: dict[str, Any], change: str) -> None:
    found = requirement("fsw", "pass_mark", {**GOOD, **told})

    assert found.met is False
    assert found.change is not None
    assert found.change.id == change


def test_no_funds_are_needed_for_the_experience_class() -> None:
    assert not any(each.id == "funds" for each in eligibility("cec", IN_CANADA).requirements)


@pytest.mark.parametrize(
    ("told", "met"),
    [
        ({"settlement_funds_cad": 15263}, True),
        ({"settlement_funds_cad": 15262.99}, False),
        ({"family_size": 7, "settlement_funds_cad": 40392}, True),
        ({"family_size": 9, "settlement_funds_cad": 48616}, True),
        ({"family_size": 9, "settlement_funds_cad": 48615}, False),
        ({"settlement_funds_cad": 0, "job_offer": OFFER, "authorized_to_work_in_canada": True}, True),
        ({"settlement_funds_cad": 0, "job_offer": OFFER, "authorized_to_work_in_canada": False}, False),
        ({"settlement_funds_cad": 0, "job_offer": None, "authorized_to_work_in_canada": True}, False),
    ],
)
def test_settlement_funds_and_who_is_exempt(told: dict[str, Any], met: bool) -> None:
    assert requirement("fsw", "funds", {**GOOD, **told}).met is met


def test_a_table_of_funds_that_is_a_year_old_is_said_to_be_replaced_soon() -> None:
    def reasons(on: date) -> set[str]:
        return {because.id for because in requirement("fsw", "funds", GOOD, on).because}

    assert "funds-table-seen" in reasons(date(2026, 7, 7))
    assert "funds-table-seen" not in reasons(date(2026, 7, 6))


def test_a_certificate_alone_does_not_exempt_from_funds() -> None:
    assert requirement("fst", "funds", {**PLUMBER, "settlement_funds_cad": 0}).met is False


def test_an_offer_must_be_in_an_occupation_that_the_program_takes() -> None:
    told = {**PLUMBER, "certificate_of_qualification": False, "job_offer": {**OFFER, "noc": "72300"}}

    assert requirement("fst", "offer_or_certificate", told).met is True
    assert requirement("fst", "offer_or_certificate", {**told, "job_offer": OFFER}).met is False


LOCUM: dict[str, Any] = {
    "noc": "31102",
    "full_time": True,
    "non_seasonal": False,
    "one_year_or_more": False,
    "lmia_or_exempt": True,
}
"""An offer that is neither continuous nor for a year, as physicians get them."""


@pytest.mark.parametrize(
    ("offer", "points"),
    [
        (LOCUM, 10),
        ({**LOCUM, "one_year_or_more": None, "non_seasonal": None}, 10),
        ({**LOCUM, "noc": "31103"}, 0),
        ({**LOCUM, "full_time": False}, 0),
        ({**LOCUM, "lmia_or_exempt": False}, 0),
    ],
    ids=["physician", "length not told", "veterinarian", "part-time", "without LMIA"],
)
def test_the_offer_of_a_physician_need_be_neither_continuous_nor_for_a_year(
    offer: dict[str, Any], points: int
) -> None:
    told = {**GOOD, "job_offer": {name: value for name, value in offer.items() if value is not None}}
    line = eligibility("fsw", told).grid["arranged_employment"]

    assert line.points == points
    assert [because.id for because in line.because] == (
        ["offer-of-any-length"] if points else ["because-job-offer"]
    )


def test_before_the_public_policy_the_offer_of_a_physician_was_one_like_any_other() -> None:
    told = {**GOOD, "job_offer": LOCUM}

    assert eligibility("fsw", told, date(2023, 4, 25)).grid["arranged_employment"].points == 10
    assert eligibility("fsw", told, date(2023, 4, 24)).grid["arranged_employment"].points == 0


def test_the_level_of_the_experience_class_follows_the_occupation() -> None:
    def met(noc: str | None) -> bool | None:
        told = {name: value for name, value in IN_CANADA.items() if name != "noc"}
        told["first_language"] = celpip(6)
        return requirement("cec", "language", told if noc is None else {**told, "noc": noc}).met

    assert met("33102") is True
    assert met("21231") is False
    assert met(None) is None


def test_years_that_are_a_year_only_together_may_not_be_one_without_a_gap() -> None:
    told = {**GOOD, "canadian_work_years": 0.6, "foreign_work_years": 0.6}
    found = requirement("fsw", "experience", told)

    assert found.met is None
    assert found.missing == ("jobs",)
    grid = eligibility("fsw", told).grid
    assert grid is not None
    assert grid["experience"].points == 9


def test_part_time_work_in_canada_counts_as_experience_but_not_for_adaptability() -> None:
    job = {"noc": "21231", "start": "2022-01-03", "hours_per_week": 15, "in_canada": True}
    found = eligibility("fsw", {**GOOD, "jobs": [job]})
    full = eligibility("fsw", {**GOOD, "jobs": [{**job, "hours_per_week": 30}]})
    assert found.grid is not None
    assert full.grid is not None

    assert found.grid["experience"].points == 11
    assert found.grid["adaptability"].points == 0
    assert full.grid["adaptability"].points == 10


def test_a_partner_who_stays_or_is_canadian_gives_no_adaptability() -> None:
    def points(**spouse: Any) -> int:
        told = {**GOOD, "marital_status": "married", "spouse": {**PARTNER, "language": celpip(4), **spouse}}
        grid = eligibility("fsw", told).grid
        assert grid is not None
        return grid["adaptability"].points

    assert points() == 5
    assert points(accompanying=False) == 0
    assert points(citizen_or_permanent_resident=True) == 0


def test_days_before_the_rules_that_are_known_are_refused() -> None:
    with pytest.raises(DayBeforePrograms) as refused:
        fsw.eligibility(parse_profile(GOOD), date(2022, 11, 15))

    assert refused.value.because.args == {"date": date(2022, 11, 16)}
    assert eligibility("fsw", GOOD, date(2022, 11, 16)).requirements


# The rule files.


def test_every_figure_has_a_source_with_a_page_in_both_languages() -> None:
    found = tables()
    kinds = (getattr(found, kind) for kind in found.__dataclass_fields__)
    values = [value for kind in kinds for dated in kind.values() for value in dated.values]

    assert all(value.source.en != value.source.fr and value.source.instrument for value in values)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("fsw/grid.age", "18-35: 12", "18-34: 12"),
        ("fsw/grid.education", "doctorate: 25", "phd: 25"),
        ("fsw/grid.second_language", "by: level", "by: moon"),
        ("fsw/language", "listening: 7", "listening: 11"),
        ("fsw/education", "least: secondary", "least: school"),
        ("fst/trades", "72[0-5]??", "72[0-5]"),
        ("fst/language", "2-3:", "7:"),
        ("funds/settlement", "2: 16570", "3: 16570"),
        ("categories/stem", "months: 6", "weeks: 6"),
        ("categories/french", "french_level: 7", "place: canada"),
    ],
)
def test_a_rule_file_that_does_not_fit_is_refused_with_its_name_and_line(
    file: str, old: str, new: str, tmp_path: Path
) -> None:
    for folder in ("fsw", "cec", "fst", "funds", "categories"):
        (tmp_path / folder).mkdir()
        for path in (RULES / folder).glob("*.yml"):
            text = path.read_text(encoding="utf-8")
            wrong = f"{folder}/{path.stem}" == file
            assert not wrong or old in text
            (tmp_path / folder / path.name).write_text(text.replace(old, new) if wrong else text)

    with pytest.raises(RuleFileError, match=rf"{file}\.yml:\d+: "):
        load(tmp_path)


def test_every_kind_of_file_and_every_condition_of_a_category_is_on_the_page() -> None:
    page = (ROOT / "docs" / "eligibility.md").read_text(encoding="utf-8")
    names = {*KINDS, *CategoryRule.__dataclass_fields__}

    assert {name for name in names if f"`{name}`" not in page} == set()


# What holds for every profile.


@pytest.mark.parametrize("program", PROGRAMS)
def test_an_answer_follows_from_its_requirements(program: str) -> None:
    for document, on in profiles(seed=11, count=400):
        found = eligibility(program, document, on)
        met = [each.met for each in found.requirements]

        assert found.eligible is (False if False in met else None if None in met else True)
        assert all(each.because for each in found.requirements)
        assert all(each.missing for each in found.requirements if each.met is None)


def test_no_points_are_above_what_is_possible_or_below_what_is_sure() -> None:
    for document, on in profiles(seed=12, count=400):
        grid = eligibility("fsw", document, on).grid
        assert grid is not None
        for line in grid.values():
            assert 0 <= line.least <= line.points <= line.most <= line.max


@given(
    st.integers(4, 10),
    st.integers(0, 3),
    st.sampled_from(EDUCATION),
    st.integers(0, 10),
    st.integers(18, 50),
)
def test_more_of_anything_never_takes_eligibility_away(
    level: int, raised: int, education: str, years: int, age: int
) -> None:
    less = {**GOOD, "first_language": celpip(level), "education": education, "age": age}
    higher = EDUCATION[min(EDUCATION.index(education) + 1, len(EDUCATION) - 1)]
    more = {**less, "first_language": celpip(min(10, level + raised)), "education": higher}
    less["foreign_work_years"], more["foreign_work_years"] = years, years + 1
    before, after = eligibility("fsw", less), eligibility("fsw", more)
    assert before.points is not None
    assert after.points is not None

    assert after.points >= before.points
    assert not (before.eligible is True and after.eligible is not True)


@given(st.sampled_from(sorted(GOOD)))
def test_telling_less_never_turns_a_no_into_a_yes(forgotten: str) -> None:
    told = {name: value for name, value in GOOD.items() if name != forgotten}
    for program in PROGRAMS:
        whole, part = eligibility(program, GOOD).eligible, eligibility(program, told).eligible

        assert part in (whole, None)


def test_the_physicians_of_the_public_policy_are_the_only_self_employed_who_count() -> None:
    assert set(cec.counting(TODAY).self_employed) == {"31100", "31101", "31102"}
    assert not cec.counting(date(2023, 4, 24)).self_employed
