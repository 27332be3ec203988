"""A moment for each of many names, in memory that a process and all its forks have in common."""

from __future__ import annotations

import hashlib
import mmap
import os
import struct
from collections.abc import Callable

PLACES_OF_ONE = 8
"""A name stands in one of so many places."""


class Moments:
    """Some 50,000 moments by name, or as many as ``most`` says.

    Nobody locks them, so that nobody waits for one that hangs: of two that change one moment in the same
    instant one may be forgotten. They do not grow: whoever finds no place takes that of the earliest moment,
    among a few that nobody who invents names can choose.
    """

    _ROW = struct.Struct("=" + "Qd" * PLACES_OF_ONE)
    _PLACE = struct.Struct("=Qd")

    def __init__(self, most: int = 50_000) -> None:
        self._rows = -(-most // PLACES_OF_ONE)
        self._memory = mmap.mmap(-1, self._rows * self._ROW.size)
        self._secret = os.urandom(16)

    def change[T](self, name: str, change: Callable[[float | None], tuple[float, T]]) -> T:
        """Note the moment that ``change`` makes of the one of this name (None for one that is not known)."""
        written = name.encode(errors="surrogatepass")
        number = int.from_bytes(hashlib.blake2b(written, digest_size=8, key=self._secret).digest())
        row = number % self._rows * self._ROW.size
        places = self._ROW.unpack_from(self._memory, row)
        numbers, moments = places[::2], places[1::2]
        known = numbers.index(number) if number in numbers else None
        moment, found = change(None if known is None else moments[known])
        place = moments.index(min(moments)) if known is None else known
        self._PLACE.pack_into(self._memory, row + place * self._PLACE.size, number, moment)
        return found


_common: Moments | None = None


def share() -> None:
    """Let this process and all its forks have their moments in common. Call it before forking."""
    global _common  # noqa: PLW0603 (a process has one)
    _common = Moments()


def moments() -> Moments:
    """Those in common, where there are such; else new ones."""
    return _common or Moments()
