"""The checklist in the chat."""

from __future__ import annotations

import pytest

from tests.helpers.action_chat import Chat


def test_the_checklist_begins_with_what_takes_longest(told: Chat) -> None:
    told.send("ask_documents", "what documents do I need")

    assert told.text.index("Language test result") < told.text.index("Credential assessment (ECA)")
    assert told.said[0]["sources"]


def test_what_was_ticked_off_is_remembered_and_can_be_taken_back(told: Chat) -> None:
    told.send("ask_documents").press("For the profile").press("I have: Language test result")
    assert "☑ Language test result" in told.text

    told.send("ask_documents")
    assert "You have **1** of" in told.text
    assert "Language test result" not in told.text

    told.press("For the profile").press("Not yet: Language test result")
    assert "☑" not in told.text


def test_every_document_can_be_reached_by_its_pages(told: Chat) -> None:
    told.send("ask_documents").press("After the invitation")
    seen = told.text
    while any(button["title"] == "More" for button in told.said[0]["buttons"]):
        seen += told.press("More").text

    for name in ("Police certificates", "Immigration medical exam", "Receipt of the fees", "Biometrics"):
        assert name in seen


def test_what_else_applies_changes_the_list(told: Chat) -> None:
    told.send("ask_documents").press("What else applies to me").press("An earlier refusal")
    assert any(button["title"] == "✓ An earlier refusal" for button in told.said[0]["buttons"])

    plan = told.store.plan(told.talk.person_id)
    assert plan["facts"] == {"refused": True}
    told.press("An earlier refusal")
    assert told.store.plan(told.talk.person_id)["facts"] == {}


def test_a_question_about_the_letter_gets_its_contents(chat: Chat) -> None:
    chat.send("ask_documents", "what must be in a reference letter?")

    assert "hours a week" in chat.text


@pytest.mark.parametrize(
    "value", ["stage:moon:0", "have:nothing:first:0", "is:rich", "page", "stage:profile:x", ":::"]
)
def test_a_button_of_another_version_shows_the_list(told: Chat, value: str) -> None:
    assert told.send("ask_documents", value=value).said
    assert told.store.plan(told.talk.person_id) == {}
