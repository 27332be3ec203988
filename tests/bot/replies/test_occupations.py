"""What a person reads who named an occupation: every list can be left, and a rank alone is no work."""

from datetime import date

import pytest

from bot.dialogue.answers import occupations as found
from bot.dialogue.message import Case
from bot.dialogue.questions import question
from bot.dialogue.state import State
from bot.replies import words
from bot.replies.intake import occupations
from bot.replies.reply import Reply
from express_entry.occupations.noc import classification

TODAY = date(2026, 11, 29)


def shown(title: str, lang: str, everything: bool = False) -> Reply:
    asked = question("main_occupation")
    assert asked is not None
    return occupations(lang, found(title, asked, Case(lang, {}, State(), TODAY), everything))


@pytest.mark.parametrize(("title", "lang"), [("marketing", "en"), ("manager", "en"), ("commerce", "fr")])
@pytest.mark.parametrize("everything", [False, True])
def test_every_list_of_occupations_ends_with_none_of_these(title, lang, everything):
    buttons = shown(title, lang, everything).buttons

    assert len(buttons) > 2
    assert buttons[-1].title == words(lang)("noc-neither")


@pytest.mark.parametrize(("title", "lang"), [("intern", "en"), ("freelancer", "en"), ("stagiaire", "fr")])
def test_who_names_no_work_is_asked_what_the_work_is_and_offered_no_occupation(title, lang):
    reply = shown(title, lang)

    assert reply.text == words(lang)("occupation-no-work", title=title)
    assert not any(code in reply.text for code in classification().groups)
    assert [button.title for button in reply.buttons] == [words(lang)("choice-skip")]


def test_what_is_no_word_is_said_to_be_unknown():
    assert shown("zzqx", "en").text == words("en")("occupation-unknown", title="zzqx")
