"""Profiles as Hypothesis draws them, in the contract's JSON form."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from express_entry.factors import CANADIAN_EDUCATION, EDUCATION
from express_entry.language import ABILITIES, TESTS

Document = dict[str, Any]
MARITAL = ["never_married", "married", "common_law", "separated", "divorced", "widowed"]
WORK = st.one_of(st.integers(0, 60), st.floats(0, 60))
ENGLISH, FRENCH = ("ielts_gt", "celpip_g", "pte_core"), ("tef_canada", "tcf_canada")


@cache
def possible(test: str, ability: str) -> st.SearchStrategy[float]:
    table = next(iter(TESTS[test].tables.values()))
    scores = table.scores[ability]
    steps = int((scores.most - scores.least) / scores.step)
    return st.integers(0, steps).map(lambda step: scores.least + step * scores.step)


@st.composite
def results(draw: st.DrawFn, names: tuple[str, ...]) -> Document:
    test = draw(st.sampled_from(names))
    document: Document = {"test": test}
    document.update({ability: draw(possible(test, ability)) for ability in ABILITIES})
    if draw(st.booleans()):
        document["date"] = draw(st.dates(date(2013, 1, 1), date(2027, 12, 31))).isoformat()
    return document


@st.composite
def jobs(draw: st.DrawFn) -> Document:
    start = draw(st.dates(date(2005, 1, 1), date(2027, 1, 1)))
    job: Document = {"start": start.isoformat(), "in_canada": draw(st.booleans())}
    if draw(st.booleans()):
        job["end"] = draw(st.dates(start, date(2028, 1, 1))).isoformat()
    if draw(st.booleans()):
        job["hours_per_week"] = draw(st.sampled_from([7.5, 15, 20, 30, 37.5, 60]))
    if draw(st.booleans()):
        job["noc"] = draw(st.sampled_from(["21232", "00012", "65201", "72200"]))
    return job


def _profile(first: tuple[str, ...], second: tuple[str, ...]) -> st.SearchStrategy[Document]:
    whole: dict[str, st.SearchStrategy[Any]] = {
        "age": st.integers(0, 120),
        "marital_status": st.sampled_from(MARITAL),
        "education": st.sampled_from(EDUCATION),
        "education_country_is_canada": st.booleans(),
        "eca_date": st.dates(date(2010, 1, 1), date(2027, 1, 1)).map(str),
        "canadian_education": st.sampled_from(CANADIAN_EDUCATION),
        "first_language": results(first),
        "second_language": st.none() | results(second),
        "canadian_work_years": WORK,
        "foreign_work_years": WORK,
        "jobs": st.lists(jobs(), max_size=4),
        "noc": st.sampled_from(["21232", "65201"]),
        "certificate_of_qualification": st.booleans(),
        "provincial_nomination": st.booleans(),
        "sibling_in_canada": st.booleans(),
        "job_offer": st.none() | st.sampled_from([{}, {"noc": "00012"}, {"noc": "21232"}]),
        "spouse": st.none()
        | st.fixed_dictionaries(
            {},
            optional={
                "accompanying": st.booleans(),
                "citizen_or_permanent_resident": st.booleans(),
                "education": st.sampled_from(EDUCATION),
                "language": st.none() | results((*ENGLISH, *FRENCH)),
                "canadian_work_years": WORK,
            },
        ),
    }
    return st.fixed_dictionaries({}, optional=whole)


@cache
def profiles() -> st.SearchStrategy[Document]:
    """Any profile, with English or French as the first language."""
    return _profile(ENGLISH, FRENCH) | _profile(FRENCH, ENGLISH)
