"""What the main states look like, compared with pictures that a person has looked at.

``SNAPSHOTS=write ./test tests/bot/channels/web/widget/test_snapshots.py`` takes them anew: look at every one
before you commit it. Single pixels do not matter, since no two machines draw letters alike; a thing that
moved, grew, lost its colour or went missing does.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from tests.helpers.widget_page import OpenPage, choice, from_menu, say, seen
from tests.helpers.widget_server import CHOICES, START, FakeServer

pytestmark = pytest.mark.program

PICTURES = Path(__file__).parent / "snapshots"
CELL = 16
"""Pictures are compared in squares of so many pixels, by their mean brightness."""
NOTICEABLE = 24
"""Of 255: what makes a square another one."""
MOST_DIFFERENT = 0.015
"""The part of all squares that may be others."""
FONT = "express-entry-chat { --ee-font: 'DejaVu Sans' } html { font-family: 'DejaVu Sans' !important }"

DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}
DARK: dict[str, Any] = {"color_scheme": "dark"}


def to_the_score(page: Page, lang: str) -> None:
    choice(page, START[lang]).click()
    choice(page, CHOICES[lang][1]).click()
    expect(page.get_by_role("table")).to_be_visible()


def greeting(page: Page, server: FakeServer, lang: str) -> None:
    expect(choice(page, START[lang])).to_be_visible()


def question(page: Page, server: FakeServer, lang: str) -> None:
    choice(page, START[lang]).click()
    expect(choice(page, CHOICES[lang][1])).to_be_visible()


def table(page: Page, server: FakeServer, lang: str) -> None:
    to_the_score(page, lang)


def chart(page: Page, server: FakeServer, lang: str) -> None:
    say(page, "chart")
    expect(page.get_by_role("img", name="Cut-offs")).to_be_visible()


def trouble(page: Page, server: FakeServer, lang: str) -> None:
    greeting(page, server, lang)
    server.troubles = ["drop"] * 30
    say(page, "I am 29")
    expect(seen(page, "Not sent yet")).to_be_visible()


def comment(page: Page, server: FakeServer, lang: str) -> None:
    to_the_score(page, lang)
    page.locator(".thumb.down").click()
    page.locator(".comment .note").scroll_into_view_if_needed()


def menu(page: Page, server: FakeServer, lang: str) -> None:
    greeting(page, server, lang)
    page.get_by_role("button", name="Menu", exact=True).click()


def code(page: Page, server: FakeServer, lang: str) -> None:
    greeting(page, server, lang)
    from_menu(page, "Continue on another device")
    expect(page.get_by_text("K7MQ-3XWD")).to_be_visible()


STATES: dict[str, tuple[Callable[[Page, FakeServer, str], None], str, dict[str, Any]]] = {
    "greeting": (greeting, "en", DESKTOP),
    "greeting-fr-dark": (greeting, "fr", {**DESKTOP, **DARK}),
    "greeting-phone": (greeting, "en", PHONE),
    "question-phone-fr": (question, "fr", PHONE),
    "table": (table, "en", DESKTOP),
    "table-phone-dark": (table, "fr", {**PHONE, **DARK}),
    "chart-phone": (chart, "en", PHONE),
    "trouble-phone": (trouble, "en", PHONE),
    "comment-phone": (comment, "en", PHONE),
    "menu-phone-dark": (menu, "en", {**PHONE, **DARK}),
    "code-phone": (code, "en", PHONE),
}


def differing(one: Image.Image, other: Image.Image) -> float:
    """The part of the squares in which two pictures differ; 1 where they have different sizes."""
    if one.size != other.size:
        return 1.0
    cells = (one.width // CELL, one.height // CELL)
    small = [picture.convert("L").resize(cells, Image.Resampling.BOX) for picture in (one, other)]
    differences = ImageChops.difference(*small).histogram()
    return sum(differences[NOTICEABLE:]) / (cells[0] * cells[1])


@pytest.mark.parametrize("name", STATES)
def test_it_looks_as_it_looked_when_a_person_saw_it(
    server: FakeServer, open_page: OpenPage, tmp_path: Path, name: str
) -> None:
    reach, lang, options = STATES[name]
    page = open_page(f"{server.url}/?lang={lang}", reduced_motion="reduce", **options)
    page.evaluate(
        """(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }""",
        FONT,
    )
    reach(page, server, lang)
    page.mouse.move(0, 0)
    known = PICTURES / f"{name}.png"
    if os.environ.get("SNAPSHOTS") == "write":
        page.screenshot(path=known, caret="hide")
        return
    now = tmp_path / f"{name}.png"
    page.screenshot(path=now, caret="hide")
    part = differing(Image.open(now), Image.open(known))
    assert part <= MOST_DIFFERENT, f"{part:.1%} of the picture is different: compare {now} with {known}"


def test_a_missing_button_would_be_noticed() -> None:
    picture = Image.open(PICTURES / "question-phone-fr.png").convert("RGB")
    without = picture.copy()
    without.paste(picture.getpixel((2, 400)), (16, 330, 344, 470))
    assert differing(picture, without) > MOST_DIFFERENT
