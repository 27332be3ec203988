"""Whether the disk has room for what the bot writes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

LEAST_FREE_BYTES = 64 * 2**20
"""With less than this free the database soon cannot write."""


def has_room(folder: Path) -> bool:
    """Whether the folder can be written to, and its disk has room for the database to grow."""
    return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free >= LEAST_FREE_BYTES
