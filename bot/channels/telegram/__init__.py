"""Telegram: updates come in by long polling or by webhook, are stored, and are answered chat by chat.

``updates`` reads what Telegram delivers, ``meaning`` says what is meant, ``talk`` answers, ``render`` gives
replies their form, ``api`` sends them; ``channel`` is what Rasa loads, ``sender`` tells about rounds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.alerts.sending import Sender


def alerts_sender(settings: Settings) -> Sender | None:
    """The messenger for alerts, where a bot is set up; python-telegram-bot is loaded only then."""
    if settings.telegram_bot_token is None:
        return None
    from bot.channels.telegram.sender import TelegramSender

    return TelegramSender(settings, settings.telegram_bot_token)
