"""The change of 3 November 2026, with invented values, as ``docs/rules.md`` has an operator write it down:
files, scores, sentences of the chat, alerts, and the days that score differently."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.alerts.news import compose_on
from bot.cli import main
from bot.languages import LANGUAGES
from bot.replies import rounds as rounds_replies
from bot.replies import words
from bot.replies.caveats import with_caveats
from bot.replies.score import score_reply
from bot.store.alerts import News
from express_entry.chances import chances, standing
from express_entry.crs import score
from express_entry.parameters import RULES, Parameters, load, parameters
from express_entry.profile import parse_profile
from express_entry.rounds import Round, seed
from express_entry.rule_changes import Span, days_that_differ

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
DAY, EVE = date(2026, 11, 3), date(2026, 11, 2)
SOURCE = """source:
      instrument: "Invented Instructions"
      instrument_fr: "Instructions inventées"
      en: https://www.canada.ca/en/invented.html
      fr: https://www.canada.ca/fr/invente.html
      checked: 2026-11-29"""
TODAY = date(2026, 11, 29)
"""The day on which the operator of this story writes it down."""
ENGINEER = {
    "birth_date": "1996-06-01",
    "marital_status": "never_married",
    "family_size": 1,
    "intends_quebec": False,
    "education": "masters_or_professional",
    "education_country_is_canada": False,
    "eca_date": "2025-01-10",
    "canadian_education": "none",
    "first_language": {"test": "celpip_g", "listening": 9, "reading": 9, "writing": 9, "speaking": 9},
    "second_language": None,
    "noc": "21231",
    "canadian_work_years": 2,
    "foreign_work_years": 1,
    "authorized_to_work_in_canada": True,
    "job_offer": None,
    "certificate_of_qualification": False,
    "provincial_nomination": False,
    "sibling_in_canada": True,
}


def written(page: str, folder: Path) -> None:
    """Follow the page: write every whole file that it shows, and add every entry at the end of its file."""
    section = page.split("### The change of 3 November 2026")[1].split("\n## ", maxsplit=1)[0]
    for block in re.findall(r"```yaml\n(.+?)```", section, re.DOTALL):
        where, _, text = block.partition("\n")
        path = folder / where.split("data/rules/")[1]
        text = text.replace("source: {…}", SOURCE)
        path.parent.mkdir(exist_ok=True)
        before = path.read_text(encoding="utf-8") if where.startswith("# at the end of") else ""
        path.write_text(before + text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = Path(shutil.copytree(RULES, tmp_path / "rules"))
    written(PAGE, copy)
    return copy


@pytest.fixture
def known(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Parameters]:
    """The assistant after the restart: it knows the rules that the operator wrote down."""
    monkeypatch.setattr(load, "__defaults__", (folder,))
    parameters.cache_clear()
    yield parameters()
    parameters.cache_clear()


def total(on: date = DAY, **facts: Any) -> int:
    return score(parse_profile({**ENGINEER, **facts}), on).total


def test_without_the_operators_page_the_number_says_that_it_is_not_the_whole_truth() -> None:
    rules = score(parse_profile(ENGINEER), DAY).rules

    assert not rules.complete
    assert rules.notice is not None


@pytest.mark.parametrize(
    ("noc", "points"), [("31102", 60), ("21231", 40), ("72310", 20), ("63200", 0), ("13110", 0)]
)
def test_work_gives_the_points_of_the_occupations_tier(known: Parameters, noc: str, points: int) -> None:
    assert total(noc=noc) - total(noc="63200") == points


def test_an_offer_in_a_listed_occupation_gives_its_own_points_and_needs_no_lmia(known: Parameters) -> None:
    offer = {"noc": "31102", "full_time": True, "lmia_or_exempt": False}

    assert total(job_offer=offer) - total() == 50
    assert total(job_offer={**offer, "noc": "63200"}) == total()


def test_what_was_repealed_gives_nothing_and_what_was_changed_gives_the_new_points(known: Parameters) -> None:
    french = {"test": "tcf_canada", "listening": 500, "reading": 500, "writing": 12, "speaking": 12}

    def by_french(on: date) -> int:
        found = score(parse_profile({**ENGINEER, "second_language": french}), on)
        return next(line.points for line in found.lines if line.id == "additional.french")

    assert total(sibling_in_canada=True) == total(sibling_in_canada=False)
    assert total(EVE, sibling_in_canada=True) - total(EVE, sibling_in_canada=False) == 15
    assert (by_french(EVE), by_french(DAY)) == (50, 20)


def test_the_days_before_score_as_they_did(known: Parameters) -> None:
    before = load(RULES)
    for day in (date(2015, 6, 1), date(2020, 10, 20), date(2025, 3, 25), EVE):
        profile = parse_profile(ENGINEER, day)
        assert score(profile, day).as_json() == score(profile, day, before).as_json()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chat_gives_the_whole_score_with_the_new_lines_and_without_the_notice(
    known: Parameters, lang: str
) -> None:
    reply = score_reply(lang, score(parse_profile(ENGINEER), TODAY), before=total(EVE))
    assert reply.table is not None
    points = {row.label: row.points for row in reply.table.rows}
    label = {"en": "Work in a high-wage occupation", "fr": "Travail dans une profession à haut salaire"}[lang]
    notice = words(lang)("crs-notice-2026-11-03", rules=EVE, since=DAY)

    assert f"**{total(TODAY)}**" in reply.text
    assert points[label] == 40
    assert words(lang)("score-rules", date=DAY) in with_caveats(reply, ()).text
    assert notice not in reply.text
    assert words(lang)("score-more", points=total(TODAY) - total(EVE), before=total(EVE)) in reply.text


def test_a_score_by_the_new_rules_is_set_against_older_rounds_with_a_word_on_it(known: Parameters) -> None:
    found = chances(standing(parse_profile(ENGINEER), TODAY), seed(), TODAY)
    said = words("en")("chances-outlook-before", date=DAY)

    assert said in rounds_replies.chances("en", found, seed(), everything=True).text


NEW_ROUND = Round("448", date(2026, 12, 1), "Canadian Experience Class", "cec", ("cec",), 3000, 515, None)


def alert(lang: str, on: date) -> str:
    """What a subscriber reads about a new round."""
    history = seed()
    rounds = replace(history, rounds=(*history.rounds, NEW_ROUND))
    news = News("someone", lang, ENGINEER, {}, ("448",), (), 0, "chat")
    reply = compose_on(rounds, on)(news)
    assert reply is not None
    return reply.text.replace("\xa0", " ")


def test_whoever_asked_for_alerts_reads_the_score_by_the_new_rules_and_the_one_before(
    known: Parameters,
) -> None:
    on = date(2026, 12, 1)

    assert f"is **{total(on)}**; the day before they began it was {total(EVE)}." in alert("en", on)
    assert f"de **{total(on)}**; la veille, il était de {total(EVE)}." in alert("fr", on)


def test_new_rules_are_news_for_a_month_and_only_once_they_are_known(folder: Path) -> None:
    assert "day before they began" not in alert("en", date(2026, 12, 1))


def test_later_the_new_rules_are_no_news_any_more(known: Parameters) -> None:
    assert "day before they began" in alert("en", TODAY + timedelta(days=30))
    assert "day before they began" not in alert("en", TODAY + timedelta(days=31))


def test_the_days_that_score_differently_are_those_from_the_change_on(folder: Path) -> None:
    changed = (
        "additional.french",
        "additional.high_wage",
        "additional.high_wage_offer",
        "additional.sibling",
    )

    assert days_that_differ(load(RULES), load(folder)) == (Span(DAY, None, changed),)
    assert days_that_differ(load(folder), load(folder)) == ()


def test_the_command_prints_these_days_for_the_changelog(
    known: Parameters, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["facts", "differ", str(RULES)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Days that score differently:\n- from")
    for name in (
        "French",
        "Work in a high-wage occupation",
        "Offer in a high-wage occupation",
        "Brother or sister",
    ):
        assert name in told

    main(["facts", "differ", str(RULES), "--json", "--lang", "fr"])
    (span,) = json.loads(capsys.readouterr().out)
    assert (span["since"], span["until"]) == ("2026-11-03", None)


def test_a_folder_without_rules_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "differ", str(tmp_path)]) == 2
    assert main(["facts", "differ"]) == 2
