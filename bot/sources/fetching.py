"""Asking other servers: in several attempts, with the pauses they ask for, within bounds of time and size."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx

LONGEST_PAUSE = 60.0
TIMEOUT = httpx.Timeout(10, connect=5)
_MARKS = {"If-None-Match": "ETag", "If-Modified-Since": "Last-Modified"}
_TRY_AGAIN = (408, 425, 429)


class NoAnswer(Exception):
    """Nothing usable came. ``pause`` are the seconds after which to ask again, None if that is of no use."""

    pause: float | None = None


class TooLarge(Exception):
    """The answer has more bytes than were to be read."""


class TooSlow(Exception):
    """The answer was not complete in time."""


def patiently[T](
    attempt: Callable[[], T], attempts: int, first_pause: float, sleep: Callable[[float], None]
) -> T:
    """What one of several attempts gives; each pause is twice as long as the one before.

    Raises:
        NoAnswer: that of the last attempt, or of one after which asking again is of no use.
    """
    pause = first_pause
    for left in reversed(range(attempts)):
        try:
            return attempt()
        except NoAnswer as error:
            if error.pause is None or not left:
                raise
            sleep(min(max(pause, error.pause), LONGEST_PAUSE))
            pause *= 2
    raise AssertionError


def asks_for_patience(response: httpx.Response) -> bool:
    """Whether the same request may be answered later."""
    return response.status_code in _TRY_AGAIN or response.is_server_error


def pause_of(response: httpx.Response) -> float:
    """The seconds that the server asks to wait."""
    asked = response.headers.get("Retry-After", "")
    return float(asked) if asked.isdecimal() else 0


def marks_of(response: httpx.Response) -> dict[str, str]:
    """What to send the next time, so that an unchanged answer is not sent again."""
    return {ask: response.headers[got] for ask, got in _MARKS.items() if got in response.headers}


def body_of(response: httpx.Response, largest: int, longest: float) -> bytes:
    """The whole body.

    Raises:
        TooLarge: it has more than ``largest`` bytes.
        TooSlow: it was not there after ``longest`` seconds, however steadily the server sent.
    """
    body, end = bytearray(), time.monotonic() + longest
    for part in response.iter_bytes():
        body += part
        if len(body) > largest:
            raise TooLarge
        if time.monotonic() > end:
            raise TooSlow
    return bytes(body)
