"""What is told of a brother or sister is nothing about the person: neither their age, nor where they live."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.facts import KEPT
from bot.nlu.facts import read

TODAY = date(2026, 11, 29)


def told(text: str, lang: str) -> dict[str, Any]:
    return {fact.field: fact.value for fact in read(text, lang, TODAY, lists=KEPT)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I have 2 brothers, one in Regina PR"),
        ("en", "2 sisters, one in Toronto citizen"),
        ("fr", "j'ai deux frères, un à Montréal résident permanent"),
    ],
)
def test_one_of_several_siblings_is_no_year_of_work(lang: str, text: str) -> None:
    assert not {"canadian_work_years", "job", "work_years"} & told(text, lang).keys()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "brother in Toronto, citizen, 29 years old"),
        ("fr", "mon frère à Toronto, citoyen, 29 ans"),
    ],
)
def test_an_age_behind_a_sibling_is_not_ones_own(lang: str, text: str) -> None:
    assert "age" not in told(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "my sister is in Toronto, I'm 29, single"),
        ("en", "29, single, my brother lives in Calgary"),
        ("fr", "j'ai 29 ans et ma soeur vit à Ottawa"),
    ],
)
def test_ones_own_age_beside_a_sibling_is_heard(lang: str, text: str) -> None:
    assert told(text, lang)["age"] == 29


def test_work_abroad_is_not_where_a_brother_in_law_lives() -> None:
    job = told("data engineer in Nairobi since 2018, brother-in-law in Calgary", "en")["job"]
    assert job["in_canada"] is False
