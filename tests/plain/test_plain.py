"""The words stay as plain as they have become, and each thing has one name."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest
import yaml

from bot.languages import LANGUAGES
from tests.plain.reading import figures, measure, not_to_be_said, said_besides, texts

FLOOR = yaml.safe_load((Path(__file__).parent / "floor.yml").read_text(encoding="utf-8"))
EACH = pytest.mark.parametrize("lang", LANGUAGES)


@EACH
def test_the_texts_are_as_plain_as_ever(lang):
    found = asdict(measure(lang))

    assert {name: value for name, value in found.items() if value > FLOOR[lang][name]} == {}


@EACH
def test_nothing_is_said_that_the_glossary_says_otherwise(lang):
    banned = {word: re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.I) for word in not_to_be_said(lang)}

    assert len(banned) >= 10
    assert [
        (text.name, word)
        for text in (*texts(lang), *said_besides(lang))
        for word, wrong in banned.items()
        if wrong.search(text.text)
    ] == []


@EACH
def test_no_answer_begins_with_a_bare_yes_or_no(lang):
    bare = re.compile(r"\W*(?:yes|no|oui|non)\s*[.!]", re.I)

    assert [text.name for text in (*texts(lang), *said_besides(lang)) if bare.match(text.text)] == []


def test_both_languages_name_the_same_figures_and_pages():
    english, french = (dict(figures(lang)) for lang in ("en", "fr"))

    assert len(english) > 1000
    assert {name: (found, french[name]) for name, found in english.items() if found != french[name]} == {}
