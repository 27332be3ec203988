"""Nothing that a client can send is answered with a 5xx."""

import pytest

from tests.fuzz import ENVIRONMENT, send
from tests.helpers.program import start_server

pytestmark = pytest.mark.program


def test_ten_thousand_requests_made_up_from_the_description_get_no_5xx(tmp_path) -> None:
    server = start_server(tmp_path / "data", **ENVIRONMENT)
    try:
        found = send(server.address, 10_000)
    finally:
        server.stop()

    assert found.faults == []
    assert found.total > 9_500
    assert {200, 400, 401} <= set(found.statuses)
    assert found.slowest < 5
