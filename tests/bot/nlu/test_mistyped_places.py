"""Places that are written with a slip."""

from __future__ import annotations

import pytest

from bot.nlu.facts.lexicon import lexicon


def places(text, lang):
    kinds = {"FOREIGN", "CANADIAN_CITY", "PROVINCE", "QUEBEC", "CANADA"}
    return [kind for word in lexicon(lang).words(text) for kind in word.kinds if kind in kinds]


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "nurse in the Phillipines", "FOREIGN"),
        ("en", "cook in Casablnca", "FOREIGN"),
        ("en", "baker in Saskaton", "CANADIAN_CITY"),
        ("en", "Nairoby", "FOREIGN"),
        ("fr", "soudeur à Bobo Diolasso", "FOREIGN"),
        ("fr", "boulanger à Sherbroke", "QUEBEC"),
    ],
)
def test_a_place_with_a_slip_is_the_place_that_was_meant(lang, text, kind):
    assert places(text, lang) == [kind]


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "manager in finance"), ("en", "I work in retail"), ("fr", "je suis en gestion")]
)
def test_a_field_of_work_is_no_place(lang, text):
    assert places(text, lang) == []


def test_a_word_that_stands_where_no_place_does_is_left_alone():
    assert places("my boss Casablnca is kind", "en") == []
