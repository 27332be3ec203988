"""A push service on this machine, and a browser that takes notices from it."""

from __future__ import annotations

import json
import os
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import http_ece
import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def base64url(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


@dataclass(frozen=True)
class Taken:
    """A notice as it arrived."""

    path: str
    headers: dict[str, str]
    body: bytes


class PushService:
    """Takes notices (``taken``); ``statuses`` come first, each for one call."""

    def __init__(self) -> None:
        self.taken: list[Taken] = []
        self.statuses: list[tuple[int, dict[str, str]]] = []
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status, headers = service.statuses.pop(0) if service.statuses else (201, {})
                service.taken.append(Taken(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                self.send_response(status)
                for name, value in {**headers, "Content-Length": "0"}.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *arguments: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@dataclass
class Browser:
    """Someone's browser: what it gives to be sent notices, and the keys with which it reads them."""

    service: PushService
    name: str = "ada"
    _key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    _secret: bytes = field(default_factory=lambda: os.urandom(16))

    @property
    def given(self) -> dict[str, Any]:
        """A ``PushSubscription`` as JSON."""
        point = self._key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        keys = {"p256dh": base64url(point), "auth": base64url(self._secret)}
        return {"endpoint": f"{self.service.address}/{self.name}", "keys": keys}

    @property
    def notices(self) -> list[dict[str, str]]:
        """What the device shows."""
        mine = [each for each in self.service.taken if each.path == f"/{self.name}"]
        return [
            json.loads(http_ece.decrypt(each.body, private_key=self._key, auth_secret=self._secret))
            for each in mine
        ]


def signed_by(taken: Taken, public: str) -> dict[str, Any]:
    """What a server says of itself in a notice, checked against its public key (RFC 8292)."""
    scheme, _, fields = taken.headers["authorization"].partition(" ")
    said = dict(each.strip().split("=", 1) for each in fields.split(","))
    assert scheme == "vapid"
    assert said["k"] == public
    point = urlsafe_b64decode(public + "=" * (-len(public) % 4))
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    claims: dict[str, Any] = jwt.decode(said["t"], key, algorithms=["ES256"], options={"verify_aud": False})
    return claims
