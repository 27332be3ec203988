"""The action server before its first message."""

from __future__ import annotations

from actions.server import warm_up
from bot.languages import LANGUAGES
from bot.nlu.facts.lexicon import lexicon


def test_the_first_what_if_waits_for_no_word_list() -> None:
    lexicon.cache_clear()
    warm_up()

    assert lexicon.cache_info().currsize == len(LANGUAGES)
