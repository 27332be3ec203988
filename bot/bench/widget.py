"""The chat widget in a real browser: how large it is, how soon it can be used, how fast a reply is seen.

It talks to the whole program, and needs what the tests need: Playwright and Chromium.
"""

from __future__ import annotations

import gzip
import os
import shutil
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psutil

from bot.bench.chat import running
from bot.channels.web import widget as files

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu")
SLOWDOWN = 4
"""How many times slower the processor is made for the time to interactive: a cheap phone's."""
LOADS, WARM_UP, MESSAGES = 15, 5, 40

NOTHING_TO_SHOW = "healthz"
"""A page of a few bytes: what the browser itself takes, on whatever else the machine does."""
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
    of which so many for a page with nothing in it, and from sending to the reply on the screen.

    Processor time is that of the page's main thread until all is painted. Browser and program go ahead of
    whatever else the machine does, where that is allowed: the page is measured, not its neighbours.
    """
    from playwright.sync_api import sync_playwright

    with running() as (address, program), _ahead(program.pid) as is_ahead, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(OPTIONS))
        _interactive(browser, address)
        loads = [(_empty(browser, address), _interactive(browser, address)) for _ in range(LOADS)]
        replies = _replies(browser, address)
        processor = [_processor(browser, address) for _ in range(LOADS)]
        browser.close()
    return {
        "bytes": len(files.script()),
        "gzip_bytes": len(gzip.compress(files.script())),
        "slowdown": SLOWDOWN,
        "interactive_ms": round(statistics.median(chat for _, chat in loads)),
        "empty_ms": round(statistics.median(empty for empty, _ in loads)),
        "processor_ms": round(statistics.median(processor) * SLOWDOWN),
        "messages": MESSAGES,
        "reply_ms": round(statistics.median(replies), 1),
        "ahead": int(is_ahead),
    }


def chromium() -> str | None:
    """Where the browser is, if it is installed."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def _ahead(program: int) -> Iterator[bool]:
    """The processes below ``program`` and what is started meanwhile go ahead of all else on the machine.

    Gives whether that was allowed.
    """
    try:
        for each in (0, *_threads(program)):
            os.sched_setscheduler(each, os.SCHED_RR, os.sched_param(1))
    except (AttributeError, PermissionError):
        yield False
        return
    try:
        yield True
    finally:
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))


def _threads(program: int) -> list[int]:
    return [
        thread.id for each in psutil.Process(program).children(recursive=True) for thread in each.threads()
    ]


def _interactive(browser: Any, address: str) -> float:
    """Milliseconds until the chat can be used, at the first visit on a slow processor."""
    return _visit(browser, address, "window.readyAt")


def _empty(browser: Any, address: str) -> float:
    """Milliseconds until a page with nothing in it is there, likewise."""
    return _visit(
        browser,
        f"{address}/{NOTHING_TO_SHOW}",
        "performance.timing.domInteractive - performance.timing.navigationStart",
    )


def _processor(browser: Any, address: str) -> float:
    """Milliseconds of processor time at full speed for the page with its greeting."""
    context = browser.new_context()
    page = context.new_page()
    measured = context.new_cdp_session(page)
    measured.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address)
    page.locator(".log .theirs").first.wait_for()
    numbers = {each["name"]: each["value"] for each in measured.send("Performance.getMetrics")["metrics"]}
    context.close()
    return float(numbers["TaskDuration"]) * 1000


def _visit(browser: Any, address: str, when: str) -> float:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(WHEN_READY)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.goto(address)
    milliseconds: float = page.evaluate(when)
    context.close()
    return milliseconds


def _replies(browser: Any, address: str) -> list[float]:
    page = browser.new_page()
    page.goto(address)
    page.locator(".log .theirs").first.wait_for()
    asked = [page.evaluate(SAY, f"I am {20 + turn % 20} years old") for turn in range(WARM_UP + MESSAGES)]
    return asked[WARM_UP:]
