"""The tables ``tests/express_entry/vectors/*.yml``: each entry's name is the sentence that it tests."""

from __future__ import annotations

from typing import Any

import pytest

from express_entry.yaml_files import read_yaml
from tests.helpers import ROOT


def vectors(name: str) -> list[Any]:
    """The entries of one table, to parametrize a test with."""
    file = ROOT / "tests/express_entry/vectors" / f"{name}.yml"
    return [pytest.param(entry, id=entry["name"]) for entry in read_yaml(file)]
