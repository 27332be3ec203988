"""What the web channel answers where it cannot serve, in the caller's language."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from sanic import Sanic
from sanic.exceptions import NotFound, PayloadTooLarge, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from bot.channels.incoming import MAX_TEXT_CHARACTERS
from bot.languages import Language
from bot.replies import words
from bot.store import UnknownConversation, UnknownPerson

Handler = Callable[..., Awaitable[HTTPResponse]]


class Refused(Exception):
    """The request cannot be served; becomes ``{"error": {"code", "message"}}`` with this status."""

    def __init__(self, status: int, code: str, retry_after: float | None = None, **args: str | int) -> None:
        super().__init__(code)
        self.status, self.code, self.retry_after, self.args_ = status, code, retry_after, args

    def response(self, lang: str) -> HTTPResponse:
        """The error as the caller gets it."""
        message = words(lang)(f"http-{self.code.replace('_', '-')}", **self.args_)
        headers = {}
        if self.retry_after is not None:
            headers = {
                "Retry-After": str(int(self.retry_after) + 1),
                "Access-Control-Expose-Headers": "Retry-After",
            }
        return json_response({"error": {"code": self.code, "message": message}}, self.status, headers)


def kindly(handler: Handler) -> Handler:
    """Turn what a handler refuses into the error that the caller gets, in the caller's language."""

    async def handle(request: Request, **parts: str) -> HTTPResponse:
        try:
            return await handler(request, **parts)
        except Refused as refusal:
            return refusal.response(language_of(request))
        except (UnknownConversation, UnknownPerson):  # erased while this request waited for its turn
            return Refused(401, "not_signed_in").response(language_of(request))

    return handle


def add_error_pages(app: Sanic, _: Any) -> None:
    """What Sanic itself refuses gets the form of our refusals, too."""

    def too_large(request: Request, error: SanicException) -> HTTPResponse:
        return Refused(413, "too_long", limit=MAX_TEXT_CHARACTERS).response(language_of(request))

    def not_found(request: Request, error: SanicException) -> HTTPResponse:
        return Refused(404, "not_found").response(language_of(request))

    app.error_handler.add(PayloadTooLarge, too_large)
    app.error_handler.add(NotFound, not_found)


def language_of(request: Request) -> Language:
    """The caller's language by the ``lang`` of the address, else by the browser's preference."""
    preferred = re.findall(r"\b(?:en|fr)\b", request.headers.get("Accept-Language", "").lower())
    wanted = [*(request.args or {}).get("lang", "").split(), *preferred]
    return "fr" if wanted[:1] == ["fr"] else "en"
