"""Somebody with a story and a temper who talks to the bot, and what became of the talk.

They answer whatever is asked in their own words, throw in what is on their mind, and know the truth about
themselves; the total that they should hear is what the rules make of that truth.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bot.dialogue.questions import following, question
from bot.replies import words as catalog
from bot.replies.describe import choice_title
from bot.replies.intake import called, figures
from express_entry.crs import score
from express_entry.profile import parse_profile
from express_entry.yaml_files import read_yaml
from tests.kinds.known import YEARS, Known
from tests.kinds.phone import screens
from tests.kinds.reaching import fact_of
from tests.kinds.talk import TODAY, Talk

STORIES = Path(__file__).parent / "stories"
MOST_TURNS = 45
YEARS_THAT_COUNT = 10
NO = {"en": "no", "fr": "non"}
YES = {"en": "yes", "fr": "oui"}
SKIP = {"en": "skip", "fr": "passer"}
PATIENCE = 3
"""How often somebody tries another way before they leave it."""
NOTHING_MORE: Mapping[str, Any] = {
    "education_country_is_canada": False,
    "canadian_education": "none",
    "second_language": None,
    "canadian_work_years": 0,
    "foreign_work_years": 0,
    "certificate_of_qualification": False,
    "provincial_nomination": False,
    "sibling_in_canada": False,
    "job_offer": None,
}
"""What is true of everybody who does not say otherwise."""
ASKED_BESIDES = {"education": "education_country_is_canada", "first_language": "first_language.date"}
"""What the question for a fact asks in the same sentence."""
SHORT_ANSWER = 3
"""Words of an answer that tells only the diploma."""
ONE_BY_ONE = ("one fact at a time", "un fait à la fois")
SCORE = {"en": "so what's my score?", "fr": "alors, mon score ?"}


@dataclass(frozen=True)
class Story:
    """A person.

    Attributes:
        opens: what they write before they are asked anything.
        words: their answers by the fact that is asked for; to all else they say no.
        meanwhile: what they throw in: ``after`` so many messages, or after they told a fact; ``say`` it, and
            see what the reply ``says`` and must ``never`` say. ``side`` marks a question of their own.
        truth: their profile, in its form, without what :data:`NOTHING_MORE` says.
    """

    name: str
    lang: str
    temper: str
    opens: tuple[str, ...]
    words: Mapping[str, str]
    truth: Mapping[str, Any]
    meanwhile: tuple[Mapping[str, Any], ...] = ()

    @property
    def total(self) -> int:
        """The score that the rules give to the truth."""
        return score(parse_profile(dict(self.truth)), TODAY).total


@dataclass
class Outcome:
    """What became of a talk; less is better in every count.

    Attributes:
        right: whether the score that was told line by line was the right one.
        turns: messages written until that total was heard for the first time, be it "so far".
        wrong: facts that are known otherwise than they are true.
        ignored: facts that were told and are not known at the end.
        repeated: replies that were the same as the one before.
        nags: side questions under whose answer the waiting question was asked in full again.
        sides: all side questions.
        missed: side questions, corrections and stops that were not answered as they should.
        longest: the longest reply, in screens.
        gave_up: whether they left before any total.
    """

    right: bool = False
    turns: int = 0
    wrong: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    repeated: int = 0
    nags: int = 0
    sides: int = 0
    missed: list[str] = field(default_factory=list)
    longest: float = 0.0
    gave_up: bool = False
    heard: list[str] = field(default_factory=list)


def stories() -> Iterator[Story]:
    """Everybody, in the order of the files."""
    for path in sorted(STORIES.glob("*.yml")):
        for entry in read_yaml(path):
            yield Story(
                **{
                    **entry,
                    "opens": tuple(entry["opens"]),
                    "words": entry.get("words", {}),
                    "meanwhile": tuple(entry.get("meanwhile", ())),
                    "truth": {**NOTHING_MORE, **entry["truth"]},
                }
            )


class Conversation:
    """One person's talk from the first word to the score."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.talk = Talk(story.lang)
        self.outcome = Outcome()
        self._pending = [dict(thought) for thought in story.meanwhile]
        self._told: set[str] = set()
        self._replies: list[str] = []
        self._asked: str | None = None
        self._asked_again = self._vain = self._written = 0
        self._gave_up = self._heard = False

    def play(self) -> Outcome:
        """Talk until the score is told or patience ends."""
        for message in self.story.opens:
            self._write(message)
        while self._written < MOST_TURNS and not self._has_total() and not self._gave_up:
            if (thought := self._thought()) is not None:
                self._throw_in(thought)
            else:
                self._answer()
        self.outcome.gave_up = self._gave_up
        self.outcome.right = self._hears(self.story.total)
        for thought in self._pending:
            self._throw_in(thought, late=True)
        self._look_back()
        return self.outcome

    def _write(self, message: str) -> None:
        self._count()
        self.talk.say(message)
        self._note(message)

    def _count(self) -> None:
        self._written += 1
        self.outcome.turns += not self._heard

    def _note(self, message: str) -> None:
        self._heard = self._heard or self._has_total() or self._hears(self.story.total)
        self.outcome.heard.append(f"> {message}\n{self.talk.text}")
        self.outcome.repeated += bool(self._replies) and self._replies[-1] == self.talk.text
        self._replies.append(self.talk.text)
        self.outcome.longest = max(self.outcome.longest, screens(self.talk.said))

    def _has_total(self) -> bool:
        """Whether the score was told line by line: then there is nothing more to answer."""
        tables = (message.body.get("table") or {} for message in self.talk.said)
        return any(table.get("kind") == "score" for table in tables)

    def _hears(self, total: int) -> bool:
        return re.search(rf"(?<!\d){total}(?!\d)", self.talk.text.replace("*", "")) is not None

    def _thought(self) -> dict[str, Any] | None:
        due = (
            thought
            for thought in self._pending
            if (
                thought["after"] in self._told
                if isinstance(thought["after"], str)
                else self._written >= thought["after"]
            )
        )
        return next(due, None)

    def _throw_in(self, thought: dict[str, Any], late: bool = False) -> None:
        if not late:
            self._pending.remove(thought)
        waiting = self.talk.state.question if self.talk.state.stage == "asking" else None
        self._write(thought["say"])
        shown = self.talk.text.replace("**", "")
        kept = [pattern for pattern in thought.get("says", ()) if not re.search(pattern, shown, re.I | re.S)]
        kept += [
            f"not {pattern}" for pattern in thought.get("never", ()) if re.search(pattern, shown, re.I | re.S)
        ]
        self.outcome.missed += [f"{thought['say']}: {pattern}" for pattern in kept]
        if thought.get("side") and waiting is not None:
            self.outcome.sides += 1
            self.outcome.nags += self._asks_in_full(waiting)

    def _asks_in_full(self, waiting: str) -> bool:
        """Whether the words of the waiting question stand in the reply."""
        say = catalog(self.story.lang)
        asked = f"ask-{waiting.replace('.', '-').replace('_', '-')}"
        plain = say(asked, **figures(), **called(say, self.talk.state, self.talk.told))
        return plain.strip()[:30] in self.talk.text

    def _answer(self) -> None:
        state, lang = self.talk.state, self.story.lang
        if state.stage == "doubt":
            path = state.doubts[0].path
            known = Known(self.story.truth, self.talk.state.but(doubts=()))
            self._write(YES[lang] if known.has(path, state.doubts[0].readings[0]) else NO[lang])
        elif state.stage == "review":
            self._write(YES[lang])
        elif (asked := self._on_the_table()) is not None:
            fact = fact_of(asked)
            self._told.add(fact)
            self._asked_again = self._asked_again + 1 if asked == self._asked else 0
            self._asked = asked
            if self._asked_again:
                self._insist()
                return
            words = self.story.words.get(asked) or self.story.words.get(fact)
            words = words or self._said_of_the_choices(asked)
            self._write(self._and_more(fact, words or self._what_holds(asked) or NO[lang]))
        else:
            self._ask_for_the_score()

    def _on_the_table(self) -> str | None:
        """What is asked; of several things that are missing for a wish, the first."""
        state = self.talk.state
        if state.stage != "asking" or (state.question is None and state.mode == "free"):
            return None
        first = following(self.talk.told, state.skipped, state.goal)
        return state.question or (first.id if first is not None else None)

    def _and_more(self, fact: str, words: str) -> str:
        """The answer, with what the same question asks besides where that is not told with it; not from those
        who tell one fact at a time."""
        more = self.story.words.get(ASKED_BESIDES.get(fact, ""), "")
        bare = re.sub(r"^(?:nope?|no|non|yes|yeah|oui|ben oui)\b,?\s*", "", more, flags=re.IGNORECASE)
        told_with_it = fact == "education" and len(words.split()) > SHORT_ANSWER
        one_by_one = self.story.temper.startswith(ONE_BY_ONE)
        alone = one_by_one or told_with_it or not bare or words == NO[self.story.lang]
        return words if alone else f"{words}, {bare}"

    def _said_of_the_choices(self, asked: str) -> str | None:
        """What they say of something else that a choice of the question tells."""
        entry = question(asked)
        told = {path for tells in (entry.tells.values() if entry else ()) for path in tells}
        return next((said for path, said in self.story.words.items() if path in told), None)

    def _what_holds(self, asked: str) -> str:
        """What of several things is true of them, in words; "" for any other question, or if nothing is."""
        entry, truth, say = question(asked), dict(_by_path(self.story.truth)), catalog(self.story.lang)
        if entry is None or entry.kind != "several":
            return ""
        held = [option for option in entry.choices if truth.get(option) not in (None, False, "none")]
        told = [path for path in held if path in self.talk.told]
        and_ = {"en": " and ", "fr": " et "}[self.story.lang]
        return and_.join(choice_title(say, entry, option) for option in held if option not in told)

    def _ask_for_the_score(self) -> None:
        """In words, and when that did not help by the first button; who is told the same again gives up."""
        if self._vain == 0:
            self._write(SCORE[self.story.lang])
        elif self.talk.buttons and self._vain < PATIENCE:
            self._press(self.talk.buttons[0])
        else:
            self._gave_up = True
        self._vain += 1

    def _insist(self) -> None:
        """What did not help in words is pressed; where only the way back to it is offered, that is."""
        back = next((button for button in self.talk.buttons if button["payload"] == "/resume"), None)
        if self._asked_again < PATIENCE and (button := self._true_button() or back) is not None:
            self._press(button)
        elif self._asked_again < 2 * PATIENCE:
            self._write(SKIP[self.story.lang])
        else:
            self._gave_up = True

    def _true_button(self) -> Mapping[str, Any] | None:
        """The offered answer that is true, or one that is likely: of a list the first."""
        truth = dict(_by_path(self.story.truth))
        answers = []
        for button in self.talk.buttons:
            command, brace, values = str(button["payload"]).removeprefix("/").partition("{")
            carried = json.loads(brace + values) if brace else {}
            if command == "choose" and fact_of(str(carried.get("question"))) == fact_of(str(self._asked)):
                answers.append((button, carried.get("value")))
        wanted = truth.get(fact_of(str(self._asked)), "")
        wanted = "none" if wanted is None else wanted.get("test") if isinstance(wanted, Mapping) else wanted
        entry = question(str(self._asked))
        tells = entry.tells if entry is not None else {}
        fits = (
            button
            for button, value in answers
            if str(value) == str(wanted)
            or (value in tells and all(truth.get(path) == told for path, told in tells[value].items()))
        )
        return next(fits, answers[0][0] if answers and wanted == "" else None)

    def _press(self, button: Mapping[str, Any]) -> None:
        self._count()
        self.talk.push(str(button["payload"]))
        self._note(f"[{button['title']}]")

    def _look_back(self) -> None:
        known = Known(self.talk.profile, self.talk.state)
        for path, value in _facts(self.story.truth):
            if not known.has(path, _that_counts(path, value)):
                found = known.shown(path)
                if found not in ("not known", "[]"):
                    self.outcome.wrong.append(f"{path}: {found}, not {value}")
                elif path in self._told or path not in NOTHING_MORE or value != NOTHING_MORE[path]:
                    self.outcome.ignored.append(f"{path}: {value}")


def _that_counts(path: str, value: Any) -> Any:
    """Years before the last ten are kept or not, as the bot likes: they count nowhere."""
    return [YEARS_THAT_COUNT, value] if path in YEARS and value > YEARS_THAT_COUNT else value


def _by_path(truth: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in truth.items():
        if name == "spouse" and value:
            yield from ((f"spouse.{part}", inner) for part, inner in value.items())
        else:
            yield name, value


def _facts(truth: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for path, value in _by_path(truth):
        yield ("tests", [value]) if path in ("first_language", "second_language") and value else (path, value)


def shows(pattern: str, text: str) -> bool:
    """Whether something like it can be read."""
    return re.search(pattern, text.replace("’", "'"), re.IGNORECASE | re.DOTALL) is not None


def counts(outcome: Outcome) -> dict[str, Any]:
    """The outcome as numbers."""
    found = {name: value for name, value in asdict(outcome).items() if name != "heard"}
    found |= {name: len(value) for name, value in found.items() if isinstance(value, list)}
    return {**found, "longest": round(outcome.longest, 1)}


def median(values: Iterable[float]) -> float:
    """The middle one."""
    ordered: Sequence[float] = sorted(values)
    return ordered[len(ordered) // 2]
