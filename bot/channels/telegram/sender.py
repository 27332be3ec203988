"""Tells subscribers about rounds on Telegram; without Rasa, for the light processes."""

from __future__ import annotations

import asyncio

from bot.alerts.sending import Blocked, Outcome, RetryAfter, Sent
from bot.channels.telegram.api import Api, Gone, Later, Moved
from bot.channels.telegram.composing import compose
from bot.replies.reply import Reply
from bot.settings import Settings
from bot.store import Store, UnknownConversation, make_engine
from bot.store.telegram import Chats


class TelegramSender:
    """Sends one message after the other; the caller keeps Telegram's limits for messages to many."""

    def __init__(self, settings: Settings, token: str) -> None:
        self._api = Api(token, settings.telegram_api_url)
        self._store = Store(settings.database_url)
        self._chats = Chats(make_engine(settings.database_url))

    def send(self, chat: str, reply: Reply) -> Outcome:
        """Send a message to the conversation ``chat``.

        Raises:
            Later: Telegram could not be reached.
            Refused: Telegram does not take the message.
        """
        return asyncio.run(self._send(chat, reply))

    async def _send(self, sender_id: str, reply: Reply) -> Outcome:
        chat = self._chats.chat(sender_id)
        if chat is None or chat.blocked_at is not None:
            return Blocked()
        bodies, buttons, calls = compose(self._store, sender_id, [reply.as_json()])
        await self._api.open()
        try:
            self._store.said.add_replies(sender_id, bodies, buttons=buttons)
            for call in calls:
                await self._api.send(chat.chat_id, call)
        except Gone:
            self._chats.block(chat.chat_id)
            return Blocked()
        except UnknownConversation:  # erased in the meantime
            return Blocked()
        except Moved as moved:
            self._chats.moved(chat.chat_id, moved.chat_id)
            return RetryAfter(0)
        except Later as later:
            if later.seconds is None:
                raise
            return RetryAfter(later.seconds)
        finally:
            await self._api.close()
        return Sent()
