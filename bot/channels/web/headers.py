"""What every answer of the server tells browsers, beside what its own route says."""

from __future__ import annotations

from collections.abc import Mapping

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

ALWAYS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
FOR_OTHER_SITES = ("/widget.js", "/chat/pictures/", "/frame")
"""What pages elsewhere show when they embed the widget."""
NOT_KEPT = "no-store"
SECURE_SECONDS = 31_536_000
"""For so long a browser that came by TLS comes by TLS only."""


def tell_browsers(app: Sanic) -> None:
    """Add the headers to every answer, refusals and failures too."""
    app.register_middleware(_finish, "response")


def _finish(request: Request, response: HTTPResponse) -> None:
    headers = response.headers
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    elsewhere = request.path.startswith(FOR_OTHER_SITES)
    headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if elsewhere else "same-origin")
    headers.setdefault("Cache-Control", NOT_KEPT)
    if request.scheme == "https":
        headers.setdefault("Strict-Transport-Security", f"max-age={SECURE_SECONDS}")
    if response.content_type is None:
        response.content_type = "text/plain; charset=utf-8"
