"""Official fees and times from a server on this machine: whatever it sends, what was read stays."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.languages import LANGUAGES
from bot.replies import words
from bot.replies.answers import answer_reply
from bot.replies.costs import OTHERWISE, costs_reply
from bot.sources import official
from bot.sources.official import FILE, Look, keep_current, published, refresh
from express_entry.answers import answers
from express_entry.costs import as_published, costs
from express_entry.profile import parse_profile
from express_entry.published import feeds
from tests.helpers.local_server import Answer, Server

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
LIST = {
    "eta": {"en": "$7", "fr": "7 $"},
    "bio": {"en": "$85", "fr": "85 $"},
    "economic-main-rprf": {"en": "$1,590", "fr": "1 590 $"},
}
TIMES = {
    "default-update": {"flpt_lastupdated": "November 5, 2026"},
    "current-flpt": {
        "cec": "About 5 months",
        "fsw": "About 8 months",
        "pnp-ee": "About 7 months",
        "pnp-base": "About 12 months",
    },
}
Ask = Callable[..., Look]


def sent(document: Any, **more: Any) -> Answer:
    return Answer(json.dumps(document, ensure_ascii=False).encode(), **more)


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.answers = {"/fees": [sent(LIST)], "/times": [sent(TIMES)]}
    yield server
    server.close()


@pytest.fixture
def ask(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Look at both files of the server; where answers are given, they are what the fee list says."""
    monkeypatch.setenv("NO_PROXY", "*")
    named = [
        replace(feed, address=server.url(path))
        for feed, path in zip(feeds(), ("/fees", "/times"), strict=True)
    ]
    monkeypatch.setattr("bot.sources.official.feeds", lambda: named)

    def ask(*answers: Answer, **options: Any) -> Look:
        if answers:
            server.answers["/fees"] = list(answers)
        return refresh(tmp_path, **{"now": lambda: NOW, "sleep": lambda _: None, **options})

    return ask


def values(folder: Path) -> dict[str, int]:
    return {each.figures[0]: each.value for each in published(folder)}


READ = {
    "fees/biometrics_person": 85,
    "fees/principal_applicant": 1590,
    "figures/processing_cec_months": 5,
    "figures/processing_fsw_months": 8,
    "figures/processing_pnp_months": 7,
    "figures/processing_pnp_base_months": 12,
}


def test_nothing_is_known_before_the_first_look(tmp_path: Path) -> None:
    assert published(tmp_path) == ()


def test_a_look_keeps_what_both_files_say(ask: Ask, tmp_path: Path) -> None:
    assert ask().problems == ()
    assert values(tmp_path) == READ


def test_an_unchanged_file_is_not_sent_again_and_counts_as_looked_up(
    ask: Ask, server: Server, tmp_path: Path
) -> None:
    ask(sent(LIST, headers={"ETag": '"a1"'}))
    later = {"now": lambda: NOW + timedelta(days=2)}
    ask(Answer(status=304), **later)

    assert [headers.get("If-None-Match") for path, headers in server.requests if path == "/fees"][
        -1
    ] == '"a1"'
    assert {each.checked for each in published(tmp_path)} == {TODAY + timedelta(days=2)}
    assert values(tmp_path) == READ


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=404),
        Answer(status=503),
        Answer(b"<html>Maintenance</html>"),
        Answer(b""),
        Answer(json.dumps(LIST).encode()[:50]),
        replace(sent(LIST), length=9_999),
        sent({"a": 1, "b": 2, "c": 3}),
        sent([LIST]),
    ],
)
def test_whatever_goes_wrong_what_was_read_last_stays_and_the_other_file_is_read(
    ask: Ask, tmp_path: Path, answer: Answer
) -> None:
    ask()
    found = ask(answer)

    assert len(found.problems) == 1
    assert "/fees" in found.problems[0]
    assert values(tmp_path) == READ


def test_an_entry_that_cannot_be_read_is_reported_and_the_file_is_asked_whole_the_next_time(
    ask: Ask, server: Server, tmp_path: Path
) -> None:
    ask()
    odd = {**LIST, "bio": {"en": "free", "fr": "gratuit"}}
    found = ask(sent(odd, headers={"ETag": '"b1"'}))
    ask(sent(LIST))

    assert found.problems == (f"{server.url('/fees')}: bio: 'free' is no amount",)
    assert "If-None-Match" not in server.requests[-2][1]
    assert values(tmp_path) == READ


def test_each_problem_is_logged_once(ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    odd = sent({**LIST, "bio": None})
    with caplog.at_level(logging.WARNING):
        ask(odd)
        ask(odd)

    assert sum("bio" in record.getMessage() for record in caplog.records) == 1


@pytest.mark.parametrize("content", ["", "[]", '{"form": 0}', '{"form": 1, "files": {"a": {"values": 1}}}'])
def test_a_file_that_cannot_be_read_counts_as_none(ask: Ask, tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)

    assert published(tmp_path) == ()
    ask()
    assert values(tmp_path) == READ


def test_the_scheduler_looks_without_failing(
    tmp_path: Path, ask: Ask, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sources.feed.FIRST_PAUSE", 0)
    server.close()

    keep_current(tmp_path)
    assert published(tmp_path) == ()


# What people read


@pytest.mark.parametrize(("lang", "said"), [("en", "about 5 months"), ("fr", "environ 5 mois")])
def test_the_answer_quotes_the_processing_times_with_the_day_of_the_file(
    ask: Ask, tmp_path: Path, lang: str, said: str
) -> None:
    ask()
    reply = answer_reply(lang, answers()["processing_time"], {}, TODAY, published(tmp_path))

    assert said in reply.text
    assert {"en": "5 November 2026", "fr": "5 novembre 2026"}[lang] in reply.text.replace("\xa0", " ")


def test_the_answer_falls_back_to_the_data(tmp_path: Path) -> None:
    processing = answers()["processing_time"]

    assert answer_reply("en", processing, {}, TODAY, published(tmp_path)) == answer_reply(
        "en", processing, {}, TODAY
    )


def test_costs_say_what_the_official_list_has_otherwise(ask: Ask, tmp_path: Path) -> None:
    ask(sent({**LIST, "economic-main-rprf": {"en": "$1,650", "fr": "1 650 $"}}))
    alone = costs(parse_profile({"marital_status": "never_married", "family_size": 1}), TODAY)
    reply = costs_reply("en", as_published(alone, published(tmp_path)))
    answer = answer_reply("en", answers()["fees_amount"], {}, TODAY, published(tmp_path))

    for text in (reply.text, answer.text):
        assert "The official list gave $1,650" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_fee_of_the_official_list_that_differs_is_named_as_what_it_is(
    ask: Ask, tmp_path: Path, lang: str
) -> None:
    ask(sent({**LIST, "bio": {"en": "$90", "fr": "90 $"}}))
    alone = costs(parse_profile({"marital_status": "never_married", "family_size": 1}), TODAY)
    reply = costs_reply(lang, as_published(alone, published(tmp_path)), everything=True)
    say = words(lang)

    assert say("costs-official-biometrics", amount=90, date=TODAY) in reply.text
    assert say("costs-seen", date=TODAY) in reply.text


def test_every_fee_of_the_official_list_has_a_message_of_its_own() -> None:
    listed = next(feed for feed in official.feeds() if feed.kind == "fees")

    assert {names[0] for names in listed.figures.values()} == set(OTHERWISE)


def test_costs_that_the_list_confirms_are_no_report_of_others(ask: Ask, tmp_path: Path) -> None:
    ask()
    alone = costs(parse_profile({"marital_status": "never_married", "family_size": 1}), TODAY)

    assert [each.id for each in costs_reply("en", alone).caveats] == ["costs-reported"]
    assert costs_reply("en", as_published(alone, published(tmp_path))).caveats == ()


def test_the_command_tells_what_agrees_and_ends_with_1_where_the_data_must_be_mended(
    ask: Ask,
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    same = {
        "cec": "About 6 months",
        "fsw": "About 7 months",
        "pnp-ee": "About 7 months",
        "pnp-base": "About 13 months",
    }
    server.answers["/times"] = [sent({**TIMES, "current-flpt": same})]

    assert main(["facts", "refresh"]) == 0
    assert (
        "fees/principal_applicant + fees/right_of_permanent_residence: 1590, as in the data"
        in capsys.readouterr().out
    )
    server.answers["/times"] = [sent(TIMES)]
    assert main(["facts", "refresh"]) == 1
    assert "figures/processing_cec_months: 5 in the official file" in capsys.readouterr().out


def test_the_official_files_are_those_of_the_rounds_folder() -> None:
    assert [feed.address.rsplit("/", 1)[1] for feed in official.feeds()] == ["fees.json", "flpt-en.json"]
