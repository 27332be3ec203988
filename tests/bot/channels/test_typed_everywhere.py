"""Typing any title of a whole conversation is pressing it: both languages, page and Telegram."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot.channels.keeping import keepable, meaning
from bot.channels.menu import MENU
from bot.channels.menu import titles as menu_titles
from bot.channels.telegram.composing import compose
from bot.channels.telegram.meaning import meant
from bot.channels.telegram.updates import Utterance
from bot.channels.titles import SEEN, pressed
from tests.kinds.talk import Talk, stage

pytestmark = pytest.mark.program

STORY = {
    "en": (
        "29, single, master's from India, IELTS L8 R7 W7 S7 in March 2026, 3 years as a developer in Pune, "
        "ECA in March 2026",
        "my score",
    ),
    "fr": (
        "29 ans, célibataire, maîtrise en Inde, IELTS L8 R7 W7 S7 en mars 2026, 3 ans comme développeur "
        "à Pune, EDE en mars 2026",
        "mon pointage",
    ),
}
PRESSES = 16
Typed = Callable[[Talk, str], Iterator[tuple[str, str, str | None]]]
FORWARD = ("/start", "/restart", "/delete", "/skip", "/erase")
"""Buttons that leave the place from which the next ones are pressed."""


@pytest.fixture(autouse=True)
def _staged() -> Iterator[None]:
    with stage():
        yield


def on_the_page(talk: Talk, reader: str) -> Iterator[tuple[str, str, str | None]]:
    """Keeps what was said as the page does. Gives titles, and what their buttons and typing them mean."""
    kept = [keepable(talk.store.said, reader, message.body) for message in talk.said]
    made = [button for _, buttons in kept for button in buttons]
    talk.store.said.add_replies(reader, [body for body, _ in kept], buttons=made)
    seen = talk.store.said.messages(reader, last=SEEN)
    for title, payload in titles(talk).items():
        press = pressed(talk.store.said, reader, title, seen)
        yield title, payload, press and press.payload


def on_telegram(talk: Talk, reader: str) -> Iterator[tuple[str, str, str | None]]:
    """The same with the keyboards that Telegram shows, folded tables as buttons among them."""
    bodies, made, calls = compose(talk.store, reader, [message.body for message in talk.said])
    talk.store.said.add_replies(reader, bodies, buttons=made)
    keyboards = [call["data"].get("reply_markup") or {} for call in calls]
    shown = {
        each["text"]: each["callback_data"]
        for keyboard in keyboards
        for row in keyboard.get("inline_keyboard", ())
        for each in row
        if "callback_data" in each and ":" not in each["callback_data"]
    }
    assert set(titles(talk)) <= set(shown) | {""}
    person = talk.store.person_of(reader)
    for title, data in shown.items():
        button = talk.store.said.button(data, reader)
        assert button is not None
        heard = Utterance(update_id=1, chat_id=1, kind="text", language=person.language, text=title)
        yield title, meaning(button)[0], meant(heard, person, talk.store, reader).text


def titles(talk: Talk) -> dict[str, str]:
    """What the buttons under the last messages mean."""
    return {button["title"]: button["payload"] for message in talk.said for button in message.buttons}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("typed", [on_the_page, on_telegram])
def test_typing_a_title_reads_what_its_button_reads(typed: Typed, lang: str) -> None:
    talk, tried, wrong = Talk(lang), 0, []
    for text in STORY[lang]:
        talk.say(text)
    waiting = [button["payload"] for button in talk.buttons]
    done: set[str] = set()
    while len(done) <= PRESSES:
        channel = "telegram" if typed is on_telegram else "web"
        for title, payload, read in typed(talk, talk.store.open_conversation(channel, lang).sender_id):
            tried += 1
            if read != payload:
                wrong.append((title, payload, read))
        waiting += [payload for payload in titles(talk).values() if payload not in done]
        waiting = [each for each in waiting if each not in done and not each.startswith(FORWARD)]
        if not waiting:
            break
        done.add(waiting[0])
        talk.push(waiting.pop(0))
    assert wrong == []
    assert tried > 100


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_typing_a_title_of_the_menu_is_its_command_on_telegram(lang: str) -> None:
    talk = Talk(lang)
    reader = talk.store.open_conversation("telegram", lang).sender_id
    person = talk.store.person_of(reader)
    for title, name in menu_titles().items():
        heard = Utterance(update_id=1, chat_id=1, kind="text", language=person.language, text=title)
        assert meant(heard, person, talk.store, reader).text == MENU[name]
