"""Addresses of pictures and files: whoever was shown a message has them, for a day, and nobody else.

A browser shows a picture and keeps a file without being able to send the session's token along, so that the
address that a message gives carries a signature of ours and the hour at which it ends.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from collections.abc import Mapping
from typing import Any

from bot.replies.reply import FILES, PICTURES

HOURS = 24
_HOUR = 3600
_SIGNED = re.compile(r"([0-9]{1,12})\.([0-9a-f]{32})")


def signed(url: str, secret: str, now: float | None = None) -> str:
    """The address with the signature; any other address as it is. It stays the same within an hour."""
    if not url.startswith((PICTURES, FILES)):
        return url
    ends = (int(time.time() if now is None else now) // _HOUR + 1 + HOURS) * _HOUR
    return f"{url}?s={ends}.{_signature(url, ends, secret)}"


def is_signed(path: str, given: str, secret: str, now: float | None = None) -> bool:
    """Whether ``given`` is our signature of this address, and has not ended."""
    found = _SIGNED.fullmatch(given)
    if found is None or int(found[1]) < (time.time() if now is None else now):
        return False
    return hmac.compare_digest(_signature(path, int(found[1]), secret), found[2])


def with_addresses(body: Mapping[str, Any], secret: str) -> dict[str, Any]:
    """A message with its picture's and its files' addresses signed."""
    shown = dict(body)
    if (image := shown.get("image")) is not None:
        shown["image"] = {**image, "url": signed(image["url"], secret)}
    if (files := shown.get("files")) is not None:
        shown["files"] = [{**file, "url": signed(file["url"], secret)} for file in files]
    return shown


def _signature(path: str, ends: int, secret: str) -> str:
    return hmac.new(secret.encode(), f"address {path} {ends}".encode(), hashlib.sha256).hexdigest()[:32]
