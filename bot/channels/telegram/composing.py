"""Replies made ready to be kept and to be sent."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from bot.channels.keeping import keepable
from bot.channels.telegram.render import Part, parts
from bot.replies.reply import FILES, PICTURES
from bot.store import Store, StoredButton, StoredFile


def compose(
    store: Store,
    sender_id: str,
    replies: Sequence[Mapping[str, Any]],
    private_chat: tuple[str, str] | None = None,
) -> tuple[list[dict[str, Any]], list[StoredButton], list[Part]]:
    """Replies as they are kept, their buttons, and the calls that show them: payloads stay in the store.

    With ``private_chat`` (for groups) that is the only button.
    """
    bodies: list[dict[str, Any]] = []
    buttons: list[StoredButton] = []
    calls: list[Part] = []
    for reply in replies:
        offered = {**reply, "buttons": ()} if private_chat else _unfoldable(reply)
        body, made = keepable(store.said, sender_id, offered)
        calls += parts(
            _with_files(store, _with_picture(store, body)), private_chat if reply is replies[-1] else None
        )
        bodies.append(body)
        buttons += made
    return bodies, buttons, calls


def _unfoldable(reply: Mapping[str, Any]) -> Mapping[str, Any]:
    """A reply with a folded table, which a chat cannot fold, with the button that says it in full instead."""
    unfold = (reply.get("table") or {}).get("folded")
    if not unfold:
        return reply
    said = {part: value for part, value in reply.items() if part != "table"}
    return {**said, "buttons": (unfold, *reply.get("buttons", ()))}


def _with_picture(store: Store, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """The reply with the content of its picture in the place of its address on the page."""
    image = body.get("image")
    if image is None or not image["url"].startswith(PICTURES):
        return body
    png = store.said.picture(image["url"].removeprefix(PICTURES))
    if png is None:
        return {key: value for key, value in body.items() if key != "image"}
    content = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    return {**body, "image": {**image, "url": content}}


def _with_files(store: Store, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """The reply with the content of its files in the place of their addresses on the page."""
    if "files" not in body:
        return body
    kept = [(file, store.said.file(file["url"].removeprefix(FILES))) for file in body["files"]]
    return {**body, "files": [{**file, "url": _data_url(found)} for file, found in kept if found is not None]}


def _data_url(file: StoredFile) -> str:
    return f"data:{file.media_type};base64,{base64.b64encode(file.content).decode()}"
