"""The intake as a person meets it: what is asked, what is taken from an answer, what is never lost."""

from __future__ import annotations

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from bot.dialogue.questions import question, questions
from bot.dialogue.saying import WORDINGS
from bot.dialogue.told import LISTS, known, nest
from bot.replies import words
from bot.replies.describe import entry_value
from bot.replies.entries import changes
from bot.replies.intake import go_on_button
from express_entry.profile import parse_profile
from tests.helpers.interview import COUPLE, IELTS, NO, SINGLE, YES, Interview, command

BOTH = pytest.mark.parametrize("lang", ["en", "fr"])
ASSESSED = {**SINGLE, "any_of_these": "eca_date"}
WORKED_HERE = {**SINGLE, "canadian_work_years": 2}
OFFERED = {**SINGLE, "any_of_these": "job_offer"}
MOST_FOR_ONE, MOST_FOR_TWO = 9, 13
"""Questions by buttons, of one person and of a couple (with a paper that needs its date)."""
TCF = {"test": "tcf_canada", "listening": 503, "reading": 499, "writing": 12, "speaking": 12}
CELPIP = {"test": "celpip_g", "listening": 9, "reading": 9, "writing": 9, "speaking": 9}


def asked_of(answers, lang="en"):
    """The questions that someone with these answers is asked, in order."""
    talk, asked = Interview(lang), []
    talk.say("go", "start")
    while talk.on_the_table != "review":
        assert talk.asks(talk.on_the_table)
        asked.append(talk.on_the_table)
        talk.answer(answers.get(talk.on_the_table))
    return asked


def done(lang="en"):
    """Someone who has confirmed the summary and saw a score."""
    talk = Interview.at("review", lang)
    talk.say("yes", YES)
    return talk


# What is asked, and in which order


@BOTH
def test_a_single_person_is_asked_one_thing_after_the_other_and_nothing_about_a_partner(lang):
    assert asked_of(SINGLE, lang) == list(SINGLE)


def test_the_partner_s_own_merits_come_last():
    asked = asked_of(COUPLE)

    assert asked == list(COUPLE)
    assert asked[-3:] == ["spouse.education", "spouse.language", "spouse.canadian_work_years"]


def test_by_buttons_one_person_is_asked_nine_things_at_most_and_a_couple_thirteen():
    papers = {"any_of_these": "eca_date,sibling_in_canada,provincial_nomination", "eca_date": "2026-03-01"}
    alone, two = asked_of({**SINGLE, **papers}), asked_of({**COUPLE, **papers, "spouse.language": "celpip_g"})

    assert "eca_date" in alone
    assert len(alone) <= MOST_FOR_ONE
    assert len(two) <= MOST_FOR_TWO


@pytest.mark.parametrize("status", ["single", "separated", "divorced", "widowed"])
def test_people_without_a_partner_are_asked_nothing_about_one(status):
    asked = asked_of({**SINGLE, "marital_status": f"I'm {status}"})

    assert not [entry for entry in asked if entry.startswith("spouse.")]


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("alone", {"marital_status": "never_married"}),
        ("stays", {"marital_status": "married", "spouse.accompanying": False}),
        ("canadian", {"marital_status": "married", "spouse.citizen_or_permanent_resident": True}),
    ],
)
def test_who_comes_is_told_in_one_answer_and_who_does_not_is_asked_about_no_further(who, told):
    answers = {**SINGLE, "marital_status": who}
    talk = Interview.at("review", answers=answers)

    assert talk.told.items() >= told.items()
    assert not [entry for entry in asked_of(answers) if entry.startswith("spouse.")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "just me"), ("en", "no wife"), ("fr", "moi seulement"), ("fr", "pas de femme")],
)
def test_who_says_that_nobody_comes_along_is_alone(lang, text):
    talk = Interview.at("marital_status", lang)

    talk.say(text)

    assert talk.told["marital_status"] == "never_married"
    assert talk.asks("education")


@pytest.mark.parametrize(("lang", "text"), [("en", "only me"), ("fr", "juste moi")])
def test_of_a_couple_only_one_comes(lang, text):
    talk = Interview.at("marital_status", lang)
    talk.say({"en": "I'm married", "fr": "je suis marié"}[lang])

    talk.say(text)

    assert talk.told["spouse.accompanying"] is False
    assert talk.asks("education")


@pytest.mark.parametrize("who", ["with_spouse", "with_partner"])
def test_a_partner_who_comes_is_told_to_come_and_to_be_no_canadian(who):
    talk = Interview.at("spouse.education", answers={**COUPLE, "marital_status": who})

    assert talk.told["marital_status"] == {"with_spouse": "married", "with_partner": "common_law"}[who]
    assert talk.told["spouse.accompanying"] is True
    assert talk.told["spouse.citizen_or_permanent_resident"] is False


@pytest.mark.parametrize(
    ("answer", "further"), [("comes", True), ("stays", False), ("canadian", False), ("no, she stays", False)]
)
def test_of_a_partner_who_is_only_mentioned_one_thing_is_asked_before_the_rest(answer, further):
    asked = asked_of({**COUPLE, "marital_status": "I'm married", "spouse.accompanying": answer})

    assert asked[1:3] == ["marital_status", "spouse.accompanying"]
    assert ("spouse.education" in asked) is further


def test_a_diploma_is_told_with_its_country_in_one_answer():
    talk = Interview.at("education")

    talk.press("Master")

    assert talk.told["education"] == "masters_or_professional"
    assert talk.told["education_country_is_canada"] is False
    assert talk.asks("first_language")


def test_a_diploma_from_canada_is_said_to_be_one_first_and_is_a_canadian_one_then():
    talk = Interview.at("education")

    talk.press("It’s from Canada")
    assert talk.asks("education")
    assert "It’s from Canada" not in [button.title for button in talk.buttons]
    talk.press("Two-year")

    assert talk.told["education_country_is_canada"] is True
    assert talk.told["canadian_education"] == "one_or_two_years"
    assert talk.asks("first_language")


@BOTH
def test_several_things_are_chosen_at_once_and_the_others_are_none(lang):
    talk = Interview.at("any_of_these", lang)
    (choices,) = [reply.choices for reply in talk.replies if reply.choices]
    assert "sibling_in_canada" in [option.value for option in choices.options]

    talk.choose("any_of_these", "provincial_nomination,sibling_in_canada")

    assert talk.told["provincial_nomination"] is True
    assert talk.told["sibling_in_canada"] is True
    assert talk.told["certificate_of_qualification"] is False
    assert talk.told["job_offer"] is None
    assert talk.told["second_language"] is None
    assert talk.told["canadian_education"] == "none"
    assert talk.on_the_table == "review"


@BOTH
def test_what_takes_more_than_a_yes_is_asked_for_once_it_was_chosen(lang):
    talk = Interview.at("any_of_these", lang)

    talk.choose("any_of_these", "second_language,canadian_education")

    assert talk.asks("canadian_education")
    talk.choose("canadian_education", "one_or_two_years")
    assert talk.asks("second_language")
    assert talk.told["sibling_in_canada"] is False


@pytest.mark.parametrize(
    ("lang", "text", "named"),
    [
        ("en", "a brother in Toronto and a nomination", {"sibling_in_canada", "provincial_nomination"}),
        ("en", "only a trade certificate", {"certificate_of_qualification"}),
        ("en", "none", set()),
        ("fr", "un frère et une désignation", {"sibling_in_canada", "provincial_nomination"}),
        ("fr", "aucune", set()),
    ],
)
def test_what_is_typed_there_names_what_holds(lang, text, named):
    talk = Interview.at("any_of_these", lang)

    talk.say(text)

    yes_or_no = {"certificate_of_qualification", "provincial_nomination", "sibling_in_canada"}
    assert {name for name in yes_or_no if talk.told[name]} == named
    assert talk.told["job_offer"] is None
    assert talk.on_the_table == "review"


def test_a_test_named_there_is_asked_for():
    talk = Interview.at("any_of_these")

    talk.say("French and a brother")

    assert talk.told["sibling_in_canada"] is True
    assert talk.asks("second_language")


def test_what_was_told_before_is_not_among_the_choices():
    talk = Interview.at("foreign_work_years")
    talk.say("I was nominated by Manitoba through Express Entry")
    talk.answer(3)

    (choices,) = [reply.choices for reply in talk.replies if reply.choices]
    assert "provincial_nomination" not in [option.value for option in choices.options]


def test_who_skips_it_leaves_all_of_it_open():
    talk = Interview.at("any_of_these")

    talk.say("skip", "skip")

    assert talk.on_the_table == "review"
    assert not {"sibling_in_canada", "provincial_nomination", "job_offer"} & talk.told.keys()
    assert talk.thing("sibling_in_canada") in talk.text


def test_an_assessment_is_among_the_choices_only_where_the_diploma_is_foreign():
    assert "eca_date" in asked_of({**ASSESSED, "eca_date": "2026-03-01"})
    talk = Interview.at("education")
    talk.press("It’s from Canada")
    talk.press("Master")
    for answer in ("ielts_gt", None, 0, 3):
        talk.answer(answer)

    (choices,) = [reply.choices for reply in talk.replies if reply.choices]
    assert not {"eca_date", "canadian_education"} & {option.value for option in choices.options}


def test_without_secondary_school_nobody_is_asked_where_the_diploma_is_from():
    assert "education_country_is_canada" not in asked_of({**SINGLE, "education": "less_than_secondary"})


def test_no_second_test_is_asked_for_where_there_is_no_first():
    assert "second_language" not in asked_of({**SINGLE, "first_language": None})


def test_the_occupation_is_asked_for_only_where_there_is_work_in_canada_or_an_offer():
    assert not {"noc", "job_offer.noc"} & set(asked_of(SINGLE))
    assert "noc" in asked_of(WORKED_HERE)
    assert "job_offer.noc" in asked_of(OFFERED)


def test_what_has_been_told_is_not_asked():
    talk = Interview()
    talk.say("I'm 29, single, IELTS L8 R7 W7 S7, master's degree")
    asked = []
    while talk.on_the_table != "review":
        asked.append(talk.on_the_table)
        talk.answer(SINGLE.get(talk.on_the_table))

    assert not {"age", "marital_status", "first_language", "education"} & set(asked)


@BOTH
@pytest.mark.parametrize("asked", [entry for entry in COUPLE if entry != "age"])
def test_a_choice_has_a_button_for_every_answer(lang, asked):
    talk = Interview.at(asked, lang, COUPLE)
    entry = question(asked)
    if entry.kind == "several":
        assert talk.choices == []
        (choices,) = [reply.choices for reply in talk.replies if reply.choices]
        assert [option.value for option in choices.options] == list(entry.choices)
    else:
        expected = list(entry.numbers if entry.kind == "number" else entry.choices)
        assert [choice for choice in talk.choices if choice is not None] == expected


@BOTH
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("second_language", ["tef_canada", "tcf_canada", "none"]),
        ("provincial_nomination", [True, False]),
        ("canadian_education", ["none", "one_or_two_years", "three_years_or_more"]),
    ],
)
def test_what_one_of_several_choices_stands_for_has_buttons_of_its_own(lang, asked, expected):
    talk = Interview.at(asked, lang)

    assert [choice for choice in talk.choices if choice is not None] == expected


@BOTH
@pytest.mark.parametrize("asked", list(COUPLE))
def test_every_question_can_be_explained_and_skipped(lang, asked):
    talk = Interview.at(asked, lang, COUPLE)

    assert {"why", "explain", "skip"} <= set(talk.offered)
    assert ("back" in talk.offered) == (asked != "age")


# Facts from free text


@BOTH
def test_several_facts_of_one_sentence_are_taken_before_anything_was_asked(lang):
    talk = Interview(lang)

    talk.say(
        {
            "en": "I'm 29, IELTS L8 R7 W7 S7, master's, 3 yrs as developer in Pune",
            "fr": "J'ai 29 ans, IELTS CO 8 CE 7 EE 7 EO 7, maîtrise, 3 ans comme développeur à Pune",
        }[lang]
    )

    assert talk.told == {
        "age": 29,
        "first_language": IELTS,
        "credentials": [{"level": "masters_or_professional"}],
        "jobs": [
            {
                "title": {"en": "developer", "fr": "développeur"}[lang],
                "years": 3,
                "in_canada": False,
                "noc": "21232",
            }
        ],
    }
    for path in talk.told.keys() - {"jobs", "credentials"}:
        assert talk.phrase(path, talk.told[path]) in talk.text
    assert talk.told["jobs"][0]["title"] in talk.text
    assert talk.asks("marital_status")


def test_several_facts_are_taken_in_the_middle_of_a_question_which_is_then_asked_again():
    talk = Interview.at("canadian_education")

    talk.say("I have 2 years of work in Canada and IELTS L8 R7 W7 S7")

    assert talk.told["first_language"] == IELTS
    assert talk.told["canadian_work_years"] == 2
    assert talk.asks("canadian_education")


def test_which_test_scores_are_of_is_a_choice_with_buttons():
    talk = Interview()

    talk.say("my listening is 8")

    assert {"ielts_gt", "celpip_g", "pte_core", "tef_canada", "tcf_canada"} <= set(talk.choices)


def test_scores_of_an_unnamed_test_are_repeated_without_a_gap():
    talk = Interview()

    talk.say("my listening is 8")

    assert "?:" not in talk.text


def test_a_test_told_in_part_asks_for_what_is_missing_alone():
    talk = Interview()

    talk.say("IELTS listening 8 and reading 7")

    assert "first_language" not in talk.told
    assert talk.sentence("ability-writing") in talk.text
    assert talk.sentence("ability-listening") not in talk.text.split("?")[0].split("in ")[-1]
    talk.say("writing 7, speaking 7")
    assert talk.told["first_language"] == IELTS


def test_scores_without_a_test_ask_which_test_they_are_of():
    talk = Interview()

    talk.say("my listening is 8, reading 7, writing 7, speaking 7")
    assert not talk.told
    talk.say("IELTS general")

    assert talk.told["first_language"] == IELTS


@pytest.mark.parametrize(
    "text", ["L 8 R 7 W 7 S 7", "8 7 7 7", "8, 7, 7, 7", "listening 8 reading 7 writing 7 speaking 7"]
)
def test_four_scores_may_be_written_in_many_ways(text):
    talk = Interview.at("first_language")
    talk.choose("first_language", "ielts_gt")

    talk.say(text)

    assert talk.told["first_language"] == IELTS


def test_an_answer_does_not_answer_the_next_question_too():
    talk = Interview.at("certificate_of_qualification")

    talk.say("yes", YES)

    assert talk.told["certificate_of_qualification"] is True
    assert "provincial_nomination" not in talk.told
    assert talk.asks("any_of_these")


# The partner


@BOTH
def test_a_bare_degree_answers_the_question_about_the_partner_s_degree(lang):
    talk = Interview.at("spouse.education", lang, COUPLE)

    talk.say({"en": "bachelor's", "fr": "licence"}[lang])

    assert known(talk.told)["spouse.education"] == "bachelors_or_three_year"
    assert known(talk.told)["education"] == "masters_or_professional"


def test_one_s_own_degree_told_at_the_question_about_the_partner_s_stays_one_s_own():
    talk = Interview.at("spouse.education", answers=COUPLE)

    talk.say("I have a doctorate")

    assert known(talk.told)["education"] == "doctorate"
    assert "spouse.education" not in talk.told
    assert talk.asks("spouse.education")


def test_the_partner_s_test_told_at_the_question_about_it_is_the_partner_s():
    talk = Interview.at("spouse.language", answers=COUPLE)

    talk.say("CELPIP L9 R9 W9 S9")

    assert talk.told["spouse.language"] == CELPIP
    assert talk.told["first_language"] == IELTS


def test_the_partner_s_four_scores_are_asked_for_as_the_partner_s():
    talk = Interview.at("spouse.language", answers=COUPLE)

    talk.choose("spouse.language", "celpip_g")
    assert "partner" in talk.text
    talk.say("L9 R9 W9 S9")

    assert talk.told["spouse.language"] == CELPIP


@BOTH
def test_a_correction_of_the_partner_s_score_names_the_old_and_the_new_value(lang):
    talk = Interview.at("review", lang, {**COUPLE, "spouse.language": "ielts_gt"})

    talk.say({"en": "my wife's listening is 6", "fr": "la compréhension orale de ma femme est 6"}[lang])

    assert talk.told["spouse.language"] == {**IELTS, "listening": 6}
    assert talk.told["first_language"] == IELTS
    changed = talk.text.splitlines()[0]
    for score in {"en": ("L 8", "L 6"), "fr": ("CO 8", "CO 6")}[lang]:
        assert score in changed


def test_a_correction_of_the_partner_s_degree_leaves_one_s_own():
    talk = Interview.at("review", answers=COUPLE)

    talk.say("actually my wife has a master's")

    assert known(talk.told)["spouse.education"] == "masters_or_professional"
    assert known(talk.told)["education"] == "masters_or_professional"
    assert "bachelor’s" in talk.text


def test_what_was_told_of_a_partner_goes_when_there_is_none_and_that_is_said():
    talk = Interview.at("review", answers=COUPLE)

    talk.say("I'm divorced")

    assert not [path for path in talk.told if path.startswith("spouse.")]
    assert talk.told["marital_status"] == "divorced"
    for path in ("spouse.accompanying", "spouse.education", "spouse.canadian_work_years"):
        assert talk.thing(path) in talk.text.split("\n\n")[0]


def test_someone_who_turns_out_to_be_married_is_asked_about_the_partner_before_the_score():
    talk = Interview.at("review")

    talk.say("sorry, I'm married")

    assert talk.asks("spouse.accompanying")


def test_partner_facts_told_early_are_kept_until_their_conditions_are_known():
    talk = Interview()
    talk.say("I'm married, my wife comes with me and has a master's")
    told = talk.told
    assert known(told)["spouse.education"] == "masters_or_professional"

    talk.say("I'm 30")

    assert talk.told == {**told, "age": 30}


def test_separating_while_the_partner_is_asked_about_is_understood():
    talk = Interview.at("spouse.education", answers=COUPLE)

    talk.say("I'm divorced")

    assert talk.told["marital_status"] == "divorced"
    assert talk.on_the_table == "review"


def test_the_scores_of_a_partner_who_stays_behind_after_all_are_asked_for_no_more():
    talk = Interview.at("spouse.language", answers=COUPLE)
    talk.choose("spouse.language", "celpip_g")

    talk.say("actually my wife stays behind")

    assert talk.told["spouse.accompanying"] is False
    assert talk.on_the_table == "review"


# Corrections


@BOTH
def test_a_correction_in_the_middle_names_the_old_and_the_new_value_and_the_question_stays(lang):
    talk = Interview.at("provincial_nomination", lang)

    talk.say({"en": "no wait, my writing is 6.5", "fr": "non attendez, mon expression écrite est 6,5"}[lang])

    assert talk.told["first_language"] == {**IELTS, "writing": 6.5}
    old, new = {"en": ("W 7", "W 6.5"), "fr": ("EE 7", "EE 6,5")}[lang]
    assert old in talk.text
    assert new in talk.text
    assert talk.asks("provincial_nomination")


@BOTH
def test_a_corrected_age_replaces_the_old_one(lang):
    talk = Interview.at("education", lang)

    talk.say({"en": "sorry, I'm 31", "fr": "pardon, j'ai 31 ans"}[lang])

    assert talk.told["age"] == 31
    assert "29" in talk.text
    assert "31" in talk.text
    assert talk.asks("education")


def test_an_answer_told_again_as_it_is_changes_nothing_and_is_not_called_a_change():
    talk = Interview.at("education")

    talk.say("I'm 29")

    assert talk.told["age"] == 29
    assert "Changed" not in talk.text
    assert talk.asks("education")


def test_a_correction_of_where_the_diploma_is_from_asks_for_the_assessment():
    talk = Interview.at("education")
    talk.press("It’s from Canada")
    talk.press("Master")
    while talk.on_the_table != "review":
        talk.answer(SINGLE[talk.on_the_table])

    talk.choose("education_country_is_canada", False)

    assert talk.asks("eca_date")


def test_the_date_of_an_assessment_goes_when_the_diploma_turns_out_to_be_canadian():
    talk = Interview.at("review", answers={**ASSESSED, "eca_date": "2026-03-01"})
    assert talk.told["eca_date"] == "2026-03-01"

    talk.choose("education_country_is_canada", True)

    assert "eca_date" not in talk.told
    assert talk.thing("eca_date") in talk.text.split("\n\n")[0]


def test_of_an_age_and_a_date_of_birth_that_contradict_each_other_the_later_one_holds_and_both_are_named():
    for first, then, left in (
        ("I was born on 14 March 1995", "I'm 40 years old", {"age": 40}),
        ("I'm 40 years old", "I was born on 14 March 1995", {"birth_date": "1995-03-14"}),
    ):
        talk = Interview()
        talk.say(first)

        talk.say(then)

        assert talk.told == left
        for path in ("age", "birth_date"):
            assert (talk.phrase(path, left[path]) if path in left else talk.thing(path)) in talk.text


def test_an_age_that_agrees_with_the_date_of_birth_does_not_replace_it():
    talk = Interview()
    talk.say("I was born on 14 March 1995")

    talk.say("I'm 31 years old")

    assert talk.told["birth_date"] == "1995-03-14"


def test_a_date_of_birth_takes_the_place_of_the_age():
    talk = Interview()
    talk.say("I'm 31 years old")

    talk.say("I was born on 14 March 1995")

    assert talk.told["birth_date"] == "1995-03-14"
    assert talk.asks("marital_status")


# Dates of tests


@BOTH
def test_the_date_of_a_test_is_asked_after_its_scores_and_kept_with_them(lang):
    talk = Interview.at("first_language_date", lang)

    talk.say({"en": "3 March 2026", "fr": "le 3 mars 2026"}[lang])

    assert talk.told["first_language"] == {**IELTS, "date": "2026-03-03"}
    assert talk.asks("canadian_work_years")


@BOTH
def test_a_test_may_be_told_with_its_month_in_one_answer(lang):
    talk = Interview.at("first_language", lang)
    talk.choose("first_language", "ielts_gt")

    talk.say({"en": "L 8 R 7 W 7 S 7, May 2026", "fr": "CO 8 CE 7 EE 7 EO 7, mai 2026"}[lang])

    assert talk.told["first_language"] == {**IELTS, "date": "2026-05"}
    assert talk.asks("canadian_work_years")


def test_the_date_of_a_test_outlives_a_correction_of_its_scores():
    talk = Interview()
    talk.say("IELTS L8 R7 W7 S7 taken on 3 March 2026")

    talk.say("my writing is 8")

    assert talk.told["first_language"] == {**IELTS, "writing": 8, "date": "2026-03-03"}


def test_scores_told_with_another_test_keep_the_day_that_was_told():
    talk = Interview()
    talk.say("IELTS L8 R7 W7 S7 taken on 3 March 2026")

    talk.say("sorry, it was CELPIP")
    talk.say("L9 R9 W9 S9")

    assert talk.told["first_language"] == {**CELPIP, "date": "2026-03-03"}


# Another test


@BOTH
def test_the_name_of_the_test_alone_is_put_right_and_all_of_it_said_again(lang):
    talk = Interview.at("second_language", lang)

    talk.say({"en": "sorry, it was CELPIP", "fr": "pardon, c'était le CELPIP"}[lang])

    assert talk.told["first_language"] == {**IELTS, "test": "celpip_g"}
    assert "CELPIP" in talk.text
    assert "IELTS" in talk.text


def test_another_second_test_drops_its_scores_and_keeps_the_first():
    talk = Interview()
    talk.say("IELTS L8 R7 W7 S7 and TCF Canada L503 R499 W12 S12")
    assert talk.told["second_language"] == TCF

    talk.say("sorry, it was TEF Canada")

    assert talk.told == {"first_language": IELTS}
    assert "TEF Canada" in talk.text


def test_another_test_of_the_partner_drops_the_partner_s_scores_alone():
    talk = Interview.at("review", answers={**COUPLE, "spouse.language": "ielts_gt"})

    talk.say("my wife's test was CELPIP")

    assert "spouse.language" not in talk.told
    assert talk.told["first_language"] == IELTS
    assert talk.thing("spouse.language") in talk.text
    talk.say("L9 R9 W9 S9")
    assert talk.told["spouse.language"] == CELPIP


def test_a_second_test_in_the_language_of_the_first_stands_beside_it_and_is_not_taken_as_the_second():
    talk = Interview.at("second_language")

    talk.say("CELPIP L9 R9 W9 S9")

    assert [test["test"] for test in talk.told["tests"]] == ["ielts_gt", "celpip_g"]
    assert "second_language" not in talk.told
    assert talk.asks("second_language")


def test_a_test_of_the_other_language_becomes_the_second():
    talk = Interview()
    talk.say("TCF Canada L503 R499 W12 S12")

    talk.say("IELTS L8 R7 W7 S7")

    assert talk.told == {"first_language": TCF, "second_language": IELTS}


def test_a_first_test_in_the_second_one_s_language_leaves_no_two_tests_of_one_language():
    talk = Interview()
    talk.say("IELTS L8 R7 W7 S7 and TCF Canada L503 R499 W12 S12")

    talk.choose("first_language", "tef_canada")
    talk.say("L 280 R 233 W 349 S 349")
    talk.choose("first_language", "ancien_score")

    assert talk.told["first_language"]["test"] == "tef_canada"
    assert "second_language" not in talk.told


# Impossible values


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("IELTS L8 R7 W7 S12", ("0", "9", "0.5")),
        ("IELTS L8 R7 W6.3 S7", ("0", "9", "0.5")),
        ("CELPIP L8 R7 W7.5 S7", ("0", "12", "whole")),
        ("PTE Core L95 R70 W70 S70", ("10", "90")),
        ("TCF Canada L503 R499 W21 S12", ("20",)),
        ("I am 300 years old", ("0", "120")),
    ],
)
def test_an_impossible_value_is_refused_with_what_is_possible_and_nothing_is_stored(text, allowed):
    talk = Interview()

    talk.say(text)

    assert talk.told == {}
    assert not [score for score in talk.state.drafts.get("first_language", {}) if score != "test"]
    for figure in allowed:
        assert figure in talk.text
    for turn in range(WORDINGS):
        assert talk.sentence("noted", turn=turn, facts="").rstrip(". ") not in talk.text


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("IELTS CO 8 CE 7 EE 7 EO 12", ("0", "9", "0,5")),
        ("CELPIP CO 8 CE 7 EE 7,5 EO 7", ("0", "12", "entier")),
        ("j'ai 300 ans", ("0", "120")),
    ],
)
def test_an_impossible_value_is_refused_in_french_with_what_is_possible(text, allowed):
    talk = Interview("fr")

    talk.say(text)

    assert talk.told == {}
    for figure in allowed:
        assert figure in talk.text


@pytest.mark.parametrize(
    ("asked", "test", "text"),
    [
        ("first_language", "ielts_gt", "8 7 6.3 7"),
        ("first_language", "celpip_g", "8 7 7.5 7"),
        ("first_language", "pte_core", "95 70 70 70"),
    ],
)
def test_an_impossible_score_asks_for_the_four_scores_again(asked, test, text):
    talk = Interview.at(asked)
    talk.choose(asked, test)
    question_before = talk.text

    talk.say(text)

    assert asked not in talk.told
    assert talk.text.endswith(question_before)
    assert talk.text != question_before


def test_an_impossible_age_asks_for_the_age_again():
    talk = Interview.at("age")

    talk.say("300")

    assert talk.told == {}
    assert "120" in talk.text
    assert talk.asks("age")


def test_an_impossible_correction_leaves_the_old_value():
    talk = Interview.at("provincial_nomination")

    talk.say("my writing is 12")

    assert talk.told["first_language"] == IELTS
    assert "0.5" in talk.text


def test_what_is_possible_is_taken_beside_what_is_not():
    talk = Interview()

    talk.say("I'm 29, single, IELTS L8 R7 W7 S12")

    assert talk.told == {"age": 29, "marital_status": "never_married"}
    assert "0.5" in talk.text


def test_an_assessment_dated_in_the_future_is_refused_with_what_is_possible():
    talk = Interview.at("eca_date", answers=ASSESSED)

    talk.say("1 March 2028")

    assert "eca_date" not in talk.told
    assert "didn’t understand" not in talk.text


# What is not certain


@BOTH
def test_what_was_said_with_doubt_is_asked_before_it_counts(lang):
    talk = Interview(lang)

    talk.say({"en": "I think I'm 30", "fr": "je pense que j'ai 30 ans"}[lang])
    assert talk.told == {}
    assert talk.phrase("age", 30) in talk.text

    talk.push(talk.buttons[0])
    assert talk.told == {"age": 30}


def test_a_doubt_that_is_denied_is_not_stored_and_the_question_is_asked():
    talk = Interview()
    talk.say("I think I'm 30")

    talk.say("no", NO)

    assert talk.told == {}
    assert talk.asks("age")


def test_a_doubt_is_answered_by_telling_the_right_value():
    talk = Interview()
    talk.say("I think I'm 30")

    talk.say("I'm 31")

    assert talk.told == {"age": 31}


@pytest.mark.parametrize(
    ("lang", "captions"), [("en", ("3 April 1995", "4 March 1995")), ("fr", ("3 avril 1995", "4 mars 1995"))]
)
def test_an_ambiguous_date_is_asked_about(lang, captions):
    talk = Interview.at("age", lang)

    talk.say("03/04/1995")
    assert talk.told == {}
    assert {button.title for button in talk.buttons} >= set(captions)

    talk.press(captions[1])
    assert talk.told == {"birth_date": "1995-03-04"}
    assert talk.asks("marital_status")


def test_an_ambiguous_date_of_an_assessment_is_asked_about_too():
    talk = Interview.at("eca_date", answers=ASSESSED)

    talk.say("03/04/2025")
    assert "eca_date" not in talk.told
    talk.press("4 March 2025")

    assert talk.told["eca_date"] == "2025-03-04"


def test_a_date_that_can_be_read_in_one_way_only_is_not_asked_about():
    talk = Interview.at("age")

    talk.say("23/04/1995")

    assert talk.told == {"birth_date": "1995-04-23"}


def test_a_side_question_does_not_lose_the_doubt():
    talk = Interview.at("education")
    talk.say("I think I have 3 years of work outside Canada")

    talk.say("are you a bot?", "are_you_a_bot")
    assert talk.outcome.refused
    talk.say("go on", "resume")

    assert talk.phrase("foreign_work_years", 3) in talk.text


def test_skipping_a_doubt_skips_the_doubt_and_not_the_question_behind_it():
    talk = Interview.at("education")
    talk.say("I think I have 3 years of work outside Canada")

    talk.say("skip", "skip")

    assert talk.asks("education")


# TEF Canada's columns


@BOTH
@pytest.mark.parametrize("scale", ["ancien_score", "699"])
def test_tef_scores_that_fit_both_columns_are_asked_about(lang, scale):
    talk = Interview(lang)

    talk.say("TEF Canada CO 280 CE 233 EE 349 EO 349")
    assert talk.told == {}
    assert [choice for choice in talk.choices if choice] == ["ancien_score", "699"]
    talk.choose("first_language", scale)

    assert talk.told["first_language"]["scale"] == scale


def test_tef_scores_above_the_former_scale_show_their_column():
    talk = Interview()

    talk.say("TEF Canada CO 480 CE 500 EE 520 EO 510")

    assert talk.told["first_language"]["scale"] == "699"


def test_tef_scores_told_with_their_column_are_not_asked_about():
    talk = Interview()

    talk.say("TEF Canada ancien score CO 280 CE 233 EE 349 EO 349")

    assert talk.told["first_language"]["scale"] == "ancien_score"


# Skip, back, why, explain, "I don't know"


@BOTH
def test_a_skipped_question_is_passed_and_named_in_the_summary(lang):
    talk = Interview.at("foreign_work_years", lang)

    talk.say("skip", "skip")
    assert talk.asks("any_of_these")
    talk.answer("")

    assert talk.thing("foreign_work_years") in talk.text.split(talk.lines[-1])[1]
    assert "foreign_work_years" not in talk.told


def test_someone_who_skips_everything_comes_to_a_summary_that_names_all_as_missing():
    talk = Interview.at("review", answers={})

    assert talk.lines == []
    for entry in ("age", "marital_status", "education", "first_language", "job_offer"):
        assert talk.thing(entry) in talk.text


def test_a_skipped_question_can_still_be_answered_at_any_time():
    talk = Interview.at("review", answers={**SINGLE, "age": None})

    talk.say("I'm 29")

    assert talk.told["age"] == 29
    assert talk.name("age") not in talk.text.split(talk.lines[-1])[1]


@BOTH
def test_back_asks_the_question_before_and_keeps_its_answer(lang):
    talk = Interview.at("education", lang)

    talk.say("back", "back")

    assert talk.asks("marital_status")
    assert talk.told == {"age": 29, "marital_status": "never_married"}


def test_back_twice_goes_two_questions_back_and_forward_again():
    talk = Interview.at("education")
    talk.say("back", "back")
    talk.say("back", "back")
    assert talk.asks("age")

    talk.say("30")

    assert talk.told["age"] == 30
    assert talk.asks("education")


def test_back_at_the_first_question_says_that_there_is_none_before():
    talk = Interview.at("age")

    talk.say("back", "back")

    assert talk.sentence("nothing-before") in talk.text
    assert talk.asks("age")


def test_back_returns_to_a_skipped_question():
    talk = Interview.at("marital_status", answers={})

    talk.say("back", "back")
    assert talk.asks("age")
    talk.say("29")

    assert talk.told == {"age": 29}
    assert talk.asks("marital_status")


@BOTH
@pytest.mark.parametrize("asked", list(COUPLE))
def test_why_and_explain_answer_and_ask_the_same_again(lang, asked):
    talk = Interview.at(asked, lang, COUPLE)
    told = talk.told

    for intent in ("why", "explain"):
        talk.say("?", intent)
        assert talk.sentence(f"{intent}-{question(asked).key}") in talk.text
        assert talk.asks(asked)

    assert talk.told == told


def test_why_four_scores_are_needed_is_told_when_they_are_asked_for():
    talk = Interview.at("first_language")
    talk.choose("first_language", "tef_canada")

    assert talk.sentence("why-scores") in talk.say("why?", "why")
    assert talk.sentence("explain-scores-tef") in talk.say("what is that?", "explain")


@BOTH
def test_not_knowing_explains_first_and_skips_the_second_time(lang):
    talk = Interview.at("certificate_of_qualification", lang)

    talk.say("I don't know", "dont_know")
    assert talk.sentence("explain-certificate-of-qualification") in talk.text
    assert talk.sentence("dont-know-skip") in talk.text
    assert talk.asks("certificate_of_qualification")

    talk.say("I don't know", "dont_know")
    assert talk.asks("any_of_these")
    assert "certificate_of_qualification" not in talk.told


@BOTH
def test_what_is_not_understood_twice_shows_the_way_out(lang):
    talk = Interview.at("education", lang)

    talk.say("qwerty")
    assert any(
        talk.sentence("not-understood", turn=turn, text="qwerty") in talk.text for turn in range(WORDINGS)
    )
    talk.say("qwerty")

    assert talk.sentence("not-understood-twice") in talk.text
    assert "skip" in talk.offered
    assert talk.asks("education")


def test_progress_is_shown_and_never_runs_backwards_while_answers_come():
    talk = Interview()
    talk.say("go", "start")
    seen = []
    while talk.on_the_table != "review":
        seen.append(talk.replies[-1].progress)
        talk.answer(SINGLE[talk.on_the_table])

    assert [step.done for step in seen] == sorted(step.done for step in seen)
    assert all(1 <= step.done <= step.of for step in seen)


# "No", "none" and a bare number


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("canadian_education", "none"),
        ("second_language", None),
        ("canadian_work_years", 0),
        ("foreign_work_years", 0),
        ("certificate_of_qualification", False),
        ("provincial_nomination", False),
        ("sibling_in_canada", False),
        ("job_offer", None),
    ],
)
@BOTH
def test_no_answers_a_question_whose_answer_may_be_none(lang, asked, value):
    talk = Interview.at(asked, lang)

    talk.say({"en": "no", "fr": "non"}[lang], NO)

    assert talk.told[asked] == value
    assert talk.on_the_table != asked


@pytest.mark.parametrize(("asked", "value"), [("spouse.language", None), ("spouse.canadian_work_years", 0)])
def test_no_answers_for_the_partner_too(asked, value):
    talk = Interview.at(asked, answers=COUPLE)

    talk.say("no", NO)

    assert talk.told[asked] == value


def test_no_test_yet_passes_the_first_test_without_an_answer():
    talk = Interview.at("first_language")

    talk.say("no", NO)

    assert "first_language" not in talk.told
    assert talk.asks("canadian_work_years")


@pytest.mark.parametrize("asked", ["marital_status", "education"])
def test_no_to_a_question_that_no_cannot_answer_asks_it_again(asked):
    talk = Interview.at(asked)
    told = talk.told

    talk.say("no", NO)

    assert talk.told == told
    assert talk.asks(asked)


@pytest.mark.parametrize("asked", ["canadian_work_years", "foreign_work_years"])
def test_a_bare_number_answers_the_question_for_a_number(asked):
    talk = Interview.at(asked)

    talk.say("2")

    assert talk.told[asked] == 2


# Occupations and the job offer


@pytest.mark.parametrize(("lang", "title", "code"), [("en", "cook", "63200"), ("fr", "cuisinier", "63200")])
def test_a_job_title_offers_occupations_and_one_of_them_is_the_answer(lang, title, code):
    talk = Interview.at("noc", lang, WORKED_HERE)

    talk.say(title)
    assert "noc" not in talk.told
    assert code in talk.choices
    talk.press(code)

    assert talk.told["noc"] == code
    assert talk.asks("foreign_work_years")


def test_a_correction_at_the_question_for_an_occupation_is_a_correction():
    talk = Interview.at("noc", answers=WORKED_HERE)

    talk.say("sorry, I'm 31 years old")

    assert talk.told["age"] == 31


def test_another_test_told_at_the_question_for_an_occupation_is_another_test():
    talk = Interview.at("noc", answers=WORKED_HERE)

    talk.say("sorry, it was CELPIP")

    assert talk.told["first_language"] == {**IELTS, "test": "celpip_g"}
    assert "CELPIP" in talk.text


def test_offered_occupations_leave_a_way_out():
    talk = Interview.at("noc", answers=WORKED_HERE)

    talk.say("cook")

    assert "skip" in talk.offered


def test_an_unknown_job_title_says_so_and_offers_to_skip():
    talk = Interview.at("noc", answers=WORKED_HERE)

    talk.say("qwertyuiop")

    assert "qwertyuiop" in talk.text
    assert "skip" in talk.offered
    talk.press("Skip")
    assert talk.asks("foreign_work_years")


@pytest.mark.parametrize(
    "text",
    [
        "21232",
        "my NOC is 21232",
    ],
)
def test_a_noc_code_answers_the_question_for_it(text):
    talk = Interview.at("noc", answers=WORKED_HERE)

    talk.say(text)
    if "21232" in talk.choices:
        talk.press("21232")

    assert talk.told.get("noc") == "21232"
    assert talk.asks("foreign_work_years")


@BOTH
def test_a_job_offer_that_was_chosen_is_asked_for_its_occupation(lang):
    talk = Interview.at("any_of_these", lang)

    talk.choose("any_of_these", "job_offer")

    assert talk.told["job_offer"] == {}
    assert talk.asks("job_offer.noc")


def test_no_to_the_job_offer_is_stored_as_none_and_asks_nothing_more_about_it():
    talk = Interview.at("job_offer")

    talk.press("No")
    assert talk.told["job_offer"] is None
    talk.answer("")

    assert talk.on_the_table == "review"


def test_the_occupation_of_the_offer_is_taken_and_not_asked_again():
    talk = Interview.at("job_offer.noc", answers=OFFERED)

    talk.say("cook")
    talk.press("63200")

    assert talk.told["job_offer"] == {"noc": "63200"}
    assert talk.on_the_table == "review"


def test_the_occupation_of_the_offer_is_named_when_it_is_noted():
    talk = Interview.at("job_offer.noc", answers=OFFERED)

    talk.say("cook")
    talk.press("63200")

    assert "63200" in talk.text.split("\n\n")[0]


def test_the_occupation_of_the_offer_is_not_one_s_own():
    talk = Interview.at("job_offer.noc", answers=OFFERED)

    talk.choose("job_offer.noc", "63200")

    assert "noc" not in talk.told


def test_taking_back_the_offer_takes_back_its_occupation():
    talk = Interview.at("job_offer.noc", answers=OFFERED)
    talk.choose("job_offer.noc", "63200")

    talk.choose("job_offer", False)

    assert talk.told["job_offer"] is None
    assert "job_offer.noc" not in talk.told


# The summary, changing a line, after the score


def listed(talk):
    """The facts of the summary as (name, value); what there is none of stands together in its last line."""
    lines = [line.removeprefix("- **").split("**", 1) for line in talk.lines]
    lines = [(name, value.lstrip(" \u00a0\u202f:")) for name, value in lines]
    if lines[-1][0] not in ("None of these", "Rien de tout ceci"):
        return lines
    return [*lines[:-1], *((name, "No") for name in lines[-1][1].split(", "))]


@BOTH
@pytest.mark.parametrize(
    "answers", [SINGLE, {**COUPLE, "spouse.language": "celpip_g"}], ids=["single", "couple"]
)
def test_the_summary_lists_every_told_fact_once(lang, answers):
    talk = Interview.at("review", lang, answers)

    names = [name for name, _ in listed(talk)]
    assert len(names) == len(set(names))
    assert sorted(names) == sorted(talk.name(path) for path in talk.told)
    assert {"en": "please check what I understood", "fr": "rifiez ce que j’ai compris"}[lang] in talk.text


def test_the_summary_says_what_was_understood_of_each():
    talk = Interview.at("review")

    found = dict(listed(talk))
    assert found["Age"] == "29"
    assert found["Education"] == "Master’s or professional degree"
    assert found["First language test"] == "IELTS General Training: L 8, R 7, W 7, S 7"
    assert found["Second language test"] == "No"
    assert found["Skilled work outside Canada"] == "3 years"


def test_the_summary_comes_before_any_score():
    talk = Interview.at("review")

    assert not talk.outcome.finished
    talk.say("yes", YES)
    assert talk.outcome.finished


def test_the_summary_names_a_foreign_diploma_s_missing_assessment():
    talk = Interview.at("review")

    assert talk.thing("eca_date") in talk.text.split(talk.lines[-1])[1]


@BOTH
def test_every_line_of_the_summary_can_be_changed(lang):
    talk = Interview.at("review", lang, COUPLE)
    names = {name for name, _ in listed(talk)}

    talk.push(talk.buttons[1])

    assert names <= {button.title for button in talk.buttons}


@pytest.mark.parametrize("asked", [entry for entry in COUPLE if entry != "any_of_these"])
def test_a_line_that_was_pressed_is_asked_and_leads_back_to_the_summary(asked):
    talk = Interview.at("review", answers=COUPLE)
    told = talk.told
    talk.push(talk.buttons[1])

    talk.press(talk.name(asked))
    assert talk.asks(asked)
    assert talk.told == told
    talk.answer(COUPLE[asked])

    assert talk.on_the_table == "review"
    assert talk.told == told


def test_a_line_is_changed_with_its_old_and_new_value_said():
    talk = Interview.at("review")
    talk.push(talk.buttons[1])
    talk.press("Age")

    talk.say("45")

    assert "45 years old (before: 29 years old)" in talk.text
    assert "- **Age**: 45" in talk.text


@BOTH
def test_a_correction_may_be_typed_into_the_summary(lang):
    talk = Interview.at("review", lang)

    talk.say({"en": "I'm 31", "fr": "j'ai 31 ans"}[lang])

    assert talk.told["age"] == 31
    assert talk.on_the_table == "review"
    assert any("31" in line for line in talk.lines)


def test_no_to_the_summary_shows_what_can_be_changed():
    talk = Interview.at("review")

    talk.say("no", NO)

    assert "Age" in [button.title for button in talk.buttons]
    assert not talk.outcome.finished


def test_what_is_not_understood_at_the_summary_is_said_and_confirms_nothing():
    talk = Interview.at("review")

    talk.say("qwerty")

    assert not talk.outcome.finished
    assert talk.sentence("review-not-understood") in talk.text


def test_an_impossible_correction_typed_into_the_summary_says_what_is_possible():
    talk = Interview.at("review")

    talk.say("I am 300 years old")

    assert talk.told["age"] == 29
    assert "120" in talk.text


@BOTH
def test_a_correction_after_the_score_leads_to_a_new_score_at_once(lang):
    talk = done(lang=lang)

    talk.say({"en": "my writing is 6.5", "fr": "mon expression écrite est 6,5"}[lang])

    assert talk.told["first_language"]["writing"] == 6.5
    assert talk.outcome.finished


def test_a_correction_after_the_score_that_opens_a_question_asks_it_first():
    talk = done()

    talk.say("I'm married")
    assert not talk.outcome.finished
    assert talk.asks("spouse.accompanying")

    talk.press("Is Canadian")
    assert talk.outcome.finished


def test_an_impossible_correction_after_the_score_stores_nothing():
    talk = done()

    talk.say("my writing is 12")

    assert talk.told["first_language"] == IELTS
    assert "0.5" in talk.text


def test_a_no_after_the_score_ends_it_kindly():
    talk = done()

    talk.say("no", NO)

    assert talk.text
    assert not talk.outcome.answers
    assert "change_answer" in talk.offered


def test_what_is_known_can_be_seen_before_the_end():
    talk = Interview.at("education")

    talk.say("what do you know about me?", "show_profile")

    assert len(listed(talk)) == len(talk.told)


# Restart, delete, side questions


@BOTH
@pytest.mark.parametrize("intent", ["restart", "delete_data"])
def test_erasing_asks_first_and_no_keeps_everything_and_goes_on(lang, intent):
    talk = Interview.at("education", lang)
    told = talk.told

    talk.say("start over", intent)
    assert talk.told == told
    assert [entry for entry in talk.offered if entry in (YES, NO)] == [YES, NO]
    talk.push(talk.buttons[1])

    assert talk.told == told
    assert talk.sentence("restart-kept") in talk.text
    assert talk.asks("education")


def test_restart_forgets_every_answer_and_begins_with_the_first_question():
    talk = Interview.at("review", answers=COUPLE)

    talk.say("start over", "restart")
    talk.press("Yes")

    assert talk.told == {}
    assert not talk.state.skipped
    assert talk.asks("age")


def test_delete_asks_the_channel_to_erase():
    talk = Interview.at("review")

    talk.say("delete my data", "delete_data")
    assert not any(reply.erase for reply in talk.replies)
    talk.press("Yes")

    assert any(reply.erase for reply in talk.replies)


@pytest.mark.parametrize("intent", ["restart", "delete_data"])
def test_neither_yes_nor_no_to_erasing_erases_nothing(intent):
    talk = Interview.at("education")
    told = talk.told
    talk.say("erase it", intent)

    talk.say("qwerty")

    assert talk.told == told
    assert not any(reply.erase for reply in talk.replies)


def test_a_yes_long_after_restart_was_declined_erases_nothing():
    talk = Interview.at("certificate_of_qualification")
    talk.say("start over", "restart")
    talk.say("no", NO)

    talk.say("yes", YES)

    assert talk.told["certificate_of_qualification"] is True
    assert talk.told["age"] == 29


@BOTH
@pytest.mark.parametrize("intent", ["are_you_a_bot", "greet", "help", "privacy", "out_of_scope", "thanks"])
def test_a_side_question_is_refused_and_the_question_waits(lang, intent):
    talk = Interview.at("education", lang)
    told = talk.told

    talk.say("?", intent)

    assert talk.outcome.refused
    assert talk.replies == ()
    assert talk.told == told
    talk.once_more()
    assert talk.replies == ()
    assert words(lang)("open-education") in go_on_button(lang, talk.state).title
    talk.say("go on", "resume")
    assert talk.asks("education")


def test_the_words_of_a_question_return_only_after_every_third_side_question():
    talk = Interview.at("education")
    heard = []

    for _ in range(6):
        talk.say("are you a robot?", "are_you_a_bot")
        talk.once_more()
        heard.append(talk.asks("education") if talk.replies else None)

    assert heard == [None, None, True, None, None, True]


def test_a_side_question_at_the_summary_brings_the_summary_back():
    talk = Interview.at("review")

    talk.say("are you a robot?", "are_you_a_bot")

    assert talk.outcome.refused
    talk.say("go on", "resume")
    assert len(listed(talk)) == len(talk.told)


# The person leads


def test_what_is_told_in_passing_is_kept_and_nothing_is_asked():
    talk = Interview(mode="free")

    talk.say("I am 29 and single")

    assert talk.told == {"age": 29, "marital_status": "never_married"}
    assert talk.on_the_table == ""
    assert [button.payload for button in talk.buttons if not button.minor] == ['/start{"value": "score"}']


def test_most_of_what_a_score_needs_told_at_once_begins_the_questions():
    talk = Interview(mode="free")

    talk.say("29, master's from India, IELTS L 8 R 7 W 7 S 7, 3 years as a developer in Pune")

    assert talk.state.mode == "intake"
    assert talk.on_the_table != ""


def test_the_same_told_beside_a_question_does_not():
    talk = Interview(mode="free")

    talk.say("29, master's from India, IELTS L 8 R 7 W 7 S 7: can I get an open work permit?")

    assert talk.state.mode == "free"


@pytest.mark.parametrize("wish", ["show_score", "ask_eligibility", "ask_improve", "ask_chances"])
def test_a_wish_for_a_calculation_begins_the_questions_with_what_is_told_next(wish):
    talk = Interview(mode="free")

    talk.say("?", wish)
    assert talk.outcome.refused
    talk.say("29 years old")

    assert talk.told == {"age": 29}
    assert talk.asks("marital_status")


@BOTH
def test_stop_ends_the_questions_and_keeps_what_was_told(lang):
    talk = Interview.at("education", lang)
    told = talk.told

    talk.say("stop", "pause")
    talk.once_more()

    assert talk.told == told
    assert talk.on_the_table == ""
    assert talk.state.mode == "free"


def test_a_yes_means_nothing_where_nothing_was_asked():
    talk = Interview(mode="free")
    talk.say("I am 29, single, with a master's from India")

    talk.say("no", NO)

    assert talk.told["age"] == 29
    assert "sibling_in_canada" not in talk.told


def test_an_old_button_still_answers_its_own_question():
    talk = Interview.at("education")
    stays = Interview.at("marital_status").buttons[3]

    talk.push(stays)

    assert talk.told["marital_status"] == "married"
    assert talk.told["spouse.accompanying"] is False
    assert talk.asks("education")


# What points to something told before


@pytest.mark.parametrize(("lang", "text"), [("en", "same as mine"), ("fr", "la même que moi")])
def test_the_partner_s_diploma_may_be_the_same_as_one_s_own(lang, text):
    talk = Interview.at("spouse.education", lang, COUPLE)

    talk.say(text)

    assert talk.told["spouse.education"] == "masters_or_professional"
    assert talk.asks("spouse.language")


def test_the_same_test_as_one_s_own_is_asked_about():
    talk = Interview.at("spouse.language", answers=COUPLE)

    talk.say("same as mine")

    assert talk.on_the_table == "doubt"
    talk.press("Yes")
    assert talk.told["spouse.language"] == talk.told["first_language"]


# Whatever comes

SIDE_QUESTIONS = ("are_you_a_bot", "greet", "out_of_scope")
COMMANDS = (
    *("why", "explain", "skip", "back", "dont_know", "restart", "delete_data", "show_profile"),
    *("change_answer", "start", "resume", "show_score", "ask_noc", *SIDE_QUESTIONS),
)
TEXTS = {
    "en": [
        "I'm 29, single, IELTS L8 R7 W7 S7, master's degree, 3 years as a developer in India",
        "I'm married, my wife is not Canadian and comes with me, she has a PhD",
        "my husband is a Canadian citizen",
        "sorry, it was CELPIP",
        "my wife's test was CELPIP",
        "L 9 R 9 W 9 S 9",
        "my writing is 6.5",
        "her listening is 12",
        "TEF Canada CO 280 CE 233 EE 349 EO 349",
        "I think I'm 33",
        "03/04/1995",
        "300",
        "2",
        "cook",
        "21232",
        "I'm divorced",
        "I have a job offer",
        "qwerty 🙂",
    ],
    "fr": [
        "j'ai 31 ans, je suis marié, maîtrise, IELTS CO 8 CE 7 EE 7 EO 7",
        "ma femme a une licence, elle vient avec moi",
        "deux ans de travail au Canada",
        "pardon, c'était le CELPIP",
        "je pense que j'ai 30 ans",
        "CO 8 CE 7 EE 6,3 EO 7",
        "cuisinier",
        "je suis célibataire",
        "03/04/1995",
        "99",
    ],
}
PRESSES = st.tuples(st.just("press"), st.integers(0, 30))
STEPS = st.one_of(
    PRESSES,
    PRESSES,
    st.tuples(st.just("say"), st.integers(0, 30)),
    st.tuples(st.just("command"), st.sampled_from([*COMMANDS, YES, NO])),
    st.tuples(st.just("change"), st.sampled_from(list(COUPLE))),
)
WALKS = st.tuples(st.sampled_from(["en", "fr"]), st.lists(STEPS, max_size=25))


def walk(talk, kind, what):
    """One step of a random conversation; the intent that it came with."""
    if kind == "press" and talk.buttons:
        button = talk.buttons[what % len(talk.buttons)]
        talk.push(button)
        return command(button.payload)[0]
    if kind == "change":
        talk.choose(what, "?")
        return "change_answer"
    if kind == "command":
        talk.say("…", what)
        return what
    texts = TEXTS[talk.lang]
    talk.say(texts[what % len(texts)])
    return "inform"


def steps_of(journey):
    """Every step of a random conversation: the talk after it, what had been told before, and the intent."""
    lang, steps = journey
    talk = Interview(lang)
    for step in [("command", "start"), *steps]:
        told, stage = talk.told, talk.state.stage
        intent = walk(talk, *step)
        note(talk.history[-1])
        if any(reply.erase for reply in talk.replies):
            return
        yield talk, told, stage, intent
        if talk.outcome.refused:
            talk.once_more()


@given(WALKS)
def test_whatever_is_said_there_is_an_answer_a_score_or_somebody_else_s_turn(journey):
    for talk, _, _, _ in steps_of(journey):
        outcome = talk.outcome
        assert outcome.refused or outcome.finished or any(reply.text.strip() for reply in talk.replies)
        assert all(reply.lang == talk.lang for reply in talk.replies)
        for leak in ("utter_", "None", "{", "ask-", "fact-", "choice-", "masters_or", "ielts_gt"):
            assert leak not in talk.text


@given(WALKS)
def test_no_command_takes_an_answer_away_unless_erasing_was_confirmed(journey):
    for talk, told, stage, intent in steps_of(journey):
        erased = stage == "confirm_restart" and intent == YES
        if intent in COMMANDS:
            assert talk.told == told
        elif erased:
            assert talk.told == {}


ENTRIES = {
    "education": ("credentials", "level"),
    "education_country_is_canada": ("credentials", "in_canada"),
    "canadian_work_years": ("jobs", "years"),
    "foreign_work_years": ("jobs", "years"),
}


def _is_an_entry_now(told, path, value):
    """Whether what had a field of its own is a diploma or a job now: nothing of it is lost."""
    owner, _, name = path.rpartition(".")
    if name not in ENTRIES:
        return False
    listed, key = ENTRIES[name]
    return any(entry.get(key) == value for entry in told.get(f"{owner}.{listed}" if owner else listed, ()))


@given(WALKS)
def test_whatever_is_lost_or_changed_is_named_in_the_same_breath(journey):
    for talk, told, stage, intent in steps_of(journey):
        if stage == "confirm_restart" and intent == YES:
            continue
        for path in told:
            if talk.told.get(path, ...) == told[path] or path == "job_offer.noc":
                continue
            if _is_an_entry_now(talk.told, path, told[path]):
                continue
            if path in LISTS and path in talk.told:
                new, _ = changes(told[path], talk.told[path])
                assert all(entry_value(talk.words, path, entry) in talk.text for entry in new)
            else:
                now = talk.told.get(path, ...)
                said = talk.thing(path) if now is ... else talk.phrase(path, now)
                assert said in talk.text, path


@given(WALKS)
def test_what_is_told_is_always_a_profile_that_can_be_scored(journey):
    for talk, _, _, _ in steps_of(journey):
        parse_profile(nest(talk.told))
        assert set(talk.outcome.answers).isdisjoint(talk.outcome.withdrawn)


@given(WALKS)
def test_a_question_that_is_asked_again_and_again_has_a_way_out(journey):
    asked: list[str] = []
    for talk, _, _, _ in steps_of(journey):
        if talk.outcome.refused:
            continue
        asked.append(talk.on_the_table)
        if len(asked) > 2 and len(set(asked[-3:])) == 1 and not talk.outcome.finished:
            assert {"skip", "affirm", "deny", "settle", "change_answer", "choose"} & set(talk.offered), (
                talk.text
            )


@given(WALKS)
def test_from_wherever_one_is_skipping_and_saying_yes_leads_to_the_score(journey):
    *_, (talk, _, _, _) = steps_of(journey)
    for _ in range(2 * len(questions())):
        if talk.outcome.finished:
            return
        waits = talk.state.stage
        if waits.startswith("confirm"):
            talk.say("no", NO)
        elif waits in ("review", "change", "doubt", "done"):
            talk.say("yes", YES)
        else:
            talk.say("skip", "skip")
    raise AssertionError(talk.history)


@BOTH
def test_the_day_of_an_invitation_answers_no_question_about_a_test(lang):
    talk = Interview.at("first_language_date", lang)
    said = {"en": "I was invited on 3 June 2026", "fr": "mon invitation date du 3 juin 2026"}

    talk.say(said[lang], "told_ita")

    assert talk.outcome.refused
    assert not talk.outcome.answers


@BOTH
def test_a_wish_for_a_language_chooses_no_test_in_it(lang):
    talk = Interview.at("any_of_these", lang)
    told = talk.told

    talk.say({"en": "parlez français", "fr": "speak English"}[lang], "change_language")

    assert talk.told == told
    assert talk.on_the_table == "any_of_these"
