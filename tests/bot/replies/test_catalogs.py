"""Every sentence stands in both languages, with the same arguments, and nothing needed is missing."""

import re

import pytest

from bot.dialogue.questions import questions
from bot.languages import LANGUAGES
from bot.replies import messages, words
from bot.replies.describe import choice_title, fact_name, key
from bot.replies.reply import Reply
from express_entry.vocabulary import ABILITIES
from express_entry.yaml_files import read_yaml
from tests.helpers import ROOT

DOMAIN = read_yaml(ROOT / "domain.yml")
CODE = "\n".join(
    path.read_text(encoding="utf-8") for floor in ("bot", "actions") for path in (ROOT / floor).rglob("*.py")
)


def intents_of(folder):
    files = sorted((ROOT / "data/nlu" / folder).glob("*.yml"))
    return {entry["intent"] for path in files for entry in read_yaml(path)["nlu"]}


def test_both_languages_have_the_same_messages_with_the_same_arguments():
    english, french = dict(messages("en")), dict(messages("fr"))

    assert set(english) == set(french)
    assert {name: args for name, args in english.items() if args != french[name]} == {}


def test_no_message_stands_twice():
    for lang in LANGUAGES:
        names = [name for name, _ in messages(lang)]
        assert len(names) == len(set(names)), sorted(name for name in set(names) if names.count(name) > 1)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("question", questions(), ids=lambda question: question.id)
def test_every_question_is_asked_explained_and_named(lang, question):
    say = words(lang)

    for part in ("why", "explain"):
        assert f"{part}-{question.key}" in say
    assert f"ask-{question.key}" in say
    assert fact_name(say, question.fact)
    for choice in question.choices:
        assert choice_title(say, question, choice)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_test_and_ability_has_a_name(lang):
    say = words(lang)
    tests = {choice for question in questions() if question.kind == "test" for choice in question.choices}

    for test in tests - {"none"}:
        assert f"test-{key(test)}" in say
        assert f"example-{key(test)}" in say
    for ability in ABILITIES:
        assert f"ability-{ability}" in say


def test_every_message_id_in_the_code_stands_in_the_catalogs():
    named = set(re.findall(r"""\b(?:say|tell|words\([^()]*\))\(\s*"([a-z0-9-]+)\"""", CODE))

    assert named
    assert sorted(named - set(dict(messages("en")))) == []


def test_every_intent_on_a_button_is_known_to_the_domain():
    known = {next(iter(intent)) for intent in DOMAIN["intents"]}
    replies = "\n".join(path.read_text("utf-8") for path in (ROOT / "bot/replies").glob("*.py"))
    on_buttons = set(re.findall(r'payload\("([a-z_]+)"', replies)) | set(re.findall(r'"/([a-z_]+)"', replies))

    assert on_buttons
    assert sorted(on_buttons - known) == []


def test_french_is_written_as_in_canada_without_a_space_before_such_signs():
    files = [*(ROOT / "bot/replies/fr").glob("*.ftl"), *(ROOT / "data/answers").glob("*.yml")]
    assert [
        (path.name, found.group())
        for path in files
        for found in re.finditer(
            r"\S+[ \u00a0\u202f][?!;](?=[\s»*]|$)", _without_phrasings(path), re.MULTILINE
        )
    ] == []


def _without_phrasings(path):
    """A file without what people write, each in their own way."""
    return path.read_text("utf-8").partition("\nphrasings:")[0]


def test_the_domain_holds_no_prose():
    assert "responses" not in DOMAIN
    assert not any(action.startswith("utter_") for action in DOMAIN["actions"])


def test_both_languages_train_the_same_intents_which_the_domain_knows():
    known = {next(iter(intent)) for intent in DOMAIN["intents"]}

    assert intents_of("en") == intents_of("fr")
    assert sorted(intents_of("en") - known) == []


def test_french_signs_stay_on_the_line_of_their_word():
    said = Reply("Âge : 29, « oui », 600 $\n- 5 %", "fr").as_json()["text"]
    assert said == "Âge\u00a0: 29, «\u00a0oui\u00a0», 600\u00a0$\n- 5\u00a0%"
    assert Reply("Age: 29, 5 %", "en").as_json()["text"] == "Age: 29, 5 %"
