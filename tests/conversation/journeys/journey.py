"""A journey (``journeys.yml``): steps that are said, answers to what is asked, and what must come of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from express_entry.yaml_files import read_yaml
from tests.conversation.people.person import MOST_TURNS, NOTHING_MORE, Conversation, Story, shows
from tests.kinds.cases import holds, leaves
from tests.kinds.known import Known

HERE = Path(__file__).parent
FLOOR = HERE / "floor.yml"
HEAD = "# What is still missed in each journey; `python -m tests.conversation.journeys --lower` renews it.\n"
PAGE = """# The journeys

Twenty-five journeys through the assistant, from a first word to all that the person came for: totals, facts
and words that must and must not come. Made by
`python -m tests.conversation.journeys --write docs/benchmarks/journeys.md`.

"""
RAW = re.compile(r"utter_|Traceback|\{ ?\$|[:=] ?None\b|\{[a-z_]+\}")
"""What a reply shows when something behind it is broken."""


def journeys() -> Iterator[tuple[Story, tuple[Mapping[str, Any], ...]]]:
    """Everybody's story and the steps of their journey."""
    for entry in read_yaml(HERE / "journeys.yml"):
        truth = {**NOTHING_MORE, **entry["truth"]}
        yield Story(entry["name"], entry["lang"], "", (), entry["words"], truth), tuple(entry["steps"])


class Journey(Conversation):
    """One journey; ``missed`` says in words what did not come as it must."""

    def __init__(self, story: Story, steps: tuple[Mapping[str, Any], ...]) -> None:
        super().__init__(story)
        self._steps = steps
        self.missed: list[str] = []

    def travel(self) -> list[str]:
        """Take every step; what was missed."""
        for step in self._steps:
            if "say" in step:
                self._write(step["say"])
            else:
                self._answer_all(step.get("score"))
            self._check(step)
        return self.missed

    def _answer_all(self, total: int | None) -> None:
        """Answer what is asked until a total is heard, or until nothing more is asked."""
        self._asked_again = self._vain = 0
        self._gave_up, self._asked = False, None
        for _ in range(MOST_TURNS):
            if self._gave_up or (self._has_score() if total is not None else not self._is_asked()):
                return
            self._answer()

    def _is_asked(self) -> bool:
        state = self.talk.state
        return state.stage in ("doubt", "review") or (state.stage == "asking" and state.question is not None)

    def _has_score(self) -> bool:
        tables = (message.body.get("table") or {} for message in self.talk.said)
        return any(table.get("kind") == "score" for table in tables)

    def _check(self, step: Mapping[str, Any]) -> None:
        name, shown = str(step.get("say", step.get("score", "…")))[:50], self.talk.text.replace("**", "")
        known = Known(self.talk.profile, self.talk.state)
        if "score" in step and not self._hears(step["score"]):
            self.missed.append(f"the total {step['score']}")
        self.missed += [f"{name}: says {found}" for found in step.get("says", ()) if not shows(found, shown)]
        self.missed += [f"{name}: never {found}" for found in step.get("never", ()) if shows(found, shown)]
        self.missed += [
            f"{name}: {path} is {known.shown(path)}, not {value}"
            for path, value in leaves(step.get("facts", {}))
            if not known.has(path, value)
        ]
        self.missed += [
            f"{name}: {path} is {known.shown(path)}"
            for path, value in step.get("not", {}).items()
            if holds(known, path, value)
        ]
        self.missed += [f"{name}: shows {found!r}" for found in RAW.findall(shown)]


def travel_all() -> dict[str, list[str]]:
    """What is missed in each journey."""
    return {story.name: Journey(story, steps).travel() for story, steps in journeys()}


def table(missed: Mapping[str, list[str]], page: bool = False) -> str:
    """Every journey and what is missed in it."""
    lines = ["| journey | missed |", "|---|---|"]
    lines += [
        f"| {name} | {'; '.join(found).replace('|', ' or ') or 'nothing'} |" for name, found in missed.items()
    ]
    whole = sum(not found for found in missed.values())
    lines.append(f"| **all** | {whole} of {len(missed)} whole, {sum(map(len, missed.values()))} missed |")
    return (PAGE if page else "") + "\n".join(lines) + "\n"


def floor() -> dict[str, int]:
    """How much may be missed in each journey."""
    return read_yaml(FLOOR) if FLOOR.exists() else {}


def write_floor(missed: Mapping[str, list[str]]) -> None:
    """Keep the least that was ever missed."""
    least = {name: min(len(found), floor().get(name, len(found))) for name, found in missed.items()}
    FLOOR.write_text(HEAD + "".join(f"{name}: {count}\n" for name, count in least.items()), encoding="utf-8")
