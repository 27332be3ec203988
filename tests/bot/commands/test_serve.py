"""Where the program cannot start it says why in a sentence."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from bot.cli import main
from bot.operating import room


def said(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["serve"]) == 1
    written = capsys.readouterr().err
    assert "Traceback" not in written
    assert written.count("\n") == 1
    return written


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        monkeypatch.setenv("PORT", str(free.getsockname()[1]))
    return tmp_path / "data"


def test_a_file_that_is_no_database(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.mkdir()
    (folder / "express_entry.db").write_bytes(os.urandom(50_000))
    written = said(capsys)
    assert "express_entry.db" in written
    assert "not a database" in written


def test_a_disk_that_is_full(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setattr(room, "LEAST_FREE_BYTES", 2**60)
    assert str(folder) in said(capsys)


def test_a_folder_in_the_place_of_which_there_is_a_file(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write_text("a file")
    assert "DATA_DIR" in said(capsys)
    monkeypatch.setenv("DATA_DIR", str(folder / "below"))
    assert "DATA_DIR" in said(capsys)


def test_a_postgresql_that_is_not_there(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody:s3cret@127.0.0.1:1/nothing")
    written = said(capsys)
    assert "PostgreSQL cannot be used" in written
    assert "s3cret" not in written
