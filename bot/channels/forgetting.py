"""Before a person is erased, their turns under way in other conversations come to their end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Any

from rasa.core.lock_store import LockError

PATIENCE_SECONDS = 3.0
"""How long the turns of others are waited for. One that takes longer writes nothing: see ``Store.erase``."""


@asynccontextmanager
async def others_quiet(
    lock: Callable[[str], AbstractAsyncContextManager[Any]], senders: Iterable[str], own: str
) -> AsyncIterator[None]:
    """Hold all conversations of ``senders`` for the time of the block, as far as that is possible soon.

    Args:
        lock: the lock of a conversation; that of ``own`` is held already.
        senders: all conversations of a person.
        own: the one in which the person asks.
    """
    loop = asyncio.get_running_loop()
    deadline = loop.time() + PATIENCE_SECONDS
    async with AsyncExitStack() as held:
        for sender_id in sorted(set(senders) - {own}):
            left = max(deadline - loop.time(), 0.0)
            try:
                await asyncio.wait_for(held.enter_async_context(lock(sender_id)), left)
            except (TimeoutError, LockError):  # two may ask at once, each waiting for the other
                break
        yield
