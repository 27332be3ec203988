"""Documents, costs and deadlines in words: every reason has its sentence, every reply is complete."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.languages import LANGUAGES
from bot.replies import words
from bot.replies.buttons import CODE
from bot.replies.costs import costs_reply
from bot.replies.documents import about_reply, documents_reply, letter_reply, stage_reply
from bot.replies.reply import Reply
from bot.replies.timeline import (
    ask_ita,
    deadlines_reply,
    no_more_reminders,
    reminder_reply,
    reminders,
)
from express_entry import costs as costs_module
from express_entry.circumstances import QUESTIONS, Circumstances
from express_entry.costs import costs
from express_entry.documents import FACTS, LETTER, STAGES, checklist, entries
from express_entry.parameters import parameters
from express_entry.points import Because
from express_entry.profile import parse_profile
from express_entry.rulefiles import DERIVED
from express_entry.timeline import STEP, Dates, timeline

TODAY = date(2026, 11, 25)
RULES = Path(costs_module.__file__).parent
NAMED = re.compile(r'Because\(\s*f?"([a-z0-9-]+)"')
TEST = {"test": "celpip_g", "listening": 9, "reading": 9, "writing": 9, "speaking": 9}
PROFILES: dict[str, dict[str, Any]] = {
    "nothing": {},
    "alone": {"birth_date": "1995-03-02", "marital_status": "never_married", "family_size": 1},
    "a family": {
        "birth_date": "1990-12-24",
        "marital_status": "married",
        "family_size": 5,
        "education": "doctorate",
        "education_country_is_canada": False,
        "eca_date": "2020-01-01",
        "first_language": {**TEST, "date": "2025-01-02"},
        "jobs": [{"start": "2015-01-01", "in_canada": False, "noc": "21231", "self_employed": True}],
        "noc": "21231",
        "job_offer": {"valid_for_program": True},
        "authorized_to_work_in_canada": True,
        "spouse": {"accompanying": True, "language": {**TEST, "date": "2025-06-02"}},
    },
}
AROUND = Circumstances(
    children_born=(date(2004, 12, 20), date(2010, 1, 1), date(2020, 1, 1)),
    **dict.fromkeys(QUESTIONS, True),
)
DATES = Dates(*(date(2026, 11, 12),) * 5)
MARKS = re.compile(r"\{|\}|None|Because|\bnan\b")


def complete(reply: Reply) -> None:
    """Nothing unformatted, a source for every answer, and buttons that fit a phone's screen."""
    assert not MARKS.search(reply.text), reply.text
    read = [button.payload == CODE or button.payload.startswith("/") for button in reply.buttons]
    assert all(read)
    assert all(button.title for button in reply.buttons)
    assert len(reply.buttons) <= 9
    for source in reply.sources:
        assert source.url.startswith("https://")
        assert (reply.lang == "fr") == any(part in source.url for part in ("/fr/", "/fra/", "/francais/"))


@pytest.mark.parametrize("module", ["costs", "documents", "timeline", "circumstances"])
def test_every_reason_has_a_sentence(module: str) -> None:
    code = (RULES / f"{module}.py").read_text(encoding="utf-8")

    for lang in LANGUAGES:
        assert [
            name for name in NAMED.findall(code) if not name.endswith("-") and name not in words(lang)
        ] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_document_has_a_name_an_issuer_and_a_note(lang: str) -> None:
    say, figures = words(lang), parameters().figures(TODAY)

    for entry in entries():
        for part in ("", "-from", "-note"):
            assert not MARKS.search(say(f"document-{entry.id.replace('_', '-')}{part}", **figures))
    assert len({say("document-because", fact=fact) for fact in FACTS}) == len(FACTS)
    assert all(f"letter-{part}" in say for part in LETTER)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("around", [Circumstances(), AROUND], ids=["little told", "all told"])
def test_every_reply_is_complete(lang: str, name: str, around: Circumstances) -> None:
    profile = parse_profile(PROFILES[name])
    found = checklist(profile, TODAY, around)
    line = timeline(profile, TODAY, DATES, around)

    replies = [
        documents_reply(lang, found, {"passport"}, bool(PROFILES[name])),
        *(stage_reply(lang, found, stage, {"eca"}, start) for stage in STAGES[:2] for start in (0, 5, 10)),
        letter_reply(lang),
        about_reply(lang, vars(around)),
        *(costs_reply(lang, costs(profile, TODAY, around), everything=each) for each in (False, True)),
        deadlines_reply(lang, line, DATES, reminded=False),
        deadlines_reply(lang, timeline(profile, TODAY, Dates(), around), Dates(), reminded=True),
        reminder_reply(lang, line.ahead(), TODAY),
    ]
    for reply in replies:
        complete(reply)
    assert replies[0].sources
    assert replies[-1].sources


@pytest.mark.parametrize("lang", LANGUAGES)
def test_questions_and_settings_are_complete(lang: str) -> None:
    for reply in (
        ask_ita(lang, [date(2026, 11, 12), date(2026, 11, 3)], TODAY),
        *(reminders(lang, pushed, kept) for pushed in (True, False) for kept in (True, False)),
        *(no_more_reminders(lang, were) for were in (True, False)),
    ):
        complete(reply)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_and_notice_has_a_sentence(lang: str) -> None:
    say = words(lang)
    steps = [
        each for each in timeline(parse_profile({}), TODAY, DATES, AROUND).deadlines if each.kind == STEP
    ]

    assert len(steps) == 15
    assert len({say(each.because[0].id) for each in steps}) == 15
    notice = costs(parse_profile({}), date(2028, 5, 1)).notice
    assert isinstance(notice, Because)
    assert say(notice.id, **notice.args)


def test_the_money_comes_first_and_its_doubts_with_it() -> None:
    reply = costs_reply("en", costs(parse_profile(PROFILES["alone"]), TODAY))

    assert reply.text.startswith("**$1,675**")
    assert "costs-reported" in {caveat.id for caveat in reply.caveats}


def test_a_fee_that_nobody_read_says_so() -> None:
    family = {"marital_status": "married", "family_size": 3, "spouse": {"accompanying": True}}
    found = costs(parse_profile(family), TODAY)
    fees = [replace(line, certainty=DERIVED) if line.id == "child" else line for line in found.fees]
    reply = costs_reply("fr", replace(found, fees=tuple(fees)), everything=True)

    assert "votre enfant : 270 $ (calculé d’après les autres frais)" in reply.text.replace("\xa0", " ")


def test_what_one_has_moves_on_to_the_next() -> None:
    found = checklist(parse_profile(PROFILES["a family"]), TODAY)
    before, after = (documents_reply("en", found, have, True) for have in (set(), {"language_test"}))

    assert "Language test result" in before.buttons[0].title
    assert "Language test result" not in " ".join(button.title for button in after.buttons)
