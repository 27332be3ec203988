"""What reaches the server at all: how many connections, how long a request may take to arrive, in which form.

Sanic 21.12 waits for ever for a request that drips, and takes two lengths of a body, or a length and
chunks, for one request and the next: a proxy in front may see it otherwise, and then one caller's words
end up in another's request. Here such a request is refused before it is read.
"""

from __future__ import annotations

import re
import resource
from collections import Counter
from collections.abc import Iterable
from typing import Any

from sanic import Sanic
from sanic.exceptions import InvalidUsage
from sanic.http import Stage
from sanic.request import Request
from sanic.server import HttpProtocol

REQUEST_SECONDS = 15.0
"""Within this time a request has to be there, header and body."""
LOOK_SECONDS = 1.0
MOST_CONNECTIONS, SPARE_DESCRIPTORS = 4096, 128
"""How many connections are held, and how many file descriptors are left for everything else."""
CONNECTIONS_OF_ONE = 200
"""Connections of one address, where callers come directly and not through a proxy."""
_LENGTH = re.compile(r"[0-9]{1,12}")
_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_NOT_READ = "NONE"
"""The method of Sanic's stand-in for a request that could not be read."""


class StrictRequest(Request):  # type: ignore[misc]
    """A request whose header can be read in one way only."""

    def __init__(self, url_bytes: bytes, headers: Any, version: str, method: str, *rest: Any, **more: Any):
        """Raises: InvalidUsage: see :func:`check_headers`."""
        if method != _NOT_READ:
            check_headers(headers.items())
        # Whatever may be got may be asked about; Sanic knows by now that no body goes back.
        super().__init__(url_bytes, headers, version, "GET" if method == "HEAD" else method, *rest, **more)


def check_headers(headers: Iterable[tuple[str, str]]) -> None:
    """Refuse what two readers could understand in two ways.

    Raises:
        InvalidUsage: a length that is none or is given twice, a length beside chunks, another coding than
            chunks, two hosts, or a name or value that is none.
    """
    named: dict[str, list[str]] = {"content-length": [], "transfer-encoding": [], "host": []}
    for name, value in headers:
        if not _NAME.fullmatch(name) or _CONTROL.search(value):
            raise InvalidUsage("Bad Request")
        named.setdefault(name.lower(), []).append(value)
    lengths, codings = named["content-length"], named["transfer-encoding"]
    good_length = not lengths or (len(lengths) == 1 and _LENGTH.fullmatch(lengths[0]))
    good_coding = not codings or codings == ["chunked"]
    if not good_length or not good_coding or (lengths and codings) or len(named["host"]) > 1:
        raise InvalidUsage("Bad Request")


class Door:
    """Counts connections and closes those that are too many or too slow.

    ``direct`` says that callers come by themselves: behind a proxy all of them have its address.
    """

    def __init__(self, direct: bool) -> None:
        descriptors, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        self.most = max(min(MOST_CONNECTIONS, descriptors - SPARE_DESCRIPTORS), 1)
        self._direct = direct
        self._inside: dict[int, str] = {}
        self._of_one = Counter[str]()

    def enters(self, protocol: HttpProtocol, address: str) -> bool:
        """Whether there is room for one more connection; it counts from now on."""
        if len(self._inside) >= self.most:
            return False
        if self._direct and self._of_one[address] >= CONNECTIONS_OF_ONE:
            return False
        self._inside[id(protocol)] = address
        self._of_one[address] += 1
        return True

    def leaves(self, protocol: HttpProtocol) -> None:
        """The connection has ended."""
        address = self._inside.pop(id(protocol), None)
        if address is None:
            return
        self._of_one[address] -= 1
        if not self._of_one[address]:
            del self._of_one[address]


def put_up(app: Sanic, direct: bool) -> Door:
    """From now on every connection passes a door, and every request is read strictly."""
    door = Door(direct)
    app.request_class = StrictRequest
    made, lost = _stock_made, _stock_lost

    def connection_made(self: HttpProtocol, transport: Any) -> None:
        peer = transport.get_extra_info("peername")
        if not door.enters(self, str(peer[0]) if peer else ""):
            transport.abort()
            return
        made(self, transport)
        self.loop.call_later(LOOK_SECONDS, _look, self, None)

    def connection_lost(self: HttpProtocol, problem: Exception | None) -> None:
        door.leaves(self)
        lost(self, problem)

    HttpProtocol.connection_made, HttpProtocol.connection_lost = connection_made, connection_lost
    return door


_stock_made, _stock_lost = HttpProtocol.connection_made, HttpProtocol.connection_lost


def _look(protocol: HttpProtocol, since: float | None) -> None:
    """Stock measures from the last byte; here a request has to be complete some time after its first."""
    if protocol.transport is None or protocol.transport.is_closing():
        return
    http, now = getattr(protocol, "_http", None), protocol.loop.time()  # made when its task first runs
    arriving = http is not None and (
        http.stage is Stage.REQUEST or (http.stage is Stage.HANDLER and bool(http.request_body))
    )
    since = (now if since is None else since) if arriving else None
    if since is not None and now - since > REQUEST_SECONDS:
        protocol.transport.abort()
        return
    protocol.loop.call_later(LOOK_SECONDS, _look, protocol, since)
