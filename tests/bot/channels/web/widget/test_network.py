"""The network fails, the server says no: nothing is lost and nothing is said twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.widget_page import OpenPage, choice, from_menu, mine, say, seen
from tests.helpers.widget_server import START, FakeServer

pytestmark = pytest.mark.program


def begin(server: FakeServer, open_page: OpenPage) -> Page:
    page = open_page(server.url)
    expect(choice(page, START["en"])).to_be_visible()
    return page


def test_a_message_that_was_not_sent_says_so_and_is_sent_again(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = begin(server, open_page)
    server.troubles = ["drop", "500"]
    say(page, "I am 29")
    expect(seen(page, "Not sent yet: no connection.")).to_be_visible()
    page.get_by_role("button", name="Try now").click()
    expect(seen(page, "You said: I am 29")).to_be_visible()
    expect(seen(page, "Not sent yet")).to_have_count(0)
    expect(mine(page)).to_have_text(["I am 29"])
    assert server.texts() == ["I am 29"]


def test_a_lost_answer_comes_with_the_retry_and_is_shown_once(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = begin(server, open_page)
    server.troubles = ["swallow"]
    say(page, "I am 29")
    expect(seen(page, "You said: I am 29")).to_have_count(1)
    assert server.texts() == ["I am 29"]
    assert server.requests.count("POST /chat/messages") >= 2


def test_what_is_written_while_waiting_is_sent_in_order(server: FakeServer, open_page: OpenPage) -> None:
    page = begin(server, open_page)
    server.troubles = ["hold"]
    say(page, "one")
    say(page, "two")
    expect(page.locator(".typing")).to_be_visible()
    expect(mine(page)).to_have_text(["one", "two"])
    server.release.set()
    expect(seen(page, "You said: two")).to_be_visible()
    expect(page.locator(".typing")).to_be_hidden()
    assert server.texts() == ["one", "two"]


def test_a_message_that_was_not_sent_survives_a_reload(server: FakeServer, open_page: OpenPage) -> None:
    page = begin(server, open_page)
    server.troubles = ["swallow", *["drop"] * 20]
    say(page, "I am 29")
    expect(seen(page, "Not sent yet")).to_be_visible()
    say(page, "and married")
    server.troubles = []
    page.reload()
    expect(seen(page, "You said: and married")).to_be_visible()
    expect(mine(page)).to_have_text(["I am 29", "and married"])
    assert server.texts() == ["I am 29", "and married"]


def test_too_many_messages_wait_as_long_as_the_server_asks(server: FakeServer, open_page: OpenPage) -> None:
    page = begin(server, open_page)
    server.troubles = ["429"]
    say(page, "fast")
    expect(seen(page, "Sending again in 1 s")).to_be_visible()
    expect(seen(page, "You said: fast")).to_be_visible()
    assert server.texts() == ["fast"]


def test_an_ended_session_begins_anew_says_so_and_loses_no_text(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = begin(server, open_page)
    server.conversations.clear()
    say(page, "still here?")
    expect(page.locator(".notice")).to_have_text("Your earlier conversation has ended. This is a new one.")
    expect(seen(page, "You said: still here?")).to_be_visible()
    expect(mine(page)).to_have_text(["still here?"])


def test_a_session_that_ended_while_away_begins_anew(server: FakeServer, open_page: OpenPage) -> None:
    page = begin(server, open_page)
    server.conversations.clear()
    page.reload()
    expect(page.locator(".notice")).to_have_text("Your earlier conversation has ended. This is a new one.")
    expect(choice(page, START["en"])).to_be_visible()


def test_a_button_that_is_gone_shows_the_servers_words(server: FakeServer, open_page: OpenPage) -> None:
    page = begin(server, open_page)
    server.troubles = ["410"]
    choice(page, START["en"]).click()
    expect(page.locator(".theirs").get_by_text("A friendly word about 410.")).to_be_visible()


def test_a_refused_message_is_marked_and_the_buttons_count_again(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = begin(server, open_page)
    server.troubles = ["413"]
    say(page, "too much")
    expect(page.locator(".state")).to_have_text("A friendly word about 413.")
    choice(page, START["en"]).click()
    expect(choice(page, "Married")).to_be_visible()
    assert server.texts() == [START["en"]]


def test_a_server_that_is_down_at_first_is_tried_until_it_answers(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page("about:blank")
    page.route("**/chat/session*", lambda route: route.abort(), times=1)
    page.goto(server.url)
    expect(page.get_by_text("I can’t reach the assistant").first).to_be_visible()
    expect(choice(page, START["en"])).to_be_visible()
    expect(page.locator(".notice")).to_have_count(0)


def test_erasing_without_a_connection_says_that_nothing_was_erased(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = begin(server, open_page)
    page.route("**/chat/data*", lambda route: route.abort())
    from_menu(page, "Erase my data")
    page.get_by_role("button", name="Erase everything").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was erased")
    assert list(server.conversations) == ["token-1"]
