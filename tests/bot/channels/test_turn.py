"""A message that could not be read is never answered as if it had been."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from bot.channels import turn as module
from bot.channels.turn import RETRY, take_turn
from bot.rasa import actions


class Rasa:
    """An agent whose turn says something, after actions that ``fail``."""

    def __init__(self, fail: Callable[[], None]) -> None:
        self.fail, self.processor = fail, self

    def is_ready(self) -> bool:
        return True

    async def handle_message(self, message: UserMessage) -> None:
        await asyncio.create_task(self._work())  # in a task of its own, as Rasa may
        await message.output_channel.send_custom_json("ada", {"text": "the score"})

    async def _work(self) -> None:
        self.fail()


@pytest.fixture(autouse=True)
def open_for_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "_data_dir", lambda: tmp_path)


async def said(fail: Callable[[], None]) -> list[dict[str, Any]]:
    return await take_turn(Rasa(fail), "web", "ada", 7, "29, IELTS 8", "en")


async def test_where_an_action_failed_the_person_can_try_again_and_hears_nothing_else() -> None:
    (reply,) = await said(lambda: actions._failed.get().append("intake"))
    assert "the score" not in reply["text"]
    assert reply["buttons"][0]["payload"] == f"{RETRY}7"


async def test_a_failure_of_one_turn_is_none_of_the_next() -> None:
    await said(lambda: actions._failed.get().append("intake"))
    assert await said(lambda: None) == [{"text": "the score"}]
