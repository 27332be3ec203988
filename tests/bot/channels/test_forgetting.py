"""Before a person is erased their other turns come to their end, as far as that is possible soon."""

from __future__ import annotations

import asyncio
from collections import defaultdict

import pytest

from bot.channels import forgetting
from bot.channels.forgetting import others_quiet


@pytest.fixture
def locks() -> defaultdict[str, asyncio.Lock]:
    return defaultdict(asyncio.Lock)


async def test_turns_under_way_elsewhere_are_waited_for(locks: defaultdict[str, asyncio.Lock]) -> None:
    done = list[str]()

    async def turn() -> None:
        async with locks["phone"]:
            await asyncio.sleep(0.05)
            done.append("turn")

    under_way = asyncio.create_task(turn())
    await asyncio.sleep(0.01)
    async with others_quiet(locks.__getitem__, ["page", "phone"], "page"):
        done.append("erased")
        assert locks["phone"].locked(), "and nothing new begins there meanwhile"
    await under_way
    assert done == ["turn", "erased"]
    assert not locks["phone"].locked()


async def test_two_who_ask_at_once_do_not_wait_for_each_other_for_ever(
    locks: defaultdict[str, asyncio.Lock], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forgetting, "PATIENCE_SECONDS", 0.1)
    asked = list[str]()

    async def ask(own: str) -> None:
        async with locks[own]:
            await asyncio.sleep(0.01)
            async with others_quiet(locks.__getitem__, ["page", "phone"], own):
                asked.append(own)

    await asyncio.wait_for(asyncio.gather(ask("page"), ask("phone")), 2)
    assert sorted(asked) == ["page", "phone"]
    assert not any(lock.locked() for lock in locks.values())
