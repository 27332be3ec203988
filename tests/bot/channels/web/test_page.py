"""The page at ``/``: an example of a score as the assistant itself would give it, with its rules."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest

from bot.channels.web import widget
from bot.channels.web.widget.example import PROFILES, example
from bot.languages import LANGUAGES
from bot.replies import words
from tests.kinds.talk import TODAY, Talk, stage


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_is_what_the_assistant_makes_of_its_sentence(lang: str) -> None:
    with stage():
        talk = Talk(lang)
        talk.say(words(lang)("page-example-profile"))
        assert talk.profile == PROFILES[lang]
        talk.say(words(lang)("widget-menu-score"))
        assert str(example(lang, TODAY).total) in talk.said[0].lines.splitlines()[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lines_of_the_example_add_up_and_name_their_rules(lang: str) -> None:
    page = html.unescape(widget.page(lang, date(2026, 11, 29)).decode())
    shown = page[page.index(f'lang="{lang}" data-title') :]
    shown = shown[: shown.index("</section>")]
    total = int(re.search(r"<b>(\d+)</b> / 1\D?200", shown)[1])
    assert (
        sum(map(int, re.findall(r"<b>(\d+)</b> <small>", shown)))
        == total
        == example(lang, date(2026, 11, 29)).total
    )
    assert 'href="https://www.canada.ca/' in shown
    assert re.search(r"25 (March|mars) 2025", shown), "by the rules of which day"
