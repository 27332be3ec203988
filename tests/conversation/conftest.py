"""The whole program, started as `./run` starts it, and a person who talks to it over HTTP."""

import pytest

from tests.helpers.program import start_server
from tests.helpers.visitor import Visitor


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    running = start_server(tmp_path_factory.mktemp("data"))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def busy_server(tmp_path_factory):
    """A server for tests that write faster than people do."""
    running = start_server(tmp_path_factory.mktemp("busy"), MESSAGES_PER_MINUTE="100000")
    yield running
    running.stop()


@pytest.fixture
def visitor(server):
    return Visitor(server)


@pytest.fixture
def new_visitor(server):
    return lambda language="en": Visitor(server, language)
