"""What is counted while the assistant runs, in Prometheus' form. No label names a person or what they wrote.

With several processes each counts for itself, and whichever is asked adds all up (:func:`share`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the library looks at its environment when it is imported
    from prometheus_client import Counter, Histogram

FOLDER = "metrics"
_SHARED = "PROMETHEUS_MULTIPROC_DIR"
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


def share(data_dir: Path) -> None:
    """Let all processes count into one folder. Call it before anything else here is used."""
    folder = data_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ[_SHARED] = str(folder)


def start_anew(data_dir: Path) -> None:
    """Forget what processes counted that are gone. Call it before the first one starts."""
    for counted in (data_dir / FOLDER).glob("*.db"):
        counted.unlink(missing_ok=True)


@dataclass(frozen=True)
class Counts:
    """The figures. ``outcome`` of a turn is "answered", "failed" or "paused"; ``decision`` is what the
    classifier decided of a message (:mod:`bot.nlu.decision`); ``route`` is a path without ids."""

    turns: Counter
    turn_seconds: Histogram
    decisions: Counter
    opinions: Counter
    requests: Counter
    request_seconds: Histogram

    def turn(self, channel: str, outcome: str, seconds: float) -> None:
        """Count one turn of a conversation."""
        self.turns.labels(channel, outcome).inc()
        self.turn_seconds.labels(channel).observe(seconds)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        self.requests.labels(method, route, str(status)).inc()
        self.request_seconds.labels(route).observe(seconds)


@lru_cache(maxsize=1)
def counts() -> Counts:
    """The figures of this process."""
    import prometheus_client as figures

    def counter(name: str, meaning: str, *labels: str) -> Counter:
        return figures.Counter(f"express_entry_{name}", meaning, labels)

    def seconds(name: str, meaning: str, *labels: str) -> Histogram:
        return figures.Histogram(f"express_entry_{name}", meaning, labels, buckets=_SECONDS)

    return Counts(
        turns=counter("turns", "Turns of conversations.", "channel", "outcome"),
        turn_seconds=seconds("turn_seconds", "How long a turn took.", "channel"),
        decisions=counter("decisions", "What was decided of typed messages.", "decision"),
        opinions=counter("opinions", "What people thought of answers.", "verdict"),
        requests=counter("requests", "HTTP requests.", "method", "route", "status"),
        request_seconds=seconds("request_seconds", "How long a request took.", "route"),
    )


def in_prometheus_form(now: Mapping[str, tuple[str, float]]) -> bytes:
    """Everything that was counted, by all processes that share a folder.

    Args:
        now: figures that are looked up rather than counted: by name their meaning and value.
    """
    import prometheus_client as figures
    from prometheus_client import multiprocess

    counts()
    registry = figures.CollectorRegistry()
    if _SHARED in os.environ:
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # not typed there
    looked_up = figures.CollectorRegistry()
    for name, (meaning, value) in now.items():
        figures.Gauge(f"express_entry_{name}", meaning, registry=looked_up).set(value)
    counted = registry if _SHARED in os.environ else figures.REGISTRY
    return bytes(figures.generate_latest(counted) + figures.generate_latest(looked_up))
