"""The checklist: who needs which document, when, and what to start first."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from express_entry.circumstances import QUESTIONS, Circumstances
from express_entry.documents import CHECKLIST, STAGES, checklist, entries, load
from express_entry.profile import parse_profile
from express_entry.rulefiles import RuleFileError
from tests.helpers.strategies import profiles
from tests.helpers.vectors import vectors

TODAY = date(2026, 11, 25)


def _around(told: dict[str, Any]) -> Circumstances:
    return Circumstances(
        **{key: tuple(value) if isinstance(value, list) else value for key, value in told.items()}
    )


@pytest.mark.parametrize("vector", vectors("documents"))
def test_who_needs_what(vector: dict[str, Any]) -> None:
    found = checklist(parse_profile(vector["profile"]), TODAY, _around(vector.get("around", {})))
    needed = {document.id: document.needed for document in found.documents}

    assert [name for name in vector.get("needed", ()) if needed.get(name) is not True] == []
    assert [name for name in vector.get("not_needed", ()) if name in needed] == []
    assert [name for name in vector.get("perhaps", ()) if needed.get(name, False) is not None] == []


def test_what_takes_long_comes_first() -> None:
    abroad = {"education": "doctorate", "education_country_is_canada": False, "foreign_work_years": 5}
    found = checklist(parse_profile(abroad), TODAY)

    assert [document.id for document in found.first] == [
        "language_test",
        "eca",
        "police_certificates",
        "reference_letters",
        "passport",
    ]


def test_a_medical_exam_before_applying_is_asked_for_since_21_august_2025() -> None:
    before, since = (checklist(parse_profile({}), day) for day in (date(2025, 8, 20), date(2025, 8, 21)))

    assert "medical_exam" not in {document.id for document in before.documents}
    assert "medical_exam" in {document.id for document in since.documents}


def test_a_result_that_was_told_says_until_when_it_counts() -> None:
    test = {"test": "celpip_g", "listening": 9, "reading": 9, "writing": 9, "speaking": 9}
    told = {"first_language": {**test, "date": "2025-03-01"}, "eca_date": "2024-06-15"}
    until = {each.id: each.valid_until for each in checklist(parse_profile(told), TODAY).documents}

    assert until["language_test"] == date(2027, 3, 1)
    assert until["eca"] == date(2029, 6, 15)
    assert until["passport"] is None


def test_every_document_has_an_official_page_in_both_languages() -> None:
    for entry in entries():
        assert entry.source.en.startswith(
            ("https://www.canada.ca/en/", "https://laws-lois.justice.gc.ca/eng/")
        )
        assert entry.source.fr.startswith(
            ("https://www.canada.ca/fr/", "https://laws-lois.justice.gc.ca/fra/")
        )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("stage: landing", "stage: moon", "'moon' is not one of"),
        ("when: [widowed]", "when: [bored]", "there is no fact 'bored'"),
        ("  - id: passport_copies", "  - id: passport", "passport stands here twice"),
        ("source: approved", "source: hearsay", "'hearsay' is not one of"),
    ],
)
def test_what_is_wrong_in_the_file_is_named_by_its_line(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    text = CHECKLIST.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "checklist.yml").write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(RuleFileError, match=says):
        load(tmp_path / "checklist.yml")


@given(profiles(), st.dates(date(2022, 11, 16), date(2028, 12, 31)), st.sampled_from(QUESTIONS))
def test_telling_more_never_leaves_more_open(document: dict[str, Any], day: date, question: str) -> None:
    profile = parse_profile(document)
    before = checklist(profile, day)

    for answer in (True, False):
        after = checklist(profile, day, Circumstances(**{question: answer}))  # type: ignore[arg-type]
        assert {each.id for each in after.perhaps} <= {each.id for each in before.perhaps}
        assert {each.id for each in before.needed} <= {each.id for each in after.needed}
    stages = [STAGES.index(each.stage) for each in before.documents]
    assert stages == sorted(stages)
