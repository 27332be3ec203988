"""Several tests in one language, and levels told without scores."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue import results
from bot.dialogue.reading import read_answers
from bot.facts import KEPT
from bot.nlu.facts import read

TODAY = date(2026, 11, 29)


def told(*messages, lang="en"):
    """What is known, and which tests are told in part, after these messages."""
    known, drafts = {}, {}
    for message in messages:
        reading = read_answers(read(message, lang, TODAY, lists=KEPT), None, known, drafts, TODAY, lang)
        known = {path: value for path, value in known.items() if path not in reading.withdrawn}
        known |= reading.answers
        drafts = {**drafts, **reading.drafts}
        drafts = {path: draft for path, draft in drafts.items() if draft and path not in reading.answers}
    return known, drafts


def names(known):
    return [test["test"] for test in known.get("tests", ())]


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("en", "IELTS 8 7 7 7 from March 2026", "I also did CELPIP, 9 in all, June 2026"),
        ("fr", "IELTS 8 7 7 7 de mars 2026", "j'ai aussi passé le CELPIP, 9 partout, juin 2026"),
    ],
)
def test_a_second_test_in_a_language_stands_beside_the_first_each_with_its_date(lang, first, second):
    known, _ = told(first, second, lang=lang)

    assert [(test["test"], test["date"]) for test in known["tests"]] == [
        ("ielts_gt", "2026-03"),
        ("celpip_g", "2026-06"),
    ]


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("en", "IELTS 8 7 7 7", "use my CELPIP instead, 8 8 8 8"),
        ("fr", "IELTS 8 7 7 7", "prenez plutôt mon CELPIP, 8 8 8 8"),
    ],
)
def test_a_test_told_instead_replaces_the_first(lang, first, second):
    known, _ = told(first, second, lang=lang)

    assert known["first_language"]["test"] == "celpip_g"
    assert "tests" not in known


def test_the_name_of_a_second_test_alone_takes_nothing_from_the_first():
    known, drafts = told("CELPIP 8 each, may 2026", "and PTE core too")

    assert known["first_language"]["listening"] == 8
    assert drafts["first_language"]["test"] == "pte_core"


def test_scores_that_follow_the_name_of_a_second_test_are_its_own():
    known, drafts = told("CELPIP 8 each, may 2026", "and PTE core too", "L70 R68 W75 S72")

    assert names(known) == ["celpip_g", "pte_core"]
    assert not drafts


def test_one_of_two_tests_taken_back_leaves_the_other_in_its_place():
    known, _ = told("IELTS 8 7 7 7", "also CELPIP 9 each", "forget the ielts")

    assert known["first_language"]["test"] == "celpip_g"
    assert "tests" not in known


@pytest.mark.parametrize(
    ("lang", "said", "language"),
    [("en", "I have CLB 9", "en"), ("fr", "j'ai un NCLC 9", "fr"), ("en", "CLB 9 in French", "fr")],
)
def test_a_level_told_without_scores_is_kept_for_its_language_and_is_no_test(lang, said, language):
    known, drafts = told(said, lang=lang)

    assert not known
    assert results.language_of(drafts["first_language"]) == language


def test_two_levels_are_kept_each_for_its_language():
    _, drafts = told("NCLC 7 in french and CLB 9 in english")

    assert {path: results.language_of(draft) for path, draft in drafts.items()} == {
        "first_language": "fr",
        "second_language": "en",
    }


def test_a_level_gives_scores_of_exactly_that_level_until_a_test_is_told():
    known, drafts = told("I have CLB 9")
    supposed = results.supposed(known, drafts, TODAY)
    with_test, left = told("I have CLB 9", "IELTS L8 R7 W7 S7 from may 2026")

    assert supposed["first_language"] == {"test": "celpip_g", **dict.fromkeys(results.ABILITIES, 9)}
    assert with_test["first_language"]["test"] == "ielts_gt"
    assert results.supposed(with_test, left, TODAY) == {}
