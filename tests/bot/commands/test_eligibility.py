"""``eligibility`` and ``whatif`` on the command line: the keys that others rely on, and wrong input."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from express_entry.crs import score
from express_entry.language import ABILITIES
from express_entry.profile import parse_profile
from express_entry.whatif import MOST_CHANGES

PROFILE: dict[str, Any] = {
    "birth_date": "1997-03-10",
    "marital_status": "married",
    "intends_quebec": False,
    "education": "masters_or_professional",
    "education_country_is_canada": True,
    "first_language": {"test": "celpip_g", **dict.fromkeys(ABILITIES, 9)},
    "second_language": None,
    "canadian_work_years": 1,
    "foreign_work_years": 3,
    "noc": "21220",
    "spouse": {"accompanying": True, "citizen_or_permanent_resident": False, "education": "doctorate"},
}
ON = ["--on", "2026-10-01"]
GRID = {"education", "language", "experience", "age", "arranged_employment", "adaptability"}


@pytest.fixture
def profile(tmp_path: Path) -> str:
    path = tmp_path / "profile.json"
    path.write_text(json.dumps(PROFILE), encoding="utf-8")
    return str(path)


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(arguments) == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    return printed


def test_eligibility_answers_each_program_requirement_by_requirement(
    profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, "eligibility", profile, "--json", *ON)

    assert found["cec"]["eligible"] is True
    assert found["fsw"]["eligible"] is None
    assert found["fst"]["eligible"] is False
    for program in ("fsw", "cec", "fst"):
        for each in found[program]["requirements"]:
            assert each["met"] in (True, False, None)
            assert each["because"]
            assert set(each["source"]) == {"title", "url", "checked"}
            assert each["source"]["url"].startswith("https://")


def test_eligibility_has_the_67_point_grid(profile: str, capsys: pytest.CaptureFixture[str]) -> None:
    fsw = answer(capsys, "eligibility", profile, "--json", *ON)["fsw"]

    assert set(fsw["grid"]) == GRID
    assert fsw["points"] == sum(fsw["grid"].values())
    assert fsw["pass_mark"] == 67


def test_eligibility_has_the_categories_of_the_day(profile: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "eligibility", profile, "--json", *ON)["categories"]

    assert {each["id"]: each["eligible"] for each in found}["stem"] is True
    assert all(each["because"] for each in found)


def test_eligibility_of_many_profiles_line_by_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [json.dumps(PROFILE), "{", json.dumps({"age": "old"}), json.dumps({})]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))

    assert main(["eligibility", "-", "--jsonl", *ON]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [("error" in each) for each in answers] == [False, True, True, False]
    assert answers[3]["cec"]["eligible"] is None


def test_whatif_answers_with_moves_age_and_both_ways_round(
    profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, "whatif", profile, "--json", *ON)

    assert found["base"] == score(parse_profile(PROFILE), date(2026, 10, 1)).total
    for move in (*found["moves"], *found["pairs"]):
        assert move["total"] == found["base"] + move["gain"]
        assert {"id", "change", "because", "kind"} <= set(move)
        assert move["kind"] in ("power", "time", "fact")
    assert found["age_drops"][0]["date"] == "2027-03-10"
    assert found["age_drops"][0]["total"] < found["base"]
    assert found["principal"]["candidate"]["total"] == found["base"]
    assert found["principal"]["partner"]["total"] >= 0


def test_whatif_says_so_where_the_rules_of_the_day_are_not_known(
    profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, "whatif", profile, "--json", "--on", "2026-11-23")

    assert found["rules"]["complete"] is False
    assert found["rules"]["notice"]


def test_whatif_finds_ways_to_a_score(profile: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "whatif", profile, "--json", "--reach", "560", *ON)

    assert found["reach"]
    assert all(way["total"] >= 560 and way["id"].count("+") < MOST_CHANGES for way in found["reach"])


@pytest.mark.parametrize("command", ["eligibility", "whatif"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_answers_are_told_in_words_too(
    command: str, lang: str, profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, profile, "--lang", lang, *ON]) == 0
    told = capsys.readouterr().out

    assert len(told.splitlines()) > 10
    assert "{" not in told


@pytest.mark.parametrize(
    "arguments", [["eligibility", "--on", "2022-11-15"], ["whatif", "--on", "2014-12-31"]]
)
def test_days_before_the_rules_are_refused(
    arguments: list[str], profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([arguments[0], profile, *arguments[1:]]) == 2
    assert capsys.readouterr().err.strip()


def test_a_wrong_profile_is_refused_with_the_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps({"education": "phd"}), encoding="utf-8")

    for command in ("eligibility", "whatif"):
        assert main([command, str(path)]) == 2
        assert "education" in capsys.readouterr().err
