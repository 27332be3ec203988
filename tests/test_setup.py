"""``scripts/setup.sh`` finds or fetches the Python that the program needs, or says that it could not."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.helpers import ROOT

Calls = list[str]


def set_up(folder: Path, *there: str) -> tuple[subprocess.CompletedProcess[str], Calls]:
    """Run ``set_up`` with a uv that only succeeds with the calls that begin with one of ``there``."""
    uv, calls = folder / "bin" / "uv", folder / "calls"
    uv.parent.mkdir()
    patterns = " | ".join(f"{call.replace(' ', chr(92) + ' ')}*" for call in there)
    uv.write_text(f'#!/bin/sh\necho "$*" >>{calls}\ncase "$*" in {patterns}) ;; *) exit 1 ;; esac\n')
    uv.chmod(0o755)
    (folder / ".venv").mkdir()
    (folder / ".python-version").write_text((ROOT / ".python-version").read_text())
    done = subprocess.run(
        ["sh", "-euc", f". {ROOT}/scripts/setup.sh; set_up"],
        env={**os.environ, "root": str(folder), "PATH": f"{uv.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done, calls.read_text().splitlines()


def test_the_python_of_the_machine_is_used_where_it_is_the_right_one(tmp_path: Path) -> None:
    done, calls = set_up(tmp_path, "python find", "sync")
    assert done.returncode == 0
    assert not any(call.startswith("python install") for call in calls)


def test_python_is_fetched_where_it_is_missing(tmp_path: Path) -> None:
    done, calls = set_up(tmp_path, "python install", "sync")
    assert done.returncode == 0
    assert [call.split(" --")[0] for call in calls] == ["python find", "python install", "sync"]


def test_where_it_can_neither_be_found_nor_fetched_a_sentence_says_what_to_install(tmp_path: Path) -> None:
    done, calls = set_up(tmp_path, "sync")
    assert done.returncode == 1
    assert "Python 3.12 is needed. It was not found on this machine and could not be fetched." in done.stderr
    assert not any(call.startswith("sync") for call in calls)


def test_the_version_is_named_alike_everywhere() -> None:
    project = (ROOT / "pyproject.toml").read_text()
    version = (ROOT / ".python-version").read_text().strip()
    assert f'requires-python = ">={version},<3.{int(version[2:]) + 1}"' in project
    assert f'python_version = "{version}"' in project
    assert f'target-version = "py{version.replace(".", "")}"' in project
