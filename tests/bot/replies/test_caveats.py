"""Caveats are said in full once, then in a few words; buttons that mean one thing are one button."""

import re
from datetime import date

import pytest

from bot.languages import LANGUAGES
from bot.replies import messages, words
from bot.replies.answers import AS_REPORTED, asking
from bot.replies.buttons import different, payload
from bot.replies.caveats import ASKED, with_caveats
from bot.replies.reply import Button, Reply
from express_entry.answers import answers
from express_entry.points import Because

NOTICE = Because("crs-notice-2026-11-03", {"rules": date(2025, 3, 25), "since": date(2026, 11, 3)})
FEW = 4
EACH = pytest.mark.parametrize("lang", LANGUAGES)


@EACH
def test_a_caveat_is_said_in_full_once_and_then_in_a_few_words_with_the_question_behind_it(lang):
    reply = Reply("**469**", lang, caveats=(NOTICE,))
    first, again = with_caveats(reply, ()), with_caveats(reply, {NOTICE.id})

    assert first.text.endswith(words(lang)(NOTICE.id, **NOTICE.args))
    assert first.buttons == ()
    assert again.text.endswith(words(lang)(f"{NOTICE.id}-short"))
    assert [(button.payload, button.minor) for button in again.buttons] == [
        (asking(answers()[ASKED[NOTICE.id]]), True)
    ]


@EACH
def test_what_is_reported_by_others_says_so_each_time(lang):
    again = with_caveats(Reply("…", lang, caveats=(AS_REPORTED,)), {AS_REPORTED.id})

    assert words(lang)("answer-reported-short") in again.text


@EACH
def test_short_marks_are_short(lang):
    marks = {
        message: words(lang)(message)
        for message in ("crs-notice-2026-11-03-short", "answer-reported-short", "costs-reported-short")
    }

    assert {message.removesuffix("-short") for message in marks} <= {name for name, _ in messages(lang)}
    assert {message: text for message, text in marks.items() if len(re.findall(r"[\w’-]+", text)) > FEW} == {}


def test_buttons_that_mean_one_thing_are_one_button():
    raising = answers()["raise_score"]
    offered = (
        Button("What would raise my score?", "/ask_improve"),
        Button("How can I raise my score?", asking(raising)),
        Button("Show all the ways", payload("ask_improve", value="all")),
        Button("I live in Quebec", payload("choose", value="1")),
        Button("I live in Quebec?", payload("choose", value="2")),
    )

    assert [button.title for button in different(offered)] == [
        "What would raise my score?",
        "Show all the ways",
        "I live in Quebec",
    ]
