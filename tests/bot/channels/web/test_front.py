"""A request is read in one way or not at all, in its time, and connections are counted."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from types import SimpleNamespace
from typing import Any

import pytest
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, text
from sanic.server import HttpProtocol

from bot.channels.web import front
from bot.channels.web.front import Door, put_up
from bot.channels.web.headers import tell_browsers
from bot.channels.web.refusals import add_error_pages, caller_address

# What rewrites Sanic's source when it starts was written for the syntax trees of older Pythons.
pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated and will be removed:DeprecationWarning")


class Program:
    """A server that says back what it was sent."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def ask(self, raw: bytes, seconds: float = 5.0) -> bytes:
        """Everything that comes back to these bytes until the server closes, or falls silent."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(raw)
        answer = b""
        try:
            while part := await asyncio.wait_for(reader.read(65536), seconds):
                answer += part
        except (TimeoutError, ConnectionError):
            pass
        writer.close()
        return answer


@pytest.fixture(scope="module")
def program() -> Iterator[Program]:
    """One for all tests: Sanic rewrites itself when it starts, and cannot do so twice in a process."""
    with pytest.MonkeyPatch.context() as patch, closing(asyncio.new_event_loop()) as loop:
        for name in ("connection_made", "connection_lost"):
            patch.setattr(HttpProtocol, name, getattr(HttpProtocol, name))
        patch.setattr(front, "LOOK_SECONDS", 0.05)
        app = Sanic("front", configure_logging=False)

        async def echo(request: Request) -> HTTPResponse:
            return text(f"<{request.body.decode()}>")

        async def broken(request: Request) -> HTTPResponse:
            raise RuntimeError("Canary")

        app.config.PROXIES_COUNT = 1
        app.add_route(echo, "/", methods=["GET", "POST"])
        app.add_route(broken, "/broken")
        add_error_pages(app, None)
        tell_browsers(app)
        put_up(app, direct=True)
        listening = socket.create_server(("127.0.0.1", 0))

        async def serve() -> Any:
            server = await app.create_server(sock=listening, return_asyncio_server=True, access_log=False)
            assert server is not None
            await server.startup()
            return server

        server = loop.run_until_complete(serve())
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        yield Program(listening.getsockname()[1])
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0.1))


HOST = b"POST / HTTP/1.1\r\nHost: x\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        HOST + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
        HOST + b"Content-Length: 1\r\nTransfer-Encoding:\tchunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
        HOST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        HOST + b"Content-Length: 1\r\nContent-Length: 1\r\n\r\na",
        HOST + b"Content-Length: 1_0\r\n\r\n0123456789",
        HOST + b"Content-Length: +0\r\n\r\n",
        HOST + b"Content-Length: -1\r\n\r\n",
        HOST + b"Content-Length: abc\r\n\r\n",
        HOST + b"Content-Length: 0x2\r\n\r\nab",
        HOST + b"Content-Length: 1, 1\r\n\r\na",
        HOST + b"Transfer-Encoding: xchunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
        HOST + b"Transfer-Encoding: chunked, identity\r\n\r\n1\r\na\r\n0\r\n\r\n",
        HOST + b"Host: y\r\n\r\n",
        HOST + b"X-Odd: a\0b\r\n\r\n",
        HOST + b"X-Odd : a\r\n\r\n",
        HOST + b"X-Odd: a\r\n folded\r\n\r\n",
    ],
)
async def test_what_could_be_read_in_two_ways_is_refused_and_the_connection_closed(
    program: Program, raw: bytes
) -> None:
    answer = await program.ask(raw + b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nbad", 2.0)
    assert answer.startswith(b"HTTP/1.1 400"), answer
    assert b'"bad_request"' in answer
    assert answer.count(b"HTTP/1.1 ") == 1, "what follows is not served as another request"


@pytest.mark.parametrize(
    "raw",
    [
        HOST + b"Content-Length: 1\r\nConnection: close\r\n\r\na",
        HOST + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n1\r\na\r\n0\r\n\r\n",
    ],
)
async def test_ordinary_requests_are_served(program: Program, raw: bytes) -> None:
    assert (await program.ask(raw)).endswith(b"<a>")


async def test_whatever_may_be_got_may_be_asked_about(program: Program) -> None:
    answer = await program.ask(b"HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200")
    assert b"content-length: 2" in answer
    assert answer.endswith(b"\r\n\r\n"), "no body"


@pytest.mark.parametrize(
    ("raw", "status", "code"),
    [
        (b"PUT / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", b"405", b"method"),
        (b"GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", b"404", b"not_found"),
        (HOST + b"Expect: a miracle\r\nContent-Length: 1\r\n\r\na", b"417", b"expectation"),
        (b"nonsense\r\n\r\n", b"400", b"bad_request"),
        (b"GET /broken HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", b"503", b"failed"),
    ],
)
async def test_what_is_refused_or_fails_has_one_form_and_the_headers_of_all(
    program: Program, raw: bytes, status: bytes, code: bytes
) -> None:
    answer = await program.ask(raw, 2.0)
    assert answer.startswith(b"HTTP/1.1 " + status), answer
    assert b'{"error":{"code":"' + code in answer
    for header in (b"nosniff", b"no-store", b"cross-origin-opener-policy"):
        assert header in answer.lower()
    assert (b"\r\nallow: " in answer.lower()) == (status == b"405")
    assert (b"\r\nretry-after: " in answer.lower()) == (status == b"503")
    assert b"Canary" not in answer


async def test_by_tls_a_browser_stays_with_tls(program: Program) -> None:
    plain = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    assert b"strict-transport-security" not in (await program.ask(plain + b"\r\n")).lower()
    behind = plain + b"X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\n\r\n"
    assert b"strict-transport-security: max-age=" in (await program.ask(behind)).lower()


@pytest.mark.parametrize(("proxies", "warned"), [(0, True), (1, False)])
def test_a_proxy_that_nobody_told_about_is_noticed(
    proxies: int, warned: bool, caplog: pytest.LogCaptureFixture
) -> None:
    app = SimpleNamespace(config=SimpleNamespace(PROXIES_COUNT=proxies))
    headers = {"X-Forwarded-For": "192.0.2.1"}
    request = SimpleNamespace(app=app, headers=headers, remote_addr="192.0.2.1", ip="127.0.0.1")
    caller_address(request)  # type: ignore[arg-type]
    assert ("PROXIES is 0" in caplog.text) == warned


async def test_a_request_that_drips_is_closed_in_its_time(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front, "REQUEST_SECONDS", 0.4)
    for beginning in (b"POST / HTTP/1.1\r\nHost: x\r\nX-Slow: ", HOST + b"Content-Length: 1000\r\n\r\n"):
        reader, writer = await asyncio.open_connection("127.0.0.1", program.port)
        writer.write(beginning)
        closed = asyncio.create_task(reader.read())
        for _ in range(30):
            if closed.done():
                break
            writer.write(b"a")
            await asyncio.sleep(0.1)
        assert closed.done(), "a byte now and then does not hold it open"
        await asyncio.gather(closed, return_exceptions=True)
        writer.close()


async def test_one_address_cannot_hold_every_connection(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front, "CONNECTIONS_OF_ONE", 3)
    held = [await asyncio.open_connection("127.0.0.1", program.port) for _ in range(3)]
    await asyncio.sleep(0.05)
    assert await program.ask(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") == b""
    held[0][1].close()
    await asyncio.sleep(0.05)
    assert b"200 OK" in await program.ask(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    for _, writer in held:
        writer.close()


def test_behind_a_proxy_all_come_from_one_address_and_only_the_whole_is_counted() -> None:
    door = Door(direct=False)
    door.most = 500
    callers = [object() for _ in range(501)]
    entered = [door.enters(caller, "10.0.0.1") for caller in callers]  # type: ignore[arg-type]
    assert entered == [True] * 500 + [False]
    door.leaves(callers[0])  # type: ignore[arg-type]
    assert door.enters(callers[500], "10.0.0.1")  # type: ignore[arg-type]
