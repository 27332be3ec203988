"""What counted of one's own work is asked in many words; a question about anybody's work is another one."""

from __future__ import annotations

import pytest

from bot.nlu.fitting.named import asks_what_counted


@pytest.mark.parametrize(
    "text",
    ["what counted of my work?", "which of my jobs count", "lesquels de mes emplois comptent ?"],
)
def test_own_work_is_asked_about(text):
    assert asks_what_counted(text)


@pytest.mark.parametrize(
    "text",
    ["does my job as a freelancer count?", "how do I count hours", "mon travail d'étudiant compte-t-il ?"],
)
def test_what_names_a_kind_of_work_is_another_question(text):
    assert not asks_what_counted(text)
