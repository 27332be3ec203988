"""What a person does and sees in the chat, in words."""

from __future__ import annotations

from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

OpenPage = Callable[..., Page]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""What axe looks for."""
PUSHING = """
const given = { endpoint: "https://push.example/ada", keys: { p256dh: "point", auth: "secret" } };
window.asked = [];
Notification.requestPermission = async () => {
  asked.push("permission");
  return window.permitted || "granted";
};
PushManager.prototype.subscribe = async (options) => {
  asked.push(btoa(String.fromCharCode(...options.applicationServerKey)));
  return { toJSON: () => given };
};
"""
"""A browser whose push service is near: Chromium's own would be called over the network."""


def say(page: Page, text: str) -> None:
    """Writes ``text`` and presses Enter."""
    box = page.locator("#message")
    box.fill(text)
    box.press("Enter")


def mine(page: Page) -> Locator:
    """What the person said."""
    return page.locator(".message.mine .bubble")


def seen(page: Page, text: str) -> Locator:
    """``text`` in the transcript (screen readers get it once more, outside of it)."""
    return page.get_by_role("log").get_by_text(text)


def choice(page: Page, title: str) -> Locator:
    """The button of an answer in the transcript."""
    return page.get_by_role("log").get_by_role("button", name=title, exact=True)


def from_menu(page: Page, title: str) -> None:
    """Chooses what the menu in the chat's head offers."""
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator(".menu").get_by_role("button", name=title).click()


def assert_accessible(page: Page) -> None:
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish?.())")
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert [
        (violation["id"], [node["html"][:200] for node in violation["nodes"]])
        for violation in found.response["violations"]
    ] == []
