"""Several tests in one language, and levels told without scores."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue import results
from bot.dialogue.questions import orphans
from bot.dialogue.reading import read_answers
from bot.dialogue.told import PARTNER_TEST, TEST_PATHS, levels_for_tests
from bot.facts import KEPT
from bot.nlu.facts import read
from express_entry.vocabulary import ABILITIES

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
    ("lang", "said", "path"),
    [
        ("en", "I have CLB 9", "english_levels"),
        ("fr", "j'ai un NCLC 9", "french_levels"),
        ("en", "CLB 9 in French", "french_levels"),
        ("en", "my wife has CLB 9", "spouse.english_levels"),
        ("fr", "le NCLC de mon mari est 9", "spouse.french_levels"),
    ],
)
def test_a_level_told_without_scores_is_kept_with_its_language_and_owner_and_is_no_test(lang, said, path):
    known, drafts = told(said, lang=lang)

    assert known[path] == dict.fromkeys(ABILITIES, 9)
    assert not {*TEST_PATHS, PARTNER_TEST} & {*known, *drafts}


def test_a_level_of_one_ability_is_kept_as_that_and_changes_no_other():
    known, _ = told("my writing is CLB 7", "CLB 9 in listening and reading")

    assert known["english_levels"] == {"writing": 7, "listening": 9, "reading": 9}
    assert levels_for_tests(known) == {}


def test_levels_stand_for_the_tests_that_are_asked_for_each_in_its_language():
    known, _ = told("NCLC 7 in french and CLB 9 in english")

    assert {path: test["language"] for path, test in levels_for_tests(known).items()} == {
        "first_language": "en",
        "second_language": "fr",
    }


def test_the_scores_of_a_test_replace_the_levels_of_its_language_alone():
    known, _ = told("NCLC 7 in french and CLB 9 in english", "IELTS L8 R7 W7 S7 from may 2026")

    assert known["first_language"]["test"] == "ielts_gt"
    assert "english_levels" not in known
    assert known["french_levels"] == dict.fromkeys(ABILITIES, 7)


def test_levels_change_nothing_where_a_test_in_their_language_is_known():
    known, _ = told("IELTS L8 R7 W7 S7 from may 2026", "so that is CLB 10")

    assert known["first_language"]["listening"] == 8
    assert "english_levels" not in known


def test_the_partners_levels_go_with_the_partner():
    assert orphans({"marital_status": "never_married", "spouse.english_levels": {"reading": 9}}) == [
        "spouse.english_levels"
    ]


@pytest.mark.parametrize(
    ("second", "counts"),
    [("also PTE Core, L 90 R 90 W 90 S 90", "pte_core"), ("also CELPIP 7 each", "ielts_gt")],
)
def test_of_two_tests_in_a_language_the_one_that_scores_more_is_said_to_count(second, counts):
    before, _ = told("IELTS 8 7 7 7 from March 2026")
    after, _ = told("IELTS 8 7 7 7 from March 2026", second)

    assert [because.args["test"] for because in results.better(after, before, TODAY)] == [counts]


def test_a_test_named_without_scores_is_not_asked_for_where_levels_stand_in_its_place():
    known, drafts = told("CLB 9", "it was IELTS")

    assert drafts["first_language"] == {"test": "ielts_gt"}
    assert results.awaited(drafts, known) == []


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "I haven't taken any test yet"),
        ("en", "IELTS booked for january"),
        ("fr", "je n'ai pas encore passé le TCF"),
        ("fr", "je passe le TEF en février"),
    ],
)
def test_a_test_without_results_is_left_open_and_its_scores_are_not_asked_for(lang, said):
    reading = read_answers(read(said, lang, TODAY, lists=KEPT), None, {}, {}, TODAY, lang)

    assert reading.skipped == reading.untested == {"first_language"}
    assert not reading.answers
    assert not reading.drafts


def test_a_planned_test_is_named_once_with_its_month():
    said = "I haven't taken the ielts yet, it is booked for january"
    reading = read_answers(read(said, "en", TODAY, lists=KEPT), None, {}, {}, TODAY)

    assert [(note.id, note.args["test"]) for note in reading.notes] == [("note-test-planned", "ielts_gt")]


def test_a_test_that_is_taken_again_leaves_the_results_that_are_known():
    known, drafts = told("IELTS 7 7 7 7 in may 2026", "I'll retake IELTS on 12 January")

    assert known["first_language"]["date"] == "2026-05"
    assert not drafts


def test_a_plan_ends_the_question_for_the_scores_of_that_test():
    _, drafts = told("I took IELTS", "actually my ielts is on 12 January")

    assert not drafts


def test_the_partners_test_to_come_is_none_so_far():
    known, drafts = told("I'm married", "my husband takes his celpip in april")

    assert known[PARTNER_TEST] is None
    assert not drafts


def test_the_date_of_a_test_without_scores_waits_for_them_and_is_said_back():
    reading = read_answers(read("CLB 8 everywhere, test from May", "en", TODAY), None, {}, {}, TODAY)

    assert reading.drafts["first_language"]["date"] == "2026-05"
    assert [note.id for note in reading.notes] == ["note-test-dated"]


@pytest.mark.parametrize(("lang", "said"), [("en", "around CLB 7"), ("fr", "environ NCLC 7")])
def test_a_level_told_roughly_is_kept_as_a_level_and_called_an_estimate(lang, said):
    reading = read_answers(read(said, lang, TODAY), None, {}, {}, TODAY, lang)

    assert [note.id for note in reading.notes] == ["note-levels-rough"]
    assert not {*TEST_PATHS} & {*reading.answers, *reading.drafts}


def test_how_well_a_language_is_spoken_is_no_level():
    reading = read_answers(read("my english is fluent", "en", TODAY), None, {}, {}, TODAY)

    assert [note.id for note in reading.notes] == ["note-spoken-level"]
    assert not reading.answers
