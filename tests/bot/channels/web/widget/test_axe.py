"""axe finds nothing in any state of the widget, in both languages, light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from bot.replies import words
from tests.helpers.widget_page import OpenPage, assert_accessible, choice, from_menu, say, seen
from tests.helpers.widget_server import CHOICES, START, FakeServer

pytestmark = pytest.mark.program

SCREENS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": {"width": 1280, "height": 860}},
    "wide, dark": {"viewport": {"width": 1280, "height": 860}, "color_scheme": "dark"},
    "phone, dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 568}},
}


def conversation(page: Page, lang: str) -> Iterator[str]:
    """What is said and shown, from the greeting on: gives the name of each state that is reached."""
    word = words(lang)
    expect(choice(page, START[lang])).to_be_visible()
    yield "greeting"
    choice(page, START[lang]).click()
    expect(choice(page, CHOICES[lang][1])).to_be_visible()
    yield "question with its progress"
    say(page, "several")
    toggle = page.get_by_role("button", name="A French test")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    yield "toggles"
    say(page, CHOICES[lang][1])
    expect(page.get_by_role("table").first).to_be_visible()
    yield "score"
    seen(page, word("widget-sources", count=2)).last.click()
    yield "sources unfolded"
    page.get_by_role("button", name=word("widget-bad")).last.click()
    expect(page.get_by_label(word("widget-comment"))).to_be_visible()
    yield "comment"
    say(page, "long")
    more = seen(page, word("widget-more"))
    expect(seen(page, "Your list has")).to_be_visible()
    yield "long answer"
    if more.count():
        more.last.click()
        yield "long answer unfolded"
    say(page, "chart")
    expect(page.get_by_role("img", name="Cut-offs")).to_be_visible()
    yield "picture and files"
    say(page, "drawn")
    expect(page.locator("svg.chart")).to_be_visible()
    yield "drawing"
    say(page, "side")
    expect(choice(page, "Keep my answers").last).to_be_visible()
    yield "answer beside an open question"
    if page.locator("aside.known").is_visible():
        yield "what is known, beside"


def overlays(page: Page, lang: str) -> Iterator[str]:
    """The menu and every dialog behind it."""
    word = words(lang)
    page.get_by_role("button", name=word("widget-menu"), exact=True).click()
    yield "menu"
    page.keyboard.press("Escape")
    for dialog in ("known", "elsewhere", "notices", "forget", "erase"):
        from_menu(page, word(f"widget-{dialog}"))
        expect(page.get_by_role("dialog")).to_be_visible()
        if dialog == "elsewhere":
            expect(page.locator(".qr svg")).to_be_visible()
        yield dialog
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(page.get_by_role("button", name=word("widget-menu"), exact=True)).to_be_focused()


def look(states: Iterator[str], page: Page) -> list[str]:
    """Go through the states, with axe in each; gives their names."""
    found = []
    for state in states:
        found.append(state)
        assert_accessible(page)
    return found


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_found_on_the_page(
    server: FakeServer, open_page: OpenPage, screen: str, lang: str
) -> None:
    page = open_page(f"{server.url}/?lang={lang}", reduced_motion="reduce", **SCREENS[screen])

    said = look(conversation(page, lang), page)
    opened = look(overlays(page, lang), page)

    assert len(said) >= 10
    assert len(opened) == 6
    assert ("what is known, beside" in said) is screen.startswith("wide")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("screen", ["wide", "phone, dark"])
def test_nothing_is_found_when_the_conversation_is_taken_up_again_or_cannot_go_on(
    server: FakeServer, open_page: OpenPage, screen: str, lang: str
) -> None:
    word = words(lang)
    server.page_size = 2
    page = open_page(f"{server.url}/?lang={lang}", reduced_motion="reduce", **SCREENS[screen])
    choice(page, START[lang]).click()
    say(page, "first")
    expect(page.get_by_role("log").get_by_text("You said: first")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name=word("widget-earlier"), exact=True)).to_be_visible()
    assert_accessible(page)
    server.troubles = ["drop"] * 20
    say(page, "second")
    expect(page.get_by_role("log").get_by_text(word("widget-not-sent"))).to_be_visible()
    page.locator("#message").fill("x" * 4001)
    assert_accessible(page)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_is_found_in_the_bubble_and_in_the_frame(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage, lang: str
) -> None:
    word = words(lang)
    other_site.pages["/blog"] = (
        f'<!doctype html><html lang="{lang}"><title>A blog</title><main><h1>Moving</h1></main>'
        f'<script src="{server.url}/widget.js" async></script><express-entry-chat></express-entry-chat>'
    ).encode()
    page = open_page(
        f"{other_site.url}/blog", reduced_motion="reduce", viewport={"width": 390, "height": 844}
    )
    launch = page.get_by_role("button", name=word("widget-open"))
    expect(launch).to_be_visible()
    assert_accessible(page)
    launch.click()
    expect(choice(page, START[lang])).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name=word("widget-menu-all"), exact=True).click()
    assert_accessible(page)
    framed = open_page(f"{server.url}/frame?lang={lang}", reduced_motion="reduce")
    expect(choice(framed, START[lang])).to_be_visible()
    assert_accessible(framed)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_is_found_on_the_page_for_owners(server: FakeServer, open_page: OpenPage, lang: str) -> None:
    page = open_page(f"{server.url}/embed?lang={lang}", reduced_motion="reduce")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert_accessible(page)
