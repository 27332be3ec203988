"""A server on this machine that says what a test tells it to say."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """What the server answers to one request."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    """Announced instead of the body's length."""
    hold: threading.Event | None = None
    """Sends half of the body, then waits for this."""


class Server:
    """Answers in turn what it was given for a path (the last one again and again), and keeps the requests."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.requests.append((self.path, dict(self.headers)))
                answers = outer.answers.get(self.path, [Answer(status=404)])
                outer._answer(self, answers.pop(0) if len(answers) > 1 else answers[0])

            def log_message(self, *arguments: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        serving = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        serving.start()

    def _answer(self, handler: BaseHTTPRequestHandler, answer: Answer) -> None:
        handler.send_response(answer.status)
        for name, value in answer.headers.items():
            handler.send_header(name, value)
        handler.send_header(
            "Content-Length", str(len(answer.body) if answer.length is None else answer.length)
        )
        handler.end_headers()
        half = len(answer.body) // 2
        try:
            handler.wfile.write(answer.body[:half])
            if answer.hold is not None:
                answer.hold.wait()
            handler.wfile.write(answer.body[half:])
        except OSError:
            pass

    def url(self, path: str = "/en") -> str:
        return f"http://127.0.0.1:{self._server.server_port}{path}"

    def count(self, path: str = "/en") -> int:
        return sum(asked == path for asked, _ in self.requests)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
