"""A message that comes again is told what came of it, and changes nothing."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from bot.facts import KEPT
from bot.nlu.facts import read
from tests.kinds.talk import TODAY, Talk, stage


def again(talk: Talk, text: str) -> str:
    """What is said to a message that was read, and whose answer was lost on its way."""
    facts = read(text, talk.lang, TODAY, lists=KEPT)
    message = {"text": text, "intent": {"name": "inform"}, "facts": [asdict(fact) for fact in facts]}
    talk._turn(message)
    told = talk.told
    talk._count -= 1  # the same id
    found = talk._turn(message)
    assert talk.told == told
    return found


@pytest.mark.parametrize(
    ("lang", "text", "known"),
    [
        ("en", "29 and single", ("29", "Never married")),
        ("fr", "29 ans, célibataire", ("29", "Jamais marié")),
    ],
)
def test_where_the_person_leads_it_is_told_what_is_known(
    lang: str, text: str, known: tuple[str, ...]
) -> None:
    with stage():
        said = again(Talk(lang), text)

    assert all(fact in said for fact in known)


def test_where_a_question_waits_it_is_asked_again() -> None:
    with stage():
        talk = Talk("en")
        talk.push('/start{"value": "score"}')

        assert "Just me" in again(talk, "29")
