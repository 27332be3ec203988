"""The program under load: for long, while one address does its worst, and when a part of it dies or hangs."""

from __future__ import annotations

import os
import signal
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice
from typing import Any

import httpx
import psutil

from bot.bench.chat import RASA, held_bytes, running

AT_ONCE, PAUSE = 100, 5.0
"""So many conversations at once, in each of which somebody writes so many seconds after their last answer."""
MINUTES = 30.0
WARM_UP_SECONDS = 45.0
"""Memory is compared from then on: caches fill at the beginning."""
OTHERS, FLOOD_SECONDS, FLOODING, OTHERS_PAUSE = 10, 30.0, 40, 1.0
"""So many people, from addresses of their own, while one address does its worst with so many connections."""
TRIES, REPLICAS, SETTLED_SECONDS = 3, (2, 1), 10.0
"""So long after the first answer all replicas serve."""
PATIENCE = 60.0
BEHIND_A_PROXY = "1"


class _Person:
    """Somebody with an address of their own; the times of their turns, and what failed."""

    def __init__(self, address: str, number: int) -> None:
        mine = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        self.http = httpx.Client(base_url=address, timeout=PATIENCE, headers={"X-Forwarded-For": mine})
        token = self.http.post("/chat/session").json()["token"]
        self.http.headers["Authorization"] = f"Bearer {token}"
        self.milliseconds: list[float] = []
        self.errors = 0
        self._turns = count()

    def write(self) -> None:
        """One message and its answer."""
        before = time.perf_counter()
        try:
            text = f"I am {20 + next(self._turns) % 20} years old"
            self.http.post("/chat/messages", json={"text": text}).raise_for_status()
        except httpx.HTTPError:
            self.errors += 1
        self.milliseconds.append((time.perf_counter() - before) * 1000)

    def write_on(self, until: float, pause: float) -> None:
        """Message after message."""
        while time.monotonic() < until:
            self.write()
            time.sleep(max(0.0, min(pause, until - time.monotonic())))


def soak(minutes: float = MINUTES) -> dict[str, Any]:
    """100 conversations at once for ``minutes``: errors, milliseconds, and by how much memory grows."""
    with running(PROXIES=BEHIND_A_PROXY) as (address, process), ThreadPoolExecutor(AT_ONCE + 1) as pool:
        people = list(pool.map(lambda number: _Person(address, number), range(1, AT_ONCE + 1)))
        began = time.monotonic()
        until = began + minutes * 60
        for number, person in enumerate(people):
            pool.submit(_after, number * PAUSE / AT_ONCE, person.write_on, until, PAUSE)
        time.sleep(min(WARM_UP_SECONDS, minutes * 30))
        early = _megabytes(process.pid)
        time.sleep(max(0.0, until - time.monotonic()))
        late = _megabytes(process.pid)
    turns = [turn for person in people for turn in person.milliseconds]
    return {
        "at_once": AT_ONCE,
        "minutes": minutes,
        "turns": len(turns),
        "errors": sum(person.errors for person in people),
        **_times(turns),
        "early_mb": round(early),
        "late_mb": round(late),
        "growth_percent": round((late - early) / early * 100, 1),
    }


def flood(seconds: float = FLOOD_SECONDS) -> dict[str, Any]:
    """What others feel while one address writes, reads and erases with all its connections."""
    with running(PROXIES=BEHIND_A_PROXY, MESSAGES_PER_MINUTE="30") as (address, _):
        return flooded(address, seconds)


def flooded(address: str, seconds: float) -> dict[str, Any]:
    """The same with a program that runs; it has to be behind one proxy."""
    numbers = count(1)
    with ThreadPoolExecutor(OTHERS + FLOODING) as pool:
        calm = _others(pool, address, numbers, seconds / 3)
        stop = threading.Event()
        sent = [pool.submit(_do_the_worst, address, stop, number) for number in range(FLOODING)]
        time.sleep(1)
        worst = _others(pool, address, numbers, seconds)
        stop.set()
        requests = sum(each.result() for each in sent)
    return {
        "others": OTHERS,
        "requests": requests,
        "calm_ms": _times(calm[0])["median_ms"],
        **_times(worst[0]),
        "turns": len(worst[0]),
        "errors": worst[1],
    }


def _others(
    pool: ThreadPoolExecutor, address: str, numbers: Iterator[int], seconds: float
) -> tuple[list[float], int]:
    people = [_Person(address, number) for number in islice(numbers, OTHERS)]
    until = time.monotonic() + seconds
    for each in [pool.submit(person.write_on, until, OTHERS_PAUSE) for person in people]:
        each.result()
    turns = [turn for person in people for turn in person.milliseconds]
    return turns, sum(person.errors for person in people)


def _do_the_worst(address: str, stop: threading.Event, number: int) -> int:
    """New conversations, messages, whole histories and erasing, from one address, as fast as it goes."""
    sent = 0
    headers = {"X-Forwarded-For": "192.0.2.1"}
    ways: tuple[tuple[str, str, Any], ...] = (
        ("POST", "/chat/messages", {"text": "I'm 29, single, master's, IELTS 8 7 7 7. My score?"}),
        ("GET", "/chat/history", None),
        ("POST", "/chat/messages", {"text": "How can I improve?"}),
        ("DELETE", "/chat/data", None),
    )
    with httpx.Client(base_url=address, timeout=PATIENCE, headers=headers) as http:
        while not stop.is_set():
            try:
                token = http.post("/chat/session").json().get("token", "none")
                sent += 1
                for method, path, body in ways:
                    bearer = {"Authorization": f"Bearer {token}"}
                    for _ in range(1 if method == "DELETE" else 5):
                        http.request(method, path, json=body, headers=bearer)
                        sent += 1
            except (httpx.HTTPError, ValueError):
                sent += 1
    return sent


def recovery() -> dict[str, Any]:
    """Seconds without an answer after a process that answers was killed, and after it was made to hang."""
    return {"tries": TRIES, "table": [_recovery(replicas) for replicas in REPLICAS]}


def _recovery(replicas: int) -> dict[str, float]:
    with running(REPLICAS=str(replicas)) as (address, launcher):
        time.sleep(SETTLED_SECONDS)
        hung = _gap(address, launcher.pid, signal.SIGSTOP)  # first: one that is new has more time for a sign
        killed = [_gap(address, launcher.pid, signal.SIGKILL) for _ in range(TRIES)]
        loader = min(_of_rasa(launcher.pid), key=lambda part: part.create_time())
        loading = _gap(address, launcher.pid, signal.SIGKILL, loader)
    return {
        "replicas": replicas,
        "killed_s": round(statistics.median(killed), 1),
        "killed_most_s": round(max(killed), 1),
        "hung_s": round(hung, 1),
        "loader_killed_s": round(loading, 1),
    }


def _gap(address: str, launcher: int, how: signal.Signals, which: psutil.Process | None = None) -> float:
    """Seconds from a signal (to the youngest, or to ``which``) to the first answer after that one's end."""
    serving = which or max(_of_rasa(launcher), key=lambda part: part.create_time())
    before = time.monotonic()
    os.kill(serving.pid, how)
    _wait(lambda: not serving.is_running() or serving.status() == psutil.STATUS_ZOMBIE)
    _wait(lambda: httpx.post(f"{address}/chat/session", timeout=2).status_code == httpx.codes.OK)
    gap = time.monotonic() - before
    _wait(lambda: httpx.get(f"{address}/readyz", timeout=5).status_code == httpx.codes.OK)
    return gap


def _of_rasa(launcher: int) -> list[psutil.Process]:
    """The process that loads everything, and the younger ones that answer."""
    return [part for part in psutil.Process(launcher).children(recursive=True) if RASA in part.cmdline()]


def _wait(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if holds():
                return
        except (httpx.HTTPError, psutil.NoSuchProcess) as problem:
            if isinstance(problem, psutil.NoSuchProcess):
                return
        time.sleep(0.1)
    raise RuntimeError("the program did not come back")


def _after(seconds: float, act: Callable[..., None], *arguments: Any) -> None:
    time.sleep(seconds)
    act(*arguments)


def _times(milliseconds: list[float]) -> dict[str, float]:
    return {
        "median_ms": round(statistics.median(milliseconds), 1),
        "p99_ms": round(statistics.quantiles(milliseconds, n=100)[98], 1),
    }


def _megabytes(launcher: int) -> float:
    root = psutil.Process(launcher)
    return sum(map(held_bytes, [root, *root.children(recursive=True)])) / 2**20
