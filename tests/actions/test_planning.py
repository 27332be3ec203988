"""Documents, costs, deadlines and files in the chat: the actions with a real store, without Rasa's server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import memory
from actions.costs import ActionCosts
from actions.documents import ActionDocuments
from actions.files import ActionFiles
from actions.rounds import ActionRounds
from actions.timeline import ActionTimeline
from bot.channels.telegram.composing import compose
from bot.replies.reply import FILES
from bot.store import Conversation, Store
from bot.store.migrations import upgrade

ACTIONS = {
    "ask_documents": ActionDocuments(),
    "ask_costs": ActionCosts(),
    "ask_deadlines": ActionTimeline(),
    "told_ita": ActionTimeline(),
    "export_file": ActionFiles(),
    "import_file": ActionFiles(),
    "unsubscribe": ActionRounds(),
}
PROFILE = {
    "birth_date": "1995-01-10",
    "marital_status": "never_married",
    "family_size": 1,
    "education": "masters_or_professional",
    "education_country_is_canada": False,
    "foreign_work_years": 3,
    "canadian_work_years": 0,
}


class Chat:
    """One conversation, and what was last said in it."""

    def __init__(self, store: Store, talk: Conversation) -> None:
        self.store, self.talk = store, talk
        self.said: list[dict[str, Any]] = []
        self._count = 0

    @property
    def text(self) -> str:
        return "\n".join(reply["text"] for reply in self.said)

    def button(self, title: str) -> str:
        """The payload of the button whose caption contains ``title``."""
        return next(
            button["payload"]
            for reply in self.said
            for button in reply["buttons"]
            if title in button["title"]
        )

    def send(self, intent: str, text: str = "", **entities: str) -> Chat:
        """What an action says to a message of this meaning."""
        self._count += 1
        latest = {
            "text": text or f"/{intent}",
            "intent": {"name": intent},
            "message_id": str(self._count),
            "entities": [{"entity": name, "value": value} for name, value in entities.items()],
        }
        tracker = Tracker(self.talk.sender_id, {}, latest, [], False, None, {}, None)
        dispatcher = CollectingDispatcher()
        ACTIONS[intent].run(dispatcher, tracker, {})
        self.said = [message["custom"] for message in dispatcher.messages]
        return self

    def press(self, title: str) -> Chat:
        """Press a button of the last message."""
        name, _, entities = self.button(title).removeprefix("/").partition("{")
        return self.send(name, **(json.loads("{" + entities) if entities else {}))


@pytest.fixture
def chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Chat]:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/store.db")
    upgrade(f"sqlite:///{tmp_path}/store.db")
    for cached in (memory.store, memory.alerts):
        cached.cache_clear()
    store = memory.store()
    yield Chat(store, store.open_conversation("web", "en"))
    for cached in (memory.store, memory.alerts):
        cached.cache_clear()


@pytest.fixture
def told(chat: Chat) -> Chat:
    state = chat.store.state(chat.talk.person_id)
    chat.store.confirm(
        chat.talk.person_id, "first", PROFILE, [], state=state.document, revision=state.revision
    )
    return chat


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


def test_costs_are_those_of_the_family_that_was_told(told: Chat) -> None:
    assert told.send("ask_costs").text.startswith("**$1,675**")


def test_without_a_profile_costs_are_for_one_and_ask_for_more(chat: Chat) -> None:
    chat.send("ask_costs")

    assert "one person" in chat.text
    assert chat.button("Calculate") or chat.button("Start")


def test_an_invitation_told_in_words_gives_its_last_day(told: Chat) -> None:
    day = date.today() - timedelta(5)
    told.send("told_ita", f"I was invited on {day.day} {day:%B %Y}")

    assert "55 days are left" in told.text
    assert told.store.plan(told.talk.person_id)["dates"] == {"ita": day.isoformat()}
    assert "A plan that leaves a week in hand" in told.send("ask_deadlines").text


def test_without_a_day_the_rounds_are_offered(told: Chat) -> None:
    told.send("told_ita", "I have an ITA")
    offered = [button["payload"] for button in told.said[0]["buttons"]]

    assert len(offered) >= 5
    told.send("told_ita", value=json.loads(offered[0].removeprefix("/told_ita"))["value"])
    assert "Congratulations" in told.text


def test_a_day_to_come_is_asked_again(told: Chat) -> None:
    later = date.today() + timedelta(3)
    told.send("told_ita", value=later.isoformat())

    assert "still to come" in told.text
    assert told.store.plan(told.talk.person_id) == {}


def test_an_invitation_can_be_forgotten(told: Chat) -> None:
    told.send("told_ita", value=date.today().isoformat()).press("I have no invitation")

    assert told.store.plan(told.talk.person_id)["dates"] == {}


def test_the_day_of_the_profile_is_taken_from_the_question(told: Chat) -> None:
    day = date.today() - timedelta(30)
    told.send("ask_deadlines", f"I submitted my profile on {day.isoformat()}, when does it expire?")

    assert "leaves the pool 12 months" in told.text
    assert told.store.plan(told.talk.person_id)["dates"] == {"profile": day.isoformat()}


def test_reminders_are_turned_on_and_off(told: Chat) -> None:
    told.send("ask_deadlines").press("Remind me")
    assert memory.alerts().is_reminded(told.talk.person_id)
    assert "24 hours" in told.text

    assert "No more reminders" in told.press("No more reminders").text
    assert not memory.alerts().is_reminded(told.talk.person_id)


def test_whoever_wants_no_more_alerts_gets_no_reminders_either(told: Chat) -> None:
    told.send("ask_deadlines").press("Remind me")

    told.send("unsubscribe", "stop the reminders")
    assert not memory.alerts().is_reminded(told.talk.person_id)


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
        ("{}", "tells nothing"),
        ("{" * 3000, "line 1"),
    ],
)
def test_a_profile_that_cannot_be_taken_changes_nothing(told: Chat, text: str, says: str) -> None:
    told.send("import_file", text)

    assert says in told.text
    assert "nothing was changed" in told.text
    assert told.store.profile(told.talk.person_id) == PROFILE


def test_on_telegram_a_file_goes_out_with_its_content(told: Chat) -> None:
    told.send("export_file", "pdf please")

    bodies, _, calls = compose(told.store, told.talk.sender_id, told.said)
    (sent,) = [call for call in calls if call["method"] == "sendDocument"]
    assert sent["files"]["document"]["name"] == "express-entry-dossier.pdf"
    assert sent["files"]["document"]["url"].startswith("data:application/pdf;base64,JVBERi")
    assert bodies[0]["files"][0]["url"].startswith(FILES)
