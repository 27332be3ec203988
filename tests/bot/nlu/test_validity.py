"""Who asks whether their own test or assessment still counts is answered about its date."""

from datetime import date

import pytest

from bot.nlu.validity import Validity, asked, refused_test

TODAY = date(2026, 11, 29)
OWN = [
    ("en", "my ielts is from sept 2024 is it ok?", Validity("test", "ielts_gt", "2024-09")),
    ("en", "is my ielts from september 2024 still valid?", Validity("test", "ielts_gt", "2024-09")),
    ("en", "my TEF is from march 2023, is it expired?", Validity("test", "tef_canada", "2023-03")),
    ("en", "i took celpip in may 2026, is it still good?", Validity("test", "celpip_g", "2026-05")),
    ("en", "is my test still valid?", Validity("test")),
    ("en", "my results are from august 2024, can I still use them?", Validity("test", None, "2024-08")),
    ("en", "my ECA is from 2020 is it ok?", Validity("eca", None, "2020")),
    ("en", "is my eca ok then?", Validity("eca")),
    ("en", "eca from jan 2024 still valid?", Validity("eca", None, "2024-01")),
    ("en", "is my WES report too old?", Validity("eca")),
    ("fr", "mon TCF est de septembre 2024, c'est bon ?", Validity("test", "tcf_canada", "2024-09")),
    ("fr", "mon TEF de mars 2023 est-il encore valide ?", Validity("test", "tef_canada", "2023-03")),
    (
        "fr",
        "j'ai passé le TEF en mai 2026, il est encore valide ?",
        Validity("test", "tef_canada", "2026-05"),
    ),
    ("fr", "mes résultats sont-ils expirés ?", Validity("test")),
    ("fr", "mon EDE date de 2020, ça va ?", Validity("eca", None, "2020")),
    ("fr", "mon évaluation est-elle périmée ?", Validity("eca")),
]
OTHERS = [
    ("en", "how long is IELTS valid?"),
    ("en", "is an ECA valid for five years?"),
    ("en", "is my score good?"),
    ("en", "my IELTS is 8 7 7 7"),
    ("fr", "combien de temps le TEF est-il valide ?"),
    ("fr", "mon pointage est-il bon ?"),
]
REFUSED = [("is CELPIP LS ok?", True), ("is IELTS Academic accepted", True), ("is CELPIP General ok?", False)]


@pytest.mark.parametrize(("lang", "text", "about"), OWN)
def test_a_question_about_ones_own_paper_is_heard_with_its_date(lang, text, about):
    assert asked(text, lang, TODAY) == about


@pytest.mark.parametrize(("lang", "text"), OTHERS)
def test_a_question_about_the_rule_is_none_about_ones_own_paper(lang, text):
    assert asked(text, lang, TODAY) is None


@pytest.mark.parametrize(("text", "refused"), REFUSED)
def test_a_test_that_is_not_taken_is_named(text, refused):
    assert (refused_test(text, "en", TODAY) is not None) is refused
