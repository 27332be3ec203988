"""The Rasa process: the public port with our channels and the actions. The launcher starts it.

It loads everything once and then serves from forks of itself, as many as ``REPLICAS`` says: one that dies or
hangs is replaced by another in a moment, with nothing to load.
"""

from __future__ import annotations

import asyncio
import gc
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.operating import logs, metrics, moments
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
MAX_REQUEST_BYTES = 65_536
SOCKET, PULSE = "LISTENING_SOCKET", "PULSE"
"""Set by the launcher: descriptors of the socket to accept connections from, and for signs of life."""
BACKLOG = 1024
"""Connections that may wait to be accepted."""


def listen(host: str, port: int) -> socket.socket:
    """The socket of the public port.

    Raises:
        OSError: it is taken, or not allowed.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((host, port))
        opened.listen(BACKLOG)
    except OSError:
        opened.close()
        raise
    return opened


def main() -> None:
    """Serve the model named by ``MODEL`` until stopped."""
    settings = Settings.from_environment()
    os.environ["DATABASE_URL"] = settings.database_url
    os.environ["SANIC_REQUEST_MAX_SIZE"] = str(MAX_REQUEST_BYTES)
    if settings.proxies:
        os.environ["SANIC_PROXIES_COUNT"] = str(settings.proxies)
    logs.configure(settings.log_level)
    metrics.share(settings.data_dir)
    given = os.environ.get(SOCKET)
    public = socket.socket(fileno=int(given)) if given else listen(settings.host, settings.port)
    pulse = int(os.environ[PULSE]) if PULSE in os.environ else None

    from rasa.core.agent import load_agent
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.endpoints import EndpointConfig

    from bot.rasa import actions, overrides
    from bot.rasa.replicas import Replicas
    from bot.store.engine import close_all

    overrides.apply()
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    if settings.actions_url is not None:
        endpoints.action = EndpointConfig(settings.actions_url)
    else:
        actions.executor()
    agent = asyncio.run(load_agent(os.environ["MODEL"], endpoints=endpoints))
    count = settings.replicas or 1
    warm_up = actions.warm_up if settings.actions_url is None else None
    if warm_up is not None and count > 1:
        actions.warm_up_now()
        warm_up = None
    moments.share()
    close_all()
    gc.collect()
    gc.freeze()  # a collection in a replica would write into what all of them share
    Replicas(count, lambda sign: _serve(settings, agent, public, sign, warm_up), pulse).keep()


def _serve(
    settings: Settings,
    agent: Any,
    public: socket.socket,
    pulse: int,
    warm_up: Callable[[], None] | None,
) -> None:
    """Serve until this process is told to end."""
    import rasa.utils.common
    from rasa.core.run import close_resources, configure_app, create_http_input_channels

    from bot.rasa.replicas import beat

    async def start(app: Any, loop: asyncio.AbstractEventLoop) -> None:
        app.ctx.agent = agent

    async def started(app: Any, loop: asyncio.AbstractEventLoop) -> None:
        if warm_up is not None:
            warm_up()
        app.ctx.pulse = loop.create_task(beat(pulse))

    app = configure_app(
        create_http_input_channels(None, str(ROOT / "credentials.yml")),
        cors=list(settings.widget_origins),
        enable_api=False,
        server_listeners=[(start, "before_server_start"), (started, "after_server_start")],
    )
    app.register_listener(close_resources, "after_server_stop")
    rasa.utils.common.update_sanic_log_level()
    app.run(sock=public, backlog=BACKLOG, access_log=False)


if __name__ == "__main__":
    main()
