"""Replies as they are kept and sent: a button's meaning stays here, its reader gets an opaque id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.store import Button, NewButton
from bot.store.said import Said

_FOR_THE_CHANNEL = ("buttons", "erase")


def keepable(
    said: Said, sender_id: str, reply: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[Button, ...]]:
    """A reply's body without payloads, and the buttons that will hold once ``said`` keeps both."""
    body = {key: value for key, value in reply.items() if key not in _FOR_THE_CHANNEL}
    offered = reply.get("buttons", ())
    made = said.design_buttons(sender_id, [NewButton(each["payload"], each["title"]) for each in offered])
    if made:
        body["buttons"] = [
            {"title": new.title, "button": new.id, **({"minor": True} if old.get("minor") else {})}
            for new, old in zip(made, offered, strict=True)
        ]
    if (body.get("table") or {}).get("folded"):
        body["table"] = {**body["table"], "folded": True}
    return body, made
