"""Files that the bot made, and what people keep beside the profile."""

from collections.abc import Callable

import pytest

from bot.store import Json, Store, StoredFile, UnknownConversation, UnknownPerson

DOSSIER = StoredFile("dossier — été.pdf", "application/pdf", b"%PDF-1.7\x00\xff")


def test_a_file_is_given_as_it_was_made_to_who_knows_its_id(database: str) -> None:
    store = Store(database)
    talk = store.open_conversation("web", "en")

    one = store.said.add_file(talk.sender_id, DOSSIER)
    other = store.said.add_file(talk.sender_id, StoredFile("dates.ics", "text/calendar", b"BEGIN"))

    assert store.said.file(one) == DOSSIER
    assert one != other
    assert len(one) >= 22


@pytest.mark.parametrize("wrong", ["", "unknown", "\x00", "é", "../../etc/passwd", "\ud800"])
def test_any_other_id_gives_no_file(database: str, wrong: str) -> None:
    assert Store(database).said.file(wrong) is None


def test_a_file_belongs_to_an_open_conversation(database: str) -> None:
    store = Store(database)
    talk = store.open_conversation("web", "en")
    store.close_conversation(talk.sender_id)

    with pytest.raises(UnknownConversation):
        store.said.add_file(talk.sender_id, DOSSIER)


def _tick(document: str) -> Callable[[dict[str, Json]], dict[str, Json]]:
    return lambda plan: {**plan, "have": sorted({*plan.get("have", []), document})}


def test_a_plan_is_empty_at_first_and_keeps_what_was_changed(database: str) -> None:
    store = Store(database)
    person = store.open_conversation("web", "en").person_id

    assert store.plan(person) == {}
    store.change_plan(person, _tick("passport"))
    assert store.change_plan(person, _tick("eca")) == {"have": ["eca", "passport"]}
    assert Store(database).plan(person) == {"have": ["eca", "passport"]}


def test_a_plan_belongs_to_someone_who_is_known(database: str) -> None:
    with pytest.raises(UnknownPerson):
        Store(database).change_plan("nobody", dict)


def test_files_and_plan_go_when_the_person_is_erased(database: str) -> None:
    store = Store(database)
    talk = store.open_conversation("web", "en")
    kept = store.said.add_file(talk.sender_id, DOSSIER)
    store.change_plan(talk.person_id, _tick("passport"))

    store.erase(talk.person_id)

    assert store.said.file(kept) is None
    assert store.plan(talk.person_id) == {}
