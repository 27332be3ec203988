"""Whoever ends the questions is asked nothing more until they wish for it."""

import pytest

from tests.kinds.talk import Talk, stage

pytestmark = pytest.mark.program


@pytest.fixture(autouse=True, scope="module")
def _staged():
    with stage():
        yield


ENDING = [
    ("en", "ok stop"),
    ("en", "that's enough for now"),
    ("en", "only questions please"),
    ("en", "I'm a consultant"),
    ("fr", "laisse faire"),
    ("fr", "merci, on arrête là"),
    ("fr", "juste des questions svp"),
    ("fr", "je suis consultante en immigration, c'est pour un client"),
]
LATER = {
    "en": (
        "thanks",
        "what is an ECA?",
        "what if I had CLB 9?",
        "I'm single, master's degree, IELTS 8 7 7 7 L R W S",
    ),
    "fr": (
        "merci",
        "c'est quoi une EDE ?",
        "et si j'avais NCLC 9 ?",
        "célibataire, maîtrise, TCF 500 500 14 14",
    ),
}


@pytest.mark.parametrize(("lang", "end"), ENDING)
def test_after_a_stop_nothing_is_asked_whatever_comes(lang, end):
    talk = Talk(lang)
    talk.push('/start{"value": "score"}')
    talk.say({"en": "29", "fr": "29 ans"}[lang])

    for message in (end, *LATER[lang]):
        talk.say(message)
        assert talk.state.question is None
        assert talk.state.mode == "free"
    assert talk.told["age"] == 29


@pytest.mark.parametrize(("lang", "wish"), [("en", "/resume"), ("fr", '/start{"value": "score"}')])
def test_the_questions_go_on_on_wish(lang, wish):
    talk = Talk(lang)
    talk.push('/start{"value": "score"}')
    talk.say("stop")

    talk.push(wish)

    assert talk.state.question == "age"


@pytest.mark.parametrize(("lang", "title"), [("en", "I'm a consultant"), ("fr", "je suis consultante")])
def test_a_consultant_who_is_asked_for_their_job_has_told_it(lang, title):
    talk = Talk(lang)
    talk.push('/choose{"question": "noc", "value": "?"}')

    talk.say(title)

    assert talk.state.mode == "free"
    assert talk.state.question == "noc"
    assert "consult" in talk.text.lower()
