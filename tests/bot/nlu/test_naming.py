"""The first name of a partner: where it is told, and whose the facts are that stand beside it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.facts import People
from bot.nlu.facts import read

TODAY = date(2026, 11, 29)

TOLD = [
    ("en", "my wife Samia is 31", "Samia"),
    ("en", "Jun, my husband, is coming with me", "Jun"),
    ("en", "Ahmed (my husband) is 37", "Ahmed"),
    ("en", "my spouse is called Oluwaseun", "Oluwaseun"),
    ("en", "I'm married, her name is Mei", "Mei"),
    ("en", "im 36 and my wife, grace, is 34", "grace"),
    ("en", "married to Priya. Priya is a dentist", "Priya"),
    ("en", "my wife and I, Thanh is my wife", "Thanh"),
    ("en", "me 29, Samia 31, she has a master's; we come together", "Samia"),
    ("fr", "moi 29 ans, Samia 31, elle a un master; on vient ensemble", "Samia"),
    ("fr", "mon conjoint Karim vient avec moi", "Karim"),
    ("fr", "ma femme Marie-Claire a 31 ans", "Marie-Claire"),
    ("fr", "mon mari s'appelle Koffi", "Koffi"),
    ("fr", "Je suis marié, elle s'appelle Inès", "Inès"),
    ("fr", "Ahmed (mon mari) a 37 ans", "Ahmed"),
    ("fr", "mariée à Youssef. Youssef a 31 ans", "Youssef"),
    ("fr", "Linh est ma femme", "Linh"),
]
NO_NAME = [
    ("en", "Hello, my wife, 36, nurse"),
    ("en", "my wife family is in Canada"),
    ("en", "my husband works in May and my wife Toronto 3 years"),
    ("en", "I'm Ade, my husband is 36"),
    ("en", "My wife, Lagos, 31"),
    ("en", "my brother lives in Toronto, his name is Sam"),
    ("en", "I'm 29, Accenture 5 years, coming in 2027"),
    ("fr", "mariée à Dakar en 2019"),
    ("fr", "ma femme aussi a un master"),
]
SAID_AGAIN = [
    ("en", "Samia", "samia is 31, I'm 29", {("partner", 31), ("self", 29)}),
    ("en", "Jun", "Jun is 36 and I am 34", {("partner", 36), ("self", 34)}),
    ("en", "Jun", "I'm 34, my IELTS is of 12 Jun 2026", {("self", 34)}),
    ("fr", "Karim", "Karim a 36 ans, moi 34 ans", {("partner", 36), ("self", 34)}),
]


@pytest.mark.parametrize(("lang", "text", "name"), TOLD)
def test_a_first_name_told_of_the_partner_is_the_partners(lang: str, text: str, name: str) -> None:
    told = [fact.value for fact in read(text, lang, TODAY) if fact.field == "partner_name"]

    assert told == [name]


@pytest.mark.parametrize(("lang", "text"), NO_NAME)
def test_what_is_no_name_of_the_partner_is_none(lang: str, text: str) -> None:
    assert not [fact for fact in read(text, lang, TODAY) if fact.field == "partner_name"]


@pytest.mark.parametrize(("lang", "name", "text", "ages"), SAID_AGAIN)
def test_a_name_told_before_says_whose_a_fact_is(
    lang: str, name: str, text: str, ages: set[tuple[str, int]]
) -> None:
    facts = read(text, lang, TODAY, people=People(partner=name))

    assert {(fact.person, fact.value) for fact in facts if fact.field == "age"} == ages


def test_she_and_he_are_told_apart_from_a_sister_and_a_brother() -> None:
    sister = read("my husband's sister is in Toronto, she is 29. He's 33 and I'm 31", "en", TODAY)
    soeur = read("la sœur de mon mari vit à Toronto, elle a 29 ans. Lui a 33 ans et moi 31", "fr", TODAY)

    for facts in (sister, soeur):
        ages = {(fact.person, fact.value) for fact in facts if fact.field == "age"}
        assert ages == {("partner", 33), ("self", 31)}
