"""Files in ``DATA_DIR`` that several processes share: one writer at a time, only ever replaced as a whole."""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Let processes that write the same file take turns; ``lock`` and its folder are made if absent."""
    lock.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def read_json(path: Path, form: int) -> Any:
    """What :func:`replace_json` has written.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is not JSON, or has another ``form``.
    """
    document = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(document, dict) or document.get("form") != form:
        raise ValueError(f"not of form {form}")
    return document


def replace_json(path: Path, document: Any) -> None:
    """Replace a file: after a crash either the old or the new one stands there, whole."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(document, file, ensure_ascii=False, default=str)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise
