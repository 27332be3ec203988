"""A person who talks with the intake: what they told and where they stand is kept as the store keeps it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.dialogue.commands import ask_again
from bot.dialogue.message import Case, Heard, Outcome
from bot.dialogue.questions import options, question
from bot.dialogue.state import Mode, State
from bot.dialogue.step import step
from bot.dialogue.told import flatten
from bot.facts import KEPT
from bot.nlu.facts import read
from bot.nlu.language import asks
from bot.nlu.said import said
from bot.nlu.spoken import options_named
from bot.replies import words
from bot.replies.intake import called, figures, in_words
from bot.replies.noting import phrase
from bot.replies.reply import Button, Reply
from bot.replies.score import open_fact
from bot.store.profile import assemble

TODAY = date(2026, 11, 23)
IELTS = {"test": "ielts_gt", "listening": 8, "reading": 7, "writing": 7, "speaking": 7}
SCORES = "L 8 R 7 W 7 S 7"
SINGLE: Mapping[str, Any] = {
    "age": "29",
    "marital_status": "alone",
    "education": "masters_or_professional",
    "first_language": "ielts_gt",
    "first_language_date": None,
    "canadian_work_years": 0,
    "foreign_work_years": 3,
    "any_of_these": "",
}
COUPLE: Mapping[str, Any] = {
    **SINGLE,
    "marital_status": "with_spouse",
    "spouse.education": "bachelors_or_three_year",
    "spouse.language": "none",
    "spouse.canadian_work_years": 1,
}
SEVERAL = "any_of_these"
"""The question that stands for several others."""
YES, NO = "affirm", "deny"


def command(payload: str) -> tuple[str, dict[str, Any]]:
    """The intent and the entities of a button's payload, ``/intent{json}``."""
    intent, brace, entities = payload.removeprefix("/").partition("{")
    return intent, json.loads(brace + entities) if brace else {}


class Interview:
    """One person's conversation with the intake, a message at a time."""

    def __init__(self, lang: str = "en", mode: Mode = "intake") -> None:
        self.lang = lang
        self.words = words(lang)
        self.state = State(mode=mode)
        self.answers: dict[str, tuple[Any, bool]] = {}
        self.outcome = Outcome(self.state)
        self.replies: tuple[Reply, ...] = ()
        self.history: list[str] = []

    @classmethod
    def at(cls, wanted: str, lang: str = "en", answers: Mapping[str, Any] = SINGLE) -> Interview:
        """Someone whom ``wanted`` (a question or "review") is asked; what has no answer they skipped."""
        talk = cls(lang)
        talk.say("go", "start")
        while talk.on_the_table != wanted:
            if talk.on_the_table == SEVERAL and wanted in options():
                talk.choose(wanted, "?")
                continue
            assert talk.on_the_table != "review", f"{wanted} was never asked: {talk.history}"
            talk.answer(answers.get(talk.on_the_table))
        return talk

    def answer(self, answer: Any) -> str:
        """Answer the question on the table: by its button, in words, or by skipping it."""
        if answer is None:
            return self.say("skip", "skip")
        asked = question(self.state.question)
        chosen = asked is not None and (asked.kind == "several" or answer in asked.choices)
        if isinstance(answer, str) and not chosen:
            return self.say(answer)
        self.choose(self.state.question or "", answer)
        return (
            self.say(SCORES) if asked is not None and asked.kind == "test" and answer != "none" else self.text
        )

    def say(self, text: str, intent: str = "inform") -> str:
        """Write a message that was taken to mean ``intent``; what comes back."""
        facts = read(text, self.lang, TODAY, lists=KEPT)
        heard = said(text, self.lang, TODAY)
        return self.take(Heard(text, intent, facts, asks=asks(text), named=options_named(text), said=heard))

    def press(self, title: str) -> str:
        """Press the offered button whose caption begins with ``title``; what comes back."""
        found = [button for button in self.buttons if button.title.startswith(title)]
        assert found, f"no button {title!r} among {[button.title for button in self.buttons]}"
        return self.push(found[0])

    def push(self, button: Button) -> str:
        """Press a button, be it one of an earlier message."""
        intent, entities = command(button.payload)
        return self.take(Heard(button.payload, intent, (), entities))

    def choose(self, asked: str, value: Any) -> str:
        """Press the button that answers a question, wherever it stands; "?" asks that question again."""
        return self.take(Heard("/choose", "choose", (), {"question": asked, "value": value}))

    def take(self, message: Heard) -> str:
        """One step; what it confirmed is kept as the store does: withdrawals first, all of it as JSON."""
        self.outcome = step(message, self.case)
        news: dict[str, Any] = dict.fromkeys(self.outcome.withdrawn, (None, True))
        news |= {path: (value, False) for path, value in self.outcome.answers.items()}
        for path, entry in json.loads(json.dumps(news)).items():
            self.answers.pop(path, None)
            self.answers[path] = entry
        self.state = State.parse_raw(json.dumps(self.outcome.state.dict()))
        self.replies = in_words(self.lang, self.outcome.says)
        self.history.append(f"{message.text!r} ({message.intent}) -> {self.on_the_table}")
        return self.text

    def once_more(self) -> str:
        """What is asked after a side question was answered elsewhere."""
        self.replies = in_words(self.lang, ask_again(self.case))
        return self.text

    @property
    def case(self) -> Case:
        """What is known when the next message comes in."""
        return Case(self.lang, self.told, self.state, TODAY)

    @property
    def told(self) -> dict[str, Any]:
        """The told facts by path, as the next step finds them."""
        return flatten(assemble((path, value, gone) for path, (value, gone) in self.answers.items()))

    @property
    def on_the_table(self) -> str:
        """The question that waits for an answer, or the stage where it is none of the list."""
        return self.state.question or "" if self.state.stage == "asking" else self.state.stage

    @property
    def text(self) -> str:
        """All that was said last."""
        return "\n\n".join(reply.text for reply in self.replies)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All that was offered last."""
        return tuple(button for reply in self.replies for button in reply.buttons)

    @property
    def offered(self) -> list[str]:
        """The intents of the buttons that were offered last."""
        return [command(button.payload)[0] for button in self.buttons]

    @property
    def choices(self) -> list[Any]:
        """The values of the offered buttons that answer the question."""
        return [command(button.payload)[1].get("value") for button in self.buttons if not button.minor]

    @property
    def lines(self) -> list[str]:
        """The lines of the summary."""
        return [line for line in self.text.splitlines() if line.startswith("- ")]

    def sentence(self, message_id: str, **args: Any) -> str:
        """A sentence of the catalog."""
        return self.words(
            message_id,
            **{**figures(), **called(self.words, self.state, self.told), **args},
        )

    def name(self, path: str) -> str:
        """What the fact at ``path`` is called."""
        return self.sentence(f"fact-{path.replace('.', '-').replace('_', '-')}")

    def thing(self, path: str) -> str:
        """How a sentence names the fact at ``path``: "your age"."""
        return open_fact(self.words, path)

    def phrase(self, path: str, value: Any) -> str:
        """How a sentence says a fact: "29 years old"."""
        return phrase(self.words, path, value, self.state.partner)

    def asks(self, asked: str) -> bool:
        """Whether the last message ends with this question of the catalog, or its shorter form."""
        name = f"ask-{asked.replace('.', '-').replace('_', '-')}"
        forms = (form for form in (name, f"{name}-alone") if form in self.words)
        return any(self.text.endswith(self.sentence(form)) for form in forms)
