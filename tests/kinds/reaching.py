"""Bringing a new conversation to a question, as somebody does who presses the buttons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from bot.dialogue.questions import options, question, questions
from bot.store import Store
from tests.kinds.talk import Talk

MOST_STEPS = 60
SCORES = {"en": "L 8 R 7 W 7 S 7", "fr": "CO 8 CE 7 EE 7 EO 7"}
SINGLE: Mapping[str, Any] = {
    "age": "29",
    "marital_status": "alone",
    "education": "masters_or_professional",
    "first_language": "ielts_gt",
    "first_language_date": "2026-03-01",
    "canadian_work_years": 0,
    "foreign_work_years": 3,
    "any_of_these": "eca_date",
    "eca_date": "2025-05-10",
}
COUPLE: Mapping[str, Any] = {
    **SINGLE,
    "marital_status": {"en": "I'm married", "fr": "je suis marié"},
    "spouse.accompanying": "comes",
    "spouse.education": "bachelors_or_three_year",
    "spouse.language": "none",
}


def reach(talk: Talk, asked: str) -> bool:
    """Bring ``talk`` to the question, or to one that asks for this fact; False where none does."""
    stations = _stations(talk.store, talk.lang, asked.startswith("spouse."))
    found = next((at for at in stations if asked in (at, fact_of(at))), None)
    station = stations.get(asked) or stations.get(found or "")
    if station is not None:
        talk.continue_from(station)
        return True
    alone = question(asked) or next((entry for entry in questions() if entry.fact == asked), None)
    if alone is None:
        return False
    talk.continue_from(stations[_beside(alone.id, asked)])
    talk.push(f'/choose{{"question": "{alone.id}", "value": "?"}}')
    return True


def _beside(alone: str, asked: str) -> str:
    """The question of those that are asked by themselves from which one goes to another by its button."""
    if alone in options():
        return "any_of_these"
    return "spouse.accompanying" if asked.startswith("spouse.") else "first_language"


@cache
def _stations(store: Store, lang: str, couple: bool) -> Mapping[str, Talk]:
    """A conversation in ``store`` at each question that is asked; many cases begin at one of them."""
    talk, stations = Talk(lang), dict[str, Talk]()
    talk.push('/start{"value": "eligibility"}')
    answers = COUPLE if couple else SINGLE
    for _ in range(MOST_STEPS):
        at = talk.state.question if talk.state.stage == "asking" else None
        if at is None:
            break
        stations[at] = Talk(lang)
        stations[at].continue_from(talk)
        _answer(talk, at, answers.get(at))
    return stations


def fact_of(at: str) -> str:
    """The fact that a question asks for; several questions may ask for the same one."""
    entry = question(at)
    return entry.fact if entry is not None else at


def _answer(talk: Talk, at: str, answer: Any) -> None:
    entry = question(at)
    if isinstance(answer, Mapping):
        answer = answer[talk.lang]
    if answer is None or entry is None:
        talk.push("/skip")
    elif isinstance(answer, str) and answer not in entry.choices and entry.kind != "several":
        talk.say(answer)
    else:
        talk.push(f'/choose{{"question": "{at}", "value": {_json(answer)}}}')
        if entry.kind == "test" and answer != "none":
            talk.say(SCORES[talk.lang])


def _json(value: Any) -> str:
    return (
        str(value).lower()
        if isinstance(value, bool)
        else str(value)
        if isinstance(value, int)
        else f'"{value}"'
    )
