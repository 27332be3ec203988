"""Jobs told one by one: added, told more of, corrected, taken back; their occupation and their place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.dialogue.jobs import told_once
from bot.dialogue.questions import question
from bot.dialogue.reading import read_answers
from bot.dialogue.reading.ground import Reading
from bot.facts import Fact, Mode
from tests.helpers.interview import Interview

TODAY = date(2026, 11, 23)
NURSE = {"title": "registered nurse", "noc": "31301", "years": 4, "in_canada": False}
COOK = {"title": "cook", "noc": "63200", "in_canada": True}
SINGLE = {"age": 31, "marital_status": "never_married"}


def told(
    job: dict[str, Any], jobs: list[dict[str, Any]], mode: Mode = "tell", person: str = "self", **known: Any
) -> Reading:
    fact = Fact("job", job, person, 0, 9, True, named=True, mode=mode)
    return read_answers([fact], None, {**({"jobs": jobs} if jobs else {}), **known}, {}, TODAY)


def titles(reading: Reading) -> list[str]:
    return [job.get("title", "") for job in reading.answers["jobs"]]


def test_a_second_job_stands_beside_the_first() -> None:
    reading = told({"title": "accountant", "years": 2, "in_canada": True}, [NURSE])

    assert titles(reading) == ["registered nurse", "accountant"]


def test_the_same_job_told_again_is_told_more_of() -> None:
    reading = told({"title": "Registered Nurse", "start": "2020-03", "end": "2024-02"}, [NURSE])

    (job,) = reading.answers["jobs"]
    assert (job["start"], job["end"], job["in_canada"]) == ("2020-03", "2024-02", False)
    assert "years" not in job


def test_the_same_work_at_another_time_is_another_job() -> None:
    first = {"title": "cook", "start": "2019", "end": "2020", "in_canada": False}
    reading = told({"title": "cook", "start": "2022", "end": "2023", "in_canada": False}, [first])

    assert len(reading.answers["jobs"]) == 2


def test_also_adds_a_job_of_the_same_title() -> None:
    reading = told({"title": "registered nurse", "years": 1, "in_canada": False}, [NURSE], "add")

    assert [job["years"] for job in reading.answers["jobs"]] == [4, 1]


def test_i_mean_puts_another_occupation_on_the_job_and_drops_its_code() -> None:
    (job,) = told({"title": "cashier"}, [NURSE], "replace").answers["jobs"]

    assert (job["title"], job["noc"], job["years"]) == ("cashier", "65100", 4)


def test_a_job_is_taken_back_and_the_others_stay() -> None:
    cook = {"title": "cook", "noc": "63200", "years": 1, "in_canada": True}

    assert told({"title": "cook"}, [NURSE, cook], "take_back").answers["jobs"] == [NURSE]


def test_taking_back_a_job_that_was_never_told_takes_nothing() -> None:
    assert told({"title": "pilot"}, [NURSE], "take_back").answers["jobs"] == [NURSE]


def test_the_last_job_taken_back_leaves_no_list() -> None:
    reading = told({"title": "registered nurse"}, [NURSE], "take_back")

    assert "jobs" not in reading.answers
    assert reading.withdrawn == {"jobs"}


@pytest.mark.parametrize(("title", "code"), [("software engineer", "21231"), ("taxi driver", "75200")])
def test_the_occupation_of_a_title_that_is_sure_is_taken(title: str, code: str) -> None:
    reading = told({"title": title, "years": 5, "in_canada": False}, [])

    assert reading.answers["jobs"][0]["noc"] == code
    assert not reading.doubts


def test_an_occupation_that_is_not_sure_is_asked_with_what_it_may_mean() -> None:
    talk = Interview()
    talk.say("analyst for 3 years in Accra")

    assert "noc" not in talk.told["jobs"][0]
    offered = talk.buttons[0]
    talk.push(offered)
    assert offered.title.startswith(talk.told["jobs"][0]["noc"])


@pytest.mark.parametrize(
    ("lang", "said", "answered", "canada"),
    [
        ("en", "accountant for 3 years", "in Nairobi", False),
        ("en", "accountant for 3 years", "Canada", True),
        ("fr", "comptable pendant 3 ans", "à Dakar", False),
    ],
)
def test_a_job_without_its_place_is_asked_for_it(lang: str, said: str, answered: str, canada: bool) -> None:
    talk = Interview(lang)
    talk.say(said)
    assert talk.state.doubts[0].path == "jobs.0.in_canada"

    talk.say(answered)

    assert talk.told["jobs"][0]["in_canada"] is canada
    assert not any(doubt.path.endswith("in_canada") for doubt in talk.state.doubts)


def test_plain_years_told_before_become_a_job_when_jobs_are_listed() -> None:
    reading = told({"title": "cook", "years": 1, "in_canada": True}, [], foreign_work_years=3)

    assert {"years": 3, "in_canada": False} in reading.answers["jobs"]
    assert "foreign_work_years" in reading.withdrawn


def test_plain_years_of_the_same_place_are_not_counted_beside_the_job() -> None:
    reading = told({"title": "registered nurse", "years": 3, "in_canada": False}, [], foreign_work_years=3)

    assert [job["years"] for job in reading.answers["jobs"]] == [3]
    assert "foreign_work_years" in reading.withdrawn


def test_a_job_abroad_leaves_the_question_about_canada_open() -> None:
    known = {**SINGLE, "jobs": [NURSE]}
    asked = {
        entry
        for entry in ("canadian_work_years", "foreign_work_years")
        if not question(entry).answered(known)
    }

    assert asked == {"canadian_work_years"}


def test_a_job_in_a_message_to_the_question_about_canada_was_there() -> None:
    fact = Fact("job", {"title": "carpenter", "years": 2}, "self", 0, 9, True)
    reading = read_answers([fact], question("canadian_work_years"), SINGLE, {}, TODAY)

    assert reading.answers["jobs"][0]["in_canada"] is True


def test_a_partner_s_job_is_the_partner_s() -> None:
    reading = told(
        {"title": "accountant", "years": 2, "in_canada": True}, [], person="partner", marital_status="married"
    )

    assert "jobs" not in reading.answers
    assert reading.answers["spouse.jobs"][0]["title"] == "accountant"


def test_an_impossible_job_is_refused_and_the_other_one_kept() -> None:
    facts = [
        Fact("job", {"title": "cook", "start": "2022", "end": "2020", "in_canada": True}, "self", 0, 9, True),
        Fact("job", {"title": "accountant", "years": 2, "in_canada": True}, "self", 10, 19, True),
    ]
    reading = read_answers(facts, None, {}, {}, TODAY)

    assert titles(reading) == ["accountant"]
    assert reading.problems


@pytest.mark.parametrize(
    ("jobs", "left"),
    [
        ([COOK | {"years": 2}, COOK | {"start": "2024-08", "end": None}], 1),
        ([COOK | {"years": 2}, COOK | {"start": "2019-08", "end": None}], 2),
        ([COOK | {"years": 2, "in_canada": False}, COOK | {"start": "2024-08", "end": None}], 2),
        ([COOK | {"years": 2, "title": "baker"}, COOK | {"start": "2024-08", "end": None}], 2),
        ([COOK | {"years": 2}, COOK | {"years": 2}], 2),
    ],
)
def test_a_job_told_by_its_length_and_by_its_dates_counts_once(
    jobs: list[dict[str, object]], left: int
) -> None:
    assert len(told_once(jobs, date(2026, 11, 29))) == left
