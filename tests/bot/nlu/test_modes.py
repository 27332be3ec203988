"""Which entries of a list are told as one more."""

from __future__ import annotations

from datetime import date

import pytest

from bot.facts import KEPT
from bot.nlu.facts import read

TODAY = date(2026, 11, 23)


def modes(text: str, lang: str) -> list[str]:
    return [fact.mode for fact in read(text, lang, TODAY, lists=KEPT) if fact.field in ("job", "credential")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("I also have a three-year bachelor's degree", "en"),
        ("oh and a PhD from Leeds too", "en"),
        ("I also worked as a cook in Calgary for 2 years", "en"),
        ("j'ai aussi une licence de trois ans", "fr"),
        ("j'ai aussi travaillé comme cuisinier à Calgary pendant 2 ans", "fr"),
    ],
)
def test_also_tells_one_more(text: str, lang: str) -> None:
    assert modes(text, lang) == ["add"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("I have a three-year bachelor's degree", "en"),
        ("My brother is in Canada too. I have a master's degree", "en"),
        ("j'ai une licence de trois ans", "fr"),
    ],
)
def test_without_it_an_entry_is_just_told(text: str, lang: str) -> None:
    assert modes(text, lang) == ["tell"]
