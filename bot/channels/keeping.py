"""Replies as they are kept and sent: a button's meaning stays here, its reader gets an opaque id."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.store import NewButton, StoredButton
from bot.store.said import Said

CHOICES = "@choices "
"""Begins the payload of the button that answers a question with several choices; what follows is JSON."""
_FOR_THE_CHANNEL = ("buttons", "choices", "erase")


@dataclass(frozen=True)
class Several:
    """What is behind the button under a question with several choices."""

    payload: str
    values: tuple[str, ...]
    titles: tuple[str, ...]
    none: str

    @classmethod
    def behind(cls, button: StoredButton) -> Several | None:
        """None for any other button."""
        if not button.payload.startswith(CHOICES):
            return None
        kept = json.loads(button.payload.removeprefix(CHOICES))
        return cls(kept["payload"], tuple(kept["values"]), tuple(kept["titles"]), kept["none"])

    def answered(self, chosen: Iterable[int]) -> tuple[str, str]:
        """What Rasa reads, and what the person said, where these options are on; others do not count."""
        on = [place for place in range(len(self.values)) if place in set(chosen)]
        command, brace, entities = self.payload.partition("{")
        value = ",".join(self.values[place] for place in on)
        told = {**json.loads(brace + entities or "{}"), "value": value}
        said = ", ".join(self.titles[place] for place in on) or self.none
        return f"{command}{json.dumps(told, ensure_ascii=False)}", said


def meaning(button: StoredButton, chosen: Iterable[int] = ()) -> tuple[str, str]:
    """What Rasa reads for a button, and what the person says by pressing it; ``chosen`` options are on."""
    several = Several.behind(button)
    return (button.payload, button.title) if several is None else several.answered(chosen)


def told_by(payload: str) -> dict[str, Any]:
    """The entities of a command: ``/choose{"question": "age"}`` tells ``{"question": "age"}``."""
    _, brace, entities = payload.partition("{")
    told = json.loads(brace + entities) if brace else {}
    return told if isinstance(told, dict) else {}


def with_notice(reply: Mapping[str, Any], notice: str) -> dict[str, Any]:
    """A reply with something said before it."""
    return {**reply, "text": f"{notice}\n\n{reply.get('text', '')}".strip()}


def keepable(
    said: Said, sender_id: str, reply: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[StoredButton, ...]]:
    """A reply's body without payloads, and the buttons that will hold once ``said`` keeps both."""
    body = {key: value for key, value in reply.items() if key not in _FOR_THE_CHANNEL}
    offered, choices = reply.get("buttons", ()), reply.get("choices")
    made = said.design_buttons(sender_id, [NewButton(each["payload"], each["title"]) for each in offered])
    if made:
        body["buttons"] = [
            {"title": new.title, "button": new.id, **({"minor": True} if old.get("minor") else {})}
            for new, old in zip(made, offered, strict=True)
        ]
    if (body.get("table") or {}).get("folded"):
        body["table"] = {**body["table"], "folded": True}
    if choices is None:
        return body, made
    (done,) = said.design_buttons(sender_id, [NewButton(_payload(choices), choices["done"])])
    body["choices"] = {
        "options": [{"title": each["title"], "chosen": each["chosen"]} for each in choices["options"]],
        "button": done.id,
        "done": choices["done"],
        "none": choices["none"],
    }
    return body, (*made, done)


def _payload(choices: Mapping[str, Any]) -> str:
    options = choices["options"]
    kept = {
        "payload": choices["payload"],
        "values": [each["value"] for each in options],
        "titles": [each["title"] for each in options],
        "none": choices["none"],
    }
    return f"{CHOICES}{json.dumps(kept, ensure_ascii=False)}"
