"""Rasa as it comes, with TensorFlow, in an environment of its own (``tools/stock``): only to compare with."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TypedDict

ROOT = Path(__file__).parents[2]
STOCK = ROOT / "tools" / "stock"
ENVIRONMENT = ROOT / ".tools" / "stock"
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}


def uv() -> str:
    """The uv of the machine, or the one in the project's own folder."""
    return shutil.which("uv") or str(ROOT / ".tools" / "bin" / "uv")


class Command(TypedDict):
    """What ``subprocess.Popen`` needs to start a process."""

    args: list[str]
    cwd: Path
    env: dict[str, str]


def command(*arguments: str) -> Command:
    """A command in stock Rasa's environment, which uv makes first where it is missing (3 GB)."""
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    return {
        "args": [uv(), "run", "--frozen", "--quiet", *arguments],
        "cwd": STOCK,
        "env": {**environment, **QUIET, "UV_PROJECT_ENVIRONMENT": str(ENVIRONMENT)},
    }
