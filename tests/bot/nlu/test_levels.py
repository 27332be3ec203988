"""A question about levels names scores or a level, in any wording; other messages with numbers are none."""

from __future__ import annotations

from datetime import date

import pytest

from bot.facts import Fact
from bot.nlu.levels import Asked, asked, is_own
from express_entry.vocabulary import ABILITIES

TODAY = date(2026, 11, 29)
ALL_SEVENS = dict.fromkeys(ABILITIES, 7)


@pytest.mark.parametrize(
    ("lang", "text", "tests", "scores"),
    [
        ("en", "what CLB is 6.5 writing?", ("ielts_gt",), {"writing": 6.5}),
        ("en", "8777 in ielts is which clb", ("ielts_gt",), {**ALL_SEVENS, "listening": 8}),
        ("en", "celpip 7 is clb what", ("celpip_g",), ALL_SEVENS),
        ("en", "what clb do I get with 7 7 7 7", ("celpip_g", "ielts_gt"), ALL_SEVENS),
        ("fr", "7 en écriture au TEF c'est quel NCLC ?", ("tef_canada",), {"writing": 7}),
        ("fr", "le TCF, 14 à l'oral, ça fait quel niveau ?", ("tcf_canada",), {"speaking": 14}),
        ("fr", "celpip 7 ça fait quel niveau", ("celpip_g",), ALL_SEVENS),
        ("fr", "convertir ielts 6,5 en lecture en NCLC", ("ielts_gt",), {"reading": 6.5}),
    ],
)
def test_scores_whose_level_is_asked_are_named_with_the_tests_that_they_can_be_of(lang, text, tests, scores):
    found = asked(text, lang, TODAY)

    assert found is not None
    assert (found.tests, found.scores, found.level) == (tests, scores, None)


@pytest.mark.parametrize(
    ("lang", "text", "named"),
    [
        ("en", "what ielts score do i need for clb 9", Asked(("ielts_gt",), {}, 9, ABILITIES)),
        ("en", "writing score for clb 8 in celpip", Asked(("celpip_g",), {}, 8, ("writing",))),
        ("fr", "il faut combien au TEF pour le NCLC 7", Asked(("tef_canada",), {}, 7, ABILITIES)),
        ("fr", "quel score pour NCLC 9 ?", Asked(("tcf_canada", "tef_canada"), {}, 9, ABILITIES)),
    ],
)
def test_a_level_whose_scores_are_asked_is_named_with_its_tests_and_abilities(lang, text, named):
    assert asked(text, lang, TODAY) == named


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "i have CLB 7 in everything"),
        ("en", "IELTS 7 7 7 7, CLB 9"),
        ("en", "how many points for clb 9"),
        ("en", "is clb 7 enough for the federal program"),
        ("en", "what CLB level is required for TEER 2"),
        ("en", "what is a clb"),
        ("fr", "NCLC 9 partout"),
        ("fr", "quel NCLC pour les rondes de français"),
        ("fr", "j'ai un bon niveau, 29 ans"),
    ],
)
def test_what_tells_a_level_or_asks_for_something_else_is_no_such_question(lang, text):
    assert asked(text, lang, TODAY) is None


def test_only_four_scores_of_ones_own_are_told_beside_the_question():
    scores = Fact("language_test", {"test": "ielts_gt", **ALL_SEVENS}, "self", 0, 1, True)
    dated = Fact("language_test", {**scores.value, "date": "2026-03"}, "self", 0, 1, True)
    one = Fact("language_test", {"test": "ielts_gt", "reading": 7}, "self", 0, 1, True)

    assert is_own("my IELTS 7777 is which CLB", [scores])
    assert is_own("IELTS 7777 of March is which CLB", [dated])
    assert not is_own("IELTS 7777 is which CLB", [scores])
    assert not is_own("my reading is 7, which CLB", [one])
