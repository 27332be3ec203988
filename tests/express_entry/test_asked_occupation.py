"""Questions about an occupation: the title in them, and what asks for something else."""

import pytest

from express_entry.occupations.asked import asked_title, asks_of_occupation, names_a_code


@pytest.mark.parametrize(
    ("text", "lang", "title"),
    [
        ("code for staff nurse", "en", "staff nurse"),
        ("what teer is a truck driver?", "en", "truck driver"),
        ("does cook count?", "en", "cook"),
        ("would a baker qualify for trades", "en", "baker"),
        ("how do I find my noc code", "en", ""),
        ("un soudeur est-il admissible ?", "fr", "soudeur"),
        ("c'est quoi la CNP d'une infirmière de bloc", "fr", "infirmière de bloc"),
        ("gardienne d'enfants FEER combien", "fr", "gardienne d'enfants"),
        ("comment trouver mon code CNP", "fr", ""),
    ],
)
def test_the_words_that_ask_are_taken_away_from_both_ends(text, lang, title):
    assert asked_title(text, lang) == title


@pytest.mark.parametrize(
    "text",
    [
        "is a plumber eligible",
        "are welders skilled?",
        "security guard teer?",
        "is 7511 skilled?",
        "NOC 21000",
        "les cuisiniers sont encore admissibles ?",
        "coiffeur ça marche ?",
        "le 7511 est-il qualifié",
    ],
)
def test_a_title_or_a_code_beside_a_word_that_asks_for_it_is_a_question_about_an_occupation(text):
    assert asks_of_occupation(text)


@pytest.mark.parametrize(
    "text",
    [
        "am I eligible?",
        "does part time count",
        "is WES accepted",
        "is my husband eligible",
        "validation code",
        "is 15000 ok",
        "plumber",
        "le bénévolat compte ?",
        "suis-je admissible",
        "code postal",
    ],
)
def test_what_names_no_title_asks_for_something_else(text):
    assert not asks_of_occupation(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("0213 noc old code", True),
        ("que devient la CNP 7241", True),
        ("validation code 1234", False),
        ("NOC 2021 version", False),
        ("what is a NOC code", False),
    ],
)
def test_a_code_is_named_where_its_word_stands_beside_it(text, named):
    assert names_a_code(text) is named
