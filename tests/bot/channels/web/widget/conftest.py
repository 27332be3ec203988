"""Chromium, opened once for a file of tests, and a fresh fake server for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Error, Page, sync_playwright

from tests.helpers.missing import missing
from tests.helpers.widget_server import FakeServer

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
EXPECTED_NOISE = ("Failed to load resource",)


class Chromium:
    """The browser, and another one where it or its driver has died, so that the next test has one."""

    def __init__(self, executable: str) -> None:
        self._executable = executable
        self._opened = ExitStack()
        self._open()

    def _open(self) -> None:
        playwright = self._opened.enter_context(sync_playwright())
        self._browser = playwright.chromium.launch(executable_path=self._executable, args=ARGUMENTS)

    def context(self, **options: Any) -> BrowserContext:
        """A visitor of their own: no cookies and nothing stored."""
        try:
            return self._browser.new_context(**options)
        except Error:
            self.close()
            self._open()
            return self._browser.new_context(**options)

    def close(self) -> None:
        """End the browser and what drives it."""
        self._opened.close()


@pytest.fixture(
    scope="module"
)  # Playwright keeps an event loop running, in which no other test could run its own
def browser() -> Iterator[Chromium]:
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        missing("Chromium", "chromium")
    opened = Chromium(executable)
    yield opened
    opened.close()


@pytest.fixture
def server() -> Iterator[FakeServer]:
    started = FakeServer()
    yield started
    started.close()


@pytest.fixture
def other_site() -> Iterator[FakeServer]:
    """A second origin: somebody else's web site."""
    started = FakeServer()
    yield started
    started.close()


@pytest.fixture
def open_page(browser: Chromium) -> Iterator[Callable[..., Page]]:
    """Opens pages in a context of their own; errors and policy violations on any of them fail the test."""
    contexts, problems = [], []

    def open_(address: str, **options: Any) -> Page:
        context = browser.context(
            **{"viewport": {"width": 1280, "height": 800}, "locale": "en-CA", **options}
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.on("weberror", lambda error: problems.append(str(error.error)))
        context.on(
            "console",
            lambda message: (
                problems.append(message.text)
                if message.type == "error" and not message.text.startswith(EXPECTED_NOISE)
                else None
            ),
        )
        page = context.new_page()
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert problems == []
