"""How a reply reads that has just been given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.questions import question
from bot.dialogue.shown import AGAIN, WAY_OUT
from bot.dialogue.state import State
from bot.languages import LANGUAGES
from bot.replies import words
from bot.replies.again import mark, varied
from bot.replies.intake import ask, stuck
from bot.replies.reply import Button, Image, Reply, Table, TableRow


def test_the_first_time_nothing_is_changed() -> None:
    reply = Reply("An answer.", "en", (Button("More", "/more"),))

    assert varied(reply, 0) == reply


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_second_time_it_is_said_that_nothing_has_changed(lang: str) -> None:
    text = varied(Reply("An answer.", lang), AGAIN).text

    assert text == f"{words(lang)('again')}\n\nAn answer."


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_answer_to_another_question_is_not_called_the_same_as_before(lang: str) -> None:
    text = varied(Reply("An answer.", lang), AGAIN, another=True).text

    assert text == f"{words(lang)('again-another')}\n\nAn answer."


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_question_that_is_asked_again_says_so(lang: str) -> None:
    asked = question("age")
    assert asked is not None
    reply = ask(lang, asked, {}, State(question="age"))

    assert varied(reply, AGAIN).text.startswith(words(lang)("again-question"))
    assert varied(reply, AGAIN).buttons == reply.buttons


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_third_time_a_question_can_be_left_or_all_of_them(lang: str) -> None:
    asked = question("age")
    assert asked is not None
    out = varied(ask(lang, asked, {}, State(question="age")), WAY_OUT)

    assert out.text == words(lang)("way-out-question")
    assert [button.payload for button in out.buttons] == ['/skip{"question": "age"}', "/pause", "/help"]
    assert out == stuck(lang, asked)


def test_a_third_time_an_answer_is_not_given_again() -> None:
    out = varied(Reply("An answer.", "en"), WAY_OUT)

    assert "An answer" not in out.text
    assert [button.payload for button in out.buttons] == ["/help"]


def test_what_has_no_words_has_no_mark() -> None:
    assert mark(Reply("", "en", (Button("My score", "/start"),))) == ""
    assert mark(Reply("Farewell.", "en", erase=True)) == ""
    assert mark(Reply("One.", "en")) != mark(Reply("Two.", "en"))


def test_the_same_words_with_every_line_or_with_a_picture_are_not_the_same_reply() -> None:
    total = TableRow("Total", 469, 1200)
    folded = Table("Your points", (), total, folded=Button("Show every line", "/score"))
    shown = [
        Reply("469 so far.", "en", table=folded),
        Reply("469 so far.", "en", table=replace(folded, folded=None)),
        Reply("469 so far.", "en", table=folded, image=Image("/chat/pictures/x", "469 of 1,200")),
    ]
    assert len({mark(reply) for reply in shown}) == len(shown)
    again = replace(shown[2], image=Image("/chat/pictures/y", "469 of 1,200"))
    assert mark(again) == mark(shown[2])
