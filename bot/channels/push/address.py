"""What a browser gives for Web Push, checked: the server calls only push services that it knows."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from binascii import Error
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import urlsplit

from bot.store.push import PushAddress

LONGEST_ENDPOINT = 2000
POINT_BYTES, SECRET_BYTES = 65, 16
"""The length of the browser's public key and of its secret (RFC 8291)."""
_VISIBLE = re.compile(r"[!-~]+")


class NoAddress(ValueError):
    """It is none that notices can be sent to."""


def address_of(document: Mapping[str, Any], services: Iterable[str], page: str) -> PushAddress:
    """The address in a ``PushSubscription`` as JSON.

    Args:
        document: what the browser gave.
        services: the push services that may be called, as ``https://host``; ``*`` stands for anything.
        page: the address of the page on which it was given.

    Raises:
        NoAddress: it has another form, or names another server.
    """
    endpoint, keys = document.get("endpoint"), document.get("keys")
    if not isinstance(endpoint, str) or not isinstance(keys, Mapping):
        raise NoAddress
    if len(endpoint) > LONGEST_ENDPOINT or not _VISIBLE.fullmatch(endpoint) or not is_at(endpoint, services):
        raise NoAddress
    p256dh, auth = _key(keys.get("p256dh"), POINT_BYTES), _key(keys.get("auth"), SECRET_BYTES)
    return PushAddress(endpoint, p256dh, auth, page)


def is_at(endpoint: str, services: Iterable[str]) -> bool:
    """Whether an address is one of these services'."""
    try:
        parts = urlsplit(endpoint)
        server = f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return False
    return parts.username is None and any(fnmatchcase(server, service) for service in services)


def _key(value: Any, length: int) -> str:
    try:
        found = urlsafe_b64decode(value + "=" * (-len(value) % 4))
    except (Error, TypeError, ValueError):
        raise NoAddress from None
    if len(found) != length:
        raise NoAddress
    return str(value)
