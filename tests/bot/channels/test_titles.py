"""Typing what stands on a button is pressing it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.keeping import keepable, meaning
from bot.channels.menu import MENU
from bot.channels.titles import SEEN, named, pressed
from bot.replies import messages, words
from bot.replies.reply import Button, Choices, Option, Reply
from bot.store import Store

ANY = Choices(
    (
        Option("A French test", "french"),
        Option("A brother or sister in Canada", "sibling"),
        Option("A job offer", "offer"),
    ),
    '/choose{"question": "any_of_these"}',
    "Done",
    "None of these",
)


class Talk:
    """A conversation in which the bot says what it is given."""

    def __init__(self, database: str) -> None:
        self.said = Store(database).said
        self.sender_id = Store(database).open_conversation("web", "en").sender_id

    def bot(self, *titles: str, **more: Any) -> None:
        buttons = tuple(Button(title, f"/{title}") for title in titles)
        body, made = keepable(self.said, self.sender_id, Reply("?", "en", buttons, **more).as_json())
        self.said.add_replies(self.sender_id, [body], buttons=made)

    def typed(self, text: str) -> str | None:
        press = pressed(self.said, self.sender_id, text, self.said.messages(self.sender_id, last=SEEN))
        return None if press is None else press.payload


@pytest.fixture
def talk(database: str) -> Talk:
    """A conversation with someone new."""
    return Talk(database)


@pytest.mark.parametrize(
    "text", ["Where do I stand?", "where do i stand", "  WHERE DO I STAND ?", "Where do I stnad?"]
)
def test_a_title_is_known_in_any_case_and_with_small_slips(talk: Talk, text: str) -> None:
    talk.bot("Change something", "Where do I stand?")
    assert talk.typed(text) == "/Where do I stand?"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("No job offer", "job offer"),
        ("3 years or more", "2 years or more"),
        ("Married", "not married"),
        ("Yes", "yep"),
        ("Education from Canada", "is my education from Canada"),
    ],
)
def test_what_says_something_else_is_no_slip(title: str, text: str) -> None:
    assert named(text, {title: True}) is None


def test_two_titles_that_are_as_near_are_none() -> None:
    assert named("option aa here", {"option ab here": 1, "option ac here": 2}) is None


def test_accents_may_be_left_out() -> None:
    assert named("Echeances", {"Échéances": True})


def test_only_the_last_turn_is_seen_and_the_newest_button_counts(talk: Talk) -> None:
    talk.bot("Documents list")
    talk.said.add_message(talk.sender_id, {"text": "hello"})
    talk.bot("Yes", "Skip")
    talk.bot("No")
    assert talk.typed("documents list") is None
    assert talk.typed("yes") == "/Yes"
    assert talk.typed("no") == "/No"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_menu_can_be_typed_at_any_time(talk: Talk, lang: str) -> None:
    for name, command in MENU.items():
        assert talk.typed(words(lang)(f"widget-menu-{name}")) == command


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a french test", "french"),
        ("A French test and a job offer", "french,offer"),
        ("a job offer, a brother or sister in canada", "sibling,offer"),
        ("none of these", ""),
    ],
)
def test_several_choices_may_be_typed_at_once(talk: Talk, text: str, values: str) -> None:
    talk.bot(choices=ANY)
    payload = talk.typed(text)
    assert payload is not None
    assert f'"value": "{values}"' in payload
    assert payload.startswith('/choose{"question": "any_of_these"')


def test_what_names_something_else_beside_an_option_is_left_to_be_read(talk: Talk) -> None:
    talk.bot(choices=ANY)
    assert talk.typed("a french test and my cat") is None


def test_pressing_tells_only_the_options_that_are_on(talk: Talk) -> None:
    body, (button,) = keepable(talk.said, talk.sender_id, Reply("?", "en", choices=ANY).as_json())
    assert "french" not in str(body["choices"])
    payload, title = meaning(button, [2, 0, 9])
    assert '"value": "french,offer"' in payload
    assert title == "A French test, A job offer"
    assert meaning(button)[1] == "None of these"


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("prefix", ["button-", "offer-", "choice-", "widget-menu-"])
def test_every_title_that_is_typed_names_its_own_button(lang: str, prefix: str) -> None:
    say = words(lang)
    titles = {say(name): say(name) for name, arguments in messages(lang, prefix) if not arguments}
    assert titles
    for typed in (str.upper, str.lower, lambda title: f" {title.rstrip('?.!')} "):
        assert {title: named(typed(title), titles) for title in titles} == titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the second one", "B"),
        ("first", "A"),
        ("the last one please", "C"),
        ("la deuxième", "B"),
        ("le premier", "A"),
    ],
)
def test_a_button_is_meant_by_its_place_in_the_list(talk: Talk, text: str, title: str) -> None:
    talk.bot("A", "B", "C")
    assert talk.typed(text) == f"/{title}"


@pytest.mark.parametrize("text", ["the fourth one", "my first language", "the second round", "one"])
def test_what_is_no_place_in_the_list_is_no_button(talk: Talk, text: str) -> None:
    talk.bot("A", "B", "C")
    assert talk.typed(text) is None


def test_a_single_button_is_no_list(talk: Talk) -> None:
    talk.bot("A")
    assert talk.typed("the first one") is None
