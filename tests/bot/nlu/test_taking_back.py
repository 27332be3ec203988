"""What a message takes back or puts right."""

from __future__ import annotations

import pytest

from bot.nlu.facts import read
from tests.helpers.fact_tables import LISTS, TODAY

TAKEN_BACK = [
    ("en", "delete my age", "age"),
    ("en", "please remove the job offer", "job_offer"),
    ("en", "can you take out the nomination, it was refused", "provincial_nomination"),
    ("en", "forget what I said about my brother", "sibling_in_canada"),
    ("en", "erase the ECA date", "eca_date"),
    ("en", "clear my marital status", "marital_status"),
    ("en", "get rid of the kids, my mistake", "children"),
    ("en", "drop my savings", "settlement_funds_cad"),
    ("en", "remove all my work experience", "work"),
    ("fr", "supprimez mon âge", "age"),
    ("fr", "peux-tu enlever l'offre d'emploi", "job_offer"),
    ("fr", "retirez la désignation, elle a été refusée", "provincial_nomination"),
    ("fr", "oublie ce que j'ai dit de ma sœur", "sibling_in_canada"),
    ("fr", "efface la date de l'EDE", "eca_date"),
    ("fr", "annulez mon état civil", "marital_status"),
    ("fr", "enlève les enfants svp", "children"),
    ("fr", "retire mon expérience de travail", "work"),
]


@pytest.mark.parametrize(("lang", "text", "what"), TAKEN_BACK, ids=str)
def test_what_is_named_is_taken_back_and_nothing_else(lang: str, text: str, what: str) -> None:
    found = read(text, lang, TODAY, lists=LISTS)

    assert [(fact.field, fact.mode) for fact in found] == [(what, "take_back")]


MEANT = [
    ("en", "remove the 1 year", {"years": 1}),
    ("en", "Please remove the plain 'engineer'", {"title": "engineer"}),
    ("en", "Remove that.", {}),
    ("en", "delete the last one please", {}),
    ("en", "remove 31", {"number": 31}),
    ("en", "take out the 6 months", {"years": 0.5}),
    ("fr", "enlevez les 9 ans", {"years": 9}),
    ("fr", "supprimez la caissière", {"title": "caissière"}),
    ("fr", "enlève ça", {}),
    ("fr", "effacez ce que je viens de dire", {}),
]


@pytest.mark.parametrize(("lang", "text", "meant"), MEANT, ids=str)
def test_what_goes_may_be_a_number_a_title_or_the_last_thing_told(
    lang: str, text: str, meant: object
) -> None:
    found = read(text, lang, TODAY, lists=LISTS)

    assert [(fact.field, fact.mode, fact.value) for fact in found] == [("meant", "take_back", meant)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "should I delete my job offer?"),
        ("en", "how do I remove my age"),
        ("en", "if I remove the nomination, what is left"),
        ("en", "delete everything"),
        ("en", "I forget my score"),
        ("en", "you deleted my degree"),
        ("en", "you forgot my master's"),
        ("en", "you left out my job offer"),
        ("fr", "vous avez supprimé mon diplôme"),
        ("fr", "vous avez oublié mon bureau d'études depuis 2022"),
        ("fr", "tu as oublié mon emploi de soudeur"),
        ("fr", "dois-je supprimer l'offre d'emploi ?"),
        ("fr", "comment supprimer mon âge"),
        ("fr", "efface tout"),
        ("fr", "si j'enlève la désignation, que reste-t-il"),
    ],
)
def test_a_question_takes_nothing_back(lang: str, text: str) -> None:
    assert not [fact for fact in read(text, lang, TODAY, lists=LISTS) if fact.mode == "take_back"]


@pytest.mark.parametrize(
    ("lang", "text", "entry"),
    [
        ("en", "forget the cashier job", {"title": "cashier"}),
        (
            "en",
            "remove the 2 years as a cashier in Winnipeg",
            {"title": "cashier", "years": 2, "in_canada": True},
        ),
        ("en", "delete my bachelor's", {"level": "bachelors_or_three_year"}),
        ("fr", "oublie le travail de caissier", {"title": "caissier"}),
        ("fr", "supprime ma maîtrise", {"level": "masters_or_professional"}),
    ],
)
def test_one_entry_of_a_list_is_taken_back(lang: str, text: str, entry: dict[str, object]) -> None:
    (fact,) = read(text, lang, TODAY, lists=LISTS)

    assert (fact.value, fact.mode) == (entry, "take_back")


def test_a_test_is_taken_back_by_its_name_or_its_language() -> None:
    named = {
        text: read(text, "en", TODAY, lists=LISTS)[0].value
        for text in ("remove my TEF", "remove my French test")
    }

    assert named == {"remove my TEF": {"test": "tef_canada"}, "remove my French test": {"language": "fr"}}


def test_what_is_taken_back_of_a_partner_is_the_partner_s() -> None:
    (fact,) = read("delete my wife's age", "en", TODAY, lists=LISTS)

    assert (fact.field, fact.person) == ("age", "partner")


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "5 years is wrong, it's 3", {"numbers": [3], "wrong": [5]}),
        ("en", "not 6, more like 5", {"numbers": [5], "wrong": [6]}),
        ("en", "the exam was in may not june", {"date": "2026-05", "thing": "language_test", "month": 6}),
        ("en", "my work was in Canada, not abroad", {"canada": True, "thing": "work"}),
        ("en", "i mean my wife has it", {"whose": "partner"}),
        ("en", "scratch that, it was in the US", {"canada": False}),
        ("fr", "5 ans c'est faux, c'est 3", {"numbers": [3], "wrong": [5]}),
        ("fr", "pas 6, plutôt 5", {"numbers": [5], "wrong": [6]}),
        (
            "fr",
            "mon test c'était en mai pas en juin",
            {"date": "2026-05", "thing": "language_test", "month": 6},
        ),
        ("fr", "mon travail était au Canada, pas à l'étranger", {"canada": True, "thing": "work"}),
        ("fr", "je voulais dire : c'est ma femme qui l'a", {"whose": "partner"}),
        ("fr", "erreur, c'était en France", {"canada": False}),
    ],
)
def test_a_bare_correction_tells_what_is_right(lang: str, text: str, value: dict[str, object]) -> None:
    (fact,) = (fact for fact in read(text, lang, TODAY, lists=LISTS) if fact.field == "correction")

    assert fact.value == value


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "no 32"), ("en", "oops, 37 I mean"), ("fr", "non, 32"), ("fr", "pardon 37")]
)
def test_a_bare_number_after_a_no_replaces(lang: str, text: str) -> None:
    assert [fact.mode for fact in read(text, lang, TODAY, lists=LISTS) if fact.field == "number"] == [
        "replace"
    ]


@pytest.mark.parametrize(("lang", "text"), [("en", "kind but clear."), ("en", "erase"), ("fr", "retire.")])
def test_a_verb_with_nothing_behind_it_takes_nothing_back(lang: str, text: str) -> None:
    assert not [fact for fact in read(text, lang, TODAY, lists=LISTS) if fact.mode == "take_back"]
