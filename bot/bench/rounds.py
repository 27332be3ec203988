"""Measurements of the rounds: the refresh, the error of looking ahead, and ten thousand alerts."""

from __future__ import annotations

import json
import multiprocessing
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

Numbers = dict[str, int | float]

ALERTS = 10_000
KILLS = 3
CATEGORIES = ("cec", "pnp", "french")
_SPAWN = multiprocessing.get_context("spawn")


def rounds() -> Numbers:
    """A refresh of the whole feed from a server on this machine; how far off looking ahead was."""
    from bot.sources.feed import refresh
    from express_entry.chances import GUESSES, TWO_YEARS, outlook, walk_forward
    from express_entry.rounds import seed

    history = seed()
    body = _feed().encode()
    found: Numbers = {"feed_bytes": len(body)}
    with _server(lambda _path, _body: (200, body)) as url, tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        refresh(Path(folder), f"{url}/feed")
        found["refresh_seconds"] = round(time.perf_counter() - start, 2)
    since = history.as_of - TWO_YEARS + timedelta(days=1)
    for category in CATEGORIES:
        for name, guess in GUESSES.items():
            errors = walk_forward(history.of(category), guess, since)
            assert errors is not None
            found[f"{category}_{name.replace(' ', '_')}"] = round(errors.mean, 1)
            found[f"{category}_rounds"] = errors.tests
        ahead = outlook(history.of(category), history.as_of)
        assert ahead is not None
        found |= {
            f"{category}_held": ahead.held,
            f"{category}_tests": ahead.tests,
            f"{category}_width": ahead.high - ahead.low,
        }
    return found


def alerts() -> Numbers:
    """Ten thousand alerts to a stand-in of the Bot API on this machine, the sender killed on the way."""
    from bot.store.migrations import upgrade

    arrived: Counter[str] = Counter()
    moments: list[float] = []
    lock = threading.Lock()

    def deliver(_path: str, body: bytes) -> tuple[int, bytes]:
        with lock:
            arrived[json.loads(body)["chat_id"]] += 1
            moments.append(time.monotonic())
        return 200, b'{"ok": true, "result": {}}'

    with tempfile.TemporaryDirectory() as folder, _server(deliver) as url:
        database = f"sqlite:///{folder}/bench.db"
        upgrade(database)
        _subscribe(database)
        start = time.perf_counter()
        for kill in range(1, KILLS + 2):
            sender = _SPAWN.Process(target=_send, args=(database, url))
            sender.start()
            while kill <= KILLS and sender.is_alive() and len(moments) < ALERTS * kill // (KILLS + 1):
                sender.join(0.01)
            if kill <= KILLS:
                sender.kill()
            sender.join()
        seconds = time.perf_counter() - start
    return {
        "alerts": ALERTS,
        "seconds": round(seconds),
        "a_second": round(ALERTS / seconds, 1),
        "most_in_a_second": max(
            sum(1 for moment in moments[place : place + 100] if moment < first + 1)
            for place, first in enumerate(moments)
        ),
        "kills": KILLS,
        "lost": ALERTS - len(arrived),
        "twice": sum(arrived.values()) - len(arrived),
    }


def _send(database: str, url: str) -> None:
    """What a sending process does, from the rounds to the last message."""
    import httpx

    from bot.alerts.news import compose_on, judge_on, queue_news
    from bot.alerts.sending import Outcome, Sent, send_news
    from bot.replies.reply import Reply
    from bot.store import make_engine
    from bot.store.alerts import Alerts
    from express_entry.rounds import seed

    class StandIn:
        def __init__(self) -> None:
            self._client = httpx.Client(base_url=url)

        def send(self, chat: str, reply: Reply) -> Outcome:
            answer = self._client.post("/bot1:a/sendMessage", json={"chat_id": chat, "text": reply.text})
            answer.raise_for_status()
            return Sent()

    outbox, on = Alerts(make_engine(database)), date(2026, 10, 1)
    queue_news(outbox, seed(), judge_on(on))
    send_news(outbox, StandIn(), compose_on(seed(), on))


def _subscribe(database: str) -> None:
    """People on a messenger who were told through the round before the last."""
    import sqlalchemy as sa

    from bot.store import make_engine, tables
    from express_entry.rounds import seed

    now = datetime.now(UTC)
    people = [{"id": f"{number:05}", "language": "en", "created_at": now} for number in range(ALERTS)]
    engine = make_engine(database)
    with engine.begin() as connection:
        connection.execute(
            sa.insert(tables.people), [{**each, "last_seen_at": now, "ephemeral": False} for each in people]
        )
        connection.execute(
            sa.insert(tables.conversations),
            [
                {
                    "sender_id": f"chat-{each['id']}",
                    "person_id": each["id"],
                    "channel": "telegram",
                    "created_at": now,
                }
                for each in people
            ],
        )
        told = {"kind": "all", "told_through": seed().rounds[-2].number, "created_at": now}
        connection.execute(
            sa.insert(tables.subscriptions), [{"person_id": each["id"], **told} for each in people]
        )
    engine.dispose()


def _feed() -> str:
    """The stock in the form of the official feed."""
    from express_entry.rounds import seed
    from express_entry.rounds_feed import COUNTS, TOTAL

    found, link = (
        [],
        "<a href='/content/canadasite/en/immigration-refugees-citizenship/invitations.html'>" * 4,
    )
    pools = {pool.as_of: pool for pool in seed().pools}
    for each in seed().rounds:
        pool = pools.get(max((day for day in pools if day <= each.date), default=date.min))
        counts = zip(COUNTS, pool.counts if pool else (0,) * len(COUNTS), strict=True)
        moment = each.tie_break
        found.append(
            {
                "drawNumber": each.number,
                "drawNumberURL": link,
                "drawDate": each.date.isoformat(),
                "drawDateFull": f"{each.date:%B %d, %Y}",
                "drawName": each.name,
                "drawSize": f"{each.invitations:,}",
                "drawCRS": str(each.cutoff),
                "mitext": link,
                "DrawText1": link,
                "drawText2": "",
                "drawCutOff": f"{moment:%B %d, %Y at %H:%M:%S UTC}" if moment else "",
                "drawDistributionAsOn": f"{pool.as_of if pool else each.date:%B %d, %Y}",
                **{f"dd{field}": f"{count:,}" for field, count in counts},
                TOTAL: f"{pool.total if pool else 0:,}",
            }
        )
    return json.dumps({"classes": "wb-tables", "rounds": found[::-1]})


@contextmanager
def _server(answer: Any) -> Iterator[str]:
    """A server on this machine; ``answer`` takes path and body and gives status and body."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            status, body = answer(self.path, self.rfile.read(length))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 (the base class names it)

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
