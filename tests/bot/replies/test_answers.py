"""Answers say figures of the rules, name official pages, fit the person, and hold together."""

import re
from datetime import date, timedelta

import pytest

from actions.versions import data_version
from bot.languages import LANGUAGES
from bot.nlu.examples import examples
from bot.replies import words
from bot.replies.answers import answer_reply, changes_reply, follow_up, question_button, report_reply
from bot.replies.caveats import with_caveats
from bot.replies.links import page, page_list
from bot.sources.audit import Checked, all_checked, by_age, counts, parity, problems
from express_entry.answers import (
    ANSWERS,
    AnswerFileError,
    answers,
    for_intent,
    join,
    read_answer,
    situation,
    split,
)
from express_entry.changes import changes, latest
from express_entry.figures import figure
from express_entry.profile import parse_profile

TODAY = date(2026, 11, 30)
EVERY = sorted(answers())


def test_nothing_is_wrong_with_the_facts():
    assert problems(TODAY) == []
    assert parity() == []


def test_both_languages_have_as_much_of_everything():
    english, french = counts()["en"], counts()["fr"]

    assert english["examples"] > 9_000
    assert {what: number for what, number in english.items() if what != "examples"} == {
        what: number for what, number in french.items() if what != "examples"
    }


@pytest.mark.parametrize(
    ("what", "english", "french", "found"),
    [
        ("examples", 100, 91, 0),
        ("examples", 100, 89, 1),
        ("answers", 288, 287, 1),
        ("messages", 1000, 1001, 1),
    ],
)
def test_a_language_that_falls_behind_is_a_problem(monkeypatch, what, english, french, found):
    monkeypatch.setattr("bot.sources.audit.counts", lambda: {"en": {what: english}, "fr": {what: french}})

    assert len(parity()) == found


def test_there_are_at_least_220_answers_in_scope():
    assert sum(answer.topic != "out_of_scope" for answer in answers().values()) >= 220


def test_facts_are_counted_by_age_and_certainty():
    looked_up = [
        Checked("answer", "a", date(2026, 11, 1), "reported"),
        Checked("answer", "b", date(2026, 10, 1), "law"),
        Checked("figure", "c", date(2026, 10, 31), "law"),
        Checked("figure", "d", date(2025, 11, 1), "official"),
        Checked("page", "e", date(2020, 1, 1)),
    ]

    table = by_age(looked_up, TODAY)

    assert list(table) == [30, 90, 180, 365, None]
    assert [sum(row.values()) for row in table.values()] == [2, 1, 0, 0, 1]
    assert table[30]["reported"] == table[30]["law"] == table[90]["law"] == table[None]["official"] == 1


def test_a_figure_is_as_old_as_the_value_that_counts_today():
    looked_up = {entry.name: entry for entry in all_checked(TODAY) if entry.kind == "figure"}

    assert looked_up["fees/child"].checked == date(2026, 11, 29)
    assert looked_up["fees/child"].certainty == "reported"
    assert looked_up["figures/child_age"].certainty == "law"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("answer_id", EVERY)
def test_every_answer_is_said_with_an_official_page_and_the_day_of_its_check(lang, answer_id):
    reply = answer_reply(lang, answers()[answer_id], {}, TODAY)

    assert reply.text
    assert "{" not in reply.text
    assert reply.sources
    assert all(date.fromisoformat(source.checked) <= TODAY for source in reply.sources)
    assert reply.meta == {"answer": answer_id}


def test_an_amount_is_written_as_the_language_writes_it():
    english = answer_reply("en", answers()["funds_amount"], {}, TODAY).text
    french = answer_reply("fr", answers()["funds_amount"], {}, TODAY).text

    assert "$15,263" in english
    assert re.search(r"15\s263\s\$", french)


def test_an_answer_has_the_figures_of_the_day_asked_for():
    before = answer_reply("en", answers()["funds_amount"], {}, date(2024, 6, 1)).text

    assert "$14,690" in before


def test_whoever_may_enter_by_the_canadian_experience_class_is_not_told_to_show_funds():
    experienced = {"cec": True, "fsw": False, "fst": False}

    assert "$15,263" not in answer_reply("en", answers()["funds_amount"], experienced, TODAY).text


def test_the_situation_comes_from_the_profile():
    married = situation(parse_profile({"age": 30, "marital_status": "married"}), TODAY)

    assert married["partner"] is True
    assert married["marital_status"] == "married"
    assert situation(None, TODAY) == {}


def test_what_was_reported_by_others_says_so_in_both_languages():
    reported = next(answer for answer in answers().values() if answer.certainty == "reported")

    for lang in LANGUAGES:
        assert (
            words(lang)("answer-reported") in with_caveats(answer_reply(lang, reported, {}, TODAY), ()).text
        )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_answer_older_than_a_year_says_so_by_itself(lang):
    answer = answers()["profile_free"]
    a_year_on = answer.checked + timedelta(days=365)
    warning = words(lang)("answer-old", date=answer.checked)

    assert warning not in answer_reply(lang, answer, {}, a_year_on).text
    assert warning in answer_reply(lang, answer, {}, a_year_on + timedelta(days=1)).text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("answer_id", EVERY)
def test_every_answer_says_in_two_years_that_nobody_has_looked(lang, answer_id):
    two_years_on = date(TODAY.year + 2, 11, 29)
    warning = words(lang)("answer-old", date=TODAY).rpartition(str(TODAY.year))[2]

    assert warning in answer_reply(lang, answers()[answer_id], {}, two_years_on).text
    assert warning not in answer_reply(lang, answers()[answer_id], {}, TODAY).text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_answer_is_as_old_as_the_oldest_of_its_figures(lang):
    answer = answers()["valid_job_offer"]
    source = figure("{figures.offer_years}", TODAY).source
    assert source.checked < answer.checked
    a_year_on = source.checked + timedelta(days=365)
    warning = words(lang)("answer-old", date=source.checked)

    assert warning not in answer_reply(lang, answer, {}, a_year_on).text
    assert warning in answer_reply(lang, answer, {}, a_year_on + timedelta(days=1)).text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_list_of_changes_that_nobody_has_looked_after_for_a_year_says_so(lang):
    answer = answers()["what_changed"]
    a_year_on = answer.checked + timedelta(days=365)
    warning = words(lang)("answer-old", date=answer.checked)

    assert warning not in changes_reply(lang, answer, latest(a_year_on), a_year_on).text
    later = a_year_on + timedelta(days=1)
    assert warning in changes_reply(lang, answer, latest(later), later).text


@pytest.mark.parametrize("lead", ["**No.** Hours above", "**Yes**, within what", "**Oui.** Un profil"])
def test_a_lead_that_is_a_bare_yes_or_no_is_a_problem(monkeypatch, lead):
    answer = answers()["overtime"]
    bare = answer.copy(update={"answer": answer.answer.copy(update={"en": f"{lead} does not count at all."})})
    monkeypatch.setattr("bot.sources.audit.load_answers", lambda: ({**answers(), "overtime": bare}, []))

    assert [problem.what for problem in problems(TODAY)] == [
        "en: the first sentence is a bare yes or no: it must stand alone"
    ]


def test_the_note_on_certainty_names_every_answer_that_rests_on_reports_and_no_other():
    note = (ANSWERS.parents[1] / "docs" / "certainty.md").read_text(encoding="utf-8")
    words_for_it = {"law", "official", "derived", "reported", "unknown"}

    assert set(re.findall(r"`([a-z_0-9]+)`", note)) - words_for_it == {
        answer.id for answer in answers().values() if answer.certainty == "reported"
    }


def test_a_french_reader_is_told_that_a_page_is_in_english():
    english_only = next(name for name, found in page_list().items() if found.fr is None)

    assert page(english_only, "fr").title.endswith("(en anglais)")


def test_a_follow_up_means_what_the_answer_names_and_else_something_general():
    validity = answers()["test_validity"]

    assert follow_up(validity, "partner").id == "spouse_points"
    assert follow_up(validity, "time").id == "processing_time"
    assert follow_up(validity, "where").id == "which_english_test"
    assert follow_up(answers()["minimum_age"], "where") is None


def test_how_much_and_how_long_mean_something_even_before_any_answer():
    assert follow_up(None, "cost").id == "fees_amount"
    assert follow_up(None, "time").id == "processing_time"
    assert follow_up(None, "partner") is None


def test_and_for_my_wife_means_points_only_where_points_were_spoken_of():
    assert follow_up(answers()["test_validity"], "partner").id == "spouse_points"
    assert follow_up(answers()["fees_amount"], "partner").id == "fees_amount"
    assert follow_up(answers()["landing_day"], "partner") is None


def test_what_an_intent_calculates_has_an_answer_in_words():
    assert for_intent("ask_costs").id == "fees_amount"
    assert answers()["fees_amount"].label == "ask_costs"


def test_questions_become_examples_under_the_name_of_their_answer():
    labels = {example.label for example in examples()}

    assert {"ask/test_validity", "out_of_scope/visitor_visa", "ask_costs", "greet"} <= labels
    assert split("ask/test_validity") == ("ask", "test_validity")
    assert join(*split("greet")) == "greet"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_answer_can_be_asked_for_by_a_button(lang):
    for answer_id in EVERY:
        button = question_button(lang, answer_id)
        assert button.title == answers()[answer_id].question.of(lang)
        assert answer_id in button.payload


def test_what_changed_is_told_by_day_the_newest_first():
    listed = latest(TODAY)
    reply = changes_reply("fr", answers()["what_changed"], listed, TODAY)

    assert [entry.on for entry in listed] == sorted((entry.on for entry in listed), reverse=True)
    assert listed[0].what["fr"] in reply.text
    assert len({entry.id for entry in changes()}) == len(changes())


def test_a_report_of_a_wrong_answer_is_thanked_for_and_names_the_page():
    reply = report_reply("en", answers()["test_validity"])

    assert reply.sources
    assert reply.meta["answer"] == "test_validity"


def test_the_version_of_the_data_is_the_same_for_the_same_data():
    assert data_version() == data_version()
    assert len(data_version()) == 12


def test_a_file_that_is_no_answer_names_itself(tmp_path):
    wrong = tmp_path / "wrong.yml"
    wrong.write_text((ANSWERS / "test_validity.yml").read_text() + "\nsurprise: yes\n")

    with pytest.raises(AnswerFileError, match=r"wrong\.yml"):
        read_answer(wrong)
