"""Files in the chat, out and in."""

from __future__ import annotations

import json

import pytest

from bot.channels.telegram.composing import compose
from bot.replies.reply import FILES
from tests.helpers.action_chat import PROFILE, Chat


@pytest.mark.parametrize(
    ("text", "begins", "media_type"),
    [
        ("send me a pdf", b"%PDF-", "application/pdf"),
        ("a calendar file please", b"BEGIN:VCALENDAR", "text/calendar"),
        ("my profile as json", b"{", "application/json"),
    ],
)
def test_files_are_kept_for_the_conversation(told: Chat, text: str, begins: bytes, media_type: str) -> None:
    told.send("export_file", text)
    (file,) = told.said[0]["files"]

    kept = told.store.said.file(file["url"].removeprefix(FILES))
    assert kept is not None
    assert kept.content.startswith(begins)
    assert kept.media_type == file["type"] == media_type
    told.store.erase(told.talk.person_id)
    assert told.store.said.file(file["url"].removeprefix(FILES)) is None


def test_without_anything_told_there_is_no_file(chat: Chat) -> None:
    chat.send("export_file")

    assert "files" not in chat.said[0]


def test_a_profile_from_a_file_is_taken_up_again(told: Chat) -> None:
    told.send("export_file", "profile as json")
    kept = told.store.said.file(told.said[0]["files"][0]["url"].removeprefix(FILES))
    assert kept is not None
    other = Chat(told.store, told.store.open_conversation("web", "en"))

    assert "7 facts" in other.send("import_file", kept.content.decode()).text
    assert other.store.profile(other.talk.person_id) == PROFILE


def test_a_partner_in_a_profile_is_taken_too(chat: Chat) -> None:
    document = {"marital_status": "married", "spouse": {"accompanying": True, "education": "doctorate"}}
    chat.send("import_file", json.dumps(document))

    assert chat.store.profile(chat.talk.person_id) == document


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"age": 300}', "age"),
        ('{"shoe_size": 43}', "shoe_size"),
        ('{"age": 30', "paste the whole file"),
        ("{}", "nothing in this profile"),
        ("{" * 3000, "line 1"),
    ],
)
def test_a_profile_that_cannot_be_taken_changes_nothing(told: Chat, text: str, says: str) -> None:
    told.send("import_file", text)

    assert says in told.text
    assert "I’ve changed nothing" in told.text
    assert told.store.profile(told.talk.person_id) == PROFILE


def test_on_telegram_a_file_goes_out_with_its_content(told: Chat) -> None:
    told.send("export_file", "pdf please")

    bodies, _, calls = compose(told.store, told.talk.sender_id, told.said)
    (sent,) = [call for call in calls if call["method"] == "sendDocument"]
    assert sent["files"]["document"]["name"] == "express-entry-dossier.pdf"
    assert sent["files"]["document"]["url"].startswith("data:application/pdf;base64,JVBERi")
    assert bodies[0]["files"][0]["url"].startswith(FILES)
