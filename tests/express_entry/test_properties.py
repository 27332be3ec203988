"""What holds for every profile."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from express_entry.crs import Breakdown, score
from express_entry.factors import CANADIAN_EDUCATION, EDUCATION
from express_entry.language import ABILITIES, TESTS
from express_entry.profile import parse_profile
from express_entry.work import completed_years

Document = dict[str, Any]
DAYS = st.dates(date(2015, 1, 31), date(2027, 12, 31))
MARITAL = ["never_married", "married", "common_law", "separated", "divorced", "widowed"]
WORK = st.one_of(st.integers(0, 60), st.floats(0, 60))
ENGLISH, FRENCH = ("ielts_gt", "celpip_g", "pte_core"), ("tef_canada", "tcf_canada")


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


@st.composite
def profiles(draw: st.DrawFn) -> Document:
    languages = draw(st.permutations([ENGLISH, FRENCH]))
    whole: dict[str, st.SearchStrategy[Any]] = {
        "age": st.integers(0, 120),
        "marital_status": st.sampled_from(MARITAL),
        "education": st.sampled_from(EDUCATION),
        "education_country_is_canada": st.booleans(),
        "eca_date": st.dates(date(2010, 1, 1), date(2027, 1, 1)).map(str),
        "canadian_education": st.sampled_from(CANADIAN_EDUCATION),
        "first_language": results(languages[0]),
        "second_language": st.none() | results(languages[1]),
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
    return draw(st.fixed_dictionaries({}, optional=whole))


def scored(document: Document, on: date) -> Breakdown:
    return score(parse_profile(document), on)


@given(profiles(), DAYS)
def test_lines_add_up_to_the_sections_and_these_to_the_total(document: Document, on: date) -> None:
    breakdown = scored(document, on)

    for section, points in breakdown.sections.items():
        assert points == sum(line.points for line in breakdown.lines if line.section == section)
    assert breakdown.total == sum(breakdown.sections.values()) == sum(line.points for line in breakdown.lines)


@given(profiles(), DAYS)
def test_no_line_section_or_total_goes_above_its_maximum(document: Document, on: date) -> None:
    breakdown = scored(document, on)
    sections = breakdown.sections

    assert 0 <= breakdown.total <= 1200
    assert sections["A"] + sections["B"] <= 500
    assert sections["B"] <= 40
    assert sections["C"] <= 100
    assert sections["D"] <= 600
    assert all(0 <= line.points <= line.max for line in breakdown.lines)


@given(profiles(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(document: Document, on: date, chance: Any) -> None:
    keys = list(document)
    chance.shuffle(keys)

    assert scored({key: document[key] for key in keys}, on) == scored(document, on)


@given(profiles(), DAYS)
def test_a_profile_survives_json(document: Document, on: date) -> None:
    profile = parse_profile(document)
    again = parse_profile(json.loads(json.dumps(profile.document())))

    assert again == profile
    assert again.__fields_set__ == profile.__fields_set__
    assert score(again, on) == score(profile, on)


@given(profiles(), DAYS, st.sampled_from(EDUCATION), st.sampled_from(EDUCATION))
def test_more_education_never_lowers_the_score(document: Document, on: date, one: str, other: str) -> None:
    lower, higher = sorted((one, other), key=EDUCATION.index)

    assert (
        scored({**document, "education": lower}, on).total
        <= scored({**document, "education": higher}, on).total
    )


@given(profiles(), DAYS, WORK, WORK, st.sampled_from(["canadian_work_years", "foreign_work_years"]))
def test_more_work_never_lowers_the_score(
    document: Document, on: date, one: float, other: float, field: str
) -> None:
    told = {name: value for name, value in document.items() if name != "jobs"}
    lower, higher = sorted((one, other))

    assert scored({**told, field: lower}, on).total <= scored({**told, field: higher}, on).total


@given(
    profiles(), DAYS, results(("ielts_gt", "celpip_g", "tcf_canada")), st.sampled_from(ABILITIES), st.data()
)
def test_a_better_test_score_never_lowers_the_total(
    document: Document, on: date, test: Document, ability: str, data: st.DataObject
) -> None:
    told = {name: value for name, value in document.items() if name != "second_language"}
    better = max(test[ability], data.draw(possible(test["test"], ability)))
    lower = scored({**told, "first_language": test}, on).total

    assert lower <= scored({**told, "first_language": {**test, ability: better}}, on).total


@given(profiles(), DAYS)
def test_what_is_complete_misses_nothing_that_was_told(document: Document, on: date) -> None:
    told = set(document) | {f"spouse.{name}" for name in document.get("spouse") or {}}

    assert not told & set(scored(document, on).missing)


@given(profiles(), DAYS, st.sampled_from(["second_language", "sibling_in_canada", "provincial_nomination"]))
@settings(max_examples=200)
def test_what_is_not_missing_could_not_change_the_total(document: Document, on: date, field: str) -> None:
    unknown = {name: value for name, value in document.items() if name != field}
    without = scored(unknown, on)
    if field not in without.missing and field in document:
        assert scored(document, on).total == without.total


@given(st.lists(jobs(), max_size=4), DAYS)
def test_years_of_work_are_never_more_than_the_ten_that_count(work: list[Document], on: date) -> None:
    parsed = parse_profile({"jobs": work}).jobs or ()

    assert 0 <= completed_years(parsed, on) <= 10
