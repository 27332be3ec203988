"""Notices on this device: off until turned on, on the server's own page alone, and turned off as easily."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.helpers.widget_page import PUSHING, OpenPage, choice, from_menu, seen
from tests.helpers.widget_server import PUSH_KEY, START, FakeServer

pytestmark = pytest.mark.program

SHOWN = """
navigator.serviceWorker.ready
  .then((registration) => registration.getNotifications())
  .then((all) => all.length && all.map(({ title, body }) => `${title}: ${body}`))
"""


def notices(page: Page) -> Locator:
    """The dialog, opened from the menu."""
    from_menu(page, "Notices on this device")
    return page.get_by_role("dialog", name="Notices on this device")


@pytest.fixture
def page(server: FakeServer, open_page: OpenPage) -> Page:
    page = open_page(server.url)
    page.add_init_script(PUSHING)
    page.reload()
    expect(choice(page, START["en"])).to_be_visible()
    return page


def test_notices_are_off_until_somebody_agrees_and_off_again_when_they_say_so(
    server: FakeServer, page: Page
) -> None:
    dialog = notices(page)
    expect(dialog.get_by_text("I keep what you told me")).to_be_visible()
    expect(dialog.get_by_role("status")).to_have_text("Notices are off.")
    assert page.evaluate("asked") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0

    dialog.get_by_role("button", name="Agree and turn on").click()
    expect(dialog.get_by_role("status")).to_have_text("Notices are on.")
    assert server.pushed == {
        "endpoint": "https://push.example/ada",
        "keys": {"p256dh": "point", "auth": "secret"},
        "keep": True,
    }
    permission, key = page.evaluate("asked")
    assert permission == "permission"
    assert key.rstrip("=").replace("+", "-").replace("/", "_") == PUSH_KEY
    assert page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)") == f"{server.url}/"

    dialog.get_by_role("button", name="Turn off").click()
    expect(dialog.get_by_role("status")).to_have_text("Notices are off.")
    assert server.pushed is None
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_who_does_not_let_the_page_show_notices_is_told_where_to_change_that(
    server: FakeServer, page: Page
) -> None:
    page.evaluate("window.permitted = 'denied'")
    dialog = notices(page)
    dialog.get_by_role("button", name="Agree and turn on").click()
    expect(dialog.get_by_role("status")).to_contain_text("doesn’t allow notices")
    assert server.pushed is None


def test_a_browser_that_cannot_show_notices_is_led_to_telegram(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url)
    page.add_init_script("delete window.PushManager;")
    page.reload()
    expect(choice(page, START["en"])).to_be_visible()
    dialog = notices(page)
    expect(dialog.get_by_role("status")).to_contain_text("Telegram")
    expect(dialog.get_by_role("button", name="Agree and turn on")).to_be_hidden()


def test_without_a_connection_it_says_so(page: Page) -> None:
    page.route("**/notices.js", lambda route: route.abort())
    from_menu(page, "Notices on this device")
    expect(seen(page, "I can’t reach the assistant right now.")).to_be_visible()


def test_a_page_of_somebody_else_has_no_notices(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    other_site.pages["/"] = b""
    other_site.pages["/site"] = f'<!doctype html><script src="{server.url}/widget.js"></script>'.encode()
    page = open_page(f"{other_site.url}/site")
    page.get_by_role("button", name="Open").or_(page.locator(".launch")).first.click()
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.locator(".menu").get_by_role("button", name="Continue on another device")).to_be_visible()
    expect(page.locator(".menu").get_by_role("button", name="Notices on this device")).to_have_count(0)


def test_a_notice_is_shown_by_the_device_also_for_a_page_that_was_never_loaded_again(
    server: FakeServer, page: Page
) -> None:
    page.context.grant_permissions(["notifications"], origin=server.url)
    dialog = notices(page)
    dialog.get_by_role("button", name="Agree and turn on").click()
    expect(dialog.get_by_role("status")).to_have_text("Notices are on.")
    devtools = page.context.new_cdp_session(page)
    found: list[str] = []
    devtools.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: found.extend(each["registrationId"] for each in told["registrations"]),
    )
    devtools.send("ServiceWorker.enable")
    page.wait_for_function("navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')")
    data = json.dumps({"title": "A new round of invitations", "body": "Open the page", "lang": "en"})
    message = {"origin": server.url, "registrationId": found[0], "data": data}
    devtools.send("ServiceWorker.deliverPushMessage", message)
    page.wait_for_function(SHOWN)
    assert page.evaluate(SHOWN) == ["A new round of invitations: Open the page"]
