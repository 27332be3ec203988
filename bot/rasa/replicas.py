"""Replicas of one server: loaded once, then forked, watched, and replaced when they die or hang.

What has been loaded before the fork (the modules, the model, the index) stands in memory once. All replicas
accept connections from one socket, so that whoever is free takes the next one, and connections wait, rather
than fail, while one is replaced. That a replica is well is seen by its event loop: it writes a byte into a
pipe again and again (:func:`beat`), and one that has not for a while is killed.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import logging
import os
import random
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

BEAT_SECONDS = 0.5
SILENT_SECONDS = 10.0
"""After so many seconds without a sign of life a replica is taken for hung: no turn holds it so long."""
LOADING_SECONDS, FORKED_SECONDS = 120.0, 30.0
"""How long the first sign of life may take of a process that loads everything, and of a fork that has it."""
LOOK_SECONDS = 0.2
LATE_SECONDS = 2.0
"""Who looks so late was held up together with everybody else, and asks nobody for what was missed."""
FIRST_PAUSE, LONGEST_PAUSE, STABLE_AFTER = 0.2, 30.0, 60.0
"""Seconds before one that died is replaced, doubled each time one dies within a minute."""
STOP_SECONDS = 8.0
PR_SET_PDEATHSIG = 1
_log = logging.getLogger(__name__)


async def beat(descriptor: int) -> None:
    """Give signs of life, for ever, as long as this event loop turns."""
    while True:
        give_sign(descriptor)
        await asyncio.sleep(BEAT_SECONDS)


def give_sign(descriptor: int) -> None:
    """One sign of life; nobody has to read it."""
    with contextlib.suppress(BlockingIOError, BrokenPipeError):
        os.write(descriptor, b".")


@dataclass
class Pulse:
    """The signs of life of one process, as its parent sees them; times are those of the monotonic clock."""

    reader: int
    writer: int
    began: float
    first_within: float
    last: float | None = None

    @classmethod
    def of_a_new_one(cls, first_within: float) -> Pulse:
        """For a process that is about to start; it gets ``writer``, and has so many seconds to begin."""
        reader, writer = os.pipe()
        for descriptor in (reader, writer):
            os.set_blocking(descriptor, False)
        return cls(reader, writer, time.monotonic(), first_within)

    def look(self, now: float, late: bool = False) -> None:
        """Take note of what has come. With ``late`` the last while counts for nothing."""
        came = False
        with contextlib.suppress(BlockingIOError):
            while os.read(self.reader, 4096):
                came = True
        if came or (late and self.last is not None):
            self.last = now

    def is_silent(self, now: float) -> bool:
        """Whether a sign of life is overdue."""
        if self.last is None:
            return now - self.began > self.first_within
        return now - self.last > SILENT_SECONDS

    def close(self) -> None:
        """The process is gone."""
        for descriptor in (self.reader, self.writer):
            os.close(descriptor)


@dataclass
class _Replica:
    number: int
    pid: int = 0
    pulse: Pulse = field(default_factory=lambda: Pulse.of_a_new_one(FORKED_SECONDS))
    due: float = 0.0
    pause: float = FIRST_PAUSE


class Replicas:
    """Keeps ``count`` forks of this process running ``serve``, which gets the descriptor for :func:`beat`.

    This process must have no threads, and nothing open that forks may not share.
    """

    def __init__(self, count: int, serve: Callable[[int], None], sign: int | None) -> None:
        self._replicas = [_Replica(number) for number in range(1, count + 1)]
        self._serve, self._sign, self._stopping = serve, sign, False

    def keep(self) -> None:
        """Run until SIGTERM or SIGINT."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        for replica in self._replicas:
            self._start(replica)
        looked = signed = time.monotonic()
        while not self._stopping:
            running = [replica.pulse.reader for replica in self._replicas if replica.pid]
            select.select(running, [], [], LOOK_SECONDS)
            now = time.monotonic()
            for replica in self._replicas:
                self._look_after(replica, now, late=now - looked > LATE_SECONDS)
            looked = now
            if self._sign is not None and now - signed > BEAT_SECONDS:
                give_sign(self._sign)
                signed = now
        self._end()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True

    def _start(self, replica: _Replica) -> None:
        replica.pulse.close()
        replica.pulse = Pulse.of_a_new_one(FORKED_SECONDS)
        parent = os.getpid()
        replica.pid = os.fork()
        if replica.pid:
            return
        status = 1
        try:
            _become_a_child(parent)
            for other in self._replicas:
                if other is not replica and other.pid:
                    other.pulse.close()
            self._serve(replica.pulse.writer)
            status = 0
        except BaseException:
            _log.exception("A replica ended")
        finally:
            os._exit(status)

    def _look_after(self, replica: _Replica, now: float, late: bool) -> None:
        if not replica.pid:
            if now >= replica.due:
                self._start(replica)
            return
        replica.pulse.look(now, late)
        if replica.pulse.is_silent(now):
            _log.error("Replica %d gives no sign of life; it is ended", replica.number)
            os.kill(replica.pid, signal.SIGKILL)
            os.waitpid(replica.pid, 0)
        elif os.waitpid(replica.pid, os.WNOHANG)[0] == 0:
            return
        if now - replica.pulse.began > STABLE_AFTER:
            replica.pause = FIRST_PAUSE
        _log.warning("Replica %d is replaced in %g s", replica.number, replica.pause)
        replica.pid, replica.due = 0, now + replica.pause
        replica.pause = min(replica.pause * 2, LONGEST_PAUSE)

    def _end(self) -> None:
        left = {replica.pid for replica in self._replicas if replica.pid}
        for pid in left:
            os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while left and time.monotonic() < deadline:
            left -= {pid for pid in left if os.waitpid(pid, os.WNOHANG)[0]}
            time.sleep(LOOK_SECONDS / 4)
        for pid in left:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def _become_a_child(parent: int) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    die_with_parent()
    if os.getppid() != parent:  # it ended in between
        os._exit(0)
    random.seed()


def die_with_parent() -> None:
    """Let this process end when its parent does, however that ends. Linux only; elsewhere nothing happens."""
    prctl: Any = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl is not None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
