"""The command line: answers, exit codes, what is said about wrong input."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.cli import COMMANDS, main

PROFILE = {
    "age": 29,
    "marital_status": "never_married",
    "education": "masters_or_professional",
    "education_country_is_canada": True,
    "first_language": {"test": "ielts_gt", "listening": 8, "reading": 7, "writing": 7, "speaking": 7},
    "foreign_work_years": 3,
}
SCORES = ["--listening", "8", "--reading", "7", "--writing", "7", "--speaking", "7"]
ON = ["--on", "2026-10-01"]
SOURCE = {
    "type": "object",
    "required": ["title", "url"],
    "properties": {"title": {"type": "string"}, "url": {"type": "string", "pattern": "^https://"}},
}
ANSWER = {
    "type": "object",
    "required": ["total", "sections", "lines", "missing", "rules"],
    "properties": {
        "total": {"type": "integer"},
        "sections": {"type": "object", "required": ["A", "B", "C", "D"]},
        "lines": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "section", "points", "max", "because", "source"],
                "properties": {
                    "because": {"type": "string", "minLength": 1},
                    "points": {"type": "integer"},
                    "max": {"type": "integer"},
                    "source": SOURCE,
                },
            },
        },
        "missing": {"type": "array", "items": {"type": "string"}},
        "rules": {"type": "object", "required": ["date", "asked_for", "complete", "notice"]},
    },
}


@pytest.fixture
def profile(tmp_path: Path) -> str:
    path = tmp_path / "profile.json"
    path.write_text(json.dumps(PROFILE), encoding="utf-8")
    return str(path)


def feed(monkeypatch: pytest.MonkeyPatch, text: str | bytes) -> None:
    """Put a text on standard input."""
    data = text if isinstance(text, bytes) else text.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(arguments) == 0
    return json.loads(capsys.readouterr().out)


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[Any]:
    assert main(arguments) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


# score


def test_score_answers_with_one_json_document(profile: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = answer(capsys, "score", profile, "--json", *ON)

    jsonschema.validate(told, ANSWER)
    assert told["total"] == 469
    assert told["sections"] == {"A": 369, "B": 0, "C": 100, "D": 0}
    assert told["lines"][0]["because"] == "Age 29."
    assert told["rules"] == {
        "date": "2025-03-25",
        "asked_for": "2026-10-01",
        "complete": True,
        "notice": None,
        "source": None,
    }
    assert "canadian_work_years" in told["missing"]


def test_score_reads_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, json.dumps(PROFILE))

    assert answer(capsys, "score", "-", "--json", *ON)["total"] == 469


def test_score_in_words_shows_every_line(profile: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", profile, *ON]) == 0
    text = capsys.readouterr().out

    assert "CRS score 469 of 1,200" in text
    assert "110 / 110" in text
    assert "Not known yet, and could change it" in text
    assert "https://www.canada.ca/" in text


def test_score_speaks_french(profile: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = answer(capsys, "score", profile, "--json", "--lang", "fr", "--on", "2026-11-23")

    assert told["lines"][0]["because"] == "Âge\u00a0: 29 ans."
    assert told["lines"][0]["source"]["url"].startswith("https://www.canada.ca/fr/")
    assert "3 novembre 2026" in told["rules"]["notice"]


def test_score_of_today_says_in_three_sentences_what_is_not_in_it(
    profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = answer(capsys, "score", profile, "--json", "--on", "2026-11-23")["rules"]

    assert not rules["complete"]
    assert rules["notice"].count(".") <= 3
    assert all(part in rules["notice"] for part in ("3 November 2026", "25 March 2025", "official tool"))
    assert rules["source"]["url"].endswith("/check-score.html")


def test_jsonl_answers_in_order_and_goes_on_after_a_bad_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = [b'{"age": 300}', b"not json", b"", b"\xff\xfe", b"[1]", b"[" * 100_000]
    good = json.dumps(PROFILE).encode()
    feed(monkeypatch, b"\n".join([good, *bad, good]) + b"\n")

    first, *wrong, last = lines(capsys, "score", "-", "--jsonl", *ON)

    assert first["total"] == last["total"] == 469
    assert ["error" in entry for entry in wrong] == [True] * len(bad)
    assert wrong[0]["error"] == "age: It must be a whole number from 0 to 120."
    assert wrong[0]["problems"][0]["field"] == "age"


def test_a_line_of_jsonl_is_the_same_answer_as_a_document(
    profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lines(capsys, "score", profile, "--jsonl", *ON) == [
        answer(capsys, "score", profile, "--json", *ON)
    ]


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ({"agee": 29}, "agee: There is no such field here."),
        ({"age": 300}, "age: It must be a whole number from 0 to 120."),
        ({"age": 29, "birth_date": "1980-01-01"}, "age: Age and date of birth contradict each other"),
        (
            {"first_language": {**PROFILE["first_language"], "listening": 12}},  # type: ignore[dict-item]
            "first_language.listening: IELTS General Training gives listening scores from 0 to 9",
        ),
        ([], "The document: An object with fields is needed here."),
    ],
)
def test_a_wrong_profile_names_the_field_and_what_is_allowed(
    document: Any, says: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, json.dumps(document))

    assert says in refused(capsys, "score", "-", *ON)


def test_what_is_not_json_is_named_by_line_and_column(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, '{\n"age": }')

    assert "line 2, column 8" in refused(capsys, "score", "-")


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere.json cannot be read" in refused(capsys, "score", "nowhere.json")


def test_a_day_before_express_entry_is_refused(profile: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "31 January 2015" in refused(capsys, "score", profile, "--on", "2015-01-30")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["scores"],
        ["score"],
        ["score", "-", "--on", "tomorrow"],
        ["score", "-", "--on", "2026-13-01"],
        ["score", "-", "--on", "2026-W09-1"],
    ],
)
def test_a_command_that_cannot_be_understood_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


# language


def test_language_tells_the_level_of_each_ability(capsys: pytest.CaptureFixture[str]) -> None:
    told = answer(capsys, "language", "ielts_gt", *SCORES, "--date", "2026-03-01", "--json", *ON)

    assert told["levels"] == {"listening": 9, "reading": 9, "writing": 9, "speaking": 9}
    assert (told["framework"], told["valid_until"]) == ("CLB", "2028-03-01")


def test_language_without_a_date_does_not_know_how_long_it_holds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert answer(capsys, "language", "ielts_gt", *SCORES, "--json")["valid_until"] is None


def test_language_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["language", "ielts_gt", *SCORES]) == 0
    assert "Listening: CLB 9." in capsys.readouterr().out


def test_language_reads_test_objects_line_by_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tests = [PROFILE["first_language"], {"test": "ielts_gt", "listening": 12}]
    feed(monkeypatch, "\n".join(json.dumps(test) for test in tests))

    right, wrong = lines(capsys, "language", "-", "--jsonl")

    assert right["levels"]["listening"] == 9
    assert {problem["field"] for problem in wrong["problems"]} == {"reading", "writing", "speaking"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["toefl", *SCORES], "test: It must be one of: ielts_gt"),
        (["ielts_gt", *SCORES[:-2]], "speaking: This is needed here."),
        (["ielts_gt", *SCORES[:-1], "seven"], "speaking: It must be a number."),
        (["ielts_gt", *SCORES[:-1], "nan"], "speaking: It must be a number."),
        (["celpip_g", *SCORES[:-1], "7.5"], "speaking: CELPIP-General gives whole numbers from 0 to 12"),
        (["ielts_gt", *SCORES, "--scale", "699"], "scale: Only TEF Canada has a scale"),
        (["ielts_gt", *SCORES, "--date", "yesterday"], "date: It must be a day, a month"),
    ],
)
def test_language_names_what_is_wrong(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says in refused(capsys, "language", *arguments)


# The program as a process


def test_the_rules_commands_import_neither_rasa_nor_tensorflow(profile: str) -> None:
    heavy = "{'rasa', 'tensorflow', 'spacy', 'sklearn', 'numpy'}"
    run = "import sys; from bot.cli import main; main(sys.argv[1:])"
    code = f"{run}; sys.exit(bool({heavy} & set(sys.modules)))"
    subprocess.run([sys.executable, "-c", code, "score", profile], check=True, capture_output=True)


def test_a_reader_that_stops_early_is_no_error_message(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text((json.dumps(PROFILE) + "\n") * 200, encoding="utf-8")
    command = [sys.executable, "-m", "bot.cli", "score", "--jsonl", str(many)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()

        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_every_command_is_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    shown = capsys.readouterr().out

    assert stopped.value.code == 0
    assert all(command in shown for command in COMMANDS)
