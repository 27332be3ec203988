"""What the web channel answers where it cannot serve, in the caller's language."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any

from sanic import Sanic
from sanic.exceptions import SanicException, ServiceUnavailable
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from bot.channels.incoming import MAX_TEXT_CHARACTERS
from bot.channels.web.guard import RETRY_SECONDS, Full, Guard, TooOften
from bot.languages import Language
from bot.replies import words
from bot.store import UnknownConversation, UnknownPerson

FAILED_SECONDS = 5.0
"""After which one may try again where something failed on our side."""
_log = logging.getLogger(__name__)
Handler = Callable[..., Awaitable[HTTPResponse]]


class Refused(Exception):
    """The request cannot be served; becomes ``{"error": {"code", "message"}}`` with this status."""

    def __init__(self, status: int, code: str, retry_after: float | None = None, **args: str | int) -> None:
        super().__init__(code)
        self.status, self.code, self.retry_after, self.args_ = status, code, retry_after, args

    def response(self, lang: str, headers: Mapping[str, str] | None = None) -> HTTPResponse:
        """The error as the caller gets it, with more ``headers`` if given."""
        message = words(lang)(f"http-{self.code.replace('_', '-')}", **self.args_)
        headers = dict(headers or {})
        if self.retry_after is not None:
            headers |= {
                "Retry-After": str(int(self.retry_after) + 1),
                "Access-Control-Expose-Headers": "Retry-After",
            }
        return json_response({"error": {"code": self.code, "message": message}}, self.status, headers)


def kindly(handler: Handler) -> Handler:
    """Turn what a handler refuses into the error that the caller gets, in the caller's language.

    Nothing is computed for a call that is one too many (:mod:`bot.channels.web.guard`).
    """

    async def handle(request: Request, **parts: str) -> HTTPResponse:
        try:
            async with _allowed(request):
                return await handler(request, **parts)
        except Refused as refusal:
            return refusal.response(language_of(request))
        except TooOften as problem:
            return Refused(429, "too_many", retry_after=problem.seconds).response(language_of(request))
        except Full as problem:
            return Refused(503, "busy", retry_after=problem.seconds).response(language_of(request))
        except (UnknownConversation, UnknownPerson):  # erased while this request waited for its turn
            return Refused(401, "not_signed_in").response(language_of(request))

    return handle


def _allowed(request: Request) -> AbstractAsyncContextManager[None]:
    guard: Guard | None = getattr(request.app.ctx, "guard", None)
    if guard is None:
        return nullcontext()
    return guard.call(request.route.path if request.route else "", caller_address(request))


def caller_address(request: Request) -> str:
    """Where a call comes from, as the outermost known proxy saw it."""
    if not request.app.config.PROXIES_COUNT and "X-Forwarded-For" in request.headers:
        _log.warning("A proxy stands before this server and PROXIES is 0: all callers count as one address")
    return str(request.remote_addr or request.ip)


OF_SANIC: Mapping[int, str] = {
    400: "bad_request",
    404: "not_found",
    405: "method",
    408: "too_slow",
    413: "too_long",
    417: "expectation",
}
"""What Sanic refuses by itself, by its status."""


def add_error_pages(app: Sanic, _: Any) -> None:
    """What Sanic itself refuses, and what fails, gets the form of our refusals, too."""

    def refused(request: Request, error: SanicException) -> HTTPResponse:
        status = getattr(error, "status_code", 500)
        if status not in OF_SANIC:
            return failed(request, error)
        method = status == 405
        allowed = {"Allow": error.headers["Allow"].replace("GET", "GET, HEAD")} if method else {}
        refusal = Refused(status, OF_SANIC[status], limit=MAX_TEXT_CHARACTERS)
        return refusal.response(_language(request), allowed)

    def failed(request: Request, error: Exception) -> HTTPResponse:
        if isinstance(error, ServiceUnavailable):
            return Refused(503, "busy", retry_after=RETRY_SECONDS).response(_language(request))
        _log.error("A request failed", exc_info=error)
        return Refused(503, "failed", retry_after=FAILED_SECONDS).response(_language(request))

    app.error_handler.add(SanicException, refused)
    app.error_handler.add(Exception, failed)


def _language(request: Request) -> Language:
    try:
        return language_of(request)
    except Exception:  # a request that could not be read at all
        return "en"


def language_of(request: Request) -> Language:
    """The caller's language by the ``lang`` of the address, else by the browser's preference."""
    preferred = re.findall(r"\b(?:en|fr)\b", request.headers.get("Accept-Language", "").lower())
    wanted = [*(request.args or {}).get("lang", "").split(), *preferred]
    return "fr" if wanted[:1] == ["fr"] else "en"
