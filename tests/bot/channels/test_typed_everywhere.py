"""Every title under the replies of a whole conversation is its button when it is typed, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.channels.keeping import keepable
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
FORWARD = ("/start", "/restart", "/delete", "/skip", "/erase")
"""Buttons that leave the place from which the next ones are pressed."""


@pytest.fixture(autouse=True)
def _staged() -> Iterator[None]:
    with stage():
        yield


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_typing_a_title_reads_what_its_button_reads(lang: str) -> None:
    talk, tried, wrong = Talk(lang), 0, []
    for text in STORY[lang]:
        talk.say(text)
    waiting = [button["payload"] for button in talk.buttons]
    done: set[str] = set()
    while len(done) <= PRESSES:
        reader = talk.store.open_conversation("web", lang).sender_id
        kept = [keepable(talk.store.said, reader, message.body) for message in talk.said]
        talk.store.said.add_replies(
            reader, [body for body, _ in kept], buttons=[b for _, made in kept for b in made]
        )
        seen = talk.store.said.messages(reader, last=SEEN)
        meant = {button["title"]: button["payload"] for message in talk.said for button in message.buttons}
        for title, payload in meant.items():
            press = pressed(talk.store.said, reader, title, seen)
            tried += 1
            if press is None or press.payload != payload:
                wrong.append((title, payload, press))
        waiting += [each for each in meant.values() if each not in done]
        waiting = [each for each in waiting if each not in done and not each.startswith(FORWARD)]
        if not waiting:
            break
        done.add(waiting[0])
        talk.push(waiting.pop(0))
    assert wrong == []
    assert tried > 100
