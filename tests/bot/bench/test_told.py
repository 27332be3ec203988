"""Facts of annotated messages, and what is wrong with them."""

from __future__ import annotations

import pytest

from bot.bench.told import Piece, parse, sets, wrong
from bot.facts import Fact


def test_a_line_is_a_message_with_what_its_pieces_tell_and_of_whom() -> None:
    message = parse("me [33](age), wife [cook](job partner), if I had [CLB 9](level supposed)", "en")
    assert message.text == "me 33, wife cook, if I had CLB 9"
    assert message.pieces == (
        Piece(3, 5, "age", "self", "told"),
        Piece(12, 16, "job", "partner", "told"),
        Piece(27, 32, "level", "self", "supposed"),
    )


def test_a_mark_of_nobody_known_is_refused() -> None:
    with pytest.raises(ValueError, match="uncle"):
        parse("[33](age uncle)", "en")


@pytest.mark.parametrize(
    ("fact", "what"),
    [
        (Fact("age", 33, "self", 3, 5, sure=True), None),
        (Fact("age", 33, "partner", 3, 5, sure=True), "somebody else's"),
        (Fact("work_years", 33, "self", 3, 5, sure=True), "no such fact"),
        (Fact("language_levels", {}, "self", 27, 32, sure=True), "supposed"),
        (Fact("job_offer", {}, "self", 37, 42, sure=True), "denied"),
        (Fact("job_offer", None, "self", 37, 42, sure=True), None),
    ],
)
def test_what_is_wrong_with_a_fact_is_said_by_the_words_that_it_comes_from(
    fact: Fact, what: str | None
) -> None:
    line = (
        "me [33](age), wife [cook](job partner), if I had [CLB 9](level supposed), no [offer](offer negated)"
    )
    assert wrong(fact, parse(line, "en")) == what


def test_every_set_can_be_read_and_nothing_is_in_two_of_them() -> None:
    texts = [message.text for messages in sets().values() for message in messages]
    assert len(texts) == len(set(texts)) >= 1000
