"""What axe cannot see (``test_axe.py`` has what it can): edges, zoom, announcements, thumbs, directions."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.helpers.widget_page import OpenPage, choice, say
from tests.helpers.widget_server import CHOICES, START, FakeServer

pytestmark = pytest.mark.program

PHONE = {"width": 360, "height": 640}
NARROW = {"width": 320, "height": 568}


def test_in_forced_colours_buttons_keep_their_edges(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url, forced_colors="active", reduced_motion="reduce")
    choice(page, START["en"]).click()
    married = choice(page, "Married")
    expect(married).to_be_visible()
    for name in ("borderTopWidth", "borderTopStyle"):
        assert married.evaluate(f"element => getComputedStyle(element).{name}") not in ("0px", "none")
    choice(page, "Married").click()
    expect(page.get_by_role("button", name="Chosen: Married")).to_have_css("border-top-width", "3px")


def test_with_200_percent_zoom_everything_can_be_reached(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url, viewport={"width": 640, "height": 400}, device_scale_factor=2)
    choice(page, START["en"]).click()
    choice(page, "Married").click()
    expect(page.get_by_role("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    page.get_by_role("button", name="Menu").click()
    last = page.get_by_role("list").get_by_role("button", name="Erase my data").bounding_box()
    assert last["y"] + last["height"] <= 400
    expect(page.get_by_label("Your message")).to_be_in_viewport()


def test_one_polite_announcement_tells_the_new_reply(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    expect(page.get_by_role("log", name="Conversation")).to_have_attribute("aria-live", "off")
    choice(page, START["en"]).click()
    announcer = page.get_by_role("status")
    expect(announcer).to_contain_text("What is your marital status?")
    expect(announcer).to_contain_text("Never married, Married")
    expect(announcer).not_to_contain_text("Why do you ask?")


@pytest.mark.parametrize(
    "viewport", [NARROW, PHONE, {"width": 1280, "height": 800}], ids=["320", "360", "1280"]
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_is_cut_off_sideways(
    server: FakeServer, open_page: OpenPage, viewport: dict[str, int], lang: str
) -> None:
    page = open_page(f"{server.url}/?lang={lang}", viewport=viewport)
    choice(page, START[lang]).click()
    choice(page, CHOICES[lang][0]).click()
    expect(page.get_by_role("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    widths = page.locator(".message, .table, .field, .choice").evaluate_all(
        "elements => elements.map(element => element.getBoundingClientRect().right)"
    )
    assert max(widths) <= viewport["width"]


def test_what_can_be_pressed_is_large_enough_for_a_thumb(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url, viewport=PHONE, has_touch=True, reduced_motion="reduce")
    choice(page, START["en"]).click()
    expect(choice(page, "Married")).to_be_visible()
    sizes = page.locator(
        "express-entry-chat button:enabled:not([aria-disabled]):visible, .send"
    ).evaluate_all(
        "elements => elements.map(element => [element.textContent, element.getBoundingClientRect().height])"
    )
    assert [name for name, height in sizes if height < 43.99] == []


def test_right_to_left_text_runs_right_to_left(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    say(page, "مرحبا، عمري ٢٩ سنة")
    mine = page.locator(".mine .bubble")
    expect(mine).to_have_css("direction", "rtl")
    expect(page.get_by_label("Your message")).to_have_attribute("dir", "auto")
