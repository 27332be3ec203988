"""Every reason, label and problem of the score has its sentence in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.languages import LANGUAGES
from bot.replies import messages, words
from bot.replies.crs import line_name, section_name
from express_entry import facts
from express_entry.crs import DayBeforeExpressEntry, score
from express_entry.factors import FACTS, SECTIONS
from express_entry.language import ABILITIES, TESTS, check_test_score
from express_entry.parameters import parameters
from express_entry.points import Because
from express_entry.profile import Profile, ProfileError, parse_profile
from express_entry.vocabulary import CANADIAN_EDUCATION, EDUCATION

CODE = Path(facts.__file__).parent
NAMED = re.compile(r'"((?:because|credential|problem|crs-notice)-[a-z0-9-]+)"')
OWN = (
    "points",
    "profile",
    "parameters",
    "rulefiles",
    "factors",
    "facts",
    "language",
    "orders",
    "studies",
    "crs",
)
TODAY = date(2026, 11, 23)
IELTS = {"test": "ielts_gt", "listening": 8, "reading": 4, "writing": 3, "speaking": 7}
TEF = {"test": "tef_canada", "listening": 280, "reading": 233, "writing": 349, "speaking": 349}
GOOD = {"test": "celpip_g", **dict.fromkeys(ABILITIES, 10)}
FRENCH_9 = {"test": "tcf_canada", "listening": 523, "reading": 524, "writing": 14, "speaking": 14}
JOB = {"start": "2020-01-01", "in_canada": False}
MONTHS = ("2024-10", "2024-11", "2026")
UNFINISHED = {"level": "one_year", "in_canada": True, "completed": False}
UNTOLD_JOBS = [{"title": "Welder", "in_canada": True}, {"years": 2, "hours_per_week": 30, "in_canada": False}]
PROFILES: list[dict[str, Any]] = [
    {},
    *({"age": 29, "education": level, "spouse": {"education": level}} for level in EDUCATION),
    *({"canadian_education": level, "spouse": {"canadian_education": level}} for level in CANADIAN_EDUCATION),
    *(
        {"canadian_work_years": n, "foreign_work_years": n, "spouse": {"canadian_work_years": n}}
        for n in (0, 1, 9)
    ),
    *({"certificate_of_qualification": answer, "sibling_in_canada": answer} for answer in (True, False)),
    *({"provincial_nomination": answer} for answer in (True, False)),
    {"first_language": IELTS, "second_language": TEF, "canadian_work_years": 2},
    {"first_language": GOOD, "second_language": FRENCH_9, "education": "doctorate", "canadian_work_years": 2},
    {"first_language": TEF, "second_language": None, "spouse": {"language": {**IELTS, "date": "2020-01-01"}}},
    {"first_language": {**TEF, "scale": "699"}, "spouse": {"language": None}},
    {"education": "doctorate", "education_country_is_canada": False, "eca_date": "2015-01-01"},
    {"job_offer": {"noc": "00012"}, "noc": "21232"},
    {"canadian_work_years": 1, "noc": "65201"},
    {"job_offer": {"full_time": False}, "spouse": {"age": 30, "foreign_work_years": 1}},
    {"jobs": [{**JOB, "noc": "21232"}, {**JOB, "noc": "21231"}]},
    {"job_offer": None, "first_language": {"test": "pte_core", **dict.fromkeys(ABILITIES, 90)}},
    {
        "tests": [GOOD, FRENCH_9, {**TEF, "date": "2024-11"}],
        "spouse": {"education": "one_year", "eca_date": None},
    },
    *(
        {"tests": [{**GOOD, "date": month}], "spouse": {"language": {**GOOD, "date": month}}}
        for month in MONTHS
    ),
    *(
        {
            "credentials": [{"level": "doctorate", "in_canada": False, **told}, UNFINISHED],
            "spouse": {"credentials": [{"level": "doctorate", "in_canada": False, **told}, UNFINISHED]},
        }
        for told in ({}, {"eca_date": None}, {"eca_date": "2021-11"}, {"eca_date": "2016"})
    ),
    {"has_eca": True, "credentials": [{"level": "doctorate", "in_canada": False}]},
    {"jobs": UNTOLD_JOBS, "spouse": {"jobs": UNTOLD_JOBS}},
]
DAYS = (date(2018, 1, 1), date(2026, 10, 1), TODAY)


def reasons() -> Iterator[Because]:
    for document in PROFILES:
        for told in (document, {**document, "marital_status": "married"}):
            profile = parse_profile(told)
            for day in DAYS:
                breakdown = score(profile, day)
                yield from (reason for line in breakdown.lines for reason in line.because)
                if breakdown.rules.notice is not None:
                    yield breakdown.rules.notice
                known = facts.Facts(profile, day)
                yield from (reason for name in FACTS for reason in known[name].because)
    for test in TESTS:
        for ability in ABILITIES:
            refused = check_test_score(test, None, ability, 1000.0)
            assert refused is not None
            yield refused
    for wrong in WRONG:
        with pytest.raises(ProfileError) as error:
            parse_profile(wrong, TODAY)
        yield from (problem.because for problem in error.value.problems)
    yield DayBeforeExpressEntry(date(2015, 1, 31)).because


WRONG: list[Any] = [
    [],
    {"agee": 1},
    {"age": 300},
    {"age": None},
    {"education": "phd"},
    {"noc": 1},
    {"canadian_work_years": 61},
    {"settlement_funds_cad": -1},
    {"provincial_nomination": "yes"},
    {"birth_date": "yesterday"},
    {"birth_date": "1800-01-01"},
    {"age": 29, "birth_date": "1980-01-01"},
    {"jobs": {}},
    {"jobs": [{"start": "2020-01-01"}]},
    {"eca_date": "2026-13"},
    {"jobs": [{**JOB, "hours_per_week": 0}]},
    {"jobs": [{**JOB, "title": 3}]},
    {"jobs": [{**JOB, "end": "2019-01-01"}]},
    {"first_language": {**IELTS, "reading": "7"}},
    {"first_language": {**IELTS, "scale": "699"}},
    {"first_language": IELTS, "second_language": IELTS},
]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_that_is_given_reads_as_a_sentence(lang: str) -> None:
    say = words(lang)
    sentences = {say(reason.id, **reason.args) for reason in reasons()}

    assert all(sentence.endswith((".", ":")) for sentence in sentences)
    assert not any("{" in sentence or "None" in sentence or "_" in sentence for sentence in sentences - LISTS)


LISTS = {
    words(lang)(reason.id, **reason.args)
    for lang in LANGUAGES
    for reason in (
        Because("problem-unknown-field", {"allowed": ", ".join(Profile.__fields__)}),
        Because("problem-choice", {"allowed": ", ".join(EDUCATION)}),
        Because("problem-scale"),
    )
}
"""Sentences that name the profile's own fields and values."""


def test_every_message_that_the_rules_name_is_given_by_some_case() -> None:
    named = {
        message
        for name in OWN
        for message in NAMED.findall((CODE / f"{name}.py").read_text(encoding="utf-8"))
    }

    assert named <= {reason.id for reason in reasons()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_and_section_has_a_label(lang: str) -> None:
    say = words(lang)
    known = [factor.id for factor in parameters().ranking.factors if factor.tables.known]

    assert all(line_name(say, line) != line for line in known)
    assert all(section_name(say, section) for section in SECTIONS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_that_can_be_missing_has_a_label(lang: str) -> None:
    say = words(lang)
    paths = {
        path for document in PROFILES for day in DAYS for path in score(parse_profile(document), day).missing
    }

    assert all(f"fact-{path.replace('.', '-').replace('_', '-')}" in say for path in paths)


def test_both_languages_have_the_same_messages_with_the_same_arguments() -> None:
    english, french = (
        {
            name: used
            for name, used in messages(lang)
            if name.startswith(("because-", "problem-", "crs-", "cli-"))
        }
        for lang in LANGUAGES
    )

    assert english == french
