"""In a group: what holds for everybody, with its source; about a person nothing."""

from datetime import date

import pytest

from bot.channels.telegram.groups import in_general
from bot.languages import LANGUAGES
from express_entry.answers import answers, for_intent

TODAY = date(2026, 11, 29)


def understood(intent, answer=None, decision="answer"):
    return {"intent": {"name": intent}, "answer": answer, "decision": decision}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_general_question_gets_its_answer_with_the_source_and_nothing_to_press(lang):
    for asked in answers().values():
        reply = in_general(understood("faq", asked.id), lang, TODAY)
        assert reply.meta["answer"] == asked.id
        assert reply.sources
        assert reply.buttons == ()


def test_what_things_cost_is_told_in_general():
    reply = in_general(understood("ask_costs"), "fr", TODAY)
    assert reply.meta["answer"] == for_intent("ask_costs").id


def test_rounds_are_told_as_to_everybody():
    assert in_general(understood("ask_latest_round"), "en", TODAY) == "/ask_latest_round"


@pytest.mark.parametrize(
    "heard", [understood("inform"), understood("show_score"), understood("faq", decision="offer")]
)
def test_anything_about_oneself_belongs_in_a_private_chat(heard):
    reply = in_general(heard, "en", TODAY)
    assert "private chat" in reply.text
    assert not reply.meta
