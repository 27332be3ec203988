"""One caller must not stop the service for the others: how often each may call, and who waits for whom.

Two things are counted: calls (by conversation and by address, :mod:`bot.channels.rate`), and what is being
computed (:class:`Gate`). What is too much is refused before anything is computed for it: with 429 where one
caller asks too often, with 503 where too many ask at once; both say when to try again.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bot.channels.rate import MESSAGES, Limit, Limiter, network

TURNS_OF_AN_ADDRESS = 10
"""So many times what one conversation may write may be written from one address: a school may be one."""
LIMITS: Mapping[str, Limit] = {
    "page": Limit("page", count=1200, seconds=60, burst=300),
    "read": Limit("read", count=600, seconds=60, burst=150),
    "file": Limit("file", count=600, seconds=60, burst=120),
    "erase": Limit("erase", count=30, seconds=3600, burst=15),
    "ready": Limit("ready", count=120, seconds=60, burst=60),
    "turn": replace(MESSAGES, name="turn", count=MESSAGES.count * TURNS_OF_AN_ADDRESS, burst=150),
}
"""Calls of one address, by what they cost. New conversations have a limit of their own."""
CALLS: Mapping[str, tuple[str, bool]] = {
    "": ("page", False),
    "widget.js": ("page", False),
    "frame": ("page", False),
    "embed": ("page", False),
    "widget.json": ("page", False),
    "notices.js": ("page", False),
    "notices-worker.js": ("page", False),
    "readyz": ("ready", False),
    "chat/session": ("read", True),
    "chat/messages": ("turn", True),
    "chat/history": ("read", True),
    "chat/profile": ("read", True),
    "chat/code": ("read", True),
    "chat/push": ("read", True),
    "chat/feedback": ("read", True),
    "chat/data": ("erase", True),
    "chat/pictures": ("file", True),
    "chat/files": ("file", True),
}
"""The kind of each route, by the beginning of its path, and whether it goes through the gate."""
AT_ONCE, AT_ONCE_OF_ONE = 12, 2
"""Calls that are worked on at a time, and those of one address among them."""
WAITING, WAITING_OF_ONE = 240, 60
"""Calls that wait for their turn; more are sent away at once."""
PATIENCE_SECONDS = 8.0
"""Whoever has waited for so long is sent away without having cost anything."""
RETRY_SECONDS = 2.0


class Full(Exception):
    """Too many ask at once; ``seconds`` says when to try again."""

    def __init__(self, seconds: float = RETRY_SECONDS) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class TooOften(Exception):
    """This address has called too often; ``seconds`` says when to try again."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True)
class _Waiting:
    address: str
    admitted: asyncio.Future[None]


class Gate:
    """Lets some calls in at a time, few of each address, and the others wait in line.

    The next to go in is the first in line whose address has the fewest inside: whoever sends a hundred at
    once waits for themselves, and the others for a few of theirs at most.
    """

    def __init__(
        self,
        at_once: int = AT_ONCE,
        of_one: int = AT_ONCE_OF_ONE,
        waiting: int = WAITING,
        waiting_of_one: int = WAITING_OF_ONE,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._at_once, self._of_one = at_once, of_one
        self._most_waiting, self._most_of_one, self._patience = waiting, waiting_of_one, patience
        self._inside = Counter[str]()
        self._line: deque[_Waiting] = deque()

    @asynccontextmanager
    async def through(self, address: str) -> AsyncIterator[None]:
        """Be inside for the time of the block.

        Raises:
            Full: the line is too long, or waiting took too long.
        """
        await self._enter(address)
        try:
            yield
        finally:
            self._leave(address)

    async def _enter(self, address: str) -> None:
        if self._has_room(address) and not self._line:
            self._inside[address] += 1
            return
        of_one = sum(each.address == address for each in self._line)
        if len(self._line) >= self._most_waiting or of_one >= self._most_of_one:
            raise Full
        me = _Waiting(address, asyncio.get_running_loop().create_future())
        self._line.append(me)
        self._admit()
        try:
            await asyncio.wait_for(asyncio.shield(me.admitted), self._patience)
        except TimeoutError:
            self._give_up(me)
            raise Full from None
        except asyncio.CancelledError:
            self._give_up(me)
            raise

    def _give_up(self, me: _Waiting) -> None:
        if me.admitted.done():
            self._leave(me.address)
        else:
            self._line.remove(me)

    def _leave(self, address: str) -> None:
        self._inside[address] -= 1
        if not self._inside[address]:
            del self._inside[address]
        self._admit()

    def _admit(self) -> None:
        while candidates := [each for each in self._line if self._has_room(each.address)]:
            first = min(candidates, key=lambda each: self._inside[each.address])
            self._line.remove(first)
            self._inside[first.address] += 1
            first.admitted.set_result(None)

    def _has_room(self, address: str) -> bool:
        return self._inside.total() < self._at_once and self._inside[address] < self._of_one


class Guard:
    """The limits of calls by address, and the gate, for one server.

    ``a_minute`` is how many messages one conversation may send; the limits of turns grow with it.
    """

    def __init__(self, a_minute: int = MESSAGES.count) -> None:
        more = max(a_minute / MESSAGES.count, 1)
        turns = LIMITS["turn"]
        limits = {
            **LIMITS,
            "turn": replace(turns, count=int(turns.count * more), burst=int(turns.burst * more)),
        }
        self._limiters = {name: Limiter(limit, key=network) for name, limit in limits.items()}
        self.gate = Gate(waiting=int(WAITING * more), waiting_of_one=int(WAITING_OF_ONE * more))

    @asynccontextmanager
    async def call(self, path: str, address: str) -> AsyncIterator[None]:
        """Count a call of this route, and be through the gate for the time of the block.

        Raises:
            TooOften: this address has called too often.
            Full: too many ask at once.
        """
        known = CALLS.get(path) or CALLS.get("/".join(path.split("/")[:2]))
        if known is None:
            yield
            return
        kind, gated = known
        wait = await self._limiters[kind].wait(address)
        if wait is not None:
            raise TooOften(wait)
        if not gated:
            yield
            return
        async with self.gate.through(network(address)):
            yield
