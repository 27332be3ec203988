"""Two replicas behind Caddy as ``deploy/Caddyfile`` sets it up, on PostgreSQL and Redis: nothing is lost."""

import re
import shutil
import signal
import subprocess
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import psutil
import pytest

from tests.helpers import ROOT
from tests.helpers.missing import missing
from tests.helpers.program import free_port, start_server, until

pytestmark = pytest.mark.program

SECRET = "0123456789abcdef0123456789abcdef"
TALKERS = 6
PATIENCE = 60


@dataclass
class Replica:
    """One of the two, and how to start it again where it was."""

    folder: object
    port: int
    environment: dict

    def start(self):
        self.running = start_server(self.folder, PORT=str(self.port), **self.environment)

    def kill(self):
        """Everything of it dies at once, as when a machine goes."""
        parts = psutil.Process(self.running.process.pid).children(recursive=True)
        for part in [self.running.process, *parts]:
            part.send_signal(signal.SIGKILL)
        self.running.process.wait()


class Talker(threading.Thread):
    """Tells a new age again and again, each one until it is answered, as the widget does."""

    def __init__(self, address):
        super().__init__()
        self.http = httpx.Client(base_url=address, timeout=10)
        opened = self.patiently("/chat/session", {"language": "en"}).json()
        self.http.headers["Authorization"] = f"Bearer {opened['token']}"
        self.stopping, self.told, self.problems = threading.Event(), 0, []

    def patiently(self, path, document):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                response = self.http.post(path, json=document)
            except httpx.HTTPError:
                continue
            if response.status_code == 200:
                return response
            time.sleep(float(response.headers.get("Retry-After", 0.2)))
        raise TimeoutError(path)

    def run(self):
        try:
            while not self.stopping.is_set():
                self.told += 1
                text = f"I am {20 + self.told % 40} years old"
                said = self.patiently(
                    "/chat/messages", {"text": text, "id": f"{id(self)}-{self.told}"}
                ).json()
                if str(20 + self.told % 40) not in "".join(each["text"] for each in said["messages"]):
                    self.problems.append((text, said["messages"]))
                time.sleep(0.5)
        except Exception as problem:
            self.problems.append(problem)

    @property
    def known(self):
        return self.http.get("/chat/profile").json()


@contextmanager
def caddy(folder, ports):
    """Caddy with the project's own file, without TLS and with the replicas by address."""
    program = shutil.which("caddy")
    if program is None:
        missing("Caddy", "caddy")
    port, upstreams = free_port(), " ".join(f"127.0.0.1:{each}" for each in ports)
    ours = (ROOT / "deploy" / "Caddyfile").read_text().replace("{$SITE}", f"http://127.0.0.1:{port}", 1)
    by_name = re.compile(r"dynamic a \{.*?\}\n(?=\s*lb_policy)", re.DOTALL)
    ours, found = by_name.subn(f"to {upstreams}\n", ours)
    assert found == 1
    file = folder / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + ours)
    process = subprocess.Popen(
        [program, "run", "--config", str(file), "--adapter", "caddyfile"],
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
        stderr=(folder / "log").open("w"),
    )
    address = f"http://127.0.0.1:{port}"
    try:
        until(lambda: _answers(address), 30, "Caddy")
        yield address
    finally:
        process.terminate()
        process.wait(10)


def _answers(address):
    try:
        return httpx.get(f"{address}/readyz").status_code == 200
    except httpx.HTTPError:
        return False


@pytest.fixture
def replicas(tmp_path, postgresql_database, redis_server):
    shared = {
        "DATABASE_URL": postgresql_database,
        "REDIS_URL": redis_server.url,
        "SESSION_SECRET": SECRET,
        "PROXIES": "1",
    }
    pair = [Replica(tmp_path / name, free_port(), shared) for name in ("one", "two")]
    for replica in pair:
        replica.start()
    yield pair
    for replica in pair:
        replica.running.stop()


@pytest.fixture
def talkers(tmp_path, replicas):
    with caddy(tmp_path, [replica.port for replica in replicas]) as address:
        people = [Talker(address) for _ in range(TALKERS)]
        for person in people:
            person.start()
        yield people


def stop(people):
    for person in people:
        person.stopping.set()
    for person in people:
        person.join(PATIENCE)


def test_one_after_the_other_is_replaced_and_one_is_killed_and_no_turn_is_lost(replicas, talkers):
    for replica in replicas:  # a new version
        replica.running.stop()
        replica.start()
    replicas[0].kill()
    time.sleep(5)
    replicas[0].start()
    stop(talkers)

    assert [person.problems for person in talkers] == [[]] * TALKERS
    assert all(str(20 + person.told % 40) in str(person.known) for person in talkers)
    assert min(person.told for person in talkers) >= 5
