"""The running program tells its figures to whom they are for, logs nobody, and can be paused."""

import httpx
import pytest

from bot.operating import pausing
from tests.helpers.program import start_server
from tests.helpers.visitor import Visitor

pytestmark = pytest.mark.program

TOKEN = "0123456789abcdef0123456789abcdef"
CANARY = "Zanzibarian"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    running = start_server(tmp_path_factory.mktemp("watched"), METRICS_TOKEN=TOKEN, REQUEST_LOG="1")
    yield running
    running.stop()


def figures(server, token=TOKEN):
    return httpx.get(f"{server.address}/metrics", headers={"Authorization": f"Bearer {token}"})


def test_what_happens_is_counted_and_names_nobody(server):
    visitor = Visitor(server)
    visitor.say(f"I am {CANARY} and 34")

    told = figures(server).text

    assert 'express_entry_turns_total{channel="web",outcome="answered"}' in told
    assert 'express_entry_requests_total{method="POST",route="/chat/messages",status="200"}' in told
    assert "express_entry_decisions_total" in told
    assert "express_entry_rounds_age_seconds" in told
    log = server.log.read_text()
    assert '"route": "/chat/messages", "status": 200' in log
    for anywhere in (told, log):
        assert CANARY not in anywhere


def test_the_figures_are_for_those_who_have_the_token(server):
    assert figures(server, "f" * 32).status_code == 404
    assert httpx.get(f"{server.address}/metrics").status_code == 404


def test_while_paused_everybody_reads_the_sentence_and_then_it_goes_on(server):
    visitor, visiteur = Visitor(server), Visitor(server, "fr")
    pausing.pause(server.log.parent, {"en": "Back at noon."})

    assert visitor.say("I am 34") == "Back at noon."
    assert "m’absente" in visiteur.say("J’ai 34 ans")

    pausing.resume(server.log.parent)
    assert "34" in visitor.say("I am 34")
