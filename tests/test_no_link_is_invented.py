"""Every address that a person is shown stands in ``data/``: none in a sentence, none in code."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.cli import main
from bot.languages import LANGUAGES
from bot.replies import conversation
from bot.replies.answers import answer_reply, changes_reply
from bot.replies.links import page, page_list
from bot.replies.reply import Reply
from bot.replies.whatif import improve_reply
from bot.sources.addresses import addresses
from bot.sources.feed import addresses as feed
from express_entry.answers import answers
from express_entry.changes import changes
from express_entry.occupations.noc import classification
from express_entry.profile import Profile
from express_entry.whatif import what_if
from tests.helpers import ROOT

CODE = [path for floor in ("bot", "actions", "express_entry") for path in (ROOT / floor).rglob("*.*")]
ADDRESS = re.compile(r"https?://[^\s'\"`<>)\]}]+")
TECHNICAL = {
    "127.0.0.1": "this machine",
    "www.w3.org": "the name of an XML namespace",
    "purl.org": "the name of an XML namespace, of titles in a PDF",
    "www.aiim.org": "the name of an XML namespace, of PDF/UA",
    "api.telegram.org": "the Bot API, a setting",
    "t.me": "the bot's own chat on Telegram",
    "example.org": "an example of a setting",
    "www.example.org": "an example of a setting",
    "bot.example": "a bot of the benchmark",
    "fcm.googleapis.com": "a browser's push service, a setting",
    "push.example.org": "an example of a setting",
}
ON = date(2026, 11, 25)
PROFILE = {
    "birth_date": "1995-01-10",
    "marital_status": "married",
    "family_size": 3,
    "education": "masters_or_professional",
    "education_country_is_canada": False,
    "first_language": {"test": "ielts_gt", "listening": 8, "reading": 7, "writing": 7, "speaking": 7},
    "foreign_work_years": 3,
    "canadian_work_years": 1,
    "spouse": {"accompanying": True},
}


@pytest.fixture(scope="module")
def known() -> set[str]:
    """Every official address of the data; of the pages of occupations any that the data can form."""
    pages = {classification().url(code, lang) for code in classification().groups for lang in LANGUAGES}
    return {*addresses(), *feed().values(), *pages}


def shown(reply: Reply) -> Iterator[str]:
    """Every address in a reply."""
    yield from (source.url for source in reply.sources)
    yield from ADDRESS.findall(reply.text)


def test_no_sentence_holds_an_address() -> None:
    for path in (ROOT / "bot/replies").rglob("*.ftl"):  # "https://HOST" shows a form, it leads nowhere
        assert re.findall(r"https?://[a-z0-9]|www\.", path.read_text(encoding="utf-8")) == [], path


def test_no_answer_holds_an_address() -> None:
    for answer in answers().values():
        for words in (answer.question, answer.answer, *answer.variants):
            assert re.findall(r"https?:|www\.", f"{words.en} {words.fr}") == [], answer.id


def test_code_holds_no_address_but_technical_ones() -> None:
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in CODE
        if path.suffix in (".py", ".js", ".html", ".css", ".svg", ".mako", ".ini")
    }
    hosts = {
        re.split(r"[/:,]", url.split("//")[1])[0] for text in texts.values() for url in ADDRESS.findall(text)
    }

    assert len(texts) > 100
    assert {host for host in hosts if re.fullmatch(r"[\w.-]*\w\.\w+", host)} <= set(TECHNICAL)


def test_no_source_is_made_from_an_address_in_code() -> None:
    made = []
    for path in (path for path in CODE if path.suffix == ".py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "SourceLink":
                made.append(node.args[1])

    assert made
    assert not any(isinstance(url, ast.Constant | ast.JoinedStr | ast.BinOp) for url in made)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_of_every_answer_and_change_stands_in_the_data(lang: str, known: set[str]) -> None:
    for answer in answers().values():
        situations = [
            {},
            *({name: values[0] for name, values in each.when.items()} for each in answer.variants),
        ]
        for situation in situations:
            assert set(shown(answer_reply(lang, answer, situation, ON))) <= known, answer.id
    for change in changes():
        assert set(shown(changes_reply(lang, answers()["what_changed"], (change,), ON))) <= known, change.id
    assert {page(name, lang).url for name in page_list()} <= known
    for reply in (conversation.out_of_scope(lang), conversation.human(lang)):
        assert set(shown(reply)) & known


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_of_what_would_improve_a_score_stands_in_the_data(lang: str, known: set[str]) -> None:
    reply = improve_reply(lang, what_if(Profile.parse_obj(PROFILE), ON))

    assert set(shown(reply))
    assert set(shown(reply)) <= known


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "command",
    [
        ["score", "PROFILE"],
        ["eligibility", "PROFILE"],
        ["documents", "PROFILE", "--refused"],
        ["costs", "PROFILE"],
        ["timeline", "PROFILE", "--ita", "2026-11-01"],
        ["noc", "staff nurse"],
        ["rounds"],
        ["chances", "PROFILE"],
    ],
    ids=lambda command: command[0],
)
def test_every_link_of_every_calculation_stands_in_the_data(
    command: list[str], lang: str, known: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text(json.dumps(PROFILE), encoding="utf-8")
    given = [str(profile) if part == "PROFILE" else part for part in command]

    assert main([*given, "--on", ON.isoformat(), "--lang", lang, "--json"]) == 0
    links = set(ADDRESS.findall(capsys.readouterr().out))
    assert links
    assert links <= known
