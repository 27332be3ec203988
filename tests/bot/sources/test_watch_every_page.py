"""The command ``watch`` over every page that the data names, each served by a stand-in on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.sources import watch as watching
from bot.sources.addresses import Named, addresses
from tests.helpers.local_server import Answer, Server

HTML = {"Content-Type": "text/html; charset=utf-8"}
Run = Callable[..., tuple[int, dict[str, Any]]]


def saying(words: str, modified: date | None = None) -> Answer:
    dated = f'<meta name="dcterms.modified" content="{modified}">' if modified else ""
    return Answer(f"<html><head>{dated}</head><main>{words}</main></html>".encode(), headers=HTML)


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def pages(server: Server) -> dict[str, str]:
    """Where the stand-in has each page: its path by the official address. Each page says something else."""
    paths = {url: f"/{url.removeprefix('https://')}" for url in addresses()}
    for path in paths.values():
        server.answers[path] = [saying(path)]
    return paths


@pytest.fixture
def watch(
    server: Server, pages: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> Run:
    """Run the command against the stand-in; gives its exit code and what it printed."""
    named: Named = {server.url(pages[url]): uses for url, uses in addresses().items()}
    monkeypatch.setattr("bot.sources.addresses.addresses", lambda: named)
    monkeypatch.setattr(watching, "HOST_PAUSE", 0)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("NO_PROXY", "*")

    def run(*arguments: str) -> tuple[int, dict[str, Any]]:
        code = main(["watch", "--json", *arguments])
        return code, json.loads(capsys.readouterr().out)

    return run


def test_every_page_of_the_data_is_asked_once_and_a_quiet_day_has_nothing_to_read(
    watch: Run, server: Server, pages: dict[str, str]
) -> None:
    assert watch() == (0, {"asked": len(pages), "answered": len(pages), "findings": []})
    assert sorted(path for path, _ in server.requests) == sorted(pages.values())
    assert watch()[0] == 0


def test_every_page_that_says_something_else_is_told_with_what_rests_on_it(
    watch: Run, server: Server, pages: dict[str, str]
) -> None:
    watch()
    for path in pages.values():
        server.answers[path] = [saying(f"{path} and more")]
    code, told = watch()

    resting = {
        server.url(pages[url]): {use.name for use in uses if use.checked is not None}
        for url, uses in addresses().items()
    }
    assert code == 1
    assert {each["what"] for each in told["findings"]} == {"changed"}
    assert {each["url"]: {use["name"] for use in each["uses"]} for each in told["findings"]} == {
        url: names for url, names in resting.items() if names
    }


def test_a_page_that_is_gone_or_moved_is_told_wherever_it_stands(
    watch: Run, server: Server, pages: dict[str, str]
) -> None:
    watch()
    for path in pages.values():
        server.answers[path] = [Answer(status=404)]
    assert {each["what"] for each in watch()[1]["findings"]} == {"gone"}
    assert len(watch("--only", "links")[1]["findings"]) == len(pages)

    server.answers["/elsewhere"] = [saying("elsewhere")]
    for path in pages.values():
        server.answers[path] = [Answer(status=301, headers={"Location": "/elsewhere"})]
    moved = [each for each in watch("--only", "links")[1]["findings"] if each["what"] == "moved"]
    assert len(moved) == len(pages)


def test_a_page_that_is_newer_than_the_last_check_is_told_on_the_first_look(
    watch: Run, server: Server, pages: dict[str, str]
) -> None:
    for url, uses in addresses().items():
        checked = [use.checked for use in uses if use.checked is not None]
        if checked and max(checked) < date.today():
            server.answers[pages[url]] = [saying(url, modified=date.today())]
    told = watch()[1]["findings"]

    assert {each["what"] for each in told} == {"modified"}
    assert len(told) == sum("modified" in str(each[0].body) for each in server.answers.values())
