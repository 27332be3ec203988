"""Questions about programs, changes, occupations and rounds, asked in the conversation."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.helpers import ROOT

pytestmark = pytest.mark.program

STORY = (
    "I'm 29, single, IELTS L8 R7 W7 S7, master's degree from India, no diploma from Canada, "
    "3 years as a developer in Pune, no work in Canada, ECA 2026-03-01"
)


@pytest.fixture
def told(visitor):
    visitor.say(STORY)
    return visitor


def test_eligibility_is_answered_program_by_program_and_a_button_leads_back_to_the_question(told):
    told.say("am I eligible for express entry?")

    assert "Federal Skilled Worker" in told.text
    assert "Canadian Experience Class" in told.text
    assert "It would work" in told.text
    assert told.said[-1]["sources"]
    told.press("Go on")
    assert "?" in told.said[-1]["text"]


def test_what_eligibility_needs_is_asked_for_on_request(told):
    told.say("am I eligible for express entry?")
    told.press("Answer what’s missing")
    for _ in range(20):
        if "you meet the requirements" in told.text:
            break
        answers = {
            "get these test results": "may 2026",
            "people are in your family": "1",
            "how much money": "20000",
            "Is any of these true": "none of these",
            "job title": "software developer",
        }
        typed = next((reply for piece, reply in answers.items() if piece in told.text), None)
        if typed:
            told.say(typed)
        elif "21232 Software" in str(told.buttons):
            told.press("21232")
        elif "please check" in told.text:
            told.press("All correct")
        else:
            told.press("No")

    assert "you meet the requirements of **Federal Skilled Worker**" in told.text


def test_what_would_raise_the_score_is_told_with_exact_gains(told):
    told.say("how can I improve my score?")

    assert "+62** (531)" in told.text
    assert "+12** (481)" in told.text
    assert "not advice" in told.text


def test_a_what_if_is_only_calculated_unless_the_person_saves_it(told):
    told.say("what if I get 8.5 in listening?")
    assert "472" in told.text
    assert "Your answers stay as they are" in told.text

    told.say("what do you know about me?")
    assert "L 8, R 7" in told.text

    told.say("what if I get 8.5 in listening?")
    told.press("It’s true now")
    assert "L 8.5" in told.text


def test_age_and_the_way_to_a_score(told):
    told.say("when do I lose points because of my age?")
    assert "30 years" in told.text

    told.say("how can I reach 500 points?")
    assert "500" in told.text


def test_an_occupation_is_found_by_title_and_by_code_and_goes_to_the_profile(visitor):
    visitor.say("what is the NOC code for software developer")
    visitor.press("21232")
    assert "21232" in visitor.text

    visitor.say("is 31301 skilled?")
    assert "TEER 1" in visitor.text
    assert visitor.said[0]["sources"]

    visitor.say("what do you know about me?")
    assert "21232 Software developers and programmers" in visitor.text


def test_only_asking_for_the_code_asks_for_the_title(visitor):
    visitor.say("what is my NOC?")
    assert "job title" in visitor.text

    visitor.say("staff nurse")
    assert "nurse" in visitor.text.lower()
    assert any("nurse" in title.lower() for title in visitor.buttons)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("latest draw?", "round"),
        ("last CEC draw", "Canadian Experience Class"),
        ("draws in 2025", "2025"),
        ("what is a tie-break?", "submitted their profile decides"),
    ],
)
def test_rounds_are_told_with_the_day_up_to_which_they_are_known(visitor, question, answer):
    visitor.say(question)

    assert answer in visitor.text
    assert "I know the rounds up to" in visitor.text
    assert visitor.said[0]["sources"]


def test_a_trend_comes_with_a_picture_and_its_text(visitor):
    visitor.say("show the trend for French draws")

    image = next(message["image"] for message in visitor.said if "image" in message)
    picture = visitor.http.get(image["url"])
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert len(image["alt"]) > 40
    assert visitor.http.get("/chat/pictures/unknown").status_code == 404


def test_a_score_is_compared_with_the_rounds_without_a_promise(told):
    told.say("what are my chances of an invitation?")

    assert "I know the rounds up to" in told.text
    for promise in ("you will be invited", "guarantee"):
        assert promise not in told.text.lower()


def test_alerts_are_chosen_confirmed_and_ended(told):
    told.say("notify me about new draws")
    told.press("Every round")
    assert "next visit" in told.text

    told.say("stop notifying me about draws")
    assert "next visit" not in told.text


def test_in_french_the_answers_are_french(new_visitor):
    visitor = new_visitor("fr")
    for question in ("quelle est la dernière ronde ?", "tendance pour le français", "suis-je admissible ?"):
        visitor.say(question)
        assert {message["lang"] for message in visitor.said} == {"fr"}
        assert not any(word in visitor.text for word in (" the ", " your ", " round "))


def test_new_rounds_are_told_once_at_the_next_visit(server, told):
    told.say("notify me about new draws")
    told.press("Every round")
    with closing(sqlite3.connect(server.log.parent / "express_entry.db")) as database, database:
        database.execute("update subscriptions set told_through = '445'")
    environment = {**os.environ, "DATA_DIR": str(server.log.parent)}
    subprocess.run([sys.executable, "-m", "bot.cli", "alerts", "send"], cwd=ROOT, env=environment, check=True)

    first = told.http.get("/chat/history").json()["messages"]
    again = told.http.get("/chat/history").json()["messages"]

    assert "447" in first[-1]["text"]
    assert again == first
