"""What the dossier says of itself, that it keeps to PDF/UA-1, is true as far as a machine can tell."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from bot.languages import LANGUAGES
from bot.papers.papers import Holder, make

PEOPLE: dict[str, dict[str, Any]] = {
    "nothing told": {},
    "a developer in Canada": {
        "birth_date": "1995-01-10",
        "marital_status": "never_married",
        "education": "masters_or_professional",
        "education_country_is_canada": True,
        "canadian_work_years": 2,
        "noc": "21231",
        "first_language": {
            "test": "celpip_g",
            "listening": 9,
            "reading": 9,
            "writing": 9,
            "speaking": 9,
            "date": "2026-03-01",
        },
    },
    "a title in another script": {
        "birth_date": "1990-05-02",
        "jobs": [{"title": "программист", "in_canada": False, "years": 3}],
    },
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("told", PEOPLE)
def test_no_rule_of_pdf_ua_that_a_machine_can_check_is_broken(lang: str, told: str) -> None:
    made = make("dossier", Holder(lang, PEOPLE[told], {"have": ["passport"]}, date(2026, 11, 29))).content
    report = validate_pdf_bytes(made, profile=ValidationProfile.PDF_UA_1)

    assert [(each.rule_id, each.message) for each in report.failures] == []
    assert report.rules.passed > 100
    assert pikepdf.open(BytesIO(made)).open_metadata()["pdfuaid:part"] == "1"
