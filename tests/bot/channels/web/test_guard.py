"""One caller cannot stop the service for the others."""

from __future__ import annotations

import asyncio

import pytest

from bot.channels.web.guard import LIMITS, Full, Gate, Guard, TooOften


class Work:
    """Calls that stay inside until they are let go; ``inside`` are those at work, by address."""

    def __init__(self, gate: Gate) -> None:
        self.gate, self.inside, self.done = gate, list[str](), list[str]()
        self.let_go = asyncio.Semaphore(0)

    async def call(self, address: str) -> None:
        async with self.gate.through(address):
            self.inside.append(address)
            await self.let_go.acquire()
            self.inside.remove(address)
            self.done.append(address)

    async def begin(self, *addresses: str) -> list[asyncio.Task[None]]:
        tasks = [asyncio.create_task(self.call(address)) for address in addresses]
        await asyncio.sleep(0.01)
        return tasks


async def test_a_flood_of_one_address_leaves_room_for_the_others() -> None:
    work = Work(Gate(at_once=6, of_one=4))
    flood = await work.begin(*["flood"] * 50)
    assert work.inside == ["flood"] * 4
    others = await work.begin("a", "b")
    assert sorted(work.inside) == ["a", "b", *["flood"] * 4]
    for _ in range(52):
        work.let_go.release()
    await asyncio.gather(*flood, *others)


async def test_who_has_nothing_inside_goes_first() -> None:
    work = Work(Gate(at_once=2, of_one=2))
    flood = await work.begin(*["flood"] * 20)
    other = await work.begin("other")
    work.let_go.release()
    await asyncio.sleep(0.01)
    assert "other" in work.inside
    for _ in range(20):
        work.let_go.release()
    await asyncio.gather(*flood, *other)
    assert len(work.done) == 21


async def test_what_is_too_much_is_sent_away_at_once() -> None:
    work = Work(Gate(at_once=1, of_one=1, waiting=3, waiting_of_one=2))
    tasks = await work.begin("a", "a", "a")
    with pytest.raises(Full):
        await work.call("a")
    more = await work.begin("b")
    with pytest.raises(Full):
        await work.call("c")
    for _ in range(4):
        work.let_go.release()
    await asyncio.gather(*tasks, *more)
    await work.begin("c")
    work.let_go.release()


async def test_who_waited_too_long_is_sent_away_and_was_never_computed() -> None:
    work = Work(Gate(at_once=1, of_one=1, patience=0.05))
    first = await work.begin("a")
    with pytest.raises(Full):
        await work.call("b")
    assert work.inside == ["a"]
    work.let_go.release()
    await asyncio.gather(*first)
    again = await work.begin("b")
    assert work.inside == ["b"], "the place is free again"
    work.let_go.release()
    await asyncio.gather(*again)


async def test_who_hangs_up_while_waiting_leaves_no_place_taken() -> None:
    work = Work(Gate(at_once=1, of_one=1))
    first = await work.begin("a")
    (second,) = await work.begin("b")
    second.cancel()
    work.let_go.release()
    await asyncio.gather(*first, second, return_exceptions=True)
    third = await work.begin("c")
    assert work.inside == ["c"]
    work.let_go.release()
    await asyncio.gather(*third)


async def test_every_kind_of_call_has_a_limit_for_an_address_and_the_others_do_not_feel_it() -> None:
    guard = Guard()
    for path, kind in (
        ("chat/data", "erase"),
        ("chat/history", "read"),
        ("chat/messages", "turn"),
        ("chat/files/<file_id:str>", "file"),
        ("readyz", "ready"),
        ("embed", "page"),
    ):
        waits = list[float]()
        for _ in range(LIMITS[kind].burst + 5):
            try:
                async with guard.call(path, "192.0.2.1"):
                    pass
            except TooOften as problem:
                waits.append(problem.seconds)
        assert len(waits) >= 3, path
        assert min(waits) > 0
        async with guard.call(path, "192.0.2.2"):
            pass


async def test_what_waits_for_nobody_is_never_refused() -> None:
    guard = Guard()
    for _ in range(5000):
        async with guard.call("healthz", "192.0.2.1"):
            pass
