"""The actions before their first message."""

from __future__ import annotations

from pathlib import Path

from rasa_sdk.executor import ActionExecutor

from actions.warming import warm_up
from bot.languages import LANGUAGES
from bot.nlu.facts.lexicon import lexicon
from express_entry.yaml_files import read_yaml

DOMAIN = Path(__file__).parents[2] / "domain.yml"


def test_the_first_what_if_waits_for_no_word_list() -> None:
    lexicon.cache_clear()
    warm_up()

    assert lexicon.cache_info().currsize == len(LANGUAGES)


def test_every_action_that_the_domain_names_is_there_and_no_other() -> None:
    executor = ActionExecutor()
    executor.register_package("actions")
    named = read_yaml(DOMAIN)["actions"]

    assert set(executor.actions) == {*named}
