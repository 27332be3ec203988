"""The bot's half of Telegram in this process, with a Rasa that only echoes."""

import asyncio
from contextlib import asynccontextmanager

from bot.channels.joining import Joiner
from bot.channels.rate import Limiter
from bot.channels.telegram.api import Api
from bot.channels.telegram.talk import Talk
from bot.channels.telegram.updates import Me
from bot.replies.reply import Button, Reply
from bot.store import Store, make_engine
from bot.store.alerts import Alerts
from bot.store.joining import Joining
from bot.store.telegram import Chats
from tests.helpers.bot_api import BOT, TOKEN


class Bot:
    """The bot's half that is tested here, with a Rasa that only echoes; as often as it is started anew."""

    def __init__(self, bot_api, database):
        self.bot_api, self.database = bot_api, database
        self.store = Store(database)
        self.chats = Chats(make_engine(database))
        self.alerts = Alerts(make_engine(database))
        self.heard, self.asked = [], []
        self.answer = self.echo
        self.locks = {}
        self.limiter = Limiter.for_messages(None, 10_000)

    async def echo(self, sender_id, message_id, text, lang):
        """A turn of Rasa's that harms nobody when it is repeated."""
        self.heard.append(text)
        buttons = (Button("Yes", "/affirm"), Button("Why?", "/why", minor=True))
        return [Reply(f"echo {text}", lang, buttons).as_json()]

    async def _turn(self, *arguments):
        return await self.answer(*arguments)

    async def _general(self, text, lang):
        """An answer that nobody has to be known for."""
        self.asked.append((text, lang))
        return Reply(f"in general {text}", lang)

    @asynccontextmanager
    async def _lock(self, sender_id):
        async with self.locks.setdefault(sender_id, asyncio.Lock()):
            yield

    async def start(self, wrap=lambda each: each):
        """A new process; ``wrap`` may change store, chats and api."""
        self.locks = {}
        self.api = Api(TOKEN, self.bot_api.url)
        await self.api.open()
        parts = [wrap(self.store), wrap(self.chats), wrap(self.api)]
        joiner = Joiner(self.store, Joining(make_engine(self.database), "s" * 32))
        me = Me(BOT["id"], BOT["username"])
        self.talk = Talk(*parts, self._turn, self._lock, self.limiter, joiner, me, self._general)
        return self.talk

    async def take(self, *updates):
        """Deliver updates and wait until all is answered."""
        await self.talk.take(*updates)
        await self.idle()

    async def idle(self):
        await self.talk.stop()
