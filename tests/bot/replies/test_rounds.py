"""What is said about rounds: the number first, the date always, nothing promised, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.languages import LANGUAGES
from bot.nlu.rounds import asked, names_one
from bot.replies import messages
from bot.replies import rounds as replies
from bot.replies.reply import Reply
from express_entry.chances import Standing, chances, standing
from express_entry.profile import parse_profile
from express_entry.rounds import Round, known_categories, seed

ON = date(2026, 10, 2)
AFTER = date(2026, 11, 23)
RULES = {day: standing(parse_profile({"age": 30}), day).rules for day in (ON, AFTER)}
HISTORY = seed()
PHONE = 1800
"""Characters that a phone shows in two screens."""


def someone(score: int, on: date = ON, **invited_in: bool | None) -> Standing:
    """A standing."""
    return Standing(score, RULES[on], (), invited_in)


def about(lang: str, score: int, on: date = ON, **invited_in: bool | None) -> Reply:
    """All that is said about a standing."""
    return replies.chances(lang, chances(someone(score, on, **invited_in), HISTORY, on), HISTORY, True)


def shortly(lang: str, score: int, on: date = ON, **invited_in: bool | None) -> Reply:
    """What is said about a standing first."""
    return replies.chances(lang, chances(someone(score, on, **invited_in), HISTORY, on), HISTORY)


EVERY: dict[str, Callable[[str], Reply]] = {
    "latest": lambda lang: replies.latest(lang, HISTORY, ON),
    "latest of every kind": lambda lang: replies.latest(lang, HISTORY, ON, everything=True),
    "latest of a kind": lambda lang: replies.latest(lang, HISTORY, ON, "cec"),
    "one": lambda lang: replies.one(lang, HISTORY, ON, "437"),
    "a day": lambda lang: replies.of_day(lang, HISTORY, ON, date(2025, 10, 15)),
    "a day without one": lambda lang: replies.of_day(lang, HISTORY, ON, date(2025, 10, 18)),
    "a year": lambda lang: replies.past(lang, HISTORY, ON, year=2025),
    "a kind": lambda lang: replies.past(lang, HISTORY, ON, "pnp"),
    "a kind in a year": lambda lang: replies.past(lang, HISTORY, ON, "french", 2025),
    "trend": lambda lang: replies.trend(lang, HISTORY, ON, "general"),
    "chances": lambda lang: about(lang, 510, cec=True, french=True, healthcare=None),
    "chances, shortly": lambda lang: shortly(lang, 510, cec=True, french=True, healthcare=None),
    "tie-break": lambda lang: replies.tie_break(lang, HISTORY, ON),
    "news": lambda lang: replies.news(lang, HISTORY.rounds[-9:], HISTORY, ON, someone(500, cec=True)),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_every_answer_names_its_source_and_the_day_up_to_which_it_holds(name: str, lang: str) -> None:
    reply = EVERY[name](lang)
    assert reply.lang == lang
    assert "canada.ca" in reply.sources[0].url
    assert {"en": "1 October 2026", "fr": "octobre 2026"}[lang] in reply.text
    assert reply.buttons


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_every_answer_fits_a_phone(name: str, lang: str) -> None:
    assert len(EVERY[name](lang).text) < PHONE


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", sorted(set(EVERY) - {"tie-break"}))
def test_the_number_comes_first(name: str, lang: str) -> None:
    sentence = re.split(r"(?<=[a-zé*])\. ", EVERY[name](lang).text)[0]
    assert re.search(r"\*\*[^*]*\d[^*]*\*\*", sentence) or name == "news"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("category", known_categories())
def test_every_kind_of_round_has_a_name_and_an_answer(lang: str, category: str) -> None:
    name = replies.kind_name(lang, category)
    assert name in replies.latest(lang, HISTORY, ON, category).text
    assert name in replies.trend(lang, HISTORY, ON, category).text
    assert replies.past(lang, HISTORY, ON, category).text


def test_both_languages_have_the_same_messages_with_the_same_arguments() -> None:
    english, french = (
        {
            name: used
            for name, used in messages(lang)
            if re.match("round|chances|alerts|news|picture|trend", name)
        }
        for lang in LANGUAGES
    )
    assert english == french


def test_the_latest_round_is_told_with_its_cut_off_kind_date_and_size() -> None:
    text = replies.latest("en", HISTORY, ON).text
    assert text.startswith("**476** – Trades, 1 October 2026. 3,500 invitations, round 447.")
    assert "Canadian Experience Class, 29 September 2026: **518**, 2,000 invitations" in text
    french = replies.latest("fr", HISTORY, ON, "cec").text
    assert "**518** – Catégorie de l’expérience canadienne, 29 septembre 2026." in french


def test_a_tie_break_is_told_with_its_moment() -> None:
    text = replies.one("en", HISTORY, ON, "437").text
    assert "exactly 382" in text
    assert "1 March 2026, 18:34:05 UTC" in text
    assert "I don’t know the tie-break" in replies.one("en", HISTORY, ON, "447").text


def test_someone_with_exactly_the_cut_off_hears_that_the_tie_break_decides() -> None:
    found = chances(someone(518, cec=True, french=True), HISTORY, ON)
    assert "Your 518 is exactly the last cut-off (Canadian Experience Class" in (
        replies.tie_break("en", HISTORY, ON, found).text
    )
    assert "**exactly yours**" in replies.chances("en", found, HISTORY).text
    other = chances(someone(517, cec=True), HISTORY, ON)
    assert "Your" not in replies.tie_break("en", HISTORY, ON, other).text


def test_why_there_are_no_general_rounds_is_answered_with_what_happened_since() -> None:
    text = replies.latest("en", HISTORY, ON, "general").text
    assert "**529** – General, 23 April 2024" in text
    assert "891 days ago" in text
    assert "153 rounds of other kinds" in text


def test_an_unknown_round_or_year_is_said_to_be_unknown() -> None:
    assert "no round 999" in replies.one("en", HISTORY, ON, "999").text
    assert "2014" in replies.past("en", HISTORY, ON, year=2014).text
    assert "no round of this kind" in replies.latest("en", HISTORY, ON, "researchers").text
    assert "no such round" in replies.latest("en", replace(HISTORY, rounds=()), ON).text
    assert "0" in replies.one("en", replace(HISTORY, rounds=()), ON, "1").text


def test_a_kind_unknown_until_today_goes_by_its_published_name() -> None:
    new = Round("448", ON, "Astronauts, Version 1", "other", (), 5, 400, None, "Astronautes, version 1")
    history = replace(HISTORY, rounds=(*HISTORY.rounds, new))
    assert "Astronauts, Version 1" in replies.latest("en", history, ON).text
    assert "Astronautes, version 1" in replies.latest("fr", history, ON).text
    assert "1 invitation" not in replies.latest("en", history, ON).text


def test_rounds_known_long_ago_come_with_a_warning() -> None:
    assert "may be newer" not in replies.latest("en", HISTORY, ON).text
    assert "may be newer" in replies.latest("en", HISTORY, AFTER).text


def test_a_gap_is_told_for_each_kind_of_round() -> None:
    text = about("en", 510, cec=True, french=True).text
    assert text.startswith("Your score is **510**. That’s **128 above** the last cut-off of French")
    assert "Canadian Experience Class: 518 on 29 September 2026, you’re **8 below**" in text
    assert "French-language proficiency: 382 on 19 August 2026, you’re **128 above**" in text
    assert "You’d have reached 5 of 22 rounds" in text


def test_what_comes_first_is_short_and_the_rest_one_press_away() -> None:
    first, all_of_it = (each("en", 510, cec=True, french=True, healthcare=None) for each in (shortly, about))
    assert "Canadian Experience Class: 518" in first.text
    assert "pool" not in first.text
    assert "pool" in all_of_it.text
    assert '/ask_chances{"value": "all"}' in [button.payload for button in first.buttons]
    assert len(first.text) < 500


def test_a_look_ahead_is_a_range_with_how_often_it_held_and_no_promise() -> None:
    text = about("en", 510, cec=True).text
    assert "between 510 and 526. A range like this held in 29 of 33 rounds." in text
    assert "chances-no-promise" in {caveat.id for caveat in about("en", 510, cec=True).caveats}
    assert "to 4" not in about("en", 510, healthcare=True).text.partition("In the pool")[0]


def test_after_the_change_of_rules_the_range_says_that_it_may_not_hold() -> None:
    text = about("en", 510, AFTER, cec=True).text
    assert text.count("3 November 2026") == 1
    assert "crs-notice-2026-11-03" in {caveat.id for caveat in about("en", 510, AFTER, cec=True).caveats}
    assert any("check-score" in source.url for source in about("en", 510, AFTER, cec=True).sources)
    assert "3 November" not in about("en", 510, ON, cec=True).text


def test_what_is_not_sure_is_told_apart() -> None:
    text = about("en", 480, cec=True, healthcare=None).text
    sure, _, unsure = text.partition("I’m not certain yet")
    assert "Canadian Experience Class" in sure
    assert "Healthcare" in unsure
    assert "Healthcare" not in sure


def test_who_can_be_invited_nowhere_is_told_so() -> None:
    assert "find none that could invite you" in about("en", 300, cec=False, fsw=False).text


def test_kinds_of_round_that_sleep_are_named_without_a_gap() -> None:
    text = about("en", 500, cec=True, general=True, researchers=True, stem=None).text
    assert "none in the last twelve months: General and Researchers with Canadian work experience." in text
    assert "529" not in text
    assert "STEM" not in text


def test_a_score_with_facts_missing_says_so() -> None:
    found = chances(replace(someone(400, cec=True), missing=("education",)), HISTORY, ON)
    assert "so far" in replies.chances("en", found, HISTORY).text


def test_the_place_in_the_pool_is_told_as_a_range_with_its_change() -> None:
    text = about("en", 470, cec=True).text
    assert "between 63,825 and 80,082 of 229,904 people stand above you" in text
    assert "on 21 June 2026" in text
    assert text.split("\n\n")[1].startswith("In the pool of"), "who asks for all sees first what is new"
    nobody = replace(HISTORY, pools=())
    assert "pool" not in replies.chances("en", chances(someone(470, cec=True), nobody, ON), nobody, True).text
    alone = replace(HISTORY, pools=HISTORY.pools[-1:])
    assert "bands above yours" not in (
        replies.chances("en", chances(someone(470, cec=True), alone, ON), alone, True).text
    )


def test_subscribing_is_confirmed_with_how_to_end_it() -> None:
    pushed = replies.subscribed("en", "all", pushed=True, kept=True)
    assert "message here" in pushed.text
    assert [button.payload for button in pushed.buttons] == ["/unsubscribe"]
    visit = replies.subscribed("en", "enough", pushed=False, kept=False)
    assert "next visit" in visit.text
    assert "24 hours" in visit.text
    assert visit.buttons[0].payload == "/consent_give"
    assert replies.subscribed("fr", "mine", pushed=True, kept=True).text.startswith("**C’est fait.**")


def test_ending_is_confirmed_and_someone_without_messages_is_told_so() -> None:
    assert "**Ended.**" in replies.unsubscribed("en", was=True).text
    assert "weren’t getting messages" in replies.unsubscribed("en", was=False).text


def test_the_three_kinds_of_subscription_are_offered() -> None:
    offered = replies.choose_alerts("en", subscribed=True)
    kinds = ["all", "mine", "enough"]
    payloads = [f'/subscribe{{"kind": "{kind}"}}' for kind in kinds]
    assert [button.payload for button in offered.buttons] == [*payloads, "/unsubscribe"]
    assert len(replies.choose_alerts("fr", subscribed=False).buttons) == 3


def test_news_compare_with_the_score_only_where_one_can_be_invited() -> None:
    text = replies.news("en", HISTORY.rounds[-3:], HISTORY, ON, someone(500, cec=True, pnp=False)).text
    assert text.startswith("**3 new rounds of invitations**")
    assert text.count("Your 500") == 1
    assert "Your 500 is 18 below it." in text
    equal = replies.news("en", HISTORY.rounds[-2:], HISTORY, ON, someone(518, cec=True)).text
    assert "exactly the cut-off" in equal
    assert "Your" not in replies.news("en", HISTORY.rounds[-1:], HISTORY, ON).text


def test_a_round_after_the_change_is_compared_with_a_reservation() -> None:
    after = replace(
        HISTORY.rounds[-2],
        number="448",
        date=date(2026, 11, 10),
        tie_break=datetime(2026, 11, 1, tzinfo=UTC),
    )
    text = replies.news("en", [after], HISTORY, AFTER, someone(520, AFTER, cec=True)).text
    assert "Your 520 is 2 above it." in text
    assert "without the points that came in on 3 November 2026" in text


def test_a_number_of_points_is_compared_with_the_last_round_of_every_kind() -> None:
    text = replies.enough("en", HISTORY, ON, 469).text

    assert text.startswith("**469** would have been enough in the last round of **")
    assert "- French-language proficiency: 382 (**87 above**)" in text
    assert "- Trades: 476 (**7 below**)" in text
    assert "depends on your work, your languages and your studies" in text


def test_where_it_is_known_in_which_rounds_somebody_can_be_the_others_are_left_out() -> None:
    text = replies.enough("en", HISTORY, ON, 469, kinds=("french", "trades")).text

    assert "in the last round of **1** of 2 kinds" in text
    assert "Transport" not in text
    assert "depends on your work" not in text


@pytest.mark.parametrize(
    ("score", "first"), [(500, "**500 would not have been enough**"), (520, "**Yes, 520 would have been")]
)
def test_for_one_kind_of_round_there_is_a_verdict(score: int, first: str) -> None:
    assert replies.enough("en", HISTORY, ON, score, category="cec").text.startswith(first)


@pytest.mark.parametrize(("lang", "first"), [("en", "**Nobody knows"), ("fr", "**Personne ne sait")])
def test_of_the_next_round_nobody_knows_and_the_last_one_is_told(lang: str, first: str) -> None:
    text = replies.upcoming(lang, HISTORY, ON, "cec").text

    assert text.startswith(first)
    assert "**518**" in text


@pytest.mark.parametrize(
    ("text", "score", "ahead", "next_one"),
    [
        ("is 469 enough?", 469, False, False),
        ("469, ça suffit ?", 469, False, False),
        ("will it drop below 469 by january?", 469, True, False),
        ("ça va baisser ?", None, True, False),
        ("when is the next CEC draw", None, False, True),
        ("la prochaine ronde, c'est quand ?", None, False, True),
        ("what was round 446", None, False, False),
        ("rounds in 2025", None, False, False),
    ],
)
def test_a_question_names_a_score_or_what_is_to_come(
    text: str, score: int | None, ahead: bool, next_one: bool
) -> None:
    named = asked(text)

    assert (named.score, named.ahead, named.next) == (score, ahead, next_one)


@pytest.mark.parametrize(
    ("text", "lang", "about"),
    [
        ("round 440", "en", True),
        ("what happened in draw no. 438", "en", True),
        ("draw on 15 October 2025", "en", True),
        ("tirage du 1er octobre 2026", "fr", True),
        ("ronde n° 440", "fr", True),
        ("I was invited in draw 440", "en", False),
        ("j'ai eu mon invitation au tirage du 1er octobre 2026", "fr", False),
        ("draws in June 2025", "en", True),
        ("quelles rondes en octobre 2026", "fr", True),
        ("lowest score ever invited?", "en", True),
        ("le score minimum qui a déjà été invité", "fr", True),
        ("highest possible CRS score", "en", False),
        ("draws in December 2026", "en", False),
        ("next draw on 15 December 2026", "en", False),
        ("my IELTS is of 3 March 2026", "en", False),
    ],
)
def test_a_message_about_past_rounds_is_known_by_number_day_month_or_extreme(
    text: str, lang: str, about: bool
) -> None:
    assert names_one(text, lang, AFTER) is about


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_rounds_of_a_month_are_said_line_by_line(lang: str) -> None:
    last = HISTORY.rounds[-1].date
    held = [each for each in HISTORY.rounds if (each.date.year, each.date.month) == (last.year, last.month)]
    reply = replies.of_month(lang, HISTORY, AFTER, last.replace(day=1)).text

    assert reply.count("\n- ") == len(held)
    assert all(f"{each.cutoff}" in reply for each in held)


@pytest.mark.parametrize(("which", "choose"), [("lowest", min), ("highest", max)])
def test_the_lowest_and_the_highest_cut_off_of_all_are_said(which: str, choose: Callable[..., int]) -> None:
    cutoff = choose(each.cutoff for each in HISTORY.rounds)

    assert f"**{cutoff}**" in replies.extreme("en", HISTORY, AFTER, which).text


def test_the_rounds_of_a_day_are_said_and_where_there_was_none_the_nearest() -> None:
    last = HISTORY.rounds[-1]

    assert f"{last.cutoff}" in replies.of_day("en", HISTORY, AFTER, last.date).text
    none = replies.of_day("en", HISTORY, AFTER, last.date + timedelta(days=1)).text
    assert "I know of no round on 2 October 2026" in none
    assert f"{last.cutoff}" in none
