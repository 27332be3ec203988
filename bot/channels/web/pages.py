"""Files as the web channel serves them: compressed, with headers, asked for again only when changed."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sanic.request import Request
from sanic.response import HTTPResponse

FOREVER = "public, max-age=31536000, immutable"
SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def page_policy(style_hash: str, ancestors: Iterable[str] = ("'none'",)) -> Mapping[str, str]:
    """The header with the Content Security Policy of a page.

    Args:
        style_hash: the hash of the style that stands in the page.
        ancestors: the sites that may show it in a frame.
    """
    policy = SECURITY_HEADERS["Content-Security-Policy"].replace("style-src", f"style-src '{style_hash}'")
    allowed = f"frame-ancestors {' '.join(ancestors)}"
    return {"Content-Security-Policy": policy.replace("frame-ancestors 'none'", allowed)}


@lru_cache(maxsize=8)
def _packed(content: bytes) -> tuple[str, bytes]:
    """The entity tag of a file, and the file compressed for slow networks."""
    return f'"{hashlib.sha256(content).hexdigest()[:20]}"', gzip.compress(content, mtime=0)


def file_response(
    request: Request,
    content: bytes,
    content_type: str,
    keep: str = "no-cache",
    more: Mapping[str, str] | None = None,
) -> HTTPResponse:
    """A file that browsers ask for again only when it has changed."""
    etag, packed = _packed(content)
    headers = {
        **SECURITY_HEADERS,
        "ETag": etag,
        "Cache-Control": keep,
        "Vary": "Accept-Encoding, Accept-Language",
        **(more or {}),
    }
    if request.headers.get("If-None-Match") == etag:
        return HTTPResponse(status=304, headers=headers)
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        headers["Content-Encoding"] = "gzip"
        content = packed
    return HTTPResponse(content, headers=headers, content_type=content_type)
