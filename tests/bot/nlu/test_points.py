"""What a question about points names, and what a message supposes, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.decision import Guess, Meaning
from bot.nlu.fitting.named import fitting
from bot.nlu.points import asked
from bot.nlu.supposing import as_told, suppositions
from express_entry.whatif.suppositions import (
    Diploma,
    Fact,
    LanguageFirst,
    LanguageLevel,
    MoreWork,
    OnDay,
    Partner,
    Without,
)

TODAY = date(2026, 11, 29)
CELPIP = {"first_language": {"test": "celpip_g"}}


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "how many points for a master's?", {"education": "masters_or_professional"}),
        ("en", "what's CLB 9 worth?", {"first_language": 9}),
        ("en", "how much does a sibling give?", {"sibling_in_canada": True}),
        ("en", "points for age 35?", {"age": 35}),
        ("en", "how many points for 1 year in canada", {"canadian_work_years": 1}),
        ("en", "points for my wife's CLB 7", {"spouse_language": 7}),
        ("en", "how many points for NCLC 7 in french", {"second_language": 7}),
        ("en", "how many points for 3 to 5 years of work", {}),
        ("fr", "elle a travaillé de 2018 à 2022, 375 suffit ?", {}),
        ("fr", "combien de points pour une maîtrise ?", {"education": "masters_or_professional"}),
        ("fr", "combien vaut un NCLC 9 ?", {"first_language": 9}),
        ("fr", "combien donne un frère ?", {"sibling_in_canada": True}),
        ("fr", "points pour 35 ans ?", {"age": 35}),
        ("fr", "1 an au Canada ça donne combien de points", {"canadian_work_years": 1}),
        ("fr", "ma licence vaut combien", {"education": "bachelors_or_three_year"}),
    ],
)
def test_a_fact_is_named_with_its_value(lang: str, text: str, values: dict[str, object]) -> None:
    assert asked(text, lang, TODAY).values == values


@pytest.mark.parametrize(
    ("lang", "text", "factors"),
    [
        ("en", "why only 13 for education with language", {"education", "first_language"}),
        ("en", "what does foreign work with language mean", {"foreign_work_years", "first_language"}),
        ("en", "why no points for french?", {"second_language"}),
        ("en", "my canadian work experience gives how much", {"canadian_work_years"}),
        ("fr", "pourquoi juste 13 pour études et langue", {"education", "first_language"}),
        ("fr", "pourquoi rien pour le français ?", {"second_language"}),
        ("fr", "pourquoi 105 pour l'âge", {"age"}),
    ],
)
def test_factors_are_named_without_a_value(lang: str, text: str, factors: set[str]) -> None:
    named = asked(text, lang, TODAY)

    assert set(named.factors) == factors
    assert not named.values


@pytest.mark.parametrize(
    ("lang", "text", "what"),
    [
        ("en", "points on the 67 grid?", "grid"),
        ("fr", "j'ai combien sur la grille de 67", "grid"),
        ("en", "whats the maximum for language", "most"),
        ("fr", "le maximum pour la langue c'est combien", "most"),
        ("en", "why so low?", "low"),
        ("fr", "pourquoi si bas ?", "low"),
    ],
)
def test_the_grid_the_most_and_a_low_score_are_named(lang: str, text: str, what: str) -> None:
    named = asked(text, lang, TODAY)

    assert [name for name in ("grid", "most", "low") if getattr(named, name)] == [what]
    assert "age" not in named.values


def test_a_part_of_the_score_is_named_and_so_are_the_points_quoted() -> None:
    named = asked("why 100 for that last part?", "en", TODAY)

    assert (named.section, named.numbers) == ("C", (100,))


@pytest.mark.parametrize(
    ("lang", "text", "supposed"),
    [
        ("en", "what if i get clb 9 everywhere", [LanguageLevel(9)]),
        ("en", "what if i get clb 10 in speaking", [LanguageLevel(10, ("speaking",))]),
        ("en", "what if clb 9 plus french nclc 7", [LanguageLevel(9), LanguageLevel(7, language="fr")]),
        ("en", "and nclc 9 in french?", [LanguageLevel(9, language="fr")]),
        ("en", "what if my wife gets CLB 7", [LanguageLevel(7, whose="spouse")]),
        ("en", "what if i retake and get 9 only in writing", [Fact("first_language", {"writing": 9})]),
        ("en", "what if i get a nomination", [Fact("provincial_nomination", True)]),
        ("en", "what if I lose the nomination", [Without("provincial_nomination")]),
        ("en", "without the offer", [Without("job_offer")]),
        ("en", "if i do a masters how many points would i have", [Diploma("masters_or_professional")]),
        ("en", "a second degree", [Diploma("one_year")]),
        ("en", "what if two more years in canada", [MoreWork(2, in_canada=True)]),
        ("en", "what if i only had 2 years of foreign experience", [Fact("foreign_work_years", 2)]),
        ("en", "what if my wife stays", [Partner("stays")]),
        ("en", "what if i apply alone", [Partner("stays")]),
        ("en", "what if my husband is canadian", [Partner("canadian")]),
        ("en", "my wife stays and CLB 9", [Partner("stays"), LanguageLevel(9)]),
        ("en", "if french were first", [LanguageFirst("fr")]),
        ("en", "what if english was my first language and french second", [LanguageFirst("en")]),
        ("en", "what will my score be when i turn 31", [Fact("age", 31)]),
        ("en", "score on 1 January 2027", [OnDay(date(2027, 1, 1))]),
        ("en", "how are you", []),
        ("fr", "et si j'ai NCLC 9 partout", [LanguageLevel(9)]),
        ("fr", "et si j'ai NCLC 9 partout en anglais", [LanguageLevel(9, language="en")]),
        ("fr", "le français NCLC 7 partout", [LanguageLevel(7, language="fr")]),
        ("fr", "et si j'obtiens une désignation", [Fact("provincial_nomination", True)]),
        ("fr", "sans l'offre", [Without("job_offer")]),
        ("fr", "et sans l'anglais ?", [Without("en")]),
        ("fr", "si je fais un master j'aurai combien", [Diploma("masters_or_professional")]),
        ("fr", "et si j'ai un deuxième diplôme", [Diploma("one_year")]),
        ("fr", "et si elle reste au Maroc", [Partner("stays")]),
        ("fr", "si je viens seul", [Partner("stays")]),
        ("fr", "si je mets l'anglais en première langue ?", [LanguageFirst("en")]),
        ("fr", "mets le français en premier", [LanguageFirst("fr")]),
        ("fr", "mon score à 31 ans ?", [Fact("age", 31)]),
    ],
)
def test_everything_that_is_supposed_is_understood(lang: str, text: str, supposed: list[object]) -> None:
    assert sorted(suppositions(text, lang, TODAY, CELPIP), key=str) == sorted(supposed, key=str)


def test_what_can_be_kept_once_it_is_true_is_told_by_path() -> None:
    assert as_told([Fact("provincial_nomination", True), Partner("stays")], {}) == {
        "provincial_nomination": True,
        "spouse.accompanying": False,
    }
    assert as_told([LanguageLevel(9)], {}) == {}
    assert as_told([Fact("first_language", {"writing": 9})], {}) == {}


def test_one_score_of_a_test_that_is_told_can_be_kept_with_the_others() -> None:
    told = {"test": "ielts_gt", "listening": 8, "reading": 7, "writing": 7, "speaking": 7}
    another = Fact("first_language", {"test": "celpip_g", "writing": 9})

    assert as_told([Fact("first_language", {"writing": 9})], {"first_language": told}) == {
        "first_language": told | {"writing": 9}
    }
    assert as_told([another], {"first_language": told}) == {}


def offered(*labels: str) -> Meaning:
    return Meaning("nlu_fallback", 0.3, "offer", tuple(Guess(label, 0.2) for label in labels))


@pytest.mark.parametrize(
    ("text", "labels", "label"),
    [
        ("points on the 67 grid?", ("ask_eligibility", "ask_points"), "ask_points"),
        ("why no points for french?", ("ask/french_points", "explain_score"), "explain_score"),
        ("with two degrees then?", ("ask_points", "ask_whatif"), "ask_whatif"),
        ("the french draw, last one", ("ask_round_history", "ask_latest_round"), "ask_round_history"),
        ("my wife may or may not come", ("ask/spouse_points", "change_answer"), "ask_whatif"),
        ("could it fall a little", ("ask_latest_round", "ask_chances"), "ask_chances"),
        ("is my degree fine", ("ask_points", "explain_score", "ask_whatif"), "nlu_fallback"),
    ],
)
def test_of_several_likely_meanings_the_one_that_fits_the_words_is_taken(
    text: str, labels: tuple[str, ...], label: str
) -> None:
    assert fitting(offered(*labels), text, "en", TODAY).label == label


@pytest.mark.parametrize(
    "text", ["what if i do french B2", "if I get NCLC B2 in all", "et si j'ai un B2 en français"]
)
def test_a_level_in_letters_of_french_supposes_the_one_that_stands_for_it(text: str) -> None:
    levels = [each for each in suppositions(text, "en", TODAY, {}) if isinstance(each, LanguageLevel)]

    assert [(each.level, each.language) for each in levels] == [(7, "fr")]
    assert "first_language" not in asked(text, "en", TODAY).values


@pytest.mark.parametrize("text", ["what if I get B2 in English", "et si j'ai un B2 en anglais"])
def test_a_level_in_letters_of_english_supposes_nothing_and_fails_nothing(text: str) -> None:
    assert not [each for each in suppositions(text, "en", TODAY, {}) if isinstance(each, LanguageLevel)]
