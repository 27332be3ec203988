"""Stock Rasa beside this program: the same conversation, on one machine, in one run.

Stock is what ``rasa init`` makes, with its own pipeline (DIET, TED), its REST channel, its action server and
its SQLite tracker store, and one intent more: an age that is told, which an action keeps, as ours does
(``tools/stock/bot``). Both programs stand beside each other all the time and are measured in turn, so that
what else the machine does meets both. ``python -m bot.bench.stock`` writes ``docs/benchmarks/stock.md`` and
``stock.json``.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import psutil

from bot.bench.chat import LOOPBACK, free_port, held_bytes, running, wait
from bot.bench.stock_environment import ENVIRONMENT, QUIET, ROOT, STOCK, command, uv

PAGE = ROOT / "docs" / "benchmarks" / "stock.md"
CONVERSATIONS = (1, 8, 32)
TURNS = 160
"""Turns of all conversations together, each time."""
SESSION = 10
"""Turns of one conversation, after which the next person begins."""
WARM_UP = 32
MEASURED = ("stock", "ours")
OUR_TRAINING = [sys.executable, "-c", "from bot.rasa.training import ensure_model; ensure_model(force=True)"]
"""Trains anew, also where the model of the present inputs stands."""

Say = Callable[[str], Awaitable[None]]
"""Says something in one conversation and waits for the reply."""
Figures = dict[str, float]


@dataclass(frozen=True)
class Program:
    """A program that runs: how a conversation with it is begun, and its processes."""

    begin: Callable[[httpx.AsyncClient], Awaitable[Say]]
    roots: Sequence[int]

    def processes(self) -> list[psutil.Process]:
        """All that belong to it."""
        own = [psutil.Process(root) for root in self.roots]
        return [*own, *(child for process in own for child in process.children(recursive=True))]

    def processor_seconds(self) -> float:
        """Processor time that it has taken so far."""
        return sum(sum(process.cpu_times()[:2]) for process in self.processes())

    def megabytes(self) -> int:
        """Memory of all its processes; what they share counts once."""
        return sum(held_bytes(process) for process in self.processes()) // 2**20


def stock() -> dict[str, Any]:
    """Both programs side by side; ``table`` has a row for each figure, and how many times better ours is."""
    load = os.getloadavg()[0]
    subprocess.run(**command("python", "--version"), check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "stock")
        found = {"stock": _stock_at_rest(project), "ours": _ours_at_rest()}
        with (
            _started(_stock_program(project)) as (theirs, their_seconds),
            _started(_our_program()) as (
                our,
                our_seconds,
            ),
        ):
            found["stock"]["ready, trained: seconds"] = their_seconds
            found["ours"]["ready, trained: seconds"] = our_seconds
            for name, figures in asyncio.run(_conversations({"stock": theirs, "ours": our})).items():
                found[name] |= figures
            found["stock"]["memory of all processes: MB"] = theirs.megabytes()
            found["ours"]["memory of all processes: MB"] = our.megabytes()
    return {
        "commit": _commit(),
        "turns": TURNS,
        "load_before": round(load, 1),
        "load_after": round(os.getloadavg()[0], 1),
        "table": [_row(figure, *(found[name][figure] for name in MEASURED)) for figure in found["ours"]],
    }


def _row(figure: str, theirs: float, our: float) -> dict[str, Any]:
    better = our / theirs if figure.endswith("a second") else theirs / our
    return {"": figure, "stock": theirs, "ours": our, "times": f"{better:.1f}"}


def _commit() -> str:
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "unknown"


# At rest: what is installed, and the training


def _stock_at_rest(project: Path) -> Figures:
    """Make the project of ``rasa init`` and our intent in it, and train it."""
    made = f"from rasa.cli.scaffold import create_initial_project as c; c({str(project)!r})"
    _quietly([str(ENVIRONMENT / "bin" / "python"), "-c", made])
    domain = project / "domain"
    domain.mkdir()
    (project / "domain.yml").rename(domain / "moods.yml")
    ours = STOCK / "bot"
    shutil.copy(ours / "domain.yml", domain / "age.yml")
    for name in ("nlu.yml", "rules.yml"):
        shutil.copy(ours / name, project / "data" / f"age_{name}")
    shutil.copy(ours / "endpoints.yml", project)
    shutil.copy(ours / "keep_age.py", project / "actions" / "actions.py")
    training = _quietly([str(ENVIRONMENT / "bin" / "rasa"), "train", "--domain", "domain"], project)
    return {**_installed(ENVIRONMENT), **training}


def _ours_at_rest() -> Figures:
    """The environment without the tools of the tests, and the training."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(Path(folder, "venv"))}
        environment.pop("VIRTUAL_ENV", None)
        sync = [uv(), "sync", "--frozen", "--no-dev", "--quiet"]
        subprocess.run(sync, cwd=ROOT, env=environment, check=True, stderr=subprocess.DEVNULL)
        installed = _installed(Path(folder, "venv"))
    return {**installed, **_quietly(OUR_TRAINING)}


def _installed(environment: Path) -> Figures:
    files = {(found.st_dev, found.st_ino): found.st_size for found in _files(environment)}
    return {
        "environment: MB": round(sum(files.values()) / 2**20),
        "packages": len([*environment.glob("lib/python*/site-packages/*.dist-info")]),
    }


def _files(environment: Path) -> Iterator[os.stat_result]:
    for folder, _, names in os.walk(environment):
        if Path(folder).name != "__pycache__":
            yield from (Path(folder, name).lstat() for name in names)


def _quietly(arguments: list[str], folder: Path = ROOT) -> Figures:
    """Run to its end; gives how long it took, and how much of a processor."""
    began, before = time.perf_counter(), os.times()
    environment = {**os.environ, **QUIET, "ACTIONS_URL": ""}
    if folder != ROOT:
        environment.pop("PYTHONPATH", None)
    done = subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(arguments)}: {done.stderr[-2000:]}")
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return {
        "training: seconds": round(time.perf_counter() - began, 1),
        "training: processor seconds": round(used, 1),
    }


# The two programs


@contextmanager
def _started(make: Callable[[], Iterator[Program]]) -> Iterator[tuple[Program, float]]:
    """A program, with the seconds until it was ready."""
    began = time.perf_counter()
    with contextmanager(make)() as program:
        yield program, round(time.perf_counter() - began, 1)


def _our_program() -> Callable[[], Iterator[Program]]:
    def start() -> Iterator[Program]:
        with running() as (address, process):

            async def begin(http: httpx.AsyncClient) -> Say:
                token = (await http.post(f"{address}/chat/session")).json()["token"]
                headers = {"Authorization": f"Bearer {token}"}

                async def say(text: str) -> None:
                    await _answered(http, f"{address}/chat/messages", {"text": text}, headers)

                return say

            yield Program(begin, (process.pid,))

    return start


def _stock_program(project: Path) -> Callable[[], Iterator[Program]]:
    def start() -> Iterator[Program]:
        port, actions = free_port(), free_port()
        environment = {**os.environ, **QUIET, "ACTIONS_URL": f"http://{LOOPBACK}:{actions}/webhook"}
        environment.pop("PYTHONPATH", None)
        rasa = str(ENVIRONMENT / "bin" / "rasa")
        lines = (
            [rasa, "run", "actions", "--port", str(actions)],
            [rasa, "run", "--interface", LOOPBACK, "--port", str(port)],
        )
        processes = [
            subprocess.Popen(
                line, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            for line in lines
        ]
        try:
            wait(f"http://{LOOPBACK}:{actions}/health", processes[0])
            wait(f"http://{LOOPBACK}:{port}/webhooks/rest/", processes[1])
            address = f"http://{LOOPBACK}:{port}/webhooks/rest/webhook"

            async def begin(http: httpx.AsyncClient) -> Say:
                sender = uuid4().hex

                async def say(text: str) -> None:
                    await _answered(http, address, {"sender": sender, "message": text}, {})

                return say

            yield Program(begin, [process.pid for process in processes])
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait()

    return start


async def _answered(
    http: httpx.AsyncClient, address: str, document: Mapping[str, str], headers: Mapping[str, str]
) -> None:
    answer = await http.post(address, json=document, headers=headers)
    answer.raise_for_status()
    if not answer.json():
        raise RuntimeError(f"{address} said nothing to {document}")


# Conversations


async def _conversations(programs: Mapping[str, Program]) -> dict[str, Figures]:
    found: dict[str, Figures] = {name: {} for name in programs}
    async with httpx.AsyncClient(timeout=120) as http:
        for program in programs.values():
            await _talk(http, program, 1, WARM_UP)
        for conversations in CONVERSATIONS:
            for name, program in programs.items():
                found[name] |= await _measured(http, program, conversations)
    return found


async def _measured(http: httpx.AsyncClient, program: Program, conversations: int) -> Figures:
    began, before = time.perf_counter(), program.processor_seconds()
    milliseconds = await _talk(http, program, conversations, TURNS)
    seconds, used = time.perf_counter() - began, program.processor_seconds() - before
    told = f"{conversations} conversation{'s' if conversations > 1 else ''} at once"
    return {
        f"{told}: ms a turn, median": round(statistics.median(milliseconds), 1),
        f"{told}: ms a turn, 99th percentile": round(statistics.quantiles(milliseconds, n=100)[98], 1),
        f"{told}: turns a second": round(len(milliseconds) / seconds, 1),
        f"{told}: processor ms a turn": round(used * 1000 / len(milliseconds), 1),
    }


async def _talk(http: httpx.AsyncClient, program: Program, conversations: int, turns: int) -> list[float]:
    """So many people at the same time, one after the other in each place; milliseconds of each turn."""

    async def place(number: int) -> list[float]:
        milliseconds: list[float] = []
        for _ in range(turns // conversations // SESSION or 1):
            say = await program.begin(http)
            for turn in range(min(SESSION, turns // conversations)):
                began = time.perf_counter()
                await say(f"I am {20 + (number + turn) % 30} years old")
                milliseconds.append((time.perf_counter() - began) * 1000)
        return milliseconds

    return [each for found in await asyncio.gather(*map(place, range(conversations))) for each in found]


# The page


def page(found: Mapping[str, Any], machine: Mapping[str, Any]) -> str:
    """The page in Markdown."""
    rows = "\n".join(f"| {' | '.join(map(str, row.values()))} |" for row in found["table"])
    busy = " Other work ran on the machine meanwhile." if found["load_before"] > machine["cores"] / 2 else ""
    return f"""# Beside stock Rasa

The same conversation ("I am 29 years old": understood, kept by an action, answered) with Rasa 3.6.21 as
`rasa init` makes it (DIET, TED, the REST channel, an action server, SQLite as tracker store) and with this
program, both on one machine in one run, measured in turn. Each figure of conversations is of
{found["turns"]} turns, in conversations of {SESSION}; processor time counts all processes of a program,
whatever else the machine does. The environments are without test tools and compiled files, stock's on
Python 3.10, ours on {machine["python"]}.

{machine["processor"]}, {machine["cores"]} cores; commit {found["commit"]};
load average {found["load_before"]} before and {found["load_after"]} after.{busy}
Made by `python -m bot.bench.stock`, which asks uv for stock Rasa's environment (`tools/stock/`, 2.5 GB).

| | stock Rasa | this program | times better |
|---|---|---|---|
{rows}
"""


if __name__ == "__main__":
    from bot.bench.benches import machine

    measured = stock()
    PAGE.write_text(page(measured, machine()), encoding="utf-8")
    PAGE.with_suffix(".json").write_text(json.dumps({"machine": machine(), **measured}, indent=2) + "\n")
