"""The off switch: while it is on, every channel answers each message with one sentence and computes nothing.

It is a file in ``DATA_DIR``, so that it works at once for every replica on it, and outlives a restart.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

FILE = "paused.json"


def pause(data_dir: Path, sentences: Mapping[str, str]) -> None:
    """Switch off. ``sentences`` are what people read, by language; where one is missing, our own is said."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = data_dir / f".{FILE}"
    draft.write_text(json.dumps(dict(sentences), ensure_ascii=False), encoding="utf-8")
    draft.replace(data_dir / FILE)


def resume(data_dir: Path) -> None:
    """Switch on again."""
    (data_dir / FILE).unlink(missing_ok=True)


def paused(data_dir: Path) -> Mapping[str, str] | None:
    """What is to be said by language (perhaps nothing of one's own), or None while the switch is on."""
    try:
        said = json.loads((data_dir / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
