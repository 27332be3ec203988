"""A part of the machine that a test needs and that is not there."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(what: str, package: str) -> NoReturn:
    """Leave the test out and say what to install; with CI=true nothing may be left out."""
    reason = f"{what} is not installed: apt-get install -y {package}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
