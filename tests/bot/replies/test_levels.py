"""Levels and scores are said from the tables, each ability by its own column."""

from __future__ import annotations

from datetime import date

from bot.replies.levels import levels_reply, needed_reply
from express_entry.language import levels_of, scores_for
from express_entry.vocabulary import ABILITIES

TODAY = date(2026, 11, 29)


def text(reply):
    return reply.text.replace("**", "").replace("\u00a0", " ").replace("\u202f", " ")


def test_one_score_is_said_with_its_level_and_where_the_next_one_begins():
    said = levels_reply("en", {"writing": 6.5}, {"ielts_gt": levels_of("ielts_gt", {"writing": 6.5}, TODAY)})

    assert text(said) == "CLB 8 for 6.5 in writing (IELTS General Training). CLB 9 starts at 7."
    assert said.sources


def test_each_ability_has_its_own_level():
    scores = {"listening": 7.5, "reading": 6.5, "writing": 6, "speaking": 9}
    said = text(levels_reply("fr", scores, {"ielts_gt": levels_of("ielts_gt", scores, TODAY)}))

    assert "compréhension orale 7,5 : CLB 8" in said
    assert "compréhension écrite 6,5 : CLB 8" in said
    assert "expression écrite 6 : CLB 7" in said
    assert "expression orale 9 : CLB 10 ou plus" in said


def test_a_score_that_several_tests_give_is_said_for_each():
    scores = dict.fromkeys(ABILITIES, 7)
    found = {test: levels_of(test, scores, TODAY) for test in ("celpip_g", "ielts_gt")}

    said = text(levels_reply("en", scores, found))

    assert "CLB 7 in every ability for 7 in each (CELPIP-General)" in said
    assert "listening 7: CLB 7" in said
    assert "reading 7: CLB 9" in said


def test_a_score_below_every_level_is_said_with_the_range_and_the_column_that_was_read():
    found = {"tef_canada": levels_of("tef_canada", {"writing": 7}, TODAY)}

    said = text(levels_reply("en", {"writing": 7}, found))

    assert said.startswith("Below NCLC 4")
    assert "from 0 to 450" in said
    assert "Équivalence ancien score" in said


def test_scores_for_a_level_are_the_lowest_that_give_it():
    found = {"ielts_gt": scores_for("ielts_gt", 9, TODAY)}

    said = text(needed_reply("en", 9, ABILITIES, found))

    assert said.startswith(
        "CLB 9 in IELTS General Training takes at least 8 in listening, 7 in reading, "
        "7 in writing and 7 in speaking."
    )
    assert all(
        levels_of("ielts_gt", {ability: score}, TODAY).found[ability] == 9
        for ability, score in found["ielts_gt"].found.items()
    )


def test_a_level_beyond_the_tables_is_their_last():
    assert scores_for("celpip_g", 12, TODAY).found == scores_for("celpip_g", 10, TODAY).found
