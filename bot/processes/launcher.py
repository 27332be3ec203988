"""Starts everything and keeps it running: Rasa with our channels and actions, and the scheduler."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from bot.operating import metrics
from bot.rasa.replicas import LATE_SECONDS, LOADING_SECONDS, Pulse, die_with_parent
from bot.rasa.server import PULSE, SOCKET, listen
from bot.rasa.training import QUIET_RASA, ROOT, ensure_model
from bot.settings import Settings
from bot.store.migrations import upgrade

LOOPBACK = "127.0.0.1"
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds before a part that died is started again; doubled each time it dies within a minute."""
STABLE_AFTER = 60.0
STOP_SECONDS = 10.0
POLL_SECONDS = 0.2
READY_SECONDS = 2.0
"""How long the question whether all is ready may take."""
MOST_REPLICAS = 4
FIRST_REPLICA_BYTES, REPLICA_BYTES = 800 * 2**20, 300 * 2**20
"""Free memory that the first replica and everything beside it want, and each more."""
CONTAINER = Path("/sys/fs/cgroup")
"""Where Linux tells what a container may have."""
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""The models are small: more threads only wait for each other."""


class CannotStart(RuntimeError):
    """The program cannot be started; the message says what to do."""


@dataclass
class Part:
    """One process that is kept running."""

    name: str
    module: str
    environment: dict[str, str]
    public: socket.socket | None = None
    pulse: Pulse | None = None
    process: subprocess.Popen[bytes] | None = None
    pause: float = FIRST_PAUSE
    started: float = field(default=0.0)

    def start(self) -> None:
        """Start the process; it dies with us, however we die."""
        environment = self.environment
        descriptors: tuple[int, ...] = ()
        if self.public is not None:
            if self.pulse is not None:
                self.pulse.close()
            self.pulse = Pulse.of_a_new_one(LOADING_SECONDS)
            descriptors = self.public.fileno(), self.pulse.writer
            environment = {**environment, SOCKET: str(descriptors[0]), PULSE: str(descriptors[1])}
        self.process = subprocess.Popen(
            [sys.executable, "-m", self.module],
            cwd=ROOT,
            env=environment,
            start_new_session=True,
            pass_fds=descriptors,
            preexec_fn=die_with_parent,  # noqa: PLW1509 (we have one thread)
        )
        self.started = time.monotonic()

    def has_died(self) -> bool:
        """Whether it was started and is gone."""
        return self.process is not None and self.process.poll() is not None

    def end_if_hung(self, late: bool) -> None:
        """End it by force where a sign of life is overdue."""
        if self.process is None or self.pulse is None or self.process.poll() is not None:
            return
        now = time.monotonic()
        self.pulse.look(now, late)
        if self.pulse.is_silent(now):
            _say(f"{self.name} gives no sign of life; it is ended.")
            self.process.kill()
            self.process.wait()

    def stop(self) -> None:
        """Ask it to end."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait(self, seconds: float) -> None:
        """Wait for its end, and end it by force if need be."""
        if self.process is None:
            return
        try:
            self.process.wait(max(seconds, 0))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def replicas(settings: Settings) -> int:
    """How many processes are to serve the port: by default one for each core, as far as memory goes."""
    if settings.replicas is not None:
        return settings.replicas
    fitting = 1 + max(0, _free_bytes() - FIRST_REPLICA_BYTES) // REPLICA_BYTES
    return int(min(_cores(), MOST_REPLICAS, fitting))


def _free_bytes() -> int:
    """The free memory of this machine, or of what its container may have."""
    free = int(psutil.virtual_memory().available)
    with suppress(OSError, ValueError):  # no container, or one without a limit ("max")
        most, used = (int((CONTAINER / name).read_text()) for name in ("memory.max", "memory.current"))
        free = min(free, most - used)
    return free


def _cores() -> int:
    """The cores that this process may use, or its container's share of them."""
    cores = len(os.sched_getaffinity(0))
    with suppress(OSError, ValueError):
        quota, period = map(int, (CONTAINER / "cpu.max").read_text().split())
        cores = min(cores, max(1, round(quota / period)))
    return cores


def serve(settings: Settings, scheduler: bool = True) -> None:
    """Run until Ctrl-C or SIGTERM.

    Args:
        settings: the environment.
        scheduler: whether this one also runs the scheduler; of several replicas exactly one does.

    Raises:
        CannotStart: the port is taken, or the model cannot be trained.
    """
    public = _public(settings)
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    metrics.start_anew(settings.data_dir)
    upgrade(settings.database_url)
    secret = settings.session_secret
    try:
        model = ensure_model()
    except RuntimeError as error:
        raise CannotStart(str(error)) from error
    environment = {
        **os.environ,
        **QUIET_RASA,
        **ONE_THREAD,
        "PYTHONUNBUFFERED": "1",
        "DATABASE_URL": settings.database_url,
        "DATA_DIR": str(settings.data_dir),
        "SESSION_SECRET": secret,
        "MODEL": str(model),
        "REPLICAS": str(replicas(settings)),
    }
    parts = [Part("rasa", "bot.rasa.server", environment, public)]
    if scheduler:
        parts.append(Part("scheduler", "bot.processes.scheduler", environment))
    _keep_running(parts, _address(settings))


def _keep_running(parts: Sequence[Part], address: str) -> None:
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    _say("Starting …")
    try:
        for part in parts:
            part.start()
        announced, looked = False, time.monotonic()
        while not stopping.wait(POLL_SECONDS):
            late = time.monotonic() - looked > LATE_SECONDS + READY_SECONDS
            looked = time.monotonic()
            for part in parts:
                part.end_if_hung(late)
                if part.has_died():
                    _start_again(part, stopping)
            if not announced and _is_ready(address):
                announced = True
                _say(f"Ready: {address}\nCtrl-C stops it.")
    finally:
        _say("Stopping …")
        for part in parts:
            part.stop()
        deadline = time.monotonic() + STOP_SECONDS
        for part in parts:
            part.wait(deadline - time.monotonic())


def _start_again(part: Part, stopping: threading.Event) -> None:
    assert part.process is not None
    if time.monotonic() - part.started > STABLE_AFTER:
        part.pause = FIRST_PAUSE
    _say(f"{part.name} ended (exit {part.process.returncode}); it is started again in {part.pause:g} s.")
    if not stopping.wait(part.pause):
        part.pause = min(part.pause * 2, LONGEST_PAUSE)
        part.start()


def _is_ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/readyz", timeout=READY_SECONDS) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _address(settings: Settings) -> str:
    """Where a browser on this machine finds the page."""
    anywhere = {"0.0.0.0": "localhost", "::": "localhost", LOOPBACK: "localhost"}
    host = anywhere.get(settings.host, settings.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


def _public(settings: Settings) -> socket.socket:
    """The socket of the public port. It stays open while the server is replaced, so that callers wait."""
    try:
        return listen(settings.host, settings.port)
    except OSError as error:
        reason = f"cannot listen on {settings.host} port {settings.port} ({error.strerror})"
        raise CannotStart(f"{reason}; set PORT (and HOST) to something else") from error


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
