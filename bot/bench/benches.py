"""Measurements of the running program, each a function that returns numbers by name."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

BENCHES: Mapping[str, str] = {
    "score": "score.score",
    "rounds": "rounds.rounds",
    "alerts": "rounds.alerts",
    "whatif": "whatif.whatif",
    "chat": "chat.chat",
    "distance": "distance.distance",
    "soak": "load.soak",
    "flood": "load.flood",
    "recovery": "load.recovery",
    "telegram": "telegram.telegram",
    "widget": "widget.widget",
    "nlu": "nlu.nlu",
    "diet": "diet.diet",
    "stock": "stock.stock",
    "noc": "noc.noc",
    "answers": "answers.measure",
    "facts": "facts.measure",
    "people": "people.people",
    "told": "told.told",
    "floors": "floors.floors",
}
"""What can be measured, by its name on the command line: a function of a file beside this one, which is
imported when it is asked for."""
SLOW = frozenset({"diet", "stock", "floors", "soak", "flood", "recovery", "distance"})
"""Measured only when named: two install stock Rasa, one repeats a part of four, three put load on the
machine for a while, one needs PostgreSQL."""


def measure(name: str, **options: float) -> dict[str, Any]:
    """The numbers of a measurement by name, with ``minutes`` where it takes them; lists are tables."""
    module, function = BENCHES[name].split(".")
    numbers: dict[str, Any] = getattr(import_module(f"bot.bench.{module}"), function)(**options)
    return numbers


def machine() -> dict[str, str | int]:
    """What the numbers were measured on."""
    return {"processor": _processor(), "cores": os.cpu_count() or 1, "python": platform.python_version()}


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
