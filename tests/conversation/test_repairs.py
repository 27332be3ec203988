"""Repairs: short conversations (``repairs_*.yml``) in which something does not go straight.

The head of the English file explains how they are written.
"""

from pathlib import Path

import pytest

from bot.dialogue.questions import question
from bot.dialogue.state import waits_silently
from bot.dialogue.told import nest
from bot.languages import LANGUAGES
from bot.replies import words
from bot.replies.intake import called, figures, go_on_button
from bot.replies.reply import unbroken
from express_entry.yaml_files import read_yaml
from tests.helpers.visitor import Visitor
from tests.kinds.known import Known

pytestmark = pytest.mark.program

HERE = Path(__file__).parent


def conversations(lang):
    return read_yaml(HERE / f"repairs_{lang}.yml")


def act(talk, step):
    """Do what a step says the person does."""
    if "say" in step:
        talk.say(step["say"])
    elif "press" in step:
        on_screen = any(title.startswith(step["press"]) for title in talk.buttons)
        if not on_screen and waits_silently(talk.state):
            talk.press(go_on_button(talk.language, talk.state).title)
        talk.press(step["press"])
    elif "late" in step:
        talk.press_late(step["late"])
    elif "again" in step:
        first = talk.say(step["again"], id="twice")
        assert talk.say(step["again"], id="twice") == first
    elif "silence" in step:
        talk.let_pass(days=step["silence"])


def listed(value):
    return value if isinstance(value, list) else [value]


def check(talk, step):
    """What the person then hears, is asked, and has told."""
    for piece in listed(step.get("reads", [])):
        assert piece in talk.text
    for piece in listed(step.get("never", [])):
        assert piece not in talk.text
    for title in listed(step.get("offers", [])):
        assert title in talk.buttons
    known = Known(nest(talk.told), talk.state)
    for path, value in step.get("told", {}).items():
        assert talk.told.get(path, "absent") == value or known.has(path, value), path
    if "asks" in step:
        assert talk.state.place == step["asks"]
        asked = question(step["asks"])
        if waits_silently(talk.state):
            assert go_on_button(talk.language, talk.state).title in talk.buttons
        elif asked is not None and not talk.state.drafts:
            say = words(talk.language)
            question_asked = say(f"ask-{asked.key}", **figures(), **called(say, talk.state, talk.told))
            assert talk.said[-1]["text"].endswith(unbroken(question_asked, talk.language))


CASES = [(lang, case["it"], case["talk"]) for lang in LANGUAGES for case in conversations(lang)]


@pytest.mark.parametrize(("lang", "it", "steps"), CASES, ids=[f"{lang}: {it}" for lang, it, _ in CASES])
def test_repair(busy_server, lang, it, steps):
    talk = Visitor(busy_server, lang)
    if not any("Calculate my score" in steps[0].get(what, "") for what in ("press", "say")):
        talk.say({"en": "calculate my score", "fr": "calculer mon pointage"}[lang])
    for step in steps:
        act(talk, step)
        try:
            check(talk, step)
        except AssertionError as missing:
            heard = f"{talk.text}\n{talk.buttons}\ntold: {talk.told}\nasked: {talk.state.place}"
            raise AssertionError(f"{step}: {missing}\n\n{heard}") from missing


def test_both_languages_play_the_same_conversations():
    english, french = ([case["it"] for case in conversations(lang)] for lang in LANGUAGES)

    assert english == french
