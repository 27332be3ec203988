"""Replies made ready to be kept and to be sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.channels.telegram.render import Part, parts
from bot.store import Button, NewButton, Store


def compose(
    store: Store,
    sender_id: str,
    replies: Sequence[Mapping[str, Any]],
    private_chat: tuple[str, str] | None = None,
) -> tuple[list[dict[str, Any]], list[Button], list[Part]]:
    """Replies as they are kept, their buttons, and the calls that show them: payloads stay in the store.

    With ``private_chat`` (for groups) that is the only button.
    """
    bodies: list[dict[str, Any]] = []
    buttons: list[Button] = []
    calls: list[Part] = []
    for reply in replies:
        body = {key: value for key, value in reply.items() if key not in ("buttons", "erase")}
        offered = () if private_chat else reply.get("buttons", ())
        made = store.design_buttons(
            sender_id, [NewButton(button["payload"], button["title"]) for button in offered]
        )
        if made:
            body["buttons"] = [
                {"title": new.title, "button": new.id, **({"minor": True} if old.get("minor") else {})}
                for new, old in zip(made, offered, strict=True)
            ]
        calls += parts(body, private_chat if reply is replies[-1] else None)
        bodies.append({key: value for key, value in body.items() if key not in ("image", "documents")})
        buttons += made
    return bodies, buttons, calls
