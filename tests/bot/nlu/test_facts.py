"""What is read in messages: the tables of facts, and what holds for every text."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.facts import read
from tests.helpers.fact_tables import LISTS, TODAY, Row, figures, rows, told

TABLES = [row for name in ("facts_en", "facts_fr", "facts_en_lists", "facts_fr_lists") for row in rows(name)]
MISREAD = [row for name in ("facts_en_misread", "facts_fr_misread") for row in rows(name)]
PIECES = st.sampled_from(
    [word for row in TABLES for word in row.text.split()]
    + ["?", ",", ".", "\n", "8", "7.5", "2024", "not", "pas"]
)
MESSAGES = st.one_of(st.text(max_size=4_000), st.lists(PIECES, max_size=60).map(" ".join))


@pytest.mark.parametrize("row", TABLES, ids=lambda row: f"{row.lang} {row.text}"[:70])
def test_a_message_tells_exactly_these_facts(row: Row) -> None:
    assert told(row) == row.facts


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("facts_en_held_out", 0.95, 0.95),
        ("facts_fr_held_out", 0.92, 0.95),
        ("facts_en_unseen", 0.95, 0.80),
        ("facts_fr_unseen", 0.92, 0.85),
    ],
)
def test_messages_that_the_reader_was_never_fitted_to_are_read_well(
    name: str, precision: float, recall: float
) -> None:
    found = figures(name)
    assert found["precision"] >= precision, found
    assert found["recall"] >= recall, found


@pytest.mark.parametrize("row", MISREAD, ids=lambda row: f"{row.lang} {row.text}"[:70])
@pytest.mark.xfail(
    strict=True, reason="known, and listed so that whoever mends it moves the row to its table"
)
def test_a_message_that_is_known_to_be_misread_is_misread_still(row: Row) -> None:
    assert told(row) == row.facts


@given(MESSAGES, st.sampled_from(["en", "fr"]))
@settings(max_examples=400)
def test_any_text_is_read_without_an_error_and_every_fact_points_at_its_words(text: str, lang: str) -> None:
    for fact in (*read(text, lang, TODAY), *read(text, lang, TODAY, lists=LISTS)):
        assert 0 <= fact.start < fact.end <= len(text)
        assert text[fact.start : fact.end].strip()
        assert fact.person in ("self", "partner")
        assert json.loads(json.dumps(asdict(fact))) == asdict(fact)


@given(st.sampled_from(TABLES))
def test_white_space_around_a_message_changes_nothing_that_is_certain(row: Row) -> None:
    def certain(text: str) -> set[tuple[str, str]]:
        found = read(text, row.lang, TODAY)
        return {(fact.field, str(fact.value)) for fact in found if fact.sure and fact.field != "occupation"}

    assert certain(f"  {row.text}  ") == certain(row.text)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("j'ai 29 ans et un master", "en"), ("I'm 29 with a master's degree", "fr")],
)
def test_a_message_in_the_other_language_is_read_all_the_same(text: str, lang: str) -> None:
    found = {fact.field: fact.value for fact in read(text, lang, TODAY)}
    assert found == {"age": 29, "education": "masters_or_professional"}


def test_the_evidence_of_a_fact_is_the_words_that_tell_it() -> None:
    text = "Hello! I'm 29, and I wrote IELTS: L8 R7 W7 S7 last year."
    evidence = {fact.field: text[fact.start : fact.end] for fact in read(text, "en", TODAY)}
    assert evidence == {"age": "I'm 29", "language_test": "IELTS: L8 R7 W7 S7"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("bachelor's", False),
        ("I have a bachelor's", True),
        ("my wife has a bachelor's", True),
        ("2 years in Canada", False),
    ],
)
def test_a_fact_tells_whether_the_message_says_whose_it_is(text: str, named: bool) -> None:
    told = [fact for fact in read(text, "en", TODAY) if fact.field != "has_spouse"]
    assert [fact.named for fact in told] == [named]


def test_the_payload_of_a_button_tells_no_facts() -> None:
    assert read('/settle{"path": "marital_status", "value": "married"}', "en", TODAY) == ()
