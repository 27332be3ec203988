"""The commands about rounds: rounds, rounds refresh, chances, alerts send."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.store import Store, make_engine
from bot.store.alerts import Alerts
from express_entry.rounds import Round, seed
from tests.helpers.official_feed import document, entries

NEW = Round("448", date(2026, 10, 13), "Canadian Experience Class", "cec", ("cec",), 3000, 515, None)
PROFILE = {
    "age": 30,
    "marital_status": "never_married",
    "education": "bachelors_or_three_year",
    "education_country_is_canada": True,
    "canadian_work_years": 2,
    "first_language": {
        "test": "ielts_gt",
        "date": "2026-01-01",
        "listening": 8,
        "reading": 7,
        "writing": 7,
        "speaking": 7,
    },
    "noc": "31301",
    "intends_quebec": False,
    "provincial_nomination": False,
}
Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    folder = tmp_path / "var"
    monkeypatch.setenv("DATA_DIR", str(folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("NO_PROXY", "*")
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command that must succeed; its JSON, or its text."""

    def run(*arguments: str) -> Any:
        assert main(arguments) == 0
        told = capsys.readouterr().out
        return json.loads(told) if "--json" in arguments else told

    return run


@pytest.fixture
def profile(tmp_path: Path) -> str:
    """A nurse with Canadian experience."""
    path = tmp_path / "profile.json"
    path.write_text(json.dumps(PROFILE))
    return str(path)


@pytest.fixture
def feed_url() -> Iterator[str]:
    """The address of a feed with one new round."""
    body = document(entries(seed(), NEW)).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/feed"
    server.shutdown()
    server.server_close()


def test_rounds_come_newest_first_with_the_day_up_to_which_they_are_known(run: Run) -> None:
    answer = run("rounds", "--json")
    assert len(answer["rounds"]) == 448
    assert answer["as_of"] == "2026-10-01"
    assert answer["rounds"][0] == {
        "number": "447",
        "date": "2026-10-01",
        "type": "Trades Occupations, 2026-Version 3",
        "category": "trades",
        "programs": [],
        "invitations": 3500,
        "cutoff": 476,
        "tie_break": None,
    }
    assert answer["source"]["url"].startswith("https://www.canada.ca/en/")


def test_rounds_are_chosen_by_category_day_and_number(run: Run) -> None:
    answer = run("rounds", "--category", "french", "--since", "2026-07-01", "--limit", "2", "--json")
    assert [each["number"] for each in answer["rounds"]] == ["437", "433"]
    assert answer["rounds"][0]["tie_break"] == "2026-03-01T18:34:05Z"
    assert run("rounds", "--limit", "0", "--json")["rounds"] == []
    assert run("rounds", "--since", "2030-01-01", "--json")["rounds"] == []


def test_a_day_in_the_past_knows_no_later_rounds(run: Run) -> None:
    answer = run("rounds", "--on", "2026-08-19", "--limit", "1", "--json")
    assert answer["rounds"][0]["number"] == "437"
    assert answer["as_of"] == "2026-08-19"


def test_rounds_in_words_are_lines_with_their_source(run: Run) -> None:
    text = run("rounds", "--category", "cec", "--lang", "fr")
    assert text.count("Catégorie de l’expérience canadienne") == 10
    assert "https://www.canada.ca/fr/" in text
    assert "no such round" in run("rounds", "--since", "2030-01-01")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--category", "astronauts"),
        ("--since", "yesterday"),
        ("--since", "20260701"),
        ("--limit", "-1"),
        ("--limit", "few"),
        ("freshen",),
    ],
)
def test_what_is_not_allowed_is_said_and_exits_with_2(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(("rounds", *arguments))
    assert stopped.value.code == 2
    assert arguments[-1] in capsys.readouterr().err


def test_a_refresh_adds_what_is_new_and_is_kept(run: Run, feed_url: str) -> None:
    answer = run("rounds", "refresh", "--url", feed_url, "--json")
    assert [each["number"] for each in answer["added"]] == ["448"]
    assert (answer["changed"], answer["problems"]) == ([], [])
    again = run("rounds", "refresh", "--url", feed_url, "--json")
    assert again["added"] == []
    newest = run("rounds", "--limit", "1", "--json")
    assert newest["rounds"][0]["number"] == "448"
    assert newest["as_of"] == answer["as_of"]
    assert "No new rounds" in run("rounds", "refresh", "--url", feed_url)


def test_a_refresh_that_fails_exits_with_1_and_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("rounds", "refresh", "--url", "ftp://example.org/feed", "--json")) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "ftp://example.org/feed" in told.err


def test_chances_tell_gap_cut_offs_and_place(run: Run, profile: str) -> None:
    answer = run("chances", profile, "--on", "2026-10-01", "--json")
    cec = next(each for each in answer["chances"] if each["category"] == "cec")
    assert cec["eligible"] is True
    assert cec["gap"] == answer["score"] - 518
    assert [each["cutoff"] for each in cec["last"]] == [518, 519, 521, 523, 516]
    assert cec["outlook"] == {
        "low": 510,
        "high": 526,
        "held": 29,
        "tests": 33,
        "mean_error": 4.8,
        "before": None,
    }
    assert answer["place"]["total"] == 229_904
    assert answer["place"]["low"] <= answer["score"] <= answer["place"]["high"]


def test_chances_after_the_change_of_rules_say_so(run: Run, profile: str) -> None:
    answer = run("chances", profile, "--on", "2026-11-23", "--json")
    assert answer["rules"] == {"date": "2025-03-25", "complete": False}
    cec = next(each for each in answer["chances"] if each["category"] == "cec")
    assert cec["outlook"]["before"] == "2026-11-03"
    assert "3 November 2026" in run("chances", profile, "--on", "2026-11-23")
    assert "3 novembre 2026" in run("chances", profile, "--on", "2026-11-23", "--lang", "fr")


def test_a_wrong_profile_or_day_exits_with_2(
    tmp_path: Path, profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"age": "thirty"}')
    assert main(("chances", str(wrong))) == 2
    assert "age" in capsys.readouterr().err
    assert main(("chances", profile, "--on", "2014-01-01")) == 2
    assert main(("chances", str(tmp_path / "none.json"))) == 2


def test_sending_alerts_queues_what_is_new_once(run: Run, feed_url: str, data_dir: Path) -> None:
    assert run("alerts", "send", "--json")["queued"] == 0
    url = f"sqlite:///{data_dir / 'express_entry.db'}"
    store, alerts = Store(url), Alerts(make_engine(url))
    person = store.open_conversation("web", "en").person_id
    alerts.subscribe(person, "all", "447")
    run("rounds", "refresh", "--url", feed_url)
    assert run("alerts", "send", "--json")["queued"] == 1
    assert run("alerts", "send", "--json")["queued"] == 0
    news = alerts.waiting(person)
    assert news is not None
    assert news.rounds == ("448",)
    assert "0 queued" in run("alerts", "send")
    store.close()


def test_commands_about_rounds_load_neither_rasa_nor_what_only_a_refresh_needs(profile: str) -> None:
    script = (
        "import sys; from bot.cli import main; main(sys.argv[1:]); "
        "print([name for name in ('rasa', 'httpx', 'sqlalchemy', 'matplotlib') if name in sys.modules])"
    )
    for command in (["rounds", "--limit", "1"], ["chances", profile]):
        done = subprocess.run(
            [sys.executable, "-c", script, *command], capture_output=True, text=True, check=True
        )
        assert done.stdout.splitlines()[-1] == "[]"
