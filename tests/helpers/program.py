"""The whole program, started as `./run` starts it, with a data folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import httpx
import psutil
import pytest

from bot.store import Store
from tests.helpers import ROOT

START_SECONDS = 240


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(holds, seconds, what):
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"waited {seconds} s for {what}")
        time.sleep(0.1)


@dataclass
class Server:
    """A running program with a data folder of its own."""

    process: subprocess.Popen
    address: str
    log: Path

    def is_ready(self):
        assert self.process.poll() is None, self.log.read_text()
        try:
            return httpx.get(f"{self.address}/readyz", timeout=5).status_code == 200
        except httpx.HTTPError:
            return False

    @property
    def database(self):
        return self.log.parent / "express_entry.db"

    @cached_property
    def store(self):
        """What the program has stored, read beside it."""
        return Store(f"sqlite:///{self.database}")

    def part(self, module):
        """The process that runs ``module``."""
        return next(
            (
                child
                for child in psutil.Process(self.process.pid).children(recursive=True)
                if child.status() != psutil.STATUS_ZOMBIE and module in child.cmdline()
            ),
            None,
        )

    def kill(self, module):
        """kill -9 of one part and all of its forks, and wait until the launcher has replaced it."""
        before = self.part(module)
        for process in (before, *before.children(recursive=True)):
            process.send_signal(signal.SIGKILL)
        until(lambda: (now := self.part(module)) and now.pid != before.pid, 60, f"a new {module}")
        until(self.is_ready, 120, "readiness")

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


def start_server(data_dir, **environment):
    data_dir.mkdir(parents=True, exist_ok=True)
    port, log = int(environment.pop("PORT", 0)) or free_port(), data_dir / "log"
    with log.open("a") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "serve"],
            cwd=ROOT,
            env={**os.environ, "PORT": str(port), "DATA_DIR": str(data_dir), **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(process, f"http://127.0.0.1:{port}", log)
    until(server.is_ready, START_SECONDS, "the start")
    return server
