"""What a message means depends on what was said before it."""

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
