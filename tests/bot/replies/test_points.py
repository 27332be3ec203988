"""What something is worth, in words: the number first, for this person where enough is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.languages import LANGUAGES
from bot.replies import words
from bot.replies.points import (
    Mine,
    gaps_reply,
    gone_reply,
    lines_reply,
    most_reply,
    section_reply,
    thing,
    worth_reply,
)
from express_entry.crs import score
from express_entry.factors import FACTS
from express_entry.profile import parse_profile
from express_entry.whatif.suppositions import Diploma, suppose_all
from express_entry.worth import at_most, worth_of

TODAY = date(2026, 11, 23)
TOLD: dict[str, Any] = {
    "age": 30,
    "marital_status": "never_married",
    "education": "bachelors_or_three_year",
    "education_country_is_canada": False,
    "eca_date": "2025-01",
    "first_language": {"test": "ielts_gt", "listening": 7.5, "reading": 6.5, "writing": 6.5, "speaking": 6.5},
    "foreign_work_years": 3,
}
PROFILE = parse_profile(TOLD)
SCORE = score(PROFILE, TODAY)
NOBODY = score(parse_profile({}, draft=True), TODAY)
MASTERS = worth_of("education", "masters_or_professional", TODAY)


def test_somebody_unknown_hears_the_rule_for_both_kinds_of_candidates() -> None:
    text = worth_reply("en", "education", "masters_or_professional", MASTERS, NOBODY, None).text

    assert text.startswith("**135** points for a master’s or professional degree, or **126** if a partner")
    assert "- work in Canada: up to 50 more" in text


def test_somebody_known_hears_what_it_would_change_for_them_first() -> None:
    supposed = suppose_all(PROFILE, TODAY, [Diploma("masters_or_professional")])
    mine = Mine(SCORE, False, supposed, held=False)
    text = worth_reply("en", "education", "masters_or_professional", MASTERS, SCORE, mine).text

    assert text.startswith("**27** more: 355 becomes **382**.")
    assert "**135** points for a master’s" in text
    assert "126" not in text


def test_somebody_who_has_it_hears_what_it_gives_them() -> None:
    found = worth_of("education", "bachelors_or_three_year", TODAY)
    mine = Mine(SCORE, False, None, held=True)
    text = worth_reply("fr", "education", "bachelors_or_three_year", found, SCORE, mine).text

    assert text.startswith("**120** points pour un baccalauréat ou une licence. Vous les avez déjà.")
    assert "- Études et langue : 13 sur 50" in text.replace("\u00a0", " ")


def test_what_gives_no_points_any_more_says_since_when() -> None:
    text = gone_reply("en", at_most(["job_offer"], TODAY)[0], NOBODY).text

    assert text.startswith("**No points** for this since 25 March 2025")
    assert "25 March 2025" in text


def test_a_line_of_two_facts_says_what_all_of_it_takes() -> None:
    lines = at_most(["education", "first_language"], TODAY)
    mine = [line for line in SCORE.lines if line.id == lines[0].id]
    text = lines_reply("en", SCORE, mine, {line.id: line for line in lines}).text

    assert text.startswith("**13** of 50 points: Education with language.")
    assert "You get all of it with two or more credentials and CLB 9" in text


def test_the_most_of_a_line_is_said_beside_what_one_has() -> None:
    text = most_reply("en", at_most(["first_language"], TODAY), SCORE, SCORE).text

    assert text.startswith("At most **136** points, or 128 if a partner comes with you")
    assert "You have **92** of them." in text


def test_a_low_score_is_explained_by_what_is_open_in_ones_own_hands() -> None:
    text = gaps_reply("en", SCORE).text

    assert "- Work in Canada: 0 of 80" in text
    assert "- First official language: 92 of 136" in text
    assert "nomination" not in text


def test_a_part_of_the_score_is_explained_by_the_lines_that_give_something() -> None:
    text = section_reply("en", SCORE, "C").text

    assert text.startswith("**38** points for this part: Skills that go together.")
    assert "13 of 50" in text
    assert "Trade certificate" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_that_gives_points_by_itself_has_a_name(lang: str) -> None:
    say = words(lang)
    for fact, kind in FACTS.items():
        if kind.codes or fact.endswith("_lowest") or fact == "spouse_canadian_education":
            continue
        values = (True,) if kind.names == ("no", "yes") else kind.names or (9,)
        for value in values:
            assert "{" not in thing(say, fact, value)
