"""A link as a QR code, to be taken over by the camera of a phone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

import segno

QUIET_ZONE = 4
"""White modules around the code, which cameras need (ISO/IEC 18004)."""


class QrCode(TypedDict):
    """A square of ``size`` modules, quiet zone included, and its dark ones as the path of an SVG."""

    size: int
    path: str


def qr(link: str) -> QrCode:
    """The QR code of a link."""
    rows = [list(row) for row in segno.make_qr(link, error="m").matrix]
    return {"size": len(rows) + 2 * QUIET_ZONE, "path": "".join(_dark(rows))}


def _dark(rows: list[list[int]]) -> Iterable[str]:
    """A stroke for each run of dark modules in a row."""
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                yield f"M{start + QUIET_ZONE} {y + QUIET_ZONE}h{x - start}v1h{start - x}z"
            x += 1
