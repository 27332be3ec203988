"""The tables of vectors/*.yml: each entry's name is the sentence that it tests."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from express_entry.crs import score
from express_entry.language import ABILITIES, levels
from express_entry.profile import parse_profile, parse_test
from tests.helpers.vectors import vectors

PLAIN = {
    "age": 30,
    "marital_status": "never_married",
    "education": "bachelors_or_three_year",
    "education_country_is_canada": True,
    "first_language": {"test": "ielts_gt", "listening": 8, "reading": 7, "writing": 7, "speaking": 7},
}


@pytest.mark.parametrize("vector", vectors("score"))
def test_score(vector: dict[str, Any]) -> None:
    breakdown = score(parse_profile(vector["profile"]), vector["day"])

    assert breakdown.total == vector["total"]
    assert dict(breakdown.sections) == vector["sections"]
    points = {line.id: line.points for line in breakdown.lines}
    assert {name: points[name] for name in vector["lines"]} == vector["lines"]


@pytest.mark.parametrize("vector", vectors("history"))
def test_history(vector: dict[str, Any]) -> None:
    assert score(parse_profile({**PLAIN, **vector["add"]}), vector["day"]).total == vector["total"]


@pytest.mark.parametrize("vector", vectors("language"))
def test_language(vector: dict[str, Any]) -> None:
    given = dict(vector["given"])
    ability, value = given.pop("ability"), given.pop("score")
    if "date" in given:
        given["date"] = given["date"].isoformat()
    scores = dict.fromkeys(ABILITIES, 0 if given["test"] != "pte_core" else 10) | {ability: value}
    day = date(2023, 1, 1) if given.get("date", "").startswith("2022") else date(2026, 10, 1)

    assert levels(parse_test({**given, **scores}), day).by_ability()[ability] == vector["level"]
