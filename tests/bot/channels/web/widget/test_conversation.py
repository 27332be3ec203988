"""A person talks to the assistant in the browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bot.channels.qr import qr
from tests.helpers.widget_page import OpenPage, choice, from_menu, mine, say, seen
from tests.helpers.widget_server import CHOICES, MINOR, START, FakeServer

pytestmark = pytest.mark.program


def test_a_person_presses_buttons_until_the_score_stands_in_a_table(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url)
    choice(page, START["en"]).click()
    expect(page.get_by_text("Question 5 of about 14")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "5")

    choice(page, "Married").click()

    table = page.get_by_role("table", name="Your score by the rules of 25 March 2025")
    expect(
        table.get_by_role("row", name="Age You are 29; 20 to 29 earns the most. 110 of 110")
    ).to_be_visible()
    expect(table.get_by_role("row", name="Total 469 of 1,200")).to_be_visible()
    seen(page, "Sources (2)").click()
    expect(seen(page, "checked 24 August 2026")).to_be_visible()
    source = page.get_by_role("link", name="Comprehensive Ranking System (CRS) criteria")
    expect(source).to_have_attribute("rel", "noopener noreferrer")
    expect(source).to_have_attribute("target", "_blank")
    expect(seen(page, "a provincial nomination")).to_have_js_property("tagName", "LI")
    expect(page.get_by_role("progressbar")).to_be_hidden()
    assert server.texts() == [START["en"], "Married"]


def test_buttons_that_were_answered_cannot_be_pressed_again(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    choice(page, START["en"]).click()
    choice(page, "Married").click()
    expect(page.get_by_role("table")).to_be_visible()

    chosen = page.get_by_role("button", name="Chosen: Married")
    expect(chosen).to_be_disabled()
    expect(page.get_by_role("button", name="Widowed")).to_be_disabled()
    expect(page.get_by_role("button", name=MINOR["en"][0])).to_be_hidden()
    chosen.dispatch_event("click")
    say(page, "and now?")
    expect(seen(page, "You said: and now?")).to_be_visible()
    assert server.texts() == [START["en"], "Married", "and now?"]


def test_minor_buttons_are_smaller_and_below_the_answers(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    choice(page, START["en"]).click()
    answer = page.get_by_role("button", name=CHOICES["en"][-1])
    aside = page.get_by_role("button", name=MINOR["en"][0])
    expect(aside).to_be_visible()
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert aside.evaluate(size) < answer.evaluate(size)
    assert aside.bounding_box()["y"] > answer.bounding_box()["y"]


def test_the_whole_conversation_works_by_keyboard_alone(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url, viewport={"width": 360, "height": 640})
    expect(choice(page, START["en"])).to_be_visible()

    def tab_to(name: str) -> None:
        for _ in range(15):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.shadowRoot?.activeElement?.textContent") == name:
                return
        pytest.fail(f"Tab does not reach {name}")

    tab_to(START["en"])
    page.keyboard.press("Enter")
    expect(choice(page, "Married")).to_be_visible()
    page.keyboard.press("Tab")
    focused = "document.activeElement.shadowRoot.activeElement.textContent"
    assert page.evaluate(focused) == CHOICES["en"][0], (
        "focus goes on from the pressed button to the next answers"
    )
    tab_to("Married")
    page.keyboard.press("Space")
    expect(page.get_by_role("table")).to_be_visible()
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.shadowRoot.activeElement.tagName") == "TEXTAREA":
            break
    page.keyboard.type("one")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("two")
    page.keyboard.press("Enter")
    expect(mine(page).last).to_have_text("one\ntwo", use_inner_text=True)
    assert server.texts() == [START["en"], "Married", "one\ntwo"]


def test_enter_that_ends_a_composition_sends_nothing(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    box = page.get_by_label("Your message")
    box.fill("に")
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    box.dispatch_event("keydown", {"key": "Enter", "keyCode": 229})
    expect(box).to_have_value("に")
    box.press("Enter")
    expect(seen(page, "You said: に")).to_be_visible()
    assert server.texts() == ["に"]


def test_a_reload_brings_the_conversation_back(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    choice(page, START["en"]).click()
    expect(choice(page, "Married")).to_be_visible()

    page.reload()

    expect(mine(page)).to_have_text([START["en"]])
    expect(page.get_by_role("button", name=f"Chosen: {START['en']}")).to_be_disabled()
    choice(page, "Married").click()
    expect(page.get_by_role("table")).to_be_visible()
    assert len(server.conversations) == 1


def test_without_local_storage_everything_but_the_memory_works(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page.goto(server.url)
    choice(page, START["en"]).click()
    choice(page, "Married").click()
    expect(page.get_by_role("table")).to_be_visible()
    assert server.texts() == [START["en"], "Married"]


def test_two_tabs_show_one_conversation(server: FakeServer, open_page: OpenPage) -> None:
    first = open_page(server.url)
    expect(choice(first, START["en"])).to_be_visible()
    second = first.context.new_page()
    second.goto(server.url)
    say(second, "from the second tab")
    expect(seen(second, "You said: from the second tab")).to_be_visible()
    expect(seen(first, "You said: from the second tab")).to_be_visible()
    say(first, "from the first tab")
    expect(seen(second, "You said: from the first tab")).to_be_visible()
    assert len(server.conversations) == 1


def test_the_language_can_be_changed_before_and_during_the_conversation(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url)
    expect(choice(page, START["en"])).to_be_visible()
    page.get_by_role("button", name="Français").click()
    expect(choice(page, START["fr"])).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Où en êtes‑vous dans Entrée express?")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator(".message.theirs").last).to_have_attribute("lang", "fr")
    assert server.texts() == [], "nothing had been said, so nothing needs to be said to change"

    choice(page, START["fr"]).click()
    expect(choice(page, CHOICES["fr"][0])).to_be_visible()
    page.get_by_role("button", name="English").click()
    expect(choice(page, CHOICES["en"][0])).to_be_visible()
    assert server.texts()[-1] == "In English, please"
    page.reload()
    expect(page.get_by_label("Your message")).to_be_visible()


def test_erasing_asks_first_and_then_leaves_nothing(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    say(page, "a secret")
    expect(seen(page, "You said: a secret")).to_be_visible()
    from_menu(page, "Erase my data")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Menu")).to_be_focused()
    assert "DELETE /chat/data" not in server.requests

    from_menu(page, "Erase my data")
    page.get_by_role("button", name="Erase everything").click()
    expect(choice(page, START["en"])).to_be_visible()
    expect(page.get_by_text("a secret")).to_have_count(0)
    assert "token-1" not in server.conversations
    assert "secret" not in page.evaluate("JSON.stringify({...localStorage})")
    page.reload()
    expect(choice(page, START["en"])).to_be_visible()
    assert list(server.conversations) == ["token-2"]


def test_a_text_over_the_limit_is_counted_and_stays(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    box = page.get_by_label("Your message")
    box.fill("🍁" * 4001)
    expect(page.get_by_text("4,001 of 4,000 characters").first).to_be_visible()
    expect(box).to_have_attribute("aria-invalid", "true")
    box.press("Enter")
    page.get_by_role("button", name="Send").dispatch_event("click")
    expect(mine(page)).to_have_count(0)
    box.fill("🍁" * 4000)
    box.press("Enter")
    expect(mine(page)).to_have_count(1)
    expect(seen(page, "You said: 🍁")).to_be_visible()


def test_charts_and_files_are_shown_with_their_words(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    say(page, "chart")
    expect(page.get_by_role("img", name="Cut-offs of the last ten rounds")).to_be_visible()
    score = page.get_by_role("link", name="Your score")
    expect(score).to_have_attribute("href", f"{server.url}/chat/files/a")
    expect(score).to_have_attribute("download", "")
    expect(seen(page, "PDF")).to_be_visible()
    expect(seen(page, "calendar")).to_be_visible()


def test_an_answer_can_be_judged_with_a_comment_and_a_question_cannot(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url)
    choice(page, START["en"]).click()
    expect(choice(page, "Married")).to_be_visible()
    expect(page.get_by_role("button", name="Not a good answer")).to_have_count(0)
    choice(page, "Married").click()
    bad = page.get_by_role("button", name="Not a good answer")
    bad.click()
    expect(bad).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status")).to_have_text("Thank you.")
    box = page.get_by_label("What’s wrong or missing?")
    box.fill("The date is last year’s")
    page.get_by_role("button", name="Send comment").click()
    expect(box).to_be_hidden()
    (vote, comment) = server.opinions
    assert vote["verdict"] == comment["verdict"] == "down"
    assert vote["message"] == comment["message"] == "bot-5"
    assert comment["comment"] == "The date is last year’s"


def test_a_vote_that_did_not_arrive_says_so(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    choice(page, START["en"]).click()
    choice(page, "Married").click()
    good = page.get_by_role("button", name="Good answer", exact=True)
    expect(good).to_be_visible()
    server.troubles = ["500"]
    good.click()
    expect(page.locator(".said")).to_have_text("I couldn’t send that. Please try again.")
    expect(good).to_have_attribute("aria-pressed", "false")
    good.click()
    expect(good).to_have_attribute("aria-pressed", "true")


def test_a_code_for_another_device_is_shown_and_one_from_there_is_said(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url)
    expect(choice(page, START["en"])).to_be_visible()
    from_menu(page, "Continue on another device")
    dialog = page.get_by_role("dialog", name="Continue on another device")
    expect(dialog.get_by_text("K7MQ-3XWD")).to_be_visible()
    telegram = dialog.get_by_role("link", name="Continue in Telegram")
    expect(telegram).to_have_attribute("href", "https://t.me/entry_bot?start=K7MQ3XWD")
    code = dialog.locator(".qr svg path")
    expect(code).to_have_attribute("d", qr("https://t.me/entry_bot?start=K7MQ3XWD")["path"])
    expect(dialog.get_by_text("Or scan this with the camera of your phone.")).to_be_visible()
    dialog.get_by_label("Do you have a code from another device?").fill("a3c4-d6e7")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(mine(page)).to_have_text(["a3c4-d6e7"])


def test_start_again_is_said_for_the_person(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    expect(choice(page, START["en"])).to_be_visible()
    from_menu(page, "Start again")
    expect(mine(page)).to_have_text(["Start again"])


def test_a_shared_phone_forgets_and_the_server_does_not(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    say(page, "a secret")
    expect(seen(page, "You said: a secret")).to_be_visible()
    expect(page.get_by_text("This conversation is kept on this device.")).to_have_count(0)
    page.reload()
    expect(seen(page, "This conversation is kept on this device.")).to_be_visible()
    page.get_by_role("button", name="Forget me here").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Forget me here").click()
    expect(choice(page, START["en"])).to_be_visible()
    expect(page.get_by_text("a secret")).to_have_count(0)
    page.reload()
    expect(choice(page, START["en"])).to_be_visible()
    expect(page.get_by_text("a secret")).to_have_count(0)
    assert list(server.conversations) == ["token-1", "token-2"]
    assert "DELETE /chat/data" not in server.requests


def test_every_message_says_in_which_language_it_is(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    choice(page, START["en"]).click()
    expect(choice(page, "Married")).to_be_visible()
    page.get_by_role("button", name="Français").click()
    expect(choice(page, CHOICES["fr"][0])).to_be_visible()
    languages = "elements => elements.map((element) => element.lang)"
    assert page.locator(".message").evaluate_all(languages) == ["en", "en", "en", "fr", "fr"]


def test_an_example_of_the_page_is_asked_with_one_click(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    page.get_by_role("button", name="What is an ECA?").click()
    expect(seen(page, "You said: What is an ECA?")).to_be_visible()


def test_without_javascript_the_page_says_what_is_needed(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(f"{server.url}/?lang=fr", java_script_enabled=False)
    expect(page.get_by_text("Ce clavardage a besoin de JavaScript.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_with_javascript_the_page_does_not_ask_for_it(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url)
    expect(choice(page, START["en"])).to_be_visible()
    expect(page.get_by_text("This chat needs JavaScript.")).to_be_hidden()


def test_erasing_within_the_conversation_leaves_nothing_on_the_screen(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url)
    say(page, "a secret")
    expect(seen(page, "You said: a secret")).to_be_visible()
    say(page, "erase me")
    expect(choice(page, START["en"])).to_have_count(1)
    expect(page.get_by_role("log").get_by_text("secret")).to_have_count(0)
    say(page, "hello")
    expect(seen(page, "You said: hello")).to_be_visible()
    assert len(server.conversations["token-2"]["history"]) == 3


def test_earlier_messages_come_page_by_page_and_move_nothing(server: FakeServer, open_page: OpenPage) -> None:
    page = open_page(server.url, reduced_motion="reduce", viewport={"width": 390, "height": 844})
    for number in range(7):
        say(page, f"message {number}")
        expect(seen(page, f"You said: message {number}")).to_be_visible()
    server.page_size = 6
    page.reload()
    expect(seen(page, "You said: message 6")).to_be_visible()
    expect(seen(page, "You said: message 3")).to_have_count(0)
    earlier = page.get_by_role("button", name="Show earlier messages")
    stays = seen(page, "You said: message 4")
    earlier.scroll_into_view_if_needed()
    place = stays.bounding_box()

    earlier.click()

    expect(seen(page, "You said: message 1")).to_have_count(1)
    assert abs(stays.bounding_box()["y"] - place["y"]) < 2
    expect(earlier).to_be_focused()
    earlier.click()
    expect(earlier).to_have_count(0)
    said = page.locator(".mine .bubble").all_inner_texts()
    assert said == [f"message {number}" for number in range(7)]
    expect(choice(page, START["en"])).to_be_enabled()
    say(page, "and on")
    expect(seen(page, "You said: and on")).to_be_visible()


def test_earlier_messages_that_cannot_be_had_are_asked_for_again(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url)
    say(page, "once")
    expect(seen(page, "You said: once")).to_be_visible()
    server.page_size = 1
    page.reload()
    page.route("**/chat/history**", lambda route: route.abort())
    page.get_by_role("button", name="Show earlier messages").click()
    again = page.get_by_role("button", name="Earlier messages could not be loaded. Try again")
    expect(again).to_be_visible()
    page.unroute("**/chat/history**")

    again.click()

    expect(page.locator(".mine .bubble")).to_have_text(["once"])


def test_whoever_entered_the_code_elsewhere_is_asked_about_where_it_is_shown(
    server: FakeServer, open_page: OpenPage
) -> None:
    page = open_page(server.url)
    say(page, "hello")
    expect(seen(page, "You said: hello")).to_be_visible()
    from_menu(page, "Continue on another device")
    expect(page.get_by_text("K7MQ-3XWD")).to_be_visible()
    (conversation,) = server.conversations.values()

    server.say(conversation, "Your code was entered on another device.", ("Yes, it is mine",))

    expect(choice(page, "Yes, it is mine")).to_be_visible(timeout=15_000)
    expect(page.get_by_role("dialog")).to_have_count(0)
