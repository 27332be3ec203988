"""Signed sessions of the web channel: who a caller is, without an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import jwt

LIFETIME = timedelta(days=90)
RENEW_AFTER = timedelta(days=1)
"""A token older than this is replaced by a fresh one with the next answer."""
CLOCK_DIFFERENCE = timedelta(minutes=1)
"""How far the clocks of two replicas may be apart when a token ends."""
ALGORITHM = "HS256"


class NotSignedIn(Exception):
    """No token, or one that we did not sign, or one that is too old."""


@dataclass(frozen=True)
class Session:
    """A caller's conversation, proven by our signature."""

    sender_id: str
    issued: datetime

    def is_due_for_renewal(self, now: datetime) -> bool:
        """Whether the token should be replaced now; one from the future, too."""
        return abs(now - self.issued) > RENEW_AFTER


def issue(secret: str, sender_id: str, now: datetime | None = None) -> str:
    """A token that proves for 90 days that its bearer owns the conversation ``sender_id``."""
    now = now or datetime.now(UTC)
    return jwt.encode({"sub": sender_id, "iat": now, "exp": now + LIFETIME}, secret, algorithm=ALGORITHM)


def check(secret: str, authorization: str | None) -> Session:
    """The session that an ``Authorization: Bearer …`` header proves.

    Raises:
        NotSignedIn: the header is missing or its token is not a valid one of ours.
    """
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotSignedIn
    try:
        claims = jwt.decode(
            token.strip(),
            secret,
            algorithms=[ALGORITHM],
            # A clock that stepped back, or a replica's that is ahead, ends no session: we have signed it.
            options={"require": ["sub", "iat", "exp"], "verify_iat": False},
            leeway=CLOCK_DIFFERENCE,
        )
    except (jwt.PyJWTError, UnicodeError, RecursionError) as error:
        raise NotSignedIn from error
    try:
        return Session(str(claims["sub"]), datetime.fromtimestamp(claims["iat"], UTC))
    except (TypeError, ValueError, OverflowError, OSError) as error:
        raise NotSignedIn from error
