"""Work that is told by a verb, or by a title that no list of words has."""

from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.facts import read
from bot.nlu.facts.trades import TRADES
from express_entry.occupations.search import search
from express_entry.yaml_files import read_yaml

TODAY = date(2026, 11, 30)


def titles(text, lang):
    found = read(text, lang, TODAY, lists=("jobs",))
    return [fact.value if fact.field == "occupation" else fact.value.get("title") for fact in found]


@pytest.mark.parametrize(
    ("lang", "text", "title"),
    [
        ("en", "I bake bread for a living, 9 years in Beirut", "baker"),
        ("en", "10 years fixing cars in Lahore", "auto mechanic"),
        ("en", "my job is to fix elevators, Seoul, since 2018", "elevator mechanic"),
        ("en", "used to drive a school bus in Kingston Jamaica for 4 years", "bus driver"),
        ("en", "I teach maths in a high school in Kampala, 6 years", "secondary school teacher"),
        ("fr", "je soude, 6 ans à Oran", "soudure"),
        ("fr", "je répare des climatiseurs à Abidjan depuis 8 ans", "réparation de climatiseurs"),
        (
            "fr",
            "mon métier c'est de réparer des ascenseurs, Bruxelles, depuis 2018",
            "réparation d'ascenseurs",
        ),
        ("fr", "j'enseigne les maths au lycée à Yaoundé depuis 5 ans", "enseignement au secondaire"),
    ],
)
def test_a_verb_tells_an_occupation_as_a_noun_does(lang, text, title):
    assert titles(text, lang) == [title]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I want to learn to weld in Canada"),
        ("en", "can I drive a truck in Canada after PR?"),
        ("en", "I love to bake bread at home"),
        ("en", "I drive to work"),
        ("fr", "je veux apprendre à souder au Canada"),
        ("fr", "j'aime faire du pain à la maison"),
        ("fr", "je sais cuisiner et faire le ménage"),
    ],
)
def test_what_is_only_wished_liked_or_able_to_be_done_is_no_work(lang, text):
    assert titles(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "title"),
    [
        ("en", "I am a loss adjuster in Lagos for 5 years", "loss adjuster"),
        ("fr", "je suis répartiteur à Lyon depuis 2 ans", "répartiteur"),
    ],
)
def test_a_title_of_the_classification_is_one_where_somebody_says_to_be_that(lang, text, title):
    assert titles(text, lang) == [title]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_title_of_a_verb_finds_its_occupation(lang):
    told = read_yaml(TRADES)[lang]["trades"]
    named = {title for entry in told for title in (entry.get("alone"), *entry.get("of", ())) if title}

    assert sorted(title for title in named if not search(title, lang)) == []
