"""What is typed to a question of the assistant's own answers it, and what is to be removed goes."""

from __future__ import annotations

import pytest

from bot.dialogue.told import known
from tests.bot.dialogue.test_corrections import after


@pytest.mark.parametrize(
    ("lang", "job", "place", "path"),
    [
        ("en", "I worked 2 years as a cook", "canada brampton!! 3rd time", "canadian_work_years"),
        ("en", "I worked 2 years as a cook", "not in Canada, back home", "foreign_work_years"),
        ("fr", "j'ai travaillé 2 ans comme cuisinier", "tout à Winnipeg", "canadian_work_years"),
        ("fr", "j'ai travaillé 2 ans comme cuisinier", "hors Canada aussi, Dakar", "foreign_work_years"),
    ],
)
def test_a_place_in_any_words_is_that_of_the_job_asked_about(lang, job, place, path):
    assert known(after(job, place, lang=lang).told)[path] == 2


@pytest.mark.parametrize(
    ("lang", "paper", "work"),
    [
        ("en", "I'm 35, single, I have a doctorate", "I worked 2 years in Canada"),
        ("en", "I'm 35, single, I have a doctorate", "my job was in Lagos for 3 years"),
        ("fr", "j'ai 35 ans, célibataire, j'ai un doctorat", "j'ai travaillé 2 ans au Canada"),
    ],
)
def test_the_place_of_a_job_is_not_that_of_the_diploma_asked_about(lang, paper, work):
    assert "education_country_is_canada" not in known(after(paper, work, lang=lang).told)


def test_a_place_that_names_one_of_several_jobs_is_that_of_this_one():
    talk = after("I was a cook for 2 years and an accountant for 3 years", "the accountant job was in Canada")

    jobs = {job["title"]: job.get("in_canada") for job in talk.told["jobs"]}

    assert jobs == {"cook": None, "accountant": True}


def test_the_length_of_a_diploma_is_no_age():
    talk = after("i have a college diploma", "two year i said")

    assert known(talk.told)["education"] == "two_year"
    assert "2 years old" not in talk.text


@pytest.mark.parametrize(
    ("lang", "paper", "ages"),
    [
        ("en", "i have a college diploma", "actually I'm 39 years old"),
        ("en", "i have a college diploma", "my kids are 4 and 7 years old"),
        ("fr", "j'ai un CAP de soudure", "en fait j'ai 39 ans"),
        ("fr", "j'ai un CAP de soudure", "mes enfants ont 4 et 7 ans"),
    ],
)
def test_an_age_is_no_length_of_the_diploma_asked_about(lang, paper, ages):
    before = after(paper, lang=lang).told["credentials"]

    assert after(paper, ages, lang=lang).told["credentials"] == before


def test_a_diploma_told_again_where_its_level_was_asked_is_not_a_second_one():
    talk = after("i have a college diploma", "NO lol. 2 yr diploma. im 26")

    assert [paper["level"] for paper in talk.told["credentials"]] == ["two_year"]
    assert talk.told["age"] == 26


@pytest.mark.parametrize(
    ("messages", "left", "gone"),
    [
        (["34, single", "1 year of work in Canada", "remove the 1 year"], "age", "canadian_work_years"),
        (["29, single", "I have a bachelor's", "remove that"], "age", "education"),
        (["31, single", "remove 31"], "marital_status", "age"),
    ],
)
def test_what_a_removal_names_goes_and_nothing_else(messages, left, gone):
    talk = after(*messages)

    assert left in talk.told
    assert gone not in known(talk.told)
    assert "Skipped" not in talk.text


def test_the_plain_title_goes_and_the_longer_one_stays():
    talk = after(
        "I worked 6 years as an engineer in Nigeria",
        "also 6 years as a mechanical engineer in Nigeria",
        "Same job. Please remove the plain 'engineer'",
    )

    assert [job["title"] for job in talk.told["jobs"]] == ["mechanical engineer"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "si l'Alberta me désigne ça fait combien"),
        ("en", "if Ontario nominates me how many points"),
        ("en", "maybe my brother, he wants to move there"),
        ("fr", "combien vaudrait une désignation"),
    ],
)
def test_what_is_supposed_chooses_none_of_several(lang, text):
    whole = {
        "en": "30, single, bachelor's from Morocco with ECA of 2025, no studies in Canada, "
        "IELTS L8 R7 W7 S7 of March 2026, 3 years as an accountant in Calgary, no work abroad",
        "fr": "30 ans, célibataire, licence du Maroc avec EDE 2025, pas d'études au Canada, "
        "IELTS CO 8 CE 7 EE 7 EO 7 de mars 2026, 3 ans comptable à Calgary, pas de travail à l'étranger",
    }[lang]

    told = known(after(whole, text, lang=lang).told)

    assert not told.get("provincial_nomination")
    assert told.get("sibling_in_canada") is not True


@pytest.mark.parametrize(
    ("lang", "told", "button", "path", "value"),
    [
        ("en", "34, my wife nurse, a PhD", "My wife", "spouse.credentials", "doctorate"),
        ("en", "34, my wife nurse, a PhD", "Me", "credentials", "doctorate"),
        ("fr", "34 ans, ma femme prof, doctorat", "Ma femme", "spouse.credentials", "doctorate"),
        ("fr", "34 ans, ma femme prof, doctorat", "Moi", "credentials", "doctorate"),
    ],
)
def test_of_whom_of_two_a_diploma_is_the_two_people_answer_as_buttons(lang, told, button, path, value):
    talk = after(told, lang=lang)

    talk.press(button)

    assert [diploma["level"] for diploma in talk.told[path]] == [value]
    assert sum(each.endswith("credentials") for each in talk.told) == 1
