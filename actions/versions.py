"""Which data and which model gave a reply; told with every reply, so that a wrong one can be traced."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
SPOKEN = ("answers", "rules", "documents", "links.yml", "changes.yml")
"""What replies are made from; the training data is the model's affair."""


@lru_cache(maxsize=1)
def data_version() -> str:
    """A digest of every fact that a reply can hold: the same facts, the same version."""
    digest = hashlib.sha256()
    for name in SPOKEN:
        path = DATA / name
        for file in sorted(path.rglob("*.yml")) if path.is_dir() else [path]:
            digest.update(file.relative_to(DATA).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def model_version() -> str:
    """The name of the running model, or "" outside the running assistant."""
    return Path(os.environ.get("MODEL", "")).name.removesuffix(".tar.gz")
