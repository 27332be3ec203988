"""The stand-in of the Bot API, and the conversations of the bot in this process."""

import pytest

from bot.channels.telegram import talk as talk_module
from tests.helpers.bot_api import BotApi, Chat
from tests.helpers.telegram_bot import Bot


@pytest.fixture
def bot_api():
    """A Bot API without faults."""
    server = BotApi()
    yield server
    server.close()


@pytest.fixture
async def bot(bot_api, sqlite_database, monkeypatch):
    """A started bot."""
    monkeypatch.setattr(talk_module, "STOP_SECONDS", 30)
    monkeypatch.setattr(talk_module, "FIRST_PAUSE", 0.01)
    running = Bot(bot_api, sqlite_database)
    await running.start()
    yield running
    await running.api.close()
    running.store.close()


@pytest.fixture
def ada(bot_api):
    """Someone who speaks English."""
    return Chat(bot_api)
