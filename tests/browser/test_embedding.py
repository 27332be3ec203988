"""The widget on somebody else's page."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.channels import widget
from tests.browser.fake_server import CHOICES, HOSTILE, START, FakeServer
from tests.browser.talk import OpenPage, choice, say, seen

ROOT = Path(__file__).parents[2]
LARGEST_BYTES = 48_000
LARGEST_GZIP_BYTES = 15_000
HOST_STYLE = """
html { font-size: 10px } body { direction: rtl; text-transform: uppercase }
* { color: red !important; font-family: serif !important; letter-spacing: 5px; line-height: 4 !important }
button, textarea, table, dialog { background: hotpink !important; display: none !important }
"""


def host(site: FakeServer, server: FakeServer, attributes: str = 'lang="fr"') -> str:
    site.pages["/blog"] = (
        '<!doctype html><html lang="en"><title>A blog</title><link rel="stylesheet" href="/blog.css">'
        f"<style>{HOST_STYLE}</style><main><h1>Moving</h1><p>About moving.</p></main>"
        f'<script src="{server.url}/widget.js" async></script>'
        f"<express-entry-chat {attributes}></express-entry-chat>"
    ).encode()
    return f"{site.url}/blog"


def style(page: Page, selector: str, name: str) -> str:
    return page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{name}")


def test_one_line_on_another_site_gives_a_chat_that_opens_and_closes(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(host(other_site, server))
    launch = page.get_by_role("button", name="Ouvrir l’assistant Entrée express")
    expect(launch).to_be_visible()
    assert server.requests == ["GET /widget.js"], (
        "nothing is asked of the server before a person opens the chat"
    )

    launch.press("Enter")
    expect(page.get_by_role("dialog", name="Assistant Entrée express")).to_be_visible()
    expect(page.get_by_label("Votre message")).to_be_focused()
    choice(page, START["fr"]).click()
    expect(choice(page, CHOICES["fr"][0])).to_be_visible()
    page.keyboard.press("Escape")
    expect(launch).to_be_focused()
    expect(page).to_have_title("A blog")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_style_of_the_host_page_does_not_leak_in_nor_ours_out(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(host(other_site, server))
    page.get_by_role("button", name="Ouvrir").click()
    expect(choice(page, START["fr"])).to_be_visible()
    own = open_page(f"{server.url}/?lang=fr")
    expect(choice(own, START["fr"])).to_be_visible()
    for selector in (".theirs .bubble", ".choice", "textarea", ".subtitle"):
        for name in (
            "color",
            "fontSize",
            "letterSpacing",
            "lineHeight",
            "backgroundColor",
            "textTransform",
            "direction",
        ):
            assert style(page, selector, name) == style(own, selector, name), (selector, name)
    assert style(page, "h1", "color") == "rgb(255, 0, 0)"


def test_the_widget_survives_the_page_changes_of_a_single_page_application(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(host(other_site, server, 'lang="en"'))
    page.get_by_role("button", name="Open the Express Entry assistant").click()
    say(page, "hello")
    expect(seen(page, "You said: hello")).to_be_visible()
    page.evaluate(
        """() => {
          const chat = document.querySelector('express-entry-chat');
          chat.remove();
          document.body.append(chat);
        }"""
    )
    page.get_by_role("button", name="Open the Express Entry assistant").click()
    expect(seen(page, "You said: hello")).to_be_visible()
    assert len(server.conversations) == 1


def test_a_host_page_can_ask_with_a_button_of_its_own(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(host(other_site, server, 'lang="en"'))
    expect(page.get_by_role("button", name="Open the Express Entry assistant")).to_be_visible()
    page.evaluate("document.querySelector('express-entry-chat').ask('What is an ECA?')")
    expect(seen(page, "You said: What is an ECA?")).to_be_visible()


def test_markup_from_either_side_stays_text(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    title = page.title()
    say(page, HOSTILE)
    expect(page.locator(".mine .bubble")).to_have_text(HOSTILE)
    say(page, "hostile")
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_role("button", name=HOSTILE)).to_be_visible()
    expect(page.locator(".table caption")).to_have_text(HOSTILE)
    assert page.locator(".log img, .log script").count() == 0
    addresses = page.locator(".log a").evaluate_all("links => links.map(link => link.href)")
    assert addresses
    assert all(address.startswith("https://example.org/") for address in addresses)
    assert page.locator(".log a[onclick]").count() == 0
    assert page.title() == title


def test_the_page_needs_two_requests_and_a_first_greeting(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    expect(choice(page, START["en"])).to_be_visible()
    assert server.requests == ["GET /", f"GET /widget.js?v={widget.version()}", "POST /chat/session"]


def test_the_widget_stays_small_for_slow_networks() -> None:
    assert len(widget.script()) < LARGEST_BYTES
    assert len(gzip.compress(widget.script())) < LARGEST_GZIP_BYTES


@pytest.mark.parametrize(
    ("theme", "background"), [("light", "rgb(246, 244, 239)"), ("dark", "rgb(17, 24, 23)")]
)
def test_the_owner_may_choose_theme_colours_and_corner(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage, theme: str, background: str
) -> None:
    page = open_page(host(other_site, server, f'lang="en" theme="{theme}" position="left"'))
    page.add_style_tag(content="express-entry-chat { --ee-accent: rgb(0, 94, 168) }")
    launch = page.get_by_role("button", name="Open the Express Entry assistant")
    expect(launch).to_have_css("background-color", "rgb(0, 94, 168)")
    expect(launch).to_have_css("left", "20px")
    launch.click()
    expect(page.get_by_role("dialog")).to_have_css("background-color", background)


def test_every_colour_and_attribute_in_the_documentation_exists_and_the_other_way_round() -> None:
    documentation = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
    program = widget.script().decode()
    properties = re.compile(r"--ee-[a-z-]+")
    assert set(properties.findall(documentation)) == set(properties.findall(program))
    documented = set(re.findall(r"^\| `([a-z]+)` \|", documentation, re.MULTILINE))
    read = set(re.findall(r'this\.getAttribute\("([a-z]+)"\)', program)) | set(
        re.findall(r"host\(\[([a-z]+)=", program)
    )
    assert documented == read
