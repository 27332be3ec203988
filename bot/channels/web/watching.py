"""Every request is counted, and on wish written to a log of requests: one line of JSON, without persons."""

from __future__ import annotations

import hmac
import json
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from bot.operating.metrics import counts, in_prometheus_form

OTHER = "other"
"""Stands for every path that is no route of ours."""
_log = logging.getLogger(__name__)


def watch(app: Sanic, log_requests: bool) -> None:
    """Count the requests of ``app``; with ``log_requests`` write a line for each, too."""

    def begins(request: Request) -> None:
        request.ctx.since = time.perf_counter()

    def ends(request: Request, response: HTTPResponse) -> None:
        since = getattr(request.ctx, "since", None)
        seconds = 0.0 if since is None else time.perf_counter() - since
        route = OTHER if request.route is None else f"/{request.route.path}"
        counts().request(request.method, route, response.status, seconds)
        if log_requests:
            _log.info("%s", _line(request.method, route, response, seconds))

    app.register_middleware(begins, "request")
    app.register_middleware(ends, "response")


def _line(method: str, route: str, response: HTTPResponse, seconds: float) -> str:
    size = len(response.body or b"")
    told = {"method": method, "route": route, "status": response.status}
    return json.dumps({**told, "ms": round(seconds * 1000, 1), "bytes": size})


def figures(request: Request, token: str | None, now: Callable[[], Mapping[str, tuple[str, float]]]) -> Any:
    """What was counted, for a caller who has ``token``; None for any other, and where there is no token."""
    given = request.headers.get("Authorization", "").encode()
    if token is None or not hmac.compare_digest(given, f"Bearer {token}".encode()):
        return None
    return raw(in_prometheus_form(now()), content_type="text/plain; version=0.0.4; charset=utf-8")
