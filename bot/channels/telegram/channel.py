"""The Telegram channel as Rasa loads it. Without ``TELEGRAM_BOT_TOKEN`` it serves and loads nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.telegram.updates import PREFIX, ROUTE
from bot.settings import Settings
from bot.store.telegram import CHANNEL


class TelegramChannel(InputChannel):  # type: ignore[misc]
    """Receives Telegram's updates by long polling, or by webhook where one is set."""

    def __init__(self) -> None:
        self._settings = Settings.from_environment()

    @classmethod
    def name(cls) -> str:
        return CHANNEL

    def url_prefix(self) -> str:
        return PREFIX

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The webhook's route, and what starts and stops with the server. Rasa's ``on_new_message`` is not
        used: a turn here is more than a message."""
        routes = Blueprint(CHANNEL)
        if self._settings.telegram_bot_token is None:
            return routes
        from bot.channels.telegram.service import Service

        service = Service(self._settings, self._settings.telegram_bot_token)
        routes.listener("after_server_start")(service.start)
        routes.listener("before_server_stop")(service.stop)
        if self._settings.telegram_webhook_url is not None:

            async def receive(request: Request) -> HTTPResponse:
                return await service.receive(request)

            routes.add_route(receive, ROUTE, methods=["POST"], name="updates")
        return routes
