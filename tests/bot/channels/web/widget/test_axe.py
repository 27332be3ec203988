"""axe finds nothing in any state of the widget, in both languages, light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from bot.replies import words
from tests.helpers.widget_page import PUSHING, OpenPage, assert_accessible, choice, from_menu, say, seen
from tests.helpers.widget_server import CHOICES, START, FakeServer, drawn_pool

pytestmark = pytest.mark.program


@pytest.fixture(scope="module", autouse=True)
def _drawn() -> None:
    """The first drawing takes as long as loading what draws."""
    for lang in ("en", "fr"):
        drawn_pool(lang)


SCREENS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": {"width": 1280, "height": 860}},
    "wide, dark": {"viewport": {"width": 1280, "height": 860}, "color_scheme": "dark"},
    "phone, dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 568}},
    "forced colours": {"viewport": {"width": 1280, "height": 860}, "forced_colors": "active"},
}
LATER_MS = 30_000
BESIDE = ("wide", "wide, dark", "forced colours")
"""Screens on which what is known stands beside the conversation."""


def conversation(page: Page, lang: str) -> Iterator[str]:
    """What is said and shown, from the greeting on: gives the name of each state that is reached."""
    word = words(lang)
    expect(choice(page, START[lang])).to_be_visible()
    yield "greeting"
    for closed in page.locator("details:not([open]) > summary").all():
        if closed.is_visible():
            closed.click()
    yield "greeting, all of the page unfolded"
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
    page.get_by_label(word("widget-comment")).fill("Not mine")
    page.get_by_role("button", name=word("widget-comment-send")).click()
    expect(page.get_by_label(word("widget-comment"))).to_be_hidden()
    yield "thanks for a comment"
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
    beside = page.locator("aside.known").is_visible()
    for dialog in ("known", "elsewhere", "notices", "forget", "erase")[beside:]:
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

    assert len(said) >= 12
    assert len(opened) == 6 - (screen in BESIDE)
    assert ("what is known, beside" in said) is (screen in BESIDE)


def troubles(page: Page, server: FakeServer, lang: str) -> Iterator[str]:
    """Whatever goes wrong with a message, from the first visit on."""
    word = words(lang)
    log = page.get_by_role("log")
    page.route("**/chat/session*", lambda route: route.abort(), times=1)
    page.goto(f"{server.url}/?lang={lang}")
    expect(log.get_by_text(word("widget-unreachable"))).to_be_visible()
    yield "no server at first"
    choice(page, START[lang]).click()
    server.troubles = ["hold"]
    say(page, "first")
    expect(page.locator(".typing")).to_be_visible()
    yield "waiting for a reply"
    server.release.set()
    expect(log.get_by_text("You said: first")).to_be_visible()
    for trouble in ("410", "413"):
        server.troubles = [trouble]
        say(page, trouble)
        expect(log.get_by_text(f"A friendly word about {trouble}.")).to_be_visible()
        yield f"refused, {trouble}"
    server.troubles = ["429"] * 2
    say(page, "too fast")
    expect(page.locator(".state").last).to_be_visible()
    yield "too many messages"
    expect(log.get_by_text("You said: too fast")).to_be_visible(timeout=LATER_MS)


def absences(page: Page, server: FakeServer, lang: str) -> Iterator[str]:
    """The conversation that is taken up again, goes on without a connection, and ends."""
    word = words(lang)
    log = page.get_by_role("log")
    page.reload()
    expect(page.get_by_role("button", name=word("widget-earlier"), exact=True)).to_be_visible()
    expect(page.locator(".kept")).to_be_visible()
    yield "taken up again"
    page.get_by_role("button", name=word("widget-earlier"), exact=True).click()
    expect(log.get_by_text("A friendly word about 410.").or_(log.get_by_text("first")).first).to_be_visible()
    yield "earlier messages"
    page.context.set_offline(True)
    say(page, "second")
    expect(log.get_by_text(word("widget-not-sent"))).to_be_visible()
    say(page, "third")
    page.locator("#message").fill("x" * 4001)
    yield "offline, and a text that is too long"
    from_menu(page, word("widget-erase"))
    page.get_by_role("button", name=word("widget-erase-yes")).click()
    expect(page.get_by_role("alert")).to_be_visible()
    yield "erasing fails"
    page.keyboard.press("Escape")
    from_menu(page, word("widget-elsewhere"))
    expect(page.locator(".code")).to_have_text(word("widget-unreachable"))
    yield "a code fails"
    page.keyboard.press("Escape")
    page.context.set_offline(False)
    expect(log.get_by_text("You said: third")).to_be_visible(timeout=LATER_MS)
    server.conversations.clear()
    page.reload()
    expect(page.locator(".notice").first).to_be_visible()
    yield "the session has ended"


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("screen", ["wide", "phone, dark"])
def test_nothing_is_found_when_something_goes_wrong(
    server: FakeServer, open_page: OpenPage, screen: str, lang: str
) -> None:
    server.page_size = 4
    page = open_page("about:blank", reduced_motion="reduce", **SCREENS[screen])

    assert len(look(troubles(page, server, lang), page)) == 5
    assert len(look(absences(page, server, lang), page)) == 6


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("screen", ["wide", "phone, dark"])
def test_nothing_is_found_in_the_notices(
    server: FakeServer, open_page: OpenPage, screen: str, lang: str
) -> None:
    word = words(lang)
    page = open_page("about:blank", reduced_motion="reduce", **SCREENS[screen])
    page.add_init_script(PUSHING)
    page.goto(f"{server.url}/?lang={lang}")
    expect(choice(page, START[lang])).to_be_visible()
    from_menu(page, word("widget-notices"))
    dialog = page.get_by_role("dialog")
    for permitted, told in (("denied", "blocked"), ("granted", "on")):
        page.evaluate("permitted => { window.permitted = permitted }", permitted)
        dialog.get_by_role("button", name=word("notices-turn-on")).click()
        expect(dialog.get_by_role("status")).to_have_text(word(f"notices-{told}"))
        assert_accessible(page)
    page.add_init_script("delete window.PushManager;")
    page.reload()
    from_menu(page, word("widget-notices"))
    expect(dialog.get_by_role("status")).to_contain_text("Telegram")
    assert_accessible(page)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("screen", ["wide", "phone, dark"])
def test_nothing_is_found_in_the_bubble_and_in_the_frame(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage, screen: str, lang: str
) -> None:
    word = words(lang)
    other_site.pages["/blog"] = (
        f'<!doctype html><html lang="{lang}"><title>A blog</title><main><h1>Moving</h1></main>'
        f'<script src="{server.url}/widget.js" async></script><express-entry-chat></express-entry-chat>'
    ).encode()
    page = open_page(f"{other_site.url}/blog", reduced_motion="reduce", **SCREENS[screen])
    launch = page.get_by_role("button", name=word("widget-open"))
    expect(launch).to_be_visible()
    assert_accessible(page)
    launch.click()
    for chat in (
        page,
        open_page(f"{server.url}/frame?lang={lang}", reduced_motion="reduce", **SCREENS[screen]),
    ):
        expect(choice(chat, START[lang])).to_be_visible()
        assert_accessible(chat)
        chat.get_by_role("button", name=word("widget-menu-all"), exact=True).click()
        assert_accessible(chat)
        chat.keyboard.press("Escape")
        for text, shown in (("several", "A French test"), (CHOICES[lang][1], "What could raise it?")):
            say(chat, text)
            expect(choice(chat, shown)).to_be_visible()
            assert_accessible(chat)
        say(chat, "drawn")
        expect(chat.locator("svg.chart")).to_be_visible()
        assert_accessible(chat)
        chat.get_by_role("button", name=word("widget-menu-all"), exact=True).click()
        chat.get_by_role("button", name=word("widget-menu-profile"), exact=True).click()
        expect(chat.locator("dialog[open] .so-far")).to_be_visible()
        assert_accessible(chat)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_found_on_the_page_for_owners(
    server: FakeServer, open_page: OpenPage, scheme: str, lang: str
) -> None:
    page = open_page(f"{server.url}/embed?lang={lang}", reduced_motion="reduce", color_scheme=scheme)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert_accessible(page)
