"""``documents``, ``costs`` and ``timeline`` on the command line: their keys, and wrong input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main

PROFILE = {
    "birth_date": "1995-01-10",
    "marital_status": "married",
    "family_size": 3,
    "education": "masters_or_professional",
    "education_country_is_canada": False,
    "spouse": {"accompanying": True},
}
ON = ["--on", "2026-11-25"]


@pytest.fixture
def profile(tmp_path: Path) -> str:
    path = tmp_path / "profile.json"
    path.write_text(json.dumps(PROFILE), encoding="utf-8")
    return str(path)


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main([*arguments, *ON, "--json"]) == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    return printed


def test_costs_come_with_totals_funds_and_sources(profile: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = answer(capsys, "costs", profile)

    assert told["currency"] == "CAD"
    assert told["totals"]["fees"] == {"least": 3620, "most": 3620}
    assert told["funds"]["amount"] == 23360
    for line in (*told["fees"], *told["third_party"], *told["funds"]["programs"]):
        assert {"title", "url", "checked"} == set(line["source"])
    assert next(line for line in told["fees"] if line["id"] == "child")["certainty"] == "reported"


def test_documents_come_by_stage_with_what_to_start_first(
    profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = answer(capsys, "documents", profile, "--refused", "--no-represented", "--child-born", "2015-05-05")
    needed = {each["id"]: each for each in told["documents"]}

    assert told["start_first"][:2] == ["language_test", "eca"]
    assert {"refusal_letters", "marriage_certificate", "birth_certificates"} <= set(needed)
    assert "representative_form" not in {*needed, *(each["id"] for each in told["perhaps"])}
    assert needed["eca"]["takes_weeks"] == [7, 20]
    assert needed["eca"]["source"]["url"].startswith("https://www.canada.ca/en/")
    assert len(told["reference_letter"]) == 9


def test_an_invitation_alone_gives_its_days(capsys: pytest.CaptureFixture[str]) -> None:
    told = answer(capsys, "timeline", "--ita", "2026-11-12")
    last = next(each for each in told["deadlines"] if each["id"] == "ita.last_day")

    assert last["date"] == "2027-01-11"
    assert last["source"]["url"].startswith("https://")
    assert not last["passed"]


def test_a_profile_adds_its_own_days(profile: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = answer(capsys, "timeline", profile, "--profile-submitted", "2026-03-01", "--lang", "fr")

    assert {"profile.expiry", "birthday.32"} <= {each["id"] for each in told["deadlines"]}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("command", ["documents", "costs", "timeline"])
def test_in_words_it_has_no_markup(
    profile: str, command: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, profile, *ON, "--lang", lang]) == 0
    printed = capsys.readouterr().out

    assert "https://" in printed
    assert "**" not in printed


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["timeline", "--ita", "2026-12-12", *ON], "--ita: 12 December 2026 is later"),
        (["costs", "nowhere.json", *ON], "nowhere.json cannot be read"),
        (["costs", "{profile}", "--on", "2020-01-01"], "from 16 November 2022 on"),
        (["documents", "{profile}", "--on", "2020-01-01"], "days since 16 November 2022"),
    ],
)
def test_wrong_input_is_explained(
    profile: str, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([profile if argument == "{profile}" else argument for argument in arguments]) == 2
    assert says in capsys.readouterr().err


def test_the_commands_never_load_rasa(profile: str) -> None:
    code = (
        "import sys; from bot.cli import main; "
        f"[main([name, {profile!r}]) for name in ('documents', 'costs', 'timeline')]; "
        "sys.exit(any(name.split('.')[0] in ('rasa', 'tensorflow', 'matplotlib') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
