"""The key pair by which push services know this server (VAPID, RFC 8292)."""

from __future__ import annotations

from base64 import urlsafe_b64encode

from py_vapid import Vapid


def public_key(private: str) -> str:
    """The public half, as browsers take it: an uncompressed point in base64url.

    Args:
        private: the private half, 32 bytes in base64url.

    Raises:
        ValueError: it is no private key of the curve P-256.
    """
    numbers = Vapid.from_raw(private.encode()).public_key.public_numbers()
    point = b"\4" + numbers.x.to_bytes(32, "big") + numbers.y.to_bytes(32, "big")
    return urlsafe_b64encode(point).rstrip(b"=").decode()
