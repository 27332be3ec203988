"""How many processes serve the port when nobody says it."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from bot.processes import launcher
from bot.processes.launcher import replicas
from bot.settings import Settings

PLENTY = 16 * 2**30


@pytest.fixture(autouse=True)
def container(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What a container may have; nothing is said there to begin with."""
    monkeypatch.setattr(launcher, "CONTAINER", tmp_path)
    return tmp_path


def chosen(monkeypatch: pytest.MonkeyPatch, cores: int, free: int, **environment: str) -> int:
    """The number on a machine of so many cores with so much free memory."""
    for name in ("REPLICAS", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)))
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=free))
    return replicas(Settings.from_environment())


@pytest.mark.parametrize("database", ["", "postgresql://somebody@nowhere/name"])
@pytest.mark.parametrize(("cores", "processes"), [(1, 1), (2, 2), (4, 4), (64, 4)])
def test_there_is_one_for_each_core_and_never_more_than_four(
    monkeypatch: pytest.MonkeyPatch, database: str, cores: int, processes: int
) -> None:
    environment = {"DATABASE_URL": database} if database else {}
    assert chosen(monkeypatch, cores, PLENTY, **environment) == processes


@pytest.mark.parametrize(("megabytes", "processes"), [(200, 1), (1000, 1), (1200, 2), (1500, 3), (4000, 4)])
def test_there_are_fewer_where_memory_is_short(
    monkeypatch: pytest.MonkeyPatch, megabytes: int, processes: int
) -> None:
    assert chosen(monkeypatch, 4, megabytes * 2**20) == processes


def test_whoever_runs_it_may_say_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(monkeypatch, 4, PLENTY, REPLICAS="1") == 1


@pytest.mark.parametrize(
    ("memory", "processor", "processes"),
    [("max", "max 100000", 4), ("1073741824", "max 100000", 1), ("max", "200000 100000", 2)],
)
def test_a_container_has_what_it_may_have_and_not_what_its_machine_has(
    monkeypatch: pytest.MonkeyPatch, container: Path, memory: str, processor: str, processes: int
) -> None:
    (container / "memory.max").write_text(f"{memory}\n")
    (container / "memory.current").write_text("104857600\n")
    (container / "cpu.max").write_text(f"{processor}\n")
    assert chosen(monkeypatch, 64, PLENTY) == processes
