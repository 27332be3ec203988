"""A backup brings everybody back, on either kind of database, and a bad one changes nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.store import Conversation, NewButton, Store
from bot.store.backup import CannotRestore, back_up, restore
from bot.store.migrations import upgrade
from tests.helpers.buttons_kept import make_buttons
from tests.helpers.moving_clock import Clock

SECRETS = {"session_secret": "a secret of thirty-two characters", "push_key": "a key"}


def tell(store: Store, talk: Conversation, words: str) -> None:
    message, _ = store.said.add_message(talk.sender_id, {"text": words}, client_id="first")
    store.confirm(
        talk.person_id, str(message.id), {"age": 34, "nom": words}, [], state={"asked": words}, revision=0
    )
    store.said.add_replies(talk.sender_id, [{"text": "Noté"}], message.id)
    store.add_score(talk.person_id, date(2026, 3, 1), date(2025, 3, 25), 470, [{"points": 1.0}])
    make_buttons(store, talk.sender_id, [NewButton("/affirm", "Oui")], "b")


@pytest.fixture
def archive(store: Store, talk: Conversation, database: str, tmp_path: Path) -> Path:
    tell(store, talk, "Évelyne")
    back_up(database, tmp_path / "kept.zip", SECRETS)
    return tmp_path / "kept.zip"


def everything(store: Store, talk: Conversation) -> object:
    found = store.export(talk.person_id)
    return {name: rows for name, rows in found.items() if name != "events"}


def test_a_new_database_holds_what_the_old_one_held(
    archive: Path, store: Store, talk: Conversation, tmp_path: Path, clock: Clock
) -> None:
    fresh = f"sqlite:///{tmp_path}/fresh.db"

    _, secrets = restore(fresh, archive)

    again = Store(fresh, clock)
    assert everything(again, talk) == everything(store, talk)
    assert secrets == SECRETS
    again.close()


def test_from_either_kind_of_database_to_the_other(
    tmp_path: Path,
    request: pytest.FixtureRequest,
    dialect: str,
    archive: Path,
    store: Store,
    talk: Conversation,
) -> None:
    other = request.getfixturevalue("postgresql_database" if dialect == "sqlite" else "sqlite_database")

    restore(other, archive)

    there = Store(other)
    assert everything(there, talk) == everything(store, talk)
    message, new = there.said.add_message(talk.sender_id, {"text": "next"}, client_id="next")
    assert new
    assert message.id > max(each.id for each in store.said.messages(talk.sender_id))
    there.close()


def test_people_who_are_there_are_not_replaced_unasked(archive: Path, store: Store, database: str) -> None:
    newcomer = store.open_conversation("web", "fr")

    with pytest.raises(CannotRestore, match="not-empty"):
        restore(database, archive)

    assert store.person_of(newcomer.sender_id).language == "fr"


def test_whoever_came_later_is_gone_where_replacing_was_said(
    archive: Path, store: Store, talk: Conversation, database: str
) -> None:
    before = everything(store, talk)
    newcomer = store.open_conversation("web", "fr")

    restore(database, archive, replace=True)

    assert everything(store, talk) == before
    with pytest.raises(Exception, match=newcomer.sender_id):
        store.person_of(newcomer.sender_id)


def rewritten(archive: Path, change: Callable[[str, bytes], bytes]) -> Path:
    changed = archive.with_name("changed.zip")
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return changed


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            lambda name, content: content.replace(b"34", b"44") if name == "answers.jsonl" else content,
            "damaged",
        ),
        (lambda name, content: content.replace(b'"form": 1', b'"form": 2'), "newer"),
        (lambda name, content: content.replace(b'"revision": "0', b'"revision": "9'), "newer"),
        (lambda name, content: b"{}" if name == "manifest.json" else content, "not-an-archive"),
    ],
)
def test_a_bad_archive_changes_nothing(
    archive: Path,
    store: Store,
    talk: Conversation,
    database: str,
    change: Callable[[str, bytes], bytes],
    reason: str,
) -> None:
    before = everything(store, talk)

    with pytest.raises(CannotRestore, match=reason):
        restore(database, rewritten(archive, change), replace=True)

    assert everything(store, talk) == before


def test_what_is_no_archive_is_said_to_be_none(database: str, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    with pytest.raises(CannotRestore, match="not-an-archive"):
        restore(database, tmp_path / "photo.jpg")


def test_only_its_owner_can_read_a_backup(archive: Path) -> None:
    assert archive.stat().st_mode & 0o777 == 0o600


def test_a_backup_of_older_tables_is_brought_up_to_date(tmp_path: Path) -> None:
    old, new = f"sqlite:///{tmp_path}/old.db", f"sqlite:///{tmp_path}/new.db"
    upgrade(old, "0004")
    back_up(old, tmp_path / "old.zip")

    restore(new, tmp_path / "old.zip")

    assert Store(new).open_conversation("web", "en")
