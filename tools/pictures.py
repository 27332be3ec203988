"""The pictures in ``docs/images``: ``python -m tools.pictures``, with the whole program and Chromium.

``python -m tools.pictures FOLDER`` takes every state on a phone and a desk, light and dark, in both languages
instead, for somebody to look at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bot.bench.chat import running
from bot.bench.widget import OPTIONS, chromium
from bot.replies import words

IMAGES = Path(__file__).parents[1] / "docs" / "images"
DESK, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
SMALL = {"width": 320, "height": 568}
STORY = {
    "en": (
        "I'm 29, single, a master's from outside Canada, three years as a developer outside Canada, IELTS "
        "from March 2026: L8 R7 W7 S7, no work in Canada, no nomination, no job offer, no sibling in "
        "Canada, no trade certificate",
        "My ECA was issued in March 2026",
        "I have no French test",
        "What is my score?",
    ),
    "fr": (
        "J’ai 29 ans, célibataire, maîtrise hors du Canada, trois ans comme développeur web hors du Canada, "
        "TCF Canada de mars 2026 : CO 523, CE 524, EE 14, EO 14, pas de travail au Canada, pas de "
        "désignation, pas d’offre d’emploi, pas de frère ni sœur au Canada, pas de certificat "
        "de métier",
        "Mon EDE date de mars 2026",
        "Je n’ai pas de test d’anglais",
        "Quel est mon pointage?",
    ),
}
FONT = "Roboto, system-ui, sans-serif"
"""What most phones write with, where it is installed."""
LETTERS = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }"""
ONE_MORE = """before => document.querySelector("express-entry-chat").shadowRoot
  .querySelectorAll(".log > .theirs").length > before"""


def say(page: Page, text: str) -> None:
    """Send a message and wait for its reply."""
    before = page.locator(".log > .theirs").count()
    page.locator("#message").fill(text)
    page.locator("#message").press("Enter")
    page.wait_for_function(ONE_MORE, arg=before)
    page.wait_for_timeout(400)


def tell(page: Page, story: Iterable[str]) -> None:
    """Send one message after the other."""
    for text in story:
        say(page, text)


def opened(browser: Browser, address: str, lang: str, viewport: Any, scheme: Any) -> Page:
    """The page, when its greeting is there."""
    context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/?lang={lang}")
    page.locator(".log .theirs").first.wait_for()
    page.evaluate(
        LETTERS, f"express-entry-chat {{ --ee-font: {FONT} }} html {{ font-family: {FONT} !important }}"
    )
    page.wait_for_timeout(300)
    return page


def states(page: Page, lang: str) -> Iterator[str]:
    """What is seen one after the other; gives the name of each."""
    word = words(lang)
    yield "greeting"
    say(page, word("widget-menu-score"))
    yield "question"
    tell(page, STORY[lang])
    yield "score"
    for subject in (
        "eligibility",
        "chances",
        "improve",
        "rounds",
        "documents",
        "costs",
        "deadlines",
        "privacy",
    ):
        say(page, word(f"widget-menu-{subject}"))
        yield subject
    menu = page.get_by_role("button", name=word("widget-menu"), exact=True)
    menu.click()
    yield "menu"
    page.locator(".menu").get_by_role("button", name=word("widget-elsewhere")).click()
    page.wait_for_timeout(400)
    yield "code"
    page.keyboard.press("Escape")
    if page.locator("aside.known").is_visible():
        return
    menu.click()
    page.locator(".menu").get_by_role("button", name=word("widget-known"), exact=True).click()
    page.wait_for_timeout(400)
    yield "known"


def everything(browser: Browser, address: str, folder: Path) -> None:
    """A picture of each state on each screen."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, viewport in (("phone", PHONE), ("desk", DESK)):
        for scheme in ("light", "dark"):
            for lang in ("en", "fr"):
                page = opened(browser, address, lang, viewport, scheme)
                for number, state in enumerate(states(page, lang)):
                    page.screenshot(path=folder / f"{name}-{lang}-{scheme}-{number:02}-{state}.png")
                page.context.close()
    for lang in ("en", "fr"):
        page = opened(browser, address, lang, SMALL, "light")
        page.screenshot(path=folder / f"small-{lang}.png")
        page.context.close()


def for_the_papers(browser: Browser, address: str) -> None:
    """The two pictures of the papers: the score line by line, and the pool on a phone in dark colours."""
    page = opened(browser, address, "en", {"width": 1280, "height": 1180}, "light")
    tell(page, STORY["en"])
    lines = page.locator(".log > .theirs").last.locator("summary").first
    lines.click()
    page.locator(".log > .theirs").last.evaluate(
        "reply => scrollBy(0, reply.getBoundingClientRect().top - 70)"
    )
    page.screenshot(path=IMAGES / "chat.png", caret="hide")
    page.context.close()
    page = opened(browser, address, "en", PHONE, "dark")
    tell(page, STORY["en"])
    say(page, words("en")("widget-menu-chances"))
    page.locator("svg.chart").last.evaluate("chart => scrollBy(0, chart.getBoundingClientRect().top - 330)")
    page.screenshot(path=IMAGES / "phone.png", caret="hide")
    page.context.close()


def main(folder: str = "") -> None:
    """Take the pictures."""
    with running() as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(OPTIONS))
        if folder:
            everything(browser, address, Path(folder))
        else:
            for_the_papers(browser, address)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:2])
