"""Watching pages of a server on this machine: what a maintainer is told, and what is no news."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.sources import watch as watching
from bot.sources import watched
from bot.sources.addresses import Use, addresses
from bot.sources.page_words import read
from bot.sources.watch import Watched, watch
from bot.sources.watched import FILE, Finding, seen
from tests.helpers import ROOT
from tests.helpers.local_server import Answer, Server

NOW = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
TODAY = NOW.date()
FUNDS = (
    Use("page", "funds", date(2026, 11, 20)),
    Use("answer", "funds_amount", date(2026, 11, 22)),
    Use("figure", "funds/settlement", date(2026, 11, 20)),
)


def html(words: str, modified: str | None = None, frame: str = "") -> bytes:
    meta = f'<meta name="dcterms.modified" title="W3CDTF" content="{modified}"/>' if modified else ""
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{meta}<title>IRCC</title></head>"
        f"<body><header>{frame}</header><main class='{frame}'><h1>{words}</h1></main></body></html>"
    ).encode()


def page(words: str, modified: str | None = None, **more: Any) -> Answer:
    headers = {"Content-Type": "text/html; charset=utf-8", **more.pop("headers", {})}
    return Answer(html(words, modified), headers=headers, **more)


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing stand between the tests and their server."""
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def pauses() -> list[float]:
    """How long the watch waited between requests; it does not really wait."""
    return []


@pytest.fixture
def look(server: Server, tmp_path: Path, pauses: list[float]) -> Callable[..., list[Finding]]:
    """Watch one page of the server, which answers as told; gives what a person must look at."""

    def look(*answers: Answer, uses: tuple[Use, ...] = FUNDS, **options: Any) -> list[Finding]:
        if answers:
            server.answers["/en"] = list(answers)
        return list(run(tmp_path, {server.url("/en"): uses}, pauses, **options).findings)

    return look


def run(folder: Path, named: watched.Named, pauses: list[float], **options: Any) -> Watched:
    return watch(folder, named, **{"now": lambda: NOW, "sleep": pauses.append, **options})


def told(found: list[Finding]) -> list[str]:
    return [each.what for each in found]


# What a page says


def test_a_page_that_stays_as_it_is_is_no_news_and_is_not_sent_again(look: Any, server: Server) -> None:
    marks = {"ETag": '"a1"', "Last-Modified": "Fri, 20 Nov 2026 10:00:00 GMT"}

    assert look(page("$15,263", headers=marks)) == []
    assert look(Answer(status=304)) == []
    assert server.requests[-1][1]["If-None-Match"] == marks["ETag"]
    assert server.requests[-1][1]["If-Modified-Since"] == marks["Last-Modified"]


def test_a_page_that_says_something_else_is_told_with_what_rests_on_it_until_that_is_checked(
    look: Any, server: Server
) -> None:
    look(page("$15,263"))

    (found,) = look(page("$15,500"))
    assert (found.what, found.url, found.since, found.uses) == ("changed", server.url("/en"), TODAY, FUNDS)

    later = {"now": lambda: NOW + timedelta(days=30)}
    assert told(look(**later)) == ["changed"]
    read_again = replace(FUNDS[0], checked=TODAY)
    assert look(uses=(read_again, FUNDS[1]), **later)[0].uses == (FUNDS[1],)
    assert look(uses=(read_again,), **later) == []


def test_a_page_that_changes_after_it_was_checked_on_the_same_day_is_told(look: Any) -> None:
    checked_today = (replace(FUNDS[0], checked=TODAY),)
    look(page("$15,263"), uses=checked_today)

    assert told(look(page("$15,500"), uses=checked_today)) == ["changed"]
    assert look(uses=(replace(FUNDS[0], checked=TODAY + timedelta(days=1)),)) == []


def test_a_page_that_was_changed_after_its_check_is_told_on_the_first_look(look: Any) -> None:
    (found,) = look(page("$15,263", modified="2026-11-21"))

    assert (found.what, found.since) == ("modified", date(2026, 11, 21))
    assert [use.name for use in found.uses] == ["funds", "funds/settlement"]


@pytest.mark.parametrize(
    "modified", ["2026-11-20", "2015-01-31", "", "yesterday", "2026-13-45", "20 nov. 2026"]
)
def test_a_page_that_was_not_changed_since_its_check_or_gives_no_day_is_no_news(
    look: Any, modified: str
) -> None:
    assert look(page("$15,263", modified=modified)) == []


def test_a_new_date_on_the_same_words_is_no_news(look: Any) -> None:
    look(page("$15,263", modified="2026-11-18"))

    assert look(page("$15,263", modified="2026-11-25")) == []


def test_a_day_that_is_still_to_come_counts_as_today(look: Any) -> None:
    assert look(page("$15,263", modified="2099-01-01"))[0].since == TODAY


@pytest.mark.parametrize(
    "other",
    [
        "<main><h1>Preuve de\n\n   fonds</h1></main>",
        "<main id='wb-main' class='b a'><script>var n = 7</script><style>a{}</style>"
        "<nav><a href='/'>Menu</a></nav><h1>Preuve <b>de</b>&nbsp;fonds</h1><!-- 17:04:11 --></main>",
        "<main><h1>Preuve de fonds</h1><div class='row pagedetails'>2026-11-25 <a>Signaler</a></div></main>",
        "<main><p id='assentedDate'>À jour au 2026-11-10</p><h1>Preuve de fonds</h1></main>",
        "<div role='main'><h1>Preuve de fonds</h1></div>",
        "<nav>Menu</nav><header>En-tête</header><h1>Preuve de fonds</h1><footer>Contact</footer>",
        "<main><h1>Preuve de fonds</main>",
    ],
)
def test_another_frame_around_the_same_words_is_no_change(other: str) -> None:
    plain = read(b"<html><body><header>x</header><main><h1>Preuve de fonds</h1></main></body></html>")

    assert read(f"<html><head><title>8</title></head><body>{other}</body></html>".encode()) == plain


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<main>Entrée express : 60 jours</main>".encode(), "text/html"),
        ("<main>Entrée express : 60 jours</main>".encode(), "text/html; charset=iso-8859-1"),
        ("<main>Entrée express : 60 jours</main>".encode("latin-1"), "text/html; charset=utf-8"),
        ("<main>Entrée express : 60 jours</main>".encode("latin-1"), "text/html"),
        ("<main>Entrée express : 60 jours</main>".encode("cp1252"), "text/html; charset=klingon"),
        ("<meta charset=utf-16><main>Entrée express : 60 jours</main>".encode("latin-1"), "text/html"),
        ("\ufeff<main>Entrée express : 60 jours</main>".encode(), ""),
        ("<main>Entre\u0301e express : 60 jours</main>".encode(), "text/html"),
        (b"<main>Entr&eacute;e express : 60 jours</main>", "text/html"),
    ],
)
def test_accents_are_read_whatever_encoding_is_declared(body: bytes, content_type: str) -> None:
    assert read(body, content_type) == read("<main>Entrée express : 60 jours</main>".encode(), "text/html")


@pytest.mark.parametrize(
    "body",
    [b"", b"   ", b"\x00\xff\xfe", b"<", b"<main>" * 100_000, b"<!-- -->", b"<html><head></head></html>"],
)
def test_nothing_that_a_server_sends_as_a_page_breaks_the_reading(body: bytes) -> None:
    assert read(body, "text/html") == read(body, "text/html")


def test_a_file_that_is_no_page_is_compared_byte_for_byte(look: Any) -> None:
    form = {"headers": {"Content-Type": "application/pdf"}}
    look(Answer(b"%PDF-1.7 a", **form))

    assert look(Answer(b"%PDF-1.7 a", **form)) == []
    assert told(look(Answer(b"%PDF-1.7 b", **form))) == ["changed"]


# Where a page stands


def test_a_page_that_moved_for_good_is_told_with_its_new_address(look: Any, server: Server) -> None:
    server.answers |= {"/new": [page("$15,263")], "/newer": [page("$15,263")]}
    look(page("$15,263"))

    (found,) = look(Answer(status=301, headers={"Location": "/new#top"}))
    assert (found.what, found.to, found.uses) == ("moved", server.url("/new"), FUNDS)

    server.answers["/new"] = [Answer(status=302, headers={"Location": "/newer"})]
    assert look()[0].to == server.url("/new")


def test_a_page_that_is_elsewhere_for_now_is_read_there_and_is_no_news(look: Any, server: Server) -> None:
    server.answers["/now"] = [page("$15,263")]

    assert look(Answer(status=302, headers={"Location": "/now"})) == []
    server.answers |= {
        "/now": [Answer(status=301, headers={"Location": "/then"})],
        "/then": [page("$15,500")],
    }
    assert told(look()) == ["changed"]


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_told_with_the_day(look: Any, status: int) -> None:
    look(page("$15,263"))

    (found,) = look(Answer(status=status))
    assert (found.what, found.status, found.since) == ("gone", status, TODAY)
    assert look(now=lambda: NOW + timedelta(days=3))[0].since == TODAY


def test_what_a_page_said_is_remembered_while_it_does_not_answer(look: Any) -> None:
    look(page("$15,263"))
    look(Answer(status=404))

    assert look(page("$15,263")) == []
    look(Answer(status=500))
    assert told(look(page("$15,500"))) == ["changed"]


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/", "http://[", "/en"]
)
def test_a_page_that_leads_nowhere_is_unreachable(look: Any, server: Server, to: str) -> None:
    (found,) = look(Answer(status=301, headers={"Location": to}))

    assert found.what == "unreachable"
    assert found.trouble in ("redirects", "connection")
    assert server.count("/en") <= watching.MOST_REDIRECTS + 1


def test_a_server_in_trouble_is_asked_again_after_growing_pauses(look: Any, pauses: list[float]) -> None:
    assert look(Answer(status=503), Answer(status=429, headers={"Retry-After": "7"}), page("$15,263")) == []
    assert [pause for pause in pauses if pause > watching.HOST_PAUSE] == [2, 7]


def test_a_server_that_stays_in_trouble_is_told(look: Any, server: Server) -> None:
    (found,) = look(Answer(status=503))

    assert (found.what, found.trouble, found.status) == ("unreachable", "status", 503)
    assert server.count("/en") == watching.ATTEMPTS


def test_a_page_that_hangs_is_unreachable(look: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "TIMEOUT", 0.1)
    hold = threading.Event()

    (found,) = look(page("$15,263", hold=hold))
    hold.set()
    assert (found.what, found.trouble, found.status) == ("unreachable", "timeout", None)


def test_a_page_that_trickles_is_given_up(look: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "LONGEST_ANSWER", 0.0)

    assert look(page("$15,263"))[0].trouble == "timeout"


def test_a_huge_page_is_not_read_to_its_end(look: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "LARGEST", 1_000)

    (found,) = look(page("x" * 100_000))
    assert (found.what, found.trouble) == ("unreachable", "large")


def test_a_page_that_breaks_off_is_unreachable_and_is_not_taken_for_a_change(look: Any) -> None:
    look(page("$15,263"))

    assert told(look(replace(page("$15,263"), length=9_999))) == ["unreachable"]


def test_a_host_that_gave_no_answer_three_times_is_left_alone(
    server: Server, tmp_path: Path, pauses: list[float]
) -> None:
    server.close()
    named = {server.url(f"/{number}"): FUNDS for number in range(5)}

    found = run(tmp_path, named, pauses)
    assert [each.trouble for each in found.findings] == [*["connection"] * 3, *["host"] * 2]
    assert (found.asked, found.answered) == (5, 0)


def test_where_nothing_answers_the_run_ends_soon(server: Server, tmp_path: Path, pauses: list[float]) -> None:
    server.close()
    hosts = [server.url("/").replace("127.0.0.1", f"127.0.0.{number}") for number in range(1, 10)]
    named = dict.fromkeys(hosts, FUNDS)

    found = run(tmp_path, named, pauses)
    assert [each.trouble for each in found.findings].count("connection") == watching.ALL_GIVEN_UP


# Manners, memory


def test_a_host_has_a_pause_between_two_requests_and_is_told_who_asks(
    server: Server, tmp_path: Path, pauses: list[float]
) -> None:
    server.answers |= {"/en": [page("a")], "/fr": [page("b")]}
    run(tmp_path, {server.url("/en"): FUNDS, server.url("/fr"): FUNDS}, pauses)

    assert len(pauses) == 1
    assert 0.5 < pauses[0] <= watching.HOST_PAUSE
    assert "express-entry" in server.requests[0][1]["User-Agent"]


def test_only_links_looks_at_no_words_and_leaves_their_change_for_the_next_time(
    look: Any, server: Server
) -> None:
    marks = {"ETag": '"a1"'}
    look(page("$15,263", headers=marks))

    assert look(page("$15,500"), only_links=True) == []
    assert "If-None-Match" not in server.requests[-1][1]
    assert told(look(Answer(status=404), only_links=True)) == ["gone"]
    assert told(look(page("$15,500"))) == ["changed"]


def test_words_told_from_the_frame_in_another_way_are_not_compared(
    look: Any, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(page("$15,263", headers={"ETag": '"a1"'}))
    monkeypatch.setattr(watching, "READER", "2")
    monkeypatch.setattr("bot.sources.page_words.READER", "2")

    assert look(page("$15,500", headers={"ETag": '"a1"'})) == []
    assert "If-None-Match" not in server.requests[-1][1]


@pytest.mark.parametrize(
    "content", ["", "[]", '{"form": 0}', '{"form": 1, "addresses": {"a": {"asked": 1, "b": 2}}}']
)
def test_a_file_that_cannot_be_read_counts_as_none(look: Any, tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)

    assert look(page("$15,263")) == []
    assert len(seen(tmp_path)) == 1


def test_an_address_that_the_data_no_longer_names_is_forgotten(
    look: Any, server: Server, tmp_path: Path, pauses: list[float]
) -> None:
    look(page("$15,263"))
    server.answers["/fr"] = [page("15 263 $")]
    run(tmp_path, {server.url("/fr"): FUNDS}, pauses)

    assert list(seen(tmp_path)) == [server.url("/fr")]


KILLED = """
import json, sys
from datetime import date
from pathlib import Path
from bot.sources.watch import watch
from bot.sources.addresses import Use
uses = (Use("page", "funds", date(2026, 11, 20)),)
watch(Path(sys.argv[1]), {url: uses for url in sys.argv[2:]}, sleep=lambda _: None)
"""


def test_a_run_that_is_killed_loses_nothing_that_it_saw(
    server: Server, tmp_path: Path, pauses: list[float]
) -> None:
    urls = [server.url(f"/{name}") for name in ("a", "b", "c")]
    named = dict.fromkeys(urls, FUNDS)
    server.answers = {f"/{name}": [page("before")] for name in ("a", "b", "c")}
    run(tmp_path, named, pauses)
    hold = threading.Event()
    server.answers = {"/a": [page("after")], "/b": [Answer(status=404)], "/c": [page("after", hold=hold)]}
    asked = server.count("/c")

    child = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path), *urls], cwd=ROOT, env=os.environ)
    wait_until(lambda: server.count("/c") > asked)
    child.send_signal(signal.SIGKILL)
    child.wait()
    hold.set()

    a, b, c = (seen(tmp_path)[url] for url in urls)
    assert (a.changed, b.trouble) == (date.today(), "gone")
    assert (c.changed, c.trouble) == (None, None)
    assert told(list(run(tmp_path, named, pauses).findings)) == ["gone", "changed", "changed"]


def wait_until(what: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not what():
        assert time.monotonic() < end
        time.sleep(0.02)


# The addresses


def test_every_address_in_the_data_is_watched_except_the_feeds_and_where_old_copies_came_from() -> None:
    files = [path for path in (ROOT / "data").rglob("*.yml") if path.parent.name not in ("answers", "nlu")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    named = {url.replace("{code}", "00010") for url in re.findall(r"https?://[^\s'\"]+", text)}
    beside = {url for url in named if "/documents/json/" in url or "//github.com/" in url}

    assert len(beside) == 6
    assert set(addresses()) == named - beside


def test_an_address_knows_what_rests_on_it_and_when_that_was_checked() -> None:
    funds = "https://www.canada.ca/fr/immigration-refugies-citoyennete/services/immigrer-canada/entree-express/documents/preuve-fonds-suffisants.html"
    uses = {(use.kind, use.name) for use in addresses()[funds]}

    assert {("page", "funds"), ("answer", "funds_amount"), ("figure", "funds/settlement")} <= uses
    assert all(use.checked is not None for use in addresses()[funds])


# The command


@pytest.fixture
def command(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str]]:
    """Run the command on two pages of the server."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr(watching, "HOST_PAUSE", 0)
    monkeypatch.setattr(watching, "FIRST_PAUSE", 0)
    other = (Use("page", "fees", date(2026, 11, 20)),)
    named = {server.url("/en"): FUNDS, server.url("/fees"): other}
    monkeypatch.setattr("bot.sources.addresses.addresses", lambda: named)
    monkeypatch.setattr("bot.commands.facts.addresses", lambda: named)
    server.answers |= {"/en": [page("$15,263")], "/fees": [page("$1,525")]}

    def command(*arguments: str) -> tuple[int, str]:
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out or printed.err

    return command


def test_the_command_ends_with_0_where_nothing_has_to_be_read(command: Any) -> None:
    assert command("watch") == (0, "2 addresses asked. Nothing has to be read again.\n")


def test_the_command_tells_in_both_languages_what_to_read_and_ends_with_1(
    command: Any, server: Server
) -> None:
    command("watch")
    server.answers["/en"] = [page("$15,500")]
    server.answers["/fees"] = [Answer(status=404)]

    code, english = command("watch")
    assert code == 1
    assert "Gone since" in english
    assert server.url("/en") in english
    assert "Answers: funds_amount" in english
    french = command("watch", "--lang", "fr")[1]
    assert "Page disparue depuis le" in french
    assert "Réponses : funds_amount" in french
    findings = json.loads(command("watch", "--json")[1])["findings"]
    assert [each["what"] for each in findings] == ["gone", "changed"]
    assert findings[1]["uses"][1] == {"kind": "answer", "name": "funds_amount", "checked": "2026-11-22"}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    "answer", [Answer(status=403), Answer(status=301, headers={"Location": "/fees"}), page("a", "2026-11-25")]
)
def test_every_finding_has_words(command: Any, server: Server, answer: Answer, lang: str) -> None:
    server.answers["/en"] = [answer]

    assert command("watch", "--lang", lang)[0] == 1


def test_the_command_asks_only_what_a_named_answer_rests_on(command: Any, server: Server) -> None:
    assert command("watch", "--of", "funds_amount")[1].startswith("1 address asked.")
    assert server.count("/fees") == 0
    assert command("watch", "--of", "nobody")[0] == 2


def test_a_machine_without_a_network_is_told_so(command: Any, server: Server) -> None:
    server.close()

    assert command("watch") == (
        1,
        "None of 2 addresses answered. Is this machine connected to the Internet?\n",
    )


def test_facts_check_names_references_to_pages_that_are_gone(command: Any, server: Server) -> None:
    assert "No address has been asked yet" in command("facts", "check")[1]
    server.answers["/en"] = [Answer(status=404)]
    command("watch", "--only", "links")

    code, out = command("facts", "check")
    assert code == 1
    assert re.search(rf"{server.url('/en')}: gone since .+; it stands in funds, funds_amount", out)
    assert "2 asked; 1 gone, 0 moved, 0 unreachable, 0 to read again." in out
