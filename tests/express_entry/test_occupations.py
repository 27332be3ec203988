"""The occupations that people's words for their work, and codes of any edition, mean."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from express_entry.occupations.noc import classification, rows
from express_entry.occupations.search import (
    SURE,
    Match,
    codes_in,
    level_in,
    names_work,
    of_codes,
    question,
    search,
)
from express_entry.occupations.title_index import english_stem, fold, french_stem
from express_entry.occupations.title_ranking import FEATURES, load, weights

NO_WORK = "Intern"
"""The one title of the classification that says no work by itself: people who write it are no physicians."""
TITLES = [
    (lang, row[0], form)
    for lang in ("en", "fr")
    for row in rows(f"titles.{lang}.tsv.gz")
    for form in row[2:]
    if form and not codes_in(form) and form != NO_WORK
]


def first(text, lang="en"):
    return search(text, lang)[0].code


def codes(text, lang="en"):
    return [match.code for match in search(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("electrician", "en", "72200"),
        ("Comptable", "fr", "11100"),
        ("staff nurse", "en", "31301"),
        ("chartered accountant", "en", "11100"),
        ("area sales manager", "en", "60010"),
        ("SDE 2", "en", "21231"),
    ],
)
def test_work_is_found_as_people_name_it(text, lang, code):
    assert code in codes(text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("elctrician", "en", "72200"),
        ("acountant", "en", "11100"),
        ("sofware enginer", "en", "21231"),
        ("infirmère", "fr", "31301"),
        ("cuisinnier", "fr", "63200"),
    ],
)
def test_spelling_mistakes_do_not_hide_the_work(text, lang, code):
    assert first(text, lang) == code


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("RN", "en", "31301"),
        ("asst. mgr restaurant", "en", "60030"),
        ("DBA", "en", "21223"),
        ("drh", "fr", "10011"),
    ],
)
def test_abbreviations_are_read(text, lang, code):
    assert first(text, lang) == code


@pytest.mark.parametrize(
    ("feminine", "masculine"),
    [("infirmière", "infirmier"), ("vendeuse de chaussures", "vendeur de chaussures"), ("actrice", "acteur")],
)
def test_both_genders_of_a_french_title_mean_the_same(feminine, masculine):
    assert first(feminine, "fr") == first(masculine, "fr")


def test_the_gender_that_was_typed_is_shown():
    assert search("directrice des finances", "fr")[0].matched.startswith("Directrice")
    assert search("directeur des finances", "fr")[0].matched.startswith("Directeur")


@pytest.mark.parametrize(
    "text",
    [
        "Plumber at Smith Ltd",
        "Senior Plumber",
        "I work as a plumber",
        "plumbers",
        "Plumber - residential",
        "PLUMBER",
    ],
)
def test_employer_seniority_and_small_talk_change_nothing(text):
    assert first(text) == "72300"


def test_a_title_in_the_other_language_is_found():
    assert first("électricien", "en") == "72200"
    assert first("truck driver", "fr") == "73300"


@pytest.mark.parametrize("text", ["21232", "is 21232 skilled?", "NOC 21232", "21232 - Software developers"])
def test_a_five_digit_code_is_found_in_any_sentence(text):
    (match,) = search(text)

    assert (match.code, match.teer, match.skilled, match.confidence) == ("21232", 1, True, 1.0)


@pytest.mark.parametrize("text", ["my old code is 0213", "0213-0", "NOC 0213 (level 0)"])
def test_a_code_of_2016_means_the_groups_its_jobs_went_to(text):
    assert codes(text) == ["20012"]


def test_a_divided_code_of_2016_means_several_groups_and_asks():
    matches = search("2174")

    assert len(matches) > 1
    assert {match.code for match in matches} == set(classification().old["2174"].now)
    assert question(matches, "en")


def test_00018_means_all_groups_of_senior_managers():
    assert codes("00018") == ["00011", "00012", "00013", "00014", "00015"]


@pytest.mark.parametrize("text", ["99999", "room 12345", "since 2019"])
def test_a_number_that_is_no_code_is_not_taken_for_one(text):
    assert codes_in(text) == ()


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("skill level B", "B"),
        ("niveau de compétence a", "A"),
        ("NOC 0", "0"),
        ("CNP D", "D"),
        ("nurse", None),
    ],
)
def test_skill_levels_of_2016_are_read(text, level):
    assert level_in(text) == level


def test_a_skill_level_alone_is_no_occupation():
    assert search("skill level B") == ()


def test_categories_are_those_of_the_day():
    before, after = (
        of_codes(["21232"], "en", day)[0].categories for day in (date(2024, 1, 1), date(2026, 1, 1))
    )

    assert before == ("stem",)
    assert after == ()


def test_every_match_links_to_its_official_page_in_both_languages():
    match = search("nurse")[0]

    assert match.code in match.url("en")
    assert match.url("en") != match.url("fr")
    assert all(match.url(lang).startswith("https://noc.esdc.gc.ca/") for lang in ("en", "fr"))


def test_teer_says_what_is_skilled():
    assert {
        group.teer for group in classification().groups.values() if classification().skilled(group.code)
    } == {
        0,
        1,
        2,
        3,
    }


def test_a_sure_answer_asks_nothing():
    assert question(search("registered nurse"), "en") == ()


@pytest.mark.parametrize(("text", "lang"), [("product manager", "en"), ("vendeur", "fr"), ("engineer", "en")])
def test_a_title_of_several_occupations_asks_one_question_whose_answers_differ(text, lang):
    matches = search(text, lang)
    options = question(matches, lang)

    assert 2 <= len(options) <= 3
    assert (
        len({option.title for option in options}) == len({option.code for option in options}) == len(options)
    )
    assert {option.code for option in options} <= {match.code for match in matches}


def test_a_question_is_asked_in_the_language_of_the_person():
    titles = {group.title_fr for group in classification().groups.values()}
    options = question(search("product manager", "en"), "fr")

    assert {option.title for option in options} <= titles


def test_sure_matches_of_the_development_set_are_surer_than_vague_words():
    assert search("registered nurse")[0].confidence > search("manager")[0].confidence
    assert search("xqzt manager")[0].confidence < search("manager")[0].confidence


@pytest.mark.parametrize("limit", [0, 1, 3, 24])
def test_no_more_than_the_limit_is_given(limit):
    assert len(search("manager", "en", limit)) == limit


@given(st.text(max_size=500), st.sampled_from(["en", "fr"]))
def test_any_text_gets_an_orderly_answer(text, lang):
    matches = search(text, lang)

    assert all(isinstance(match, Match) and 0 <= match.confidence <= 1 for match in matches)
    assert [match.confidence for match in matches] == sorted(
        (each.confidence for each in matches), reverse=True
    )
    assert len({match.code for match in matches}) == len(matches) <= 5
    assert search(text, lang) == matches
    assert len(question(matches, lang)) != 1


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("intern", "en"),
        ("freelancer", "en"),
        ("self employed", "en"),
        ("senior associate", "en"),
        ("officer", "en"),
        ("nothing", "en"),
        ("stagiaire", "fr"),
        ("freelance", "fr"),
        ("travailleur autonome", "fr"),
        ("étudiante", "fr"),
        ("agent", "fr"),
    ],
)
def test_how_or_at_what_rank_somebody_works_is_no_work(text, lang):
    assert search(text, lang) == ()
    assert not names_work(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("manager", "en"),
        ("senior consultant", "en"),
        ("director", "en"),
        ("banking", "en"),
        ("marketing", "en"),
        ("consultant", "fr"),
        ("fonctionnaire", "fr"),
        ("informatique", "fr"),
    ],
)
def test_a_rank_or_a_field_alone_is_never_sure(text, lang):
    assert all(match.confidence < SURE for match in search(text, lang))


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("executive assistant to MD", "en", "12100"),
        ("executive assistant to the managing director", "en", "12100"),
        ("okada rider", "en", "75200"),
        ("boda boda rider", "en", "75200"),
        ("medical representative", "en", "62100"),
        ("accounting intern", "en", "11100"),
        ("freelance photographer", "en", "53110"),
        ("assistante du PDG", "fr", "12100"),
        ("zémidjan", "fr", "75200"),
        ("délégué médical", "fr", "62100"),
    ],
)
def test_words_beside_the_work_do_not_hide_it(text, lang, code):
    assert first(text, lang) == code


def test_two_groups_that_share_a_name_are_asked_about():
    options = question(search("med tech"), "en")

    assert {option.code for option in options} == {"32120", "33101"}


@given(st.sampled_from(TITLES))
@settings(max_examples=300)
def test_a_title_as_the_classification_writes_it_means_its_group_first_or_tied(known):
    lang, code, title = known
    matches = search(title, lang)

    confidence = next(match.confidence for match in matches if match.code == code)
    assert confidence == matches[0].confidence


@given(st.sampled_from([row for row in rows("names.tsv") if not codes_in(row[2])]))
@settings(max_examples=300)
def test_a_name_that_people_use_means_its_group_first_or_tied(known):
    code, lang, name = known
    matches = search(name, lang)

    confidence = next(match.confidence for match in matches if match.code == code)
    assert confidence == matches[0].confidence


@given(st.sampled_from(sorted(classification().groups)))
def test_every_code_means_itself(code):
    assert codes(f"my code is {code}") == [code]


@given(st.sampled_from(sorted(classification().old)))
def test_every_code_of_2016_leads_to_known_groups(code):
    assert set(classification().old[code].now) <= set(classification().groups)


def test_names_and_categories_use_codes_of_the_edition():
    groups = set(classification().groups)

    assert {row[0] for row in rows("names.tsv")} <= groups
    assert {code for entry in classification().categories for code in entry.codes} <= groups


def test_names_stand_once_and_are_not_what_the_classification_has_anyway():
    known = {(lang, code, fold(title)) for lang, code, title in TITLES}
    names = [(lang, code, fold(name)) for code, lang, name in rows("names.tsv")]

    assert len(names) == len(set(names))
    assert not known & set(names)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_group_can_be_found_in_both_languages(lang):
    assert set(load(lang).index.codes) == set(classification().groups)


def test_every_feature_has_a_weight():
    assert len(weights().ranking) == len(FEATURES)


@pytest.mark.parametrize(
    ("one", "other"),
    [("companies", "company"), ("salesmen", "saleswoman"), ("bosses", "boss"), ("nurses", "nurse")],
)
def test_english_endings_are_taken_off(one, other):
    assert english_stem(one) == english_stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("directrices", "directeur"), ("vendeuse", "vendeur"), ("hopitaux", "hopital")]
)
def test_french_endings_are_taken_off(one, other):
    assert french_stem(one, {}) == french_stem(other, {})
