"""Corrections of a job that was told before."""

from __future__ import annotations

from datetime import date

import pytest

from bot.facts import People
from bot.nlu.facts import read

TODAY = date(2026, 11, 30)


def corrected(text, lang, begun=True):
    found = read(text, lang, TODAY, lists=("jobs",), people=People(begun=begun))
    return [fact.value for fact in found if fact.field == "job_correction"]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        (
            "en",
            "not electrician, electrical engineer",
            {"was": "electrician", "now": {"title": "electrical engineer"}},
        ),
        ("en", "I was a baker, not a cook", {"was": "cook", "now": {"title": "baker"}}),
        ("en", "change welder to pipefitter", {"was": "welder", "now": {"title": "pipefitter"}}),
        ("en", "actually chef", {"now": {"title": "chef"}}),
        ("en", "the second job was in Toronto", {"which": 1, "now": {"in_canada": True}}),
        ("en", "the first one was 5 years", {"which": 0, "now": {"years": 5}}),
        ("en", "I was never a cook", {"was": "cook", "gone": True}),
        ("en", "remove the second job", {"which": 1, "gone": True}),
        (
            "fr",
            "pas électricien, ingénieur électrique",
            {"was": "électricien", "now": {"title": "ingénieur électrique"}},
        ),
        ("fr", "change soudeur en tuyauteur", {"was": "soudeur", "now": {"title": "tuyauteur"}}),
        ("fr", "le deuxième poste c'était à Toronto", {"which": 1, "now": {"in_canada": True}}),
        ("fr", "je n'ai jamais été cuisinière", {"was": "cuisinière", "gone": True}),
        ("fr", "enlève le dernier poste", {"which": -1, "gone": True}),
    ],
)
def test_a_correction_says_of_which_job_what_it_is(lang, text, value):
    assert corrected(text, lang) == [value]


@pytest.mark.parametrize("text", ["I also was a fitter 2 years in Pune", "was the second job skilled?", "ok"])
def test_what_adds_or_asks_corrects_nothing(text):
    assert corrected(text, "en") == []


def test_nothing_is_corrected_before_anything_was_told():
    assert corrected("actually I'm a chef", "en", begun=False) == []
