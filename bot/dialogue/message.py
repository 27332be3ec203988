"""What goes into a step of the intake, and what comes out of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.dialogue.ready import Calculation
from bot.dialogue.saying import Say
from bot.dialogue.state import State
from bot.dialogue.told import Told
from bot.facts import Fact, Said

MISSES_BEFORE_HELP = 2
"""How often in a row an answer may be missed before the way out is shown in full."""

ANSWERING = frozenset({"inform", "choose", "affirm", "deny", "nlu_fallback"})
"""Intents that may answer a question."""
STEERING = frozenset(
    {"start", "resume", "why", "explain", "dont_know", "skip", "back", "restart", "delete_data"}
    | {"show_profile", "change_answer", "ask_noc", "save", "settle", "pause"}
)
"""Intents that steer the intake (:mod:`bot.dialogue.commands`). What neither answers nor steers is a side
question: the rules answer it, and the intake asks its own again."""
WISHES: Mapping[str, Calculation] = {
    "show_score": "score",
    "explain_score": "score",
    "ask_improve": "improve",
    "ask_whatif": "whatif",
    "ask_chances": "standing",
    "ask_principal": "principal",
    "ask_eligibility": "eligibility",
}
"""Intents that wish for a calculation: where too little is known for it, the questions begin."""
ON_WISH = frozenset({"show_score", "ask_eligibility"})
"""Those of them that begin the questions again after a stop."""
WISHED = frozenset({"show_score", "show_profile", "pause"})
"""Intents that a message may have beside what it tells: "single, and now? no more questions"."""
SAID_PLAINLY = frozenset(
    {"affirm", "deny", "skip", "back", "why", "explain", "dont_know", "pause", "inform", "nlu_fallback"}
    | {"greet", "thanks", "goodbye"}
)
"""Intents that a message is never asked to have meant: they are not worth a button."""
LEAVING = frozenset({"back", "skip", "dont_know", "pause", "goodbye"})
"""Intents that leave the menu of what can be changed."""
DATED = frozenset({"told_ita", "ask_deadlines"})
"""Side questions that tell a day of their own: it answers no question of the intake."""
OF_ONE_PLACE = frozenset({"affirm", "deny", "skip", "back", "why", "explain"})
"""What a button says of the question above it, and of no other one."""


@dataclass(frozen=True)
class Heard:
    """What came in: the text, what it was taken to mean, and the facts found in it."""

    text: str
    intent: str
    facts: tuple[Fact, ...] = ()
    button: Mapping[str, Any] = field(default_factory=dict)
    meanings: tuple[str, ...] = ()
    """Labels that it may have had, the likeliest first, where none was sure."""
    asks: bool = False
    """Whether it is worded as a question."""
    answered: bool = False
    """Whether a question beside what it tells is answered."""
    wished: Collection[str] = frozenset()
    """Those of :data:`WISHED` that it wishes for beside what it tells."""
    names_score: bool = False
    """Whether it names the score."""
    closes: bool = False
    """Whether it ends with "nothing else"."""
    moment: bool = False
    """Whether it only asks for a moment: what waits goes on waiting."""
    professional: bool = False
    """Whether whoever writes says that they ask for others."""
    named: tuple[str, ...] = ()
    """What it names of the options of a question with several choices."""
    number: Fact | None = None
    """A number before a question, which answers what is on the table."""
    unplaced: tuple[str, ...] = ()
    """Pieces of the text that told something and were not understood."""
    said: Said = field(default_factory=Said)
    """What it says to a question that wants it, whatever else it means."""

    @property
    def yes_or_no(self) -> bool | None:
        """Whether the message says yes or no, if it does."""
        if self.intent in ("affirm", "deny"):
            return self.intent == "affirm"
        said = [fact.value for fact in self.facts if fact.field == "yes_no"]
        return bool(said[0]) if said else None

    @property
    def plain_yes(self) -> bool:
        """Whether a button or a word of its own says yes, so that even erasing may follow."""
        pressed = self.refers_to is not None and self.intent == "affirm"
        return pressed or any(fact.field == "yes_no" and fact.value for fact in self.facts)

    @property
    def refers_to(self) -> str | None:
        """The place (see :attr:`State.place`) in which a button that means something only there was shown."""
        return self.button.get("question") if self.intent in OF_ONE_PLACE else None


@dataclass(frozen=True)
class Case:
    """What is known of the person when the message comes in."""

    lang: str
    told: Told
    state: State
    today: date


@dataclass(frozen=True)
class Outcome:
    """What a message did.

    ``answers`` and ``withdrawn`` go to the store together with ``state``; ``says`` is said after that.
    ``refused`` means that the message was not for the intake; ``finished`` that a score can follow.
    """

    state: State
    answers: Mapping[str, Any] = field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()
    says: tuple[Say, ...] = ()
    refused: bool = False
    finished: bool = False
