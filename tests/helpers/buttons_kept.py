"""Buttons as a channel makes them: designed, and kept with the message that shows them."""

from __future__ import annotations

from collections.abc import Iterable

from bot.store import NewButton, Store, StoredButton


def make_buttons(
    store: Store, sender_id: str, new: Iterable[NewButton], message: str | None = None
) -> tuple[StoredButton, ...]:
    """Buttons that are kept."""
    made = store.said.design_buttons(sender_id, new, message)
    store.said.add_replies(sender_id, [], buttons=made)
    return made
