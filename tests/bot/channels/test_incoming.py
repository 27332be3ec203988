"""What people type never reaches Rasa as a command, and nothing that they see is broken."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rasa.core.channels.channel import UserMessage
from rasa.shared.constants import INTENT_MESSAGE_PREFIX

from bot.channels.incoming import MAX_TEXT_CHARACTERS, BadText, as_plain_text, clean

any_text = st.text(st.characters(), max_size=60)  # surrogates and control characters too


def test_rasa_reads_a_command_where_a_text_begins_with_a_slash() -> None:
    assert INTENT_MESSAGE_PREFIX == "/"
    assert UserMessage("  /restart").text == "/restart"


@given(text=any_text)
@example(text='/intent{"age": 99}')
@example(text="  \n/restart")
@example(text="\u00a0/restart")
@example(text="\u2003\u3000/restart")
@example(text="\x1c\x1d\x85/restart")
@example(text="\x00/restart")
@example(text="//restart")
@example(text="\ud800/restart")
def test_no_text_is_ever_a_command_to_rasa(text: str) -> None:
    assert not UserMessage(as_plain_text(text)).text.startswith("/")
    try:
        cleaned = clean(text)
    except BadText:
        return
    assert not UserMessage(as_plain_text(cleaned)).text.startswith("/")


@given(text=any_text)
def test_a_text_that_is_no_command_reaches_rasa_as_it_is(text: str) -> None:
    plain = as_plain_text(text)
    assert plain == text or text.lstrip().startswith("/")
    assert plain.endswith(text)


@given(text=any_text)
def test_what_is_kept_can_be_stored_and_shown(text: str) -> None:
    try:
        cleaned = clean(text)
    except BadText:
        return
    assert cleaned.encode()
    assert not any(character < " " and character not in "\n\t" for character in cleaned)
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    "text", ["œuvre d’été, 30 ans", "😀 👩‍👩‍👧", "IELTS:\n7 / 7.5\t8", "שלום", "a" * MAX_TEXT_CHARACTERS]
)
def test_ordinary_text_is_kept_as_it_is(text: str) -> None:
    assert clean(text) == text


def test_control_characters_are_taken_out_and_white_space_around_too() -> None:
    assert clean(" \x00he\x07llo\ud800\x7f \r\n") == "hello"


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\x00", "\x00 \x01", "\ud800"], ids=ascii)
def test_a_text_with_nothing_in_it_is_refused(text: str) -> None:
    with pytest.raises(BadText) as refused:
        clean(text)
    assert refused.value.code == "empty"


def test_a_text_over_four_thousand_characters_is_refused() -> None:
    with pytest.raises(BadText) as refused:
        clean("x" * 4001)
    assert refused.value.code == "too_long"
