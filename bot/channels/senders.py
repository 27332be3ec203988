"""The way to each conversation that can be told something without having asked."""

from __future__ import annotations

from bot.alerts.sending import NotNow, Outcome, Sender
from bot.channels.push.sender import PushSender
from bot.channels.telegram import alerts_sender as telegram_sender
from bot.replies.reply import Reply
from bot.settings import Settings

NO_WAY_SECONDS = 3600.0
"""How long what can be told nowhere (in a chat of a bot that is no more) waits before it is tried again."""


class Senders:
    """A browser where a conversation has one that takes notices, else Telegram where a bot is set up."""

    def __init__(self, push: PushSender, telegram: Sender | None) -> None:
        self._push, self._telegram = push, telegram

    def send(self, chat: str, reply: Reply) -> Outcome:
        """See :class:`bot.alerts.sending.Sender`."""
        if self._push.reaches(chat):
            return self._push.send(chat, reply)
        return NotNow(NO_WAY_SECONDS) if self._telegram is None else self._telegram.send(chat, reply)


def alerts_sender(settings: Settings) -> Sender:
    """What tells people of rounds and deadlines."""
    return Senders(PushSender(settings), telegram_sender(settings))
