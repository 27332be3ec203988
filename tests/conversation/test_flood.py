"""While one address does its worst, the others are served as if it were not there, or nearly."""

import pytest

from bot.bench.load import flooded
from tests.helpers.program import start_server

pytestmark = pytest.mark.program

MEDIAN_MS, TIMES = 200, 8
"""On a machine that has nothing else to do, and beside what the same turn takes there without the flood."""


def test_others_are_answered_soon_and_without_an_error_during_a_flood(tmp_path) -> None:
    server = start_server(tmp_path / "data", PROXIES="1")
    try:
        felt = flooded(server.address, 12)
    finally:
        server.stop()

    assert felt["errors"] == 0
    assert felt["turns"] > 30
    assert felt["requests"] > 100
    assert felt["median_ms"] < max(MEDIAN_MS, TIMES * felt["calm_ms"])
