"""What was handed out, erased, backed up or restored by hand, and when: one line of JSON each, of nobody."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

FILE = "audit.jsonl"
Act = Literal["export", "forget", "backup", "restore", "pause", "resume"]
_OWNER_ONLY = 0o600
_DIGITS = 16


def note(data_dir: Path, act: Act, person: str | None = None) -> None:
    """Add a line to the trail in ``data_dir``: the moment (UTC), the act, and a digest of the person's id.

    The digest tells only somebody who has the id whether a line is about it.
    """
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    who = {} if person is None else {"who": hashlib.sha256(person.encode()).hexdigest()[:_DIGITS]}
    line = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "act": act, **who}
    file = os.open(data_dir / FILE, os.O_CREAT | os.O_APPEND | os.O_WRONLY, _OWNER_ONLY)
    with os.fdopen(file, "a") as trail:
        trail.write(json.dumps(line) + "\n")
