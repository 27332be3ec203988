"""What a message means depends on what was said before it."""

import itertools

import pytest

from tests.kinds.talk import Talk, stage

pytestmark = pytest.mark.program


@pytest.fixture(autouse=True, scope="module")
def _staged():
    with stage():
        yield


@pytest.mark.parametrize(("lang", "wish"), [("en", "my score"), ("fr", "mon score")])
def test_who_is_told_what_is_missing_may_answer_with_a_bare_number(lang, wish):
    talk = Talk(lang)
    talk.say(wish)

    talk.say("30")

    assert talk.told == {"age": 30}
    assert talk.state.question == "marital_status"


def test_who_asks_something_else_after_a_wish_is_answered_and_asked_nothing():
    talk = Talk("en")
    talk.say("my score")

    talk.say("what's the last round?")

    assert talk.told == {}
    assert talk.state.question is None
    assert "How old are you" not in talk.text


REPEATED = [("en", "what is the latest round?"), ("fr", "quelle est la dernière ronde ?")]


@pytest.mark.parametrize(("lang", "question"), REPEATED)
def test_the_same_question_gets_the_same_reply_never_twice_in_a_row(lang, question):
    talk = Talk(lang)
    first, second, third, fourth = (talk.say(question) for _ in range(4))

    assert first != second
    assert first.splitlines()[0] in second
    assert first.splitlines()[0] not in third
    assert first.splitlines()[0] in fourth


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_missed_again_and_again_is_asked_in_other_ways_and_then_left(lang):
    talk = Talk(lang)
    talk.push('/start{"value": "score"}')
    said = [talk.say("blorb") for _ in range(4)]

    assert all(one != other for one, other in itertools.pairwise(said))
    talk.say("blorb")
    talk.say("blorb")
    assert "/pause" in [button["payload"] for button in talk.buttons]


WHAT_IFS = [
    ("en", "what if i get a nomination", "**600** points for a provincial nomination"),
    ("fr", "et si j'obtiens une désignation", "**600** points pour une désignation"),
]


@pytest.mark.parametrize(("lang", "question", "rule"), WHAT_IFS)
def test_a_what_if_of_somebody_unknown_gets_the_rule_and_what_is_needed(lang, question, rule):
    talk = Talk(lang)
    talk.push("/ask_whatif")  # the button has no words: what is needed, and no rule
    assert rule not in talk.text

    said = talk.say(question)

    assert said.startswith(rule)
    assert talk.told == {}


FOR_HER = [
    (
        "en",
        "how many points for a master's?",
        "and for my wife?",
        "**10** points for a partner with a master",
    ),
    ("fr", "combien de points pour une maîtrise ?", "et pour ma femme ?", "**10** points pour un conjoint"),
]


@pytest.mark.parametrize(("lang", "question", "follow_up", "says"), FOR_HER)
def test_and_for_her_is_about_the_points_that_were_asked_for_turns_ago(lang, question, follow_up, says):
    talk = Talk(lang)
    talk.say(question)
    for _ in range(2):
        talk.say({"en": "thanks", "fr": "merci"}[lang])
        talk.say({"en": "hello", "fr": "bonjour"}[lang])

    assert talk.say(follow_up).startswith(says)


@pytest.mark.parametrize(("lang", "second"), [("en", "the second one"), ("fr", "la deuxième")])
def test_the_second_one_is_the_second_of_the_answers_on_the_screen(lang, second):
    talk = Talk(lang)
    talk.push('/start{"value": "score"}')
    talk.say("29")

    talk.say(second)

    assert talk.told["marital_status"] == "married"
    assert talk.told["spouse.accompanying"] is True
