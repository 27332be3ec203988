"""A conversation inside this process: the running bot's ears, actions, rules and store, without Rasa.

What Rasa adds between them is small and stands in :class:`Talk`: which action follows which intent
(``data/dialogue/rules.yml``), and that the intake hears every message first while it is under way.
"""

from __future__ import annotations

import datetime
import importlib
import inspect
import json
import os
import pkgutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

import actions
from actions import memory
from bot.channels import menu, titles
from bot.dialogue.state import State, under_way
from bot.dialogue.told import flatten
from bot.nlu.model import hear, load
from bot.rasa.training import MODELS, model_path
from bot.store import Store
from bot.store.migrations import upgrade
from express_entry.yaml_files import read_yaml

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 29)
"""The day on which every conversation takes place; the expected answers are those of this day."""
LOOP = "intake"
FALLBACK = "action_default_fallback"
AFTER_THE_LOOP = "action_score"
SURE = 1.0


class _DayMeta(type):
    def __instancecheck__(cls, value: Any) -> bool:
        return isinstance(value, datetime.date)


class _Day(datetime.date, metaclass=_DayMeta):
    """A ``date`` whose today is the day of the conversations."""

    @classmethod
    def today(cls) -> datetime.date:
        return TODAY


@lru_cache(maxsize=1)
def _actions() -> Mapping[str, Action]:
    """Every action by its name."""
    modules = [
        importlib.import_module(f"actions.{found.name}") for found in pkgutil.iter_modules(actions.__path__)
    ]
    kinds = [
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, Action) and kind.__module__ == module.__name__ and not inspect.isabstract(kind)
    ]
    return {action.name(): action for action in (kind() for kind in kinds)}


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, str]:
    """The action that a rule lets follow each intent."""
    found: dict[str, str] = {}
    for rule in read_yaml(ROOT / "data/dialogue/rules.yml")["rules"]:
        first, then = rule["steps"][:2]
        for step in first.get("or", [first]):
            if "intent" in step:
                found[step["intent"]] = then["action"]
    return found


@lru_cache(maxsize=1)
def _classifier() -> Any:
    """The classifier of the trained model; of an older one where the present inputs were not trained yet."""
    kept = sorted(MODELS.glob("express-entry-*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not kept:
        raise FileNotFoundError("there is no trained model: run `.venv/bin/express-entry train`")
    return load(model_path() if model_path().exists() else kept[-1])


def _forget() -> None:
    """What the actions keep open belongs to one database."""
    for kept in (memory.own_store, memory.alerts, memory.feedback):
        kept.cache_clear()


@contextmanager
def stage() -> Iterator[None]:
    """A store of its own, on :data:`TODAY`, in which any number of people may talk."""
    _actions()
    shifted = [
        module
        for name, module in list(sys.modules.items())
        if name.split(".")[0] in ("actions", "bot", "express_entry")
        and getattr(module, "date", None) is datetime.date
    ]
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        before = {name: os.environ.get(name) for name in ("DATABASE_URL", "DATA_DIR")}
        os.environ |= {"DATABASE_URL": f"sqlite:///{folder}/talk.db", "DATA_DIR": folder}
        _forget()
        for module in shifted:
            module.date = _Day  # type: ignore[attr-defined]
        try:
            upgrade(os.environ["DATABASE_URL"])
            yield
        finally:
            for module in shifted:
                module.date = datetime.date  # type: ignore[attr-defined]
            memory.store().close()
            _forget()
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})


@dataclass(frozen=True)
class Said:
    """One message of the bot."""

    body: Mapping[str, Any]

    @property
    def text(self) -> str:
        """Its words, with plain spaces."""
        return str(self.body.get("text") or "").replace("\u00a0", " ").replace("\u202f", " ")

    @property
    def buttons(self) -> tuple[Mapping[str, Any], ...]:
        """What it offers."""
        return tuple(self.body.get("buttons") or ())

    @property
    def lines(self) -> str:
        """All that can be read in it: words, lines of a table, captions of buttons in brackets."""
        table = self.body.get("table") or {}
        rows = [*(table.get("rows") or ()), *([table["total"]] if "total" in table else [])]
        read = [self.text, *(f"{row['label']}: {row['points']}" for row in rows)]
        read += [f"[{button['title']}]" for button in self.buttons]
        return "\n".join(read).replace("\u00a0", " ").replace("\u202f", " ")


class Talk:
    """One person's conversation. ``said`` are the bot's last messages."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.said: tuple[Said, ...] = ()
        self._slots: dict[str, Any] = {}
        self._events: list[dict[str, Any]] = []
        self._in_loop = False
        self._count = 0
        self._open()

    def _open(self) -> None:
        conversation = self.store.open_conversation("web", self.lang)
        self._sender, self._person = conversation.sender_id, conversation.person_id

    @property
    def store(self) -> Store:
        """Where all is kept."""
        return memory.store()

    @property
    def profile(self) -> dict[str, Any]:
        """What is known of the person, in the profile's form."""
        return self.store.profile(self._person)

    @property
    def told(self) -> dict[str, Any]:
        """The same by path."""
        return flatten(self.profile)

    @property
    def state(self) -> State:
        """Where the dialogue stands."""
        return State.parse_obj(self.store.state(self._person).document)

    @property
    def text(self) -> str:
        """All that the last messages show."""
        return "\n\n".join(message.lines for message in self.said)

    @property
    def buttons(self) -> tuple[Mapping[str, Any], ...]:
        """All that the last messages offer."""
        return tuple(button for message in self.said for button in message.buttons)

    def say(self, text: str) -> str:
        """Type something; what comes back. The title of a button that is seen is that button."""
        if (press := self._titled(text)) is not None:
            return self.push(press)
        language = self.store.person_of(self._sender).language
        heard = hear(_classifier(), text, language, TODAY, self.state.people)
        meaning = heard.meaning
        return self._turn(
            {
                "text": heard.text,
                "intent": {"name": meaning.intent, "confidence": meaning.confidence},
                "answer": meaning.answer,
                "entities": [],
                "facts": [asdict(fact) for fact in heard.facts],
                "asides": list(heard.asides),
                "unplaced": list(heard.unplaced),
                "decision": meaning.decision,
                "intent_ranking": [
                    {"name": guess.label, "confidence": guess.confidence} for guess in meaning.ranking
                ],
            }
        )

    def _titled(self, text: str) -> str | None:
        seen = {
            button["title"]: button["payload"] for button in reversed(self.buttons) if "payload" in button
        }
        if (press := titles.named(text, seen)) is not None:
            return press
        if (meant := titles.placed(text, [each for each in self.buttons if "payload" in each])) is not None:
            return str(meant["payload"])
        entry = titles.named(text, menu.titles())
        return None if entry is None else menu.MENU[entry]

    def push(self, payload: str) -> str:
        """Press a button by what stands behind it; what comes back."""
        intent, brace, entities = payload.removeprefix("/").partition("{")
        values = json.loads(brace + entities) if brace else {}
        return self._turn(
            {
                "text": payload,
                "intent": {"name": intent, "confidence": SURE},
                "entities": [{"entity": name, "value": value} for name, value in values.items()],
            }
        )

    def continue_from(self, other: Talk) -> None:
        """Take over what ``other`` has told and where they stand."""
        state = other.store.state(other._person)
        self.store.confirm(self._person, "before", other.told_paths, (), state=state.document, revision=0)
        self._in_loop, self._slots, self.said = other._in_loop, dict(other._slots), other.said

    @property
    def told_paths(self) -> dict[str, Any]:
        """The profile by the paths under which the store keeps it."""
        spouse = {f"spouse.{name}": value for name, value in (self.profile.get("spouse") or {}).items()}
        return {**{name: value for name, value in self.profile.items() if name != "spouse"}, **spouse}

    def _turn(self, latest: dict[str, Any]) -> str:
        self._count += 1
        self._latest = {**latest, "message_id": f"m{self._count}"}
        before = [event for event in self._events if event["event"] == "user"][-1:]
        self._events = [*before, {"event": "user", **self._latest}]
        self._heard: list[Said] = []
        intent = latest["intent"]["name"]
        wanted = _rules().get(intent, FALLBACK)
        if self._in_loop or wanted == LOOP:
            if not self._intake():
                self._beside(FALLBACK if wanted == LOOP else wanted)
        else:
            self._act(wanted)
        if any(message.body.get("erase") for message in self._heard):
            self.store.erase(self._person)
            self._open()
            self._slots, self._in_loop = {}, False
        self.said = tuple(self._heard)
        return self.text

    def _intake(self) -> bool:
        """One run of the intake; whether it took the message."""
        self._in_loop = True
        events = self._run(f"validate_{LOOP}")
        self._events.append({"event": "action", "name": LOOP})
        if any(event["event"] == "action_execution_rejected" for event in events):
            return False
        if self._slots.get("requested_slot") is None:
            self._in_loop = False
            self._act(AFTER_THE_LOOP)
        return True

    def _beside(self, action: str) -> None:
        """What the intake refused is answered by another action, and then it asks its question again."""
        if self._act(action) and self._in_loop and under_way(self.state):
            self._intake()

    def _act(self, action: str) -> bool:
        """Run an action; False where it took the message back, so that nothing follows."""
        events = self._run(action)
        self._events.append({"event": "action", "name": action})
        if any(event["event"] == "followup" and event["name"] == LOOP for event in events):
            self._intake()
        return not any(event["event"] == "undo" or event["event"] == "rewind" for event in events)

    def _run(self, action: str) -> list[dict[str, Any]]:
        loop = {"name": LOOP} if self._in_loop else {}
        tracker = Tracker(
            self._sender, self._slots, self._latest, list(self._events), False, None, loop, None
        )
        dispatcher = CollectingDispatcher()
        events: list[dict[str, Any]] = _actions()[action].run(dispatcher, tracker, {})
        for event in events:
            if event["event"] == "slot":
                self._slots[event["name"]] = event["value"]
        for message in dispatcher.messages:
            self._heard.append(Said(message["custom"]))
            self._events.append({"event": "bot"})
        return events
