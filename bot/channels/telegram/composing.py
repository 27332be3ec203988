"""Replies made ready to be kept and to be sent."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from bot.channels.telegram.render import Part, parts
from bot.replies.reply import FILES, PICTURES
from bot.store import Button, NewButton, Store, StoredFile


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
        calls += parts(
            _with_files(store, _with_picture(store, body)), private_chat if reply is replies[-1] else None
        )
        bodies.append(body)
        buttons += made
    return bodies, buttons, calls


def _with_picture(store: Store, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """The reply with the content of its picture in the place of its address on the page."""
    image = body.get("image")
    if image is None or not image["url"].startswith(PICTURES):
        return body
    png = store.picture(image["url"].removeprefix(PICTURES))
    if png is None:
        return {key: value for key, value in body.items() if key != "image"}
    content = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    return {**body, "image": {**image, "url": content}}


def _with_files(store: Store, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """The reply with the content of its files in the place of their addresses on the page."""
    if "files" not in body:
        return body
    kept = [(file, store.file(file["url"].removeprefix(FILES))) for file in body["files"]]
    return {**body, "files": [{**file, "url": _data_url(found)} for file, found in kept if found is not None]}


def _data_url(file: StoredFile) -> str:
    return f"data:{file.media_type};base64,{base64.b64encode(file.content).decode()}"
