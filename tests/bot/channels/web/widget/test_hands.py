"""What people's hands expect: buttons that live, several choices, a menu, what is known, Back on a phone."""

from __future__ import annotations

import base64

import pytest
from playwright.sync_api import Route, expect

from bot.replies import words
from tests.helpers.widget_page import OpenPage, assert_accessible, choice, from_menu, mine, say, seen
from tests.helpers.widget_server import CHART, LATE, START, FakeServer, drawn_pool

pytestmark = pytest.mark.program

KEYBOARD = 300
"""Pixels of an on-screen keyboard."""
SCREEN_OVER_KEYBOARD = """
const screenOverKeyboard = Object.assign(new EventTarget(), { offsetTop: 0, height: innerHeight });
Object.defineProperty(window, "visualViewport", { value: screenOverKeyboard });
"""
OPEN_KEYBOARD = """(pixels) => {
  visualViewport.height = innerHeight - pixels;
  visualViewport.dispatchEvent(new Event("resize"));
}"""
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 860}
SITE = b"<!doctype html><html lang=en><title>A site</title><h1>A site</h1><script src=/widget.js></script>"
OPEN = "Open the Express Entry assistant"


def test_an_answers_own_buttons_stay_alive_beside_the_open_question(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url)
    say(page, "side")
    choice(page, "Keep my answers").click()
    expect(seen(page, "You said: Keep my answers")).to_be_visible()
    expect(choice(page, "Never married")).to_be_enabled()


def test_a_question_that_was_answered_or_asked_again_retires(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    say(page, "side")
    expect(choice(page, "Never married")).to_be_visible()
    say(page, "side")
    expect(choice(page, "Never married")).to_have_count(2)
    expect(choice(page, "Never married").first).to_be_disabled()
    choice(page, "Never married").last.click()
    expect(seen(page, "Your score is")).to_be_visible()
    expect(choice(page, "Widowed").last).to_be_disabled()


def test_several_choices_are_switched_and_answered_together(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    say(page, "several")
    expect(choice(page, "None of these")).to_be_enabled()
    choice(page, "A French test").click()
    choice(page, "A written job offer").click()
    assert_accessible(page)
    choice(page, "Done").click()
    expect(mine(page).last).to_have_text("A French test, A written job offer")
    expect(seen(page, "You said: Done")).to_be_visible()
    assert server.received[-1]["chosen"] == [0, 4]


def test_the_menu_stays_whatever_is_talked_about(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url, viewport=PHONE)
    say(page, "side")
    page.get_by_role("button", name="Costs", exact=True).click()
    expect(seen(page, "You said: Costs")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_after_a_score_the_next_steps_are_seen_and_one_tab_away(
    server: FakeServer, open_page: OpenPage, size: dict
) -> None:
    page = open_page(server.url, viewport=size, reduced_motion="reduce")
    say(page, "long")
    first = choice(page, "I have the first")
    expect(first).to_be_in_viewport(ratio=1)
    expect(seen(page, "Your list has")).to_be_in_viewport(ratio=1)
    first.click()
    expect(seen(page, "You said: I have the first")).to_be_visible()
    say(page, "Never married")
    step = choice(page, "What could raise it?")
    expect(step).to_be_visible()
    page.locator(".message.mine").last.evaluate("each => { each.tabIndex = -1; each.focus() }")
    tabs = 0
    while not step.evaluate("button => button === button.getRootNode().activeElement"):
        page.keyboard.press("Tab")
        tabs += 1
        assert tabs <= 3
    assert_accessible(page)


def test_a_long_answer_folds_on_a_phone_and_opens_to_all_of_it(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url, viewport=PHONE, reduced_motion="reduce")
    say(page, "long")
    expect(seen(page, "Paper 5")).to_be_hidden()
    seen(page, "Show the rest").click()
    expect(seen(page, "Paper 5")).to_be_visible()
    expect(seen(page, "The list in your account counts.")).to_be_visible()
    told = page.locator(".theirs .bubble").last.inner_text()
    assert [f"Paper {number}" in told for number in range(6)] == [True] * 6
    assert told.index("Paper 4") < told.index("Paper 5") < told.index("your account")
    assert_accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_chart_is_drawn_in_the_pages_colours(
    server: FakeServer, open_page: OpenPage, size: dict, scheme: str
) -> None:
    drawn_pool("en")
    page = open_page(server.url, viewport=size, color_scheme=scheme, reduced_motion="reduce")
    say(page, "drawn")
    chart = page.get_by_role("img", name="Candidates in the pool")
    expect(chart).to_be_in_viewport(ratio=1)
    expect(chart.get_by_text("You: 469")).to_be_visible()
    expect(choice(page, "Where do I stand?")).to_be_in_viewport(ratio=1)
    ink = chart.get_by_text("You: 469").evaluate("text => getComputedStyle(text).fill")
    assert ink == page.locator(".theirs .bubble").last.evaluate("each => getComputedStyle(each).color")
    assert page.locator("figure img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert_accessible(page)


def test_on_a_phone_the_menu_shows_what_is_known_at_once(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url, viewport=PHONE, reduced_motion="reduce")
    page.get_by_role("button", name="What you know about me", exact=True).click()
    expect(page.get_by_role("dialog").get_by_text("469 points so far")).to_be_visible()
    assert server.received == []


def test_what_is_known_stands_beside_the_conversation_and_a_press_changes_it(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url, reduced_motion="reduce")
    say(page, "hello")
    expect(seen(page, "You said: hello")).to_be_visible()
    known = page.get_by_role("complementary", name="What I know about you")
    expect(known.get_by_text("469 points so far")).to_be_visible()
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.locator(".menu").get_by_role("button", name="Start again")).to_be_visible()
    expect(page.locator(".menu").get_by_role("button", name="What I know about you")).to_be_hidden()
    page.keyboard.press("Escape")
    assert_accessible(page)
    known.get_by_role("button", name="ECA issued").click()
    expect(mine(page).last).to_have_text("ECA issued")
    expect(seen(page, "You said: eca_date")).to_be_visible()


def test_on_a_phone_what_is_known_is_a_sheet(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url, viewport=PHONE, reduced_motion="reduce")
    from_menu(page, "What I know about you")
    expect(page.get_by_role("dialog").get_by_text("469 points so far")).to_be_visible()
    assert_accessible(page)


def test_what_was_a_sheet_stands_beside_the_conversation_on_a_page_that_became_wide(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url, viewport=PHONE, reduced_motion="reduce")
    say(page, "hello")
    expect(seen(page, "You said: hello")).to_be_visible()
    from_menu(page, "What I know about you")
    expect(page.get_by_role("dialog").get_by_text("469 points so far")).to_be_visible()
    page.set_viewport_size(DESKTOP)
    page.keyboard.press("Escape")
    known = page.get_by_role("complementary", name="What I know about you")
    expect(known.get_by_text("469 points so far")).to_be_visible()


def test_back_leaves_the_chat_and_not_the_page_on_a_phone(server: FakeServer, open_page: OpenPage) -> None:
    server.pages["/site"] = SITE
    page = open_page(f"{server.url}/site", viewport=PHONE)
    page.get_by_role("button", name=OPEN).click()
    expect(page.locator("#message")).to_be_visible()
    page.go_back()
    expect(page.locator("#message")).to_be_hidden()
    assert page.url.endswith("/site")


@pytest.mark.parametrize("path", ["/", "/site"])
def test_what_an_on_screen_keyboard_covers_is_not_used(
    server: FakeServer, open_page: OpenPage, path: str
) -> None:
    server.pages["/site"] = SITE
    page = open_page("about:blank", viewport=PHONE, reduced_motion="reduce")
    page.add_init_script(SCREEN_OVER_KEYBOARD)
    page.goto(server.url + path)
    if path == "/site":
        page.get_by_role("button", name=OPEN).click()
    expect(choice(page, START["en"])).to_be_visible()
    for text in ("one", "two", "three"):
        say(page, text)
        expect(seen(page, f"You said: {text}")).to_be_visible()
    page.evaluate(OPEN_KEYBOARD, KEYBOARD)
    say(page, "several")
    expect(choice(page, "None of these")).to_be_visible()
    beginning, composer = seen(page, "Any of these?").bounding_box(), page.locator(".composer").bounding_box()
    assert composer["y"] + composer["height"] <= PHONE["height"] - KEYBOARD
    assert beginning["y"] >= page.locator(".head").bounding_box()["height"]
    first = choice(page, "A French test").bounding_box()
    assert first["y"] + first["height"] <= composer["y"]
    page.locator(".body").evaluate(
        "body => [body, document.scrollingElement].forEach((each) => each.scrollBy(0, 9999))"
    )
    last = choice(page, "Skip").bounding_box()
    assert last["y"] + last["height"] <= page.locator(".composer").bounding_box()["y"]


def test_a_picture_that_comes_late_moves_nobody(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url, viewport={"width": 320, "height": 568}, reduced_motion="reduce")
    waiting: list[Route] = []

    def keep_waiting(route: Route) -> None:
        waiting.append(route)

    page.route(f"**{LATE}*", keep_waiting)
    say(page, "late")
    picture = page.get_by_role("img", name="A late picture")
    picture.scroll_into_view_if_needed()
    say(page, "hello")
    expect(seen(page, "You said: hello")).to_be_visible()
    picture.evaluate("picture => scrollTo(0, scrollY + picture.getBoundingClientRect().bottom - 100)")
    before, place = page.evaluate("scrollY"), picture.bounding_box()
    assert waiting
    waiting[0].fulfill(body=base64.b64decode(CHART.split(",")[1]), content_type="image/png")
    picture.evaluate("picture => picture.decode()")
    page.wait_for_timeout(100)
    assert picture.bounding_box() == place
    assert page.evaluate("scrollY") == before


def test_an_open_chat_is_open_on_the_next_page_of_the_site(server: FakeServer, open_page: OpenPage) -> None:
    server.pages |= {"/site": SITE, "/next": SITE}
    page = open_page(f"{server.url}/site")
    page.get_by_role("button", name=OPEN).click()
    page.goto(f"{server.url}/next")
    expect(page.locator("#message")).to_be_visible()


def test_the_chat_follows_the_language_and_the_theme_of_its_page(
    server: FakeServer, open_page: OpenPage
) -> None:
    server.pages["/site"] = SITE.replace(
        b"<script", b"<express-entry-chat inline></express-entry-chat><script"
    )
    page = open_page(f"{server.url}/site")
    expect(seen(page, "Hello")).to_be_visible()
    chat = page.locator("express-entry-chat")
    chat.evaluate("chat => { chat.setAttribute('lang', 'fr'); chat.setAttribute('theme', 'dark') }")
    expect(seen(page, "Bonjour")).to_be_visible()
    expect(page.locator(".root.dark")).to_be_visible()


def test_it_works_as_a_module_and_where_arrays_are_changed(server: FakeServer, open_page: OpenPage) -> None:
    server.pages["/site"] = (
        b"<!doctype html><html lang=en><title>A site</title><h1>A site</h1><script>"
        b"Array.prototype.toJSON = function () { return 'wrong' }; Array.from = (list) => [].concat(list)"
        b"</script><script type=module src=/widget.js></script>"
    )
    page = open_page(f"{server.url}/site")
    page.get_by_role("button", name=OPEN).click()
    say(page, "several")
    choice(page, "A French test").click()
    choice(page, "Done").click()
    expect(seen(page, "You said: Done")).to_be_visible()
    assert server.received[-1]["chosen"] == [0]


def test_a_second_message_offline_shows_that_it_waits(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    expect(seen(page, "Hello")).to_be_visible()
    page.context.set_offline(True)
    say(page, "one")
    expect(page.locator(".message.mine.unsent")).to_have_count(1)
    say(page, "two")
    expect(page.locator(".message.mine.unsent")).to_have_count(2)
    page.context.set_offline(False)
    expect(seen(page, "You said: two")).to_be_visible()
    expect(page.locator(".message.mine.unsent")).to_have_count(0)


def test_a_site_without_scripts_may_show_the_chat_in_a_frame(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    frame = f'<iframe src="{server.url}/frame" title="Express Entry" width="390" height="640"></iframe>'
    other_site.pages["/site"] = f"<!doctype html><html lang=en><title>A site</title>{frame}</html>".encode()
    page = open_page(f"{other_site.url}/site")
    chat = page.frame_locator("iframe")
    chat.locator("#message").fill("hello")
    chat.locator("#message").press("Enter")
    expect(chat.get_by_role("log").get_by_text("You said: hello")).to_be_visible()
    assert chat.locator(".panel").evaluate("panel => panel.offsetHeight") == 640


def test_on_paper_there_is_the_conversation_and_nothing_to_press(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url, color_scheme="dark")
    say(page, "Never married")
    expect(seen(page, "Your score is")).to_be_visible()
    page.emulate_media(media="print")
    for hidden in (".composer", ".tools", ".choices >> nth=0", ".opinion"):
        expect(page.locator(hidden)).to_be_hidden()
    assert page.locator("tfoot").evaluate("row => getComputedStyle(row).display") == "table-row-group"
    assert page.locator(".bubble").last.evaluate("each => getComputedStyle(each).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_on_the_smallest_screen_something_can_be_pressed_at_once(
    server: FakeServer, open_page: OpenPage, lang: str
) -> None:
    page = open_page(f"{server.url}/?lang={lang}", viewport={"width": 320, "height": 568})
    first = page.get_by_role("button", name=words(lang)("page-example-try"))
    expect(choice(page, START[lang])).to_be_attached()
    place, composer = first.bounding_box(), page.locator(".composer").bounding_box()
    assert place["y"] > 0
    assert place["y"] + place["height"] < composer["y"]
    assert place["height"] >= 44
    first.click()
    expect(mine(page)).to_have_text([words(lang)("page-example-profile")])


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_says_in_one_look_what_for_whom_with_an_example_and_what_becomes_of_what_is_told(
    server: FakeServer, open_page: OpenPage, lang: str
) -> None:
    page = open_page(f"{server.url}/?lang={lang}", viewport=DESKTOP)
    word = words(lang)
    expect(choice(page, START[lang])).to_be_in_viewport(ratio=1)
    for text in ("heading", "lead", "example-profile", "privacy"):
        said = page.locator("[slot=about]:not([hidden])").get_by_text(word(f"page-{text}"), exact=True).first
        expect(said).to_be_in_viewport(ratio=1)
    for proof in (".total", ".points", ".small a"):
        expect(page.locator(f"[slot=about]:not([hidden]) {proof}")).to_be_in_viewport(ratio=1)
