"""Years told as a whole and in parts, places asked once, shares of full time asked as hours."""

from __future__ import annotations

from tests.helpers.interview import Interview


def told(*messages):
    talk = Interview("en", mode="free")
    for message in messages:
        talk.say(message)
    return talk


def test_parts_take_the_place_of_the_whole():
    talk = told("20 years as a carpenter in Chile", "8 freelance and 12 employed")

    assert [job["years"] for job in talk.told["jobs"]] == [8, 12]
    assert all(job["title"] == "carpenter" and job["in_canada"] is False for job in talk.told["jobs"])


def test_what_is_left_of_the_whole_stays():
    talk = told("chef for 10 years in Lima", "3 of them self-employed")

    assert sorted(job["years"] for job in talk.told["jobs"]) == [3, 7]


def test_the_place_of_several_jobs_is_asked_once():
    talk = told("4 years as a nurse, then 2 as a civil engineer")
    talk.press("Outside")

    assert [job["in_canada"] for job in talk.told["jobs"]] == [False, False]
    assert talk.on_the_table != "doubt"


def test_jobs_of_different_places_are_asked_one_by_one():
    talk = told("4 years as a nurse, then 2 as a civil engineer")
    talk.press("Some")
    talk.press("In Canada")
    talk.press("Outside")

    assert [job["in_canada"] for job in talk.told["jobs"]] == [True, False]


def test_a_share_of_full_time_is_asked_as_hours_and_never_counts_in_full():
    talk = told("nurse at 50% since 2020 in Geneva")
    assert talk.told["jobs"][0]["hours_per_week"] < 30

    talk.say("22")
    assert talk.told["jobs"][0]["hours_per_week"] == 22


def test_years_without_a_place_are_kept_and_the_place_is_asked():
    talk = told("8 years of experience")

    assert (talk.told["jobs"], talk.on_the_table) == ([{"years": 8}], "doubt")


def test_years_told_before_a_job_of_that_place_are_its_time():
    talk = told("I've got 4 years of foreign work", "I am a lawyer in Nairobi")

    assert [(job["title"], job["years"]) for job in talk.told["jobs"]] == [("lawyer", 4)]
