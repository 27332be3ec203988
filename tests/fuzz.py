"""Requests made up from docs/openapi.yaml, valid and broken, sent to the whole program: none may get a 5xx.

``python -m tests.fuzz 50000`` starts a program and sends so many; a test sends 10,000.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable

from tests.helpers import ROOT
from tests.helpers.program import start_server

DESCRIPTION = ROOT / "docs" / "openapi.yaml"
ENVIRONMENT = {"PROXIES": "1", "MESSAGES_PER_MINUTE": "100000"}
"""So many callers, one by one behind a proxy, that the limits of one never stand in the way."""
SECONDS = 20.0
"""Whatever takes longer counts as a fault."""


@dataclass
class Found:
    """What came of it: answers by status, and those that must not be."""

    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0
    seconds: float = 0.0

    @property
    def total(self) -> int:
        """Requests that were sent."""
        return self.statuses.total()


class Callers:
    """Somebody new, from another address, for every few requests: what one has erased ends nothing."""

    EACH = 60

    def __init__(self, address: str, first: int) -> None:
        self._address, self._numbers, self._left = address, itertools.count(first * 5000), 0
        self._headers: dict[str, str] = {}

    def headers(self) -> dict[str, str]:
        """Address and token of whoever calls now."""
        self._left -= 1
        if self._left <= 0:
            number = next(self._numbers)
            parts = (number >> bits & 255 for bits in (16, 8, 0))
            self._headers = {"X-Forwarded-For": ".".join(map(str, (10, *parts)))}
            begun = httpx.post(f"{self._address}/chat/session", headers=self._headers).json()
            self._headers["Authorization"] = f"Bearer {begun['token']}"
            self._left = self.EACH
        return self._headers


def send(address: str, count: int, chance: int = 1) -> Found:
    """Send ``count`` requests, from a process for each core; ``chance`` begins another row of them."""
    workers, began, all_ = os.cpu_count() or 1, time.monotonic(), Found()
    share = -(-count // workers)
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        for found in pool.map(partial(_send, address, share), range(chance, chance + workers)):
            all_.statuses += found.statuses
            all_.faults += found.faults
            all_.slowest = max(all_.slowest, found.slowest)
    all_.seconds = time.monotonic() - began
    return all_


def _send(address: str, count: int, chance: int) -> Found:
    """Send ``count`` requests, shared by the operations."""
    found, callers, session = Found(), Callers(address, chance), requests.Session()
    operations = [each.ok() for each in schemathesis.openapi.from_path(DESCRIPTION).get_all_operations()]
    every = itertools.product(operations, schemathesis.GenerationMode)
    ways = [(operation, way) for operation, way in every if _made(operation, way, 1, chance)]
    for number, (operation, way) in enumerate(ways):
        share = count // len(ways) + (number < count % len(ways))
        for case in _cases(operation, way, share, chance):
            _try(case, address, callers.headers(), session, found)
    return found


def _cases(operation: Any, way: Any, count: int, chance: int) -> Iterator[Any]:
    """So many requests of one kind; where there are not so many, some come again."""
    return itertools.islice(itertools.cycle(_made(operation, way, count, chance)), count)


def _made(operation: Any, way: Any, count: int, chance: int) -> list[Any]:
    """Up to so many different ones; none where nothing of an operation can be broken."""
    made: list[Any] = []

    @seed(chance)
    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=way))
    def make(case: Any) -> None:
        made.append(case)

    with suppress(Unsatisfiable):
        make()
    return made


def _try(case: Any, address: str, headers: dict[str, str], session: requests.Session, found: Found) -> None:
    given_ = {name: value for name, value in headers.items() if name not in (case.headers or {})}
    before = time.monotonic()
    try:
        response = case.call(base_url=address, headers=given_, session=session, timeout=SECONDS)
        status = response.status_code
    except (requests.exceptions.InvalidHeader, requests.exceptions.InvalidURL, UnicodeError):
        return  # nothing that a client can send
    except requests.exceptions.RequestException as problem:
        status = 599
        found.faults.append(f"{case.operation.label}: {type(problem).__name__}")
    took = time.monotonic() - before
    found.slowest = max(found.slowest, took)
    found.statuses[status] += 1
    if status >= 500 and status != 599:
        found.faults.append(f"{status} {case.as_curl_command()}")


def main(count: int) -> int:
    """Start a program, send so many requests, and tell what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        server = start_server(Path(folder), **ENVIRONMENT)
        try:
            found = send(server.address, count, chance=time.time_ns() % 2**32)
        finally:
            server.stop()
    by_status = ", ".join(f"{status}: {times}" for status, times in sorted(found.statuses.items()))
    print(f"{found.total} requests in {found.seconds:.0f} s, slowest {found.slowest:.2f} s; {by_status}")
    print(*found.faults, sep="\n")
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
