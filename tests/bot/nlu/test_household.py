"""The family that a question names, and the money."""

import pytest

from bot.nlu.household import (
    Household,
    asks_funds_of_a_family,
    asks_whether_enough,
    household,
    households,
    savings,
)


@pytest.mark.parametrize(
    ("text", "lang", "adults", "children"),
    [
        ("fees for 2 adults and one child", "en", 2, 1),
        ("what does a couple pay?", "en", 2, 0),
        ("fees for me, my wife and our three children", "en", 2, 3),
        ("settlement funds family of 3", "en", 2, 1),
        ("single mother with one child, what are the fees", "en", 1, 1),
        ("is 20k enough for two?", "en", 2, 0),
        ("fees for just me", "en", 1, 0),
        ("frais pour un couple avec trois enfants", "fr", 2, 3),
        ("on est 6, il faut combien de fonds ?", "fr", 2, 4),
        ("j'ai 30 000 $ pour nous quatre", "fr", 2, 2),
        ("15000 ça suffit pour une personne ?", "fr", 1, 0),
        ("how much money for the two of us and one child?", "en", 2, 1),
        ("savings for my husband, me and our twins", "en", 2, 2),
        ("combien d'argent pour nous deux et un enfant ?", "fr", 2, 1),
        ("les fonds pour ma femme, moi et nos triplés", "fr", 2, 3),
        ("ça suffit pour elle et moi ? ma fille a 6 ans", "fr", 1, 1),
    ],
)
def test_a_question_names_its_family(text, lang, adults, children):
    assert household(text, lang) == Household(adults, children)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("what are the fees?", "en"),
        ("proof of funds for 6 months", "en"),
        ("what do my kids pay", "en"),
        ("les fonds pour un an", "fr"),
    ],
)
def test_what_counts_no_people_names_no_family(text, lang):
    assert household(text, lang) is None


def test_a_child_that_is_not_born_yet_pays_nothing_yet():
    assert household("two adults and a baby is on the way", "en") == Household(2, 0)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("is 15000 enough", 15000),
        ("$30,000 for four of us", 30000),
        ("20k for two", 20000),
        ("j'ai 30 000 $", 30000),
        ("fees for 2 adults", None),
        ("15000 or 20000", None),
    ],
)
def test_the_money_that_a_question_names(text, amount):
    assert savings(text) == amount


@pytest.mark.parametrize(
    ("text", "lang", "asks"),
    [
        ("is 15,000 enough for two?", "en", True),
        ("I have $30,000 for four of us, ok?", "en", True),
        ("15 000 $ ça suffit pour deux ?", "fr", True),
        ("is my score enough for two draws", "en", False),
        ("I have 15,000 saved for two", "en", False),
        ("fees for 2 adults", "en", False),
    ],
)
def test_a_sum_and_a_family_ask_whether_the_savings_are_enough(text, lang, asks):
    assert asks_whether_enough(text, lang) is asks


@pytest.mark.parametrize(
    ("text", "lang", "sizes"),
    [
        ("funds for a family of four, and for five?", "en", [4, 5]),
        ("fonds pour moi, ma femme et trois enfants, et sans les enfants ?", "fr", [5, 2]),
        ("how much money for 2 adults and 3 kids", "en", [5]),
        ("une mère seule avec 2 enfants", "fr", [3]),
    ],
)
def test_each_family_of_a_question_is_found(text: str, lang: str, sizes: list[int]) -> None:
    assert [family.size for family in households(text, lang)] == sizes


@pytest.mark.parametrize(
    ("text", "lang", "asks"),
    [
        ("settlement funds for a family of four?", "en", True),
        ("we are four. how much in settlement funds", "en", True),
        ("I took all my savings and came alone, my friend has a wife. Can I get PR?", "en", False),
        ("can I stay, I spent my savings and my friend has a wife?", "en", False),
        ("quels fonds pour une famille de quatre ?", "fr", True),
        (
            "j'ai pris toutes mes économies et je suis venu seul. Mon ami a une femme. C'est possible ?",
            "fr",
            False,
        ),
    ],
)
def test_savings_in_a_story_are_not_asked_about(text: str, lang: str, asks: bool) -> None:
    assert asks_funds_of_a_family(text, lang) is asks
