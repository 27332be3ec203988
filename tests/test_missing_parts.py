"""Where a part that a test needs is not installed, the test says so; with CI=true that is a failure."""

from __future__ import annotations

import pytest

from tests.helpers.missing import missing


def test_without_ci_the_test_is_left_out_and_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(
        pytest.skip.Exception, match="Redis is not installed: apt-get install -y redis-server"
    ):
        missing("Redis", "redis-server")


def test_with_ci_nothing_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="Redis is not installed"):
        missing("Redis", "redis-server")
