"""The widget on somebody else's page."""

from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import Page, expect

from bot.channels.web import widget
from tests.helpers import ROOT
from tests.helpers.widget_page import OpenPage, assert_accessible, choice, say, seen
from tests.helpers.widget_server import CHOICES, HOSTILE, START, FakeServer

pytestmark = pytest.mark.program

DOCUMENTATION = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
LARGEST_BYTES = 75_000
LARGEST_GZIP_BYTES = 25_000
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
    own = open_page(f"{server.url}/?lang=fr", viewport={"width": 390, "height": 844})  # as narrow
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
    assert page.locator(".log [onclick], .log [onload], .chart [style]").count() == 0
    assert page.locator(".chart > *").evaluate_all("shapes => shapes.map((each) => each.tagName)") == [
        "path",
        "text",
    ]
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


def test_every_setting_colour_and_part_in_the_documentation_exists_and_the_other_way_round() -> None:
    program = widget.script().decode()
    properties = re.compile(r"--ee-[a-z-]+")
    assert set(properties.findall(DOCUMENTATION)) == set(properties.findall(program))
    settings, events = DOCUMENTATION.split("## Pinned")[0], DOCUMENTATION.split("## Events")[1]
    documented = set(re.findall(r"^\| `([a-z]+)` \|", settings, re.MULTILINE))
    assert documented == set(re.findall(r'\.option\("([a-z]+)"\)', program))
    named = set(re.findall(r"^\| `(ee-[a-z]+)` \|", events, re.MULTILINE))
    assert named == set(re.findall(r'tell\("(ee-[a-z]+)"', program))
    parts = {part for value in re.findall(r'\bpart: ?"([a-z ]+)"', program) for part in value.split()}
    assert (
        set(re.findall(r"`([a-z]+)`", re.search(r"style its parts: (.+?)\.\n", DOCUMENTATION, re.S)[1]))
        == parts
    )


def test_the_pinned_line_in_the_documentation_is_that_of_this_version() -> None:
    line = widget.lines("https://HOST")["pinned"]
    assert line in DOCUMENTATION, f"put this into docs/embedding.md:\n{line}"


def site(other: FakeServer, head: str = "", body: str = "", policy: str | None = None) -> str:
    """A page of somebody else's; gives its address."""
    html = f'<!doctype html><html lang="en"><title>A blog</title>{head}<main><h1>Moving</h1>{body}</main>'
    other.pages["/blog"] = html.encode()
    if policy:
        other.policies["/blog"] = policy
    return f"{other.url}/blog"


def test_the_script_alone_places_a_chat_with_its_settings(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    settings = (
        'data-lang="fr" data-position="left" data-accent="#005ea8" data-title="Aide" data-greeting="Allô !"'
    )
    page = open_page(site(other_site, f'<script src="{server.url}/widget.js" async {settings}></script>'))
    launch = page.get_by_role("button", name="Ouvrir l’assistant Entrée express")
    expect(launch).to_have_css("left", "20px")
    expect(launch).to_have_css("background-color", "rgb(0, 94, 168)")
    launch.click()
    expect(page.get_by_role("dialog", name="Aide")).to_be_visible()
    expect(page.get_by_text("Allô !")).to_be_visible()


def test_a_colour_that_cannot_be_read_is_changed_until_it_can(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    head = f'<script src="{server.url}/widget.js" data-accent="#ffee00" data-inline></script>'
    page = open_page(site(other_site, head), reduced_motion="reduce")
    expect(choice(page, START["en"])).to_be_visible()
    assert_accessible(page)


def test_the_pinned_line_runs_from_another_site(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(site(other_site, widget.lines(server.url)["pinned"]))
    expect(page.get_by_role("button", name="Open the Express Entry assistant")).to_be_visible()


def test_an_inline_chat_stands_where_its_line_stands(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    body = f'<script src="{server.url}/widget.js" data-inline></script><p id="after">After it.</p>'
    page = open_page(site(other_site, "<style>express-entry-chat { --ee-height: 300px }</style>", body))
    region = page.get_by_role("region", name="Express Entry assistant")
    choice(page, START["en"]).click()
    expect(choice(page, "Married")).to_be_visible()
    assert region.bounding_box()["height"] == 300
    assert page.locator("#after").bounding_box()["y"] > region.bounding_box()["y"] + 299
    assert page.evaluate("scrollY") == 0, "the page of the owner stays where it is"


def test_several_chats_on_a_page_show_one_conversation(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    two = '<express-entry-chat mode="inline"></express-entry-chat>' * 2
    page = open_page(site(other_site, f'<script src="{server.url}/widget.js" async></script>', two))
    first, second = (page.locator("express-entry-chat").nth(number) for number in (0, 1))
    expect(first.get_by_role("button", name=START["en"])).to_be_visible()
    first.get_by_label("Your message").fill("from the first")
    first.get_by_label("Your message").press("Enter")
    expect(second.get_by_role("log").get_by_text("You said: from the first")).to_be_visible()
    second.get_by_label("Your message").fill("from the second")
    second.get_by_label("Your message").press("Enter")
    expect(first.get_by_role("log").get_by_text("You said: from the second")).to_be_visible()
    assert len(server.conversations) == 1
    assert page.locator("express-entry-chat").count() == 2, "the script adds none of its own"


def test_a_router_that_clears_the_page_finds_the_chat_open_as_it_was(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(site(other_site, f'<script src="{server.url}/widget.js" async></script>'))
    page.get_by_role("button", name="Open the Express Entry assistant").click()
    say(page, "hello")
    expect(seen(page, "You said: hello")).to_be_visible()
    page.get_by_label("Your message").fill("half a sen")
    page.evaluate("history.pushState({}, '', '/other'); document.body.innerHTML = '<h1>Another view</h1>'")
    expect(page.get_by_role("heading", name="Another view")).to_be_visible()
    expect(seen(page, "You said: hello")).to_be_visible()
    expect(page.get_by_label("Your message")).to_have_value("half a sen")
    page.evaluate("document.body = document.createElement('body')")
    expect(seen(page, "You said: hello")).to_be_visible()
    assert len(server.conversations) == 1


def test_a_strict_policy_of_the_host_page_is_enough_for_the_widget(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    policy = (
        f"default-src 'none'; script-src {server.url}; connect-src {server.url}; img-src {server.url} data:; "
        "require-trusted-types-for 'script'"
    )
    page = open_page(site(other_site, f'<script src="{server.url}/widget.js" async></script>', policy=policy))
    page.get_by_role("button", name="Open the Express Entry assistant").click()
    choice(page, START["en"]).click()
    choice(page, "Married").click()
    expect(page.get_by_role("table")).to_be_visible()
    say(page, "chart")
    expect(page.get_by_role("img", name="Cut-offs of the last ten rounds")).to_be_visible()


def test_the_owner_hears_when_the_chat_is_ready_and_which_score_was_told(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage
) -> None:
    listener = (
        "<script>heard = []; for (const name of ['ee-ready', 'ee-score'])"
        " document.addEventListener(name, (event) => heard.push([name, event.detail]))</script>"
    )
    page = open_page(site(other_site, f'{listener}<script src="{server.url}/widget.js" async></script>'))
    page.get_by_role("button", name="Open the Express Entry assistant").click()
    assert page.evaluate("heard") == [["ee-ready", {"language": "en"}]]
    choice(page, START["en"]).click()
    choice(page, "Married").click()
    expect(page.get_by_role("table")).to_be_visible()
    assert page.evaluate("heard.slice(1)") == [["ee-score", {"total": 469, "maximum": 1200}]]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_for_owners_shows_the_lines_and_has_the_widget(
    server: FakeServer, open_page: OpenPage, lang: str
) -> None:
    page = open_page(f"{server.url}/embed?lang={lang}", reduced_motion="reduce")
    expect(page.locator("pre").first).to_have_text(f'<script src="{server.url}/widget.js" async></script>')
    expect(page.locator("express-entry-chat").get_by_role("button")).to_be_visible()
    assert_accessible(page)


@pytest.mark.parametrize(
    "style_of_the_site",
    [
        "transform: translateY(-1px)",
        "filter: grayscale(1)",
        "contain: paint",
        "perspective: 100px",
        "will-change: transform",
    ],
)
def test_the_bubble_stands_in_its_corner_whatever_the_page_does_with_its_elements(
    server: FakeServer, other_site: FakeServer, open_page: OpenPage, style_of_the_site: str
) -> None:
    other_site.pages["/tall"] = (
        '<!doctype html><html lang="en"><title>A blog</title>'
        f"<style>html, body, html > body > * {{ {style_of_the_site} }}</style>"
        '<main><h1>Moving</h1><div style="height: 4000px"></div></main>'
        f'<script src="{server.url}/widget.js" async></script>'
    ).encode()
    page = open_page(f"{other_site.url}/tall", reduced_motion="reduce")
    launch = page.get_by_role("button", name="Open the Express Entry assistant")
    expect(launch).to_be_visible()
    for depth in (0, 1500):
        page.evaluate("depth => scrollTo(0, depth)", depth)
        place = launch.bounding_box()
        assert (1280 - place["x"] - place["width"], 800 - place["y"] - place["height"]) == (20, 20)
    launch.click()
    panel = page.get_by_role("dialog", name="Express Entry assistant").bounding_box()
    assert panel["y"] >= 0
    assert panel["y"] + panel["height"] == 780
