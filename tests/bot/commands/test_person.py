"""``export`` and ``forget`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.settings import SECRET_FILE, SHORTEST_SECRET
from bot.store import Store
from bot.store.migrations import upgrade


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    url = f"sqlite:///{tmp_path}/store.db"
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", url)
    upgrade(url)
    return Store(url)


def test_a_person_gets_everything_and_is_forgotten(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    person = store.open_conversation("web", "en").person_id
    store.confirm(person, "m", {"age": 30}, [], state={}, revision=0)
    store.change_plan(person, lambda plan: {"have": ["passport"]})

    assert main(["export", person, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["profile"] == {"age": 30}
    assert told["plans"][0]["document"] == {"have": ["passport"]}

    assert main(["forget", person, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"forgotten": person, "conversations": 1}
    assert store.profile(person) == {}


@pytest.mark.parametrize("command", ["export", "forget"])
def test_nobody_of_that_id_is_wrong_input(
    store: Store, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "aaaa-bbbb"]) == 2
    assert "aaaa-bbbb" in capsys.readouterr().err


def test_a_backup_brings_a_person_and_the_sessions_back(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    person = store.open_conversation("web", "en").person_id
    store.confirm(person, "m", {"age": 30}, [], state={}, revision=0)
    (tmp_path / SECRET_FILE).write_text("0" * SHORTEST_SECRET)
    kept, elsewhere = str(tmp_path / "kept.zip"), tmp_path / "elsewhere"

    assert main(["backup", kept]) == 0
    monkeypatch.setenv("DATA_DIR", str(elsewhere))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{elsewhere}/store.db")
    assert main(["restore", kept]) == 0

    assert Store(f"sqlite:///{elsewhere}/store.db").profile(person) == {"age": 30}
    assert (elsewhere / SECRET_FILE).read_text() == "0" * SHORTEST_SECRET
    assert "one person" in capsys.readouterr().out


def test_a_backup_that_is_none_is_wrong_input(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"no")
    assert main(["restore", str(tmp_path / "photo.jpg"), "--lang", "fr"]) == 2
    assert "n’est pas une sauvegarde" in capsys.readouterr().err
