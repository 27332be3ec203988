"""The database beside the event loop: a statement that waits makes nobody else wait."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import lru_cache, partial
from typing import Any

THREADS = 8
"""How many may wait for the database at once; more wait for a thread."""
SOON, AT_LEISURE = 2.5, 60.0
"""Seconds after which whoever waits is told that it failed: for what a person waits for, and for erasing."""


@lru_cache(maxsize=1)
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="database")


async def beside[T](work: Callable[..., T], *arguments: Any, **named: Any) -> T:
    """What ``work`` gives, done in a thread and in this context; not begun any more once it is late.

    Raises:
        asyncio.TimeoutError: it took longer than :data:`SOON`.
    """
    return await within(SOON, work, *arguments, **named)


async def within[T](seconds: float, work: Callable[..., T], *arguments: Any, **named: Any) -> T:
    """:func:`beside` for work that has so many seconds."""
    call = partial(copy_context().run, partial(work, *arguments, **named))
    done = asyncio.get_running_loop().run_in_executor(_threads(), call)
    return await asyncio.wait_for(done, seconds)


def in_thread[T](work: Callable[..., T]) -> Callable[..., Awaitable[T]]:
    """``work`` as a coroutine that does it :func:`beside`."""

    async def done(*arguments: Any, **named: Any) -> T:
        return await beside(work, *arguments, **named)

    return done
