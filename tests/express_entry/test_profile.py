"""The way into the program: what a profile may hold, and how it says what is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from express_entry.points import Because
from express_entry.profile import (
    Profile,
    ProfileError,
    _read,
    check_test_score,
    parse_profile,
    told,
)
from tests.helpers.oracle_profiles import profiles

IELTS = {"test": "ielts_gt", "listening": 8, "reading": 7, "writing": 7, "speaking": 7}
TEF = {"test": "tef_canada", "listening": 280, "reading": 233, "writing": 349, "speaking": 349}
JOB = {"start": "2020-01-01", "in_canada": True}


def problems(document: Any, on: date | None = None) -> dict[str, Because]:
    with pytest.raises(ProfileError) as refused:
        parse_profile(document, on)
    return {problem.field: problem.because for problem in refused.value.problems}


@pytest.mark.parametrize(
    ("document", "field", "reason"),
    [
        ({"agee": 29}, "agee", "problem-unknown-field"),
        ({"spouse": {"wealth": 1}}, "spouse.wealth", "problem-unknown-field"),
        ({"age": 300}, "age", "problem-whole-number"),
        ({"age": -1}, "age", "problem-whole-number"),
        ({"age": True}, "age", "problem-whole-number"),
        ({"age": "29"}, "age", "problem-whole-number"),
        ({"age": 29.5}, "age", "problem-whole-number"),
        ({"age": None}, "age", "problem-null"),
        ({"first_language": None}, "first_language", "problem-null"),
        ({"family_size": 0}, "family_size", "problem-whole-number"),
        ({"education": "phd"}, "education", "problem-choice"),
        ({"education": ["doctorate"]}, "education", "problem-choice"),
        ({"provincial_nomination": 1}, "provincial_nomination", "problem-yes-no"),
        ({"provincial_nomination": "yes"}, "provincial_nomination", "problem-yes-no"),
        ({"birth_date": "1995-02-30"}, "birth_date", "problem-date"),
        ({"birth_date": "14/03/1995"}, "birth_date", "problem-date"),
        ({"birth_date": "1995-W11-2"}, "birth_date", "problem-date"),
        ({"birth_date": "19950314"}, "birth_date", "problem-date"),
        ({"birth_date": 19950314}, "birth_date", "problem-date"),
        ({"eca_date": "2025-1-1"}, "eca_date", "problem-day-or-month"),
        ({"eca_date": "2025-13"}, "eca_date", "problem-day-or-month"),
        ({"eca_date": "٢٠٢٥"}, "eca_date", "problem-day-or-month"),
        ({"credentials": [{"level": "phd"}]}, "credentials.0.level", "problem-choice"),
        ({"credentials": [{"title": "BA"}]}, "credentials.0.level", "problem-required"),
        ({"credentials": [{"level": "secondary", "years": 13}]}, "credentials.0.years", "problem-number"),
        ({"tests": [IELTS] * 11}, "tests", "problem-list"),
        ({"dependent_children": [{"age": 61}]}, "dependent_children.0.age", "problem-whole-number"),
        ({"jobs": [{"in_canada": True, "years": -1}]}, "jobs.0.years", "problem-number"),
        ({"jobs": [{"in_canada": True, "leave_weeks": -1}]}, "jobs.0.leave_weeks", "problem-amount"),
        (
            {"jobs": [{"in_canada": True, "start": "2026-03", "end": "2026-02"}]},
            "jobs.0.end",
            "problem-end-before-start",
        ),
        ({"spouse": {"jobs": [{"years": 1}]}}, "spouse.jobs.0.in_canada", "problem-required"),
        ({"canadian_work_years": float("nan")}, "canadian_work_years", "problem-number"),
        ({"canadian_work_years": 61}, "canadian_work_years", "problem-number"),
        ({"settlement_funds_cad": float("inf")}, "settlement_funds_cad", "problem-amount"),
        ({"settlement_funds_cad": 10**400}, "settlement_funds_cad", "problem-amount"),
        ({"noc": 21232}, "noc", "problem-noc"),
        ({"noc": "2123"}, "noc", "problem-noc"),
        ({"noc": "２１２３２"}, "noc", "problem-noc"),
        ({"jobs": {}}, "jobs", "problem-list"),
        ({"jobs": [JOB] * 61}, "jobs", "problem-list"),
        ({"jobs": [{"start": "2020-01-01"}]}, "jobs.0.in_canada", "problem-required"),
        ({"jobs": [JOB, {**JOB, "end": "2019-12-31"}]}, "jobs.1.end", "problem-end-before-start"),
        ({"jobs": [{**JOB, "hours_per_week": 0}]}, "jobs.0.hours_per_week", "problem-hours"),
        ({"jobs": [{**JOB, "hours_per_week": 169}]}, "jobs.0.hours_per_week", "problem-hours"),
        ({"jobs": [{**JOB, "title": "x" * 201}]}, "jobs.0.title", "problem-text"),
        ({"job_offer": {"full_time": "yes"}}, "job_offer.full_time", "problem-yes-no"),
        ({"spouse": []}, "spouse", "problem-object"),
        ({"spouse": 3}, "spouse", "problem-object"),
        ([], "", "problem-object"),
        (None, "", "problem-object"),
        ({"first_language": {**IELTS, "listening": 12}}, "first_language.listening", "problem-score-steps"),
        ({"first_language": {**IELTS, "writing": 6.3}}, "first_language.writing", "problem-score-steps"),
        ({"first_language": {**IELTS, "reading": "7"}}, "first_language.reading", "problem-any-number"),
        ({"first_language": {**IELTS, "reading": True}}, "first_language.reading", "problem-any-number"),
        ({"first_language": {**IELTS, "test": "toefl"}}, "first_language.test", "problem-choice"),
        ({"first_language": {**IELTS, "scale": "699"}}, "first_language.scale", "problem-scale"),
        ({"first_language": {**TEF, "scale": "300"}}, "first_language.scale", "problem-choice"),
        ({"first_language": IELTS, "second_language": IELTS}, "second_language", "problem-same-language"),
        (
            {"spouse": {"language": {**IELTS, "speaking": 9.5}}},
            "spouse.language.speaking",
            "problem-score-steps",
        ),
    ],
    ids=lambda value: str(value)[:60],
)
def test_what_is_wrong_is_named_by_its_field(document: Any, field: str, reason: str) -> None:
    assert problems(document)[field].id == reason


def test_every_wrong_field_is_named() -> None:
    wrong = problems(
        {"age": 300, "education": "phd", "first_language": {**IELTS, "reading": 10, "writing": 10}}
    )

    assert set(wrong) == {"age", "education", "first_language.reading", "first_language.writing"}


def test_a_problem_says_what_is_allowed() -> None:
    assert problems({"age": 300})["age"].args == {"least": 0, "most": 120}


def test_what_is_absent_is_not_told_and_null_is_an_answer() -> None:
    absent, none = parse_profile({}), parse_profile({"second_language": None, "spouse": {"language": None}})

    assert not told(absent, "second_language")
    assert told(none, "second_language")
    assert told(none.spouse, "language")
    assert not told(none, "spouse.language")


@pytest.mark.parametrize("field", ["second_language", "job_offer", "spouse"])
def test_null_means_there_is_none(field: str) -> None:
    assert told(parse_profile({field: None}), field)


def test_a_profile_comes_back_as_it_was_told() -> None:
    document = {
        "birth_date": "1996-02-29",
        "second_language": None,
        "first_language": {**TEF, "date": "2026-01-15", "scale": "ancien_score"},
        "jobs": [{**JOB, "end": None, "hours_per_week": 37.5}, {"years": 2.5, "in_canada": False}],
        "credentials": [{"level": "two_year", "years": 2, "eca_date": None, "in_canada": False}],
        "tests": [{**TEF, "date": "2026-01"}],
        "dependent_children": [{"age": 3}, {"birth_date": "2020", "accompanying": True}, {}],
        "eca_date": "2026",
        "spouse": {"language": None, "accompanying": False},
    }

    assert parse_profile(document).document() == document


def test_an_age_and_a_date_of_birth_that_disagree_on_the_day_are_a_contradiction() -> None:
    both = {"age": 29, "birth_date": "1996-10-01"}

    assert parse_profile(both, date(2026, 9, 30)).age == 29
    assert problems(both, date(2026, 10, 1))["age"] == Because("problem-age-and-birth-date", {"age": 30})


@pytest.mark.parametrize("born", ["1895-01-01", "2027-01-01"])
def test_a_date_of_birth_must_give_a_possible_age(born: str) -> None:
    assert problems({"spouse": {"birth_date": born}}, date(2026, 1, 2))["spouse.birth_date"].id == (
        "problem-birth-date"
    )


@pytest.mark.parametrize(
    ("test", "scale", "ability", "possible", "impossible"),
    [
        ("ielts_gt", None, "reading", [0, 6.5, 9], [-0.5, 6.3, 9.5]),
        ("celpip_g", None, "writing", [0, 7, 12], [7.5, 13]),
        ("pte_core", None, "speaking", [10, 68, 90], [9, 68.5, 91]),
        ("tef_canada", "ancien_score", "reading", [0, 300], [301]),
        ("tef_canada", "ancien_score", "listening", [360], [361]),
        ("tef_canada", "ancien_score", "writing", [450], [451]),
        ("tef_canada", "699", "reading", [301, 699], [700]),
        ("tef_canada", None, "reading", [300, 699], [700, 250.5]),
        ("tcf_canada", None, "listening", [331, 699], [700]),
        ("tcf_canada", None, "writing", [0, 20], [21, 9.5]),
    ],
)
def test_which_scores_exist(
    test: str, scale: str | None, ability: str, possible: list[float], impossible: list[float]
) -> None:
    assert [check_test_score(test, scale, ability, value) for value in possible] == [None] * len(possible)
    assert all(check_test_score(test, scale, ability, value) is not None for value in impossible)


def test_a_document_that_is_right_is_read_in_one_pass_as_pydantic_reads_it() -> None:
    documents = [
        *(document for document, _ in profiles(seed=7, count=300)),
        {"first_language": TEF, "second_language": None, "spouse": {"language": None, "eca_date": None}},
        {
            "jobs": [{**JOB, "end": None}, {"in_canada": False, "years": 3, "title": "Cook"}],
            "eca_date": "2026",
        },
        {
            "credentials": [{"level": "one_year"}],
            "tests": [IELTS],
            "dependent_children": [{"birth_date": "2020"}],
        },
    ]
    for document in documents:
        found, asked = _read(Profile, document), Profile(**document)

        assert found == asked
        assert found.__fields_set__ == asked.__fields_set__
        assert found.document() == asked.document()
