"""Refreshing from a server on this machine: whatever it sends, what is known stays and is served."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.sources import feed
from bot.sources.feed import FeedError, refresh
from bot.sources.fetching import LONGEST_PAUSE
from bot.sources.rounds import FILE, LOCK, history
from express_entry.rounds import Round, seed
from tests.helpers.local_server import Answer, Server
from tests.helpers.official_feed import document, entries, french

NOW = datetime(2026, 10, 20, 15, 0, tzinfo=UTC)
NEW = Round("448", date(2026, 10, 13), "Canadian Experience Class", "cec", ("cec",), 3000, 515, None)
WHOLE = document(entries(seed(), NEW)).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that answers 404 until it is told what to say."""
    server = Server()
    yield server
    server.close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing stand between the tests and their server."""
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def pauses() -> list[float]:
    """How long the refresh waited between attempts; it does not really wait."""
    return []


@pytest.fixture
def ask(server: Server, tmp_path: Path, pauses: list[float]) -> Callable[..., feed.Refresh]:
    """Refresh from the server."""

    def ask(*answers: Answer, path: str = "/en", **options: Any) -> feed.Refresh:
        if answers:
            server.answers[path] = list(answers)
        given = {"now": lambda: NOW, "sleep": pauses.append} | options
        return refresh(tmp_path, server.url(path), **given)

    return ask


def test_without_a_refresh_the_stock_is_served(tmp_path: Path) -> None:
    assert history(tmp_path) == seed()


def test_a_new_round_is_kept_with_the_day_of_the_look_up(ask: Any, tmp_path: Path) -> None:
    found = ask(Answer(WHOLE))
    assert found.added == (NEW,)
    assert found.problems == ()
    assert history(tmp_path).latest() == NEW
    assert history(tmp_path).as_of == NOW.date()
    assert history(tmp_path).source.checked == NOW.date()


def test_a_second_refresh_adds_nothing(ask: Any, tmp_path: Path) -> None:
    ask(Answer(WHOLE))
    again = ask()
    assert (again.added, again.changed, again.problems) == ((), (), ())
    assert history(tmp_path).latest() == NEW


def test_what_has_not_changed_is_not_sent_again(ask: Any, server: Server, tmp_path: Path) -> None:
    marks = {"ETag": '"a1"', "Last-Modified": "Tue, 13 Oct 2026 15:00:00 GMT"}
    ask(Answer(WHOLE, headers=marks))
    later = NOW + timedelta(days=2)
    found = ask(Answer(status=304), now=lambda: later)
    assert not found.modified
    assert found.history.as_of == later.date()
    assert history(tmp_path).latest() == NEW
    _, headers = server.requests[-1]
    assert headers["If-None-Match"] == '"a1"'
    assert headers["If-Modified-Since"] == marks["Last-Modified"]


def test_a_file_with_problems_is_asked_for_whole_the_next_time(ask: Any, server: Server) -> None:
    marks = {"ETag": '"a1"'}
    broken = document([{**entries(seed(), NEW)[0], "drawCRS": "?"}, *entries(seed())]).encode()
    assert ask(Answer(broken, headers=marks)).problems
    assert ask(Answer(WHOLE, headers=marks)).added == (NEW,)
    assert "If-None-Match" not in server.requests[-1][1]


def test_not_modified_without_having_asked_is_refused(ask: Any, tmp_path: Path) -> None:
    with pytest.raises(FeedError, match="304"):
        ask(Answer(status=304))
    assert history(tmp_path) == seed()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!DOCTYPE html><html><title>Canada.ca - Error</title></html>",
        WHOLE[:200_000],
        WHOLE.replace(b'"drawNumber"', b"drawNumber", 1),
        b'{"classes":"wb-tables","rounds":[]}',
        b"{" * 100_000,
        "{é".encode("utf-16"),
    ],
    ids=["empty", "html", "truncated", "malformed", "no rounds", "nested", "utf-16"],
)
def test_what_is_not_the_feed_changes_nothing(
    ask: Any, server: Server, tmp_path: Path, body: bytes, pauses: list[float]
) -> None:
    ask(Answer(WHOLE))
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(FeedError, match="not the feed"):
        ask(Answer(body), path="/bad")
    assert (tmp_path / FILE).read_bytes() == before
    assert history(tmp_path).latest() == NEW
    assert server.count("/bad") == feed.ATTEMPTS
    assert pauses == [1, 2, 4]


@pytest.mark.parametrize("status", [500, 502, 503, 429])
def test_a_server_in_trouble_is_asked_again(ask: Any, status: int, pauses: list[float]) -> None:
    found = ask(Answer(status=status), Answer(status=status), Answer(WHOLE))
    assert found.added == (NEW,)
    assert pauses == [1, 2]


def test_a_server_that_says_when_to_come_back_is_asked_then(ask: Any, pauses: list[float]) -> None:
    ask(Answer(status=503, headers={"Retry-After": "17"}), Answer(WHOLE))
    ask(Answer(status=503, headers={"Retry-After": "99999"}), Answer(WHOLE))
    ask(Answer(status=503, headers={"Retry-After": "Tue, 13 Oct 2026 15:00:00 GMT"}), Answer(WHOLE))
    assert pauses == [17, LONGEST_PAUSE, 1]


def test_a_server_that_fails_for_good_leaves_what_is_known(ask: Any, tmp_path: Path) -> None:
    ask(Answer(WHOLE))
    with pytest.raises(FeedError, match="status 500"):
        ask(Answer(status=500), now=lambda: NOW + timedelta(days=9))
    assert history(tmp_path).latest() == NEW
    assert history(tmp_path).as_of == NOW.date(), "the date is that of the last look that succeeded"


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_refusal_is_not_asked_again(ask: Any, server: Server, status: int) -> None:
    with pytest.raises(FeedError, match=str(status)):
        ask(Answer(status=status))
    assert server.count() == 1


def test_a_body_that_ends_early_is_asked_for_again(ask: Any, pauses: list[float]) -> None:
    assert ask(Answer(WHOLE, length=len(WHOLE) + 10), Answer(WHOLE)).added == (NEW,)
    assert pauses == [1]


def test_a_slow_server_is_given_up(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "TIMEOUT", 0.2)
    hold = threading.Event()
    try:
        assert ask(Answer(WHOLE, hold=hold), Answer(WHOLE)).added == (NEW,)
    finally:
        hold.set()


def test_a_server_that_trickles_is_given_up(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "LONGEST_FETCH", -1)
    with pytest.raises(FeedError, match="not complete"):
        ask(Answer(WHOLE))


def test_a_file_without_end_is_given_up(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "LARGEST", 1000)
    with pytest.raises(FeedError, match="more than 1000 bytes"):
        ask(Answer(WHOLE))


def test_nobody_there_is_an_error_that_says_so(tmp_path: Path, pauses: list[float], server: Server) -> None:
    address = server.url()
    server.close()
    with pytest.raises(FeedError, match="ConnectError"):
        refresh(tmp_path, address, sleep=pauses.append)
    with pytest.raises(FeedError):
        refresh(tmp_path, "ftp://example.org/feed", sleep=pauses.append)
    with pytest.raises(FeedError):
        refresh(tmp_path, "http://[", sleep=pauses.append)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_names_in_french_come_from_the_french_file(
    ask: Any, server: Server, tmp_path: Path, encoding: str
) -> None:
    server.answers["/ee_fr.json"] = [Answer(french(entries(seed(), NEW)).encode(encoding))]
    ask(Answer(WHOLE), path="/ee_en.json")
    latest = history(tmp_path).latest()
    assert latest is not None
    assert latest.name_fr == "Catégorie de l’expérience canadienne"
    assert latest.name == NEW.name


def test_a_missing_french_file_is_reported_and_costs_nothing(
    ask: Any, server: Server, tmp_path: Path
) -> None:
    found = ask(Answer(WHOLE), path="/ee_en.json")
    assert found.added == (NEW,)
    assert "/ee_fr.json: status 404" in str(found.problems[0])
    assert history(tmp_path).latest() == NEW


def test_a_shrunken_history_is_reported_and_nothing_is_lost(ask: Any, tmp_path: Path) -> None:
    ask(Answer(WHOLE))
    found = ask(Answer(document(entries(seed())[5:]).encode()), now=lambda: NOW + timedelta(days=3))
    assert {problem.number for problem in found.problems} == {"443", "444", "445", "446", "447", "448"}
    assert history(tmp_path).latest() == NEW
    assert history(tmp_path).as_of == NOW.date()


def test_a_changed_cut_off_waits_until_it_is_accepted(ask: Any, tmp_path: Path) -> None:
    rounds = entries(seed())
    rounds[0]["drawCRS"] = "470"
    changed = Answer(document(rounds).encode(), headers={"ETag": '"b"'})
    for _ in range(2):
        (change,) = ask(changed).changed
        assert (change.number, change.known, change.published, change.taken) == ("447", "476", "470", False)
        assert history(tmp_path).by_number["447"].cutoff == 476
    assert ask(changed, accept=True).changed[0].taken
    assert history(tmp_path).by_number["447"].cutoff == 470
    kept = json.loads((tmp_path / FILE).read_text())["changes"]
    assert [(change["known"], change["published"]) for change in kept] == [("476", "470")]


def test_an_unknown_kind_is_kept_under_its_published_name(ask: Any, tmp_path: Path) -> None:
    new = replace(NEW, name="Astronauts, 2027-Version 1")
    found = ask(Answer(document(entries(seed(), new)).encode()))
    assert "Astronauts" in str(found.problems[0])
    assert history(tmp_path).latest() == replace(new, category="other")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"form": 0}', '{"form": 1, "as_of": "2026-10-20"}'])
def test_a_damaged_file_is_reported_and_the_stock_served(
    tmp_path: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).write_text(content)
    with caplog.at_level(logging.ERROR):
        assert history(tmp_path) == seed()
    assert "cannot be read" in caplog.text


def test_a_newer_stock_adds_to_an_older_file(ask: Any, tmp_path: Path) -> None:
    ask(Answer(WHOLE))
    kept = json.loads((tmp_path / FILE).read_text())
    kept["rounds"] = [each for each in kept["rounds"] if each["number"] not in ("446", "447")]
    kept["pools"] = []
    (tmp_path / FILE).write_text(json.dumps(kept))
    assert history(tmp_path).rounds == (*seed().rounds, NEW)
    assert history(tmp_path).pools == seed().pools


def test_a_crash_while_writing_leaves_the_old_file(
    ask: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(Answer(document(entries(seed())).encode()))
    before = (tmp_path / FILE).read_bytes()

    def crash(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", crash)
        with pytest.raises(OSError, match="disk full"):
            ask(Answer(WHOLE))
    assert (tmp_path / FILE).read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {FILE, LOCK}
    assert ask(Answer(WHOLE)).added == (NEW,)


def test_refreshes_at_once_take_turns(ask: Any, server: Server, tmp_path: Path) -> None:
    ask(Answer(document(entries(seed())).encode()))
    server.answers["/en"] = [Answer(WHOLE)]
    found: list[feed.Refresh] = []
    threads = [threading.Thread(target=lambda: found.append(ask())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(len(each.added) for each in found) == [0, 0, 0, 1]
    assert history(tmp_path).latest() == NEW


def test_the_log_tells_a_problem_once(ask: Any, caplog: pytest.LogCaptureFixture) -> None:
    rounds = Answer(document(entries(seed())[1:]).encode())
    with caplog.at_level(logging.WARNING):
        ask(rounds)
        ask(rounds)
    assert caplog.text.count("no longer published") == 1
