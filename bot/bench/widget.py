"""The chat widget in a real browser: how large it is, how soon it can be used, how fast a reply is seen.

It talks to the whole program, and needs what the tests need: Playwright and Chromium.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
from typing import Any

from bot.bench.chat import running
from bot.channels.web import widget as files

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu")
SLOWDOWN = 4
"""How many times slower the processor is made for the time to interactive: a cheap phone's."""
LOADS, WARM_UP, MESSAGES = 9, 5, 40

WHEN_READY = "addEventListener('ee-ready', () => { window.readyAt = performance.now(); })"
"""``ee-ready`` comes when the field can be typed in; the clock began with the navigation."""
SAY = """(text) => new Promise((resolve) => {
  const root = document.querySelector('express-entry-chat').shadowRoot;
  const log = root.querySelector('.log');
  const seen = new MutationObserver(() => {
    if (!log.lastElementChild.matches('.theirs')) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
  });
  seen.observe(log, { childList: true });
  root.querySelector('#message').value = text;
  const began = performance.now();
  root.querySelector('.composer').requestSubmit();
})"""
"""Sends a text; gives the milliseconds until the reply has been painted."""


def widget() -> dict[str, int | float]:
    """Bytes of the script, and medians: milliseconds from navigation to a usable chat on a slow processor,
    and from sending to the reply on the screen."""
    from playwright.sync_api import sync_playwright

    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    with running() as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(OPTIONS))
        interactive = [_interactive(browser, address) for _ in range(LOADS)]
        replies = _replies(browser, address)
        browser.close()
    return {
        "bytes": len(files.script()),
        "gzip_bytes": len(gzip.compress(files.script())),
        "slowdown": SLOWDOWN,
        "interactive_ms": round(statistics.median(interactive)),
        "messages": MESSAGES,
        "reply_ms": round(statistics.median(replies), 1),
    }


def _interactive(browser: Any, address: str) -> float:
    """Milliseconds until the chat can be used, at the first visit on a slow processor."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(WHEN_READY)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.goto(address)
    milliseconds: float = page.evaluate("window.readyAt")
    context.close()
    return milliseconds


def _replies(browser: Any, address: str) -> list[float]:
    page = browser.new_page()
    page.goto(address)
    page.locator(".log .theirs").first.wait_for()
    asked = [page.evaluate(SAY, f"I am {20 + turn % 20} years old") for turn in range(WARM_UP + MESSAGES)]
    return asked[WARM_UP:]
