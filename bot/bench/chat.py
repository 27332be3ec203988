"""A conversation with the whole program over HTTP: how long turns take, and how much memory it needs."""

from __future__ import annotations

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import httpx
import psutil

WARM_UP_TURNS = 20
REPLICAS, AT_ONCE, TURNS_EACH = (1, 2), 32, 20
"""With how many replicas how many people write at the same time, and how often each does."""
EARLY, LATE = 50, 200
"""Turns 1 to 50 and 151 to 200 of one conversation are compared."""
START_SECONDS = 300
LOOPBACK = "127.0.0.1"
RASA = "bot.rasa.server"


def chat() -> dict[str, Any]:
    """Seconds until it is ready, milliseconds of a turn with a custom action (one user, over HTTP), and
    megabytes of the processes.

    With one replica and with two also how many turns a second they answer when many people write at once.
    """
    began = time.perf_counter()
    with running(REPLICAS="1") as (address, process):
        ready = time.perf_counter() - began
        _converse(address, WARM_UP_TURNS)
        before = processor_seconds(process.pid)
        milliseconds = _converse(address, LATE)
        processor = per_turn(before, processor_seconds(process.pid), LATE)
        megabytes = _memory(process.pid)
    early, late = milliseconds[:EARLY], milliseconds[-EARLY:]
    return {
        "ready_seconds": round(ready, 1),
        "turns": len(milliseconds),
        "median_ms": round(statistics.median(milliseconds), 1),
        "p99_ms": round(statistics.quantiles(milliseconds, n=100)[98], 1),
        "early_median_ms": round(statistics.median(early), 1),
        "late_median_ms": round(statistics.median(late), 1),
        **processor,
        **megabytes,
        "table": [at_once(replicas) for replicas in REPLICAS],
    }


def at_once(replicas: int, **settings: str) -> dict[str, int | float]:
    """Turns a second while :data:`AT_ONCE` people write, each as soon as they are answered.

    Each has an address of their own: of one address few are answered at a time.
    """
    program = running(REPLICAS=str(replicas), PROXIES="1", **settings)
    with program as (address, process), ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda number: _converse(address, WARM_UP_TURNS // 4, number), range(AT_ONCE)))
        before, spent = time.perf_counter(), processor_seconds(process.pid)
        each = list(pool.map(lambda number: _converse(address, TURNS_EACH, number), range(AT_ONCE)))
        seconds = time.perf_counter() - before
        processor = per_turn(spent, processor_seconds(process.pid), AT_ONCE * TURNS_EACH)
        megabytes = _memory(process.pid)["all_mb"]
    milliseconds = [turn for turns in each for turn in turns]
    return {
        "replicas": replicas,
        "at_once": AT_ONCE,
        "turns_a_second": round(len(milliseconds) / seconds, 1),
        "median_ms": round(statistics.median(milliseconds), 1),
        "p99_ms": round(statistics.quantiles(milliseconds, n=100)[98], 1),
        **processor,
        "all_mb": megabytes,
    }


def processor_seconds(launcher: int) -> dict[str, float]:
    """Processor time that Rasa's processes have taken so far, whatever else the machine does."""
    times = [part.cpu_times() for part in _parts(launcher)[RASA]]
    return {"rasa": sum(each.user + each.system for each in times)}


def per_turn(before: dict[str, float], after: dict[str, float], turns: int) -> dict[str, float]:
    """Milliseconds of processor time that a turn has taken, by process."""
    return {f"{name}_processor_ms": round((after[name] - before[name]) * 1000 / turns, 1) for name in before}


@contextmanager
def running(**settings: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The whole program in a folder of its own, with more settings; gives its address and the launcher."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = {"PORT": str(port), "DATA_DIR": folder, "MESSAGES_PER_MINUTE": "100000", **settings}
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "serve"],
            cwd=Path(__file__).parents[2],
            env={**os.environ, **environment},
            stderr=subprocess.DEVNULL,
        )
        address = f"http://{LOOPBACK}:{port}"
        try:
            wait(f"{address}/readyz", process)
            yield address, process
        finally:
            process.terminate()
            process.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def wait(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until the ``address`` answers. Raises RuntimeError where the process ends first."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(address, timeout=5).status_code == httpx.codes.OK:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise RuntimeError("the program did not start; try `serve`")


def _converse(address: str, turns: int, number: int = 0) -> list[float]:
    """Tell the age again and again, in one conversation; gives the milliseconds of each turn.

    The client is as plain as can be, since it runs on the same cores. Behind a proxy its address has this
    ``number``.
    """
    milliseconds = []
    headers = {"X-Forwarded-For": f"10.0.{number >> 8}.{number & 255}"}
    with closing(HTTPConnection(address.removeprefix("http://"), timeout=60)) as http:
        headers["Authorization"] = f"Bearer {_post(http, '/chat/session', {}, headers)['token']}"
        for turn in range(turns):
            before = time.perf_counter()
            _post(http, "/chat/messages", {"text": f"I am {20 + turn % 20} years old"}, headers)
            milliseconds.append((time.perf_counter() - before) * 1000)
    return milliseconds


def _post(
    http: HTTPConnection, path: str, document: dict[str, str], headers: dict[str, str]
) -> dict[str, Any]:
    """The answer; whoever is sent away comes again when told to."""
    while True:
        http.request("POST", path, json.dumps(document).encode(), headers)
        response = http.getresponse()
        answer = response.read()
        if response.status == httpx.codes.OK:
            return dict(json.loads(answer))
        if response.status != httpx.codes.SERVICE_UNAVAILABLE:
            raise RuntimeError(f"{path} was answered with {response.status}")
        time.sleep(float(response.headers.get("Retry-After", 1)))


def _memory(launcher: int) -> dict[str, int]:
    """Megabytes of Rasa's processes, and of all with the launcher; memory that they share counts once."""
    parts = _parts(launcher)
    sizes = {module: sum(held_bytes(each) for each in found) for module, found in parts.items()}
    all_bytes = sum(sizes.values()) + held_bytes(psutil.Process(launcher))
    return {"rasa_mb": sizes[RASA] // 2**20, "all_mb": all_bytes // 2**20}


def held_bytes(process: psutil.Process) -> int:
    """What a process has for itself, and its share of what it has in common with others."""
    memory = process.memory_full_info()
    return int(getattr(memory, "pss", memory.rss))


def _parts(launcher: int) -> dict[str, list[psutil.Process]]:
    """The processes by the module that they run."""
    found: dict[str, list[psutil.Process]] = {}
    for part in psutil.Process(launcher).children(recursive=True):
        found.setdefault(part.cmdline()[-1], []).append(part)
    return found
