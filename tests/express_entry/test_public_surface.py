"""What a stranger imports from ``express_entry``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import express_entry


@pytest.mark.parametrize("name", express_entry.__all__)
def test_every_name_that_is_promised_is_there(name: str) -> None:
    found = getattr(express_entry, name)

    assert callable(found)
    assert found.__module__.startswith("express_entry.")


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = """
import sys, express_entry
before = [name for name in sys.modules if name.startswith("express_entry.")]
express_entry.score
print(before, "express_entry.occupations.search" in sys.modules, "numpy" in sys.modules)
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[] False False"


def test_what_is_not_promised_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        _ = express_entry.guess  # type: ignore[attr-defined]


def test_no_name_is_that_of_a_module() -> None:
    modules = {path.stem for path in Path(express_entry.__file__).parent.iterdir()}

    assert modules.isdisjoint(express_entry.__all__)
