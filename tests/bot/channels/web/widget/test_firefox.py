"""The main journeys in Firefox, which shares no line of code with Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from bot.replies import words
from tests.helpers.firefox import CHAT, NAMES, Firefox, firefox
from tests.helpers.missing import missing
from tests.helpers.widget_server import CHOICES, START, FakeServer, drawn_pool

pytestmark = pytest.mark.program

LANGS = ("en", "fr")
SITE = b"<!doctype html><html lang=en><title>A site</title><h1>A site</h1><script src=/widget.js></script>"
OPEN = "Open the Express Entry assistant"


@pytest.fixture(scope="module")
def started() -> Iterator[Firefox]:
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        missing("Firefox", "firefox-esr")
    with firefox(executable) as browser:
        yield browser


@pytest.fixture
def browser(started: Firefox) -> Iterator[Firefox]:
    """The browser, in a phone's size; what a page writes to its console as an error fails the test."""
    started.problems.clear()
    started.size(390, 844)
    yield started
    assert started.problems == []


@pytest.mark.parametrize("lang", LANGS)
def test_from_the_greeting_to_the_score_and_what_is_known(
    server: FakeServer, browser: Firefox, lang: str
) -> None:
    browser.open(f"{server.url}/?lang={lang}")
    browser.press(START[lang])
    browser.press(CHOICES[lang][0])
    assert browser.sees("469")
    assert server.texts() == [START[lang], CHOICES[lang][0]]
    assert browser.value(f"{CHAT}.querySelectorAll('.table tbody tr').length") == 7
    browser.press(words(lang)("widget-menu"))
    browser.press(words(lang)("widget-known"))
    assert browser.sees(words(lang)("widget-known-told"))
    browser.press("ECA issued")
    assert browser.sees("You said: eca_date")
    assert browser.value("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("lang", LANGS)
def test_typing_the_menu_a_chart_and_a_long_answer(server: FakeServer, browser: Firefox, lang: str) -> None:
    drawn_pool(lang)
    browser.open(f"{server.url}/?lang={lang}")
    browser.say("drawn")
    assert browser.until(f"{CHAT}.querySelectorAll('.chart path').length > 10", "no chart is drawn")
    browser.press(words(lang)("widget-menu-costs"))
    assert browser.sees(f"You said: {words(lang)('widget-menu-costs')}")
    browser.say("long")
    browser.press(words(lang)("widget-more"))
    assert browser.sees("Paper 5")
    browser.press("I have the first")
    assert browser.sees("You said: I have the first")


def test_several_choices_and_a_later_language(server: FakeServer, browser: Firefox) -> None:
    browser.open(server.url)
    browser.say("several")
    browser.press("A French test")
    browser.press("Done")
    assert browser.sees("You said: Done")
    assert server.received[-1]["chosen"] == [0]
    browser.press(words("en")("widget-other-language"))
    assert browser.sees(CHOICES["fr"][0])


def test_on_a_site_back_closes_the_chat_and_it_is_there_again(server: FakeServer, browser: Firefox) -> None:
    server.pages["/site"] = SITE
    browser.open(f"{server.url}/site")
    browser.press(OPEN)
    browser.say("hello")
    assert browser.sees("You said: hello")
    browser.back()
    assert browser.until(f"{CHAT}.querySelector('.panel').hidden", "Back does not close the chat")
    assert browser.value("location.pathname") == "/site"
    browser.press(OPEN)
    assert browser.sees("You said: hello")
